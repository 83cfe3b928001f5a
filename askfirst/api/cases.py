"""GET and POST /cases, GET /cases/{ref}, POST /cases/{ref}/steps/{step}: the same calls as the pages. Forbidden equals missing."""

from collections.abc import Mapping

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, PolymorphicProxySerializer, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from askfirst.api.problems import BadField, problem_response
from askfirst.api.sent import only, sent, text_of, version_of
from askfirst.api.shapes import (
    AFTER,
    CASE_EXAMPLES,
    KEY_HEADER,
    KINDS,
    CaseAsked,
    CaseShape,
    CasesShape,
    ChangedShape,
    OpenedShape,
    ProblemShape,
    RefusedShape,
    StepAsked,
)
from askfirst.api.signed_in import Here, SignedInView, here
from askfirst.casework import access, steps
from askfirst.casework.access import Missing, PassedOn
from askfirst.casework.as_json import case_json, line_json, timeline_json
from askfirst.casework.audit import opened_json, who_opened
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.reading import open_file
from askfirst.casework.refused import tried
from askfirst.casework.workflow import Part
from askfirst.words import say

__all__ = ["PAGE", "Cases", "OneCase", "OneStep", "WhoOpened", "page_of"]

PAGE = 25
FILTERS = ("kind", "state", "after")
PROBLEMS = {400: ProblemShape, 401: ProblemShape, 404: ProblemShape}
CHANGES = PROBLEMS | {403: ProblemShape, 409: RefusedShape, 422: ProblemShape}
STEP_CHANGES = CHANGES | {409: PolymorphicProxySerializer("NotNow", [RefusedShape, ChangedShape], resource_type_field_name=None)}


def page_of(me: Here, *, kind: str = "", state: str = "", after: str = "", least: Part = Part.STATUS) -> dict[str, object]:
    """A page of cases and the cursor of the next. Raises BadField for a cursor that is no case of theirs."""
    try:
        lines = access.page(me.by, kind=kind, state=state, after=after, limit=PAGE + 1, least=least)
    except Missing:
        tried(after, by=me.by, at=me.at)
        raise BadField("after", say("No list of yours goes on after this. Leave it out to start again.")) from None
    shown = lines[:PAGE]
    return {"cases": [line_json(line) for line in shown], "next": shown[-1].ref if len(lines) > PAGE else None}


def _filters(request: Request) -> dict[str, str]:
    """What the list is narrowed by. Raises BadField for a filter or a value we do not know."""
    asked = {name: request.query_params.get(name, "") for name in request.query_params}
    only(asked, FILTERS)
    kind, state = asked.get("kind", ""), asked.get("state", "")
    if kind and kind not in WORKFLOWS:
        raise BadField("kind", say("We do not know this kind of case. Choose one of: {known}.", known=", ".join(KINDS)))
    known = {id for workflow in WORKFLOWS.values() if kind in ("", workflow.kind) for id in workflow.states}
    if state and state not in known:
        raise BadField("state", say("We do not know this state. Choose one of: {known}.", known=", ".join(sorted(known))))
    return asked


def _answered(ref: str, me: Here, *, status: int) -> Response:
    """The case as it stands now; its reference alone where the step has shut it to whoever took it."""
    try:
        access.find(ref, me.by)
    except Missing:
        return Response({"ref": ref}, status=status)
    return Response(case_json(open_file(ref, by=me.by, at=me.at)), status=status)


class Cases(SignedInView):
    """Your cases."""

    @extend_schema(
        operation_id="cases",
        parameters=[
            OpenApiParameter("kind", OpenApiTypes.STR, enum=KINDS, description="Cases of this kind only."),
            OpenApiParameter("state", OpenApiTypes.STR, description="Cases in this state only."),
            AFTER,
        ],
        responses={200: CasesShape, 400: ProblemShape, 401: ProblemShape},
    )
    def get(self, request: Request) -> Response:
        """The cases you may see, newest first. Other people’s cases are in no list, and no number counts them."""
        asked = _filters(request)
        kind, state, after = (asked.get(name, "") for name in FILTERS)
        return Response(page_of(here(request), kind=kind, state=state, after=after))

    @extend_schema(
        operation_id="open_case",
        parameters=[KEY_HEADER],
        request=CaseAsked,
        examples=CASE_EXAMPLES,
        responses={201: CaseShape} | CHANGES,
    )
    def post(self, request: Request) -> Response:
        """Ask a question, or write down that a journalist asked. Whoever is to act hears of it at once."""
        me, was = here(request), sent(request)
        only(was.fields, ("kind", "details"))
        kind, details = text_of(was.fields, "kind"), was.fields.get("details", {})
        if not isinstance(details, Mapping):
            raise BadField("details", say("The details must be one JSON object. Put the fields between curly brackets."))
        try:
            ref = steps.open_case(kind=kind, by=me.by, details=details, at=me.at, once=was.once)
        except steps.UnknownKind:
            raise BadField("kind", say("We do not know this kind of case. Choose one of: {known}.", known=", ".join(KINDS))) from None
        response = _answered(ref, me, status=201)
        response["Location"] = "/api/v1/cases/{}".format(ref)
        return response


class OneCase(SignedInView):
    """One case."""

    @extend_schema(operation_id="case", responses={200: CaseShape, 401: ProblemShape, 404: ProblemShape})
    def get(self, request: Request, ref: str) -> Response:
        """A case, with what you may do now and why not what you may not. That you read it is written into its trail."""
        me = here(request)
        return Response(case_json(open_file(ref, by=me.by, at=me.at)))


class WhoOpened(SignedInView):
    """Who has opened a case."""

    @extend_schema(operation_id="who_opened", responses={200: OpenedShape, 401: ProblemShape, 404: ProblemShape})
    def get(self, request: Request, ref: str) -> Response:
        """Who opened a case and when, newest first, and nothing that was written in it. That you looked is written into its trail."""
        me = here(request)
        return Response(opened_json(who_opened(ref, by=me.by, at=me.at)))


class OneStep(SignedInView):
    """A step of a case."""

    @extend_schema(
        operation_id="take_step",
        parameters=[KEY_HEADER],
        request=StepAsked,
        responses={200: CaseShape} | STEP_CHANGES,
        description="Take a step, such as consult, answer or name-school. The case says which fields each step needs. A step that cannot "
        "be taken now is answered with 409 and every reason; so is a stale version, with what is new. Nothing is written then.",
    )
    def post(self, request: Request, ref: str, step: str) -> Response:
        """Take a step; the answer is the case as it stands then."""
        me, was = here(request), sent(request)
        given = {name: held for name, held in was.fields.items() if name not in ("for", "version")}
        of, version = text_of(was.fields, "for"), version_of(was.fields)
        try:
            done = steps.take(ref=ref, step=step, by=me.by, given=given, at=me.at, of=of, version=version, once=was.once)
        except PassedOn:
            raise
        except Missing:
            tried(ref, by=me.by, at=me.at)
            raise
        except steps.UnknownStep:
            return _no_such_step(ref, me)
        except steps.Stale as stale:
            opened = open_file(ref, by=me.by, at=me.at)
            new = timeline_json(opened, since=version or 0)
            return problem_response(409, str(stale.sentence), version=opened.case.version, timeline=new)
        return _answered(done, me, status=200)


def _no_such_step(ref: str, me: Here) -> Response:
    known = ", ".join(step.id for step in WORKFLOWS[access.find(ref, me.by).case.kind].steps)
    return problem_response(404, str(say("There is no such step in this case. Take one of: {known}.", known=known)))
