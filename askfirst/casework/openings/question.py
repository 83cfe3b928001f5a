"""A question: whom it goes to first, and which clauses it seems to be about."""

from collections.abc import Mapping
from datetime import datetime

from askfirst.adoption.today import todays_edition
from askfirst.casework.fields import BadField
from askfirst.casework.kinds.question import TO_ORGANISER, QuestionDetails, read_question
from askfirst.casework.live import organiser_of
from askfirst.casework.openings.opened import Opened, as_words, may_open
from askfirst.people import hats
from askfirst.people.calendar import london_day
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import Capacity, Seat, Standing
from askfirst.people.who import Named, names
from askfirst.procedure.clause import UnknownClause
from askfirst.procedure.search import search
from askfirst.procedure.topics import the_topics
from askfirst.words import say

__all__ = ["clauses_about", "known_clause", "open_question"]

TOPICS, EACH = 2, 3  # the best topics for a question, and how many clauses of each


def known_clause(clause: str) -> str:
    """The clause's id as the procedure writes it. Raises BadField."""
    try:
        return todays_edition(readings=False).standing(clause.upper()).id
    except UnknownClause:
        raise BadField("clause", say("We do not know this clause. Leave it out, or name one such as BLG-3.")) from None


def clauses_about(text: str, *, clause: str, student: bool) -> tuple[str, ...]:
    """The duty to ask, the clause that was named, and those of the topics the question seems to be about. Raises BadField."""
    edition = todays_edition(readings=False)
    named = (known_clause(clause),) if clause else ()
    about = search(text, edition, the_topics(), student=student).topics[:TOPICS]
    near = (clause.id for topic in about for clause in topic.clauses_in(edition, student=student)[:EACH])
    return tuple(dict.fromkeys((*named, *near, *(() if student else ("BLG-3", "BLG-8")))))


def _first_asked(details: QuestionDetails, who: Named, by: Standing) -> Seat:
    if details.to == TO_ORGANISER:
        return hats.person(_organiser(details.event, by))
    if details.to == "tutor":
        return hats.tutor(who.school, who.class_name)
    if details.to == "head-of-year":
        return hats.year_lead(who.school, who.year if who.year is not None else "")
    if details.to == "safeguarding-lead":
        return hats.dsl(who.school)
    if by.capacity is Capacity.TRUSTEE:
        return hats.CHAIR  # passed over in the Chair's own matter: then the Vice-chair (A11)
    return hats.line_manager_of(who.ref, details.post)


def _organiser(event: str, by: Standing) -> str:
    """Raises BadField, in the same words for an event elsewhere and for none."""
    found = organiser_of(event, by=by)
    if not found or found == by.person or TheDirectory().has_left(found, by.on):
        raise BadField("to", say("We cannot ask the organiser of this event. Choose somebody else."))
    return found


def open_question(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, and Refused in a capacity that asks nobody here."""
    may_open(by, "BLG-8")
    student = by.capacity is Capacity.STUDENT
    details = read_question(given, student=student)
    who = names([by.person])[by.person]
    on = london_day(at)
    directory = TheDirectory()
    second = hats.line_manager_of(who.ref, details.post)
    if details.post and not directory.holders(second, on):
        raise BadField("post", say("You have no second post there. Leave this out to ask about your main post."))
    unwanted = frozenset(directory.holders(second, on)[:1]) if details.to == "someone-else" else frozenset()
    words = as_words(details)
    draft = words.pop("draft")
    if not details.event:
        words.pop("event")
    return Opened(
        asker=by.person,
        school=details.post or who.school,
        details=words,
        clauses=clauses_about(details.text, clause=details.clause, student=student),
        first=_first_asked(details, who, by),
        unwanted=unwanted,
        papers={"draft": {"text": draft}} if draft else {},
    )
