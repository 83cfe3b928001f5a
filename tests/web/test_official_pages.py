"""Official pages as communications see them: the list, the file, a changed file sent back, and every bad place named."""

import base64
import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from askfirst.casework.models import Case
from askfirst.casework.page_begun import MOST_NEW
from askfirst.sites.register import look_up
from tests.casework.test_page_sheet_new import NEW, written
from tests.groups import EASTFIELD, official_page, takes
from tests.web.pages import page_of, token_of
from tests.web.test_words_of_pages import too_hard

FORM = ("csrfmiddlewaretoken", "once", "digest", "again")
PATH, FILE, ART = "/official-pages/", "/official-pages/table.csv", "instagram.com/eastfield_art"


@pytest.fixture
def comms(signed_in):
    ref = official_page(EASTFIELD)
    takes("adelakun", ref, "set-address", address=ART)
    return signed_in("adelakun")


def sends(browser, text):
    token = token_of(page_of(browser.get(PATH)))
    return browser.post(PATH, {"csrfmiddlewaretoken": token, "file": SimpleUploadedFile("pages.csv", text.encode())})


def presses(browser, answer):
    """The second press, on what the file would do."""
    form = {one.attrs["name"]: one.attrs["value"] for one in page_of(answer).all(tag="input") if one.attrs.get("name") in FORM}
    return browser.post(PATH, form)


def test_she_saves_the_file_changes_a_name_and_sends_it_back(comms):
    page = page_of(comms.get(PATH))
    assert (ART in page.one(tag="main").text, too_hard(page, "staff")) == (True, [])
    assert "One file may begin %d new pages." % MOST_NEW in page.one(tag="main").text
    assert 'href="/official-pages/"' in comms.get("/me/").content.decode()
    answer = comms.get(FILE)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("text/csv; charset=utf-8", "no-store")
    text = answer.content.decode("utf-8-sig").replace("Our department", "Eastfield art")
    assert next(csv.reader(io.StringIO(text)))[:3] == ["reference", "name", "address"]
    looked = sends(comms, text)
    page = page_of(looked)
    assert (looked.status_code, page.one(tag="h1").text, too_hard(page, "staff")) == (200, "What this file would do", [])
    assert "Name: taken out:Our department new:Eastfield art" in " ".join(page.one(tag="main").text.split())
    assert look_up(ART).name == "Our department"
    done = presses(comms, looked)
    assert (done.status_code, done["Location"], look_up(ART).name) == (303, "/official-pages/?changed=1&begun=0", "Eastfield art")
    assert page_of(comms.get(done["Location"])).one(role="status").text == "1 page changed."
    assert page_of(sends(comms, text)).one(role="status").text == "This file changes nothing: all of it is so already."


def test_a_bad_file_changes_nothing_and_says_where(comms):
    text = comms.get(FILE).content.decode("utf-8-sig")
    answer = sends(comms, text.replace(ART, "javascript:alert(1)").replace("Our department", "Another"))
    summary = page_of(answer).one(cls="govuk-error-summary").text
    assert (answer.status_code, "Nothing was changed" in summary, "1 place in the file is wrong." in summary) == (400, True, True)
    assert "Line 2address: This is not the address of a page." in " ".join(summary.split())
    assert look_up(ART).name == "Our department"


def test_a_new_page_is_begun_once_however_often_the_form_is_sent(comms, signed_in):
    looked = sends(comms, written(NEW).decode())
    page = page_of(looked)
    assert ("1 new page would begin" in page.one(tag="main").text, too_hard(page, "staff")) == (True, [])
    assert Case.objects.filter(kind="page").count() == 1
    answers = [presses(comms, looked) for _ in range(10)]
    assert {(one.status_code, one["Location"]) for one in answers} == {(303, "/official-pages/?changed=0&begun=1")}
    assert Case.objects.filter(kind="page").count() == 2
    page = page_of(comms.get(answers[0]["Location"]))
    assert ("1 new page begun." in page.one(role="status").text, too_hard(page, "staff")) == (True, [])
    ref = Case.objects.filter(kind="page").latest("id").ref
    says = "Ms Adelakun began this page for you. Look it over, change what is not so, then send it to your line manager."
    owner = signed_in("harrow")
    assert (says in owner.get("/cases/%s/" % ref).content.decode(), "0 pages" in page.text) == (True, False)
    takes("harrow", ref, "submit")
    assert (says in owner.get("/cases/%s/" % ref).content.decode(), says in comms.get("/cases/%s/" % ref).content.decode()) == (
        False,
        False,
    )
    again = sends(comms, written(NEW).decode())
    assert (again.status_code, "We have this page already." in page_of(again).one(cls="govuk-error-summary").text) == (400, True)


def test_a_form_sent_with_another_file_under_its_key_does_nothing(comms):
    looked = sends(comms, written(NEW).decode())
    presses(comms, looked)
    form = {one.attrs["name"]: one.attrs["value"] for one in page_of(looked).all(tag="input") if one.attrs.get("name") in FORM}
    other = base64.b64encode(written({**NEW, "address": "trips.example/two"})).decode()
    for again, says in ((other, "sent before with other words"), ("not base64!", "No file came along."), ("", "No file came along.")):
        answer = comms.post(PATH, {**form, "again": again})
        assert (answer.status_code, says in page_of(answer).one(cls="govuk-error-summary").text) == (400, True)
    assert Case.objects.filter(kind="page").count() == 2


def test_ten_wrong_cells_are_all_shown_line_by_line(comms):
    bad = {"photos": "all", "comments": "loud", "students": "maybe", "login": "a@b.example", "recovery": ""}
    answer = sends(comms, written({**NEW, **bad}, {**NEW, **bad, "address": "trips.example/two"}).decode())
    page = page_of(answer)
    summary = page.one(cls="govuk-error-summary")
    assert (answer.status_code, "10 places in the file are wrong." in summary.text) == (400, True)
    assert [one.text for one in page.all(tag="h3")] == ["Line 2", "Line 3"]
    assert [summary.text.count(column + ": ") for column in bad] == [2] * 5
    assert (too_hard(page, "staff"), page.one(tag="title").text.strip()[:6]) == ([], "Error:")


def test_what_was_not_shown_is_not_done(comms):
    """Planted: somebody changes the address between the two presses, and the file would turn it back."""
    looked = sends(comms, comms.get(FILE).content.decode("utf-8-sig").replace("Our department", "Eastfield art"))
    ref = Case.objects.get(kind="page").ref
    takes("adelakun", ref, "set-address", "2026-11-24 12:00", address=ART + "_new")
    page = page_of(presses(comms, looked))
    assert "Look again at what it would do." in page.one(cls="govuk-error-summary").text
    assert (look_up(ART + "_new").name, too_hard(page, "staff")) == ("Our department", [])


@pytest.mark.parametrize("text", ["", "reference\n", "\x00"])
def test_no_file_and_an_empty_one(comms, text):
    assert sends(comms, text).status_code == 400


@pytest.mark.parametrize("name", ["averill", "rainsford", "sethuraman", "kit"])
def test_for_everybody_else_it_is_not_there(comms, signed_in, name):
    browser = signed_in(name)
    assert [browser.get(path).status_code for path in (PATH, FILE)] == [404, 404]
    assert 'href="/official-pages/"' not in browser.get("/me/").content.decode()
