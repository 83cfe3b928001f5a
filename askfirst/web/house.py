"""What every page shows round its own matter: the Trust's name, who is reading and in which hat, where in the house they are."""

from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest

from askfirst.casework.by_role import in_a_sentence
from askfirst.people.hats import Capacity, Standing
from askfirst.people.holding import todays_trust
from askfirst.people.who import Named, names
from askfirst.procedure.trust import Trust, load_trust
from askfirst.words import Sentence, say

__all__ = ["Hat", "Me", "here_in", "house", "student_reads"]

WORN = {
    Capacity.STAFF: say("member of staff"),
    Capacity.STUDENT: say("student"),
    Capacity.PARENT: say("as a parent"),
    Capacity.TRUSTEE: say("as a trustee"),
    Capacity.OUTSIDE: say("from outside the Trust"),
}
PUT_ON = {
    Capacity.STAFF: say("Change to staff"),
    Capacity.STUDENT: say("Change to student"),
    Capacity.PARENT: say("Change to parent"),
    Capacity.TRUSTEE: say("Change to trustee"),
    Capacity.OUTSIDE: say("Change to outside"),
}


@dataclass(frozen=True, slots=True)
class Hat:
    """A hat one could put on instead."""

    capacity: Capacity
    says: Sentence


@dataclass(frozen=True, slots=True)
class Me:
    """Who is signed in, as the head of each page names them, and the other hats they have."""

    says: Sentence
    others: tuple[Hat, ...]


def house(request: HttpRequest) -> dict[str, object]:
    """`mode` follows whoever is signed in; otherwise it is "student" only after the address said so, and nothing is remembered."""
    trust = _trust()
    here = here_in(request)
    return {
        "trust": trust.name,
        "duty_phone": trust.duty_phone,
        "dpo": trust.data_protection_officer,
        "demo": settings.ASKFIRST.mode == "demo",
        "mode": "student" if student_reads(request) else "staff",
        "here": request.path,
        **_reader(request, here),
    }


def _reader(request: HttpRequest, here: Standing | None) -> dict[str, object]:
    """Who reads, and at which school; "" for whoever is of none, or is not signed in."""
    if here is None:
        return {"me": None, "own_school": ""}
    named = names([here.person])[here.person]
    others = tuple(Hat(one, PUT_ON[one]) for one in getattr(request, "hats", ()) if one is not here.capacity)
    return {"me": Me(_named(named, here.capacity), others), "own_school": named.school}


def _trust() -> Trust:
    """As it is today; as its pack has it where the records cannot be asked, so that a page can still say what went wrong."""
    try:
        return todays_trust()
    except DatabaseError:
        return load_trust()


def here_in(request: HttpRequest) -> Standing | None:
    """Who is signed in; None where nobody is, or where the request broke before anybody was looked for."""
    here: Standing | None = getattr(request, "standing", None)
    return here


def student_reads(request: HttpRequest) -> bool:
    """Whether the words are for a student: whoever is signed in decides, and for the others the address."""
    here = here_in(request)
    if here is not None:
        return here.capacity is Capacity.STUDENT
    return request.GET.get("as") == "student"


def _named(named: Named, capacity: Capacity) -> Sentence:
    """ "Mrs Okoro-Penn, teaching assistant"; a student by first name alone."""
    if capacity is Capacity.STUDENT:
        return say("{name}", name=named.short)
    if capacity is Capacity.STAFF and named.title:
        return say("{name}, {title}", name=named.short, title=in_a_sentence(named.title))
    return say("{name}, {hat}", name=named.short, hat=WORN[capacity])
