"""Files of people, for the IT manager: send, look, apply or ask a second person, undo. HR and governance may look and confirm."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.casework.roll import open_work
from askfirst.people import roll
from askfirst.people.calendar import london_day
from askfirst.people.roll import APPLIED, Kept, Looked, NotNow, NotThere
from askfirst.people.roster.plan import Change, Plan
from askfirst.people.roster.who_is_who import ANOTHER, Pair
from askfirst.people.second import NotSecond
from askfirst.people.who import names
from askfirst.web.bodies import read_form
from askfirst.web.errors import missing
from askfirst.web.in_words import in_full, moment_in_words
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_up import step_up
from askfirst.words import Sentence, say

__all__ = ["import_step", "imports", "one_import"]

SHOWN = 50
STATES = {"looked": say("Not applied"), "applied": say("Applied"), "undone": say("Undone")}
LISTS: tuple[tuple[str, Sentence, Sentence], ...] = (
    ("joiners", say("Would join"), say("Joined")),
    ("leavers", say("Would leave"), say("Left")),
    ("moves", say("Would move"), say("Moved")),
    ("gains", say("Would gain"), say("Gains")),
    ("losses", say("Would lose"), say("Losses")),
    ("details", say("Details that change"), say("Details changed")),
    ("held", say("New contacts"), say("Contacts held")),
)
NO_FILE = say("No file came along. Choose one of at most {most} MB. Larger files go by the command line.", most="2.5")
DONE = {
    "applied": say("Done. The roll is as the file says."),
    "waits": say("This waits for a second person now."),
    "first": say("You are the first of two. One more person must confirm it."),
    "undone": say("Undone. The roll is as it was before."),
    "decided": say("Noted. The plan below follows what you said."),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One list of the plan: the first of it, and how many more there are."""

    id: str
    says: Sentence
    count: int
    first: tuple[Change, ...]
    more: int


@signed_in
def imports(request: HttpRequest) -> HttpResponse:
    """GET: send a file, and the latest ones. POST: a file; then its plan, or what is wrong in it."""
    here = cast(SignedIn, request)
    if not roll.may_confirm(here.standing):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _imports(here)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    if not roll.may_import(here.standing):
        return missing(request)
    sent = request.FILES.get("file")
    raw = sent.read() if sent else b""
    if not raw:
        return _imports(here, problem=NO_FILE, status=400)
    full = request.POST.get("full") == "yes"
    looked = roll.look(io.BytesIO(raw), full=full, on=london_day(here.now))
    if looked.plan.problems:
        return _imports(here, looked=looked, status=400)
    ref = roll.keep(raw, looked=looked, full=full, by=here.standing.person, at=here.now)
    return _to(ref)


def _to(ref: str, done: str = "") -> HttpResponse:
    where = "/people/import/{}/?done={}" if done else "/people/import/{}/"
    response = HttpResponseRedirect(where.format(ref, done))
    response.status_code = 303
    return response


def _imports(here: SignedIn, *, problem: Sentence | None = None, looked: Looked | None = None, status: int = 200) -> HttpResponse:
    found = roll.latest(by=here.standing, at=here.now)
    known = names({one.by for one in found if one.by})
    rows = [
        {
            "ref": one.ref,
            "says": say("{when}", when=moment_in_words(one.made_at, now=here.now)),
            "state": say("Waits for a second person") if one.waits else STATES[one.state],
            "by": known[one.by].short if one.by in known else say("The nightly command"),
        }
        for one in found
    ]
    context = {
        "sends": roll.may_import(here.standing),
        "rows": rows,
        "problem": problem,
        "problems": [place.whole for place in looked.plan.problems[:SHOWN]] if looked else [],
        "more": max(0, len(looked.plan.problems) - SHOWN) if looked else 0,
        "demo": settings.ASKFIRST.mode == "demo",
    }
    return render(here, "web/people/imports.html", context, status=status)


@signed_in
def one_import(request: HttpRequest, ref: str) -> HttpResponse:
    """The plan of one file; once it is applied, what it did in numbers."""
    here = cast(SignedIn, request)
    if not roll.may_confirm(here.standing):
        return missing(request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    try:
        return _one(here, roll.kept(ref, by=here.standing, at=here.now))
    except NotThere:
        return missing(request)


@signed_in
def import_step(request: HttpRequest, ref: str, step: str) -> HttpResponse:
    """POST: apply or confirm, decide who is who, throw away, undo, by somebody who showed lately who they are (trust.md)."""
    here = cast(SignedIn, request)
    if not roll.may_confirm(here.standing):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return HttpResponseRedirect("/people/import/{}/".format(ref))
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    return _proved(request, ref=ref, step=step)


@step_up
def _proved(request: HttpRequest, ref: str, step: str) -> HttpResponse:
    """What cannot be done comes back with why."""
    here, form = cast(SignedIn, request), read_form(request)
    try:
        kept = roll.kept(ref, by=here.standing, at=here.now)
        try:
            return _step(here, kept, step, {name: form.one(name) for name in form.fields})
        except (NotNow, NotSecond) as problem:
            return _one(here, roll.kept(ref, by=here.standing, at=here.now), problem=problem.sentence, status=409)
    except NotThere:
        return missing(request)


def _step(here: SignedIn, kept: Kept, step: str, given: Mapping[str, str]) -> HttpResponse:
    """Raises NotThere, NotNow, NotSecond."""
    by, at, ref = here.standing, here.now, kept.ref
    if step == "apply":
        done = roll.apply(ref, by=by, digest=given.get("digest", ""), at=at)
        return _to(ref, done if done == APPLIED or not kept.waits else "first")
    if step == "decide":
        choices = {name.removeprefix("who-"): value for name, value in given.items() if name.startswith("who-") and value}
        roll.decide(ref, choices=choices, by=by, at=at)
        return _to(ref, "decided")
    if step == "undo":
        roll.undo(ref, by=by, at=at)
        return _to(ref, "undone")
    if step == "drop":
        roll.drop(ref, by=by, at=at)
        response = HttpResponseRedirect("/people/import/")
        response.status_code = 303
        return response
    raise NotThere


def _one(here: SignedIn, kept: Kept, *, problem: Sentence | None = None, status: int = 200) -> HttpResponse:
    known = names({ref for ref in (kept.by, kept.asked_by) if ref})
    context: dict[str, object] = {
        "kept": kept,
        "by": known[kept.by].short if kept.by in known else say("The nightly command"),
        "asked_by": known[kept.asked_by].short if kept.asked_by in known else None,
        "mine": kept.asked_by == here.standing.person,
        "made": in_full(kept.made_at),
        "until": in_full(kept.until) if kept.until else None,
        "state": STATES.get(kept.state),
        "sends": roll.may_import(here.standing),
        "problem": problem,
        "done": DONE.get(here.GET.get("done", "")) if problem is None else None,
        "counts": [(after, kept.counts.get(name, 0)) for name, _, after in LISTS],
    }
    if kept.state == "looked":
        context |= _plan(here, roll.open_import(kept.ref))
    elif kept.state == "dropped":
        return missing(here)
    return render(here, "web/people/one-import.html", context, status=status)


def _plan(here: SignedIn, looked: Looked) -> dict[str, object]:
    plan = looked.plan
    known = names({pair.other for pair in plan.pairs if not pair.other.startswith("+")})
    opening = {(gain.key, gain.seat) for gain in plan.opens_cases}
    return {
        "plan": plan,
        "lines": len(looked.roster.rows),
        "encoding": looked.roster.encoding,
        "problems": [place.whole for place in plan.problems[:SHOWN]],
        "parts": [_part(name, says, getattr(plan, name)) for name, says, _ in LISTS if getattr(plan, name)],
        "opening": opening,
        "me_too": any(gain.key == here.standing.person for gain in plan.opens_cases),
        "pairs": [_pair(pair, number, {ref: one.name for ref, one in known.items()}) for number, pair in enumerate(plan.pairs, 1)],
        "notes": [note.whole for note in plan.notes[:SHOWN]],
        "work": open_work(plan.moved, by=here.standing),
        "why_two": _why_two(plan),
    }


def _part(name: str, says: Sentence, changes: list[Change]) -> Part:
    return Part(name, says, len(changes), tuple(changes[:SHOWN]), max(0, len(changes) - SHOWN))


def _pair(pair: Pair, number: int, known: dict[str, str]) -> dict[str, object]:
    return {
        "pair": pair,
        "number": number,
        "other": known.get(pair.other, pair.name),
        "another": ANOTHER,
        "same": pair.decided == "same",
        "not_same": pair.decided == "another",
    }


def _why_two(plan: Plan) -> Sentence | None:
    if not plan.needs_second:
        return None
    if plan.opens_cases:
        return say("Somebody gains a seat that reads cases, so this takes two people.")
    return say("More than 5 in 100 people change, so this takes two people.")
