"""What to do now, step by step, for what somebody answered: words, who helps, the message to copy, and what not to do.

Pure. The words are short enough for a student of eleven; where staff need others, they have them. Helplines are named by id
(facts/help.toml) and shown with the day they were checked. Source: workflows.md 3.8 and 3.9, readings A28 to A30, law-and-facts.md.
"""

from dataclasses import dataclass
from enum import StrEnum

from askfirst.procedure.dated import Section
from askfirst.procedure.letters import Letter, letter
from askfirst.procedure.take_down import Asked, Asker, Evidence, Poster, Route, What, routes
from askfirst.procedure.take_down_says import DO_NOT, LEADS, SAYS, SAYS_STUDENT, TITLES, TITLES_STUDENT
from askfirst.words import Sentence

__all__ = ["People", "Step", "Way", "way"]


class People(StrEnum):
    """Who at the schools a step names: looked up by the face, with the day."""

    NOBODY = ""
    LEADS = "safeguarding-leads"
    OFFICES = "school-offices"
    HR = "hr"
    PASTORAL = "whom-to-ask"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. `section`: the part of the service's guide that belongs to it."""

    route: Route
    title: Sentence
    says: tuple[Sentence, ...]
    contacts: tuple[str, ...] = ()
    section: Section | None = None
    letter: Letter = ()
    people: People = People.NOBODY


@dataclass(frozen=True, slots=True)
class Way:
    """The answer: what to read first, the steps in order, what not to do, the clauses it rests on."""

    asked: Asked
    title: Sentence
    lead: tuple[Sentence, ...]
    steps: tuple[Step, ...]
    do_not: tuple[Sentence, ...]
    clauses: tuple[str, ...]

    @property
    def route(self) -> Route:
        """The way to try first; a note that is kept and a tag taken off come before every way."""
        aside = (Route.KEEP, Route.UNTAG)
        return next((step.route for step in self.steps if step.route not in aside), self.steps[0].route)


CONTACTS = {
    Route.POSH: ("posh",),
    Route.HARMFUL: ("report-harmful-content",),
    Route.REPORT_REMOVE: ("report-remove",),
    Route.STOPNCII: ("stopncii",),
    Route.ICO: ("ico",),
    Route.POLICE: ("police", "emergency"),
    Route.SAFEGUARDING: ("childline",),
    Route.HR: ("union", "education-support"),
}
TURNS = {
    ("danger", Route.POLICE): "police:danger",
    ("danger", Route.SAFEGUARDING): "safeguarding-lead:danger",
    ("stop", Route.POLICE): "police:stop",
    ("stop", Route.SAFEGUARDING): "safeguarding-lead:stop",
    (Poster.NOT_SAFE.value, Route.ICO): "ico:not-safe",
    (Poster.NOT_SAFE.value, Route.SITE): "tell-the-site:not-safe",
    (Poster.ME.value, Route.SITE): "tell-the-site:my-own",
}
SECTIONS = {Route.UNTAG: Section.UNTAG, Route.SITE: Section.REPORT}


def way(asked: Asked, *, student: bool) -> Way:
    """All of it, in this reader's words."""
    steps = tuple(_step(route, asked, student=student) for route in routes(asked))
    return Way(asked, *_head(asked), steps, _do_not(asked, student=student), _clauses(asked, student=student))


def _head(asked: Asked) -> tuple[Sentence, tuple[Sentence, ...]]:
    if asked.what is What.DANGER:
        return LEADS["danger"]
    if asked.stops:
        return LEADS["stop"]
    title, lines = LEADS["adult-picture"] if asked.what is What.SEXUAL else LEADS["plain"]
    if asked.what is What.UNSURE:
        lines = (*lines, *LEADS["unsure"][1])
    if asked.asker is Asker.PARENT:
        lines = (*lines, *LEADS["parent"][1])
    return title, lines


def _step(route: Route, asked: Asked, *, student: bool) -> Step:
    contacts = CONTACTS.get(route, ())
    if route is Route.SAFEGUARDING and asked.asker is Asker.STAFF:
        contacts = ()
    if route is Route.POLICE and asked.stops:
        contacts = ("emergency", "police")
    titles = {**TITLES, **(TITLES_STUDENT if student else {})}
    says = {**SAYS, **(SAYS_STUDENT if student else {})}
    named = _which(route, asked)
    return Step(
        route,
        titles.get(named) or titles[route.value],
        says.get(named) or says[route.value],
        contacts,
        SECTIONS.get(route),
        letter(route, asked),
        _people(route, asked),
    )


def _which(route: Route, asked: Asked) -> str:
    """The wording that fits best: some ways are told otherwise where something else is so."""
    if route is Route.SCHOOL:
        return _at_the_school(asked)
    if route is Route.REPORT_REMOVE:
        grown = asked.asker is not None and not asked.asker.is_young
        return "report-remove:for-them" if grown else ""
    if asked.stops:
        return TURNS.get(("danger" if asked.what is What.DANGER else "stop", route), "")
    if route is Route.KEEP and asked.evidence is Evidence.UNSURE:
        return "keep-a-note:unsure"
    return TURNS.get((str(asked.poster), route), "")


def _at_the_school(asked: Asked) -> str:
    if asked.on_our_page:
        return "ask-the-school:own-page"
    if asked.asker in (Asker.PARENT, Asker.OTHER_ADULT, Asker.OTHER_UNDER_18):
        return "ask-the-school:from-outside"
    return "ask-the-school:for-you" if asked.crosses else ""


def _people(route: Route, asked: Asked) -> People:
    if route is Route.SAFEGUARDING:
        return People.LEADS
    if route is Route.HR:
        return People.HR
    if route is Route.SCHOOL:
        inside = asked.asker is Asker.STAFF or (asked.asker is not None and asked.asker.is_student)
        return People.PASTORAL if inside and not asked.on_our_page else People.OFFICES
    return People.NOBODY


def _do_not(asked: Asked, *, student: bool) -> tuple[Sentence, ...]:
    if asked.stops:
        danger = asked.what is What.DANGER
        return DO_NOT["danger"] if danger else (*DO_NOT["stop"], *(() if student else DO_NOT["stop-staff"]))
    found: list[Sentence] = []
    if asked.poster is Poster.NOT_SAFE or asked.what is What.SEXUAL:
        found += DO_NOT["not-safe"]
    if asked.crosses:
        found += DO_NOT["crosses-student" if student else "crosses-staff"]
    if asked.evidence in (Evidence.YES, Evidence.UNSURE):
        found += DO_NOT["evidence"]
    return (*found, *(DO_NOT["my-own"] if asked.poster is Poster.ME else DO_NOT["always"]))


def _clauses(asked: Asked, *, student: bool) -> tuple[str, ...]:
    """What the answer rests on: with nobody met, none."""
    if asked.stops:
        return ()
    if asked.poster is Poster.ME:
        return ("CON-6", "SNS-4")
    peer = asked.poster in (Poster.STUDENT, Poster.STAFF)
    return ("CON-8", "CON-9", *(("CON-6",) if peer else ()), "CON-7", *(("DIS-1",) if peer and not student else ()))
