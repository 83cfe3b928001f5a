"""What a step changes outside its case, one row each; in the step's own transaction."""

from collections.abc import Callable, Mapping
from datetime import datetime

from askfirst.casework.kinds.exemption import ABOUT
from askfirst.casework.models import Case
from askfirst.casework.onward import end_first
from askfirst.casework.outside import mark_outside

__all__ = ["after"]


def _groups_of_a_page(page: Case, at: datetime) -> None:
    """A page that is official no more, or again: the groups that stand on it hear at once (HYB-1)."""
    groups = Case.objects.filter(kind="exemption", ended_at=None, steps__step=ABOUT, steps__of=page.ref)
    for group in groups.order_by("id"):
        mark_outside(group, at=at)


def _where_it_came_from(case: Case, at: datetime) -> None:
    """What a case that came from another has come to: the first hears that it was dealt with."""
    end_first(case, at=at)


EFFECTS: Mapping[str, Callable[[Case, datetime], None]] = {
    "page": _groups_of_a_page,
    "staff-route": _where_it_came_from,
    "student-route": _where_it_came_from,
}


def after(case: Case, *, at: datetime) -> None:
    """Whatever a change of this case brings about elsewhere."""
    effect = EFFECTS.get(case.kind)
    if effect is not None:
        effect(case, at)
