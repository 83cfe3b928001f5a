"""/official-pages, its look and its apply: the table that communications keep, and a file of it sent back, by the calls of the page.

A file is looked at first. What that showed has a digest, and with it the same is done: all of it or nothing.
"""

import hashlib

from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from askfirst.api.files import WITH_FILE, one_file
from askfirst.api.problems import BadField, problem_response
from askfirst.api.sent import key_of, only
from askfirst.api.shapes import KEY_HEADER, ProblemShape
from askfirst.api.signed_in import Here, SignedInView, here
from askfirst.casework.page_sheet import COLUMNS, BadSheet, apply_sheet, as_csv, look_at_sheet, may_have_sheet, sheet
from askfirst.casework.page_sheet_done import Moved, looked_json
from askfirst.casework.steps import Once
from askfirst.words import say

__all__ = ["LookAtPages", "OfficialPages", "PagesDone"]

FILE = serializers.FileField(help_text="CSV, at most 2.5 MB. Its columns stand in docs/official-pages.md.")


class PlaceShape(serializers.Serializer[None]):
    """One wrong cell, or a whole line where `column` is empty."""

    line = serializers.IntegerField()
    column = serializers.CharField(allow_blank=True)
    says = serializers.CharField()


class WrongShape(ProblemShape):
    """Every wrong cell of every line. Nothing was changed."""

    places = PlaceShape(many=True, required=False)


PROBLEMS = {400: WrongShape, 401: ProblemShape, 404: ProblemShape}


def _keeper(request: Request) -> Here:
    """Raises NotFound for everybody but whoever keeps the register."""
    me = here(request)
    if not may_have_sheet(me.by):
        raise NotFound
    return me


def _wrong(bad: BadSheet) -> Response:
    return problem_response(400, str(bad.sentence), field="file", places=[one.as_json() for one in bad.places])


class OfficialPages(SignedInView):
    """The official pages as a table."""

    @extend_schema(operation_id="official_pages", responses={
        200: inline_serializer("OfficialPages", {
            "columns": serializers.ListField(child=serializers.CharField()),
            "pages": serializers.ListField(child=serializers.DictField(child=serializers.CharField()), help_text="Each by column."),
            "csv": serializers.CharField(help_text="The same as a file, to be changed and sent back."),
        }), 401: ProblemShape, 404: ProblemShape,
    })  # fmt: skip
    def get(self, request: Request) -> Response:
        """What anybody reads of the official pages, and what their lists say. For communications; the trail of each says so."""
        me = _keeper(request)
        only(request.query_params, ())
        rows = sheet(by=me.by, at=me.at)
        return Response({"columns": list(COLUMNS), "pages": list(rows.values()), "csv": as_csv(rows)})


class LookAtPages(SignedInView):
    """What a file of official pages would do."""

    @extend_schema(
        operation_id="look_at_official_pages",
        request={WITH_FILE: inline_serializer("PagesLook", {"file": FILE})},
        responses={200: inline_serializer("PagesWould", {
            "changes": serializers.ListField(child=serializers.DictField(), help_text="reference, column, was and now."),
            "begun": serializers.ListField(child=serializers.DictField(), help_text="name, address and owner of each new page."),
            "digest": serializers.CharField(help_text="Of exactly this: send it back to have it done."),
        }), 403: ProblemShape, 413: ProblemShape} | PROBLEMS,
    )  # fmt: skip
    def post(self, request: Request) -> Response:
        """Send the file as a form. What it would change and begin comes back, or every wrong cell; nothing has changed, nothing is kept."""
        me = _keeper(request)
        _, raw, _ = one_file(request)
        try:
            return Response(looked_json(look_at_sheet(raw, by=me.by, at=me.at)))
        except BadSheet as bad:
            return _wrong(bad)


class PagesDone(SignedInView):
    """Doing what a file of official pages says."""

    @extend_schema(
        operation_id="apply_official_pages",
        parameters=[KEY_HEADER],
        request={WITH_FILE: inline_serializer("PagesApply", {"file": FILE, "digest": serializers.CharField(help_text="As look gave it.")})},
        responses={200: inline_serializer("PagesDone", {"changed": serializers.IntegerField(), "begun": serializers.IntegerField()})}
        | PROBLEMS | {403: ProblemShape, 409: ProblemShape, 413: ProblemShape, 422: ProblemShape},
    )  # fmt: skip
    def post(self, request: Request) -> Response:
        """Send the file again with the digest that look gave: all of it is done, or nothing. 409: it would do something else by now."""
        me = _keeper(request)
        name, raw, fields = one_file(request, "digest")
        if not fields.get("digest"):
            raise BadField("digest", say("Look at the file first. Then send the digest that came back."))
        key = key_of(request)
        body = b" ".join((request.path.encode(), hashlib.sha256(raw).hexdigest().encode(), fields["digest"].encode(), name.encode()))
        try:
            changed, begun = apply_sheet(raw, by=me.by, at=me.at, shown=fields["digest"], once=Once(key, body) if key else None)
        except BadSheet as bad:
            return _wrong(bad)
        except Moved as moved:
            return problem_response(409, str(moved.sentence))
        return Response({"changed": changed, "begun": begun})
