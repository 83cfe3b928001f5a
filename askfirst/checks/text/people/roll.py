"""The caller's own roll of names, loaded once, to be looked for in a text.

Full names are found in a squashed text (letters only, so "G.R.A.C.E  M.B.E.K.I" and "#Ben_Young" are the same as the plain name) by one
automaton; single names by lookup, word by word. Word boundaries are checked by the caller, who knows the text.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from sys import intern

import ahocorasick

from askfirst.checks.text.words.fold import fold
from askfirst.words import Sentence, say

__all__ = ["BadRoll", "Form", "Person", "Roll", "read_roll", "sound", "squashed"]

COLUMNS = ("person_id", "given_name", "family_name", "known_as", "role", "school", "year")


class BadRoll(ValueError):
    """A roll that cannot be read: one sentence with the line, what is wrong and what next."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def squashed(name: str) -> str:
    """Letters and digits only, folded: "Thornton-Reyes" -> "thorntonreyes"."""
    if name.isascii() and name.isalnum():
        return name.lower()
    return "".join(c for c in fold(name).text if c.isalnum())


ALIKE = (
    ("sch", "s"), ("tch", "c"), ("cz", "c"), ("ch", "c"), ("sz", "s"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("gh", "g"),
    ("dj", "j"), ("ck", "k"), ("q", "k"), ("w", "v"), ("x", "ks"), ("p", "p"), ("y", ""), ("j", "j"),
)  # fmt: skip
SILENT = frozenset("aeiouy'")


def sound(letters: str) -> str:
    """The consonants of a squashed name, near ones made one: what is left of it in another script."""
    for written, heard in ALIKE:
        letters = letters.replace(written, heard)
    kept = "".join(c for c in letters if c not in SILENT)
    return "".join(c for place, c in enumerate(kept) if place == 0 or c != kept[place - 1])


def _parts(name: str) -> frozenset[int]:
    """Places in the squashed name where its own words or hyphens part it."""
    cuts, length = [], 0
    for c in fold(name).text:
        if c.isalnum():
            length += 1
        else:
            cuts.append(length)
    return frozenset(cuts)


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the roll. Names are squashed; `year` is None for staff and for the nursery."""

    givens: tuple[str, ...]
    family: str
    initials: str  # of the family name: "tr" for Thornton-Reyes
    student: bool
    school: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Form:
    """One way a full name is written, squashed: where its first part ends, and where else a hyphen or space may stand."""

    first: int
    cuts: frozenset[int]
    inverted: bool
    one: str
    other: str
    student: bool


NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Roll:
    """Names to look for. Nothing here prints a name.

    Of 115,000 people it holds each name once, and of full names the automaton alone: which form one is, is worked out where it is met.
    """

    people: tuple[Person, ...]
    given: Mapping[str, tuple[Person, ...]]
    family: Mapping[str, tuple[Person, ...]]
    initials: Mapping[str, tuple[Person, ...]]  # of people in a year: "af", and "afw" where the family name has two parts
    _parted: Mapping[str, frozenset[int]]  # names of more words than one, and where a gap stands in them
    _sounds: Mapping[str, tuple[str, ...]]  # family names by their sound
    _automaton: ahocorasick.Automaton
    _by_shape: Mapping[tuple[str, int], tuple[str, ...]]

    def has_part(self, words: frozenset[str]) -> bool:
        """Whether any of these words is a given or a family name."""
        return not (self.given.keys().isdisjoint(words) and self.family.keys().isdisjoint(words))

    def alike(self, name: str) -> Iterator[str]:
        """Family names with the same first letter and nearly the same length: those that may be meant by one spelt nearly so."""
        for length in range(len(name) - 2, len(name) + 3):
            yield from self._by_shape.get((name[:1], length), ())

    def full(self, letters: str) -> Iterator[tuple[int, int, Form]]:
        """Full names in a squashed text: (start, end, form), overlapping ones too. Linear in the text and what is found."""
        for last, length in self._automaton.iter(letters):
            form = self._form(letters[last + 1 - length : last + 1])
            if form is not None:
                yield last + 1 - length, last + 1, form

    def _form(self, letters: str) -> Form | None:
        """As whose full name these letters can be read: with the given name first, or else the family name."""
        ways = [(letters[:at], letters[at:]) for at in range(1, len(letters))]
        for given, family in ways:
            if (person := self._who(given, family)) is not None:
                return Form(len(given), self._cuts(given, family), False, given, family, person.student)
        for family, given in ways:
            if (person := self._who(given, family)) is not None:
                return Form(len(family), self._cuts(family, given), True, family, given, person.student)
        return None

    def _who(self, given: str, family: str) -> Person | None:
        if given not in self.given:
            return None
        return next((person for person in self.family.get(family, ()) if given in person.givens), None)

    def _cuts(self, one: str, other: str) -> frozenset[int]:
        own, after = self._parted.get(one, NONE), self._parted.get(other, NONE)
        return own | {cut + len(one) for cut in after} if after else own

    def heard(self, one: str, other: str) -> Person | None:
        """Somebody whose given name has the first of these sounds, and whose family name the second."""
        for family in self._sounds.get(other, ()):
            for person in self.family[family]:
                if any(sound(given) == one for given in person.givens):
                    return person
        return None

    def __repr__(self) -> str:
        return "<Roll>"


def _bad(number: int, what: Sentence) -> BadRoll:
    return BadRoll(say("line {number}: {what}", number=number, what=what))


def _person(number: int, row: Mapping[str | None, str | list[str] | None]) -> tuple[Person, tuple[str, ...], str]:
    """A row as a person, with the given names and family name as written."""
    if None in row:
        raise _bad(number, say("There are more cells than columns. Put quotes around a name with a comma."))
    cell = {name: str(row.get(name) or "").strip() for name in COLUMNS}
    if not squashed(cell["given_name"]) or not squashed(cell["family_name"]):
        raise _bad(number, say("A name is missing. Fill in given_name and family_name."))
    if cell["role"] not in ("student", "staff"):
        raise _bad(number, say("The role is not one we know. Write student or staff."))
    if cell["year"] and not (cell["year"].isdigit() and len(cell["year"]) <= 2):
        raise _bad(number, say("The year is not a number. Write 0 to 13 or leave it empty."))
    givens = tuple(dict.fromkeys(name for name in (cell["given_name"], cell["known_as"]) if squashed(name)))
    initials = "".join(squashed(part)[:1] for part in cell["family_name"].replace("-", " ").split())
    year = int(cell["year"]) if cell["year"] else None
    names = tuple(intern(squashed(name)) for name in givens)
    family, school = intern(squashed(cell["family_name"])), intern(cell["school"])
    return Person(names, family, intern(initials), cell["role"] == "student", school, year), givens, cell["family_name"]


def _initials(person: Person) -> frozenset[str]:
    first = person.givens[0][0]
    return frozenset() if person.year is None else frozenset({first + person.initials, first + person.initials[:1]})


def _index(people: Iterable[tuple[str, Person]]) -> Mapping[str, tuple[Person, ...]]:
    found: dict[str, list[Person]] = {}
    for name, person in people:
        found.setdefault(name, []).append(person)
    return {name: tuple(those) for name, those in found.items()}


def read_roll(lines: Iterable[str]) -> Roll:
    """A roll from the lines of a CSV with a heading (person_id,given_name,family_name,known_as,role,school,year).

    Raises BadRoll ("line N: what, what next"); an empty roll is a BadRoll too.
    """
    reader = csv.DictReader(lines)
    people: list[Person] = []
    parted: dict[str, frozenset[int]] = {}
    automaton = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
    try:
        headings = [name.strip().lstrip("\ufeff") for name in reader.fieldnames or ()]
        missing = [name for name in COLUMNS if name not in headings]
        if missing:
            raise _bad(
                1, say("The heading lacks {missing}. Start the file with: {columns}", missing=", ".join(missing), columns=",".join(COLUMNS))
            )
        reader.fieldnames = headings
        for row in reader:
            person, givens, family = _person(reader.line_num, row)
            people.append(person)
            for name in person.givens:
                automaton.add_word(name + person.family)
                automaton.add_word(person.family + name)
            for written in (*givens, family):
                if cuts := _parts(written):
                    name = squashed(written)
                    parted[name] = parted.get(name, NONE) | cuts
    except csv.Error as error:
        raise _bad(reader.line_num, say("This is not CSV ({error}). Save the sheet as CSV and try again.", error=error)) from None
    if not people:
        raise _bad(2, say("There are no names. Add one line for each person."))
    automaton.make_automaton()
    given = _index((name, person) for person in people for name in person.givens)
    families = _index((person.family, person) for person in people)
    shapes: dict[tuple[str, int], list[str]] = {}
    for name in families:
        shapes.setdefault((name[0], len(name)), []).append(name)
    by_shape = {shape: tuple(names) for shape, names in shapes.items()}
    initials = _index((letters, person) for person in people for letters in _initials(person))
    sounds: dict[str, tuple[str, ...]] = {}
    for name in families:
        heard = sound(name)
        sounds[heard] = (*sounds.get(heard, ()), name)
    return Roll(tuple(people), given, families, initials, parted, sounds, automaton, by_shape)
