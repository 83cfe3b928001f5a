"""Round each request: what the Trust has set is asked of the database once."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from askfirst.people.asked_once import asked_once

__all__ = ["AskedOnce"]


class AskedOnce:
    """Outside all that reads what is set, the page on which something went wrong included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with asked_once():
            return self.get_response(request)
