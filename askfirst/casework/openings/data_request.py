"""A request about personal data: by oneself, or by a parent for a child under 18. It goes to the Data Protection Officer, or past them."""

from collections.abc import Mapping
from datetime import datetime

from askfirst.casework.fields import BadField, read
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.data_request import FOR_LEAD, clear, of_the_officer
from askfirst.casework.kinds.data_request_words import OPENING
from askfirst.casework.openings.opened import Opened
from askfirst.people.calendar import london_day
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import DPO, Capacity, Standing, person
from askfirst.people.who import Child, Named, children_of, names
from askfirst.words import say

__all__ = ["NOT_FOR_THEM", "OWN", "open_data_request", "young_children"]

OWN = "me"
NOT_FOR_THEM = say("You cannot ask for someone aged 18 or over, or for a child who is not yours: they ask for themselves.")


def open_data_request(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, and Refused for whoever has left, and for a parent who asks for anybody but themselves or a child of theirs."""
    if not by.seats:
        raise Refused((Refusal(say("You are not here any more. Ring the school, and ask for a copy."), "PRI-4"),))
    words = read(OPENING, given, on=london_day(at))
    about = _about(str(words.get("child", "")), by)
    officers = TheDirectory().holders(DPO, by.on) if of_the_officer(words) else ()
    asked = {field.id: words[field.id] for field in OPENING if field.id in words and field.id != "child" and field.asked(words)}
    asks = names([by.person])[by.person].name
    return Opened(
        asker=by.person,
        school=about.school,
        details={"whom": about.name, **asked},
        clauses=("PRI-4",),
        first=DPO,
        moves=clear(words, person(about.ref)),
        parties=frozenset({about.ref, *officers} - {by.person}),
        papers={FOR_LEAD: {"whom": about.name, "asks": asks}} if words["want"] == "copy" else {},
    )


def young_children(by: Standing) -> tuple[Child, ...]:
    """Those a parent may ask for: under 18, in their care by law, and about whom we may talk to them."""
    if by.capacity is not Capacity.PARENT:
        return ()
    return tuple(one for one in children_of(by.person, on=by.on) if not one.adult and one.may_contact and one.responsible)


def _about(said: str, by: Standing) -> Named:
    if said in ("", OWN):
        return names([by.person])[by.person]
    if by.capacity is not Capacity.PARENT:
        raise BadField("child", say("You can ask this for yourself. Leave this out."))
    chosen = [one for one in young_children(by) if said in (one.named.username, one.named.name)]
    if len(chosen) != 1:
        raise Refused((Refusal(NOT_FOR_THEM, "PRI-4"),))
    return chosen[0].named
