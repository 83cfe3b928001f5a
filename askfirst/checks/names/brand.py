"""A school's name in the name or address of a page of one's own makes people take it for the school's (HYB-3).

What holds the name as it is written says so. A near miss "looks similar", never "is". A word that is a place or an ordinary word too
is asked about before anything is judged (A41). Initials match whole words alone.
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from askfirst.checks.draft import Author, Brand, Draft, Told
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.names.near import near_places
from askfirst.checks.names.signs import SOME, Sign, Signs, ready
from askfirst.checks.names.spelled import Row, Spelled, words_of
from askfirst.words import say

__all__ = ["BRAND", "Found", "How", "find", "signs_of"]

BEFORE = frozenset("the my our real official team mr mrs ms miss mx dr sir im ilove love from at go free hey x xx not fake".split())
"""What may stand before a name that is written with a slip, in one word with it."""
SOUNDS = ((re.compile("[xX]"), "cks"), (re.compile("(?<=[A-Za-z])8(?![0-9])"), "ate"))
"""A letter and a figure that are written for how they sound."""
LONG = 10  # letters from which a name with a slip is told where other letters follow it
LONGEST = 200  # code points of one name; what is longer is a text


class How(IntEnum):
    """How a name is met. As it is written, or nearly."""

    HOLDS = 0
    SIMILAR = 1


class Found(NamedTuple):
    sign: Sign
    how: How


def signs_of(told: Told) -> Signs:
    """What stands for the Trust or a school in a name, from what a check was told."""
    return ready(told.brands, told.published_domains, told.mottos)


def find(text: str, signs: Signs) -> Found | None:
    """What of a school's a name holds: a name that is no other word before one that is a place too, and as it is written before nearly.

    Linear in the name, for each sign. What is met only where a letter or figure is read for its sound is met nearly.
    """
    found = _find(text, signs)
    for sign, sound in SOUNDS if found is None else ():
        if sign.search(text) and (heard := _find(sign.sub(sound, text), signs)) is not None:
            return Found(heard.sign, How.SIMILAR)
    return found


def _find(text: str, signs: Signs) -> Found | None:
    name = Spelled(text)
    words: list[str] | None = None
    best: Found | None = None
    for sign in signs.those:
        if best is not None and (sign.ambiguous or best.how is How.HOLDS):
            break
        if sign.initials:
            words = words_of(text) if words is None else words
            found = How.HOLDS if sign.bare in words else None
        elif _in_a_row(sign.bare, name.bare, name, sign):
            found = How.SIMILAR if sign.part else How.HOLDS
        else:
            found = How.SIMILAR if _nearly(sign, name) else None
        if found is not None and (best is None or found < best.how):
            best = Found(sign, found)
    return best


def _in_a_row(wanted: str, row: str, name: Spelled, sign: Sign) -> bool:
    """A short one begins a part of the name."""
    if wanted not in row:
        return False
    return sign.anywhere or row.startswith(wanted) or any(_begins(wanted, part) for part in name.parts)


def _begins(wanted: str, part: str) -> bool:
    before, met, _ = part.partition(wanted)
    return bool(met) and (not before or before in BEFORE)


def _starts(row: Row, at: int) -> bool:
    """Whether a part starts there, or only a small word stands before it in its part."""
    if at in row.starts:
        return True
    begun = max((one for one in row.starts if one < at), default=0)
    return row.text[begun:at] in BEFORE


def _nearly(sign: Sign, name: Spelled) -> bool:
    read = name.read
    if sign.read in read.text and (sign.anywhere or any(_starts(read, at) for at in _places(sign.read, read.text))):
        return True
    if sign.words and _all_words(sign, read.text):
        return True
    long = len(sign.bare) >= LONG
    if sign.bones and sign.bones in name.bones and _dropped(sign, name.soft, long=long):
        return True
    if len(sign.read) < SOME:
        return False
    row = name.rough
    if sign.rough in row.text and any(_stands(row, at, at + len(sign.rough), long=long) for at in _places(sign.rough, row.text)):
        return True
    if any(_stands(read, start, end, long=long) for start, end in near_places(sign.read, read.text)):
        return True
    return sign.outline in name.outline and _sounds_like(sign, name, long=long)


def _sounds_like(sign: Sign, name: Spelled, *, long: bool) -> bool:
    """Whether it stands there in another spelling of its sound."""
    if not any(part[:1] in sign.begins for part in name.soft.parts):
        return False
    row = name.sounds
    return any(_stands(row, at, at + len(sign.sounds), long=long) for at in _places(sign.sounds, row.text))


def _dropped(sign: Sign, row: Row, *, long: bool) -> bool:
    """Whether it stands there with vowels left out."""
    if long:
        return any(_starts(row, met.start()) for met in sign.dropped.finditer(row.text))
    return any(sign.dropped.fullmatch(part) for part in row.parts)


def _stands(row: Row, start: int, end: int, *, long: bool) -> bool:
    """Whether it begins a part; one of few letters is all of it, and lies across no sign between two parts."""
    return _starts(row, start) and (long or (end in row.ends and not any(start < one < end for one in row.starts)))


def _places(wanted: str, text: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _all_words(sign: Sign, text: str) -> bool:
    """Its words in any order, each once; of what many schools are called by, what it is cut short to will do."""
    for ways in sign.words:
        met = next((way for way in ways if way in text), None)
        if met is None:
            return False
        text = text.replace(met, "\0", 1) if met else text
    return True


def look(draft: Draft) -> Iterator[Hit]:
    text = draft.text.strip()
    if not text or len(text) > LONGEST:
        return
    found = find(text, signs_of(draft.told))
    if found is None:
        return
    start = draft.text.index(text)
    term, about = found.sign.term, "asks" if found.sign.ambiguous else found.how.name.lower()
    holds = found.how is How.HOLDS
    yield Hit(
        start,
        start + len(text),
        level=Level.WORTH if about == "holds" else Level.TIP,
        title=say("It holds “{term}”", term=term) if holds else say("It looks similar to “{term}”", term=term),
        why=ASKS if about == "asks" else TAKEN if about == "holds" else MAY_BE_TAKEN,
        fix=DECIDE if about == "asks" else RENAME,
        about=about,
    )


TAKEN = say("People may take your page for the school’s. Your own page should not have a school’s name in its address.")
MAY_BE_TAKEN = say("People may take your page for the school’s. It may be chance, too.")
ASKS = say("That is also a place or a plain word. Does it mean the school here?")
DECIDE = say("If it means the school, choose another name. If it means the place, leave it.")
RENAME = say("Use your own name, your subject or a word you like. Most sites let you keep your followers.")
EXAMPLES = Told(
    brands=(Brand("Northgate School"), Brand("Northgate", ambiguous=True), Brand("NGA"), Brand("RET", ambiguous=True)),
    published_domains=frozenset({"northgate.example"}),
    mottos=("Reach for more",),
)


def _told(*names: str) -> tuple[Draft, ...]:
    return tuple(Draft(name, Author.STAFF, told=EXAMPLES) for name in names)


BRAND = Check(
    name="brand",
    kind="name",
    clause="HYB-3",
    also=("HYB-1",),
    level=Level.TIP,
    title=say("A school’s name in a name"),
    why=MAY_BE_TAKEN,
    fix=RENAME,
    doubt=say("We only look at letters. We do not open a page or search for one."),
    look=look,
    flags=_told(
        "northgateschool", "Northgate.School_PE", "n0rthgate-sch00l", "northgаte_sсhооl", "nrthgtschl", "schoolnorthgate",
        "nortghateschool", "northgate", "chalkbadger-northgate.example", "nga_pe", "PE_at_NGA", "@RET2026", "reachformore",
        "noorthgaate", "northqatc", "norfgait",
    ),
    passes=_told(
        "chalkbadger.example", "eastgate_diaries", "ng4mer", "bangalore_bakes", "retro_rita", "Carpets by Ngaio", "norththegate", "norgate",
    ),
)  # fmt: skip
