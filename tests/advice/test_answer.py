"""What stands around the findings of an answer: what one may do, what waits, and what was not looked at."""

import pytest

from askfirst.advice.answer import answer, as_json
from askfirst.advice.trust import told_by
from askfirst.checks.draft import Author, Draft, Where
from askfirst.procedure.load import the_edition
from askfirst.procedure.trust import load_trust

ROLL = ("person_id,given_name,family_name,known_as,role,school,year", "S1,Kit,Okoro-Penn,,student,Northgate School,8")


def answered(text, *, author=Author.STAFF, where=Where.BLOG, roll=None):
    return answer(Draft(text, author, where, told=told_by(load_trust(), roll=roll)), the_edition())


def test_words_of_need_come_first_and_alone():
    said = answered("i dont want to be here anymore. ring 07700 900455", author=Author.STUDENT)
    assert not said.shows_findings
    assert as_json(said)["findings"] == []
    assert as_json(said)["waiting"] is True
    assert [one.seen.kind for one in said.findings] == ["contact"]
    assert as_json(said, everything=True)["waiting"] is False


@pytest.mark.parametrize(("text", "own"), [("Soup for tea again.", True), ("I teach history at Northgate School.", False)])
def test_a_page_is_ones_own_business_where_nothing_says_where_one_works(text, own):
    assert ("WEB-1" in {one.clause for one in answered(text).allowed}) is own


def test_whoever_gave_no_list_is_told_that_names_were_not_compared():
    assert [one.check for one in answered("Soup for tea again.").not_checked] == ["roster-name"]
    assert answered("Soup for tea again.", roll=ROLL).not_checked == ()
