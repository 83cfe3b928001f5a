"""The one door out: every web address AskFirst fetches goes through here, after its owner has said it is theirs.

One page on one click: nothing is followed but a redirect, and that only to where the door may go. It carries no cookie, no name of anybody
and no address of ours; it is held to so many bytes, seconds and redirects. What comes back is bytes nobody trusts: `child` reads them.
"""

import contextlib
import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol, cast
from urllib.parse import urljoin, urlsplit

from askfirst.guard.addresses import PUBLIC, NotOpen, Opening, Where, look_at
from askfirst.words import Sentence, say

__all__ = ["BYTES", "PAGES", "REDIRECTS", "SECONDS", "SHEETS", "Fetch", "Fetched", "NotOpen", "Shut", "fetch", "site_of"]

BYTES, SECONDS, REDIRECTS = 1_000_000, 10.0, 3
AT_A_TIME = 64_000
TURNS = frozenset({301, 302, 303, 307, 308})
PAGES = ("text/html", "application/xhtml+xml")
SHEETS = ("text/css",)
ASKED = {
    "Accept-Encoding": "identity",
    "User-Agent": "AskFirst (asked for by whoever runs the page)",
    "Connection": "close",
}

TOO_LONG = say("The page took too long to answer. Try again later.")
TOO_LARGE = say("The page is larger than we read. Use a smaller page.")
NO_ANSWER = say("The site did not answer. Try again later.")
NOT_SAFE = say("The site’s certificate could not be checked, so we did not read it.")
NO_PAGE = say("The site has no such page today.")
NO_HTML = say("That address holds no web page.")
LEADS_AWAY = say("The address leads away from its site. Use the one where it ends.")
TOO_MANY_TURNS = say("The address leads on to others too often. Use the one where it ends.")


def site_of(address: str) -> tuple[str, str, int | None]:
    """What is one site: scheme, name and port. Raises ValueError."""
    split = urlsplit(address)
    return split.scheme, (split.hostname or "").casefold(), split.port


class Shut(RuntimeError):
    """Nothing came back that may be read; one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came. `address`: where it was in the end."""

    address: str
    body: bytes = field(repr=False)


class Fetch(Protocol):
    """What the faces are given: `fetch` with the public web."""

    def __call__(self, address: str, /, *, kinds: tuple[str, ...] = PAGES, seconds: float = SECONDS, stay: bool = False) -> Fetched: ...


class _Until(io.RawIOBase):
    """A socket that is read until so many seconds and bytes are gone, however slowly it drips. Raises Shut."""

    def __init__(self, held: socket.socket, until: float) -> None:
        super().__init__()
        self.held, self.until, self.left = held, until, BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, into: object) -> int:
        seconds = self.until - time.monotonic()
        if seconds <= 0:
            raise Shut(TOO_LONG)
        self.held.settimeout(seconds)
        room = cast("memoryview", memoryview(cast("bytearray", into)))[:AT_A_TIME]
        took = self.held.recv_into(room)
        self.left -= took
        if self.left < 0:
            raise Shut(TOO_LARGE)
        return took

    def makefile(self, *_: object, **__: object) -> io.BufferedReader:
        return io.BufferedReader(self)


def fetch(
    address: str, /, *, kinds: tuple[str, ...] = PAGES, opening: Opening = PUBLIC, seconds: float = SECONDS, stay: bool = False
) -> Fetched:
    """One page, or one sheet of it: what is of one of `kinds`. `stay`: no redirect is followed that leaves the site.

    Raises NotOpen for an address that may not be opened, at first or after a redirect, and Shut for all else.
    """
    until = time.monotonic() + seconds
    for _ in range(REDIRECTS + 1):
        where = look_at(address, opening)
        with _reached(where, until, kinds[0]) as (answer, body):
            turn = answer.getheader("Location") if answer.status in TURNS else None
            if turn is None:
                return Fetched(address, _taken(answer, body, kinds))
            there = urljoin(address, turn)
            if stay and site_of(there) != site_of(address):
                raise Shut(LEADS_AWAY)
            address = there
    raise Shut(TOO_MANY_TURNS)


@contextlib.contextmanager
def _reached(where: Where, until: float, accept: str) -> Iterator[tuple[http.client.HTTPResponse, Callable[[], bytes]]]:
    """The head of the answer, and its body when asked for. The socket is closed after."""
    try:
        with contextlib.closing(_connected(where, until)) as held:
            host = where.host if where.port in (80, 443) else "%s:%d" % (where.host, where.port)
            head = "".join("%s: %s\r\n" % pair for pair in {"Host": host, "Accept": accept, **ASKED}.items())
            held.sendall(("GET %s HTTP/1.1\r\n%s\r\n" % (where.path, head)).encode("ascii"))
            answer = http.client.HTTPResponse(cast("socket.socket", _Until(held, until)), method="GET")
            answer.begin()
            yield answer, answer.read
    except ssl.SSLError:
        raise Shut(NOT_SAFE) from None
    except TimeoutError:
        raise Shut(TOO_LONG) from None
    except (OSError, http.client.HTTPException, ValueError) as problem:
        if isinstance(problem, NotOpen):
            raise
        raise Shut(NO_ANSWER) from None


def _connected(where: Where, until: float) -> socket.socket:
    held = socket.create_connection((where.number, where.port), timeout=max(0.01, until - time.monotonic()))
    if not where.secure:
        return held
    try:
        held.settimeout(max(0.01, until - time.monotonic()))
        return ssl.create_default_context().wrap_socket(held, server_hostname=where.host)
    except BaseException:
        held.close()
        raise


def _taken(answer: http.client.HTTPResponse, body: Callable[[], bytes], kinds: tuple[str, ...]) -> bytes:
    """Raises Shut for no page, for what is none, and for one that is packed though we asked for it plain."""
    if answer.status != 200:
        raise Shut(NO_PAGE)
    kind = (answer.getheader("Content-Type") or "").partition(";")[0].strip().lower()
    if kind not in kinds or (answer.getheader("Content-Encoding") or "identity").lower() != "identity":
        raise Shut(NO_HTML)
    length = answer.getheader("Content-Length") or ""
    if length.isdigit() and int(length) > BYTES:
        raise Shut(TOO_LARGE)
    return body()
