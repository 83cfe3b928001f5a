"""A document that is brought in, looked through and kept: the same calls as /procedure/bring/, for the governance professional alone."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from askfirst.adoption import brought as documents
from askfirst.adoption.brought import Brought
from askfirst.adoption.brought_as_json import brought_json, listed_json
from askfirst.adoption.states import Refused
from askfirst.api.editions import CHANGED, SEEN
from askfirst.api.files import WITH_FILE, one_file
from askfirst.api.problems import BadField
from askfirst.api.sent import key_of, only, sent, text_of
from askfirst.api.shapes import KEY_HEADER
from askfirst.api.signed_in import Here, SignedInView, here
from askfirst.casework.steps import Once
from askfirst.people.hats import GOVERNANCE
from askfirst.procedure.clause import Addressee, Strength
from askfirst.trail.once import done
from askfirst.words import say

__all__ = ["BroughtDocuments", "BroughtRule", "BroughtStep", "OneBrought"]

DOING: Mapping[str, tuple[str, ...]] = {
    "confirm": ("addressee", "strength", "plain", "student"),
    "leave-out": (),
    "take-as": ("clause",),
}


def _inside(request: Request) -> Here:
    """Raises NotFound for everybody but the governance professional."""
    me = here(request)
    if not me.by.holds(GOVERNANCE):
        raise NotFound
    return me


def _one(ref: str, me: Here) -> Brought:
    try:
        return documents.brought(ref=ref, by=me.by)
    except Refused:
        raise NotFound from None


class BroughtDocuments(SignedInView):
    """Documents that are being looked through."""

    @extend_schema(responses={200: OpenApiTypes.OBJECT, **SEEN}, operation_id="brought")
    def get(self, request: Request) -> Response:
        """Each document that is being looked through, the newest first."""
        me = _inside(request)
        only(request.query_params, ())
        return Response({"documents": [listed_json(one) for one in documents.listed(by=me.by)]})

    @extend_schema(
        parameters=[KEY_HEADER],
        request={WITH_FILE: inline_serializer("Bring", {"file": serializers.FileField(help_text="DOCX, PDF or text, at most 20 MB.")})},
        responses={201: OpenApiTypes.OBJECT, 413: OpenApiTypes.OBJECT, **CHANGED},
        operation_id="bring",
    )
    def post(self, request: Request) -> Response:
        """Send a document as a form with one file. What it says comes back rule by rule; nothing of the procedure changes."""
        me = _inside(request)
        name, data = one_file(request)[:2]
        key = key_of(request)
        body = b" ".join((request.path.encode(), hashlib.sha256(data).hexdigest().encode(), name.encode()))
        ref = documents.bring(name=name, data=data, by=me.by, at=me.at, once=Once(key, body) if key else None)
        return Response(brought_json(documents.brought(ref=ref, by=me.by)), status=201)


class OneBrought(SignedInView):
    """One document."""

    @extend_schema(responses={200: OpenApiTypes.OBJECT, **SEEN}, operation_id="brought_one")
    def get(self, request: Request, ref: str) -> Response:
        """What it says, rule by rule, and what was decided of each; `seen` goes back with each decision."""
        me = _inside(request)
        only(request.query_params, ())
        return Response(brought_json(_one(ref, me)))


class RuleAsked(serializers.Serializer[None]):
    """What is decided of some words of a document."""

    do = serializers.ChoiceField(choices=list(DOING))
    seen = serializers.IntegerField(help_text="As the document had it when it was read.")
    addressee = serializers.ChoiceField(choices=[one.value for one in Addressee], required=False, help_text="confirm")
    strength = serializers.ChoiceField(choices=[one.value for one in Strength], required=False, help_text="confirm")
    plain = serializers.CharField(required=False, help_text="confirm: the plain words.")
    student = serializers.CharField(required=False, help_text="confirm: the same for students.")
    clause = serializers.CharField(required=False, help_text="take-as: the id of a known rule, or own.")


class BroughtRule(SignedInView):
    """One rule of a document."""

    @extend_schema(request=RuleAsked, parameters=[KEY_HEADER], responses={200: OpenApiTypes.OBJECT, **CHANGED}, operation_id="brought_rule")
    def post(self, request: Request, ref: str, id: str) -> Response:
        """Confirm these words as a rule, leave them out, or take them as another rule; then the whole document."""
        me = _inside(request)
        _one(ref, me)
        asked = sent(request)
        fields = asked.fields
        doing = fields.get("do")
        if not isinstance(doing, str) or doing not in DOING:
            raise BadField("do", say("Choose one of: {known}.", known=", ".join(DOING)))
        only(fields, ("do", "seen", *DOING[doing]))
        seen = _seen(fields)
        done(lambda: _decide(ref, id, fields, seen, me), once=asked.once, who=me.by.person, at=me.at)
        return Response(brought_json(documents.brought(ref=ref, by=me.by)))


def _decide(ref: str, id: str, fields: Mapping[str, object], seen: int, me: Here) -> str:
    """Does what was asked of one rule; the document's reference. Raises NotFound, BadField, Refused."""
    if _one(ref, me).one(id) is None:
        raise NotFound
    if fields["do"] == "take-as":
        documents.take_as(ref=ref, id=id, clause=text_of(fields, "clause"), seen=seen, by=me.by, at=me.at)
    elif fields["do"] == "leave-out":
        documents.leave_out(ref=ref, id=id, seen=seen, by=me.by, at=me.at)
    else:
        documents.confirm(
            ref=ref, id=id, addressee=_of(Addressee, fields, "addressee"), strength=_of(Strength, fields, "strength"),
            plain=text_of(fields, "plain").strip(), student=text_of(fields, "student").strip(), seen=seen, by=me.by, at=me.at,
        )  # fmt: skip
    return ref


def _of(kind: Callable[[str], Any], fields: Mapping[str, object], name: str) -> Any:
    try:
        return kind(text_of(fields, name))
    except ValueError:
        raise BadField(name, say("Choose whom it is for, and how strong it is.")) from None


def _seen(fields: Mapping[str, object]) -> int:
    seen = fields.get("seen")
    if not isinstance(seen, int) or isinstance(seen, bool):
        raise BadField("seen", say("Send `seen` as the document has it, so that nobody’s newer words are lost."))
    return seen


class BroughtStepAsked(serializers.Serializer[None]):
    """A step of a whole document."""

    seen = serializers.IntegerField(required=False, help_text="plain: as the document had it when it was read.")


class BroughtStep(SignedInView):
    """A step of a whole document."""

    @extend_schema(
        request=BroughtStepAsked, parameters=[KEY_HEADER], responses={200: OpenApiTypes.OBJECT, **CHANGED}, operation_id="brought_step"
    )
    def post(self, request: Request, ref: str, step: str) -> Response:
        """`plain`: confirm what asks nothing. `draft`: keep it as a draft edition. `exact`: keep its exact words. `away`: put it away."""
        me, asked = _inside(request), sent(request)
        came = done(lambda: _take(ref, step, asked.fields, me), once=asked.once, who=me.by.person, at=me.at)
        if step == "plain":
            return Response(brought_json(_one(ref, me)))
        return Response({"draft": came} if step == "draft" else {"rules": int(came)} if step == "exact" else {"away": True})


def _take(ref: str, step: str, fields: Mapping[str, object], me: Here) -> str:
    """Takes the step; what came of it: the draft's reference, how many rules, or the document's own. Raises NotFound, BadField, Refused."""
    _one(ref, me)
    if step == "plain":
        only(fields, ("seen",))
        documents.confirm_plain(ref=ref, seen=_seen(fields), by=me.by, at=me.at)
        return ref
    if step not in KEEP:
        raise NotFound
    only(fields, ())
    return str(KEEP[step](ref=ref, by=me.by, at=me.at) or ref)


KEEP: Mapping[str, Callable[..., object]] = {"draft": documents.as_draft, "exact": documents.as_exact, "away": documents.put_away}
