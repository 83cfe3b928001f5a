"""Reading, searching, the questions and what has dated: walked on a phone, with scripts and without, to the state axe sees."""

import pytest

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])


@BOTH
def test_ms_harrow_asks_in_her_own_words_and_reaches_the_check(walk, script):
    journey = walk(script=script)
    journey.open("/")
    journey.go(journey.page.get_by_role("link", name="Procedure", exact=True))
    assert journey.page.inner_text("h1") == "The procedure in plain words"
    journey.page.fill("#q", "reporter")
    journey.press("Search")
    assert "Headteacher" in journey.page.inner_text("section")
    journey.go(journey.page.get_by_role("link", name="SNS-12", exact=True))
    assert journey.page.inner_text("h1") == "Rule SNS-12"
    journey.go(journey.page.get_by_role("link", name="Check something before I post"))
    assert journey.page.url.endswith("/check/")


@BOTH
def test_maisie_reads_in_student_wording(walk, script):
    journey = walk(script=script)
    journey.open("/procedure/")
    journey.go(journey.page.get_by_role("link", name="For students", exact=True))
    assert journey.page.get_attribute("html", "data-mode") == "student"
    assert journey.page.locator("#PRI-4").inner_text().startswith("Should")
    assert journey.page.locator("#CON-12").count() == 0


@BOTH
def test_miss_drinkwater_answers_no_and_goes_back_once(walk, script):
    journey = walk(script=script)
    journey.open("/do-i-need-to/")
    journey.go(journey.page.locator("main a[href='/do-i-need-to/personal-page/']"))
    asked = []
    while journey.page.locator("fieldset").count():
        asked.append(journey.page.inner_text("h1"))
        journey.page.get_by_label("No", exact=True).check(force=True)
        journey.press("Continue")
    assert journey.page.inner_text("h1") == "You do not need to do anything. We kept no record."
    assert journey.page.url.endswith("/do-i-need-to/personal-page/")
    journey.press("Back")
    assert journey.page.inner_text("h1") == asked[-1]
    assert 2 <= len(asked) <= 3


@BOTH
def test_mrs_pritchard_lowe_sees_what_has_dated(walk, script):
    journey = walk(script=script)
    journey.open("/procedure/")
    journey.go(journey.page.get_by_role("link", name="What has dated in the procedure"))
    today = journey.page.locator(".af-finding").count()
    journey.page.fill("#on", "2018-11-02")
    journey.press("Look again")
    assert 0 < journey.page.locator(".af-finding").count() < today
    journey.go(journey.page.locator("a.af-clause").first)
    assert "/procedure/#" in journey.page.url


def search(journey):
    journey.open("/procedure/?q=photo")


def search_for_nothing(journey):
    journey.open("/procedure/?q=")


def student(journey):
    journey.open("/procedure/?as=student")


def topic(journey):
    journey.open("/procedure/topics/journalist/")


def clause(journey):
    journey.open("/procedure/clauses/con-12/?as=student")


def bad_day(journey):
    journey.expected.add(400)
    journey.open("/procedure/lint/?on=soon")


def question(journey):
    journey.open("/do-i-need-to/student-friend/")


def no_answer(journey):
    journey.expected.add(400)
    question(journey)
    journey.press("Continue")


def second_question(journey):
    question(journey)
    journey.page.get_by_label("Yes", exact=True).check(force=True)
    journey.press("Continue")


def the_end(journey):
    journey.open("/do-i-need-to/paid-post/?as=student")
    while journey.page.locator("fieldset").count():
        journey.page.locator("input[type=radio]").first.check(force=True)
        journey.press("Continue")


STATES = [search, search_for_nothing, student, topic, clause, bad_day, question, no_answer, second_question, the_end]


@pytest.mark.parametrize("state", STATES, ids=[state.__name__ for state in STATES])
def test_axe_finds_nothing_in_a_state(walk, state):
    journey = walk(width=320)
    state(journey)
    assert journey.axe() == []
    assert not journey.wide()
