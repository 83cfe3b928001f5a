"""What the page of a case about a page that may not be ours shows: what was told, and what communications say.

The address is words, never something to press.
"""

from collections.abc import Mapping
from datetime import date

from askfirst.casework.kinds.impostor import CHECK_ON
from askfirst.casework.kinds.impostor_letter import letter_of
from askfirst.casework.kinds.impostor_route import route_of
from askfirst.casework.reading import OpenFile
from askfirst.casework.workflow import OPEN
from askfirst.people.calendar import london_day
from askfirst.people.holding import todays_trust
from askfirst.procedure.guides import the_services
from askfirst.records.impostor_pack import may_pack
from askfirst.web.cases_people import People
from askfirst.web.cases_talk import rows, rows_of
from askfirst.web.cases_time import Mark
from askfirst.web.in_words import day_in_words, moment_in_words
from askfirst.web.step_forms import mended
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["IMPOSTOR_MOVES", "impostor_strip", "impostor_words"]

IMPOSTOR_MOVES: Mapping[str, Sentence] = {OPEN: say("Told")}
ANSWERS = ("not-ours", "ours", "not-known")


def impostor_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """Everything the template needs beside what every case has. `route`: how the app or site is told of it."""
    details = opened.papers.get("details", {})
    route = route_of(str(details.get("address", "")))
    told_on = str(date_in_full(london_day(opened.case.opened_at)))
    return {
        "told_by": people.name(opened.file.asker),
        "address": mended(str(details.get("address", ""))),
        "details": rows([field for field in opened.workflow.opening if field.id != "address"], details),
        "asks_children": details.get("children") in ("yes", "not-sure"),
        "answer": rows_of(opened, *ANSWERS),
        "again": rows_of(opened, "still-up", "site-refused", "is-back", "not-so"),
        "route": route,
        "guided": bool(route and route.id in {one.id for one in the_services()}),
        "letter": letter_of(details, trust=todays_trust().name, told_on=told_on, rule=route.rule if route else ""),
        "packs": may_pack(opened, people.by),
        "to": next((one.who for one in people.asked() if one.open and not one.mine), None),
    }


def impostor_strip(opened: OpenFile, people: People) -> list[Mark]:
    """Told, where it stands and by when, and the day on which somebody looks again."""
    told = Mark("done", say("Told"), moment_in_words(opened.case.opened_at, now=people.now))
    waits = next((one for one in opened.reached if one.ended_at is None), None)
    by = say("By {day}", day=day_in_words(london_day(waits.due_at), today=people.today)) if waits else None
    day = opened.file.last(CHECK_ON)
    now = opened.workflow.states[opened.case.state]
    if waits is None or day is None:
        return [told, Mark("now", now, by)]
    return [told, Mark("now", now), Mark("next", say("We look again"), say("{day}", day=date_in_full(date.fromisoformat(day.of))))]
