"""Emergency access on a phone: Mr Wieczorek asks, Dr Achterberg agrees, he reads; Ms Sethuraman reads that he did (S56)."""

from askfirst.casework import steps
from tests.browser.test_declare import BOTH, SIZES, fine
from tests.clock import london
from tests.web.people_at_work import by

TUESDAY = "2026-11-24 10:00"


def told_of():
    details = {"text": "My sister runs the print shop.", "about": "abernethy"}
    return steps.open_case(kind="interest", by=by("harrow", TUESDAY), details=details, at=london(TUESDAY))


def asks(journey, ref):
    journey.open("/me/")
    journey.go(journey.page.locator("a[href='/break-glass/']"))
    journey.page.get_by_label("Which case?").fill(ref)
    journey.page.get_by_label("Why can it not wait?").fill("The office cannot open it.")
    journey.page.get_by_label("Who is the second person?").select_option(label="Dr Philippa Achterberg, Executive Headteacher")
    journey.press("Ask")


def first(journey):
    journey.open("/break-glass/")
    journey.go(journey.page.locator("main .af-list a").first)


@BOTH
def test_s56_two_people_and_thirty_minutes(signed_in, at, script):
    ref = told_of()
    mine, second, officer = (signed_in(name, script=script) for name in ("wieczorek", "achterberg", "sethuraman"))
    mine.expected = {404}
    mine.open("/cases/%s/" % ref)
    missing = mine.page.inner_text("main")
    asks(mine, ref)
    assert mine.page.inner_text("[role=status]").startswith("Asked. If there is such a case")
    first(second)
    second.press("I agree")
    first(mine)
    mine.follow("Read it")
    assert "My sister runs the print shop." in mine.page.inner_text("main")
    assert mine.page.locator("main form").count() == 0
    mine.open("/cases/%s/" % ref)
    assert mine.page.inner_text("main") == missing
    first(officer)
    officer.follow("See who opened the case, and when")
    assert "Wieczorek" in officer.page.inner_text("main")


@SIZES
def test_axe_finds_nothing_on_any_page_of_it(signed_in, width, dark):
    ref = told_of()
    mine, second = signed_in("wieczorek", width=width, dark=dark), signed_in("achterberg", width=width, dark=dark)
    mine.expected = {400}
    mine.open("/break-glass/")
    mine.press("Ask")
    fine(mine, "nothing filled in")
    asks(mine, ref)
    fine(mine, "asked")
    first(second)
    fine(second, "the second person’s")
    second.press("I agree")
    fine(second, "agreed")
    first(mine)
    fine(mine, "agreed to")
    mine.follow("Read it")
    fine(mine, "the case")
