"""A private event and its photo rule (CON-3): registered, its notice issued, and closed by itself once its days for photos are over. Pure.

Source: workflows.md 3.0 and 3.11, reading A31, rulings 1, 7 and 8. Everybody at the school may read what it is called, where, when, and the
rule. Its organiser can hand it to somebody else of that school; once they have left, it is the line manager's. Whoever has it then does
everything that can be done to it, and whoever had it before reads it still and does nothing.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from askfirst.casework.fields import Choice, Day, Field
from askfirst.casework.kinds.reopened import reopen
from askfirst.casework.workflow import OPEN_TO, Closing, File, Hat, Move, Need, Part, Step, Taken, Want, Workflow
from askfirst.people.hats import Seat, person
from askfirst.words import Sentence, say

__all__ = ["DAY", "EVENT", "HAND", "ISSUED", "NEW", "NOT_RECORDED", "RULE", "RULES", "SHOWN", "UNTIL", "WINDOW", "clear", "organiser"]

REGISTERED, ISSUED, CLOSED, CALLED_OFF = "registered", "issued", "closed", "called-off"
DAY, UNTIL, RULE = "day", "until", "rule"
"""What stands in the clear: the day, the last day of the window, and the rule, a word of `RULES`; no mark while none is recorded."""
NOT_RECORDED = "not-recorded"
NEW = "new-organiser"
"""Who looks after it from now on, by name: whoever it was handed to, or, from outside, whoever it fell to."""
HAND = "hand-event"
SHOWN = frozenset({REGISTERED, ISSUED, CLOSED})
"""States in which the school reads it."""
WINDOW = 14
"""Calendar days after the day of the event (ruling 2)."""

RULES: Mapping[str, Sentence] = {
    "public": say("pictures may be public"),
    "school": say("school community only"),
    "none": say("no photos"),
    NOT_RECORDED: say("no rule recorded yet"),
}
OPEN_STATES = frozenset({REGISTERED, ISSUED})
ORGANISER, MACHINE = frozenset({Hat.ASKER}), frozenset({Hat.ASKFIRST})
RECORDED = (
    Choice("public", say("Pictures may be public")),
    Choice("school", say("The school community only")),
    Choice("none", say("No photos")),
)

CALLED = Field(
    "called",
    say("What is the event called?"),
    say("Say what the event is called."),
    hint=say("Such as: the nativity dress rehearsal. The check looks for these words."),
    lines=1,
)
PLACE = Field("place", say("Where is it?"), say("Say where it is."), hint=say("Such as: the hall."), lines=1)
WHEN = Field(
    DAY,
    say("Which day is it?"),
    say("Give the day of the event."),
    hint=say("Such as 8/12/2026. It may have passed."),
    day=Day.EITHER,
    lines=1,
)
PHOTOS = Field(
    RULE,
    say("What is the photo rule?"),
    say("Choose a photo rule, or say that there is none yet."),
    choices=(*RECORDED, Choice(NOT_RECORDED, say("No rule yet"))),
    lines=1,
)
NOTICE = Field(
    "notice",
    say("Words of the notice"),
    say("Write the words of the notice."),
    hint=say("What people are told before the event. Name no student."),
    where={RULE: tuple(choice.value for choice in RECORDED)},
    lines=3,
)
SCHOOL = Field("school", say("At which school is it?"), say("Choose the school it is at."), needed=False, lines=1)
WHY = Field(
    "why",
    say("Why does it change?"),
    say("Say in a few words why it changes."),
    hint=say("Only whoever organises it reads this, now or before. It stays in the record."),
    lines=3,
)
OFF = Field(
    "why",
    say("Why do you take it off the list?"),
    say("Say in a few words why you take it off."),
    hint=say("Only whoever organises it reads this, now or before."),
    lines=3,
)
ON_AGAIN = Field(
    "note",
    say("Why do you put it back?"),
    say("Say in a few words why you put it back."),
    hint=say("Only whoever organises it reads this, now or before."),
    lines=3,
)
TO = Field(
    "organiser",
    say("Who organises it from now on?"),
    say("Name who organises it from now on."),
    hint=say("Somebody who works at this school. Ask them first: they are told at once."),
    lines=1,
)


def rule_recorded(file: File) -> Collection[str]:
    """A photo rule."""
    return () if file.of(RULE) else (RULE,)


def no_rule(missing: str, who: Sentence) -> Sentence:
    return say("There is no photo rule yet. Record one first, then issue the notice.")


def wants(file: File) -> tuple[Want, ...]:
    return ()


def marks(step: str, words: Mapping[str, object]) -> tuple[Move, ...]:
    """A rule that changes stands in the clear at once, so that the check knows it; and who has it now, by name."""
    if step == HAND:
        return (Move(NEW, seat=person(str(words[TO.id]))),)
    return (Move(RULE, of=str(words[RULE])),) if step == "change-rule" else ()


def organiser(file: File) -> Seat:
    """Whoever looks after it now, by name: whoever registered it, until it is handed on or they have left."""
    last = file.last(NEW)
    return last.seat if last else person(file.asker)


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """Whoever it falls to is let in, and hears of it."""
    return (Move(OPEN_TO, of=NEW, seat=taken.seat),) if taken.step == NEW else ()


def outside(file: File) -> tuple[Move, ...]:
    """Its organiser may leave before it is over."""
    return (Move(NEW, seat=organiser(file)),) if file.state in OPEN_STATES else ()


def clear(*, day: str, until: str, rule: str) -> tuple[Move, ...]:
    """What of an opening stands in the clear."""
    return (Move(DAY, of=day), Move(UNTIL, of=until), *(() if rule == NOT_RECORDED else (Move(RULE, of=rule),)))


EVENT = Workflow(
    kind="event",
    says=say("A private event and its photo rule"),
    first=REGISTERED,
    over=frozenset({CLOSED, CALLED_OFF}),
    states={
        REGISTERED: say("registered: the notice has still to go out"),
        ISSUED: say("the notice is out"),
        CLOSED: say("closed: its days are over"),
        CALLED_OFF: say("taken off the list"),
    },
    retention="R1",
    wants=wants,
    marks=marks,
    follows=follows,
    outside=outside,
    hats={NEW: Hat.ASKER},
    keeper=organiser,
    shows={NEW: Part.OWN},
    board=("called", "place", "notice"),
    closes={REGISTERED: Closing(step="window-over", on=UNTIL), ISSUED: Closing(step="window-over", on=UNTIL)},
    opening=(CALLED, PLACE, WHEN, PHOTOS, NOTICE, SCHOOL),
    steps=(
        Step(
            "issue-notice",
            say("Issue the notice"),
            say("Notice issued"),
            frozenset({REGISTERED}),
            ISSUED,
            ORGANISER,
            "CON-3",
            needs=(Need("rule-recorded", "CON-3", rule_recorded, no_rule),),
            tells=False,
        ),
        Step(
            "change-rule",
            say("Change the rule"),
            say("Rule changed: the notice must go out again"),
            OPEN_STATES,
            REGISTERED,
            ORGANISER,
            "CON-3",
            fields=(Field(RULE, PHOTOS.says, say("Choose the photo rule."), choices=RECORDED, lines=1), NOTICE, WHY),
            tells=False,
        ),
        Step(
            "call-off",
            say("Take it off the list"),
            say("Taken off the list"),
            OPEN_STATES,
            CALLED_OFF,
            ORGANISER,
            "CON-3",
            fields=(OFF,),
            tells=False,
        ),
        # Whoever takes it off the list decides that it is off: they put it back, with the reason, up to its last day.
        replace(
            reopen("CON-3", frozenset({CALLED_OFF}), REGISTERED, leaves=False),
            says=say("Put it back on the list"),
            done=say("Back on the list: the notice must go out again"),
            by=ORGANISER,
            fields=(ON_AGAIN,),
            until=UNTIL,
            tells=False,
        ),
        Step(
            HAND,
            say("Hand it to somebody else"),
            say("Handed to somebody else"),
            OPEN_STATES,
            None,
            ORGANISER,
            "CON-3",
            fields=(TO,),
            tells=False,
        ),
        Step(
            NEW,
            say("Somebody else looks after it"),
            say("Somebody else looks after it now"),
            frozenset(),
            None,
            MACHINE,
            "CON-3",
            tells=False,
        ),
        Step(
            "window-over",
            say("Its days are over"),
            say("Closed: its days are over"),
            OPEN_STATES,
            CLOSED,
            MACHINE,
            "CON-3",
            tells=False,
        ),
    ),
)
