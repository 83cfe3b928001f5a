"""A text read word by word, once for each check that looks for people: words, addresses to leave alone, class pointers, near spellings."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from askfirst.checks.draft import Draft
from askfirst.checks.late import late
from askfirst.checks.read_once import read_once
from askfirst.checks.text.people.people_words import CLASS_WORDS, ORDINARY, years
from askfirst.checks.text.words.spoken_digits import written

__all__ = ["Mention", "Reading", "Word", "near"]

WORD = late(r"[^\W_]+(?:['\-][^\W_]+)*")
POSSESSIVE = late(r"'s?$")
# A name inside an address to write to or to open is part of that address.
ADDRESS = late(
    r"(?<!\S)[^\s@]{1,80}@[^\s@]{1,80}\.\w{2,}|https?://\S{1,400}|www\.\S{1,400}"
    r"|(?<![\w.-])[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.(?:com|org|net|ee|example|co\.uk|sch\.uk|me)/\S{0,400}"
)


class Word(NamedTuple):
    """A word of the folded text: places, and its letters without hyphen, apostrophe or possessive."""

    start: int
    end: int
    core: str
    capital: bool

    @property
    def plain(self) -> bool:
        """An ordinary word, written small: nobody's name here."""
        return not self.capital and self.core in ORDINARY


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named: places in the folded text, how, and who it is ("student", "staff" or "someone")."""

    start: int
    end: int
    how: str  # "full", "title", "initial", "near", "bare", "form"
    who: str
    names: frozenset[str] = frozenset()


class Reading:
    """One draft, read for names. Every property is linear in the text."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.text = draft.text
        self.folded = draft.folded
        self.low = draft.folded.text

    def written(self, start: int, end: int) -> str:
        """The code points as received of these folded places."""
        return self.text[slice(*self.folded.span(start, end))] if end > start else ""

    def capital(self, place: int) -> bool:
        """Whether the letter at this folded place was written as a capital."""
        return self.text[self.folded.came_from[place]].isupper()

    @read_once
    def words(self) -> tuple[Word, ...]:
        found, text, came_from = [], self.text, self.folded.came_from
        new = tuple.__new__  # asked for each word: a named tuple's own way to be made takes three times as long
        for match in WORD.finditer(self.low):
            start, core = match.start(), match.group()
            if core.isalnum():
                found.append(new(Word, (start, start + len(core), core, text[came_from[start]].isupper())))
            else:
                core = _bare(core)
                found.append(new(Word, (start, start + len(core), _core(core), text[came_from[start]].isupper())))
        return tuple(found)

    @read_once
    def cores(self) -> frozenset[str]:
        """The letters of every word, where nobody asks for more."""
        found = frozenset(WORD.findall(self.low))
        odd = {word: _core(_bare(word)) for word in found if not word.isalnum()}
        return (found - odd.keys()).union(odd.values()) if odd else found

    def ending_at(self, place: int) -> int | None:
        """The number of the word that ends at this folded place."""
        number = bisect_left(self.words, place, key=lambda word: word.end)
        return number if number < len(self.words) and self.words[number].end == place else None

    @read_once
    def addresses(self) -> tuple[tuple[int, int], ...]:
        return tuple(match.span() for match in ADDRESS.finditer(self.low))

    def in_address(self, start: int) -> bool:
        if not self.addresses:
            return False
        at = bisect_right(self.addresses, (start, len(self.low) + 1)) - 1
        return at >= 0 and start < self.addresses[at][1]

    @read_once
    def years(self) -> list[tuple[int, int, frozenset[int]]]:
        if not self.draft.once(written) and self.draft.words.isdisjoint(CLASS_WORDS):
            return []
        return years(self.folded, self.text)

    def years_near(self, start: int, end: int, far: int) -> Iterator[frozenset[int]]:
        """The years meant by forms and years within `far` places before or after."""
        pointers = self.years
        for at in range(bisect_left(pointers, start - far - 12, key=lambda one: one[0]), len(pointers)):
            one, other, meant = pointers[at]
            if one - end > far:
                return
            if one >= end or 0 <= start - other <= far:
                yield meant

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence around a folded place, as folded places."""
        start, end = self.draft.sentences.around(self.folded.came_from[place])
        return self.folded_at(start), self.folded_at(end)

    def folded_at(self, place: int) -> int:
        """The folded place of a code point (or of the next one kept)."""
        came_from = self.folded.came_from
        return bisect_left(came_from, place, 0, len(came_from) - 1)


def _bare(word: str) -> str:
    """Without a possessive: "ben's" is "ben"."""
    return word if word.isalnum() else POSSESSIVE.sub("", word)


def _core(word: str) -> str:
    """Letters and figures alone."""
    return "".join(c for c in word if c.isalnum())


def near(one: str, other: str) -> bool:
    """Spelled nearly alike: same first letter, five letters or more, one edit (or a swap) apart; two from eight letters on."""
    if one == other or one[:1] != other[:1] or min(len(one), len(other)) < 5 or one in (other + "s", other + "es"):
        return False
    far = 2 if min(len(one), len(other)) >= 8 else 1
    return len(set(one).difference(other)) <= far and _apart(one, other) <= far  # an edit brings in one letter at most


def _apart(one: str, other: str) -> int:
    """Edits between two short words, a swap of neighbours counting as one; more than two counts as three."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, row_before = row, before
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if row_before and j > 1 and a == other[j - 2] and b == one[i - 2]:
                cost = min(cost, row_before[j - 2] + 1)
            row.append(cost)
        before = above
    return row[-1]
