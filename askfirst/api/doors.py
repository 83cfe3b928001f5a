"""Who may knock. A view that declares no permission raises: nothing is open by oversight."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.permissions import BasePermission
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

__all__ = ["AlwaysJSON", "Anyone", "Undeclared"]


class Undeclared(BasePermission):
    """The default: a mistake in our own code, found by the first request in a test."""

    def has_permission(self, request: Request, view: object) -> bool:
        raise ImproperlyConfigured("This view declares no permission.")


class Anyone(BasePermission):
    """Public, signed out. No token opens it either, since there is none."""

    def has_permission(self, request: Request, view: object) -> bool:
        return True


class AlwaysJSON(BaseContentNegotiation):
    """We speak JSON whatever is asked for; a wrong Accept header is no reason to refuse help."""

    def select_parser(self, request: Request, parsers: Iterable[Any]) -> Any:
        """None for another content type, which the view answers with 415."""
        kind = (request.content_type or "").partition(";")[0].strip().lower()
        return next((parser for parser in parsers if parser.media_type == kind), None)

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        renderer = next(iter(renderers))
        return renderer, str(renderer.media_type)
