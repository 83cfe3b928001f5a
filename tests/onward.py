"""A case that came from another, as `onward.open_onward` makes it: nobody opens one by hand."""

from datetime import timedelta

from django.db import transaction

from askfirst.casework import onward, steps
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.models import Case, CaseAccess, CaseBar
from askfirst.casework.pen import Pen
from askfirst.casework.workflow import Move, Step
from askfirst.people.hats import person
from tests.cast import who

__all__ = ["ONWARD", "sent_on"]

ONWARD = frozenset({"staff-route", "student-route"})
"""Kinds that only another case opens."""


def sent_on(kind, about, *, by, at, hurt=(), words=None, alone=False):
    """The reference of a new case about somebody: `by` had told of it, in a case that nobody else sees, and that is on no list any more, the audit's included.

    `alone`: nobody had given a name, and nothing else was seen.
    """
    with transaction.atomic():
        ref = steps.open_case(kind="steps", by=by, details={"reported": True, "numbers": "1"}, at=at - timedelta(minutes=1))
        first = Case.objects.get(ref=ref)
        pen = Pen(first, at - timedelta(minutes=1))
        pen.moves([Move(onward.ABOUT, seat=person(who(about))), *(Move(onward.HURT, seat=person(who(one))) for one in hurt)])
        pen.settle()
        first.asker = None if alone else first.asker
        says = WORKFLOWS[kind].says
        row = Step("to-" + kind, says, says, frozenset(), None, frozenset(), opens=kind)
        new = onward.open_onward(first, row, words or {"summary": "Three posts call a colleague a name."}, at=at)[0]
        CaseAccess.objects.filter(case=first).delete()
        CaseBar.objects.get_or_create(case=first, person_id=who("sethuraman"), reason="conflict")
        return new
