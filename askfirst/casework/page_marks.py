"""Pages marked again: where our table of spellings has changed, each mark is made anew from the address in the case.

A mark is a keyed hash of an address in one spelling, so that another spelling is another mark. The machine alone reads the address, and
nobody a word of it; what changes is one entry of the case, and the register's row with it. See docs/decisions/0023.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from askfirst.casework.filed import file_of
from askfirst.casework.kinds.page import AT
from askfirst.casework.models import ERASED, Case
from askfirst.casework.page_listing import MARKED
from askfirst.casework.pen import Pen
from askfirst.casework.reading import beside_unread
from askfirst.casework.workflow import Move
from askfirst.sites import register

__all__ = ["Again", "mark_again", "mark_again_if_due", "outdated"]


@dataclass(frozen=True, slots=True)
class Again:
    """How many cases were `marked` anew; `unread`: whose address is no address by today's table, and which therefore keep their mark."""

    marked: int
    unread: int


def mark_again_if_due(*, at: datetime) -> Again | None:
    """At each start: marks again where the table of spellings is another than the one pages were marked by. None where it is not."""
    return None if register.marked_by() == register.spelling() else mark_again(at=at)


def mark_again(*, at: datetime) -> Again:
    """Every case that has a mark, each in a transaction of its own; a stop half-way is gone over again. Linear in such cases."""
    marked = unread = 0
    for ref in list(_marked().values_list("ref", flat=True)):
        with transaction.atomic():
            case = Case.objects.select_for_update().get(ref=ref)
            stood, now = _marks(case)
            unread += now is None
            if now is not None and now != stood:
                pen = Pen(case, at)
                pen.moves((Move(AT, of=now),))
                pen.settle()
                marked += 1
    register.marks_are(register.spelling(), at=at)
    return Again(marked, unread)


def outdated() -> Iterator[str]:
    """References of cases whose mark is another than today's table gives. Changes nothing."""
    for case in _marked().iterator():
        stood, now = _marks(case)
        if now is not None and now != stood:
            yield case.ref


def _marked() -> QuerySet[Case]:
    return Case.objects.filter(kind__in=MARKED, steps__step=AT).exclude(state=ERASED).distinct().order_by("id")


def _marks(case: Case) -> tuple[str, str | None]:
    """The mark as it stands, and as it would be made today; None where the address is none any more, or its words are gone."""
    file = file_of(case)
    at = file.last(AT)
    if at is None:
        return "", None
    gave = [one for one in file.taken if one.sequence < at.sequence and one.step in MARKED[case.kind]]
    for taken in reversed(gave):
        for words in beside_unread(case.ref, ["step-%d" % taken.sequence]):
            if address := str(words.get("address") or ""):
                try:
                    return at.of, register.mark_of(address)
                except register.BadAddress:
                    return at.of, None
    return at.of, None
