"""Campaigns and reading: /campaigns, /campaigns/{ref}, /campaigns/{ref}/steps/{step}, /me/reading, /me/team, as the pages have them."""

from collections.abc import Mapping

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from askfirst.adoption import campaigns as held
from askfirst.adoption import shown
from askfirst.adoption.campaign_counts import begun, may_count, progress, progress_json
from askfirst.adoption.campaigns import BadPlan, Campaign, NoCampaign
from askfirst.adoption.outstanding import manages, team
from askfirst.adoption.reading_as_json import campaign_json, line_json, to_read_json
from askfirst.adoption.shown import NotNow
from askfirst.api.problems import BadField, problem_response
from askfirst.api.sent import only, sent, text_of
from askfirst.api.shapes import KEY_HEADER, ProblemShape
from askfirst.api.signed_in import Here, SignedInView, here
from askfirst.trail.once import done
from askfirst.words import say

__all__ = ["CampaignSteps", "Campaigns", "OneCampaign", "Reading", "Team"]

PLAN = ("edition", "audience", "schools", "opens", "closes")
STEPS = ("open", "drop")
PROBLEMS = {400: ProblemShape, 401: ProblemShape, 403: ProblemShape, 404: ProblemShape}


class CampaignShape(serializers.Serializer[None]):
    """A campaign: who is asked to read which edition, and when."""

    ref = serializers.CharField()
    edition = serializers.CharField()
    audience = serializers.ListField(child=serializers.CharField(), help_text="staff, manager, student.")
    schools = serializers.ListField(child=serializers.CharField(), help_text="Ids of schools or central; none for the whole Trust.")
    opens = serializers.DateField()
    closes = serializers.DateField()
    phase = serializers.CharField(help_text="planned, waiting, open, closed or dropped.")


class PlanAsked(serializers.Serializer[None]):
    """A campaign to plan."""

    edition = serializers.CharField()
    audience = serializers.ListField(child=serializers.CharField())
    schools = serializers.ListField(child=serializers.CharField(), required=False)
    opens = serializers.DateField()
    closes = serializers.DateField()


class PressAsked(serializers.Serializer[None]):
    """What you press: read (with the digest of the words you were shown), copy, or access."""

    press = serializers.CharField()
    digest = serializers.CharField(required=False)


class NoteAsked(serializers.Serializer[None]):
    """Somebody you manage was given a copy, or needs it in another form."""

    who = serializers.CharField()
    what = serializers.CharField(help_text="copy or access.")


class TeamLineShape(serializers.Serializer[None]):
    """How somebody you manage stands."""

    who = serializers.CharField()
    name = serializers.CharField()
    state = serializers.CharField()
    outstanding = serializers.BooleanField()


CAMPAIGNS = inline_serializer("Campaigns", {"campaigns": CampaignShape(many=True)})
TEAM = inline_serializer("Team", {"people": TeamLineShape(many=True)})


def _known(me: Here) -> tuple[Campaign, ...]:
    """Those this person may see. Raises NotFound for whoever may see none."""
    if held.may_plan(me.by):
        return held.campaigns(me.by)
    if may_count(me.by):
        return begun(me.by)
    raise NotFound


def _list_of(fields: Mapping[str, object], field: str) -> tuple[str, ...]:
    """Raises BadField."""
    value = fields.get(field, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadField(field, say("This must be a list of texts. Send it as one."))
    return tuple(value)


class Campaigns(SignedInView):
    """Who is asked to read what."""

    @extend_schema(operation_id="campaigns", responses={200: CAMPAIGNS, 401: ProblemShape, 404: ProblemShape})
    def get(self, request: Request) -> Response:
        """Every campaign for whoever plans them; those that have begun for whoever may count."""
        only(request.query_params, ())
        return Response({"campaigns": [campaign_json(one) for one in _known(here(request))]})

    @extend_schema(operation_id="plan_campaign", parameters=[KEY_HEADER], request=PlanAsked, responses={201: CampaignShape} | PROBLEMS)
    def post(self, request: Request) -> Response:
        """Plan a campaign. Nobody is asked before it is opened. For the governance professional."""
        me = here(request)
        if not held.may_plan(me.by):
            raise NotFound
        asked = sent(request)
        only(asked.fields, PLAN)
        try:
            ref = done(lambda: _planned(me, asked.fields), once=asked.once, who=me.by.person, at=me.at)
        except BadPlan as problem:
            raise BadField(problem.field, problem.sentence) from None
        return Response(campaign_json(held.campaign(ref, on=me.by.on)), status=201)


def _planned(me: Here, fields: Mapping[str, object]) -> str:
    return held.plan(
        me.by, edition=text_of(fields, "edition"), audience=_list_of(fields, "audience"), at_schools=_list_of(fields, "schools"),
        opens=text_of(fields, "opens"), closes=text_of(fields, "closes"), at=me.at,
    )  # fmt: skip


class OneCampaign(SignedInView):
    """One campaign."""

    @extend_schema(operation_id="campaign", responses={200: OpenApiTypes.OBJECT, 401: ProblemShape, 404: ProblemShape})
    def get(self, request: Request, ref: str) -> Response:
        """A campaign and how far it is at each school: numbers alone, small ones left out, and no sums."""
        me = here(request)
        one = next((one for one in _known(me) if one.ref == ref), None)
        if one is None:
            raise NotFound
        return Response(campaign_json(one) | progress_json(progress(me.by, ref=ref) if one.phase in ("open", "closed") else ()))


class CampaignSteps(SignedInView):
    """Opening a campaign, and calling it off."""

    @extend_schema(
        operation_id="campaign_step", parameters=[KEY_HEADER], request=None, responses={200: CampaignShape, 409: ProblemShape} | PROBLEMS
    )
    def post(self, request: Request, ref: str, step: str) -> Response:
        """`open`: people are asked from its first day on. `drop`: nobody is asked any more."""
        me, asked = here(request), sent(request)
        if not held.may_plan(me.by) or step not in STEPS:
            raise NotFound
        act = held.open_campaign if step == "open" else held.drop
        try:
            done(lambda: str(act(me.by, ref=ref, at=me.at)), once=asked.once, who=me.by.person, at=me.at)
        except NoCampaign:
            raise NotFound from None
        except BadPlan as problem:
            return problem_response(409, str(problem.sentence))
        return Response(campaign_json(held.campaign(ref, on=me.by.on)))


class Reading(SignedInView):
    """What you are asked to read."""

    @extend_schema(operation_id="my_reading", responses={200: OpenApiTypes.OBJECT, 401: ProblemShape})
    def get(self, request: Request) -> Response:
        """Your clauses, only what changed since you last read, and three scenarios. That they were shown is kept, with the day."""
        me = here(request)
        only(request.query_params, ())
        return Response(to_read_json(shown.show(me.by, at=me.at)))

    @extend_schema(
        operation_id="press_reading",
        parameters=[KEY_HEADER],
        request=PressAsked,
        responses={200: OpenApiTypes.OBJECT, 409: ProblemShape} | PROBLEMS,
    )
    def post(self, request: Request) -> Response:
        """Say that you have read it, that you would rather have a paper copy, or that you need another form. No answer is taken."""
        me, asked = here(request), sent(request)
        only(asked.fields, ("press", "digest"))
        what, digest = text_of(asked.fields, "press"), text_of(asked.fields, "digest")
        try:
            done(lambda: shown.press(me.by, what=what, digest=digest, at=me.at).asked.ref, once=asked.once, who=me.by.person, at=me.at)
        except NotNow as why:
            return problem_response(409, str(why.sentence))
        return Response(to_read_json(shown.to_read(me.by, on=me.by.on)))


class Team(SignedInView):
    """Those you manage."""

    @extend_schema(operation_id="my_team", responses={200: TEAM, 401: ProblemShape, 404: ProblemShape})
    def get(self, request: Request) -> Response:
        """Who of those you manage has still to read it: a name and a state, and nothing else."""
        return Response(_team(here(request)))

    @extend_schema(
        operation_id="note_for_team", parameters=[KEY_HEADER], request=NoteAsked, responses={200: TEAM, 409: ProblemShape} | PROBLEMS
    )
    def post(self, request: Request) -> Response:
        """Write down that somebody was given a copy, or needs it in another form. No more follows from it."""
        me = here(request)
        if not manages(me.by):
            raise NotFound
        asked = sent(request)
        only(asked.fields, ("who", "what"))
        who, what = text_of(asked.fields, "who"), text_of(asked.fields, "what")
        try:
            done(lambda: _noted(me, who, what), once=asked.once, who=me.by.person, at=me.at)
        except NotNow as why:
            return problem_response(409, str(why.sentence))
        return Response(_team(me))


def _noted(me: Here, who: str, what: str) -> str:
    shown.note_for(me.by, ref=who, what=what, at=me.at)
    return who


def _team(me: Here) -> dict[str, object]:
    if not manages(me.by):
        raise NotFound
    return {"people": [line_json(line) for line in team(me.by, on=me.by.on)]}
