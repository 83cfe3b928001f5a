"""The events of a school as everybody there may read them (CON-3, ruling 7): what, where, when, the photo rule, the notice.

Only reads, and writes no line: nobody is watched reading a notice.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from askfirst.casework.filed import file_of
from askfirst.casework.kinds.event import DAY, NOT_RECORDED, RULE, UNTIL, WINDOW, organiser
from askfirst.casework.live import event_cases
from askfirst.casework.models import Case
from askfirst.casework.reading import on_the_board
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing, subjects

__all__ = ["Event", "events"]


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `until`: the last day on which its photo rule counts in full. `rule`: a word of `kinds.event.RULES`.

    `issued_on`: the day its notice went out, None while it has not.
    """

    ref: str
    school: str
    organiser: str
    called: str
    place: str
    day: date
    rule: str
    notice: str
    issued_on: date | None
    until: date

    def in_window(self, on: date) -> bool:
        """Whether its photo rule still counts in full on that day."""
        return on <= self.until


def events(by: Standing, *, days: Collection[date] | None = None) -> list[Event]:
    """The events of this person's own school, those whose day comes last first; on these days alone, where days are given.

    Six queries, however many events. An event whose words were erased is none.
    """
    cases = event_cases(by, days=days)
    words = on_the_board(cases)
    return [_event(case, words[case.ref]) for case in cases if case.ref in words]


def _event(case: Case, words: Mapping[str, str]) -> Event:
    file = file_of(case)
    marked, until, rule = file.last(DAY), file.last(UNTIL), file.last(RULE)
    day = date.fromisoformat(marked.of) if marked else london_day(case.opened_at)
    issued, changed = file.last("issue-notice"), file.last("change-rule")
    stands = issued is not None and (changed is None or changed.sequence < issued.sequence)
    return Event(
        ref=case.ref,
        school=str(case.school_id),
        organiser=subjects(organiser(file))[0],
        called=words.get("called", ""),
        place=words.get("place", ""),
        day=day,
        rule=rule.of if rule else NOT_RECORDED,
        notice=words.get("notice", ""),
        issued_on=london_day(issued.at) if issued and stands else None,
        until=date.fromisoformat(until.of) if until else day + timedelta(days=WINDOW),
    )
