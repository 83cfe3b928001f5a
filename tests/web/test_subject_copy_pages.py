"""The copy of somebody's data on the page, through the API and on the command line; what she and the safeguarding lead read (S51)."""

import json

import pypdfium2
import pytest

from askfirst.casework.models import Case, CaseStep
from askfirst.cli.a_person import NOTHING
from askfirst.people.links import link_for
from askfirst.records.dates import WRITTEN, day_said
from askfirst.records.subject_access import MADE
from askfirst.trail import chain
from tests.access.world import command
from tests.cast import who
from tests.clock import london
from tests.groups import takes
from tests.records.test_subject_access import AMINA, AT_WORK, decided, request_of, told
from tests.web.pages import page_of, send
from tests.web.people_at_work import bare
from tests.web.test_words_of_pages import too_hard

__all__ = ["request_of", "told"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def where(at, request_of):
    at(AT_WORK)
    return "/cases/%s/copy/" % request_of


def main_of(answer):
    return page_of(answer).one(tag="main").text


def test_the_officer_finds_it_on_the_page_of_the_request_and_nobody_else(signed_in, where, request_of):
    case = "/cases/%s/" % request_of
    assert page_of(signed_in("sethuraman").get(case)).all(tag="a", href=where)
    assert not page_of(signed_in("whitlam").get(case)).all(tag="a", href=where)
    for name in ("whitlam", "farouk", "quarshie"):
        other = signed_in(name)
        theirs, never = other.get(where), other.get("/cases/BBBBBBBB/copy/")
        assert (theirs.status_code, bare(theirs)) == (404, bare(never))
        assert send(other, where, {"as": "json"}).status_code == 404
        assert other.get("/api/v1/cases/%s/copy" % request_of).status_code == 404
        assert command("cases", "copy", request_of, "--as", name) == (2, str(NOTHING))


def test_each_name_is_left_out_by_one_press_and_the_file_waits_for_all(signed_in, where, request_of):
    officer = signed_in("sethuraman")
    page = page_of(officer.get(where))
    assert "6 names or addresses to look at" in page.text
    assert too_hard(page, "staff") == []
    assert [one.text for one in page.all(tag="button", name="why", value="somebody-else")] == ["Leave it out: it names somebody else"]
    refused = send(officer, where, {"as": "pdf"})
    assert (refused.status_code, "6 names or addresses wait." in main_of(refused)) == (409, True)
    for words, why in AMINA:
        assert send(officer, where, {"step": "redact", "words": words, "why": why}).status_code == 303
    text = main_of(officer.get(where))
    assert "3 names or addresses to look at" in text
    assert "Ms Rukmini Sethuraman, Monday 21 December 2026, 10:00" in text
    assert "We do not keep these." in text
    decided(request_of)
    answer = send(officer, where, {"as": "json"})
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    assert answer["Content-Disposition"] == 'attachment; filename="askfirst-%s-copy.json"' % request_of
    made = json.loads(answer.content)
    assert officer.get("/api/v1/cases/%s/copy" % request_of).json() == made
    code, said = command("cases", "copy", request_of, "--as", "sethuraman")
    assert (code, json.loads(said)) == (0, made)
    assert [event.who for event in chain.events(request_of) if event.what == MADE] == [who("sethuraman")] * 3
    assert "amina" not in answer.content.decode().lower()


def test_the_pdf_says_every_word_of_the_data(signed_in, where, request_of):
    decided(request_of)
    officer = signed_in("sethuraman")
    read = pypdfium2.PdfDocument(send(officer, where, {"as": "pdf"}).content)
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in read).split())
    for words in ("A copy of your data", "We do not keep these.", "data protection complaint", "[left out: it names somebody else]"):
        assert words in text
    assert "mina" not in text


def test_on_the_page_and_in_the_pdf_days_are_said_and_in_the_data_they_are_written(signed_in, where, request_of):
    """A person reads "Monday 21 December 2026, 10:00"; a program reads 2026-12-21 10:00. Neither is asked to read the other's."""
    decided(request_of)
    officer = signed_in("sethuraman")
    pdf = pypdfium2.PdfDocument(send(officer, where, {"as": "pdf"}).content)
    texts = (main_of(officer.get(where)), " ".join(page.get_textpage().get_text_range() for page in pdf))
    assert [WRITTEN.findall(text) for text in texts] == [[], []]
    made = json.loads(send(officer, where, {"as": "json"}).content)
    assert WRITTEN.fullmatch(made["made_on"]) and WRITTEN.fullmatch(made["cases"][0]["opened_on"])
    assert all(day_said(made["cases"][0]["opened_on"]) in text for text in texts)
    assert [day_said(text) for text in ("2026-11-23", "2026-11-23 05:06", "on 2026-11-23", "2026-99-99")] == [
        "23 November 2026", "Monday 23 November 2026, 05:06", "on 2026-11-23", "2026-99-99",
    ]  # fmt: skip


def test_through_the_api_and_the_command_line_it_is_refused_while_a_name_waits(signed_in, where, request_of):
    refused = signed_in("sethuraman").get("/api/v1/cases/%s/copy" % request_of)
    assert (refused.status_code, "6 names or addresses wait." in refused.content.decode()) == (409, True)
    code, said = command("cases", "copy", request_of, "--as", "sethuraman")
    assert (code, "6 names or addresses wait." in said) == (2, True)
    code, _ = command("cases", "step", request_of, "redact", "--set", "words=@amina_fw", "--set", "why=their-account", "--as", "sethuraman")
    assert code == 0
    assert "5 names or addresses wait." in signed_in("sethuraman").get("/api/v1/cases/%s/copy" % request_of).content.decode()


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({}, "Press one of the buttons on this page."),
        ({"step": "give", "note": "Kept words"}, "Press one of the buttons on this page."),
        ({"as": "exe"}, "Press one of the buttons on this page."),
        ({"step": "redact", "words": "", "why": "harm"}, "Give the words as they stand in the copy."),
        ({"step": "redact", "words": "Kept words", "why": ""}, "Choose why."),
        ({"step": "leave-out", "part": "Kept words", "why": "harm"}, "That is no reference."),
    ],
)
def test_bad_input_is_one_sentence_and_what_was_written_stands(signed_in, where, request_of, sent, says):
    answer = send(signed_in("sethuraman"), where, sent)
    assert (answer.status_code, says in main_of(answer)) == (400, True)
    if sent.get("step") in ("redact", "leave-out"):
        assert ("Kept words" in answer.content.decode()) == ("Kept words" in sent.values())
    assert not CaseStep.objects.filter(case__ref=request_of, step__in=("redact", "leave-out")).exists()


def test_sent_ten_times_it_is_left_out_once(signed_in, where, request_of):
    officer = signed_in("sethuraman")
    sent = {"step": "redact", "words": "@amina_fw", "why": "their-account", "once": "7" * 32}
    assert {send(officer, where, sent).status_code for _ in range(10)} == {303}
    assert CaseStep.objects.filter(case__ref=request_of, step="redact").count() == 1


def test_mrs_whitlam_reads_whose_data_it_is_and_presses_once(signed_in, where, request_of):
    lead, case = signed_in("whitlam"), "/cases/%s/" % request_of
    assert "See to your part of a copy of somebody’s data" in lead.get("/me/").content.decode()
    page = page_of(lead.get(case))
    assert "Ottilie Grange asks for a copy of the data about Ottilie Grange." in page.text
    assert too_hard(page, "staff") == []
    assert send(lead, case + "steps/lead-part/", {"version": "99", "of": "1"}).status_code == 409
    version = Case.objects.get(ref=request_of).version
    assert send(lead, case + "steps/lead-part/", {"version": version, "of": "1"}).status_code == 303
    assert "The safeguarding lead has seen to their part" in main_of(signed_in("sethuraman").get(where))


def test_ottilie_reads_how_to_make_a_data_protection_complaint_and_no_word_left_out(browser, where, request_of):
    decided(request_of)
    send(browser, "/by-link/%s/" % link_for(who("grange"), at=london(AT_WORK)), {"to": "cases"})
    page = page_of(browser.get("/cases/%s/" % request_of))
    assert "You can make a data protection complaint." in page.text
    assert "We tell you within 30 days that we have read it." in page.text
    assert page.all(tag="a", href="/my-data/")
    assert "18 January 2027" in page.text
    assert "mina" not in page.text
    assert too_hard(page, "student") == []
    assert browser.get(where).status_code in (302, 404)
    assert "data protection complaint" in main_of(browser.get("/my-data/"))


def test_after_it_was_given_no_copy_is_made(signed_in, where, request_of):
    decided(request_of)
    takes("whitlam", request_of, "lead-part", AT_WORK)
    takes("sethuraman", request_of, "give", AT_WORK, how="mail", note="One file.")
    officer = signed_in("sethuraman")
    assert officer.get(where).status_code == 404
    assert not page_of(officer.get("/cases/%s/" % request_of)).all(tag="a", href=where)
