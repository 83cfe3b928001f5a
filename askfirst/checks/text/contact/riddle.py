"""A number with letters in it and the key beside it ("07700 E00 318, E is nine"): what a patient reader would put in, put in."""

import re
from collections.abc import Iterator

from askfirst.checks.late import late
from askfirst.checks.text.words.spoken_digits import WORDS

__all__ = ["riddles"]

_DIGIT = "|".join(sorted((word for word, digit in WORDS.items() if len(digit) == 1), key=len, reverse=True))
KEY = late(
    r"(?<![^\W_])(?P<letter>[a-z*#?])(?:'?s)?\s?(?:=|is|are|equals|means|stands for|for)\s?(?:an?\s)?(?P<digit>\d|"
    + _DIGIT
    + r")s?(?![^\W_])"
)
MOST = 4  # letters that one riddle may hide behind


def riddles(text: str) -> Iterator[tuple[int, int, str]]:
    """Numbers of a folded text with the letters of its own keys in them: (start, end, digits). Linear: each stretch is read once."""
    keys: dict[str, str] = {}
    for match in KEY.finditer(text):
        digit = match["digit"]
        keys.setdefault(match["letter"], digit if digit.isdigit() else WORDS[digit])
    if not keys or len(keys) > MOST:
        return
    one = r"[\d" + re.escape("".join(keys)) + r"]"
    hidden = re.compile(r"(?<![^\W_])" + one + r"(?:[\s.\-()]{0,2}" + one + r"){9,12}(?![^\W_])")
    told = [match.span() for match in KEY.finditer(text)]
    for begin, end in zip([0, *(other for _, other in told)], [*(one for one, _ in told), len(text)], strict=True):
        for match in hidden.finditer(text, begin, end):
            written = match.group()
            if any(letter in written for letter in keys):
                yield match.start(), match.end(), "".join(keys.get(c, c) for c in written if c in keys or c.isdigit())
