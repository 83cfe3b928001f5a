"""docs/editions.md, from the table of the life of an edition. `python -m gates.editions` prints it."""

import sys
from collections.abc import Iterator

from askfirst.adoption.states import MOVES, SAYS, Move, State, Who

__all__ = ["document"]

WHOSE = {
    Who.OWNER: "the governance professional",
    Who.APPROVER: "whoever the scheme of delegation names, never an author",
    Who.CONSULTED: "staff and their unions, students where they are asked",
    Who.ASKFIRST: "AskFirst itself, on the day",
}
HEAD = """# The life of an edition

Written by `make docs` from `askfirst/adoption/states.py` (workflow 3.17). A move's id never changes: it is in the record and in the
address of the API. One edition holds on any day, whenever the daily run writes it down.
"""


def _diagram() -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    for move in MOVES.values():
        for start in sorted(str(one) for one in move.start) or ["[*]"]:
            yield "    %s --> %s: %s" % (start, move.end, move.id)
    yield "```"


def _rows() -> Iterator[str]:
    yield "| move | from | to | who |"
    yield "|---|---|---|---|"
    for move in MOVES.values():
        yield "| `%s`: %s | %s | %s | %s |" % (move.id, move.says, _starts(move), SAYS[move.end].msgid, WHOSE[move.by])


def _starts(move: Move) -> str:
    return ", ".join(SAYS[state].msgid for state in State if state in move.start) or "nothing"


def document() -> str:
    return "\n".join([HEAD, *_diagram(), "", *_rows(), ""])


if __name__ == "__main__":
    sys.stdout.write(document())
