"""What the page of a group only for learning shows: the advice to read, what must be in place, what was told, and until when it runs."""

from collections.abc import Mapping
from dataclasses import dataclass

from askfirst.casework.kinds.exemption import ABOUT, ACTIVE, BEFORE, ON, REVIEW
from askfirst.casework.kinds.exemption_gates import (
    GATES,
    MENDED_BY,
    MESSAGES_OPEN,
    MESSAGES_SAFE,
    NOT_OFFICIAL,
    OFFICIAL,
    OLD_ENOUGH,
    OWN_ACCOUNT,
    SECOND_GONE,
    SECOND_IS,
    TOO_YOUNG,
)  # fmt: skip
from askfirst.casework.reading import OpenFile
from askfirst.casework.workflow import OPEN
from askfirst.people.calendar import london_day
from askfirst.people.holding import todays_trust
from askfirst.procedure.guides import UnknownService, service
from askfirst.web.cases_people import People
from askfirst.web.cases_said import said
from askfirst.web.cases_talk import Row, rows
from askfirst.web.cases_time import Mark
from askfirst.web.in_words import day_in_words, moment_in_words
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["EXEMPTION_MOVES", "Advice", "Gate", "advice_to_read", "exemption_strip", "exemption_words"]

EXEMPTION_MOVES: Mapping[str, Sentence] = {
    OPEN: say("Begun"),
    OFFICIAL: say("The page of the department is official"),
    NOT_OFFICIAL: say("The page of the department is not official"),
    SECOND_IS: say("There is a second adult"),
    SECOND_GONE: say("The second adult has no post here any more"),
    OWN_ACCOUNT: say("The school owns the login"),
    OLD_ENOUGH: say("Everybody is old enough for the app"),
    TOO_YOUNG: say("It is not sure that everybody is old enough for the app"),
    MESSAGES_SAFE: say("Private messages are off, or the school keeps a log"),
    MESSAGES_OPEN: say("Private messages are open"),
}
NAMED: Mapping[str, Sentence] = {
    "advice-read": say("You have read the advice"),
    "second-there": say("A second adult runs it too"),
    "second-has-read": say("The second adult has read the advice"),
    "account-owned": say("The school owns the login"),
    "page-official": say("Your department’s page is official"),
    "old-enough": say("Everybody is old enough for the app"),
    "messages-safe": say("Private messages are off, or logged"),
    "manager-agreed": say("The line manager agrees"),
    "lead-noted": say("The safeguarding lead has noted it"),
}


@dataclass(frozen=True, slots=True)
class Advice:
    """What is read before a group begins (SNS-7). `old`: the procedure's own link, where it did not open when somebody last tried it."""

    says: str
    link: str
    named_on: Sentence
    old: str
    tried_on: Sentence


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that must be in place. `sentence`: how to open it, where it is shut; `step`: whose form stands with it."""

    says: Sentence
    done: bool
    sentence: Sentence | None
    clause: str
    step: str


def advice_to_read() -> Advice | None:
    """The reading the Trust has named; None where nobody there has tried the procedure's link."""
    tried = todays_trust().reading_for("SNS-7")
    if tried is None:
        return None
    old = "" if tried.opened else tried.link
    return Advice(tried.instead_says, tried.instead, date_in_full(tried.named_on), old, date_in_full(tried.tried_on))


def _gates(opened: OpenFile) -> list[Gate]:
    met: set[str] = set()
    found = []
    for need in GATES:
        shut = tuple(need.missing(opened.file))
        if need.id == "second-has-read" and need_second(opened):
            shut = (need.id,)
        step = MENDED_BY.get(need.id, "")
        found.append(
            Gate(NAMED[need.id], not shut, need.says(shut[0], say("")) if shut else None, need.clause, step if step not in met else "")
        )
        met.add(step)
    return found


def need_second(opened: OpenFile) -> bool:
    """Whether there is nobody yet who could have read it."""
    last = opened.file.last(SECOND_IS, SECOND_GONE)
    return last is None or last.step == SECOND_GONE


def _told(opened: OpenFile) -> list[Row]:
    """What was told at the beginning, and what was changed of it since."""
    held = dict(opened.papers.get("details", {}))
    for id in ("second", "set-up"):
        taken = opened.file.last(id)
        held |= opened.papers.get("step-%d" % taken.sequence, {}) if taken else {}
    return rows([field for field in opened.workflow.opening if field.id != "about_page"], held)


def _guide(opened: OpenFile) -> str:
    """Our guide to the app or site; "" where we have none."""
    on = opened.file.last(ON)
    try:
        return service(on.of).id if on else ""
    except UnknownService:
        return ""


SAY = ("turn-down", "note", "end")
"""Steps in which somebody else says something to whoever asked."""


def exemption_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """Everything the template needs beside what every case has."""
    page, gates = opened.file.last(ABOUT), _gates(opened)
    closes = opened.case.closes_at
    return {
        "told_by": people.name(opened.file.asker),
        "details": _told(opened),
        "gates": gates,
        "done": sum(gate.done for gate in gates),
        "all": len(gates),
        "lacks": [gate for gate in gates if not gate.done] if opened.case.state == REVIEW else [],
        "said": said(opened, people, steps=SAY),
        "up": any(offer.step.id == "ask-again" and not offer.refusals for offer in opened.offers),
        "advice": advice_to_read(),
        "page_ref": page.of if page else "",
        "guide": _guide(opened),
        "until": date_in_full(london_day(closes)) if closes and opened.case.state == ACTIVE else None,
        "to": None,
    }


def exemption_strip(opened: OpenFile, people: People) -> list[Mark]:
    """Begun, where it stands and by when, and what comes then."""
    begun = Mark("done", say("Begun"), moment_in_words(opened.file.opened_at, now=people.now))
    waits = next((one for one in opened.reached if one.ended_at is None), None)
    by = say("By {day}", day=day_in_words(london_day(waits.due_at), today=people.today)) if waits else None
    marks = [begun, Mark("now", opened.workflow.states[opened.case.state], by)]
    if opened.case.state in BEFORE:
        marks.append(Mark("next", say("Active for a year"), say("Once all is in place")))
    if opened.case.state == ACTIVE and opened.case.closes_at:
        marks.append(Mark("next", say("Looked at again"), date_in_full(london_day(opened.case.closes_at))))
    return marks
