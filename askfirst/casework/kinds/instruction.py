"""An instruction about somebody's own blog (MAN-2, MAN-4): drafted, looked at by HR, given, answered, and ended by itself. Pure.

HR's look is advice and no veto. The one it is for sees it from the day it is given, and may query and challenge it; the next level
decides. Not pressing "received" voids nothing and opens nothing. It counts from its first day, or from the day it was given if that is
later. Source: workflows.md 3.16, MAN-1 to MAN-4, rulings 2 and 7. Times are our default.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from askfirst.casework.fields import Choice, Day, Field, read_day
from askfirst.casework.gates import Refused
from askfirst.casework.kinds.instruction_words import (
    ADVICE,
    ANSWER,
    DRAFT,
    LAST,
    LONGER,
    NOTICE,
    OVER,
    START,
    WHOM,
    WHY_LIFT,
    WHY_NOT,
    WHY_RENEW,
    checked,
    days_of,
    grounds_against,
    longer,
)
from askfirst.casework.workflow import INFORM, OPEN, OPEN_TO, Closing, Days, File, Hat, Move, Need, Part, Step, Taken, Want, Workflow
from askfirst.people.calendar import london_day
from askfirst.people.hats import HR, line_manager_of, person
from askfirst.words import Sentence, say

__all__ = ["ABOUT", "BEFORE", "DRAFTER", "GIVEN", "GONE", "INSTRUCTION", "MANAGES", "OUTCOME", "clear", "counts_from"]

LOOK, LOOKED, ISSUED, QUERIED, EXPLAINED, RECEIVED = "hr-look", "looked", "issued", "queried", "explained", "received"
CHALLENGED, REVIEWED, ACTIVE, ENDING = "challenged", "reviewed", "active", "ending"
ENDED, LIFTED, WITHDRAWN, LEFT = "ended", "lifted", "withdrawn", "left"
BEFORE = frozenset({LOOK, LOOKED})
GIVEN = frozenset({ISSUED, QUERIED, EXPLAINED, RECEIVED, CHALLENGED, REVIEWED, ACTIVE, ENDING})
UNANSWERED = frozenset({ISSUED, EXPLAINED, REVIEWED})
RUNS = frozenset({ACTIVE, ENDING})
ABOUT, MANAGES, DRAFTER, GONE = "about", "manages", "drafter", "drafter-left"
"""What stands in the clear: whom it is for, in which seat they are managed, who drafted it; and that the drafter has left."""

ASKED, SUBJECT, MANAGER, MACHINE = (frozenset({hat}) for hat in (Hat.ASKED, Hat.SUBJECT, Hat.MANAGER, Hat.ASKFIRST))
TIME_TO_LOOK, SOON = Days(remind=1, due=2, climb=3), Days(remind=2, due=5, climb=6)
OWN_TIME = Days(remind=5, due=10, climb=15)
CLAUSE = "MAN-2"
BEGIN = "begin"
OUTCOME = Field(
    "outcome",
    say("What do you decide?"),
    say("Choose what you decide."),
    choices=(Choice("stands", say("It stands")), Choice("lifted", say("It ends today"))),
)
DECIDED = Field("reason", say("Why?"), say("Say why. Both of them read it."), hint=say("Both of them read this."), lines=4)
AGAIN = tuple(replace(field, day=Day.COMING) if field.id == START else field for field in DRAFT)


def counts_from(file: File) -> date | None:
    """The first day on which it counts; None while it is not given. Never before the day it was given."""
    given, start = file.last("issue"), file.last(START)
    return max(london_day(given.at), date.fromisoformat(start.of)) if given and start else None


def _seat(file: File, mark: str) -> str:
    found = file.last(mark)
    return found.seat if found else file.asker_seat


def _drafter(file: File) -> str:
    """Whoever drafted it, by name; whoever manages them now, once the drafter has left."""
    return _seat(file, MANAGES if file.of(GONE) else DRAFTER)


def _times(file: File, *steps: str) -> str:
    """Counted, so that each time is a new one."""
    return str(len(file.of(*steps)))


def _received(file: File) -> bool:
    """Whether it was marked as received since it was last given, explained or looked at by the next level."""
    last = file.last("issue", "renew", "explain", "review", "receive", "receive-later")
    return last is not None and last.step.startswith("receive")


def _review(file: File) -> Want:
    """The next level above whoever gave it; neither they nor the drafter nor HR decide."""
    given = file.last("issue")
    giver = (given.acting_for or given.by) if given else file.asker
    givers = (given.by, giver) if given else (giver,)
    passed = dict.fromkeys((person(file.asker), *(person(ref) for ref in givers if ref), _seat(file, MANAGES), HR))
    return Want("review", of=_times(file, "challenge"), first=line_manager_of(giver), clock=SOON, passed=tuple(passed))


def wants(file: File) -> tuple[Want, ...]:
    """Whose turn it is. Whoever it is for is asked by name, and nobody after them."""
    if file.state == LOOK:
        return (Want("look", of=_times(file, OPEN, "change"), first=HR, clock=TIME_TO_LOOK),)
    if file.state == LOOKED:
        return (Want("issue", of=_times(file, OPEN, "change"), first=_drafter(file), clock=SOON),)
    found = []
    if file.state == QUERIED:
        found.append(Want("explain", of=_times(file, "query"), first=_drafter(file), clock=SOON))
    elif file.state == CHALLENGED:
        found.append(_review(file))
    elif not _received(file):
        times = _times(file, "issue", "renew", "explain", "review")
        found.append(Want("receive", of=times, first=_seat(file, ABOUT), clock=OWN_TIME, alone=True))
    renewed, looked = file.last("renew"), file.last("advise-again")
    if renewed and (looked is None or looked.sequence < renewed.sequence):
        found.append(Want("advise-again", of=_times(file, "renew"), first=HR, clock=TIME_TO_LOOK))
    return tuple(found)


def _has_begun(file: File) -> bool:
    """Whether it was active before, since it was given or renewed."""
    last = file.last("issue", "renew", BEGIN)
    return last is not None and last.step == BEGIN


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """Whoever it is for hears of what others do; what was active before is active again at once."""
    if taken.step == GONE:
        return (Move(INFORM, of=GONE, seat=_seat(file, MANAGES)),)
    hears = taken.step in ("review", "lift", "ending", "over")
    tells = (Move(INFORM, of=taken.step, seat=_seat(file, ABOUT)),) if hears else ()
    also = (Move(INFORM, of=taken.step, seat=_seat(file, MANAGES)),) if taken.step == "ending" else ()
    again = file.state in (RECEIVED, REVIEWED) and taken.step in ("receive", "review") and _has_begun(file)
    return (*tells, *also, *((Move(BEGIN),) if again else ()))


def outside(file: File) -> tuple[Move, ...]:
    """That the drafter has left is marked once: then it is their successor's to explain."""
    return () if file.of(GONE) else (Move(GONE, seat=_seat(file, DRAFTER)),)


def sends(file: File, step: str, words: Mapping[str, object]) -> str:
    """Nobody in particular. Raises BadField for days that do not fit, and Refused for what it can never be."""
    on = london_day(file.opened_at)
    if step == "change":
        if against := grounds_against(words):
            raise Refused(against)
        checked(words, on=on)
    if step == "renew" and (last := file.last(LAST)) and words.get("ends"):
        longer(date.fromisoformat(last.of), date.fromisoformat(read_day(words, "ends", side=Day.EITHER, on=on)))
    return ""


def marks(step: str, words: Mapping[str, object]) -> tuple[Move, ...]:
    """Its days stand in the clear, since it begins and ends by them."""
    if step == "change":
        return tuple(days_of(str(words["ends"]), str(words[START])))
    return tuple(days_of(str(words["ends"]))) if step == "renew" else ()


def clear(words: Mapping[str, object], *, about: str, manages: str, drafter: str) -> tuple[Move, ...]:
    """What of an opening stands in the clear; whoever manages them sees it from the beginning."""
    return (
        Move(ABOUT, seat=person(about)),
        Move(MANAGES, seat=manages),
        Move(DRAFTER, seat=person(drafter)),
        *days_of(str(words["ends"]), str(words[START])),
        Move(OPEN_TO, seat=manages),
    )


def keeps(file: File) -> frozenset[str]:
    """HR's advice, and drafts that were never given, are not for the one it is for."""
    drafts = file.of(OPEN, "change")
    return frozenset("step-%d" % taken.sequence for taken in (*drafts[:-1], *file.of("look", "advise-again")))


def _challenged_before(file: File) -> tuple[str, ...]:
    last = file.last("challenge", "renew")
    return ("challenge",) if last is not None and last.step == "challenge" else ()


def _once(missing: str, who: Sentence) -> Sentence:
    return say("The next level has looked at it once. You can still talk to HR, or to your union.")


ONCE = Need("challenged-once", "MAN-1", _challenged_before, _once)


def _by(  # noqa: PLR0917
    hats: frozenset[Hat], id: str, says: Sentence, done: Sentence, start: frozenset[str], end: str | None, *fields: Field,
    clause: str = CLAUSE, answers: bool = False, want: str = "", until: str = "", needs: tuple[Need, ...] = (),
    ends: Mapping[str, str] | None = None, tells: bool = True,
) -> Step:  # fmt: skip
    return Step(
        id, says, done, start, end, hats, clause, fields=fields, answers=answers, want=want, until=until, needs=needs, ends=ends or {},
        tells=tells,
    )  # fmt: skip


def _alone(id: str, says: Sentence, start: frozenset[str], end: str) -> Step:
    return Step(id, says, says, start, end, MACHINE, CLAUSE, tells=False)


INSTRUCTION = Workflow(
    kind="instruction",
    says=say("An instruction about somebody’s blog"),
    first=LOOK,
    over=frozenset({ENDED, LIFTED, WITHDRAWN, LEFT}),
    states={
        LOOK: say("with HR for a look"),
        LOOKED: say("HR has looked: not given yet"),
        ISSUED: say("issued"),
        QUERIED: say("queried"),
        EXPLAINED: say("explained"),
        RECEIVED: say("received"),
        CHALLENGED: say("challenged: the next level decides"),
        REVIEWED: say("looked at by the next level"),
        ACTIVE: say("active"),
        ENDING: say("active, and ends soon"),
        ENDED: say("ended"),
        LIFTED: say("ended early"),
        WITHDRAWN: say("taken back: it was never given"),
        LEFT: say("ended: they have left"),
    },
    retention="R2",
    wants=wants,
    follows=follows,
    outside=outside,
    sends=sends,
    marks=marks,
    shows={"receive": Part.OWN},
    hats={ABOUT: Hat.SUBJECT, MANAGES: Hat.MANAGER, DRAFTER: Hat.MANAGER},
    keeps_from_subject=keeps,
    leaver="left",
    leaves=ABOUT,
    closes={
        **dict.fromkeys(BEFORE, Closing(step="lapse", on=OVER, morning=True)),
        **dict.fromkeys(UNANSWERED | {RECEIVED}, Closing(step=BEGIN, on=START, morning=True, evening=True)),
        **dict.fromkeys((QUERIED, CHALLENGED, ENDING), Closing(step="over", on=OVER, morning=True)),
        ACTIVE: Closing(step="ending", on=NOTICE, morning=True),
    },
    opening=(WHOM, *DRAFT),
    steps=(
        _by(ASKED, "look", say("Send my advice"), say("HR has looked"), frozenset({LOOK}), LOOKED, ADVICE, answers=True),
        _by(ASKED, "issue", say("Give it to them"), say("Issued"), frozenset({LOOKED}), ISSUED, answers=True, until=LAST),
        _by(MANAGER, "change", say("Change it"), say("Changed: HR looks again"), BEFORE, LOOK, *AGAIN),
        _by(ASKED, "receive", say("I have received it"), say("Received"), UNANSWERED, RECEIVED, answers=True),
        _by(ASKED, "receive-later", say("I have received it"), say("Received"), RUNS, None, answers=True, want="receive"),
        _by(SUBJECT, "query", say("Ask what it means"), say("Queried"), UNANSWERED | RUNS | {RECEIVED}, QUERIED, WHY_NOT),
        _by(ASKED, "explain", say("Explain it"), say("Explained"), frozenset({QUERIED}), EXPLAINED, ANSWER, answers=True, tells=False),
        _by(
            SUBJECT, "challenge", say("Ask the next level to decide"), say("Challenged"), UNANSWERED | RUNS | {RECEIVED, QUERIED},
            CHALLENGED, WHY_NOT, clause="MAN-1", needs=(ONCE,),
        ),
        _by(
            ASKED, "review", say("Decide the challenge"), say("Decided by the next level"), frozenset({CHALLENGED}), REVIEWED,
            OUTCOME, DECIDED, clause="MAN-1", answers=True, ends={"stands": REVIEWED, "lifted": LIFTED},
        ),
        _by(MANAGER, "renew", say("Renew it with a new reason"), say("Renewed"), frozenset({ENDING}), ISSUED, WHY_RENEW, LONGER),
        _by(ASKED, "advise-again", say("Send my advice"), say("HR has looked again"), GIVEN, None, ADVICE, answers=True),
        _by(MANAGER, "lift", say("End it early"), say("Ended early"), GIVEN, LIFTED, WHY_LIFT, clause="MAN-1"),
        _by(MANAGER, "withdraw", say("Take it back"), say("Taken back"), BEFORE, WITHDRAWN, tells=False),
        _alone(BEGIN, say("Active"), UNANSWERED | {RECEIVED}, ACTIVE),
        _alone("ending", say("It ends within 30 days"), frozenset({ACTIVE}), ENDING),
        _alone("over", say("Ended: its last day has passed"), frozenset({QUERIED, CHALLENGED, ENDING}), ENDED),
        _alone("lapse", say("Its days passed before it was given"), BEFORE, WITHDRAWN),
        _alone("left", say("Ended, because they have left"), BEFORE | GIVEN, LEFT),
    ),
)  # fmt: skip
