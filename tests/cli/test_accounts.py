"""What an operator does for somebody who cannot sign in: a reason each time, a line in the trail, and no word of it there."""

import io
import sys
from datetime import timedelta

import pytest
from django.test import Client

from askfirst.cli.main import main
from askfirst.people import second_step
from askfirst.people.accounts import TryLater, set_password, sign_in
from askfirst.people.models import Session
from askfirst.trail import chain
from tests.cast import cast, who
from tests.clock import at
from tests.people.phone import shows
from tests.web.pages import send

__all__ = ["at", "cast"]

OLD, NEW = "a pot of ink by the window", "seven grey geese over a weir"
WHY = ("--reason", "Rang from the CANARY office, known by voice")


@pytest.fixture
def run(cast, at, monkeypatch, capsys, settings):
    settings.PASSWORD_HASHERS = ["tests.people.hashers.Counting"]
    at("2026-11-25 10:00")

    def call(*arguments, words=""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(words.encode())))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(["accounts", *arguments])
        said = capsys.readouterr()
        return ended.value.code, said.out or said.err

    return call


def operated():
    return [(event.what, event.who, event.of_person) for event in chain.events("operate")]


def press(name):
    one = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    send(one, "/sign-in/", {"person": name})
    return one


def test_the_first_password_of_a_new_house_is_given_from_the_shell(run, settings):
    now = settings.CLOCK()
    code, said = run("password", "devlin", "--password-stdin", *WHY, words=NEW + "\n")
    assert code == 0 and said == "The password is changed. Ask them to choose their own at /me/password/ when they are in.\n"
    assert sign_in("devlin", NEW, address="192.0.2.7", at=now) == who("devlin")
    assert operated() == [("password-given", "operator", who("devlin"))]


def test_a_password_given_ends_the_sessions(run):
    there = press("pascoe")
    assert run("password", "pascoe", "--password-stdin", *WHY, words=NEW + "\n")[0] == 0
    assert there.get("/me/").status_code == 302


@pytest.mark.parametrize(
    ("arguments", "words", "says"),
    [
        (("password", "pascoe", "--password-stdin", *WHY), "short\n", "A password needs 12 to 200 characters"),
        (("password", "pascoe", "--password-stdin", *WHY), "password1234\n", "Many people use that password"),
        (("password", "pascoe", "--password-stdin", *WHY), "I am pascoe, really\n", "The password holds the account’s name"),
        (("password", "pascoe", *WHY), "", "send it with --password-stdin"),
        (("password", "nobody", "--password-stdin", *WHY), NEW + "\n", "There is no account of that name"),
        (("password", "pascoe", "--password-stdin", "--reason", " "), NEW + "\n", "Say why"),
        (("sessions", "end", "nobody", *WHY), "", "There is no account of that name"),
        (("sessions", "end", "pascoe"), "", "--reason"),
        (("second-step", "reset", "nul\0", *WHY), "", "There is no account of that name"),
        (("unlock", "pascoe", "--reason", "x" * 501), "", "Say why"),
    ],
)
def test_what_will_not_do_changes_nothing_and_is_one_line(run, arguments, words, says):
    press("pascoe")
    code, said = run(*arguments, words=words)
    assert code == 2 and says in said and said.count("\n") == 1
    assert operated() == []
    assert Session.objects.filter(person=who("pascoe")).count() == 1


def test_sessions_are_ended_everywhere(run):
    here, there, other = press("pascoe"), press("pascoe"), press("harrow")
    assert run("sessions", "end", "pascoe", *WHY) == (0, "Signed out everywhere. Sessions ended: 2.\n")
    assert [one.get("/me/").status_code for one in (here, there, other)] == [302, 302, 200]
    assert operated() == [("sessions-ended", "operator", who("pascoe"))]


def test_a_lost_phone(run, settings):
    now, sealed = settings.CLOCK(), second_step.new_secret()
    key = second_step.to_show(who("pascoe"), sealed).key
    second_step.set_up(who("pascoe"), sealed, shows(key, now), at=now)
    there = press("pascoe")
    assert run("second-step", "reset", "pascoe", *WHY)[0] == 0
    assert not second_step.has(who("pascoe")) and there.get("/me/").status_code == 302
    assert "They had no second step" in run("second-step", "reset", "pascoe", *WHY)[1]
    assert operated() == [("second-step-reset", "operator", who("pascoe"))] * 2


def test_somebody_who_waits_after_wrong_passwords(run, settings):
    now = settings.CLOCK()
    set_password("pascoe", OLD)
    for n in range(5):
        sign_in("pascoe", "wrong", address="10.0.0.%d" % n, at=now)
    with pytest.raises(TryLater):
        sign_in("pascoe", OLD, address="192.0.2.7", at=now)
    assert run("unlock", "pascoe", *WHY) == (0, "They can try again now.\n")
    assert sign_in("pascoe", OLD, address="192.0.2.7", at=now + timedelta(seconds=1)) == who("pascoe")


def test_the_trail_is_whole_and_holds_no_word_of_the_reason(run):
    run("sessions", "end", "pascoe", *WHY)
    run("sessions", "end", "pascoe", "--reason", "Another reason")
    first, second = chain.events("operate")
    assert chain.verify() == ()
    assert len({first.words, second.words}) == 2 and len(first.words) == 64
    assert "CANARY" not in str([vars(event) for event in (first, second)])
