"""A concern about a member of staff, once it was sent the staff way (DIS-1, DIS-2): checked, then talked about, or handed on. Pure.

HR weighs first whether it is lawful speech. Then it is a talk with the line manager, or the Disciplinary Procedure, which lies outside: here
stand the hand-off and an outcome code, and no hearing. Whoever is not employed here goes another way. HR alone tells the person.
Source: workflows.md 3.14 and 3.21; readings A2, A6, A7, A8 and A11; rulings 4 and 5. The times are our default.
"""

from collections.abc import Collection, Mapping

from askfirst.casework.fields import BadField, Field
from askfirst.casework.kinds.staff_route_words import (
    ACCOUNT,
    CHECK,
    CLAUSES,
    DECIDED,
    GO_ON,
    MARKED,
    NOTE,
    PROTECTED,
    REASON,
    SAFEGUARDING,
    SUBJECT_READS,
    SUMMARY,
    TALK,
)
from askfirst.casework.kinds.talks import MORE
from askfirst.casework.workflow import INFORM, OPEN_TO, Days, File, Hat, Move, Need, Part, Step, Taken, Want, Workflow
from askfirst.people.hats import CHAIR, DSL_TRUST, HR, TRUST_LEAD, Seat, dsl, head, line_manager_of, subjects
from askfirst.words import Sentence, say

__all__ = ["EMPLOYED", "FIRST", "OF_A_HEAD", "OF_THE_LEAD", "STAFF_ROUTE", "TELL", "THROUGH_AGENCY", "about"]

FIRST: Seat = HR
CHECKING, WEIGHED, APART, LAWFUL = "checking", "weighed", "apart", "lawful"
INFORMAL, HANDED, AGENCY, WITH_CHAIR, PAUSED = "informal", "handed-off", "hr-and-agency", "hr-and-chair", "paused"
NO_STEP, TALKED, RECORDED = "no-further-step", "talked", "recorded"
EMPLOYED, THROUGH_AGENCY, OF_A_HEAD, OF_THE_LEAD = "is-employed", "through-agency", "is-headteacher", "is-trust-lead"
"""Marks in the clear, from the opening on: what whoever it is about is here."""
ABOUT, TELL, SUBJECT = "about", "tell-subject", "subject"
CHECKED = frozenset({WEIGHED, APART, LAWFUL})
OUTSIDE = frozenset({HANDED, AGENCY, WITH_CHAIR})
TELLING = OUTSIDE | {INFORMAL}
LIVE = CHECKED | TELLING | {CHECKING}
ASKED, OR_HR, MACHINE = frozenset({Hat.ASKED}), frozenset({Hat.ASKED, Hat.HR}), frozenset({Hat.ASKFIRST})
LEAD = frozenset({Hat.SAFEGUARDING})
SOON, TIME, LONG = Days(remind=1, due=2, climb=3), Days(remind=3, due=5, climb=8), Days(remind=20, due=40, climb=60)
AGAIN = {"informal": "again-informal", "hand-off": "again-handed-off", "to-agency": "again-agency", "to-chair": "again-chair"}
"""What it goes back to once safeguarding has let it go on, by the step that had brought it there; else it is checked again."""


def about(file: File) -> str:
    """The reference of whoever it is about."""
    mark = file.last(ABOUT)
    return subjects(mark.seat)[0] if mark else ""


def _decider(file: File) -> Seat:
    """Who says how it goes on: HR; for a Headteacher the Executive Headteacher; for them the Chair (A11)."""
    if file.of(OF_THE_LEAD):
        return CHAIR
    return TRUST_LEAD if file.of(OF_A_HEAD) else HR


def _turn(file: File, *steps: str) -> str:
    return str(len(file.of(*steps)))


def wants(file: File) -> tuple[Want, ...]:
    """The check; how it goes on; that the person is told; then the talk, or the outcome. Paused, nothing but the safeguarding lead's word."""
    turns = _turn(file, "check", "release")
    if file.state == CHECKING:
        return (Want("check", of=turns, first=HR, clock=SOON),)
    if file.state in CHECKED:
        return (Want("decide", of=turns, first=_decider(file), clock=TIME),)
    if file.state == PAUSED:
        return (Want("release", of=_turn(file, "flag"), first=dsl(file.school) if file.school else DSL_TRUST, clock=SOON),)
    if file.state in TELLING and not file.of(TELL):
        return (Want(TELL, of=turns, first=HR, clock=SOON),)
    if file.state == INFORMAL:
        return (Want("talk", of=turns, first=line_manager_of(about(file)), clock=TIME),)
    return (Want("outcome", of=turns, first=HR, clock=LONG),) if file.state in OUTSIDE else ()


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """Somebody not employed here goes another way; whoever it is about hears of it once HR has told them; the decider is let in."""
    if taken.step == "check" and file.state == WEIGHED and not file.of(EMPLOYED):
        return (Move("not-employed"),)
    if taken.step == TELL:
        return (Move(INFORM, of=SUBJECT, seat=file.of(ABOUT)[-1].seat),)
    if taken.step == "let-decider":
        return (Move(OPEN_TO, seat=_reads_along(file)),)
    if taken.step == "to-chair":
        return (Move(OPEN_TO, seat=CHAIR),)
    return _go_on(file) if taken.step == "release" else ()


def _reads_along(file: File) -> Seat:
    """Who decides under the Disciplinary Procedure, and so may read along: the Headteacher; of a Headteacher's own, who is above them."""
    above = _decider(file)
    if above != HR:
        return above
    return head(file.school) if file.school else TRUST_LEAD


def _go_on(file: File) -> tuple[Move, ...]:
    """Where it stood before it was paused."""
    last = file.last(*AGAIN, "check")
    return (Move(AGAIN[last.step]),) if last is not None and last.step in AGAIN else ()


def nobody_handed_it_on(file: File) -> Collection[str]:
    """The hand-off: to the Disciplinary Procedure, the agency or the Chair."""
    return () if file.state in OUTSIDE else ("hand-off",)


def not_told(file: File) -> Collection[str]:
    """That HR has told whoever it is about."""
    return () if file.of(TELL) else (TELL,)


def not_through_agency(file: File) -> Collection[str]:
    """That they are here through an agency."""
    return () if file.of(THROUGH_AGENCY) else ("agency",)


def comes_through_agency(file: File) -> Collection[str]:
    """That they are not here through an agency."""
    return ("agency",) if file.of(THROUGH_AGENCY) else ()


HANDED_OVER = Need(
    "handed-over", "DIS-2", nobody_handed_it_on,
    lambda missing, who: say("Only HR stores an outcome, with who decided and the day. It is handed over first."),
)  # fmt: skip
PERSON_TOLD = Need("person-told", "DIS-1", not_told, lambda missing, who: say("HR must tell the person it is about first."))
BY_AGENCY = Need("by-agency", "INT-1", not_through_agency, lambda missing, who: say("They do not come through an agency."))
BY_NO_AGENCY = Need(
    "by-no-agency", "INT-1", comes_through_agency, lambda missing, who: say("They come through an agency. Hand it to the agency.")
)


def sends(file: File, step: str, words: Mapping[str, object]) -> str:
    """To nobody in particular. Raises BadField for a check that goes on and names no clause."""
    if step == "check" and words.get("outcome") == GO_ON and not any(words.get(field) for field in CLAUSES):
        raise BadField("con_10", say("Tick at least one clause that comes in."))
    return ""


def _decides(
    id: str, says: Sentence, done: Sentence, at: tuple[frozenset[str], str], field: Field, *needs: Need, clause: str = "DIS-1"
) -> Step:
    start, end = at
    return Step(id, says, done, start, end, ASKED, clause, fields=(field,), needs=needs, answers=True, want="decide")


def _alone(id: str, says: Sentence, start: str, end: str) -> Step:
    return Step(id, says, says, frozenset({start}), end, MACHINE, "DIS-1", tells=False)


STAFF_ROUTE = Workflow(
    kind="staff-route",
    says=say("A concern about a member of staff"),
    first=CHECKING,
    over=frozenset({NO_STEP, TALKED, RECORDED}),
    states={
        CHECKING: say("with HR: is it lawful speech?"),
        WEIGHED: say("checked: how it goes on"),
        APART: say("checked: not employed by the Trust"),
        LAWFUL: say("checked: lawful speech"),
        INFORMAL: say("a talk with the line manager, with no sanction"),
        HANDED: say("HR hand-off to the Disciplinary Procedure"),
        AGENCY: say("HR and agency"),
        WITH_CHAIR: say("HR and the Chair"),
        PAUSED: say("paused for safeguarding"),
        NO_STEP: say("ended: no further step"),
        TALKED: say("ended: they talked about it"),
        RECORDED: say("ended: what was decided is stored"),
    },
    retention="R5",
    wants=wants,
    follows=follows,
    sends=sends,
    opening=(SUMMARY,),
    shows={"release": Part.STATUS},
    steps=(
        Step(
            "check", say("Record the lawful-speech check"), say("Lawful-speech check recorded"), frozenset({CHECKING}), None, ASKED, "PRI-1",
            fields=CHECK, answers=True, ends={PROTECTED: LAWFUL, GO_ON: WEIGHED},
        ),
        _alone("not-employed", say("Not employed by the Trust: it goes another way"), WEIGHED, APART),
        _decides("informal", say("A talk with the line manager"), say("A talk was asked for"), (frozenset({WEIGHED}), INFORMAL), NOTE),
        _decides("hand-off", say("Hand it to the Disciplinary Procedure"), say("Handed to the Disciplinary Procedure"),
                 (frozenset({WEIGHED}), HANDED), REASON, clause="DIS-2"),
        _decides("to-agency", say("Hand it to the agency"), say("Handed to the agency"), (frozenset({APART}), AGENCY), REASON, BY_AGENCY, clause="INT-1"),
        _decides("to-chair", say("Hand it to the Chair"), say("Handed to the Chair"), (frozenset({APART}), WITH_CHAIR), REASON, BY_NO_AGENCY,
                 clause="INT-1"),
        _decides("check-again", say("Check it again"), say("To be checked again"), (CHECKED, CHECKING), REASON, clause="PRI-1"),
        _decides("no-further", say("End it: no further step"), say("Ended with no further step"), (CHECKED, NO_STEP), REASON),
        Step(
            TELL, say("Tell the person it is about"), say("Told the person it is about"), TELLING, None, ASKED, "DIS-1", fields=SUBJECT_READS,
            answers=True, shown=frozenset({Hat.SUBJECT}),
        ),
        Step(
            "own-account", say("Give my own account"), say("Gave their own account"), TELLING, None, frozenset({Hat.SUBJECT}), "DIS-2",
            fields=(ACCOUNT,), beside=True, tells=False, shown=frozenset({Hat.SUBJECT}), back=True,
        ),
        Step("talked", say("Record the talk"), say("Talked about it"), frozenset({INFORMAL}), TALKED, ASKED, "DIS-1", fields=TALK,
             needs=(PERSON_TOLD,), answers=True, want="talk"),
        Step(
            "outcome", say("Store what was decided"), say("What was decided is stored"), LIVE - {INFORMAL}, RECORDED, ASKED, "DIS-2", fields=DECIDED,
            needs=(HANDED_OVER, PERSON_TOLD), answers=True,
        ),
        Step(
            "let-decider", say("Let whoever decides read it"), say("Whoever decides may read it"), OUTSIDE | {WEIGHED}, None, OR_HR, "DIS-2",
            beside=True,
        ),
        Step("note", say("Add a note"), say("Note added"), LIVE, None, OR_HR, "DIS-2", fields=MARKED, beside=True, tells=False),
        Step("flag", say("Pause: a safeguarding question"), say("Paused for safeguarding"), LIVE, PAUSED, OR_HR, "DIS-1", fields=(SAFEGUARDING,),
             shown=LEAD, only=LEAD),
        Step("release", say("It may go on"), say("Safeguarding let it go on"), frozenset({PAUSED}), CHECKING, ASKED, "DIS-1", fields=(MORE,), answers=True,
             shown=LEAD, only=LEAD),
        _alone("again-informal", say("Goes on where it stood"), CHECKING, INFORMAL),
        _alone("again-handed-off", say("Goes on where it stood"), CHECKING, HANDED),
        _alone("again-agency", say("Goes on where it stood"), CHECKING, AGENCY),
        _alone("again-chair", say("Goes on where it stood"), CHECKING, WITH_CHAIR),
    ),
)  # fmt: skip
