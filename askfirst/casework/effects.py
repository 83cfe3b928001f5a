"""What a step changes outside its case, one row each; in the step's own transaction."""

from collections.abc import Callable, Mapping
from datetime import datetime

from askfirst.casework.kinds.exemption import ABOUT
from askfirst.casework.models import Case
from askfirst.casework.outside import mark_outside

__all__ = ["after"]


def _groups_of_a_page(page: Case, at: datetime) -> None:
    """A page that is official no more, or again: the groups that stand on it hear at once (HYB-1)."""
    groups = Case.objects.filter(kind="exemption", ended_at=None, steps__step=ABOUT, steps__of=page.ref)
    for group in groups.order_by("id"):
        mark_outside(group, at=at)


EFFECTS: Mapping[str, Callable[[Case, datetime], None]] = {"page": _groups_of_a_page}


def after(case: Case, *, at: datetime) -> None:
    """Whatever a change of this case brings about elsewhere."""
    effect = EFFECTS.get(case.kind)
    if effect is not None:
        effect(case, at)
