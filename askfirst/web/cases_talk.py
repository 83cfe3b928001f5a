"""What the page of a declaration, a plan, an interest or an offer shows: what was told, the talk, how it is settled, what was added."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from askfirst.casework.fields import Field
from askfirst.casework.kinds.talks import BY_GOVERNANCE, FACTORS
from askfirst.casework.kinds.yearly import RENAME_OWED
from askfirst.casework.reading import OpenFile
from askfirst.casework.workflow import OPEN, Taken
from askfirst.people.calendar import london_day
from askfirst.people.holding import todays_trust
from askfirst.people.who import by_username
from askfirst.web.cases_people import People
from askfirst.web.cases_time import Mark
from askfirst.web.in_words import day_in_words, moment_in_words
from askfirst.web.people import REASONS
from askfirst.web.step_forms import mended
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["TALK_MOVES", "Row", "as_yours", "rows", "rows_of", "talk_strip", "talk_words", "with_names"]

TALK_MOVES: Mapping[str, Sentence] = {
    OPEN: say("Told"),
    BY_GOVERNANCE: say("A trustee’s matter: the governance professional hands it on"),
    RENAME_OWED: say("The name in the address should change (HYB-3)"),
}
SETTLING = ("settle", "set-aside")
ENDS = frozenset({"closed", "ended", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was asked, and what was answered; `value` None where it was left empty. `field`: where to change it."""

    field: str
    says: Sentence
    value: Sentence | None


@dataclass(frozen=True, slots=True)
class Reply:
    text: str
    by: Sentence
    at: Sentence


def rows(fields: Iterable[Field], words: Mapping[str, object], *, empty: bool = False) -> list[Row]:
    """Each field with its value in words; those left empty only where asked for."""
    found = [Row(field.id, field.says, _value(field, words.get(field.id))) for field in fields if field.asked(words)]
    return found if empty else [row for row in found if row.value is not None]


def _value(field: Field, held: object) -> Sentence | None:
    if not held:
        return None
    if held is True:
        return say("Yes")
    if field.day is not None:
        return date_in_full(date.fromisoformat(str(held)))
    chosen = next((choice.says for choice in field.choices if choice.value == held), None)
    return chosen or say("{text}", text=mended(str(held)))


def _words(opened: OpenFile, taken: Taken) -> Mapping[str, object]:
    return opened.papers.get("step-%d" % taken.sequence, {})


def with_names(found: Iterable[Row], *fields: str) -> list[Row]:
    """The same rows; in these fields a username is read as that person's name."""
    return [_with_name(row) if row.field in fields else row for row in found]


def as_yours(found: Iterable[Row]) -> list[Row]:
    """What somebody was told of a matter of theirs, as they read it: their rights are yours."""
    return [replace(row, says=say("What are your rights?")) if row.field == "rights" else row for row in found]


def _with_name(row: Row) -> Row:
    person = by_username(str(row.value).strip().casefold())
    return replace(row, value=say("{name}", name=person.name)) if person else row


def rows_of(opened: OpenFile, *steps: str) -> list[Row]:
    """What was filled in with the last of these steps; the four factors are said in one line."""
    taken = opened.file.last(*steps)
    row = opened.workflow.step(taken.step) if taken else None
    if taken is None or row is None:
        return []
    return rows([field for field in row.fields if field not in FACTORS], _words(opened, taken))


def talk_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """Everything the template needs beside what every case has."""
    details = opened.papers.get("details", {})
    settled = opened.file.last(*SETTLING)
    says = details.get("says") in ("yes", "unsure")
    people.know({skip.person for skip in opened.passed_over})
    return {
        "told_by": people.name(opened.file.asker),
        "details": rows(opened.workflow.opening, details),
        "talk": rows_of(opened, "talk"),
        "settled": rows_of(opened, *SETTLING) if settled else [],
        "settled_by": people.or_you(settled.by, settled.acting_for) if settled else None,
        "factors": settled is not None and settled.step == "settle",
        "instructs": settled is not None and _words(opened, settled).get("outcome") == "instruction",
        "drafts": settled is not None and people.by.person in (settled.by, settled.acting_for),
        "replies": [_reply(opened, taken, people) for taken in opened.file.of("reply")],
        "disclaimer": todays_trust().disclaimer if says else "",
        "register": todays_trust().register_of_interests,
        "paid_work": todays_trust().secondary_employment,
        "passed": [(people.name(skip.person), REASONS[skip.reason]) for skip in opened.passed_over if skip.reason in REASONS],
        "trustee": opened.file.has(BY_GOVERNANCE),
        "to": next((one.who for one in people.asked() if one.open), None),
    }


def _reply(opened: OpenFile, taken: Taken, people: People) -> Reply:
    text = mended(str(_words(opened, taken).get("text", "")))
    return Reply(text, people.or_you(taken.by, taken.acting_for), moment_in_words(taken.at, now=people.now))


def talk_strip(opened: OpenFile, people: People) -> list[Mark]:
    """Told, where it stands now and by when, and what comes."""
    told = Mark("done", say("Told"), moment_in_words(opened.file.opened_at, now=people.now))
    state = opened.workflow.states[opened.case.state]
    if opened.case.state in ENDS:
        return [told, Mark("now", state)]
    waits = next((one for one in opened.reached if one.ended_at is None), None)
    by = say("By {day}", day=day_in_words(london_day(waits.due_at), today=people.today)) if waits else None
    marks = [told, Mark("now", state, by)]
    if not opened.file.of(*SETTLING):
        marks.append(Mark("next", say("You settle it together"), say("Nobody approves or turns down a page of yours")))
    elif opened.case.closes_at is not None and opened.workflow.closes[opened.case.state].months:
        day = day_in_words(london_day(opened.case.closes_at), today=people.today)
        marks.append(Mark("next", say("We ask if it is still so"), say("{day}", day=day)))
    return marks
