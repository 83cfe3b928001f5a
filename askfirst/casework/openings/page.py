"""A department's page: anybody on the staff may begin one; it is theirs to fill in until they send it.

Communications, who keep the register, may begin one for whoever keeps it, with its list filled in. It is that person's to look over and
to send: nothing is talked about, agreed to or made official by it (HYB-1, HYB-4).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from askfirst.casework.fields import BadField, read, read_all
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.page import PAGE
from askfirst.casework.kinds.page_words import (
    COMMENTS,
    KEEPS,
    LOGIN,
    PHOTOS,
    RECOVERY,
    SECOND,
    STUDENTS,
    SUCCESSOR,
    own_addresses,
)
from askfirst.casework.known import employee
from askfirst.casework.openings.opened import Opened
from askfirst.people.calendar import london_day
from askfirst.people.hats import COMMS, Capacity, Standing
from askfirst.people.holding import trust_on
from askfirst.people.who import names
from askfirst.words import say

__all__ = ["FILLED", "ForAnother", "for_another", "open_page"]

CLAUSES = ("HYB-4", "HYB-1", "HYB-2")
FILLED = {"people": (SECOND, SUCCESSOR), "account": (LOGIN, RECOVERY), "rules": (PHOTOS, COMMENTS, STUDENTS)}
"""The list of a page, filled in where it is begun for somebody."""
FOR_ANOTHER = (*PAGE.opening, KEEPS, *(field for fields in FILLED.values() for field in fields))


def open_page(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, and Refused for whoever is not here as staff; with an `owner`, for whoever does not keep the register."""
    if by.capacity is not Capacity.STAFF or not by.seats:
        raise Refused((Refusal(say("This is for staff. Ask a teacher to begin the page with you."), "HYB-4"),))
    if KEEPS.id in given:
        return _for_another(given, by=by, at=at)
    words = read(PAGE.opening, given, on=london_day(at))
    return Opened(asker=by.person, school=names([by.person])[by.person].school, details=words, clauses=CLAUSES)


def _for_another(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    if COMMS not in by.seats:
        raise Refused((Refusal(say("Communications begin a page for somebody else. Leave out who keeps it, and it is yours."), "HYB-4"),))
    read_so = for_another(given, on=london_day(at))
    if read_so.wrong:
        raise read_so.wrong[0]
    words = read_so.words
    details = {field.id: words[field.id] for field in PAGE.opening if field.id in words}
    filled = {step: {field.id: words[field.id] for field in fields} for step, fields in FILLED.items()}
    return Opened(asker=read_so.owner, school=read_so.school, details=details, clauses=CLAUSES, filled=filled)


@dataclass(frozen=True, slots=True)
class ForAnother:
    """A page for somebody as far as it could be read: `owner` and `school` by reference, "" where nobody could be told; what is wrong."""

    words: Mapping[str, object]
    owner: str
    school: str
    wrong: tuple[BadField, ...]


def for_another(given: Mapping[str, object], *, on: date) -> ForAnother:
    """What is asked where a page is begun for somebody, read whole; nothing is written."""
    words, unread = read_all(FOR_ANOTHER, given, on=on)
    wrong = [*unread]
    owner = _employee(words, KEEPS.id, but=(), on=on, wrong=wrong)
    for field in (SECOND.id, SUCCESSOR.id):
        _employee(words, field, but={owner} - {""}, on=on, wrong=wrong)
    for field in (LOGIN.id, RECOVERY.id):
        try:
            own_addresses(words, trust_on(on).domains, field)
        except BadField as problem:
            wrong.append(problem)
    return ForAnother(words, owner, names([owner])[owner].school if owner else "", tuple(wrong))


def _employee(words: Mapping[str, object], field: str, *, but: Collection[str], on: date, wrong: list[BadField]) -> str:
    """The reference of whoever is named there; "" where nobody is, and `wrong` then says why."""
    if field not in words:
        return ""
    try:
        return employee(field, str(words[field]), but=but, on=on)
    except BadField as problem:
        wrong.append(problem)
        return ""
