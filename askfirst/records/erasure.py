"""Erasing as a function: everything of a case gone on purpose and never by cascade. What stays is a tombstone.

Gone: its key, and with it every word, paper and digest; who saw it, who was asked, who was barred, who was told,
who held it, what lay beside it, and what the register said of its page. What stays is
its kind, its days and the steps as a shape, without a person; and its trail, in which codes stand for people.
Of what was false about staff one word and its day stay too (R4). Source: workflows.md 3.20 (R4, R8), trust.md.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cache

from askfirst.casework.models import ERASED, Case
from askfirst.people.hats import Seat
from askfirst.people.refs import REF
from askfirst.records.models import Hold
from askfirst.sites import register
from askfirst.trail import chain, outbox
from askfirst.trail.coded import put_codes
from askfirst.vault import seal

__all__ = ["erase"]


def erase(case: Case, *, by: str, at: datetime, stays: str = "", seat: Seat = "") -> None:
    """Leaves a tombstone of a case, in the caller's transaction; and of the mark `stays` its last word, kept by `seat`.

    Raises NotInChange, NoKey, and TrailBroken for a trail that is not whole.

    The caller has asked whether it is due, and whether it is held.
    """
    chain.in_change()
    put_codes(case.ref, is_person=_is_person())
    seal.destroy(case.ref)
    outbox.forget_case(case.ref)
    register.forget(case.ref)
    for rows in (case.calls, case.access, case.bars, case.evidence):
        rows.all().delete()
    Hold.objects.filter(case=case).delete()
    line = case.steps.filter(step=stays).order_by("sequence").last()
    case.steps.update(by=None, acting_for=None, seat="")
    case.taken = None
    if line is None:
        case.steps.update(of="")
    else:
        case.steps.exclude(pk=line.pk).update(of="")
        case.steps.filter(pk=line.pk).update(seat=seat)
    Case.objects.filter(pk=case.pk).update(
        state=ERASED, asker=None, logger=None, capacity="", clauses="", deadline_at=None, due_at=None, closes_at=None
    )
    chain.append(chain=case.ref, what=ERASED, who=by, at=at, edition=case.edition)


def _is_person() -> Callable[[str], bool]:
    """What has the form of a reference and is no case: a person, of a record that was merged too."""

    @cache
    def asked(part: str) -> bool:
        return bool(REF.fullmatch(part)) and not Case.objects.filter(ref=part).exists()

    return asked
