"""GET /cases/{ref}/pack: the evidence pack of a request to take something down, or of a page that is not ours, as the page makes it."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from askfirst.api.shapes import ProblemShape
from askfirst.api.signed_in import SignedInView, here
from askfirst.records.packs import pack_of

__all__ = ["OnePack"]


class AnswerShape(serializers.Serializer[None]):
    """A question, and what was answered."""

    asked = serializers.CharField()
    answer = serializers.CharField()


class LookedShape(serializers.Serializer[None]):
    """How a link stood at a moment."""

    on = serializers.CharField(help_text="London time, such as 2026-11-25 10:00.")
    stands = serializers.CharField()


class LinkShape(serializers.Serializer[None]):
    """A link, as text, and how it stands: open, removed, refused or back again."""

    number = serializers.IntegerField()
    link = serializers.CharField()
    stands = serializers.CharField()
    looked_at = LookedShape(many=True)


class RouteShape(serializers.Serializer[None]):
    """How an app or site is told of a page that pretends to be somebody: its steps in order."""

    says = serializers.ListField(child=serializers.CharField())
    note = serializers.CharField(allow_null=True, help_text="Where nobody could confirm the steps, that.")
    at = serializers.CharField(allow_null=True, help_text="Its own page for this, where one is known.")
    checked_on = serializers.DateField()
    seen_in = serializers.CharField()
    link = serializers.CharField(help_text="Where a person reads what seen_in names.")


class CameShape(serializers.Serializer[None]):
    """An answer that came."""

    on = serializers.CharField()
    says = AnswerShape(many=True)


class PackedFile(serializers.Serializer[None]):
    """A file that stays here: its name and its hash."""

    name = serializers.CharField()
    sha256 = serializers.CharField()


class PackedThing(serializers.Serializer[None]):
    """Something that was put beside the case; of one that has changed since, nothing but that."""

    number = serializers.IntegerField()
    on = serializers.CharField()
    checked = serializers.CharField()
    says = AnswerShape(many=True, required=False)
    file = PackedFile(allow_null=True, required=False)


class PackShape(serializers.Serializer[None]):
    """Everything that you may show to whoever helps you."""

    reference = serializers.CharField()
    copy_for = serializers.CharField()
    made_on = serializers.CharField()
    made_by = serializers.CharField()
    opened_on = serializers.CharField()
    stands = serializers.CharField()
    account = serializers.CharField(allow_null=True, required=False, help_text="Of a page that is not ours: its address in one spelling.")
    told = AnswerShape(many=True)
    links = LinkShape(many=True)
    route = RouteShape(many=True, required=False, help_text="Of a page that is not ours: how the app or site is told of it.")
    look_again_on = serializers.DateField(allow_null=True)
    letter = serializers.CharField()
    came = CameShape(many=True)
    beside = PackedThing(many=True)


class OnePack(SignedInView):
    """The evidence pack of a request to take something down, or of a page that is not ours."""

    @extend_schema(operation_id="pack", responses={200: PackShape, 401: ProblemShape, 404: ProblemShape})
    def get(self, request: Request, ref: str) -> Response:
        """For whoever asked, or looks after a page that is not ours. That it was made is written into the trail of the case."""
        me = here(request)
        return Response(pack_of(ref, by=me.by, at=me.at))
