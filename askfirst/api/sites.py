"""GET /sites/lookup?url=: public, the same answers as the page and the command line. Nothing is kept; no page is opened."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from askfirst.api.doors import Anyone
from askfirst.api.problems import BadField
from askfirst.sites.register import BadAddress, answer_json, look_up

__all__ = ["SiteLookup"]


class SiteLookup(APIView):
    """Whether a page is official. `answer` is official, past (no longer in use), not-ours or unknown; who keeps it is told by role."""

    permission_classes = (Anyone,)

    @extend_schema(
        parameters=[OpenApiParameter("url", OpenApiTypes.STR, required=True, description="An address, or an @name and its app.")],
        responses={200: OpenApiTypes.OBJECT},
        operation_id="sites_lookup",
    )
    def get(self, request: Request) -> Response:
        try:
            found = look_up(request.query_params.get("url", ""))
        except BadAddress as problem:
            raise BadField("url", problem.sentence) from None
        response = Response(answer_json(found))
        response["Cache-Control"] = "no-store"
        return response
