"""The cast as rows. Every date moves by the same whole weeks, births too, so that ages, school days and ties stay as the stories tell."""

import tomllib
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import models, transaction

from askfirst.people.models import (
    Absence,
    Agency,
    Care,
    Delegation,
    Guardian,
    Holding,
    InsetDay,
    Installation,
    Interest,
    MayNotContact,
    Person,
    Post,
    Relative,
    School,
    Term,
)
from askfirst.people.who import Named, names
from askfirst.words import Sentence, say

__all__ = ["AlreadyPeopled", "NotAMonday", "is_demo", "load_people", "personas"]

AS_WRITTEN = date(2026, 11, 23)  # the Monday of the stories
WEEK = timedelta(weeks=1)
PERSONAS = ("harrow", "pascoe", "devlin", "obuya", "achterberg", "quarshie", "adelakun", "standish", "farouk", "osei")
TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr"})
HAS_MAIL = frozenset({"staff", "trustee"})  # students and parents read in the app
TIES: dict[str, type[models.Model]] = {
    "absence": Absence,
    "delegation": Delegation,
    "relative": Relative,
    "guardian": Guardian,
    "may_not_contact": MayNotContact,
    "care": Care,
    "agency": Agency,
    "interest": Interest,
}
PEOPLE = frozenset({"person", "other", "to", "adult", "student", "who", "set_by"})

Row = dict[str, Any]


class NotAMonday(ValueError):
    """The day named is no Monday, so that dates would not move by whole weeks. `sentence` is for the person."""

    def __init__(self) -> None:
        self.sentence: Sentence = say("The demo starts on a Monday. That day is not one. Choose a Monday.")
        super().__init__(str(self.sentence))


class AlreadyPeopled(RuntimeError):
    """There are people already. `sentence` is for the person."""

    def __init__(self) -> None:
        self.sentence: Sentence = say("People are loaded already, so nothing was changed. Use an empty data folder for a new demo.")
        super().__init__(str(self.sentence))


def load_people(*, monday: date) -> None:
    """Load the cast, moved so that the stories' Monday (23 November 2026) is `monday`. All or nothing.

    Everyone's username is their id in the cast, and nobody has a password. Raises NotAMonday, AlreadyPeopled.
    """
    if monday.weekday() != 0:
        raise NotAMonday
    weeks = (monday - AS_WRITTEN) // WEEK
    cast = tomllib.loads(files("askfirst.people.demo").joinpath("cast.toml").read_text(encoding="utf-8"))
    cast = _moved(cast, weeks * WEEK)
    with transaction.atomic():
        if Person.objects.exists() or Installation.objects.exists():
            raise AlreadyPeopled
        _load_trust(cast, monday, weeks)
        people = _load_persons(cast)
        _load_seats(cast, people)
        for kind, table in TIES.items():
            table._default_manager.bulk_create([table(**_with_people(row, people)) for row in cast[kind]])


def _moved(value: Any, by: timedelta) -> Any:
    """The same data, every date in it later by that much."""
    if isinstance(value, dict):
        return {key: _moved(part, by) for key, part in value.items()}
    if isinstance(value, list):
        return [_moved(part, by) for part in value]
    return value + by if isinstance(value, date) else value


def _load_trust(cast: Row, monday: date, weeks: int) -> None:
    School.objects.bulk_create([School(**row) for row in cast["school"]])
    Term.objects.bulk_create([Term(**row) for row in cast["term"]])
    InsetDay.objects.bulk_create([InsetDay(day=day) for day in cast["inset"]["days"]])
    trust = cast["trust"]
    Installation.objects.create(
        demo=True,
        monday=weeks,
        loaded_at=datetime.combine(monday, time(0), UTC),
        trust=trust["name"],
        duty_label=trust["duty_label"],
        duty_phone=trust["duty_phone"],
        duty_email=trust["duty_email"],
    )


def _load_persons(cast: Row) -> dict[str, Person]:
    domains = {school["id"]: school["domain"] for school in cast["school"]}
    known = {"name", "kind", "title", "phone", "email", "year", "class_name", "born", "left_on"}
    people = {}
    for row in cast["person"]:
        fields = {key: value for key, value in row.items() if key in known}
        if row["kind"] in HAS_MAIL:
            fields["email"] = "%s@%s" % (row["id"], domains.get(row.get("school", ""), cast["trust"]["domain"]))
        people[row["id"]] = Person(
            username=row["id"], short=_short(row["name"]), school_id=row.get("school"), password=make_password(None), **fields
        )
    Person.objects.bulk_create(people.values())
    return people


def _short(name: str) -> str:
    """The title and last name, as in "Ms Harrow"; the first name of whoever has no title."""
    first, *rest = name.split()
    return "%s %s" % (first, rest[-1]) if first in TITLES else first


def _load_seats(cast: Row, people: dict[str, Person]) -> None:
    posts, holdings = [], []
    asked: dict[str, int] = {}
    for row in cast["person"]:
        person = people[row["id"]]
        for post in row.get("posts", ()):
            fields = {"starts": cast["since"], **post}
            school, manager = fields.pop("school", None), fields.pop("line_manager", None)
            posts.append(Post(person=person, school_id=school, line_manager=people[manager] if manager else None, **fields))
        for seat in row.get("seats", ()):
            holdings.append(Holding(seat=seat, person=person, order=asked.get(seat, 0), starts=cast["since"]))
            asked[seat] = asked.get(seat, 0) + 1
    Post.objects.bulk_create(posts)
    Holding.objects.bulk_create(holdings)


def _with_people(row: Row, people: dict[str, Person]) -> Row:
    return {key: people[value] if key in PEOPLE else value for key, value in row.items()}


def is_demo() -> bool:
    """Whether this database holds the demo; production must refuse it."""
    return Installation.objects.filter(demo=True).exists()


def personas() -> tuple[Named, ...]:
    """The ten people of the sign-in page, in its order; fewer where the cast is not loaded. Two queries."""
    refs = dict(Person.objects.filter(username__in=PERSONAS).values_list("username", "ref"))
    named = names(refs.values())
    return tuple(named[refs[username]] for username in PERSONAS if username in refs)
