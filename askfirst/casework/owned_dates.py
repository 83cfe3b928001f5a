"""The days that are somebody's to keep: what waits for them, reviews they own, what they are asked to read. References, never a word."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from askfirst.adoption import campaigns
from askfirst.adoption.draft_reminders import agree_by
from askfirst.adoption.editions import in_force
from askfirst.adoption.shown import to_read
from askfirst.adoption.understood import OUTSTANDING
from askfirst.casework import access
from askfirst.people.calendar import london_day
from askfirst.people.hats import GOVERNANCE, Standing
from askfirst.words import Sentence, say

__all__ = ["OwnedDate", "owned_dates"]

RUNNING = frozenset({"planned", "waiting", "open"})


@dataclass(frozen=True, slots=True)
class OwnedDate:
    """A day, what is due on it in plain words, and where in AskFirst. `id` stays the same however often it is asked for."""

    id: str
    day: date
    says: Sentence
    path: str


def owned_dates(by: Standing, *, at: datetime) -> tuple[OwnedDate, ...]:
    """The soonest first. A case is named by its reference alone: not its kind, its school, or who is in it."""
    return tuple(sorted((*_cases(by, at), *_reading(by), *_draft(by), *_governance(by)), key=lambda one: (one.day, one.id)))


def _cases(by: Standing, at: datetime) -> Iterator[OwnedDate]:
    """One line a case and day, however many steps are wanted of it."""
    found = {(todo.ref, london_day(todo.due_at)) for todo in access.to_do(by, at=at)}
    for ref, day in sorted(found):
        yield OwnedDate("case-%s-%s" % (ref, day.isoformat()), day, say("Due in AskFirst: {ref}", ref=ref), "/cases/%s/" % ref)


def _reading(by: Standing) -> Iterator[OwnedDate]:
    asked = to_read(by, on=by.on)
    if asked is not None and asked.span is not None and asked.signs and asked.state in OUTSTANDING:
        yield OwnedDate("to-read-%s" % asked.asked.ref, asked.span.last, say("Last day to read what you were asked to read"), "/to-read/")


def _draft(by: Standing) -> Iterator[OwnedDate]:
    """An edition that waits for whoever agrees to it."""
    if (waits := agree_by(by)) is not None:
        ref, day = waits
        yield OwnedDate("draft-%s" % ref, day, say("A draft waits for you: {ref}", ref=ref), "/procedure/drafts/%s/" % ref)


def _governance(by: Standing) -> Iterator[OwnedDate]:
    """The review of the procedure, and the days of campaigns, for whoever governs."""
    if not by.holds(GOVERNANCE):
        return
    edition = in_force(on=by.on, readings=False)
    if edition.clauses:
        says = say("Review due: edition {name} of the procedure", name=edition.edition)
        yield OwnedDate("review-%s" % edition.edition, edition.review_due, says, "/procedure/lint/")
    for one in campaigns.campaigns(by):
        if one.phase in RUNNING:
            path = "/campaigns/%s/" % one.ref
            yield OwnedDate("opens-%s" % one.ref, one.asked.opens, say("A campaign opens: {ref}", ref=one.ref), path)
            yield OwnedDate("closes-%s" % one.ref, one.asked.closes, say("A campaign closes: {ref}", ref=one.ref), path)
