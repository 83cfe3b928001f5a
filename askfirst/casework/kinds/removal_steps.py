"""The steps of a request to take something down, and the states between them. Pure. See `removal` for who is asked, and when."""

from collections.abc import Collection, Mapping

from askfirst.casework.fields import Choice, Day, Field
from askfirst.casework.kinds.reopened import reopen
from askfirst.casework.workflow import Days, File, Hat, Need, Step
from askfirst.words import Sentence, say

__all__ = [
    "ANSWERED",
    "ASKED",
    "BEGINS",
    "CLOSED",
    "COPIED",
    "DECLINED",
    "FLAG",
    "ITEM",
    "LINKS",
    "LINK_STATES",
    "NO_ANSWER",
    "OPEN_STATES",
    "OTHER_WAY",
    "OWN_TIME",
    "PART",
    "POSTER",
    "REMINDED",
    "REMINDS",
    "REMOVED",
    "REQUEST_AGAIN",
    "SCHOOL_ONLY",
    "SENT",
    "STEPS",
    "THROUGH",
    "TIME_TO_ASK",
    "TIME_TO_REMIND",
    "TIME_TO_SAY",
    "WATCHED",
    "WITHDRAWN",
    "WITH_SCHOOL",
]

WITH_SCHOOL, SENT, COPIED, ASKED, REMINDED = "with-school", "sent", "copied", "asked", "reminded"
REMOVED, PART, DECLINED, NO_ANSWER, OTHER_WAY = "removed", "part-removed", "declined", "no-answer", "other-way"
WATCHED, CLOSED, WITHDRAWN = "watched", "closed", "withdrawn"
ANSWERED = frozenset({REMOVED, PART, DECLINED, NO_ANSWER})
OPEN_STATES = frozenset({WITH_SCHOOL, SENT, COPIED, ASKED, REMINDED})
BEGINS = {"here": SENT, "copy": COPIED, "school": WITH_SCHOOL}
"""Where it begins, by who asks."""
ITEM = "item"
"""The paper that whoever is asked may read: which post, what is asked, and neutral words."""
# What stands in the clear from the opening on: whom it would go to, and by whom it is helped; refs and seats, never a word.
POSTER, REMINDS, THROUGH, FLAG, LINKS, SCHOOL_ONLY = "poster", "reminds", "through", "flag", "links", "school-only"

ASKER, BY_ASKED, MACHINE = frozenset({Hat.ASKER}), frozenset({Hat.ASKED}), frozenset({Hat.ASKFIRST})
TIME_TO_ASK, TIME_TO_SAY, TIME_TO_REMIND = Days(remind=1, due=2, climb=3), Days(remind=2, due=3, climb=3), Days(remind=1, due=2, climb=4)
OWN_TIME = Days(remind=3, due=5, climb=10)
ENDS = {"removed": REMOVED, "part": PART, "declined": DECLINED, "no-answer": NO_ANSWER, "other-way": OTHER_WAY}
SAID = {
    "removed": say("All of it is down"),
    "part": say("Part of it is down"),
    "declined": say("It stays up"),
    "no-answer": say("There was no answer"),
    "other-way": say("It needs another way"),
}
LINK_STATES = {
    "open": say("Open"),
    "removed": say("Removed"),
    "refused": say("Refused"),
    "back": say("Back again"),
}


def _outcome(*values: str) -> Field:
    choices = tuple(Choice(value, SAID[value]) for value in values)
    return Field("outcome", say("What came of it?"), say("Choose what came of it."), choices=choices, lines=1)


REASON = Field(
    "reason",
    say("Why does it stay up?"),
    say("Say in a line why it stays up. That is all you need to do."),
    hint=say("They will read this. Saying no is not misconduct by itself, and is not listed in DIS-1."),
    where={"outcome": ("part", "declined")},
    lines=3,
)
NOTE = Field(
    "note",
    say("Anything they should know?"),
    say("Add a line, or leave it empty."),
    hint=say("They will read this."),
    needed=False,
    lines=3,
)
WHICH = Field(
    "which",
    say("Which link?"),
    say("Choose which link."),
    choices=tuple(Choice(str(number), say("Link {number}", number=number)) for number in range(1, 11)),
    lines=1,
)
NOW = Field(
    "status",
    say("How does it stand?"),
    say("Choose how it stands."),
    choices=tuple(Choice(value, says) for value, says in LINK_STATES.items() if value != "back"),
    lines=1,
)
CHECK_ON = Field(
    "check_on",
    say("Look again on which day?"),
    say("Give the day to look again."),
    hint=say("Such as 15/12/2026."),
    day=Day.COMING,
    lines=1,
)
WHO_ASKS = Field(
    "outcome",
    say("Who asks this time?"),
    say("Choose who asks this time."),
    choices=(
        Choice("school", say("The school asks for me")),
        Choice("here", say("AskFirst sends it to them again")),
        Choice("copy", say("I send the words myself")),
    ),
    lines=1,
)
REQUEST_AGAIN = say("Between staff and students the school always asks. Choose the school.")


def poster_known(file: File) -> Collection[str]:
    """Who posted it, where that is somebody here."""
    return () if file.of(POSTER) else (POSTER,)


def name_them_first(missing: str, who: Sentence) -> Sentence:
    return say("We do not know who posted it. Ask them yourself, then write down what came of it.")


KNOWN = Need("poster-known", "CON-6", poster_known, name_them_first)


def _own(
    id: str,
    says: Sentence,
    done: Sentence,
    start: frozenset[str],
    end: str | None,
    *,
    clause: str = "CON-6",
    fields: tuple[Field, ...] = (),
    answers: bool = False,
    beside: bool = False,
    ends: Mapping[str, str] | None = None,
) -> Step:
    """A step of whoever asks."""
    return Step(id, says, done, start, end, ASKER, clause, fields=fields, answers=answers, beside=beside, ends=ends or {}, tells=False)


def _machine(id: str, done: Sentence, start: frozenset[str], end: str) -> Step:
    return Step(id, done, done, start, end, MACHINE, "CON-6", tells=False)


STEPS = (
    Step(
        "say-what",
        say("Send my answer"),
        say("Answered"),
        frozenset({SENT, ASKED, REMINDED}),
        None,
        BY_ASKED,
        "CON-6",
        fields=(_outcome("removed", "part", "declined"), REASON),
        answers=True,
        ends=ENDS,
    ),
    Step(
        "pass-to-them",
        say("Send it to whoever posted it"),
        say("Sent on, with no name but the one agreed to"),
        frozenset({WITH_SCHOOL}),
        ASKED,
        BY_ASKED,
        "CON-6",
        needs=(KNOWN,),
        answers=True,
    ),
    Step(
        "report-back",
        say("Write down what came of it"),
        say("What came of it is written down"),
        frozenset({WITH_SCHOOL}),
        None,
        BY_ASKED,
        "CON-6",
        fields=(_outcome("removed", "part", "declined", "no-answer", "other-way"), NOTE),
        answers=True,
        want="pass-to-them",
        ends=ENDS,
    ),
    Step(
        "remind-them",
        say("I have reminded them"),
        say("Reminded"),
        frozenset({REMINDED}),
        None,
        BY_ASKED,
        "CON-6",
        answers=True,
        beside=True,
    ),
    _own(
        "what-came",
        say("Say what came of it"),
        say("What came of it is written down"),
        frozenset({COPIED}),
        None,
        fields=(_outcome("removed", "part", "declined", "no-answer"), NOTE),
        answers=True,
        ends=ENDS,
    ),
    _own(
        "ask-school",
        say("Ask the school to ask for me"),
        say("The school is asked to help"),
        ANSWERED - {REMOVED} | {SENT, COPIED},
        WITH_SCHOOL,
    ),
    _own(
        "mark-link",
        say("Write down how a link stands"),
        say("A link is looked at"),
        OPEN_STATES | ANSWERED | {OTHER_WAY, WATCHED, CLOSED},
        None,
        clause="CON-8",
        fields=(WHICH, NOW),
        beside=True,
    ),
    _own(
        "look-again",
        say("Remind me to look again"),
        say("To be looked at again"),
        ANSWERED | {CLOSED},
        WATCHED,
        clause="CON-8",
        fields=(CHECK_ON,),
    ),
    _own(
        "still-gone",
        say("I have looked: nothing is back"),
        say("Looked again: nothing is back"),
        frozenset({WATCHED}),
        CLOSED,
        clause="CON-8",
        answers=True,
    ),
    _own(
        "back-again",
        say("It is back again"),
        say("Back again"),
        ANSWERED | {WATCHED, CLOSED},
        None,
        fields=(WHICH, WHO_ASKS),
        ends=BEGINS,
    ),
    reopen("CON-6", ANSWERED | {OTHER_WAY}, WITH_SCHOOL, leaves=False),
    _machine("no-answer", say("No answer came"), frozenset({SENT, COPIED, REMINDED}), NO_ANSWER),
    _machine("time-to-remind", say("No answer in three school days"), frozenset({ASKED}), REMINDED),
    _machine("watched-out", say("A year has passed"), frozenset({WATCHED}), CLOSED),
    _machine("left", say("Ended, because they have left"), OPEN_STATES | {WATCHED}, CLOSED),
    _own("withdraw", say("Take it back"), say("Taken back"), OPEN_STATES | {WATCHED}, WITHDRAWN),
)
