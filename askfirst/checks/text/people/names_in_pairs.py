"""Names of the roll in neighbouring words: initials with a class, one letter wrong, a middle name, "Tom and Poppy Smith"."""

from collections.abc import Iterator
from itertools import pairwise

from askfirst.checks.text.people.names_known import Roster
from askfirst.checks.text.people.people_words import ORDINARY
from askfirst.checks.text.people.roll import Person
from askfirst.checks.text.words.reading import Mention, Word, near

__all__ = ["Pairs"]

MOST_INITIALS = 4
NICKNAMED = ((' "', '" '), (" '", "' "), (" (", ") "))
# Two capitals beside a class that are a subject, a post or a thing.
NOT_INITIALS = frozenset(
    "pe re it tv ta dt rs pa ad ai uk us eu ok am pm hr ks ld sn ct op tt vr pc id mp cv ed fm dj gp nq ra ma ba ii iv vi ix xi xv".split()
)


class Pairs(Roster):
    """Looks at words two, three and four at a time."""

    def pairs(self) -> Iterator[Mention]:
        """Neighbouring words: initials, near spellings, a middle name, and "Tom and Poppy Smith"."""
        words, given, family = self.reading.words, self.roll.given, self.roll.family
        for one, other in pairwise(words):
            if one.core not in given and other.core not in family and one.core not in family:
                continue  # of most pairs neither is anybody's name
            gap = self.low[one.end : other.start]
            if gap in (" ", ", ") and len(other.core) == 1 and one.core in self.roll.family:
                yield from self._inverted(one, other)
            if gap in (" ", ".", "_", ". ", "  ") and not self.reading.in_address(one.start):
                yield from self._pair(one, other, gap)
        for one, middle, other in zip(words, words[1:], words[2:], strict=False):
            if one.core in given and other.core in family:
                yield from self._middle(one, middle, other)
        for four in zip(words, words[1:], words[2:], words[3:], strict=False):
            if four[0].core in given and four[3].core in family:
                yield from self._shared(*four)

    def _pair(self, one: Word, other: Word, gap: str) -> Iterator[Mention]:
        if one.core in self.roll.given and gap in (" ", "  "):
            alike = other.capital == one.capital and not one.plain and len(other.core) >= 5 and other.core not in ORDINARY
            for person in self.roll.given[one.core] if alike or len(other.core) <= MOST_INITIALS else ():
                if self._initial(person, one, other):
                    yield self._named(person, one.start, other.end, "initial")
                elif alike and near(other.core, person.family):
                    yield self._named(person, one.start, other.end, "near")
        alike = gap != ". " and len(one.core) >= 4 and self._alike(one, other)
        for person in self.roll.family.get(other.core, ()) if alike or len(one.core) == 1 else ():
            if len(one.core) == 1 and any(given[0] == one.core for given in person.givens):
                clear = "." in gap or (other.core not in ORDINARY and one.core not in "ai")
                if one.capital and other.capital and clear:
                    yield self._named(person, one.start, other.end, "initial")
            elif alike and any(near(one.core, given) or _a_letter_off(one.core, given) for given in person.givens):
                yield self._named(person, one.start, other.end, "near")

    def _inverted(self, one: Word, other: Word) -> Iterator[Mention]:
        """ "Blenkinsop, J": as a register has it."""
        if not (one.capital and other.capital) or one.core in ORDINARY or other.core in ("a", "i"):
            return
        for person in self.roll.family[one.core]:
            if any(given[0] == other.core for given in person.givens):
                yield self._named(person, one.start, other.end, "initial")
                return

    def initials(self) -> Iterator[Mention]:
        """ "AF in 9S": both initials, where one person alone of that year has them."""
        if self.roll.initials.keys().isdisjoint(self.reading.cores) or not self.reading.years:
            return
        for word in self.reading.words:
            if not 2 <= len(word.core) <= 3 or word.core in NOT_INITIALS or not self._loud(word):
                continue
            meant = self._years_near(word.end - 1, word.end, 6)
            here = [p for p in self.roll.initials.get(word.core, ()) if p.year in meant] if meant else []
            if len(here) == 1:
                yield self._named(here[0], word.start, word.end, "initial")

    def _loud(self, word: Word) -> bool:
        return word.end - word.start == len(word.core) and all(self.reading.capital(place) for place in range(word.start, word.end))

    def _alike(self, one: Word, other: Word) -> bool:
        """Written alike, large or small, and no ordinary words."""
        return other.capital == one.capital and not other.plain and one.core not in ORDINARY

    def _initial(self, person: Person, one: Word, other: Word) -> bool:
        if other.core not in (person.initials, person.initials[:1]) or self.low[other.end : other.end + 1] == "'":
            return False
        if self._class_near(person, one.start, other.end, 60):
            return not one.plain
        alone = sum(other.core in (p.initials, p.initials[:1]) for p in self.roll.given[one.core]) == 1
        return alone and one.capital and other.capital and one.core not in ORDINARY and other.core not in ("i", "a")

    def _middle(self, one: Word, middle: Word, other: Word) -> Iterator[Mention]:
        nicknamed = inside_of(self.low, one, middle, other) in NICKNAMED and one.capital and other.capital
        small = nicknamed or (len(middle.core) == 1 and one.core not in ORDINARY and other.core not in ORDINARY)
        if not small and not (one.capital and middle.capital and other.capital):
            return
        inside = inside_of(self.low, one, middle, other)
        for person in self.roll.given.get(one.core, ()):
            if person.family == other.core and (nicknamed or inside in ((" ", " "), (" ", ". "))):
                yield self._named(person, one.start, other.end, "full")

    def _shared(self, one: Word, link: Word, other: Word, family: Word) -> Iterator[Mention]:
        """ "Tom and Poppy Smith": Tom is a Smith too."""
        if link.core not in ("and", "n") or not one.capital or not family.capital:
            return
        for person in self.roll.given.get(one.core, ()):
            if person.family == family.core and any(p.family == family.core for p in self.roll.given.get(other.core, ())):
                yield self._named(person, one.start, one.end, "bare")


def inside_of(low: str, one: Word, middle: Word, other: Word) -> tuple[str, str]:
    """What stands between three words."""
    return low[one.end : middle.start], low[middle.end : other.start]


def _a_letter_off(one: str, other: str) -> bool:
    """A short given name with a letter more or less ("Jora"): told by its family name, which is right."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return len(shorter) == 4 and len(longer) == 5 and any(longer[:at] + longer[at + 1 :] == shorter for at in range(1, 5))
