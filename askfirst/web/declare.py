"""Tell us about a blog, a plan, a conflict or an offer: questions, a look at the answers, then sent to whoever talks about it."""

from dataclasses import replace
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.today import todays_edition
from askfirst.casework.fields import BadField, Field
from askfirst.casework.filed import WORKFLOWS
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity
from askfirst.people.routes_for import doors
from askfirst.people.who import names
from askfirst.procedure.trust import load_trust
from askfirst.web.ask_whom import whom
from askfirst.web.bodies import Form, read_form
from askfirst.web.cases_talk import rows
from askfirst.web.declare_pages import MATTERS, Matter, Pages, advice_only
from askfirst.web.own_pages import own_pages
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import shown_clause
from askfirst.web.questions import NotSent, Said, on_to, opened
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import Option, new_key, unreadable
from askfirst.words import Sentence, say

__all__ = ["declare", "declare_one"]

OF_STAFF = frozenset({"page", "exemption"})
"""Kinds of case that staff alone begin."""
OWN_BLOG, ANSWERABLE = frozenset({"declaration", "plan"}), "WEB-4"
"""On whose pages stands, for information, what somebody who posts answers for; nowhere else."""
AT_WORK = frozenset({Capacity.STAFF, Capacity.TRUSTEE})


def _may(here: SignedIn) -> bool:
    return here.standing.capacity in AT_WORK and bool(here.standing.seats)


def _matters(here: SignedIn) -> list[Matter]:
    """What this person may tell of: a department's page, and a group that is part of one, are staff's."""
    trustee = here.standing.capacity is Capacity.TRUSTEE
    return [one for one in MATTERS if not (trustee and one.kind in OF_STAFF)]


@signed_in
def declare(request: HttpRequest) -> HttpResponse:
    """What there is to tell of; whoever has nothing to tell learns so here."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    return render(request, "web/declare/start.html" if _may(here) else "web/declare/not-here.html", {"matters": _matters(here)})


@signed_in
def declare_one(request: HttpRequest, slug: str) -> HttpResponse:
    """GET: the first question. POST: the next one, the answers, or the case."""
    here = cast(SignedIn, request)
    if slug not in {one.slug for one in MATTERS}:
        raise Http404
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    matter = next((one for one in _matters(here) if one.slug == slug), None)
    if matter is None or not _may(here):
        return render(request, "web/declare/not-here.html", {})
    form = read_form(request) if request.method == "POST" else Form()
    options = _options(here, matter)
    if not options.get("about_page", True):
        return render(request, "web/declare/no-page.html", {})
    pages = Pages.of(matter, form, options)
    broken = unreadable(form)
    if broken is not None:
        return _question(here, pages, pages.named(form.one("page")) or pages.fields[0], says=[(broken, "", "")])
    return _turn(here, form, pages)


def _options(here: SignedIn, matter: Matter) -> dict[str, tuple[Option, ...]]:
    """What they have to choose from: their posts, where there is more than one; for a group, the pages they run."""
    if matter.kind == "exemption":
        return {"about_page": own_pages(here.standing, at=here.now)}
    staff = here.standing.capacity is Capacity.STAFF
    return {"post": whom(here.standing, at=here.now).posts if staff else ()}


def _turn(here: SignedIn, form: Form, pages: Pages) -> HttpResponse:
    """Which page comes next."""
    page, on = form.one("page"), london_day(here.now)
    if form.one("back"):
        return _question(here, pages, pages.before(page) or pages.fields[0])
    if (change := pages.named(form.one("change"))) is not None:
        return _question(here, pages, change)
    if not form.fields:
        return _question(here, pages, pages.fields[0])
    wrong = pages.missing(on=on, until="" if form.one("send") else page)
    if wrong is not None:
        field, problem = wrong
        return _question(here, pages, field, problem=problem)
    if advice_only(pages.given):
        return _nothing_to_tell(here, pages)
    if form.one("send"):
        return _sent(here, form, pages)
    following = pages.after(page)
    if following is not None and not (form.one("checked") and pages.missing(on=on) is None):
        return _question(here, pages, following)
    late = pages.missing(on=on)
    return _question(here, pages, late[0], problem=late[1]) if late else _answers(here, pages)


def _sent(here: SignedIn, form: Form, pages: Pages) -> HttpResponse:
    try:
        return on_to(opened(here, form, kind=pages.matter.kind, details=pages.answers()))
    except BadField as problem:
        field = pages.named(problem.field)
        if field is None:
            return _answers(here, pages, [(problem.sentence, "", "")], status=400)
        return _question(here, pages, field, problem=problem)
    except NotSent as why:
        return _answers(here, pages, why.says, status=409)


def _common(here: SignedIn, pages: Pages) -> dict[str, object]:
    matter = pages.matter
    edition = todays_edition()
    return {
        "matter": matter,
        "rule": shown_clause(edition, edition.clause(matter.clause), student=False),
        "answerable": shown_clause(edition, edition.clause(ANSWERABLE), student=False) if matter.kind in OWN_BLOG else None,
        "to": _to(here, pages),
        "trustee": here.standing.capacity is Capacity.TRUSTEE,
        "central": here.standing.capacity is Capacity.STAFF and not names([here.standing.person])[here.standing.person].school,
        "disclaimer": load_trust().disclaimer if pages.given.get("says") in ("yes", "unsure") else "",
        "register": load_trust().register_of_interests,
        "paid_work": load_trust().secondary_employment,
    }


def _to(here: SignedIn, pages: Pages) -> Sentence | None:
    """Whoever it would go to today, by name; None where a chain decides."""
    if here.standing.capacity is not Capacity.STAFF or pages.given.get("about"):
        return None
    post = pages.given.get("post", "")
    door = next((one for one in doors(here.standing.person, student=False, on=here.standing.on) if one.post == post), None)
    if door is None or not door.person:
        return None
    known = names([ref for ref in (door.person, door.acting_for) if ref])
    if door.acting_for:
        return say("{name} acting for {other}", name=known[door.person].short, other=known[door.acting_for].short)
    return say("{name}", name=known[door.person].short)


def _question(here: SignedIn, pages: Pages, field: Field, *, problem: BadField | None = None, says: Said | None = None) -> HttpResponse:
    entry = pages.entry(field, problem)
    wrong = [*(says or []), *([(problem.sentence, "", entry.options[0].id if entry.options else entry.id)] if problem else [])]
    context = {
        **_common(here, pages),
        "entry": entry,
        "page": field.id,
        "first": field is pages.fields[0],
        "number": [one.id for one in pages.fields].index(field.id) + 1,
        "optional": not field.needed and field.id != "post",
        "carried": pages.carried(but=field.id),
        "checked": pages.seen and pages.missing(on=london_day(here.now)) is None,
        "problems": wrong,
    }
    return render(here, "web/declare/question.html", context, status=400 if wrong else 200)


def _answers(here: SignedIn, pages: Pages, problems: Said | None = None, *, status: int = 200) -> HttpResponse:
    context = {
        **_common(here, pages),
        "rows": [replace(row, value=pages.chosen(row.field) or row.value) for row in rows(pages.fields, pages.given, empty=True)],
        "carried": pages.carried(),
        "page": pages.fields[-1].id,
        "problems": problems or [],
        "once": new_key(),
        "says": WORKFLOWS[pages.matter.kind].says,
    }
    return render(here, "web/declare/answers.html", context, status=status)


def _nothing_to_tell(here: SignedIn, pages: Pages) -> HttpResponse:
    context = {**_common(here, pages), "disclaimer": load_trust().disclaimer, "page": "what", "carried": pages.carried()}
    return render(here, "web/declare/nothing.html", context)
