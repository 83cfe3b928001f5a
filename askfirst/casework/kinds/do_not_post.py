"""A request not to be in posts (CON-5): asked, acknowledged by the school office, in force until a day, and ended by itself. Pure.

Source: workflows.md 3.10, reading A27, rulings 7, 8 and 10. No reason is asked for; a sealed one is a paper of its own (`REASON`).
"""

from collections.abc import Mapping

from askfirst.casework.fields import BadField, Choice, Day, Field
from askfirst.casework.workflow import OPEN_TO, Closing, Days, File, Hat, Move, Step, Taken, Want, Workflow
from askfirst.people.hats import COMMS, IT, head, office
from askfirst.words import say

__all__ = ["ABOUT", "ASKED", "DO_NOT_POST", "LIVE", "REASON", "UNTIL"]

ASKED, LIVE, EXPIRED, WITHDRAWN, GONE = "asked", "live", "expired", "withdrawn", "gone"
ABOUT, UNTIL = "about", "until"
"""What stands in the clear: whom it is about, by reference, and the day on which it ends."""
REASON = "reason"
"""The sealed paper; its words are for the safeguarding lead and the deputy of that school alone, and for whom they release it to."""

OPEN_STATES = frozenset({ASKED, LIVE})
TIME_TO_ACKNOWLEDGE = Days(remind=1, due=2, climb=3)
MACHINE = frozenset({Hat.ASKFIRST})
RELEASE = "release-reason"

WHOM = Field(
    "whom",
    say("Who is it about?"),
    say("Write the name, or leave it empty if it is you."),
    hint=say("Leave it empty if it is you. For a student, write the whole name."),
    needed=False,
    lines=1,
)
CHILD = Field("child", say("Which child is it about?"), say("Choose which child it is about."), needed=False, lines=1)
SCOPE = Field(
    "scope",
    say("What should nobody post?"),
    say("Choose what nobody should post."),
    choices=(
        Choice("photos", say("Pictures or videos of me")),
        Choice("name", say("My name")),
        Choice("topic", say("Something about me")),
        Choice("event", say("Anything from one event")),
    ),
    lines=1,
)
WHAT = Field(
    "what",
    say("Which one?"),
    say("Say in a few words which one."),
    hint=say("A few words are enough. You do not have to say why."),
    where={"scope": ("topic", "event")},
    lines=1,
)
DAY = Field(
    UNTIL,
    say("Until which day?"),
    say("Give the last day on which it counts."),
    hint=say("Such as 21/7/2027. You can end it sooner."),
    day=Day.COMING,
    lines=1,
)
SEALED = Field(
    "sealed",
    say("Is there a reason to keep sealed?"),
    say("Say if there is a reason to keep sealed."),
    hint=say("Others see the name alone. You and the deputy safeguarding lead can read the reason."),
    choices=(Choice("no", say("No")), Choice("yes", say("Yes, keep it sealed"))),
    needed=False,
    lines=1,
)
WHY = Field(
    REASON,
    say("The reason"),
    say("Write the reason, or choose “No” above."),
    hint=say("Only you and the deputy safeguarding lead can read it."),
    where={"sealed": ("yes",)},
    lines=3,
)


RELEASED = Field(
    "to",
    say("Who needs the reason?"),
    say("Choose who needs the reason."),
    hint=say("They can read it from now on. You cannot take it back."),
    choices=(
        Choice("head", say("the Headteacher")),
        Choice("office", say("the school office")),
        Choice("comms", say("the communications officer")),
        Choice("it", say("the IT manager")),
    ),
    lines=1,
)


def sends(file: File, step: str, words: Mapping[str, object]) -> str:
    """The seat to which the reason is released. Raises BadField where there is none, or it can be read there already.

    Where one is sealed, the case is open to the safeguarding lead from the start.
    """
    if step != RELEASE:
        return ""
    if not file.of(OPEN_TO):
        raise BadField("to", say("There is no sealed reason here to release."))
    seats = {"head": head(file.school), "office": office(file.school), "comms": COMMS, "it": IT}
    seat = seats.get(str(words.get("to", "")), "")
    if seat and any(taken.seat == seat for taken in file.of(RELEASE)):
        raise BadField("to", say("They can read it already. Choose somebody else, or nobody."))
    return seat


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """Whoever the reason is released to sees the request, and this paper of it."""
    return (Move(OPEN_TO, of=REASON, seat=taken.seat),) if taken.step == RELEASE else ()


def wants(file: File) -> tuple[Want, ...]:
    """The office of the school says that it has read it; for whoever belongs to no school, communications do."""
    if file.state != ASKED:
        return ()
    return (Want("acknowledge", of="", first=office(file.school) if file.school else COMMS, clock=TIME_TO_ACKNOWLEDGE),)


def clear(words: Mapping[str, object], about: str) -> tuple[Move, ...]:
    """What of an opening stands in the clear."""
    return (Move(ABOUT, seat=about), Move(UNTIL, of=str(words[UNTIL])))


DO_NOT_POST = Workflow(
    kind="do-not-post",
    says=say("A request not to be in posts"),
    first=ASKED,
    over=frozenset({EXPIRED, WITHDRAWN, GONE}),
    states={
        ASKED: say("waiting for the office to read it"),
        LIVE: say("in force"),
        EXPIRED: say("ended: its last day has passed"),
        WITHDRAWN: say("withdrawn"),
        GONE: say("ended: they have left"),
    },
    retention="R1",
    wants=wants,
    sends=sends,
    follows=follows,
    leaver="left",
    leaves=ABOUT,
    apart={REASON: frozenset({"dsl", "deputy-dsl"})},
    closes={ASKED: Closing(step="expire", on=UNTIL), LIVE: Closing(step="expire", on=UNTIL)},
    opening=(WHOM, CHILD, SCOPE, WHAT, DAY, SEALED, WHY),
    steps=(
        Step(
            "acknowledge",
            say("I have read it: it counts from now"),
            say("Read by the school: it is in force"),
            frozenset({ASKED}),
            LIVE,
            frozenset({Hat.ASKED}),
            "CON-5",
            answers=True,
        ),
        Step(
            RELEASE,
            say("Let somebody read the reason"),
            say("The reason released"),
            OPEN_STATES,
            None,
            frozenset({Hat.SAFEGUARDING}),
            "CON-5",
            fields=(RELEASED,),
            paper=REASON,
            beside=True,
            tells=False,
        ),
        Step("withdraw", say("Take it back"), say("Withdrawn"), OPEN_STATES, WITHDRAWN, frozenset({Hat.ASKER}), "CON-5", tells=False),
        Step(
            "expire",
            say("Its last day has passed"),
            say("Ended: its last day has passed"),
            OPEN_STATES,
            EXPIRED,
            MACHINE,
            "CON-5",
            tells=False,
        ),
        Step("left", say("Ended: they have left"), say("Ended, because they have left"), OPEN_STATES, GONE, MACHINE, "CON-5"),
    ),
)
