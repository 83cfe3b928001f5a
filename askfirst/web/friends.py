"""My list of friends: looked through once, shown at once, forgotten. A name marked as family is the one thing kept, for its owner alone.

Source: SNS-6, SNS-9, SNS-10, SNS-11; A21, A22, A24, A26; rulings 10, 14.
"""

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.today import todays_edition
from askfirst.advice.answer import Finding
from askfirst.advice.asked import BadDraft
from askfirst.advice.cannot_see import OF_FRIENDS
from askfirst.advice.friends import READERS, Link, friends_from, look_at_friends, reader_from
from askfirst.advice.friends_here import groups_of, table_for
from askfirst.advice.told import reading_only
from askfirst.people.family import CannotMark, Family, family_of, mark, undo
from askfirst.people.hats import Capacity, Standing
from askfirst.procedure.guides import the_services
from askfirst.web.asked import Asked, Choice
from askfirst.web.bodies import Form, read_form
from askfirst.web.checking import SLOW_DOWN, likely_author, private, too_often
from askfirst.web.house import here_in
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["family", "friends", "friends_again"]

MOST = 200  # names shown at once
LISTS = (
    Choice("staff", say("I work here")),
    Choice("student", say("I’m a student")),
    Choice("parent", say("I’m a parent or carer")),
)
MARKED = say("Marked as family. Only you can read this. You can undo it below.")
UNDONE = say("Undone. We have forgotten that name.")
NOT_STAFF = say("Only staff need to mark family here. Nothing was kept.")
STRONGER = "stronger"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the list to think about, as a card shows them."""

    number: int
    finding: Finding
    title: Sentence
    stronger: bool


def friends(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: whom to think about, or the form again with what is wrong."""
    if request.method in ("GET", "HEAD"):
        return _form(request, Asked(author=likely_author(request, READERS)))
    if request.method != "POST":
        return private(not_this_way(request, allow="GET, HEAD, POST"))
    form = read_form(request)
    if form.problem is not None:
        return friends_again(request, form.problem, status=400)
    if too_often(request):
        return friends_again(request, SLOW_DOWN, status=429)
    return _looked_through(request, _asked(form))


@signed_in
def family(request: HttpRequest) -> HttpResponse:
    """POST: one name marked as family, or undone; then the same list again, or the form where no list came with it."""
    if request.method != "POST":
        return private(not_this_way(request, allow="POST"))
    here, form = cast(SignedIn, request), read_form(request)
    if form.problem is not None:
        return friends_again(request, form.problem, status=400)
    if too_often(request):
        return friends_again(request, SLOW_DOWN, status=429)
    if here.standing.capacity is not Capacity.STAFF:
        return friends_again(request, NOT_STAFF, status=400)
    news = UNDONE
    if form.one("undo"):
        undo(here.standing.person, form.one("undo"))  # where it was undone already, that is what was wanted
    else:
        try:
            mark(here.standing.person, form.one("mark"), on=here.standing.on)
        except CannotMark as problem:
            return friends_again(request, problem.sentence, status=400)
        news = MARKED
    asked = _asked(form)
    return _looked_through(request, asked, news) if asked.text.strip() else _form(request, asked, news=news)


def friends_again(request: HttpRequest, sentence: Sentence, *, status: int) -> HttpResponse:
    """The form with the list still in it, and one sentence about why there is no answer yet."""
    form = read_form(request)
    return _form(request, _asked(form), BadDraft("text", form.problem or sentence), status=status)


def _asked(form: Form) -> Asked:
    author = form.one("author")
    return Asked(text=form.one("text"), author=author if author in READERS else "", group=form.one("group"))


def _family(request: HttpRequest) -> list[tuple[Family, Sentence]]:
    """What this person marked, for staff alone: nobody else needs it."""
    here = here_in(request)
    if here is None or here.capacity is not Capacity.STAFF:
        return []
    return [(tie, date_in_full(tie.since)) for tie in family_of(here.person)]


def _groups(here: Standing | None) -> list[Choice]:
    """Their own friends, or the members of an active group that is only for learning; nothing to choose where they run none."""
    found, known = [], {one.id: one.name for one in the_services()}
    for one in groups_of(here):
        where = say("{name}", name=known[one.service]) if one.service in known else say("an app or site")
        found.append(Choice(one.ref, say("Members of my group only for learning, on {where} ({ref})", where=where, ref=one.ref)))
    return [Choice("", say("My own friends")), *found] if found else []


def _house(request: HttpRequest, asked: Asked) -> dict[str, object]:
    here = here_in(request)
    return {
        "asked": asked,
        "mode": "student" if asked.student else "staff",
        "authors": LISTS,
        "staff_here": here is not None and here.capacity is Capacity.STAFF,
        "family": _family(request),
        "groups": _groups(here_in(request)),
        "cannot_see": OF_FRIENDS,
    }


def _form(
    request: HttpRequest, asked: Asked, problem: BadDraft | None = None, *, news: Sentence | None = None, status: int = 200
) -> HttpResponse:
    shown = _house(request, asked)
    field = problem.field if problem else ""
    shown |= {"problem": problem, "field": "text" if field == "group" and not shown["groups"] else field, "news": news}
    return private(render(request, "web/friends/form.html", shown, status=status))


def _looked_through(request: HttpRequest, asked: Asked, news: Sentence | None = None) -> HttpResponse:
    with reading_only():
        try:
            pasted, reader = friends_from({"text": asked.text}), reader_from(asked.author)
            table = table_for(here_in(request), group=asked.group)
        except BadDraft as problem:
            return _form(request, asked, problem, news=news, status=400)
        said = look_at_friends(pasted, todays_edition(readings=False), reader=reader, table=table)
        shown = _house(request, asked) | {
            "said": said,
            "people": [_person(number, one) for number, one in enumerate(said.findings[:MOST], 1)],
            "colleagues": said.noticed[:MOST],
            "count": len(said.findings),
            "more": len(said.findings) > MOST or len(said.noticed) > MOST,
            "most": MOST,
            "clean": said.compared and not said.findings,
            "news": news,
        }
        return private(render(request, "web/friends/result.html", shown))


def _person(number: int, finding: Finding) -> Person:
    student = finding.seen.about == Link.STUDENT.value
    title = (
        say("{name} might be a student here", name=finding.quote)
        if student
        else say("{name} might be a former student", name=finding.quote)
    )
    return Person(number, finding, title, finding.seen.about == STRONGER)
