"""Every page of ours reads easily: a student's at grade 6 and 15 words a sentence, a grown-up's at 8 and 20; and nobody is judged."""

import re
from pathlib import Path

import pytest

from gates.words import convicting
from tests.readability import grade, sentences, words
from tests.web.pages import look_over, ours, page_of

PATHS = [
    "/",
    "/check/",
    "/check/looks-for/",
    "/check/looks-for/phone/",
    "/check/looks-for/derogatory/",
    "/check/friends/",
    "/check/name/",
    "/check/page/",
    "/check/photo/",
    "/check/archive/",
    "/is-this-official/link/",
    "/procedure/",
    "/do-i-need-to/",
    "/put-it-right/",
    "/guides/",
    "/guides/facebook/",
    "/guides/discord/",
    "/remove/",
    "/do-not-post/",
    "/my-data/",
    "/not-ours/",
    "/concern/",
    "/concern/mailbox/",
    "/events/parents-pictures/",
    "/by-link/",
    "/by-link/no-such-link/",
    "/what-we-keep/",
    "/get-help/",
    "/accessibility/",
    "/cookies/",
    "/sign-in/",
    "/mail-sent/",
    "/nope/",
]
LIMITS = {"student": (15, 6.0), "staff": (20, 8.0)}
TEXTS = ["A lovely day.", "Ring me on 07700 900455", "I want to kill myself", ""]


def too_hard(page, reader):
    """Sentences that are too long, and the grade where it is too high. Names of schools and helplines are read with the rest."""
    longest, most = LIMITS[reader]
    text = "\n".join(ours(page))
    long = [one for one in sentences(text) if len(words(one)) > longest]
    return long + (["grade %.1f" % grade(text)] if grade(text) > most else [])


@pytest.fixture(autouse=True)
def no_mail_of_tests_before(settings):
    """Mails have an address in them, which is no sentence; theirs are read where they are made."""
    for mail in (Path(settings.ASKFIRST.data) / "outbox").glob("*.eml"):
        mail.unlink()


@pytest.mark.parametrize("reader", LIMITS)
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.django_db
def test_a_page_reads_easily(browser, path, reader):
    page = page_of(browser.get(path + ("?as=student" if reader == "student" else "")))
    assert too_hard(page, reader) == []
    assert convicting(" ".join(ours(page))) == []


@pytest.mark.parametrize("reader", LIMITS)
@pytest.mark.parametrize("text", TEXTS)
def test_an_answer_reads_easily(browser, text, reader):
    page = page_of(look_over(browser, text, author=reader))
    assert too_hard(page, reader) == []
    assert convicting(" ".join(ours(page))) == []


def test_a_hard_page_would_be_found(browser):
    page = page_of(browser.get("/"))
    page.one(tag="h1").inside.append("Organisational responsibilities necessitate considerable institutional deliberation " * 20)
    assert len(too_hard(page, "staff")) >= 2


YEAR_FIRST = re.compile(r"\d{4}-\d\d-\d\d")


def test_no_page_shows_or_asks_for_a_day_with_its_year_first():
    """People here write 23/11/2026. The API and the command line, which programs use too, write it the other way round."""
    assert YEAR_FIRST.search("Such as 2018-11-02.")
    root = Path(__file__).parents[2] / "askfirst"
    faces = [*root.glob("web/**/*.html"), *root.glob("web/*.py"), *root.glob("casework/**/*words.py"), *root.glob("casework/kinds/*.py")]
    said = re.compile(r'say\("[^"]*"|<[^{]*|\{% (?:translate|blocktranslate).*')
    assert [(path.name, one) for path in faces for one in said.findall(path.read_text("utf-8")) if YEAR_FIRST.search(one)] == []
