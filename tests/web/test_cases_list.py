"""The list of cases: filtered, newest first, exact; and no list, count or record tells of a case that is not one's own to see."""

import re
from datetime import date

import pytest

from askfirst.casework import access, steps
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.models import CaseAccess
from askfirst.people.models import Conflict
from tests.cast import who
from tests.clock import london
from tests.web.pages import page_of, send
from tests.web.people_at_work import WEDNESDAY, asks, bare, by, logs, text_of


def rows_of(browser, path="/cases/"):
    page = page_of(browser.get(path)).one(tag="main")
    return [one.attrs["href"].split("/")[2] for one in page.all(tag="a") if re.fullmatch("/cases/[A-Z0-9]{8}/", one.attrs["href"])]


def test_the_list_is_newest_first_25_a_page_with_the_exact_count(signed_in):
    refs = [asks("harrow") for _ in range(27)][::-1]
    pascoe = signed_in("pascoe")
    assert rows_of(pascoe) == refs[:25]
    assert "27 cases, newest first" in text_of(pascoe, "/cases/")
    older = page_of(pascoe.get("/cases/")).one(tag="a", rel="next").attrs["href"]
    assert older == "/cases/?after=" + refs[24]
    assert rows_of(pascoe, older) == refs[25:]
    assert page_of(pascoe.get(older)).all(tag="a", rel="next") == []
    assert rows_of(pascoe, "/cases/?after=" + refs[26]) == []
    assert "There are no older ones." in text_of(pascoe, "/cases/?after=" + refs[26])


def test_the_list_can_be_filtered_by_address_alone(signed_in):
    question, press = asks("harrow"), logs("harrow", "northgate")
    ended = asks("harrow")
    steps.take(ref=ended, step="withdraw", by=by("harrow"), given={}, at=london(WEDNESDAY))
    harrow = signed_in("harrow")
    assert rows_of(harrow) == [ended, press, question]
    assert rows_of(harrow, "/cases/?kind=press") == [press]
    assert rows_of(harrow, "/cases/?state=withdrawn") == [ended]
    assert rows_of(harrow, "/cases/?open=yes") == [press, question]
    assert rows_of(harrow, "/cases/?kind=question&open=yes") == [question]
    assert "1 case, newest first" in text_of(harrow, "/cases/?kind=question&open=yes")
    assert "No case fits these filters." in text_of(harrow, "/cases/?kind=press&state=closed")
    page = page_of(harrow.get("/cases/?kind=question&open=yes"))
    assert [one.attrs["href"] for one in page.one(cls="af-chosen").all(tag="a")] == ["/cases/?open=yes", "/cases/?kind=question"]


def offered(browser, path="/cases/"):
    """The values of the two choices, without "any"."""
    page = page_of(browser.get(path))
    return [[one.attrs["value"] for one in page.one(tag="select", name=name).all(tag="option")][1:] for name in ("kind", "state")]


def test_the_filters_offer_what_is_in_my_own_list_and_nothing_else(signed_in):
    """A teacher with two cases picks from two, not from every kind and stage there is; what somebody else sees changes nothing in it."""
    assert page_of(signed_in("thackray").get("/cases/")).all(tag="select") == []
    asks("harrow")
    logs("harrow", "northgate")
    logs("holloway", "eastfield")
    assert offered(signed_in("harrow")) == [["question", "press"], ["asked", "pending"]]
    assert offered(signed_in("pascoe")) == [["question"], ["asked"]]
    assert offered(signed_in("thackray"), "/cases/?kind=concern&state=closed") == [["concern"], ["closed"]]
    words = page_of(signed_in("pascoe").get("/cases/")).one(tag="select", name="state").text
    assert words == "AnywhereWaiting for an answer"


def test_no_stage_ends_as_a_sentence_does():
    """A stage stands in the middle of a line, before a full stop or a comma."""
    states = [str(words) for workflow in WORKFLOWS.values() for words in workflow.states.values()]
    assert len(states) > 80
    assert [words for words in states if words[-1] in ".?!:;,"] == []


@pytest.mark.parametrize("query", ["kind=rumour", "state=%00", "open=maybe", "kind=" + "a" * 5000])
def test_a_filter_nobody_knows_is_left_out_and_said(signed_in, query):
    question = asks("harrow")
    harrow = signed_in("harrow")
    assert rows_of(harrow, "/cases/?" + query) == [question]
    assert "We did not know one of the filters, so we left it out." in text_of(harrow, "/cases/?" + query)


def test_a_place_in_the_list_that_is_not_mine_is_the_page_of_one_that_never_was(signed_in):
    ref = asks("harrow")
    kofi = signed_in("standish")
    assert kofi.get("/cases/?after=" + ref).status_code == 404
    assert bare(kofi.get("/cases/?after=" + ref)) == bare(kofi.get("/cases/?after=BCDFGHJK")) == bare(kofi.get("/cases/?after=x"))


def test_an_empty_list_says_so(signed_in):
    assert "There is no case for you to see yet." in text_of(signed_in("harrow"), "/cases/")
    assert "There is nothing here for you yet." in text_of(signed_in("farouk"), "/cases/")


@pytest.mark.parametrize("path", ["/me/", "/me/record/", "/me/record.json", "/cases/", "/reports/tries/"])
def test_these_pages_ask_to_sign_in_and_only_ever_read(signed_in, browser, path):
    assert browser.get(path)["Location"].startswith("/sign-in/?next=")
    response = send(signed_in("sethuraman"), path, {}, opened="/sign-in/")
    assert response.status_code == 405 and response["Allow"] == "GET, HEAD"


PAGES = ("/", "/me/", "/me/record/", "/me/record.json", "/cases/", "/cases/?open=yes", "/cases/?kind=question", "/cases/?kind=press")


def hide_from_pascoe():
    return asks("harrow", to="someone-else")


def hide_from_dunmore():
    """His wife's, with the very school he is deputy safeguarding lead of."""
    return logs("harrow", "northgate")


def hide_from_abernethy():
    return logs("harrow", "northgate")


def hide_from_devlin():
    """Her own school's, and her seat is in it; but she has said that she should not handle what concerns Mr Standish."""
    ref = logs("standish", "northgate")
    assert CaseAccess.objects.filter(case__ref=ref, scope="head:northgate").exists()
    return ref


def hide_from_wieczorek():
    return asks("siddiqui")


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("pascoe", hide_from_pascoe),
        ("devlin", hide_from_devlin),
        ("dunmore", hide_from_dunmore),
        ("abernethy", hide_from_abernethy),
        ("wieczorek", hide_from_wieczorek),
    ],
)
def test_one_case_more_that_is_not_theirs_changes_no_byte(signed_in, name, hidden):
    Conflict.objects.create(person_id=who("devlin"), about_id=who("standish"), since=date(2026, 11, 1))
    for seen in ("rainsford", "okoropenn", "wieczorek", "lisle"):
        asks(seen)
    logs("holloway", "eastfield"), logs("lisle", "northgate")
    browser = signed_in(name)
    before = [bare(browser.get(path)) for path in PAGES]
    ref = hidden()
    assert [bare(browser.get(path)) for path in PAGES] == before
    assert browser.get("/cases/%s/" % ref).status_code == 404


def test_one_case_more_that_is_theirs_is_seen(signed_in):
    """So that the test above can fail."""
    browser = signed_in("pascoe")
    before = [bare(browser.get(path)) for path in PAGES]
    asks("harrow")
    changed = [bare(browser.get(path)) != was for path, was in zip(PAGES, before, strict=True)]
    assert changed == [True] * len(PAGES)  # the last by what can be filtered for, which is their own case alone


VIEWERS = ("harrow", "pascoe", "dunmore", "devlin", "abernethy", "achterberg", "adelakun", "pritchard", "wieczorek", "farouk")


def test_whoever_opens_whatever_a_list_changes_for_those_alone_who_may_see_it(signed_in):
    """The law behind the stories above, over everybody in VIEWERS and a case of each sort."""
    Conflict.objects.create(person_id=who("devlin"), about_id=who("standish"), since=date(2026, 11, 1))
    browsers = {name: signed_in(name) for name in VIEWERS}

    pages = ("/", "/me/", "/me/record.json", "/cases/")

    def shown():
        return {name: [bare(one.get(path)) for path in pages] for name, one in browsers.items()}

    openings = (
        lambda: asks("harrow"),
        lambda: asks("harrow", to="someone-else"),
        lambda: asks("farouk", to="safeguarding-lead"),
        lambda: asks("achterberg"),
        lambda: logs("standish", "northgate"),
        lambda: logs("achterberg", about_no_school=True),
        lambda: logs("osei", "eastfield", "northgate"),
    )
    before, hidden, seen = shown(), 0, 0
    for opening in openings:
        ref = opening()
        after = shown()
        for name in VIEWERS:
            if _may_see(ref, name):
                seen += 1
                assert after[name][-1] != before[name][-1], (name, ref)
            else:
                hidden += 1
                assert after[name] == before[name], (name, ref)
        before = after
    assert hidden > 40 and seen > 10


def _may_see(ref, name):
    try:
        access.find(ref, by(name))
    except access.Missing:
        return False
    return True
