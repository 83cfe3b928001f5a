"""POST /checks/post: the same check as the page's. It stores nothing, tells nobody, and no token opens more of it."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from askfirst.adoption.today import todays_edition
from askfirst.advice.answer import answer
from askfirst.advice.asked import AUDIENCES, AUTHORS, LONGEST, PLACES, BadDraft, draft_from
from askfirst.advice.cannot_see import post_as_json
from askfirst.advice.known_here import told_to, with_events
from askfirst.advice.throttle import CHECKS
from askfirst.advice.told import reading_only
from askfirst.api.doors import Anyone
from askfirst.api.problems import BadField
from askfirst.api.sent import fields_of, only
from askfirst.words import say

__all__ = ["CheckPost"]

FIELDS = frozenset({"text", "author", "channel", "audience", "profile_names_school", "photo_taken", "all"})


class PostAsked(serializers.Serializer[None]):
    """The body of /checks/post, for the documents; `draft_from` is what reads it."""

    text = serializers.CharField(max_length=LONGEST, trim_whitespace=False, help_text="The words as you would post them.")
    author = serializers.ChoiceField(choices=AUTHORS, help_text="Who is writing: staff or student.")
    channel = serializers.ChoiceField(choices=PLACES, default="web-page", help_text="Where it will go; a web page if left out.")
    audience = serializers.ChoiceField(choices=AUDIENCES, default="public", help_text="Who will see it; unsure is treated as public.")
    profile_names_school = serializers.BooleanField(default=False, help_text="True where your profile says where you work.")
    photo_taken = serializers.CharField(required=False, help_text="The day a picture that goes with it was taken, such as 2026-12-08.")
    all = serializers.BooleanField(default=False, help_text="Show findings also where help comes first.")


class Span(serializers.Serializer[None]):
    """Code points of the text as received, end left out."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()


class FindingShape(Span):
    """One thing to look at."""

    check = serializers.CharField()
    kind = serializers.CharField()
    clause = serializers.CharField()
    strength = serializers.CharField()
    level = serializers.CharField()
    quote = serializers.CharField()
    also = serializers.ListField(child=serializers.CharField())
    target = Span(allow_null=True)
    why = serializers.CharField()
    fix = serializers.CharField(allow_null=True)
    doubt = serializers.CharField()


class PermissionShape(serializers.Serializer[None]):
    """Something the person may do."""

    clause = serializers.CharField()
    strength = serializers.CharField()
    says = serializers.CharField()


class NotCheckedShape(serializers.Serializer[None]):
    """What could not be looked at, and why."""

    check = serializers.CharField()
    reason = serializers.CharField()


class PostAnswer(serializers.Serializer[None]):
    """The answer to what was looked over, whatever it was."""

    allowed = PermissionShape(many=True)
    findings = FindingShape(many=True)
    noticed = FindingShape(many=True)
    not_checked = NotCheckedShape(many=True)
    notes = serializers.ListField(child=serializers.CharField())
    good_to_know = PermissionShape(many=True)
    waiting = serializers.BooleanField(help_text="True where findings wait because help comes first; ask again with all.")


class WholeAnswer(PostAnswer):
    """An answer, and what the check cannot see."""

    cannot_see = serializers.ListField(
        child=serializers.CharField(), help_text="What the check cannot see; of a post, error rates by dialect too."
    )


class CheckPost(APIView):
    """Look a post over before it is posted. Nothing is kept; nobody is told."""

    permission_classes = (Anyone,)

    @extend_schema(request=PostAsked, responses={200: WholeAnswer}, operation_id="check_post")
    def post(self, request: Request) -> Response:
        """Look a post over before it is posted. What cannot be looked over is answered with one sentence that says why and what to do."""
        if not CHECKS.allows(request.META.get("REMOTE_ADDR", "")):
            raise Throttled
        fields = fields_of(request, whole="text")
        only(fields, FIELDS)
        everything = fields.get("all", False)
        if not isinstance(everything, bool):
            raise BadField("all", say("Say true or false for all."))
        with reading_only():
            try:
                here = getattr(request, "standing", None)
                draft = with_events(draft_from(fields, told_to(here)), here)
            except BadDraft as problem:
                raise BadField(problem.field, problem.sentence) from None
            said = answer(draft, todays_edition(readings=False))
        response = Response(post_as_json(said, everything=everything))
        response["Cache-Control"] = "no-store"
        return response
