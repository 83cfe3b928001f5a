"""My data file: the archive that a service gave somebody, opened once in the child, told about at once, and forgotten.

What is given back lies in the answer alone, the report to save too. Source: SNS-1, SNS-2, SNS-3, SNS-8, PRI-4; rulings 10, 12, 14.
"""

import base64
from dataclasses import dataclass
from datetime import date
from typing import IO, Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from askfirst.adoption.today import todays_edition
from askfirst.advice.answer import Finding
from askfirst.advice.archives import AboutArchive, ShownFact, about_archive, open_archives
from askfirst.advice.archives_asked import (
    ALLOWED,
    DENIED,
    LARGEST,
    MESSAGES,
    MIXED,
    MOST,
    PAGES,
    WANTED,
    ArchiveAsked,
    archive_from,
    refuse_upload,
)
from askfirst.advice.archives_drawn import drawings_of
from askfirst.advice.archives_report import REPORT_NAME, report_of
from askfirst.advice.archives_said import FORMS
from askfirst.advice.asked import BadDraft
from askfirst.advice.cannot_see import OF_AN_ARCHIVE
from askfirst.advice.told import reading_only, told
from askfirst.procedure.clause import Edition
from askfirst.web.asked import AUTHOR
from askfirst.web.bodies import Form, read_form
from askfirst.web.cards import Rule, rules_of
from askfirst.web.checking import SLOW_DOWN, likely_author, private, too_often
from askfirst.web.help import helpers
from askfirst.web.plain import not_this_way
from askfirst.web.uploads import WITH_FILE
from askfirst.words import Sentence, say

__all__ = ["archive", "archive_again"]

FIELDS = ("author", "messages", "everything")
NOT_READ = say("We could not read this file. Choose another one.")
AUTHORS = tuple(one.value for one in AUTHOR)


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post that gives something away: its day, its words and who the archive says can see it."""

    day: date | None
    quote: str
    seen_by: Sentence | None
    service: str  # "" where there is one alone


@dataclass(frozen=True, slots=True)
class Step:
    """What is known of a service, and when somebody last looked."""

    platform: str
    says: str
    on: date


@dataclass(frozen=True, slots=True)
class FactCard:
    """One fact, with its rule in the reader's words and each post's day."""

    number: int
    fact: ShownFact
    rules: tuple[Rule, ...]
    posts: tuple[PostLine, ...]

    @property
    def finding(self) -> Finding:
        return self.fact.finding


def archive(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: what the archive gives away and a report to save, or the form again with what is wrong."""
    if request.method in ("GET", "HEAD"):
        return _form(request, likely_author(request, AUTHORS))
    if request.method != "POST":
        return private(not_this_way(request, allow="GET, HEAD, POST"))
    fields, files = _sent(request)
    author = fields.get("author", "")
    if too_often(request):
        return _form(request, author, BadDraft("file", SLOW_DOWN), status=429)
    try:
        asked = archive_from(fields)
        return _looked_at(request, _held(files), asked, everything=fields.get("everything") == "1")
    except BadDraft as problem:
        return _form(request, author, problem, status=400)


def archive_again(request: HttpRequest, sentence: Sentence, *, status: int) -> HttpResponse:
    """The form again; a file must be chosen again, since nothing keeps it."""
    fields, _ = _sent(request)
    return _form(request, fields.get("author", ""), BadDraft("file", sentence), status=status)


def _sent(request: HttpRequest) -> tuple[dict[str, str], list[Any]]:
    """The fields, each once, and the files."""
    if request.content_type != WITH_FILE:
        form: Form = read_form(request)
        return {name: form.one(name) for name in FIELDS}, []
    return {name: str(request.POST.get(name, "")) for name in FIELDS}, request.FILES.getlist("file")


def _held(files: list[Any]) -> list[IO[bytes]]:
    """Raises BadDraft."""
    if not files:
        raise BadDraft("file", say("There is no file yet. Choose one, then press the button."))
    refuse_upload([one.size for one in files], busy=any(one.content_type_extra for one in files))
    return [cast("IO[bytes]", one.file) for one in files]


def _form(request: HttpRequest, author: str, problem: BadDraft | None = None, *, status: int = 200) -> HttpResponse:
    shown = _house(author) | _picking() | {"problem": problem, "field": problem.field if problem else "", "forms": FORMS}
    if problem:
        shown["at_field"] = NOT_READ if "forms" in problem.sentence.values else problem.sentence  # the list of forms is said once
    return private(render(request, "web/archive/form.html", shown, status=status))


def _picking() -> dict[str, object]:
    """What the page's own script needs to know, so that it sends the person's posts alone."""
    return {
        "largest": LARGEST // 1_000_000,
        "wanted": WANTED,
        "denied": DENIED,
        "mixed": MIXED,
        "messages": MESSAGES,
        "pages": PAGES,
        "public": ALLOWED,
        "bytes": LARGEST,
        "most": MOST,
    }


def _house(author: str) -> dict[str, object]:
    return {
        "typed": {"author": author},
        "mode": "student" if author == "student" else "staff",
        "authors": AUTHOR,
        "cannot_see": OF_AN_ARCHIVE,
    }


def _looked_at(request: HttpRequest, files: list[IO[bytes]], asked: ArchiveAsked, *, everything: bool) -> HttpResponse:
    """Raises BadDraft."""
    with reading_only():
        known, edition = told(), todays_edition(readings=False)
    opened = open_archives(files, known, left_out=asked.left_out)
    said = about_archive(opened, edition, asked.author)
    if said.answer.help and not everything:
        shown = _house(asked.author.value) | _picking() | helpers(student=said.student)
        return private(render(request, "web/archive/help.html", shown))
    report = report_of(said, lambda one: one.shown(gettext))
    student = said.student
    shown = (
        _house(asked.author.value)
        | helpers(student=student)
        | {
            "said": said.answer,
            "about": said,
            "joined": _cards(said, said.joined, edition, student=student),
            "others": _cards(said, said.others, edition, student=student),
            "count": len(said.joined),
            "posts": opened.counts["posts"],
            "drawings": drawings_of(said),
            "steps": [Step(one.platform, (student and one.student) or one.fact, one.checked_on) for one in said.steps],
            "report": "data:text/html;charset=utf-8;base64," + base64.b64encode(report).decode("ascii"),
            "report_name": REPORT_NAME,
        }
    )
    return private(render(request, "web/archive/result.html", shown))


def _cards(said: AboutArchive, facts: tuple[ShownFact, ...], edition: Edition, *, student: bool) -> list[FactCard]:
    numbers = {id(one): number for number, one in enumerate(said.facts, 1)}
    return [
        FactCard(
            numbers[id(one)],
            one,
            rules_of((one.finding.seen.clause,), edition, student=student),
            tuple(
                PostLine(
                    date.fromisoformat(post.on) if post.on else None,
                    post.quote,
                    one.seen_by(post),
                    post.service if len(said.services) > 1 else "",
                )
                for post in one.posts
            ),
        )
        for one in facts
    ]
