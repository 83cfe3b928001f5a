"""A photo before it is posted: opened once in the child, told about at once, and forgotten; the clean copy goes back inside the answer.

No picture is kept, shown again by an address, or put in a session. Source: SNS-1 to SNS-4, CON-3, CON-5, CON-7; rulings 10, 12, 14.
"""

import base64
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.today import todays_edition
from askfirst.advice.answer import Finding
from askfirst.advice.asked import AUTHORS, BadDraft
from askfirst.advice.cannot_see import OF_A_PHOTO
from askfirst.advice.known_here import told_to, with_events
from askfirst.advice.photos import NEVER, READS, AboutPhoto, about_photo, open_photo, photo_of_file
from askfirst.advice.photos_asked import FIELDS, PhotoAsked, photo_from
from askfirst.advice.told import reading_only
from askfirst.people.holding import todays_trust
from askfirst.procedure.clause import Edition
from askfirst.procedure.dated import the_contacts
from askfirst.web.asked import AUDIENCE, AUTHOR
from askfirst.web.bodies import Form
from askfirst.web.cards import Rule, rules_of
from askfirst.web.checking import answered, likely_author, private
from askfirst.web.headers import HEADERS
from askfirst.web.help import helpers
from askfirst.web.house import here_in
from askfirst.web.plain import not_this_way
from askfirst.web.step_forms import mended
from askfirst.web.uploads import Sent, read_upload
from askfirst.words import Sentence, say

__all__ = ["photo", "photo_again"]

MOST = 100  # findings shown at once
NO_FILE = say("There is no photo yet. Choose one, then press the button.")
ONE_FILE = say("Choose one photo at a time.")
POLICY = "Content-Security-Policy"
SHOWS_COPIES = HEADERS[POLICY].replace("img-src 'self'", "img-src 'self' data:")
"""The small picture inside a file is shown out of the page itself; nothing is asked of any address."""


@dataclass(frozen=True, slots=True)
class PhotoCard:
    """One thing to look at, with its rules in the reader's words."""

    number: int
    finding: Finding
    clauses: str
    rules: tuple[Rule, ...]
    event: str


def photo(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: what the photo gives away and its clean copy, or the form again with what is wrong."""
    if request.method in ("GET", "HEAD"):
        return _form(request, Form({"author": (likely_author(request, AUTHORS),), "audience": ("public",)}))
    if request.method != "POST":
        return private(not_this_way(request, allow="GET, HEAD, POST"))
    return answered(
        request,
        read_upload(request),
        looks=lambda sent: _looked_at(request, sent),
        again=lambda form, problem, status: _form(request, form, problem, status=status),
    )


def photo_again(request: HttpRequest, sentence: Sentence, *, status: int) -> HttpResponse:
    """The form with what was typed still in it; a photo must be chosen again, since nothing keeps it."""
    sent = read_upload(request)
    return _form(request, sent.form, BadDraft("file", sent.form.problem or sentence), status=status)


def _asked(form: Form) -> PhotoAsked:
    """Raises BadDraft."""
    return photo_from({name: form.one(name) for name in FIELDS})


def _house(form: Form) -> dict[str, object]:
    student = form.one("author") == "student"
    return {
        "typed": {name: mended(form.one(name)) for name in FIELDS},
        "mode": "student" if student else "staff",
        "authors": AUTHOR,
        "audiences": AUDIENCE,
        "never": NEVER,
        "cannot_see": OF_A_PHOTO,
        "reads": settings.READS_PICTURES and READS,
        "remove": the_contacts()["report-remove"],
        **helpers(student=student),
    }


def _form(request: HttpRequest, form: Form, problem: BadDraft | None = None, *, status: int = 200) -> HttpResponse:
    shown = _house(form) | {"problem": problem, "field": problem.field if problem else ""}
    return private(render(request, "web/photo/form.html", shown, status=status))


def _looked_at(request: HttpRequest, sent: Sent) -> HttpResponse:
    """Raises BadDraft."""
    if sent.data is None:
        raise BadDraft("file", NO_FILE)
    if sent.several:
        raise BadDraft("file", ONE_FILE)
    asked = _asked(sent.form)
    looked = open_photo(sent.name, sent.data, asked, reads=settings.READS_PICTURES)
    here = here_in(request)
    with reading_only():
        read, draft = photo_of_file(looked, asked, told_to(here), todays_trust().schools)
        edition = todays_edition(readings=False)
        return _result(request, sent.form, about_photo(read, with_events(draft, here), looked, edition), edition)


def _result(request: HttpRequest, form: Form, said: AboutPhoto, edition: Edition) -> HttpResponse:
    shown = _house(form)
    if said.answer.help and form.one("everything") != "1":
        return private(render(request, "web/photo/help.html", shown))
    student, looked = shown["mode"] == "student", said.looked
    shown |= {
        "said": said.answer,
        "about": said,
        "cards": [_card(number, one, edition, student=student) for number, one in enumerate(said.answer.findings[:MOST], 1)],
        "noticed": [one for one in said.answer.noticed if one.seen.kind != "help"][:MOST],
        "count": len(said.answer.findings),
        "copy": _inline(looked.copy_kind, looked.copy),
        "small": _inline("png", looked.small),
    }
    response = private(render(request, "web/photo/result.html", shown))
    response[POLICY] = SHOWS_COPIES
    return response


def _inline(kind: str, data: bytes) -> str:
    """The bytes as an address that holds them: they are in the page, and nowhere else."""
    return "data:image/%s;base64,%s" % (kind, base64.b64encode(data).decode("ascii")) if data else ""


def _card(number: int, finding: Finding, edition: Edition, *, student: bool) -> PhotoCard:
    named = (finding.seen.clause, *finding.seen.also)
    event = finding.seen.about if finding.seen.kind == "event" else ""
    return PhotoCard(number, finding, ", ".join(named), rules_of(named, edition, student=student), event)
