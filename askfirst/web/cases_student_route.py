"""What the page of a concern about a student shows: to staff all of it; to the student and the family the words meant for each."""

from collections.abc import Mapping

from askfirst.casework.kinds.student_route import about
from askfirst.casework.kinds.student_route_home import ADULT, REFERENCE, in_care
from askfirst.casework.kinds.student_route_steps import (
    ALONE,
    DONE,
    ENDING,
    FOUND,
    LEFT,
    TALKED,
    TO_TALK,
    WITH_HEAD,
)
from askfirst.casework.reading import OpenFile
from askfirst.casework.whose import hats_of
from askfirst.casework.workflow import OPEN, Hat
from askfirst.people.calendar import london_day
from askfirst.people.holding import todays_trust
from askfirst.people.told import Carer, care_of, may_be_told
from askfirst.people.who import names, schools
from askfirst.web.cases_people import People
from askfirst.web.cases_talk import Row, rows, rows_of, with_names
from askfirst.web.cases_time import Mark
from askfirst.web.in_words import day_in_words, moment_in_words
from askfirst.web.people import REASONS
from askfirst.words import Sentence, say

__all__ = ["STANDS", "STUDENT_ROUTE_MOVES", "student_route_strip", "student_route_told", "student_route_words"]

STUDENT_ROUTE_MOVES: Mapping[str, Sentence] = {OPEN: say("Sent this way")}
WRITTEN = (
    "let-talk", "record-talk", "take-account", "own-account", "other-evidence", "find", "restorative", "policy", "to-head", "head-decides",
    "ask-lead",
)  # fmt: skip
STANDS = {
    TALKED: say("We talked. Next we say what we found."),
    FOUND: say("We said what we found. Next we say what follows."),
    WITH_HEAD: say("The Headteacher looks at it now."),
    ENDING: say("It is nearly finished."),
    DONE: say("It is finished."),
    LEFT: say("It has ended."),
}
"""How it stands, to a student and a family."""
TELLING = ("write-summary", "tell-parent", "not-told", "tell-social-worker", "tell-carer", "tell-virtual-school", "close-record")


def _policy(school: str) -> tuple[Sentence, str] | None:
    """The school's name and where its behaviour policy stands; None for whoever is of no school, and where it is not said."""
    found = todays_trust().school(school)
    return (say("{school}", school=found.name), found.behaviour) if found and found.behaviour else None


def _each(opened: OpenFile, *steps: str) -> list[tuple[Sentence, list[Row]]]:
    """Each of these steps, in their order, with what was written in it; every time that it was taken."""
    taken = [
        (opened.workflow.step(step), opened.papers.get("step-%d" % one.sequence, {})) for step in steps for one in opened.file.of(step)
    ]
    return [(row.done, held) for row, words in taken if row is not None and (held := with_names(rows(row.fields, words), "who"))]


def _carer(one: Carer) -> Sentence:
    return say("{who} ({as_what})", who=one.name or one.email, as_what=one.how)


def student_route_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """Everything the template needs beside what every case has. Whom we may tell is looked up anew each time."""
    of = about(opened.file)
    people.know({skip.person for skip in opened.passed_over})
    adult, cared = bool(opened.file.of(ADULT)), in_care(opened.file)
    return {
        "about": people.name(of),
        "details": rows(opened.workflow.opening, opened.papers.get("details", {})),
        "policy": _policy(opened.case.school_id or ""),
        "notices": opened.case.state == WITH_HEAD or bool(opened.file.of(REFERENCE)),
        "in_order": opened.case.state in (TO_TALK, TALKED),
        "unnamed": bool(opened.file.of(ALONE)),
        "adult": adult,
        "care": [_carer(one) for one in care_of(of)] if cared and not adult else [],
        "may_tell": [say("{name}", name=one.name) for one in may_be_told(of, on=people.today)],
        "written": _each(opened, *WRITTEN),
        "telling": _each(opened, *TELLING),
        "passed": [(people.name(skip.person), REASONS[skip.reason]) for skip in opened.passed_over if skip.reason in REASONS],
    }


def student_route_told(opened: OpenFile, people: People) -> Mapping[str, object]:
    """For the student what they said and what came of it; for a parent or carer what is written for the family."""
    hats, _ = hats_of(opened.found, people.by)
    said = [opened.papers["step-%d" % one.sequence] for one in opened.file.taken if _own(one.step, opened, one.sequence)]
    own = opened.workflow.step("own-account")
    return {
        "subject": Hat.SUBJECT in hats,
        "stands": _stands(opened),
        "ring": next((one for one in schools() if one.id == opened.case.school_id), None),
        "accounts": [row for held in said for row in rows(own.fields if own else (), held)],
        "told": rows_of(opened, "write-summary"),
        "outcome": rows_of(opened, "close-record"),
        "policy": _policy(names([people.by.person])[people.by.person].school) if Hat.SUBJECT in hats else None,
    }


def _stands(opened: OpenFile) -> Sentence:
    return STANDS.get(opened.case.state, opened.workflow.states[opened.case.state])


def _own(step: str, opened: OpenFile, sequence: int) -> bool:
    return step in ("take-account", "own-account") and "step-%d" % sequence in opened.papers


def student_route_strip(opened: OpenFile, people: People) -> list[Mark]:
    """Sent this way, where it stands, by when; to a student and a family how it stands and no more."""
    if not opened.words and hats_of(opened.found, people.by)[0] & {Hat.SUBJECT, Hat.FAMILY}:
        return [Mark("now", _stands(opened))]
    begun = Mark("done", say("Sent this way"), moment_in_words(opened.case.opened_at, now=people.now))
    waits = next((one for one in opened.reached if one.ended_at is None), None)
    by = say("By {day}", day=day_in_words(london_day(waits.due_at), today=people.today)) if waits else None
    return [begun, Mark("now", opened.workflow.states[opened.case.state], by)]
