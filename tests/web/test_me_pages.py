"""My things: what I have to do, what I asked, what is held about me; and that nothing there tells of what is not mine to see."""

import json
import re
from datetime import date

import pytest

from askfirst.casework import steps
from askfirst.casework.filed import WORKFLOWS
from askfirst.people.calendar import london_day
from askfirst.people.models import Person
from askfirst.people.standing import standing
from askfirst.trail.models import Event
from askfirst.web.record import KEPT
from askfirst.web.when import by_when
from gates.words import convicting
from tests.cast import who
from tests.clock import london
from tests.web.pages import ours, page_of, send
from tests.web.test_words_of_pages import too_hard

WEDNESDAY = "2026-11-25 10:00"


def by(name, when=WEDNESDAY):
    return standing(who(name), on=london_day(london(when)))


def asks(name, when=WEDNESDAY, text="May I name our trip in a post? Zanzibar-canary", to="line-manager", **details):
    return steps.open_case(kind="question", by=by(name, when), details={"text": text, "to": to, **details}, at=london(when))


def logs(name, *schools, when=WEDNESDAY, **details):
    details = {"asked": "About a post. Zanzibar-canary", "schools": list(schools), **details}
    return steps.open_case(kind="press", by=by(name, when), details=details, at=london(when))


def bare(response):
    """The bytes of a page without the token that differs each time."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", response.content)


def text_of(browser, path):
    response = browser.get(path)
    assert response.status_code == 200, path
    return page_of(response).one(tag="main").text


def todo_of(browser, path="/"):
    """Each thing to do: (what, the line under it, where it leads)."""
    lists = page_of(browser.get(path)).all(tag="ul", cls="af-todo")
    return [
        (one.one(tag="a").text, one.one(tag="p").text, one.one(tag="a").attrs["href"]) for listed in lists for one in listed.all(tag="li")
    ]


def tiles_of(browser):
    page = page_of(browser.get("/"))
    return [(one.one(cls="af-go__name").text, one.attrs["href"]) for one in page.all(tag="a", cls="af-go")]


# ---------------------------------------------------------------- home


def test_nothing_to_do_is_one_line_and_no_box(signed_in):
    home = signed_in("harrow")
    assert todo_of(home) == []
    assert "Things to do Nothing for you today." in text_of(home, "/")
    assert tiles_of(home) == [
        ("Check something before I post", "/check/"),
        ("Ask a question", "/ask/"),
        ("A journalist has contacted me", "/press/"),
        ("Get something taken down", "/put-it-right/"),
        ("Do I need to do anything?", "/do-i-need-to/"),
        ("Read the procedure in plain words", "/procedure/"),
    ]


def test_what_is_soonest_due_comes_first_with_whom_one_acts_for(signed_in, at):
    question = asks("harrow", "2026-11-24 09:00")
    late = asks("standish", "2026-11-19 09:00")
    assert [(what, where) for what, _, where in todo_of(signed_in("pascoe"))] == [
        ("Answer a question", "/cases/%s/" % late),
        ("Answer a question", "/cases/%s/" % question),
    ]
    lines = [line for _, line, _ in todo_of(signed_in("pascoe"))]
    assert lines == ["Late since Monday. " + late, "By tomorrow, Thursday 26 November. " + question]


def test_the_acting_headteacher_reads_for_whom(cast, at, browser):
    press = logs("harrow", "northgate", when="2026-12-03 09:00")
    at("2026-12-03 09:10")
    send(browser, "/sign-in/", {"person": "obuya"})
    assert todo_of(browser) == [
        (
            "Give advice: a journalist has asked about Northgate School",
            "By 10:00 today. You act for Ms Devlin-Shaw. " + press,
            "/cases/%s/" % press,
        )
    ]
    assert page_of(browser.get("/")).all(tag="h2", id="todo")[0].text == "Things to do (1)"


def test_home_shows_five_and_leads_to_the_rest(signed_in):
    for _ in range(7):
        asks("harrow")
    pascoe = signed_in("pascoe")
    assert len(todo_of(pascoe)) == 5
    assert "Things to do (7)" in text_of(pascoe, "/") and "See all 7" in text_of(pascoe, "/")
    assert len(todo_of(pascoe, "/me/")) == 7


def test_a_student_is_met_by_first_name_and_what_students_need_first(signed_in):
    amina = signed_in("farouk")
    text = text_of(amina, "/")
    assert text.startswith("Hi Amina. What do you need?")
    assert "Farouk" not in amina.get("/").content.decode()
    assert [name for name, _ in tiles_of(amina)][:3] == ["Get something taken down", "Check something before I post", "Ask a question"]
    assert "You are not in trouble for asking" in text and "Not safe right now? Get help now" in text


def test_a_parent_is_not_offered_what_is_for_staff_and_students(signed_in):
    dilys = signed_in("okoropenn")
    assert "/ask/" in [where for _, where in tiles_of(dilys)]
    send(dilys, "/me/hat/", {"capacity": "parent"}, opened="/me/")
    assert [where for _, where in tiles_of(dilys)] == ["/check/", "/put-it-right/", "/do-i-need-to/", "/procedure/"]


def test_home_before_signing_in_asks_no_table_who_it_is(db, browser, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = page_of(browser.get("/"))
    assert [one.text for one in page.one(tag="main").all(tag="a", href="/sign-in/")] == ["Sign in"]


# ---------------------------------------------------------------- my things


def test_my_question_says_who_has_it_and_until_when(signed_in):
    question = asks("harrow", "2026-11-24 09:00")
    press = logs("harrow", "northgate", "eastfield")
    text = text_of(signed_in("harrow"), "/me/")
    assert (
        "A question – waiting for an answer With Dr Pascoe. By tomorrow, Thursday 26 November. Opened: Tuesday 24 November, 09:00. %s"
        % question
        in text
    )
    assert "With Mr Abernethy (Eastfield Academy) and Ms Devlin-Shaw (Northgate School). By 11:00 today." in text and press in text
    assert "Zanzibar" not in signed_in("harrow").get("/me/").content.decode()


def test_who_has_it_names_whoever_acts_meanwhile(cast, at, browser):
    logs("harrow", "northgate", when="2026-12-03 09:00")
    at("2026-12-03 09:10")
    send(browser, "/sign-in/", {"person": "harrow"})
    assert "With Mr Obuya, acting for Ms Devlin-Shaw (Northgate School)." in text_of(browser, "/me/")


def test_looking_at_my_things_is_no_look_at_the_case_and_writes_nothing(signed_in):
    question = asks("harrow")
    harrow, before = signed_in("harrow"), Event.objects.count()
    for path in ("/", "/me/", "/me/record/", "/me/record.json", "/cases/"):
        assert harrow.get(path).status_code == 200
    assert Event.objects.count() == before
    assert "Nobody but you has looked." in text_of(harrow, "/me/record/") and question in text_of(harrow, "/me/record/")


def test_only_whoever_holds_the_seat_is_led_to_the_refused_tries(signed_in):
    assert "Refused tries" in text_of(signed_in("sethuraman"), "/me/")
    assert "Refused tries" not in text_of(signed_in("wieczorek"), "/me/")


def test_the_hats_one_has_can_be_changed_here(signed_in):
    dilys = signed_in("okoropenn")
    assert "You are here as: Mrs Okoro-Penn, teaching assistant." in text_of(dilys, "/me/")
    form = page_of(dilys.get("/me/")).one(tag="main").one(tag="form", action="/me/hat/")
    assert [one.attrs["value"] for one in form.all(tag="button")] == ["parent"]
    assert "My hats" not in text_of(signed_in("harrow"), "/me/")


# ---------------------------------------------------------------- what is held about me


def test_the_record_tells_ties_cases_looks_and_notices(signed_in):
    question = asks("harrow", "2026-11-24 09:00")
    signed_in("pascoe").get("/cases/%s/" % question)
    text = text_of(signed_in("harrow"), "/me/record/")
    for told in (
        "Main post: Northgate School, full time. Line manager: Dr Pascoe",
        "Close to you: Mr Dunmore is married to Ms Harrow",
        "Since 9 August 2025",
        "Kept for one year after it ends.",
        "Dr Pascoe: Wednesday 25 November 2026, 10:00",
        "What you check before you post, and that you checked.",
        "When you last signed in.",
    ):
        assert told in text, told
    assert "You were asked to do something" in text_of(signed_in("pascoe"), "/me/record/")
    assert "Kept for three years after it ends." in _after_logging(signed_in)


def _after_logging(signed_in):
    logs("harrow", "northgate")
    return text_of(signed_in("harrow"), "/me/record/")


def test_how_long_is_said_for_every_kind_of_case():
    assert {workflow.retention for workflow in WORKFLOWS.values()} <= set(KEPT)


def test_the_file_holds_the_same_and_is_one_to_keep(signed_in):
    question = asks("harrow", "2026-11-24 09:00")
    signed_in("pascoe").get("/cases/%s/" % question)
    response = signed_in("harrow").get("/me/record.json")
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == 'attachment; filename="askfirst-my-record.json"'
    assert response["Cache-Control"] == "no-store"
    held = json.loads(response.content)
    assert held["person"]["name"] == "Ms Mei-Lin Harrow" and held["person"]["username"] == "harrow"
    assert held["cases"] == [
        {
            "reference": question,
            "kind": "question",
            "state": "asked",
            "opened_at": "2026-11-24T09:00:00+00:00",
            "kept": "Kept for one year after it ends.",
            "looked_at_by_others": [{"who": "Dr Anselm Pascoe", "acting_for": "", "at": "2026-11-25T10:00:00+00:00"}],
        }
    ]
    assert {tie["kind"] for tie in held["ties"]} == {"post", "close"}
    assert "Zanzibar" not in response.content.decode()


def test_whoever_was_passed_over_is_in_nobodys_record(signed_in):
    """Harrow asks for "someone else": Pascoe must not learn it, and her own copy names no bar and no reason."""
    asks("harrow", to="someone-else")
    for name in ("harrow", "pascoe"):
        for path in ("/me/record/", "/me/record.json"):
            held = signed_in(name).get(path).content.decode()
            assert not re.search("unwanted|passed over|barred|skipped", held), (name, path)
    assert json.loads(signed_in("pascoe").get("/me/record.json").content)["cases"] == []


def test_the_parents_record_holds_the_parents_ties_alone(signed_in):
    asks("okoropenn")
    dilys = signed_in("okoropenn")
    send(dilys, "/me/hat/", {"capacity": "parent"}, opened="/me/")
    held = json.loads(dilys.get("/me/record.json").content)
    assert held["capacity"] == "parent"
    assert [tie["what"] for tie in held["ties"]] == ["Parent or carer of Kit, with parental responsibility"]
    assert (held["cases"], held["notices"]) == ([], [])
    assert "Change your hat to see the rest." in text_of(dilys, "/me/record/")


def test_my_own_refused_tries_are_told_to_me(signed_in):
    kofi = signed_in("standish")
    kofi.get("/cases/%s/" % asks("harrow"))
    kofi.get("/cases/not-one/")
    held = json.loads(kofi.get("/me/record.json").content)
    assert [one["reference"] == "" for one in held["addresses_we_could_not_show"]] == [True, False]
    assert "Addresses we could not show you" in text_of(kofi, "/me/record/")
    assert "Addresses we could not show you" not in text_of(signed_in("harrow"), "/me/record/")


# ---------------------------------------------------------------- the list


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


# ---------------------------------------------------------------- nothing leaks


PAGES = ("/", "/me/", "/me/record/", "/me/record.json", "/cases/", "/cases/?open=yes", "/cases/?kind=question", "/cases/?kind=press")


def hide_from_pascoe():
    return asks("harrow", to="someone-else")


def hide_from_dunmore():
    """His wife's, with the very school he is deputy safeguarding lead of."""
    return logs("harrow", "northgate")


def hide_from_abernethy():
    return logs("harrow", "northgate")


def hide_from_wieczorek():
    return asks("siddiqui")


@pytest.mark.parametrize(
    ("name", "hidden"),
    [("pascoe", hide_from_pascoe), ("dunmore", hide_from_dunmore), ("abernethy", hide_from_abernethy), ("wieczorek", hide_from_wieczorek)],
)
def test_one_case_more_that_is_not_theirs_changes_no_byte(signed_in, name, hidden):
    asks("standish"), asks("rainsford"), logs("holloway", "eastfield"), asks("okoropenn"), asks("wieczorek")
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
    assert changed == [True, True, True, True, True, True, True, False]


# ---------------------------------------------------------------- refused tries


def test_s56_the_same_page_as_for_an_address_never_used_and_the_tries_are_read(signed_in):
    """S56, lines 3 and 5: Mr Wieczorek is asked by a friend to have a look; Ms Sethuraman can read that he did."""
    ref = logs("abernethy", "eastfield")
    tomasz, never = signed_in("wieczorek"), "BCDFGHJK"
    there, not_there = tomasz.get("/cases/%s/" % ref), tomasz.get("/cases/%s/" % never)
    assert (there.status_code, not_there.status_code) == (404, 404)
    assert bare(there) == bare(not_there)
    assert sorted(there.headers.items()) == sorted(not_there.headers.items())
    page = page_of(signed_in("sethuraman").get("/reports/tries/"))
    rows = [[cell.text for cell in row.all(tag="td")] for row in page.one(tag="tbody").all(tag="tr")]
    assert rows == [["Today, 10:00", never], ["Today, 10:00", ref]]
    assert [one.text for one in page.one(tag="tbody").all(tag="th")] == ["Mr Tomasz Wieczorek IT manager"] * 2
    assert "2 tries, newest first" in page.text


def test_s56_to_everybody_else_there_is_no_such_report(signed_in):
    for name in ("wieczorek", "achterberg", "quarshie", "devlin", "pritchard", "farouk"):
        browser = signed_in(name)
        assert browser.get("/reports/tries/").status_code == 404
        assert bare(browser.get("/reports/tries/")) == bare(browser.get("/reports/never/"))
    assert "There are none." in text_of(signed_in("sethuraman"), "/reports/tries/")


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("due", "now", "says"),
    [
        ("2026-11-25 17:00", "2026-11-25 10:00", "by 17:00 today"),
        ("2026-11-26 17:00", "2026-11-25 10:00", "by tomorrow, Thursday 26 November"),
        ("2026-11-26 09:30", "2026-11-25 10:00", "by 09:30 tomorrow, Thursday 26 November"),
        ("2026-12-02 17:00", "2026-11-25 10:00", "by Wednesday 2 December"),
        ("2026-11-25 09:59", "2026-11-25 10:00", "late since 09:59 today"),
        ("2026-11-24 17:00", "2026-11-25 00:10", "late since yesterday"),
        ("2026-11-19 17:00", "2026-11-25 10:00", "late since Thursday"),
        ("2026-11-18 17:00", "2026-11-25 10:00", "late since Wednesday 18 November"),
        ("2026-06-30 17:00", "2026-06-30 16:30", "by 17:00 today"),
    ],
)
def test_until_when_as_people_say_it(due, now, says):
    assert str(by_when(london(due), now=london(now))) == says


READERS = {
    "harrow": "staff",
    "pascoe": "staff",
    "sethuraman": "staff",
    "devlin": "staff",
    "quarshie": "staff",
    "farouk": "student",
    "osei": "student",
}


@pytest.mark.parametrize("name", READERS)
def test_my_pages_read_easily(signed_in, name):
    asks("harrow", "2026-11-19 09:00"), logs("harrow", "northgate", "eastfield"), asks("farouk", to="tutor"), asks("osei", to="tutor")
    browser = signed_in(name)
    browser.get("/cases/BCDFGHJK/")
    paths = ["/", "/me/", "/me/record/", "/cases/", "/cases/?kind=question&open=yes&state=asked", "/cases/?state=nope"]
    for path in [*paths, *(["/reports/tries/"] if name == "sethuraman" else [])]:
        page = page_of(browser.get(path))
        assert too_hard(page, READERS[name]) == [], path
        assert convicting(" ".join(ours(page))) == []


def test_every_page_has_nobodys_name_and_no_word_of_a_case_in_its_title(signed_in):
    asks("harrow")
    for path in ("/", "/me/", "/me/record/", "/cases/"):
        assert page_of(signed_in("harrow").get(path)).one(tag="title").text in {
            "Home – AskFirst", "My things – AskFirst", "What is held about me – AskFirst", "Cases – AskFirst",
        }  # fmt: skip


def test_someone_who_left_yesterday_sees_none_of_it(signed_in):
    harrow = signed_in("harrow")
    Person.objects.filter(username="harrow").update(left_on=date(2026, 11, 24))
    for path in ("/me/", "/me/record/", "/me/record.json", "/cases/"):
        assert harrow.get(path).status_code == 302
