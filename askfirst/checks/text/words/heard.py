"""Words as they are heard: text-speak, endings and letters left out, spelling by ear, undone to a word of a family of need.

Only words are undone that mean nothing else: what is itself a word of every day stays. Made once; a draft costs one look-up a word.
"""

from collections.abc import Iterable, Iterator

__all__ = ["forms", "heard"]

VOWELS = "aeiou"
LONG = 6  # letters a word must have before a slip in it is undone
SWAPS = (("th", "f"), ("ph", "f"), ("ck", "k"), ("qu", "kw"), ("ght", "t"), ("ie", "ei"), ("ei", "ie"), ("ea", "e"), ("ea", "ee"), ("ee", "ea"),
         ("ce", "se"), ("ou", "u"), ("ui", "u"), ("ai", "a"), ("er", "a"), ("tion", "shun"), ("kn", "n"), ("x", "cs"))  # fmt: skip


def forms(verb: str) -> Iterator[str]:
    """A regular verb in all its forms: pinch, pinches, pinched, pinching, pinchin."""
    stem = verb.removesuffix("e") if not verb.endswith("ee") else verb
    doubled = stem == verb and len(verb) > 2 and verb[-1] not in VOWELS + "wxy" and verb[-2] in VOWELS and verb[-3] not in VOWELS
    stems = {stem + verb[-1], stem} if doubled else {stem}
    yield verb
    if verb[-1] == "y" and verb[-2] not in VOWELS:
        yield from (verb[:-1] + "ies", verb[:-1] + "ied")
    else:
        yield verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    for one in sorted(stems):
        yield from (one + "ed", one + "ing", one + "in")


def _slips(word: str) -> Iterator[str]:
    """The word with one slip of the hand or of the ear."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]  # a letter lost
        yield word[:at] + word[at] + word[at:]  # a letter twice
        if at < len(word) - 1:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]  # two swapped
        if word[at] in VOWELS:
            yield from (word[:at] + vowel + word[at + 1 :] for vowel in VOWELS)
    for meant, written in SWAPS:
        if meant in word:
            yield word.replace(meant, written)


def heard(words: Iterable[str], spoken: dict[str, str], real: frozenset[str]) -> dict[str, str]:
    """How each word may be written by ear, and the word meant. `spoken`: text-speak; `real`: words that mean something else."""
    known = frozenset(words)
    found: dict[str, str] = {}
    for word in sorted(one for one in known if len(one) >= LONG and one.isalpha()):
        for slip in _slips(word):
            found.setdefault(slip, word)
    found |= spoken
    return {slip: word for slip, word in found.items() if slip not in known and slip not in real}
