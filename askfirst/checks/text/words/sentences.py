"""Where sentences begin and end, near enough for "in the same sentence": a mark followed by a space, or a line break."""

from bisect import bisect_right

from askfirst.checks.late import late

__all__ = ["Sentences"]

END = late(r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)[.!?…]*[\"'”’)\]]*(?=\s))")  # one set of first letters: a search skips to the next of them
# A full stop after a title or an initial ends nothing.
OPEN = late(r"\b(?:Mrs?|Ms|Dr|St|Prof|[A-Z])$")
LONGEST_TITLE = 5


class Sentences:
    """Spans of sentences over a text; linear to build, logarithmic to ask."""

    def __init__(self, text: str) -> None:
        ends = [
            match.end()
            for match in END.finditer(text)
            if text[match.start()] == "\n" or OPEN.search(text, max(0, match.start() - LONGEST_TITLE), match.start()) is None
        ]
        self._starts = [0, *ends]
        self._length = len(text)

    def around(self, place: int) -> tuple[int, int]:
        """The sentence that holds this code point, as (start, end)."""
        at = bisect_right(self._starts, place) - 1
        end = self._starts[at + 1] if at + 1 < len(self._starts) else self._length
        return self._starts[at], end

    def same(self, one: int, other: int) -> bool:
        return self.around(one)[0] == self.around(other)[0]
