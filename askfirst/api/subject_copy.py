"""GET /cases/{ref}/copy: the copy of somebody's data, for whoever answers their request, by the same call as the page."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from askfirst.api.pack import AnswerShape
from askfirst.api.shapes import ProblemShape
from askfirst.api.signed_in import SignedInView, here
from askfirst.records.subject_access import copy_of

__all__ = ["OneCopy"]


class SaidShape(serializers.Serializer[None]):
    """What was asked, told or answered at a moment."""

    on = serializers.CharField(help_text="London time, such as 2026-11-25 10:00.")
    what = serializers.CharField()
    says = AnswerShape(many=True)


class PartShape(serializers.Serializer[None]):
    """One case, as far as it is that person’s; of one that is left out whole, why."""

    reference = serializers.CharField()
    kind = serializers.CharField()
    opened_on = serializers.CharField()
    stands = serializers.CharField()
    left_out = serializers.CharField(allow_null=True)
    says = SaidShape(many=True)


class NoticeShape(serializers.Serializer[None]):
    """That they were told something, and when; never of what."""

    on = serializers.CharField()
    what = serializers.CharField()


class SubjectCopyShape(serializers.Serializer[None]):
    """Everything that is held about one person and may be given to them."""

    reference = serializers.CharField()
    copy_for = serializers.CharField()
    made_on = serializers.CharField()
    made_by = serializers.CharField()
    due = serializers.DateField(help_text="The last day that the law leaves.")
    held = AnswerShape(many=True)
    cases = PartShape(many=True)
    notices = NoticeShape(many=True)
    private_checks = serializers.CharField()
    safeguarding = serializers.CharField()
    complaints = serializers.ListField(child=serializers.CharField())


class OneCopy(SignedInView):
    """The copy of somebody’s data."""

    @extend_schema(operation_id="subject_copy", responses={200: SubjectCopyShape, 401: ProblemShape, 404: ProblemShape, 409: ProblemShape})
    def get(self, request: Request, ref: str) -> Response:
        """For whoever is to answer the request. Refused while a name of somebody else is neither left out nor said to be right there."""
        me = here(request)
        return Response(copy_of(ref, by=me.by, at=me.at))
