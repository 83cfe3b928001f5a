"""What a step asks to be filled in, read once with one sentence for what is wrong. Pure.

The same fields feed the page's form, the API's body and the command line's options.
"""

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from askfirst.people.calendar import date_text, read_date
from askfirst.procedure.links import LONGEST_LINK, BadLink, read_link
from askfirst.words import Sentence, say

__all__ = [
    "LONGEST",
    "BadField",
    "Choice",
    "Day",
    "Field",
    "read",
    "read_all",
    "read_day",
    "read_flag",
    "read_many",
    "read_moment",
    "read_text",
]

LONGEST = 10_000
"""Characters of one answer; a line (`lines=1`) takes 200."""
HALF = re.compile("[\ud800-\udfff]")
FAR = timedelta(days=366 * 5)
WEB = ("https://", "http://")
WHOLE = say("Copy the whole address again. It starts with https:// or http://.")


class Day(StrEnum):
    """On which side of today a date may lie; today itself may be either."""

    PAST = "past"
    COMING = "coming"
    EITHER = "either"


class BadField(ValueError):
    """One field that cannot be used: which, and the sentence that says what to do. `also`: what else is wrong on its form, in order."""

    def __init__(self, field: str, sentence: Sentence, also: Sequence["BadField"] = ()) -> None:
        super().__init__(field)
        self.field = field
        self.sentence = sentence
        self.also = tuple(also)

    @property
    def each(self) -> tuple["BadField", ...]:
        """This one and the others, so that somebody hears of all of them at once."""
        return (self, *self.also)

    def at(self, field: str) -> Sentence | None:
        """What is wrong with this field, if anything."""
        return next((one.sentence for one in self.each if one.field == field), None)

    @classmethod
    def together(cls, wrong: Sequence["BadField"]) -> "BadField":
        """One error for several, at least one: it speaks of the first, and carries the others."""
        return cls(wrong[0].field, wrong[0].sentence, wrong[1:])


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers; `hint`: what choosing it means, where its words do not say so."""

    value: str
    says: Sentence
    hint: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in. With choices it takes one of their values; else text, of one line or more."""

    id: str
    says: Sentence
    missing: Sentence  # what is said when it is needed and not there
    hint: Sentence | None = None
    choices: tuple[Choice, ...] = ()
    needed: bool = True
    lines: int = 5
    instead: str = ""  # another field that, when it stands, makes this one unneeded
    where: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)  # asked only where other fields have one of these values
    day: Day | None = None  # a date, and on which side of today
    link: bool = False  # where something is: an address or words, never what a browser would run
    web: bool = False  # the address of a page, whole

    @property
    def longest(self) -> int:
        return 200 if self.lines == 1 else LONGEST

    def asked(self, held: Mapping[str, object]) -> bool:
        """Whether it is asked, given what else was filled in."""
        return all(held.get(other) in values for other, values in self.where.items())


def read_text(given: Mapping[str, object], field: str, *, longest: int = LONGEST) -> str:
    """The text of a field as it was written, or "". Raises BadField for anything that is no text, too long, or cannot be kept as it is."""
    value = given.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadField(field, say("This must be text. Send it as text."))
    if len(value) > longest:
        raise BadField(
            field,
            say(
                "This is {length} characters long; we take {most}. Please shorten it.",
                length=format(len(value), ","),
                most=format(longest, ","),
            ),
        )
    if "\0" in value or HALF.search(value):
        raise BadField(field, say("There is a character here that cannot be kept. Take it out, then send again."))
    return value if value.strip() else ""


def read_flag(given: Mapping[str, object], field: str) -> bool:
    """True or false, as JSON has it or as a form's tick sends it. Raises BadField."""
    value = given.get(field, False)
    if isinstance(value, bool):
        return value
    if value in ("", None, "no"):
        return False
    if value in ("yes", "on", "true"):
        return True
    raise BadField(field, say("Say yes or no here."))


def read_many(given: Mapping[str, object], field: str, *, known: Sequence[str], unknown: Sentence) -> tuple[str, ...]:
    """Several of the known values, in their own order, each once. Raises BadField with `unknown` for any other."""
    value = given.get(field, ())
    if isinstance(value, str):
        value = (value,) if value else ()
    if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) for one in value):
        raise BadField(field, say("Send a list of names here."))
    if not set(value) <= set(known):
        raise BadField(field, unknown)
    return tuple(one for one in known if one in value)


def read_moment(given: Mapping[str, object], field: str, *, at: datetime) -> datetime | None:
    """A date and time with its zone (ISO 8601), not before `at`. Raises BadField."""
    value = given.get(field)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise BadField(field, say("Give the date and time as text, such as 2026-11-23T15:00+00:00."))
    try:
        moment = datetime.fromisoformat(value)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise BadField(field, say("We could not read this time. Write it as in 15:00, or 2026-11-23T15:00+00:00.")) from None
    if moment < at:
        raise BadField(field, say("This time has passed. Give one that is still to come, or leave it empty."))
    return moment


def read_day(given: Mapping[str, object], field: str, *, side: Day, on: date) -> str:
    """A day as 2026-11-23, or ""; it takes what `read_date` reads. Raises BadField for no day, and for one on the wrong side of `on`."""
    value = read_text(given, field, longest=40).strip()
    if not value:
        return ""
    day = read_date(value)
    if day is None:
        raise BadField(field, say("We could not read this day. Write it as in {day}.", day=date_text(on)))
    if side is Day.PAST and day > on:
        raise BadField(field, say("This day is still to come. Give the day it happened."))
    if side is Day.COMING and day < on:
        raise BadField(field, say("This day has passed. Give one that is still to come."))
    if abs(day - on) > FAR:
        raise BadField(field, say("This day is years away. Look at the year again."))
    return day.isoformat()


def _one(given: Mapping[str, object], field: Field, on: date | None) -> str:
    if field.day is not None and on is not None:
        return read_day(given, field.id, side=field.day, on=on)
    value = read_text(given, field.id, longest=field.longest)
    if value and field.choices and value not in {choice.value for choice in field.choices}:
        raise BadField(field.id, say("That is not one of the choices. Choose one from the list."))
    if value and field.link:
        _safe(field.id, value)
    return _page_at(field.id, value) if value and field.web else value


def _safe(field: str, value: str) -> None:
    try:
        read_link(value)
    except BadLink as problem:
        raise BadField(field, problem.sentence) from None


def _page_at(field: str, value: str) -> str:
    """The address of the web that stands in what was pasted; it is not opened. Raises BadField."""
    try:
        link = read_link(value)
    except BadLink as problem:
        raise BadField(field, problem.sentence if len(value.strip()) > LONGEST_LINK else WHOLE) from None
    if not link.is_web or not link.text.lower().startswith(WEB):
        raise BadField(field, WHOLE)
    return link.text


def read(fields: Sequence[Field], given: Mapping[str, object], *, on: date | None = None) -> dict[str, object]:
    """The fields that were filled in; `on` is the day it is. Raises one BadField for all that are not known, wrong or missing."""
    held, wrong = read_all(fields, given, on=on)
    if wrong:
        raise BadField.together(wrong)
    return held


def read_all(
    fields: Sequence[Field], given: Mapping[str, object], *, on: date | None = None
) -> tuple[dict[str, object], tuple[BadField, ...]]:
    """The fields that could be read; and each that is not known, then each that is wrong or missing, in the order of the form."""
    known = sorted(field.id for field in fields)
    other = [
        BadField(name, say("There is a field here we do not take. We take: {known}.", known=", ".join(known) or "none"))
        for name in sorted(set(given) - set(known))
    ]
    held, wrong = dict[str, object](), dict[str, BadField]()
    for field in fields:
        try:
            value: object = read_flag(given, field.id) if field.lines == 0 else _one(given, field, on)
        except BadField as problem:
            wrong[field.id] = problem
        else:
            if value:
                held[field.id] = value
    there = {*held, *wrong}
    for field in fields:
        if field.needed and field.id not in there and field.asked(held) and not (field.instead and field.instead in there):
            wrong[field.id] = BadField(field.id, field.missing)
    return held, (*other, *(wrong[field.id] for field in fields if field.id in wrong))
