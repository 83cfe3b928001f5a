"""Get something taken down: what somebody answered, in which order it is asked, and which ways are open to them.

Pure, and nothing is kept. Staff and students never write to each other directly (A28); whoever does not feel safe is given no message to
send (A30); what may be evidence is noted first (A29); of a sexual picture of somebody under 18 nothing is ever copied or sent.
Source: workflows.md 3.8 and 3.9, platforms.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from askfirst.procedure.links import BadLink, Link, read_link
from askfirst.procedure.trust import Trust
from askfirst.words import Sentence, say

__all__ = ["FIELDS", "Asked", "Asker", "BadAsk", "Evidence", "Picture", "Poster", "Route", "What", "asked_from", "next_question", "routes"]

E = TypeVar("E", bound=StrEnum)
NOTHING = Link()


class What(StrEnum):
    """Is anyone in danger, or is it a sexual picture?"""

    DANGER = "danger"
    SEXUAL = "sexual"
    NEITHER = "neither"
    UNSURE = "not-sure"


class Picture(StrEnum):
    """How old whoever is in a sexual picture is; not sure counts as under 18."""

    UNDER_18 = "under-18"
    ADULT = "18-or-over"
    UNSURE = "not-sure"


class Asker(StrEnum):
    """Who asks, in bands of age. A parent asks for a child under 18."""

    STUDENT_UNDER_13 = "student-under-13"
    STUDENT_TEEN = "student-13-to-17"
    STUDENT_ADULT = "student-18-or-over"
    STAFF = "staff"
    PARENT = "parent"
    OTHER_UNDER_18 = "other-under-18"
    OTHER_ADULT = "other-18-or-over"

    @property
    def is_student(self) -> bool:
        return self in (Asker.STUDENT_UNDER_13, Asker.STUDENT_TEEN, Asker.STUDENT_ADULT)

    @property
    def is_young(self) -> bool:
        """Under 18 themselves."""
        return self in (Asker.STUDENT_UNDER_13, Asker.STUDENT_TEEN, Asker.OTHER_UNDER_18)


class Evidence(StrEnum):
    """Is this evidence of something wrong? (A29)"""

    YES = "yes"
    NO = "no"
    UNSURE = "not-sure"


class Poster(StrEnum):
    """Who posted it; nobody has to be named."""

    ME = "me"
    STUDENT = "student"
    STAFF = "staff"
    OFFICIAL = "school-page"
    ELSE = "someone-else"
    UNKNOWN = "unknown"
    NOT_SAFE = "not-safe"


class Route(StrEnum):
    """A way to have it taken down, or to be helped."""

    KEEP = "keep-a-note"
    TAKE_IT_DOWN = "take-it-down"
    UNTAG = "untag-hide-block"
    PEER = "ask-the-peer"
    OWNER = "ask-the-account-owner"
    SITE = "tell-the-site"
    SCHOOL = "ask-the-school"
    POSH = "posh"
    HARMFUL = "report-harmful-content"
    REPORT_REMOVE = "report-remove"
    STOPNCII = "stopncii"
    ICO = "ico"
    POLICE = "police"
    SAFEGUARDING = "safeguarding-lead"
    HR = "hr"


@dataclass(frozen=True, slots=True)
class Asked:
    """All that was answered; a question that was not asked is None."""

    what: What
    picture: Picture | None = None
    asker: Asker | None = None
    evidence: Evidence | None = None
    poster: Poster | None = None
    link: Link = NOTHING

    @property
    def stops(self) -> bool:
        """Somebody is in danger, or it may be a sexual picture of somebody under 18: nothing else is done first."""
        return self.what is What.DANGER or (self.what is What.SEXUAL and self.picture is not Picture.ADULT)

    @property
    def may_write(self) -> bool:
        """Whether a message to whoever posted it is offered at all."""
        return any(route in (Route.PEER, Route.OWNER) for route in routes(self))

    @property
    def on_our_page(self) -> bool:
        """On a page that a school runs: as they said, or as the address says."""
        return self.poster is Poster.OFFICIAL or (self.link.ours and self.poster in (Poster.ELSE, Poster.UNKNOWN))

    @property
    def crosses(self) -> bool:
        """Between a student and a member of staff, either way (A28)."""
        student = self.asker is not None and self.asker.is_student
        return (student and self.poster is Poster.STAFF) or (self.asker is Asker.STAFF and self.poster is Poster.STUDENT)


class BadAsk(ValueError):
    """An answer that is missing or not one of ours: the question, and one sentence for the person."""

    def __init__(self, field: str, sentence: Sentence) -> None:
        self.field = field
        self.sentence = sentence
        super().__init__(str(sentence))


CHOICES: Mapping[str, type[StrEnum]] = {"what": What, "picture": Picture, "asker": Asker, "evidence": Evidence, "poster": Poster}
FIELDS = (*CHOICES, "link")
CHOOSE = say("Choose an answer. “Not sure” is fine too.")


def next_question(given: Mapping[str, str]) -> str | None:
    """Which question comes next after these answers; None where no more are needed."""
    what = given.get("what", "")
    if not what:
        return "what"
    if what == What.DANGER:
        return None
    if what == What.SEXUAL:
        if not given.get("picture"):
            return "picture"
        if given["picture"] != Picture.ADULT:
            return None
    needed = ("asker", "poster") if what == What.SEXUAL else ("asker", "evidence", "poster")
    return next((field for field in needed if not given.get(field)), None)


def _choice(fields: Mapping[str, object], field: str, of: type[E]) -> E | None:
    value = fields.get(field)
    if value is None or value == "":
        return None
    for one in of:
        if value == one.value:
            return one
    raise BadAsk(field, say("We do not know this answer. Choose one of: {known}.", known=", ".join(of)))


def asked_from(fields: Mapping[str, object], trust: Trust | None = None) -> Asked:
    """`fields` as in the API: what, picture, asker, evidence, poster, link. Raises BadAsk: for one that is wrong, then for one missing.

    `trust`: as in `read_link`.
    """
    what = _choice(fields, "what", What)
    picture, asker = _choice(fields, "picture", Picture), _choice(fields, "asker", Asker)
    evidence, poster = _choice(fields, "evidence", Evidence), _choice(fields, "poster", Poster)
    pasted = fields.get("link") or ""
    if not isinstance(pasted, str):
        raise BadAsk("link", say("A link must be text. Send it as one string."))
    try:
        link = read_link(pasted, trust)
    except BadLink as problem:
        raise BadAsk("link", problem.sentence) from None
    missing = next_question({field: str(fields.get(field) or "") for field in CHOICES})
    if missing is not None or what is None:
        raise BadAsk(missing or "what", CHOOSE)
    return Asked(what, picture if what is What.SEXUAL else None, asker, evidence, poster, link)


# ---------------------------------------------------------------- the ways


def routes(asked: Asked) -> tuple[Route, ...]:
    """Every way that is open, the one to try first at the top. Never empty."""
    if asked.what is What.DANGER:
        return (Route.POLICE, Route.SAFEGUARDING)
    if asked.stops:
        grown = asked.asker is not None and not asked.asker.is_young and asked.asker is not Asker.PARENT
        return (Route.SAFEGUARDING, Route.POLICE, Route.REPORT_REMOVE) if grown else (Route.REPORT_REMOVE, Route.SAFEGUARDING, Route.POLICE)
    first = (Route.KEEP,) if asked.evidence in (Evidence.YES, Evidence.UNSURE) else ()
    found = (*first, *(_intimate(asked) if asked.what is What.SEXUAL else _ways(asked)))
    return tuple(one for one in found if _is_for(one, asked))


def _is_for(route: Route, asked: Asked) -> bool:
    """Each service for those it is there for: bands of age, and whom it helps."""
    asker = asked.asker or Asker.OTHER_ADULT
    match route:
        case Route.POSH | Route.HR:
            return asker is Asker.STAFF
        case Route.STOPNCII:
            return not asker.is_young and asker is not Asker.PARENT
        case Route.REPORT_REMOVE:
            return asker.is_young or asker is Asker.PARENT
        case Route.HARMFUL:
            return asker is not Asker.STUDENT_UNDER_13  # from age 13
        case Route.SAFEGUARDING:
            return asker is not Asker.STAFF and asker is not Asker.OTHER_ADULT
        case _:
            return True


def _intimate(asked: Asked) -> tuple[Route, ...]:
    """A sexual picture of an adult: nobody has to write to whoever posted it."""
    own = (Route.TAKE_IT_DOWN,) if asked.poster is Poster.ME else ()
    unsafe = asked.poster is Poster.NOT_SAFE
    start = (Route.POLICE, Route.STOPNCII) if unsafe else (Route.STOPNCII, Route.POLICE)
    return (*own, *start, Route.SITE, Route.POSH, Route.HR, Route.SAFEGUARDING, Route.ICO)


def _ways(asked: Asked) -> tuple[Route, ...]:
    asker = asked.asker or Asker.OTHER_ADULT
    match Poster.OFFICIAL if asked.on_our_page else asked.poster:
        case Poster.ME:
            return (Route.TAKE_IT_DOWN, Route.SITE)
        case Poster.NOT_SAFE:
            return _unsafe(asker)
        case Poster.OFFICIAL:
            return (Route.SCHOOL, Route.UNTAG, Route.ICO)
        case Poster.STUDENT | Poster.STAFF:
            return _at_school(asked, asker)
        case Poster.ELSE:
            ask = (Route.UNTAG, Route.OWNER) if asker.is_young else (Route.OWNER, Route.UNTAG)
            return (*ask, Route.SITE, *_school_too(asker), Route.HARMFUL, Route.POSH, Route.ICO)
        case _:
            return (Route.UNTAG, Route.SITE, *_school_too(asker), Route.HARMFUL, Route.POSH, Route.ICO)


def _at_school(asked: Asked, asker: Asker) -> tuple[Route, ...]:
    """Peers may ask each other; students and staff never do so directly, and neither does anybody from outside (A28)."""
    if (asker.is_student and asked.poster is Poster.STUDENT) or (asker is Asker.STAFF and asked.poster is Poster.STAFF):
        return (Route.PEER, Route.UNTAG, Route.SITE, Route.SCHOOL, Route.HARMFUL, Route.POSH)
    return (Route.SCHOOL, Route.UNTAG, Route.SITE, Route.HARMFUL, Route.POSH, Route.ICO)


def _unsafe(asker: Asker) -> tuple[Route, ...]:
    if asker.is_young:
        return (Route.SAFEGUARDING, Route.POLICE, Route.UNTAG, Route.SITE, Route.REPORT_REMOVE, Route.HARMFUL)
    return (
        *(Route.POLICE, Route.SAFEGUARDING, Route.STOPNCII, Route.REPORT_REMOVE, Route.POSH, Route.HR),
        *(Route.SITE, Route.UNTAG, Route.HARMFUL, Route.ICO),
    )


def _school_too(asker: Asker) -> tuple[Route, ...]:
    """Who is at a school can ask it to help, whoever posted it."""
    return (Route.SCHOOL,) if asker.is_student or asker in (Asker.STAFF, Asker.PARENT) else ()
