"""Settings of the Trust, for the governance professional and whoever may be the second of two: what holds, why, and each change."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from askfirst.adoption import settings_all
from askfirst.adoption.editions import in_force
from askfirst.adoption.readings import STATUSES
from askfirst.adoption.variations import named as variation_named
from askfirst.people.calendar import london_day
from askfirst.people.holding import what_holds
from askfirst.people.second import NotSecond
from askfirst.people.settings import changes as made
from askfirst.people.settings.changes import Change, NoSetting, NotNow
from askfirst.people.settings.held import Held
from askfirst.people.settings.known import NEW_SCHOOL, Setting
from askfirst.people.settings.values import BadSetting, Blank, Kind, Term, day_text, terms_in
from askfirst.people.who import names
from askfirst.web.bodies import Form, read_form
from askfirst.web.errors import missing
from askfirst.web.in_words import moment_in_words
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import Entry, Option, mended, unreadable
from askfirst.web.step_up import step_up
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["one_change", "one_part", "one_setting", "settings_page"]

STATES = {
    "waits": say("Waits for a second person"),
    "lapsed": say("Nobody agreed in three days, so nothing was changed"),
    "agreed": say("Agreed"),
    "dropped": say("Taken back"),
    "undone": say("Undone before its first day"),
}
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
RULED = {"default": say("As it came with AskFirst"), "adopted": say("Adopted as it is"), "changed": say("Set in our own way")}
LATEST = 10
WHY, STARTS = "why", "starts_on"
OWN = (WHY, STARTS)
"""What a form asks beside the setting itself."""


@signed_in
def settings_page(request: HttpRequest) -> HttpResponse:
    """What there is to set, what waits for a second person, and the latest changes. Missing for everybody else."""
    here = cast(SignedIn, request)
    if not made.may_see(here.standing):
        return missing(request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    on, by = london_day(here.now), here.standing
    held, latest = what_holds(on), made.changes(by=by, at=here.now)
    groups = settings_all.groups(on=on)
    stands = {part: Counter(settings_all.shown_by(one, held)["status"] for one in groups[part]) for part in ("reading", "ruling")}
    filled = {
        "asks": made.may_ask(by),
        "schools": [(one.id, one.name) for one in held.trust.schools],
        "readings": stands["reading"],
        "rulings": stands["ruling"],
        "added": sum(name.startswith("variation.") for name in held.values),
        "waiting": _rows(here, [one for one in latest if one.state == "waits"]),
        "latest": _rows(here, [one for one in latest if one.state != "waits"][:LATEST]),
    }
    return render(request, "web/settings/index.html", filled)


def _rows(here: SignedIn, found: Sequence[Change]) -> list[dict[str, object]]:
    known = names({ref for one in found for ref in (one.by, one.agreed_by) if ref})
    return [
        {
            "ref": one.ref,
            "says": _called(one, here),
            "state": STATES[one.state],
            "starts": date_in_full(one.starts_on),
            "holds": one.state == "agreed",
            "by": known[one.by].name if one.by in known else "",
            "agreed_by": known[one.agreed_by].name if one.agreed_by in known else "",
            "when": moment_in_words(one.at, now=here.now),
            "why": mended(one.why),
        }
        for one in found
    ]


def _called(one: Change, here: SignedIn) -> Sentence:
    """The setting's own words; its name where there is no such setting any more."""
    try:
        setting = settings_all.find(one.name, on=london_day(here.now))
    except NoSetting:
        return say("{name}", name=one.name)
    if setting.name == NEW_SCHOOL:
        return say("A new school: {name}", name=(one.value or {}).get("name", one.name))
    return _in_full(setting, here)


def _in_full(setting: Setting, here: SignedIn) -> Sentence:
    """With its school, where it is of one."""
    if setting.part != "school" or setting.name == NEW_SCHOOL:
        return setting.says
    school = what_holds(london_day(here.now)).trust.school(setting.name.split(".")[1])
    return say("{school}: {what}", school=school.name if school else "", what=setting.says)


@signed_in
def one_part(request: HttpRequest, part: str) -> HttpResponse:
    """One group of settings with what each holds today. Missing for everybody else, and for a group there is not."""
    here = cast(SignedIn, request)
    if not made.may_see(here.standing):
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
    rows = _held_rows(here, groups[part], held)
    filled = {
        "part": part,
        "says": say("{name}", name=school.name) if school else PARTS[part],
        "rows": rows,
        "folds": [(status, says, [row for row in rows if row["status"] == status]) for status, says in _stand(part).items()],
        "asks": made.may_ask(here.standing),
    }
    return render(request, "web/settings/part.html", filled)


def _held_rows(here: SignedIn, found: Sequence[Setting], held: Held) -> list[dict[str, object]]:
    """What each holds; where it was changed, also who asked, who agreed, since when and why."""
    set_by = made.in_force(on=london_day(here.now), by=here.standing, at=here.now)
    changed = {setting.name: set_by[setting.name] for setting in found if setting.name in set_by and setting.name in held.values}
    last = {change.name: row for change, row in zip(changed.values(), _rows(here, list(changed.values())), strict=True)}
    return [{**_holds(setting, held), "last": last.get(setting.name)} for setting in found]


def _holds(setting: Setting, held: Held) -> dict[str, object]:
    values = settings_all.shown_by(setting, held)
    return {
        "name": setting.name,
        "says": setting.says,
        "hangs": setting.hangs,
        "stays": setting.stays,
        "values": [(blank.says, _words(blank, values[blank.id])) for blank in setting.blanks if blank.id != "status"],
        "status": values.get("status", ""),
        "weight": setting.weight,
        "own": setting.name in held.values,
    }


def _stand(part: str) -> Mapping[str, Sentence]:
    """How the Trust can stand to each of a part, in words."""
    return RULED if part == "ruling" else STATUSES


def _words(blank: Blank, value: str) -> str:
    """A choice and a term in words; everything else as it is."""
    if blank.kind is Kind.TERMS:
        return "\n".join(str(_term(one)) for one in terms_in(value))
    if blank.kind is not Kind.CHOICE:
        return value
    return next((str(says) for one, says in (*blank.choices, *STATUSES.items()) if one == value), value)


def _term(one: Term) -> Sentence:
    first, last, half, end = (day_text(day) for day in (one.starts, one.ends, one.half_starts, one.half_ends))
    return say("{name}: {first} to {last}, half-term {half} to {end}", name=one.name, first=first, last=last, half=half, end=end)


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
    rows = _held_rows(here, added, held)
    filled = {
        "says": PARTS["variation"], "rows": rows, "asks": made.may_ask(here.standing), "problem": problem, "school": school,
        "clause": mended(clause), "schools": [(one.id, one.name) for one in held.trust.schools],
    }  # fmt: skip
    return render(here, "web/settings/variations.html", filled, status=400 if problem else 200)


@signed_in
def one_setting(request: HttpRequest, name: str) -> HttpResponse:
    """GET: what it holds, what hangs on it, its changes, and a form. POST: a change is asked for. Missing for everybody else."""
    here = cast(SignedIn, request)
    if not made.may_see(here.standing):
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
    if not made.may_ask(here.standing):
        return missing(request)
    return _asked(request, name=name)


@step_up
def _asked(request: HttpRequest, name: str) -> HttpResponse:
    here, form = cast(SignedIn, request), read_form(request)
    setting = settings_all.find(name, on=london_day(here.now))
    if broken := unreadable(form):
        return _one(here, setting, form, BadSetting("", broken))
    given = {blank.id: form.one(blank.id) for blank in setting.blanks}
    try:
        ref = settings_all.ask(name, given, starts_on=form.one(STARTS), why=form.one(WHY), by=here.standing, at=here.now)
    except BadSetting as problem:
        return _one(here, setting, form, problem)
    return _now(here, ref)


def _now(here: SignedIn, ref: str) -> HttpResponse:
    return _to("/settings/changes/{}/?done={}".format(ref, made.change(ref, by=here.standing, at=here.now).state))


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
    of_school = setting.part == "school" and setting.name != NEW_SCHOOL
    part = "school.%s" % setting.name.split(".")[1] if of_school else setting.part
    filled = {
        "setting": setting,
        "says": _in_full(setting, here),
        "back": "/settings/" if setting.name == NEW_SCHOOL else "/settings/part/%s/" % part,
        "status": _stand(part).get(values.get("status", "")),
        "now": [(blank.says, _words(blank, values[blank.id])) for blank in setting.blanks if blank.id != "status"],
        "before": [(blank.says, _words(blank, value)) for blank, value in _by_itself(setting, held, on) if blank.id != "status"],
        "asks": made.may_ask(by),
        "entries": [_entry(blank, given[blank.id], problem) for blank in setting.blanks],
        "why": mended(form.one(WHY)) if form else "",
        "starts": mended(form.one(STARTS)) if form else "",
        "wrong": {problem.field: problem.sentence} if problem and problem.field in OWN else {},
        "problems": [(problem.sentence, "", _place(problem, setting))] if problem else [],
        "rows": _rows(here, [] if setting.name == NEW_SCHOOL else made.changes(by=by, at=here.now, name=setting.name)),
    }
    return render(here, "web/settings/one.html", filled, status=400 if problem else 200)


def _by_itself(setting: Setting, held: Held, on: date) -> list[tuple[Blank, str]]:
    """What it would hold had nobody changed it; nothing where that is what it holds."""
    if setting.name not in held.values:
        return []
    values = settings_all.shown_by(setting, what_holds(on, instead={setting.name: None}))
    return [(blank, values[blank.id]) for blank in setting.blanks]


def _place(problem: BadSetting, setting: Setting) -> str:
    return problem.field if problem.field in OWN or any(blank.id == problem.field for blank in setting.blanks) else ""


def _entry(blank: Blank, value: str, problem: BadSetting | None) -> Entry:
    wrong = problem.sentence if problem is not None and problem.field == blank.id else None
    if blank.choices:
        options = tuple(
            Option(blank.id if number == 1 else "{}-{}".format(blank.id, number), one, says, chosen=one == value)
            for number, (one, says) in enumerate(blank.choices, 1)
        )
        return Entry(blank.id, blank.id, "radios", blank.says, blank.hint, options=options, problem=wrong)
    return Entry(blank.id, blank.id, "area" if blank.kind.tall else "line", blank.says, blank.hint, value, problem=wrong)


@signed_in
def one_change(request: HttpRequest, ref: str) -> HttpResponse:
    """GET: before and after, who asked, who agreed. POST: agree, take back, undo. Missing for everybody else."""
    here = cast(SignedIn, request)
    if not made.may_see(here.standing):
        return missing(request)
    try:
        if request.method in ("GET", "HEAD"):
            return _change(here, ref)
        if request.method != "POST":
            return not_this_way(request, allow="GET, HEAD, POST")
        made.change(ref, by=here.standing, at=here.now)
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


def _change(here: SignedIn, ref: str, *, problem: Sentence | None = None, why: str = "", status: int = 200) -> HttpResponse:
    by, on = here.standing, london_day(here.now)
    one = made.change(ref, by=by, at=here.now)
    row = _rows(here, [one])[0]
    filled: Mapping[str, object] = {
        "row": row,
        "one": one,
        "differs": [(blank.says, _words(blank, old), _words(blank, new)) for blank, old, new in settings_all.differs(one, on=on, by=by)],
        "mine": one.by == by.person,
        "agrees": made.may_agree(by) and one.by != by.person and one.state == "waits",
        "asks": made.may_ask(by),
        "begun": one.starts_on <= on,
        "undoes": one.undoes,
        "why": why,
        "problem": problem,
        "done": DONE.get(here.GET.get("done", "")) if problem is None else None,
    }
    return render(here, "web/settings/change.html", filled, status=status)
