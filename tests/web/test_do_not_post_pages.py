"""Ask not to be in posts, on the page: by oneself, by a parent, by staff, sealed; and signed out, where nothing is confirmed (S30, S31)."""

import pytest

from askfirst.casework.models import Case
from tests.web.pages import page_of, send
from tests.web.test_words_of_pages import too_hard
from tests.web.walks import asked_of, once_of

pytestmark = pytest.mark.django_db

ME = {"scope": "photos", "until": "21/7/2027"}


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("farouk", [{"scope", "what", "until"}]),
        ("tolland", [{"whom"}, {"scope", "what", "until"}]),
        ("langtree", [{"whom"}, {"scope", "what", "until"}, {"sealed", "reason"}]),
        ("tamblyn-h", [{"scope", "what", "until"}]),
    ],
)
def test_each_is_asked_for_what_is_theirs_to_say(signed_in, name, asked):
    browser = signed_in(name)
    assert asked_of(browser, "/do-not-post/", ME) == asked
    assert too_hard(page_of(browser.get("/do-not-post/")), "student" if name == "farouk" else "staff") == []


def test_amina_asks_and_reads_how_it_stands(signed_in):
    amina = signed_in("farouk")
    sent = send(amina, "/do-not-post/", {**ME, "send": "1"})
    assert sent.status_code == 303
    page = page_of(amina.get(sent["Location"]))
    assert "Sent to Mrs Rowbotham" in page.one(tag="h1").text
    assert too_hard(page, "student") == []
    case = Case.objects.get()
    held = amina.get("/cases/%s/" % case.ref).content.decode()
    assert "It is about you." in held
    assert "21 July 2027" in held


def test_s30_the_page_shows_the_reason_to_the_two_alone(signed_in):
    lead = signed_in("langtree")
    why = "An old address must not come out."
    sent = send(lead, "/do-not-post/", {**ME, "send": "1", "whom": "Elowen Tamblyn", "sealed": "yes", "reason": why})
    address = sent["Location"].partition("?")[0]
    assert why in lead.get(address).content.decode()
    assert why in signed_in("oldroyd").get(address).content.decode()
    for name in ("nwachukwu", "wieczorek", "tolland", "tamblyn-h"):
        answer = signed_in(name).get(address)
        assert (answer.status_code, why in answer.content.decode()) == (404, False)


def test_s31_his_page_says_who_can_ask_and_confirms_nothing(signed_in):
    before = signed_in("lund-a").get("/do-not-post/").content.decode()
    assert "A parent cannot ask this alone for someone aged 18 or over." in before
    assert "they sign in, or ring the school" in before
    assert "Freya" not in before.replace("Mr Anders Lund", "")
    refused = send(signed_in("lund-a"), "/do-not-post/", {**ME, "send": "1", "child": "osei"})
    assert refused.status_code == 409
    assert not Case.objects.exists()


def test_signed_out_the_page_is_the_same_whatever_is_sent(browser, signed_in):
    before = page_of(browser.get("/do-not-post/")).one(tag="main").text
    send(signed_in("farouk"), "/do-not-post/", {**ME, "send": "1"})
    assert page_of(browser.get("/do-not-post/")).one(tag="main").text == before
    posted = [
        page_of(send(browser, "/do-not-post/", {"whom": name, "send": "1"})).one(tag="main").text
        for name in ("Amina Farouk-Wells", "Nobody Whatever")
    ]
    assert posted == [before, before]


@pytest.mark.parametrize(
    "wrong", [{}, {"scope": "photos"}, {"scope": "topic", "until": "21/7/2027"}, {"scope": "photos", "until": "1/1/2020"}]
)
def test_what_is_missing_is_said_and_what_was_written_stands(signed_in, wrong):
    answer = send(signed_in("farouk"), "/do-not-post/", {**wrong, "send": "1"})
    assert answer.status_code == 400
    page = page_of(answer)
    assert page.all(tag="div", class_="govuk-error-summary") or "This was not sent yet" in answer.content.decode()
    if wrong.get("until"):
        assert wrong["until"] in answer.content.decode()


def test_sent_twice_it_is_one_request(signed_in):
    amina = signed_in("farouk")
    once = once_of(amina, "/do-not-post/", ME)
    places = {send(amina, "/do-not-post/", {**ME, "send": "1", "once": once})["Location"] for _ in range(10)}
    assert (len(places), Case.objects.count()) == (1, 1)
