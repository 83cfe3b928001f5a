"""Where a request about personal data may stand, what is in the clear, and its gates. Pure. Source: workflows.md 3.19."""

from collections.abc import Collection

from askfirst.casework.kinds.reopened import REOPEN
from askfirst.casework.workflow import OPEN, File, Need, Taken
from askfirst.words import Sentence, say

__all__ = [
    "AGAIN",
    "ANSWERED",
    "ASKED_BACK",
    "AT_WORK",
    "A_COPY",
    "CLAUSE",
    "CLOSED",
    "CON_12",
    "COPIES",
    "COPY",
    "GIVEN",
    "LEAD",
    "LEAD_PART",
    "MONTH",
    "ONCE",
    "OPEN_STATES",
    "OUT",
    "PART",
    "RECEIVED",
    "REDACT",
    "WITHDRAWN",
    "is_extended",
    "lead_missing",
    "since",
    "turn",
]

RECEIVED, AT_WORK, ASKED_BACK = "received", "at-work", "asked-back"
GIVEN, PART, CLOSED, WITHDRAWN = "given", "refused-in-part", "closed", "withdrawn"
OPEN_STATES, ANSWERED = frozenset({RECEIVED, AT_WORK, ASKED_BACK}), frozenset({GIVEN, PART})
COPY, MONTH = "copy", "month-ends"
LEAD_PART, REDACT, OUT = "lead-part", "redact", "leave-out"
CLAUSE, AGAIN, CON_12 = "PRI-4", "MAN-1", "CON-12"


def turn(file: File) -> Taken:
    """When it was asked, or asked again: the time the law sets runs from there."""
    return file.of(OPEN, "ask-again")[-1]


def since(file: File) -> Taken:
    """The same, or when whoever answered opened it again: they have a month anew, by our own rule."""
    return file.of(OPEN, "ask-again", REOPEN)[-1]


def is_extended(file: File) -> bool:
    """Whether two months were added since then."""
    return any(taken.sequence > since(file).sequence for taken in file.of("extend"))


def lead_missing(file: File) -> Collection[str]:
    """That the safeguarding lead has seen to their part of a copy."""
    return (LEAD_PART,) if file.of(COPY) and not file.of(LEAD_PART) else ()


def no_copy(file: File) -> Collection[str]:
    """A copy that was asked for."""
    return () if file.of(COPY) else (COPY,)


def extended(file: File) -> Collection[str]:
    """No months added since it was asked."""
    return ("extend",) if is_extended(file) else ()


def for_copies_alone(missing: str, who: Sentence) -> Sentence:
    return say("Only a copy may take two months longer.")


def only_once(missing: str, who: Sentence) -> Sentence:
    return say("The two months were added already.")


def lead_first(missing: str, who: Sentence) -> Sentence:
    return say("The safeguarding lead has not seen to their part yet. Wait for it, or hold that part back, with the reason.")


def no_copy_asked(missing: str, who: Sentence) -> Sentence:
    return say("No copy is asked for here, so there is nothing to leave out.")


LEAD = Need("lead-seen-to", CLAUSE, lead_missing, lead_first)
A_COPY = Need("copy-to-make", CLAUSE, no_copy, no_copy_asked)
COPIES = Need("copy-asked", CLAUSE, no_copy, for_copies_alone)
ONCE = Need("not-extended", CLAUSE, extended, only_once)
