"""What whoever decides about a department's page sees of its list of tasks (S17); and that lint gives nobody a task (S45)."""

import pytest

from askfirst.casework.models import Case, CaseCall
from askfirst.config.work import one_pass
from askfirst.trail.models import Notice
from tests.clock import london
from tests.groups import takes, tells
from tests.web.pages import page_of

pytestmark = pytest.mark.django_db

TUESDAY = "2026-11-24 10:00"


def tasks_on(page):
    """Each task of the list, and whether it is filled in or still open."""
    cards = [card for card in page.all(cls="af-card") if card.all(tag="h3")]
    return {card.one(tag="h3").text: "Filled in" in card.text for card in cards if "Filled in" in card.text or "Still open" in card.text}


def test_s17_the_headteacher_sees_which_tasks_are_open_and_is_not_offered_to_make_it_official(signed_in):
    """Dr Pascoe has named no second admin yet; Ms Devlin-Shaw is his line manager."""
    ref = tells("pascoe", "page", {"name": "Northgate history trips", "purpose": "What our trips see."}, TUESDAY)
    takes("pascoe", ref, "account", TUESDAY, login="trips@northgate.example", recovery="office@northgate.example")
    takes("pascoe", ref, "rules", TUESDAY, photos="agreed", comments="first", students="yes")
    takes("pascoe", ref, "submit", TUESDAY)
    devlin = signed_in("devlin")
    page = page_of(devlin.get("/cases/%s/" % ref))
    assert tasks_on(page) == {"Who runs it": False, "Login and recovery": True, "Photos and comments": True}
    assert "Make it official" not in page.one(tag="main").text
    takes("devlin", ref, "talk", TUESDAY, how="by-message")
    takes("devlin", ref, "agree", TUESDAY)
    takes("adelakun", ref, "comms-check", TUESDAY, note="Clear.")
    after = page_of(devlin.get("/cases/%s/" % ref))
    assert tasks_on(after)["Who runs it"] is False and "Make it official" not in after.one(tag="main").text
    takes("pascoe", ref, "people", TUESDAY, second="Ms Mei-Lin Harrow", successor="harrow")
    assert tasks_on(page_of(devlin.get("/cases/%s/" % ref)))["Who runs it"] is True


def test_s45_reading_what_lint_finds_gives_nobody_a_task(signed_in):
    clerk, before = signed_in("pritchard"), Notice.objects.count()
    one_pass(at=london("2026-11-23 09:00"))
    rounds = Notice.objects.count()
    assert clerk.get("/procedure/lint/?on=2026-11-23").status_code == 200
    assert clerk.get("/api/v1/procedure/lint?on=2026-11-23").json()["findings"]
    assert (Notice.objects.count(), Case.objects.count(), CaseCall.objects.count()) == (rounds, 0, 0)
    assert rounds == before, "nor does the round of the day"
