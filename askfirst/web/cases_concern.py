"""What the page of a concern shows: all of it to whoever deals with it; to everybody else what they told and what they were told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from askfirst.casework.access import Line
from askfirst.casework.concern_merge import ELSEWHERE, same_as
from askfirst.casework.fields import Choice
from askfirst.casework.kinds.concern_gates import AGENCY, STUDENT
from askfirst.casework.kinds.support import HELPS, PUPIL
from askfirst.casework.onward import ABOUT
from askfirst.casework.reading import OpenFile
from askfirst.casework.whose import hats_of
from askfirst.casework.workflow import OPEN, Hat, Step, Taken
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, subjects
from askfirst.people.who import schools
from askfirst.procedure.dated import Fact, the_contacts, the_facts
from askfirst.web.cases_people import People
from askfirst.web.cases_talk import Row, as_yours, rows, rows_of
from askfirst.web.cases_time import Mark
from askfirst.web.in_words import day_in_words, moment_in_words
from askfirst.words import Sentence, say

__all__ = ["CONCERN_MOVES", "concern_fills", "concern_status", "concern_strip", "concern_told", "concern_words"]

NAMING = "naming-teachers"
ANOTHER = Choice(ELSEWHERE, say("Another, which somebody else deals with"))
MESSAGES = frozenset({"note", "text"})
CONCERN_MOVES: Mapping[str, Sentence] = {OPEN: say("Told")}


def concern_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """Everything the template needs beside what every case has."""
    of_student = bool(opened.file.of(STUDENT))
    return {
        "details": _told(opened),
        "nobody_known": not opened.file.of(ABOUT),
        "unnamed": not opened.file.asker,
        "of_student": of_student,
        "facts": () if of_student else naming(people),
        "agency": bool(opened.file.of(AGENCY)),
        "hurt": [people.name(subjects(taken.seat)[0]) for taken in opened.file.of(*HELPS.values())],
        "pupil": bool(opened.file.of(PUPIL)),
        "support": [row for step in HELPS for row in rows_of(opened, step)],
        "line": the_contacts()["childline" if opened.file.of(PUPIL) else "education-support"],
        "done": [row for taken in opened.file.taken if taken.step not in (OPEN, *HELPS) for row in _rows(opened, taken)],
    }


def _told(opened: OpenFile) -> list[Row]:
    """What was told, as it was asked; the school by its name."""
    places = tuple(Choice(one.id, say("{name}", name=one.name)) for one in schools())
    fields = (replace(field, choices=places) if field.id == "school" else field for field in opened.workflow.opening)
    return rows(fields, opened.papers.get("details", {}))


def _rows(opened: OpenFile, taken: Taken) -> list[Row]:
    """What was written in one step: each time that it was taken, in the order in which it happened."""
    row = opened.workflow.step(taken.step)
    fields = [replace(field, choices=(ANOTHER,)) if field.id == "case" else field for field in row.fields] if row else []
    return rows(fields, opened.papers.get("step-%d" % taken.sequence, {}))


def _to_them(opened: OpenFile, taken: Taken, row: Row) -> Row:
    """A message under what happened, since its question was put to whoever wrote it."""
    step = opened.workflow.step(taken.step)
    return replace(row, says=step.done) if step and row.field in MESSAGES else row


def concern_fills(opened: OpenFile, step: Step, people: People) -> Step:
    """To merge: the open concerns that this person may read, by reference and day; or another, that somebody else deals with."""
    if step.id != "merge":
        return step
    lines = same_as(people.by, but=opened.case.ref)
    seen = (Choice(line.ref, say("{ref}, told {day}", ref=line.ref, day=_day(line, people))) for line in lines)
    choices = (*seen, ANOTHER)
    return replace(step, fields=tuple(replace(field, choices=choices) for field in step.fields))


def _day(line: Line, people: People) -> Sentence:
    return day_in_words(london_day(line.opened_at), today=people.today)


def naming(people: People) -> list[Fact]:
    """What is known, on this day, of naming a teacher whom a student tells of; it is not legal advice."""
    return [fact for fact in the_facts() if fact.id == NAMING and fact.holds_on(people.today)]


def concern_told(opened: OpenFile, people: People) -> Mapping[str, object]:
    """For whoever told of it, whom it is about and whom it hurt, each by name: the words meant for them."""
    hats, _ = hats_of(opened.found, people.by)
    told = [taken for taken in opened.file.taken if taken.step != OPEN]
    of_student = opened.papers.get("details", {}).get("about") == "student"  # as it was told: nobody hears what the roll says
    return {
        "facts": () if people.by.capacity is Capacity.STUDENT or of_student else naming(people),
        "subject": Hat.SUBJECT in hats,
        "own": _told(opened),
        "told": as_yours(_to_them(opened, taken, row) for taken in told for row in _rows(opened, taken)),
    }


def concern_status(opened: OpenFile, people: People) -> Sequence[Sentence]:
    """For whom it hurt, and their parents: that they need not be alone with it, and what they will hear."""
    hats, _ = hats_of(opened.found, people.by)
    own = opened.papers.get("details", {}).get("hurt") if Hat.ASKER in hats else ""
    whom = "child" if people.by.capacity is Capacity.PARENT else "me"
    helps = _help(people.by.capacity) if Hat.TARGET in hats or own == whom else ()
    return (*helps, say("At the end you hear that it was dealt with, and no more.")) if helps else ()


def _help(capacity: Capacity | None) -> Sequence[Sentence]:
    """Who helps whom it hurt, or their child, by what somebody is here."""
    number = the_contacts()["childline"].number
    if capacity is Capacity.STAFF:
        return (say("Ask your manager or HR for cover. Your union can help, and so can Education Support, free and in private."),)
    if capacity is Capacity.STUDENT:
        return (
            say("You can talk to an adult at school whom you trust. They will listen."),
            say("You can ring Childline too: {number}. It is free and private.", number=number),
        )
    if capacity is Capacity.PARENT:
        return (say("Your child can talk to an adult at school whom they trust, or ring Childline, free: {number}.", number=number),)
    return ()


def concern_strip(opened: OpenFile, people: People) -> list[Mark]:
    """Told, where it stands, by when."""
    told = Mark("done", say("Told"), moment_in_words(opened.case.opened_at, now=people.now))
    waits = next((one for one in opened.reached if one.ended_at is None), None)
    by = say("By {day}", day=day_in_words(london_day(waits.due_at), today=people.today)) if waits else None
    return [told, Mark("now", opened.workflow.states[opened.case.state], by)]
