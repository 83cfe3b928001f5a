"""What I am asked to read, page by page: S48 told by Miss Drinkwater, Ms Averill and Mrs Rainsford; what is shown, forgotten and kept."""

import json
import re
from datetime import date

import pytest
from django.apps import apps

from askfirst.adoption import models
from askfirst.casework.models import Case
from askfirst.procedure.load import the_edition
from askfirst.trail.models import Event
from gates.words import convicting
from tests.adoption.campaigning import asked, task
from tests.cast import MONDAY, who
from tests.groups import tells
from tests.web.pages import ours, page_of, send
from tests.web.people_at_work import bare, text_of
from tests.web.test_words_of_pages import too_hard

PAGE, TEAM = "/to-read/", "/to-read/team/"
PRESS = "I have read this"
WEDNESDAY = date(2026, 11, 25)


@pytest.fixture
def campaign(cast):
    return asked("2018-11", audience=("staff", "student"), opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")


def answers(name, number):
    """The same choice of every scenario that somebody is asked."""
    return {one.id: str(number) for one in task(name, WEDNESDAY).scenarios}


def presses(browser, name):
    send(browser, PAGE, {"what": "answers", **answers(name, 0)}, opened=PAGE)
    page = page_of(send(browser, PAGE, {"what": "answers"}, opened=PAGE))
    digest = page.one(tag="input", name="digest").attrs["value"]
    return send(browser, PAGE, {"what": "read", "digest": digest}, opened=PAGE)


def everything():
    return {
        model.__name__: sorted(map(str, model._base_manager.values_list())) for model in apps.get_models() if model.__name__ != "Session"
    }


ANY_PAGE = "Do you have a page of your own? A few questions say whether there is anything to do. We keep no record."


def test_s14_everybody_who_works_here_sees_the_same_general_line_and_no_student_does(campaign, signed_in):
    """Mr Holloway-Finch declared a blog and Miss Drinkwater did not: the line is the same."""
    tells("holloway", "declaration", {"what": "blog", "topic": "Physics", "says": "yes", "disclaimer": "yes"}, "2026-11-23 10:00")
    for name in ("drinkwater", "holloway", "harrow"):
        page = page_of(signed_in(name).get(PAGE)).one(tag="main")
        assert ANY_PAGE in page.text
        assert page.one(tag="a", href="/do-i-need-to/personal-page/")
    assert ANY_PAGE not in text_of(signed_in("farouk"), PAGE)


def test_s55_what_she_read_as_staff_is_nothing_she_read_as_a_parent_and_the_other_way_round(campaign, signed_in):
    hers = signed_in("okoropenn")
    send(hers, "/me/hat/", {"capacity": "parent"})
    assert PRESS not in text_of(hers, PAGE)
    assert "Something to read – by" not in text_of(hers, "/me/")
    as_a_parent = send(hers, PAGE, {"what": "read", "digest": "0" * 64})
    assert as_a_parent.status_code in (303, 400, 403, 404, 409)
    assert not models.Shown.objects.exists(), "as a parent she read nothing, and nothing says that she did"
    send(hers, "/me/hat/", {"capacity": "staff"})
    assert "Something to read – by" in text_of(hers, "/me/"), "and as staff it is still hers to read"
    assert presses(hers, "okoropenn").status_code == 303
    assert models.Shown.objects.get().state == "acknowledged"
    before = sorted(models.Shown.objects.values_list())
    send(hers, "/me/hat/", {"capacity": "parent"})
    assert "You have said that you have read it." not in text_of(hers, PAGE)
    assert "Nobody asks you to read anything now." in text_of(hers, PAGE)
    assert sorted(models.Shown.objects.values_list()) == before


def test_s48_she_reads_only_her_clauses_answers_and_presses(campaign, signed_in):
    hers = signed_in("drinkwater")
    assert "Something to read – by 18 December 2026" in text_of(hers, "/me/")
    page = page_of(hers.get(PAGE))
    shown = [node.attrs["id"] for node in page.one(cls="af-clauses").inside if getattr(node, "tag", "") == "li"]
    assert shown == [one.id for one in the_edition().clauses if one.addressee in ("staff", "both")]
    assert len(page.all(tag="fieldset")) == 3
    assert not page.all(tag="button", value="read"), "first the three questions"
    assert presses(hers, "drinkwater").status_code == 303
    assert "You have said that you have read it." in text_of(hers, PAGE)
    assert "Something to read – by" not in text_of(hers, "/me/")
    row = models.Shown.objects.get()
    assert (row.person_id, row.state, row.on, row.edition) == (who("drinkwater"), "acknowledged", WEDNESDAY, "2018-11")


def test_s48_what_is_kept_is_what_the_page_showed(campaign, signed_in):
    """Every line of the kept words stands on the page, in the same order."""
    hers = signed_in("drinkwater")
    text = page_of(hers.get(PAGE)).one(tag="main").text
    presses(hers, "drinkwater")
    at = 0
    for line in models.Wording.objects.get().text.splitlines()[:-1]:
        assert line in text[at:], line
        at = text.index(line, at)


def test_s48_the_button_says_i_have_read_this(campaign, signed_in):
    hers = signed_in("drinkwater")
    page = page_of(send(hers, PAGE, {"what": "answers"}, opened=PAGE))
    assert page.one(tag="button", value="read").text == PRESS
    for shown in (page_of(hers.get(PAGE)), page):
        asked = [node.text for tag in ("button", "label", "legend", "h1", "h2") for node in shown.all(tag=tag)]
        words = " ".join(asked + [node.attrs.get("value", "") for node in shown.all(tag="input")])
        assert asked and not re.search(r"\bi (?:\w+ )?agree\b", words.lower()), "an agreement is asked for"


def test_answers_are_shown_and_forgotten(campaign, signed_in, caplog):
    hers = signed_in("drinkwater")
    hers.get(PAGE)
    before = everything()
    three = task("drinkwater", WEDNESDAY).scenarios
    chosen = {one.id: str(1 - one.better if len(one.choices) == 2 else 0) for one in three}
    response = send(hers, PAGE, {"what": "answers", **chosen}, opened=PAGE)
    text = page_of(response).one(tag="main").text
    for one in three:
        assert "We would do this: %s" % one.choices[one.better] in text
        assert "You chose: %s" % one.choices[int(chosen[one.id])] in text
        assert "Why: %s" % one.reason in text
    better = {one.id: str(one.better) for one in three}
    text = page_of(send(hers, PAGE, {"what": "answers", **better}, opened=PAGE)).one(tag="main").text
    assert text.count("You chose what we would do:") == 3 and text.count("Why:") == 3, "the reason is shown either way"
    assert everything() == before
    assert response["Cache-Control"] == "no-store"
    assert three[0].id not in caplog.text


def test_nothing_sent_in_an_answer_comes_back_or_stays(campaign, signed_in):
    hers = signed_in("drinkwater")
    hers.get(PAGE)
    before = everything()
    for value in ("CANARY", "-1", "99", "\u0661", "<b>CANARY</b>"):
        response = send(hers, PAGE, {"what": "answers", **dict.fromkeys(answers("drinkwater", 0), value)}, opened=PAGE)
        assert response.status_code == 200 and b"CANARY" not in response.content
        assert "You chose" not in page_of(response).one(tag="main").text
    assert everything() == before


def test_s48_a_paper_copy_and_nothing_follows(campaign, signed_in):
    hers, rainsford = signed_in("averill"), signed_in("rainsford")
    hers.get(PAGE)
    cases = Case.objects.count()
    assert send(hers, PAGE, {"what": "copy"}, opened=PAGE).status_code == 303
    assert "Nothing else follows" in text_of(hers, PAGE)
    assert "Ms Constance Averill – given a copy" in text_of(rainsford, TEAM)
    assert Case.objects.count() == cases
    assert page_of(hers.get(PAGE)).all(tag="button", value="read"), "she may still say that she has read it"


def test_s48_her_manager_writes_it_down_for_her_who_will_not_click(campaign, signed_in):
    rainsford = signed_in("rainsford")
    assert "Ms Constance Averill – not started" in text_of(rainsford, TEAM)
    assert send(rainsford, TEAM, {"who": who("averill"), "what": "copy"}, opened=TEAM).status_code == 303
    assert "Ms Constance Averill – given a copy" in text_of(rainsford, TEAM)
    for wrong in ({"who": who("averill"), "what": "read"}, {"who": who("harrow"), "what": "copy"}, {"who": "x" * 9000, "what": "copy"}, {}):
        response = send(rainsford, TEAM, wrong, opened=TEAM)
        assert response.status_code == 409
        assert "There is nothing to note" in page_of(response).one(tag="main").text
    assert models.Shown.objects.count() == 1


def test_s48_a_question_from_the_page_becomes_an_ask(campaign, signed_in):
    hers, rainsford = signed_in("drinkwater"), signed_in("rainsford")
    page = page_of(hers.get(PAGE))
    link = page.one(tag="a", href="/ask/?reading=1")
    assert link.text == "I need to ask"
    form = page_of(hers.get("/ask/?reading=1"))
    fields = {"once": form.one(tag="input", name="once").attrs["value"], "reading": "1", "text": "Does it hold for my cat page?"}
    assert send(hers, "/ask/", {**fields}, opened="/ask/").status_code == 400, "whom to ask is missing"
    assert "question" not in text_of(rainsford, TEAM)
    assert send(hers, "/ask/", {**fields, "to": "line-manager"}, opened="/ask/").status_code == 303
    case = Case.objects.latest("id")
    assert (case.kind, case.asker_id) == ("question", who("drinkwater"))
    text = text_of(rainsford, TEAM)
    assert "Miss Paloma Drinkwater – asked a question" in text and "refused" not in text
    assert "You asked a question." in text_of(hers, PAGE)
    presses(hers, "drinkwater")
    assert "Miss Paloma Drinkwater – has read it" in text_of(rainsford, TEAM)


def test_a_question_asked_elsewhere_is_nobodys_business(campaign, signed_in):
    hers = signed_in("drinkwater")
    form = page_of(hers.get("/ask/"))
    fields = {"once": form.one(tag="input", name="once").attrs["value"], "text": "May I?", "to": "line-manager"}
    send(hers, "/ask/", fields, opened="/ask/")
    assert not models.Shown.objects.exists()


def test_s48_nobody_sees_how_long_anyone_read(campaign, signed_in):
    """Miss Drinkwater opens it twice, Mr Holloway-Finch once: every page of everybody else is the same."""
    paths = ("/", "/me/", TEAM, "/campaigns/", "/me/record/", "/reports/opened/", "/mail-sent/")
    others = {name: signed_in(name) for name in ("rainsford", "wieczorek", "pritchard", "sethuraman", "abernethy")}
    hers = signed_in("drinkwater")
    hers.get(PAGE)

    def seen():
        return {(name, path): bare(one.get(path)) for name, one in others.items() for path in paths}

    before, events = seen(), Event.objects.count()
    for _ in range(3):
        hers.get(PAGE)
    assert seen() == before
    assert Event.objects.count() == events


def test_a_press_without_the_words_is_refused_with_a_sentence(campaign, signed_in):
    hers = signed_in("drinkwater")
    hers.get(PAGE)
    for fields in ({"what": "read"}, {"what": "read", "digest": "0" * 64}, {"what": "read", "digest": "x" * 9000}):
        response = send(hers, PAGE, fields, opened=PAGE)
        assert response.status_code == 409
        assert "These are not the words you were shown." in page_of(response).one(tag="main").text
    assert send(hers, PAGE, {"what": "agree"}, opened=PAGE).status_code == 409
    assert models.Shown.objects.get().state == "read"


def test_nobody_is_asked_without_a_campaign(cast, signed_in):
    for name in ("drinkwater", "farouk", "blenkinsop-g", "quarshie"):
        browser = signed_in(name)
        assert "Nobody asks you to read anything now." in text_of(browser, PAGE)
        assert send(browser, PAGE, {"what": "read"}, opened="/me/").status_code == 409
        assert "Something to read –" not in text_of(browser, "/me/")
    assert not models.Shown.objects.exists()


def test_a_student_of_thirteen_reads_in_her_own_words_and_one_of_twelve_is_not_asked_to_sign(campaign, signed_in):
    amina, kit = signed_in("farouk"), signed_in("kit")
    text = text_of(amina, PAGE)
    assert "You must not attack or bully anyone at school online." in text
    assert "BLG-" not in text and "WEB-" not in text
    presses(amina, "farouk")
    assert models.Shown.objects.get(person_id=who("farouk")).state == "acknowledged"
    page = page_of(send(kit, PAGE, {"what": "answers"}, opened=PAGE))
    assert not page.all(tag="button", value="read")
    assert "You do not have to sign." in page.one(tag="main").text
    assert "Something to read –" not in text_of(kit, "/me/")


@pytest.mark.parametrize(("name", "reader"), [("drinkwater", "staff"), ("rainsford", "staff"), ("farouk", "student"), ("kit", "student")])
def test_the_pages_read_easily(campaign, signed_in, name, reader):
    browser = signed_in(name)
    first = page_of(browser.get(PAGE))
    second = page_of(send(browser, PAGE, {"what": "answers", **answers(name, 0)}, opened=PAGE))
    pages = [first, second, *([page_of(browser.get(TEAM))] if name == "rainsford" else [])]
    for page in pages:
        assert too_hard(page, reader) == []
        assert convicting(" ".join(ours(page))) == []


def test_who_manages_nobody_finds_no_list(campaign, signed_in):
    for name in ("drinkwater", "wieczorek", "farouk", "blenkinsop-g"):
        browser = signed_in(name)
        assert browser.get(TEAM).status_code == 404
        assert send(browser, TEAM, {"who": who("averill"), "what": "copy"}, opened="/me/").status_code == 404
    assert not models.Shown.objects.exists()


def test_the_record_shows_what_is_kept(campaign, signed_in):
    hers = signed_in("drinkwater")
    presses(hers, "drinkwater")
    assert "Edition 2018-11: you have said that you have read it" in text_of(hers, "/me/record/")
    kept = json.loads(hers.get("/me/record.json").content)["read"]
    row = models.Shown.objects.get()
    assert kept == [{"edition": "2018-11", "on": "2026-11-25", "state": "acknowledged", "asked": False, "words": row.wording_id}]
    for path in ("/me/record/", "/what-we-keep/"):
        assert "the edition, its exact words and the day" in text_of(hers, path)
