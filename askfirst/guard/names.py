"""What a site's name says of itself (DNS TXT): one question to the resolver that this machine asks anyway, one answer, nothing followed.

Part of the one door out. A question holds a name that is public already and nothing of anybody. An answer is bytes nobody trusts: each
length in it is checked, and whatever is odd is no answer. Source: RFC 1035, RFC 6891 and RFC 8552.
"""

import re
import secrets
import socket
import struct
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from askfirst.guard.addresses import NOT_PUBLIC, NotOpen, may_be_public
from askfirst.guard.door import Shut
from askfirst.words import say

__all__ = ["Ask", "texts_of"]

Ask = Callable[[str], tuple[str, ...]]
"""What the faces are given: `texts_of` with this machine's resolver."""
SECONDS, BYTES, MOST = 4.0, 1232, 50  # for the answer; of it, as is asked for; records that are looked at
TXT, IN, OPT = 16, 1, 41
RESOLVERS = Path("/etc/resolv.conf")
SERVER = re.compile(r"^\s*nameserver\s+(\S+)", re.MULTILINE)
NO_RESOLVER = say("This server cannot ask for names. Use another way.")
NO_ANSWER = say("The name system did not answer. Try again later.")
TOO_LONG = say("The record is longer than we read. Give it a name of its own.")


class _Odd(ValueError):
    """This answer is not whole, or not to our question."""


def texts_of(name: str, *, server: tuple[str, int] | None = None, seconds: float = SECONDS) -> tuple[str, ...]:
    """The texts that stand under a name; none where there is no such name, or no text. Raises NotOpen and Shut.

    `name` may begin with one label with a line under it, such as _askfirst.site.example. `server`: in tests alone.
    """
    try:
        plain = name.rstrip(".").encode("idna").decode("ascii").lower() if not name.startswith("_") else _under(name)
    except UnicodeError:
        raise NotOpen(NOT_PUBLIC) from None
    if not may_be_public(plain.partition(".")[2] if plain.startswith("_") else plain):
        raise NotOpen(NOT_PUBLIC)
    number = secrets.randbelow(1 << 16)
    asked = _question(plain)
    sent = struct.pack(">HHHHHH", number, 0x0100, 1, 0, 0, 1) + asked + b"\0" + struct.pack(">HHIH", OPT, BYTES, 0, 0)
    return _answer(server or _resolver(), sent, number, asked, time.monotonic() + seconds)


def _under(name: str) -> str:
    first, _, rest = name.rstrip(".").partition(".")
    if not re.fullmatch(r"_[a-z0-9-]{1,62}", first, re.ASCII):
        raise NotOpen(NOT_PUBLIC)
    return "%s.%s" % (first, rest.encode("idna").decode("ascii").lower())


def _resolver() -> tuple[str, int]:
    try:
        found = SERVER.search(RESOLVERS.read_text(encoding="ascii", errors="replace"))
    except OSError:
        found = None
    if found is None:
        raise Shut(NO_RESOLVER)
    return found[1], 53


def _question(name: str) -> bytes:
    labels = [label.encode("ascii") for label in name.split(".")]
    if len(name) > 253 or not all(1 <= len(label) <= 63 for label in labels):
        raise NotOpen(NOT_PUBLIC)
    return b"".join(bytes((len(label),)) + label for label in labels) + b"\0" + struct.pack(">HH", TXT, IN)


def _answer(server: tuple[str, int], sent: bytes, number: int, asked: bytes, until: float) -> tuple[str, ...]:
    """The first answer to this very question; what is none is passed over until the time is gone."""
    try:
        family = socket.getaddrinfo(*server, type=socket.SOCK_DGRAM, flags=socket.AI_NUMERICHOST)[0]
        with socket.socket(family[0], socket.SOCK_DGRAM) as held:
            held.connect(family[4])
            held.send(sent)
            while (left := until - time.monotonic()) > 0:
                held.settimeout(left)
                try:
                    return tuple(_texts(held.recv(4096), number, asked))
                except _Odd:
                    continue
    except OSError:  # TimeoutError among them
        pass
    raise Shut(NO_ANSWER)


def _texts(came: bytes, number: int, asked: bytes) -> list[str]:
    """Raises _Odd for what is not whole or not to our question, and Shut for what is cut off and for a name system that failed."""
    if len(came) < 12 or came[:2] != struct.pack(">H", number) or not came[2] & 0x80:
        raise _Odd
    flags, questions, answers = struct.unpack(">HHH", came[2:8])
    if questions != 1 or came[12 : 12 + len(asked)].lower() != asked.lower():
        raise _Odd
    if flags & 0x0200:
        raise Shut(TOO_LONG)
    if flags & 0x000F == 3:
        return []
    if flags & 0x000F:
        raise Shut(NO_ANSWER)
    return [text for kind, text in _records(came, 12 + len(asked), min(answers, MOST)) if kind == TXT]


def _records(came: bytes, at: int, count: int) -> Iterator[tuple[int, str]]:
    for _ in range(count):
        at = _past_name(came, at)
        if at + 10 > len(came):
            raise _Odd
        kind, klass, _, size = struct.unpack(">HHIH", came[at : at + 10])
        at += 10
        if at + size > len(came):
            raise _Odd
        if klass == IN and kind == TXT:
            yield kind, _joined(came[at : at + size])
        at += size


def _past_name(came: bytes, at: int) -> int:
    """A name is never followed to where it points: only its length counts here."""
    while at < len(came):
        size = came[at]
        if size == 0:
            return at + 1
        if size & 0xC0 == 0xC0:
            return at + 2
        if size & 0xC0:
            raise _Odd
        at += 1 + size
    raise _Odd


def _joined(data: bytes) -> str:
    """The pieces of one text, one after another."""
    at, found = 0, b""
    while at < len(data):
        size = data[at]
        if at + 1 + size > len(data):
            raise _Odd
        found += data[at + 1 : at + 1 + size]
        at += 1 + size
    return found.decode("utf-8", "replace")
