"""Facts found in a file, as short plain text under a few fixed names, and how many entries stood in each group.

Bounded: a file may hold any number of notes of any length, and an answer may not.
"""

import unicodedata
from dataclasses import dataclass, field

__all__ = ["BAR", "GROUPS", "LONGEST", "MOST", "SQUARE", "Fact", "Found", "plain"]

GROUPS = ("exif", "xmp", "iptc", "comments", "png-text", "profiles", "tail", "seconds", "credentials", "other")
"""EXIF, XMP, IPTC, comments of the file itself, text of a PNG, colour profiles, bytes after the end, further pictures and films, content
credentials, blocks that a program or a maker added."""
SQUARE, BAR = "square-code", "bar-code"
"""Facts that stand in the picture itself, in no group."""
MOST = 200
LONGEST = 2_000  # code points of one fact


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the file says. `what` is a fixed word: place, direction, taken, owner, artist, serial, person, comment, …"""

    group: str
    what: str
    text: str


@dataclass(slots=True)
class Found:
    """All that was found. `thumbs` are the small pictures inside, as they lie there."""

    facts: list[Fact] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(GROUPS, 0))
    thumbs: list[bytes] = field(default_factory=list)
    orientation: int = 1
    whole: bool = True  # the file ends where its kind ends
    more: bool = False  # there was more than MOST

    def add(self, group: str, what: str, text: str) -> None:
        """One fact, once; nothing for an empty one."""
        said = Fact(group, what, plain(text))
        if not said.text or said in self.facts:
            return
        if len(self.facts) >= MOST:
            self.more = True
        else:
            self.facts.append(said)

    def count(self, group: str, more: int = 1) -> None:
        self.counts[group] += more


def plain(text: str) -> str:
    """Readable text on one line: signs that are not seen become spaces, at most LONGEST code points."""
    seen = "".join(" " if unicodedata.category(one)[0] == "C" or one in "\u2028\u2029" else one for one in text[: LONGEST * 2])
    return " ".join(seen.split())[:LONGEST]
