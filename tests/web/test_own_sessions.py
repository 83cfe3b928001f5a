"""Where I am signed in, another password, and what a sign-in page tells nobody."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client

from askfirst.people import accounts_sessions
from askfirst.people.accounts import set_password
from askfirst.people.models import Failure, Person, Session
from tests.cast import who
from tests.people.hashers import WORK
from tests.web.pages import page_of, send

OLD, NEW = "a pot of ink by the window", "seven grey geese over a weir"
LIST = "/me/sessions/"


@pytest.fixture
def production(cast, at, settings):
    settings.ASKFIRST = replace(settings.ASKFIRST, mode="production")
    settings.PASSWORD_HASHERS = ["tests.people.hashers.Counting"]
    for name in ("harrow", "kit"):
        set_password(name, OLD)
    return at("2026-11-25 10:00")


@pytest.fixture
def later(settings, production):
    def move(**much):
        moment = settings.CLOCK() + timedelta(**much)
        settings.CLOCK = lambda: moment
        return moment

    return move


def fresh():
    return Client(HTTP_HOST="localhost", enforce_csrf_checks=True)


def come_in(name="harrow", password=OLD):
    one = fresh()
    assert send(one, "/sign-in/", {"person": name, "password": password}).status_code == 302
    return one


def told(browser):
    """Each line of the list (a line break is no space here), and the names of those that can be ended."""
    page = page_of(browser.get(LIST))
    lines = [one.text for one in page.one(cls="af-sessions").all(tag="p")]
    return lines, [one.attrs["value"] for one in page.all(tag="button", name="session")]


def is_in(browser):
    return browser.get("/me/").status_code == 200


def test_the_list_says_since_when_last_used_and_which_is_this(production, later):
    phone = come_in()
    later(minutes=5, seconds=50)
    laptop = come_in()
    later(minutes=7, seconds=20)
    laptop.get("/me/")
    lines, names = told(laptop)
    assert lines == [
        "This browser Since: Today, 10:05Last used: Today, 10:13",
        "Another browser Since: Today, 10:00Last used: Today, 10:00",
    ]
    assert len(names) == 1
    assert told(phone)[0][0] == "This browser Since: Today, 10:00Last used: Today, 10:13"


def test_nobody_elses_session_is_in_it_and_none_can_be_ended_there(production):
    mine, theirs = come_in(), come_in("kit")
    (line,), names = told(mine)
    assert line.startswith("This browser") and names == []
    foreign = Session.objects.get(person=who("kit")).session_key
    for name in (foreign, "", "nul\0", "half\ud800".encode("utf-8", "surrogatepass"), "x" * 5000):
        assert send(mine, LIST, {"session": name}, opened=LIST)["Location"] == LIST
    assert is_in(theirs) and is_in(mine)


def test_one_is_ended_and_it_is_out_at_its_next_page(production):
    phone, laptop = come_in(), come_in()
    _, (name,) = told(laptop)
    send(laptop, LIST, {"session": name}, opened=LIST)
    assert not is_in(phone) and is_in(laptop)
    assert len(told(laptop)[0]) == 1


def test_all_are_ended_this_one_too(production):
    phone, laptop, kits = come_in(), come_in(), come_in("kit")
    response = send(laptop, LIST + "end-all/", {}, opened=LIST)
    assert (response.status_code, response["Location"]) == (302, "/sign-in/?ended=1")
    assert "You are signed out everywhere." in page_of(laptop.get("/sign-in/?ended=1")).one(tag="main").text
    assert [is_in(one) for one in (phone, laptop, kits)] == [False, False, True]


def test_ending_all_asks_first_who_is_there_after_ten_minutes(production, later):
    phone, laptop = come_in(), come_in()
    later(minutes=10)
    response = send(laptop, LIST + "end-all/", {}, opened=LIST)
    assert response.status_code == 200 and page_of(response).one(tag="h1").text == "Show that it is you"
    assert is_in(phone)
    assert send(laptop, LIST + "end-all/", {"proof": "wrong"}, opened=LIST).status_code == 400
    assert send(laptop, LIST + "end-all/", {"proof": OLD}, opened=LIST).status_code == 302
    assert not is_in(phone)


def test_sessions_that_time_has_ended_are_not_listed(production, later):
    come_in()
    later(minutes=31)
    assert len(told(come_in())[0]) == 1


def test_the_table_lets_nobody_in_with_what_it_holds(production):
    """Whoever reads the table has digests, and a digest as a cookie is nobody's session."""
    one = come_in()
    row = Session.objects.get(person=who("harrow"))
    assert one.session.session_key not in (row.session_key, row.session_data)
    thief = fresh()
    thief.cookies["session"] = row.session_key
    assert not is_in(thief)
    assert is_in(one)


def test_sessions_ended_long_ago_are_forgotten(production):
    come_in()
    Session.objects.update(expire_date=production - timedelta(seconds=1))
    assert accounts_sessions.forget_ended(at=production) == 1
    assert not Session.objects.exists()


# Another password


def change(browser, current=OLD, new=NEW, again=None):
    return send(
        browser, "/me/password/", {"current": current, "new": new, "again": new if again is None else again}, opened="/me/password/"
    )


def test_another_password_ends_the_others_and_keeps_this_one(production):
    phone, tablet, laptop = come_in(), come_in(), come_in()
    before = laptop.session.session_key
    response = change(laptop)
    assert response.status_code == 200
    assert "You were signed out on 2 other browsers." in page_of(response).one(tag="main").text
    assert [is_in(one) for one in (phone, tablet, laptop)] == [False, False, True]
    assert laptop.session.session_key != before
    assert send(fresh(), "/sign-in/", {"person": "harrow", "password": OLD}).status_code == 400
    assert is_in(come_in(password=NEW))


@pytest.mark.parametrize(
    ("given", "at_field", "says"),
    [
        ({"current": "wrong"}, "current", "That is not your current password."),
        ({"current": ""}, "current", "That is not your current password."),
        ({"again": NEW + "!"}, "again", "The two new passwords are not the same."),
        ({"new": "short"}, "new", "A password needs 12 to 200 characters"),
        ({"new": "x" * 201}, "new", "A password needs 12 to 200 characters"),
        ({"new": "my harrow password"}, "new", "The password holds the account’s name"),
        ({"new": "Password1234"}, "new", "Many people use that password"),
        ({"new": "qwertyuiop123"}, "new", "Many people use that password"),
        ({"new": "letmeinletmein"}, "new", "Many people use that password"),
        ({"new": "111111111111"}, "new", "Many people use that password"),
        ({"new": "abababababab"}, "new", "Many people use that password"),
    ],
)
def test_a_password_that_will_not_do_says_where_and_why_and_changes_nothing(production, given, at_field, says):
    phone, laptop = come_in(), come_in()
    response = change(laptop, **given)
    page = page_of(response)
    assert response.status_code == 400
    assert page.one(cls="govuk-error-summary").one(tag="a").attrs["href"] == "#" + at_field
    assert says in page.one(id=at_field + "-error").text
    assert (
        "Nothing was changed" in page.one(cls="govuk-error-summary").text
        or "nothing was changed" in page.one(cls="govuk-error-summary").text
    )
    assert all("value" not in page.one(id=field).attrs for field in ("current", "new", "again"))
    assert is_in(phone) and is_in(come_in())


def test_guessing_the_password_of_an_open_session_makes_wait(production):
    one = come_in()
    for _ in range(5):
        change(one, current="wrong")
    assert "Wait" in page_of(change(one)).one(cls="govuk-error-summary").text


def test_who_has_no_password_is_told(signed_in):
    one = signed_in("harrow")
    page = page_of(one.get("/me/password/"))
    assert "there is none to change" in page.one(tag="main").text and page.all(id="new") == []


# What the sign-in page tells


def test_unknown_inactive_gone_and_live_accounts_answer_alike(production):
    """A wrong password, seven times: status, headers, body and the count of hashes are the same, each time and for each account."""
    for name, change_of in (("closed", {"is_active": False}), ("gone", {"left_on": "2026-11-24"})):
        Person.objects.create_person(name, name="Mr Closed", short="Mr Closed", kind="staff", password=OLD, **change_of)
    heard = {}
    for n, name in enumerate(("harrow", "nobody", "closed", "gone", "pascoe")):
        WORK.clear()
        one = fresh()
        page = page_of(one.get("/sign-in/"))
        token = page.all(tag="input", name="csrfmiddlewaretoken")[0].attrs["value"]
        heard[name] = []
        for _ in range(7):
            response = one.post(
                "/sign-in/",
                "csrfmiddlewaretoken=%s&person=%s&password=%s" % (token, name, OLD + "x" if name != "closed" else OLD),
                content_type="application/x-www-form-urlencoded",
                REMOTE_ADDR="10.0.0.%d" % n,
            )
            text = page_of(response)
            bare = text.one(tag="main").text
            size = len(response.content) - len(name)
            headers = sorted((key, value) for key, value in response.items() if key != "Content-Length")
            heard[name].append((response.status_code, bare, size, headers, sorted(response.cookies), len(WORK)))
    assert len({str(seen) for seen in heard.values()}) == 1
    assert [seen[0] for seen in heard["nobody"]] == [400] * 7
    assert [seen[-1] for seen in heard["nobody"]] == [1, 2, 3, 4, 5, 5, 5]
    print("5 kinds of account, 7 tries each: one answer")


def test_the_cookie_of_a_known_browser_names_nobody_and_opens_nothing(production):
    one = come_in()
    kept = one.cookies["known"]
    assert (kept["httponly"], kept["samesite"], kept["path"], kept["max-age"]) == (True, "Strict", "/", 180 * 24 * 60 * 60)
    assert "harrow" not in kept.value and who("harrow") not in kept.value
    other = fresh()
    other.cookies["known"] = kept.value
    assert not is_in(other)


def test_a_failed_sign_in_gives_no_such_cookie(production):
    one = fresh()
    send(one, "/sign-in/", {"person": "harrow", "password": "wrong"})
    assert set(one.cookies) == {"csrftoken"}


def test_the_owner_comes_in_where_they_were_before_while_others_guess(production):
    own = come_in()
    send(own, "/sign-out/", {}, opened="/me/")
    guesser = fresh()
    for _ in range(8):
        send(guesser, "/sign-in/", {"person": "harrow", "password": "guess"})
    assert Failure.objects.filter(scope="account").count() == 1
    assert "Wait" in page_of(send(fresh(), "/sign-in/", {"person": "harrow", "password": OLD})).one(cls="govuk-error-summary").text
    assert send(own, "/sign-in/", {"person": "harrow", "password": OLD}).status_code == 302
