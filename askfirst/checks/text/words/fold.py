"""Disguises undone: one lower-case string to search, and for each of its characters the place it came from.

What folds: compatibility forms (full-width digits, fancy letters), look-alike letters of other scripts, accents, zero-width and
direction marks (dropped), curly quotes and dashes. Spaces and line breaks stay. Offsets always lead back to code points of the text as received.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from askfirst.checks.late import late

__all__ = ["Folded", "fold"]

# Letters of other scripts that pass for Latin ones (Unicode TR39 names the idea; the list is the handful seen in disguises).
LOOK_ALIKE = str.maketrans(
    "аеіорсухѕјԁһӏкмтвнгԛԝɑɡıοανρτυχικϲ’‘ʼ`´“”„–—−‐‑‒·",
    "aeiopcyxsjdhlkmtbhrqwagioavptuxikc'''''\"\"\"------.",
)
BEYOND_ASCII = late(r"[^\x00-\x7f]")
OTHER = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d"}


@dataclass(frozen=True, slots=True)
class Folded:
    """`text[i]` came from code point `came_from[i]`; `came_from` has one entry more, the length of the original."""

    text: str
    came_from: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the folded text as a span of the original (end left out)."""
        return self.came_from[start], self.came_from[end - 1] + 1 if end > start else self.came_from[start]


def _letters(character: str) -> str:
    """What one character folds to; empty when it only hides things."""
    if character.isascii():
        return character.lower()
    kind = unicodedata.category(character)
    if kind == "Cf" or character in "\ufe0e\ufe0f\u034f\u115f\u3164":
        return ""
    if kind == "Mn":
        return ""
    small = character.lower()
    if small in OTHER:
        return OTHER[small]
    plain = "".join(c for c in unicodedata.normalize("NFKD", small) if unicodedata.category(c) != "Mn")
    return plain.translate(LOOK_ALIKE).lower()


def fold(text: str) -> Folded:
    """Fold a text; linear in its length."""
    if text.isascii():
        return Folded(text.lower(), range(len(text) + 1))
    known: dict[str, str] = {}
    out: list[str] = []
    came_from: list[int] = []
    at = 0
    for match in BEYOND_ASCII.finditer(text):
        place, character = match.start(), match.group()
        out.append(text[at:place].lower())
        came_from.extend(range(at, place))
        letters = known.get(character)
        if letters is None:
            letters = known[character] = _letters(character)
        out.append(letters)
        came_from.extend([place] * len(letters))
        at = place + 1
    out.append(text[at:].lower())
    came_from.extend(range(at, len(text) + 1))
    return Folded("".join(out), tuple(came_from))
