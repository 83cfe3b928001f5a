"""Mrs Pritchard-Lowe plans, opens and follows a campaign; S49's sheets on paper, by Ms Qureshi-Dale and Mr Standish."""

import re
from datetime import date
from pathlib import Path

import pytest

from askfirst.adoption import campaigns, models
from askfirst.adoption.campaign_counts import Progress
from askfirst.procedure.scenarios import the_scenarios
from askfirst.trail.models import Event
from askfirst.web import campaigns as pages
from askfirst.words import say
from gates.words import convicting
from tests.adoption.campaigning import asked, reads, v2
from tests.cast import MONDAY
from tests.web.pages import ours, page_of, send
from tests.web.people_at_work import text_of
from tests.web.test_words_of_pages import too_hard

NEW = "/campaigns/new/"
PLAN = {"edition": "2018-11", "audience": ["staff", "student"], "schools": ["trust"], "opens": "2026-11-25", "closes": "2026-12-18"}
TOKENS = Path(__file__).parents[2] / "askfirst" / "web" / "static" / "askfirst" / "tokens.css"


@pytest.fixture
def campaign(cast):
    return asked("2018-11", audience=("staff", "student"), opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")


def test_planned_opened_followed_and_called_off(cast, signed_in):
    hers = signed_in("pritchard")
    assert "Campaigns, and how far they are" in text_of(hers, "/me/")
    assert "There is none yet." in text_of(hers, "/campaigns/")
    went = send(hers, NEW, PLAN, opened=NEW)
    assert went.status_code == 303
    where = went["Location"]
    text = text_of(hers, where)
    assert "All staff, Students. The whole Trust. 25 November 2026 to 18 December 2026." in text
    assert "Planned, not opened." in text and "Staff who" not in text
    assert send(hers, where, {"what": "open"}, opened=where).status_code == 303
    assert "Open." in text_of(hers, where)
    assert "Version 1, 25 November 2026 to 18 December 2026" in text_of(hers, "/campaigns/")
    assert send(hers, where, {"what": "drop"}, opened=where).status_code == 303
    assert "Called off." in text_of(hers, where)
    assert send(hers, where, {"what": "open"}, opened=NEW).status_code == 409
    assert [event.what for event in Event.objects.filter(chain="campaigns").order_by("sequence")] == ["plan", "open", "drop"]


def test_pressed_twice_it_is_one_campaign_and_other_words_under_the_same_form_are_refused(cast, signed_in):
    hers = signed_in("pritchard")
    once = {"once": page_of(hers.get(NEW)).one(tag="input", name="once").attrs["value"]}
    first, again = send(hers, NEW, {**PLAN, **once}, opened=NEW), send(hers, NEW, {**PLAN, **once}, opened=NEW)
    assert first.status_code == again.status_code == 303 and first["Location"] == again["Location"]
    other = send(hers, NEW, {**PLAN, **once, "closes": "2026-12-19"}, opened=NEW)
    assert other.status_code == 400 and "This form was sent before with other words." in page_of(other).text
    assert models.Campaign.objects.count() == 1


@pytest.mark.parametrize("day", ["11 January 2027", "11 Jan 2027", "11.1.2027", "2027-01-11", "11/01/2027"])
def test_a_day_of_a_campaign_is_read_as_everywhere(cast, signed_in, day):
    sent = {**PLAN, "opens": day, "closes": "12 February 2027"}
    assert send(signed_in("pritchard"), NEW, sent, opened=NEW).status_code == 303
    assert models.Campaign.objects.get().opens == date(2027, 1, 11)


@pytest.mark.parametrize(
    ("given", "says", "leads"),
    [
        ({"audience": []}, "Choose who is asked to read it.", "#audience-1"),
        ({"schools": ["elsewhere"]}, "Choose schools from the list", "#schools-1"),
        ({"opens": "soon"}, "We cannot read this date. Write it as in 23/11/2026.", "#opens"),
        ({"closes": "2026-11-26"}, "The last day comes 16 to 182 days after the first.", "#closes"),
        ({"edition": "x" * 9000}, "That edition is not in force on the first day.", "#edition-1"),
        ({"opens": "0000-00-00"}, "We cannot read this date. Write it as in 23/11/2026.", "#opens"),
        ({"opens": "١٢/١/2027"}, "We cannot read this date. Write it as in 23/11/2026.", "#opens"),
    ],
)
def test_a_plan_that_cannot_be_gets_one_sentence_and_keeps_the_words(cast, signed_in, given, says, leads):
    hers = signed_in("pritchard")
    response = send(hers, NEW, {**PLAN, **given}, opened=NEW)
    page = page_of(response)
    assert response.status_code == 400
    link = page.one(cls="govuk-error-summary").one(tag="a")
    assert link.text.startswith(says) and link.attrs["href"] == leads
    assert page.all(id=leads[1:])
    assert page.one(tag="input", id="closes").attrs["value"] == {**PLAN, **given}["closes"]
    assert not models.Campaign.objects.exists()


def test_how_far_it_is_with_a_plot_and_small_numbers_hidden(campaign, signed_in):
    for name in ("harrow", "pascoe", "devlin", "obuya", "whitlam"):
        reads(name, "2026-11-24 10:00")
    where = "/campaigns/%s/" % campaign
    page = page_of(signed_in("pritchard").get(where))
    chart = page.one(cls="af-chart").one(tag="svg")
    assert chart.attrs["aria-hidden"] == "true", "the table says the same"
    assert [node.text for node in chart.all(tag="text")] == [
        "Eastfield Academy", "fewer than 5, or not shown", "Northgate School", "5", "St Brannock's Primary", "fewer than 5, or not shown",
        "The central team", "fewer than 5, or not shown",
    ]  # fmt: skip
    assert [(bar.attrs["class"], bar.attrs["width"]) for bar in chart.all(tag="rect")] == [
        ("h", "22"),
        ("b", "300"),
        ("h", "22"),
        ("h", "22"),
    ]
    text = page.one(tag="main").text
    assert "have read it5" in text and "still to read it9" in text and "asked a question" not in text
    assert "Any other number is too small to show." in text and "No number here is large enough to show." in text
    assert "0 of 5" in text, "sheets are counted by group"
    assert not re.search(r"Harrow|Pascoe|Kit|Amina", text)


def test_whoever_plans_is_told_which_rules_have_no_scenarios(campaign, signed_in, at, monkeypatch):
    """In v2 SNS-6 is a Must not, and it has its scenarios. Planted: with one of them gone the page names it."""
    hers = signed_in("pritchard")
    assert "fewer than two scenarios" not in text_of(hers, "/campaigns/%s/" % campaign)
    ref = asked(v2(), at="2027-01-11 08:30")
    at("2027-01-12 10:00")
    send(hers, "/sign-in/", {"person": "pritchard"})
    assert "fewer than two scenarios" not in text_of(hers, "/campaigns/%s/" % ref)
    monkeypatch.setattr(campaigns, "the_scenarios", lambda: tuple(one for one in the_scenarios() if one.id != "SNS-6-staff-2"))
    assert "These rules have fewer than two scenarios for those who are asked: SNS-6. They are read all the same." in text_of(
        hers, "/campaigns/%s/" % ref
    )


def test_a_headteacher_sees_her_own_school_and_opens_nothing(campaign, signed_in):
    hers, where = signed_in("devlin"), "/campaigns/%s/" % campaign
    text = text_of(hers, where)
    assert "Northgate School" in text and "Eastfield" not in text
    assert not page_of(hers.get(where)).all(tag="button", value="drop")
    assert send(hers, where, {"what": "drop"}, opened="/me/away/").status_code == 405
    assert hers.get(NEW).status_code == 404
    assert models.Campaign.objects.get().dropped_on is None


@pytest.mark.parametrize("name", ["rainsford", "wieczorek", "harrow", "farouk", "blenkinsop-g", "adelakun"])
def test_everybody_else_finds_no_such_page(campaign, signed_in, name):
    browser = signed_in(name)
    for path in ("/campaigns/", NEW, "/campaigns/%s/" % campaign, "/campaigns/BBBBBBBB/"):
        assert browser.get(path).status_code == 404
    assert "/campaigns/" not in browser.get("/me/").content.decode()


def test_s49_the_year_8_sheet_has_no_line_beside_kit_and_the_year_9_sheet_has_one_beside_amina(campaign, signed_in):
    hers, his = signed_in("qureshi"), signed_in("standish")
    year8 = page_of(hers.get("/to-read/sheets/northgate/8R/")).one(tag="main")
    year9 = page_of(his.get("/to-read/sheets/northgate/9S/")).one(tag="main")
    assert "Kit Okoro-Penn" in year8.text and not year8.all(cls="af-sign")
    assert [(line.text) for line in year9.all(cls="af-sign")] == ["I have read this"]
    for sheet, group in ((year8, "8R"), (year9, "9S")):
        assert "Northgate School, %s. Version 2018-11." % group in sheet.text
        assert "You must not attack or bully anyone at school online." in sheet.text, "the student wording"
        shown = {node.text for node in sheet.all(cls="af-clause")}
        assert len(shown) == 32 and not [id for id in shown if id.startswith(("BLG", "WEB"))]
        assert len(sheet.all(cls="af-box")) == 1
        assert not re.search(r"SEND|do-not-post|not to be in posts|case\b", sheet.text)


def test_s49_on_paper_there_is_no_dark_background_and_no_menu(campaign, signed_in):
    """The print rules set light paper after the dark ones; what is not for paper is hidden there."""
    css = TOKENS.read_text(encoding="utf-8")
    dark, paper = css.index("prefers-color-scheme:dark"), css.rindex("@media print")
    assert dark < paper
    rules = css[paper:]
    assert "--af-paper:#fff" in rules and "--af-card:#fff" in rules and "--af-ink:#000" in rules and ".af-nav" in rules
    page = page_of(signed_in("standish").get("/to-read/sheets/northgate/9S/"))
    assert page.one(cls="af-sheet").all(cls="af-keep")[0].all(tag="button")[0].text == "The sheet came back"
    assert "style" not in page.one(cls="af-sheet").attrs


def test_s49_the_sheet_came_back(campaign, signed_in):
    his, path = signed_in("standish"), "/to-read/sheets/northgate/9S/"
    assert send(his, path, {}, opened=path).status_code == 303
    assert send(his, path, {}, opened="/me/away/").status_code == 303
    assert "Came back on 25 November 2026" in text_of(his, "/to-read/sheets/")
    assert models.Sheet.objects.count() == 1
    assert "1 of 5" in text_of(signed_in("pritchard"), "/campaigns/%s/" % campaign)


def test_a_group_of_others_and_one_that_is_not_there_are_the_same(campaign, signed_in):
    his = signed_in("standish")
    pages = [his.get("/to-read/sheets/%s/" % one) for one in ("northgate/8R", "northgate/7Z", "nowhere/9S", "eastfield/year-12")]
    assert {one.status_code for one in pages} == {404}
    assert signed_in("harrow").get("/to-read/sheets/").status_code == 404
    assert signed_in("finnis").get("/to-read/sheets/brannocks/4%20Heron/").status_code == 200


def test_the_pages_read_easily(campaign, signed_in):
    hers, his = signed_in("pritchard"), signed_in("standish")
    paths = [(hers, one) for one in ("/campaigns/", NEW, "/campaigns/%s/" % campaign)] + [(his, "/to-read/sheets/")]
    for browser, path in paths:
        page = page_of(browser.get(path))
        assert too_hard(page, "staff") == [], path
        assert convicting(" ".join(ours(page))) == []
    assert too_hard(page_of(his.get("/to-read/sheets/northgate/9S/")), "student") == []


def test_a_school_with_a_long_name_fits_the_plot_and_stands_in_full_under_it(campaign, signed_in, monkeypatch):
    name = "St Brannock's Church of England Voluntary Aided Primary School and Nursery"
    found = (Progress("brannocks", say("{name}", name=name), {"has-read": 12}, None),)
    monkeypatch.setattr(pages, "progress", lambda by, ref: found)
    page = page_of(signed_in("pritchard").get("/campaigns/%s/" % campaign))
    drawn = [one.text for one in page.all(tag="text")]
    assert (drawn, page.one(tag="main").text.count(name)) == (["St Brannock's Church of England Volun…", "12"], 2)
