"""S07, its last line: a check of a page goes with a declaration only where it was started there and added, as pass or missing and its day."""

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from askfirst.casework import reading
from askfirst.casework.models import Case
from tests.access.world import somebody
from tests.clock import london
from tests.guard.page_files import AVERILL, DEPARTMENT, NOTE, page, wxr
from tests.site import answers, site
from tests.web.pages import page_of, send, token_of
from tests.web.test_check_page_pages import sends
from tests.web.test_words_of_pages import too_hard

DOOR = "/declare/blog/"
MINE = {"what": "blog", "topic": "Paint", "says": "yes"}
NOON = london("2026-11-25 12:00")


def chooser(browser, **more):
    return page_of(send(browser, DOOR, {**MINE, "page": "disclaimer", "look": "1", **more}, opened=DOOR))


def looked(browser, data=None, **more):
    """The saved page sent from the declaration."""
    fields = {"csrfmiddlewaretoken": token_of(page_of(browser.get(DOOR))), **MINE, "page": "disclaimer", "looked": "1", **more}
    return browser.post(DOOR, fields | ({} if data is None else {"file": SimpleUploadedFile("a.html", data)}))


def form_of(page, button):
    """What the form with this button holds."""
    for form in page.all(tag="form"):
        if any(one.text == button for one in form.all(tag="button")):
            return {
                one.attrs["name"]: one.attrs.get("value", "") for one in form.all(tag="input") if one.attrs["name"] != "csrfmiddlewaretoken"
            }
    raise AssertionError(button)


def details_of(ref):
    return reading.open_file(ref, by=somebody("averill", NOON), at=NOON).papers["details"]


def told(browser, given):
    """Sends the declaration; the words it keeps."""
    sent = send(browser, DOOR, {**given, "page": "note", "checked": "1", "send": "1"}, opened=DOOR)
    assert sent.status_code == 303, page_of(sent).text
    return details_of(sent["Location"].split("/")[2])


def test_s07_line_6_a_check_from_the_check_page_is_not_attached(signed_in):
    browser = signed_in("averill")
    for data in (AVERILL, DEPARTMENT):
        sends(browser, data)
    kept = told(browser, {**MINE, "disclaimer": "no"})
    assert {"page_check", "page_checked_on"}.isdisjoint(kept)
    assert "Wickstead" not in json.dumps(kept)


def test_s07_line_6_started_from_the_declaration_it_is_attached_where_she_adds_it(signed_in):
    browser = signed_in("averill")
    assert "goes with what you tell only if you add it" in chooser(browser).text
    found = page_of(looked(browser, AVERILL))
    assert "people must scroll past posts to see it" in found.text
    assert (found.one(tag="h1").text, too_hard(found, "staff")) == ("What we found on your page", [])
    given = form_of(found, "Add this to what I tell")
    assert given == {**MINE, "page": "disclaimer", "page_check": "missing", "page_checked_on": "2026-11-25", "disclaimer": "no"}
    answers = page_of(send(browser, DOOR, {**given, "checked": "1"}, opened=DOOR))
    row = next(one for one in answers.all(tag="div", cls="govuk-summary-list__row") if one.one(tag="button").attrs["value"] == "page_check")
    assert "No note that a reader sees, on Wednesday 25 November" in row.text
    kept = told(browser, given)
    assert (kept["page_check"], kept["page_checked_on"], kept["disclaimer"]) == ("missing", "2026-11-25", "no")
    assert set(kept) <= {*MINE, "page_check", "page_checked_on", "disclaimer"}  # no word of the page
    case = page_of(signed_in("rainsford").get("/cases/%s/" % Case.objects.latest("id").ref))
    assert "No note that a reader sees" in case.text


def test_a_note_that_is_seen_is_a_pass(signed_in):
    given = form_of(page_of(looked(signed_in("averill"), page("<p>" + NOTE))), "Add this to what I tell")
    assert (given["page_check"], given["disclaimer"]) == ("pass", "yes")


def test_without_adding_nothing_goes_along_and_it_can_be_left_out_later(signed_in):
    browser = signed_in("averill")
    found = page_of(looked(browser, AVERILL))
    assert form_of(found, "Go on without it") == {**MINE, "page": "disclaimer"}
    given = form_of(found, "Add this to what I tell")
    asked = page_of(send(browser, DOOR, {**given, "checked": "1", "change": "page_check"}, opened=DOOR))
    assert [one.attrs["value"] for one in asked.all(tag="input", name="page_check")] == ["missing", ""]
    assert {"page_check", "page_checked_on"}.isdisjoint(told(browser, {**given, "page_check": ""}))
    assert {"page_check", "page_checked_on"}.isdisjoint(told(browser, {**given, "says": "no", "disclaimer": ""}))


@pytest.mark.parametrize(
    ("data", "more", "says"),
    [
        (None, {}, "There is no page yet."), (b"", {}, "This file is empty."), (b"%PDF-", {}, "inside is another kind of file"),
        (None, {"html": "words"}, "This is not a web page."), (None, {"open": "1", "address": "https://a.example"}, "First say that it is your page"),
    ],
)  # fmt: skip
def test_what_cannot_be_looked_at_is_one_sentence_and_the_answers_stay(signed_in, data, more, says):
    answer = looked(signed_in("averill"), data, **more)
    shown = page_of(answer)
    assert (answer.status_code, says in shown.one(cls="govuk-error-summary").text) == (400, True)
    assert form_of(shown, "Look at my page")["topic"] == "Paint"


def test_the_address_she_declares_is_opened_where_she_says_it_is_hers(signed_in, settings):
    with site(answers(body=AVERILL)) as (address, door, asked):
        settings.DOOR = door
        browser = signed_in("averill")
        found = page_of(looked(browser, address=address + "/art", open="1", mine="yes"))
        assert (form_of(found, "Add this to what I tell")["page_check"], len(asked)) == ("missing", 1)


def test_words_of_someone_who_may_be_hurt_are_met_alone(signed_in):
    shown = page_of(looked(signed_in("averill"), page("<p>I want to kill myself.</p>")))
    assert shown.one(tag="h1").text == "This sounds hard. You can talk to someone now"
    assert "Add this to what I tell" not in shown.text
    assert form_of(shown, "Go on without it")["topic"] == "Paint"


@pytest.mark.parametrize("day", ["", "tomorrow", "2026-13-01"])
def test_a_day_that_is_none_takes_the_result_with_it(signed_in, day):
    kept = told(signed_in("averill"), {**MINE, "disclaimer": "no", "page_check": "pass", "page_checked_on": day})
    assert "page_check" not in kept


def test_a_day_to_come_is_refused(signed_in):
    sent = send(
        signed_in("averill"),
        DOOR,
        {**MINE, "disclaimer": "no", "page_check": "pass", "page_checked_on": "2027-01-01", "send": "1"},
        opened=DOOR,
    )
    assert (sent.status_code, "This day is still to come." in page_of(sent).text) == (400, True)
    assert date(2027, 1, 1).isoformat() not in str(Case.objects.count())


def test_a_whole_blog_does_not_go_with_a_declaration(signed_in):
    answer = looked(signed_in("averill"), wxr("publish|post||One|<p>x</p>"))
    assert (answer.status_code, "Choose its first page alone." in page_of(answer).text) == (400, True)
