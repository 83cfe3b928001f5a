"""Whatever stands at no address of ours: the same problem details, whatever the method."""

from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from askfirst.api.doors import Anyone

__all__ = ["Missing"]


@extend_schema(exclude=True)
class Missing(APIView):
    """Missing and forbidden are one answer, word for word."""

    permission_classes = (Anyone,)

    def initial(self, request: Request, *args: object, **kwargs: object) -> None:
        raise NotFound

    def get(self, request: Request) -> Response:
        """Never reached; it makes the address answer reads."""
        raise NotFound
