"""What the machine writes of the proof that a page's keeper runs it: it was shown, or it was not. Pure."""

from askfirst.casework.workflow import Hat, Step
from askfirst.words import Sentence, say

__all__ = ["MISSING", "SHOWN", "proved"]

SHOWN, MISSING = "control-shown", "control-missing"


def _alone(id: str, says: Sentence) -> Step:
    return Step(id, says, says, frozenset(), None, frozenset({Hat.ASKFIRST}), "HYB-1", beside=True, tells=False)


def proved() -> tuple[Step, ...]:
    """The two marks. Each says by which way and what came of it; the last one counts."""
    return (
        _alone(SHOWN, say("It was shown that its keeper runs it")),
        _alone(MISSING, say("It was not shown that its keeper runs it")),
    )
