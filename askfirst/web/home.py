"""Home, and the pages that say how AskFirst keeps its word."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.web.errors import not_this_way

__all__ = ["page"]


def page(template: str) -> Callable[[HttpRequest], HttpResponse]:
    """A view that shows one template and reads nothing."""

    def show(request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return not_this_way(request, allow="GET, HEAD")
        return render(request, template)

    return show
