"""A first glance: the words of a text, so that a slower look can tell at once that there is nothing here for it.

They are the words as undone. Where a figure ends a word and nothing else is disguised ("muzzi3"), it is left out of them.
"""

import re
from string import ascii_lowercase

from askfirst.checks.draft import Draft
from askfirst.checks.text.tokens import EMOJI, JOINED, SPACED, Tokens

__all__ = ["glance", "hides"]

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:'t(?![^\W_]))?")
SIGN = re.compile(r"'(?:s|re|m|ll|ve|d)(?![^\W_])|[od]'[a-z]{3,}|=|\$|\d+")
# A figure or sign inside a word or before three letters of one, a star beside a letter. "9Z", "8am" and "yr10" hide nothing.
SIGNED = re.compile(r"[\d@$!|€*]")
DISGUISED = re.compile(r"[^\W\d_][\d@$!|€][^\W\d_]|[^\W\d_]\*|\*[^\W\d_]{2}|(?<![^\W_])[\d@$|€][^\W\d_]{3}|[^\W\d_][5$]{2}|[^\W\d_]{2}\$")
DRAGGED = tuple(letter * 3 for letter in ascii_lowercase)
FOREIGN = re.compile(r"([^\W\d_])\1\1|[" + EMOJI + r"]")


def hides(low: str) -> bool:
    """Whether words may be hidden in a folded text: written with signs, dragged, spaced out, or drawn."""
    if SIGNED.search(low) is not None and DISGUISED.search(low) is not None:
        return True
    if any(dragged in low for dragged in DRAGGED) or SPACED.search(low) is not None:
        return True
    return not low.isascii() and FOREIGN.search(low) is not None


def glance(draft: Draft) -> frozenset[str]:
    """The words, for a first look. Linear in the text."""
    low, tokens = draft.folded.text, draft.once(Tokens)
    if not tokens.disguised or hides(low):
        return tokens.vocabulary
    words = {word.replace("'t", "t") for word in WORD.findall(low)}
    words.update(SIGN.findall(low))
    for joined in JOINED.keys() & words:
        words.update(JOINED[joined])
    return frozenset(words)
