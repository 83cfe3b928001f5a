"""Instructions about blogs: those in force, for whoever may see them, and the form that drafts one for somebody one manages."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.today import todays_edition
from askfirst.casework.fields import Field
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.instructions_in_force import InForce, in_force
from askfirst.casework.kinds.instruction import INSTRUCTION
from askfirst.casework.openings.instruction import managed_by
from askfirst.people.hats import HR, Standing
from askfirst.people.who import Named, names, schools
from askfirst.web.door import Door, Given, through
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import shown_clause
from askfirst.web.session import SignedIn, Visit, signed_in
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["instruction_list", "new_instruction"]

PAGES = (
    ("whom", "what", "why"),
    ("ground", "scope", "less"),
    ("impartiality", "confidentiality", "conflict", "commercial"),
    ("starts", "ends", "disclosures", "union"),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of the list: no word of the instruction."""

    ref: str
    who: Sentence
    school: str
    state: Sentence
    given: Sentence
    first: Sentence
    last: Sentence
    received: bool


@signed_in
def instruction_list(request: HttpRequest) -> HttpResponse:
    """Whatever is in force and may be seen by this reader; nothing is written down about reading it."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    by = cast(SignedIn, request).standing
    found = in_force(by)
    known = names({one.about for one in found})
    at = {school.id: school.name for school in schools()}
    own = [one for one in found if one.about == by.person]
    edition = todays_edition()
    context = {
        "own": [_shown(one, known, at) for one in own],
        "others": [_shown(one, known, at) for one in found if one.about != by.person],
        "hr": by.holds(HR),
        "manages": bool(managed_by(by)),
        "rule": shown_clause(edition, edition.clause("MAN-2"), student=False),
    }
    return render(request, "web/instructions/list.html", context)


def _shown(one: InForce, known: Mapping[str, Named], at: Mapping[str, str]) -> Shown:
    who = say("{name}", name=known[one.about].short) if one.about in known else say("somebody who has left")
    given, first, last = date_in_full(one.given), date_in_full(one.first), date_in_full(one.last)
    return Shown(one.ref, who, at.get(one.school, ""), WORKFLOWS[INSTRUCTION.kind].states[one.state], given, first, last, one.received)


def new_instruction(request: HttpRequest) -> HttpResponse:
    return through(request, DOOR)


def _fields(here: SignedIn, given: Given) -> Sequence[Field]:
    return INSTRUCTION.opening


def _together(by: Standing) -> Sequence[Collection[str]]:
    return PAGES


def _adds(request: HttpRequest, given: Given) -> Mapping[str, object]:
    """Whom they manage, so that a name need not be guessed."""
    standing = cast(Visit, request).standing
    managed = [one.name for one in managed_by(standing)] if standing else []
    return {"before": "web/instructions/before.html", "managed": managed}


def _sends(request: HttpRequest, given: Given) -> Sentence:
    return say("Send it to HR for advice")


DOOR = Door(
    kind=INSTRUCTION.kind,
    clause="MAN-2",
    folder="web/instructions/",
    says=say("Draft an instruction about somebody’s blog"),
    opening=INSTRUCTION.opening,
    fields=_fields,
    adds=_adds,
    sends=_sends,
    together=_together,
    back="/instructions/",
)
