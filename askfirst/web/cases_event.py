"""What the page of an event shows: what everybody at the school reads, when the notice went out, and until when the window runs."""

from collections.abc import Mapping
from datetime import date

from askfirst.casework.kinds.event import DAY, EVENT, NOT_RECORDED, RULE, RULES, UNTIL, organiser
from askfirst.casework.reading import OpenFile
from askfirst.casework.workflow import OPEN
from askfirst.people.calendar import london_day
from askfirst.people.hats import person
from askfirst.web.cases_people import People
from askfirst.web.cases_talk import rows
from askfirst.web.cases_time import Mark
from askfirst.web.in_words import moment_in_words
from askfirst.web.step_forms import mended
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["EVENT_MOVES", "event_strip", "event_words"]

EVENT_MOVES: Mapping[str, Sentence] = {OPEN: say("Registered")}
WHAT = [field for field in EVENT.opening if field.id in ("called", "place", DAY)]


def _day(opened: OpenFile, mark: str) -> Sentence | None:
    held = opened.file.last(mark)
    return date_in_full(date.fromisoformat(held.of)) if held else None


def event_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """The rule and the notice as they stand now, the day on which the notice went out, and who has it now where that is somebody else."""
    details = opened.papers.get("details", {})
    changed, issued, rule = opened.file.last("change-rule"), opened.file.last("issue-notice"), opened.file.last(RULE)
    words = opened.papers.get("step-%d" % changed.sequence, {}) if changed else details
    mine = organiser(opened.file) == person(people.by.person)
    stands = issued if issued and (changed is None or changed.sequence < issued.sequence) else None
    return {
        "has_it": None if mine else people.in_seat(organiser(opened.file)),
        "details": rows(WHAT, details),
        "photo_rule": RULES[rule.of if rule else NOT_RECORDED],
        "notice": mended(str(words.get("notice", ""))),
        "issued": date_in_full(london_day(stands.at)) if stands else None,
        "until": _day(opened, UNTIL),
    }


def event_strip(opened: OpenFile, people: People) -> list[Mark]:
    """Registered, where it stands, and the day on which it closes by itself."""
    marks = [
        Mark("done", say("Registered"), moment_in_words(opened.case.opened_at, now=people.now)),
        Mark("now", opened.workflow.states[opened.case.state]),
    ]
    until = _day(opened, UNTIL)
    if until is not None and opened.case.ended_at is None:
        marks.append(Mark("next", say("It closes by itself"), until))
    return marks
