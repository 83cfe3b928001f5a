"""Headers that keep a page to itself: nothing from elsewhere, nothing framed, nothing guessed."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

__all__ = ["SafeHeaders", "Squeezed"]

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
        " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # Nothing to another site. Not "no-referrer": a browser would then send "Origin: null" with our own forms, and their token be refused.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# For this host alone: what else the Trust keeps under its name is not ours to bind. A browser heeds it over https only (RFC 6797).
ONLY_HTTPS = {"Strict-Transport-Security": "max-age=31536000"}


class SafeHeaders:
    """First in the chain, so that every answer carries them; a view that set its own value keeps it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.headers = HEADERS | ONLY_HTTPS if settings.PRODUCTION else HEADERS

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in self.headers.items():
            response.setdefault(name, value)
        if request.method == "HEAD" and not response.streaming:
            response.content = b""  # its length stays in the header; the server would drop the bytes and say so in its log
        return response


class Squeezed(GZipMiddleware):
    """Pages are sent compressed, but for what is private: words and a secret side by side are never squeezed together."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if "no-store" in response.get("Cache-Control", ""):
            return response
        return super().process_response(request, response)
