"""Settings of the Trust, for the governance professional and whoever may be the second of two: what holds, why, and each change."""

from collections import Counter
from collections.abc import Mapping
from typing import cast
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.adoption import settings_all
from askfirst.adoption.editions import in_force
from askfirst.adoption.variations import named as variation_named
from askfirst.people.calendar import london_day
from askfirst.people.holding import what_holds
from askfirst.people.second import NotSecond
from askfirst.people.settings import changes as made
from askfirst.people.settings import history
from askfirst.people.settings.changes import NotNow
from askfirst.people.settings.history import NoSetting
from askfirst.people.settings.known import NEW_SCHOOL, Setting
from askfirst.people.settings.telling import could_agree
from askfirst.people.settings.values import BadSetting
from askfirst.people.who import names
from askfirst.procedure.load import NONE_YET
from askfirst.trail.once import Reused, done
from askfirst.web.bodies import Form, read_form
from askfirst.web.errors import missing
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import mended, new_key, once_of, unreadable
from askfirst.web.step_up import step_up
from askfirst.web.trust_settings_rows import by_itself, change_rows, entry_of, in_full, setting_rows, stands, value_in_words
from askfirst.words import Sentence, say

__all__ = ["one_change", "one_part", "one_setting", "settings_page"]

DONE = {
    "waits": say("This waits for a second person now. Nothing is changed yet."),
    "agreed": say("Done. It holds from its first day on."),
    "dropped": say("Taken back. Nothing was changed."),
    "undone": say("Undone. It never held."),
}
PARTS = {
    "trust": say("The Trust"),
    "year": say("The school year"),
    "reading": say("How we read unclear rules"),
    "ruling": say("What AskFirst settles where the rules are silent"),
    "variation": say("What a school adds to a rule"),
}
LATEST = 10
WHY, STARTS = "why", "starts_on"
OWN = (WHY, STARTS)
"""What a form asks beside the setting itself."""


@signed_in
def settings_page(request: HttpRequest) -> HttpResponse:
    """What there is to set, what waits for a second person, and the latest changes. Missing for everybody else."""
    here = cast(SignedIn, request)
    if not history.may_see(here.standing):
        return missing(request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    on, by = london_day(here.now), here.standing
    held, latest = what_holds(on), history.changes(by=by, at=here.now)
    groups = settings_all.groups(on=on)
    counted = {part: Counter(settings_all.shown_by(one, held)["status"] for one in groups[part]) for part in ("reading", "ruling")}
    filled = {
        "asks": history.may_ask(by),
        "begun": held.trust.schools and held.terms and in_force(on=on, readings=False).edition != NONE_YET,
        "terms": held.terms,
        "schools": [(one.id, one.name) for one in held.trust.schools],
        "readings": counted["reading"],
        "rulings": counted["ruling"],
        "added": sum(name.startswith("variation.") for name in held.values),
        "waiting": change_rows(here, [one for one in latest if one.state == "waits"]),
        "latest": change_rows(here, [one for one in latest if one.state != "waits"][:LATEST]),
    }
    return render(request, "web/settings/index.html", filled)


@signed_in
def one_part(request: HttpRequest, part: str) -> HttpResponse:
    """One group of settings with what each holds today. Missing for everybody else, and for a group there is not."""
    here = cast(SignedIn, request)
    if not history.may_see(here.standing):
        return missing(request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    on = london_day(here.now)
    if part == "variation":
        return _variations(here)
    groups, held = settings_all.groups(on=on), what_holds(on)
    if part not in groups:
        return missing(request)
    school = held.trust.school(part.removeprefix("school."))
    rows = setting_rows(here, groups[part], held)
    filled = {
        "part": part,
        "says": say("{name}", name=school.name) if school else PARTS[part],
        "rows": rows,
        "folds": [(status, says, [row for row in rows if row["status"] == status]) for status, says in stands(part).items()],
        "asks": history.may_ask(here.standing),
    }
    return render(request, "web/settings/part.html", filled)


def _variations(here: SignedIn) -> HttpResponse:
    """What schools add today; and with a school and a rule, on to the form of the two."""
    on = london_day(here.now)
    held, edition = what_holds(on), in_force(on=on, readings=False)
    school, clause = here.GET.get("school", ""), here.GET.get("clause", "").replace("\0", "").strip().upper()[:20]
    problem = None
    if school or clause:
        if held.trust.school(school) is not None and clause in edition.by_id:
            return _to("/settings/one/{}/".format(quote(variation_named(school, clause))))
        problem = say("We do not know that school or that rule. Choose a school, and a rule such as CON-3.")
    names_of = [name for name in sorted(held.values) if name.startswith("variation.")]
    added = []
    for name in names_of:
        try:
            added.append(settings_all.find(name, on=on))
        except NoSetting:
            continue  # of a rule that is not in force any more
    rows = setting_rows(here, added, held)
    filled = {
        "says": PARTS["variation"], "rows": rows, "asks": history.may_ask(here.standing), "problem": problem, "school": school,
        "clause": mended(clause), "schools": [(one.id, one.name) for one in held.trust.schools],
    }  # fmt: skip
    return render(here, "web/settings/variations.html", filled, status=400 if problem else 200)


@signed_in
def one_setting(request: HttpRequest, name: str) -> HttpResponse:
    """GET: what it holds, what hangs on it, its changes, and a form. POST: a change is asked for. Missing for everybody else."""
    here = cast(SignedIn, request)
    if not history.may_see(here.standing):
        return missing(request)
    try:
        setting = settings_all.find(name, on=london_day(here.now))
    except NoSetting:
        return missing(request)
    if setting.name != name:
        return missing(request)
    if request.method in ("GET", "HEAD"):
        return _one(here, setting)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    if not history.may_ask(here.standing):
        return missing(request)
    return _asked(request, name=name)


@step_up
def _asked(request: HttpRequest, name: str) -> HttpResponse:
    here, form = cast(SignedIn, request), read_form(request)
    setting = settings_all.find(name, on=london_day(here.now))
    if broken := unreadable(form):
        return _one(here, setting, form, BadSetting("", broken))
    given = {blank.id: form.one(blank.id) for blank in setting.blanks}
    starts_on, why = form.one(STARTS), form.one(WHY)
    try:
        ref = done(
            lambda: settings_all.ask(name, given, starts_on=starts_on, why=why, by=here.standing, at=here.now),
            once=once_of(form, address=here.path), who=here.standing.person, at=here.now,
        )  # fmt: skip
    except BadSetting as problem:
        return _one(here, setting, form, problem)
    except Reused as reused:
        return _one(here, setting, form, BadSetting("", reused.sentence))
    return _now(here, ref)


def _now(here: SignedIn, ref: str) -> HttpResponse:
    return _to("/settings/changes/{}/?done={}".format(ref, history.change(ref, by=here.standing, at=here.now).state))


def _to(where: str) -> HttpResponse:
    response = HttpResponseRedirect(where)
    response.status_code = 303
    return response


def _one(here: SignedIn, setting: Setting, form: Form | None = None, problem: BadSetting | None = None) -> HttpResponse:
    on, by = london_day(here.now), here.standing
    held = what_holds(on)
    values = settings_all.shown_by(setting, held)
    given = {blank.id: mended(form.one(blank.id)) for blank in setting.blanks} if form else dict(values)
    if form is None and given.get("status") == "default":
        given["status"] = ""
    filled = {
        "setting": setting,
        "says": in_full(setting, here),
        "back": _back(setting.name, setting.part),
        "status": stands(setting.part).get(values.get("status", "")),
        "now": [(blank.says, value_in_words(blank, values[blank.id])) for blank in setting.blanks if blank.id != "status"],
        "before": [(blank.says, value_in_words(blank, value)) for blank, value in by_itself(setting, held, on) if blank.id != "status"],
        "asks": history.may_ask(by),
        "once": new_key(),
        "entries": [entry_of(blank, given[blank.id], problem) for blank in setting.blanks],
        "why": mended(form.one(WHY)) if form else "",
        "starts": mended(form.one(STARTS)) if form else "",
        "wrong": {problem.field: problem.sentence} if problem and problem.field in OWN else {},
        "problems": [(problem.sentence, "", _place(problem, setting))] if problem else [],
        "rows": change_rows(here, [] if setting.name == NEW_SCHOOL else history.changes(by=by, at=here.now, name=setting.name)),
    }
    return render(here, "web/settings/one.html", filled, status=400 if problem else 200)


def _back(name: str, part: str) -> str:
    """The part in which a setting stands; for a school as a whole, all of them."""
    school, _, rest = name.removeprefix("school.").partition(".")
    if part != "school":
        return "/settings/part/%s/" % part
    return "/settings/part/school.%s/" % school if rest and name != NEW_SCHOOL else "/settings/"


def _place(problem: BadSetting, setting: Setting) -> str:
    return problem.field if problem.field in OWN or any(blank.id == problem.field for blank in setting.blanks) else ""


@signed_in
def one_change(request: HttpRequest, ref: str) -> HttpResponse:
    """GET: before and after, who asked, who agreed. POST: agree, take back, undo. Missing for everybody else."""
    here = cast(SignedIn, request)
    if not history.may_see(here.standing):
        return missing(request)
    try:
        if request.method in ("GET", "HEAD"):
            return _change(here, ref)
        if request.method != "POST":
            return not_this_way(request, allow="GET, HEAD, POST")
        history.change(ref, by=here.standing, at=here.now)
    except NoSetting:
        return missing(request)
    return _stepped(request, ref=ref)


@step_up
def _stepped(request: HttpRequest, ref: str) -> HttpResponse:
    here, form = cast(SignedIn, request), read_form(request)
    by, at, step = here.standing, here.now, form.one("step")
    try:
        if step == "agree":
            made.agree(ref, digest=form.one("digest"), by=by, at=at)
        elif step == "take-back":
            made.take_back(ref, by=by, at=at)
        elif step == "undo":
            ref = settings_all.undo(ref, why=form.one(WHY), by=by, at=at)
        else:
            return missing(request)
    except NoSetting:
        return missing(request)
    except BadSetting as problem:
        return _change(here, ref, problem=problem.sentence, why=mended(form.one(WHY)), status=400)
    except (NotNow, NotSecond) as problem:
        return _change(here, ref, problem=problem.sentence, status=409)
    return _now(here, ref)


def _seconds(here: SignedIn) -> list[str]:
    """Whoever can agree to what this reader asked for, by name and title."""
    known = names(could_agree(seats=history.SECONDS, by=here.standing.person, on=london_day(here.now)))
    return sorted(", ".join(part for part in (one.name, one.title) if part) for one in known.values())


def _change(here: SignedIn, ref: str, *, problem: Sentence | None = None, why: str = "", status: int = 200) -> HttpResponse:
    by, on = here.standing, london_day(here.now)
    one = history.change(ref, by=by, at=here.now)
    row = change_rows(here, [one])[0]
    filled: Mapping[str, object] = {
        "row": row,
        "one": one,
        "back": _back(one.name, settings_all.find(one.name, on=on).part),
        "seconds": _seconds(here) if one.state == "waits" and one.by == by.person else [],
        "differs": [
            (blank.says, value_in_words(blank, old), value_in_words(blank, new))
            for blank, old, new in settings_all.differs(one, on=on, by=by)
        ],
        "mine": one.by == by.person,
        "agrees": history.may_agree(by) and one.by != by.person and one.state == "waits",
        "asks": history.may_ask(by),
        "begun": one.starts_on <= on,
        "undoes": one.undoes,
        "why": why,
        "problem": problem,
        "done": DONE.get(here.GET.get("done", "")) if problem is None else None,
    }
    return render(here, "web/settings/change.html", filled, status=status)
