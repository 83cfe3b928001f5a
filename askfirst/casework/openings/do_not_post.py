"""A request not to be in posts: by oneself, by a link too once one has left, by a parent for a child, by staff; sealed if it must be."""

from collections.abc import Mapping
from datetime import datetime

from askfirst.casework.fields import BadField, read
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.do_not_post import DO_NOT_POST, REASON, clear
from askfirst.casework.openings.opened import Opened
from askfirst.casework.workflow import OPEN_TO, Move
from askfirst.people import hats
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Standing
from askfirst.people.standing import capacities
from askfirst.people.who import Named, children_of, names
from askfirst.people.would_handle import who_is_called
from askfirst.words import say

__all__ = ["PARENT_ALONE", "may_seal", "open_do_not_post"]

PARENT_ALONE = say(
    "A parent cannot ask this alone for someone aged 18 or over. They can ask for themselves: they sign in, or ring the school."
)
NOT_ONE = say("We cannot find one person of this name at your school. Write the whole name, or their username.")


def may_seal(by: Standing, school: str) -> bool:
    """Whether this person is the safeguarding lead or the deputy of that school, today."""
    return bool(school) and (by.holds(hats.dsl(school)) or by.holds(hats.deputy_dsl(school)))


def open_do_not_post(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, and Refused for who is not here, or for a parent alone of somebody grown up (A27). Who has left asks by a link."""
    if not by.seats:
        raise Refused((Refusal(say("You are not here any more. Ring the school, or ask by a link."), "CON-5"),))
    words = read(DO_NOT_POST.opening, given, on=london_day(at))
    about = _about(words, by)
    sealed = words.pop("sealed", "no") == "yes"
    reason = words.pop(REASON, "") if sealed else ""
    if sealed and not may_seal(by, about.school):
        raise BadField("sealed", say("Only the safeguarding lead of that school, or the deputy, can seal a reason. Choose “No”."))
    moves = clear(words, hats.person(about.ref))
    if sealed:
        moves += tuple(Move(OPEN_TO, seat=seat) for seat in (hats.dsl(about.school), hats.deputy_dsl(about.school)))
    kept = {name: words[name] for name in words if name not in ("whom", "child")}
    return Opened(
        asker=by.person,
        school=about.school,
        details={"whom": about.name, **kept},
        clauses=("CON-5",),
        moves=moves,
        parties=frozenset({about.ref} - {by.person}),
        papers={REASON: {"text": reason}} if sealed else {},
    )


def _about(words: Mapping[str, object], by: Standing) -> Named:
    """Whom it is about. Raises Refused and BadField as `open_do_not_post` does."""
    if by.capacity is Capacity.PARENT:
        return _child(str(words.get("child", "")), by)
    own = names([by.person])[by.person]
    said = " ".join(str(words.get("whom", "")).split()).casefold()
    if not said or said in (own.name.casefold(), own.username):
        return own
    if by.capacity is not Capacity.STAFF:
        raise BadField("whom", say("You can ask this for yourself. Leave the name empty."))
    found = [
        one
        for one in who_is_called(said)
        if said in (one.name.casefold(), one.short.casefold(), one.username)
        and (one.school == own.school or may_seal(by, one.school))
        and {Capacity.STAFF, Capacity.STUDENT} & set(capacities(one.ref, on=by.on))
    ]
    if len(found) != 1:
        raise BadField("whom", NOT_ONE)
    return found[0]


def _child(said: str, by: Standing) -> Named:
    """Whom a parent asks for: a child under 18 about whom we may talk to them."""
    young = [one for one in children_of(by.person, on=by.on) if not one.adult and one.may_contact]
    if not young:
        raise Refused((Refusal(PARENT_ALONE, "CON-5"),))
    chosen = [one for one in young if said in (one.named.username, one.named.name)] if said else young
    if len(chosen) != 1:
        raise BadField("child", say("Choose which child it is about."))
    return chosen[0].named
