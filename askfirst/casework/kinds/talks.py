"""Matters settled by a talk with one's line manager: what a declaration, a plan, an interest and an offer have in common. Pure.

Source: workflows.md 3.2, 3.3, 3.5 and 3.6; readings A2, A35 to A38 and A43; MAN-1 and MAN-3. Nothing here approves or refuses a page.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from askfirst.casework.fields import BadField, Choice, Day, Field
from askfirst.casework.kinds.reopened import REOPEN, decided_by
from askfirst.casework.workflow import OPEN, OPEN_TO, ROUTE, SHUT_TO, Days, File, Hat, Move, Need, Step, Taken, Until, Want
from askfirst.people.hats import CHAIR, GOVERNANCE, HR, head, person
from askfirst.words import Sentence, say

__all__ = [
    "ASKED", "ASKER", "BY_GOVERNANCE", "CONFIRMING", "CONFIRM_BY", "FACTORS", "HOW", "LEFT", "MET_ON", "MORE", "NEW_TURN", "NOTE",
    "REFER_TO",
    "STEPS", "TALKED", "TOLD", "YES_NO", "ask_again", "confirm", "confirm_want", "decides", "fits", "follows", "hand_on", "left", "marks",
    "opening_moves", "outcome", "own_want", "reply",
    "sends", "settle", "talk", "talk_want", "withdraw",
]  # fmt: skip

TOLD, TALKED, CONFIRMING, LEFT = "told", "talked", "confirming", "left"
ASKER, ASKED = frozenset({Hat.ASKER}), frozenset({Hat.ASKED})
BY_GOVERNANCE = "by-governance"
"""A trustee's matter: the governance professional hands it on, and decides nothing."""
NEW_TURN = ("ask-again", "changed", "hand-on")
YES_NO = (Choice("yes", say("Yes")), Choice("no", say("No")), Choice("unsure", say("I’m not sure")))

HOW = Field(
    "how",
    say("How did you talk?"),
    say("Say how you talked: in person, or by message."),
    choices=(Choice("met", say("We met or rang")), Choice("by-message", say("By message"))),
    lines=1,
)
MET_ON = Field(
    "met_on",
    say("On which day?"),
    say("Give the day you talked."),
    hint=say("Such as 23/11/2026."),
    where={"how": ("met",)},
    day=Day.PAST,
    lines=1,
)
FACTORS = tuple(
    Field(id, says, say("Tick each of the four once you have thought about it (MAN-3)."), lines=0)
    for id, says in (
        ("impartiality", say("I thought about being fair to all sides")),
        ("confidentiality", say("I thought about what is confidential")),
        ("conflict", say("I thought about a conflict of interest")),
        ("commercial", say("I thought about what is commercially sensitive")),
    )
)
NOTE = Field(
    "note", say("What you agreed"), say("Write a line about what you agreed. They will read it."), hint=say("They will read this."), lines=4
)
STEPS = Field("steps", say("The steps they take"), say("Write the steps, so that both of you know them."), lines=4)
CONFIRM_BY = Field(
    "confirm_by",
    say("Done by which day?"),
    say("Give the day by which the steps are done."),
    hint=say("Such as 15/12/2026."),
    day=Day.COMING,
    lines=1,
)
REFER_TO = Field(
    "refer_to",
    say("Who should look at it?"),
    say("Choose who should look at it."),
    choices=(Choice("hr", say("HR")), Choice("head", say("The Headteacher"))),
    where={"outcome": ("referred",)},
    lines=1,
)
REPLY = Field("text", say("What would you like to add?"), say("Write what you would like to add."), lines=4)
MORE = Field("text", say("Anything to add?"), say("Add a word, or leave it empty."), hint=say("You do not have to say why."), needed=False)


def outcome(*choices: tuple[str, Sentence]) -> Field:
    """How a talk is settled; never by approving or refusing."""
    return Field(
        "outcome",
        say("How is it settled?"),
        say("Choose how it is settled."),
        choices=tuple(Choice(value, says) for value, says in choices),
        lines=1,
    )


def _turns(file: File) -> tuple[Taken, ...]:
    """Each time the matter went to somebody: told, handed on, referred, asked again, changed."""
    return tuple(taken for taken in file.of(OPEN, *NEW_TURN, "settle") if taken.step != "settle" or taken.seat)


def not_talked(file: File) -> Collection[str]:
    """A talk recorded since it was told, handed on, asked again, changed or opened again. A referral needs no second talk."""
    turn = file.of(OPEN, *NEW_TURN, REOPEN)[-1]
    return () if any(taken.sequence > turn.sequence for taken in file.of("talk")) else ("talk",)


def record_first(missing: str, who: Sentence) -> Sentence:
    return say("Record the discussion first.")


TALKED_ABOUT = Need("talk-recorded", "MAN-3", not_talked, record_first)


def talk_want(file: File, clock: Days) -> Want:
    """What an open matter waits for: to be handed on by governance, else to be settled by whoever has this turn."""
    turns = _turns(file)
    turn = turns[-1]
    if file.has(BY_GOVERNANCE) and not file.of("hand-on"):
        return Want("hand-on", of="", first=GOVERNANCE, clock=clock)
    before = (route.seat for route in file.of(ROUTE) if route.sequence < turn.sequence and route.of.startswith("settle:"))
    passed = tuple(dict.fromkeys(before)) if turn.step == "ask-again" else ()
    return Want("settle", of=str(len(turns) + len(file.of(REOPEN))), first=turn.seat, clock=clock, passed=passed)


def decides(file: File) -> frozenset[str]:
    """Whoever settles it, since it last went to somebody else."""
    return decided_by(file, "settle", since=NEW_TURN)


def own_want(file: File, step: str, clock: Days | Until) -> Want:
    """Something the asker is to do, by name; counted, so that each time is a new one."""
    return Want(step, of=str(len(file.of("settle", "set-aside", "year-on"))), first=person(file.asker), clock=clock)


def confirm_want(file: File) -> Want:
    """The steps that were agreed, by the day that was agreed."""
    until = file.last("confirm-by")
    return own_want(file, "confirm", Until(date.fromisoformat(until.of)) if until else Days(remind=5, due=10, climb=15))


def opening_moves(*, trustee: bool) -> tuple[Move, ...]:
    """HR reads along with staff (3.21); a trustee's matter goes by governance to the Chair (3.5)."""
    return (Move(BY_GOVERNANCE),) if trustee else (Move(OPEN_TO, seat=HR),)


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """Whoever only hands it on sees it no more."""
    return (Move(SHUT_TO, seat=GOVERNANCE),) if taken.step == "hand-on" else ()


def marks(step: str, words: Mapping[str, object]) -> tuple[Move, ...]:
    """The day by which steps are done stands in the clear, since a reminder hangs on it."""
    by = words.get("confirm_by")
    return (Move("confirm-by", of=by),) if isinstance(by, str) and by else ()


def sends(file: File, step: str, words: Mapping[str, object]) -> str:
    """Whom a step sends the matter to. Raises BadField where whoever was chosen has no part in it: see `fits`."""
    if step == "hand-on":
        return CHAIR
    if step == "changed":
        return file.of(OPEN)[0].seat
    if step != "settle" or words.get("outcome") != "referred":
        return ""
    if file.has(BY_GOVERNANCE):
        raise BadField("outcome", say("A trustee’s matter stays with the Chair. Choose another outcome."))
    if words.get("refer_to") == "head" and not file.school:
        raise BadField("refer_to", say("They work at no school, so no Headteacher is asked. Choose HR."))
    return {"hr": HR, "head": head(file.school)}.get(str(words.get("refer_to")), "")


def fits(file: File, step: Step) -> Step:
    """What settling offers here: a trustee’s matter goes to nobody but the Chair, and who works at no school has no Headteacher to ask."""
    if step.id != "settle" or (file.school and not file.has(BY_GOVERNANCE)):
        return step
    shut = {"referred"} if file.has(BY_GOVERNANCE) else {"head"}
    offered = (replace(field, choices=tuple(one for one in field.choices if one.value not in shut)) for field in step.fields)
    return replace(step, fields=tuple(field for field in offered if field.id != REFER_TO.id or "head" in shut))


def hand_on(clause: str, start: frozenset[str]) -> Step:
    return Step("hand-on", say("Hand it to the Chair"), say("Handed to the Chair"), start, None, ASKED, clause, answers=True)


def talk(clause: str, start: frozenset[str]) -> Step:
    return Step(
        "talk", say("Write down our talk"), say("Talked about it"), start, TALKED, ASKED, clause,
        fields=(HOW, MET_ON), answers=True, want="settle", beside=True,
    )  # fmt: skip


def settle(clause: str, start: frozenset[str], fields: tuple[Field, ...], ends: Mapping[str, str]) -> Step:
    """Needs the talk, and the four factors of MAN-3 ticked."""
    return Step(
        "settle", say("Settle it"), say("Settled"), start, None, ASKED, clause,
        fields=fields, needs=(TALKED_ABOUT,), answers=True, ends=ends,
    )  # fmt: skip


def reply(start: frozenset[str]) -> Step:
    return Step(
        "reply", say("Add my reply"), say("Replied"), start, None, ASKER, "MAN-2", fields=(REPLY,), beside=True, tells=False, back=True
    )


def confirm(clause: str, end: str) -> Step:
    return Step(
        "confirm", say("The steps are done"), say("Steps done"), frozenset({CONFIRMING}), end, ASKER, clause,
        answers=True, tells=False, back=True,
    )  # fmt: skip


def ask_again(start: frozenset[str]) -> Step:
    return Step(
        "ask-again", say("Ask one level up"), say("Asked again, one level up"), start, TOLD, ASKER, "MAN-1", fields=(MORE,), tells=False
    )


def withdraw(clause: str, start: frozenset[str], end: str) -> Step:
    return Step("withdraw", say("Take it back"), say("Taken back"), start, end, ASKER, clause, tells=False)


def left(clause: str, start: frozenset[str], end: str) -> Step:
    """Whoever leaves has nothing to declare any more (3.0)."""
    return Step(
        LEFT, say("Ended: they have left"), say("Ended, because they have left"), start, end, frozenset({Hat.ASKFIRST}), clause, tells=False
    )
