"""Signs of need in what a draft tells of somebody else: a child in a class, a friend, a sister.

The signs are those of a case (need_signs.py), read only in a sentence that tells of another, and left alone where the sentence is about
sport, games, stories, lessons or a mishap. Threats to others are another matter: nobody's own need. Linear: a stretch is read at once.
"""

from collections.abc import Iterator
from functools import cache

from askfirst.checks.text.need.help_tables import families
from askfirst.checks.text.need.need_signs import STRETCH, has_a_sign, read_for_signs, sorts
from askfirst.checks.text.words.tokens import Tokens

__all__ = ["OTHERS", "told_of_others"]

SECTIONS = {"self-harm": "self_harm", "hurt": "hurt", "image": "hurt", "contact": "contact"}
OTHERS = frozenset(
    "she he her him herself himself hisself themselves child pupil boy girl lad lass son daughter they them student kid kids children".split()
)
NO_ACT = frozenset("wife husband wives".split())  # in families of acts, but said of anybody
SELF = frozenset("i 'm im".split())
ELSE = "sport game fiction laugh pet school party accident soft chore hospital eatable teach offer news".split()
TELLS = """
harm blow done touch sex threat image bare private_part selfhurt wound bruise blade pills poison rope height death killself gone feared drugs marry
secretly drunk contacts food gift neglectful cutting
""".split()


@cache
def _tells() -> frozenset[str]:
    """Words of which such a sentence holds one."""
    return frozenset().union(*(families()[name] for name in TELLS)) - NO_ACT


@cache
def _else() -> frozenset[str]:
    """Words that make it a matter of something else."""
    return frozenset().union(*(families()[name] for name in ELSE))


def told_of_others(tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    """Sentences with such a sign, as (first token, last token, section)."""
    tells, other = _tells(), _else()
    if OTHERS.isdisjoint(tokens.vocabulary) or tells.isdisjoint(tokens.vocabulary):
        return
    for first, end in tokens.sentences.values():
        last = min(end, first + STRETCH - 1)
        words = [token.word for token in tokens.all[first : last + 1]]
        here = frozenset(words)
        if OTHERS.isdisjoint(here) or tells.isdisjoint(here) or not SELF.isdisjoint(here) or not other.isdisjoint(here):
            continue
        read = read_for_signs(words)
        for sort in sorts():
            if sort.name in SECTIONS and has_a_sign(sort, read):
                yield first, last, SECTIONS[sort.name]
                break
