"""Get something taken down and the guides, on a phone, with scripts and without; to the state axe sees."""

import pytest

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
INSTAGRAM = "https://www.instagram.com/p/abc123/?igsh=" + "averylongvalue" * 12


def choose(journey, label, *, link=None):
    journey.page.get_by_label(label, exact=True).check(force=True)
    if link is not None:
        journey.page.fill("#link", link)
    journey.press("Carry on")


def steps(journey):
    return [text.partition(". ")[2] for text in journey.page.locator("section > h2").all_inner_texts()]


@BOTH
def test_s28_amina_from_home_to_what_she_can_do_now(signed_in, script):
    """Three questions and the answer, from the first tile; the address never changes."""
    journey = signed_in("farouk", script=script)
    journey.go(journey.page.locator("a.af-go--first"))
    journey.page.wait_for_selector("fieldset")
    screens = 1
    choose(journey, "No, neither")
    choose(journey, "No")
    choose(journey, "I don’t know who posted it", link=INSTAGRAM)
    screens += 3
    assert steps(journey)[:3] == ["Untag, hide or block", "Tell the app", "Ask the school to help"]
    assert journey.page.url == journey.base + "/remove/"
    assert INSTAGRAM in journey.page.inner_text("#words-2")
    assert journey.page.get_by_role("button", name="Copy these words").count() == (1 if script else 0)
    assert screens == 4
    journey.press("Back")
    assert journey.page.input_value("#link") == INSTAGRAM


def test_the_words_are_copied_as_they_stand(walk):
    journey = walk()
    journey.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answered(journey, "Someone else I can contact", "https://a.example/1")
    journey.page.get_by_role("button", name="Copy these words").first.click()
    journey.page.wait_for_function("document.querySelector('[role=status]').textContent === 'Copied'")
    assert journey.page.evaluate("navigator.clipboard.readText()").splitlines()[1] == "It is here: https://a.example/1"


@BOTH
def test_s29_what_she_may_do_without_writing_to_him(signed_in, script):
    journey = signed_in("drinkwater", script=script)
    journey.open("/remove/")
    choose(journey, "No, neither")
    choose(journey, "No")
    choose(journey, "Someone else I can contact")
    assert "Ask whoever runs the account" in steps(journey)
    journey.press("I do not feel safe contacting them")
    assert steps(journey)[0] == "Tell the police"
    assert "Ask whoever runs the account" not in steps(journey)
    assert "Report Remove can help take it down" not in steps(journey)


@BOTH
def test_a_guide_is_three_presses_from_home(walk, script):
    journey = walk(script=script)
    journey.open("/")
    journey.follow("Procedure")
    journey.follow("Guides to apps and sites")
    journey.follow("Bluesky")
    assert "There are no private accounts" in journey.page.inner_text("#main")
    journey.follow("Get something taken down")
    assert journey.page.locator("fieldset").count() == 1


def answered(journey, who="Someone who works here", link=""):
    journey.open("/remove/")
    choose(journey, "No, neither")
    choose(journey, "I work at one of our schools, or for the Trust")
    choose(journey, "Yes")
    choose(journey, who, link=link)


def unsafe(journey):
    answered(journey, "I do not feel safe contacting them")


def long_link(journey):
    answered(journey, link="https://www.facebook.com/" + "x" * 1_900)


def bad_link(journey):
    journey.expected.add(400)
    answered(journey, link="javascript:alert(1)")


def no_answer(journey):
    journey.expected.add(400)
    journey.open("/remove/")
    journey.press("Carry on")


def who_posted(journey):
    journey.open("/remove/?as=student")
    choose(journey, "No, neither")
    choose(journey, "Under 13")
    choose(journey, "I’m not sure")
    journey.page.locator("summary").click()


def stop(journey):
    journey.open("/remove/?as=student")
    choose(journey, "It is a sexual or nude picture")
    choose(journey, "I’m not sure")


def danger(journey):
    journey.open("/remove/")
    choose(journey, "Someone is in danger")


def adult_picture(journey):
    journey.open("/remove/")
    choose(journey, "It is a sexual or nude picture")
    choose(journey, "18 or over")
    choose(journey, "Someone else, 18 or over")
    choose(journey, "Me", link="Snapchat")


def guide(journey):
    journey.open("/guides/facebook/")


def guide_for_students(journey):
    journey.open("/guides/youtube/?as=student")


STATES = [answered, unsafe, long_link, bad_link, no_answer, who_posted, stop, danger, adult_picture, guide, guide_for_students]


@pytest.mark.parametrize("state", STATES, ids=[state.__name__ for state in STATES])
def test_axe_finds_nothing_in_a_state(walk, state):
    journey = walk(width=320)
    state(journey)
    assert journey.axe() == []
    assert not journey.wide()
