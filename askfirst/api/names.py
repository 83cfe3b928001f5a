"""POST /checks/name: the same check as the page's. It stores nothing, tells nobody, opens nothing, and no token opens more of it."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from askfirst.adoption.today import todays_edition
from askfirst.advice.asked import BadDraft
from askfirst.advice.names import AUTHORS, LONGEST, MEANINGS, look_at_name, means_from, name_as_json, name_from
from askfirst.advice.throttle import CHECKS
from askfirst.advice.told import reading_only, told
from askfirst.api.checks import FindingShape, NotCheckedShape, PermissionShape
from askfirst.api.doors import Anyone
from askfirst.api.problems import BadField
from askfirst.api.sent import fields_of, only

__all__ = ["CheckName"]


class NameAsked(serializers.Serializer[None]):
    """The body of /checks/name, for the documents; `name_from` is what reads it."""

    text = serializers.CharField(max_length=LONGEST, trim_whitespace=False, help_text="The name or the address of your own page.")
    author = serializers.ChoiceField(choices=AUTHORS, help_text="Whose page it is: staff or student.")
    means = serializers.ChoiceField(choices=MEANINGS, required=False, help_text="What the word stands for, where that was asked.")


class NameFindingShape(FindingShape):
    """One thing to look at in a name."""

    title = serializers.CharField(help_text="“It holds …”, or “It looks similar to …” for a near miss.")


class NameAnswer(serializers.Serializer[None]):
    """The answer of /checks/name."""

    allowed = PermissionShape(many=True)
    findings = NameFindingShape(many=True)
    noticed = NameFindingShape(many=True)
    asks = NameFindingShape(allow_null=True, help_text="A word that is a place too: ask again with `means`. Nothing is found before that.")
    suggested = serializers.ListField(
        child=serializers.CharField(), help_text="Other names, with no school's in them; nobody looked whether they are free."
    )
    notes = serializers.ListField(child=serializers.CharField())
    not_checked = NotCheckedShape(many=True)
    cannot_see = serializers.ListField(child=serializers.CharField())


class CheckName(APIView):
    """Is a school's name in the name or address of your own page? Nothing is kept; nobody is told."""

    permission_classes = (Anyone,)

    @extend_schema(request=NameAsked, responses={200: NameAnswer}, operation_id="check_name")
    def post(self, request: Request) -> Response:
        """The same answer for everybody, signed in or not."""
        if not CHECKS.allows(request.META.get("REMOTE_ADDR", "")):
            raise Throttled
        fields = fields_of(request, whole="text")
        only(fields, ("author", "means", "text"))
        with reading_only():
            try:
                draft, means = name_from(fields, told()), means_from(fields.get("means"))
            except BadDraft as problem:
                raise BadField(problem.field, problem.sentence) from None
            said = look_at_name(draft, todays_edition(readings=False), means=means)
        response = Response(name_as_json(said))
        response["Cache-Control"] = "no-store"
        return response
