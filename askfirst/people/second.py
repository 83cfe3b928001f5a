"""A second look: what takes two different people. One asks for exactly this, another confirms exactly this, and nobody confirms their own.

A proposal holds a digest of what was asked for: where that has changed, or time has run out, it counts for nothing. Source: trust.md 8.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from askfirst.people.hats import Seat, Standing
from askfirst.people.models import Proposal
from askfirst.people.who import records_of
from askfirst.trail import chain
from askfirst.trail.chain import in_change
from askfirst.words import Sentence, say

__all__ = ["LASTS", "NotSecond", "confirm", "drop", "forget_old", "propose", "proposed_by", "take_back", "waiting", "waits"]

LASTS = timedelta(days=3)


class NotSecond(RuntimeError):
    """This person cannot confirm this now. `sentence` is for them."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


def propose(*, kind: str, of: str, digest: str, by: str, at: datetime) -> None:
    """Asks for a second person, in the transaction of what waits; asking again starts the time again. Raises NotInChange."""
    in_change()
    Proposal.objects.update_or_create(kind=kind, of=of, defaults={"digest": digest, "by": by, "made_at": at, "expires_at": at + LASTS})
    chain.append(chain=kind, what="second-wanted", who=by, at=at, of=of, words=digest)


def waits(*, kind: str, of: str, at: datetime) -> bool:
    """Whether somebody asked for a second person, and time has not run out."""
    return Proposal.objects.filter(kind=kind, of=of, expires_at__gt=at).exists()


def waiting(*, kind: str, at: datetime) -> list[tuple[str, str, datetime]]:
    """What of this kind waits for a second person: of what, who asked, and when; the newest first."""
    found = Proposal.objects.filter(kind=kind, expires_at__gt=at).order_by("-made_at", "of")
    return list(found.values_list("of", "by", "made_at"))


def proposed_by(*, kind: str, of: str) -> str:
    """Who asked; "" for nobody, or for a command that nobody signed in to."""
    return Proposal.objects.filter(kind=kind, of=of).values_list("by", flat=True).first() or ""


def confirm(*, kind: str, of: str, digest: str, by: Standing, seats: Collection[Seat], barred: Collection[str] = (), at: datetime) -> bool:
    """True where two people now stand behind it, and the proposal is used up. False where this was the first person of the two.

    `seats`: holding one of them in one's own right lets somebody confirm. `barred`: people who gain by it. Raises NotSecond, NotInChange.
    """
    in_change()
    row = Proposal.objects.select_for_update().filter(kind=kind, of=of).first()
    if row is None or row.expires_at <= at:
        raise NotSecond(say("Nobody waits for this any more. Ask for it again."))
    if row.digest != digest:
        raise NotSecond(say("This is not what was asked for any more. Look at it again, then ask again."))
    if row.by in records_of(by.person):
        raise NotSecond(say("You asked for this yourself. Another person must confirm it."))
    if by.person in barred:
        raise NotSecond(say("You gain something by this yourself. Another person must confirm it."))
    if not any(by.holds(seat) and not by.acting_for(seat) for seat in seats):
        raise NotSecond(say("This is not yours to confirm."))
    chain.append(chain=kind, what="second-given" if row.by else "first-given", who=by.person, at=at, of=of, words=digest)
    if not row.by:
        row.by = by.person
        row.save(update_fields=["by"])
        return False
    row.delete()
    return True


def drop(*, kind: str, of: str) -> None:
    """Nobody needs to confirm it any more."""
    Proposal.objects.filter(kind=kind, of=of).delete()


def take_back(*, kind: str, of: str, by: str, at: datetime) -> None:
    """The same, in the trail: somebody no longer asks for it. Raises NotInChange."""
    in_change()
    drop(kind=kind, of=of)
    chain.append(chain=kind, what="taken-back", who=by, at=at, of=of)


def forget_old(*, at: datetime) -> int:
    """Removes what has run out; how many."""
    old = Proposal.objects.filter(expires_at__lte=at)
    return old.delete()[0] if old.exists() else 0
