"""Is a school's name in the name or address of my page? Looked at once, shown at once, forgotten; no page is opened.

Source: HYB-3, HYB-1; A41, A55; ruling 14.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.today import todays_edition
from askfirst.advice.asked import BadDraft
from askfirst.advice.cannot_see import OF_A_NAME
from askfirst.advice.names import AUTHORS, AboutName, look_at_name, means_from, name_from
from askfirst.advice.told import reading_only, told
from askfirst.web.asked import AUTHOR, Asked
from askfirst.web.bodies import Form, read_form
from askfirst.web.checking import SLOW_DOWN, likely_author, private, too_often
from askfirst.web.plain import not_this_way
from askfirst.words import Sentence

__all__ = ["check_name", "name_again"]


def check_name(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: what there is to say of the name, or the form again with what is wrong."""
    if request.method in ("GET", "HEAD"):
        return _page(request, Asked(author=likely_author(request, AUTHORS)))
    if request.method != "POST":
        return private(not_this_way(request, allow="GET, HEAD, POST"))
    form = read_form(request)
    if form.problem is not None:
        return name_again(request, form.problem, status=400)
    if too_often(request):
        return name_again(request, SLOW_DOWN, status=429)
    asked = _asked(form)
    with reading_only():
        try:
            draft, means = name_from({"text": asked.text, "author": asked.author}, told()), means_from(form.one("means"))
        except BadDraft as problem:
            return _page(request, asked, problem=problem, status=400)
        said = look_at_name(draft, todays_edition(readings=False), means=means)
        return _page(request, asked, said=said)


def name_again(request: HttpRequest, sentence: Sentence, *, status: int) -> HttpResponse:
    """The form with the name still in it, and one sentence about why there is no answer yet."""
    form = read_form(request)
    return _page(request, _asked(form), problem=BadDraft("text", form.problem or sentence), status=status)


def _asked(form: Form) -> Asked:
    author = form.one("author")
    return Asked(text=form.one("text"), author=author if author in AUTHORS else "")


def _page(
    request: HttpRequest, asked: Asked, *, said: AboutName | None = None, problem: BadDraft | None = None, status: int = 200
) -> HttpResponse:
    shown = {
        "asked": asked,
        "mode": "student" if asked.student else "staff",
        "authors": AUTHOR,
        "said": said,
        "clean": said is not None and not (said.findings or said.noticed or said.asks or said.notes),
        "problem": problem,
        "cannot_see": OF_A_NAME,
        "field": problem.field if problem else "",
    }
    return private(render(request, "web/check-name/page.html", shown, status=status))
