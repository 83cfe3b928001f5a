"""A concern about a member of staff, once it was sent the staff way (DIS-1, DIS-2): checked, then talked about, or handed on. Pure.

HR weighs first whether it is lawful speech. Then it is a talk with the line manager, or the Disciplinary Procedure, which lies outside:
here stand the hand-off and an outcome code, and no hearing. Whoever is not employed here goes another way. HR alone tells the person.
Source: workflows.md 3.14 and 3.21; readings A2, A6, A7, A8 and A11; rulings 4 and 5. The times are our default.
"""

from collections.abc import Mapping

from askfirst.casework.fields import BadField
from askfirst.casework.kinds.staff_route_steps import (
    ABOUT,
    AGENCY,
    APART,
    CHECKED,
    CHECKING,
    EMPLOYED,
    FILE_GONE,
    HANDED,
    INFORMAL,
    LAWFUL,
    LIVE,
    NO_STEP,
    OF_A_HEAD,
    OF_THE_LEAD,
    OUTSIDE,
    PAUSED,
    RECORDED,
    STEPS,
    SUBJECT,
    TALKED,
    TELL,
    TELLING,
    THROUGH_AGENCY,
    WEIGHED,
    WITH_CHAIR,
)
from askfirst.casework.kinds.staff_route_words import CLAUSES, GO_ON, SUMMARY
from askfirst.casework.kinds.support import SUPPORT, checked, unsupported
from askfirst.casework.workflow import INFORM, OPEN_TO, Days, File, Move, Part, Taken, Want, Workflow
from askfirst.people.hats import CHAIR, DSL_TRUST, HR, TRUST_LEAD, Seat, dsl, head, line_manager_of, subjects
from askfirst.words import say

__all__ = ["EMPLOYED", "OF_A_HEAD", "OF_THE_LEAD", "STAFF_ROUTE", "TELL", "THROUGH_AGENCY", "about"]

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
    """What moves it on, and meanwhile support for a colleague whom it hurt, until that is recorded."""
    helps = Want(SUPPORT, of=_turn(file, "let-go-on"), first=HR, clock=TIME)
    return (*_next(file), helps) if unsupported(file) and file.state in LIVE else _next(file)


def _next(file: File) -> tuple[Want, ...]:
    """The check; how it goes on; that the person is told; then the talk, or, once support was offered, the outcome. Paused, the lead's."""
    turns = _turn(file, "check-speech", "let-go-on")
    if file.state == CHECKING:
        return (Want("check-speech", of=turns, first=HR, clock=SOON),)
    if file.state in CHECKED:
        return (Want("decide", of=turns, first=_decider(file), clock=TIME),)
    if file.state == PAUSED:
        return (Want("let-go-on", of=_turn(file, "pause"), first=dsl(file.school) if file.school else DSL_TRUST, clock=SOON),)
    if file.state in TELLING and not file.of(TELL):
        return (Want(TELL, of=turns, first=HR, clock=SOON),)
    if file.state == INFORMAL:
        return (Want("talk", of=turns, first=line_manager_of(about(file)), clock=TIME),)
    stores = file.state in OUTSIDE and not unsupported(file)
    return (Want("store-outcome", of=turns, first=HR, clock=LONG),) if stores else ()


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """Somebody not employed here goes another way; whoever it is about hears of it once HR has told them; the decider is let in."""
    if taken.step == "check-speech" and file.state == WEIGHED and not file.of(EMPLOYED):
        return (Move("not-employed"),)
    if taken.step == TELL:
        return (Move(INFORM, of=SUBJECT, seat=file.of(ABOUT)[-1].seat),)
    if taken.step == "let-decider":
        return (Move(OPEN_TO, seat=_reads_along(file)),)
    if taken.step == "to-chair":
        return (Move(OPEN_TO, seat=CHAIR),)
    return _go_on(file) if taken.step == "let-go-on" else ()


def _reads_along(file: File) -> Seat:
    """Who decides under the Disciplinary Procedure, and so may read along: the Headteacher; of a Headteacher's own, who is above them."""
    above = _decider(file)
    if above != HR:
        return above
    return head(file.school) if file.school else TRUST_LEAD


def _go_on(file: File) -> tuple[Move, ...]:
    """Where it stood before it was paused."""
    last = file.last(*AGAIN, "check-speech")
    return (Move(AGAIN[last.step]),) if last is not None and last.step in AGAIN else ()


def sends(file: File, step: str, words: Mapping[str, object]) -> str:
    """To nobody in particular. Raises BadField for a check that goes on and names no clause; for support without a reason."""
    if step == SUPPORT:
        checked(step, words)
    if step == "check-speech" and words.get("outcome") == GO_ON and not any(words.get(field) for field in CLAUSES):
        raise BadField("con_10", say("Tick at least one clause that comes in."))
    return ""


STAFF_ROUTE = Workflow(
    kind="staff-route",
    says=say("A concern about a member of staff"),
    first=CHECKING,
    over=frozenset({NO_STEP, TALKED, RECORDED}),
    states={
        CHECKING: say("with HR, who look whether it is lawful speech"),
        WEIGHED: say("checked: how it goes on"),
        APART: say("checked: not employed by the Trust"),
        LAWFUL: say("checked: lawful speech"),
        INFORMAL: say("a talk with the line manager, with no sanction"),
        HANDED: say("HR hand-off to the Disciplinary Procedure"),
        AGENCY: say("HR and agency"),
        WITH_CHAIR: say("HR and the Chair"),
        PAUSED: say("paused"),
        NO_STEP: say("ended: no further step"),
        TALKED: say("ended: they talked about it"),
        RECORDED: say("ended: what was decided is stored"),
    },
    retention="R5",
    wants=wants,
    follows=follows,
    sends=sends,
    opening=(SUMMARY,),
    shows={"let-go-on": Part.STATUS},
    evidence=True,
    gone=FILE_GONE,
    steps=STEPS,
)
