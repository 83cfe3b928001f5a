"""Asking for something to be taken down: a few questions, a look at the answers, then sent. Until then they travel in the page alone."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import cast

from django.http import HttpRequest, HttpResponse

from askfirst.casework.fields import Choice, Field
from askfirst.casework.kinds.removal_opening import OPENING, PAGES, SHORT
from askfirst.casework.openings.removal import OPENERS, by_school_alone, student_in_it
from askfirst.people.hats import Capacity, Standing
from askfirst.people.who import children_of, names
from askfirst.web.bodies import Form
from askfirst.web.by_link import no_account
from askfirst.web.door import Door, Given, through
from askfirst.web.help import helpers
from askfirst.web.house import student_reads
from askfirst.web.session import SignedIn, Visit, signed_in
from askfirst.words import Sentence, say

__all__ = ["remove_ask"]

WHO_OF = {"student": "student", "staff": "staff", "someone-else": "else", "unknown": "else", "not-safe": "else"}
APART = (Capacity.PARENT, Capacity.OUTSIDE)
WHOLE_NAME = say("Write their whole name. AskFirst sends it to nobody else.")


def remove_ask(request: HttpRequest) -> HttpResponse:
    """GET: the first question. POST: the next ones, the answers, or the case. Signed out: how to ask without an account."""
    visit = cast(Visit, request)
    if visit.standing is None and not visit.signed_out and request.method in ("GET", "HEAD"):
        return no_account(request)
    return _asked(request)


@signed_in
def _asked(request: HttpRequest) -> HttpResponse:
    return through(request, DOOR)


def _takes(form: Form, fields: Sequence[Field], by: Standing) -> Given:
    """What the form holds of the questions there are; the answers of “Get something taken down” are taken over."""
    given = {field.id: form.one(field.id) for field in fields if form.one(field.id)}
    if not given.get("links") and form.one("link"):
        given["links"] = form.one("link")
    if "who" not in given and form.one("poster_is") in WHO_OF:
        given["who"] = WHO_OF[form.one("poster_is")]
    return {**given, "how": "school"} if _school_alone(by, given) else given


def _school_alone(by: Standing, given: Given) -> bool:
    """Between staff and students, and for whoever comes from outside: one question less, and nobody has to write to whom they fear."""
    return by.capacity in APART or by_school_alone(by.capacity, given.get("who", ""))


def _fields(here: SignedIn, given: Given) -> Sequence[Field]:
    """What is asked of this person. Between staff and students, and of a parent or a leaver, nobody is asked who should ask them."""
    by = here.standing
    if by.capacity not in OPENERS or not by.seats:
        return []
    young = [one for one in children_of(by.person, on=by.on) if not one.adult] if by.capacity is Capacity.PARENT else []
    school_alone = _school_alone(by, given)
    found = []
    for field in OPENING:
        if field.id == "child" and len(young) > 1:
            found.append(replace(field, choices=tuple(Choice(one.named.username, say("{name}", name=one.named.name)) for one in young)))
        elif field.id == "how" and not school_alone:
            found.append(replace(field, choices=_ways(field, given)))
        elif field.id == "poster" and given.get("how") == "here":
            found.append(replace(field, needed=True, missing=WHOLE_NAME))
        elif field.id not in ("child", "how"):
            found.append(field)
    return found


def _ways(field: Field, given: Given) -> tuple[Choice, ...]:
    """Nobody has to name whoever posted it, but AskFirst can send it to nobody without a name."""
    return tuple(choice for choice in field.choices if choice.value != "here" or given.get("who") != "else")


def _together(by: Standing) -> Sequence[Collection[str]]:
    """Whoever comes from outside, most often by a link, has one page; others one question at a time."""
    return SHORT if by.capacity in APART else PAGES


def _adds(request: HttpRequest, given: Given) -> Mapping[str, object]:
    by = cast(SignedIn, request).standing
    how, hidden, who = given.get("how", ""), given.get("name") == "no", given.get("who", "")
    return {
        "before": "web/remove/ask-before.html",
        "check": "web/remove/ask-check.html",
        "how": how,
        "guess": hidden and given.get("alone") == "yes",
        "may_guess": hidden and given.get("alone") != "yes",
        "year_lead": by.capacity in (Capacity.STUDENT, Capacity.PARENT),
        "office": by.capacity is Capacity.OUTSIDE,
        "flagged": student_in_it(by, names([by.person])[by.person], who),
        "school_alone": _school_alone(by, given),
        "apart": by.capacity in APART,
        **helpers(student=student_reads(request)),
    }


def _sends(request: HttpRequest, given: Given) -> Sentence:
    ways = {"school": say("Ask the school to help"), "copy": say("Save, and copy the words")}
    return ways.get(given.get("how", ""), say("Send it to them"))


DOOR = Door(
    kind="removal",
    clause="CON-6",
    folder="web/remove/ask-",
    says=say("Ask for something to be taken down"),
    opening=OPENING,
    fields=_fields,
    adds=_adds,
    sends=_sends,
    together=_together,
    takes=_takes,
    settled=("how",),
    back="/remove/",
)
