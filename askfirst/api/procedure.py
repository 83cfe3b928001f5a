"""GET /procedure, /procedure/clauses/{id}, /procedure/lint: public, the same data as the pages and the command line."""

from datetime import date

from django.conf import settings
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from askfirst.adoption.today import todays_edition
from askfirst.api.doors import Anyone
from askfirst.api.problems import BadField
from askfirst.people.calendar import london_day
from askfirst.procedure.as_json import clause_json, edition_json, lint_json
from askfirst.procedure.clause import UnknownClause
from askfirst.procedure.dated import the_facts
from askfirst.procedure.facts_age import aged_json
from askfirst.procedure.lint import lint
from askfirst.words import say

__all__ = ["ClauseView", "FactsView", "LintView", "ProcedureView"]


class ProcedureView(APIView):
    """The edition in force: 65 clauses in plain words, with their readings."""

    permission_classes = (Anyone,)

    @extend_schema(responses={200: OpenApiTypes.OBJECT}, operation_id="procedure")
    def get(self, request: Request) -> Response:
        return Response(edition_json(todays_edition()))


class ClauseView(APIView):
    """One clause."""

    permission_classes = (Anyone,)

    @extend_schema(responses={200: OpenApiTypes.OBJECT}, operation_id="procedure_clause")
    def get(self, request: Request, id: str) -> Response:
        edition = todays_edition()
        try:
            return Response(clause_json(edition, edition.standing(id.upper())))
        except UnknownClause:
            raise NotFound from None


class LintView(APIView):
    """What has dated in the procedure on a day (default today, in London)."""

    permission_classes = (Anyone,)

    @extend_schema(
        parameters=[OpenApiParameter("on", OpenApiTypes.DATE, description="An earlier date gives an earlier answer.")],
        responses={200: OpenApiTypes.OBJECT},
        operation_id="procedure_lint",
    )
    def get(self, request: Request) -> Response:
        on = _day(request)
        return Response(lint_json(lint(todays_edition(), the_facts(), on), on))


class FactsView(APIView):
    """How old each dated fact is."""

    permission_classes = (Anyone,)

    @extend_schema(
        parameters=[OpenApiParameter("on", OpenApiTypes.DATE, description="As on that day.")],
        responses={200: OpenApiTypes.OBJECT},
        operation_id="procedure_facts",
    )
    def get(self, request: Request) -> Response:
        """Every dated fact with its source and the day somebody last looked; `old` where that is more than 180 days ago."""
        return Response(aged_json(_day(request)))


def _day(request: Request) -> date:
    """The day asked for, else today. Raises BadField."""
    asked = request.query_params.get("on")
    try:
        return date.fromisoformat(asked) if asked else london_day(settings.CLOCK())
    except ValueError:
        raise BadField("on", say("We cannot read this date. Write it as 2026-11-23.")) from None
