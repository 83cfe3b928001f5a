"""Ask about your data, on the page: by oneself, by a parent, by a link; signed out, where nothing is confirmed (workflows.md 3.19)."""

import pytest

from askfirst.casework.models import Case
from askfirst.people.links import link_for
from tests.cast import who
from tests.clock import london
from tests.groups import takes
from tests.web.pages import page_of, send
from tests.web.test_words_of_pages import too_hard
from tests.web.walks import asked_of, once_of

pytestmark = pytest.mark.django_db

COPY = {"want": "copy"}
NOT_THEIRS = "You cannot ask for someone aged 18 or over, or for a child who is not yours"


def main_of(answer):
    return page_of(answer).one(tag="main").text


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("farouk", {"want"}),
        ("harrow", {"want"}),
        ("quarshie", {"want"}),
        ("blenkinsop-g", {"want", "child"}),
        ("lund-a", {"want"}),
    ],
)
def test_each_is_asked_for_what_is_theirs_to_say(signed_in, name, first):
    browser = signed_in(name)
    page = page_of(browser.get("/my-data/"))
    outside = name in ("blenkinsop-g", "lund-a")  # one page, as by a link
    assert asked_of(browser, "/my-data/", COPY) == ([first | {"which", "text", "handled"}] if outside else [first, {"which"}])
    wrong = [first | {"which", "text", "handled"}] if outside else [first, {"text", "handled"}]
    assert asked_of(browser, "/my-data/", {"want": "wrong", "text": "It is not so."}) == wrong
    assert too_hard(page, "student" if name == "farouk" else "staff") == []
    assert page.one(tag="a", href="/me/record/").text == "What is held about me"


def test_mr_lund_reads_in_one_sentence_that_he_cannot(signed_in):
    lund = signed_in("lund-a")
    page = main_of(lund.get("/my-data/"))
    assert NOT_THEIRS in page
    assert "Freya" not in page
    sent = send(lund, "/my-data/", {**COPY, "send": "1", "child": "osei"})
    assert sent.status_code == 303  # his form asks no such thing: it is about himself
    assert "It is about you." in lund.get(sent["Location"].partition("?")[0]).content.decode()
    father = signed_in("blenkinsop-g")
    answers = [
        send(father, "/my-data/", {**COPY, "send": "1", "child": child, "which": "Her school report"}) for child in ("osei", "nobody")
    ]
    assert [(one.status_code, NOT_THEIRS in main_of(one), "Her school report" in one.content.decode()) for one in answers] == [
        (400, True, True)
    ] * 2


def test_amina_asks_and_both_read_how_it_stands(signed_in):
    amina = signed_in("farouk")
    sent = send(amina, "/my-data/", {**COPY, "send": "1", "which": "My reports"})
    page = page_of(amina.get(sent["Location"]))
    assert page.one(tag="h1").text == "Sent to Ms Sethuraman"
    assert "25 December 2026" in page.text
    assert too_hard(page, "student") == []
    where = sent["Location"].partition("?")[0]
    held = amina.get(where)
    assert too_hard(page_of(held), "student") == []
    officer = signed_in("sethuraman")
    assert "My reports" in officer.get(where).content.decode()
    given = {"how": "paper", "note": "Three reports"}
    takes("whitlam", Case.objects.get().ref, "lead-part", "2026-11-25 10:00")
    version = Case.objects.get().version
    assert send(officer, where + "steps/give/", {**given, "version": version}).status_code == 303
    text = main_of(amina.get(where))
    assert ("Three reports" in text, "You can also ask the ICO" in text, "The copy itself is not kept here." in text) == (True, True, True)
    assert "ICO" not in main_of(officer.get(where))
    assert "R1" not in text
    assert "Kept for one year after it ends." in main_of(amina.get("/me/record/"))


def test_what_the_officer_did_is_sent_to_the_chair_where_there_is_no_trustee_for_it(signed_in):
    harrow = signed_in("harrow")
    sent = send(harrow, "/my-data/", {"want": "wrong", "text": "She lost my form.", "handled": "yes", "send": "1"})
    assert page_of(harrow.get(sent["Location"])).one(tag="h1").text == "Sent to Mr Quarshie"
    where = sent["Location"].partition("?")[0]
    assert signed_in("sethuraman").get(where).status_code == 404
    assert "She lost my form." in main_of(signed_in("quarshie").get(where))


def test_the_officer_reads_that_an_older_child_may_decide(signed_in):
    father = signed_in("blenkinsop-g")
    where = send(father, "/my-data/", {**COPY, "send": "1", "child": "maisie"})["Location"].partition("?")[0]
    officer = main_of(signed_in("sethuraman").get(where))
    assert "It is about Maisie Blenkinsop." in officer
    assert "An older child may wish to decide this themselves." in officer
    assert signed_in("maisie").get(where).status_code == 404
    assert signed_in("qureshi").get(where).status_code == 404


def test_signed_out_the_page_is_the_same_whatever_is_sent(browser, signed_in):
    before = main_of(browser.get("/my-data/"))
    send(signed_in("farouk"), "/my-data/", {**COPY, "send": "1"})
    posted = [main_of(send(browser, "/my-data/", given)) for given in (COPY, {"child": "osei"}, {"child": "nobody"})]
    assert [main_of(browser.get("/my-data/")), *posted] == [before] * 4
    assert Case.objects.count() == 1


@pytest.mark.parametrize("wrong", [{}, {"want": "all"}, {"want": "wrong", "which": "My words"}, {"want": "copy", "which": "x" * 10_001}])
def test_what_is_missing_is_said_and_what_was_written_stands(signed_in, wrong):
    answer = send(signed_in("farouk"), "/my-data/", {**wrong, "send": "1"})
    assert answer.status_code == 400
    assert wrong.get("which", "") in answer.content.decode()
    assert not Case.objects.exists()


def test_sent_twice_it_is_one_request(signed_in):
    amina = signed_in("farouk")
    once = once_of(amina, "/my-data/", COPY)
    assert len({send(amina, "/my-data/", {**COPY, "send": "1", "once": once})["Location"] for _ in range(10)}) == 1
    assert Case.objects.count() == 1


def come(browser, name, to):
    link = "/by-link/%s/" % link_for(who(name), at=london("2026-11-25 10:00"))
    return send(browser, link, {"to": to})


@pytest.mark.parametrize("name", ["tamblyn-h", "attwater", "grange"])
def test_a_parent_a_carer_and_a_former_student_ask_by_a_link_and_read_the_answer_by_the_next(browser, cast, at, name):
    at("2026-11-25 10:00")
    assert come(browser, name, "my-data")["Location"] == "/my-data/"
    page = browser.get("/my-data/")
    assert "/me/record/" not in main_of(page) + page.content.decode()  # a link opens no record
    sent = send(browser, "/my-data/", {**COPY, "send": "1", **({"child": "elowen"} if name == "tamblyn-h" else {})})
    assert sent.status_code == 303
    where = sent["Location"].partition("?")[0]
    browser.cookies.clear()
    assert browser.get(where).status_code == 302
    come(browser, name, "cases")
    assert browser.get(where).status_code == 200
