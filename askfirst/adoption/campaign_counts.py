"""How far a campaign is at each school, in numbers: small ones are kept back, and there are no sums and no names.

A school's size is known to many, so where what is kept back would be a small number itself, the smallest number shown goes too.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from askfirst.adoption import models
from askfirst.adoption.campaigns import Campaign, NoCampaign, campaign
from askfirst.adoption.members import members
from askfirst.adoption.outstanding import stands
from askfirst.adoption.tutor_groups import groups_at
from askfirst.adoption.understood import CENTRAL, Audience, State, in_audience
from askfirst.people import hats
from askfirst.people.hats import Standing
from askfirst.people.who import schools
from askfirst.words import Sentence, say

__all__ = ["COUNTED", "LEAST", "Progress", "Sheets", "begun", "kept_back", "may_count", "progress", "progress_json"]

LEAST = 5
EVERYWHERE = frozenset({hats.GOVERNANCE, hats.TRUST_LEAD, hats.DPO})
OWN_SCHOOL = frozenset({"head", "union"})
COUNTED: Mapping[str, Sentence] = {
    "has-read": say("have read it"),
    "outstanding": say("still to read it"),
    "question": say("asked a question"),
    "copy": say("were given a copy"),
    "cannot": say("cannot just now"),
    "not-now": say("are asked later, or have nothing new"),
}
"""What is counted, in this order."""
GROUP_OF = {
    State.ACKNOWLEDGED: "has-read",
    State.NOT_STARTED: "outstanding",
    State.READ: "outstanding",
    State.QUESTION: "question",
    State.COPY: "copy",
    State.LEAVE: "cannot",
    State.ACCESS: "cannot",
    State.NOT_YET: "not-now",
    State.NOTHING_NEW: "not-now",
}


@dataclass(frozen=True, slots=True)
class Sheets:
    """Of how many tutor groups a sheet came back. Groups are counted, never students."""

    back: int
    groups: int


@dataclass(frozen=True, slots=True)
class Progress:
    """A school, or the central team (""): how many staff stand where, None for a number kept back; and the sheets of its tutor groups."""

    school: str
    name: Sentence
    staff: Mapping[str, int | None] | None  # None where the campaign asks no staff there
    sheets: Sheets | None  # None where it asks no students there


def may_count(by: Standing) -> bool:
    """Whether this person may see how far campaigns are, somewhere."""
    return bool(by.seats.keys() & EVERYWHERE) or any(hats.role(seat) in OWN_SCHOOL for seat in by.seats)


def begun(by: Standing) -> tuple[Campaign, ...]:
    """The campaigns that have begun, the newest first, for whoever may count. Raises NoCampaign. One query and one for each."""
    if not may_count(by):
        raise NoCampaign
    rows = models.Campaign.objects.filter(opened_at__isnull=False, dropped_on=None, opens__lte=by.on).order_by("-opens", "-pk")
    return tuple(campaign(ref, on=by.on) for ref in rows.values_list("ref", flat=True))


def progress(by: Standing, *, ref: str) -> tuple[Progress, ...]:
    """How far it is at each school this person may count at; after its last day, how far it was on that day. Raises NoCampaign."""
    if not may_count(by):
        raise NoCampaign
    asked = campaign(ref, on=by.on).asked
    day = max(min(by.on, asked.closes), asked.opens)
    own = {hats.subjects(seat)[0] for seat in by.seats if hats.role(seat) in OWN_SCHOOL}
    everywhere = bool(by.seats.keys() & EVERYWHERE)
    people = [member for member in members(on=day).values() if not member.student and in_audience(asked, member)]
    found = stands(asked, people, on=day)
    there = {place: name for place, name in _places() if (everywhere or place in own) and (not asked.schools or place in asked.schools)}
    asks_staff, asks_students = bool(asked.audience - {Audience.STUDENT}), Audience.STUDENT in asked.audience
    return tuple(
        Progress(
            place,
            name,
            kept_back(Counter(GROUP_OF[found[one.ref].state] for one in people if place in one.schools)) if asks_staff else None,
            _sheets(ref, place, day) if asks_students and place != CENTRAL else None,
        )
        for place, name in there.items()
    )


def _places() -> Iterator[tuple[str, Sentence]]:
    yield from ((school.id, say("{name}", name=school.name)) for school in schools())
    yield CENTRAL, say("The central team")


def _sheets(ref: str, school: str, on: date) -> Sheets:
    back = set(models.Sheet.objects.filter(campaign__ref=ref, school=school, on__lte=on).values_list("group", flat=True))
    groups = {group.id for group in groups_at(school, on=on)}
    return Sheets(len(back & groups), len(groups))


def kept_back(numbers: Mapping[str, int]) -> dict[str, int | None]:
    """The numbers that may be shown, None for the others; none at all is kept back like a small one, so that neither can be told."""
    shown = {name: numbers.get(name, 0) for name in COUNTED if numbers.get(name, 0) >= LEAST}
    hidden = sum(numbers.values()) - sum(shown.values())
    while shown and 0 < hidden < LEAST:
        least = min(shown, key=lambda name: (shown[name], name))
        hidden += shown.pop(least)
    return {name: shown.get(name) for name in COUNTED}


def progress_json(found: tuple[Progress, ...]) -> dict[str, object]:
    """The same as plain values; a number is null where it is under `fewer_than`, or would give such a one away."""
    return {
        "fewer_than": LEAST,
        "schools": [
            {
                "school": one.school or None,
                "name": str(one.name),
                "staff": None if one.staff is None else dict(one.staff),
                "sheets": None if one.sheets is None else {"back": one.sheets.back, "groups": one.sheets.groups},
            }
            for one in found
        ],
    }
