"""Asked without an account, and followed to its end: back by a new link, how far it has got, the answer, taking it back, a mail at the end."""

import re
from pathlib import Path

import pytest

from askfirst.casework import steps
from askfirst.casework.deadlines import run_due
from askfirst.casework.models import Case
from askfirst.people.links import link_for
from askfirst.people.models import Person
from askfirst.people.notify import mail_sent, send_due
from tests.cast import who
from tests.clock import london
from tests.web.pages import page_of, send
from tests.web.people_at_work import by

pytestmark = pytest.mark.django_db

TAMBLYN, OTTILIE = "tamblyn@home.example", "ottilie@home.example"
NOT_IN_POSTS = {"send": "1", "scope": "photos", "until": "21/7/2027"}
STILL_THERE = {
    "evidence": "no", "links": "https://www.northgate.example/sports-day", "who": "staff", "how": "school", "ask": "me-out", "name": "yes",
}  # fmt: skip
SECRET = "The zanzibar picture is on two pages."


@pytest.fixture(autouse=True)
def on_record(cast, at, settings):
    """Mrs Tamblyn is a mother at St Brannock's; Ottilie Grange left Northgate in July, aged 16."""
    at("2026-11-25 10:00")
    for name, email in (("tamblyn-h", TAMBLYN), ("grange", OTTILIE)):
        Person.objects.filter(pk=who(name)).update(email=email)
    folder = Path(settings.ASKFIRST.data) / "outbox"
    before = set(folder.glob("*.eml"))
    yield
    for mail in set(folder.glob("*.eml")) - before:
        mail.unlink()


def comes_back(browser, name, when="2026-11-25 10:00"):
    """By a new link, with nothing left of the visit before."""
    browser.cookies.clear()
    assert send(browser, "/by-link/%s/" % link_for(who(name), at=london(when)), {"to": "cases"})["Location"] == "/cases/"
    return browser


def asked(browser, name, door, fields):
    """Where the case stands once it was asked by link."""
    comes_back(browser, name)
    sent = send(browser, door, fields)
    assert sent.status_code == 303, page_of(sent).one(tag="main").text
    return sent["Location"].partition("?")[0]


def reads(browser, path):
    answer = browser.get(path)
    assert answer.status_code == 200
    return page_of(answer).one(tag="main").text


def mails(email, when):
    """What goes out by then to this address, and did not before."""
    before = set(mail_sent(most=10_000))
    send_due(at=london(when))
    return [mail for mail in mail_sent(most=10_000) if mail not in before and mail.to == email]


def taken(step, name, when, **given):
    steps.take(ref=Case.objects.get().ref, step=step, by=by(name, when), given=given, at=london(when))


def withdraws(browser, where):
    version = page_of(browser.get(where)).all(tag="input", name="version")[0].attrs["value"]
    return send(browser, where + "steps/withdraw/", {"version": version})


def test_a_mother_follows_what_she_asked_until_it_ends(browser, at):
    where = asked(browser, "tamblyn-h", "/do-not-post/", NOT_IN_POSTS)
    assert "waiting for the office to read it" in reads(comes_back(browser, "tamblyn-h"), where).lower()
    taken("acknowledge", "oldroyd", "2026-11-25 10:10")
    (mail,) = mails(TAMBLYN, "2026-11-25 10:11")
    assert "/by-link/" in mail.body and not re.search("Elowen|Tamblyn|Brannock|post", mail.subject + mail.body)
    assert where in reads_raw(comes_back(browser, "tamblyn-h"), "/cases/")
    assert "In force" in reads(browser, where)
    run_due(at=london("2027-07-22 08:30"))
    assert len(mails(TAMBLYN, "2027-07-22 08:31")) == 1
    at("2027-07-22 09:00")
    assert "its last day has passed" in reads(comes_back(browser, "tamblyn-h", "2027-07-22 09:00"), where)


def reads_raw(browser, path):
    return browser.get(path).content.decode()


def test_a_mother_hears_that_it_ended_when_her_child_leaves(browser, at):
    where = asked(browser, "tamblyn-h", "/do-not-post/", NOT_IN_POSTS)
    Person.objects.filter(pk=who("elowen")).update(left_on="2026-12-18")
    mails(TAMBLYN, "2026-12-18 20:00")
    run_due(at=london("2026-12-19 09:00"))
    assert Case.objects.get().state == "gone"
    assert len(mails(TAMBLYN, "2026-12-19 09:01")) == 1
    at("2026-12-19 10:00")
    assert "they have left" in reads(comes_back(browser, "tamblyn-h", "2026-12-19 10:00"), where)


def test_she_takes_it_back_by_link_and_twice_is_once(browser):
    where = asked(browser, "tamblyn-h", "/do-not-post/", NOT_IN_POSTS)
    comes_back(browser, "tamblyn-h")
    assert withdraws(browser, where).status_code == 303
    assert send(browser, where + "steps/withdraw/", {}).status_code == 409
    assert Case.objects.get().state == "withdrawn"
    assert "Withdrawn" in reads(comes_back(browser, "tamblyn-h"), where)


def test_who_has_left_reads_how_far_it_has_got_and_the_answer(browser, at):
    where = asked(browser, "grange", "/remove/ask/", {**STILL_THERE, "send": "1"})
    assert "with the school" in reads(comes_back(browser, "grange"), where).lower()
    taken("report-back", "rowbotham", "2026-11-26 10:00", outcome="part", note=SECRET)
    (mail,) = mails(OTTILIE, "2026-11-26 10:01")
    assert "/by-link/" in mail.body and not re.search("zanzibar|Ottilie|Northgate|removed", mail.subject + mail.body)
    at("2026-11-26 11:00")
    page = reads(comes_back(browser, "grange", "2026-11-26 11:00"), where)
    assert SECRET in page and "part removed" in page.lower()


def test_who_has_left_takes_it_back(browser):
    where = asked(browser, "grange", "/remove/ask/", {**STILL_THERE, "send": "1"})
    assert withdraws(comes_back(browser, "grange"), where).status_code == 303
    assert Case.objects.get().state == "withdrawn"


# ------------------------------------------------------------ who has come back


DUNMORE = "a.dunmore@home.example"


@pytest.fixture
def back_again(browser, signed_in, at):
    """Mr Dunmore left on Friday and asked by link; on Monday he works there again. Where his request stands, and his browser."""
    Person.objects.filter(pk=who("dunmore")).update(email=DUNMORE, left_on="2026-11-20")
    where = asked(browser, "dunmore", "/remove/ask/", {**STILL_THERE, "send": "1"})
    Person.objects.filter(pk=who("dunmore")).update(email="dunmore@northgate.example", left_on=None)
    return where, signed_in("dunmore")


def test_who_has_come_back_takes_back_what_they_asked_by_link(back_again, browser):
    """No link lets staff in, so they find it among what is theirs, as soon as they sign in."""
    where, mine = back_again
    assert browser.get(where).status_code == 302, "the link let in somebody who had left"
    assert where in reads_raw(mine, "/cases/") and where in reads_raw(mine, "/me/")
    assert "with the school" in reads(mine, where).lower()
    assert withdraws(mine, where).status_code == 303
    assert (Case.objects.get().state, Case.objects.get().capacity) == ("withdrawn", "outside")


def test_who_has_come_back_hears_of_the_answer_and_reads_it(back_again, at):
    where, mine = back_again
    taken("report-back", "rowbotham", "2026-11-25 10:10", outcome="part", note=SECRET)
    (mail,) = mails("dunmore@northgate.example", "2026-11-25 10:11")
    assert where in mail.body
    assert SECRET in reads(mine, where)


def test_nobody_at_work_sees_what_somebody_asked_before_they_came_back(back_again, signed_in):
    """Neither who manages him nor whom he manages; and as a leaver he saw nothing of theirs."""
    where, _ = back_again
    for name in ("obuya", "okoropenn", "harrow"):
        assert signed_in(name).get(where).status_code == 404
        assert where not in reads_raw(signed_in(name), "/cases/")


def test_a_student_who_has_come_back_takes_it_back_too(browser, signed_in):
    where = asked(browser, "grange", "/do-not-post/", NOT_IN_POSTS)
    Person.objects.filter(pk=who("grange")).update(left_on=None)
    assert withdraws(signed_in("grange"), where).status_code == 303
    assert Case.objects.get().state == "withdrawn"


def test_a_mother_has_the_school_ask_and_hears(browser, at):
    where = asked(browser, "tamblyn-h", "/remove/ask/", {**STILL_THERE, "send": "1"})
    lead = next(one.seat for one in Case.objects.get().calls.all())
    assert lead.startswith("year-lead:brannocks")
    taken("report-back", "finnis", "2026-11-26 10:00", outcome="removed", note=SECRET)
    assert len(mails(TAMBLYN, "2026-11-26 10:01")) == 1
    at("2026-11-26 11:00")
    assert SECRET in reads(comes_back(browser, "tamblyn-h", "2026-11-26 11:00"), where)


def test_the_way_back_stands_where_a_mail_leads_without_a_session(browser):
    where = asked(browser, "tamblyn-h", "/do-not-post/", NOT_IN_POSTS)
    browser.cookies.clear()
    to = browser.get(where)
    assert to.status_code == 302
    assert page_of(browser.get(to["Location"])).all(tag="a", href="/by-link/")


def test_each_reads_their_own_alone(browser):
    """Ottilie comes by a link too; what Mrs Tamblyn asked is nothing she may know of."""
    where = asked(browser, "tamblyn-h", "/do-not-post/", NOT_IN_POSTS)
    comes_back(browser, "grange")
    assert browser.get(where).status_code == browser.get("/cases/BBBBBBBB/").status_code == 404
    assert send(browser, where + "steps/withdraw/", {}).status_code == 404
    assert Case.objects.get().state == "asked"


def test_a_session_of_this_morning_does_not_take_anything_back(browser, at):
    where = asked(browser, "tamblyn-h", "/do-not-post/", NOT_IN_POSTS)
    at("2026-11-25 19:00")
    assert send(browser, where + "steps/withdraw/", {}).status_code == 403
    assert Case.objects.get().state == "asked"
