"""What the page of a concern shows: all of it to whoever deals with it; to everybody else what they told and what they were told."""

from collections.abc import Mapping, Sequence

from askfirst.casework.kinds.concern_gates import AGENCY
from askfirst.casework.reading import OpenFile
from askfirst.casework.whose import hats_of
from askfirst.casework.workflow import OPEN, Hat
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity
from askfirst.procedure.dated import Fact, the_facts
from askfirst.web.cases_people import People
from askfirst.web.cases_talk import rows, rows_of
from askfirst.web.cases_time import Mark
from askfirst.web.in_words import day_in_words, moment_in_words
from askfirst.words import Sentence, say

__all__ = ["CONCERN_MOVES", "concern_status", "concern_strip", "concern_told", "concern_words"]

NAMING = "naming-teachers"
CONCERN_MOVES: Mapping[str, Sentence] = {OPEN: say("Told")}


def concern_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """Everything the template needs beside what every case has."""
    done = [step.id for step in opened.workflow.steps if step.fields and opened.file.of(step.id)]
    return {
        "details": rows(opened.workflow.opening, opened.papers.get("details", {})),
        "unnamed": not opened.file.asker,
        "facts": naming(people),
        "agency": bool(opened.file.of(AGENCY)),
        "done": [row for id in done for row in rows_of(opened, id)],
    }


def naming(people: People) -> list[Fact]:
    """What is known, on this day, of naming a teacher whom a student tells of; it is not legal advice."""
    return [fact for fact in the_facts() if fact.id == NAMING and fact.holds_on(people.today)]


def concern_told(opened: OpenFile, people: People) -> Mapping[str, object]:
    """For whoever told of it, whom it is about and whom it hurt, each by name: the words meant for them."""
    hats, _ = hats_of(opened.found, people.by)
    told = [step.id for step in opened.workflow.steps if step.shown]
    return {
        "facts": () if people.by.capacity is Capacity.STUDENT else naming(people),
        "subject": Hat.SUBJECT in hats,
        "own": rows(opened.workflow.opening, opened.papers.get("details", {})),
        "told": [row for id in told for row in rows_of(opened, id)],
    }


def concern_status(opened: OpenFile, people: People) -> Sequence[Sentence]:
    """For a colleague whom it hurt: that they need not be alone with it, and what they will hear."""
    hats, _ = hats_of(opened.found, people.by)
    hurt = Hat.TARGET in hats or (Hat.ASKER in hats and opened.papers.get("details", {}).get("hurt") == "me")
    if not hurt or people.by.capacity is not Capacity.STAFF:
        return ()
    return (
        say("Ask your manager or HR for cover. Your union can help, and so can Education Support, free and in private."),
        say("At the end you hear that it was dealt with, and no more."),
    )


def concern_strip(opened: OpenFile, people: People) -> list[Mark]:
    """Told, where it stands, by when."""
    told = Mark("done", say("Told"), moment_in_words(opened.case.opened_at, now=people.now))
    waits = next((one for one in opened.reached if one.ended_at is None), None)
    by = say("By {day}", day=day_in_words(london_day(waits.due_at), today=people.today)) if waits else None
    return [told, Mark("now", opened.workflow.states[opened.case.state], by)]
