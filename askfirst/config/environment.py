"""One typed, frozen Settings, read once from the environment; an unknown ASKFIRST_… is an error."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

from askfirst.procedure.here import SHIPPED, TRUST, pack_named
from askfirst.procedure.page import BadPack
from askfirst.procedure.trust import of_pack
from askfirst.words import Sentence, say

__all__ = ["BadSettings", "Networks", "Settings", "read_environment"]

PREFIX = "ASKFIRST_"
KNOWN = {
    *("MODE", "DATA", "HOSTS", "ADDRESS", "HASHED_STATIC", "PROXIES", "READ_PICTURES", "BROWSER", "TRUST"),
    *("MAIL_HOST", "MAIL_PORT", "MAIL_USER", "MAIL_PASSWORD", "MAIL_PASSWORD_FILE", "MAIL_TLS", "MAIL_FROM"),
}
Networks = tuple[IPv4Network | IPv6Network, ...]
MAIL_PORTS = {"none": 25, "starttls": 587, "tls": 465}
ADDRESS = re.compile(r"https?://[A-Za-z0-9.\-\[\]:]+", re.ASCII)
MAIL_ADDRESS = re.compile(r"[^@\s<>,;:\"\\]+@[A-Za-z0-9.-]+", re.ASCII)


class BadSettings(ValueError):
    """A setting that cannot be used: which, why, and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may choose. Each field's meaning is its line here."""

    mode: str  # ASKFIRST_MODE: "demo" answers on this machine only; "production" is for a trust
    data: Path  # ASKFIRST_DATA: the folder for database, keys and logs
    trust: Path  # ASKFIRST_TRUST: the folder with this trust's own trust.toml (production only); with none, the made-up trust of the demo
    hosts: tuple[str, ...]  # ASKFIRST_HOSTS: names this server answers to, by commas (production only)
    address: str  # ASKFIRST_ADDRESS: where people reach AskFirst, for links in mail; production needs it and it starts with https://
    proxies: Networks  # ASKFIRST_PROXIES: addresses of proxies before us, by commas; only from these is X-Forwarded-For believed
    hashed_static: bool  # ASKFIRST_HASHED_STATIC: "no" serves style sheets under plain names (tests)
    read_pictures: bool  # ASKFIRST_READ_PICTURES: "no" reads no words in photos; it takes up to 0.8 GB of memory, and the extra "ocr"
    browser: str  # ASKFIRST_BROWSER: the browser that draws a page, as a path; "no" draws none; with none, the Chromium installed here
    mail_host: str  # ASKFIRST_MAIL_HOST: the mail server; with none, mail is written as files in the data folder's outbox
    mail_port: int  # ASKFIRST_MAIL_PORT: the mail server's port; 25, or 587 with starttls and 465 with tls
    mail_user: str  # ASKFIRST_MAIL_USER: whom we sign in to the mail server as; with none, we do not sign in
    mail_password: str = field(repr=False)  # ASKFIRST_MAIL_PASSWORD: its password; ASKFIRST_MAIL_PASSWORD_FILE names a file instead
    mail_tls: str  # ASKFIRST_MAIL_TLS: "none", "starttls" or "tls"; production takes "none" only for a mail server on this machine
    mail_from: str  # ASKFIRST_MAIL_FROM: the address that mail comes from
    secret_key: str = field(
        repr=False
    )  # kept in keys/secret.key, so that a restart signs nobody out; drawn at each start until it is there

    def shown(self) -> dict[str, str]:
        """Every field but secrets, for `askfirst settings check`."""
        return {field.name: str(getattr(self, field.name)) for field in fields(self) if field.repr}


def read_environment(environ: Mapping[str, str] = os.environ) -> Settings:
    """Raises BadSettings. Makes nothing on disk."""
    for name in environ:
        if name.startswith(PREFIX) and name.removeprefix(PREFIX) not in KNOWN:
            raise BadSettings(say("We do not know the setting {name}. Take it out, or check its spelling.", name=name))
    mode = environ.get("ASKFIRST_MODE", "demo")
    if mode not in ("demo", "production"):
        raise BadSettings(say("ASKFIRST_MODE is neither demo nor production. Choose one of the two."))
    hosts = tuple(host.strip() for host in environ.get("ASKFIRST_HOSTS", "").split(",") if host.strip())
    if mode == "production" and not hosts:
        raise BadSettings(say("ASKFIRST_HOSTS is empty. Name the addresses this server answers to."))
    data = Path(environ.get("ASKFIRST_DATA", "var")).absolute()
    tls = _mail_tls(environ, mode=mode)
    return Settings(
        mode=mode,
        data=data,
        trust=_trust(environ, mode=mode),
        hosts=("localhost", "127.0.0.1") if mode == "demo" else hosts,
        address=_address(environ, mode=mode),
        proxies=_proxies(environ),
        hashed_static=environ.get("ASKFIRST_HASHED_STATIC", "yes") != "no",
        read_pictures=environ.get("ASKFIRST_READ_PICTURES", "yes") != "no",
        browser=_browser(environ),
        mail_host=environ.get("ASKFIRST_MAIL_HOST", "").strip(),
        mail_port=_mail_port(environ, tls=tls),
        mail_user=environ.get("ASKFIRST_MAIL_USER", "").strip(),
        mail_password=_mail_password(environ),
        mail_tls=tls,
        mail_from=_mail_from(environ, mode=mode, host=hosts[0] if hosts else ""),
        secret_key=_kept(data / "keys" / "secret.key") or secrets.token_urlsafe(50),
    )


def _trust(environ: Mapping[str, str], *, mode: str) -> Path:
    folder = pack_named(environ)
    if mode == "demo" and folder != SHIPPED:
        raise BadSettings(say("The demo has a trust of its own. Take {name} out, or set ASKFIRST_MODE to production.", name=TRUST))
    try:
        of_pack(folder)
    except BadPack as problem:
        raise BadSettings(problem.sentence) from None
    return folder


def _browser(environ: Mapping[str, str]) -> str:
    chosen = environ.get("ASKFIRST_BROWSER", "").strip()
    if chosen not in ("", "no") and not os.access(chosen, os.X_OK):
        raise BadSettings(say("ASKFIRST_BROWSER names no program that can run. Give the path of a Chromium, or no."))
    return chosen


def _kept(path: Path) -> str:
    """The key in its file, as letters; nothing where there is no file yet."""
    try:
        return path.read_bytes().hex()
    except FileNotFoundError:
        return ""
    except OSError as problem:
        raise BadSettings(say("{file} cannot be read ({why}). Check who may read it.", file=path.name, why=problem.strerror)) from None


def _address(environ: Mapping[str, str], *, mode: str) -> str:
    address = environ.get("ASKFIRST_ADDRESS", "http://localhost:8000" if mode == "demo" else "").strip().rstrip("/")
    if not address:
        raise BadSettings(say("ASKFIRST_ADDRESS is empty. Give the address people open, like https://ask.example."))
    if not ADDRESS.fullmatch(address):
        raise BadSettings(say("ASKFIRST_ADDRESS is not an address we can link to. Write it like https://ask.example."))
    if mode == "production" and not address.startswith("https://"):
        raise BadSettings(say("ASKFIRST_ADDRESS must start with https:// so that nobody on the way can read along."))
    return address


def _proxies(environ: Mapping[str, str]) -> Networks:
    named = [one.strip() for one in environ.get("ASKFIRST_PROXIES", "").split(",") if one.strip()]
    try:
        return tuple(ip_network(one) for one in named)
    except ValueError:
        raise BadSettings(
            say("ASKFIRST_PROXIES holds no address we can read. Write addresses by commas, like 127.0.0.1, 10.0.0.0/8.")
        ) from None


def _mail_tls(environ: Mapping[str, str], *, mode: str) -> str:
    host = environ.get("ASKFIRST_MAIL_HOST", "").strip()
    here = host in ("", "localhost", "127.0.0.1", "::1")
    tls = environ.get("ASKFIRST_MAIL_TLS", "none" if here else "starttls")
    if tls not in MAIL_PORTS:
        raise BadSettings(say("ASKFIRST_MAIL_TLS is none of “none”, “starttls” and “tls”. Choose one of the three."))
    if mode == "production" and tls == "none" and not here:
        raise BadSettings(say("ASKFIRST_MAIL_TLS is “none”, and the mail server is on another machine. Choose “starttls” or “tls”."))
    return tls


def _mail_port(environ: Mapping[str, str], *, tls: str) -> int:
    given = environ.get("ASKFIRST_MAIL_PORT", str(MAIL_PORTS[tls])).strip()
    if not (given.isascii() and given.isdigit() and 1 <= int(given[:6]) <= 65535):
        raise BadSettings(say("ASKFIRST_MAIL_PORT is not a port. Give a number from 1 to 65535."))
    return int(given)


def _mail_password(environ: Mapping[str, str]) -> str:
    named = environ.get("ASKFIRST_MAIL_PASSWORD_FILE", "")
    if not named:
        return environ.get("ASKFIRST_MAIL_PASSWORD", "")
    if "ASKFIRST_MAIL_PASSWORD" in environ:
        raise BadSettings(say("ASKFIRST_MAIL_PASSWORD and ASKFIRST_MAIL_PASSWORD_FILE are both set. Keep one."))
    try:
        return Path(named).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise BadSettings(say("The file in ASKFIRST_MAIL_PASSWORD_FILE cannot be read. Check its name and who may read it.")) from None


def _mail_from(environ: Mapping[str, str], *, mode: str, host: str) -> str:
    name = "askfirst.example" if mode == "demo" else host.lstrip(".")
    given = environ.get("ASKFIRST_MAIL_FROM", "").strip() or "askfirst@{}".format(name)
    if not MAIL_ADDRESS.fullmatch(given):
        raise BadSettings(say("ASKFIRST_MAIL_FROM is not a mail address. Write it like askfirst@trust.example."))
    return given
