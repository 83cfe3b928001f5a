"""Pages that say one plain thing: what happened, and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.words import Sentence, say

__all__ = ["not_this_way", "plain_page", "too_large"]


def plain_page(request: HttpRequest, *, status: int, heading: Sentence, body: Sentence, next: Sentence, words: str = "") -> HttpResponse:
    """One heading, what happened, what to do; `words`: what somebody wrote, given back to copy."""
    shown = {"heading": heading, "body": body, "next": next, "words": words}
    return render(request, "web/pages/plain.html", shown, status=status)


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
