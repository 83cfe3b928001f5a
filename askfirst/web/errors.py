"""Pages for what went wrong. Missing and forbidden are one page; no page says more than what to do next."""

import logging
import secrets
import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template

from askfirst.words import Sentence, say

__all__ = ["bad_request", "missing", "not_this_way", "plain_page", "stale_form", "too_large", "went_wrong"]

log = logging.getLogger("askfirst.web")
CODE = "bcdfghjkmnpqrstvwxz23456789"  # no vowels: a code never spells a word


def plain_page(request: HttpRequest, *, status: int, heading: Sentence, body: Sentence, next: Sentence) -> HttpResponse:
    """One heading, what happened, what to do."""
    return render(request, "web/pages/plain.html", {"heading": heading, "body": body, "next": next}, status=status)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, word for word the same whether a page is not there or is not yours."""
    return render(request, "web/pages/missing.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400 for what no page of ours would have sent."""
    return plain_page(
        request,
        status=400,
        heading=say("We could not read that"),
        body=say("Something in the request was not as we expect it. Nothing was kept."),
        next=say("Go back and try again."),
    )


def too_large(request: HttpRequest, *, limit: int) -> HttpResponse:
    """413, with the limit in bytes."""
    return plain_page(
        request,
        status=413,
        heading=say("That is too much at once"),
        body=say("The page takes {limit} bytes at most. Nothing was kept.", limit=format(limit, ",")),
        next=say("Go back and check a shorter piece."),
    )


def not_this_way(request: HttpRequest, *, allow: str) -> HttpResponse:
    """405: the address is right, the method is not. `allow` lists the methods that are."""
    response = plain_page(
        request,
        status=405,
        heading=say("This page does not work that way"),
        body=say("The address is right, but it was asked for in a way it does not know."),
        next=say("Open the page from home and try again."),
    )
    response["Allow"] = allow
    return response


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token is gone."""
    return plain_page(
        request,
        status=403,
        heading=say("This form is too old"),
        body=say("The server has started again since you opened it. Nothing was sent on."),
        next=say("Go back, load the page again, and send it once more."),
    )


def went_wrong(request: HttpRequest) -> HttpResponse:
    """500 with a short code that is in the log too. No request, no words, no locals go there.

    Rendered without the house round it: whatever broke may be in the house.
    """
    code = "".join(secrets.choice(CODE) for _ in range(6))
    kind = sys.exc_info()[0]
    log.error("", extra={"event": "went-wrong" if kind is None else kind.__name__, "code": code, "status": 500})
    return HttpResponse(get_template("web/pages/went-wrong.html").render({"code": code, "mode": "staff"}), status=500)
