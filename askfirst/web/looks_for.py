"""What each check of a post looks for: a list, and a page for each with its examples. Reading them keeps nothing."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.advice.cannot_see import OF_A_POST, by_dialect
from askfirst.advice.looks_for import LOOKS_FOR
from askfirst.web.plain import not_this_way

__all__ = ["check_help", "looks_for"]


def looks_for(request: HttpRequest) -> HttpResponse:
    """Every check of a post: those that find, then those that notice what is fine."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    listed = {
        "finds": [one for one in LOOKS_FOR.values() if not one.noticed],
        "notices": [one for one in LOOKS_FOR.values() if one.noticed],
    }
    return render(request, "web/looks-for/list.html", listed | {"cannot_see": OF_A_POST, "by_dialect": by_dialect()})


def check_help(request: HttpRequest, name: str) -> HttpResponse:
    """One check: why it looks, when it may be wrong, and its examples."""
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    if name not in LOOKS_FOR:
        raise Http404
    return render(request, "web/looks-for/one.html", {"one": LOOKS_FOR[name]})
