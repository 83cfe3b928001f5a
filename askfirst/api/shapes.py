"""What cases look like, for the documents alone; `casework.as_json` writes the answers and `casework.steps` reads the bodies."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, inline_serializer
from rest_framework import serializers

from askfirst.api.sent import KEY
from askfirst.casework.fields import Field
from askfirst.casework.filed import WORKFLOWS

__all__ = [
    "AFTER", "CASE_EXAMPLES", "KEY_HEADER", "CaseAsked", "CaseShape", "CasesShape", "ChangedShape", "OpenedShape", "ProblemShape",
    "RefusedShape", "StepAsked",
]  # fmt: skip

KINDS = sorted(WORKFLOWS)
KEY_HEADER = OpenApiParameter(
    KEY,
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    description="A key of your own, new for each change. Sent again with the same body, it changes nothing and gives the same answer.",
)
AFTER = OpenApiParameter("after", OpenApiTypes.STR, description="The last row’s reference, for the rows after it.")


class ProblemShape(serializers.Serializer[None]):
    """Problem details (RFC 9457)."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField(help_text="One sentence: what, why, and what to do.")
    field = serializers.CharField(required=False, help_text="The field to mend.")


class RefusalShape(serializers.Serializer[None]):
    """Why a step cannot be taken."""

    sentence = serializers.CharField()
    clause = serializers.CharField()


class RefusedShape(ProblemShape):
    """A step that cannot be taken now, with every reason."""

    refusals = RefusalShape(many=True)


class EventShape(serializers.Serializer[None]):
    """Something that happened in a case."""

    sequence = serializers.IntegerField()
    at = serializers.DateTimeField()
    step = serializers.CharField()
    says = serializers.CharField()
    by = serializers.CharField(allow_null=True, help_text="Who did it; nobody where AskFirst moved.")
    acting_for = serializers.CharField(allow_null=True)
    of = serializers.CharField(help_text="What it is about: a school, or which consultation.")
    words = serializers.DictField(required=False, help_text="What was written with it, where you may read it.")


class ChangedShape(ProblemShape):
    """The case changed since the version you named; nothing was written."""

    version = serializers.IntegerField(help_text="The version now. Read what is new, then send yours again with this one.")
    timeline = EventShape(many=True, help_text="What is new.")


class FieldShape(serializers.Serializer[None]):
    """Something a step asks for."""

    id = serializers.CharField()
    says = serializers.CharField()
    needed = serializers.BooleanField()
    instead = serializers.CharField(allow_null=True, help_text="Another field that makes this one unneeded.")
    choices = serializers.ListField(child=serializers.CharField())


class OfferShape(serializers.Serializer[None]):
    """A step of this state; with no refusals you can take it now."""

    id = serializers.CharField()
    of = serializers.CharField()
    says = serializers.CharField()
    clause = serializers.CharField()
    fields = FieldShape(many=True)  # type: ignore[assignment]
    refusals = RefusalShape(many=True)


class ReachedShape(serializers.Serializer[None]):
    """Somebody who was asked."""

    step = serializers.CharField()
    of = serializers.CharField()
    who = serializers.CharField(allow_null=True)
    acting_for = serializers.CharField(allow_null=True)
    asked_at = serializers.DateTimeField()
    due = serializers.DateTimeField()
    ended_at = serializers.DateTimeField(allow_null=True)


class LineShape(serializers.Serializer[None]):
    """One case in a list."""

    ref = serializers.CharField()
    kind = serializers.ChoiceField(choices=KINDS)
    state = serializers.CharField()
    says = serializers.CharField()
    part = serializers.ChoiceField(choices=("status", "own", "all"), help_text="How much of it is yours to read.")
    opened_at = serializers.DateTimeField()
    due = serializers.DateTimeField(allow_null=True)
    ended = serializers.BooleanField()


class CasesShape(serializers.Serializer[None]):
    """A page of cases, newest first."""

    cases = LineShape(many=True)
    next = serializers.CharField(allow_null=True, help_text="Send this as `after` for the next page.")


class CaseShape(serializers.Serializer[None]):
    """A case as far as you may read it."""

    ref = serializers.CharField()
    kind = serializers.ChoiceField(choices=KINDS)
    state = serializers.CharField()
    says = serializers.CharField()
    part = serializers.ChoiceField(choices=("status", "own", "all"))
    opened_at = serializers.DateTimeField()
    due = serializers.DateTimeField(allow_null=True)
    clauses = serializers.ListField(child=serializers.CharField())
    version = serializers.IntegerField(help_text="Send it back with a step, to hear of what changed in between.")
    steps = OfferShape(many=True)
    reached = ReachedShape(many=True)
    timeline = EventShape(many=True)
    details = serializers.DictField(help_text="What was written when it was opened; empty where only the status is yours.")


class OpeningShape(serializers.Serializer[None]):
    """Somebody opened the case."""

    at = serializers.DateTimeField()
    who = serializers.CharField(allow_null=True, help_text="Null for the one whose case it is, where that is not for you to know.")
    post = serializers.CharField()
    acting_for = serializers.CharField(allow_null=True)
    list_only = serializers.BooleanField(help_text="They looked at this list, and did not open the case.")
    beside = serializers.CharField(help_text="What they opened beside it: evidence for the list, evidence-2-copy for a file; else empty.")


class PassedShape(serializers.Serializer[None]):
    """Somebody who may not act in the case today."""

    who = serializers.CharField()
    why = serializers.CharField(help_text="relative, conflict, unwanted, left or absent.")


class OpenedShape(serializers.Serializer[None]):
    """Who has opened a case, newest first."""

    ref = serializers.CharField()
    kind = serializers.ChoiceField(choices=KINDS)
    opened = OpeningShape(many=True)
    passed_over = PassedShape(many=True, help_text="For the Data Protection Officer alone; for others it is empty.")


class CaseAsked(serializers.Serializer[None]):
    """The body of POST /cases."""

    kind = serializers.ChoiceField(choices=KINDS, help_text="What it is: question or press.")
    details = serializers.DictField(
        help_text="For a question: text, to, and if you like clause, post, draft. For press: asked, schools or unsure_which or "
        "about_no_school, and if you like reporter, deadline, answered_already, about_a_post, whose. For removal: evidence, links or item, "
        "who, how, ask, and as they are asked for kept, poster, why, name, alone, child."
    )


CASE_EXAMPLES = [
    OpenApiExample(
        "A question",
        {"kind": "question", "details": {"text": "May I blog about the timetable?", "clause": "BLG-3", "to": "line-manager"}},
        request_only=True,
    ),
    OpenApiExample(
        "A journalist asked",
        {
            "kind": "press",
            "details": {
                "schools": ["hill-school"],
                "asked": "About my post on the race.",
                "reporter": {"name": "V. Calloway", "outlet": "The Hexley Courier", "contact": "07700 900742"},
                "deadline": "2026-11-23T15:00:00+00:00",
            },
        },
        request_only=True,
    ),
]


def _documented(field: Field) -> serializers.Field[Any, Any, Any, Any]:
    says = str(field.says)
    if field.lines == 0:
        return serializers.BooleanField(required=False, help_text=says)
    if field.choices:
        return serializers.ChoiceField(choices=[choice.value for choice in field.choices], required=False, help_text=says)
    return serializers.CharField(required=False, help_text=says)


# From the tables themselves, so that a new step's fields are documented the day it is there.
StepAsked = inline_serializer(
    "StepAsked",
    {field.id: _documented(field) for workflow in WORKFLOWS.values() for step in workflow.steps for field in step.fields}
    | {
        "for": serializers.CharField(required=False, help_text="Which school, or which consultation, where there are several."),
        "version": serializers.IntegerField(required=False, help_text="The version you had read. Leave it out to send whatever is new."),
    },
)
