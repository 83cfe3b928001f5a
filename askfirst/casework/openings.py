"""What opening a case of each kind means: its details read, whom it goes to first, what the machine records at once."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from askfirst.casework.fields import BadField, read_text
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.press import Contacted, opening, read_press
from askfirst.casework.kinds.question import QuestionDetails, read_question
from askfirst.casework.workflow import Move
from askfirst.people import hats
from askfirst.people.calendar import london_day
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import Capacity, Seat, Standing
from askfirst.people.standing import capacities, standing
from askfirst.people.who import Named, by_username, is_adult, names, schools
from askfirst.procedure.clause import UnknownClause
from askfirst.procedure.load import the_edition
from askfirst.procedure.search import search
from askfirst.procedure.topics import the_topics
from askfirst.words import say

__all__ = ["OPENERS", "Opened", "clauses_about", "known_clause"]

ASKERS = frozenset({Capacity.STAFF, Capacity.STUDENT, Capacity.TRUSTEE})
TOPICS, EACH = 2, 3  # the best topics for a question, and how many clauses of each


@dataclass(frozen=True, slots=True)
class Opened:
    """A case about to be: sealed details, papers kept apart, and what is in the clear."""

    asker: str
    school: str
    details: Mapping[str, object]
    clauses: tuple[str, ...]
    first: Seat = ""
    moves: tuple[Move, ...] = ()
    unwanted: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()  # whom else it is about
    papers: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    deadline: datetime | None = None


def _may_open(by: Standing, clause: str) -> None:
    if by.capacity not in ASKERS or not by.seats:
        says = say("You are here as a parent. This is for staff and students: change your hat first, or ring the school.")
        raise Refused((Refusal(says, clause),))


def _shown(held: object) -> object:
    return held.isoformat() if isinstance(held, datetime) else held


def _as_words(details: object) -> dict[str, object]:
    """A dataclass as plain values; a moment in ISO 8601."""
    return {name: _shown(value) for name, value in asdict(details).items()}  # type: ignore[call-overload]


def known_clause(clause: str) -> str:
    """The clause's id as the procedure writes it. Raises BadField."""
    try:
        return the_edition(readings=False).clause(clause.upper()).id
    except UnknownClause:
        raise BadField("clause", say("We do not know this clause. Leave it out, or name one such as BLG-3.")) from None


def clauses_about(text: str, *, clause: str, student: bool) -> tuple[str, ...]:
    """The duty to ask, the clause that was named, and those of the topics the question seems to be about. Raises BadField."""
    edition = the_edition(readings=False)
    named = (known_clause(clause),) if clause else ()
    about = search(text, edition, the_topics(), student=student).topics[:TOPICS]
    near = (clause.id for topic in about for clause in topic.clauses_in(edition, student=student)[:EACH])
    return tuple(dict.fromkeys((*named, *near, *(() if student else ("BLG-3", "BLG-8")))))


def _first_asked(details: QuestionDetails, who: Named, by: Standing) -> Seat:
    if details.to == "tutor":
        return hats.tutor(who.school, who.class_name)
    if details.to == "head-of-year":
        return hats.year_lead(who.school, who.year if who.year is not None else "")
    if details.to == "safeguarding-lead":
        return hats.dsl(who.school)
    if by.capacity is Capacity.TRUSTEE:
        return hats.CHAIR  # passed over in the Chair's own matter: then the Vice-chair (A11)
    return hats.line_manager_of(who.ref, details.post)


def open_question(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, and Refused in a capacity that asks nobody here."""
    _may_open(by, "BLG-8")
    student = by.capacity is Capacity.STUDENT
    details = read_question(given, student=student)
    who = names([by.person])[by.person]
    on = london_day(at)
    directory = TheDirectory()
    second = hats.line_manager_of(who.ref, details.post)
    if details.post and not directory.holders(second, on):
        raise BadField("post", say("You have no second post there. Leave this out to ask about your main post."))
    unwanted = frozenset(directory.holders(second, on)[:1]) if details.to == "someone-else" else frozenset()
    words = _as_words(details)
    draft = words.pop("draft")
    return Opened(
        asker=by.person,
        school=details.post or who.school,
        details=words,
        clauses=clauses_about(details.text, clause=details.clause, student=student),
        first=_first_asked(details, who, by),
        unwanted=unwanted,
        papers={"draft": {"text": draft}} if draft else {},
    )


def _contacted(given: Mapping[str, object], by: Standing) -> Named:
    """Whose post it is about: the one who writes it down, or whoever staff name by username."""
    whose = read_text(given, "whose", longest=150)
    found = by_username(whose) if whose else names([by.person])[by.person]
    if found is None or (found.ref != by.person and by.capacity is Capacity.STUDENT):
        raise BadField("whose", say("We do not know this person. Leave this empty, and say in what they asked whose post it is."))
    if not ASKERS & set(capacities(found.ref, on=by.on)):
        raise BadField("whose", say("This person is not here as staff or student now. Leave this empty."))
    return found


def open_press(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, and Refused in a capacity the duty does not speak to."""
    _may_open(by, "SNS-12")
    details = read_press(given, schools=[school.id for school in schools()], at=at)
    who = _contacted(given, by)
    worn = by if who.ref == by.person else standing(who.ref, on=by.on)
    student = worn.capacity is Capacity.STUDENT
    contacted = Contacted(
        trust_lead=worn.seats.get(hats.TRUST_LEAD) == "",
        student=student,
        adult=not student or is_adult(who.ref, on=by.on),
        school=who.school,
        year=who.year,
    )
    clauses = () if not details.about_a_post else ("SNS-12",) if student else ("SNS-12", "WEB-7")
    return Opened(
        asker=who.ref,
        school=details.schools[0] if details.schools else who.school,
        details=_as_words(details),
        clauses=clauses,
        moves=opening(details, contacted),
        deadline=details.deadline,
    )


OPENERS: Mapping[str, Callable[..., Opened]] = {"question": open_question, "press": open_press}
