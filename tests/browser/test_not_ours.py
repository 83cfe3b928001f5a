"""A page that is not ours, told of on a phone; communications answer and look again: each form pressed once (workflows.md 3.19)."""

import pytest

from tests.browser.test_my_data import fine, says

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])


def choose(journey, group, label):
    journey.page.get_by_role("group", name=group).get_by_label(label, exact=True).check(force=True)


@BOTH
def test_a_page_is_told_of_reported_and_comes_down(signed_in, script):
    amina = signed_in("farouk", script=script)
    amina.expected = {400}
    amina.open("/remove/")
    amina.follow("Tell us of a page that is not ours")
    assert "Childline" in says(amina)
    amina.page.get_by_label("What is its address?").fill("javascript:alert(1)")
    choose(amina, "Whose does it pretend to be?", "The school’s, or a club’s or class’s")
    amina.press("Continue")
    assert "Copy the whole address again." in says(amina)
    fine(amina, "no address")
    amina.page.get_by_label("What is its address?").fill("https://www.instagram.com/northgate_prizes")
    amina.press("Continue")
    choose(amina, "Does it ask children for anything?", "Yes")
    amina.press("Continue")
    fine(amina, "her answers")
    amina.press("Send to the communications officer")
    assert "Sent to the communications officer" in says(amina)
    fine(amina, "sent")
    ref = amina.page.inner_text(".af-ref")

    comms = signed_in("adelakun", script=script)
    comms.open("/cases/%s/" % ref)
    fine(comms, "the officer’s page")
    comms.page.locator("summary", has_text="Words to send").click()
    assert "Please take it down, and let us know what you decide." in says(comms)
    fine(comms, "words to send")
    comms.follow("Make an evidence pack")
    fine(comms, "the pack")
    with comms.page.expect_download() as pack:
        comms.page.get_by_role("button", name="Save it as a PDF").click()
    assert pack.value.suggested_filename == "askfirst-%s-pack.pdf" % ref
    comms.open("/cases/%s/" % ref)
    comms.page.get_by_label("On which day did you report it").fill("25/11/2026")
    comms.page.get_by_label("The number of your report").fill("4471")
    comms.page.locator("[id^=not-ours][id$=check_on]").fill("2/12/2026")
    comms.press("It is not ours: I have reported it")
    fine(comms, "reported")
    comms.page.locator("summary", has_text="It is still up").first.click()
    comms.page.locator("[id^=still-up][id$=check_on]").fill("9/12/2026")
    comms.press("It is still up")

    amina.open("/cases/%s/" % ref)
    assert "Not ours, and still up" in says(amina)
    fine(amina, "the answer")
    comms.page.locator("summary", has_text="The app or site leaves it up").first.click()
    comms.page.locator("[id^=site-refused][id$=check_on]").fill("9/12/2026")
    comms.press("The app or site leaves it up")
    fine(comms, "left up")
    comms.press("It is down")
    amina.open("/cases/%s/" % ref)
    assert "Not ours, and down now" in says(amina)
    comms.page.locator("summary", has_text="It is back again").first.click()
    fine(comms, "down, and how to say that it is back")
    comms.page.locator("[id^=is-back][id$=reported_on]").fill("25/11/2026")
    comms.page.locator("[id^=is-back][id$=check_on]").fill("9/12/2026")
    comms.press("It is back again")
    amina.open("/cases/%s/" % ref)
    assert "Not ours, and back again" in says(amina)
    fine(amina, "back again")
