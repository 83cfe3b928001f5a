"""Writing an edition: the review is begun, clauses are changed, added, taken out and classed; each change beside its line in the trail.

One edition is under way at a time. Whoever wrote in it is an author, and no author approves. Words are taken as they are sent: what a
clause still lacks stands in the way only of sending the draft for approval.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Max

from askfirst.adoption import models
from askfirst.adoption.editions import CHAIN, as_edition, begin_due, in_force, named, next_number
from askfirst.adoption.states import EDITED, SAYS, Refusal, Refused, State
from askfirst.people.calendar import london_day, months_after
from askfirst.people.hats import GOVERNANCE, Seat, Standing
from askfirst.procedure.changes import Change, Class, Kind, changes
from askfirst.procedure.clause import Clause, Edition
from askfirst.trail import chain
from askfirst.words import Sentence, say

__all__ = [
    "LONGEST", "NOT_THERE", "bring_in", "classify", "draft", "open_review", "owns", "put_back", "put_clause", "put_head",
    "stands_against", "take_out", "take_up", "write_rows", "wrote",
]  # fmt: skip

REVIEWED_EVERY = 36  # months from one review to the next, where nobody says otherwise
CLAUSE_ID = re.compile(r"[A-Z]{2,6}-[1-9][0-9]*")
LONGEST_ID = 20
LONGEST_TITLE = 200
LAST_DAY = date(2200, 1, 1)
LONGEST = 4_000  # characters of one text of a clause
MOST = 500  # clauses of an edition
OWNER_ONLY = say("Only the governance professional can do this.")
NOT_THERE = say("There is no such draft. Go back to the list.")


def draft(*, ref: str) -> models.Edition:
    """The row of an edition that somebody writes, or wrote. Raises Refused for one that is not there."""
    row = models.Edition.objects.filter(ref=ref).first()
    if row is None:
        raise Refused(Refusal(NOT_THERE))
    return row


def open_review(*, by: Standing, at: datetime) -> str:
    """Begins the review of the edition in force: its clauses are copied into a draft. The draft's reference. Raises Refused."""
    owns(by)
    on = london_day(at)
    with transaction.atomic():
        begin_due(at=at)
        under_way = models.Edition.objects.filter(open=True).first()
        if under_way is not None:
            raise Refused(Refusal(say("An edition is under way already: {name}. Finish or withdraw it first.", name=under_way.name)))
        base = in_force(on=on, readings=False)
        number = next_number()
        row = models.Edition.objects.create(
            name="v%d" % number,
            number=number,
            base=base.edition,
            state=State.REVIEW_OPEN,
            open=True,
            title=base.title,
            sections=[list(section) for section in base.sections],
            review_due=months_after(on, REVIEWED_EVERY),
            opened_by_id=by.person,
            opened_at=at,
        )
        write_rows(row, base.clauses)
        wrote(row, "open", by=by, at=at, before="")
    return row.ref


def put_clause(*, ref: str, clause: Clause, by: Standing, at: datetime, seen: int | None = None) -> None:
    """The words of one clause as they are to be, of a new one too (its section must be there). Its class is asked again.

    `seen`: how many changes the draft had when it was read; where it has more by now, it is refused. Raises Refused.
    """
    with take_up(what="edit", ref=ref, by=by, at=at, seen=seen, clauses=(clause.id,)) as row:
        _put(row, clause)


def bring_in(*, ref: str, clauses: Sequence[Clause], by: Standing, at: datetime, seen: int | None = None) -> None:
    """Many clauses at once, as a document has them, in its order; what it has not is to go. All or nothing. Raises Refused."""
    with take_up(what="bring-in", ref=ref, by=by, at=at, seen=seen) as row:
        wanted = {clause.id for clause in clauses}
        if len(wanted) != len(clauses) or len(clauses) > MOST:
            raise Refused(Refusal(say("Each clause needs an id of its own, and there are {most} at most.", most=MOST)))
        for place, clause in enumerate(clauses):
            _put(row, clause, place=place)
        gone = row.rows.exclude(clause__in=wanted)
        based = {one.id for one in stands_against(row).clauses}
        gone.exclude(clause__in=based).delete()
        gone.filter(removed=False).update(removed=True, change="")


def put_head(*, ref: str, title: str, review_due: date, by: Standing, at: datetime, seen: int | None = None) -> None:
    """The document's name, and the last day before its next review is overdue. Raises Refused."""
    with take_up(what="head", ref=ref, by=by, at=at, seen=seen) as row:
        title = " ".join(title.split())
        if not title or len(title) > LONGEST_TITLE or "\0" in title:
            raise Refused(Refusal(say("Give it a name, in {most} characters at most.", most=LONGEST_TITLE)))
        if not london_day(at) < review_due < LAST_DAY:
            raise Refused(Refusal(say("The next review must lie in the future. Choose a later day.")))
        row.title, row.review_due = title, review_due
        row.save(update_fields=["title", "review_due"])


def take_out(*, ref: str, id: str, by: Standing, at: datetime, seen: int | None = None) -> None:
    """A clause is to go. It stays to be seen as taken out; one that was only added is gone at once. Raises Refused."""
    with take_up(what="take-out", ref=ref, by=by, at=at, seen=seen, clauses=(id,)) as row:
        found = _row(row, id)
        if id in stands_against(row).by_id:
            row.rows.filter(pk=found.pk).update(removed=True, change="")
        else:
            found.delete()


def put_back(*, ref: str, id: str, by: Standing, at: datetime, seen: int | None = None) -> None:
    """A clause is again as it stands in the edition before: what was written in its place, or taken out, is undone. Raises Refused."""
    with take_up(what="put-back", ref=ref, by=by, at=at, seen=seen, clauses=(id,)) as row:
        found = _row(row, id)
        before = stands_against(row).by_id.get(id)
        if before is None:
            raise Refused(Refusal(say("{id} was not there before. Take it out instead.", id=id), id))
        row.rows.filter(pk=found.pk).update(**_fields(before), change="", removed=False)


def classify(
    *, ref: str, id: str, change: Class, by: Standing, at: datetime, sure: bool = False, seen: int | None = None
) -> Sentence | None:
    """Says of a changed clause what sort of change it is. None when written down; else a question, and nothing is written.

    The question comes where wording alone is said of a change that moves the word of strength, or that reaches others; `sure` answers it.
    Classing alters no word, so a draft stays where it stands. Raises Refused for a clause that did not change.
    """
    owns(by)
    asked = _asks(_changed(draft(ref=ref), id)) if change is Class.WORDING and not sure else None
    if asked is None:
        with take_up(what="classify-" + change.value, ref=ref, by=by, at=at, seen=seen, clauses=(id,), back=False) as row:
            _changed(row, id)
            row.rows.filter(clause=id).update(change=change)
    return asked


def _changed(row: models.Edition, id: str) -> Change:
    """What became of a clause that the draft has, or is to lose. Raises Refused where nothing did."""
    _row(row, id)
    found = next((one for one in changes(stands_against(row), as_edition(row)) if one.id == id), None)
    if found is None or found.kind is Kind.SAME:
        raise Refused(Refusal(say("{id} says what it said before. There is nothing to class.", id=id), id))
    return found


def _asks(change: Change) -> Sentence | None:
    """Why "wording" is hard to believe of a change; None where it is not."""
    if change.kind in (Kind.ADDED, Kind.REMOVED):
        return say("A clause that comes or goes nearly always changes the meaning. Is it wording alone?")
    if change.strength_changed and change.old and change.new:
        return say(
            "The strength word has changed, from “{old}” to “{new}”. Is it wording alone?",
            old=change.old.strength,
            new=change.new.strength,
        )
    if change.addressee_changed:
        return say("It now speaks to other people. Is it wording alone?")
    return None


@contextmanager
def take_up(
    *, what: str, ref: str, by: Standing, at: datetime, seen: int | None = None, clauses: tuple[str, ...] = (), back: bool = True
) -> Iterator[models.Edition]:
    """A draft held for one change by its owner, who is an author from then on; the change is written down with it. Raises Refused.

    `back`: the change alters words, so that the draft is being written again, whatever had been said of it.
    """
    owns(by)
    with transaction.atomic():
        row = models.Edition.objects.select_for_update().filter(ref=ref).first()
        if row is None:
            raise Refused(Refusal(NOT_THERE))
        if row.state not in EDITED:
            raise Refused(Refusal(say("Its words cannot be changed now. It stands at: {state}.", state=SAYS[State(row.state)])))
        if seen is not None and seen != row.changes:
            raise Refused(Refusal(say("Somebody changed this draft since you read it. Look at it again, then send your words.")))
        yield row
        models.EditionAuthor.objects.get_or_create(edition=row, person_id=by.person)
        before = row.state
        row.changes += 1
        row.state = State.DRAFTING if back else row.state
        row.save(update_fields=["changes", "state"])
        wrote(row, what, by=by, at=at, before=before, clauses=clauses)


def stands_against(row: models.Edition) -> Edition:
    """The edition a draft was made from: what its changes are counted against."""
    return named(name=row.base, readings=False)


def owns(by: Standing) -> None:
    """Raises Refused for whoever is not the governance professional."""
    if not by.holds(GOVERNANCE):
        raise Refused(Refusal(OWNER_ONLY))


def _row(row: models.Edition, id: str) -> models.EditionClause:
    found = row.rows.filter(clause=id).first()
    if found is None:
        raise Refused(Refusal(say("There is no clause {id} in this draft. Check the id.", id=id), id))
    return found


def _put(row: models.Edition, clause: Clause, *, place: int | None = None) -> None:
    _takes(row, clause)
    found = row.rows.filter(clause=clause.id).first()
    if found is None:
        models.EditionClause.objects.create(
            edition=row, clause=clause.id, place=_room(row, clause) if place is None else place, **_fields(clause)
        )
        return
    same = {name: getattr(found, name) for name in _fields(clause)} == _fields(clause)
    changed: dict[str, object] = {**_fields(clause), "removed": False, "change": found.change if same and not found.removed else ""}
    row.rows.filter(pk=found.pk).update(**changed, place=found.place if place is None else place)


def _takes(row: models.Edition, clause: Clause) -> None:
    """What no draft can hold, whatever is mended later. Raises Refused."""
    if not CLAUSE_ID.fullmatch(clause.id) or len(clause.id) > LONGEST_ID:
        raise Refused(Refusal(say("{id} is no id of a clause. Write it as in PRI-1.", id=clause.id[:LONGEST_ID])))
    if clause.section not in {prefix for prefix, _ in row.sections}:
        raise Refused(Refusal(say("{id} belongs to no section of this draft. Begin it as its section does.", id=clause.id), clause.id))
    texts = (clause.plain, clause.plain_student or "", clause.exact, *(mention.name for mention in clause.mentions))
    if any(len(text) > LONGEST for text in texts):
        raise Refused(Refusal(say("A clause is {most} characters long at most.", most=LONGEST), clause.id))
    if any("\0" in text for text in texts):
        raise Refused(Refusal(say("There is an empty mark (NUL) in the words. Take it out."), clause.id))


def _room(row: models.Edition, clause: Clause) -> int:
    """A place behind the last clause of the section; what follows moves on by one."""
    last = row.rows.filter(clause__startswith=clause.section + "-").aggregate(last=Max("place"))["last"]
    if last is None:
        return (row.rows.aggregate(last=Max("place"))["last"] or 0) + 1
    row.rows.filter(place__gt=last).update(place=F("place") + 1)
    return int(last) + 1


def _fields(clause: Clause) -> dict[str, object]:
    return {
        "addressee": clause.addressee.value,
        "strength": clause.strength.value,
        "plain": clause.plain,
        "student": clause.plain_student or "",
        "exact": clause.exact,
        "mentions": ["%s: %s" % (mention.sort.value, mention.name) for mention in clause.mentions],
    }


def write_rows(row: models.Edition, clauses: Sequence[Clause]) -> None:
    """An edition's clauses as new rows, in their order."""
    models.EditionClause.objects.bulk_create(
        models.EditionClause(edition=row, place=place, clause=clause.id, **_fields(clause)) for place, clause in enumerate(clauses)
    )


def wrote(
    row: models.Edition,
    what: str,
    *,
    by: Standing,
    at: datetime,
    before: str | None = None,
    clauses: tuple[str, ...] = (),
    digest: str = "",
    seat: Seat = GOVERNANCE,
) -> None:
    """A line of the trail about an edition as it stands now, in the caller's transaction."""
    chain.append(
        chain=CHAIN,
        what=what,
        who=by.person,
        acting_for=by.acting_for(seat),
        of=row.name,
        before=row.state if before is None else before,
        after=row.state,
        clauses=clauses,
        edition=row.name,
        words=digest,
        at=at,
    )
