"""What the page of a request about personal data shows: what is asked, what was asked back, the answer, and the last day by law."""

from collections.abc import Mapping

from askfirst.casework.kinds.data_request import ABOUT, last_day
from askfirst.casework.kinds.data_request_gates import CLAUSE, COPY
from askfirst.casework.reading import OpenFile
from askfirst.casework.workflow import OPEN
from askfirst.people.calendar import london_day
from askfirst.people.hats import person
from askfirst.records.subject_access import may_copy
from askfirst.web.cases_people import People
from askfirst.web.cases_talk import rows, rows_of
from askfirst.web.cases_time import Mark
from askfirst.web.in_words import day_in_words, moment_in_words
from askfirst.web.step_forms import mended
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["DATA_MOVES", "data_strip", "data_told", "data_words"]

DATA_MOVES: Mapping[str, Sentence] = {OPEN: say("Asked")}


def data_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """Everything the template needs beside what every case has. `own`: whoever asked asks for themselves."""
    details = opened.papers.get("details", {})
    asked, about = opened.file.asker, opened.file.last(ABOUT)
    return {
        "told_by": people.name(asked),
        "whom": mended(str(details.get("whom", ""))),
        "own": about is not None and about.seat == person(asked),
        "details": rows([field for field in opened.workflow.opening if field.id != "child"], details),
        "back": [*rows_of(opened, "ask-back"), *rows_of(opened, "tell-us")],
        "longer": rows_of(opened, "extend"),
        "answer": rows_of(opened, "give", "refuse-part"),
        "copy": bool(opened.file.of(COPY)),
        "may_copy": may_copy(opened, people.by),
        "to": next((one.who for one in people.asked() if one.open and not one.mine), None),
    }


def data_told(opened: OpenFile, people: People) -> Mapping[str, object]:
    """For the safeguarding lead: whose data it is, and who asks for it; nothing of what they wrote."""
    told = opened.papers.get("details", {})
    return {"whose": mended(str(told.get("whom", ""))), "asks": mended(str(told.get("asks", ""))), "clause": CLAUSE}


def data_strip(opened: OpenFile, people: People) -> list[Mark]:
    """Asked, where it stands and by when, and the last day that the law leaves."""
    asked = Mark("done", say("Asked"), moment_in_words(opened.case.opened_at, now=people.now))
    now = opened.workflow.states[opened.case.state]
    waits = next((one for one in opened.reached if one.ended_at is None), None)
    by = say("By {day}", day=day_in_words(london_day(waits.due_at), today=people.today)) if waits else None
    marks = [asked, Mark("now", now, by)]
    if opened.words and opened.case.state not in opened.workflow.over:
        says = say("The copy comes by") if opened.file.of(COPY) else say("The answer comes by")
        marks.append(Mark("next", says, say("{day}", day=date_in_full(last_day(opened.file)))))
    return marks
