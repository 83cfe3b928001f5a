"""HR works a concern about a member of staff on a phone, with a screenshot beside it; each form pressed once (workflows.md 3.14, S38, S59)."""

from io import BytesIO

import pytest
from django.db import transaction
from PIL import Image

from tests.browser.test_my_data import fine, says
from tests.clock import london
from tests.onward import sent_on
from tests.web.people_at_work import by

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
SHEET = ("belief", "union", "whistleblowing", "politics", "audience", "reach", "link", "harm", "lesser", "reason")


def picture():
    out = BytesIO()
    Image.new("RGB", (1200, 800), "red").save(out, "PNG")
    return out.getvalue()


def the_form(journey, step):
    """The form of a step, opened where it is folded."""
    folded = journey.page.locator("details:not([open])").filter(has=journey.page.locator("form[action$='/steps/%s/']" % step))
    if folded.count():
        folded.first.locator("summary").click()
    return journey.page.locator("form[action$='/steps/%s/']" % step)


def fill(form, **fields):
    for name, value in fields.items():
        form.locator("[name=%s]" % name).fill(value)


def choose(form, **choices):
    for name, value in choices.items():
        form.locator("[name=%s][value='%s']" % (name, value)).check(force=True)


@BOTH
def test_s38_hr_checks_hands_on_tells_helps_and_stores_on_a_phone(signed_in, script):
    hr = signed_in("braithwaite", script=script)
    hr.expected = {400}
    at = london("2026-11-25 10:00")
    with transaction.atomic():
        ref = sent_on("staff-route", "holloway", by=by("tolland"), at=at, hurt=("omondi",))
    hr.open("/cases/%s/" % ref)
    assert "Support for whom it hurt" in says(hr) and "Ms Omondi" in says(hr)
    fine(hr, "the case")

    hr.follow("Add a link, words, a screenshot or a PDF")
    assert "Never put in a naked or sexual picture of anyone under 18." in says(hr)
    fine(hr, "danger first")
    form = hr.page.locator("form[enctype]")
    fill(form, link="https://jarek.example/blog/3", seen_on="24/11/2026", about="The third post.")
    form.locator("[name=confirmed]").check(force=True)
    form.locator("[type=file]").set_input_files({"name": "post.png", "mimeType": "image/png", "buffer": b"PK\x03\x04" + bytes(99)})
    hr.press("Put it beside the case")
    assert "This file is packed." in says(hr) and hr.page.locator("[name=about]").input_value() == "The third post."
    fine(hr, "a packed file")
    hr.page.locator("[type=file]").set_input_files({"name": "post.png", "mimeType": "image/png", "buffer": picture()})
    hr.press("Put it beside the case")
    assert "It is beside the case now." in says(hr)
    fine(hr, "it is there")
    hr.follow("Look at thing 1")
    assert hr.page.locator("img.af-beside").evaluate("image => image.complete && image.naturalWidth") == 1200
    fine(hr, "the picture")
    with hr.page.expect_download() as saved:
        hr.page.get_by_role("link", name="Save the file as it came").click()
    assert saved.value.suggested_filename == "askfirst-%s-1-original.png" % ref

    hr.open("/cases/%s/" % ref)
    assert "The third post." in says(hr) and "PNG picture" in says(hr)
    form = the_form(hr, "check-speech")
    fill(form, **dict.fromkeys(SHEET, "Looked at."))
    choose(form, outcome="go-on")
    form.locator("[name=con_10]").check(force=True)
    hr.press("Record the lawful-speech check")
    fine(hr, "checked")
    form = the_form(hr, "support")
    choose(form, check_in="done", cover="declined", union="done", education_support="done")
    hr.press("Record the support for whom it hurt")
    assert "They did not want it" in says(hr)
    fill(the_form(hr, "hand-off"), reason="It went on after a talk.")
    hr.press("Hand it to the Disciplinary Procedure")
    fine(hr, "handed on")
    fill(the_form(hr, "tell-subject"), summary="Posts.", clauses="CON-10", next="HR writes.", rights="To speak.")
    hr.press("Tell the person it is about")
    hr.follow("Make a copy for the hand-off, or for the person it is about")
    fine(hr, "copies")
    with hr.page.expect_download() as made:
        hr.page.get_by_role("button", name="Make the hand-off copy, as a PDF").click()
    assert made.value.suggested_filename == "askfirst-%s-hand-off.pdf" % ref
    hr.open("/cases/%s/" % ref)
    form = the_form(hr, "store-outcome")
    choose(form, outcome="final-warning")
    fill(form, decided_by="Mr Stellan Abernethy", decided_on="25/11/2026")
    hr.press("Store what was decided")
    assert "Ended: what was decided is stored" in says(hr)
    fine(hr, "stored")

    him = signed_in("holloway", script=script)
    him.open("/cases/%s/" % ref)
    assert "A concern about you" in says(him)
    for word in ("third post", "Support for whom", "Omondi", "Final written warning"):
        assert word not in says(him)
    fine(him, "what he reads")
