"""POST /take-down/route: the same ways as the page shows. It stores nothing, opens no link and tells nobody."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from askfirst.api.doors import Anyone
from askfirst.api.problems import BadField
from askfirst.api.sent import fields_of, only
from askfirst.people.holding import todays_trust
from askfirst.procedure.links import LONGEST_LINK
from askfirst.procedure.take_down import FIELDS, Asker, BadAsk, Evidence, Picture, Poster, What, asked_from
from askfirst.procedure.take_down_as_json import way_json
from askfirst.procedure.take_down_steps import way

__all__ = ["TakeDownRoute"]


class TakeDownAsked(serializers.Serializer[None]):
    """The body, for the documents; `asked_from` is what reads it."""

    what = serializers.ChoiceField(choices=[one.value for one in What], help_text="Is anyone in danger, or is it a sexual picture?")
    picture = serializers.ChoiceField(
        choices=[one.value for one in Picture], required=False, help_text="With sexual: how old the person in it is."
    )
    asker = serializers.ChoiceField(
        choices=[one.value for one in Asker], required=False, help_text="Who asks, in bands of age; not needed where help comes first."
    )
    evidence = serializers.ChoiceField(
        choices=[one.value for one in Evidence], required=False, help_text="Is it evidence of something wrong?"
    )
    poster = serializers.ChoiceField(choices=[one.value for one in Poster], required=False, help_text="Who posted it; nobody is named.")
    link = serializers.CharField(
        max_length=LONGEST_LINK, required=False, help_text="Where it is: a link or an app's name. It is never opened and never kept."
    )


class TakeDownRoute(APIView):
    """Which way to have something taken down, step by step, with words to copy. Nothing is kept; nobody is told."""

    permission_classes = (Anyone,)

    @extend_schema(request=TakeDownAsked, responses={200: OpenApiTypes.OBJECT}, operation_id="take_down_route")
    def post(self, request: Request) -> Response:
        """Which way to have something taken down, step by step, with words to copy. A missing answer is asked for by name."""
        fields = fields_of(request, whole="link")
        only(fields, FIELDS)
        try:
            asked = asked_from(fields, todays_trust())
        except BadAsk as problem:
            raise BadField(problem.field, problem.sentence) from None
        student = asked.asker is not None and asked.asker.is_student
        response = Response(way_json(way(asked, student=student)))
        response["Cache-Control"] = "no-store"
        return response
