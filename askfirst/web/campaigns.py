"""Campaigns: planned and opened by the governance professional, and how far each is by school, with a plot. Numbers, small ones hidden."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.adoption import campaigns as held
from askfirst.adoption.campaign_counts import COUNTED, LEAST, Progress, begun, may_count, progress
from askfirst.adoption.campaigns import AUDIENCE, PHASES, TRUST_WIDE, BadPlan, Campaign, NoCampaign, places
from askfirst.adoption.editions import numbers
from askfirst.adoption.understood import CENTRAL
from askfirst.people.who import schools
from askfirst.trail.once import Reused, done
from askfirst.web.bodies import Form, read_form
from askfirst.web.errors import missing
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import Entry, Option, mended, new_key, once_of, unreadable
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["campaign", "campaigns", "new_campaign"]

WIDEST, ROW = 300, 62  # of the plot, in its own units: the longest bar, and the height of a school
IDS = {"edition": "edition-1", "audience": "audience-1", "schools": "schools-1", "opens": "opens", "closes": "closes"}
DAY_HINT = say("Such as 11/1/2027.")
LAST_HINT = say("It comes {least} to {most} days after the first.", least=held.LEAST, most=held.MOST)


@dataclass(frozen=True, slots=True)
class Bar:
    """A school in the plot; `number` None where it is kept back. `at` is its top, `width` the length of its bar."""

    name: Sentence
    number: int | None
    at: int
    width: int

    @property
    def bar(self) -> int:
        return self.at + 8

    @property
    def words(self) -> int:
        return self.at + 25

    @property
    def after(self) -> int:
        return self.width + 10


@dataclass(frozen=True, slots=True)
class Row:
    """A campaign as a line of the list."""

    ref: str
    version: int
    audience: Sentence
    where: Sentence
    days: Sentence
    phase: Sentence


def _row(one: Campaign, version: int) -> Row:
    names = {school.id: school.name for school in schools()}
    where = [names.get(school, "") for school in sorted(one.asked.schools) if school != CENTRAL]
    central = [str(say("the central team"))] if CENTRAL in one.asked.schools else []
    opens, closes = date_in_full(one.asked.opens), date_in_full(one.asked.closes)
    return Row(
        ref=one.ref,
        version=version,
        audience=say("{audience}", audience=", ".join(str(says) for id, says in AUDIENCE.items() if id in one.asked.audience)),
        where=say("{places}", places=", ".join(where + central)) if one.asked.schools else say("The whole Trust"),
        days=say("{opens} to {closes}", opens=opens, closes=closes),
        phase=PHASES[one.phase],
    )


@signed_in
def campaigns(request: HttpRequest) -> HttpResponse:
    """Every campaign for whoever plans them; for whoever may count, those that have begun. Missing for everybody else."""
    here = cast(SignedIn, request)
    plans = held.may_plan(here.standing)
    if not plans and not may_count(here.standing):
        return missing(request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    found, versions = held.campaigns(here.standing) if plans else begun(here.standing), numbers(on=here.standing.on)
    return render(request, "web/campaigns/list.html", {"rows": [_row(one, versions[one.asked.edition]) for one in found], "plans": plans})


@signed_in
def new_campaign(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: planned, or the form again with what is wrong. Missing for whoever does not govern."""
    here = cast(SignedIn, request)
    if not held.may_plan(here.standing):
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _form(here, Form())
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request)
    if broken := unreadable(form):
        return _form(here, form, BadPlan("", broken))
    try:
        ref = done(lambda: _planned(here, form), once=once_of(form, address=here.path), who=here.standing.person, at=here.now)
    except BadPlan as problem:
        return _form(here, form, problem)
    except Reused as reused:
        return _form(here, form, BadPlan("", reused.sentence))
    return _to("/campaigns/{}/".format(ref))


def _planned(here: SignedIn, form: Form) -> str:
    return held.plan(
        here.standing, edition=form.one("edition"), audience=form.many("audience"), at_schools=form.many("schools"),
        opens=form.one("opens"), closes=form.one("closes"), at=here.now,
    )  # fmt: skip


def _to(where: str) -> HttpResponse:
    response = HttpResponseRedirect(where)
    response.status_code = 303
    return response


def _form(here: SignedIn, form: Form, problem: BadPlan | None = None) -> HttpResponse:
    editions, versions = held.readable_editions(on=here.standing.on), numbers(on=here.standing.on)
    wrong = {problem.field: problem.sentence} if problem else {}
    edition_chosen = form.one("edition") or (editions[0] if len(editions) == 1 else "")
    context = {
        "edition": Entry(
            IDS["edition"], "edition", "radios", say("Which edition?"), problem=wrong.get("edition"),
            options=_options("edition", {name: say("Version {number}", number=versions[name]) for name in editions}, (edition_chosen,)),
        ),
        "audience": _options("audience", {str(id): says for id, says in AUDIENCE.items()}, form.many("audience")),
        "schools": _options("schools", _where(), form.many("schools") or (TRUST_WIDE,)),
        "opens": Entry("opens", "opens", "line", say("First day"), DAY_HINT, mended(form.one("opens")), problem=wrong.get("opens")),
        "closes": Entry("closes", "closes", "line", say("Last day"), LAST_HINT, mended(form.one("closes")), problem=wrong.get("closes")),
        "wrong": wrong,
        "once": new_key(),
        "problems": [(problem.sentence, "", IDS.get(problem.field, ""))] if problem else [],
    }  # fmt: skip
    return render(here, "web/campaigns/new.html", context, status=400 if problem else 200)


def _where() -> dict[str, Sentence]:
    return {TRUST_WIDE: say("The whole Trust"), **{id: say("{name}", name=name) for id, name in places().items()}}


def _options(name: str, choices: dict[str, Sentence], chosen: Sequence[str]) -> tuple[Option, ...]:
    return tuple(
        Option("{}-{}".format(name, number), value, says, chosen=value in chosen) for number, (value, says) in enumerate(choices.items(), 1)
    )


@signed_in
def campaign(request: HttpRequest, ref: str) -> HttpResponse:
    """GET: one campaign and how far it is. POST: open it, or call it off. Missing for whoever it is no business of."""
    here = cast(SignedIn, request)
    plans = held.may_plan(here.standing)
    known = held.campaigns(here.standing) if plans else begun(here.standing) if may_count(here.standing) else ()
    one = next((one for one in known if one.ref == ref), None)
    if one is None:
        return missing(request)
    if request.method == "POST" and plans:
        return _changed(here, one)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD, POST" if plans else "GET, HEAD")
    return _one(here, one)


def _changed(here: SignedIn, one: Campaign) -> HttpResponse:
    what = read_form(here).one("what")
    try:
        if what == "open":
            held.open_campaign(here.standing, ref=one.ref, at=here.now)
        elif what == "drop":
            held.drop(here.standing, ref=one.ref, at=here.now)
    except BadPlan as problem:
        return _one(here, one, problem=problem.sentence)
    except NoCampaign:
        return missing(here)
    return _to("/campaigns/{}/".format(one.ref))


def _one(here: SignedIn, one: Campaign, *, problem: Sentence | None = None) -> HttpResponse:
    found = progress(here.standing, ref=one.ref) if one.phase in ("open", "closed") else ()
    bars = _bars(found)
    context = {
        "row": _row(one, numbers(on=here.standing.on)[one.asked.edition]),
        "phase": one.phase,
        "plans": held.may_plan(here.standing),
        "bars": bars,
        "tall": ROW * len(bars),
        "tables": [(place.name, _numbers(place), None in place.staff.values()) for place in found if place.staff is not None],
        "sheets": [(place.name, place.sheets) for place in found if place.sheets is not None],
        "least": LEAST,
        "without": ", ".join(held.without_scenarios(edition=one.asked.edition, audience=one.asked.audience))
        if held.may_plan(here.standing)
        else "",
        "problems": [(problem, "", "")] if problem else [],
    }
    return render(here, "web/campaigns/one.html", context, status=409 if problem else 200)


def _numbers(place: Progress) -> list[tuple[Sentence, int]]:
    """Those that may be shown."""
    return [(COUNTED[id], number) for id, number in (place.staff or {}).items() if number is not None]


def _bars(found: Sequence[Progress]) -> list[Bar]:
    """How many have read it, school by school, drawn against the most at one school."""
    staff = [(place.name, place.staff["has-read"]) for place in found if place.staff is not None]
    most = max((number or 0 for _, number in staff), default=0)
    return [Bar(name, number, ROW * at + 14, WIDEST * (number or 0) // (most or 1)) for at, (name, number) in enumerate(staff)]
