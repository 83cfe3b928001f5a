"""Where sentences begin and end, near enough for "in the same sentence": a mark followed by a space, or a line break."""

import re
from bisect import bisect_right

__all__ = ["Sentences"]

# A full stop after a title or an initial ends nothing.
END = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bProf)(?<!\b[A-Z])[.!?…]+[\"'”’)\]]*(?=\s)|\n+")


class Sentences:
    """Spans of sentences over a text; linear to build, logarithmic to ask."""

    def __init__(self, text: str) -> None:
        ends = [match.end() for match in END.finditer(text)]
        self._starts = [0, *ends]
        self._length = len(text)

    def around(self, place: int) -> tuple[int, int]:
        """The sentence that holds this code point, as (start, end)."""
        at = bisect_right(self._starts, place) - 1
        end = self._starts[at + 1] if at + 1 < len(self._starts) else self._length
        return self._starts[at], end

    def same(self, one: int, other: int) -> bool:
        return self.around(one)[0] == self.around(other)[0]
