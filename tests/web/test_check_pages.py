"""Before I post, told by the cast: S01, S02, S03, S04 and S09 as their pages show them."""

import logging
import re

import pytest
from django.core.cache import cache

from tests.readability import grade, sentences, words
from tests.web.pages import cards_of, look_over, marks_of, ours, page_of, token_of

TRIAL = "So proud of my Year 9s, who ran a whole mock trial of Richard III today. Lesson plan free to anyone who wants it."
SCREEN = "Jorah B in 8Q got 14% on the SEND reading screen again. Ring me on 07700 900455 if you teach him."
RAINSFORD = "Mrs Rainsford is a lazy, clueless cow and the whole staffroom knows it."
REFEREE = "that ref was blind, worst decision of the whole tournament"
PRACTICE = "bare jokes at practice today, dem lot proper mad innit"
BELIEF = "My faith teaches that marriage is between a man and a woman. I try to treat everybody with kindness."
ADDED = "anyone at our school who disagrees is a pervert"
CONVICTING = ("breach", "violation", "offence", "offender", "perpetrator", "accused")


def test_s01_before_she_presses_the_page_says_what_happens_to_her_words(browser):
    form = page_of(browser.get("/check/")).one(tag="form", action="/check/")
    beside = form.one(cls="af-who").text
    assert "Your words are looked at once and forgotten. Nobody is told." in beside
    assert "On a school device or network, the school’s own filter may see what you type." in beside
    assert form.raw.index("Nobody is told.") < form.raw.index("Check", form.raw.index("Nobody is told."))
    assert [choice.attrs["value"] for choice in form.all(tag="input", name="author") if "checked" in choice.attrs] == []


def test_s01_nothing_is_found_and_what_she_may_do_comes_first(browser):
    response = look_over(browser, TRIAL, channel="web-page")
    page = page_of(response)
    assert page.one(tag="h1").text == "Nothing to look at"
    assert cards_of(page) == []
    assert marks_of(page) == []
    allowed = page.one(cls="af-may").all(tag="p")
    assert (allowed[0].one(cls="af-strength").text, allowed[0].one(cls="af-clause").text) == ("You may", "BLG-7")
    purpose = [line for line in allowed if line.one(cls="af-clause").text == "INT-7"]
    assert len(purpose) == 1
    assert "does not stop anything lawful and fair" in purpose[0].text
    assert page.one(cls="af-draft").raw.strip() == TRIAL


def test_s01_the_answer_comes_at_once_and_leaves_nothing_with_the_browser(browser, caplog):
    with caplog.at_level(logging.DEBUG):
        response = look_over(browser, TRIAL)
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert set(response.cookies) <= {"csrftoken"}
    assert [record for record in caplog.records if "mock trial" in record.getMessage() or "/check" in record.getMessage()] == []
    assert cache.get("anything") is None


def test_s02_name_and_mark_are_one_card_and_the_number_is_its_own(browser):
    page = page_of(look_over(browser, SCREEN))
    important = [card for card in cards_of(page) if card[0] == "Important"]
    assert [(strength, clauses[0]) for _, strength, clauses, _ in important] == [("Must", "CON-12")]
    card = important[0][3]
    assert "CON-2" in important[0][2]
    inside = [line.one(cls="af-level").text for line in card.all(cls="af-also") if "CON-2" in line.text]
    assert inside == ["Tip"]
    rewrite = card.one(cls="af-try").text.split("Try:")[1].split("in place of")[0]
    assert not re.search(r"Jorah|8Q|14", rewrite)
    phones = [(level, card) for level, _, clauses, card in cards_of(page) if "SNS-3" in clauses]
    assert [level for level, _ in phones] == ["Tip"]
    assert "07700 900455" in marks_of(page)


def test_s02_the_rule_says_whom_he_may_tell_inside_the_trust(browser):
    card = next(card for _, _, clauses, card in cards_of(page_of(look_over(browser, SCREEN))) if "CON-12" in clauses)
    help_text = card.one(tag="details").text
    for part in (
        "need-to-know",
        "safeguarding",
        "police",
        "subject access",
        "exam bodies",
        "the law",
        "When in doubt, ask the Data Protection Officer.",
    ):
        assert part in help_text


def test_s02_already_posted_leads_to_steps_and_to_nobody_who_judges(browser):
    page = page_of(look_over(browser, SCREEN))
    link = next(a for a in page.all(tag="a") if a.text == "I have already posted this")
    steps = page_of(browser.get(link.attrs["href"])).one(tag="main").text
    assert steps.index("take it down") < steps.index("Data Protection Officer")
    assert "only if it held data from school systems" in steps
    for word in ("concern", "conduct", "disciplin", "HR", *CONVICTING):
        assert word not in steps


def test_s03_one_card_with_its_clauses_the_tone_below_and_a_kinder_wording(browser):
    page = page_of(look_over(browser, RAINSFORD, channel="blog"))
    important = [card for card in cards_of(page) if card[0] == "Important"]
    assert len(important) == 1
    _, _, clauses, card = important[0]
    assert clauses[0] == "CON-10"
    assert {"CON-10", "PRI-2", "WEB-2"} <= set(clauses)
    assert any("CON-4" in line.text for line in card.all(cls="af-also"))
    assert "It seems to be about “Mrs Rainsford”." in card.text
    assert "lazy, clueless cow" in marks_of(page)
    assert not re.search(r"lazy|clueless|cow", card.one(cls="af-try").text.split("in place of")[0])
    said = " ".join(ours(page)).lower()
    assert [word for word in CONVICTING if word in said] == []


def test_s03_hidden_is_gone_and_nothing_is_blocked(browser):
    page = page_of(look_over(browser, RAINSFORD, channel="blog"))
    keys = {button.attrs["value"] for button in page.all(tag="button", name="hide")}
    assert len(keys) == len(cards_of(page)) >= 1
    after = page_of(look_over(browser, RAINSFORD, channel="blog", hide=sorted(keys)[0], hidden=sorted(keys)[1:]))
    assert cards_of(after) == []
    assert marks_of(after) == []
    assert after.one(tag="h1").text == "Nothing is left to look at. You decide."
    assert after.one(tag="textarea", id="text").raw == "\n" + RAINSFORD
    assert len(after.all(**{"tag": "button", "data-copy-from": "text"})) == 1
    back = page_of(look_over(browser, RAINSFORD, channel="blog", hidden=sorted(keys), unhide="1"))
    assert len(cards_of(back)) == len(keys)


def test_s03_use_this_puts_the_wording_in_and_checks_again(browser):
    text = "Ring me on 07700 900455 today.\r\nBye"
    page = page_of(look_over(browser, text))
    use = page.one(tag="button", name="use").attrs["value"]
    after = page_of(look_over(browser, text, use=use))
    changed = after.one(tag="textarea", id="text").raw.removeprefix("\n").replace("\r\n", "\n")
    assert "07700" not in changed
    assert changed.startswith("Ring me on ")
    assert changed.endswith(" today.\nBye")
    assert "We put the wording in" in after.one(cls="govuk-inset-text").text
    stale = page_of(look_over(browser, "Other words now, and 07700 900123.", use=use))
    assert "did not fit any more" in stale.one(cls="govuk-inset-text").text


@pytest.mark.parametrize("caption", [REFEREE, PRACTICE])
def test_s04_a_students_page_is_short_plain_and_scores_nobody(browser, caption):
    response = look_over(browser, caption, author="student", channel="instagram")
    page = page_of(response)
    assert page.one(tag="html").attrs["data-mode"] == "student"
    text = "\n".join(ours(page.one(tag="main")))
    assert [one for one in sentences(text) if len(words(one)) > 15] == []
    assert grade(text) <= 6
    heading = page.one(tag="h1").text
    assert not re.search(r"\d", heading)
    assert not re.search(r"(?i)\b(score|grade|level \d|per cent|percent|%)", " ".join(ours(page.one(tag="main"))))
    blind = next(details for details in page.all(tag="details") if "What this check cannot see" in details.text)
    assert "How often it was wrong, by dialect:" in blind.text


def test_s04_the_referee_is_one_tip_and_her_dialect_is_left_alone(browser):
    first = page_of(look_over(browser, REFEREE, author="student", channel="instagram"))
    assert [(level, clauses[0]) for level, _, clauses, _ in cards_of(first)] == [("Tip", "PRI-3")]
    second = page_of(look_over(browser, PRACTICE, author="student", channel="instagram"))
    assert cards_of(second) == []
    assert marks_of(second) == []
    assert second.one(tag="h1").text == "Nothing to look at"


def test_s09_a_belief_is_not_marked(browser):
    page = page_of(look_over(browser, BELIEF, channel="tweet", profile_names_school="yes"))
    assert [card[0] for card in cards_of(page) if card[0] != "Tip"] == []
    faith = BELIEF.split(". ", maxsplit=1)[0]
    assert [mark for mark in marks_of(page) if re.search(r"\w", mark)] == []
    assert faith in page.one(cls="af-draft").raw
    assert [(strength, clauses[0]) for _, strength, clauses, _ in cards_of(page)] == [("Advice", "BLG-4")]
    assert "offensive" not in " ".join(ours(page)).lower()


def test_s09_the_added_words_alone_are_marked(browser):
    text = BELIEF + " And " + ADDED + "."
    page = page_of(look_over(browser, text, channel="tweet", profile_names_school="yes"))
    important = [card for card in cards_of(page) if card[0] == "Important"]
    assert len(important) == 1
    assert {"PRI-2", "PRI-3"} <= set(important[0][2])
    assert "offensive" not in " ".join(ours(page)).lower()
    might = [card for _, _, clauses, card in cards_of(page) if "PRI-1" in clauses]
    assert len(might) == 1
    assert "This might" in might[0].text
    assert "SNS-5" in might[0].text
    assert "INT-6" in might[0].text
    assert "Your profile names it." in might[0].text
    assert [mark for mark in marks_of(page) if re.search(r"\w", mark) and mark not in ADDED] == []
    assert "profile" in might[0].text


def test_words_of_someone_who_may_be_hurt_are_met_alone(browser):
    text = "I want to kill myself. Ring me on 07700 900455."
    response = look_over(browser, text, author="student", channel="instagram")
    page = page_of(response)
    main = page.one(tag="main").text
    assert page.one(tag="h1").text == "This sounds hard. You can talk to someone now"
    assert cards_of(page) == []
    assert "0800 1111" in main
    assert "999" in main
    assert main.count("Checked on") >= 2
    assert "Nothing to look at" not in main
    everything = page.one(tag="input", name="everything").attrs["value"]
    rest = page_of(look_over(browser, text, author="student", channel="instagram", everything=everything))
    assert [clauses for _, _, clauses, _ in cards_of(rest) if "SNS-3" in clauses]
    assert "Nothing to look at" not in rest.one(tag="main").text
    assert "0800 1111" in rest.one(tag="main").text


@pytest.mark.parametrize("path", ["/check/", "/get-help/?as=student"])
def test_one_button_leads_to_the_safeguarding_lead_and_nothing_is_sent_by_it(browser, path):
    words = "i dont want to be here anymore"
    page = page_of(look_over(browser, words, author="student") if path == "/check/" else browser.get(path))
    (button,) = page.all(tag="a", cls="govuk-button")
    assert (button.text, button.attrs["href"]) == ("Tell the safeguarding lead", "/concern/?as=student")


def test_each_school_has_somebody_to_ask_for_by_name(browser):
    help_page = page_of(browser.get("/get-help/?as=student")).one(tag="main").text
    for school, lead in (("Northgate School", "Mrs Saoirse Whitlam"),):
        assert school in help_page
        assert lead in help_page


def test_a_token_that_died_with_its_server_costs_no_words(browser):
    browser.get("/check/")
    response = browser.post("/check/", "author=staff&text=" + "kept+words", content_type="application/x-www-form-urlencoded")
    page = page_of(response)
    assert response.status_code == 403
    assert page.one(tag="textarea", id="text").raw.strip() == "kept words"
    assert len(page.all(cls="govuk-error-summary")) == 1
    again = browser.post(
        "/check/", "author=staff&text=kept+words&csrfmiddlewaretoken=" + token_of(page), content_type="application/x-www-form-urlencoded"
    )
    assert again.status_code == 200
