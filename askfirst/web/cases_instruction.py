"""What the page of an instruction about somebody's blog shows: the words that count, since and until when, and what stays free."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from askfirst.casework.kinds.instruction import ABOUT, GIVEN, GONE, OUTCOME, counts_from
from askfirst.casework.kinds.instruction_words import DRAFT, LAST
from askfirst.casework.reading import OpenFile
from askfirst.casework.workflow import INFORM, OPEN
from askfirst.people.calendar import london_day
from askfirst.people.hats import subjects
from askfirst.web.cases_people import People
from askfirst.web.cases_talk import rows
from askfirst.web.cases_time import Event, Mark, timeline
from askfirst.web.in_words import moment_in_words
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["INSTRUCTION_MOVES", "instruction_strip", "instruction_words"]

INSTRUCTION_MOVES: Mapping[str, Sentence] = {OPEN: say("Drafted"), INFORM: say("They were told"), GONE: say("Whoever drafted it has left")}


def _day(opened: OpenFile, mark: str) -> date | None:
    held = opened.file.last(mark)
    return date.fromisoformat(held.of) if held else None


def _latest(opened: OpenFile) -> dict[str, object]:
    """What was drafted, as it was changed last, with the last day as it was renewed."""
    held = dict(opened.papers.get("details", {}))
    for step in ("change", "renew"):
        taken = opened.file.last(step)
        words = opened.papers.get("step-%d" % taken.sequence, {}) if taken else {}
        held = {**words} if step == "change" and words else {**held, **({"ends": words["ends"]} if "ends" in words else {})}
    return held


def _said_since(opened: OpenFile, people: People) -> list[Event]:
    """Advice, questions, explanations, challenges and what was decided, oldest first, as far as the reader may read them."""
    came = timeline(opened, people, moves=INSTRUCTION_MOVES)
    return [_with_outcome(event, opened) for event in reversed(came) if event.said and event.step not in (OPEN, "change")]


def _with_outcome(event: Event, opened: OpenFile) -> Event:
    """What the next level decided stands before why."""
    held = opened.papers.get("step-%d" % event.sequence, {}).get(OUTCOME.id) if event.step == "review" else None
    decided = tuple(str(choice.says) for choice in OUTCOME.choices if choice.value == held)
    return replace(event, said=(*decided, *event.said))


def instruction_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """Everything the template needs beside what every case has."""
    about, given, last, first = opened.file.last(ABOUT), opened.file.last("issue"), _day(opened, LAST), counts_from(opened.file)
    person = subjects(about.seat)[0] if about else ""
    runs = opened.case.state in GIVEN and first is not None and last is not None and first <= people.today <= last
    coming = opened.case.state in GIVEN and first is not None and first > people.today
    return {
        "for_whom": people.name(person),
        "own": person == people.by.person,
        "drafted_by": people.name(opened.file.asker),
        "details": rows(DRAFT, _latest(opened)),
        "said": _said_since(opened, people),
        "given": date_in_full(london_day(given.at)) if given else None,
        "first": date_in_full(first) if first else None,
        "last": date_in_full(last) if last else None,
        "runs": runs,
        "coming": coming,
        "received": any(opened.file.of("receive", "receive-later")),
    }


def instruction_strip(opened: OpenFile, people: People) -> list[Mark]:
    """Drafted, given, where it stands, and the day on which it ends by itself."""
    given, last = opened.file.last("issue"), _day(opened, LAST)
    marks = [Mark("done", say("Drafted"), moment_in_words(opened.case.opened_at, now=people.now))]
    if given:
        marks.append(Mark("done", say("Given"), moment_in_words(given.at, now=people.now)))
    marks.append(Mark("now", opened.workflow.states[opened.case.state]))
    if last is not None and opened.case.ended_at is None:
        marks.append(Mark("next", say("Its last day: then it ends by itself"), date_in_full(last)))
    return marks
