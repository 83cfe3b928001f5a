"""Mail says that there is something, never what: it reaches a real mail server, once, and survives the server being away."""

import stat
import threading
import time
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, transaction

from askfirst.people.models import Person
from askfirst.people.notify import mail_sent, send_due
from askfirst.trail import outbox
from tests.cast import who
from tests.clock import london
from tests.smtp_server import smtp

__all__ = ["smtp"]

NOW = london("2026-11-25 10:00")
MINUTE = timedelta(minutes=1)
CASE = "BCDFGHJK"


def tell(username, *, kind="to-do", case=CASE, at=NOW, key=""):
    with transaction.atomic():
        return outbox.queue(key=key or "%s:%s:%s" % (case, username, kind), to=who(username), kind=kind, case=case, at=at)


@pytest.fixture
def letters(smtp, settings):
    """A mail server that is up, and AskFirst set to use it."""
    taken = smtp()
    settings.ASKFIRST = replace(settings.ASKFIRST, mail_host="127.0.0.1", mail_port=taken.port, mail_tls="none")
    return taken


@pytest.fixture
def by_file(settings, tmp_path):
    settings.ASKFIRST = replace(settings.ASKFIRST, data=tmp_path)
    return tmp_path / "outbox"


def words_of(mail):
    return mail.get_body(("plain",)).get_content()


def test_a_mail_reaches_the_server_and_holds_no_word_of_the_matter(cast, letters):
    """The names, schools and jobs of everybody are the canaries; only the address on the envelope and in To may point at a person."""
    tell("devlin")
    assert send_due(at=NOW) == 1
    ((to, mail),) = letters.taken
    person = Person.objects.get(username="devlin")
    assert to == person.email == mail["To"]
    assert mail["Subject"] == "You have something to do in AskFirst"
    assert "http://localhost:8000/cases/BCDFGHJK/" in words_of(mail)
    del mail["To"]
    rest = mail.as_string().lower() + words_of(mail).lower()
    canaries = {part for one in Person.objects.all() for part in one.name.lower().split() if len(part) > 4}
    canaries |= {"northgate", "eastfield", "brannock", "question", "journalist", "gazette", "press", "student"}
    assert [word for word in sorted(canaries) if word in rest] == []


def test_everybody_gets_the_same_words(cast, letters):
    tell("devlin")
    tell("abernethy")
    assert send_due(at=NOW) == 2
    (one, other) = [words_of(mail) for _, mail in letters.taken]
    assert one == other


def test_news_has_a_subject_of_its_own_and_no_case_means_my_own_page(cast, letters):
    tell("devlin", kind="news", case="")
    send_due(at=NOW)
    ((_, mail),) = letters.taken
    assert mail["Subject"] == "AskFirst has news for you"
    assert "http://localhost:8000/me/" in words_of(mail)


def test_a_mail_goes_once_however_often_the_worker_comes(cast, letters):
    assert tell("devlin") is True
    assert tell("devlin") is False
    assert [send_due(at=NOW + n * MINUTE) for n in range(4)] == [1, 0, 0, 0]
    assert len(letters.taken) == 1


def test_a_mail_server_that_is_away_loses_nothing(cast, letters, smtp):
    smtp(up=False)
    tell("devlin")
    assert send_due(at=NOW) == 0
    assert send_due(at=NOW) == 0
    smtp()
    assert send_due(at=NOW + timedelta(seconds=59)) == 0
    assert send_due(at=NOW + MINUTE) == 1
    assert send_due(at=NOW + timedelta(days=1)) == 0
    assert [to for to, _ in letters.taken] == [Person.objects.get(username="devlin").email]


@pytest.mark.parametrize("code", [550, 450])
def test_an_address_that_is_refused_stops_nobody_else(cast, letters, code):
    letters.refused[Person.objects.get(username="devlin").email] = code
    for username in ("devlin", "abernethy", "pascoe"):
        tell(username)
    assert send_due(at=NOW) == 2
    assert {to for to, _ in letters.taken} == {Person.objects.get(username=name).email for name in ("abernethy", "pascoe")}
    letters.refused.clear()
    assert send_due(at=NOW + MINUTE) == 1


def test_a_server_that_hangs_up_once_costs_one_mail_a_minute(cast, letters):
    letters.drops = 1
    for username in ("devlin", "abernethy", "pascoe"):
        tell(username)
    assert send_due(at=NOW) == 2
    assert send_due(at=NOW + MINUTE) == 1
    assert len({to for to, _ in letters.taken}) == 3


def test_two_workers_at_once_send_each_mail_once(transactional_db, request, letters):
    """Whatever went wrong with the lease: the second finds what the first has not taken yet, and neither sends the other's."""
    request.getfixturevalue("cast")
    letters.slow = 0.2
    for username in ("devlin", "abernethy", "pascoe", "harrow"):
        tell(username)
    went = []

    def work():
        went.append(send_due(at=NOW))
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
        time.sleep(0.1)
    for worker in workers:
        worker.join()
    assert sum(went) == 4
    assert min(went) > 0
    assert sorted(to for to, _ in letters.taken) == sorted({to for to, _ in letters.taken})


def test_an_address_that_could_forge_a_header_goes_nowhere(cast, letters):
    Person.objects.filter(username="devlin").update(email="x@y.example\nBcc: all@evil.example")
    Person.objects.filter(username="pascoe").update(email="d\u00e9vlin@northgate.example")
    for username in ("devlin", "pascoe", "abernethy"):
        tell(username)
    assert send_due(at=NOW) == 1
    assert [to for to, _ in letters.taken] == [Person.objects.get(username="abernethy").email]


@pytest.mark.parametrize("username", ["farouk", "osei", "kit"])
def test_a_student_is_told_in_the_app_alone(cast, letters, username):
    Person.objects.filter(username=username).update(email="%s@pupils.example" % username)
    tell(username)
    assert send_due(at=NOW) == 0
    assert letters.taken == []
    assert outbox.due(at=NOW + timedelta(days=9), limit=9) == []
    assert [notice.case for notice in outbox.unseen(who(username))] == [CASE]


def test_whoever_has_no_address_or_left_is_told_in_the_app_alone(cast, letters):
    Person.objects.filter(username="devlin").update(email="")
    Person.objects.filter(username="pascoe").update(is_active=False)
    tell("devlin")
    tell("pascoe")
    assert send_due(at=NOW) == 0
    assert letters.taken == []


def test_the_duty_contact_is_asked_to_help_and_told_nothing_else(cast, letters):
    with transaction.atomic():
        outbox.queue(key="duty", to="", address="duty", kind="duty", case=CASE, at=NOW)
    assert send_due(at=NOW) == 1
    ((to, mail),) = letters.taken
    assert to == "duty@ret.example"
    assert "The Trust duty contact is asked to help reach someone." in words_of(mail)
    assert CASE not in mail.as_string()


def test_a_mail_waits_for_its_time(cast, letters):
    with transaction.atomic():
        outbox.queue(key="later", to=who("devlin"), kind="reminder", case=CASE, at=NOW, not_before=NOW + 5 * MINUTE)
    assert [send_due(at=NOW), send_due(at=NOW + 5 * MINUTE)] == [0, 1]


def test_with_no_server_mail_is_a_file_for_its_owner_alone(cast, by_file):
    tell("devlin")
    tell("abernethy", at=NOW + MINUTE)
    assert send_due(at=NOW) == 1
    assert send_due(at=NOW + MINUTE) == 1
    files = list(by_file.iterdir())
    assert [stat.S_IMODE(file.stat().st_mode) for file in files] == [0o600, 0o600]
    assert stat.S_IMODE(by_file.stat().st_mode) == 0o700
    newest, oldest = mail_sent(most=9)
    assert (newest.to, newest.at) == (Person.objects.get(username="abernethy").email, NOW + MINUTE)
    assert oldest.subject == "You have something to do in AskFirst"
    assert "http://localhost:8000/cases/BCDFGHJK/" in oldest.body
    assert len(mail_sent(most=1)) == 1


def test_a_mail_written_twice_after_a_fall_is_one_file(cast, by_file):
    """Killed between writing and saying so: the next try takes the same name."""
    tell("devlin")
    send_due(at=NOW)
    notice = outbox.about(CASE)[0]
    type(notice).objects.filter(pk=notice.pk).update(sent_at=None)
    send_due(at=NOW + MINUTE)
    assert len(mail_sent(most=9)) == 1
