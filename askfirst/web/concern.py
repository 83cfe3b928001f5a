"""Tell us of a concern: help and danger first, who sees it, then one short form, with a name or without. And the mailbox of a code phrase.

Without a name nothing of whoever tells is kept: no account, no address, no session. A phrase is sent in a form's body, never in an address.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.today import todays_edition
from askfirst.casework.code_phrase import Box, NoBox, TryLater, open_box, tell_without_a_name, write
from askfirst.casework.fields import BadField, Choice, Field
from askfirst.casework.gates import Refused
from askfirst.casework.kinds.concern_words import OPENING
from askfirst.casework.steps import open_case
from askfirst.people.hats import Capacity, Standing
from askfirst.people.who import schools
from askfirst.trail.once import Reused
from askfirst.web.bodies import Form, read_form
from askfirst.web.help import helpers
from askfirst.web.house import student_reads
from askfirst.web.in_words import moment_in_words
from askfirst.web.plain import not_this_way
from askfirst.web.procedure import shown_clause
from askfirst.web.questions import Said, kept_nowhere, on_to
from askfirst.web.remove import ELSEWHERE
from askfirst.web.session import Visit
from askfirst.web.step_forms import entries, mended, new_key, once_of, unreadable, what_is_wrong
from askfirst.words import Sentence, say

__all__ = ["concern", "mailbox"]


def concern(request: HttpRequest) -> HttpResponse:
    """GET: help, then the form. POST: the case, or the code phrase, or the form again with what is wrong and what was written."""
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    if request.method != "POST":
        return _form(request, Form(), [])
    form = read_form(request)
    broken = unreadable(form)
    return _form(request, form, [(broken, "", "")], status=400) if broken else _sent(cast(Visit, request), form)


def _fields(by: Standing | None) -> list[Field]:
    """What is asked of this person: only a parent has a child here."""
    places = tuple(Choice(one.id, say("{name}", name=one.name)) for one in schools())
    fields = [replace(field, choices=places) if field.id == "school" else field for field in OPENING]
    if by is not None and by.capacity is Capacity.PARENT:
        return fields
    return [_without_child(field) if field.id == "hurt" else field for field in fields]


def _without_child(field: Field) -> Field:
    return replace(field, choices=tuple(one for one in field.choices if one.value != "child"))


def _sent(visit: Visit, form: Form) -> HttpResponse:
    by = visit.standing
    details = {field.id: form.one(field.id) for field in _fields(by) if form.one(field.id)}
    once = once_of(form, address=visit.path)
    try:
        if by is None or form.one("send") == "unnamed":
            key, body = (once.key, once.body) if once else ("", b"")
            phrase = tell_without_a_name(details, at=visit.now, key=key, body=body)
            return kept_nowhere(render(visit, "web/concern/phrase.html", {"elsewhere": ELSEWHERE, "phrase": phrase}))
        ref = open_case(kind="concern", by=by, details=details, at=visit.now, once=once)
    except BadField as problem:
        return _form(visit, form, [], problem=problem, status=400)
    except Refused as refused:
        if "picture" in details:
            return kept_nowhere(render(visit, "web/concern/stop.html", _help(visit)))
        return _form(visit, form, [(one.sentence, one.clause, "") for one in refused.refusals], status=409)
    except Reused as reused:
        return _form(visit, form, [(reused.sentence, "", "")], status=409)
    return on_to(ref)


def _help(request: HttpRequest) -> Mapping[str, object]:
    return {"elsewhere": ELSEWHERE, "first": True, **helpers(student=student_reads(request))}


def _form(request: HttpRequest, form: Form, problems: Said, *, problem: BadField | None = None, status: int = 200) -> HttpResponse:
    by, edition = cast(Visit, request).standing, todays_edition()
    fields = _fields(by)
    shown = entries(fields, under="concern", given={field.id: form.one(field.id) for field in fields}, problem=problem)
    if problem is not None:
        problems = what_is_wrong(problem, shown)
    rule = shown_clause(edition, edition.clause("PRI-2"), student=student_reads(request))
    context = {"entries": shown, "problems": problems, "once": new_key(), "rule": rule, "here": by is not None, **_help(request)}
    return kept_nowhere(render(request, "web/concern/form.html", context, status=status))


def mailbox(request: HttpRequest) -> HttpResponse:
    """GET: where to put the six words. POST: the mailbox they open, a message put into it, or the same answer for any other words."""
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    if request.method != "POST":
        return kept_nowhere(render(request, "web/concern/mailbox.html", {"elsewhere": ELSEWHERE}))
    form, now = read_form(request), cast(Visit, request).now
    phrase = form.one("phrase")
    try:
        if form.one("send"):
            once = once_of(form, address=request.path)
            key, body = (once.key, once.body) if once else ("", b"")
            return _box(request, phrase, write(phrase, {"text": form.one("text")}, at=now, key=key, body=body))
        return _box(request, phrase, open_box(phrase, at=now))
    except (BadField, Reused) as problem:
        return _box(request, phrase, open_box(phrase, at=now), problem=problem.sentence, text=form.one("text"))
    except NoBox as none:
        return _shut(request, none.sentence, status=400)
    except TryLater as wait:
        says = say("Too many words were tried lately. Wait {seconds} seconds, then try again.", seconds=wait.seconds)
        return _shut(request, says, status=429)


def _shut(request: HttpRequest, says: Sentence, *, status: int) -> HttpResponse:
    """The mailbox stays shut: why, and never the words that were tried."""
    context = {"elsewhere": ELSEWHERE, "problems": [(says, "", "phrase")]}
    return kept_nowhere(render(request, "web/concern/mailbox.html", context, status=status))


def _box(request: HttpRequest, phrase: str, box: Box, *, problem: Sentence | None = None, text: str = "") -> HttpResponse:
    now = cast(Visit, request).now
    context = {
        "elsewhere": ELSEWHERE,
        "phrase": mended(phrase),
        "stands": box.stands,
        "lines": [(line.ours, moment_in_words(line.at, now=now), mended(line.text)) for line in reversed(box.lines)],
        "open": box.open,
        "text": mended(text),
        "problems": [(problem, "", "text")] if problem else [],
        "once": new_key(),
    }
    return kept_nowhere(render(request, "web/concern/box.html", context, status=400 if problem else 200))
