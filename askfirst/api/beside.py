"""GET and POST /cases/{ref}/evidence, each file of it, and taking one away: what lies beside a case, by the same calls as the pages."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from askfirst.api.cases import CHANGES
from askfirst.api.problems import BadField
from askfirst.api.sent import key_of, sent
from askfirst.api.shapes import KEY_HEADER, ProblemShape, RefusedShape
from askfirst.api.signed_in import Here, SignedInView, here
from askfirst.casework.by_role import names_in
from askfirst.casework.evidence import FIELDS, add_evidence, evidence_json, evidence_of, open_evidence
from askfirst.casework.evidence_words import GROUND
from askfirst.casework.steps import Once
from askfirst.records.taken_away import take_away
from askfirst.words import say

__all__ = ["Away", "Beside", "OneFile"]

WITH_FILE = "multipart/form-data"
TAKEN = ("file", *(field.id for field in FIELDS))


class GoneShape(serializers.Serializer[None]):
    """That a thing was taken away. Who, what was wrong and why are for whoever sees all of the case."""

    at = serializers.DateTimeField()
    by = serializers.CharField(required=False)
    ground = serializers.CharField(required=False, help_text="wrong, others or early.")
    reason = serializers.CharField(required=False)


class ThingShape(serializers.Serializer[None]):
    """One thing beside a case. Of one that was taken away only its number, who put it there, its kind and `sha256` are left."""

    number = serializers.IntegerField()
    at = serializers.DateTimeField()
    by = serializers.CharField(help_text="Who put it there.")
    kind = serializers.CharField(help_text="words, png, jpeg, webp, gif or pdf.")
    link = serializers.CharField(allow_null=True)
    seen_on = serializers.DateField(allow_null=True)
    about = serializers.CharField(allow_null=True, help_text="What it shows; null where it is damaged.")
    name = serializers.CharField(allow_null=True, help_text="What its file was called.")
    sha256 = serializers.CharField(allow_null=True, help_text="Of the file as it came.")
    size = serializers.IntegerField(allow_null=True, help_text="Bytes.")
    pages = serializers.IntegerField(allow_null=True)
    taken_away = GoneShape(allow_null=True)


class ThingsShape(serializers.Serializer[None]):
    """What lies beside a case, as far as it is yours to see, oldest first."""

    evidence = ThingShape(many=True)


class AddedShape(serializers.Serializer[None]):
    """What was put there."""

    number = serializers.IntegerField()


class WordsAsked(serializers.Serializer[None]):
    """A link, the day it was seen, and a few words."""

    link = serializers.CharField(required=False)
    seen_on = serializers.DateField(required=False)
    about = serializers.CharField()


class AwayAsked(serializers.Serializer[None]):
    """What is wrong with a thing, and why it is taken away."""

    ground = serializers.ChoiceField(choices=[(choice.value, str(choice.says)) for choice in GROUND.choices])
    reason = serializers.CharField(help_text="Do not repeat what was in it.")


class FileAsked(WordsAsked):
    """The same with a file. Never send a naked or sexual picture of anyone under 18: `confirmed` says that it is none."""

    confirmed = serializers.BooleanField(required=False, help_text="Needed with a file: it is no sexual image of anyone under 18.")
    file = serializers.FileField(required=False, help_text="PNG, JPEG, WebP, GIF or PDF, at most 20 MB.")


class Beside(SignedInView):
    """What lies beside a case."""

    @extend_schema(operation_id="evidence", responses={200: ThingsShape, 401: ProblemShape, 404: ProblemShape})
    def get(self, request: Request, ref: str) -> Response:
        """Everything beside a case that you may look at. That you read it is written into its trail."""
        return Response(_listed(here(request), ref))

    @extend_schema(
        operation_id="add_evidence",
        parameters=[KEY_HEADER],
        request={"application/json": WordsAsked, WITH_FILE: FileAsked},
        responses={201: AddedShape, 413: ProblemShape} | CHANGES,
    )
    def post(self, request: Request, ref: str) -> Response:
        """Put a link, words, a screenshot or a PDF beside a case. Words go as JSON, a file as a form. What is refused leaves nothing."""
        me = here(request)
        given, name, data, once = _form(request) if _is_form(request) else _words(request)
        number = add_evidence(ref, by=me.by, at=me.at, given=given, name=name, data=data, once=once)
        return Response({"number": number}, status=201)


def _listed(me: Here, ref: str) -> dict[str, Any]:
    things = evidence_of(ref, by=me.by, at=me.at)
    signed = {one.by for one in things} | {one.gone.by for one in things if one.gone}
    known = names_in(ref, signed - {""}, by=me.by)
    return {"evidence": evidence_json(things, {who: named.short for who, named in known.items()})}


Given = tuple[Mapping[str, object], str, bytes | None, Once | None]


def _is_form(request: Request) -> bool:
    return (request.content_type or "").partition(";")[0].strip().lower() == WITH_FILE


def _words(request: Request) -> Given:
    was = sent(request)
    return was.fields, "", None, was.once


def _form(request: Request) -> Given:
    """The fields and the file of a form. Raises BadField for other fields and for more files than one."""
    visit: Any = request._request
    key = key_of(request)
    fields, files = visit.POST, visit.FILES
    known = {field.id for field in FIELDS} | {"csrfmiddlewaretoken"}
    for other in sorted((set(fields) - known) | (set(files) - {"file"})):
        raise BadField(other, say("There is a field we do not take. Use only: {known}.", known=", ".join(sorted(TAKEN))))
    several = files.getlist("file")
    if len(several) > 1:
        raise BadField("file", say("Send one file at a time. Send the others after it."))
    given = {field.id: fields[field.id] for field in FIELDS if fields.get(field.id)}
    name, data = (str(several[0].name), several[0].read()) if several else ("", None)
    return given, name, data, Once(key, b"") if key else None


class OneFile(SignedInView):
    """A file beside a case."""

    @extend_schema(
        operation_id="evidence_file",
        parameters=[OpenApiParameter("which", OpenApiTypes.STR, OpenApiParameter.PATH, enum=("copy", "original"))],
        responses={
            (200, "application/octet-stream"): OpenApiTypes.BINARY,
            401: ProblemShape,
            404: ProblemShape,
            409: RefusedShape,
        },
    )
    def get(self, request: Request, ref: str, number: int, which: str) -> HttpResponse:
        """The copy for viewing, or the file as it came, as bytes to save. Each time is written into the trail of the case."""
        me: Here = here(request)
        file = open_evidence(ref, number, which, by=me.by, at=me.at)
        response = HttpResponse(file.data, content_type="application/octet-stream")
        response["Content-Disposition"] = 'attachment; filename="{}"'.format(file.name)
        response["Content-Security-Policy"] = "default-src 'none'; sandbox; frame-ancestors 'none'"
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "no-store"
        return response


class Away(SignedInView):
    """Taking one thing away from beside a case."""

    @extend_schema(operation_id="take_evidence_away", parameters=[KEY_HEADER], request=AwayAsked, responses={200: ThingsShape} | CHANGES)
    def post(self, request: Request, ref: str, number: int) -> Response:
        """Take a thing away for good: its words, its file and the copy. A new entry says who, when and why; its SHA-256 stays."""
        me, was = here(request), sent(request)
        take_away(ref, number, given=was.fields, by=me.by, at=me.at, once=was.once)
        return Response(_listed(me, ref))
