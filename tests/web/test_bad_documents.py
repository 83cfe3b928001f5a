"""What no trust means to bring, and no parent means to look up: each by its name, through the page, the API and the command line, one sentence each.

What was there before stays to the letter.
"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from askfirst.adoption import models
from tests import documents
from tests.cli.test_editions import run
from tests.guard.test_texts import BOMB, CHANGED, scanned
from tests.web.pages import page_of
from tests.web.test_bring_pages import BRING, FRIENDS, upload
from tests.web.test_check_page_pages import sends
from tests.web.test_is_official import API, UNKNOWN, asks

__all__ = ["run"]
pytestmark = pytest.mark.django_db

NO_WORDS = "There are no words in this file. Choose another one."
PASSWORD = "This file has a password. Save it without one, then send it."
LONG = "This document is longer than 100 pages. Send the procedure alone."
TOO_MUCH = "This file takes too much to open. Save it again, or send it as TXT."
CHANGES = "It has tracked changes. We read what was put in, and left out what was taken out."
FILES = {
    "a scanned PDF without text": (
        "a.pdf",
        scanned(),
        "This PDF holds pictures of pages, and no words. Send the file that it was printed from.",
    ),
    "a PDF with a password": ("a.pdf", documents.pdf(password="tide"), PASSWORD),
    "a Word file with a password": ("a.docx", documents.locked_docx(), PASSWORD),
    "a PDF of 300 pages": ("a.pdf", documents.pages(300), LONG),
    "300 pages of text": ("a.txt", b"Staff must be kind to each other, to pupils and to visitors.\n\n" * 12_000, LONG),
    "a bomb of a Word file": ("a.docx", BOMB, TOO_MUCH),
    "an empty file": ("a.docx", b"", NO_WORDS),
}


@pytest.fixture
def clerk(run, signed_in):
    """Mrs Pritchard-Lowe, with a good document under way already."""
    one = signed_in("pritchard")
    assert upload(one).status_code == 303
    return one


def held():
    return list(models.BroughtDocument.objects.order_by("pk").values_list())


@pytest.mark.parametrize("what", FILES)
def test_a_document_that_is_not_read_gets_its_sentence_on_the_page_and_through_the_api(clerk, what):
    name, data, sentence = FILES[what]
    before = held()
    answer = upload(clerk, data, name)
    page = page_of(answer)
    (line,) = page.one(cls="govuk-error-summary").all(tag="li")
    assert (answer.status_code, line.text) == (400, sentence)
    file = SimpleUploadedFile(name, data)
    answer = clerk.post("/api/v1/procedure/brought", {"file": file}, headers={"X-CSRFToken": clerk.cookies["csrftoken"].value})
    assert (answer.status_code, answer.json()["detail"]) == (409, sentence)
    assert held() == before != []
    assert "rules.docx" in page_of(clerk.get(BRING)).text


@pytest.mark.parametrize("what", FILES)
@pytest.mark.parametrize("command", ["import", "lint", "bring"])
def test_a_document_that_is_not_read_gets_the_same_sentence_on_the_command_line(clerk, run, tmp_path, command, what):
    name, data, sentence = FILES[what]
    before, path = held(), tmp_path / name
    path.write_bytes(data)
    me = ("--as", "pritchard") if command == "bring" else ()
    code, said, wrong = run("procedure", command, str(path), *me)
    assert (code, said, wrong) == (2, "", "askfirst: %s%s\n" % ("" if command == "bring" else "%s: " % path, sentence))
    assert path.read_bytes() == data and held() == before


def test_track_changes_are_read_as_if_agreed_and_told_on_the_page_and_on_the_command_line(clerk, run, tmp_path):
    body = CHANGED.replace("Pupils ", "Pupils at home ")
    answer = upload(clerk, documents.docx(FRIENDS, body=body))
    assert answer.status_code == 303
    shown = page_of(clerk.get(answer["Location"])).text
    assert CHANGES in shown and "Pupils at home must wait." in shown and "should wait" not in shown
    path = tmp_path / "ours.docx"
    path.write_bytes(documents.docx(FRIENDS, body=body))
    code, said, wrong = run("procedure", "import", str(path))
    assert (code, CHANGES in said + wrong, "Pupils at home must wait." in said) == (1, True, True)


ADDRESSES = {
    "a URL of 8 kB": ("https://page.example/" + "a" * 8_171, "This is 8,192 characters long; we take 2,000. Paste the address alone."),
    "javascript:": ("javascript:alert(1)", "This is not the address of a page. Paste one that starts with https://."),
}


@pytest.mark.parametrize("what", ADDRESSES)
def test_an_address_that_is_none_gets_the_same_sentence_by_page_api_and_command(browser, run, what):
    address, sentence = ADDRESSES[what]
    answer = asks(browser, address)
    page = page_of(answer)
    assert (answer.status_code, page.one(tag="p", id="url-error").text.removeprefix("Error: ")) == (400, sentence)
    assert page.one(tag="input", id="url").attrs["value"] == address, "what was typed stays"
    said = browser.get(API, {"url": address})
    assert (said.status_code, said.json()["detail"]) == (400, sentence)
    assert run("sites", "lookup", address) == (2, "", "askfirst: %s\n" % sentence)


@pytest.mark.parametrize("what", ADDRESSES)
def test_no_page_is_opened_at_an_address_that_is_none(signed_in, run, what):
    address, _ = ADDRESSES[what]
    answer = sends(signed_in("harrow"), address=address, open="1", mine="yes")
    page = page_of(answer)
    (line,) = page.one(cls="govuk-error-summary").all(tag="li")
    assert (answer.status_code, page.one(tag="input", name="address").attrs["value"]) == (400, address)
    code, said, wrong = run("check", "page", "--url", address, "--mine")
    assert (code, said, wrong) == (2, "", "askfirst: %s\n" % line.text)


def test_a_punycode_host_is_looked_up_and_told_of_by_page_api_and_command(browser, run):
    address, sentence = "https://xn--nrthgate-n4a.example/", "Such letters can look like others: compare it with the one you know."
    shown = page_of(asks(browser, address)).one(tag="main").text
    assert UNKNOWN in shown and sentence in shown
    said = browser.get(API, {"url": address}).json()
    assert (said["answer"], said["note"].endswith(sentence)) == ("unknown", True)
    code, out, wrong = run("sites", "lookup", address)
    assert (code, wrong, UNKNOWN in out, sentence in out) == (1, "", True, True)
    assert sentence not in run("sites", "lookup", "https://made-up.example/")[1], "an ordinary host gets no such line"
