"""A group that is only for learning, so that students may be in it (SNS-6): read about, agreed, noted, active for a year. Pure.

Ended by somebody else, it is asked about one level up (3.0): agreed to there, safeguarding notes it again and it begins anew.
Source: workflows.md 3.12, SNS-7, HYB-1, MAN-1; readings A18, A21 and A23; rulings 6 to 8. What changes outside the case, such as a second
adult who leaves, is written into it as a mark: `outside` says which marks may come, and the gates read marks alone.
"""

from collections.abc import Mapping

from askfirst.casework.fields import Field
from askfirst.casework.kinds.exemption_gates import (
    ENDED_BY_ANOTHER,
    GATES,
    MENDED_BY,
    MESSAGES_OPEN,
    MESSAGES_SAFE,
    NOT_OFFICIAL,
    OFFICIAL,
    OLD_ENOUGH,
    OWN_ACCOUNT,
    SECOND_GONE,
    SECOND_IS,
    SECOND_NAMED,
    SECOND_READ,
    TOO_YOUNG,
    missing,
    year_is_over,
)
from askfirst.casework.kinds.exemption_words import (
    AGES,
    LOGIN,
    MESSAGES,
    OPENING,
    READ_BY_BOTH,
    READ_ON,
    SAFE,
    SECOND,
)
from askfirst.casework.kinds.reopened import REOPEN, REOPEN_ENDED, decided_by, reopen
from askfirst.casework.kinds.talks import MORE
from askfirst.casework.workflow import ROUTE, Closing, Days, File, Hat, Move, Step, Taken, Want, Workflow
from askfirst.people.hats import DSL_TRUST, dsl, line_manager_of, person
from askfirst.words import Sentence, say

__all__ = ["ABOUT", "ACTIVE", "BEFORE", "EXEMPTION", "LIVE", "NOT_NOW", "ON", "REVIEW", "clear"]

PROPOSED, READ, AGREED, NOTED, ACTIVE, REVIEW = "proposed", "reading-done", "agreed", "noted", "active", "review"
NOT_NOW, ENDED, WITHDRAWN = "not-now", "ended", "withdrawn"
ABOUT, ON = "about-page", "on-service"
"""What stands in the clear from the opening on: the reference of the department's page, and our own name of the app or site."""
BEFORE = frozenset({PROPOSED, READ, AGREED, NOTED})
RUNNING = frozenset({ACTIVE, REVIEW})
LIVE = BEFORE | RUNNING
ASKER, ASKED, HANDLED, MACHINE = (frozenset({hat}) for hat in (Hat.ASKER, Hat.ASKED, Hat.HANDLED, Hat.ASKFIRST))
SOON, OWN_TIME, LONG = Days(remind=5, due=10, climb=11), Days(remind=5, due=10, climb=15), Days(remind=10, due=20, climb=25)
LAPSE, BACK = "lapse", "back-in-order"
TO_READ = (frozenset({PROPOSED}), READ)

NOTE = Field("note", say("What should they know?"), say("Write a line. They will read it."), lines=3)
REASON, THEY_READ = say("Give the reason (MAN-1). They will read it."), say("They will read this.")
WHY_NOT = Field("reason", say("Why not now?"), REASON, hint=THEY_READ, lines=3)
WHY_END = Field("reason", say("Why does it end?"), REASON, hint=THEY_READ, lines=3)


def wants(file: File) -> tuple[Want, ...]:
    """Whose turn it is. A group that is ready waits for nobody but whoever proposed it."""
    if file.state == READ:
        turn = file.turn
        asked = ("agree", "go-on")
        before = (route.seat for route in file.of(ROUTE) if route.sequence < turn.sequence and route.of.partition(":")[0] in asked)
        passed = tuple(dict.fromkeys(before)) if turn.step == "ask-again" else ()
        return (Want("agree", of=str(len(file.of("advice-read", "ask-again", REOPEN))), first=turn.seat, clock=SOON, passed=passed),)
    if file.state == AGREED:
        again = str(len(file.of("note"))) if file.of("note") else ""
        return (Want("note", of=again, first=dsl(file.school) if file.school else DSL_TRUST, clock=SOON, passed=_agreed_by(file)),)
    if file.state != REVIEW:
        return ()
    found = []
    if year_is_over(file):
        found.append(Want("go-on", of=str(len(file.of("year-on", REOPEN_ENDED))), first=line_manager_of(file.asker), clock=LONG))
    number, own = str(len(file.of("go-live", LAPSE, "year-on", "second", REOPEN_ENDED))), person(file.asker)
    found += [Want(step, of=number, first=own, clock=OWN_TIME, alone=True) for step in _to_mend(file)]
    return tuple(found)


def _to_mend(file: File) -> tuple[str, ...]:
    """The steps by which whoever runs it puts right what is missing. A page is put right in the page's own case."""
    shut = [need.id for need in GATES if need.missing(file) and need.id in MENDED_BY]
    return tuple(dict.fromkeys(MENDED_BY[id] for id in shut))


def _agreed_by(file: File) -> tuple[str, ...]:
    """Whoever agreed as line manager, and for whom: neither notes it as safeguarding lead too (ruling 6)."""
    agreed = file.last("agree")
    return tuple(person(ref) for ref in (agreed.by, agreed.acting_for) if ref) if agreed else ()


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """It leaves "active" by itself once a gate is shut, and comes back once all are open and the yearly look was taken."""
    shut = missing(file) or year_is_over(file)
    if file.state == ACTIVE and shut:
        return (Move(LAPSE),)
    return (Move(BACK),) if file.state == REVIEW and not shut else ()


def outside(file: File) -> tuple[Move, ...]:
    """The marks that may come from outside: the second adult has gone; the page is official no more, or again."""
    second, official, page = file.last(SECOND_IS, SECOND_GONE), file.last(OFFICIAL, NOT_OFFICIAL), file.last(ABOUT)
    gone = (Move(SECOND_GONE, seat=second.seat),) if second is not None and second.step == SECOND_IS else ()
    turned = NOT_OFFICIAL if official is not None and official.step == OFFICIAL else OFFICIAL
    return (*gone, *((Move(turned, of=page.of),) if page is not None else ()))


def sends(file: File, step: str, words: Mapping[str, object]) -> str:
    """Whom it goes to."""
    return line_manager_of(file.asker) if step == "advice-read" else ""


def marks(step: str, words: Mapping[str, object]) -> tuple[Move, ...]:
    """What gates hang on stands in the clear: by whom, never what was written. Whoever is named stands by reference."""
    if step == "second":
        return (Move(SECOND_IS, seat=person(str(words["second"]))),)
    if step == "advice-read":
        return (Move(SECOND_READ),) if words.get("both") else ()
    return _set_up(words) if step == "set-up" else ()


def _set_up(words: Mapping[str, object]) -> tuple[Move, ...]:
    ages, messages, account = words.get("ages"), words.get("messages"), words.get("login")
    moves = (
        Move(OWN_ACCOUNT) if account else None,
        Move(OLD_ENOUGH if ages == "yes" else TOO_YOUNG) if ages else None,
        Move(MESSAGES_SAFE if messages in SAFE else MESSAGES_OPEN) if messages else None,
    )
    return tuple(move for move in moves if move is not None)


def clear(words: Mapping[str, object], *, page: str, official: bool, service: str, second: str) -> tuple[Move, ...]:
    """What of an opening stands in the clear."""
    named = (Move(SECOND_IS, seat=person(second)),) if second else ()
    return (Move(ABOUT, of=page), Move(OFFICIAL if official else NOT_OFFICIAL), Move(ON, of=service), *named, *_set_up(words))


def decides(file: File) -> frozenset[str]:
    """Whoever says that it is only for learning, or that it may go on; of one that was ended, the safeguarding lead who noted it, too."""
    manager = decided_by(file, "agree", "go-on", since=("ask-again",))
    return manager if file.state == NOT_NOW else manager | decided_by(file, "note")


def _alone(id: str, says: Sentence, start: frozenset[str], end: str, *, tells: bool = False) -> Step:
    return Step(id, says, says, start, end, MACHINE, "SNS-6", tells=tells)


def _asked(
    id: str, says: Sentence, done: Sentence, at: tuple[str, str | None], *fields: Field, clause: str = "SNS-6", want: str = ""
) -> Step:
    state, end = at
    return Step(id, says, done, frozenset({state}), end, ASKED, clause, fields=fields, answers=True, want=want)


def _mine(id: str, says: Sentence, done: Sentence, at: tuple[frozenset[str], str | None], *fields: Field, clause: str = "SNS-6") -> Step:
    start, end = at
    return Step(id, says, done, start, end, ASKER, clause, fields=fields, tells=False)


EXEMPTION = Workflow(
    kind="exemption",
    says=say("A group with students, only for learning"),
    first=PROPOSED,
    over=frozenset({NOT_NOW, ENDED, WITHDRAWN}),
    states={
        PROPOSED: say("being prepared"),
        READ: say("advice read: with the line manager"),
        AGREED: say("agreed: the safeguarding lead notes it"),
        NOTED: say("noted: it can go live"),
        ACTIVE: say("active"),
        REVIEW: say("to be looked at again"),
        NOT_NOW: say("not now"),
        ENDED: say("ended"),
        WITHDRAWN: say("taken back"),
    },
    retention="R2",
    wants=wants,
    follows=follows,
    outside=outside,
    sends=sends,
    marks=marks,
    leaver="left",
    decides=decides,
    closes={ACTIVE: Closing(months=12, step="year-on", since=("go-live", "go-on"))},
    opening=OPENING,
    steps=(
        _mine("advice-read", say("I have read the advice"), say("Advice read"), TO_READ, READ_ON, READ_BY_BOTH, clause="SNS-7"),
        Step(
            "go-live", say("Make it active"), say("Made active"), BEFORE, ACTIVE, ASKER, "SNS-6", needs=GATES, tells=False, back=True,
        ),
        _asked("agree", say("Agree that it is only for learning"), say("Agreed"), (READ, AGREED)),
        _asked("turn-down", say("Not now"), say("Not now"), (READ, NOT_NOW), WHY_NOT, clause="MAN-1", want="agree"),
        _asked("note", say("I have seen it"), say("Noted by safeguarding"), (AGREED, NOTED), NOTE),
        _mine("second", say("Name the second adult"), say("Second adult named"), (LIVE, None), SECOND),
        Step(
            SECOND_READ, say("The second adult has read the advice"), say("Advice read by the second adult"), LIVE, None, ASKER, "SNS-7",
            fields=(READ_ON,), needs=(SECOND_NAMED,), tells=False,
        ),
        _mine("set-up", say("How the group is run"), say("Said how it is run"), (LIVE, None), LOGIN, AGES, MESSAGES, clause="HYB-1"),
        _alone("year-on", say("A year has passed"), frozenset({ACTIVE}), REVIEW),
        _alone(LAPSE, say("Something is missing: to be looked at again"), frozenset({ACTIVE}), REVIEW, tells=True),
        _alone(BACK, say("All in order: active again"), frozenset({REVIEW}), ACTIVE, tells=True),
        _asked("go-on", say("It may go on for a year"), say("It may go on for a year"), (REVIEW, None)),
        Step("end", say("End it"), say("Ended"), RUNNING, ENDED, HANDLED, "MAN-1", fields=(WHY_END,)),
        Step("stop", say("I have stopped using it"), say("Stopped"), RUNNING, ENDED, ASKER, "SNS-6", tells=False, back=True),
        Step(
            "ask-again", say("Ask one level up"), say("Asked again, one level up"), frozenset({NOT_NOW, ENDED}), READ, ASKER, "MAN-1",
            fields=(MORE,), needs=(ENDED_BY_ANOTHER,), tells=False,
        ),
        reopen("MAN-1", frozenset({NOT_NOW}), READ, leaves=False),
        reopen("MAN-1", frozenset({ENDED}), REVIEW, id=REOPEN_ENDED),
        _alone("left", say("Ended, because they have left"), LIVE, ENDED),
        _mine("withdraw", say("Take it back"), say("Taken back"), (BEFORE, WITHDRAWN)),
    ),
)  # fmt: skip
