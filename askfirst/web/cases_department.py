"""What the page of a department's page shows: its list of tasks, what was said of it, and what keeps it from being official."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from askfirst.casework.kinds.page import BEFORE, HELD, LIVE, NOT_IN_ORDER, NOT_NOW, PAGE
from askfirst.casework.kinds.page_gates import NO_PUPILS, PUPILS, TASKS
from askfirst.casework.kinds.page_handover import keeper, leaving
from askfirst.casework.page_listing import AT
from askfirst.casework.page_proof import last_proof, may_prove
from askfirst.casework.reading import OpenFile
from askfirst.casework.workflow import OPEN, Step
from askfirst.people.calendar import london_day
from askfirst.people.hats import subjects
from askfirst.web.cases_people import People
from askfirst.web.cases_said import said
from askfirst.web.cases_talk import Row, rows
from askfirst.web.cases_time import Mark
from askfirst.web.in_words import day_in_words, moment_in_words
from askfirst.words import Sentence, say

__all__ = ["PAGE_MOVES", "Task", "page_starts", "page_strip", "page_words"]

PAGE_MOVES: Mapping[str, Sentence] = {
    OPEN: say("Begun"),
    PUPILS: say("It shows student data: the Data Protection Officer looks at it too"),
    NO_PUPILS: say("It shows no student data"),
}


CAN_BE_LOOKED_UP = say("Anybody can look this page up. They read its name, its school, a role and a day, and nobody’s name.")
NO_ADDRESS = say("Nobody can look this page up yet, since it has no address. Communications can add it.")
NOT_SAID_NOW = say("The public look-up does not say “Official” of it now.")
ENDORSES = say("Do not link to it, tag it or list it meanwhile. That counts as endorsing it (HYB-2).")


@dataclass(frozen=True, slots=True)
class Task:
    """One part of the list: its name, whether it is filled in, and with what. `form`: under which name its form stands on the page."""

    id: str
    says: Sentence
    done: bool
    rows: tuple[Row, ...]


SAY = ("changes", "turn-down", "comms-check", "dpo-look", "hold-back", "mixed-found", "still-mixed")
"""Steps in which somebody else says something to whoever asked."""


def page_strip(opened: OpenFile, people: People) -> list[Mark]:
    """Begun, where it stands and by when, and who decides in the end."""
    begun = Mark("done", say("Begun"), moment_in_words(opened.file.opened_at, now=people.now))
    waits = next((one for one in opened.reached if one.ended_at is None), None)
    by = say("By {day}", day=day_in_words(london_day(waits.due_at), today=people.today)) if waits else None
    marks = [begun, Mark("now", opened.workflow.states[opened.case.state], by)]
    if opened.case.state in BEFORE and not opened.file.of("make-official"):
        marks.append(Mark("next", say("The Headteacher decides"), say("Not whoever agreed to it as line manager")))
    return marks


def _task(opened: OpenFile, id: str) -> Task:
    step, taken = opened.workflow.step(id), opened.file.last(id)
    words = opened.papers.get("step-%d" % taken.sequence, {}) if taken else {}
    fields = step.fields if step else ()
    return Task(id, step.says if step else say("{id}", id=id), taken is not None, tuple(rows(fields, words)))


def proof_line(opened: OpenFile, people: People) -> tuple[Sentence, Sentence] | None:
    """What came of the last look at who runs the page, and when; None where nobody has looked."""
    last = last_proof(opened)
    return (last[0].says, moment_in_words(last[1], now=people.now)) if last else None


def _public(opened: OpenFile) -> tuple[Sentence, ...]:
    """What the public look-up says of it, once it has been official."""
    state = opened.case.state
    if state in LIVE:
        return (CAN_BE_LOOKED_UP,) if opened.file.last(AT) else (NO_ADDRESS,)
    return (NOT_SAID_NOW, ENDORSES) if state in NOT_IN_ORDER else ()


def page_starts(opened: OpenFile, step: Step) -> Mapping[str, object]:
    """The name to be read by everybody begins as the one that the page was told of by."""
    return {"called": opened.papers.get("details", {}).get("name", "")} if step.id == "make-official" else {}


def _for_them(opened: OpenFile, people: People) -> bool:
    """Whether it was begun for this reader by somebody else, and is still to be sent."""
    file = opened.file
    return file.asker == people.by.person and file.logger not in ("", file.asker) and file.state == PAGE.first


def page_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """Everything the template needs beside what every case has."""
    tasks, mark = [_task(opened, id) for id in TASKS], leaving(opened.file)
    return {
        "mine": opened.file.asker == people.by.person,
        "for_you": people.name(opened.file.logger) if _for_them(opened, people) else None,
        "keeper": people.name(subjects(keeper(opened.file))[0]),
        "leaves_on": day_in_words(date.fromisoformat(mark.of), today=people.today) if mark else None,
        "public": _public(opened),
        "may_prove": may_prove(opened, people.by) and opened.file.last(AT) is not None,
        "proof": proof_line(opened, people),
        "told_by": people.name(opened.file.asker),
        "details": rows(opened.workflow.opening, opened.papers.get("details", {})),
        "tasks": tasks,
        "done": sum(task.done for task in tasks),
        "all": len(tasks),
        "said": said(opened, people, steps=SAY),
        "up": opened.file.asker == people.by.person and opened.case.state in (NOT_NOW, HELD),
        "to": None,
    }
