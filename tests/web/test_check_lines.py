"""Lines of S02, S03, S04 and S09 about what nobody hears of, what a card holds to the letter, and what the check says of itself."""

import json
from pathlib import Path

import pytest

from tests.readability import grade, sentences, words
from tests.web.pages import cards_of, look_over, marks_of, ours, page_of, send
from tests.web.test_check_pages import ADDED, BELIEF, PRACTICE, RAINSFORD, REFEREE, SCREEN
from tests.web.test_concern_lines import everything, moved, screens

pytestmark = pytest.mark.django_db
MEASURED = Path(__file__).parents[2] / "bench" / "measured" / "fairness.json"


def nobody_hears(signed_in, others, act):
    """The act changes no row and no screen of theirs. Their screens could change: a question to one of them shows."""
    watching = [signed_in(name) for name in others]
    before = [screens(one) for one in watching]
    rows = everything()
    act()
    assert everything() == rows
    assert [moved(was, screens(one)) for was, one in zip(before, watching, strict=True)] == [[] for _ in others]


def test_the_watch_over_rows_notices_a_question(signed_in):
    """The planted flaw: something that does reach somebody."""
    standish = signed_in("standish")
    rows = everything()
    send(standish, "/concern/", {"kind": "post"})
    assert everything() == rows  # nothing was sent yet
    signed_in("harrow")
    assert everything() != rows


def test_s02_no_record_is_opened_and_ms_sethuraman_hears_nothing(signed_in):
    standish = signed_in("standish")

    def act():
        page = page_of(look_over(standish, SCREEN))
        link = next(a for a in page.all(tag="a") if a.text == "I have already posted this")
        assert standish.get(link.attrs["href"]).status_code == 200

    nobody_hears(signed_in, ["sethuraman", "pascoe", "loxley"], act)


def test_s02_one_card_holds_both_and_the_number_is_a_tip_to_the_letter(signed_in):
    page = page_of(look_over(signed_in("standish"), SCREEN))
    (card,) = [card for level, _, _, card in cards_of(page) if level == "Important"]
    assert "“got 14% on the SEND reading screen”" in card.one(cls="af-quote").text
    (named,) = [line for line in card.all(cls="af-also") if "CON-2" in line.one(cls="af-clause").text.split(", ")]
    assert "Jorah B" in named.text
    assert marks_of(page).count("07700 900455") == 1
    (tip,) = [card for _, _, clauses, card in cards_of(page) if "SNS-3" in clauses]
    assert tip.one(cls="af-quote").text == "“07700 900455”"


def test_s03_mrs_rainsford_his_manager_and_hr_hear_nothing_even_when_it_is_hidden(signed_in):
    holloway = signed_in("holloway")

    def act():
        page = page_of(look_over(holloway, RAINSFORD, channel="blog"))
        (card,) = [card for level, _, _, card in cards_of(page) if level == "Important"]
        assert card.one(cls="af-quote").text.startswith("“lazy, clueless cow”")
        keys = [button.attrs["value"] for button in page.all(tag="button", name="hide")]
        look_over(holloway, RAINSFORD, channel="blog", hide=keys[0])

    nobody_hears(signed_in, ["rainsford", "loxley", "amadi", "kerrigan"], act)


@pytest.mark.parametrize("caption", [REFEREE, PRACTICE])
def test_s04_her_tutor_head_of_year_and_parent_hear_nothing(signed_in, caption):
    amina = signed_in("farouk")
    nobody_hears(signed_in, ["standish", "qureshi", "wells-p"], lambda: look_over(amina, caption, author="student", channel="instagram"))


def blind_of(page):
    (blind,) = [one for one in page.all(tag="details") if "What this check cannot see" in one.text]
    return [line.text for line in blind.all(tag="li")]


def wanted():
    """What was measured of dialects: (name, how often it was wrong, of how many)."""
    rows = json.loads(MEASURED.read_text(encoding="utf-8"))
    return [(what, wrong, of) for table, what, wrong, of in rows if table in ("dialect", "pairs") and not what.startswith("all,")]


@pytest.mark.parametrize("caption", [REFEREE, PRACTICE])
def test_s04_what_the_check_cannot_see_lists_the_error_rates_that_were_measured(signed_in, browser, caption):
    amina = signed_in("farouk")
    page = page_of(look_over(amina, caption, author="student", channel="instagram"))
    said = blind_of(page)
    rows = wanted()
    assert len(rows) >= 7 and sum(of for _, _, of in rows) > 2000
    for what, wrong, of in rows:
        (line,) = [line for line in said if (what if what != "the rest" else "in other English") in line]
        assert line.endswith(": %d of %d." % (wrong, of))
    assert "measured yet" not in page.text
    text = "\n".join(said)
    assert [one for one in sentences(text) if len(words(one)) > 15] == []
    assert grade("\n".join(ours(page.one(tag="main")))) <= 6
    for author in ("staff", "student"):
        shown = blind_of(page_of(look_over(browser, caption, author=author)))
        data = browser.post("/api/v1/checks/post", {"text": caption, "author": author}, content_type="application/json").json()
        assert data["cannot_see"] == shown == said


def test_s09_the_advice_is_wording_for_a_profile_that_names_the_school(signed_in):
    page = page_of(look_over(signed_in("tolland"), BELIEF, channel="tweet", profile_names_school="yes"))
    ((level, strength, advice),) = [(level, tag, card) for level, tag, clauses, card in cards_of(page) if "BLG-4" in clauses]
    assert (level, strength) == ("Tip", "Advice")  # A35: on a profile it is advice
    assert "your own views" in advice.text
    assert "These are my personal views" in advice.one(cls="af-try").text
    other = page_of(look_over(signed_in("tolland"), BELIEF, channel="tweet"))
    assert [card for _, _, clauses, card in cards_of(other) if "BLG-4" in clauses] == []


def test_s09_it_says_from_where_the_school_can_be_told(signed_in):
    page = page_of(look_over(signed_in("tolland"), BELIEF + " and " + ADDED, channel="tweet", profile_names_school="yes"))
    (might,) = [card for _, _, clauses, card in cards_of(page) if "PRI-1" in clauses]
    why = next(line.text for line in might.all(tag="p") if line.text.startswith("This might"))
    assert "profile" in why
    assert {"PRI-1", "SNS-5", "INT-6"} <= {one.text for one in might.all(cls="af-clause")} | set(
        might.all(cls="af-finding__top")[0].one(cls="af-clause").text.split(", ")
    )
    assert "offensive" not in " ".join(ours(page)).lower()
