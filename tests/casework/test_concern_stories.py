"""Concerns: S36, S37, S39 (how it is sent on), S53 (the concern), S55 (as parent), S56 (without break-glass) and S60."""

import pytest

from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case, CaseAccess, CaseBar, CaseCall
from askfirst.people.calendar import london_day
from askfirst.vault import seal
from tests.cast import who

pytestmark = pytest.mark.django_db

POST = {
    "danger": "no",
    "where": "https://x.example/standish/1",
    "when": "Yesterday",
    "what": "It jokes at length about the dimmest set ever taught.",
    "about": "staff",
    "name": "Mr Kofi Standish",
    "hurt": "nobody",
    "school": "northgate",
}
WEIGHED = {"safeguarding": "no", "lawful": "not-lawful", "reason": "It names a class and mocks it.", "pri_2": True}
TOLD = {"summary": "A post of yours.", "clauses": "PRI-2", "next": "A talk, by Friday.", "rights": "You may give your own account."}


def tells(someone, **details):
    return someone.tells("concern", **{**POST, **details})


def state(ref):
    return Case.objects.get(ref=ref).state


def scopes(ref):
    return set(CaseAccess.objects.filter(case__ref=ref).values_list("scope", flat=True))


def weighed(as_, ref, triager, lead="whitlam", **given):
    as_(lead, "2026-11-25 11:00").takes(ref, "clear", triage="usual")
    as_(triager, "2026-11-25 12:00").takes(ref, "weigh", **{**WEIGHED, **given})


def test_s37_locked_at_once_passed_up_the_chain_and_outside(as_):
    told = tells(
        as_("rowbotham", "2026-11-25 10:00"), danger="yes", name="Mr Ludovic Farrant", what="He hurt a child in class.", about="staff"
    )
    assert (state(told), scopes(told)) == ("locked", {"person:" + who("rowbotham"), "dsl:northgate"})
    assert as_("whitlam", "2026-11-25 10:10").has_to()[0][:2] == (told, "screen")
    for name in ("obuya", "braithwaite", "devlin", "farrant", "harrow", "sethuraman", "wieczorek", "fitzhugh"):
        with pytest.raises(Missing):
            as_(name, "2026-11-25 10:20").opens(told)
    as_("whitlam", "2026-11-25 11:00").takes(told, "pass-outside", passed_on="2026-11-25", number="L-17")
    lead = as_("whitlam", "2026-11-25 11:10").opens(told)
    assert {name: dict(held) for name, held in lead.papers.items()} == {
        "step-%d" % lead.file.last("pass-outside").sequence: {"passed_on": "2026-11-25", "number": "L-17"}
    }
    assert (state(told), str(as_("rowbotham", "2026-11-25 12:00").opens(told).papers)) == ("passed-outside", "{}")


def test_s60_false_is_for_hr_alone(as_):
    told = tells(as_("brannigan", "2026-11-25 10:00"), name="Ms Mei-Lin Harrow", hurt="somebody")
    as_("whitlam", "2026-11-25 11:00").takes(told, "clear", triage="pastoral")
    obuya = as_("obuya", "2026-11-25 12:00")
    obuya.takes(told, "weigh", **WEIGHED)
    assert obuya.may(told, "record-malicious")
    hr = as_("braithwaite", "2026-11-25 13:00")
    assert hr.may(told, "record-malicious") == []
    with pytest.raises(BadField):
        hr.takes(told, "record-malicious", reason="He lied.")
    hr.takes(told, "record-outcome", outcome="false", reason="The picture was made up.")
    opened = hr.opens(told)
    assert opened.workflow.kept_as(opened.file) == "R4"
