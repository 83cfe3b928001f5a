"""Words written as one taken apart: "hateallof", "arejust", "betterplace", "person'slife".

Taken apart only into words that we know, never where what stands there is itself a word of every day, and only where somebody may be meant.
"""

from collections.abc import Iterator, Set
from functools import cache

from askfirst.checks.late import late
from askfirst.checks.lists import listed, text_of
from askfirst.checks.text.words.disguises import worth_undoing

__all__ = ["joined"]

LONGEST_WORD = 16
LONG_RUN = 14  # letters from which on a run may hold any word of our lists
LISTS = ("insults", "people", "putdowns", "whole", "help", "help_words", "group_lines")
PLAIN_WORD = late(r"[a-z]{2,}")
SHORT_WORDS = "am an as at be by do go he if in is it me my no of on or so to up us we off out once"
MOST_PARTS = 4
LONGEST_RUN = 80  # letters that several words run together may have
AFTER_MARK = {"t": "not", "s": "'s", "re": "'re", "ll": "'ll", "ve": "'ve", "m": "'m", "d": "'d"}  # what a mark cut off: words run on
ENDINGS = tuple(
    "ing ed ly ness ment tion sion able ible ful less ism ist ists ity ous ive ance ence s es er ers or ors est al ic ish en ened ings ments".split()
)
# Two words written as one; each keeps the place of both.
JOINED = {
    "hes": ("he", "'s"), "shes": ("she", "'s"), "youre": ("you", "'re"), "theyre": ("they", "'re"), "thats": ("that", "'s"), "whos": ("who", "'s"),
    "im": ("i", "'m"), "ive": ("i", "'ve"), "imma": ("i", "gonna"), "ima": ("i", "gonna"), "youll": ("you", "'ll"), "theyll": ("they", "'ll"),
    "cannot": ("cant",), "can't": ("cant",), "couldn't": ("couldnt",), "noone": ("nobody",), "aren": ("are",), "isn": ("is",), "doesn": ("does",), "didn": ("did",),
    "shouldn": ("should",), "wouldn": ("would",), "ofa": ("of", "a"), "no-one": ("nobody",), "tho": ("though",),
}  # fmt: skip


@cache
def _hard_parts() -> frozenset[str]:
    """What may be run together with something else: hard words and names of groups, of four letters or more. Not words of being hurt."""
    return frozenset(word for word in worth_undoing() - listed("help", "disguised") if len(word) > 3 and word.isalpha())


@cache
def _parts() -> frozenset[str]:
    return _hard_parts() | {word for word in listed("whole", "small") if len(word) > 1 or word in "ia"}


@cache
def _every_word() -> frozenset[str]:
    """Every word that stands in any of our lists: what a long run of letters may be made of."""
    return frozenset(word for name in LISTS for word in PLAIN_WORD.findall(text_of(name)))


@cache
def _every_part() -> frozenset[str]:
    """The same, and every small word."""
    return listed("whole", "small") | _every_word()


def _better(one: tuple[str, ...] | None, other: tuple[str, ...]) -> tuple[str, ...]:
    """The way with fewer parts; of two alike, the one that ends in a small or hard word: "immigrants have", not "immigrant shave"."""
    if one is None or len(other) < len(one):
        return other
    plain = _parts()
    return other if len(other) == len(one) and other[-1] in plain and one[-1] not in plain else one


def _run_together(word: str) -> tuple[str, ...] | None:
    """The words behind "hateallof", or None: known words and at least one hard one, with nothing left over.

    Of a long run any word of our lists may be a part; of a short one only short words, or too many words of every day would fall apart.
    """
    hard, small = _hard_parts(), listed("whole", "small")
    known = _every_part() if len(word) >= LONG_RUN else small
    ways: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for start, before in enumerate(ways):
        if before is None or len(before) == 16:
            continue
        for end in range(start + 1, min(len(word), start + LONGEST_WORD) + 1):
            part = word[start:end]
            if part in hard or (part in known and (end - start > 1 or part in "ia")):
                ways[end] = _better(ways[end], (*before, part))
    found = ways[-1]
    if not found or len(found) < 2 or not any(one in hard for one in found):
        return None
    return found if len(found) > 2 or all(one in hard or one in small for one in found) else None


@cache
def _joints() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What words written as one are made of: any word that we know, and the small ones among them; what is one word is left alone."""
    every = _every_word() | worth_undoing() | listed("whole", "common")
    short = frozenset(SHORT_WORDS.split())
    known = frozenset(word for word in every | listed("whole", "small") if len(word) > 2) | short
    return known, listed("whole", "small") | short, every | listed("whole", "real_words")


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    """By their last letter."""
    return {last: tuple(ending for ending in ENDINGS if ending[-1] == last) for last in {ending[-1] for ending in ENDINGS}}


def _is_one_word(word: str) -> bool:
    """Whether it is a word of every day, or one with an ending: "managed", "weakness"."""
    _, _, whole = _joints()
    if word in whole:
        return True
    for ending in _endings().get(word[-1], ()):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
            if len(stem) > 2 and not whole.isdisjoint((stem, stem + "e", stem + "y", doubled)):
                return True
    return False


def _of_small_words(word: str) -> tuple[str, ...] | None:
    """The words behind "arejust" or "betterplace": as few as can be, all small or some of four letters; None where it is a word itself."""
    known, small, _ = _joints()
    if _is_one_word(word):
        return None
    ways: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for start, before in enumerate(ways):
        if before is None or len(before) == MOST_PARTS:
            continue
        for end in range(start + 1, min(len(word), start + LONGEST_WORD) + 1):
            part = word[start:end]
            if part in known or (part in "ia" and start == 0):
                ways[end] = _better(ways[end], (*before, part))
    found = ways[-1]
    if found and len(found) > 1 and _may_stand_together(found, small):
        return found
    return None


def _after_a_mark(word: str) -> tuple[str, ...] | None:
    """What stands after the mark of "can'tstop", "person'slife", "you'rejust"."""
    known, _, whole = _joints()
    for letters, meant in AFTER_MARK.items():
        rest = word.removeprefix(letters)
        if rest != word and len(rest) > 2 and (rest in whole or rest in known):
            return (meant, rest)
    return None


def _may_stand_together(found: tuple[str, ...], small: Set[str]) -> bool:
    """Whether these parts look like words that lost the gap between them, not like pieces of one long word."""
    if all(part in small for part in found):
        return True
    if len(found) == 2:
        hard = any(part in _hard_parts() and len(part) > 4 for part in found)
        return any(part in small for part in found) or min(map(len, found)) > (2 if hard else 3)
    return sum(part in small for part in found) > len(found) - 2


def joined(written: Set[str], cut: Set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Which of these words are several, and which ones; `cut` are those that stand right after a mark."""
    for word in JOINED.keys() & written:
        yield word, JOINED[word]
    told_of = not _told_of().isdisjoint(written)  # only where somebody could be meant is it worth to take words apart
    for one in (written - _stay_whole()) | (written & cut):  # of most texts few
        word = one.replace("'t", "t") if "'" in one else one
        if not 4 < len(word) < LONGEST_RUN or not word.isalpha():
            continue
        edge = _may_hold_a_hard_one(word)
        parts = _run_together(word) if edge and word not in listed("whole", "real_words") else None
        if parts is None and (told_of or edge):
            parts = _of_small_words(word) or (_after_a_mark(word) if word in cut else None)
        if parts is not None:
            yield word, parts


@cache
def _stay_whole() -> frozenset[str]:
    """Words that we know and that are one, whatever stands round them: the short ones, and the long ones with no hard word run into them."""
    _, _, whole = _joints()
    hard = {word for word in whole if len(word) > 6 and word.isalpha() and _may_hold_a_hard_one(word)} - listed("whole", "real_words")
    return frozenset(word for word in whole if len(word) < 7 or ("'" not in word and not (word in hard and _run_together(word))))


def _may_hold_a_hard_one(word: str) -> bool:
    return len(word) >= LONG_RUN or (len(word) > 6 and _hard_at_an_end(word))


@cache
def _told_of() -> frozenset[str]:
    return listed("whole", "many") | listed("whole", "one") | listed("whole", "describing") | worth_undoing()


def _hard_at_an_end(word: str) -> bool:
    """Whether a hard word or the name of a group begins or ends it: of most words neither."""
    hard = _hard_parts()
    if word in hard:
        return False
    for at in range(4, min(len(word) - 1, LONGEST_WORD)):  # noqa: SIM110 - asked of every long word
        if word[:at] in hard or word[-at:] in hard:
            return True
    return False
