"""Where a concern may stand, what is in the clear, and what must be so before a step. Pure. Source: workflows.md 3.13; reading A51."""

from collections.abc import Callable, Collection

from askfirst.casework.kinds.concern_words import LAWFUL
from askfirst.casework.kinds.support import COLLEAGUE, PUPIL, SUPPORT, first, unsupported
from askfirst.casework.workflow import File, Need, Taken
from askfirst.words import Sentence, say

__all__ = [
    "ABOUT_STAFF",
    "AGAIN",
    "AGENCY",
    "BY_AGENCY",
    "CLAUSE",
    "CLEARED",
    "CLOSED",
    "COLLEAGUE_HURT",
    "DEALT",
    "EMPLOYED",
    "FAMILY",
    "GONE",
    "IS_EMPLOYED",
    "IS_STUDENT",
    "KNOWN",
    "LOCKED",
    "MERGED",
    "MORE_EVIDENCE",
    "NOT_LAWFUL",
    "OUTCOMES",
    "OUTSIDE",
    "PICKED",
    "ROUTED",
    "ROUTE_CLAUSE",
    "SCREEN",
    "STUDENT",
    "STUDENT_HURT",
    "SUPPORTED",
    "TAKEN_BACK",
    "TOLD",
    "TRIAGE",
    "USUAL",
    "WEIGHED",
    "WITHDRAWN",
    "WORD",
    "latest",
    "unhelped",
]


SCREEN, LOCKED, TRIAGE, WEIGHED, ROUTED, DEALT = "screen", "locked", "triage", "weighed", "routed", "dealt-with"
TOLD, AGAIN, CLOSED, OUTSIDE, MERGED, WITHDRAWN = "told", "asked-again", "closed", "passed-outside", "merged", "withdrawn"
TAKEN_BACK = "taken-back"
"""Withdrawn by whoever told of it, while support for whom it hurt is still asked for."""
USUAL, FAMILY, WORD, PICKED = "usual-triage", "hurt-family", "came-of-it", "picked"
EMPLOYED, AGENCY, STUDENT = "employed", "through-agency", "a-student"
"""Marks in the clear: who usually weighs it, a parent of whom it hurt, the word for what came of it, each clause picked; what whoever it is
about is here."""
GONE = "subject-left"
"""The mark that somebody who worked here, and whom it is about, has left: then HR says whether it goes on (3.0)."""
CLAUSE, ROUTE_CLAUSE = "PRI-2", "DIS-1"
OUTCOMES = ("close-leaver", "no-action", "advice", "restorative", "removal", "data-breach", "hr-and-agency", "complaint")


def _said(sentence: Sentence) -> Callable[[str, Sentence], Sentence]:
    return lambda missing, who: sentence


def unless(*marks: str) -> Callable[[File], Collection[str]]:
    return lambda file: () if file.of(*marks) else marks[:1]


def nothing_else_seen(file: File) -> Collection[str]:
    """What somebody told without a name, and nothing else (A51)."""
    return () if file.asker or file.of("other-evidence") else ("evidence",)


def lawful(file: File) -> Collection[str]:
    """What was weighed and found to be lawful speech."""
    last = latest(file, "speech")
    return ("speech",) if last is None or last.of == LAWFUL else ()


def latest(file: File, *steps: str) -> Taken | None:
    """The last of these steps since it was last looked into after all: then it begins anew."""
    last, anew = file.last(*steps), file.last("reopen")
    return None if last is None or (anew is not None and anew.sequence > last.sequence) else last


def not_cleared(file: File) -> Collection[str]:
    """What safeguarding has not let go on since it came to them."""
    return () if latest(file, "clear") else ("clear",)


def unhelped(file: File) -> Collection[str]:
    """That support for a colleague or a student whom it hurt was recorded; what goes the staff way has a colleague's there."""
    went = latest(file, *OUTCOMES, "to-staff-route", "to-student-route")
    there = {SUPPORT} if went and went.step == "to-staff-route" else set()
    return tuple(step for step in unsupported(file) if step not in there)


MORE_EVIDENCE = Need(
    "not-alone", ROUTE_CLAUSE, nothing_else_seen, _said(say("It was told without a name. First record what else was seen, and by whom.")),
)  # fmt: skip
NOT_LAWFUL = Need(
    "not-lawful-speech", ROUTE_CLAUSE, lawful, _said(say("It was found to be lawful speech. Nobody may be sanctioned for it."))
)
IS_EMPLOYED = Need(
    "employed", "DIS-1", unless(EMPLOYED), _said(say("The staff route is for somebody employed here. Choose another way.")),
)  # fmt: skip
BY_AGENCY = Need("agency", "INT-1", unless(AGENCY), _said(say("This is for somebody who comes through an agency.")))
IS_STUDENT = Need("student", "DIS-1", unless(STUDENT), _said(say("The student route is for a student here. Choose another way.")))
ABOUT_STAFF = Need("staff", "DIS-1", unless(EMPLOYED, AGENCY), _said(say("This is for a concern about somebody who works here.")))
CLEARED = Need("cleared", CLAUSE, not_cleared, _said(say("Look at it first, then choose who weighs it.")))
COLLEAGUE_HURT = Need("colleague", "CON-10", unless(COLLEAGUE), _said(say("Nobody known who works here is the one it hurt.")))
STUDENT_HURT = Need("student-hurt", "PRI-2", unless(PUPIL), _said(say("Nobody known who learns here is the one it hurt.")))
KNOWN = Need("known", CLAUSE, unless("about"), _said(say("Nobody known here is the one it is about.")))
SUPPORTED = first(unhelped)
