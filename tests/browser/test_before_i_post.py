"""Before I post, walked through on a phone, with scripts and without."""

import pytest

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
TEXT = "Lovely match today.\nRing me on 07700 900455 or 07700 900123 to join."


def fill_in(journey, text=TEXT, who="I work here", channel="blog", path="/check/"):
    journey.open(path)
    journey.page.fill("#text", text)
    journey.page.get_by_label(who, exact=True).check(force=True)
    journey.page.select_option("#channel", channel)
    journey.page.get_by_label("Anyone", exact=True).check(force=True)
    journey.press("Check")


def text_of(journey):
    return journey.page.input_value("#text")


def cards(journey):
    return journey.page.locator(".af-finding:not(.af-finding--used)").count()


@BOTH
def test_from_home_to_an_answer_and_back_to_nothing(walk, script):
    journey = walk(script=script)
    journey.open("/")
    journey.go(journey.page.get_by_role("link", name="Check something before I post"))
    assert "Your words are looked at once and forgotten. Nobody is told." in journey.page.inner_text("form")
    fill_in(journey)
    assert journey.page.inner_text("h1") == "2 things to look at. You decide."
    assert journey.page.locator(".af-may").bounding_box()["y"] < journey.page.locator(".af-finding").first.bounding_box()["y"]
    assert journey.page.locator(".af-mark").count() == 2
    journey.page.locator(".af-mark").first.click()
    assert journey.page.url.endswith("/check/#f1")
    assert cards(journey) == 2
    journey.page.locator("#f1 summary").click()
    assert journey.page.locator("#f1 details").inner_text().count("SNS-3") == 1
    journey.follow("Clear")
    assert text_of(journey) == ""


@BOTH
def test_a_wording_is_put_in_and_the_rest_stays(walk, script):
    journey = walk(script=script)
    fill_in(journey)
    journey.press("Use this", sends=not script)
    assert "07700 900455" not in text_of(journey)
    assert "07700 900123" in text_of(journey)
    assert cards(journey) == 1
    journey.press("Use this", sends=not script)
    if script:  # without scripts the server has looked again already
        journey.press("Check again")
    assert journey.page.inner_text("h1") == "Nothing to look at"
    assert "07700" not in journey.page.inner_text("#draft")
    assert "Lovely match today." in journey.page.inner_text("#draft")


@BOTH
def test_words_changed_by_hand_are_never_lost(walk, script):
    journey = walk(script=script)
    fill_in(journey)
    journey.page.fill("#text", "Changed. Ring me on 07700 900455 now.")
    journey.press("Use this")
    assert text_of(journey).startswith("Changed. Ring me on ")
    assert "07700" not in text_of(journey)


@BOTH
def test_what_is_not_right_can_be_hidden_and_nothing_is_blocked(walk, script):
    journey = walk(script=script)
    fill_in(journey)
    journey.press("Not right? Hide this", sends=not script)
    assert cards(journey) == 1
    journey.press("Not right? Hide this", sends=not script)
    assert cards(journey) == 0
    assert journey.page.locator(".af-mark").count() == 0
    assert journey.page.inner_text("h1") == "Nothing is left to look at. You decide."
    assert text_of(journey) == TEXT
    journey.press("Check again")
    assert cards(journey) == 0
    journey.press("Show what I hid")
    assert cards(journey) == 2


def test_copy_works_before_and_after_hiding(walk):
    journey = walk()
    journey.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill_in(journey)
    journey.press("Copy", sends=False)
    copied = "navigator.clipboard.readText()"
    journey.page.wait_for_function("document.getElementById('said').textContent === 'Copied'")
    assert journey.page.evaluate(copied) in (TEXT, journey.page.locator("[data-copy]").first.get_attribute("data-copy"))
    journey.press("Not right? Hide this", sends=False)
    journey.press("Copy my text", sends=False)
    assert journey.page.evaluate(copied) == TEXT


@BOTH
def test_a_student_is_met_in_their_own_colour_and_words(walk, script):
    journey = walk(script=script)
    fill_in(journey, who="I’m a student", channel="instagram", text="We won the match today and I am so happy")
    assert journey.page.get_attribute("html", "data-mode") == "student"
    assert journey.page.inner_text("h1") == "Nothing to look at"
    journey.follow("Home")
    assert journey.page.inner_text("h1") == "What do you need?"


@BOTH
def test_help_is_met_first_and_alone(walk, script):
    journey = walk(script=script)
    fill_in(journey, who="I’m a student", channel="instagram", text="I want to kill myself. My number is 07700 900455.")
    assert journey.page.inner_text("h1") == "This sounds hard. You can talk to someone now"
    main = journey.page.inner_text("main")
    assert "0800 1111" in main
    assert "Mrs Saoirse Whitlam" in main
    assert "Nothing to look at" not in main
    assert cards(journey) == 0
    journey.press("Show the rest of the check")
    assert cards(journey) >= 1
    assert "0800 1111" in journey.page.inner_text("main")
    assert "Nothing to look at" not in journey.page.inner_text("main")


@BOTH
def test_a_mistake_is_told_where_it_is_and_the_words_stay(walk, script):
    journey = walk(script=script)
    journey.expected = {400}
    journey.open("/check/")
    journey.page.fill("#text", TEXT)
    journey.press("Check")
    assert journey.page.title().startswith("Error: ")
    assert text_of(journey) == TEXT
    if script:
        assert journey.page.evaluate("document.activeElement.className") == "govuk-error-summary"
    journey.page.locator(".govuk-error-summary a").click()
    assert journey.page.url.endswith("#author")


@BOTH
def test_already_posted_leads_to_put_it_right(walk, script):
    journey = walk(script=script)
    fill_in(journey)
    journey.follow("I have already posted this")
    assert journey.page.inner_text("h1") == "Put it right"


def test_the_way_through_by_keyboard_alone(walk):
    journey = walk()
    journey.open("/check/")
    journey.page.keyboard.press("Tab")
    assert journey.page.evaluate("document.activeElement.textContent") == "Skip to main content"
    journey.page.focus("#text")
    journey.page.keyboard.type("Ring me on 07700 900455")
    journey.page.keyboard.press("Tab")
    journey.page.keyboard.press("Space")
    for _ in range(10):
        if journey.page.evaluate("document.activeElement.textContent.trim()") == "Check":
            break
        journey.page.keyboard.press("Tab")
    with journey.page.expect_navigation():
        journey.page.keyboard.press("Enter")
    assert journey.page.inner_text("h1") == "1 thing to look at. You decide."
    journey.page.focus("#f1 button[name=hide]")
    journey.page.keyboard.press("Enter")
    assert journey.page.evaluate("document.activeElement.id") == "heading"


def test_the_script_sends_nothing_anywhere(walk):
    journey = walk()
    fill_in(journey)
    journey.page.wait_for_load_state("networkidle")
    asked = []
    journey.page.on("request", lambda request: asked.append(request.url))
    journey.press("Copy my text", sends=False)
    journey.press("Use this", sends=False)
    journey.press("Not right? Hide this", sends=False)
    journey.page.fill("#text", "Other words")
    journey.page.wait_for_timeout(300)
    assert asked == []
    journey.press("Check again")
    assert asked[0] == journey.base + "/check/"


@BOTH
def test_a_name_with_a_mark_is_one_card_whose_wording_takes_the_sentence(walk, script):
    journey = walk(script=script)
    fill_in(
        journey,
        text="Jorah B in 8Q got 14% on the SEND reading screen again. Ring me on 07700 900455 if you teach him.",
        channel="web-page",
    )
    first = journey.page.locator(".af-finding").first
    assert "Important" in first.inner_text()
    assert first.locator(".af-clause").first.inner_text().startswith("CON-12")
    with journey.page.expect_navigation():  # a whole sentence: the server finds its place
        first.get_by_role("button", name="Use this").click()
    assert not any(part in text_of(journey) for part in ("Jorah", "8Q", "14%"))
    assert "07700 900455" in text_of(journey)
    assert "We put the wording in" in journey.page.inner_text("main")
