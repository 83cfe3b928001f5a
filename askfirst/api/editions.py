"""Editions of the procedure: public to read; drafts for whoever writes, agrees to or is asked about them. The same calls as the pages."""

from datetime import date
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from askfirst.adoption import moves
from askfirst.adoption.as_json import changes_json, draft_json, listed_json
from askfirst.adoption.draft_view import draft_view, may_see_drafts
from askfirst.adoption.editions import PUBLIC, in_force, known, named
from askfirst.adoption.states import Refused
from askfirst.api.doors import Anyone
from askfirst.api.problems import BadField
from askfirst.api.sent import only, sent
from askfirst.api.shapes import KEY_HEADER, ProblemShape, RefusedShape
from askfirst.api.signed_in import Here, SignedInView, here
from askfirst.people.calendar import london_day
from askfirst.procedure.as_json import edition_json
from askfirst.procedure.changes import Reader, changes, for_reader
from askfirst.words import say

__all__ = ["Changes", "DraftStep", "Drafts", "Editions", "OneDraft", "OneEdition"]

SEEN = {400: ProblemShape, 401: ProblemShape, 404: ProblemShape}
CHANGED = {**SEEN, 403: ProblemShape, 409: RefusedShape, 422: ProblemShape}


def _on(request: Request) -> date:
    visit: Any = request._request
    return london_day(visit.now)


class Editions(APIView):
    """Every edition that is, was or will be in force."""

    permission_classes = (Anyone,)

    @extend_schema(responses={200: OpenApiTypes.OBJECT}, operation_id="editions")
    def get(self, request: Request) -> Response:
        """Every edition that is, was or will be in force, the newest first: who approved it, and its days."""
        only(request.query_params, ())
        return Response({"editions": [listed_json(one) for one in known(on=_on(request)) if one.state in PUBLIC]})


class OneEdition(APIView):
    """One edition, whole."""

    permission_classes = (Anyone,)

    @extend_schema(responses={200: OpenApiTypes.OBJECT, 404: ProblemShape}, operation_id="edition")
    def get(self, request: Request, name: str) -> Response:
        """One edition, whole, with its readings."""
        only(request.query_params, ())
        if all(one.name != name for one in known(on=_on(request)) if one.state in PUBLIC):
            raise NotFound
        return Response(edition_json(named(name=name)))


class Changes(APIView):
    """What changed for a reader."""

    permission_classes = (Anyone,)

    @extend_schema(
        parameters=[
            OpenApiParameter("since", OpenApiTypes.STR, required=True, description="The edition read last, by name."),
            OpenApiParameter("reader", OpenApiTypes.STR, enum=[one.value for one in Reader], description="trust, for all, where left out."),
        ],
        responses={200: OpenApiTypes.OBJECT, 400: ProblemShape},
        operation_id="procedure_changes",
    )
    def get(self, request: Request) -> Response:
        """Every clause for a reader, with what became of it since an edition; applied to that one they give the edition in force."""
        only(request.query_params, ("since", "reader"))
        since, wanted = request.query_params.get("since", ""), request.query_params.get("reader", Reader.TRUST.value)
        if wanted not in set(Reader):
            raise BadField("reader", say("Choose one of: {known}.", known=", ".join(Reader)))
        begun = [one.name for one in known(on=_on(request)) if one.state in PUBLIC]
        if since not in begun:
            raise BadField("since", say("We do not know that edition. Choose one of: {known}.", known=", ".join(begun)))
        now, reader = in_force(on=_on(request)), Reader(wanted)
        told = changes(for_reader(named(name=since), reader), for_reader(now, reader))
        return Response(changes_json(since, now.edition, told, now.additions))


class Drafts(SignedInView):
    """The draft that is under way."""

    @extend_schema(responses={200: OpenApiTypes.OBJECT, **SEEN}, operation_id="drafts")
    def get(self, request: Request) -> Response:
        """Every edition, drafts too, for whoever owns the procedure and whoever agrees to it."""
        me = _inside(request)
        only(request.query_params, ())
        return Response({"editions": [{**listed_json(one), "ref": one.ref or None} for one in known(on=me.by.on)]})

    @extend_schema(request=None, parameters=[KEY_HEADER], responses={201: OpenApiTypes.OBJECT, **CHANGED}, operation_id="begin_review")
    def post(self, request: Request) -> Response:
        """The review begins: the words in force are copied into a draft. One draft at a time."""
        me, asked = _inside(request), sent(request)
        only(asked.fields, ())
        ref = moves.begin(by=me.by, at=me.at, once=asked.once)
        return Response(draft_json(draft_view(ref=ref, by=me.by, at=me.at)), status=201)


def _inside(request: Request) -> Here:
    """Raises NotFound for whoever sees no drafts."""
    me = here(request)
    if not may_see_drafts(me.by):
        raise NotFound
    return me


class OneDraft(SignedInView):
    """One draft, as whoever asks may see it."""

    @extend_schema(responses={200: OpenApiTypes.OBJECT, **SEEN}, operation_id="draft")
    def get(self, request: Request, ref: str) -> Response:
        """What differs from the edition before, what lint finds, comments, and the steps that are yours, each with its refusals."""
        only(request.query_params, ())
        return Response(_view(ref, here(request)))


def _view(ref: str, me: Here) -> dict[str, object]:
    try:
        return draft_json(draft_view(ref=ref, by=me.by, at=me.at))
    except Refused:
        raise NotFound from None


class DraftStepAsked(serializers.Serializer[None]):
    """The fields of a step, for the documents; `adoption.moves` is what reads them."""

    version = serializers.IntegerField(required=False, help_text="The version of the draft that you read.")
    clause = serializers.CharField(required=False, help_text="change, take-out, put-back, classify, comment: the id of a clause.")
    change = serializers.CharField(required=False, help_text="classify: wording or meaning.")
    sure = serializers.BooleanField(required=False, help_text="classify: the question that came back is answered with yes.")
    plain = serializers.CharField(required=False, help_text="change: the plain words; student, exact, mentions, for and strength likewise.")
    title = serializers.CharField(required=False, help_text="head: the document's name.")
    review_due = serializers.DateField(required=False, help_text="head: the last day before its next review is overdue.")
    findings = serializers.ListField(child=serializers.CharField(), required=False, help_text="accept: keys of findings that stay.")
    why = serializers.CharField(required=False, help_text="accept, send-back: the reason.")
    words = serializers.CharField(required=False, help_text="comment, answer: the words.")
    comment = serializers.IntegerField(required=False, help_text="answer: which comment.")
    students = serializers.BooleanField(required=False, help_text="consult: students are asked too.")
    starts_on = serializers.DateField(required=False, help_text="approve, schedule: the first day.")


class DraftStep(SignedInView):
    """A step of a draft."""

    @extend_schema(
        request=DraftStepAsked, parameters=[KEY_HEADER], responses={200: OpenApiTypes.OBJECT, **CHANGED}, operation_id="draft_step"
    )
    def post(self, request: Request, ref: str, step: str) -> Response:
        """Takes a step. Where it asks a question back, nothing is done and `asks` holds it; send the step again with `sure`."""
        me = here(request)
        _view(ref, me)
        asked = sent(request)
        if step not in moves.STEPS:
            raise NotFound
        question = moves.take(ref=ref, step=step, given=asked.fields, by=me.by, at=me.at, once=asked.once)
        return Response({**_view(ref, me), "asks": str(question) if question else None})
