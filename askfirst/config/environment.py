"""One typed, frozen Settings, read once from the environment; an unknown ASKFIRST_… is an error."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from askfirst.words import Sentence, say

__all__ = ["BadSettings", "Settings", "read_environment"]

PREFIX = "ASKFIRST_"
KNOWN = {"MODE", "DATA", "HOSTS", "HASHED_STATIC"}


class BadSettings(ValueError):
    """A setting that cannot be used: which, why, and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may choose. Each field's meaning is its line here."""

    mode: str  # ASKFIRST_MODE: "demo" answers on this machine only; "production" is for a trust
    data: Path  # ASKFIRST_DATA: the folder for database, keys and logs
    hosts: tuple[str, ...]  # ASKFIRST_HOSTS: names this server answers to, by commas (production only)
    hashed_static: bool  # ASKFIRST_HASHED_STATIC: "no" serves style sheets under plain names (tests)
    secret_key: str  # drawn at each start: only form tokens hang on it, and they may die with the process

    def shown(self) -> dict[str, str]:
        """Every field but secrets, for `askfirst settings check`."""
        return {field.name: str(getattr(self, field.name)) for field in fields(self) if field.name != "secret_key"}


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
    return Settings(
        mode=mode,
        data=Path(environ.get("ASKFIRST_DATA", "var")).absolute(),
        hosts=("localhost", "127.0.0.1") if mode == "demo" else hosts,
        hashed_static=environ.get("ASKFIRST_HASHED_STATIC", "yes") != "no",
        secret_key=secrets.token_urlsafe(50),
    )
