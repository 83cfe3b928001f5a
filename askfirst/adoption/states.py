"""The life of an edition as one table: from where to where, by which move, and by whom (workflows.md 3.17). Pure.

Two things are dated rather than done: an edition comes into force, and another takes its place. Who reads asks for the day, so that an
edition holds from its first midnight, whenever the daily run writes it down.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from askfirst.words import Sentence, say

__all__ = ["AGREED", "EDITED", "MOVES", "OPEN", "SAYS", "Move", "Refusal", "Refused", "State", "Who", "state_on"]


class State(StrEnum):
    REVIEW_OPEN = "review_open"
    DRAFTING = "drafting"
    LINT_OK = "lint_ok"
    LINT_ACCEPTED = "lint_accepted"
    CONSULT = "consult"
    PENDING = "approval_pending"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class Who(StrEnum):
    """Whose move it is."""

    OWNER = "owner"  # the governance professional
    APPROVER = "approver"  # by the scheme of delegation
    CONSULTED = "consulted"  # staff and unions
    ASKFIRST = "askfirst"  # the day does it


SAYS: Mapping[State, Sentence] = {
    State.REVIEW_OPEN: say("Review begun"),
    State.DRAFTING: say("Being written"),
    State.LINT_OK: say("Looked over: nothing found"),
    State.LINT_ACCEPTED: say("Looked over: what was found is accepted"),
    State.CONSULT: say("Out for comments"),
    State.PENDING: say("Waiting for approval"),
    State.APPROVED: say("Approved, no day set yet"),
    State.SCHEDULED: say("Approved, with a day set"),
    State.IN_FORCE: say("In force"),
    State.SUPERSEDED: say("Superseded"),
    State.WITHDRAWN: say("Withdrawn"),
}

OPEN = frozenset(set(State) - {State.IN_FORCE, State.SUPERSEDED, State.WITHDRAWN})
EDITED = frozenset({State.REVIEW_OPEN, State.DRAFTING, State.LINT_OK, State.LINT_ACCEPTED, State.CONSULT})
"""Where words may still be changed; a change of words leads back to drafting, for it has to be looked over again."""
AGREED = frozenset({State.SCHEDULED, State.IN_FORCE, State.SUPERSEDED})
"""With a first day: the last of these to have begun is the edition in force."""


@dataclass(frozen=True, slots=True)
class Move:
    """One way onward. `id` is in the trail and in the API, and never changes."""

    id: str
    start: frozenset[State]
    end: State
    by: Who
    says: Sentence


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not, in one sentence, with the clause of the draft that it is about; "" where it is about the whole."""

    sentence: Sentence
    clause: str = ""


class Refused(ValueError):
    """Something that cannot be done now, with every reason; nothing was changed."""

    def __init__(self, *refused: Refusal) -> None:
        super().__init__("refused")
        self.refusals = refused


LOOKED_OVER = frozenset({State.LINT_OK, State.LINT_ACCEPTED})

MOVES: Mapping[str, Move] = {
    move.id: move
    for move in (
        Move("open", frozenset(), State.REVIEW_OPEN, Who.OWNER, say("Begin the review")),
        Move("edit", EDITED, State.DRAFTING, Who.OWNER, say("Change the words")),
        Move("lint", frozenset({State.REVIEW_OPEN, State.DRAFTING}), State.LINT_OK, Who.OWNER, say("Look it over")),
        Move("lint-accept", frozenset({State.REVIEW_OPEN, State.DRAFTING}), State.LINT_ACCEPTED, Who.OWNER, say("Accept what was found")),
        Move("consult", LOOKED_OVER, State.CONSULT, Who.OWNER, say("Ask for comments")),
        Move("comment", frozenset({State.CONSULT}), State.CONSULT, Who.CONSULTED, say("Comment on it")),
        Move("submit", LOOKED_OVER | {State.CONSULT}, State.PENDING, Who.OWNER, say("Send it for approval")),
        Move("send-back", frozenset({State.PENDING}), State.DRAFTING, Who.APPROVER, say("Send it back")),
        Move("take-back", frozenset({State.PENDING}), State.DRAFTING, Who.OWNER, say("Take it back")),
        Move("approve", frozenset({State.PENDING}), State.APPROVED, Who.APPROVER, say("Approve it")),
        Move("schedule", frozenset({State.APPROVED, State.SCHEDULED}), State.SCHEDULED, Who.OWNER, say("Set the first day")),
        Move("begin", frozenset({State.SCHEDULED}), State.IN_FORCE, Who.ASKFIRST, say("It comes into force")),
        Move("supersede", frozenset({State.IN_FORCE}), State.SUPERSEDED, Who.ASKFIRST, say("Another edition takes its place")),
        Move("withdraw", OPEN, State.WITHDRAWN, Who.OWNER, say("Withdraw it")),
    )
}


def state_on(state: State, *, starts_on: date | None, ended_on: date | None, on: date) -> State:
    """What an edition shows on that day: one with a first day is in force from it, until another's first day."""
    if state not in AGREED or starts_on is None:
        return state
    if on < starts_on:
        return State.SCHEDULED
    return State.IN_FORCE if ended_on is None or on < ended_on else State.SUPERSEDED
