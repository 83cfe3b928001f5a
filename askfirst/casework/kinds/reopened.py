"""Opening again what was decided: by whoever sits where it was decided or above, with a reason. Pure, and written once for every kind.

Only of what somebody was asked to decide. What ends by itself, by a day or by whoever asked, is asked anew instead. Nothing that was
written goes away. Once it was removed for good there is no case any more to open. Source: workflows.md 3.0.
"""

from collections.abc import Collection

from askfirst.casework.fields import Field
from askfirst.casework.workflow import ROUTE, File, Hat, Need, Step
from askfirst.people.hats import Seat
from askfirst.words import Sentence, say

__all__ = ["REOPEN", "REOPENS", "REOPEN_ENDED", "REOPEN_HELD", "decided_by", "reopen", "time_of"]

REOPEN, REOPEN_HELD, REOPEN_ENDED = "reopen", "reopen-held", "reopen-ended"
REOPENS = frozenset({REOPEN, REOPEN_HELD, REOPEN_ENDED})
LEFT = "left"
DECIDER = frozenset({Hat.DECIDER})
WHY_AGAIN = Field(
    "note",
    say("Why does it open again?"),
    say("Give the reason why it opens again. They will read it."),
    hint=say("Whoever it belongs to reads this."),
    lines=3,
)


def they_left(file: File) -> Collection[str]:
    """Whoever it belongs to, still here."""
    return (LEFT,) if file.of(LEFT) else ()


def stays_closed(missing: str, who: Sentence) -> Sentence:
    return say("They have left, so it stays closed.")


STILL_HERE = Need("still-here", "MAN-1", they_left, stays_closed)


def reopen(clause: str, start: frozenset[str], end: str, *, id: str = REOPEN, leaves: bool = True) -> Step:
    """Whoever decided opens it again, where it goes back to `end`. `leaves`: it ends once they have left, and then stays closed."""
    return Step(
        id,
        say("Open it again"),
        say("Opened again"),
        start,
        end,
        DECIDER,
        clause,
        fields=(WHY_AGAIN,),
        needs=(STILL_HERE,) if leaves else (),
    )


def decided_by(file: File, *wants: str, since: Collection[str] = ()) -> frozenset[Seat]:
    """The seats that were asked last for one of these, at once or by climbing; who was asked before it went one level up is none of them.

    `since`: the steps that send it to somebody else. Linear in the steps taken.
    """
    last = file.last(*since) if since else None
    routes = [route for route in file.of(ROUTE) if route.of.partition(":")[0] in wants and (last is None or route.sequence > last.sequence)]
    return frozenset(route.seat for route in routes if route.of == routes[-1].of)


def time_of(file: File, id: str = REOPEN) -> str:
    """Which time it is asked for, so that what was asked once is asked of the same people anew; "" for the first."""
    return str(len(file.of(id)) + 1) if file.of(id) else ""
