"""Something learned through school that is not public: an inner matter (BLG-1, BLG-2), or a private fact about somebody (CON-12)."""

from collections.abc import Iterator

from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Check, Hit, Level, Span
from askfirst.checks.text.private.inner_matters import inner_matters
from askfirst.checks.text.private.private_facts import Fact, private_facts
from askfirst.words import say

__all__ = ["CONFIDENTIAL"]

PERSON = say("A private fact about somebody")
PERSON_WHY = say("This is private to one person. People at school can tell who it is.")
PERSON_FIX = {
    "results": say("One of my students has a test result to talk about."),
    "health": say("Someone I know is going through a hard time."),
    "family": say("Someone I know has a lot going on at home."),
    "home": say("Something at school made me think this week."),
    "work": say("Work has been on my mind this week."),
}
STUDENT_FIX = say("Someone I know has a lot going on just now.")
PERSON_DOUBT = say("If they agreed to this, or it is about you, you can leave it in.")
INNER = say("Something from inside the school")
INNER_WHY = say("This sounds like a plan or a talk that is not public yet.")
INNER_FIX = say("It has been a busy week at work.")
INNER_DOUBT = say("If it is already published, or you are raising a concern, you can say it.")


def _private(draft: Draft, fact: Fact) -> Hit:
    """Staff hold such facts through school systems (CON-12); a student is asked to protect them (PRI-4)."""
    start, end = draft.folded.span(fact.start, fact.end)
    staff = draft.author is Author.STAFF
    target = None if fact.person is None else Span(*draft.folded.span(fact.person.start, fact.person.end))
    return Hit(
        start,
        end,
        level=Level.IMPORTANT if staff else Level.WORTH,
        clause="CON-12" if staff else "PRI-4",
        also=("WEB-3",) if staff else ("CON-2",),
        target=target,
        title=PERSON,
        why=PERSON_WHY,
        fix=PERSON_FIX[fact.sort] if staff else STUDENT_FIX,
        doubt=PERSON_DOUBT,
        about=fact.sort,
    )


def look(draft: Draft) -> Iterator[Hit]:
    facts = [_private(draft, fact) for fact in private_facts(draft)]
    yield from facts
    staff = draft.author is Author.STAFF
    for one, other in inner_matters(draft):
        start, end = draft.folded.span(one, other)
        if not any(start < fact.end and fact.start < end for fact in facts):
            yield Hit(
                start,
                end,
                level=Level.IMPORTANT if staff else Level.TIP,
                clause="BLG-1" if staff else "CON-2",
                also=("BLG-2",) if staff else (),
                about="inner",
            )


CONFIDENTIAL = Check(
    name="confidential",
    kind="confidential",
    clause="BLG-1",
    level=Level.IMPORTANT,
    title=INNER,
    why=INNER_WHY,
    fix=INNER_FIX,
    doubt=INNER_DOUBT,
    look=look,
    flags=(
        "Jorah B in 8Q got 14% on the SEND reading screen again.",
        "Between us: governors voted to close the pool for good, and parents aren't to be told.",
        "At the leadership meeting we were shown a draft behaviour policy with no second warning.",
        "One of my Year 8s has just had her EHCP refused again.",
        Draft("the girl in 8C is in foster care now", Author.STUDENT),
    ),
    passes=(
        "One of my students has a test result to talk about.",
        "The trust's published accounts show £2m in reserves.",
        "The inspection report is on the website now, and I am proud of it.",
        "I have raised a concern with the governors about the fire doors.",
        "Mrs Rainsford ran the race for life for cancer research.",
        "I can't talk about it, but what a week.",
    ),
)
