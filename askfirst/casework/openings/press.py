"""A journalist's enquiry: whose post it is about, and who is told at once."""

from collections.abc import Mapping
from datetime import datetime

from askfirst.casework.fields import BadField, read_text
from askfirst.casework.kinds.press import Contacted, opening, read_press
from askfirst.casework.openings.opened import ASKERS, Opened, as_words, may_open
from askfirst.people import hats
from askfirst.people.hats import Capacity, Standing
from askfirst.people.standing import capacities, standing
from askfirst.people.who import Named, by_username, is_adult, names, schools
from askfirst.words import say

__all__ = ["open_press"]


def _contacted(given: Mapping[str, object], by: Standing) -> Named:
    """Whose post it is about: the one who writes it down, or whoever staff name by username."""
    whose = read_text(given, "whose", longest=150)
    found = by_username(whose) if whose else names([by.person])[by.person]
    if found is None or (found.ref != by.person and by.capacity is Capacity.STUDENT):
        raise BadField("whose", say("We do not know this person. Leave this empty, and say in what they asked whose post it is."))
    if not ASKERS & set(capacities(found.ref, on=by.on)):
        raise BadField("whose", say("This person is not here as staff or student now. Leave this empty."))
    return found


def open_press(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, and Refused in a capacity the duty does not speak to."""
    may_open(by, "SNS-12")
    details = read_press(given, schools=[school.id for school in schools()], at=at)
    who = _contacted(given, by)
    worn = by if who.ref == by.person else standing(who.ref, on=by.on)
    student = worn.capacity is Capacity.STUDENT
    contacted = Contacted(
        trust_lead=worn.seats.get(hats.TRUST_LEAD) == "",
        student=student,
        adult=not student or is_adult(who.ref, on=by.on),
        school=who.school,
        year=who.year,
    )
    clauses = () if not details.about_a_post else ("SNS-12",) if student else ("SNS-12", "WEB-7")
    return Opened(
        asker=who.ref,
        school=details.schools[0] if details.schools else who.school,
        details=as_words(details),
        clauses=clauses,
        moves=opening(details, contacted),
        deadline=details.deadline,
    )
