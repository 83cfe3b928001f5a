"""What each check looks for: every example it is tested by stands on its page, the same for everybody, and names nobody of the cast who asked not to be."""

import pytest

from askfirst.checks.catalogue import TEXT_CHECKS
from askfirst.people.models import Person
from tests.web.pages import look_over, page_of
from tests.web.people_at_work import bare
from tests.web.test_words_of_pages import too_hard

LIST = "/check/looks-for/"
EACH = pytest.mark.parametrize("check", TEXT_CHECKS, ids=lambda check: check.name)


def texts(examples):
    return {one if isinstance(one, str) else one.text for one in examples}


@EACH
def test_each_checks_examples_stand_on_its_help_page(browser, check):
    page = page_of(browser.get(LIST + check.name + "/")).one(tag="main")
    assert page.one(tag="h1").text == str(check.title)
    assert str(check.why) in page.text and str(check.doubt) in page.text
    marks, leaves = page.all(tag="details")
    for shown, examples in ((marks, check.flags), (leaves, check.passes)):
        assert {one.raw for one in shown.all(tag="p", cls="af-quote")} == {"“%s”" % text for text in texts(examples)}
        assert "open" not in shown.attrs, "what can hurt to read is folded"


@EACH
def test_its_words_are_plain_for_students_and_staff(browser, check):
    for reader in ("student", "staff"):
        page = page_of(browser.get(LIST + check.name + "/?as=" + reader))
        assert too_hard(page, reader) == []


def test_the_list_leads_to_every_check_and_says_what_none_can_see(browser):
    page = page_of(browser.get(LIST)).one(tag="main")
    links = {one.attrs["href"] for one in page.all(tag="a")}
    assert {LIST + check.name + "/" for check in TEXT_CHECKS} <= links
    assert "What this check cannot see" in page.text and "How often it was wrong, by dialect:" in page.text


def test_from_a_result_it_opens_beside_so_that_no_draft_is_lost(browser):
    page = page_of(look_over(browser, "Ring me on 07700 900455"))
    link = page.one(tag="a", href=LIST)
    assert (link.attrs["target"], link.attrs["rel"]) == ("_blank", "noopener")
    assert link.text == "What the check looks for (opens in a new tab)"


def test_it_is_the_same_for_everybody_and_of_who_asked_not_to_be_named_it_names_nobody(browser, signed_in):
    shown = page_of(browser.get(LIST + "asked-not-to/")).one(tag="main").text
    assert page_of(signed_in("tolland").get(LIST + "asked-not-to/")).one(tag="main").text == shown
    names = [part for name in Person.objects.values_list("name", flat=True) for part in name.split()[-2:]]
    assert len(names) > 80 and [name for name in names if len(name) > 3 and name.casefold() in shown.casefold()] == []


@pytest.mark.parametrize("name", ["no-such-check", "PHONE", "%00", "a" * 500])
def test_a_check_that_is_none_is_the_one_missing_page(browser, name):
    answer, other = browser.get(LIST + name + "/"), browser.get("/nope/")
    assert (answer.status_code, bare(answer)) == (404, bare(other))
    assert browser.post(LIST).status_code in (403, 405)
