"""What the page of a concern about a member of staff shows: to HR all of it; to whoever it is about what HR told them."""

from collections.abc import Mapping

from askfirst.casework.kinds.staff_route import EMPLOYED, TELL, THROUGH_AGENCY, about
from askfirst.casework.kinds.staff_route_steps import FILE_GONE, HURT
from askfirst.casework.kinds.staff_route_words import CLAUSES
from askfirst.casework.kinds.support import COLLEAGUE, SUPPORT
from askfirst.casework.reading import OpenFile
from askfirst.casework.whose import hats_of
from askfirst.casework.workflow import OPEN, Hat
from askfirst.people.calendar import london_day
from askfirst.people.hats import HR, subjects
from askfirst.people.holding import todays_trust
from askfirst.people.who import names
from askfirst.people.would_handle import agency_of
from askfirst.procedure.dated import the_contacts
from askfirst.web.cases_people import People
from askfirst.web.cases_talk import as_yours, rows, rows_of, with_names
from askfirst.web.cases_time import Mark
from askfirst.web.in_words import day_in_words, moment_in_words
from askfirst.web.people import REASONS
from askfirst.words import Sentence, say

__all__ = ["STAFF_ROUTE_MOVES", "staff_route_strip", "staff_route_told", "staff_route_words"]

STAFF_ROUTE_MOVES: Mapping[str, Sentence] = {OPEN: say("Sent this way")}
SETTLED = ("informal", "hand-off", "to-agency", "to-chair", "no-further")


def _procedure(ref: str) -> tuple[Sentence, str] | None:
    """The school's name and where its Disciplinary Procedure stands; None for whoever is of no school, and where it is not said."""
    school = names([ref])[ref].school if ref else ""
    found = todays_trust().school(school)
    return (say("{school}", school=found.name), found.disciplinary) if found and found.disciplinary else None


def _picked(opened: OpenFile) -> list[str]:
    """The clauses HR has ticked in the last check."""
    taken = opened.file.last("check-speech")
    held = opened.papers.get("step-%d" % taken.sequence, {}) if taken else {}
    return [clause for field, clause in CLAUSES.items() if held.get(field)]


def _way(opened: OpenFile) -> Sentence | None:
    """Which way was settled last."""
    taken = opened.file.last(*SETTLED)
    row = opened.workflow.step(taken.step) if taken else None
    return row.done if row else None


def staff_route_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """Everything the template needs beside what every case has."""
    of = about(opened.file)
    agency = agency_of(of, on=people.today) if opened.file.of(THROUGH_AGENCY) else None
    people.know({skip.person for skip in opened.passed_over})
    return {
        "about": people.name(of),
        "details": rows(opened.workflow.opening, opened.papers.get("details", {})),
        "checked": rows_of(opened, "check-speech") if opened.file.of("check-speech") else [],
        "picked": _picked(opened),
        "settled": rows_of(opened, *SETTLED),
        "way": _way(opened),
        "handed": opened.file.of("hand-off"),
        "told": rows_of(opened, TELL),
        "account": rows_of(opened, "own-account"),
        "outcome": with_names(rows_of(opened, "store-outcome"), "decided_by"),
        "file_gone": rows_of(opened, FILE_GONE) if opened.file.of(FILE_GONE) else [],
        "hurt": [people.name(subjects(taken.seat)[0]) for taken in opened.file.of(HURT)],
        "colleague": bool(opened.file.of(COLLEAGUE)),
        "support": rows_of(opened, SUPPORT),
        "hr": people.by.holds(HR),
        "line": the_contacts()["education-support"],
        "employed": bool(opened.file.of(EMPLOYED)),
        "agency": say("{agency}", agency=agency[0]) if agency else None,
        "agency_mail": agency[1] if agency else "",
        "procedure": _procedure(of),
        "passed": [(people.name(skip.person), REASONS[skip.reason]) for skip in opened.passed_over if skip.reason in REASONS],
        "bundle": people.by.holds(HR) and bool(opened.file.of("check-speech")),
    }


def staff_route_told(opened: OpenFile, people: People) -> Mapping[str, object]:
    """For whoever it is about what HR told them and what they said; for the safeguarding lead what they are asked."""
    hats, _ = hats_of(opened.found, people.by)
    accounts = [
        opened.papers["step-%d" % one.sequence] for one in opened.file.of("own-account") if "step-%d" % one.sequence in opened.papers
    ]
    fields = opened.workflow.step("own-account")
    return {
        "subject": Hat.SUBJECT in hats,
        "told": as_yours(rows_of(opened, TELL)),
        "flagged": rows_of(opened, "pause"),
        "accounts": [row for held in accounts for row in rows(fields.fields if fields else (), held)],
        "procedure": _procedure(people.by.person) if Hat.SUBJECT in hats else None,
    }


def staff_route_strip(opened: OpenFile, people: People) -> list[Mark]:
    """Sent this way, where it stands, by when."""
    begun = Mark("done", say("Sent this way"), moment_in_words(opened.case.opened_at, now=people.now))
    waits = next((one for one in opened.reached if one.ended_at is None), None)
    by = say("By {day}", day=day_in_words(london_day(waits.due_at), today=people.today)) if waits else None
    return [begun, Mark("now", opened.workflow.states[opened.case.state], by)]
