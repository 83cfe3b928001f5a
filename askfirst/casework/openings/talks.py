"""A matter for a talk with one's line manager: which of them, whom else it is about, which clauses, and what is owed besides."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from askfirst.casework.fields import BadField, read
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.declaration import DECLARATION, PROFILE
from askfirst.casework.kinds.interest import INTEREST
from askfirst.casework.kinds.offer import OFFER
from askfirst.casework.kinds.plan import PLAN
from askfirst.casework.kinds.talks import opening_moves
from askfirst.casework.kinds.yearly import RENAME_OWED
from askfirst.casework.openings.opened import Opened
from askfirst.casework.workflow import Move, Workflow
from askfirst.people import hats
from askfirst.people.calendar import london_day
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import Capacity, Seat, Standing
from askfirst.people.standing import capacities
from askfirst.people.who import names
from askfirst.people.would_handle import who_is_called
from askfirst.words import say

__all__ = ["OPEN_TALKS", "Talk"]

AT_WORK = frozenset({Capacity.STAFF, Capacity.TRUSTEE})
NO_PROFILE = say("A profile needs no talk. Put on it that your views are your own (BLG-4).")


@dataclass(frozen=True, slots=True)
class Talk:
    """Opens a case of one of these kinds."""

    workflow: Workflow
    clause: str

    def __call__(self, given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
        """Raises BadField, and Refused for whoever the duty does not speak to."""
        _may_open(by, self.clause)
        on = london_day(at)
        words = read(self.workflow.opening, given, on=on)
        if words.get("what") == PROFILE:
            raise BadField("what", NO_PROFILE)
        who = names([by.person])[by.person]
        post = str(words.get("post", ""))
        if post and not TheDirectory().holders(hats.line_manager_of(who.ref, post), on):
            raise BadField("post", say("You have no second post there. Leave this out to speak of your main post."))
        trustee = by.capacity is Capacity.TRUSTEE
        owed = (Move(RENAME_OWED),) if words.get("brand") == "school" else ()
        return Opened(
            asker=by.person,
            school=post or who.school,
            details=words,
            clauses=_clauses(self.clause, words),
            first=_first(by, post),
            moves=(*opening_moves(trustee=trustee), *owed),
            parties=frozenset(_about(words, by)),
        )


def _may_open(by: Standing, clause: str) -> None:
    if by.capacity not in AT_WORK or not by.seats:
        raise Refused((Refusal(say("This is for staff and trustees. Nothing is asked of you here."), clause),))


def _first(by: Standing, post: str) -> Seat:
    return hats.CHAIR if by.capacity is Capacity.TRUSTEE else hats.line_manager_of(by.person, post)


def _about(words: Mapping[str, object], by: Standing) -> list[str]:
    """Whoever at work is named as part of it. Raises BadField for a name that is nobody's here, or several people's."""
    name = str(words.get("about", "")).strip()
    if not name:
        return []
    found = [one for one in who_is_called(name) if AT_WORK & set(capacities(one.ref, on=by.on)) and one.ref != by.person]
    if len(found) > 1:
        raise BadField("about", say("Several people here have that in their name. Write the whole name, or their username."))
    if not found:
        raise BadField("about", say("Nobody who works here is called so. Check the name, or leave this empty."))
    return [found[0].ref]


def _clauses(clause: str, words: Mapping[str, object]) -> tuple[str, ...]:
    """The duty itself; the disclaimer where it says, or may say, where they work; the name in an address where it is the school's."""
    shows = words.get("says") in ("yes", "unsure")
    return (clause, *(("BLG-4",) if shows else ()), *(("HYB-3",) if words.get("brand") == "school" else ()), "MAN-3")


OPEN_TALKS = {
    "declaration": Talk(DECLARATION, "BLG-5"),
    "plan": Talk(PLAN, "BLG-6"),
    "interest": Talk(INTEREST, "WEB-5"),
    "offer": Talk(OFFER, "WEB-6"),
}
