"""An instruction about a blog, on a phone: drafted, looked at by HR, given, asked about, challenged one level up (S43, S44), with axe."""

from tests.browser.test_declare import BOTH, SIZES, fine, form_of, heading
from tests.casework.test_instruction_stories import FIRST, MARKS

FIRST_PAGE = {"what": "What should they not write about on their blog?", "why": "Why?"}
SECOND_PAGE = {"scope": "Which blog topics does it cover?", "less": "Could something less strict work?"}
DAYS = {"From which day?": "25/11/2026", "Up to which day?": "31/08/2027"}


def main(journey):
    return journey.page.inner_text("main")


def choose(journey, group, label):
    journey.page.get_by_role("group", name=group).get_by_label(label, exact=True).check(force=True)


def drafts(journey, details, days=DAYS):
    journey.page.get_by_label("Who is it for?").fill("Ms Averill")
    for name, label in FIRST_PAGE.items():
        journey.page.get_by_label(label, exact=True).fill(details[name])
    journey.press("Continue")
    for name, label in SECOND_PAGE.items():
        journey.page.get_by_label(label, exact=True).fill(details[name])
    choose(journey, "What does it rest on?", "A reasonable instruction at work (MAN-2)")
    journey.press("Continue")
    journey.page.get_by_label("Confidentiality").check(force=True)
    journey.press("Continue")
    for label, day in days.items():
        journey.page.get_by_label(label, exact=True).fill(day)
    choose(journey, "Would it keep them from telling of danger or wrongdoing?", "No")
    choose(journey, "Is it about union matters?", "No")
    journey.press("Continue")
    assert heading(journey) == "Check your answers"
    journey.press("Send it to HR for advice")


def says(journey, step, words):
    """The words of a step, and its button."""
    form = form_of(journey, step)
    if not form.get_by_role("button").is_visible():
        journey.page.locator("details", has=form).locator("summary").first.click()
    form.get_by_role("textbox").fill(words)
    journey.go(form.get_by_role("button"))


def drafted(journey):
    """From home to the draft as it was sent; its address."""
    journey.open("/")
    journey.follow("Instructions about a blog, for people you manage")
    journey.follow("Draft an instruction")
    drafts(journey, MARKS)
    return "/cases/%s/" % journey.page.inner_text(".af-ref")


@BOTH
def test_s44_from_a_draft_that_cannot_be_to_one_that_stands(signed_in, script):
    manager = signed_in("rainsford", script=script)
    manager.expected = {409}
    manager.open("/instructions/new/")
    drafts(manager, FIRST, {**DAYS, "From which day?": "1/11/2026"})
    said = manager.page.inner_text(".govuk-error-summary")
    assert "cannot stop whistleblowing or union matters" in said and "cannot start in the past" in said
    assert FIRST["why"] in manager.page.inner_text("dl"), "nothing she wrote is lost"
    manager.go(manager.page.locator(".af-change[value=why]"))
    assert manager.page.get_by_label(FIRST_PAGE["why"], exact=True).input_value() == FIRST["why"]
    where = drafted(manager)
    hr = signed_in("braithwaite", script=script)
    hr.open("/me/")
    hr.follow("Look at a draft of an instruction")
    says(hr, "look", "Say which marks.")
    manager.open(where)
    assert "Say which marks." in main(manager)
    manager.go(form_of(manager, "issue").get_by_role("button"))
    mine = signed_in("averill", script=script)
    mine.open("/me/")
    mine.follow("Read an instruction about your blog")
    assert heading(mine) == "An instruction about your blog"
    assert "Given on 25 November 2026" in main(mine) and "Say which marks." not in main(mine)
    assert "other topics stay free (MAN-1)" in main(mine)
    says(mine, "query", "May I show my own sketches?")
    manager.open(where)
    says(manager, "explain", "Yes. It is the marks alone.")
    mine.open(where)
    assert "Yes. It is the marks alone." in main(mine)
    says(mine, "challenge", "Nobody else is told this.")
    manager.open(where)
    assert form_of(manager, "review").count() == 0, "whoever drafted it does not decide"
    above = signed_in("abernethy", script=script)
    above.open("/me/")
    above.follow("Decide a challenge to an instruction")
    form_of(above, "review").get_by_label("It stands").check(force=True)
    says(above, "review", "Marks may change until August.")
    mine.open("/me/")
    mine.follow("See instructions in force")
    mine.follow(where[7:15])
    assert "It stands" in main(mine) and "Marks may change until August." in main(mine)


@SIZES
def test_axe_finds_nothing_on_any_page_of_it(signed_in, width, dark):
    manager = signed_in("rainsford", width=width, dark=dark)
    manager.expected = {400, 409}
    manager.open("/instructions/new/")
    fine(manager, "the form")
    manager.press("Continue")
    fine(manager, "nothing filled in")
    where = drafted(manager)
    fine(manager, "sent")
    hr = signed_in("braithwaite", width=width, dark=dark)
    hr.open(where)
    fine(hr, "HR’s look")
    says(hr, "look", "Fine.")
    manager.open(where)
    fine(manager, "before it is given")
    manager.go(form_of(manager, "issue").get_by_role("button"))
    manager.open("/instructions/")
    fine(manager, "those in force")
    mine = signed_in("averill", width=width, dark=dark)
    for path in (where, "/instructions/", "/me/"):
        mine.open(path)
        fine(mine, path)
    officer = signed_in("pritchard", width=width, dark=dark)
    officer.open("/reports/counts/")
    fine(officer, "numbers by school")
