"""Signing in and out, the hat in the head of each page, and a session that ends when it should and holds no word."""

import base64
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from askfirst.people.models import Guardian, Holding, Person, Session
from askfirst.people.notify import send_due
from askfirst.trail import outbox
from tests.cast import MONDAY, who
from tests.web.pages import FORM, look_over, page_of, send
from tests.web.people_at_work import asks

HARROW = "Ms Harrow, history teacher (early career)"
OPEN = [
    "/",
    "/check/",
    "/procedure/",
    "/do-i-need-to/",
    "/put-it-right/",
    "/remove/",
    "/guides/",
    "/what-we-keep/",
    "/get-help/",
    "/accessibility/",
    "/cookies/",
    "/mail-sent/",
    "/nope/",
]


def names_in_head(response):
    """Who the page says is here; nothing where it names nobody."""
    return [node.text for node in page_of(response).all(cls="af-me__who")]


def held_by(browser):
    """What the session of this browser holds."""
    return browser.session.load()


# ---------------------------------------------------------------- pressing a name


def test_ten_people_one_press_each(browser, cast, at):
    at("2026-11-25 10:00")
    page = page_of(browser.get("/sign-in/"))
    pressed = {node.attrs["value"]: node.text for node in page.all(tag="button", name="person")}
    assert len(pressed) == 10
    assert "Ms Mei-Lin Harrow" in pressed["harrow"]
    assert "Northgate School" in pressed["harrow"]
    assert "Student, Year 9" in pressed["farouk"]
    for username in pressed:
        assert send(browser, "/sign-in/", {"person": username})["Location"] == "/"
        assert held_by(browser)["_auth_user_id"] == who(username)


def test_somebody_else_of_the_cast_by_username_and_a_slip_is_one_sentence(browser, cast, at):
    at("2026-11-25 10:00")
    response = send(browser, "/sign-in/", {"person": "no-such-person", "next": "/procedure/"})
    page = page_of(response)
    assert response.status_code == 400
    assert page.one(tag="title").text.startswith("Error: ")
    assert page.one(id="username").attrs["value"] == "no-such-person"
    assert "Nobody in the cast has that username" in page.one(cls="govuk-error-summary").text
    assert {node.attrs["value"] for node in page.all(tag="input", name="next")} == {"/procedure/"}
    assert send(browser, "/sign-in/", {"person": " okoropenn "}).status_code == 302


@pytest.mark.parametrize(
    ("next", "lands"),
    [
        ("/procedure/?q=photo", "/procedure/?q=photo"),
        ("", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("procedure/", "/"),
        ("/\t/evil.example", "/"),
        ("///evil.example", "/"),
        ("/" + "a" * 600, "/"),
    ],
)
def test_after_signing_in_only_our_own_pages_follow(browser, cast, at, next, lands):
    at("2026-11-25 10:00")
    assert send(browser, "/sign-in/", {"person": "harrow", "next": next})["Location"] == lands


def test_signing_in_gives_a_new_session_id_each_time(signed_in):
    browser = signed_in("harrow")
    first = browser.cookies["session"].value
    send(browser, "/sign-in/", {"person": "harrow"})
    second = browser.cookies["session"].value
    send(browser, "/sign-in/", {"person": "pascoe"})
    assert len({first, second, browser.cookies["session"].value}) == 3
    assert Session.objects.count() == 1  # the ids before are gone, not only forgotten by the browser


def test_an_id_planted_before_sign_in_is_not_taken_over(browser, cast, at):
    at("2026-11-25 10:00")
    browser.cookies["session"] = "plantedplantedplantedplantedplan"
    send(browser, "/sign-in/", {"person": "harrow"})
    assert browser.cookies["session"].value != "plantedplantedplantedplantedplan"


def test_the_cookie_goes_with_the_window_and_scripts_cannot_read_it(signed_in):
    cookie = signed_in("harrow").cookies["session"]
    assert (cookie["max-age"], cookie["expires"], cookie["httponly"], cookie["samesite"]) == ("", "", True, "Lax")


def test_signing_out_forgets_the_session_and_what_the_browser_holds(signed_in):
    browser = signed_in("harrow")
    response = send(browser, "/sign-out/", {}, opened="/")
    assert (response.status_code, response["Location"]) == (302, "/")
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert Session.objects.count() == 0
    assert names_in_head(browser.get("/")) == []


def test_a_link_signs_nobody_out(signed_in):
    browser = signed_in("harrow")
    assert browser.get("/sign-out/").status_code == 405
    assert names_in_head(browser.get("/")) == [HARROW]


@pytest.mark.parametrize("path", ["/sign-in/", "/sign-out/", "/me/hat/"])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_an_unsafe_request_without_the_token_changes_nothing(signed_in, path, method):
    browser = signed_in("okoropenn")
    before = (browser.cookies["session"].value, held_by(browser))
    response = browser.generic(method, path, b"person=harrow&capacity=parent", content_type=FORM)
    assert response.status_code == 403
    assert (browser.cookies["session"].value, held_by(browser)) == before


# ---------------------------------------------------------------- the hat in use


@pytest.mark.parametrize("path", OPEN)
def test_s55_the_header_names_the_hat_in_use_on_every_page(signed_in, path):
    browser = signed_in("okoropenn")
    assert names_in_head(browser.get(path)) == ["Mrs Okoro-Penn, teaching assistant"]
    assert send(browser, "/me/hat/", {"capacity": "parent", "next": path}, opened="/")["Location"] == path
    assert names_in_head(browser.get(path)) == ["Mrs Okoro-Penn, as a parent"]
    send(browser, "/me/hat/", {"capacity": "staff"}, opened="/")
    assert names_in_head(browser.get(path)) == ["Mrs Okoro-Penn, teaching assistant"]


def test_s55_the_header_names_the_hat_on_the_answer_to_a_check_too(signed_in):
    browser = signed_in("okoropenn")
    assert names_in_head(look_over(browser, "A lovely day.")) == ["Mrs Okoro-Penn, teaching assistant"]


def test_a_hat_that_is_not_mine_is_refused(signed_in):
    browser = signed_in("okoropenn")
    for capacity in ("trustee", "student", "", "head:northgate"):
        response = send(browser, "/me/hat/", {"capacity": capacity}, opened="/")
        assert response.status_code == 400
        assert page_of(response).one(tag="h1").text == "That hat is not yours"
    assert names_in_head(browser.get("/")) == ["Mrs Okoro-Penn, teaching assistant"]


def test_a_hat_that_ended_is_off_at_the_next_request(signed_in):
    browser = signed_in("okoropenn")
    send(browser, "/me/hat/", {"capacity": "parent"}, opened="/")
    Guardian.objects.filter(adult=who("okoropenn")).delete()
    assert names_in_head(browser.get("/")) == ["Mrs Okoro-Penn, teaching assistant"]


def test_a_student_is_met_by_first_name_in_student_words(signed_in):
    browser = signed_in("farouk")
    page = page_of(browser.get("/"))
    assert page.one(cls="af-me__who").text == "Amina"
    assert page.one(tag="html").attrs["data-mode"] == "student"
    assert page.all(cls="af-switch") == []
    assert page_of(browser.get("/check/")).one(tag="html").attrs["data-mode"] == "student"
    assert page_of(signed_in("harrow").get("/?as=student")).one(tag="html").attrs["data-mode"] == "staff"


def test_signed_out_pages_offer_to_sign_in_and_keep_the_words_as_chosen(browser):
    page = page_of(browser.get("/?as=student"))
    assert page.one(tag="html").attrs["data-mode"] == "student"
    assert [link.text for link in page.one(cls="af-nav").all(tag="a", href="/sign-in/")] == ["Sign in"]
    assert page.all(tag="a", href="/me/") == []


def test_every_demo_page_can_switch_person_and_show_the_mail(signed_in):
    bar = page_of(signed_in("harrow").get("/")).one(cls="af-demo")
    assert [(link.attrs["href"], link.text) for link in bar.all(tag="a")] == [("/sign-in/", "Switch person"), ("/mail-sent/", "Mail sent")]


# ---------------------------------------------------------------- when it ends


@pytest.mark.parametrize(("back_at", "here"), [("10:29", True), ("10:30", False), ("09:50", False)])
def test_half_an_hour_away_ends_it(signed_in, at, back_at, here):
    browser = signed_in("harrow")
    at("2026-11-25 %s" % back_at)
    assert bool(names_in_head(browser.get("/"))) is here
    assert (Session.objects.count() == 1) is here


@pytest.mark.parametrize(("back_at", "here"), [("10:09", True), ("10:10", False)])
def test_ten_minutes_away_from_a_case_end_it(signed_in, at, back_at, here):
    browser = signed_in("harrow")
    browser.get("/cases/BCDFGHJK/")
    at("2026-11-25 %s" % back_at)
    assert bool(names_in_head(browser.get("/"))) is here


def test_eight_hours_end_it_however_busy(signed_in, at):
    browser = signed_in("harrow")
    for quarter in range(1, 8 * 4):
        at("2026-11-25 %02d:%02d" % (10 + quarter // 4, quarter % 4 * 15))
        assert names_in_head(browser.get("/"))
    at("2026-11-25 18:00")
    assert names_in_head(browser.get("/")) == []


@pytest.mark.parametrize("gone", [{"is_active": False}, {"left_on": "2026-11-24"}])
def test_whoever_has_left_is_out_at_the_next_request(signed_in, gone):
    browser = signed_in("harrow")
    assert names_in_head(browser.get("/"))
    Person.objects.filter(username="harrow").update(**gone)
    assert names_in_head(browser.get("/")) == []
    assert send(browser, "/sign-in/", {"person": "harrow"}).status_code == 400


def test_a_new_password_ends_every_session(signed_in):
    browser = signed_in("harrow")
    person = Person.objects.get(username="harrow")
    person.set_password("a new and longer password")
    person.save()
    assert names_in_head(browser.get("/")) == []


def test_nobody_else_may_keep_a_page_of_somebody_signed_in(signed_in):
    browser = signed_in("harrow")
    for path in OPEN:
        response = browser.get(path)
        assert response["Cache-Control"] == "no-store"
        assert "Cookie" in response["Vary"]


# ---------------------------------------------------------------- what the table holds


def written(browser, path, method="get", *given):
    with CaptureQueriesContext(connection) as asked:
        getattr(browser, method)(path, *given)
    return [
        query["sql"]
        for query in asked
        if not query["sql"].lstrip().upper().startswith(("SELECT", "BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))
    ]


def test_the_session_is_touched_once_a_minute_at_most(signed_in, at):
    browser = signed_in("harrow")
    assert written(browser, "/") == []
    at("2026-11-25 10:00:59")
    assert written(browser, "/") == []
    at("2026-11-25 10:01")
    assert len(written(browser, "/")) == 1
    assert written(browser, "/procedure/") == []


def test_a_check_never_touches_the_session_not_even_to_end_it(signed_in, at):
    browser = signed_in("harrow")
    at("2026-11-25 10:20")
    assert written(browser, "/check/") == []
    before = Session.objects.get().session_data
    assert names_in_head(look_over(browser, "Ring me on 07700 900455")) == [HARROW]
    browser.post("/api/v1/checks/post", json.dumps({"author": "staff", "text": "Ring 07700 900455"}), content_type="application/json")
    assert Session.objects.get().session_data == before
    at("2026-11-25 10:31")
    assert names_in_head(browser.get("/check/")) == []
    assert Session.objects.get().session_data == before


def test_the_sessions_table_holds_no_word_and_never_a_draft(signed_in):
    browser = signed_in("okoropenn")
    look_over(browser, "CANARY Ring me on 07700 900455")
    send(browser, "/me/hat/", {"capacity": "parent", "words": "CANARY"}, opened="/")
    browser.get("/procedure/?q=CANARY")
    browser.get("/cases/CANARY22/")
    row = Session.objects.get()
    held = row.get_decoded()
    assert set(held) == {
        "_auth_user_id",
        "_auth_user_backend",
        "_auth_user_hash",
        "since",
        "seen",
        "proved",
        "second",
        "on-case",
        "capacity",
    }
    assert "CANARY" not in json.dumps(held)
    assert b"CANARY" not in base64.b64decode(row.session_data.split(":")[0] + "==", altchars=b"-_")


# ---------------------------------------------------------------- pages that need somebody


@pytest.fixture
def my_pages(settings):
    settings.ROOT_URLCONF = "tests.web.my_pages"


def test_a_page_of_ones_own_asks_to_sign_in_first(browser, my_pages):
    response = browser.get("/mine/?sort=new")
    assert (response.status_code, response["Location"]) == (302, "/sign-in/?next=%2Fmine%2F%3Fsort%3Dnew")


def test_whoever_was_away_is_told_so(signed_in, my_pages, at):
    browser = signed_in("harrow")
    assert browser.get("/mine/").content == b"Here is Ms Harrow"
    at("2026-11-25 11:00")
    response = browser.get("/mine/")
    assert response["Location"] == "/sign-in/?next=%2Fmine%2F&away=1"
    assert "You were away for a while" in page_of(browser.get(response["Location"])).one(tag="main").text


def test_words_sent_too_late_are_shown_back_and_kept_nowhere(signed_in, my_pages, at):
    browser = signed_in("harrow")
    at("2026-11-25 10:45")
    sent = {"question": "May I post\nthe CANARY?", "to": "line-manager", "key": "0123456789abcdef" * 2, "password": "CANARY-secret"}
    response = send(browser, "/mine/", sent)
    page = page_of(response)
    assert response.status_code == 403
    assert response["Cache-Control"] == "no-store"
    assert page.one(tag="h1").text == "You were signed out"
    words = page.one(tag="textarea", id="words")
    assert words.raw == "\nMay I post\nthe CANARY?"
    assert "readonly" in words.attrs
    assert Session.objects.count() == 0


@pytest.mark.parametrize(
    ("path", "sent", "words"),
    [
        ("/declare/blog/", {"page": "what", "what": "blog", "topic": "Walks in the wood", "says": "yes"}, "Walks in the wood"),
        ("/declare/blog/", {"page": "topic", "what": "blog", "topic": "blog"}, "blog"),
        ("/press/", {"answered": "no", "about": "post", "schools": "northgate", "asked": "post"}, "post"),
        ("/ask/", {"to": "line-manager", "text": "harrow"}, "harrow"),
    ],
)
def test_what_somebody_pressed_is_not_among_the_words_that_come_back(signed_in, at, path, sent, words):
    """A choice stands on the page in words of its own; the form's name for it would be no word of theirs."""
    browser = signed_in("harrow")
    at("2026-11-25 10:45")
    page = page_of(send(browser, path, sent))
    assert page.one(tag="textarea", id="words").raw == "\n" + words


def test_a_form_that_is_too_old_gives_its_words_back(signed_in, my_pages):
    browser = signed_in("harrow")
    browser.get("/")
    response = browser.post("/mine/", "question=Kept+words&csrfmiddlewaretoken=old", content_type=FORM)
    page = page_of(response)
    assert response.status_code == 403
    assert page.one(tag="h1").text == "This form is too old"
    assert page.one(tag="textarea", id="words").raw == "\nKept words"


def test_the_clock_of_a_request_is_read_once(signed_in, my_pages, settings):
    browser = signed_in("harrow")
    asked = []
    moment = settings.CLOCK()

    def counting():
        asked.append(1)
        return moment + timedelta(minutes=len(asked))

    settings.CLOCK = counting
    browser.get("/mine/")
    assert len(asked) == 1


# ---------------------------------------------------------------- the demo's mail


def test_the_demos_mail_can_be_read_newest_first(signed_in, settings, tmp_path):
    settings.ASKFIRST = replace(settings.ASKFIRST, data=tmp_path)
    browser = signed_in("harrow")
    assert "No mail yet." in page_of(browser.get("/mail-sent/")).one(tag="main").text
    for minute, username in enumerate(("devlin", "pascoe")):
        at = settings.CLOCK() + timedelta(minutes=minute)
        with transaction.atomic():
            outbox.queue(key=username, to=who(username), kind="to-do", case="BCDFGHJK", at=at)
        send_due(at=at)
    letters = [node.text for node in page_of(browser.get("/mail-sent/")).all(tag="article")]
    assert [Person.objects.get(username=name).email in letter for name, letter in zip(("pascoe", "devlin"), letters, strict=True)] == [
        True,
        True,
    ]
    assert "25 November 2026, 10:01" in letters[0]
    assert "You have something to do in AskFirst" in letters[0]
    assert "/cases/BCDFGHJK/" in letters[0]


# ---------------------------------------------------------------- where a change of hat leads


MOVED = "/me/?hat=new"


@pytest.mark.parametrize(
    ("next", "leads"),
    [
        ("/check/", "/check/"),
        ("/cases/", "/cases/"),
        ("/cases/?after=BCDFGHJK", "/cases/"),
        ("/cases/BCDFGHJK/", MOVED),
        ("/cases/BCDFGHJK/steps/withdraw/", MOVED),
        ("/cases/../me/record/", MOVED),
        ("/reports/tries/", MOVED),
        ("/people/merge/", MOVED),
        ("/me/away/", MOVED),
        ("https://elsewhere.example/cases/", "/"),
        ("", "/"),
    ],
)
def test_a_change_of_hat_leads_to_a_page_that_is_there(signed_in, next, leads):
    browser = signed_in("okoropenn")
    assert send(browser, "/me/hat/", {"capacity": "parent", "next": next}, opened="/")["Location"] == leads
    assert browser.get(leads).status_code == 200


def test_a_case_stays_open_where_the_new_hat_sees_it_too_and_not_where_it_does_not(signed_in):
    """Ms Vasquez-Thorne sits on the board, and has since come to work here: what she asked by name is hers in either hat."""
    Holding.objects.create(person_id=who("vasquez-thorne"), seat="office:northgate", starts=MONDAY)
    ref = asks("vasquez-thorne", to="someone-else")
    hers = signed_in("vasquez-thorne")
    asked = {"capacity": "staff", "next": "/cases/%s/receipt/" % ref}
    assert send(hers, "/me/hat/", asked, opened="/")["Location"] == "/cases/%s/" % ref
    assert hers.get("/cases/%s/" % ref).status_code == 200
    other = signed_in("okoropenn")
    assert send(other, "/me/hat/", {"capacity": "parent", "next": "/cases/%s/" % ref}, opened="/")["Location"] == MOVED
