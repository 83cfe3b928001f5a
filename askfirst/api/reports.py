"""GET /reports/counts: the numbers of the page, for whoever may count; for everybody else there is no such address."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from askfirst.api.sent import only
from askfirst.api.shapes import ProblemShape
from askfirst.api.signed_in import SignedInView, here
from askfirst.casework.access import Missing
from askfirst.casework.numbers import as_json, numbers

__all__ = ["Counts"]


class SchoolShape(serializers.Serializer[None]):
    """A school that is in the report."""

    id = serializers.CharField()
    name = serializers.CharField()


class CountShape(serializers.Serializer[None]):
    """How many cases of a kind stand at a state in a school."""

    kind = serializers.CharField()
    state = serializers.CharField()
    school = serializers.CharField(allow_null=True, help_text="A school’s id; null for no one school.")
    number = serializers.IntegerField(allow_null=True, help_text="How many; null where there are fewer than fewer_than, or none.")


class LengthShape(serializers.Serializer[None]):
    """Instructions about a blog in force at a school; both numbers are null where fewer than `fewer_than` people have one."""

    school = serializers.CharField(allow_null=True, help_text="A school’s id; null for no one school.")
    number = serializers.IntegerField(allow_null=True, help_text="How many are in force.")
    average_months = serializers.IntegerField(allow_null=True, help_text="Their average length in whole months, 1 at least.")


class OutcomeShape(serializers.Serializer[None]):
    """How many concerns were looked into at a school, by what came of them."""

    came_of_it = serializers.CharField(help_text="no-action, settled or sent-on.")
    school = serializers.CharField(allow_null=True, help_text="A school’s id; null for no one school.")
    number = serializers.IntegerField(allow_null=True, help_text="How many; null where there are fewer than fewer_than, or none.")


class ClauseShape(serializers.Serializer[None]):
    """How many cases of a kind name a clause at a school, where neither they nor the others of it that are told are few.

    Of concerns there is a row for each clause that may be picked; of other kinds for each that is told.
    """

    kind = serializers.CharField()
    clause = serializers.CharField()
    school = serializers.CharField(allow_null=True, help_text="A school’s id; null for no one school.")
    number = serializers.IntegerField(allow_null=True, help_text="How many; null where it may not be told.")


class TimeShape(serializers.Serializer[None]):
    """How long an answer takes: within how many school days half of the cases that are told had one."""

    kind = serializers.CharField()
    school = serializers.CharField(allow_null=True, help_text="A school’s id; null for no one school.")
    school_days = serializers.IntegerField(
        allow_null=True, help_text="0: the same day; null where there are fewer than fewer_than answers."
    )


class CountsShape(serializers.Serializer[None]):
    """Numbers without names. There are no sums, so that no small number can be worked out."""

    fewer_than = serializers.IntegerField(help_text="Numbers below this are not given.")
    schools = SchoolShape(many=True)
    counts = CountShape(many=True)
    instructions = LengthShape(many=True)
    concerns = OutcomeShape(many=True)
    clauses = ClauseShape(many=True)
    times = TimeShape(many=True)


class Counts(SignedInView):
    """Numbers of cases."""

    @extend_schema(operation_id="case_counts", responses={200: CountsShape, 400: ProblemShape, 401: ProblemShape, 404: ProblemShape})
    def get(self, request: Request) -> Response:
        """How many cases there are, by kind, state and school, with small numbers left out. For whoever may count them."""
        try:
            found = numbers(here(request).by)
        except Missing:
            raise NotFound from None
        only(request.query_params, ())
        return Response(as_json(found))
