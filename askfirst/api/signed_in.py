"""Who is here, by the session of the pages. There are no tokens yet: what a browser's session opens, this opens, and nothing more.

The session is read by the middleware, which sets `standing` and `now` on each request; a request that changes something needs the CSRF
token of the same session, as every form does.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, CSRFCheck
from rest_framework.exceptions import NotAuthenticated
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from askfirst.api.problems import NoToken
from askfirst.people.hats import Capacity, Standing

__all__ = ["Here", "Session", "SessionScheme", "SignedIn", "SignedInView", "here"]


@dataclass(frozen=True, slots=True)
class Here:
    """The person at the other end, what they hold today, and the one reading of the clock."""

    by: Standing
    at: datetime
    hats: tuple[Capacity, ...]


class Session(BaseAuthentication):
    """The pages' own sign-in, with CSRF on every unsafe method."""

    def authenticate(self, request: Request) -> tuple[Any, None] | None:
        """None where nobody is signed in. Raises NoToken."""
        visit: Any = request._request
        if visit.standing is None:
            return None
        check = CSRFCheck(lambda _: HttpResponse())
        check.process_request(visit)
        if check.process_view(visit, lambda _: HttpResponse(), (), {}):
            raise NoToken
        return visit.user, None

    def authenticate_header(self, request: Request) -> str:
        """So that somebody signed out gets 401, not 403; no browser asks for a password at this."""
        return "Session"


class SessionScheme(OpenApiAuthenticationExtension):
    """How the documents name it."""

    target_class = "askfirst.api.signed_in.Session"
    name = "session"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": "session", "description": "The session of the pages. There are no tokens yet."}


class SignedIn(BasePermission):
    """Somebody is here. What they may see and do is asked of the case itself."""

    def has_permission(self, request: Request, view: object) -> bool:
        """Raises NotAuthenticated."""
        visit: Any = request._request
        if visit.standing is None:
            raise NotAuthenticated
        return True


class SignedInView(APIView):
    """A view for signed-in people only; what it answers is kept in no cache (the middleware says so on every answer)."""

    authentication_classes = (Session,)
    permission_classes = (SignedIn,)


def here(request: Request) -> Here:
    """Behind `SignedIn` only."""
    visit: Any = request._request
    return Here(visit.standing, visit.now, visit.hats)
