"""What a file may not say, seen against what is known: places and people that are not there, managers in a ring; pure."""

from collections.abc import Callable, Iterator

from askfirst.people import hats
from askfirst.people.roster.known import Known
from askfirst.people.roster.read import Place, Roster, Row
from askfirst.people.roster.rings import rings
from askfirst.people.roster.who_is_who import Lines, Who
from askfirst.words import say

__all__ = ["refused"]


def refused(roster: Roster, known: Known, who: Who, name: Callable[[str], str]) -> list[Place]:
    """Every place that cannot be used, and what to do."""
    found = [place for lines in who.people for row in lines.rows for place in _of_row(row, lines, known, who)]
    managers = {
        ref: (str(row["line_manager"]), 0) for ref, rows in known.posts.items() for row in rows if row["main"] and row["line_manager"]
    }
    if "line manager id" in roster.columns:
        for lines in who.people:
            main = lines.first
            managers[lines.key] = (who.key_of(known, main.manager), main.line)
    return [*found, *rings(managers, name)]


def _of_row(row: Row, lines: Lines, known: Known, who: Who) -> Iterator[Place]:
    if row.school and row.school not in known.schools:
        says = say("There is no school “{id}”. Ours are: {known}.", id=row.school, known=", ".join(known.schools) or "–")
        yield Place(row.line, "school", says)
    for seat in row.seats:
        about = hats.subjects(seat)
        if about and about[0] not in known.schools and about[0] != row.school:
            yield Place(row.line, "seats", say("There is no school “{id}”. Mend the seat.", id=about[0]))
    manager = who.key_of(known, row.manager)
    if row.manager and not manager:
        yield Place(row.line, "line manager id", say("Nobody has the id “{id}”, in this file or before. Mend it.", id=row.manager))
    elif manager == lines.key:
        says = say("Nobody is their own line manager. Name another person, or leave it empty.")
        yield Place(row.line, "line manager id", says)
