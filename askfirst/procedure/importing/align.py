"""Which sentence is which known clause: in the order of both first, then whatever was moved. Pure.

A table of the best sum of likeness over pairs in order, as two texts are compared: sentences times clauses, so linear in a document.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from askfirst.procedure.clause import Strength
from askfirst.procedure.importing.front import tells_of
from askfirst.procedure.importing.signs import Known, stems
from askfirst.procedure.importing.statements import Statement

__all__ = ["Match", "align", "whole"]

HEAD = "DOC-"
"""Clauses about the document itself rest on its lines of dates, and nothing else does."""
LEAST = 0.3
"""Likeness under which a pair in order is none."""
MANY, FEW = 10, 0.15
LEAST_ALONE = 0.65
"""Likeness under which a pair is none in a document of many statements of which few are known clauses: it is of another descent."""
OTHER = 0.3
"""By how much less alike a clause is none that a statement can be, which is much like another."""
SURE, AROUND = 0.4, 4
"""Likeness under which a pair in order needs another one within so many statements and clauses."""
LEAST_MOVED = 0.55
"""Likeness under which a pair out of order is none."""
LEAST_CLEAR = 0.45
"""Likeness under which a pair out of order is none that is like nothing else."""
LEAST_BESIDE = 0.33
"""Likeness under which a pair out of order is none that stands beside one whose clause stands beside its own."""
BESIDE = 2  # statements and clauses between the two
CLEAR = 0.15
"""By how much a pair out of order is then more alike than any other of its statement or its clause."""
SAME = 0.06
"""What the same strength adds between pairs that are alike anyway."""
LESS = 0.7
"""What is left of a likeness where one only tells and the other asks."""
DUTIES = (Strength.MUST_NOT, Strength.MUST, Strength.SHOULD_NOT, Strength.SHOULD)
STRENGTHS: tuple[Strength | None, ...] = (
    Strength.MUST_NOT, Strength.MUST, Strength.SHOULD_NOT, Strength.SHOULD, Strength.ADVICE, Strength.MAY, Strength.KNOW, None,
)  # fmt: skip
"""The strongest first, as they are heard."""


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
        row = known.alike(stems(" ".join((one.part, one.lead, tells_of(one.part) if one.dated else ""))))
        for at, alike in enumerate(row):
            if one.dated != head[at]:
                row[at] = 0.0
            elif alike >= LEAST / 2 and one.strength == known.heard[at]:
                row[at] = min(1.0, alike + SAME)
            elif known.heard[at] is Strength.KNOW and one.strength in DUTIES:
                row[at] = alike * LESS
        best = max(row)
        rows.append([alike if best < LEAST_MOVED or best - alike < OTHER else 0.0 for alike in row])
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
    matches = [
        Match(row, ids[column], table[row][column])
        for row, column in pairs
        if table[row][column] >= SURE or any(0 < abs(row - one) <= AROUND and abs(column - other) <= AROUND for one, other in pairs)
    ]
    _moved(table, ids, matches)
    _beside(statements, known, table, matches)
    if len(statements) >= MANY and sum(not one.clause.startswith(HEAD) for one in matches) < FEW * len(statements):
        matches = [one for one in matches if one.clause.startswith(HEAD) or one.alike >= LEAST_ALONE]
    return sorted(matches, key=lambda one: one.statement)


def _free(table: list[list[float]], ids: list[str], matches: list[Match], least: float) -> list[tuple[float, int, int]]:
    """Pairs of statements and clauses that have none yet, the most alike first."""
    rows, columns = {one.statement for one in matches}, {ids.index(one.clause) for one in matches}
    return sorted(
        ((alike, row, column) for row, line in enumerate(table) if row not in rows for column, alike in enumerate(line)
         if column not in columns and alike >= least),
        key=lambda one: (-one[0], one[1], one[2]),
    )  # fmt: skip


def _moved(table: list[list[float]], ids: list[str], matches: list[Match]) -> None:
    """Whatever is much alike wherever it stands, or rather alike and like nothing else."""
    rows, columns = set[int](), set[int]()
    for alike, row, column in _free(table, ids, matches, LEAST_CLEAR):
        if row not in rows and column not in columns and (alike >= LEAST_MOVED or _clear(table, row, column)):
            rows.add(row)
            columns.add(column)
            matches.append(Match(row, ids[column], alike, moved=True))


def _clear(table: list[list[float]], row: int, column: int) -> bool:
    """Whether the two are far more alike than either is to anything else."""
    others = [one for at, one in enumerate(table[row]) if at != column] + [line[column] for at, line in enumerate(table) if at != row]
    return all(table[row][column] - one >= CLEAR for one in others)


def _beside(statements: Sequence[Statement], known: Known, table: list[list[float]], matches: list[Match]) -> None:
    """Whatever is somewhat alike, and like nothing else, beside a pair that is settled: a section may have moved as a whole.

    What only tells something is then no clause that asks for something.
    """
    ids = [clause.id for clause in known.edition.clauses]
    place = {one.statement: ids.index(one.clause) for one in matches}
    free = _free(table, ids, matches, LEAST_BESIDE)
    for alike, row, column in free:
        tells = (statements[row].strength or Strength.KNOW) is Strength.KNOW
        near = tells == (known.heard[column] is Strength.KNOW) and any(
            abs(place.get(row + step, -9) - column) <= BESIDE for step in range(-BESIDE, BESIDE + 1)
        )
        if near and row not in place and column not in place.values() and _clear(table, row, column):
            place[row] = column
            matches.append(Match(row, ids[column], alike, moved=True))


def whole(statements: Sequence[Statement], known: Known) -> list[Statement]:
    """Sentences that were cut in parts, put together again where they are one known clause and no part of them is another."""
    found: list[Statement] = []
    for sentence, held in groupby(statements, key=lambda one: (one.line, one.page, one.exact)):
        parts = list(held)
        best = [max(enumerate(row), key=lambda one: one[1]) for row in _table(parts, known)] if len(parts) > 1 else []
        clauses = {column for column, alike in best if alike >= LEAST}
        if best and len(clauses) < 2:
            strongest = min(parts, key=lambda one: STRENGTHS.index(one.strength))
            joined = replace(parts[0], part=sentence[2], strength=strongest.strength)
            alike = max(enumerate(_table([joined], known)[0]), key=lambda one: one[1])
            if alike[1] >= LEAST_MOVED and clauses <= {alike[0]}:
                found.append(joined)
                continue
        found += parts
    return found
