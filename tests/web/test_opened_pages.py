"""Who has opened it, as pages: every opening for the people of a case, and the same without a word for the Data Protection Officer."""

from askfirst.casework import reading
from askfirst.people.models import Holding
from askfirst.trail import chain
from tests.cast import MONDAY, who
from tests.clock import london
from tests.readability import grade, sentences, words
from tests.web.pages import ours, page_of
from tests.web.people_at_work import asks, bare, by, text_of

LIST = "/reports/opened/"


def rows(browser, path):
    return [one.text for one in page_of(browser.get(path)).one(tag="main").one(tag="ul", cls="af-list").all(tag="li")]


def test_the_handler_finds_it_from_the_case_and_sees_who_when_and_as_what(signed_in):
    ref = asks("harrow")
    pascoe, harrow = signed_in("pascoe"), signed_in("harrow")
    harrow.get("/cases/%s/" % ref)
    page = page_of(pascoe.get("/cases/%s/" % ref)).one(tag="main")
    assert "Who has lookedMs HarrowToday, 10:00" in page.text
    (link,) = [one.attrs["href"] for one in page.all(tag="a") if one.text == "See every time it was opened"]
    assert link == "/cases/%s/opened/" % ref
    assert rows(pascoe, link) == [
        "You Head of HistoryWednesday 25 November 2026, 10:00",
        "Ms Harrow History teacher (early career)Wednesday 25 November 2026, 10:00",
    ]
    assert rows(harrow, link)[0] == "Dr Pascoe Head of HistoryWednesday 25 November 2026, 10:00Looked at this list only"
    assert page_of(harrow.get(link)).one(tag="a", cls="govuk-back-link").attrs["href"] == "/cases/%s/" % ref


def test_the_data_protection_officer_comes_from_her_own_list_and_reads_no_word_and_no_asker(signed_in):
    ref = asks("harrow")
    reading.open_file(ref, by=by("harrow"), at=london("2026-11-25 09:58"))
    reading.open_file(ref, by=by("pascoe"), at=london("2026-11-25 09:59"))
    dpo = signed_in("sethuraman")
    assert LIST in [one.attrs["href"] for one in page_of(dpo.get("/me/")).all(tag="a")]
    assert rows(dpo, LIST) == ["A question, %s Opened 2 times, by 2 people. Last: Today, 09:59 Began: Today, 10:00" % ref]
    path = "/cases/%s/opened/" % ref
    before = len(list(chain.events(ref)))
    response = dpo.get(path)
    assert len(list(chain.events(ref))) == before + 1, "that she looked is written down once"
    text = page_of(response).one(tag="main").text
    assert "You see who and when, and no word of the case." in text
    assert rows(dpo, path)[1:] == [
        "Dr Pascoe Head of HistoryWednesday 25 November 2026, 09:59",
        "Whoever asked, or wrote it down Wednesday 25 November 2026, 09:58",
    ]
    assert (
        "anary" not in response.content.decode()
        and "Harrow" not in response.content.decode()
        and who("harrow") not in response.content.decode()
    )
    assert page_of(response).one(tag="a", cls="govuk-back-link").attrs["href"] == LIST
    assert dpo.get("/cases/%s/" % ref).status_code == 404


def test_to_everybody_else_neither_page_is_there(signed_in):
    ref = asks("harrow")
    for name in ("wieczorek", "achterberg", "devlin", "braithwaite", "pritchard", "farouk", "siddiqui"):
        browser = signed_in(name)
        never = bare(browser.get("/cases/BCDFGHJK/opened/"))
        assert browser.get("/cases/%s/opened/" % ref).status_code == 404
        assert bare(browser.get("/cases/%s/opened/" % ref)) == never
        assert bare(browser.get(LIST)) == bare(browser.get("/reports/never/"))
        assert LIST not in browser.get("/me/").content.decode()
    assert signed_in("sethuraman").get(LIST + "?after=BCDFGHJK").status_code == 404


def test_a_deputy_is_told_when_the_list_is_theirs(signed_in):
    asks("harrow")
    Holding.objects.create(person_id=who("siddiqui"), seat="deputy-dpo", order=1, starts=MONDAY)
    text = text_of(signed_in("siddiqui"), LIST)
    assert "You see them as deputy" in text and "There is none for you to see." in text
    assert "Your deputy sees it." in text_of(signed_in("sethuraman"), LIST)


def test_an_empty_list_says_so_and_a_long_one_has_pages(signed_in):
    dpo = signed_in("sethuraman")
    assert "There is none for you to see." in text_of(dpo, LIST)
    refs = [asks("harrow", text="Number %d" % number) for number in range(27)]
    page = page_of(dpo.get(LIST))
    (older,) = [one.attrs["href"] for one in page.all(tag="a", rel="next")]
    assert older == LIST + "?after=%s" % refs[2]
    assert [ref for ref in refs if ref in text_of(dpo, older)] == refs[:2]
    assert "There are no older ones." in text_of(dpo, LIST + "?after=" + refs[0])


def test_each_page_reads_easily(signed_in):
    ref = asks("harrow")
    for name, path, most in (("sethuraman", LIST, 8), ("pascoe", "/cases/%s/opened/" % ref, 8), ("harrow", "/cases/%s/opened/" % ref, 8)):
        blocks = ours(page_of(signed_in(name).get(path)))
        assert [block for block in blocks for one in sentences(block) if len(words(one)) > 20] == []
        assert grade(". ".join(blocks)) <= most
    ref = asks("farouk", to="tutor")
    blocks = ours(page_of(signed_in("farouk").get("/cases/%s/opened/" % ref)))
    assert [one for block in blocks for one in sentences(block) if len(words(one)) > 15] == []
    assert grade(". ".join(blocks)) <= 6
