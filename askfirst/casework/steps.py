"""The only way in: `open_case` and `take`. Each finds, refuses or changes, in one transaction, and returns the case's reference."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from askfirst.adoption.editions import name_in_force
from askfirst.casework import access, effects
from askfirst.casework.access import Found
from askfirst.casework.bars import bar, bar_more
from askfirst.casework.by_role import reads_roles
from askfirst.casework.evidence_boxes import forget_beside
from askfirst.casework.fields import read
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.gates import Asking, Refusal, Refused, refusals
from askfirst.casework.kept import kept_until
from askfirst.casework.kinds.reopened import REOPENS
from askfirst.casework.known import check_named
from askfirst.casework.models import Case
from askfirst.casework.onward import open_onward
from askfirst.casework.openings.opened import Opened
from askfirst.casework.openings.question import known_clause
from askfirst.casework.openings.table import OPENERS
from askfirst.casework.outside import HOME, mark_outside
from askfirst.casework.page_listing import marks_of, name_page
from askfirst.casework.pen import NEWS, Pen
from askfirst.casework.seated import by_name
from askfirst.casework.targets import Target, aimed, fitting
from askfirst.casework.whose import acted_for, asked, hats_of, named, unnamed_to
from askfirst.casework.workflow import OPEN, ROUTE, File, Hat, Step, Workflow
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing
from askfirst.trail import once as only_once
from askfirst.vault import seal
from askfirst.words import say

__all__ = ["Once", "Stale", "UnknownKind", "UnknownStep", "may", "open_case", "open_together", "take"]


class Stale(ValueError):
    """The case changed since the page was opened; nothing was written. The page shows both texts."""

    def __init__(self) -> None:
        super().__init__("stale")
        self.sentence = say("Somebody changed this while your page was open. Read what is new, then send yours again.")


class UnknownKind(ValueError):
    """No workflow of this name."""


class UnknownStep(LookupError):
    """No step of this name in the case's workflow."""


@dataclass(frozen=True, slots=True)
class Once:
    """The key a form or a header sent, and the bytes sent with it: the same again changes nothing and gives the same reference."""

    key: str
    body: bytes


def open_case(*, kind: str, by: Standing, details: Mapping[str, object], at: datetime, once: Once | None = None) -> str:
    """Open a case; its reference. Raises UnknownKind, BadField, Refused (a kind not open in this capacity) and once.Reused."""
    if kind not in WORKFLOWS:
        raise UnknownKind(kind)
    opened = OPENERS[kind](details, by=by, at=at)
    with transaction.atomic():
        if once and (before := only_once.seen(who=by.person, key=once.key, body=once.body, at=at)):
            return before
        ref = _write(kind, opened, by=by, at=at)
        if once:
            only_once.remember(who=by.person, key=once.key, body=once.body, reference=ref, at=at)
    return ref


def open_together(
    *, kind: str, by: Standing, several: Sequence[Mapping[str, object]], at: datetime, once: Once | None = None
) -> tuple[str, ...]:
    """Several cases of a kind by one form, all or none; their references in order. Raises as open_case does."""

    def numbered(number: int) -> Once | None:
        return Once("{}.{}".format(once.key, number), once.body) if once else None

    with transaction.atomic():
        return tuple(
            open_case(kind=kind, by=by, details=details, at=at, once=numbered(number)) for number, details in enumerate(several, start=1)
        )


def _write(kind: str, opened: Opened, *, by: Standing, at: datetime) -> str:
    case = Case.objects.create(
        kind=kind,
        state=opened.state or WORKFLOWS[kind].first,
        asker_id=opened.asker,
        logger_id=by.person if by.person != opened.asker else None,
        capacity=by.capacity,
        school_id=opened.school or None,
        edition=name_in_force(on=london_day(at)),
        clauses=" ".join(opened.clauses),
        opened_at=at,
        deadline_at=opened.deadline,
    )
    seal.new_case(case.ref, at=at)
    bar(case, unwanted=opened.unwanted, parties=opened.parties, on=london_day(at))
    for name, words in opened.papers.items():
        seal.seal(case=case.ref, name=name, words=words, at=at)
    pen = Pen(case, at)
    pen.write(OPEN, by=by.person, seat=opened.first, words=opened.details)
    pen.moves((*opened.moves, *marks_of(case, OPEN, opened.details)))
    for step, words in opened.filled.items():
        pen.write(step, by=by.person, words=words)
        pen.moves(pen.workflow.marks(step, words))
    if opened.asker != by.person:
        pen.tell(opened.asker, NEWS)
    pen.settle()
    return case.ref


def take(
    *,
    ref: str,
    step: str,
    by: Standing,
    given: Mapping[str, object],
    at: datetime,
    of: str = "",
    version: int | None = None,
    once: Once | None = None,
) -> str:
    """Take a step of a case. Raises access.Missing, and PassedOn of it, UnknownStep, Stale, Refused, BadField and once.Reused; then nothing
    has changed.
    """
    with transaction.atomic():
        if once and (before := only_once.seen(who=by.person, key=once.key, body=once.body, at=at)):
            return before
        try:
            found = access.find(ref, by)
        except access.Missing:
            raise access.gone_from(ref, by) from None
        if found.case.kind in HOME or step in REOPENS:  # what came from outside while it was over, its gates know of
            mark_outside(found.case, at=at)
        workflow, file = WORKFLOWS[found.case.kind], file_of(found.case)
        row = workflow.step(step)
        if row is None:
            raise UnknownStep(step)
        if version is not None and _changed_since(workflow, file, version):
            raise Stale
        target = aimed(found, row, of=of, words=given)
        if refused := may(found, file, row, by=by, of=target.of):
            raise Refused(refused)
        target = fitting(target, found, file, row, words=given)
        words = read(workflow.fits(file, row).fields, given, on=london_day(at))
        named_in = check_named(found, row, words, by=by)
        if clause := words.get("clause"):
            words["clause"] = known_clause(str(clause))
        if not (row.answers or target.acting_for):
            target = replace(target, acting_for=acted_for(found, by, step=row))
        _take(found, row, by=by, target=target, words=words, named_in_words=named_in, at=at)
        if once:
            only_once.remember(who=by.person, key=once.key, body=once.body, reference=found.case.ref, at=at)
    return found.case.ref


def _take(
    found: Found, row: Step, *, by: Standing, target: Target, words: Mapping[str, object], named_in_words: Mapping[str, str], at: datetime
) -> None:
    case = found.case
    listed = marks_of(case, row.id, words)
    bar_more(case, named_in_words.values(), step=row.id, on=london_day(at))
    pen = Pen(case, at)
    if row.id == "delete-draft":
        seal.erase(case=case.ref, name="draft")
    for taken in file_of(case).taken if row.erases else ():
        seal.erase(case=case.ref, name="step-%d" % taken.sequence)
    if row.erases:
        forget_beside(case)
    pen.write(row.id, by=by.person, acting_for=target.acting_for, of=target.of, seat=target.seat, words=words, end=row.leads(words))
    pen.moves(pen.workflow.marks(row.id, {**words, **named_in_words}))
    pen.moves(listed)
    name_page(case, row.id, words)
    if row.back:
        asked = [taken.seat for taken in file_of(case).of(ROUTE) if not by_name(taken.seat)]
        pen.tell_holder(asked[-1])
    if row.tells:
        for person in {case.whose, case.logger_id or ""} - {by.person}:
            pen.tell(person, NEWS)
    pen.settle()
    if row.opens:
        open_onward(case, row, words, at=at)
    effects.after(case, at=at)


def _changed_since(workflow: Workflow, file: File, version: int) -> bool:
    """Whether people did something since that makes this stale. What two may do at once does not; nor do the machine's own moves."""
    since = [workflow.step(taken.step) for taken in file.taken if taken.sequence > version and taken.by]
    return version > file.taken[-1].sequence or any(done is None or not done.beside for done in since)


def may(found: Found, file: File, row: Step, *, by: Standing, of: str = "") -> tuple[Refusal, ...]:
    """Why this person cannot take the step; nothing means they can. Buttons, API and `take` all ask here."""
    return may_with(*hats_of(found, by), found, file, row, by=by, of=of)


def may_with(
    hats: frozenset[Hat], reached: frozenset[str], found: Found, file: File, row: Step, *, by: Standing, of: str = ""
) -> tuple[Refusal, ...]:
    """The same for many steps of one case: what they are to it is read once."""
    case = found.case
    asking = Asking(
        hats,
        reached,
        names=lambda who: named(case, who, on=by.on),
        asked=lambda key: asked(case, key, on=by.on),
        on=by.on,
        kept=lambda: kept_until(case),
    )
    if unnamed_to(found) or reads_roles(file, found.seats):
        nobody = say("somebody else")
        asking = replace(asking, names=lambda who: nobody, asked=lambda key: nobody)
    return refusals(WORKFLOWS[case.kind], row, file, asking, of=of)
