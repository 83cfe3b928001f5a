"""Pages for what went wrong. Missing and forbidden are one page; no page says more than what to do next."""

import logging
import secrets
import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.urls import reverse

from askfirst.web.archive import archive_again
from askfirst.web.check import form_again
from askfirst.web.check_name import name_again
from askfirst.web.check_page import page_again
from askfirst.web.friends import friends_again
from askfirst.web.photo import photo_again
from askfirst.web.plain import plain_page, too_large
from askfirst.web.session import words_back
from askfirst.words import say

__all__ = ["bad_request", "missing", "stale_form", "went_wrong"]

log = logging.getLogger("askfirst.web")
CODE = "bcdfghjkmnpqrstvwxz23456789"  # no vowels: a code never spells a word
STALE = say("This page was open for long, or your browser keeps no cookies. Your words are still here: press Check.")
STALE_PHOTO = say("This page was open for long, or your browser keeps no cookies. Choose the photo again, then press the button.")
STALE_FILE = say("This page was open for long, or your browser keeps no cookies. Choose the file again, then press the button.")
STALE_LIST = say("This page was open for long, or your browser keeps no cookies. Your list is still here: press the button.")


def missing(request: HttpRequest, exception: Exception | None = None, *, words: str = "") -> HttpResponse:
    """404, the same whether a page is not there or is not yours. `words`: what was typed into a form that leads here, to copy."""
    return render(request, "web/pages/missing.html", {"words": words}, status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400 for what no page of ours would have sent; 413 for what is too large."""
    if isinstance(exception, RequestDataTooBig):
        return too_large(request, limit=settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    return plain_page(
        request,
        status=400,
        heading=say("We could not read that"),
        body=say("Something in the request was not as we expect it. Nothing was kept."),
        next=say("Go back and try again."),
    )


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token is gone. What was typed is given back: by the check in its own form, elsewhere to copy."""
    if request.path == reverse("check"):
        return form_again(request, STALE, status=403)
    if request.path == reverse("check-photo"):
        return photo_again(request, STALE_PHOTO, status=403)
    if request.path == reverse("check-page"):
        return page_again(request, STALE_FILE, status=403)
    if request.path == reverse("check-archive"):
        return archive_again(request, STALE_FILE, status=403)
    if request.path in (reverse("check-friends"), reverse("check-friends-family")):
        return friends_again(request, STALE_LIST, status=403)
    if request.path == reverse("check-name"):
        return name_again(request, STALE, status=403)
    return words_back(request, stale=True)


def went_wrong(request: HttpRequest) -> HttpResponse:
    """500 with a short code that is in the log too. No request, no words, no locals go there.

    Rendered without the house round it: whatever broke may be in the house.
    """
    code = "".join(secrets.choice(CODE) for _ in range(6))
    kind = sys.exc_info()[0]
    log.error("", extra={"event": "went-wrong" if kind is None else kind.__name__, "code": code, "status": 500})
    return HttpResponse(get_template("web/pages/went-wrong.html").render({"code": code, "mode": "staff"}), status=500)
