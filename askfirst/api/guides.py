"""GET /guides and /guides/{service}: public, the same data as the pages and the command line. Nothing is kept."""

from datetime import date
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from askfirst.api.doors import Anyone
from askfirst.people.calendar import london_day
from askfirst.procedure.guides import UnknownService, guide, service
from askfirst.procedure.guides_as_json import guide_json, guides_json

__all__ = ["GuideView", "GuidesView"]


def _today(request: Request) -> date:
    visit: Any = request._request
    return london_day(visit.now)


class GuidesView(APIView):
    """What is known of each service, by five questions, with source and the day somebody last looked."""

    permission_classes = (Anyone,)

    @extend_schema(responses={200: OpenApiTypes.OBJECT}, operation_id="guides")
    def get(self, request: Request) -> Response:
        return Response(guides_json(_today(request)))


class GuideView(APIView):
    """One service, by its id or its name."""

    permission_classes = (Anyone,)

    @extend_schema(responses={200: OpenApiTypes.OBJECT}, operation_id="guide")
    def get(self, request: Request, id: str) -> Response:
        try:
            found = service(id)
        except UnknownService:
            raise NotFound from None
        return Response(guide_json(guide(found), _today(request)))
