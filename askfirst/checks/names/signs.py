"""What stands for the Trust or a school in a name, made ready to be looked for: its spellings, its words, what a typo leaves. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from askfirst.checks.draft import Brand
from askfirst.checks.names.look_alikes import SHORT
from askfirst.checks.names.sounds import begins
from askfirst.checks.names.spelled import Spelled, words_of

__all__ = ["GENERIC", "OFTEN", "SOME", "Sign", "Signs", "ready"]

GENERIC = {
    "school": ("school", "schools", "sch", "schl", "skool", "skl"),
    "academy": ("academy", "acad", "acdmy", "acadamy"),
    "college": ("college", "coll", "clg"),
    "primary": ("primary", "prim"),
    "trust": ("trust", "trst"),
    "education": ("education", "educational", "edu", "educ"),
    "high": ("high", "hs"), "junior": ("junior", "jnr"), "infant": ("infant", "infants", "inf"),
    "infants": ("infants", "infant", "inf"), "community": ("community", "comm"),
    "grammar": ("grammar",), "secondary": ("secondary", "sec"), "federation": ("federation", "fed"), "nursery": ("nursery",),
    "sixth": ("sixth", "6th", "vi"), "form": ("form",), "catholic": ("catholic", "rc", ""),
    "church": ("church", "c", ""), "england": ("england", "e", ""),
    "girls": ("girls",), "boys": ("boys",), "free": ("free", ""), "learning": ("learning",), "partnership": ("partnership",),
    "preparatory": ("preparatory", "prep"), "prep": ("prep",), "comprehensive": ("comprehensive", "comp"),
    "upper": ("upper",), "lower": ("lower",),
    "middle": ("middle",), "the": ("the", ""), "of": ("of", ""), "and": ("and", "n", ""),
    "st": ("st", "saint"), "saint": ("saint", "st"),
}  # fmt: skip
"""Words that many schools have in their names, and how they are cut short."""
OFTEN = 8  # letters from which a name is told in the middle of others
SOME = 6  # letters from which a slip still tells which name was meant, where it stands alone
FRONT = frozenset({"st", "saint", "the"})  # of those, what stands before a word that is a name's own
LEFT, LONG = 2, 10  # words, and letters, of a name that may be said without its last word
CONSONANTS = 5  # that must be left where vowels are dropped


@dataclass(frozen=True, slots=True)
class Sign:
    """One name as it is looked for. `read`, `rough`, `soft` and `sounds` as in `Spelled`; `words`: each with what stands for it, longest
    first.
    """

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
    outline: str  # consonants of its sound; "" where it is too short to be told by that
    sounds: str
    begins: frozenset[str]  # letters that may begin a spelling of it
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
    many = len(words) > 1 and sum(len(word) for word in words if word not in GENERIC) > SHORT
    told = tuple(tuple(_letters(way).read.text for way in GENERIC.get(word, (word,))) for word in words) if many else ()
    return Sign(
        term, ambiguous, len(one.bare) <= SHORT, one.bare, one.soft.text, one.read.text, one.rough.text,
        tuple(sorted(told, key=lambda ways: -len(ways[0]))), one.bones if len(one.bones) >= CONSONANTS else "",
        _dropped(one.soft.text), one.outline if len(one.bare) >= SOME else "", (heard := one.sounds.text), begins(heard), part,
    )  # fmt: skip


def _own_words(brands: Iterable[Brand]) -> list[Sign]:
    """What of a name is its own, where no other name of the Trust is that: one long word, such as "brannocks", or some in a row.

    Some in a row may be a church's or a street's too, so that they are asked about.
    """
    found, known = [], {_letters(brand.term).bare for brand in brands}
    for brand in brands:
        words = words_of(brand.term.replace("'", "").replace("’", ""))
        own = [word for word in words if word not in GENERIC]
        if not brand.ambiguous and len(words) > 1 and len(own) == 1 and len(own[0]) >= OFTEN - 1 and own[0] not in known:
            made = _sign(own[0], ambiguous=False, part=True)
            found += [replace(made, term=brand.term)] if made else []
        first = next((at for at, word in enumerate(words) if word in GENERIC and word not in FRONT), 0)
        row = "".join(word for word in words[:first] if word != "the")
        if not brand.ambiguous and first > 1 and row not in own and len(row) >= OFTEN and row not in known:
            made = _sign(row, ambiguous=True, part=True)
            found += [replace(made, term=brand.term)] if made else []
    return found


def _cut_short(brands: Iterable[Brand]) -> list[Sign]:
    """A name of some words without its last, where that is one of many schools: "Holy Trinity Primary" of a School."""
    found = []
    for brand in brands:
        words = words_of(brand.term.replace("'", "").replace("’", ""))
        if (
            not brand.ambiguous
            and len(words) > LEFT
            and words[-1] in GENERIC
            and any(word in GENERIC and word != "the" for word in words[1:-1])
        ):
            made = _sign(brand.term.rpartition(" ")[0], ambiguous=False, part=True)
            found += [replace(made, term=brand.term)] if made and len(made.bare) >= LONG else []
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
        {sign.read + str(sign.ambiguous): sign for sign in reversed([*_own_words(given), *_cut_short(given), *made])}.values(),
        key=lambda one: (one.ambiguous, -len(one.read)),
    )
    return Signs(tuple(those))
