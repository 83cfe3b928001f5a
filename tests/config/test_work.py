"""The worker: due work is done in passes, one worker at a time, and a fault in one job leaves the others their turn."""

import json
import logging
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction

from askfirst.config import work
from askfirst.config.health import health, ready
from askfirst.config.logs import OneLine
from askfirst.people import notify
from askfirst.people.accounts_sessions import forget_ended
from askfirst.people.models import Person, Session
from askfirst.trail import lease, outbox
from tests.cast import cast, who
from tests.clock import at, london
from tests.smtp_server import smtp

__all__ = ["at", "cast", "smtp"]

NOW = london("2026-11-25 10:00")


def tell(username):
    with transaction.atomic():
        outbox.queue(key="to-" + username, to=who(username), kind="to-do", case="BCDFGHJK", at=NOW)


def test_a_pass_sends_what_is_due(cast, smtp, settings):
    letters = smtp()
    settings.ASKFIRST = replace(settings.ASKFIRST, mail_host="127.0.0.1", mail_port=letters.port)
    tell("devlin")
    assert work.one_pass(at=NOW)
    assert work.one_pass(at=NOW + timedelta(seconds=2))
    assert [to for to, _ in letters.taken] == [Person.objects.get(username="devlin").email]


def test_a_job_that_fails_is_told_without_words_and_stops_no_other(monkeypatch, caplog):
    def broken(*, at):
        raise RuntimeError("CANARY words")

    ran = []
    monkeypatch.setattr(work, "JOBS", (("first", broken), ("second", lambda *, at: ran.append(at))))
    assert work.one_pass(at=NOW) is False
    assert ran == [NOW]
    (record,) = caplog.records
    line = OneLine().format(record)
    assert json.loads(line)["code"] == "RuntimeError"
    assert json.loads(line)["route"] == "first"
    assert "CANARY" not in line
    assert record.levelno == logging.ERROR


def test_only_one_worker_works(cast, at, monkeypatch):
    at("2026-11-25 10:00")
    ran = []
    monkeypatch.setattr(work, "JOBS", (("job", lambda *, at: ran.append(at)),))
    assert lease.hold(name=work.WORKER, holder="another", at=NOW, seconds=60)
    work._turn("ours")
    assert ran == []
    at("2026-11-25 10:01")
    work._turn("ours")
    assert len(ran) == 1


def test_the_jobs_are_the_ones_people_wait_for():
    assert [name for name, _ in work.JOBS] == [
        "procedure", "deadlines", "settings", "campaigns", "drafts", "records", "mail", "forget", "sessions", "roll", "family", "campaigns-forget",
        "calendar-links", "break-glass", "comments",
    ]  # fmt: skip
    assert work.JOBS[6][1] is notify.send_due


def test_sessions_of_closed_windows_are_forgotten(db):
    for key, hours in (("old", 9), ("new", 8)):
        Session.objects.create(session_key=key, session_data="", expire_date=NOW + timedelta(hours=9 - hours))
    assert forget_ended(at=NOW) == 1
    assert [session.session_key for session in Session.objects.all()] == ["new"]


@pytest.fixture
def asked(rf, at):
    at("2026-11-25 10:00")

    def ask(view, **meta):
        answer = view(rf.get("/", **{"REMOTE_ADDR": "127.0.0.1", **meta}))
        return answer.status_code, json.loads(answer.content) if answer["Content-Type"] == "application/json" else None

    return ask


@pytest.fixture
def whole(db, monkeypatch):
    """A server on which everything is in place but the worker. The tables of the tests are made without counting migrations."""
    monkeypatch.setattr("askfirst.config.health.pending", lambda: False)


def test_the_process_is_well(asked):
    assert asked(health) == (200, {"ok": True, "why": []})


@pytest.mark.parametrize("view", [health, ready])
@pytest.mark.parametrize("meta", [{"REMOTE_ADDR": "192.0.2.7"}, {"HTTP_X_FORWARDED_FOR": "192.0.2.7"}, {"HTTP_FORWARDED": "for=192.0.2.7"}])
def test_only_this_machine_may_ask(asked, db, view, meta):
    assert asked(view, **meta) == (404, None)


def test_ready_only_while_a_worker_lives(asked, whole, at):
    assert asked(ready) == (503, {"ok": False, "why": ["no-worker"]})
    lease.hold(name=work.WORKER, holder="ours", at=NOW - timedelta(seconds=59), seconds=60)
    assert asked(ready) == (200, {"ok": True, "why": []})
    at("2026-11-25 10:00:01")
    assert asked(ready)[1]["why"] == ["no-worker"]


def test_ready_says_what_is_missing(asked, whole, settings, tmp_path, monkeypatch):
    lease.hold(name=work.WORKER, holder="ours", at=NOW, seconds=60)
    settings.ASKFIRST = replace(settings.ASKFIRST, data=tmp_path)
    monkeypatch.setattr("askfirst.config.health.LEAST_DISK", 2**70)
    monkeypatch.setattr("askfirst.config.health.pending", lambda: True)
    assert asked(ready)[1]["why"] == ["migrations-pending", "no-key", "disk-full"]
