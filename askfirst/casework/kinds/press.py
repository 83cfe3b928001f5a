"""A journalist asked (SNS-12, WEB-7): whoever is owed a consultation is asked before any response; nobody is stopped from speaking. Pure.

Source: workflows.md 3.7, readings A10 to A15, rulings 4, 5 and 15.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from askfirst.casework.fields import BadField, Field, read_flag, read_many, read_moment, read_text
from askfirst.casework.workflow import INFORM, OPEN_TO, OWE, File, Hat, Minutes, Move, Need, Part, Step, Taken, Want, Workflow
from askfirst.people.hats import COMMS, TRUST_LEAD, dsl, head, year_lead
from askfirst.words import Sentence, say

__all__ = ["PRESS", "TRUST", "WHICH_SCHOOL", "Contacted", "PressDetails", "Reporter", "opening", "read_press"]

PENDING, RESPONDED, DECLINED, HANDED, CLOSED, WITHDRAWN = "pending", "responded", "declined", "handed-over", "closed", "withdrawn"
ANSWERABLE = frozenset({RESPONDED, DECLINED, HANDED})
TRUST = "trust"
"""What a consultation is owed `of` where it is no school's: the Executive Headteacher's, or in their own matter the Chair's."""
WHICH_SCHOOL = "which-school"
ADVICE_ONLY = "advice-only"
NO_SCHOOL = "about-no-school"
OWN_OF_TRUST_LEAD = "own-of-trust-lead"


@dataclass(frozen=True, slots=True)
class Reporter:
    name: str = ""
    outlet: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class PressDetails:
    """What was written down when the journalist asked."""

    asked: str
    schools: tuple[str, ...] = ()
    unsure_which: bool = False
    about_no_school: bool = False
    about_a_post: bool = True  # no: anything else; the same guide as advice, and no gate (A15)
    answered_already: bool = False
    reporter: Reporter = field(default_factory=Reporter)
    deadline: datetime | None = None
    version: int = 1


def read_press(given: Mapping[str, object], *, schools: Sequence[str], at: datetime) -> PressDetails:
    """The details of a new press enquiry. Raises BadField."""
    known = {"asked", "schools", "unsure_which", "about_no_school", "about_a_post", "answered_already", "reporter", "deadline", "whose"}
    if other := sorted(set(given) - known):
        raise BadField(other[0], say("There is a field here we do not take. We take: {known}.", known=", ".join(sorted(known))))
    named = read_many(given, "schools", known=schools, unknown=say("We do not know one of these schools. Choose from the Trust’s own."))
    unsure, none = read_flag(given, "unsure_which"), read_flag(given, "about_no_school")
    about_a_post = read_flag({"about_a_post": True, **given}, "about_a_post")
    if about_a_post and not (named or unsure or none):
        raise BadField("schools", say("Say which schools it is about, or that it is about none, or that you are not sure."))
    if named and unsure:
        says = say("You named a school and also said you are not sure. Name those you know: you can add a school later.")
        raise BadField("schools", says)
    if none and (named or unsure):
        raise BadField("schools", say("You named a school and also said it is about none. Choose one of the two."))
    return PressDetails(
        asked=read_text(given, "asked"),
        schools=named,
        unsure_which=unsure,
        about_no_school=none,
        about_a_post=about_a_post,
        answered_already=read_flag(given, "answered_already"),
        reporter=_reporter(given.get("reporter")),
        deadline=read_moment(given, "deadline", at=at),
    )


def _reporter(given: object) -> Reporter:
    if given is None:
        return Reporter()
    if not isinstance(given, Mapping) or set(given) - {"name", "outlet", "contact"}:
        raise BadField("reporter", say("A reporter has a name, an outlet and a contact, each of them text."))
    try:
        return Reporter(*(read_text(given, part, longest=200) for part in ("name", "outlet", "contact")))
    except BadField as problem:
        raise BadField("reporter", problem.sentence) from None


@dataclass(frozen=True, slots=True)
class Contacted:
    """What the opening must know of whoever was contacted."""

    trust_lead: bool = False
    student: bool = False
    adult: bool = True
    school: str = ""
    year: int | None = None


def opening(details: PressDetails, who: Contacted) -> tuple[Move, ...]:
    """What the machine records when an enquiry is written down: who is told, and whose consultation is owed."""
    moves = [Move(OPEN_TO, seat=COMMS)]
    if who.student and who.school and who.year is not None:
        moves.append(Move(INFORM, of="student", seat=year_lead(who.school, who.year)))
        if not who.adult:
            moves.append(Move(INFORM, of="under-18", seat=dsl(who.school)))
    if not details.about_a_post:
        return (*moves, Move(ADVICE_ONLY))
    if who.trust_lead:
        moves += [Move(OWN_OF_TRUST_LEAD), Move(OWE, of=TRUST)]
    if details.about_no_school:
        moves += [Move(NO_SCHOOL), *([] if who.trust_lead else [Move(OWE, of=TRUST)])]
    if details.answered_already:
        moves.append(Move("own-up"))
    moves += [Move("name-school", of=school) for school in details.schools]
    return tuple(moves)


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """A school that is named owes its Headteacher's consultation; from the second on, the Executive Headteacher co-ordinates (A10, A11)."""
    if taken.step != "name-school":
        return ()
    if file.has(OWN_OF_TRUST_LEAD):
        return ()  # ruling 5: the Chair's consultation stands for all
    if taken.of == TRUST:
        return (Move(NO_SCHOOL), Move(OWE, of=TRUST))
    moves = [Move(OPEN_TO, seat=head(taken.of)), Move(OWE, of=taken.of)]
    schools = {named.of for named in file.of("name-school")} - {TRUST}
    if len(schools) > 1 and not file.has(OPEN_TO, of="co-ordinate"):
        moves.append(Move(OPEN_TO, of="co-ordinate", seat=TRUST_LEAD))
    return tuple(moves)


def every_consultation(file: File) -> Collection[str]:
    """Whose consultation is still owed; empty means the gate is open. A school named later shuts it again."""
    if file.has(ADVICE_ONLY):
        return ()
    if not file.owed:
        return (WHICH_SCHOOL,)
    return tuple(owed for owed in file.owed if not file.has("consult", of=owed))


def ask_first(missing: str, who: Sentence) -> Sentence:
    if missing == WHICH_SCHOOL:
        return say("Say which school it is about before any response is given, or that it is about none.")
    return say("Ask {who} before any response is given.", who=who)


def about_something_else(file: File) -> Collection[str]:
    """That it is about something else: then no school is named, since nobody's consultation would follow from it."""
    return (ADVICE_ONLY,) if file.has(ADVICE_ONLY) else ()


def write_another(missing: str, who: Sentence) -> Sentence:
    return say("This one is about something else. If it is about a school after all, write down a new one.")


def wants(file: File) -> tuple[Want, ...]:
    """Every consultation owed, at once; where no school is named yet, communications say which."""
    if file.state in (CLOSED, WITHDRAWN):
        return ()
    soon = Minutes(remind=30, climb=60)
    if file.has(ADVICE_ONLY):
        return () if file.has("advise") or file.state != PENDING else (Want("advise", of="", first=COMMS, clock=soon),)
    missing = every_consultation(file)
    if WHICH_SCHOOL in missing:
        return (Want("name-school", of=WHICH_SCHOOL, first=COMMS, clock=soon),)
    return tuple(Want("consult", of=owed, first=TRUST_LEAD if owed == TRUST else head(owed), clock=soon) for owed in missing)


ABOUT_A_SCHOOL = Need("about-a-school", "SNS-12", about_something_else, write_another)
CONSULTED = Need("heads-consulted", "SNS-12", every_consultation, ask_first)
ADVICE = Field("advice", say("Your advice to them"), say("Write your advice first. One line is enough."), lines=3)
NOTE = Field("note", say("Anything to note?"), say("Add a note, or leave it empty."), needed=False, lines=3)
REASON = Field("note", say("What happened?"), say("Say in a line what happened."), needed=False, lines=3)
OWNERS = frozenset({Hat.ASKER, Hat.LOGGER})

PRESS = Workflow(
    kind="press",
    says=say("A journalist’s enquiry"),
    first=PENDING,
    over=frozenset({CLOSED, WITHDRAWN}),
    states={
        PENDING: say("consultation pending"),
        RESPONDED: say("responded"),
        DECLINED: say("declined"),
        HANDED: say("handed to communications"),
        CLOSED: say("finished"),
        WITHDRAWN: say("withdrawn"),
    },
    retention="R1-press",
    wants=wants,
    follows=follows,
    logger_part=Part.OWN,
    steps=(
        Step(
            "consult",
            say("I’ve been asked: send my advice"),
            say("Consulted"),
            start=frozenset({PENDING}),
            end=None,
            by=frozenset({Hat.ASKED}),
            clause="SNS-12",
            fields=(ADVICE,),
            answers=True,
            beside=True,
        ),
        Step(
            "advise",
            say("Send my advice"),
            say("Advice given"),
            start=frozenset({PENDING}),
            end=None,
            by=frozenset({Hat.ASKED}),
            clause="SNS-12",
            fields=(ADVICE,),
            answers=True,
            beside=True,
        ),
        # "The whole Trust" is an answer too: found out late, it is owed the Executive Headteacher.
        Step(
            "name-school",
            say("Say which school"),
            say("School named"),
            start=frozenset({PENDING}) | ANSWERABLE,
            end=PENDING,
            by=OWNERS | {Hat.ASKED, Hat.COMMUNICATIONS},
            clause="SNS-12",
            needs=(ABOUT_A_SCHOOL,),
            beside=True,
        ),
        # Flags, never blocks: an answer already given is written down honestly, and the consultation is still owed.
        Step(
            "own-up",
            say("I have answered already"),
            say("An answer had been given already"),
            start=frozenset({PENDING}),
            end=None,
            by=OWNERS,
            clause="SNS-12",
            fields=(REASON,),
            beside=True,
            tells=False,
        ),
        Step(
            "respond",
            say("I have responded"),
            say("Responded"),
            start=frozenset({PENDING}),
            end=RESPONDED,
            by=OWNERS,
            clause="SNS-12",
            fields=(NOTE,),
            needs=(CONSULTED,),
        ),
        Step(
            "decline",
            say("I will not answer"),
            say("Declined"),
            start=frozenset({PENDING}),
            end=DECLINED,
            by=OWNERS,
            clause="SNS-12",
            fields=(NOTE,),
            needs=(CONSULTED,),
        ),
        Step(
            "hand-over",
            say("Hand it to communications"),
            say("Handed to communications"),
            start=frozenset({PENDING}),
            end=HANDED,
            by=OWNERS,
            clause="SNS-12",
            fields=(NOTE,),
            needs=(CONSULTED,),
        ),
        Step(
            "withdraw",
            say("The journalist has dropped it"),
            say("Withdrawn"),
            start=frozenset({PENDING}),
            end=WITHDRAWN,
            by=OWNERS,
            clause="SNS-12",
            fields=(NOTE,),
        ),
        Step(
            "finish",
            say("Finish"),
            say("Finished"),
            start=ANSWERABLE,
            end=CLOSED,
            by=OWNERS | {Hat.COMMUNICATIONS},
            clause="SNS-12",
            tells=False,
        ),
    ),
)
