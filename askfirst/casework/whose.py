"""What somebody is to a case they may see, and words for whoever it has reached."""

from datetime import date

from askfirst.casework.access import Found
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.kinds.press import TRUST
from askfirst.casework.models import Case, CaseCall
from askfirst.casework.seated import by_name as named_in
from askfirst.casework.seated import sitting
from askfirst.casework.shown import worn as by_name_worn
from askfirst.casework.workflow import Hat, Part, Step
from askfirst.people import hats
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import Seat, Standing
from askfirst.people.resolve import Route
from askfirst.people.who import names, schools
from askfirst.words import Sentence, say

SEATED = {
    "comms": Hat.COMMUNICATIONS,
    "hr": Hat.HR,
    "head": Hat.HEAD,
    "dsl": Hat.SAFEGUARDING,
    "deputy-dsl": Hat.SAFEGUARDING,
    "dsl-trust": Hat.SAFEGUARDING,
}
"""What whoever sits there is to a case that is open to the seat."""
__all__ = ["acted_for", "asked", "hats_of", "named", "place", "reached_by", "sits", "unnamed_to"]


def unnamed_to(found: Found) -> bool:
    """Whether whoever found it may know what is asked, and never by whom: no name but their own is for them."""
    return WORKFLOWS[found.case.kind].confidential and found.part is Part.STATUS


def reached_by(found: Found) -> list[CaseCall]:
    """The open calls that have reached whoever found the case, in the order they came."""
    return list(found.case.calls.filter(ended_at=None, seat__in=list(found.seats)).order_by("id"))


def hats_of(found: Found, by: Standing) -> tuple[frozenset[Hat], frozenset[str]]:
    """Their hats here, and the keys of wants that have reached them."""
    case, worn = found.case, set[Hat]()
    if case.asker_id == by.person and hats.own(by.person, case.capacity) in found.seats:
        worn.add(Hat.ASKER)
    if case.logger_id == by.person and hats.person(by.person) in found.seats:
        worn.add(Hat.LOGGER)
    worn |= {SEATED[hats.role(seat)] for seat in found.seats if hats.role(seat) in SEATED}
    if any(step.shown for step in WORKFLOWS[case.kind].steps):
        worn |= by_name_worn(file_of(case), found.seats)
    if WORKFLOWS[case.kind].apart and Hat.ASKER in worn and any(_keeps(seat, case) for seat in by.seats):
        worn.add(Hat.SAFEGUARDING)
    marks = WORKFLOWS[case.kind].hats
    if marks:
        held = case.steps.filter(step__in=marks, seat__in=list(found.seats)).values_list("step", flat=True)
        worn |= {marks[step] for step in held}
    keeper = WORKFLOWS[case.kind].keeper
    if keeper is not None and keeper(file_of(case)) not in found.seats:
        worn.discard(Hat.ASKER)  # handed on: whoever had it before reads what they could, and does nothing more
    if WORKFLOWS[case.kind].decides(file_of(case)) & set(found.seats):
        worn.add(Hat.DECIDER)
    calls = list(case.calls.filter(seat__in=list(found.seats)))
    if any(not named_in(call.seat) for call in calls):
        worn.add(Hat.HANDLED)
    reached = frozenset(call.want for call in calls if call.ended_at is None)
    return frozenset(worn | ({Hat.ASKED} if reached else set())), reached


def _keeps(seat: Seat, case: Case) -> bool:
    """Whether this is a seat at the case's school that reads what is kept apart in it: for the asker, whose own doors of seats are shut."""
    roles = frozenset[str]().union(*WORKFLOWS[case.kind].apart.values())
    return hats.role(seat) in roles and hats.subjects(seat)[:1] == (case.school_id,)


def acted_for(found: Found, by: Standing, *, step: Step) -> str:
    """Whom somebody acts for in a step that answers nothing; "" where one hat of their own is enough for it."""
    worn, _ = hats_of(found, by)
    able = worn & step.by
    seats = [call.seat for call in reached_by(found)] if Hat.ASKED in able else []
    if Hat.HANDLED in able:
        seats += found.case.calls.filter(seat__in=[seat for seat in found.seats if not named_in(seat)]).values_list("seat", flat=True)
    if Hat.DECIDER in able:
        seats += WORKFLOWS[found.case.kind].decides(file_of(found.case)) & set(found.seats)
    if Hat.COMMUNICATIONS in able:
        seats.append(hats.COMMS)
    if Hat.MANAGER in able:
        seats += [seat for seat in found.seats if hats.role(seat) == "line-manager-of"]
    givers = [found.seats[seat] for seat in seats]
    return givers[0] if givers and all(givers) and not able & {Hat.ASKER, Hat.LOGGER} else ""


def sits(case: Case, seat: Seat, *, on: date) -> Route | None:
    """Who would act in this seat in this case today; None where nobody there may."""
    return sitting(case, seat, directory=TheDirectory(), on=on)


def asked(case: Case, key: str, *, on: date) -> Sentence:
    """Whoever the want has reached last, by name; the title of nobody in particular where nobody sits there."""
    call = case.calls.filter(want=key).order_by("-rank").first()
    sitting = sits(case, call.seat, on=on) if call else None
    if sitting is None:
        return say("somebody we have still to reach")
    return say("{name}", name=names([sitting.person])[sitting.person].short)


def place(of: str) -> Sentence:
    """A school, or the Trust, by name."""
    if of == TRUST:
        return say("the Trust")
    return say("{school}", school=next((school.name for school in schools() if school.id == of), of))


def named(case: Case, of: str, *, on: date) -> Sentence:
    """Whose consultation it is: the person asked, and for which school."""
    return say("{who}, for {place},", who=asked(case, "consult:" + of, on=on), place=place(of))
