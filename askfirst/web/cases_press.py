"""What a press enquiry's page shows: whom it waits for and by name, their advice, what is shut and why, what the law asks of everybody."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from askfirst.casework import access
from askfirst.casework.fields import Choice
from askfirst.casework.gates import Refusal
from askfirst.casework.kinds.press import TRUST
from askfirst.casework.reading import OpenFile
from askfirst.casework.whose import hats_of, place
from askfirst.casework.workflow import INFORM, OPEN, OPEN_TO, ROUTE, Hat, Step, Taken
from askfirst.people.calendar import london, london_day
from askfirst.people.hats import COMMS, TRUST_LEAD, Capacity
from askfirst.people.who import names, schools
from askfirst.procedure.dated import Fact, the_facts
from askfirst.web.cases_people import People
from askfirst.web.cases_time import Event, Mark, said_in, timeline
from askfirst.web.in_words import day_in_words, moment_in_words, together
from askfirst.web.step_forms import mended
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["PRESS_MOVES", "press_aims", "press_status", "press_strip", "press_words"]

ENDS = ("respond", "decline", "hand-over")
REPORTER = ("name", "outlet", "contact")
NEWEST = 10
COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PRESS_MOVES: Mapping[str, Sentence] = {
    OPEN: say("Written down"),
    "own-up": say("An answer had been given already"),
    "about-no-school": say("About no school"),
    "advice-only": say("About something else: advice, and nothing to wait for"),
}


@dataclass(frozen=True, slots=True)
class Consultation:
    """One row: whose advice is owed, who is asked for it, and what they said."""

    place: Sentence
    who: Sentence
    at: Sentence | None  # when it was given; None: not yet
    advice: tuple[str, ...] = ()
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Prompt:
    """Law to keep in mind: a fact with its source and the day it was looked at. Never a finding."""

    says: tuple[Sentence, ...]
    name: str
    source: str
    checked_on: Sentence


def _given_at(taken: Taken, people: People) -> Sentence:
    """ "14:05" on the day itself; the day too, later."""
    if london_day(taken.at) == people.today:
        return say("{time}", time=format(london(taken.at), "%H:%M"))
    return moment_in_words(taken.at, now=people.now)


def _asked(opened: OpenFile, people: People, step: str, of: str) -> Sentence:
    """Everybody who is asked for this now, each once."""
    pairs = dict.fromkeys((one.person, one.acting_for) for one in opened.reached if (one.step, one.of) == (step, of) and not one.ended_at)
    pairs.pop(("", ""), None)
    mine_first = sorted(pairs, key=lambda pair: pair[0] != people.by.person)
    return together([people.or_you(*pair) for pair in mine_first]) if pairs else say("Somebody we have still to reach")


def _consultation(opened: OpenFile, people: People, of: str, *, step: str = "consult") -> Consultation:
    where = say("Communications") if step == "advise" else say("The whole Trust") if of == TRUST else place(of)
    given = next((taken for taken in reversed(opened.file.of(step)) if taken.of == of), None)
    if given is not None:
        who = people.or_you(given.by, given.acting_for)
        return Consultation(where, who, _given_at(given, people), said_in(opened, given), mine=given.by == people.by.person)
    return Consultation(where, _asked(opened, people, step, of), None, mine=(step, of) in _mine(opened, people))


def consultations(opened: OpenFile, people: People) -> list[Consultation]:
    """A row for each advice that is owed, in the order it came to be owed."""
    if opened.file.has("advice-only"):
        return [_consultation(opened, people, "", step="advise")]
    return [_consultation(opened, people, of) for of in opened.file.owed]


def _co_ordinating(opened: OpenFile, people: People) -> Sentence | None:
    if not opened.file.has(OPEN_TO, of="co-ordinate"):
        return None
    several = len({taken.of for taken in opened.file.of("name-school")} - {TRUST})
    many = COUNTS[several] if several < len(COUNTS) else str(several)
    return say("{who}: co-ordinating, because there are {many} schools.", who=_title(people), many=many)


def _title(people: People) -> Sentence:
    person, acting = people.seated(TRUST_LEAD)
    if not person or acting or person == people.by.person:
        return people.or_you(person, acting) if person else people.in_seat(TRUST_LEAD)
    return say("{name}, {title}", name=people.name(person), title=names([person])[person].title)


def press_aims(opened: OpenFile, step: Step) -> Sequence[Choice]:
    """The schools that are not named yet, and the whole Trust where that is not owed."""
    if step.id != "name-school":
        return ()
    named = {taken.of for taken in opened.file.of("name-school")}
    left = [Choice(school.id, say("{school}", school=school.name)) for school in schools() if school.id not in named]
    if TRUST not in opened.file.owed:
        left.append(Choice(TRUST, say("None of them, or the whole Trust")))
    return left


def press_status(opened: OpenFile, people: People) -> list[Sentence]:
    """Why the Head of Year and the safeguarding lead are told: who it is, and what is kind to do (A14)."""
    file = opened.file
    if not file.has(INFORM, of="student"):
        return []
    says = [
        say("A journalist has asked {who}. Ask how they are; they do not have to answer.", who=people.name(file.asker)),
    ]
    if file.has(INFORM, of="under-18"):
        says.append(say("Tell a parent or carer, unless that may not be safe. In doubt, the safeguarding lead decides."))
    return says


def press_words(opened: OpenFile, people: People) -> Mapping[str, object]:
    """Everything the template needs beside what every case has."""
    file, details = opened.file, opened.papers.get("details", {})
    reporter = details.get("reporter")
    asker = names([file.asker])[file.asker]
    hats, _ = hats_of(opened.found, people.by)
    rows = consultations(opened, people)
    student = asker.kind == Capacity.STUDENT
    return {
        "contacted": people.name(file.asker),
        "of_student": student,
        "written_by": people.or_you(file.logger) if file.logger and file.logger != file.asker else None,
        "advice_only": file.has("advice-only"),
        "which_school": not rows,
        "which_asked": _asked(opened, people, "name-school", "which-school"),
        "rows": rows,
        "advised": [row for row in rows if row.advice],
        "waits_for_me": bool(_mine(opened, people)),
        "several_for_me": len(_mine(opened, people)) > 1,
        "co_ordinating": _co_ordinating(opened, people),
        "asked_words": mended(str(details.get("asked", ""))),
        "reporter": [mended(str(reporter[part])) for part in REPORTER if reporter.get(part)] if isinstance(reporter, Mapping) else [],
        "answered": file.has("own-up") and file.state == opened.workflow.first,
        "until": _until(opened, people),
        "places": [place(taken.of) for taken in file.of("name-school")],
        "stands": say("advice asked for") if file.has("advice-only") and file.state == opened.workflow.first else None,
        "places_of": [(of, place(of)) for of in file.owed],
        "shut": _shut(opened, hats),
        "comms": people.or_you(*people.seated(COMMS)) if people.seated(COMMS)[0] else people.in_seat(COMMS),
        "twin": _twin(opened, people) if {Hat.ASKER, Hat.LOGGER} & hats else "",
        "prompts": _prompts(student=student),
        "events": _events(opened, people),
    }


def _mine(opened: OpenFile, people: People) -> set[tuple[str, str]]:
    """What this reader is asked for now."""
    return {(one.step, one.of) for one in opened.reached if one.person == people.by.person and one.ended_at is None}


def _until(opened: OpenFile, people: People) -> Sentence | None:
    """When the journalist wants an answer."""
    deadline = opened.case.deadline_at
    if deadline is None:
        return None
    time, day = format(london(deadline), "%H:%M"), day_in_words(london_day(deadline), today=people.today)
    if deadline < people.now:
        return say("They wanted an answer by {time}, {day}", time=time, day=day)
    return say("Answer wanted by {time}, {day}", time=time, day=day)


@dataclass(frozen=True, slots=True)
class Shut:
    """What could be chosen if nothing were owed, and each reason once."""

    says: tuple[Sentence, ...]
    refusals: tuple[Refusal, ...]


def _shut(opened: OpenFile, hats: frozenset[Hat]) -> Shut | None:
    offers = [offer for offer in opened.offers if offer.step.id in ENDS and offer.step.by & hats and offer.refusals]
    if not offers:
        return None
    reasons: Iterable[Refusal] = dict.fromkeys(refusal for offer in offers for refusal in offer.refusals)
    return Shut(tuple(offer.step.says for offer in offers), tuple(reasons))


def _twin(opened: OpenFile, people: People) -> str:
    """The other case made by the same form."""
    for line in access.page(people.by, kind="press", limit=NEWEST):
        if line.opened_at == opened.case.opened_at and line.ref != opened.case.ref:
            return line.ref
    return ""


def _prompts(*, student: bool) -> list[Prompt]:
    """What the law and the journalists' own code ask, for every enquiry; of children at school where a student was asked."""
    held: dict[str, tuple[Sentence, ...]] = {
        "naming-teachers": (
            say("Sometimes a student says that a teacher at their school broke the law."),
            say("In England, nobody may then say in public who the teacher is."),
            say("That ends with a charge, or where a court allows it."),
        )
    }
    if student:
        held["press-and-pupils"] = (
            say("Reporters ask the school before they speak to a child there."),
            say("The same goes for pictures."),
        )
    facts = {fact.id: fact for fact in the_facts()}
    return [_prompt(says, facts[id]) for id, says in held.items()]


def _prompt(says: tuple[Sentence, ...], fact: Fact) -> Prompt:
    return Prompt(says, fact.names[0], fact.source, date_in_full(fact.checked_on))


def _events(opened: OpenFile, people: People) -> list[Event]:
    """The timeline, with the school beside what was done for it. That somebody who was asked can see it goes without saying."""
    taken = {one.sequence: one for one in opened.file.taken}
    asked = {one.seat for one in opened.file.of(ROUTE)}
    events = timeline(opened, people, moves=PRESS_MOVES)
    return [
        _placed(event, taken[event.sequence], people)
        for event in events
        if event.step != OPEN_TO or event.of == "co-ordinate" or taken[event.sequence].seat not in asked
    ]


def _placed(event: Event, taken: Taken, people: People) -> Event:
    if event.step == OPEN_TO and event.of == "co-ordinate":
        return replace(event, says=say("{who} co-ordinates", who=people.in_seat(taken.seat, on=london_day(taken.at))))
    if event.step in ("consult", "name-school") and event.of:
        return replace(event, says=say("{what}: {place}", what=event.says, place=place(event.of)))
    return event


def press_strip(opened: OpenFile, people: People) -> list[Mark]:
    """Told, advised, decided."""
    file, mine = opened.file, opened.file.asker == people.by.person
    told = Mark("done", say("You told us") if mine else say("Told to us"), moment_in_words(file.opened_at, now=people.now))
    if file.state == "withdrawn":
        return [told, Mark("now", opened.workflow.states[file.state])]
    rows = consultations(opened, people) if opened.words else []
    given = [row for row in rows if row.at is not None]
    waits = say("Each Headteacher gives advice") if not file.has("advice-only") else say("Communications give advice")
    advice = Mark("now", waits, say("{given} of {all} done", given=len(given), all=len(rows)) if rows else None)
    decide = Mark("next", say("You decide what to say") if mine else say("They decide what to say"), say("With the advice"))
    if file.state != opened.workflow.first:
        return [told, replace(advice, how="done"), Mark("now", opened.workflow.states[file.state])]
    if rows and len(given) == len(rows):
        return [told, replace(advice, how="done"), replace(decide, how="now")]
    return [told, advice, decide]
