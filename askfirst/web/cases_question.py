"""What a question's page and its receipt show: the question, the draft if it is still there, each answer, and what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass

from askfirst.adoption.editions import named as edition_named
from askfirst.casework.kinds.question import TIME_TO_ANSWER
from askfirst.casework.reading import OpenFile
from askfirst.casework.times import moments
from askfirst.casework.workflow import Taken
from askfirst.people.calendar import london_day
from askfirst.people.who import the_calendar
from askfirst.procedure.clause import UnknownClause
from askfirst.web.cases_people import Asked, People
from askfirst.web.cases_time import Mark
from askfirst.web.in_words import day_in_words, in_full, moment_in_words, the_day
from askfirst.web.step_forms import mended
from askfirst.words import Sentence, say

__all__ = ["QUESTION_MOVES", "Turn", "question_strip", "question_words", "turns"]

QUESTION_MOVES: Mapping[str, Sentence] = {}


@dataclass(frozen=True, slots=True)
class Turn:
    """One answer, or one asking again."""

    sequence: int
    answer: bool
    text: str
    strength: str
    clause: str
    known: bool  # whether the procedure has a clause of that name
    by: Sentence
    at: Sentence
    in_full: Sentence  # the same, to be kept


def _turn(opened: OpenFile, taken: Taken, people: People) -> Turn:
    words = opened.papers.get("step-%d" % taken.sequence, {})
    clause = "" if words.get("outside") else str(words.get("clause", "")).strip().upper()
    return Turn(
        sequence=taken.sequence,
        answer=taken.step == "answer",
        text=str(words.get("text", "")),
        strength=str(words.get("strength", "")),
        clause=clause,
        known=_known(clause, opened.case.edition),
        by=people.or_you(taken.by, taken.acting_for),
        at=moment_in_words(taken.at, now=people.now),
        in_full=in_full(taken.at),
    )


def _known(clause: str, edition: str) -> bool:
    try:
        edition_named(name=edition, readings=False).clause(clause)
    except UnknownClause:
        return False
    return True


def turns(opened: OpenFile, people: People) -> list[Turn]:
    """Answers and what was asked again, in the order they came."""
    return [_turn(opened, taken, people) for taken in opened.file.of("answer", "ask-again")]


def question_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """For the page: the question as asked, the draft, the turns, and the answer that stands."""
    details = opened.papers.get("details", {})
    came = turns(opened, people)
    standing = came[-1] if came and came[-1].answer and opened.case.state != "asked" else None  # opened again, it stands no more
    return {
        "question": mended(str(details.get("text", ""))),
        "draft": str(opened.papers.get("draft", {}).get("text", "")),
        "turns": [turn for turn in came if turn is not standing],
        "answer": standing,
        "asked_by": people.name(opened.file.asker),
        "to": next((one.who for one in people.asked() if one.open), None),
        "days": _days(opened, people),
    }


@dataclass(frozen=True, slots=True)
class Days:
    """When whoever is asked is reminded, and when the next person may answer too; in words."""

    remind: Sentence
    climb: Sentence


def _days(opened: OpenFile, people: People) -> Days | None:
    first = next((one for one in opened.reached if one.ended_at is None), None)
    if first is None:
        return None
    times = moments(TIME_TO_ANSWER, asked=first.asked_at, deadline=None, calendar=the_calendar())
    days = [the_day(london_day(at), today=people.today) for at in (times.remind, times.climb)]
    return Days(*days)


def question_strip(opened: OpenFile, people: People) -> list[Mark]:
    """Asked, answered, finished: what is done, what is now and by when, what comes."""
    file, state = opened.file, opened.case.state
    mine = file.asker == people.by.person
    asked = Mark("done", say("You asked") if mine else say("Asked"), moment_in_words(file.opened_at, now=people.now))
    if state == "withdrawn":
        return [asked, Mark("now", say("Taken back"), _last(file.last("withdraw"), people))]
    end = Mark("next", say("You say if it helps") if mine else say("They say if it helps"), say("Or ask one level up"))
    if state == "asked":
        return [asked, _waiting(opened, people), end]
    answered = Mark("done", say("Answered"), _last(file.last("answer"), people))
    if state == "answered":
        return [asked, answered, Mark("now", end.says, end.small)]
    return [asked, answered, Mark("now", say("Finished"), _last(file.last("that-helps"), people))]


def _last(taken: Taken | None, people: People) -> Sentence | None:
    return moment_in_words(taken.at, now=people.now) if taken else None


def _waiting(opened: OpenFile, people: People) -> Mark:
    waiting = [one for one in people.asked() if one.open]
    if not waiting:
        return Mark("now", say("We are finding somebody to answer"))
    first = waiting[0]
    day = _day(opened, people)
    return Mark("now", _who_answers(opened, first), say("It was due {day}", day=day) if first.late else say("By {day}", day=day))


def _who_answers(opened: OpenFile, first: Asked) -> Sentence:
    if not opened.words:
        return say("Waiting for an answer")
    if not first.mine:
        return say("{who} answers", who=first.who)
    return say("You answer, acting for {whom}", whom=first.for_whom) if first.for_whom else say("You answer")


def _day(opened: OpenFile, people: People) -> Sentence:
    due = next(one.due_at for one in opened.reached if one.ended_at is None)
    return day_in_words(london_day(due), today=people.today)
