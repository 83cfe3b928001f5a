"""A student whom a story mocked, on a phone: the Head of Year records what was offered, Kit reads who helps and what they hear; with axe."""

import os

from tests.browser.test_declare import BOTH
from tests.browser.test_my_data import fine, says
from tests.browser.test_staff_route import choose, fill, the_form
from tests.casework.conftest import Someone
from tests.casework.test_concern_stories import POST, WEIGHED
from tests.casework.test_support_student import KIT
from tests.clock import london


def as_(name, minute):
    return Someone(name, london("2026-11-25 09:%02d" % minute))


@BOTH
def test_the_head_of_year_records_what_was_offered_and_kit_reads_who_helps(signed_in, script):
    year = signed_in("qureshi", script=script)
    year.expected = {400}
    told = as_("rowbotham", 0).tells("concern", **{**POST, **KIT})
    as_("whitlam", 10).takes(told, "clear", triage="usual")
    as_("qureshi", 20).takes(told, "weigh", **WEIGHED)
    as_("qureshi", 30).takes(told, "advice", reason="He writes to say sorry.")
    year.open("/me/")
    year.follow("Record the support for a student whom it hurt")
    assert "Say which adult they can talk to, and that Childline helps too." in says(year) and "Education Support" not in says(year)
    fine(year, "what to offer")
    form = the_form(year, "support-student")
    choose(form, check_in="done", adult="done", apart="not-needed", childline="done")
    year.go(form.get_by_role("button"))
    assert "Say why something does not come in." in says(year)
    fine(year, "a reason is missing")
    form = the_form(year, "support-student")
    fill(form, reason="They share no lesson.")
    year.go(form.get_by_role("button"))
    assert "They share no lesson." in says(year) and "Tell whoever told us" in says(year)
    fine(year, "recorded")
    kit = signed_in("kit", script=script)
    kit.open("/me/")
    kit.follow("A concern")
    assert "You can talk to an adult at school whom you trust." in says(kit) and "0800 1111" in says(kit)
    assert not [word for word in ("lesson", "Jorah", "Qureshi", "sorry", "union") if word in says(kit)]
    fine(kit, "what Kit reads")
    if shot := os.environ.get("LOOK"):
        kit.page.screenshot(path=shot + "kit.png", full_page=True)
        year.page.screenshot(path=shot + "year.png", full_page=True)
    kit.follow("Get help")
    assert "Childline" in says(kit)
