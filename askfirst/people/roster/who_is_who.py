"""Which line of the file is which person: by the id, else by the username, else somebody new; and who may be one person twice; pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from askfirst.people.hats import Capacity
from askfirst.people.roster.columns import CONTACTS
from askfirst.people.roster.known import Known, gone
from askfirst.people.roster.read import Place, Row
from askfirst.words import say

__all__ = ["ANOTHER", "Lines", "Pair", "Who", "find", "short_of", "username_of"]

TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Rev", "Revd", "Sir", "Dame"})
ANOTHER = "another"  # a decision: two people of one name


@dataclass(frozen=True, slots=True)
class Pair:
    """Possibly one person: a new line, and a person or a line of the same name whose work mail is at another place.

    `other` is the person's key: a reference, or "+ID". `decided`: "" not yet, "same" or "another".
    """

    id: str
    line: int
    name: str
    email: str
    school: str
    other: str
    other_email: str
    other_school: str
    decided: str


@dataclass(frozen=True, slots=True)
class Lines:
    """One person of the file: their key, and their lines."""

    key: str
    rows: tuple[Row, ...]
    on: date

    @property
    def first(self) -> Row:
        """The line of the main post: one that is not over, of the central team, else the largest share, else the first."""
        return min(self.rows, key=lambda row: (bool(row.ends and row.ends < self.on), bool(row.school), -(row.share or 1), row.line))

    @property
    def one_a_school(self) -> list[Row]:
        """A line for each post: where two ids of one person name the same school, the main line, else the first."""
        found = {self.first.school: self.first}
        for row in self.rows:
            found.setdefault(row.school, row)
        return sorted(found.values(), key=lambda row: row.line)

    @property
    def last(self) -> date | None:
        """The last day: of somebody with several posts, when the last of them ends."""
        ends = [row.ends for row in self.rows]
        return None if None in ends else max(day for day in ends if day is not None)


@dataclass(slots=True)
class Who:
    """Everybody of the file. `waits`: people about whom nothing changes until it is decided who they are."""

    people: list[Lines] = field(default_factory=list)
    contacts: list[tuple[Row, str]] = field(default_factory=list)  # with the key, or "" for somebody new
    pairs: list[Pair] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)  # id -> key
    waits: set[str] = field(default_factory=set)
    problems: list[Place] = field(default_factory=list)

    def key_of(self, known: Known, id: str) -> str:
        """The person an id stands for: of this file, of one before, or "" for nobody."""
        return self.keys.get(id) or known.roll.get(id, "") if id else ""


def username_of(row: Row) -> str:
    return row.username or row.id.lower()


def short_of(row: Row) -> str:
    """Title and last name of whoever has a title; else the first name."""
    first, *rest = row.name.split()
    return "%s %s" % (first, rest[-1]) if rest and first.rstrip(".") in TITLES else first


def find(rows: Iterable[Row], known: Known, decided: Mapping[str, str]) -> Who:
    """`decided`: for the id of a new line "another", or the key of whom it is."""
    who = Who()
    by_username = {**known.merged, **{person["username"]: ref for ref, person in known.people.items()}}
    has_id = set(known.roll.values())
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        key = known.roll.get(row.id, "")
        if not key:
            ref = by_username.get(username_of(row), "")
            if ref and ref in has_id:
                says = say("“{name}” signs in somebody with another id already. Give one of them another username.", name=username_of(row))
                who.problems.append(Place(row.line, "username" if row.username else "id", says))
                continue
            key = ref
        if row.kind in CONTACTS:
            who.contacts.append((row, key))
            if key:
                who.keys[row.id] = key
            continue
        who.keys[row.id] = key or "+" + row.id
        grouped[who.keys[row.id]].append(row)
    _pairs(who, grouped, known, decided)
    who.people = [Lines(key, tuple(rows), known.on) for key, rows in grouped.items()]
    _usernames(who)
    return who


def _name(name: str) -> str:
    return " ".join(name.casefold().split())


def _at(email: str) -> str:
    return email.rpartition("@")[2].casefold()


def _alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """The same mail, or work mails at two places."""
    mails = one[0].casefold(), other[0].casefold()
    return "" not in mails and (mails[0] == mails[1] or _at(mails[0]) != _at(mails[1]))


def _pairs(who: Who, grouped: dict[str, list[Row]], known: Known, decided: Mapping[str, str]) -> None:
    """Every new member of staff held against whoever has their name."""
    new = [rows[0] for key, rows in grouped.items() if key.startswith("+") and rows[0].kind == Capacity.STAFF]
    wanted = {_name(row.name) for row in new}
    same_name: dict[str, list[tuple[str, str, str]]] = defaultdict(list)  # (key, mail, school)
    for ref, person in known.people.items():
        if person["kind"] == Capacity.STAFF and not gone(person, known.on) and _name(person["name"]) in wanted:
            same_name[_name(person["name"])].append((ref, person["email"], person["school"] or ""))
    for row in new:
        key, mail = who.keys[row.id], (row.email, row.school)
        others = same_name[_name(row.name)]
        other = next((one for one in others if _alike(mail, one[1:])), None)
        if other is None:
            others.append((key, row.email, row.school))
            continue
        choice = decided.get(row.id, "")
        says = "another" if choice == ANOTHER else "same" if choice == other[0] else ""
        who.pairs.append(Pair(row.id, row.line, row.name, row.email, row.school, *other, says))
        if says == "another":
            others.append((key, row.email, row.school))
            continue
        rows = grouped.pop(key)
        who.keys[row.id] = other[0]
        if says == "same":
            grouped[other[0]] = [*grouped.get(other[0], ()), *rows]
        else:
            who.waits.add(other[0])


def _usernames(who: Who) -> None:
    """Two new people cannot sign in by one name."""
    taken: dict[str, Row] = {}
    for lines in who.people:
        row = lines.rows[0]
        first = taken.setdefault(username_of(row), row)
        if first is not row:
            says = say("“{name}” is on line {line} for somebody else. Give one of them another.", name=username_of(row), line=first.line)
            who.problems.append(Place(row.line, "username" if row.username else "id", says))
