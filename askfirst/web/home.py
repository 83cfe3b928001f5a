"""Home, and the pages that say how AskFirst keeps its word."""

from collections.abc import Callable, Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.web.help import helpers, others
from askfirst.web.house import student_reads
from askfirst.web.plain import not_this_way

__all__ = ["cookies", "get_help", "page"]


def _nothing(request: HttpRequest) -> Mapping[str, object]:
    return {}


def page(template: str, filled: Callable[[HttpRequest], Mapping[str, object]] = _nothing) -> Callable[[HttpRequest], HttpResponse]:
    """A view that shows one template and changes nothing."""

    def show(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return not_this_way(request, allow="GET, HEAD")
        return render(request, template, {**filled(request)})

    return show


def get_help(request: HttpRequest) -> Mapping[str, object]:
    """Helplines for whoever reads."""
    student = student_reads(request)
    return {**helpers(student=student), "others": others(student=student)}


def cookies(request: HttpRequest) -> Mapping[str, object]:
    """The cookies, by the names they have here."""
    return {"cookie": settings.CSRF_COOKIE_NAME, "session": settings.SESSION_COOKIE_NAME, "known": settings.KNOWN_COOKIE_NAME}
