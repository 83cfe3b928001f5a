"""The doors without an account answer alike for every contact: on record, unknown, shared, of staff, of a student, of who has left (3.10).

What is compared is everything that whoever asks can see: status, words, headers, cookies, and how much work was done. Each door first shows
that a view which answers otherwise for one contact would be noticed.
"""

import re
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection, transaction
from django.http import HttpResponseNotFound
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askfirst.people import links
from askfirst.people.models import Person
from askfirst.people.notify import mail_sent, send_due
from askfirst.trail.models import Notice
from askfirst.web import by_link
from askfirst.web.bodies import read_form
from askfirst.web.urls import urlpatterns
from tests.access.oracle import SECRETS
from tests.cast import who
from tests.clock import london
from tests.web.pages import send

NOW = london("2026-11-25 11:00")
CONTACTS = {
    "a mother": "tamblyn@home.example",
    "a father of somebody grown up": "lund@home.example",
    "who has left": "ottilie@home.example",
    "shared by two": "wells@home.example",
    "a student": "freya@home.example",
    "staff": "harrow@work.example",
    "nobody": "nobody@home.example",
    "nobody, longer": "nobody.at.all.of.this.name@another.home.example",
}
DOORS = ("/by-link/", "/do-not-post/", "/remove/", "/remove/ask/", "/my-data/", "/not-ours/")


@pytest.fixture(autouse=True)
def on_record(people, settings):
    settings.CLOCK = lambda: NOW
    Person.objects.filter(email__endswith="@home.example").update(email="")
    told = {"tamblyn-h": "a mother", "lund-a": "a father of somebody grown up", "grange": "who has left", "wells-p": "shared by two",
            "blenkinsop-g": "shared by two", "osei": "a student", "harrow": "staff"}  # fmt: skip
    for name, contact in told.items():
        Person.objects.filter(pk=who(name)).update(email=CONTACTS[contact])


def told_apart(door):
    """The contacts for which this door answers otherwise than for nobody's, without their own words in it."""
    browser, found = Client(HTTP_HOST="localhost", enforce_csrf_checks=True), {}
    send(browser, "/by-link/", {"email": "first@home.example"})  # the browser's own address is counted from here on
    for contact, email in CONTACTS.items():
        found[contact] = seen(browser, door, email)
    return sorted(contact for contact, answer in found.items() if answer != found["nobody"])


def seen(browser, door, email):
    """What whoever sends this contact to a door can see of the answer, and the work it took; what it leaves behind is undone."""
    with transaction.atomic(), CaptureQueriesContext(connection) as work:
        answer = send(browser, door, {"email": email, "whom": email, "send": "1"})
        transaction.set_rollback(True)
    text = SECRETS.sub(rb"\1", answer.content).replace(email.encode(), b"EMAIL")
    headers = sorted((name, value) for name, value in answer.items() if name not in ("Set-Cookie", "Content-Length"))
    return answer.status_code, text, headers, sorted(answer.cookies), len(work)


# ---------------------------------------------------------------- planted leaks


def known(email):
    return links.on_record(email, at=NOW) is not None


def another_status(email, **_):
    if not known(email):
        raise links.BadAddress


def another_work(email, *, address, at):
    links.ask_link(email, address=address, at=at)
    if known(email):
        Person.objects.filter(email=email).exists()


def no_notice(email, *, address, at):
    if known(email):
        links.ask_link(email, address=address, at=at)


@pytest.mark.parametrize("planted", [another_status, another_work, no_notice])
def test_a_door_that_looks_first_whether_a_contact_is_on_record_is_noticed(monkeypatch, planted):
    assert told_apart("/by-link/") == []
    monkeypatch.setattr(by_link, "ask_link", planted)
    assert {"a mother", "who has left"} <= set(told_apart("/by-link/"))


def not_there(view, request):
    return view(request) if known(read_form(request).one("email")) else HttpResponseNotFound()


def a_cookie(view, request):
    answer = view(request)
    if known(read_form(request).one("email")):
        answer.set_cookie("seen", "1")
    return answer


@pytest.mark.parametrize("flaw", [not_there, a_cookie])
@pytest.mark.parametrize("door", DOORS)
def test_a_view_that_answers_otherwise_for_whoever_is_not_on_record_is_noticed(monkeypatch, door, flaw):
    (route,) = (one for one in urlpatterns if str(one.pattern) == door.strip("/") + "/")
    monkeypatch.setattr(route, "callback", partial(flaw, route.callback))
    assert {"a mother", "who has left"} <= set(told_apart(door))


# ---------------------------------------------------------------- the doors


@pytest.mark.parametrize("door", DOORS)
def test_no_door_tells_apart_who_is_on_record(door):
    assert told_apart(door) == []


def test_what_waits_to_be_sent_is_alike_too():
    """One notice each, of the same kind and to nobody by name; only the worker looks, and then it is forgotten."""
    Notice.objects.all().delete()
    for number, email in enumerate(CONTACTS.values()):
        links.ask_link(email, address="192.0.2.%d" % number, at=NOW)
    assert list(Notice.objects.values_list("kind", "to", "case")) == [("link", "", "")] * len(CONTACTS)
    before = set(mail_sent(most=10_000))
    send_due(at=NOW + timedelta(minutes=1))
    sent = [mail.to for mail in mail_sent(most=10_000) if mail not in before]
    assert sorted(sent) == sorted(CONTACTS[name] for name in ("a mother", "a father of somebody grown up", "who has left"))
    assert not Notice.objects.filter(kind="link").exists()


@pytest.mark.parametrize("path", ["/do-not-post/", "/remove/ask/", "/my-data/", "/cases/"])
def test_a_used_an_old_and_a_made_up_link_are_the_same_whatever_they_led_to(settings, path):
    """Used, an hour old, of somebody who signs in since, of nobody: one page, and nobody is in."""
    used, late, now_staff = (links.link_for(who(name), at=NOW) for name in ("tamblyn-h", "lund-a", "wells-p"))
    assert links.use_link(used, at=NOW) == who("tamblyn-h")
    Person.objects.filter(pk=who("wells-p")).update(is_active=False)
    answers = set()
    for token_of_link, minutes in ((used, 1), (late, 61), (now_staff, 1), ("made-up", 1), ("A" * 32, 1)):
        settings.CLOCK = lambda minutes=minutes: NOW + timedelta(minutes=minutes)
        browser = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
        answer = send(browser, "/by-link/%s/" % token_of_link, {"to": path.strip("/").partition("/")[0]})
        answers.add((answer.status_code, re.sub(rb'value="[^"]*"', b"", SECRETS.sub(rb"\1", answer.content))))
        assert browser.get("/cases/").status_code == 302
    assert len(answers) == 1
    assert next(iter(answers))[0] == 410
