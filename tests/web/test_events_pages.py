"""S32 and S33 on the pages: the list of a school's events, the form that registers one, and what to say of a parent's pictures."""

import re

import pytest

from askfirst.casework.models import Case, CaseStep
from askfirst.trail.models import Event as Line
from askfirst.trail.models import Notice
from askfirst.vault.models import Sealed
from tests.web.pages import page_of, send
from tests.web.test_words_of_pages import too_hard
from tests.web.walks import once_of

pytestmark = pytest.mark.django_db

WORDS = "Please take no pictures at the rehearsal."
NATIVITY = {"called": "The nativity dress rehearsal", "place": "The hall", "day": "8/12/2026", "rule": "none", "notice": WORDS}
PARENTS = "/events/parents-pictures/"


def registered(browser, **details):
    sent = send(browser, "/events/new/", {**NATIVITY, "send": "1", **details})
    assert sent.status_code == 303
    return sent["Location"].split("/")[2], sent["Location"]


def text_of(browser, path="/events/"):
    return page_of(browser.get(path)).one(tag="main").text


def test_s32_he_registers_it_issues_the_notice_and_the_school_reads_both(signed_in):
    finnis = signed_in("finnis")
    assert too_hard(page_of(finnis.get("/events/new/")), "staff") == []
    ref, where = registered(finnis)
    receipt = page_of(finnis.get(where))
    assert too_hard(receipt, "staff") == []
    assert "8 December" in receipt.one(tag="main").text or "22 December 2026" in receipt.one(tag="main").text
    mine = page_of(finnis.get("/cases/%s/" % ref))
    assert too_hard(mine, "staff") == []
    assert "The notice has not gone out yet." in mine.one(tag="main").text
    assert "has not gone out yet" in text_of(signed_in("tolland"))
    version = mine.all(tag="input", name="version")[0].attrs["value"]
    assert send(finnis, "/cases/%s/steps/issue-notice/" % ref, {"version": version}).status_code == 303
    assert "The notice went out on 25 November 2026." in text_of(finnis, "/cases/%s/" % ref)
    for name, reader in (("tolland", "staff"), ("elowen", "student")):
        page = page_of(signed_in(name).get("/events/"))
        assert too_hard(page, reader) == []
        for words in (
            "The nativity dress rehearsal",
            "8 December 2026, The hall",
            "Photo rule: no photos",
            WORDS,
            "went out on 25 November 2026",
        ):
            assert words in page.one(tag="main").text
        assert page.all(tag="a", href="/ask/?event=" + ref)


@pytest.mark.parametrize("name", ["harrow", "kit", "wieczorek", "tamblyn-h", "adelakun"])
def test_another_school_and_a_parent_read_the_same_list_with_an_event_and_without(signed_in, name):
    before = text_of(signed_in(name))
    registered(signed_in("finnis"))
    assert text_of(signed_in(name)) == before
    assert "nativity" not in before


def test_signed_out_the_list_asks_for_a_sign_in_and_the_page_of_parents_does_not(browser):
    for path in ("/events/", "/events/new/"):
        assert browser.get(path)["Location"].startswith("/sign-in/")
    assert browser.get(PARENTS).status_code == 200


@pytest.mark.parametrize("name", ["elowen", "tamblyn-h", "wieczorek"])
def test_whoever_is_not_staff_of_a_school_reads_whom_to_ask(signed_in, name):
    one = signed_in(name)
    assert "Staff of a school register its events." in text_of(one, "/events/new/")
    refused = send(one, "/events/new/", {**NATIVITY, "send": "1"})
    assert refused.status_code == 409
    assert not Case.objects.exists()
    assert not page_of(one.get("/events/")).all(tag="a", href="/events/new/")


@pytest.mark.parametrize(
    "wrong", [{"called": ""}, {"day": "1/11/2025"}, {"day": "then"}, {"rule": "maybe"}, {"notice": ""}, {"called": "x" * 300}]
)
def test_what_is_wrong_is_said_and_what_was_written_stands(signed_in, wrong):
    answer = send(signed_in("finnis"), "/events/new/", {**NATIVITY, "send": "1", **wrong})
    assert answer.status_code == 400
    assert "govuk-error-summary" in answer.content.decode()
    assert "The hall" in answer.content.decode()
    assert not Case.objects.exists()


def test_sent_twice_it_is_one_event(signed_in):
    finnis = signed_in("finnis")
    once = once_of(finnis, "/events/new/", NATIVITY)
    places = {send(finnis, "/events/new/", {**NATIVITY, "send": "1", "once": once})["Location"] for _ in range(5)}
    assert (len(places), Case.objects.count()) == (1, 1)


def test_somebody_with_two_posts_is_asked_at_which_school_it_is(signed_in):
    standish = signed_in("standish")
    values = {node.attrs["value"] for node in page_of(standish.get("/events/new/")).all(tag="input", name="school")}
    assert values == {"northgate", "eastfield"}
    assert not page_of(signed_in("finnis").get("/events/new/")).all(tag="input", name="school")
    registered(standish, school="eastfield")
    assert "Eastfield Academy" in text_of(standish)


def test_a_question_about_an_event_of_another_school_is_a_plain_question(signed_in):
    """The same bytes as for a reference that nobody has."""
    ref, _ = registered(signed_in("finnis"))

    def form(browser, event):
        answer = browser.get("/ask/?event=" + event).content.decode()
        return re.sub(r'(name="(?:once|csrfmiddlewaretoken)" value=")[^"]*', r"\1", answer)

    harrow = signed_in("harrow")
    assert form(harrow, ref) == form(harrow, "BBBBBBBB") == form(harrow, "")
    assert "organiser" not in form(harrow, ref)
    assert "They registered the event you ask about." in form(signed_in("tolland"), ref)


def test_his_own_event_leads_to_its_case_and_not_to_a_question(signed_in):
    finnis = signed_in("finnis")
    ref, _ = registered(finnis)
    page = page_of(finnis.get("/events/"))
    assert page.all(tag="a", href="/cases/%s/" % ref)
    assert not page.all(tag="a", href="/ask/?event=" + ref)
    assert "They registered the event" not in text_of(finnis, "/ask/?event=" + ref)


def test_he_hands_it_to_mr_tolland_and_each_page_says_whose_it_is(signed_in):
    finnis, tolland = signed_in("finnis"), signed_in("tolland")
    ref, _ = registered(finnis)
    page, where = "/cases/%s/" % ref, "/cases/%s/steps/hand-event/" % ref
    assert "Ask them first: they are told at once." in text_of(finnis, page)
    version = page_of(finnis.get(page)).all(tag="input", name="version")[0].attrs["value"]
    wrong = send(finnis, where, {"version": version, "organiser": "Ms Mei-Lin Harrow"})
    assert (wrong.status_code, "Name somebody who works at this school." in page_of(wrong).one(tag="main").text) == (400, True)
    assert 'value="Ms Mei-Lin Harrow"' in wrong.content.decode()
    once = {"version": version, "organiser": "Mr Emrys Tolland", "once": "f" * 32}
    assert {send(finnis, where, once).status_code for _ in range(10)} == {303}
    assert CaseStep.objects.filter(case__ref=ref, step="hand-event").count() == 1
    mine = page_of(finnis.get(page))
    assert "Mr Tolland organises this now. You can read it, and you have nothing to do." in mine.one(tag="main").text
    assert [form for form in mine.one(tag="main").all(tag="form") if "/steps/" in form.attrs.get("action", "")] == []
    his = page_of(tolland.get(page))
    assert "organises this now" not in his.one(tag="main").text
    assert [form.attrs["action"] for form in his.all(tag="form") if "call-off" in form.attrs.get("action", "")]
    for one in (mine, his):
        assert too_hard(one, "staff") == []
    assert page_of(tolland.get("/events/")).all(tag="a", href=page)
    assert page_of(finnis.get("/events/")).all(tag="a", href="/ask/?event=" + ref)


# ---------------------------------------------------------------- S33


def everything():
    return [model.objects.count() for model in (Case, CaseStep, Sealed, Notice, Line)]


def reports(browser, poster="someone-else"):
    """From the first question of “Get something taken down” to what to do."""
    answers = {"what": "neither", "asker": "staff", "evidence": "no", "poster": poster, "link": "Facebook"}
    return page_of(send(browser, "/remove/", answers))


def test_s33_she_reports_his_pictures_and_reads_that_parents_are_not_bound(signed_in):
    registered(signed_in("thackray"), called="The sports awards", day="20/11/2026", rule="school", notice="Share within the school alone.")
    rowbotham = signed_in("rowbotham")
    before = everything()
    found = reports(rowbotham)
    assert too_hard(found, "staff") == []
    assert "Parents are not bound by this procedure." in found.one(tag="main").text
    assert found.all(tag="a", href=PARENTS)
    page = page_of(rowbotham.get(PARENTS))
    assert too_hard(page, "staff") == []
    text = page.one(tag="main").text
    assert "Parents are not bound by this procedure." in text
    assert "Words to copy" in text
    assert "stay within the school community" in text
    assert "A private account, for family and friends: that is personal use." in text
    assert "A public account, open to all: that may not be personal use." in text
    assert everything() == before


def test_s33_no_case_about_mr_wells_and_nothing_in_aminas_record(signed_in):
    amina = signed_in("farouk")
    before = amina.get("/me/record.json").json()
    rowbotham = signed_in("rowbotham")
    reports(rowbotham)
    rowbotham.get(PARENTS)
    after = amina.get("/me/record.json").json()
    assert {**after, "made_at": ""} == {**before, "made_at": ""}
    assert not Case.objects.exists()


def test_s33_there_is_no_record_of_a_possible_data_breach(signed_in):
    """Nothing is written at all, so no such record is; and the page speaks of none."""
    rowbotham = signed_in("rowbotham")
    before = everything()
    text = reports(rowbotham).one(tag="main").text + text_of(rowbotham, PARENTS)
    assert "breach" not in text.lower()
    assert "Data Protection Officer" not in text_of(rowbotham, PARENTS)
    assert everything() == before


def test_where_somebody_of_the_school_posted_it_parents_are_not_spoken_of(signed_in):
    assert not reports(signed_in("rowbotham"), poster="staff").all(tag="a", href=PARENTS)


def test_the_list_of_events_leads_to_the_page_of_parents_pictures(signed_in):
    assert page_of(signed_in("kit").get("/events/")).all(tag="a", href=PARENTS)
    assert too_hard(page_of(signed_in("kit").get(PARENTS)), "student") == []
