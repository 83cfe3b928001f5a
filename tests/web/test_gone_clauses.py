"""A clause that was taken out is shown as gone to whoever read it: in what changed, and where something is to be read (3.17, 3.18)."""

import re
from datetime import date

import pytest
from django.test import Client

from askfirst.adoption import drafting
from askfirst.adoption.models import Edition, Wording
from askfirst.adoption.shown import show
from askfirst.procedure.changes import Class
from askfirst.procedure.clause import Addressee
from tests.adoption.campaigning import asked, in_force_from, reads
from tests.adoption.conftest import NOW, by
from tests.adoption.drafts import begin, write
from tests.cast import MONDAY, cast
from tests.clock import at
from tests.web.test_drafts_pages import post, shown

__all__ = ["at", "cast"]
LATER = "2027-01-11 10:00"


@pytest.fixture
def read_both(cast, at):
    """Miss Drinkwater read the first edition; in the second SNS-4 is taken out, SNS-9 is for managers, SNS-3 means something else."""
    asked("2018-11", opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")
    reads("drinkwater", "2026-11-25 10:00")
    ref = begin()
    drafting.take_out(ref=ref, id="SNS-4", by=by("pritchard"), at=NOW)
    write(ref, "SNS-9", addressee=Addressee.MANAGER)
    write(ref, "SNS-3", plain="It is best not to give out any way to reach you. Strangers could use it.")
    for id in ("SNS-4", "SNS-9", "SNS-3"):
        drafting.classify(ref=ref, id=id, change=Class.MEANING, by=by("pritchard"), at=NOW)
    in_force_from(ref, date(2027, 1, 4))
    asked(Edition.objects.get(ref=ref).name)
    at(LATER)


def test_what_changed_says_what_was_taken_out_and_what_is_for_others_now(read_both):
    page = shown(Client(HTTP_HOST="localhost").get("/procedure/changes/?since=2018-11"))
    assert re.search(r"SNS-4 – Taken out of the procedure\. It asks nothing of anybody now Before: ", page), page
    assert "SNS-9 – No longer for you" in page and "SNS-3 – Changed" in page


def test_something_to_read_shows_what_is_gone_beside_what_is_new_and_keeps_both_in_the_words(read_both):
    browser = Client(HTTP_HOST="localhost")
    assert post(browser, "/sign-in/", {"person": "drinkwater"}).status_code == 302
    answer = browser.get("/to-read/")
    page = shown(answer)
    assert "Gone since you last read it" in page and page.index("SNS-4 This asks nothing of you any more.") < page.index("SNS-3")
    assert "SNS-9 This asks nothing of you any more." in page
    asked_of = show(by("drinkwater", on=date(2027, 1, 11)), at=NOW.replace(year=2027, month=1, day=11))
    assert (
        asked_of is not None
        and [one.id for one in asked_of.gone] == ["SNS-4", "SNS-9"]
        and [one.id for one in asked_of.clauses] == ["SNS-3"]
    )
    kept = Wording.objects.get(digest=asked_of.digest).text
    assert "SNS-4\nThis asks nothing of you any more." in kept
    assert browser.get("/api/v1/me/reading").json()["gone"] == ["SNS-4", "SNS-9"]


def test_who_never_read_the_one_before_is_shown_nothing_as_gone(read_both):
    asked_of = show(by("standish", on=date(2027, 1, 11)), at=NOW.replace(year=2027, month=1, day=11))
    assert asked_of is not None and asked_of.gone == () and "SNS-4" not in asked_of.words


def test_a_taken_out_clause_has_a_page_that_says_so(read_both):
    assert "This was taken out of the procedure. It asks nothing of you now." in shown(
        Client(HTTP_HOST="localhost").get("/procedure/clauses/SNS-4/")
    )
