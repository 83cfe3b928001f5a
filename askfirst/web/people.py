"""Who would handle this today? Step by step, each skip by its reason for those who may read reasons. Nothing is stored."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.people import hats
from askfirst.people.calendar import date_text, london_day, read_date
from askfirst.people.hats import GOVERNANCE
from askfirst.people.roll import may_confirm
from askfirst.people.roll_contacts import may_decide
from askfirst.people.who import Named, names, schools
from askfirst.people.would_handle import KINDS, TRUST, Walk, may_ask, reads_reasons, seat_said, walks, who_is_called
from askfirst.web.bodies import read_form
from askfirst.web.errors import missing
from askfirst.web.in_words import day_in_words
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import mended
from askfirst.words import Sentence, say

__all__ = ["REASONS", "people"]

REASONS = {
    "asker": say("it is their own matter"),
    "requester": say("they asked for it to be looked at"),
    "party": say("it is about them"),
    "relative": say("they are close to the person"),
    "conflict": say("they said they should not handle it"),
    "unwanted": say("the person chose somebody else"),
    "left": say("they have left"),
    "absent": say("they are away"),
    "nobody": say("nobody has this seat"),
}


@dataclass(frozen=True, slots=True)
class Passed:
    """Somebody, or an empty seat, on the way up."""

    who: Sentence
    seat: Sentence
    reason: Sentence
    code: str


@dataclass(frozen=True, slots=True)
class Shown:
    says: Sentence
    asked: Sentence
    seat: Sentence | None
    passed: tuple[Passed, ...]
    then: Sentence | None


@signed_in
def people(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: the form with the answer under it; names stand in no address. Missing for everybody else."""
    here = cast(SignedIn, request)
    if not may_ask(here.standing):
        if may_decide(here.standing) or may_confirm(here.standing):
            return render(request, "web/people/index.html", _doors(here))
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _page(here, {})
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request)
    return _page(here, {name: mended(form.one(name)) for name in ("kind", "who", "school", "day")}, sent=True)


def _doors(here: SignedIn) -> dict[str, object]:
    return {"imports": may_confirm(here.standing), "contacts": may_decide(here.standing)}


def _page(here: SignedIn, given: dict[str, str], *, sent: bool = False) -> HttpResponse:
    today = london_day(here.now)
    problems: dict[str, Sentence] = {}
    found: list[Named] = []
    walked: list[Shown] = []
    day = today
    if sent:
        day, found, problems = _read(given, today)
        if not problems:
            walked = _walked(here, given, found[0].ref, day)
    context = {
        **_doors(here),
        "asks": True,
        "given": given,
        "kinds": [(kind, says, given.get("kind", "question") == kind) for kind, says in KINDS.items()],
        "schools": [(TRUST, say("No school: the Trust"), given.get("school") == TRUST)]
        + [(one.id, say("{name}", name=one.name), given.get("school") == one.id) for one in schools()],
        "day": given.get("day") or date_text(today),
        "problems": problems,
        "of": found[0] if walked else None,
        "on": day_in_words(day, today=today),
        "several": found if "who" in problems else [],
        "walked": walked,
        "reasons": reads_reasons(here.standing),
    }
    return render(here, "web/people/index.html", context, status=400 if problems else 200)


def _read(given: dict[str, str], today: date) -> tuple[date, list[Named], dict[str, Sentence]]:
    problems: dict[str, Sentence] = {}
    found = who_is_called(given["who"])
    if given["kind"] not in KINDS:
        problems["kind"] = say("Choose what it is.")
    if not found:
        problems["who"] = say("We know nobody by that name. Check the spelling, or use their username.")
    elif len(found) > 1:
        problems["who"] = say("Several people have that in their name. Use one of these usernames.")
    if given["kind"] == "press" and given["school"] not in {TRUST, *(school.id for school in schools())}:
        problems["school"] = say("Say which school it is about.")
    day = read_date(given["day"]) if given["day"] else today
    if day is None:
        problems["day"] = say("We could not read this day. Write it as in 25/11/2026.")
    return day or today, found, problems


def _walked(here: SignedIn, given: dict[str, str], of: str, day: date) -> list[Shown]:
    found = walks(given["kind"], of=of, school=given["school"], on=day, by=here.standing)
    refs = {of} | {ref for walk in found for ref in (walk.person, walk.acting_for, walk.then)}
    refs |= {ref for walk in found for skip in walk.skipped for ref in (skip.person, *hats.subjects(skip.seat)[:1])}
    refs |= {hats.subjects(walk.seat)[0] for walk in found if hats.subjects(walk.seat)}
    known, at = names(refs - {""}), {school.id: school.name for school in schools()}
    return [_shown(walk, known, at) for walk in found]


def _shown(walk: Walk, known: dict[str, Named], at: dict[str, str]) -> Shown:
    passed = tuple(
        Passed(
            say("{name}", name=known[skip.person].short) if skip.person else say("Nobody"),
            seat_said(skip.seat, known, at),
            REASONS[skip.reason],
            skip.reason,
        )
        for skip in walk.skipped
    )
    then = say("{name}", name=known[walk.then].short) if walk.then else None
    if not walk.person:
        nobody = say("Nobody may act. It goes to the governance professional, who finds somebody and decides nothing.")
        return Shown(walk.says, nobody, seat_said(GOVERNANCE, known, at), passed, None)
    asked = say("{name}", name=known[walk.person].short)
    if walk.acting_for:
        asked = say("{name}, acting for {other}", name=known[walk.person].short, other=known[walk.acting_for].short)
    return Shown(walk.says, asked, seat_said(walk.seat, known, at) if walk.whole else None, passed, then)
