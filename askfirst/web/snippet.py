"""A link to the look-up for a page of the school's: HTML to copy. Anybody may have it; what is typed is not kept and not looked up."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from askfirst.sites.addresses import BadAddress
from askfirst.sites.snippet import as_button, as_link
from askfirst.web.bodies import read_form
from askfirst.web.plain import not_this_way
from askfirst.web.step_forms import mended
from askfirst.words import Sentence

__all__ = ["snippet"]


@csrf_exempt
def snippet(request: HttpRequest) -> HttpResponse:
    """GET: the link, and a form. POST: the button for one page too, or the form again with one sentence. The same for any page."""
    if request.method not in ("GET", "HEAD", "POST"):
        return not_this_way(request, allow="GET, HEAD, POST")
    base, typed, button = settings.ASKFIRST.address or request.build_absolute_uri("/").rstrip("/"), "", ""
    problem: Sentence | None = None
    if request.method == "POST":
        form = read_form(request)
        typed, problem = form.one("url"), form.problem
        try:
            button = as_button(base, typed) if problem is None else ""
        except BadAddress as wrong:
            problem = wrong.sentence
    held = {"link": as_link(base), "button": button, "typed": mended(typed), "problem": problem}
    response = render(request, "web/is-official/snippet.html", held, status=400 if problem else 200)
    response["Cache-Control"] = "no-store"
    return response
