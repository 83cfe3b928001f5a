"""A page of a department (HYB-1 to HYB-4): talked about first, looked over, made official by the Headteacher, looked at each year. Pure.

Source: workflows.md 3.4, rulings 3 and 6, reading A42, MAN-1. What the public register says of it: `listed`.
"""

from collections.abc import Collection, Mapping

from askfirst.casework.fields import Field
from askfirst.casework.kinds.page_gates import ALL_TASKS, LOOKED, MENDED, NO_PUPILS, PUPILS, TALK, not_looked, still_mixed
from askfirst.casework.kinds.page_handover import LEAVES, NEXT, OWNER, STAYS, hand_over, handed, keeper, leaving, taken_over
from askfirst.casework.kinds.page_words import (
    ADDRESS,
    CALLED,
    COMMENTS,
    LISTED,
    LOGIN,
    NAME,
    NEW_NAME,
    NOT_ME,
    NOTE,
    PHOTOS,
    PLAN,
    PURPOSE,
    REASON,
    RECOVERY,
    SECOND,
    STUDENTS,
    SUCCESSOR,
    TAKES_OVER,
    WHERE,
)
from askfirst.casework.kinds.reopened import REOPEN, REOPEN_HELD, decided_by, reopen, time_of
from askfirst.casework.kinds.talks import HOW, MET_ON, MORE
from askfirst.casework.workflow import ROUTE, Closing, Days, File, Hat, Move, Need, Part, Step, Taken, Want, Workflow
from askfirst.people.hats import COMMS, DPO, TRUST_LEAD, head, line_manager_of, person
from askfirst.words import Sentence, say

__all__ = [
    "ARCHIVED", "AT", "BEFORE", "HELD", "KEPT_OR_BEFORE", "LIVE", "LOOKED_AT", "MISSING",
    "NOT_IN_ORDER", "NOT_NOW", "PAGE", "SHOWN", "WITHDRAWN",
]  # fmt: skip

DRAFT, SENT, TALKED, AGREED, CHECKED = "draft", "with-line-manager", "talked", "agreed", "checked"
OFFICIAL, REVIEW, MIXED, MENDING, LEAVING = "official", "review-due", "mixed", "mending", "owner-leaving"
NOT_NOW, HELD, ARCHIVED, WITHDRAWN = "not-now", "held-back", "archived", "withdrawn"
ASKER, ASKED = frozenset({Hat.ASKER}), frozenset({Hat.ASKED})
BEFORE = frozenset({DRAFT, SENT, TALKED, AGREED, CHECKED})
LIVE = frozenset({OFFICIAL, REVIEW, LEAVING})
NOT_IN_ORDER = frozenset({MIXED, MENDING})
KEPT = LIVE | NOT_IN_ORDER
KEPT_OR_BEFORE = KEPT | BEFORE
LOOKED_AT = ("comms-check", "in-order", "clean", "set-address")
"""The steps by which communications have looked at the page itself: the last is the day it was last checked."""
HEARD = (SENT, TALKED)
AT = "page-at"
"""The mark: of which page the case speaks from now on (page_listing)."""
SHOWN, MISSING = "control-shown", "control-missing"
"""The marks of whether it showed who runs it (page_proof). Each says by which way and what came of it; the last one counts."""
SOON, COMMS_TIME, LONG = Days(remind=5, due=10, climb=11), Days(remind=3, due=5, climb=6), Days(remind=10, due=20, climb=25)


def wants(file: File) -> tuple[Want, ...]:
    """Who is to do something now; the Headteacher only after the others."""
    state = file.state
    if state in (SENT, TALKED):
        turn = file.turn
        before = (route.seat for route in file.of(ROUTE) if route.sequence < turn.sequence and route.of.startswith("agree"))
        passed = tuple(dict.fromkeys(before)) if turn.step == "ask-again" else ()
        return (Want("agree", of=str(len(file.of("submit", "ask-again", REOPEN))), first=turn.seat, clock=SOON, passed=passed),)
    found = []
    if state == AGREED:
        found.append(Want("comms-check", of="", first=COMMS, clock=COMMS_TIME))
    if state in (AGREED, CHECKED) and not_looked(file):
        found.append(Want("dpo-look", of="", first=DPO, clock=COMMS_TIME))
    if state == CHECKED:
        found.append(
            Want(
                "make-official",
                of=time_of(file, REOPEN_HELD),
                first=_head(file),
                clock=COMMS_TIME,
                passed=(*_agreed_by(file), *_above(file)),
            )
        )
    if state == REVIEW:
        found.append(Want("review", of=str(len(file.of("year-on"))), first=COMMS, clock=LONG))
    if _shows_again(file):
        found.append(Want("prove", of=str(len(file.of("year-on"))), first=keeper(file), clock=LONG, alone=True))
    if state == MIXED:
        found.append(Want("plan", of=str(len(file.of("mixed-found", "still-mixed", OWNER))), first=keeper(file), clock=SOON))
    if state == MENDING:
        looks = str(len(file.of("plan", OWNER)))
        found.append(Want("look-again", of=looks, first=COMMS, clock=COMMS_TIME) if not still_mixed(file)
                     else Want("mended", of=looks, first=keeper(file), clock=SOON))  # fmt: skip
    return (*found, *(hand_over(file) if state in KEPT else ()))


def _shows_again(file: File) -> bool:
    """A year on, whoever keeps a page of the register shows that they run it, also for the first time. Whatever comes of it counts."""
    year, looked = file.last("year-on"), file.last(SHOWN, MISSING)
    if file.state not in LIVE or year is None or file.last(AT) is None:
        return False  # without an address there is nothing to open
    return looked is None or looked.sequence < year.sequence


def _head(file: File) -> str:
    return head(file.school) if file.school else TRUST_LEAD


def _agreed_by(file: File) -> tuple[str, ...]:
    """The seat that agreed as line manager: whoever sits there cannot make it official too (ruling 6)."""
    agreed = file.last("agree")
    seats = [route.seat for route in file.of(ROUTE) if route.of.startswith("agree") and agreed and route.sequence < agreed.sequence]
    return tuple(seats[-1:])


def _above(file: File) -> tuple[str, ...]:
    """Whoever held it back before it was asked of the next level up."""
    asked = file.last("ask-above")
    return tuple(r.seat for r in file.of(ROUTE) if r.of.startswith("make-official") and asked and r.sequence < asked.sequence)


def decides(file: File) -> frozenset[str]:
    """Of one that is held back, the Headteacher, or whoever was asked one level up; of one that was turned down, the line manager."""
    if file.state == HELD:
        return decided_by(file, "make-official", since=("ask-above",))
    return decided_by(file, "agree", since=("ask-again",))


def follows(file: File, taken: Taken) -> tuple[Move, ...]:
    """Once whoever keeps it is known to leave, an official page waits for whoever takes over."""
    return taken_over(file, taken, official=OFFICIAL, leaves=LEAVING)


def outside(file: File) -> tuple[Move, ...]:
    """The last day of whoever keeps it may come to be known, change, or be taken back."""
    if file.state not in KEPT:
        return ()
    mark = leaving(file)
    return (Move(LEAVES, of=mark.of if mark else "", seat=keeper(file)), *((Move(STAYS, seat=mark.seat),) if mark else ()))


def marks(step: str, words: Mapping[str, object]) -> tuple[Move, ...]:
    """Whether student data is shown stands in the clear, since somebody's look hangs on it; and who was named to take over."""
    if step == "name-successor":
        return (Move(NEXT, seat=person(str(words["successor"]))),)
    if step != "rules":
        return ()
    shows = words.get("students") in ("yes", "unsure") or words.get("photos") == "agreed"
    return (Move(PUPILS if shows else NO_PUPILS),)


def sends(file: File, step: str, words: Mapping[str, object]) -> str:
    """Whom it goes to."""
    return line_manager_of(file.asker) if step == "submit" else ""


def _task(id: str, says: Sentence, done: Sentence, *fields: Field) -> Step:
    return Step(id, says, done, BEFORE | LIVE, None, ASKER, "HYB-4", fields=fields, beside=True, tells=False)


def _answer(  # a step that answers a want: by whoever was asked, or by the asker, of which whoever was asked hears
    id: str,
    says: Sentence,
    done: Sentence,
    *,
    at: tuple[Collection[str], str | None],
    want: str,
    clause: str,
    fields: tuple[Field, ...] = (),
    needs: tuple[Need, ...] = (),
    ends: Mapping[str, str] | None = None,
    by: frozenset[Hat] = ASKED,
) -> Step:
    start, end = at
    told, back = by is ASKED, by is ASKER
    return Step(
        id, says, done, frozenset(start), end, by, clause,
        fields=fields, needs=needs, answers=True, want=want, ends=ends or {}, tells=told, back=back,
    )  # fmt: skip


A_YEAR = say("A year has passed")
ONE_UP, ASKED_UP = say("Ask one level up"), say("Asked again, one level up")

PAGE = Workflow(
    kind="page",
    says=say("A department’s page"),
    first=DRAFT,
    over=frozenset({DRAFT, OFFICIAL, NOT_NOW, HELD, ARCHIVED, WITHDRAWN}),
    states={
        DRAFT: say("being filled in"),
        SENT: say("with the line manager"),
        TALKED: say("talked about"),
        AGREED: say("agreed: communications look at it"),
        CHECKED: say("checked: the Headteacher decides"),
        OFFICIAL: say("official"),
        REVIEW: say("a year on, and asked if it is in order"),
        LEAVING: say("official: whoever keeps it is leaving"),
        MIXED: say("mixed page found"),
        MENDING: say("being put in order"),
        NOT_NOW: say("not now"),
        HELD: say("held back by the Headteacher"),
        ARCHIVED: say("no longer in use"),
        WITHDRAWN: say("taken back"),
    },
    retention="R2",
    wants=wants,
    sends=sends,
    marks=marks,
    follows=follows,
    outside=outside,
    decides=decides,
    shows={"take-over": Part.OWN},
    lives_on=frozenset({OFFICIAL}),
    hats={OWNER: Hat.ASKER},
    closes=dict.fromkeys((OFFICIAL, LEAVING), Closing(months=12, step="year-on", since=("make-official", "in-order", "clean"))),
    opening=(NAME, PURPOSE, ADDRESS),
    steps=(
        Step("submit", say("Send it to my line manager"), say("Sent"), frozenset({DRAFT, NOT_NOW}), SENT, ASKER, "HYB-4", tells=False),
        _task("people", say("Who runs it"), say("People named"), SECOND, SUCCESSOR),
        _task("account", say("Login and recovery"), say("Addresses given"), LOGIN, RECOVERY),
        _task("rules", say("Photos and comments"), say("Rules set"), PHOTOS, COMMENTS, STUDENTS),
        _answer("agree", say("Agree to it"), say("Agreed"), at=(HEARD, AGREED), want="agree", clause="HYB-4", needs=(TALK,)),
        _answer(
            "changes", say("Ask for changes"), say("Changes asked for"),
            at=(HEARD, DRAFT), want="agree", clause="HYB-4", fields=(NOTE,), needs=(TALK,),
        ),
        _answer(
            "turn-down", say("Not now"), say("Not now"),
            at=(HEARD, NOT_NOW), want="agree", clause="MAN-1", fields=(REASON,), needs=(TALK,),
        ),
        _answer(
            "talk", say("Write down our talk"), say("Talked about it"),
            at=(HEARD, TALKED), want="agree", clause="HYB-4", fields=(HOW, MET_ON),
        ),
        _answer(
            "comms-check", say("I have looked at it"), say("Looked at by communications"),
            at=((AGREED,), CHECKED), want="comms-check", clause="HYB-1", fields=(NOTE, LISTED),
        ),
        _answer(
            "dpo-look", say("I have looked at it"), say("Looked at by data protection"),
            at=((AGREED, CHECKED), None), want="dpo-look", clause="HYB-4", fields=(NOTE,),
        ),
        _answer(
            "make-official", say("Make it official"), say("Made official"),
            at=((CHECKED,), OFFICIAL), want="make-official", clause="HYB-1", fields=(CALLED,), needs=(ALL_TASKS, LOOKED),
        ),
        _answer(
            "hold-back", say("Not now"), say("Not now"),
            at=((CHECKED,), HELD), want="make-official", clause="MAN-1", fields=(REASON,),
        ),
        Step("ask-above", ONE_UP, ASKED_UP, frozenset({HELD}), CHECKED, ASKER, "MAN-1", fields=(MORE,), tells=False),
        Step("ask-again", ONE_UP, ASKED_UP, frozenset({NOT_NOW}), SENT, ASKER, "MAN-1", fields=(MORE,), tells=False),
        reopen("MAN-1", frozenset({NOT_NOW}), SENT, leaves=False),
        reopen("MAN-1", frozenset({HELD}), CHECKED, id=REOPEN_HELD, leaves=False),
        Step("year-on", A_YEAR, A_YEAR, frozenset({OFFICIAL, LEAVING}), REVIEW, frozenset({Hat.ASKFIRST}), "HYB-1", tells=False),
        _answer("in-order", say("It is in order"), say("Still in order"), at=((REVIEW,), OFFICIAL), want="review", clause="HYB-1"),
        Step(
            "set-address", say("Change the address that people look up"), say("Its address changed"), LIVE, None,
            frozenset({Hat.COMMUNICATIONS}), "HYB-1", fields=(WHERE, NEW_NAME), beside=True,
        ),
        Step(
            "mixed-found", say("It is a mixed page"), say("Mixed page found"), LIVE, MIXED, frozenset({Hat.COMMUNICATIONS}), "HYB-2",
            fields=(NOTE,),
        ),
        _answer(
            "plan", say("Say what you will do"), say("A plan made"),
            at=((MIXED,), None), want="plan", clause="HYB-2", fields=(PLAN,),
            ends={"split": MENDING, "rename": ARCHIVED, "close": ARCHIVED}, by=ASKER,
        ),
        _answer(
            "mended", say("It is put in order"), say("Put in order"), at=((MENDING,), None), want="mended", clause="HYB-2", by=ASKER
        ),
        _answer(
            "clean", say("It is in order again"), say("In order again"),
            at=((MENDING,), OFFICIAL), want="look-again", clause="HYB-2", needs=(MENDED,),
        ),
        _answer(
            "still-mixed", say("It is still mixed"), say("Still mixed"),
            at=((MENDING,), MIXED), want="look-again", clause="HYB-2", fields=(NOTE,),
        ),
        _answer(
            "name-successor", say("Name who takes over"), say("Somebody named to take over"),
            at=(KEPT, None), want="name-successor", clause="HYB-1", fields=(TAKES_OVER,),
        ),
        _answer("take-over", say("Take it over"), say("Taken over"), at=(KEPT, None), want="take-over", clause="HYB-1"),
        _answer(
            "not-me", say("Somebody else should"), say("Somebody else is to take over"),
            at=(KEPT, None), want="take-over", clause="HYB-1", fields=(NOT_ME,),
        ),
        *handed(official=OFFICIAL, leaves=LEAVING),
        Step("archive", say("It is no longer in use"), say("No longer in use"), LIVE, ARCHIVED, ASKER, "HYB-1", tells=False, back=True),
        Step("withdraw", say("Take it back"), say("Taken back"), BEFORE, WITHDRAWN, ASKER, "HYB-4", tells=False),
    ),
)  # fmt: skip
