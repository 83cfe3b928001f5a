"""GET /me, /me/tasks, /me/record and /people/{ref}/hats: what is yours, and nobody else's."""

from dataclasses import replace
from datetime import date

from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from askfirst.adoption.shown import shown_json, shown_to
from askfirst.api.cases import page_of
from askfirst.api.sent import only
from askfirst.api.shapes import AFTER, CasesShape, ProblemShape
from askfirst.api.signed_in import Here, SignedInView, here
from askfirst.casework import access
from askfirst.casework.as_json import task_json
from askfirst.casework.refused import own_tries
from askfirst.casework.workflow import Part
from askfirst.people.hats import BY_NAME, Capacity, role
from askfirst.people.held import held
from askfirst.people.who import names

__all__ = ["Hats", "Me", "Record", "Tasks"]


class HatShape(serializers.Serializer[None]):
    """A duty held today."""

    seat = serializers.CharField(help_text="The duty, such as head:hill-school.")
    acting_for = serializers.CharField(allow_null=True, help_text="Whose it is, where you stand in.")


class HatsShape(serializers.Serializer[None]):
    """In what capacity somebody is here, and what they hold in it today."""

    ref = serializers.CharField()
    capacity = serializers.CharField(help_text="The hat worn now: staff, student, parent, trustee or outside.")
    capacities = serializers.ListField(child=serializers.CharField())
    hats = HatShape(many=True)


class MeShape(HatsShape):
    """You, as pages name you."""

    name = serializers.CharField()
    short = serializers.CharField()
    title = serializers.CharField()
    school = serializers.CharField()


class TaskShape(serializers.Serializer[None]):
    """Something you may do now."""

    ref = serializers.CharField()
    kind = serializers.CharField()
    step = serializers.CharField()
    of = serializers.CharField()
    says = serializers.CharField()
    due = serializers.DateTimeField()
    late = serializers.BooleanField()
    acting_for = serializers.CharField(allow_null=True)


class HeldFactShape(serializers.Serializer[None]):
    """One thing that is kept about you."""

    id = serializers.CharField()
    says = serializers.CharField()
    value = serializers.CharField()


class TieShape(serializers.Serializer[None]):
    """A post, a duty or a tie, and from when to when."""

    id = serializers.CharField()
    says = serializers.CharField()
    starts = serializers.DateField(allow_null=True)
    ends = serializers.DateField(allow_null=True)


class TryShape(serializers.Serializer[None]):
    """An address you tried that held nothing for you."""

    at = serializers.DateTimeField()
    of = serializers.CharField(help_text="The reference tried.")


class ReadShape(serializers.Serializer[None]):
    """What you were asked to read, and what you pressed."""

    edition = serializers.CharField()
    on = serializers.DateField()
    state = serializers.CharField(allow_null=True, help_text="read, acknowledged, copy or access; null where you asked a question alone.")
    asked = serializers.BooleanField(help_text="Whether you asked a question about it.")
    words = serializers.CharField(allow_null=True, help_text="The SHA-256 of the exact words you were shown.")


class RecordShape(CasesShape):
    """What is held about you, in the hat you wear."""

    facts = HeldFactShape(many=True)
    ties = TieShape(many=True)
    tries = TryShape(many=True)
    read = ReadShape(many=True)


READERS = frozenset({Capacity.STAFF, Capacity.STUDENT})
TASKS = inline_serializer("Tasks", {"tasks": TaskShape(many=True)})


def _hats(me: Here) -> dict[str, object]:
    people = names({ref for ref in me.by.seats.values() if ref})
    return {
        "ref": me.by.person,
        "capacity": me.by.capacity.value,
        "capacities": [hat.value for hat in me.hats],
        "hats": [{"seat": seat, "acting_for": people[ref].short if ref else None} for seat, ref in sorted(me.by.seats.items())],
    }


class Me(SignedInView):
    """You."""

    @extend_schema(operation_id="me", responses={200: MeShape, 401: ProblemShape})
    def get(self, request: Request) -> Response:
        """Who you are here today, in which hat, and for whom you act."""
        me = here(request)
        mine = names([me.by.person])[me.by.person]
        return Response({"name": mine.name, "short": mine.short, "title": mine.title, "school": mine.school} | _hats(me))


class Tasks(SignedInView):
    """What waits for you."""

    @extend_schema(operation_id="my_tasks", responses={200: TASKS, 401: ProblemShape})
    def get(self, request: Request) -> Response:
        """What has reached you and still waits, the soonest due first."""
        me = here(request)
        waiting = access.to_do(me.by, at=me.at)
        people = names({task.acting_for for task in waiting if task.acting_for})
        return Response({"tasks": [task_json(task, people) for task in waiting]})


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


class Record(SignedInView):
    """What is held about you."""

    @extend_schema(operation_id="my_record", parameters=[AFTER], responses={200: RecordShape, 400: ProblemShape, 401: ProblemShape})
    def get(self, request: Request) -> Response:
        """What is kept about you in the hat you wear: facts, ties, the cases you opened, and addresses you tried in vain."""
        me = here(request)
        only(request.query_params, ("after",))
        kept = held(me.by.person, capacity=me.by.capacity, on=me.by.on)
        by_name = replace(me.by, seats={seat: acting for seat, acting in me.by.seats.items() if role(seat) in BY_NAME})
        page = page_of(replace(me, by=by_name), least=Part.OWN, after=request.query_params.get("after", ""))
        return Response(
            {
                "facts": [{"id": fact.id, "says": str(fact.says), "value": str(fact.value)} for fact in kept.facts],
                "ties": [{"id": tie.id, "says": str(tie.says), "starts": _day(tie.starts), "ends": _day(tie.ends)} for tie in kept.ties],
                "read": [shown_json(one) for one in (shown_to(me.by.person) if me.by.capacity in READERS else ())],
                "tries": [{"at": one.at.isoformat(), "of": one.of} for one in own_tries(me.by)],
            }
            | page
        )


class Hats(SignedInView):
    """What somebody holds."""

    @extend_schema(operation_id="hats", responses={200: HatsShape, 401: ProblemShape, 404: ProblemShape})
    def get(self, request: Request, ref: str) -> Response:
        """Your own hats. Anybody else’s are not found."""
        me = here(request)
        if ref != me.by.person:
            raise NotFound
        return Response(_hats(me))
