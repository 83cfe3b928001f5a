"""How many cases of a kind name a clause, at each school (workflows.md 3.21): concerns as they were weighed, others as they were told.

Read by whoever counts that kind there (reports.py). A case may name several. How many of a kind name one is told only where the rest of
those of that kind that are told is not small either: else taking one number from another would give a small one back. Only numbers that
are told decide it, so that it gives none of the others away. A kind that always names the same clause says nothing more by it, and is told
by its stages alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from askfirst.casework import reports
from askfirst.casework.reports import Counted, Place, Report
from askfirst.people.hats import Standing

__all__ = ["Group", "clauses_json", "of_a_kind", "of_other_kinds"]


@dataclass(frozen=True, slots=True)
class Group:
    """So many cases of a kind at a school ("" for none) that are counted together otherwise (a stage, an end), and name these clauses."""

    school: str
    together: str
    clauses: frozenset[str]
    many: int = 1


def of_a_kind(kind: str, clauses: Iterable[str], places: Sequence[Place], found: Sequence[Group]) -> tuple[Counted, ...]:
    """A number for each of these clauses and places, None where it may not be told; its `state` is the clause's id. Pure."""
    cells, numbers, told = Counter[tuple[str, str]](), Counter[tuple[str, str]](), Counter[str]()
    for one in found:
        cells[one.school, one.together] += one.many
        numbers.update({(one.school, clause): one.many for clause in one.clauses})
    for (school, _), many in cells.items():
        told[school] += many if many >= reports.LEAST else 0
    return tuple(Counted(kind, clause, place, _apart(numbers[place.id, clause], told[place.id])) for clause in clauses for place in places)


def _apart(number: int, told: int) -> int | None:
    """The number, where so many of the cases that are told, `told` in all, have something else about them."""
    return number if number >= reports.LEAST and told - number >= reports.LEAST else None


def of_other_kinds(by: Standing, report: Report) -> tuple[Counted, ...]:
    """What is told of the kinds whose stages are in the report, and nothing of what is not: one query, linear in groups of cases."""
    return tuple(row for row in _others(by, report) if row.number is not None)


def _others(by: Standing, report: Report) -> Iterator[Counted]:
    rows = (
        reports.counted(by)
        .exclude(clauses="")
        .order_by("kind")
        .values_list("kind", "school_id", "state", "clauses")
        .annotate(many=Count("id"))
    )
    groups: dict[str, list[Group]] = {}
    for kind, school, state, clauses, many in rows:
        groups.setdefault(kind, []).append(Group(school or reports.NOWHERE, state, frozenset(clauses.split()), many))
    for kind in dict.fromkeys(row.kind for row in report.rows):
        found = groups.get(kind, [])
        named = sorted({clause for one in found for clause in one.clauses})
        yield from of_a_kind(kind, named, [place for place in report.places if kind in place.kinds], found)


def clauses_json(rows: Sequence[Counted]) -> list[dict[str, Any]]:
    """The same as plain values; `number` is null where it may not be told, `school` where it is of no one school."""
    return [{"kind": row.kind, "clause": row.state, "school": row.place.id or None, "number": row.number} for row in rows]
