"""The demo loads on any day of any week, weekends and the small hours too, and shows what the start page promises."""

import json

import pytest

from askfirst.adoption import campaigns as held
from askfirst.adoption.campaign_counts import progress, progress_json
from askfirst.casework.demo import load
from askfirst.casework.models import Case, CaseCall
from askfirst.people.calendar import london_day
from askfirst.people.standing import standing
from tests.cast import who
from tests.clock import london


def campaigns(at):
    """How each campaign stands, the newest first, and whether any school has enough readers for a number."""
    clerk = standing(who("pritchard"), on=london_day(at))
    found = []
    for one in held.campaigns(clerk):
        counted = json.loads(json.dumps(progress_json(progress(clerk, ref=one.ref))))
        found.append((one.phase, any(place["staff"] and place["staff"]["has-read"] for place in counted["schools"])))
    return found


@pytest.mark.django_db
@pytest.mark.parametrize(
    "when",
    [
        "2026-11-23 00:05",
        "2026-11-25 18:00",
        "2026-11-29 12:00",
        "2027-03-28 01:30",
        "2026-10-25 01:30",
        "2027-08-04 09:00",
        "2028-02-29 23:59",
    ],
)
def test_the_demo_loads_on_any_day(when):
    assert load(at=london(when)) == 31
    assert Case.objects.count() == 31
    assert campaigns(london(when)) == [("open", True), ("closed", True)], "one runs and one is finished, each with a number to see"
    states = {
        "question": {"asked", "answered", "closed"},
        "press": {"pending", "responded", "closed"},
        "declaration": {"review-due"},  # a year on
        "plan": {"confirming", "planned"},  # with steps to confirm; with a name that is the school's
        "interest": {"told", "talked"},  # late; a trustee's
        "offer": {"decided"},
        "data-request": {"at-work"},
        "impostor": {"not-ours"},
        "event": {"issued", "registered"},  # with no photos; with no rule yet
        "page": set(Case.objects.filter(kind="page").values_list("state", flat=True)) & {"official", "owner-leaving"},  # from eight on
        "exemption": {"active"},
        "instruction": {"active"},  # without a click
        "concern": {"weighed", "routed"},  # about an account nobody knows; two that went on
        "staff-route": {"handed-off"},  # a link beside it; telling the person is next
        "student-route": {"talked"},  # with his own account; the finding is next
    }
    assert set(Case.objects.values_list("kind", "state")) == {(kind, state) for kind, held in states.items() for state in held}
    assert CaseCall.objects.filter(rank=1).exists()  # one has climbed
    late = CaseCall.objects.filter(ended_at=None, due_at__lt=london(when))
    assert {"question", "interest"} <= set(late.values_list("case__kind", flat=True))
    confirm = CaseCall.objects.get(step="confirm", ended_at=None)
    assert confirm.due_at > london(when)
    talked = Case.objects.get(kind="student-route")
    assert list(talked.calls.filter(ended_at=None).values_list("step", flat=True).distinct()) == ["find"]
    trustees = Case.objects.get(capacity="trustee")
    assert [call.seat for call in trustees.calls.filter(ended_at=None)] == ["chair"]
