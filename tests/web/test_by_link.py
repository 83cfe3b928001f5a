"""Doors without an account: a link to an address on record lets its person ask and read the answers; no page says who is on record (S31)."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askfirst.casework import reading, steps
from askfirst.casework.deadlines import run_due
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case
from askfirst.people.links import by_link, link_for
from askfirst.people.models import Person
from askfirst.people.notify import mail_sent, send_due
from askfirst.trail.models import Notice
from tests.cast import who
from tests.clock import london
from tests.web.pages import page_of, send
from tests.web.people_at_work import asks, by
from tests.web.test_words_of_pages import too_hard

pytestmark = pytest.mark.django_db

NOW = london("2026-11-25 10:00")
LUND, TAMBLYN = "lund@home.example", "tamblyn@home.example"


@pytest.fixture(autouse=True)
def on_record(cast, at, settings):
    at("2026-11-25 10:00")
    for name, email in (("lund-a", LUND), ("tamblyn-h", TAMBLYN), ("harrow", "harrow@work.example"), ("osei", "freya@home.example")):
        Person.objects.filter(pk=who(name)).update(email=email)
    folder = Path(settings.ASKFIRST.data) / "outbox"
    before = set(folder.glob("*.eml"))
    yield
    for mail in set(folder.glob("*.eml")) - before:
        mail.unlink()


def main_of(answer):
    return answer.status_code, page_of(answer).one(tag="main").text


def mails_to(browser, email, when=NOW):
    before = set(mail_sent(most=10_000))
    assert send(browser, "/by-link/", {"email": email}).status_code == 200
    send_due(at=when)
    assert not Notice.objects.filter(kind="link").exists()
    return [mail for mail in mail_sent(most=10_000) if mail not in before and "/by-link/" in mail.body]


def link_to(browser, email, when=NOW):
    (mail,) = mails_to(browser, email, when)
    found = re.search(r"/by-link/[^/\s]+/", mail.body)
    assert found
    return found.group()


def come(browser, link, to="do-not-post"):
    return send(browser, link, {"to": to})


def test_the_answer_is_the_same_whether_or_not_the_address_is_on_record(browser):
    answers, counts = set(), set()
    send(browser, "/by-link/", {"email": "first@home.example"})  # the browser's own address is counted from here on
    for email in (LUND, "nobody@home.example", "harrow@work.example", "freya@home.example"):
        with CaptureQueriesContext(connection) as asked:
            answer = send(browser, "/by-link/", {"email": email})
        answers.add(main_of(answer))
        counts.add(len(asked))
    assert len(answers) == 1
    assert len(counts) == 1


@pytest.mark.parametrize("email", ["nobody@home.example", "harrow@work.example", "freya@home.example"])
def test_nobody_else_gets_a_mail(browser, email):
    """Not a stranger, not staff, who sign in for their work, and no student."""
    assert mails_to(browser, email) == []


def test_an_address_of_two_gets_no_mail(browser):
    Person.objects.filter(pk=who("wells-p")).update(email=LUND.upper())
    assert mails_to(browser, LUND) == []


@pytest.mark.parametrize("email", ["", "no address", "a\0@home.example", "x" * 400 + "@home.example"])
def test_what_is_no_address_is_said(browser, email):
    answer = send(browser, "/by-link/", {"email": email})
    assert answer.status_code == 400
    assert "Write your e-mail address" in answer.content.decode()
    assert not Notice.objects.exists()


def test_too_many_links_make_wait(browser):
    codes = [send(browser, "/by-link/", {"email": "nobody@home.example"}).status_code for _ in range(8)]
    assert codes[0] == 200
    assert codes[-1] == 429


def test_the_mail_says_nothing_but_the_link(browser):
    (mail,) = mails_to(browser, LUND)
    assert mail.to == LUND
    assert "Lund" not in mail.subject + mail.body
    assert who("lund-a") not in mail.body


def test_a_link_works_once_for_an_hour(browser, client, at):
    link = link_to(browser, LUND)
    assert browser.get(link).status_code == 200
    assert come(browser, link)["Location"] == "/do-not-post/"
    browser.cookies.clear()
    assert come(browser, link).status_code == 410
    late = "/by-link/%s/" % link_for(who("lund-a"), at=NOW)
    at("2026-11-25 11:00")
    assert come(browser, late).status_code == 410
    assert come(browser, "/by-link/made-up/").status_code == 410


def test_a_link_opens_no_duty_and_no_other_page(browser):
    assert come(browser, link_to(browser, TAMBLYN)).status_code == 303
    assert browser.get("/me/").status_code == 302
    assert browser.get("/me/record.json").status_code == 302
    assert browser.get("/api/v1/me").status_code == 401
    assert browser.get("/people/").status_code in (302, 404)
    assert browser.get("/remove/ask/").status_code == 200


def test_a_parent_asks_by_link_and_reads_the_answer_by_the_next(browser, signed_in):
    come(browser, link_to(browser, TAMBLYN))
    sent = send(browser, "/do-not-post/", {"send": "1", "scope": "photos", "until": "21/7/2027"})
    assert sent.status_code == 303
    case = Case.objects.get()
    assert case.asker_id == who("tamblyn-h")
    browser.cookies.clear()
    where = sent["Location"].partition("?")[0]
    assert browser.get(where).status_code == 302
    link = link_to(browser, TAMBLYN, NOW + timedelta(minutes=2))
    assert come(browser, link, "cases")["Location"] == "/cases/"
    assert where in browser.get("/cases/").content.decode()
    assert browser.get(where).status_code == 200
    send(browser, "/sign-out/", {})
    assert browser.get(where).status_code == 302


def test_s31_by_link_he_reads_that_he_cannot_ask_alone_and_nothing_of_her(browser):
    assert "A parent cannot ask this alone for someone aged 18 or over." in main_of(browser.get("/do-not-post/"))[1]
    come(browser, link_to(browser, LUND))
    page = main_of(browser.get("/do-not-post/"))[1]
    assert "A parent cannot ask this alone for someone aged 18 or over." in page
    assert "they sign in, or ring the school" in page
    assert "Freya" not in page
    assert send(browser, "/do-not-post/", {"send": "1", "scope": "photos", "until": "21/7/2027", "child": "osei"}).status_code == 409
    assert not Case.objects.exists()


def test_s31_he_reads_of_neither_of_her_own_steps(browser, signed_in):
    come(browser, link_to(browser, LUND))
    before = main_of(browser.get("/do-not-post/")), main_of(browser.get("/cases/"))
    freya = signed_in("osei")
    where = send(freya, "/do-not-post/", {"send": "1", "scope": "photos", "until": "21/7/2027"})["Location"].partition("?")[0]
    assert (main_of(browser.get("/do-not-post/")), main_of(browser.get("/cases/"))) == before
    assert browser.get(where).status_code == 404
    send(freya, where + "steps/withdraw/", {})
    assert (main_of(browser.get("/do-not-post/")), main_of(browser.get("/cases/"))) == before
    assert not Notice.objects.filter(to=who("lund-a")).exists()


def test_s30_the_public_form_tells_nobody(browser, signed_in):
    def pages():
        return main_of(browser.get("/do-not-post/")), main_of(browser.get("/by-link/"))

    before = pages()
    sealed = {"send": "1", "scope": "photos", "until": "21/7/2027", "whom": "Elowen Tamblyn", "sealed": "yes", "reason": "An old address."}
    assert send(signed_in("langtree"), "/do-not-post/", sealed).status_code == 303
    assert pages() == before
    come(browser, link_to(browser, TAMBLYN))
    assert main_of(browser.get("/cases/"))[1].count("Elowen") == 0


def test_s30_her_own_mother_reads_the_same_with_and_without_an_entry(browser, signed_in):
    """Mrs Tamblyn by link: the door, her answers and what she asks herself are to the letter what they are where nothing is sealed."""

    def what_she_reads(minutes):
        browser.cookies.clear()
        come(browser, link_to(browser, TAMBLYN, NOW + timedelta(minutes=minutes)))
        read = [main_of(browser.get(path)) for path in ("/do-not-post/", "/cases/")]
        look = send(browser, "/do-not-post/", {"scope": "photos", "until": "21/7/2027", "page": "scope"})
        return [*read, main_of(look)]

    without = what_she_reads(2)
    sealed = {"send": "1", "scope": "photos", "until": "21/7/2027", "whom": "Elowen Tamblyn", "sealed": "yes", "reason": "An old address."}
    assert send(signed_in("langtree"), "/do-not-post/", sealed).status_code == 303
    assert what_she_reads(4) == without
    assert "Check your answers" in without[2][1]


# ------------------------------------------------------------ who has left

OTTILIE, DUNMORE = "ottilie@home.example", "a.dunmore@home.example"
STILL_THERE = {
    "evidence": "no", "links": "https://www.northgate.example/sports-day", "who": "staff", "how": "school", "ask": "me-out", "name": "yes",
}  # fmt: skip


@pytest.fixture
def left():
    """Ottilie Grange left in July, aged 16; Mr Dunmore left last week."""
    Person.objects.filter(pk=who("grange")).update(email=OTTILIE)
    Person.objects.filter(pk=who("dunmore")).update(email=DUNMORE, left_on="2026-11-20")


def seen_of_entries(browser):
    """All that whoever came by a link reads of requests not to be in posts."""
    return main_of(browser.get("/do-not-post/")), main_of(browser.get("/cases/"))


def test_who_has_left_asks_not_to_be_in_posts_and_the_office_reads_it(browser, signed_in, left):
    come(browser, link_to(browser, OTTILIE))
    form = page_of(browser.get("/do-not-post/"))
    assert "whom" not in {node.attrs.get("name") for node in form.all(tag="input")}
    assert too_hard(form, "staff") == []
    sent = send(browser, "/do-not-post/", {"send": "1", "scope": "photos", "until": "21/7/2027"})
    assert sent.status_code == 303
    case = Case.objects.get()
    assert (case.asker_id, case.capacity, case.school_id) == (who("grange"), "outside", "northgate")
    assert {notice.to for notice in Notice.objects.filter(case=case.ref, kind="to-do")} == {who("rowbotham")}
    assert "It is about Ottilie Grange." in main_of(signed_in("rowbotham").get("/cases/%s/" % case.ref))[1]
    steps.take(ref=case.ref, step="acknowledge", by=by("rowbotham"), given={}, at=NOW)
    for when in ("2026-11-26 08:05", "2026-12-09 08:05"):  # that they have left ends it as little as it began it
        run_due(at=london(when))
    assert Case.objects.get().state == "live"
    assert "It is about you." in main_of(browser.get("/cases/%s/" % case.ref))[1]


@pytest.mark.parametrize("name", ["Kit Okoro-Penn", "Mr Kofi Standish", "nobody at all"])
def test_who_has_left_asks_for_nobody_else_and_the_answer_is_the_same_for_every_name(browser, left, name):
    """Their form has no place for a name; what is sent in one all the same goes nowhere."""
    come(browser, link_to(browser, OTTILIE))
    send(browser, "/do-not-post/", {"send": "1", "scope": "photos", "until": "21/7/2027", "whom": name, "sealed": "yes", "reason": name})
    hers = by_link(who("grange"), at=NOW)
    assert hers is not None
    opened = reading.open_file(Case.objects.get().ref, by=hers, at=NOW)
    assert (opened.papers["details"]["whom"], name in repr(opened.papers)) == ("Ottilie Grange", False)
    ours = {"scope": "photos", "until": "2027-07-21", "whom": name}
    with pytest.raises(BadField) as refused:
        steps.open_case(kind="do-not-post", by=hers, details=ours, at=NOW)
    assert str(refused.value.sentence) == "You can ask this for yourself. Leave the name empty."


def test_who_has_left_is_told_of_no_entry_that_was_theirs_or_about_them_before(browser, left, at):
    """One that Mr Dunmore made, and one that was made of Ottilie Grange before she left: her pages are what they were."""
    come(browser, link_to(browser, OTTILIE))
    before = seen_of_entries(browser)
    assert before[0][0] == 200
    Person.objects.filter(pk=who("grange")).update(left_on=None)
    early = london("2026-11-19 10:00")
    ours = {"scope": "photos", "until": "2027-07-21", "whom": "Ottilie Grange", "sealed": "yes", "reason": "An old address."}
    ref = steps.open_case(kind="do-not-post", by=by("whitlam", "2026-11-19 10:00"), details=ours, at=early)
    Person.objects.filter(pk=who("grange")).update(left_on="2026-11-20")
    assert seen_of_entries(browser) == before
    assert browser.get("/cases/%s/" % ref).status_code == browser.get("/cases/BBBBBBBB/").status_code == 404


def test_somebody_who_left_yesterday_is_told_where_to_ask_and_nothing_is_kept(cast, left):
    gone = by("dunmore")
    assert not gone.seats
    with pytest.raises(Refused) as refused:
        steps.open_case(kind="do-not-post", by=gone, details={"scope": "photos", "until": "2027-07-21"}, at=NOW)
    assert [str(one.sentence) for one in refused.value.refusals] == ["You are not here any more. Ring the school, or ask by a link."]
    assert not Case.objects.exists()


def asks_for_removal(browser):
    return send(browser, "/remove/ask/", {**STILL_THERE, "send": "1"})


def test_who_has_left_asks_by_link_and_the_office_helps(browser, signed_in, left):
    """“I’m still on the school’s page.” The safeguarding lead sees that somebody of 16 asked, and no word."""
    come(browser, link_to(browser, OTTILIE), "remove")
    sent = asks_for_removal(browser)
    assert sent.status_code == 303, page_of(sent).one(tag="main").text
    case = Case.objects.get()
    assert (case.asker_id, case.capacity, case.school_id) == (who("grange"), "outside", "northgate")
    to_do = {notice.to for notice in Notice.objects.filter(case=case.ref, kind="to-do")}
    assert to_do == {who("rowbotham")}
    assert case.ref in signed_in("whitlam").get("/cases/").content.decode()
    assert case.ref not in signed_in("pascoe").get("/cases/").content.decode()


def test_it_stays_open_though_they_have_left(browser, left):
    come(browser, link_to(browser, OTTILIE), "remove")
    asks_for_removal(browser)
    run_due(at=london("2026-11-26 08:05"))
    assert Case.objects.get().ended_at is None


def test_a_leaver_reads_nothing_that_was_theirs_at_work(browser, left, signed_in, at):
    at("2026-11-19 10:00")
    here = signed_in("dunmore")
    ref = asks("dunmore", when="2026-11-19 10:00")
    assert here.get("/cases/%s/" % ref).status_code == 200
    at("2026-11-25 10:00")
    assert here.get("/cases/%s/" % ref).status_code != 200
    come(browser, link_to(browser, DUNMORE), "cases")
    assert ref not in browser.get("/cases/").content.decode()
    assert browser.get("/cases/%s/" % ref).status_code == 404
    assert browser.get("/me/record.json").status_code == 302


def test_mail_to_an_address_of_the_school_lets_no_leaver_in(browser, left):
    """Somebody else may read it by now."""
    for email in ("dunmore@northgate.example", "dunmore@pupils.northgate.example", "dunmore@ret.example"):
        Person.objects.filter(pk=who("dunmore")).update(email=email)
        assert mails_to(browser, email) == []


def test_a_leaver_hears_of_the_answer_at_that_address(browser, left, signed_in):
    come(browser, link_to(browser, OTTILIE), "remove")
    asks_for_removal(browser)
    before = set(mail_sent(most=10_000))
    ref = Case.objects.get().ref
    steps.take(ref=ref, step="report-back", by=by("rowbotham"), given={"outcome": "removed"}, at=NOW)
    send_due(at=NOW + timedelta(minutes=1))
    assert OTTILIE in {mail.to for mail in mail_sent(most=10_000) if mail not in before}
