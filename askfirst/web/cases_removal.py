"""What the page of a request to take something down shows: to whoever asks or helps, all; to whoever is asked, no name."""

from collections.abc import Mapping
from dataclasses import dataclass

from askfirst.casework.fields import Field
from askfirst.casework.kinds.removal import LINK_STATES, POSTER
from askfirst.casework.kinds.removal_letter import letter_of as letter
from askfirst.casework.kinds.removal_letter import lines_of
from askfirst.casework.kinds.removal_opening import OPENING
from askfirst.casework.reading import OpenFile
from askfirst.casework.workflow import OPEN, ROUTE
from askfirst.people import hats
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity
from askfirst.web.cases_people import People
from askfirst.web.cases_talk import Row, rows
from askfirst.web.cases_time import Mark
from askfirst.web.in_words import day_in_words, moment_in_words
from askfirst.web.step_forms import mended
from askfirst.words import Sentence, say

__all__ = ["REMOVAL_MOVES", "letter_of", "removal_strip", "removal_told", "removal_words"]

REMOVAL_MOVES: Mapping[str, Sentence] = {OPEN: say("Asked")}
MARKING = ("mark-link", "back-again")
REQUESTS = {
    "down": say("Please could you take it down?"),
    "me-out": say("Please could you cut them out of it, or blur them?"),
    "untag": say("Please could you take their name or tag off?"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """One link, and how it stands; it is shown as words, never as something to press."""

    number: int
    text: str
    stands: Sentence


def _links(opened: OpenFile, texts: list[str]) -> list[Link]:
    """Each with what was written down of it last."""
    last: dict[str, str] = {}
    for taken in opened.file.of(*MARKING):
        words = opened.papers.get("step-%d" % taken.sequence, {})
        last[str(words.get("which", ""))] = "back" if taken.step == "back-again" else str(words.get("status", "open"))
    return [Link(number, mended(text), LINK_STATES[last.get(str(number), "open")]) for number, text in enumerate(texts, 1)]


def letter_of(words: Mapping[str, object]) -> str:
    """The neutral message to copy, as a page can hold it."""
    return mended(letter(words))


def removal_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """Everything the template needs beside what every case has."""
    details = opened.papers.get("details", {})
    texts = lines_of(details.get("links"))
    poster = opened.file.last(POSTER)
    parent = opened.case.capacity == Capacity.PARENT
    return {
        "told_by": people.name(opened.file.asker),
        "as_parent": parent,
        "child": mended(str(details.get("child", ""))) if parent else "",
        "details": rows([field for field in OPENING if field.id not in ("links", "child")], details),
        "links": _links(opened, texts),
        "poster": people.in_seat(poster.seat) if poster else None,
        "letter": letter_of(details) if opened.case.state == "copied" else "",
        "answers": _answers(opened, people),
        "to": next((one.who for one in people.asked() if one.open and not one.mine), None),
    }


@dataclass(frozen=True, slots=True)
class Answer:
    says: tuple[Row, ...]
    by: Sentence
    at: Sentence


def _answers(opened: OpenFile, people: People) -> list[Answer]:
    """What came of it, newest first: each answer with its reason."""
    found = []
    for taken in reversed(opened.file.of("say-what", "report-back", "what-came")):
        row = opened.workflow.step(taken.step)
        fields: tuple[Field, ...] = row.fields if row else ()
        told = rows(fields, opened.papers.get("step-%d" % taken.sequence, {}))
        found.append(Answer(tuple(told), people.or_you(taken.by, taken.acting_for), moment_in_words(taken.at, now=people.now)))
    return found


def removal_told(opened: OpenFile, people: People) -> Mapping[str, object]:
    """For whoever posted it, and whoever reminds them: which post, what is asked, neutral words; a name only where that was agreed."""
    item = opened.papers.get("details", {})
    mine = any(taken.step == ROUTE and taken.seat == hats.person(people.by.person) for taken in opened.file.taken)
    held = item.get("links")
    texts = [mended(str(text)) for text in held] if isinstance(held, list) else []
    return {
        "mine": mine,
        "asked_what": REQUESTS.get(str(item.get("ask")), REQUESTS["down"]),
        "texts": texts,
        "item": mended(str(item.get("item", ""))),
        "why": mended(str(item.get("why", ""))),
        "from_whom": mended(str(item.get("from", ""))),
        "clause": "CON-6",
        "done": [step.done for taken in opened.file.taken if taken.by and (step := opened.workflow.step(taken.step))],
    }


def removal_strip(opened: OpenFile, people: People) -> list[Mark]:
    """Asked, where it stands, by when. No name: whoever is asked reads it too."""
    state = opened.workflow.states[opened.case.state]
    asked = Mark("done", say("Asked"), moment_in_words(opened.case.opened_at, now=people.now))
    waits = next((one for one in opened.reached if one.ended_at is None), None)
    by = say("By {day}", day=day_in_words(london_day(waits.due_at), today=people.today)) if waits else None
    return [asked, Mark("now", state, by)]
