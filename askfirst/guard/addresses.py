"""Which web addresses may be fetched at all: public ones, by name and by number, checked again after each redirect.

A name is looked up once, every number that it has must be public, and the door connects to a number that was looked at: a name that answers
otherwise the second time gains nothing.
"""

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from askfirst.words import Sentence, say

__all__ = ["NOT_PUBLIC", "PUBLIC", "NotOpen", "Opening", "Where", "is_public", "look_at", "may_be_public", "numbers_of"]

INSIDE = (
    "localhost",
    "local",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "private",
    "home.arpa",
    "onion",
    "test",
    "invalid",
    "localdomain",
)
LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)
UNSEEN = re.compile(r"[\x00-\x20\x7f\\]")
CARRIED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("2002::/16"), ipaddress.ip_network("2001::/32"))
"""Numbers that lead to another number inside them."""
LONGEST = 2_000
NO_ADDRESS = say("This is not the address of a page. Use one that starts with https://.")
NOT_PUBLIC = say("This address is not on the public web. AskFirst opens public pages only.")
NO_SUCH_NAME = say("No site of this name was found. Look at its spelling.")


class NotOpen(ValueError):
    """Why an address is not opened; one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


def is_public(number: str) -> bool:
    """Whether an IP number is one of the public web, and leads to no other inside it."""
    try:
        one = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(one, ipaddress.IPv6Address):
        if one.ipv4_mapped is not None:
            return is_public(str(one.ipv4_mapped))
        if any(one in net for net in CARRIED):
            return False
    return one.is_global and not one.is_multicast


def numbers_of(host: str, port: int) -> Sequence[str]:
    """Every number of a name, as this machine looks names up. Raises NotOpen."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotOpen(NO_SUCH_NAME) from None
    return tuple(dict.fromkeys(str(one[4][0]) for one in found))


@dataclass(frozen=True, slots=True)
class Opening:
    """What may be reached. As it is made it is the public web; only tests make another."""

    allows: Callable[[str], bool] = is_public
    numbers: Callable[[str, int], Sequence[str]] = numbers_of
    ports: frozenset[int] = frozenset({80, 443})


PUBLIC = Opening()


@dataclass(frozen=True, slots=True)
class Where:
    """An address that may be opened: by this number, under this name."""

    secure: bool
    host: str
    port: int
    number: str
    path: str


def look_at(address: str, opening: Opening = PUBLIC) -> Where:
    """Raises NotOpen for what is no http(s) address, has a name and password in it, an odd port, or a number that is not public."""
    if len(address) > LONGEST or UNSEEN.search(address):
        raise NotOpen(NO_ADDRESS)
    try:
        split = urlsplit(address)
        host = (split.hostname or "").rstrip(".").encode("idna").decode("ascii").lower()
        port = split.port or (443 if split.scheme == "https" else 80)
    except ValueError:  # UnicodeError among them
        raise NotOpen(NO_ADDRESS) from None
    if split.scheme not in ("http", "https") or not host or "@" in split.netloc:
        raise NotOpen(NO_ADDRESS)
    if port not in opening.ports or not may_be_public(host):
        raise NotOpen(NOT_PUBLIC)
    numbers = opening.numbers(host, port)
    if not numbers or not all(opening.allows(one) for one in numbers):
        raise NotOpen(NOT_PUBLIC)
    path = (split.path or "/") + ("?" + split.query if split.query else "")
    return Where(split.scheme == "https", host, port, numbers[0], path.encode("ascii", "ignore").decode())


def may_be_public(host: str) -> bool:
    """By name alone: two parts at least, none of them odd, and no ending that machines keep for their own network."""
    labels = host.split(".")
    if len(labels) < 2 or len(host) > 253 or not all(LABEL.fullmatch(label) for label in labels) or labels[-1].isdigit():
        return False
    return not any(host == one or host.endswith("." + one) for one in INSIDE)
