"""A Headteacher on a phone says that she is away and who acts for her, in one screen; he sees for whom he acts."""

import pytest

from askfirst.people.models import Absence, Delegation
from tests.browser.test_people import BOTH, fine


@pytest.fixture
def nobody_stands_in(signed_in):
    Delegation.objects.all().delete()
    Absence.objects.all().delete()


@BOTH
def test_ms_devlin_is_away_and_mr_obuya_acts_for_her(signed_in, nobody_stands_in, script):
    devlin = signed_in("devlin", script=script)
    devlin.open("/me/")
    devlin.follow("Tell us of days away")
    devlin.page.get_by_label("First day away").fill("2026-11-27")
    devlin.page.get_by_label("Last day away").fill("2026-11-25")
    devlin.page.get_by_label("Who acts for you?").fill("obuya")
    devlin.expected.add(400)
    devlin.press("Note it")
    assert "The last day is before the first." in devlin.page.content()
    assert devlin.page.get_by_label("Who acts for you?").input_value() == "obuya"
    devlin.page.get_by_label("First day away").fill("2026-11-25")
    devlin.page.get_by_label("Last day away").fill("2026-11-27")
    devlin.press("Note it")
    assert "Mr Obuya acts for you." in devlin.page.content()
    if script:
        fine(devlin, "/me/away/")
    obuya = signed_in("obuya", script=script)
    obuya.open("/me/away/")
    assert "25 November 2026 to 27 November 2026" in obuya.page.content()
    devlin.open("/me/away/")
    devlin.press("I am back, or not going")
    assert "Welcome back." in devlin.page.content()
    assert Delegation.objects.count() == 0
