"""Private events and their photo rules: the list of one's own school, the form that registers one, and what to say of parents' pictures."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.today import todays_edition
from askfirst.casework.board import Event, events
from askfirst.casework.fields import Choice, Field
from askfirst.casework.kinds.event import EVENT, RULES
from askfirst.casework.live import of_school
from askfirst.casework.openings.event import may_register
from askfirst.people.hats import Standing
from askfirst.people.who import Named, names, schools, works_at
from askfirst.web.door import Door, Given, through
from askfirst.web.house import student_reads
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import shown_clause
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import mended
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["event_list", "new_event", "parents_pictures"]

PAGES = (("called", "place", "day", "school"), ("rule", "notice"))
COURTESY = say(
    "Hello, and thank you for coming to our event. Anyone can see your pictures of it."
    " The school asked that pictures stay within the school community."
    " Could you take them down, or share them with family and friends alone? Thank you for helping."
)


@dataclass(frozen=True, slots=True)
class Shown:
    """An event as a line of the list has it. `ref` leads whoever registered it to the case, and others to the organiser."""

    ref: str
    called: str
    place: str
    school: str
    day: Sentence
    rule: Sentence
    notice: str
    issued: Sentence | None
    organiser: Sentence | None  # None where they have left, or it is the reader
    own: bool


@signed_in
def event_list(request: HttpRequest) -> HttpResponse:
    """The events of the reader's own school, the latest day first; nothing is written down about reading it."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    by = cast(SignedIn, request).standing
    here, places = events(by), of_school(by)
    known = names({one.organiser for one in here})
    at = {school.id: school.name for school in schools()} if len(places) > 1 else {}
    shown = [_shown(one, by, known, at) for one in here]
    near = [one for one, event in zip(shown, here, strict=True) if event.in_window(by.on)]
    context = {
        "near": near,
        "past": [one for one in shown if one not in near],
        "of_a_school": bool(places),
        "may_register": may_register(by),
        **_rule(request),
    }
    return render(request, "web/events/list.html", context)


def _shown(event: Event, by: Standing, known: Mapping[str, Named], at: Mapping[str, str]) -> Shown:
    own, who = event.organiser == by.person, known.get(event.organiser)
    return Shown(
        ref=event.ref,
        called=mended(event.called),
        place=mended(event.place),
        school=at.get(event.school, ""),
        day=date_in_full(event.day),
        rule=RULES[event.rule],
        notice=mended(event.notice) if event.issued_on else "",
        issued=date_in_full(event.issued_on) if event.issued_on else None,
        organiser=say("{name}", name=who.short) if who and not own else None,
        own=own,
    )


def _rule(request: HttpRequest) -> Mapping[str, object]:
    edition = todays_edition()
    return {"rule": shown_clause(edition, edition.clause("CON-3"), student=student_reads(request))}


@signed_in
def new_event(request: HttpRequest) -> HttpResponse:
    """The questions that register an event. For staff of a school; others read whom to ask."""
    return through(request, NEW)


def _fields(here: SignedIn, given: Given) -> Sequence[Field]:
    """Which school is asked only of somebody who works at two, with those two to choose from; nothing of who may register none."""
    if not may_register(here.standing):
        return []
    at = works_at(here.standing.person, on=here.standing.on)
    if len(at) < 2:
        return [field for field in EVENT.opening if field.id != "school"]
    choices = tuple(Choice(school.id, say("{name}", name=school.name)) for school in schools() if school.id in at)
    return [replace(field, choices=choices) if field.id == "school" else field for field in EVENT.opening]


def _together(by: Standing) -> Sequence[Collection[str]]:
    return PAGES


def _adds(request: HttpRequest, given: Given) -> Mapping[str, object]:
    return {}


def _sends(request: HttpRequest, given: Given) -> Sentence:
    return say("Register it")


NEW = Door(
    kind=EVENT.kind,
    clause="CON-3",
    folder="web/events/",
    says=say("Register an event"),
    opening=EVENT.opening,
    fields=_fields,
    adds=_adds,
    sends=_sends,
    together=_together,
    back="/events/",
)


def parents_pictures(request: HttpRequest) -> Mapping[str, object]:
    """What the page says, signed in or not: nothing is kept, and it opens nothing."""
    return {"message": COURTESY, **_rule(request)}
