"""Ask in doubt: a question to whoever should answer it, by name. What came over from a check is in the page alone until it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.shown import ask_noted
from askfirst.adoption.today import todays_edition
from askfirst.casework.fields import BadField
from askfirst.casework.kinds.question import TO_ORGANISER
from askfirst.casework.live import organiser_of
from askfirst.people.hats import Capacity
from askfirst.procedure.clause import UnknownClause
from askfirst.web.ask_whom import Whom, whom
from askfirst.web.bodies import Form, read_form
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import Shown, shown_clause
from askfirst.web.questions import NotSent, on_to, opened
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.step_forms import Entry, Option, mended, new_key, unreadable
from askfirst.words import Sentence, say

__all__ = ["ask"]

WORDS = ("text", "draft", "to", "post", "clause", "event")
ASKERS = frozenset({Capacity.STAFF, Capacity.STUDENT, Capacity.TRUSTEE})


@dataclass(frozen=True, slots=True)
class Problem:
    """Why it was not sent, in which field where it is one's, and by which clause."""

    sentence: Sentence
    field: str = ""
    clause: str = ""


@signed_in
def ask(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: the question sent, or the form again; with `carried` the form filled in, and nothing kept.

    `?reading=1` comes from what they are asked to read: once it is sent, their line there says that they asked.
    `?event=REF` comes from a list or a check: then its organiser is chosen, for whoever may know of the event; for others it is no event.
    """
    here = cast(SignedIn, request)
    if request.method in ("GET", "HEAD"):
        event = request.GET.get("event", "")
        if request.GET.get("reading"):
            return _form(here, {"reading": "1"})
        return _form(here, {"event": event, "to": TO_ORGANISER, "clause": "CON-3"} if organiser_of(event, by=here.standing) else {})
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request)
    given = {name: form.one(name) for name in WORDS if form.one(name)}
    if form.one("reading"):
        given["reading"] = "1"
    broken = unreadable(form)
    if broken is not None:
        return _form(here, given, (Problem(broken),), status=400)
    if form.one("carried"):
        return _form(here, given)
    return _sent(here, form, given)


def _sent(here: SignedIn, form: Form, given: Mapping[str, object]) -> HttpResponse:
    try:
        ref = opened(here, form, kind="question", details={name: value for name, value in given.items() if name != "reading"})
    except BadField as problem:
        return _form(here, given, tuple(Problem(one.sentence, one.field) for one in problem.each), status=400)
    except NotSent as why:
        return _form(here, given, tuple(Problem(sentence, "", clause) for sentence, clause, _ in why.says), status=409)
    if "reading" in given:
        ask_noted(here.standing, on=here.standing.on)
    return on_to(ref)


def _form(here: SignedIn, given: Mapping[str, object], problems: tuple[Problem, ...] = (), *, status: int = 200) -> HttpResponse:
    if here.standing.capacity not in ASKERS or not here.standing.seats:
        return render(here, "web/ask/not-here.html", {"words": mended(str(given.get("text", ""))), "draft": _draft(given)}, status=status)
    asked = whom(here.standing, at=here.now, event=str(given.get("event", "")))
    student = here.standing.capacity is Capacity.STUDENT
    held = _Held(given, problems, asked)
    context = {
        "problems": [(one.sentence, one.clause, one.field if one.field in WORDS else "") for one in problems],
        "question": held.question(student=student),
        "draft": held.draft(),
        "post": held.post(),
        "to": held.to(),
        "clause": held.clause(),
        "rule": _rule(given, student=student),
        "asked": asked,
        "event": mended(str(given.get("event", ""))) if any(one.value == TO_ORGANISER for one in asked.choices) else "",
        "reading": "reading" in given,
        "once": new_key(),
    }
    return render(here, "web/ask/form.html", context, status=status)


def _draft(given: Mapping[str, object]) -> str:
    return mended(str(given.get("draft", "")))


def _rule(given: Mapping[str, object], *, student: bool) -> Shown | None:
    """The clause that was carried over, as this reader reads it."""
    edition = todays_edition()
    try:
        return shown_clause(edition, edition.clause(str(given.get("clause", ""))), student=student)
    except UnknownClause:
        return None


@dataclass(frozen=True, slots=True)
class _Held:
    """The form's fields with what was written in them."""

    given: Mapping[str, object]
    problems: tuple[Problem, ...]
    asked: Whom

    def _value(self, name: str) -> str:
        return mended(str(self.given.get(name, "")))

    def _wrong(self, name: str) -> Sentence | None:
        return next((one.sentence for one in self.problems if one.field == name), None)

    def question(self, *, student: bool) -> Entry:
        says = say("What do you want to know?") if student else say("What would you like to know?")
        hint = say("Leave out other people’s names if you can.") if student else say("Leave out students’ names if you can.")
        return Entry("text", "text", "area", says, hint, self._value("text"), 5, problem=self._wrong("text"))

    def draft(self) -> Entry:
        hint = say("You can delete it later.")
        return Entry("draft", "draft", "area", say("Your draft (optional)"), hint, self._value("draft"), 3, problem=self._wrong("draft"))

    def _options(self, name: str, options: tuple[Option, ...]) -> tuple[Option, ...]:
        chosen = self._value(name)
        return tuple(replace(option, chosen=option.value == chosen) for option in options)

    def post(self) -> Entry | None:
        """Asked only of somebody with two posts."""
        if not self.asked.posts:
            return None
        says = say("Which post is it about?")
        return Entry("post", "post", "radios", says, options=self._options("post", self.asked.posts), problem=self._wrong("post"))

    def to(self) -> Entry:
        says = say("Who should answer?")
        return Entry("to", "to", "radios", says, options=self._options("to", self.asked.choices), problem=self._wrong("to"))

    def clause(self) -> Entry | None:
        """A rule carried over from a check stays only while it is ticked."""
        value = self._value("clause")
        if not value:
            return None
        tick = Option("clause", value, say("It is about rule {clause}", clause=value), chosen=True)
        return Entry("clause", "clause", "tick", tick.says, options=(tick,), problem=self._wrong("clause"))
