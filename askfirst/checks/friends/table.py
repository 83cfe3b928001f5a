"""Whom a list of friends is compared with: the people of one roll by the ways their names are written, looked up in a table.

A full name stands there in either order, with a name one is known as, and without middle names; case, accents, hyphens and spaces do not
count. A title with a last name finds a colleague. Nothing here prints a name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from string import digits

from askfirst.checks.friends.pasted import TITLES, Name, Pasted, names_in
from askfirst.checks.text.people.roll import Roll, squashed

__all__ = ["Link", "Listed", "Table", "from_roll", "table_of"]


class Link(StrEnum):
    """What ties somebody to the school, the one that weighs most first."""

    STUDENT = "student"
    LEFT = "left"
    COLLEAGUE = "colleague"


@dataclass(frozen=True, slots=True, repr=False)
class Listed:
    """Somebody on the roll. `name` may begin with a title; `short` is how pages name them: title and last name, or the name they go by.

    `under_18` and `lately` are about somebody who has left: within so many months, or 0 where it was before (A26).
    """

    name: str
    link: Link
    short: str = ""
    under_18: bool = False
    lately: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Everybody by each squashed way to write them. Two people of one name stand side by side."""

    full: Mapping[str, Sequence[Listed]] = field(default_factory=dict, repr=False)
    last: Mapping[str, Sequence[Listed]] = field(default_factory=dict, repr=False)  # colleagues, by last name alone

    def who(self, name: Name) -> Sequence[Listed]:
        """Everybody this may be: a few look-ups, however long the roll."""
        if name.titled and len(name.words) == 1:
            return self.last.get(name.words[0], ())
        for key in _keys(name.words):
            found = self.full.get(key)
            if found:
                return found
        return ()


def _keys(words: tuple[str, ...]) -> Iterator[str]:
    """The ways to look one name up: whole, without the digits of a handle, and without middle names."""
    whole = "".join(words)
    yield whole
    if whole[-1:].isdigit():
        yield whole.rstrip(digits)
    for place in range(2, len(words)):
        yield words[0] + "".join(words[place:])


def _split(name: str) -> tuple[list[str], bool]:
    """The words of a name, squashed, and whether a title came first (it is left out)."""
    words = [word for word in map(squashed, name.replace(",", " ").split()) if word]
    titled = len(words) > 1 and words[0] in TITLES
    return words[1:] if titled else words, titled


def _written(words: list[str]) -> Iterator[str]:
    """A name in every turn of its words, and as its first and last word alone."""
    for turn in range(len(words)):
        yield "".join(words[turn:] + words[:turn])
    if len(words) > 2:
        yield words[0] + words[-1]
        yield words[-1] + words[0]


def _ways(one: Listed) -> tuple[set[str], set[str]]:
    """Each way to write somebody in full, and a colleague's last names."""
    words, _ = _split(one.name)
    short, titled = _split(one.short)
    full = set(_written(words))
    if len(words) > 1 and len(short) == 1 and not titled:
        full |= set(_written([*short, *words[1:]]))
    last = {words[-1], "".join(short)} if titled else set(words[-1:])
    return full, last if one.link is Link.COLLEAGUE else set()


def _gather(ways: Iterable[tuple[str, Listed]]) -> dict[str, list[Listed]]:
    """The ways of one person come one after the other, so that whoever stands there already stands last."""
    found: dict[str, list[Listed]] = {}
    for key, one in ways:
        those = found.setdefault(key, [])
        if not those or those[-1] is not one:
            those.append(one)
    return found


def table_of(people: Iterable[Listed], *, family: Iterable[str] = ()) -> Table:
    """The table of a roll. Whoever answers to a name in `family` (as pasted) is not in it: about them nothing is said (A24).

    Linear in the roll: twice as many people take twice as long.
    """
    ways = [(one, *_ways(one)) for one in people]
    full = _gather((key, one) for one, written, _ in ways for key in written)
    last = _gather((key, one) for one, _, names in ways for key in names)
    everybody = Table(full, last)
    near = {id(one) for name in family for group in names_in(Pasted(name)) for told in group for one in everybody.who(told)}
    if not near:
        return everybody
    return Table(_without(full, near), _without(last, near))


def _without(index: Mapping[str, Sequence[Listed]], near: set[int]) -> dict[str, Sequence[Listed]]:
    kept = ((key, [one for one in those if id(one) not in near]) for key, those in index.items())
    return {key: those for key, those in kept if those}


def from_roll(roll: Roll) -> Table:
    """The table of a roll that the person brought: students and staff as they are now."""
    full, last = [], []
    for person in roll.people:
        one = Listed("", Link.STUDENT if person.student else Link.COLLEAGUE)
        full += [(key, one) for given in person.givens for key in (given + person.family, person.family + given)]
        if not person.student:
            last.append((person.family, one))
    return Table(_gather(full), _gather(last))
