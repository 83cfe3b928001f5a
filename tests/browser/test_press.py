"""A journalist asks, on a phone: whoever was contacted, the Headteacher by the link of the notice, and what is answered. With scripts and without."""

import pytest

from askfirst.casework import steps
from askfirst.casework.models import Case
from askfirst.people.calendar import london_day
from askfirst.people.standing import standing
from tests.browser.test_every_page_is_in_reach import SMALL
from tests.cast import cast, who
from tests.clock import at, london

__all__ = ["at", "cast"]

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
HOLDING = "I can't talk now. Please give me your name, outlet and number."
WHEN = "2026-12-01 13:30"


def by(name, when):
    return standing(who(name), on=london_day(london(when)))


def logged(name, *schools, when=WHEN, **details):
    given = {"asked": "About a post.", "schools": list(schools), "reporter": {"name": "Ms Verity Calloway", "contact": "07700 900742"}}
    return steps.open_case(kind="press", by=by(name, when), details={**given, **details}, at=london(when))


def consulted(name, ref, school, when=WHEN):
    steps.take(ref=ref, step="consult", by=by(name, when), of=school, given={"advice": "Say it was fun."}, at=london(when))


def to_case(journey, name, ref):
    journey.sign_in(name)
    journey.open("/cases/%s/" % ref)


def fill_in(journey, *schools, about="Yes, about my post, page or blog"):
    page = journey.page
    page.get_by_label("No", exact=True).check(force=True)
    page.get_by_label(about, exact=True).check(force=True)
    for school in schools:
        page.get_by_label(school, exact=True).check(force=True)
    page.get_by_label("What did they ask?").fill("About my post on the race.")


@BOTH
def test_from_the_journalist_to_the_headteacher_on_the_phone_to_a_response(walk, cast, at, script):
    at(WHEN)
    asker = walk(script=script)
    asker.sign_in("standish")
    asker.open("/press/")
    assert HOLDING in asker.page.inner_text("blockquote")
    assert asker.page.get_by_role("button", name="Copy these words").is_visible() is script
    fill_in(asker, "Northgate School", "Eastfield Academy")
    asker.page.fill("#deadline-time", "16:30")
    asker.press("Ask the Headteacher now")
    assert asker.page.inner_text("h1") == "Sent"
    ref = asker.page.inner_text(".af-ref")
    at("2026-12-01 14:05")
    advise(walk(script=script), "obuya", ref, "Please do not answer.")
    at("2026-12-01 14:10")
    to_case(asker, "standish", ref)  # ten minutes on the page of a case, and one is signed out
    assert "Ask Mr Abernethy, for Eastfield Academy, before any response is given." in asker.page.inner_text("main")
    assert asker.page.get_by_role("button", name="I have responded").is_disabled()
    at("2026-12-01 14:12")
    advise(walk(script=script), "abernethy", ref, "Say the race was fun.")
    asker.open("/cases/%s/" % ref)
    assert "Please do not answer." in asker.page.inner_text("main")
    asker.page.get_by_label("Anything to note?").first.fill("I said it was fun.")
    asker.press("I have responded")
    assert "Responded" in asker.page.inner_text(".af-bar")
    asker.press("Finish")
    assert "Finished" in asker.page.inner_text(".af-bar")


def advise(journey, name, ref, words):
    """The link of the notice, the box, the one button: no word of the case on the way."""
    journey.open("/cases/%s/" % ref)
    assert "/sign-in/" in journey.page.url
    journey.page.fill("#username", name)
    with journey.page.expect_navigation():
        journey.page.locator("#username").press("Enter")
    assert journey.page.url.endswith("/cases/%s/" % ref)
    journey.page.get_by_label("Your advice to them").fill(words)
    journey.press("I’ve been asked: send my advice")
    assert words in journey.page.inner_text("main")


@pytest.mark.parametrize(("asker", "head"), [("standish", "obuya"), ("holloway", "abernethy")])
def test_the_headteachers_box_and_button_need_no_scrolling(walk, cast, at, asker, head):
    at(WHEN)
    ref = logged(asker, "northgate", "eastfield", "brannocks", deadline="2026-12-01T16:30:00+00:00")
    journey = walk(width=390)
    to_case(journey, head, ref)
    button = journey.page.get_by_role("button", name="I’ve been asked: send my advice").bounding_box()
    box = journey.page.get_by_label("Your advice to them").bounding_box()
    asked = journey.page.get_by_text("What they asked").bounding_box()
    assert asked["y"] < box["y"] < button["y"]
    assert button["y"] + button["height"] <= 844
    assert not journey.wide()


def test_the_words_are_copied_and_it_is_said(walk, cast, at):
    at(WHEN)
    journey = walk()
    journey.context.grant_permissions(["clipboard-read", "clipboard-write"])
    journey.sign_in("standish")
    journey.open("/press/")
    journey.press("Copy these words", sends=False)
    journey.page.wait_for_function("document.getElementById('copied').textContent === 'Copied'")
    assert journey.page.evaluate("navigator.clipboard.readText()") == HOLDING
    assert Case.objects.count() == 0


@BOTH
def test_a_student_writes_down_two_questions(walk, cast, at, script):
    at(WHEN)
    journey = walk(script=script)
    journey.sign_in("osei")
    journey.open("/press/")
    fill_in(journey, "Eastfield Academy")
    journey.page.get_by_label("Did they ask about something else too? (optional)").fill("What I think of the cinema.")
    journey.press("Ask the Headteacher now")
    assert "Mr Abernethy" in journey.page.inner_text(".af-consult")
    other = journey.page.locator("p", has_text="The other question went to communications:").locator("a")
    with journey.page.expect_navigation():
        other.click()
    assert journey.page.inner_text("h1") == "A journalist has asked you about something else"
    assert "What I think of the cinema." in journey.page.inner_text("main")
    assert "Nobody has to be asked before this is answered." in journey.page.inner_text("main")


@BOTH
def test_a_mistake_leads_to_its_field(walk, cast, at, script):
    at(WHEN)
    journey = walk(script=script)
    journey.expected = {400}
    journey.sign_in("harrow")
    journey.open("/press/")
    fill_in(journey, "Northgate School")
    journey.page.fill("#deadline-time", "09:00")
    journey.press("Ask the Headteacher now")
    assert journey.page.title().startswith("Error: ")
    assert journey.page.input_value("#deadline-time") == "09:00"
    assert journey.page.get_by_label("Northgate School", exact=True).is_checked()
    if script:
        assert journey.page.evaluate("document.activeElement.className") == "govuk-error-summary"
    journey.page.locator(".govuk-error-summary a").click()
    assert journey.page.url.endswith("#deadline-time")


def form(journey):
    journey.sign_in("standish")
    journey.open("/press/")


def student_form(journey):
    journey.sign_in("wren")
    journey.open("/press/")


def own_matter(journey):
    journey.sign_in("achterberg")
    journey.open("/press/")


def mistakes(journey):
    journey.expected = {400}
    form(journey)
    journey.press("Ask the Headteacher now")


def parent(journey):
    journey.sign_in("lund-a")
    journey.open("/press/")


def sent(journey):
    ref = logged("standish", "northgate", "eastfield")
    journey.sign_in("standish")
    journey.open("/cases/%s/?sent=yes" % ref)


def pending(journey):
    ref = logged("standish", "northgate", "eastfield", answered_already=True)
    consulted("obuya", ref, "northgate")
    to_case(journey, "standish", ref)
    for details in journey.page.locator("summary:visible").all():
        details.click()


def decides(journey):
    ref = logged("osei", "eastfield")
    consulted("abernethy", ref, "eastfield")
    to_case(journey, "osei", ref)


def headteacher(journey):
    to_case(journey, "obuya", logged("standish", "northgate", "eastfield"))
    journey.page.locator("summary:visible").first.click()


def co_ordinates(journey):
    to_case(journey, "achterberg", logged("standish", "northgate", "eastfield"))


def which_school(journey):
    to_case(journey, "adelakun", logged("osei", unsure_which=True))


def advice_only(journey):
    to_case(journey, "adelakun", logged("osei", about_a_post=False))


def status_alone(journey):
    to_case(journey, "barrowman", logged("osei", "eastfield"))


def withdrawn(journey):
    ref = logged("standish", "eastfield")
    steps.take(ref=ref, step="withdraw", by=by("standish", WHEN), given={}, at=london(WHEN))
    to_case(journey, "standish", ref)


def out_of_order(journey):
    journey.expected = {409}
    to_case(journey, "standish", logged("standish", "eastfield"))
    send = "f => { f.action = f.action.replace('own-up', 'respond'); f.submit(); }"
    with journey.page.expect_navigation():
        journey.page.locator("#own-up").evaluate(send)


STATES = [
    form, student_form, own_matter, mistakes, parent, sent, pending, decides, headteacher, co_ordinates, which_school, advice_only, status_alone,
    withdrawn, out_of_order,
]  # fmt: skip


@pytest.mark.parametrize("state", STATES, ids=lambda one: one.__name__)
def test_axe_finds_nothing_in_a_state(walk, cast, at, state):
    at(WHEN)
    journey = walk(width=320)
    state(journey)
    assert journey.axe() == []
    assert not journey.wide()
    assert journey.page.evaluate(SMALL) == []
