"""“Have a look at your settings”, on a phone: from My things to the press and back. S50."""

import pytest

from tests.browser.test_declare import fine, heading

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
SIZES = pytest.mark.parametrize("width", [320, pytest.param(390, marks=pytest.mark.prove)])


@BOTH
@pytest.mark.parametrize("name", ["drinkwater", "farouk"])
def test_s50_from_the_reminder_to_the_button_and_it_is_gone(signed_in, script, name):
    hers = signed_in(name, script=script)
    hers.open("/me/")
    hers.follow("Have a look at your settings")
    assert heading(hers) == "Have a look at your settings"
    assert hers.page.locator("main input:visible, main textarea, main select").count() == 0, "nothing can be typed"
    hers.page.locator("summary", has_text="Instagram").click()
    assert "Checked on 1 November 2026." in hers.page.locator("details", has_text="Instagram").inner_text()
    assert "There are no private accounts here" in hers.page.inner_text("main")
    hers.press("I checked")
    assert hers.page.inner_text("main [role=status]").startswith("You checked on 25 November 2026.")
    hers.follow("Back")
    assert "Once a term" not in hers.page.inner_text("main")
    hers.follow("See my record")
    assert "25 November 2026" in hers.page.inner_text("dl")


@SIZES
def test_s50_the_pages_of_it_are_fine(signed_in, width):
    hers = signed_in("drinkwater", width=width)
    hers.open("/settings-check/")
    for summary in hers.page.locator("summary").all():
        summary.click()
    fine(hers, "where to look")
    hers.follow("All about Instagram")
    hers.open("/guides/bluesky/")
    fine(hers, "where nothing can be set")
    hers.open("/settings-check/")
    hers.press("I checked")
    fine(hers, "checked")
