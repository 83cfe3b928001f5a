"""Telling of a blog, a plan, a conflict and an offer, on a phone: with scripts and without, light and dark. S13, S15, S21, S22."""

import pytest

from tests.browser.test_every_page_is_in_reach import SMALL

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
SIZES = pytest.mark.parametrize(("width", "dark"), [(320, False), pytest.param(390, True, marks=pytest.mark.prove)])


def fine(journey, where):
    assert journey.axe() == [], where
    assert not journey.wide(), where
    assert journey.page.evaluate(SMALL) == [], where


def choose(journey, label):
    journey.page.get_by_label(label, exact=True).check(force=True)


def carry_on(journey, label="", text="", choice=""):
    if choice:
        choose(journey, choice)
    if label:
        journey.page.get_by_label(label).fill(text)
    journey.press("Continue")


def tells_of_a_blog(journey):
    journey.open("/declare/")
    journey.go(journey.page.locator("a[href='/declare/blog/']"))
    carry_on(journey, choice="A blog or a website")
    carry_on(journey, "What is it about?", "Physics for everybody")
    carry_on(journey)
    carry_on(journey, choice="Yes")
    carry_on(journey, choice="No")
    carry_on(journey, "Anything they should know?", "It began before I came.")


def heading(journey):
    return journey.page.inner_text("h1")


def form_of(journey, step):
    return journey.page.locator("form[id^=%s]" % step)


@BOTH
def test_s13_told_talked_about_settled_and_answered(signed_in, script):
    mine = signed_in("holloway", script=script)
    tells_of_a_blog(mine)
    assert heading(mine) == "Check your answers"
    assert "Not provided" in mine.page.inner_text("dl")  # the address, which he keeps to himself
    mine.go(mine.page.locator("button[name=change][value=topic]"))
    assert mine.page.input_value("#ask-topic") == "Physics for everybody"
    carry_on(mine, "What is it about?", "Physics at home")
    assert heading(mine) == "Check your answers"
    assert "Physics at home" in mine.page.inner_text("dl")
    mine.press("Send to Mr Amadi-Cole acting for Mrs Loxley")
    assert heading(mine) == "Sent to Mr Amadi-Cole acting for Mrs Loxley"
    ref = mine.page.inner_text(".af-ref")
    where = "/cases/%s/" % ref
    amadi = signed_in("amadi", script=script)
    amadi.open(where)
    assert "Record the discussion first." in amadi.page.inner_text("main")
    form_of(amadi, "talk").get_by_label("By message").check(force=True)
    amadi.go(form_of(amadi, "talk").get_by_role("button"))
    form = form_of(amadi, "settle")
    form.get_by_label("No conflict").check(force=True)
    if script:
        assert not form.get_by_label("The steps they take").is_visible()
    for tick in form.locator("input[type=checkbox]").all():
        tick.check(force=True)
    form.get_by_label("What you agreed").fill("A disclaimer on the first page.")
    amadi.go(form.get_by_role("button"))
    mine.open(where)
    assert "A disclaimer on the first page." in mine.page.inner_text("main")
    mine.page.locator("summary", has_text="Add my reply").click()
    form_of(mine, "reply").get_by_label("What would you like to add?").fill("Done tonight.")
    mine.go(form_of(mine, "reply").get_by_role("button"))
    amadi.open(where)
    assert "Done tonight." in amadi.page.inner_text("main")


@BOTH
def test_s13_a_profile_is_advice_and_leaves_nothing(signed_in, script):
    mine = signed_in("holloway", script=script)
    mine.open("/declare/blog/")
    carry_on(mine, choice="Only a profile that names where I work")
    assert heading(mine) == "A profile needs no talk. We kept no record."
    mine.press("Back")
    assert heading(mine) == "I have a blog, site or channel that says where I work"


@BOTH
def test_s21_an_offer_about_one_of_two_posts(signed_in, script):
    mine = signed_in("standish", script=script)
    mine.expected = {400}
    mine.open("/declare/offer/")
    mine.press("Continue")
    assert mine.page.locator(".govuk-error-summary").inner_text().endswith("Say who offers it.")
    carry_on(mine, "Who offers it?", "A tutoring company")
    carry_on(mine, "What do they want you to post?", "A column on GCSE PE")
    carry_on(mine, choice="Under £100 in all, or each month")
    carry_on(mine, choice="No")
    carry_on(mine, choice="No")
    mine.page.locator("fieldset input").first.check(force=True)  # the post at Northgate
    mine.press("Continue")
    mine.press("Send to Dr Pascoe")
    assert heading(mine) == "Sent to Dr Pascoe"
    assert "secondary employment" in signed_in_sees(mine)


def signed_in_sees(journey):
    journey.follow("See how it stands")
    return journey.page.inner_text("main")


@BOTH
def test_s22_a_student_gets_advice_and_no_case(signed_in, script):
    tobias = signed_in("wren", script=script)
    for path in ("/declare/", "/declare/offer/"):
        tobias.open(path)
        assert heading(tobias) == "You do not have to tell us"
        assert "WEB-6" not in tobias.page.inner_text("main")
    tobias.open("/me/")
    assert "/cases/" not in tobias.page.content().replace('href="/cases/"', "")


@SIZES
def test_axe_finds_nothing_on_any_page_of_it(signed_in, width, dark):
    mine = signed_in("holloway", width=width, dark=dark)
    mine.expected = {400}
    mine.open("/declare/")
    fine(mine, "start")
    for slug in ("blog", "plan", "interest", "offer"):
        mine.open("/declare/%s/" % slug)
        fine(mine, slug)
        mine.press("Continue")
        fine(mine, "nothing chosen: %s" % slug)
    mine.open("/declare/blog/")
    carry_on(mine, choice="Only a profile that names where I work")
    fine(mine, "a profile")
    tells_of_a_blog(mine)
    fine(mine, "answers")
    mine.go(mine.page.locator("button[name=send]"))
    fine(mine, "sent")
    where = "/cases/%s/" % mine.page.inner_text(".af-ref")
    mine.open(where)
    fine(mine, "mine")
    amadi = signed_in("amadi", width=width, dark=dark)
    amadi.expected = {400}
    amadi.open(where)
    fine(amadi, "to talk about")
    form_of(amadi, "talk").get_by_label("By message").check(force=True)
    amadi.go(form_of(amadi, "talk").get_by_role("button"))
    fine(amadi, "to settle")
    amadi.go(form_of(amadi, "settle").get_by_role("button"))
    fine(amadi, "not settled yet")
    student = signed_in("wren", width=width, dark=dark)
    student.open("/declare/")
    fine(student, "student")


@BOTH
def test_s17_a_page_of_a_department_is_a_list_of_tasks(signed_in, script):
    mine = signed_in("pascoe", script=script)
    mine.expected = {400}
    mine.open("/declare/department/")
    carry_on(mine, "What is the page called?", "Northgate history trips")
    carry_on(mine, "What is it for?", "What our trips see.")
    carry_on(mine)
    mine.press("Begin the list of tasks")
    assert heading(mine) == "Your page is begun"
    mine.follow("Go to the tasks")
    assert "0 of 3 filled in" in mine.page.inner_text("main")
    mine.page.locator("summary", has_text="Fill it in: Login and recovery").click()
    form = form_of(mine, "account")
    form.get_by_label("Which e-mail address signs in to it?").fill("trips@northgate.example")
    form.get_by_label("Which address gets a new password?").fill("pascoe@home.example")
    mine.go(form.get_by_role("button"))
    assert "Use a school-owned address" in mine.page.inner_text(".govuk-error-summary")
    form = form_of(mine, "account")
    assert form.get_by_label("Which e-mail address signs in to it?").input_value() == "trips@northgate.example"
    form.get_by_label("Which address gets a new password?").fill("office@northgate.example")
    mine.go(form.get_by_role("button"))
    assert "1 of 3 filled in" in mine.page.inner_text("main")
    if script:
        fine(mine, "tasks")
    mine.press("Send it to my line manager")
    assert mine.page.inner_text("[role=status]") == "Sent. It is saved."
    devlin = signed_in("devlin", script=script)
    devlin.open(mine.page.url.removeprefix(mine.base).partition("?")[0])
    assert "Still open" in devlin.page.inner_text("main")
    if script:
        fine(devlin, "the manager’s")
