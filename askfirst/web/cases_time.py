"""What has happened in a case, newest first, and how far it has got."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from askfirst.casework.evidence_words import SAID, TOOK_AWAY
from askfirst.casework.fields import Field
from askfirst.casework.reading import OpenFile
from askfirst.casework.workflow import INFORM, OPEN, OPEN_TO, ROUTE, SHUT_TO, Part, Taken
from askfirst.people.calendar import london_day
from askfirst.web.cases_people import People
from askfirst.web.in_words import moment_in_words
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["Event", "Mark", "said_in", "timeline"]

SEATS = frozenset({ROUTE, OPEN_TO, INFORM, SHUT_TO})


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `said`: the words that came with it, as far as the reader may have them."""

    sequence: int
    step: str
    of: str
    says: Sentence
    by: Sentence | None  # None: the machine moved
    at: Sentence
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """One place on the strip. `how`: done, now or next."""

    how: str
    says: Sentence
    small: Sentence | None = None


def said_in(opened: OpenFile, taken: Taken) -> tuple[str, ...]:
    """What somebody wrote with a step: its free texts, in the order of its fields."""
    row = opened.workflow.step(taken.step)
    words: Mapping[str, object] = opened.papers.get("step-%d" % taken.sequence, {})
    if row is None:
        return ()
    held = [_said(field, words.get(field.id)) for field in row.fields if not field.choices and field.lines]
    return tuple(one for one in held if one)


def _said(field: Field, held: object) -> str:
    if not isinstance(held, str) or not held:
        return ""
    return str(date_in_full(date.fromisoformat(held))) if field.day is not None else held


def timeline(opened: OpenFile, people: People, *, since: int = 0, moves: Mapping[str, Sentence] | None = None) -> list[Event]:
    """Newest first. `moves`: words for the kind's own moves of the machine; one without words is left out."""
    people.know({ref for taken in opened.file.taken for ref in (taken.by, taken.acting_for)})
    events = []
    for taken in reversed(opened.file.taken):
        says = _says(opened, taken, people, moves or {})
        if says is None or taken.sequence <= since:
            continue
        by = people.or_you(taken.by, taken.acting_for) if taken.by else None
        at = moment_in_words(taken.at, now=people.now)
        events.append(Event(taken.sequence, taken.step, taken.of, says, by, at, said_in(opened, taken)))
    return events


def _says(opened: OpenFile, taken: Taken, people: People, moves: Mapping[str, Sentence]) -> Sentence | None:
    if taken.step in moves:
        return moves[taken.step]
    if taken.step == OPEN:
        return say("Asked")
    if taken.step in SEATS:
        return _seat(taken.step, people.in_seat(taken.seat, on=london_day(taken.at)))
    if taken.step == TOOK_AWAY and opened.found.part is not Part.ALL:
        return None
    row = opened.workflow.step(taken.step)
    return row.done if row is not None else SAID.get(taken.step)


def _seat(step: str, who: Sentence) -> Sentence:
    if step == ROUTE:
        return say("Sent to {who}", who=who)
    if step == OPEN_TO:
        return say("{who} can see this", who=who)
    if step == INFORM:
        return say("{who} can see how far it has got", who=who)
    return say("{who} can see this no more", who=who)
