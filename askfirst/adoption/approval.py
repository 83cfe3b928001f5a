"""From a draft to the edition in force: looked over, sent for approval, agreed to by somebody who did not write it, and given a first day.

Who agrees is a role of the scheme of delegation, whatever its holder is called; the record keeps role, name, day and edition, and a digest
of every word that was agreed to.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime

from django.db import transaction

from askfirst.adoption import models
from askfirst.adoption.drafting import NOT_THERE, owns, stands_against, wrote
from askfirst.adoption.editions import as_edition, begin_due, digest_of
from askfirst.adoption.states import MOVES, OPEN, SAYS, Refusal, Refused, State, Who
from askfirst.people.calendar import london_day
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import GOVERNANCE, Seat, Standing
from askfirst.people.holding import todays_trust
from askfirst.people.who import names
from askfirst.procedure.changes import Kind, changes
from askfirst.procedure.clause import Edition
from askfirst.procedure.dated import the_facts
from askfirst.procedure.lint import LintFinding, lint
from askfirst.procedure.whole import faults
from askfirst.trail import outbox
from askfirst.words import Sentence, say

__all__ = [
    "accept", "approve", "approver_seat", "authors_of", "found_in", "look_over", "may_approve", "schedule", "send_back", "still_to_do",
    "submit", "take_back", "withdraw",
]  # fmt: skip

LAST_YEAR = 2200
LONGEST = 2_000  # characters of a reason
TO_DO, NEWS = "to-do", "news"


def approver_seat() -> Seat:
    """Whose it is to agree, by the scheme of delegation."""
    return todays_trust().approver_seat


def found_in(edition: Edition, *, on: date) -> tuple[LintFinding, ...]:
    """What lint finds in a draft on that day."""
    return lint(edition, the_facts(), on)


def accept(*, ref: str, reasons: Mapping[str, str], by: Standing, at: datetime) -> None:
    """Findings, by their key, that stay as they are, and why. All or nothing; raises Refused for one without a reason, or not found."""
    with _held(ref, "edit", by, at) as row:
        known = {one.key: one for one in found_in(as_edition(row), on=london_day(at))}
        for key, why in reasons.items():
            if key not in known:
                raise Refused(Refusal(say("This is not found any more. Look at the list again.")))
            if not why.strip() or len(why) > LONGEST or "\0" in why:
                wanted = say("Say why it stays, in {most} characters at most.", most=LONGEST)
                raise Refused(Refusal(wanted, known[key].clause))
            models.EditionAccepted.objects.update_or_create(
                edition=row, finding=key, defaults={"clause": known[key].clause, "why": why.strip()}
            )
        wrote(row, "accept", by=by, at=at, clauses=tuple(dict.fromkeys(known[key].clause for key in reasons))[:20])


def look_over(*, ref: str, by: Standing, at: datetime) -> State:
    """Looks the draft over: what it stands at then. Raises Refused, with each clause that is not whole and each finding not accepted."""
    with _held(ref, "lint", by, at) as row:
        edition = as_edition(row)
        found = found_in(edition, on=london_day(at))
        accepted = set(row.accepted.values_list("finding", flat=True))
        wrong = [Refusal(why, id) for id, why in faults(edition)]
        wrong += [
            Refusal(say("{says}. Mend it, or say why it stays.", says=one.says), one.clause) for one in found if one.key not in accepted
        ]
        if wrong:
            raise Refused(*wrong)
        _to(row, "lint-accept" if found else "lint", by=by, at=at)
    return State(row.state)


def still_to_do(row: models.Edition) -> list[Refusal]:
    """What stands in the way of sending a draft for approval, beside where it stands: nothing changed, or a change without a class."""
    before = stands_against(row)
    changed = [one for one in changes(before, as_edition(row)) if one.kind is not Kind.SAME]
    if not before.clauses and changed:
        return []  # a trust's first edition: nobody has read another, so that all of it is new in meaning
    if not changed:
        return [Refusal(say("Nothing is changed in this draft. Change a clause, or withdraw it."))]
    classes = dict(row.rows.values_list("clause", "change"))
    return [
        Refusal(say("Say of {id} if the change is one of wording or of meaning.", id=one.id), one.id)
        for one in changed
        if not classes[one.id]
    ]


def submit(*, ref: str, by: Standing, at: datetime) -> None:
    """Sends the draft to whoever agrees, who is told. Raises Refused, with each changed clause that has no class."""
    with _held(ref, "submit", by, at) as row:
        wrong = still_to_do(row) + [Refusal(why, id) for id, why in faults(as_edition(row))]
        if wrong:
            raise Refused(*wrong)
        _to(row, "submit", by=by, at=at)
        _tell(row, "submit", _approvers(row, at), TO_DO, at)


def may_approve(row: models.Edition, by: Standing) -> Sentence | None:
    """Why this person may not agree to the draft, now or ever; None where they may."""
    seat = approver_seat()
    if not by.holds(seat):
        return say("Only the {role} can do this.", role=todays_trust().approver)
    authors = authors_of(row)
    if by.person in authors or by.acting_for(seat) in authors:
        return say("Whoever wrote in a draft cannot agree to it. Somebody else must.")
    return None


def authors_of(row: models.Edition) -> frozenset[str]:
    """Whoever began the review or wrote in the draft."""
    return frozenset({str(one) for one in row.authors.values_list("person", flat=True)} | {str(row.opened_by_id)})


def approve(*, ref: str, by: Standing, at: datetime, starts_on: date | None = None, seen: int | None = None) -> None:
    """Agrees to the draft as it stands, with its first day or without. Raises Refused.

    `seen`: how many changes it had when it was read; where it has another number by now, nothing is agreed to.
    """
    with _held(ref, "approve", by, at) as row:
        if seen is not None and seen != row.changes:
            raise Refused(Refusal(say("This draft was changed since you read it. Read it again first.")))
        row.approved_by_id = by.person
        row.approver_role = todays_trust().approver
        row.approver_name = names([by.person])[by.person].name
        row.approved_on = london_day(at)
        row.digest = digest_of(as_edition(row))
        row.save()
        _to(row, "approve", by=by, at=at, digest=row.digest)
        if starts_on is not None:
            _first_day(row, starts_on, by=by, at=at)
        _tell(row, "approve", _owners(at), NEWS, at)
    begin_due(at=at)


def schedule(*, ref: str, starts_on: date, by: Standing, at: datetime) -> None:
    """Sets the first day of an edition that was agreed to, or another one before it has come. Raises Refused."""
    with _held(ref, "schedule", by, at) as row:
        _first_day(row, starts_on, by=by, at=at)
    begin_due(at=at)


def send_back(*, ref: str, why: str, by: Standing, at: datetime) -> None:
    """The approver wants it otherwise, and says how; the owner is told. Raises Refused."""
    with _held(ref, "send-back", by, at) as row:
        if not why.strip() or len(why) > LONGEST or "\0" in why:
            raise Refused(Refusal(say("Say what is to be changed, in {most} characters at most.", most=LONGEST)))
        models.EditionComment.objects.create(edition=row, by_id=by.person, union=False, words=why.strip(), at=at)
        _to(row, "send-back", by=by, at=at)
        _tell(row, "send-back", _owners(at), TO_DO, at)


def take_back(*, ref: str, by: Standing, at: datetime) -> None:
    """The owner goes on writing. Raises Refused."""
    with _held(ref, "take-back", by, at) as row:
        _to(row, "take-back", by=by, at=at)


def withdraw(*, ref: str, by: Standing, at: datetime) -> None:
    """The draft comes to nothing; its words stay, and its number is never given again. Raises Refused for one that is in force."""
    with _held(ref, "withdraw", by, at) as row:
        row.starts_on, row.ended_on = None, london_day(at)
        row.save()
        _to(row, "withdraw", by=by, at=at)


def _first_day(row: models.Edition, day: date, *, by: Standing, at: datetime) -> None:
    """A rule never reaches back: the first day is today or later."""
    if day < london_day(at):
        raise Refused(Refusal(say("The first day cannot lie in the past. Choose today or a later day.")))
    if day.year > LAST_YEAR or models.Edition.objects.filter(starts_on=day).exclude(pk=row.pk).exists():
        raise Refused(Refusal(say("This cannot be the first day. Choose another one.")))
    row.starts_on = day
    row.save()
    _to(row, "schedule", by=by, at=at)


@contextmanager
def _held(ref: str, move: str, by: Standing, at: datetime) -> Iterator[models.Edition]:
    """An edition held for one move, by whoever may make it, from where it may be made; all or nothing. Raises Refused."""
    found = MOVES[move]
    if found.by is Who.OWNER:
        owns(by)
    begin_due(at=at)
    with transaction.atomic():
        row = models.Edition.objects.select_for_update().filter(ref=ref).first()
        if row is None:
            raise Refused(Refusal(NOT_THERE))
        if found.by is Who.APPROVER and (why := may_approve(row, by)):
            raise Refused(Refusal(why))
        if row.state not in found.start:
            raise Refused(Refusal(say("This cannot be done now. It stands at: {state}.", state=SAYS[State(row.state)])))
        yield row


def _to(row: models.Edition, move: str, *, by: Standing, at: datetime, digest: str = "") -> None:
    before, row.state = row.state, MOVES[move].end
    row.open, row.stands_since = row.state in OPEN, london_day(at)
    row.save(update_fields=["state", "open", "stands_since"])
    seat = approver_seat() if MOVES[move].by is Who.APPROVER else GOVERNANCE
    wrote(row, move, by=by, at=at, before=before, digest=digest, seat=seat)


def _approvers(row: models.Edition, at: datetime) -> Sequence[str]:
    """Whoever may agree to it, away or not: they find it when they are back."""
    authors = authors_of(row)
    return [one for one in TheDirectory().holders(approver_seat(), london_day(at)) if one not in authors]


def _owners(at: datetime) -> Sequence[str]:
    return TheDirectory().holders(GOVERNANCE, london_day(at))


def _tell(row: models.Edition, what: str, people: Sequence[str], kind: str, at: datetime) -> None:
    for person in people:
        outbox.queue(key="edition:%s:%s:%d:%s" % (row.ref, what, at.timestamp(), person), to=person, kind=kind, at=at)
