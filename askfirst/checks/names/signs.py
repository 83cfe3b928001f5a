"""What stands for the Trust or a school in a name, made ready to be looked for: its spellings, its words, what a typo leaves. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from askfirst.checks.draft import Brand
from askfirst.checks.names.look_alikes import SHORT
from askfirst.checks.names.spelled import Spelled, words_of

__all__ = ["GENERIC", "OFTEN", "SOME", "Sign", "Signs", "ready"]

GENERIC = {
    "school": ("school", "schools", "sch", "schl", "skool", "skl"),
    "academy": ("academy", "acad", "acdmy", "acadamy"),
    "college": ("college", "coll", "clg"),
    "primary": ("primary", "prim"),
    "trust": ("trust", "trst"),
    "education": ("education", "educational", "edu", "educ"),
    "high": ("high", "hs"), "junior": ("junior", "jnr"), "infant": ("infant", "infants"), "community": ("community", "comm"),
    "grammar": ("grammar",), "secondary": ("secondary", "sec"), "the": ("the", ""), "of": ("of", ""), "and": ("and", "n", ""),
    "st": ("st", "saint"),
}  # fmt: skip
"""Words that many schools have in their names, and how they are cut short."""
OFTEN = 8  # letters from which a name is told in the middle of others
SOME = 6  # letters from which a slip still tells which name was meant, where it stands alone
CONSONANTS = 5  # that must be left where vowels are dropped


@dataclass(frozen=True, slots=True)
class Sign:
    """One name as it is looked for. `read`, `rough` and `soft` as in `Spelled`; `words`: each with what stands for it, longest first."""

    term: str
    ambiguous: bool
    initials: bool
    bare: str
    soft: str
    read: str
    rough: str
    words: tuple[tuple[str, ...], ...]
    bones: str  # its consonants; "" where too few are left to tell it by
    dropped: re.Pattern[str]  # those in a row, each vowel of it or none between them
    part: bool = False  # the one word of a longer name that is its own

    @property
    def anywhere(self) -> bool:
        """Long enough to be met in the middle of other letters."""
        return len(self.bare) >= OFTEN


@dataclass(frozen=True, slots=True)
class Signs:
    """All of them, those that are no other word first, each time the longest first."""

    those: tuple[Sign, ...]


def _letters(text: str) -> Spelled:
    return Spelled("".join(text.split()))


def _sign(term: str, *, ambiguous: bool, part: bool = False) -> Sign | None:
    one = _letters(term.replace("'", "").replace("’", ""))
    if not one.bare or "\0" in one.bare:
        return None
    words = words_of(term.replace("'", "").replace("’", ""))
    many = len(words) > 1 and any(len(word) > SHORT and word not in GENERIC for word in words)
    told = tuple(tuple(_letters(way).read.text for way in GENERIC.get(word, (word,))) for word in words) if many else ()
    return Sign(
        term, ambiguous, len(one.bare) <= SHORT, one.bare, one.soft.text, one.read.text, one.rough.text,
        tuple(sorted(told, key=lambda ways: -len(ways[0]))), one.bones if len(one.bones) >= CONSONANTS else "",
        _dropped(one.soft.text), part,
    )  # fmt: skip


def _own_words(brands: Iterable[Brand]) -> list[Sign]:
    """The one long word of a name that no other name of the Trust is, such as "brannocks"."""
    found, known = [], {_letters(brand.term).bare for brand in brands}
    for brand in brands:
        words = words_of(brand.term.replace("'", "").replace("’", ""))
        own = [word for word in words if word not in GENERIC]
        if not brand.ambiguous and len(words) > 1 and len(own) == 1 and len(own[0]) >= OFTEN - 1 and own[0] not in known:
            made = _sign(own[0], ambiguous=False, part=True)
            found += [replace(made, term=brand.term)] if made else []
    return found


def _dropped(soft: str) -> re.Pattern[str]:
    return re.compile("".join(one + "?" if one in "aeiou" else re.escape(one) for one in soft))


@lru_cache(maxsize=16)
def ready(brands: tuple[Brand, ...], domains: frozenset[str] = frozenset(), mottos: tuple[str, ...] = ()) -> Signs:
    """Made once for each trust. A domain's first part counts, as ambiguous as the name that it is."""
    known = {_letters(brand.term).bare: brand.ambiguous for brand in brands}
    stems = sorted({domain.partition(".")[0] for domain in domains} - set(known))
    given = [
        *brands,
        *(Brand(stem, ambiguous=known.get(_letters(stem).bare, len(stem) < OFTEN)) for stem in stems),
        *(Brand(motto, ambiguous=True) for motto in mottos),
    ]
    made = [sign for brand in given if (sign := _sign(brand.term, ambiguous=brand.ambiguous)) is not None]
    those = sorted(
        {sign.read + str(sign.ambiguous): sign for sign in reversed([*_own_words(given), *made])}.values(),
        key=lambda one: (one.ambiguous, -len(one.read)),
    )
    return Signs(tuple(those))
