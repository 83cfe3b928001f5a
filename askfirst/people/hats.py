"""Seats, and which of them a person holds on a day; pure.

A seat names an audience or a duty ("head:northgate"), never its holder, so that a change of holder rewrites nothing. A person who takes
part by name holds "person:REF"; in the capacity of a parent only "parent:REF", and from outside only "outside:REF".
Source: workflows.md 3.0 and 3.21, the glossary.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import quote, unquote

__all__ = [
    "BY_NAME",
    "CHAIR",
    "COMMS",
    "DATA_TRUSTEE",
    "DEPUTY_DPO",
    "DPO",
    "DSL_TRUST",
    "GOVERNANCE",
    "HR",
    "IT",
    "TRUSTEE_SEATS",
    "TRUST_LEAD",
    "VICE_CHAIR",
    "Capacity",
    "Seat",
    "Standing",
    "alternate_pastoral",
    "deputy_dsl",
    "deputy_head",
    "dsl",
    "head",
    "line_manager_of",
    "office",
    "outside",
    "own",
    "parent",
    "person",
    "role",
    "subjects",
    "tutor",
    "union",
    "year_lead",
]

Seat = str

TRUST_LEAD: Seat = "trust-lead"  # the Executive Headteacher
CHAIR: Seat = "chair"
VICE_CHAIR: Seat = "vice-chair"
DPO: Seat = "dpo"
DEPUTY_DPO: Seat = "deputy-dpo"
DATA_TRUSTEE: Seat = "data-trustee"  # the trustee for data protection (ruling 4)
HR: Seat = "hr"
COMMS: Seat = "comms"
GOVERNANCE: Seat = "governance"
IT: Seat = "it"
DSL_TRUST: Seat = "dsl-trust"
TRUSTEE_SEATS = frozenset({CHAIR, VICE_CHAIR, DATA_TRUSTEE})
"""Held as a trustee, never as staff."""


class Capacity(StrEnum):
    """In what capacity a person is here. One person may have several, and wears one at a time."""

    STAFF = "staff"
    STUDENT = "student"
    PARENT = "parent"
    TRUSTEE = "trustee"
    OUTSIDE = "outside"


def person(ref: str) -> Seat:
    """Somebody by name, as staff, student or trustee."""
    return "person:%s" % ref


def outside(ref: str) -> Seat:
    """Somebody by name from outside, or who has left: what they ask now is apart from what was theirs here."""
    return "outside:%s" % ref


def parent(ref: str) -> Seat:
    """Somebody by name, as a parent or carer."""
    return "parent:%s" % ref


BY_NAME = frozenset({"person", "parent", "outside"})
"""The roles of seats that name their person."""


def own(ref: str, capacity: str) -> Seat:
    """The seat by name in that capacity: what somebody asks in one is no business of theirs in another."""
    return "%s:%s" % (capacity if capacity in BY_NAME else "person", ref)


def line_manager_of(ref: str, school: str = "") -> Seat:
    """Who manages this person: in the main post, or, where a school is given, in the second post there."""
    return "line-manager-of:%s:%s" % (ref, school) if school else "line-manager-of:%s" % ref


def tutor(school: str, class_name: str) -> Seat:
    """A class may be called "4 Heron": in a seat its name is quoted, since the trail takes no spaces."""
    class_name = quote(class_name, safe="")
    return "tutor:%s:%s" % (school, class_name)


def year_lead(school: str, year: int | str) -> Seat:
    """Head of Year, Head of Sixth Form or phase leader; Reception is year 0."""
    return "year-lead:%s:%s" % (school, year)


def alternate_pastoral(school: str) -> Seat:
    return "alternate-pastoral:%s" % school


def deputy_head(school: str) -> Seat:
    return "deputy-head:%s" % school


def head(school: str) -> Seat:
    return "head:%s" % school


def dsl(school: str) -> Seat:
    return "dsl:%s" % school


def deputy_dsl(school: str) -> Seat:
    return "deputy-dsl:%s" % school


def office(school: str) -> Seat:
    return "office:%s" % school


def union(school: str) -> Seat:
    return "union:%s" % school


def role(seat: Seat) -> str:
    """What the seat is, without whose or where: "head" of "head:northgate"."""
    return seat.partition(":")[0]


def subjects(seat: Seat) -> tuple[str, ...]:
    """Whose or where: ("northgate", "9S") of "tutor:northgate:9S"."""
    _, _, rest = seat.partition(":")
    return tuple(unquote(part) for part in rest.split(":")) if rest else ()


@dataclass(frozen=True, slots=True)
class Standing:
    """One person, in one capacity, on one day. `seats` maps each seat held to "" (mine) or to the person I act for."""

    person: str
    capacity: Capacity
    seats: Mapping[Seat, str]
    on: date

    def holds(self, seat: Seat) -> bool:
        """Whether the seat is mine today, or mine to act for."""
        return seat in self.seats

    def acting_for(self, seat: Seat) -> str:
        """The person whose seat it is while I act; "" where it is my own, or not mine at all."""
        return self.seats.get(seat, "")
