"""What an instruction about somebody's own blog asks to be filled in, and what it can never be (MAN-2, MAN-4). Pure.

It cannot stop whistleblowing (a protected disclosure) or union matters, in whatever words; it never counts backwards; a year is the most.
The drafter is asked both, and plain words for either are noticed in what is to be left out.
Source: workflows.md 3.16, ruling 2, reading A6.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from askfirst.casework.fields import BadField, Choice, Day, Field, read_day
from askfirst.casework.gates import Refusal
from askfirst.casework.kinds.talks import FACTORS as THOUGHT_OF
from askfirst.casework.workflow import Move
from askfirst.people.calendar import months_after
from askfirst.words import say

__all__ = [
    "ADVICE", "ANSWER", "DRAFT", "FACTORS", "LAST", "LONGER", "MONTHS", "NOTICE", "NOTICE_DAYS", "OVER", "START", "WHOM", "WHY_LIFT",
    "WHY_NOT", "WHY_RENEW", "checked", "days_of", "grounds_against", "longer", "stands_in",
]  # fmt: skip

MONTHS, NOTICE_DAYS = 12, 30
"""The longest it may be, in calendar months, and how many calendar days before its last day a notice goes out (ruling 2)."""
START, LAST, OVER, NOTICE = "starts", "last-day", "over-on", "notice-on"
"""What stands in the clear: its first and last day, the day after that, and the day of the notice."""

WHOM = Field("whom", say("Who is it for?"), say("Name somebody you manage."), hint=say("Their name or username."), lines=1)
WHAT = Field(
    "what",
    say("What should they not write about on their blog?"),
    say("Say what they should not write about."),
    hint=say("One matter, in plain words. They will read it."),
    lines=3,
)
WHY = Field("why", say("Why?"), say("Say why. They will read it."), hint=say("They will read this. Short sentences help."), lines=4)
GROUND = Field(
    "ground",
    say("What does it rest on?"),
    say("Choose what it rests on: MAN-2 or MAN-4."),
    choices=(
        Choice("MAN-2", say("A reasonable instruction at work (MAN-2)")),
        Choice("MAN-4", say("A very sensitive role or matter (MAN-4)")),
    ),
)
FACTORS = tuple(
    Field(thought.id, says, say("Tick at least one of the four (MAN-3)."), needed=False, lines=0)
    for thought, says in zip(
        THOUGHT_OF,
        (say("Impartiality"), say("Confidentiality"), say("A conflict of interest"), say("Commercial sensitivity")),
        strict=True,
    )
)
SCOPE = Field(
    "scope",
    say("Which blog topics does it cover?"),
    say("Say which blog topics it covers. All others stay free."),
    hint=say("All other topics stay free (MAN-1)."),
    lines=2,
)
LESS = Field(
    "less",
    say("Could something less strict work?"),
    say("Say what less strict ways you thought of, and why they are not enough."),
    hint=say("Such as a talk, or a delay. They will read this."),
    lines=3,
)
STARTS = Field("starts", say("From which day?"), say("Give its first day."), hint=say("Such as 24/11/2026."), day=Day.EITHER, lines=1)
ENDS = Field("ends", say("Up to which day?"), say("Give its last day."), hint=say("12 months at most."), day=Day.COMING, lines=1)
YES_NO = (Choice("no", say("No")), Choice("yes", say("Yes")))
WHISTLE = Field(
    "disclosures",
    say("Would it keep them from telling of danger or wrongdoing?"),
    say("Say if it would keep them from telling of danger or wrongdoing."),
    hint=say("Such as to a regulator, the police or the safeguarding lead."),
    choices=YES_NO,
)
UNIONS = Field("union", say("Is it about union matters?"), say("Say if it is about union matters."), choices=YES_NO)
DRAFT = (WHAT, WHY, GROUND, *FACTORS, SCOPE, LESS, STARTS, ENDS, WHISTLE, UNIONS)

ADVICE = Field(
    "text",
    say("Your advice"),
    say("Write your advice. The manager reads it."),
    hint=say("It is advice. The manager decides. The member of staff does not read it."),
    lines=4,
)
WHY_NOT = Field(
    "text", say("What is not clear, or not right?"), say("Say what is not clear, or not right."), hint=say("Your manager reads this.")
)
ANSWER = Field(
    "text",
    say("Explain it in plain words"),
    say("Write the explanation. They will read it."),
    hint=say("They will read this. Short sentences help."),
)
WHY_LIFT = Field(
    "reason", say("Why does it end early?"), say("Write a line. They will read it."), hint=say("They will read this."), lines=3
)
WHY_RENEW = Field(
    "reason",
    say("What is the new reason?"),
    say("Give a new reason. They will read it."),
    hint=say("They will read this. The old reason alone is not enough."),
    lines=4,
)
LONGER = Field(
    "ends", say("Up to which day now?"), say("Give its new last day."), hint=say("12 months more at most."), day=Day.COMING, lines=1
)

PLAIN = re.compile(
    r"\b(?:trade )?unions?\b|\bstrik(?:e|es|ing)\b|\bindustrial action\b|\bpicket|\bcollective bargaining\b|\bshop steward"
    r"|\bwhistle-?\s?blow|\bprotected disclosure|\bregulators?\b|\bofsted\b|\bofqual\b|\bombudsman\b|\bwrongdoing\b|\bcover-?up\b"
    r"|\bhealth and safety\b|\bsafety (?:worr|concern|report|fear|issue|problem)",
    re.IGNORECASE,
)
NOT_LAWFUL = say(
    "An instruction cannot stop whistleblowing or union matters. Take that out, then send the rest."
    " Both stay free whatever an instruction says."
)
BACKWARDS = say("An instruction cannot start in the past. Give today, or a later day.")


def stands_in(text: str) -> bool:
    """Whether there are plain words for whistleblowing or union matters; linear in the text."""
    return PLAIN.search(text) is not None


def grounds_against(words: Mapping[str, object], *, on: date | None = None) -> tuple[Refusal, ...]:
    """Every ground on which it can be no instruction, each named; `on` is the day it is, where that is known."""
    asked = "yes" in (words.get(WHISTLE.id), words.get(UNIONS.id))
    noticed = any(stands_in(str(words.get(field.id, ""))) for field in (WHAT, SCOPE))
    found = [Refusal(NOT_LAWFUL, "MAN-2")] if asked or noticed else []
    starts = words.get(STARTS.id)
    if on is not None and isinstance(starts, str) and starts and _day(words, STARTS, on) < on:
        found.append(Refusal(BACKWARDS, "MAN-2"))
    return tuple(found)


def _day(words: Mapping[str, object], field: Field, on: date) -> date:
    """A day that was filled in. Raises BadField for none and for what is no day."""
    held = read_day(words, field.id, side=Day.EITHER, on=on)
    if not held:
        raise BadField(field.id, field.missing)
    return date.fromisoformat(held)


def checked(words: Mapping[str, object], *, on: date) -> None:
    """Raises BadField where no factor is ticked, the days are the wrong way round, or it is longer than a year."""
    if all(words.get(factor.id) in (None, "", False, "no") for factor in FACTORS):
        raise BadField(FACTORS[0].id, FACTORS[0].missing)
    starts, ends = _day(words, STARTS, on), _day(words, ENDS, on)
    if ends < starts:
        raise BadField(ENDS.id, say("The last day is before the first. Look at both days again."))
    if ends >= months_after(starts, MONTHS):
        raise BadField(ENDS.id, say("That is longer than 12 months. Give an earlier last day; it can be renewed with a new reason."))


def longer(last: date, ends: date) -> None:
    """Raises BadField for a new last day that is no later than the old one, or more than a year later."""
    if ends <= last:
        raise BadField(LONGER.id, say("Its last day is later already. Give a later day, or let it end by itself."))
    if ends > months_after(last, MONTHS):
        raise BadField(LONGER.id, say("That is more than 12 months longer. Give an earlier last day."))


def days_of(ends: str, starts: str = "") -> Sequence[Move]:
    """The days of it as they stand in the clear."""
    last = date.fromisoformat(ends)
    first = (Move(START, of=starts),) if starts else ()
    over, notice = last + timedelta(days=1), last - timedelta(days=NOTICE_DAYS)
    return (*first, Move(LAST, of=ends), Move(OVER, of=over.isoformat()), Move(NOTICE, of=notice.isoformat()))
