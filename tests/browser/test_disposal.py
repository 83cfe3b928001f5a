"""The Data Protection Officer holds one case and removes what is due, on a phone: within reach, with scripts and without."""

import pytest

from askfirst.casework import steps
from askfirst.people.calendar import london_day
from askfirst.people.standing import standing
from tests.browser.test_every_page_is_in_reach import SMALL
from tests.browser.test_my_things import asks, trust
from tests.cast import who
from tests.clock import at, london

__all__ = ["at", "trust"]


@pytest.mark.parametrize(("script", "width", "dark"), [(True, 320, False), (False, 390, True)])
def test_a_hold_then_the_run(trust, walk, script, width, dark):
    refs = [asks("harrow", "2025-09-%d 10:00" % day) for day in (23, 24)]
    for ref in refs:
        then = london("2025-09-25 10:00")
        steps.take(ref=ref, step="withdraw", by=standing(who("harrow"), on=london_day(then)), given={}, at=then)
    dpo = walk(script=script, width=width, dark=dark)
    dpo.expected = {400}
    dpo.sign_in("sethuraman")

    def in_reach():
        assert not script or dpo.axe() == []
        assert not dpo.wide() and dpo.page.evaluate(SMALL) == []

    dpo.open("/me/")
    dpo.follow("What is due to go")
    in_reach()
    dpo.follow("Hold a case")
    dpo.page.get_by_label("Which case?").fill(refs[1])
    dpo.page.get_by_label("Who owns the hold?").select_option(who("braithwaite"))
    dpo.page.get_by_label("When is it looked at again?").fill("1/3/2027")
    dpo.press("Hold it")
    assert "Say why." in dpo.page.inner_text("main")
    in_reach()
    dpo.page.get_by_label("Why must it stay?").fill("A claim in court.")
    dpo.press("Hold it")
    assert "Done. It stays until the hold is lifted." in dpo.page.inner_text("main")
    dpo.go(dpo.page.locator("main .af-list a", has_text=refs[1]))
    assert "A claim in court." in dpo.page.inner_text("main")
    in_reach()
    dpo.open("/records/")
    in_reach()
    dpo.press("I have looked: remove what is due")
    told = dpo.page.inner_text("main")
    assert "Done. What was due is gone for good." in told and refs[0] not in told and refs[1] in told
    in_reach()
