"""POST /cases/{ref}/corrections: putting right what was written in a case, or taking it out, by the same call as the page."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from askfirst.api.cases import STEP_CHANGES
from askfirst.api.problems import problem_response
from askfirst.api.sent import sent, version_of
from askfirst.api.shapes import KEY_HEADER, CaseShape
from askfirst.api.signed_in import SignedInView, here
from askfirst.casework.as_json import case_json, timeline_json
from askfirst.casework.corrected import PUT_RIGHT, TAKEN_OUT
from askfirst.casework.corrections import correct
from askfirst.casework.reading import open_file
from askfirst.casework.steps import Stale

__all__ = ["Corrections"]


class CorrectionAsked(serializers.Serializer[None]):
    """Which entry, what is to be done, what should stand there, and why."""

    entry = serializers.CharField(help_text="The entry’s `sequence` in the case’s timeline; 1 for what was told.")
    outcome = serializers.ChoiceField(choices=((PUT_RIGHT, PUT_RIGHT), (TAKEN_OUT, TAKEN_OUT)))
    text = serializers.CharField(required=False, help_text="What should stand there. Needed to put something right.")
    reason = serializers.CharField()
    version = serializers.IntegerField(required=False)


class Corrections(SignedInView):
    """Corrections of a case."""

    @extend_schema(operation_id="correct_case", parameters=[KEY_HEADER], request=CorrectionAsked, responses={200: CaseShape} | STEP_CHANGES)
    def post(self, request: Request, ref: str) -> Response:
        """Put an entry right (the old words stay), or take its words out (they are destroyed for good). A new entry says who and why."""
        me, was = here(request), sent(request)
        given = {name: held for name, held in was.fields.items() if name != "version"}
        version = version_of(was.fields)
        try:
            done = correct(ref, given=given, by=me.by, at=me.at, version=version, once=was.once)
        except Stale as stale:
            opened = open_file(ref, by=me.by, at=me.at)
            new = timeline_json(opened, since=version or 0)
            return problem_response(409, str(stale.sentence), version=opened.case.version, timeline=new)
        return Response(case_json(open_file(done, by=me.by, at=me.at)))
