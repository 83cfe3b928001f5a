"""Comments on a draft that is out for them: by staff and their unions, and by students where they are asked.

Whoever owns the draft and whoever agrees to it read them all, with names; others read their own. They go a year after the edition has begun
or was withdrawn.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from askfirst.adoption import models
from askfirst.adoption.approval import approver_seat
from askfirst.adoption.drafting import draft, owns, wrote
from askfirst.adoption.states import MOVES, OPEN, SAYS, Refusal, Refused, State
from askfirst.people.calendar import london_day, months_after
from askfirst.people.hats import GOVERNANCE, Capacity, Standing, role
from askfirst.people.who import names
from askfirst.words import say

__all__ = ["Comment", "answer", "comment", "comments", "consult", "forget_old", "may_comment", "may_see"]

LONGEST = 2_000  # characters
MOST = 50  # of one person
KEPT = 12  # months


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said of a draft. `clause`: "" for the whole; `name`: "" where the reader is its author; `answer`: "" for none yet."""

    id: int
    clause: str
    words: str
    name: str
    union: bool
    at: datetime
    answer: str


def consult(*, ref: str, by: Standing, at: datetime, students: bool = False) -> None:
    """Puts the draft out for comments: of staff and unions, and of students where they are asked too; they hear of it. Raises Refused."""
    owns(by)
    with transaction.atomic():
        row = models.Edition.objects.select_for_update().filter(pk=draft(ref=ref).pk).get()
        _stands(row, "consult")
        before, row.state, row.asks_students = row.state, State.CONSULT, students
        row.stands_since = london_day(at)
        row.save(update_fields=["state", "asks_students", "stands_since"])
        wrote(row, "consult", by=by, at=at, before=before)


def may_comment(row: models.Edition, by: Standing) -> bool:
    """Whether this person is asked what they think of it, now."""
    if row.state != State.CONSULT:
        return False
    return by.capacity is Capacity.STAFF or (row.asks_students and by.capacity is Capacity.STUDENT)


def may_see(row: models.Edition, by: Standing) -> bool:
    """Whether it is this person's to read: as its owner, its approver, or somebody asked about it. What began is everybody's."""
    return row.state not in OPEN | {State.WITHDRAWN} or by.holds(GOVERNANCE) or by.holds(approver_seat()) or may_comment(row, by)


def comment(*, ref: str, words: str, by: Standing, at: datetime, clause: str = "") -> None:
    """Says something of the draft, or of one clause of it. Raises Refused."""
    with transaction.atomic():
        row = models.Edition.objects.select_for_update().filter(pk=draft(ref=ref).pk).get()
        _stands(row, "comment")
        if not may_comment(row, by):
            raise Refused(Refusal(say("Only staff and their unions are asked about this draft.")))
        if clause and not row.rows.filter(clause=clause).exists():
            raise Refused(Refusal(say("There is no clause {id} in this draft. Check the id.", id=clause[:20])))
        if not words.strip() or len(words) > LONGEST or "\0" in words:
            raise Refused(Refusal(say("Say what you think, in {most} characters at most.", most=LONGEST), clause))
        if row.comments.filter(by=by.person).count() >= MOST:
            raise Refused(Refusal(say("You have said {most} things already. Ask to talk instead.", most=MOST)))
        union = any(role(seat) == "union" for seat in by.seats)
        models.EditionComment.objects.create(edition=row, by_id=by.person, union=union, clause=clause, words=words.strip(), at=at)
        wrote(row, "comment", by=by, at=at, clauses=(clause,) if clause else ())


def answer(*, ref: str, id: int, words: str, by: Standing, at: datetime) -> None:
    """Says what came of a comment; whoever made it reads it. Raises Refused."""
    owns(by)
    with transaction.atomic():
        row = draft(ref=ref)
        if not words.strip() or len(words) > LONGEST or "\0" in words:
            raise Refused(Refusal(say("Say what came of it, in {most} characters at most.", most=LONGEST)))
        if not row.comments.filter(pk=id).update(answer=words.strip()):
            raise Refused(Refusal(say("There is no such comment. Look at the list again.")))
        wrote(row, "answer", by=by, at=at)


def comments(row: models.Edition, by: Standing) -> list[Comment]:
    """What was said, oldest first: all of it for the owner and the approver, with names; of others their own."""
    all_of_it = by.holds(GOVERNANCE) or by.holds(approver_seat())
    found = list(row.comments.all() if all_of_it else row.comments.filter(by=by.person))
    people = names({str(one.by_id) for one in found})
    return [_shown(one, "" if str(one.by_id) == by.person else people[str(one.by_id)].name) for one in found]


def _shown(one: models.EditionComment, name: str) -> Comment:
    return Comment(one.pk, one.clause, one.words, name, one.union, one.at, one.answer)


def forget_old(*, at: datetime) -> int:
    """Removes comments on editions that began, or were withdrawn, a year ago or earlier. How many. One query where there are none."""
    day = months_after(london_day(at), -KEPT)
    past = models.Edition.objects.filter(open=False).filter(Q(starts_on__lte=day) | Q(state=State.WITHDRAWN, ended_on__lte=day))
    gone, _ = models.EditionComment.objects.filter(edition__in=past).delete()
    return gone


def _stands(row: models.Edition, move: str) -> None:
    starts: Collection[State] = MOVES[move].start
    if row.state not in starts:
        raise Refused(Refusal(say("This cannot be done now. It stands at: {state}.", state=SAYS[State(row.state)])))
