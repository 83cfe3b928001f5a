"""Which sentence is which known clause: in the order of both first, then whatever was moved. Pure.

A table of the best sum of likeness over pairs in order, as two texts are compared: sentences times clauses, so linear in a document.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from askfirst.procedure.importing.signs import Known, stems
from askfirst.procedure.importing.statements import Statement

__all__ = ["Match", "align"]

HEAD = "DOC-"
"""Clauses about the document itself rest on its lines of dates, and nothing else does."""
LEAST = 0.3
"""Likeness under which a pair in order is none."""
LEAST_MOVED = 0.55
"""Likeness under which a pair out of order is none."""
SAME = 0.06
"""What the same strength adds between pairs that are alike anyway."""


@dataclass(frozen=True, slots=True)
class Match:
    """A statement by its number, the clause it is, how alike they are (0 to 1), and whether it stands elsewhere than it did."""

    statement: int
    clause: str
    alike: float
    moved: bool = False


def _table(statements: Sequence[Statement], known: Known) -> list[list[float]]:
    """How alike each statement and each clause are."""
    head = [clause.id.startswith(HEAD) for clause in known.edition.clauses]
    rows = []
    for one in statements:
        row = known.alike(stems(one.part + " " + one.lead))
        for at, alike in enumerate(row):
            if one.dated != head[at]:
                row[at] = 0.0
            elif alike >= LEAST / 2 and one.strength == known.heard[at]:
                row[at] = min(1.0, alike + SAME)
        rows.append(row)
    return rows


def _in_order(table: list[list[float]]) -> list[tuple[int, int]]:
    """Pairs of rows and columns, both rising, with the greatest sum."""
    width = len(table[0])
    best = [[0.0] * (width + 1) for _ in range(len(table) + 1)]
    for row, alike in enumerate(table, 1):
        for column in range(1, width + 1):
            value = alike[column - 1]
            pair = best[row - 1][column - 1] + value if value >= LEAST else 0.0
            best[row][column] = max(pair, best[row - 1][column], best[row][column - 1])
    pairs = []
    row, column = len(table), width
    while row and column:
        here = best[row][column]
        if here == best[row - 1][column]:
            row -= 1
        elif here == best[row][column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]


def align(statements: Sequence[Statement], known: Known) -> list[Match]:
    """At most one statement a clause and one clause a statement, in the order of the statements."""
    if not statements:
        return []
    ids = [clause.id for clause in known.edition.clauses]
    table = _table(statements, known)
    pairs = _in_order(table)
    matches = [Match(row, ids[column], table[row][column]) for row, column in pairs]
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    free = sorted(
        ((alike, row, column) for row, line in enumerate(table) if row not in rows for column, alike in enumerate(line)
         if column not in columns and alike >= LEAST_MOVED),
        key=lambda one: (-one[0], one[1], one[2]),
    )  # fmt: skip
    for alike, row, column in free:
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            matches.append(Match(row, ids[column], alike, moved=True))
    return sorted(matches, key=lambda one: one.statement)
