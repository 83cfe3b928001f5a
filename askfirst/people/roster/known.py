"""What is known already, as plain rows: all that a plan is compared with; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from askfirst.procedure.trust import LEAD_TITLE

__all__ = ["Known", "PlainRow", "gone"]

PlainRow = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """People by reference; their posts and seats that have not ended; the ids of earlier files; who is whose contact."""

    on: date
    people: Mapping[str, PlainRow] = field(default_factory=dict)
    posts: Mapping[str, Sequence[PlainRow]] = field(default_factory=dict)
    holdings: Mapping[str, Sequence[PlainRow]] = field(default_factory=dict)
    roll: Mapping[str, str] = field(default_factory=dict)
    ties: frozenset[tuple[str, str]] = frozenset()  # (grown-up, student)
    held: frozenset[tuple[str, str]] = frozenset()  # (student, id of the file)
    through_agency: frozenset[str] = frozenset()
    schools: Mapping[str, str] = field(default_factory=dict)
    lead: str = LEAD_TITLE  # what whoever leads the trust is called
    merged: Mapping[str, str] = field(default_factory=dict)  # username of a record that went -> the person it was merged into


def gone(person: PlainRow, on: date) -> bool:
    """Whether somebody has left by that day, or may do nothing here."""
    return not person["is_active"] or (person["left_on"] is not None and person["left_on"] < on)
