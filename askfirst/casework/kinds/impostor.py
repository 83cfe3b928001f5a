"""Somebody tells of a page that pretends to be the school's, or a member of staff's (HYB-1): communications look, and say. Pure.

Nobody is named as its maker, and no conduct record comes of it. The address is words: AskFirst never opens it. Until communications have
answered, nothing here says what the page is. Source: workflows.md 3.19, rulings 3 and 4. The times are our default.
"""

from collections.abc import Mapping
from datetime import date

from askfirst.casework.clocks import Days, Until
from askfirst.casework.fields import Choice, Day, Field
from askfirst.casework.kinds.reopened import decided_by, reopen, time_of
from askfirst.casework.workflow import File, Hat, Move, Step, Want, Workflow
from askfirst.people.hats import COMMS
from askfirst.words import say

__all__ = ["CHECK_ON", "IMPOSTOR", "NOT_OURS", "OPENING"]

TOLD, CONFIRMED, STILL_UP, REFUSED, BACK = "told", "not-ours", "still-up", "refused", "back-again"
DOWN, OURS, NOT_KNOWN, WITHDRAWN = "down", "ours", "not-known", "withdrawn"
LOOKING = frozenset({CONFIRMED, STILL_UP, REFUSED, BACK})
NOT_OURS = LOOKING | {DOWN}
"""The states in which communications have said that the page is not ours, and so does the public look-up."""
CHECK_ON = "check-on"
"""What stands in the clear: the day on which communications look again."""
TIME_TO_LOOK = Days(remind=1, due=2, climb=3)
ASKED, CLAUSE = frozenset({Hat.ASKED}), "HYB-1"

ADDRESS = Field(
    "address",
    say("What is its address?"),
    say("Paste the address of the page."),
    hint=say("It starts with https:// or http://. We do not open it."),
    lines=2,
    web=True,
)
WHAT = Field(
    "what",
    say("Whose does it pretend to be?"),
    say("Choose whose it pretends to be."),
    choices=(
        Choice("school", say("The school’s, or a club’s or class’s")),
        Choice("staff", say("Somebody’s who works here")),
        Choice("trust", say("The Trust’s")),
    ),
    lines=1,
)
CHILDREN = Field(
    "children",
    say("Does it ask children for anything?"),
    say("Choose an answer. “I’m not sure” is fine too."),
    hint=say("Such as pictures, money, a password, or to meet."),
    choices=(Choice("yes", say("Yes")), Choice("no", say("No")), Choice("not-sure", say("I’m not sure"))),
    lines=1,
)
TEXT = Field(
    "text",
    say("What else should we know?"),
    say("Add a line, or leave it empty."),
    hint=say("Do not say who you think made it. Copy no pictures of children."),
    needed=False,
    lines=3,
)
OPENING = (ADDRESS, WHAT, CHILDREN, TEXT)

REPORTED = Field(
    "reported_on",
    say("On which day did you report it to the app or site?"),
    say("Report it to the app or site first. Then give the day."),
    hint=say("Such as 24/11/2026."),
    day=Day.PAST,
    lines=1,
)
NUMBER = Field("number", say("The number of your report"), say("Give the number, or leave it empty."), needed=False, lines=1)
AGAIN = Field(
    "check_on",
    say("Look again on which day?"),
    say("Give the day to look again."),
    hint=say("Such as 15/12/2026."),
    day=Day.COMING,
    lines=1,
)
LISTED = Field(
    "address",
    say("Which address do we show as not ours?"),
    say("Give its address, or leave this empty."),
    hint=say("Everybody can look it up. Leave this empty if it is the one we were told."),
    needed=False,
    lines=1,
)
NOTE = Field(
    "note",
    say("Anything they should know?"),
    say("Add a line, or leave it empty."),
    hint=say("Whoever told us reads this. Name nobody as its maker."),
    needed=False,
    lines=3,
)


def wants(file: File) -> tuple[Want, ...]:
    """To be looked at; where it is not ours, to be looked at again on the day that was chosen, until it is down."""
    if file.state == TOLD:
        return (Want("look", of=time_of(file), first=COMMS, clock=TIME_TO_LOOK),)
    if file.state not in LOOKING:
        return ()
    day = file.last(CHECK_ON)
    clock = Until(date.fromisoformat(day.of)) if day else TIME_TO_LOOK
    return (Want("look-again", of=str(len(file.of("not-ours", "still-up", "site-refused", "is-back"))), first=COMMS, clock=clock),)


def decides(file: File) -> frozenset[str]:
    """Whoever looks at it."""
    return decided_by(file, "look", "look-again")


def marks(step: str, words: Mapping[str, object]) -> tuple[Move, ...]:
    """The day to look again stands in the clear, since a reminder hangs on it."""
    day = words.get("check_on")
    return (Move(CHECK_ON, of=day),) if isinstance(day, str) and day else ()


IMPOSTOR = Workflow(
    kind="impostor",
    says=say("A page that may not be ours"),
    first=TOLD,
    over=frozenset({DOWN, OURS, NOT_KNOWN, WITHDRAWN}),
    states={
        TOLD: say("waiting for somebody to look"),
        CONFIRMED: say("not ours: reported to the app or site"),
        STILL_UP: say("not ours, and still up"),
        REFUSED: say("not ours, and the app or site leaves it up"),
        BACK: say("not ours, and back again"),
        DOWN: say("not ours, and down now"),
        OURS: say("it is ours"),
        NOT_KNOWN: say("we do not know"),
        WITHDRAWN: say("taken back"),
    },
    retention="R1",
    wants=wants,
    marks=marks,
    decides=decides,
    opening=OPENING,
    evidence=True,
    steps=(
        Step(
            "not-ours",
            say("It is not ours: I have reported it"),
            say("Not ours: reported to the app or site"),
            frozenset({TOLD}),
            CONFIRMED,
            ASKED,
            CLAUSE,
            fields=(REPORTED, NUMBER, AGAIN, LISTED, NOTE),
            answers=True,
            want="look",
        ),
        Step(
            "ours", say("It is ours"), say("It is ours"), frozenset({TOLD}), OURS, ASKED, CLAUSE, fields=(NOTE,), answers=True, want="look"
        ),
        Step(
            "not-known",
            say("We do not know"),
            say("We do not know"),
            frozenset({TOLD}),
            NOT_KNOWN,
            ASKED,
            CLAUSE,
            fields=(NOTE,),
            answers=True,
            want="look",
        ),
        Step("down", say("It is down"), say("It is down"), LOOKING, DOWN, ASKED, CLAUSE, answers=True, want="look-again"),
        Step(
            "still-up",
            say("It is still up"),
            say("Still up"),
            LOOKING,
            STILL_UP,
            ASKED,
            CLAUSE,
            fields=(AGAIN, NOTE),
            answers=True,
            want="look-again",
        ),
        Step(
            "site-refused",
            say("The app or site leaves it up"),
            say("The app or site leaves it up"),
            LOOKING,
            REFUSED,
            ASKED,
            CLAUSE,
            fields=(AGAIN, NOTE),
            answers=True,
            want="look-again",
        ),
        Step(
            "is-back",
            say("It is back again"),
            say("Back again"),
            frozenset({DOWN}),
            BACK,
            frozenset({Hat.HANDLED}),
            CLAUSE,
            fields=(REPORTED, NUMBER, AGAIN, NOTE),
        ),
        Step(
            "not-so",
            say("We were wrong: stop saying that it is not ours"),
            say("No longer said to be not ours"),
            LOOKING,
            NOT_KNOWN,
            ASKED,
            CLAUSE,
            fields=(NOTE,),
            answers=True,
            want="look-again",
        ),
        reopen(CLAUSE, frozenset({OURS, NOT_KNOWN}), TOLD, leaves=False),
        Step("withdraw", say("Take it back"), say("Taken back"), frozenset({TOLD}), WITHDRAWN, frozenset({Hat.ASKER}), CLAUSE, tells=False),
    ),
)
