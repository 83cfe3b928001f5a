"""A link somebody pastes, or the name of an app they type: which service it is, and nothing more. It is never opened and never kept.

Pure. Any words will do; what could do harm, or cannot be a link, is refused with one sentence.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from askfirst.procedure.guides import Service, the_services
from askfirst.procedure.trust import Trust, load_trust
from askfirst.words import Sentence, say

__all__ = ["LONGEST_LINK", "BadLink", "Link", "read_link"]

LONGEST_LINK = 2_000  # characters
NOT_WEB = re.compile(
    r"(?:javascript|vbscript|data|file|blob|about|view-source|filesystem|intent|ftp|sftp|ssh|mailto|tel|sms|chrome|jar)\s*:",
    re.IGNORECASE,
)
SCRIPT = re.compile(r"\b(?:java|vb)script\s*:", re.IGNORECASE)
WEB = re.compile(r"https?://\S+", re.IGNORECASE)
BARE = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE)
UNSEEN = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
HALF = re.compile("[\ud800-\udfff]")
WORD = re.compile(r"\w+")
AFTER = ".,;:!?)]}'\"’”"


class BadLink(ValueError):
    """Why this cannot be used; one sentence that says what to do."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


@dataclass(frozen=True, slots=True)
class Link:
    """`text` as it stands in a letter: the address, or the words. `is_web` where it is an address; `ours` where a school runs that site."""

    text: str = ""
    is_web: bool = False
    service: Service | None = None
    ours: bool = False


def read_link(given: str, trust: Trust | None = None) -> Link:
    """What was pasted: an address anywhere in the text, a name, other words, or nothing. Raises BadLink.

    `trust`: whose sites are ours, as it is today; None for the trust as its pack has it.
    """
    text = given.strip()
    if len(text) > LONGEST_LINK:
        length = format(len(text), ",")
        limit = format(LONGEST_LINK, ",")
        raise BadLink(
            say("This is {length} characters long. We take {limit} at most. Paste the address alone.", length=length, limit=limit)
        )
    if HALF.search(text) or UNSEEN.search(text):
        raise BadLink(say("This holds marks that no link has. Copy the address again."))
    flat = " ".join(text.split())
    if NOT_WEB.match("".join(text.split())) or SCRIPT.search(flat):
        raise BadLink(say("This is not a link to a page. Paste one that starts with https://, or type the app’s name."))
    found = WEB.search(flat)
    address = found.group().rstrip(AFTER) if found else ""
    if not address and BARE.fullmatch(flat):
        address = flat
    return _address(address, trust or load_trust()) if address else Link(flat, service=_named(flat))


def _address(address: str, trust: Trust) -> Link:
    try:
        host = urlsplit(address if "://" in address else "https://" + address).hostname or ""
    except ValueError:
        host = ""
    if not host:
        raise BadLink(say("We cannot read this address. Copy it again, or type the app’s name."))
    ours = any(_within(host, domain) for domain in trust.domains)
    service = next((one for one in the_services() if any(_within(host, known) for known in one.hosts)), None)
    return Link(address, True, service, ours)


def _within(host: str, domain: str) -> bool:
    return host.rstrip(".") == domain or host.rstrip(".").endswith("." + domain)


def _named(words: str) -> Service | None:
    """The service whose name stands in the words; one letter is a name only where it stands alone."""
    said = WORD.findall(words)
    for one in the_services():
        if any(one.is_called(word) and (len(word) > 1 or len(said) == 1) for word in said):
            return one
    return None
