"""Settings of the Trust: /settings, /settings/{name}, /settings/changes and its steps, as the pages have them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from askfirst.adoption import settings_all
from askfirst.adoption.settings_as_json import change_json, setting_json, settings_json
from askfirst.api.problems import BadField, problem_response
from askfirst.api.sent import only, sent, text_of
from askfirst.api.shapes import KEY_HEADER, ProblemShape
from askfirst.api.signed_in import Here, SignedInView, here
from askfirst.people.second import NotSecond
from askfirst.people.settings import changes as made
from askfirst.people.settings import history
from askfirst.people.settings.changes import NotNow
from askfirst.people.settings.history import NoSetting
from askfirst.people.settings.values import BadSetting
from askfirst.trail.once import done
from askfirst.words import say

__all__ = ["ChangeSteps", "OneChange", "OneSetting", "SettingChanges", "Settings"]

PROBLEMS = {400: ProblemShape, 401: ProblemShape, 403: ProblemShape, 404: ProblemShape}
ON = OpenApiParameter("on", OpenApiTypes.DATE, description="The day to answer for; today if left out.")
Done = TypeVar("Done")


class SettingShape(serializers.Serializer[None]):
    """A setting and what it holds on a day."""

    name = serializers.CharField(help_text="Such as trust.duty_phone, school.hill-school.phone, reading.A26 or ruling.weighs.")
    says = serializers.CharField()
    hangs = serializers.CharField(help_text="What hangs on it.")
    page = serializers.CharField(help_text="A page that it changes.")
    takes_two = serializers.BooleanField()
    set_here = serializers.BooleanField(help_text="false: as it came with AskFirst.")
    stays = serializers.CharField(allow_null=True, help_text="Why it can only be adopted as it is.")
    value = serializers.DictField(child=serializers.CharField(), help_text="Part by part, as the form shows it.")
    change = serializers.CharField(allow_null=True, help_text="The change that holds, by its reference.")
    since = serializers.DateField(allow_null=True, help_text="The first day of that change.")
    why = serializers.CharField(allow_null=True)
    asked_by = serializers.CharField(allow_null=True, help_text="A person’s reference.")
    agreed_by = serializers.CharField(allow_null=True, help_text="The second person’s, where it took two.")


class ChangeShape(serializers.Serializer[None]):
    """One change of one setting."""

    ref = serializers.CharField()
    name = serializers.CharField()
    state = serializers.CharField(help_text="waits, lapsed, agreed, dropped or undone.")
    starts_on = serializers.DateField()
    why = serializers.CharField()
    asked_by = serializers.CharField()
    asked_at = serializers.DateTimeField()
    agreed_by = serializers.CharField(allow_null=True)
    agreed_at = serializers.DateTimeField(allow_null=True)
    undoes = serializers.CharField(allow_null=True)
    digest = serializers.CharField(help_text="Of exactly what is asked for: whoever agrees sends it back.")
    parts = serializers.DictField(help_text="Each part that differs, before and after.")


class SettingChangeAsked(serializers.Serializer[None]):
    """A setting as it is to be."""

    value = serializers.DictField(child=serializers.CharField())
    starts_on = serializers.CharField(required=False, help_text="A day, today or later; today if left out.")
    why = serializers.CharField()


class SettingStepAsked(serializers.Serializer[None]):
    """`digest` for agree, `why` for undo."""

    digest = serializers.CharField(required=False)
    why = serializers.CharField(required=False)


def _found(act: Callable[[], Done]) -> Done:
    """Raises NotFound for what is no business of this person's, and BadField."""
    try:
        return act()
    except NoSetting:
        raise NotFound from None
    except BadSetting as problem:
        raise BadField(problem.field or "value", problem.sentence) from None


def _on(request: Request, me: Here) -> date:
    only(request.query_params, ("on",))
    asked = request.query_params.get("on")
    try:
        return date.fromisoformat(asked) if asked else me.by.on
    except ValueError:
        raise BadField("on", say("We cannot read this date. Write it as 2026-11-23.")) from None


class Settings(SignedInView):
    """What the Trust has set for itself."""

    @extend_schema(operation_id="settings", parameters=[ON], responses={
        200: inline_serializer("Settings", {"on": serializers.DateField(), "settings": SettingShape(many=True)}),
    } | PROBLEMS)  # fmt: skip
    def get(self, request: Request) -> Response:
        """Every setting as it holds on a day. For the governance professional and whoever may be the second of two."""
        me = here(request)
        if not history.may_see(me.by):
            raise NotFound
        on = _on(request, me)
        return Response(_found(lambda: settings_json(on=on, by=me.by, at=me.at)))


class OneSetting(SignedInView):
    """One setting."""

    @extend_schema(operation_id="setting", parameters=[ON], responses={200: SettingShape} | PROBLEMS)
    def get(self, request: Request, name: str) -> Response:
        """One setting as it holds on a day."""
        me = here(request)
        if not history.may_see(me.by):
            raise NotFound
        on = _on(request, me)
        return Response(_found(lambda: setting_json(name, on=on, by=me.by, at=me.at)))

    @extend_schema(
        operation_id="change_setting", parameters=[KEY_HEADER], request=SettingChangeAsked, responses={201: ChangeShape} | PROBLEMS
    )
    def post(self, request: Request, name: str) -> Response:
        """A setting as it is to be, from a day on. What has weight waits for a second person. For the governance professional."""
        me = here(request)
        if not history.may_ask(me.by):
            raise NotFound
        asked = sent(request)
        fields = asked.fields
        only(fields, ("value", "starts_on", "why"))
        value = fields.get("value")
        if not isinstance(value, Mapping):
            raise BadField("value", say("Give each part by its name, as one object."))
        starts_on, why = text_of(fields, "starts_on"), text_of(fields, "why")
        ref = _found(
            lambda: done(
                lambda: settings_all.ask(name, value, starts_on=starts_on, why=why, by=me.by, at=me.at),
                once=asked.once, who=me.by.person, at=me.at,
            )
        )  # fmt: skip
        return Response(_now(me, ref), status=201)


def _now(me: Here, ref: str) -> dict[str, object]:
    return _found(lambda: change_json(history.change(ref, by=me.by, at=me.at), on=me.by.on, by=me.by))


class SettingChanges(SignedInView):
    """The latest changes."""

    @extend_schema(operation_id="setting_changes", responses={
        200: inline_serializer("SettingChanges", {"changes": ChangeShape(many=True)}),
    } | PROBLEMS)  # fmt: skip
    def get(self, request: Request) -> Response:
        """The latest changes, the newest first; what waits for a second person among them."""
        me = here(request)
        if not history.may_see(me.by):
            raise NotFound
        only(request.query_params, ())
        found = history.changes(by=me.by, at=me.at)
        return Response({"changes": [change_json(one, on=me.by.on, by=me.by) for one in found]})


class OneChange(SignedInView):
    """One change."""

    @extend_schema(operation_id="setting_change", responses={200: ChangeShape} | PROBLEMS)
    def get(self, request: Request, ref: str) -> Response:
        """A change with what was before it and what is after it."""
        me = here(request)
        if not history.may_see(me.by):
            raise NotFound
        only(request.query_params, ())
        return Response(_now(me, ref))


class ChangeSteps(SignedInView):
    """Agreeing to a change, taking it back, undoing it."""

    @extend_schema(
        operation_id="setting_change_step",
        parameters=[KEY_HEADER],
        request=SettingStepAsked,
        responses={200: ChangeShape, 409: ProblemShape} | PROBLEMS,
    )
    def post(self, request: Request, ref: str, step: str) -> Response:
        """`agree` (a second person, with the digest they saw), `take-back`, or `undo` (with why): what came of it."""
        me = here(request)
        if not history.may_see(me.by) or step not in ("agree", "take-back", "undo"):
            raise NotFound
        asked = sent(request)
        only(asked.fields, {"agree": ("digest",), "take-back": (), "undo": ("why",)}[step])
        try:
            ref = done(lambda: _take(ref, step, asked.fields, me), once=asked.once, who=me.by.person, at=me.at)
        except (NotNow, NotSecond) as problem:
            return problem_response(409, str(problem.sentence))
        return Response(_now(me, ref))


def _take(ref: str, step: str, fields: Mapping[str, object], me: Here) -> str:
    """Takes the step; the change it is about, or the new one that undoes it. Raises NotFound, BadField, NotNow, NotSecond."""
    if step == "undo":
        return _found(lambda: settings_all.undo(ref, why=text_of(fields, "why"), by=me.by, at=me.at))
    if step == "agree":
        _found(lambda: made.agree(ref, digest=text_of(fields, "digest"), by=me.by, at=me.at))
    else:
        _found(lambda: made.take_back(ref, by=me.by, at=me.at))
    return ref
