"""Digits as people say or hide them: "oh double seven", "nine hundred", "9double0", O for 0, keycaps, sums. Read into runs of digits.

A run is pieces that stand close together; each piece knows where it stands in the folded text and what digits it gives.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from askfirst.checks.draft import Draft
from askfirst.checks.late import late
from askfirst.checks.read_once import read_once
from askfirst.checks.text.patterns.any_of import any_of

__all__ = ["WORDS", "Piece", "Run", "figures", "runs", "runs_of", "windows", "written"]

ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# The same ten in the languages most heard at school gates beside English: a phone read out in them is a phone all the same.
ELSEWHERE = (
    ("dim", "un", "dau", "tri", "pedwar", "pump", "chwech", "saith", "wyth", "naw"),
    ("zero", "jeden", "dwa", "trzy", "cztery", "piec", "szesc", "siedem", "osiem", "dziewiec"),
    ("zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
)
WORDS: dict[str, str] = {
    **{word: str(n) for words in (*ELSEWHERE, ONES) for n, word in enumerate(words)},
    **{word: str(10 + n) for n, word in enumerate(TEENS)},
    **{word: str(20 + 10 * n) for n, word in enumerate(TENS)},
    "oh": "0",
    "nought": "0",
    "naught": "0",
    "nil": "0",
    "zer0": "0",
    "fourty": "40",
}
TIMES = {"double": 2, "dbl": 2, "treble": 3, "triple": 3}
LETTERS = {"o": "0", "l": "1", "i": "1"}
_NAMES = "|".join(sorted((*WORDS, *TIMES, "hundred"), key=len, reverse=True))
GLUED = ("zero", "seven", "double", "nought", "naught")  # how a number written as one word begins
CHUNK = late(r"[a-z\d]")
PART = late(r"\d++|" + _NAMES + r"|[oli]")
WHOLE = late(r"(?:\d++|" + _NAMES + r"|[oli])++")
JOINING = frozenset({"then", "and", "plus", "dash", "hyphen", "space", "followed", "by", "add"})
# What may belong to a run, as a whole: letters and figures with a figure among them, number words, words that join. All else ends one.
TELLING = late(
    r"(?<![a-z\d])(?:[a-z]*+\d[a-z\d]*+|(?:"
    + any_of((*WORDS, *TIMES, "hundred"))
    + r"|[oli])++(?![a-z\d])|"
    + any_of(sorted(JOINING))
    + r"(?![a-z\d]))"
)
GAP = 7  # code points between pieces of one run


class Piece(NamedTuple):
    start: int
    end: int
    digits: str


@dataclass(frozen=True)
class Run:
    pieces: tuple[Piece, ...]

    @read_once
    def start(self) -> int:
        return self.pieces[0].start

    @read_once
    def end(self) -> int:
        return self.pieces[-1].end

    @read_once
    def digits(self) -> str:
        return "".join(piece.digits for piece in self.pieces)


HEARD = frozenset({*WORDS, *TIMES, "hundred"})


def _parts(word: str) -> list[str] | None:
    """A chunk as its number words and digits, or None where it is an ordinary word. Letters stand for digits only beside one."""
    if word.isascii() and word.isdigit():
        return [word]
    if word[0] not in "oli" and word.isalpha() and word not in HEARD and not (len(word) > 9 and word.startswith(GLUED)):
        return None
    if len(word) == 1 and word.isalpha():
        return ["0"] if word == "o" else None
    if not WHOLE.fullmatch(word):
        return None
    parts = PART.findall(word)
    if not any(part.isdigit() or part in WORDS or part in TIMES or part == "hundred" for part in parts):
        return ["0"] * len(word) if set(word) == {"o"} else None
    return [LETTERS.get(part, part) for part in parts]


def _plain(digits: str) -> str:
    return digits if digits.isascii() else "".join(str(unicodedata.decimal(c)) for c in digits)


class _Reader:
    """Gathers pieces into runs, one chunk after another."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.times: tuple[int, int] | None = None  # (how often, where "double" stood)
        self.adding = False
        self.tens = False  # "twenty" waits for "two"
        self.hundreds = -1  # which piece was so many "hundred and"

    @property
    def busy(self) -> bool:
        """Whether there is anything that `done` would end."""
        return bool(self.pieces) or self.times is not None

    def take(self, start: int, end: int, part: str) -> None:
        if part in TIMES:
            self.times, self.tens = (TIMES[part], start), False
            return
        if part == "hundred":
            self._hundred(start, end)
            return
        digits = WORDS.get(part) or _plain(part)
        before = self.pieces[-1] if self.pieces else None
        if self.times:
            self.pieces.append(Piece(self.times[1], end, digits[0] * self.times[0] + digits[1:]))
        elif self.adding and before and len(digits) <= len(before.digits) <= 9:
            total = str(int(before.digits) + int(digits)).zfill(len(before.digits))
            self.pieces[-1] = Piece(before.start, end, total)
        elif self.tens and before and len(digits) == 1 and digits != "0":
            self.pieces[-1] = Piece(before.start, end, before.digits[:-1] + digits)
        else:
            self.pieces.append(Piece(start, end, digits))
        self.times, self.adding, self.tens = None, False, part in WORDS and len(digits) == 2 and digits[1] == "0" and digits != "10"

    def _hundred(self, start: int, end: int) -> None:
        if self.times:  # "double seven hundred" is heard as 7 7 00
            self.times = None
        if self.pieces and len(self.pieces[-1].digits) <= 2:
            before = self.pieces[-1]
            self.pieces[-1] = Piece(before.start, end, before.digits + "00")
        self.tens = False

    def joined(self) -> None:
        """After "and": "eight hundred and five" is one number where it ends the run, and two where more figures follow."""
        if self.pieces and len(self.pieces[-1].digits) == 3 and self.pieces[-1].digits.endswith("00"):
            self.hundreds = len(self.pieces)

    def done(self) -> Iterator[Run]:
        if self.hundreds == len(self.pieces) - 1 and self.pieces and len(self.pieces[-1].digits) <= 2:
            less = self.pieces.pop()
            more = self.pieces.pop()
            self.pieces.append(Piece(more.start, less.end, str(int(more.digits) + int(less.digits)).zfill(3)))
        self.hundreds = -1
        if self.pieces:
            yield Run(tuple(self.pieces))
        self.pieces, self.times, self.adding, self.tens = [], None, False, False


def runs(text: str) -> Iterator[Run]:
    """All runs of digits in a folded text, in order; linear in its length."""
    reader = _Reader()
    last = 0
    for match in TELLING.finditer(text):
        word, start = match.group(), match.start()
        if reader.busy and (start - last > GAP or CHUNK.search(text, last, start)):
            yield from reader.done()
        if word in JOINING and reader.pieces:
            reader.adding = word == "plus"
            if word == "and":
                reader.joined()
            last = match.end()
            continue
        parts = _parts(word)
        if parts is None:
            yield from reader.done()
        elif len(parts) == 1:
            reader.take(start, match.end(), parts[0])
        else:
            _each(reader, start, word)
        last = match.end()
    yield from reader.done()


def _each(reader: _Reader, start: int, word: str) -> None:
    for part in PART.finditer(word):
        reader.take(start + part.start(), start + part.end(), LETTERS.get(part.group(), part.group()))


def windows(run: Run, fewest: int, most: int) -> Iterator[tuple[int, int, str]]:
    """Stretches of whole pieces with this many digits, as (first, last, digits): indexes into `run.pieces`. Bounded work for each piece."""
    for first in range(len(run.pieces)):
        digits = ""
        for last in range(first, min(first + most, len(run.pieces))):
            digits += run.pieces[last].digits[: most + 1]
            if len(digits) > most:
                break
            if len(digits) >= fewest:
                yield first, last, digits


FIGURE = late(r"\d")
RUN_TOGETHER = ("double", "triple", "treble", "zero", "three", "four", "five", "seven", "eight", "nine")


def figures(draft: Draft) -> bool:
    """Whether any figure, written or spoken, stands in the draft: without one no number of any kind can. Asked for through `draft.once`."""
    low = draft.folded.text
    return draft.once(written) > 0 or not draft.words.isdisjoint(HEARD) or any(word in low for word in RUN_TOGETHER)


def written(draft: Draft) -> int:
    """How many figures are written in the draft; asked for through `draft.once`."""
    return len(FIGURE.findall(draft.folded.text))


def runs_of(draft: Draft) -> tuple[Run, ...]:
    """All runs of a draft; asked for through `draft.once`, so that they are read once."""
    return tuple(runs(draft.folded.text))
