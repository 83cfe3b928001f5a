"""The steps of the student route and their gates. Pure. Source: workflows.md 3.15; what is wanted and follows stands in `student_route`."""

from collections.abc import Callable, Collection

from askfirst.casework.fields import Field
from askfirst.casework.kinds.student_route_home import ADULT, CARERS, MISCONDUCT, VIRTUAL, home_untold, still_cared
from askfirst.casework.kinds.student_route_words import (
    ACCOUNT,
    DECIDED,
    EVIDENCE,
    FAMILY_READS,
    FINDING,
    MORE,
    OUTCOME,
    OUTSIDE,
    OWN_WORDS,
    POLICY,
    REASON,
    TALK,
    TOLD_CARE,
    TOLD_PARENT,
)
from askfirst.casework.workflow import File, Hat, Need, Step
from askfirst.words import Sentence, say

__all__ = [
    "ABOUT", "ALONE", "BACK", "CLEARING", "DONE", "ENDING", "FOLLOWED", "FOUND", "HELD", "LEFT", "PASSED_ON", "PASTORAL", "STEPS", "TALKED",
    "TO_TALK", "WITH_HEAD", "unheard",
]  # fmt: skip

CLEARING, HELD, TO_TALK, TALKED, FOUND = "waiting-for-lead", "held-by-lead", "to-talk", "talked", "found"
WITH_HEAD, ENDING, DONE, LEFT, PASSED_ON = "with-head", "to-finish", "finished", "left-school", "passed-on"
ABOUT, PASTORAL, ALONE = "about", "pastoral-lead", "told-without-name"
FOLLOWED = "followed-up"
"""Marks in the clear: who talks to the student; that nobody gave a name; that it was followed up. Of home: `student_route_home`."""
LIVE = frozenset({TO_TALK, TALKED, FOUND, WITH_HEAD, ENDING})
AFTER = frozenset({FOUND, WITH_HEAD, ENDING})
ASKED, MACHINE, HANDLERS = frozenset({Hat.ASKED}), frozenset({Hat.ASKFIRST}), frozenset({Hat.ASKED, Hat.HANDLED})
CHILD, READERS = frozenset({Hat.SUBJECT}), frozenset({Hat.SUBJECT, Hat.FAMILY})


def unless(*marks: str) -> Callable[[File], Collection[str]]:
    return lambda file: () if file.of(*marks) else marks[:1]


def where(*marks: str) -> Callable[[File], Collection[str]]:
    return lambda file: marks[:1] if file.of(*marks) else ()


def nothing_else_seen(file: File) -> Collection[str]:
    """What somebody told without a name, and nothing else (A51)."""
    return () if not file.of(ALONE) or file.of("other-evidence") else (ALONE,)


def unheard(file: File) -> Collection[str]:
    """The talk, and the student's own account."""
    return (*unless("record-talk")(file), *unless("take-account", "own-account")(file))


def unfound(file: File) -> Collection[str]:
    """The talk, and that misconduct was found."""
    return (*unless("record-talk")(file), *unless(MISCONDUCT)(file))


FIRST = {
    "record-talk": say("First the talk, then what was found, then what follows. Talk first."),
    "take-account": say("Write down the student’s own account first."),
    MISCONDUCT: say("Nothing can follow before misconduct was found. Say what was found first."),
    "family": say("First a parent or carer is told, or the safeguarding lead says why not."),
}
CARE_FIRST = say("First those who look after the student are told of this.")


def _said(sentence: Sentence) -> Callable[[str, Sentence], Sentence]:
    return lambda missing, who: sentence


HEARD_FIRST = Need("heard-first", "DIS-3", unheard, lambda missing, who: FIRST[missing])
FINDING_FIRST = Need("finding-first", "DIS-1", unfound, lambda missing, who: FIRST[missing])
MORE_EVIDENCE = Need(
    "seen-otherwise", "DIS-1", nothing_else_seen, _said(say("It was told without a name. First record what else was seen, and by whom.")),
)  # fmt: skip
SUMMARY_FIRST = Need("summary-first", "DIS-4", unless("write-summary"), _said(say("Write what the family reads first.")))
NOT_ADULT = Need("not-adult", "DIS-4", where(ADULT), _said(say("The student is 18 or over. Only the student is told.")))
NOT_CARED = Need(
    "not-looked-after", "DIS-4", still_cared,
    _said(say("Tell the social worker, the carer and the virtual school head. No other parent.")),
)  # fmt: skip
HOME_TOLD = Need("home-told", "DIS-4", home_untold, lambda missing, who: FIRST.get(missing, CARE_FIRST))


def _acts(id: str, says: Sentence, done: Sentence, end: str, *fields: Field, needs: tuple[Need, ...] = ()) -> Step:
    """What follows from a finding: never before the talk and the finding."""
    return Step(
        id, says, done, frozenset({TO_TALK, TALKED, FOUND}), end, ASKED, "DIS-1", fields=fields,
        needs=(FINDING_FIRST, *needs), answers=True, want="act",
    )  # fmt: skip


def _meanwhile(id: str, says: Sentence, done: Sentence, fields: tuple[Field, ...], clause: str, *needs: Need, start: frozenset[str] = LIVE,
               shown: frozenset[Hat] = frozenset()) -> Step:  # fmt: skip
    """What whoever deals with it may write down while it goes on."""
    return Step(id, says, done, start, None, HANDLERS, clause, fields=fields, needs=needs, beside=True, shown=shown)


def _told(id: str, says: Sentence, done: Sentence) -> Step:
    """Somebody who looks after the student is told: on which day, and how."""
    return Step(id, says, done, AFTER, None, ASKED, "DIS-4", fields=TOLD_CARE, beside=True, answers=True)


def _alone(id: str, says: Sentence, start: str, end: str) -> Step:
    return Step(id, says, says, frozenset({start}), end, MACHINE, "DIS-3", tells=False)


BACK = {TALKED: "back-talked", FOUND: "back-found", WITH_HEAD: "back-with-head", ENDING: "back-to-finish"}
"""Where it goes back to once the safeguarding lead has cleared it again, by where it stood; else to the talk."""
STEPS = (
    Step(
        "let-talk",
        say("It may go on to the talk"),
        say("Cleared by the safeguarding lead"),
        frozenset({CLEARING, HELD}),
        TO_TALK,
        ASKED,
        "DIS-3",
        fields=MORE,
        answers=True,
    ),
    Step(
        "pass-outside",
        say("It was passed on: keep nothing else"),
        say("Passed to the safeguarding lead"),
        frozenset({CLEARING, HELD}),
        PASSED_ON,
        ASKED,
        "DIS-3",
        fields=OUTSIDE,
        answers=True,
        want="let-talk",
        erases=True,
    ),
    Step(
        "flag",
        say("This is about safeguarding"),
        say("Given to safeguarding alone"),
        LIVE,
        HELD,
        HANDLERS,
        "DIS-3",
        fields=(REASON,),
    ),
    *(_alone(step, say("Goes on where it stood"), TO_TALK, state) for state, step in BACK.items()),
    Step(
        "record-talk",
        say("Record the talk"),
        say("Talked with the student"),
        frozenset({TO_TALK}),
        TALKED,
        ASKED,
        "DIS-3",
        fields=TALK,
        answers=True,
    ),
    _meanwhile(
        "take-account",
        say("Write down the student’s own account"),
        say("The student’s own account was written down"),
        (ACCOUNT,),
        "DIS-3",
        start=LIVE - {TO_TALK},
        shown=CHILD,
    ),
    Step(
        "own-account",
        say("Say my side"),
        say("The student said their side"),
        LIVE - {TO_TALK},
        None,
        CHILD,
        "DIS-3",
        fields=(OWN_WORDS,),
        beside=True,
        shown=CHILD,
        back=True,
    ),
    Step(
        "find",
        say("Say what was found"),
        say("What was found is written down"),
        frozenset({TO_TALK, TALKED}),
        FOUND,
        ASKED,
        "DIS-1",
        fields=FINDING,
        needs=(HEARD_FIRST,),
        answers=True,
        ends={"none": ENDING},
    ),
    _meanwhile("other-evidence", say("Record what else was seen"), say("What else was seen is recorded"), (EVIDENCE,), "DIS-1"),
    _meanwhile(
        "write-summary",
        say("Write what the family reads"),
        say("What the family reads is written"),
        (FAMILY_READS,),
        "DIS-4",
        shown=frozenset({Hat.FAMILY}),
    ),
    _meanwhile(
        "tell-parent",
        say("Record that a parent or carer was told"),
        say("A parent or carer was told"),
        TOLD_PARENT,
        "DIS-4",
        NOT_ADULT,
        NOT_CARED,
        SUMMARY_FIRST,
    ),
    _meanwhile(
        "ask-lead",
        say("Nobody can safely be told: ask the safeguarding lead"),
        say("The safeguarding lead was asked if anybody is to be told"),
        (REASON,),
        "DIS-4",
        start=AFTER,
    ),
    Step(
        "not-told",
        say("Record: not told, and why"),
        say("Not told: the safeguarding lead decided so"),
        AFTER,
        None,
        ASKED,
        "DIS-4",
        fields=(REASON,),
        beside=True,
        answers=True,
    ),
    _told(CARERS[0], say("Record that the social worker was told"), say("The social worker was told")),
    _told(CARERS[1], say("Record that the carer was told"), say("The carer was told")),
    _told(VIRTUAL, say("Record that the virtual school head was told"), say("The virtual school head was told")),
    _acts("restorative", say("They talk it over and mend it"), say("Talked over and mended"), ENDING, REASON),
    _acts("policy", say("Use the behaviour policy"), say("Dealt with under the behaviour policy"), ENDING, *POLICY, needs=(MORE_EVIDENCE,)),
    _acts("to-head", say("Send it to the Headteacher"), say("Sent to the Headteacher"), WITH_HEAD, REASON, needs=(MORE_EVIDENCE,)),
    Step(
        "head-decides",
        say("Record what you decided"),
        say("The Headteacher decided"),
        frozenset({WITH_HEAD}),
        ENDING,
        ASKED,
        "DIS-5",
        fields=DECIDED,
        answers=True,
    ),
    Step(
        "close-record",
        say("Finish it"),
        say("Finished"),
        frozenset({ENDING}),
        DONE,
        ASKED,
        "DIS-4",
        fields=(OUTCOME,),
        needs=(HOME_TOLD,),
        answers=True,
        shown=READERS,
    ),
    Step("has-left", say("End it: the student has left"), say("Ended: the student has left"), LIVE, LEFT, ASKED, "DIS-1", fields=(REASON,)),
)
