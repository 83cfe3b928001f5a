"""The demo's mail, as it would have reached people. In production there is no such page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.people.notify import mail_sent
from askfirst.web.errors import missing
from askfirst.web.plain import not_this_way

__all__ = ["mail_sent_page"]

MOST = 200


def mail_sent_page(request: HttpRequest) -> HttpResponse:
    """Newest first; nothing here says more than the mail itself did."""
    if settings.ASKFIRST.mode != "demo":
        return missing(request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    response = render(request, "web/sign-in/mail-sent.html", {"mails": mail_sent(most=MOST), "server": settings.ASKFIRST.mail_host})
    response["Cache-Control"] = "no-store"
    return response
