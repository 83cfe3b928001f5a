"""Home and my things: what I have to do, what I asked and who has it; every page of one's own in easy words."""

from datetime import date

import pytest

from askfirst.casework import access
from askfirst.casework.demo import load
from askfirst.people.models import Person
from askfirst.people.standing import standing
from askfirst.trail.models import Event
from askfirst.web.mine import ASKED
from askfirst.web.when import by_when
from gates.words import convicting
from tests.clock import london
from tests.web.pages import ours, page_of, send
from tests.web.people_at_work import asks, logs, text_of
from tests.web.test_words_of_pages import too_hard


def todo_of(browser, path="/"):
    """Each thing to do: (what, the line under it, where it leads)."""
    lists = page_of(browser.get(path)).all(tag="ul", cls="af-todo")
    return [
        (one.one(tag="a").text, one.one(tag="p").text, one.one(tag="a").attrs["href"]) for listed in lists for one in listed.all(tag="li")
    ]


def tiles_of(browser):
    page = page_of(browser.get("/"))
    return [(one.one(cls="af-go__name").text, one.attrs["href"]) for one in page.all(tag="a", cls="af-go")]


def test_whatever_waits_for_somebody_in_the_demo_is_said_as_a_thing_to_do(db):
    """ "Take a school's name out of your page's address", and not the button that is pressed afterwards, "I have renamed it"."""
    load(at=london("2026-11-25 10:00"))
    told = set()
    for one in Person.objects.all():
        by = standing(one.ref, on=date(2026, 11, 25))
        told |= {(todo.kind, todo.step) for todo in access.to_do(by, at=london("2026-11-25 10:00"))}
    assert ("plan", "renamed") in told and len(told) > 15
    assert told - set(ASKED) == set()


def test_nothing_to_do_is_one_line_and_no_box(signed_in):
    home = signed_in("harrow")
    assert todo_of(home) == []
    assert "Things to do Nothing for you today." in text_of(home, "/")
    assert tiles_of(home) == [
        ("Check something before I post", "/check/"),
        ("Ask a question", "/ask/"),
        ("A journalist has contacted me", "/press/"),
        ("Tell us about a blog, page or paid offer", "/declare/"),
        ("Get something taken down", "/remove/"),
        ("Do I need to do anything?", "/do-i-need-to/"),
        ("Read the procedure in plain words", "/procedure/"),
        ("Ask not to be in posts", "/do-not-post/"),
        ("Events and photo rules", "/events/"),
    ]


@pytest.mark.parametrize(
    ("name", "has"), [("qureshi", True), ("obuya", True), ("whitlam", True), ("harrow", False), ("okoropenn", False), ("jorah", False)]
)
def test_whoever_talks_with_students_finds_their_concerns_from_home(signed_in, name, has):
    one = signed_in(name)
    assert (("Concerns about students", "/cases/?kind=student-route&open=yes") in tiles_of(one)) == has
    if has:
        assert one.get("/cases/?kind=student-route&open=yes").status_code == 200


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
    assert [where for _, where in tiles_of(dilys)] == ["/check/", "/remove/", "/do-i-need-to/", "/procedure/", "/do-not-post/"]


def test_home_before_signing_in_asks_no_table_who_it_is(db, browser, django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        page = page_of(browser.get("/"))
    assert "people_settingchange" in asked.captured_queries[0]["sql"], "what the Trust is called today"
    assert [one.text for one in page.one(tag="main").all(tag="a", href="/sign-in/")] == ["Sign in"]


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
