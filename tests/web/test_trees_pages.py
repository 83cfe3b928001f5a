"""Do I need to do anything? Walked by the cast; nothing stands in an address, nothing is kept."""

import re
from urllib.parse import urlencode

import pytest
from django.apps import apps

from askfirst.procedure.tree import Answer, Who, walk
from askfirst.procedure.trees import trees_for
from tests.web.pages import page_of
from tests.web.test_procedure_pages import words


class Walk:
    """Somebody answering one question after another, as the forms on the page send it."""

    def __init__(self, browser, path):
        self.browser, self.path = browser, path
        self.answer = browser.get(path)

    @property
    def html(self):
        return self.answer.content.decode()

    @property
    def said(self):
        return words(self.html).replace("&#x27;", "'")

    def send(self, *, back=False, **fields):
        form = page_of(self.answer)
        before = [node.attrs["value"] for node in form.all(tag="input", name="before")]
        token = form.all(tag="input", name="csrfmiddlewaretoken")[0].attrs["value"]
        before = before[: len(before) // (2 if form.all(tag="fieldset") and before else 1)]
        pairs = [("csrfmiddlewaretoken", token), *(("before", one) for one in before), *fields.items()]
        if back:
            pairs.append(("back", "1"))
        self.answer = self.browser.post(self.path, urlencode(pairs), content_type="application/x-www-form-urlencoded")
        return self

    def say(self, *answers):
        for one in answers:
            self.send(answer=one)
        return self


def test_s14_miss_drinkwater_need_not_do_anything(browser):
    walked = Walk(browser, "/do-i-need-to/personal-page/")
    for _ in range(3):
        if "Continue" in walked.said:
            walked.say("no")
    assert "You do not need to do anything. We kept no record." in walked.said
    assert "WEB-1" in walked.said
    assert "Even a personal page should not attack colleagues or students." in walked.said
    assert "WEB-2" in walked.said
    assert "address" not in walked.said.split("You do not need")[1].split("Start again")[0]
    assert "disclaimer" not in walked.said
    assert walked.answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("says_where", ["yes", "no"])
def test_s16_the_chalk_badger_is_no_purely_personal_page(browser, says_where):
    walked = Walk(browser, "/do-i-need-to/start-a-blog/").say("yes", says_where, "yes")
    assert "You should talk to your line manager before you start." in walked.said
    assert "You do not need to do anything" not in walked.said
    clauses = [node.text for node in page_of(walked.answer).all(tag="a", cls="af-clause")]
    assert clauses[0] == "BLG-6"
    assert "WEB-1" not in clauses
    said = "views are yours" if says_where == "yes" else "If you will say where you work, add a disclaimer"
    assert said in walked.said
    assert "does it mean the school or the place?" in walked.said
    assert page_of(walked.answer).one(tag="a", cls="govuk-button").attrs["href"] == "/do-i-need-to/school-name-in-address/"


def test_s16_an_address_that_means_the_school_asks_for_another_name(browser):
    walked = Walk(browser, "/do-i-need-to/school-name-in-address/").say("yes", "yes")
    assert "place" in page_of(walked.answer).one(tag="h1").text
    walked.say("school")
    assert "HYB-3" in [node.text for node in page_of(walked.answer).all(tag="a", cls="af-clause")]
    assert "We kept no record." in walked.said


def test_s16_the_knitting_journal_needs_nothing(browser):
    walked = Walk(browser, "/do-i-need-to/start-a-blog/").say("no", "no", "no")
    assert "You do not need to do anything. We kept no record." in walked.said
    assert "line manager" not in walked.said


def test_s14_she_is_asked_for_no_address_and_no_disclaimer_on_the_way(browser):
    walked = Walk(browser, "/do-i-need-to/personal-page/")
    for _ in range(4):
        main = page_of(walked.answer).one(tag="main")
        assert [one.attrs["type"] for one in main.all(tag="input") if one.attrs.get("type") not in ("hidden", "radio")] == []
        asked = " ".join(one.text for one in main.all(tag="legend"))
        assert not main.all(tag="textarea") and not re.search("disclaimer|address", asked), asked
        if "Continue" not in walked.said:
            break
        walked.say("no")
    assert "You do not need to do anything. We kept no record." in walked.said


def test_s16_s22_nothing_is_stored_and_nobody_is_told(signed_in):
    """Ms Harrow's knitting journal, and Tobias who is offered trainers: no case, no notice, no row of any table."""
    ways = [("harrow", "/do-i-need-to/start-a-blog/", "no"), ("wren", "/do-i-need-to/paid-post/?as=student", "yes")]
    browsers = {name: signed_in(name) for name, _, _ in ways}
    before = every_row()
    for name, path, answer in ways:
        walked = Walk(browsers[name], path)
        for _ in range(4):
            if "Continue" in walked.said:
                walked.say(answer)
        assert "We kept no record." in walked.said
    assert every_row() == before


def every_row():
    """Every row of every table but the times of sessions."""
    return {
        model.__name__: sorted(map(str, model._base_manager.values_list())) for model in apps.get_models() if model.__name__ != "Session"
    }


def test_s22_tobias_gets_advice_only(browser):
    walked = Walk(browser, "/do-i-need-to/paid-post/?as=student")
    seen = walked.said
    for _ in range(4):
        if "Continue" not in walked.said:
            break
        walked.say("yes")
        seen += walked.said
    assert "We kept no record." in walked.said
    for part in ("ad", "film", "uniform"):
        assert re.search(r"\b%s" % part, walked.said), part
    assert "SNS-4" in walked.said
    assert "WEB-6" not in seen
    assert not re.search(r"delete your account", seen, re.IGNORECASE)


@pytest.mark.parametrize("who", list(Who))
def test_every_path_ends_in_an_answer_and_one_button_that_leads_somewhere(browser, who):
    suffix = "?as=student" if who is Who.STUDENT else ""
    ends = 0
    for tree in trees_for(who):
        paths: list[tuple[str, ...]] = [()]
        while paths:
            path = paths.pop()
            here = walk(tree, path)
            if isinstance(here, Answer):
                ends += 1
                walked = Walk(browser, "/do-i-need-to/%s/%s" % (tree.id, suffix)).say(*path)
                assert str(here.kept) in walked.said
                buttons = page_of(walked.answer).all(tag="a", cls="govuk-button")
                assert [button.attrs["href"].partition("?")[0] for button in buttons] == [here.button.path]
                opened = browser.get(here.button.path + suffix)
                assert opened.status_code == (302 if here.button.path == "/ask/" else 200)  # a question needs somebody to answer to
            else:
                paths += [(*path, choice.value) for choice in here.choices]
    assert ends > 10
    print("%d ends walked" % ends)


def test_no_answer_is_asked_for_at_the_top_and_at_the_field(browser):
    walked = Walk(browser, "/do-i-need-to/personal-page/").send()
    assert walked.answer.status_code == 400
    assert walked.html.count("Choose an answer.") == 2
    assert "<title>Error:" in walked.html


def test_back_keeps_the_answers_before(browser):
    walked = Walk(browser, "/do-i-need-to/start-a-blog/")
    first = page_of(walked.answer).one(tag="h1")
    walked.say("yes")
    assert walked.said.count("Question 2") == 1
    walked.send(back=True)
    assert "Question 1" in walked.said
    assert page_of(walked.answer).one(tag="h1").inside == first.inside


@pytest.mark.parametrize("before", [["perhaps"], ["no"] * 9, ["\0"], ["<b>"]])
def test_answers_that_do_not_fit_start_again_with_a_sentence(browser, before):
    walked = Walk(browser, "/do-i-need-to/personal-page/")
    token = page_of(walked.answer).all(tag="input", name="csrfmiddlewaretoken")[0].attrs["value"]
    body = urlencode([("csrfmiddlewaretoken", token), *(("before", one) for one in before), ("answer", "no")])
    answer = browser.post("/do-i-need-to/personal-page/", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 400
    assert "Start again from here." in answer.content.decode()


def test_a_student_has_trees_of_their_own_and_no_staff_duty(browser):
    assert browser.get("/do-i-need-to/personal-page/?as=student").status_code == 404
    page = words(browser.get("/do-i-need-to/?as=student").content.decode())
    assert "We keep no record." in page
