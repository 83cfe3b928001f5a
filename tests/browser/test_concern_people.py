"""A concern on a phone, by those who have not had their journey elsewhere: receptionist, safeguarding lead, Headteacher (S36, S37, S41), with axe.

The student without a name is in test_concern, the Head of Year, student and parent in test_student_route, HR and whom it is about in
test_staff_route, the line manager and whoever gets an instruction in test_instruction.
"""

from askfirst.casework.models import Case
from tests.browser.test_declare import BOTH
from tests.browser.test_my_data import fine, says
from tests.browser.test_staff_route import choose, fill, the_form
from tests.browser.test_student_route import sends, sent, takes
from tests.casework.conftest import Someone
from tests.clock import london

__all__ = ["sent"]

POST = {
    "where": "A public post, on Instagram",
    "when": "On Monday",
    "what": "It says that he hurt a child in class.",
    "name": "Mr Ludovic Farrant",
}


def tells(journey, danger="no"):
    """From home to the concern of its own, its first try without an answer to the question that comes first."""
    journey.open("/")
    journey.follow("Tell us of a concern, with your name or without")
    form = journey.page.locator("main form").filter(has=journey.page.locator("[name=what]"))
    fill(form, **POST)
    choose(form, about="staff", hurt="nobody", school="northgate")
    journey.press("Send with my name")
    assert journey.page.locator("[name=what]").input_value() == POST["what"], "kept"
    fine(journey, "an answer is missing")
    choose(journey.page.locator("main form").filter(has=journey.page.locator("[name=what]")), danger=danger)
    journey.press("Send with my name")
    return Case.objects.get(kind="concern").ref


@BOTH
def test_s36_a_receptionist_tells_and_the_safeguarding_lead_looks_keeps_asks_and_clears(signed_in, script):
    desk = signed_in("rowbotham", script=script)
    desk.expected = {400}
    ref = tells(desk)
    assert "With the safeguarding lead" in says(desk) and POST["what"] in says(desk)
    fine(desk, "what she told")

    lead = signed_in("whitlam", script=script)
    lead.expected = {400}
    lead.open("/me/")
    lead.follow("Look at a concern")
    assert POST["what"] in says(lead) and "This is not legal advice." in says(lead)
    fine(lead, "the lead looks first")
    form = the_form(lead, "ask-reporter")
    fill(form, note="Is it still there?")
    lead.go(form.get_by_role("button"))
    form = the_form(lead, "hold")
    lead.go(form.get_by_role("button"))
    assert "Give the reason." in says(lead)
    fine(lead, "a reason is missing")
    form = the_form(lead, "hold")
    fill(form, reason="A child may be meant.")
    lead.go(form.get_by_role("button"))
    assert "With the safeguarding lead alone" in says(lead)
    desk.open("/cases/%s/" % ref)
    assert "Is it still there?" in says(desk) and "A child may be meant." not in says(desk)
    form = the_form(desk, "add")
    fill(form, text="It is down now.")
    desk.go(form.get_by_role("button"))
    lead.open("/cases/%s/" % ref)
    assert "It is down now." in says(lead)
    form = the_form(lead, "clear")
    choose(form, triage="usual")
    lead.go(form.get_by_role("button"))
    assert "Being weighed" in says(lead)
    fine(lead, "cleared")


@BOTH
def test_s37_locked_at_once_and_passed_outside_with_a_day_and_a_reference(signed_in, script):
    desk = signed_in("rowbotham", script=script)
    desk.expected = {400}
    ref = tells(desk, danger="yes")
    lead = signed_in("whitlam", script=script)
    lead.open("/me/")
    lead.follow("Look at a concern")
    assert "With the safeguarding lead alone" in says(lead) and POST["what"] in says(lead)
    form = the_form(lead, "pass-outside")
    fill(form, passed_on="25/11/2026", number="L-17")
    lead.go(form.get_by_role("button"))
    assert "L-17" in says(lead) and POST["what"] not in says(lead)
    fine(lead, "passed outside")
    desk.open("/cases/%s/" % ref)
    assert "Passed to the safeguarding lead" in says(desk) and POST["what"] not in says(desk)


@BOTH
def test_s41_the_headteacher_alone_sets_the_reference(signed_in, sent, script):
    takes("qureshi", sent, "record-talk", talked_on="2026-11-24", notes="We talked.", support="None")
    takes("qureshi", sent, "take-account", text="It was me.")
    takes("qureshi", sent, "find", outcome="misconduct", reason="It is there.")
    year = signed_in("qureshi", script=script)
    year.open("/cases/%s/" % sent)
    sends(year, "to-head", reason="It is the second time.")
    assert year.page.locator("form[action$='/steps/head-decides/']").count() == 0
    head = signed_in("devlin", script=script)
    head.expected = {400}
    head.open("/me/")
    head.follow("Decide on what was sent to you about a student")
    fine(head, "what was sent")
    sends(head, "head-decides", "Student suspension", decided_on="25/11/2026")
    assert "The notice itself is not kept here." in head.page.inner_text(".govuk-error-summary")
    fine(head, "without a reference")
    sends(head, "head-decides", "Student suspension", number="S-12")
    assert "S-12" in says(head) and "Student suspension" in says(head)
    fine(head, "decided")


@BOTH
def test_something_is_put_right_and_the_numbers_stand_beside_their_bars(signed_in, sent, script):
    """Ms Qureshi-Dale puts her own talk right; the governance professional reads the numbers, and has them as a file."""
    takes("qureshi", sent, "record-talk", talked_on="2026-11-24", notes="We talked in the morning.", support="None")
    year = signed_in("qureshi", script=script)
    year.expected = {400}
    year.open("/cases/%s/" % sent)
    year.follow("Put right something that was written, or take it out")
    fine(year, "the form")
    form = year.page.locator("form[action$='/put-right/']")
    form.locator("[name=entry]").first.check(force=True)
    choose(form, outcome="put-right")
    fill(form, text="We talked after lunch.")
    year.press("Write the new entry")
    assert "Give the reason." in says(year) and year.page.locator("[name=text]").input_value() == "We talked after lunch."
    fine(year, "a reason is missing")
    fill(year.page.locator("form[action$='/put-right/']"), reason="I had the wrong lesson.")
    year.press("Write the new entry")
    assert "We talked after lunch." in says(year) and "We talked in the morning." in says(year)
    fine(year, "put right")
    for name in ("harrow", "pascoe", "standish", "okoropenn", "rowbotham"):
        Someone(name, london("2026-11-25 09:00")).tells("interest", text="My sister runs the print shop.")
    officer = signed_in("pritchard", script=script)
    officer.open("/me/")
    officer.follow("Numbers by school")
    assert "Northgate School: 5" in says(officer) and officer.page.locator(".af-bars rect").first.get_attribute("width") == "100"
    fine(officer, "the numbers")
    with officer.page.expect_download() as saved:
        officer.page.get_by_role("link", name="Save the numbers as a file for a spreadsheet").click()
    assert saved.value.suggested_filename == "askfirst-numbers.csv"
