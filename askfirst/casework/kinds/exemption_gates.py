"""What must be in place while students are in a group that is only for learning. Each gate names its clause and says how to open it. Pure.

Source: workflows.md 3.12; SNS-6 and SNS-7, HYB-1, INT-4; readings A18, A21, A23; ruling 6.
"""

from collections.abc import Callable, Collection, Mapping

from askfirst.casework.workflow import File, Need
from askfirst.words import Sentence, say

__all__ = [
    "ENDED_BY_ANOTHER",
    "GATES", "MENDED_BY", "MESSAGES_OPEN", "MESSAGES_SAFE", "NOT_OFFICIAL", "OFFICIAL", "OLD_ENOUGH", "OWN_ACCOUNT", "SECOND_GONE",
    "SECOND_IS", "SECOND_NAMED", "SECOND_READ", "TOO_YOUNG", "missing", "year_is_over",
]  # fmt: skip

OFFICIAL, NOT_OFFICIAL = "page-official", "page-not-official"
SECOND_IS, SECOND_GONE, SECOND_READ = "second-adult", "second-gone", "second-read"
OWN_ACCOUNT = "school-account"
OLD_ENOUGH, TOO_YOUNG = "old-enough", "too-young"
MESSAGES_SAFE, MESSAGES_OPEN = "messages-safe", "messages-open"
MENDED_BY: Mapping[str, str] = {
    "second-there": "second",
    "second-has-read": "second-read",
    "account-owned": "set-up",
    "old-enough": "set-up",
    "messages-safe": "set-up",
}
"""By gate: the step with which whoever runs the group opens it again."""


def _stands(file: File, mark: str, other: str) -> bool:
    """Whether of two marks that undo each other this one came last."""
    last = file.last(mark, other)
    return last is not None and last.step == mark


def not_read(file: File) -> Collection[str]:
    """The advice, read by whoever proposes the group."""
    return () if file.of("advice-read") else ("advice-read",)


def no_second(file: File) -> Collection[str]:
    """A second adult who runs it too and is employed here; a supply teacher is not."""
    return () if _stands(file, SECOND_IS, SECOND_GONE) else ("second",)


def second_not_read(file: File) -> Collection[str]:
    """The advice, read by the second adult who is named now."""
    named = file.last(SECOND_IS)
    if named is None or no_second(file):
        return ()
    return () if any(taken.sequence > named.sequence for taken in file.of(SECOND_READ)) else ("second-read",)


def no_account(file: File) -> Collection[str]:
    """A login that the school owns."""
    return () if file.of(OWN_ACCOUNT) else ("account",)


def not_official(file: File) -> Collection[str]:
    """The department's page, official as its own case stands."""
    return () if _stands(file, OFFICIAL, NOT_OFFICIAL) else ("page",)


def too_young(file: File) -> Collection[str]:
    """Everybody old enough for the app or site."""
    return () if _stands(file, OLD_ENOUGH, TOO_YOUNG) else ("ages",)


def messages_open(file: File) -> Collection[str]:
    """No private messages, or a log of them."""
    return () if _stands(file, MESSAGES_SAFE, MESSAGES_OPEN) else ("messages",)


def not_agreed(file: File) -> Collection[str]:
    """The line manager's word that it is only for learning; asked one level up, the word of whoever sits there."""
    last = file.last("agree", "turn-down", "ask-again")
    return () if last is not None and last.step == "agree" else ("agree",)


def not_noted(file: File) -> Collection[str]:
    """The safeguarding lead's note, and another where one level up it was agreed to after it had ended."""
    return () if _stands(file, "note", "ask-again") else ("note",)


def stopped_it(file: File) -> Collection[str]:
    """Somebody else, who ended it or said "not now"."""
    return ("stop",) if _stands(file, "stop", "end") else ()


def year_is_over(file: File) -> bool:
    """Whether a year has passed since the line manager last looked, or since it began anew."""
    last = file.last("year-on", "go-on", "go-live")
    return last is not None and last.step == "year-on"


def _said(sentence: Sentence) -> Callable[[str, Sentence], Sentence]:
    return lambda missing, who: sentence


SECOND_NAMED = Need("second-there", "SNS-6", no_second, _said(say("A second adult must run it too. Name somebody employed here.")))
ENDED_BY_ANOTHER = Need("ended-by-another", "MAN-1", stopped_it, _said(say("You stopped it yourself. To run it again, begin a new one.")))
GATES = (
    Need("advice-read", "SNS-7", not_read, _said(say("First read the advice, then record here that you have."))),
    SECOND_NAMED,
    Need("second-has-read", "SNS-7", second_not_read, _said(say("The second adult reads the advice too. Then you record it here."))),
    Need("account-owned", "HYB-1", no_account, _said(say("It needs a login that the school owns. Give its address."))),
    Need("page-official", "HYB-1", not_official, _said(say("The page of your department must be official. See how it stands there."))),
    Need("old-enough", "INT-4", too_young, _said(say("Everybody in it must be old enough for the app. Check, then say so here."))),
    Need("messages-safe", "SNS-6", messages_open, _said(say("Turn private messages off, or keep a log of them. Then say so here."))),
    Need("manager-agreed", "SNS-6", not_agreed, _said(say("Your line manager must agree that it is only for learning."))),
    Need("lead-noted", "SNS-6", not_noted, _said(say("The safeguarding lead must note it first."))),
)


def missing(file: File) -> bool:
    """Whether any gate is shut."""
    return any(need.missing(file) for need in GATES)
