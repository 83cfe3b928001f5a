"""What the page of a request not to be in posts shows: who, what, until when; the reason where it is this reader's."""

from collections.abc import Mapping
from datetime import date

from askfirst.casework.kinds.do_not_post import ABOUT, ASKED, LIVE, REASON, UNTIL
from askfirst.casework.reading import OpenFile
from askfirst.casework.workflow import OPEN
from askfirst.people.calendar import london_day
from askfirst.web.cases_people import People
from askfirst.web.cases_talk import rows
from askfirst.web.cases_time import Mark
from askfirst.web.in_words import day_in_words, moment_in_words
from askfirst.web.step_forms import mended
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["DO_NOT_POST_MOVES", "do_not_post_strip", "do_not_post_words"]

DO_NOT_POST_MOVES: Mapping[str, Sentence] = {OPEN: say("Asked")}
QUIET = frozenset({REASON, "sealed", "child", "whom"})


def do_not_post_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """Everything the template needs beside what every case has."""
    details = opened.papers.get("details", {})
    about = opened.file.last(ABOUT)
    return {
        "told_by": people.name(opened.file.asker),
        "whom": mended(str(details.get("whom", ""))),
        "own": about is not None and about.seat == "person:" + opened.file.asker,
        "details": rows([field for field in opened.workflow.opening if field.id not in QUIET], details),
        "reason": mended(str(opened.papers[REASON].get("text", ""))) if REASON in opened.papers else "",
        "to": next((one.who for one in people.asked() if one.open and not one.mine), None),
    }


def do_not_post_strip(opened: OpenFile, people: People) -> list[Mark]:
    """Asked, read by the school by when, and the last day."""
    asked = Mark("done", say("Asked"), moment_in_words(opened.case.opened_at, now=people.now))
    now = opened.workflow.states[opened.case.state]
    waits = next((one for one in opened.reached if one.ended_at is None), None)
    by = say("By {day}", day=day_in_words(london_day(waits.due_at), today=people.today)) if waits else None
    marks = [asked, Mark("now", now, by)]
    until = opened.file.last(UNTIL)
    if until is not None and opened.case.state in (ASKED, LIVE):
        marks.append(Mark("next", say("It ends by itself"), say("{day}", day=date_in_full(date.fromisoformat(until.of)))))
    return marks
