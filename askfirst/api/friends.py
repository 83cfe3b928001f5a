"""POST /checks/friends: the same check as the page's. It stores nothing, tells nobody, and no token opens more of it."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from askfirst.adoption.today import todays_edition
from askfirst.advice.asked import BadDraft
from askfirst.advice.friends import LONGEST, READERS, friends_as_json, friends_from, look_at_friends, reader_from
from askfirst.advice.friends_here import table_for
from askfirst.advice.throttle import CHECKS
from askfirst.advice.told import reading_only
from askfirst.api.checks import FindingShape, NotCheckedShape, PermissionShape
from askfirst.api.doors import Anyone
from askfirst.api.problems import BadField
from askfirst.api.sent import fields_of, only

__all__ = ["CheckFriends"]


class FriendsAsked(serializers.Serializer[None]):
    """The body of /checks/friends, for the documents; `friends_from` is what reads it."""

    text = serializers.CharField(max_length=LONGEST, trim_whitespace=False, help_text="Your own list: one name a line, or commas between.")
    author = serializers.ChoiceField(choices=READERS, help_text="Whose list it is: staff, student or parent.")
    group = serializers.CharField(
        required=False, help_text="Your active group only for learning whose members these are, by its reference."
    )


class FriendsAnswer(serializers.Serializer[None]):
    """The answer of /checks/friends."""

    allowed = PermissionShape(many=True)
    general = PermissionShape(many=True, help_text="What holds for everybody; it depends on no name.")
    findings = FindingShape(many=True, help_text="Whom to think about. Empty where the list was compared with nothing.")
    noticed = FindingShape(many=True, help_text="Colleagues: good to know, and no more.")
    not_checked = NotCheckedShape(many=True)
    cannot_see = serializers.ListField(child=serializers.CharField())


class CheckFriends(APIView):
    """Look through your own list of friends. Nothing is kept; nobody is told."""

    permission_classes = (Anyone,)

    @extend_schema(request=FriendsAsked, responses={200: FriendsAnswer}, operation_id="check_friends")
    def post(self, request: Request) -> Response:
        """Staff who are signed in have it compared with their own school. For everybody else it is compared with nothing."""
        if not CHECKS.allows(request.META.get("REMOTE_ADDR", "")):
            raise Throttled
        fields = fields_of(request, whole="text")
        only(fields, ("author", "group", "text"))
        with reading_only():
            try:
                pasted, reader = friends_from(fields), reader_from(fields.get("author"))
                table = table_for(getattr(request, "standing", None), group=fields.get("group"))
            except BadDraft as problem:
                raise BadField(problem.field, problem.sentence) from None
            said = look_at_friends(pasted, todays_edition(readings=False), reader=reader, table=table)
        response = Response(friends_as_json(said))
        response["Cache-Control"] = "no-store"
        return response
