"""`python -m gates`: every gate, one line each; `python -m gates NAME ...` for some of them. Leaves with 1 when one is shut."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from gates.clauses import STUDENT_WORDS
from gates.gate import Gate
from gates.generated import GENERATED
from gates.house import HOUSE
from gates.imports import BY_NAME, DOORS, LATE
from gates.licences import LICENCES
from gates.reading import READABLE
from gates.sentences import FSTRINGS, SAID_WHOLE
from gates.tools import FORMAT, LAYERS, LINT, MIGRATIONS, TYPES
from gates.traces import TRACES
from gates.vendored import VENDORED
from gates.words import BANNED_WORDS

__all__ = ["GATES", "main"]

GATES: tuple[Gate, ...] = (
    FORMAT, LINT, TYPES, LAYERS, HOUSE, DOORS, BY_NAME, LATE, MIGRATIONS,
    FSTRINGS, SAID_WHOLE, BANNED_WORDS, READABLE, STUDENT_WORDS,
    LICENCES, VENDORED, TRACES, GENERATED,
)  # fmt: skip

SHOWN = 40  # lines under a shut gate; mending those brings the others


def _line(gate: Gate, wrong: list[str]) -> str:
    if not wrong:
        return "ok     %-15s %s" % (gate.name, gate.promise)
    things = "1 thing is" if len(wrong) == 1 else "%d things are" % len(wrong)
    return "\n".join(
        [
            "WRONG  %-15s %s wrong. Do: %s" % (gate.name, things, gate.do),
            *("       " + line for line in wrong[:SHOWN]),
            *(["       ..."] if len(wrong) > SHOWN else []),
        ]
    )


def _look(gate: Gate, root: Path) -> list[str]:
    """A gate that cannot look is shut: a file that cannot be parsed hides what is in it."""
    try:
        return gate.look(root)
    except (SyntaxError, ValueError, OSError) as problem:
        return ["it could not look: %s" % problem]


def main(names: list[str], root: Path) -> int:
    """Prints each gate's line; 0 when all are open, 1 when one is shut, 2 when a name is unknown."""
    unknown = sorted(set(names) - {gate.name for gate in GATES})
    if unknown:
        print("There is no gate %s. There are: %s" % (", ".join(unknown), ", ".join(gate.name for gate in GATES)))
        return 2
    chosen = [gate for gate in GATES if not names or gate.name in names]
    shut = 0
    with ThreadPoolExecutor(max_workers=2) as pool:  # half of the time is other programs' work
        for gate, wrong in zip(chosen, pool.map(lambda gate: _look(gate, root), chosen), strict=True):
            print(_line(gate, wrong), flush=True)
            shut += bool(wrong)
    if shut:
        print("%d of %d gates are shut. One alone: make check GATE=name" % (shut, len(chosen)))
    return 1 if shut else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path.cwd()))
