"""Is this page official? Anybody asks, on any device, and gets one of four answers; nothing of it is kept, and no log has the address.

An answer of “we don’t know” is the same page to the byte, for whatever was asked: it repeats nothing (ruling 3). Since asking changes
nothing, the form needs no token and no cookie: a phone that refuses them is answered too.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from askfirst.sites.register import BadAddress, Found, look_up
from askfirst.web.bodies import read_form
from askfirst.web.plain import not_this_way
from askfirst.web.step_forms import mended
from askfirst.words import Sentence

__all__ = ["is_official"]


@csrf_exempt
def is_official(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: the answer, or the form again with what was typed and one sentence."""
    if request.method in ("GET", "HEAD"):
        return _page(request)
    if request.method != "POST":
        return not_this_way(request, allow="GET, HEAD, POST")
    form = read_form(request)
    typed = form.one("url")
    if form.problem is not None:
        return _page(request, typed=typed, problem=form.problem)
    try:
        found = look_up(typed)
    except BadAddress as problem:
        return _page(request, typed=typed, problem=problem.sentence)
    return _page(request, found=found)


def _page(request: HttpRequest, *, found: Found | None = None, typed: str = "", problem: Sentence | None = None) -> HttpResponse:
    held = {"found": found, "typed": mended(typed), "problem": problem}
    response = render(request, "web/is-official/page.html", held, status=400 if problem else 200)
    response["Cache-Control"] = "no-store"
    return response
