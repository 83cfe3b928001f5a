"""What the Trust has set is asked once a request, and never stale: not after a change, not after one that was rolled back, not elsewhere."""

from contextvars import copy_context
from datetime import date
from threading import Thread

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from askfirst.people import asked_once as kept
from askfirst.people.asked_once import asked_once
from askfirst.people.holding import trust_on, values_on, what_holds
from askfirst.people.models import InsetDay, SettingChange, Term
from askfirst.people.settings.values import BadSetting
from tests.cast import MONDAY, cast
from tests.clock import at
from tests.people.test_settings import NAME, PHONE, agrees, asks, monday
from tests.web.test_drafts_pages import post, shown, work

__all__ = ["at", "cast", "monday", "work"]

RIDGEWAY, MOOR, NUMBER, ANOTHER = "Ridgeway Education Trust", "Moor Edge Trust", "01632 960100", "01632 960199"


def questions(asked):
    """What holds on a day; what waits, what was changed lately, and who changed it, are other questions."""
    ordered = 'ORDER BY 1 ASC, "people_settingchange"."agreed_at" ASC'  # by the day from which on each holds
    return [one["sql"] for one in asked if 'FROM "people_settingchange"' in one["sql"] and ordered in one["sql"]]


def test_a_request_asks_once_whatever_asks(cast):
    with CaptureQueriesContext(connection) as asked, asked_once():
        for _ in range(3):
            assert (trust_on(MONDAY).name, values_on(MONDAY), what_holds(MONDAY).trust.duty_phone) == (RIDGEWAY, {}, NUMBER)
    assert len(asked) == 3, "one of the settings, two of the year"
    with CaptureQueriesContext(connection) as asked:
        trust_on(MONDAY), trust_on(MONDAY)
    assert len(questions(asked)) == 2, "outside a request nothing is kept"


@pytest.mark.parametrize("page", ["/", "/me/", "/get-help/", "/procedure/", "/cases/", "/settings/", "/check/", "/api/v1/settings"])
def test_every_page_asks_once(work, page, monkeypatch):
    browser = work("pritchard")

    def asked_by():
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(page).status_code == 200
        return len(questions(asked))

    assert asked_by() == 1
    if page in ("/me/", "/procedure/"):
        monkeypatch.setattr("askfirst.people.holding.once", lambda question, ask: ask())
        assert asked_by() > 1, "the count sees a page that asks twice"


def change_and_read():
    """What a request reads before and after it changes a number, and after a change that came to nothing."""
    with asked_once():
        before = trust_on(MONDAY).duty_phone, values_on(MONDAY)
        asks(PHONE, ANOTHER)
        after = trust_on(MONDAY).duty_phone, sorted(values_on(MONDAY))
        try:
            with transaction.atomic():
                asks(PHONE, "01632 960198")
                within = trust_on(MONDAY).duty_phone
                raise LookupError
        except LookupError:
            rolled_back = trust_on(MONDAY).duty_phone
    assert (before, after, within, rolled_back) == ((NUMBER, {}), (ANOTHER, [PHONE]), "01632 960198", ANOTHER)


def test_a_request_reads_its_own_change(cast):
    change_and_read()


def test_and_a_stale_read_would_be_seen(cast, monkeypatch):
    monkeypatch.setattr(kept, "TABLES", ())
    with pytest.raises(AssertionError):
        change_and_read()


@pytest.mark.parametrize(
    "write",
    [
        lambda: SettingChange.objects.filter(name=NAME).update(state="undone", ended_at=None),
        lambda: SettingChange.objects.filter(name=NAME).delete(),
        lambda: SettingChange.objects.bulk_update([_put(SettingChange.objects.get(name=NAME), value={"value": RIDGEWAY})], ["value"]),
    ],
    ids=["update", "delete", "bulk"],
)
def test_a_write_that_sends_no_signal_is_seen(cast, write):
    agrees(asks(NAME, MOOR))
    with asked_once():
        assert trust_on(MONDAY).name == MOOR
        write()
        assert trust_on(MONDAY).name == RIDGEWAY


def _put(row, **fields):
    for field, value in fields.items():
        setattr(row, field, value)
    return row


def test_the_year_is_read_again_after_it_is_written(cast):
    day = date(2026, 12, 3)
    with asked_once():
        assert day not in what_holds(MONDAY).inset
        InsetDay.objects.create(day=day)
        assert day in what_holds(MONDAY).inset
    with asked_once():
        count = len(what_holds(MONDAY).terms)
        Term.objects.filter(pk=Term.objects.values_list("pk")[0][0]).delete()
        assert len(what_holds(MONDAY).terms) == count - 1


def test_a_decision_is_made_on_how_things_stand_within_it(cast, monkeypatch):
    """Another server changed the number after this request had asked: asking for the same says that it holds already."""
    monkeypatch.setattr(kept, "TABLES", ())
    with asked_once():
        assert trust_on(MONDAY).duty_phone == NUMBER
        asks(PHONE, ANOTHER, why="From elsewhere.")
        with pytest.raises(BadSetting):
            asks(PHONE, ANOTHER)


def in_a_thread(run):
    thread = Thread(target=run)
    thread.start()
    thread.join()


def test_what_one_asks_for_never_reaches_another_thread():
    seen = []
    with asked_once():
        assert kept.once(("planted",), lambda: "mine") == "mine" == kept.once(("planted",), lambda: "not asked")
        copied = copy_context()
        in_a_thread(lambda: seen.append(kept.once(("planted",), lambda: "theirs")))
        in_a_thread(lambda: copied.run(lambda: seen.append(kept.once(("planted",), lambda: "theirs"))))
    assert seen == ["theirs", "theirs"]
    assert kept.once(("planted",), lambda: "later") == "later", "and nothing is left when the request is over"


def test_what_fails_is_not_kept():
    with asked_once():
        with pytest.raises(ZeroDivisionError):
            kept.once(("planted",), lambda: 1 // 0)
        assert kept.once(("planted",), lambda: 7) == 7


def test_the_next_page_shows_what_a_form_changed(work):
    browser = work("pritchard")
    assert NUMBER in shown(browser.get("/accessibility/"))
    answer = post(browser, "/settings/one/trust.duty_phone/", {"value": ANOTHER, "starts_on": "", "why": "A new line."})
    after = shown(browser.get("/accessibility/"))
    assert (answer.status_code, ANOTHER in after, NUMBER in after) == (303, True, False)
