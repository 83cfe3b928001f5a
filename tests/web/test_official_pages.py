"""Official pages as communications see them: the list, the file, a changed file sent back, and every bad place named."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from askfirst.sites.register import look_up
from tests.groups import EASTFIELD, official_page, takes
from tests.web.pages import page_of, token_of
from tests.web.test_words_of_pages import too_hard

PATH, FILE, ART = "/official-pages/", "/official-pages/table.csv", "instagram.com/eastfield_art"


@pytest.fixture
def comms(signed_in):
    ref = official_page(EASTFIELD)
    takes("adelakun", ref, "set-address", address=ART)
    return signed_in("adelakun")


def sends(browser, text):
    token = token_of(page_of(browser.get(PATH)))
    return browser.post(PATH, {"csrfmiddlewaretoken": token, "file": SimpleUploadedFile("pages.csv", text.encode())})


def test_she_saves_the_file_changes_a_name_and_sends_it_back(comms):
    page = page_of(comms.get(PATH))
    assert (ART in page.one(tag="main").text, too_hard(page, "staff")) == (True, [])
    assert 'href="/official-pages/"' in comms.get("/me/").content.decode()
    answer = comms.get(FILE)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("text/csv; charset=utf-8", "no-store")
    text = answer.content.decode("utf-8-sig").replace("Our department", "Eastfield art")
    assert next(csv.reader(io.StringIO(text)))[:3] == ["reference", "name", "address"]
    done = sends(comms, text)
    assert (done.status_code, done["Location"], look_up(ART).name) == (303, "/official-pages/?changed=1", "Eastfield art")
    assert page_of(comms.get(done["Location"])).one(role="status").text == "1 page changed."


def test_a_bad_file_changes_nothing_and_says_where(comms):
    text = comms.get(FILE).content.decode("utf-8-sig")
    answer = sends(comms, text.replace(ART, "javascript:alert(1)").replace("Our department", "Another"))
    summary = page_of(answer).one(cls="govuk-error-summary").text
    assert (answer.status_code, "Nothing was changed" in summary, "Line 2, column “address”:" in summary) == (400, True, True)
    assert look_up(ART).name == "Our department"


@pytest.mark.parametrize("text", ["", "reference\n", "\x00"])
def test_no_file_and_an_empty_one(comms, text):
    assert sends(comms, text).status_code == 400


@pytest.mark.parametrize("name", ["averill", "rainsford", "sethuraman", "kit"])
def test_for_everybody_else_it_is_not_there(comms, signed_in, name):
    browser = signed_in(name)
    assert [browser.get(path).status_code for path in (PATH, FILE)] == [404, 404]
    assert 'href="/official-pages/"' not in browser.get("/me/").content.decode()
