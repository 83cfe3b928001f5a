"""Asking for something to be taken down: a few questions, a look at the answers, then sent. Until then they travel in the page alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.casework.fields import BadField, Choice, Field, read
from askfirst.casework.kinds.removal_opening import OPENING, PAGES
from askfirst.casework.openings.removal import OPENERS, by_school_alone, student_in_it
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Standing
from askfirst.people.who import children_of, names
from askfirst.web.bodies import Form, read_form
from askfirst.web.by_link import no_account
from askfirst.web.cases_removal import letter_of
from askfirst.web.cases_talk import rows
from askfirst.web.plain import not_this_way
from askfirst.web.questions import NotSent, Said, carried, kept_nowhere, on_to, opened
from askfirst.web.session import SignedIn, Visit, signed_in
from askfirst.web.step_forms import Option, entries, new_key, unreadable
from askfirst.words import say

__all__ = ["remove_ask"]

WHO_OF = {"student": "student", "staff": "staff", "someone-else": "else", "unknown": "else", "not-safe": "else"}


@dataclass(frozen=True, slots=True)
class Asking:
    """What was answered so far, and which questions are asked of this person."""

    given: Mapping[str, str]
    by: Standing
    children: tuple[Option, ...]

    @classmethod
    def of(cls, form: Form, by: Standing) -> "Asking":
        """What the form holds of the questions there are; the answers of “Get something taken down” are taken over."""
        given = {field.id: form.one(field.id) for field in OPENING if form.one(field.id)}
        if not given.get("links") and form.one("link"):
            given["links"] = form.one("link")
        if "who" not in given and form.one("poster_is") in WHO_OF:
            given["who"] = WHO_OF[form.one("poster_is")]
        young = [one for one in children_of(by.person, on=by.on) if not one.adult] if by.capacity is Capacity.PARENT else []
        named = tuple(
            Option("ask-child-%d" % number, one.named.username, say("{name}", name=one.named.name)) for number, one in enumerate(young)
        )
        made = cls(given, by, named)
        return replace(made, given={**given, "how": "school"}) if made.school_alone else made

    @property
    def school_alone(self) -> bool:
        return by_school_alone(self.by.capacity, self.given.get("who", ""))

    @property
    def fields(self) -> list[Field]:
        return [field for field in OPENING if field.asked(self.given) and self._wanted(field)]

    def _wanted(self, field: Field) -> bool:
        if field.id == "child":
            return len(self.children) > 1
        return not (field.id == "how" and self.school_alone)

    @property
    def pages(self) -> list[tuple[Field, ...]]:
        """The questions a page at a time; a page with nothing to ask is not there. What hangs on an answer stands beside it."""
        known = {field.id: field for field in OPENING}
        found = []
        for page in PAGES:
            asked = [known[id] for id in page if self._wanted(known[id]) and self._asked_here(known[id], page)]
            if asked:
                found.append(tuple(asked))
        return found

    def _asked_here(self, field: Field, page: Sequence[str]) -> bool:
        return all(other in page or self.given.get(other) in values for other, values in field.where.items())

    def answers(self) -> dict[str, object]:
        """What is sent: only what is asked."""
        return {field.id: self.given[field.id] for field in OPENING if field.asked(self.given) and field.id in self.given}

    def missing(self, *, on: date, until: int | None = None) -> tuple[int, BadField] | None:
        """The first page, up to `until`, with an answer that cannot be used, and why."""
        for number, page in enumerate(self.pages if until is None else self.pages[: until + 1]):
            ids = {field.id for field in page}
            try:
                read(
                    [replace(one, needed=one.needed and one.asked(self.given), where={}) for one in page],
                    {id: self.given[id] for id in ids & set(self.given)},
                    on=on,
                )
            except BadField as problem:
                return number, problem
            if "poster" in ids and self.given.get("how") == "here" and not self.given.get("poster"):
                return number, BadField("poster", say("Write their whole name. AskFirst sends it to nobody else."))
        return None


def remove_ask(request: HttpRequest) -> HttpResponse:
    """GET: the first question. POST: the next ones, the answers, or the case. Signed out: how to ask without an account."""
    visit = cast(Visit, request)
    if visit.standing is None and not visit.signed_out and request.method in ("GET", "HEAD"):
        return no_account(request)
    return _asked(request)


@signed_in
def _asked(request: HttpRequest) -> HttpResponse:
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request) if request.method == "POST" else Form()
    if here.standing.capacity not in OPENERS or not here.standing.seats:
        return kept_nowhere(render(request, "web/remove/ask-not-here.html", {}))
    asking = Asking.of(form, here.standing)
    broken = unreadable(form) if request.method == "POST" else None
    if broken is not None:
        return kept_nowhere(_questions(here, asking, 0, says=[(broken, "", "")]))
    return kept_nowhere(_turn(here, form, asking))


def _page_of(asking: Asking, form: Form, name: str) -> int | None:
    """The page a form speaks of, by the first question on it."""
    return next((number for number, page in enumerate(asking.pages) if form.one(name) in {field.id for field in page}), None)


def _turn(here: SignedIn, form: Form, asking: Asking) -> HttpResponse:
    """Which page comes next."""
    on, page = london_day(here.now), _page_of(asking, form, "page")
    if (change := _page_of(asking, form, "change")) is not None:
        return _questions(here, asking, change)
    if form.one("back"):
        return _questions(here, asking, max(0, (page or 0) - 1))
    wrong = asking.missing(on=on, until=None if form.one("send") else page)
    if page is None and not form.one("send"):  # from “Get something taken down”: on to what is still open
        return _questions(here, asking, wrong[0] if wrong else 0)
    if wrong is not None:
        return _questions(here, asking, wrong[0], problem=wrong[1])
    if form.one("send"):
        return _sent(here, form, asking)
    if form.one("checked") and asking.missing(on=on) is None:
        return _answers(here, asking)
    following = (page or 0) + 1
    return _questions(here, asking, following) if following < len(asking.pages) else _answers(here, asking)


def _sent(here: SignedIn, form: Form, asking: Asking) -> HttpResponse:
    try:
        return on_to(opened(here, form, kind="removal", details=asking.answers()))
    except BadField as problem:
        number = next((number for number, page in enumerate(asking.pages) if problem.field in {field.id for field in page}), None)
        if number is None:
            return _answers(here, asking, [(problem.sentence, "", "")], status=400)
        return _questions(here, asking, number, problem=problem)
    except NotSent as why:
        return _answers(here, asking, why.says, status=409)


def _questions(here: SignedIn, asking: Asking, number: int, *, problem: BadField | None = None, says: Said | None = None) -> HttpResponse:
    page = asking.pages[number]
    here_too = {one.id for one in page}
    shown = [
        replace(one, choices=_choices(one, asking), where={id: values for id, values in one.where.items() if id in here_too})
        for one in page
    ]
    made = entries(shown, under="ask", given=asking.given, problem=problem)
    made = tuple(
        replace(entry, sort="radios", options=tuple(replace(one, chosen=one.value == entry.value) for one in asking.children))
        if entry.name == "child"
        else entry
        for entry in made
    )
    at = next((entry.options[0].id if entry.options else entry.id for entry in made if entry.problem), "")
    context = {
        "entries": made,
        "page": page[0].id,
        "first": number == 0,
        "number": number + 1,
        "carried": carried(asking.given, but=frozenset(here_too)),
        "checked": asking.missing(on=london_day(here.now)) is None,
        "problems": [*(says or []), *([(problem.sentence, "", at)] if problem else [])],
        "school_alone": asking.school_alone and "poster" in {field.id for field in page},
        "apart": here.standing.capacity in (Capacity.PARENT, Capacity.OUTSIDE),
    }
    return render(here, "web/remove/ask.html", context, status=400 if context["problems"] else 200)


def _choices(field: Field, asking: Asking) -> tuple[Choice, ...]:
    """Nobody has to name whoever posted it, but AskFirst can send it to nobody without a name."""
    if field.id == "how" and asking.given.get("who") == "else":
        return tuple(choice for choice in field.choices if choice.value != "here")
    return field.choices


def _answers(here: SignedIn, asking: Asking, problems: Said | None = None, *, status: int = 200) -> HttpResponse:
    how, hidden = asking.given.get("how", ""), asking.given.get("name") == "no"
    context = {
        "rows": rows(asking.fields, asking.given),
        "carried": carried(asking.given),
        "page": asking.pages[-1][0].id,
        "problems": problems or [],
        "once": new_key(),
        "how": how,
        "letter": letter_of(asking.given) if how == "copy" else "",
        "guess": hidden and asking.given.get("alone") == "yes",
        "may_guess": hidden and asking.given.get("alone") != "yes",
        "year_lead": here.standing.capacity in (Capacity.STUDENT, Capacity.PARENT),
        "office": here.standing.capacity is Capacity.OUTSIDE,
        "flagged": student_in_it(here.standing, names([here.standing.person])[here.standing.person], asking.given.get("who", "")),
    }
    return render(here, "web/remove/ask-answers.html", context, status=status)
