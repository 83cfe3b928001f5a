"""One person, two hats, on a phone. S55: Mrs Okoro-Penn, teaching assistant, and Kit’s mother.

What of Kit's concern she can see in each hat is asked in tests/web/test_concern_scenes.py; that what she read as staff is nothing she read as
a parent, and the other way round, in tests/web/test_to_read_pages.py.
"""

import pytest

from askfirst.casework.deadlines import run_due
from askfirst.casework.models import Case
from askfirst.people.notify import mail_sent, send_due
from askfirst.trail.models import Notice
from tests.browser.test_declare import fine, heading
from tests.browser.test_removal import pick, route, says
from tests.cast import who
from tests.clock import london

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
STAFF, PARENT = "Mrs Okoro-Penn, teaching assistant", "Mrs Okoro-Penn, as a parent"


def hat(journey):
    return journey.page.inner_text(".af-me__who")


def asks_for_kit(journey, looks):
    route(journey, "Someone who works here")
    looks(journey, "the ways", PARENT)
    journey.press("Ask for it to come down")
    journey.page.get_by_label("Which picture or words is it?").fill("Kit by the pond, with the name under it")
    journey.page.get_by_label("What is their name?").fill("Mr Standish")
    pick(journey, "Take it down", "Yes, you may say it is me")
    looks(journey, "what you would like", PARENT)
    journey.press("Continue")
    assert heading(journey) == "Check your answers"
    looks(journey, "the answers", PARENT)
    journey.press("Ask the school to help")
    looks(journey, "sent", PARENT)


def names(journey, where, worn):
    assert hat(journey) == worn, where


@BOTH
def test_s55_she_works_as_staff_then_asks_as_a_parent_and_nothing_of_it_shows_at_work(signed_in, script, at):
    hers = signed_in("okoropenn", script=script)
    for path in ("/", "/me/", "/cases/", "/check/", "/ask/", "/settings-check/"):
        hers.open(path)
        names(hers, path, STAFF)
    hers.open("/")
    hers.press("Change to parent")
    names(hers, "home", PARENT)
    asks_for_kit(hers, names)
    ref = hers.page.inner_text(".af-ref")
    hers.open("/cases/%s/" % ref)
    names(hers, "the case", PARENT)
    assert "Kit" in says(hers)
    assert Case.objects.values_list("capacity", flat=True).get(ref=ref) == "parent"
    hers.press("Change to staff")
    assert heading(hers) == "My things"
    names(hers, "her own things", STAFF)
    told = "You are here now as: %s. The page you were on belongs to another hat, so we brought you here."
    assert hers.page.inner_text("main [role=status]") == told % STAFF
    assert ref not in hers.page.content()
    hers.open("/cases/?kind=removal")
    assert ref not in hers.page.content()
    hers.open("/me/record/")
    assert ref not in says(hers)
    hers.expected.add(404)
    for path in ("/cases/%s/" % ref, "/cases/?after=%s" % ref, "/cases/%s/opened/" % ref):
        hers.open(path)
        assert heading(hers) == "We can’t show you this page", path
    for when in ("2026-11-26 09:00", "2026-12-02 17:30", "2026-12-14 09:00"):
        run_due(at=london(when))
        while send_due(at=london(when)):
            pass
    assert not Notice.objects.filter(to=who("dunmore")).exists(), "Mr Dunmore, her line manager, gets no notice"
    assert not any(mail.to.startswith("dunmore") for mail in mail_sent(most=500))


@BOTH
def test_changing_hat_on_a_case_leads_to_a_page_that_is_there(signed_in, script):
    """It was the missing page before: "We can’t show you this page", to somebody who did nothing wrong."""
    hers = signed_in("okoropenn", script=script)
    hers.open("/ask/")
    hers.page.fill("#text", "May I post a picture of the pond?")
    hers.page.locator("main input[type=radio]").first.check(force=True)
    hers.go(hers.page.locator("main button:visible").last)
    assert heading(hers) == "Sent to Mr Dunmore"
    hers.press("Change to parent")
    assert heading(hers) == "My things"
    names(hers, "her own things", PARENT)
    assert "belongs to another hat" in says(hers)
    if script:
        fine(hers, "brought here")
    hers.press("Change to staff")
    assert heading(hers) == "My things"
    assert "belongs to another hat" not in says(hers), "her own things are there in either hat"
