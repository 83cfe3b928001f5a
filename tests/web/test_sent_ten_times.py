"""Every form of the everyday duties sent ten times over: one case, one notice, and nothing that the first did not do.

The doors are the table of tests/access/doors.py: one that is added there must be sent here, or be named with where else it is.
"""

import pytest
from django.apps import apps

from askfirst.casework.models import Case, CaseStep
from askfirst.people.links import link_for
from askfirst.trail.models import Notice
from tests.access.doors import PATHS
from tests.casework.test_bad_input import FOUR_DAYS
from tests.casework.test_concern_stories import POST
from tests.casework.test_removal_stories import LUNCH
from tests.casework.test_talk_stories import GIVEN
from tests.cast import who
from tests.clock import london
from tests.groups import ART, NORTHGATE, official_page
from tests.web.pages import page_of, send
from tests.web.test_do_not_post_pages import ME
from tests.web.test_events_pages import NATIVITY
from tests.web.test_instruction_pages import as_form
from tests.web.test_my_data_pages import COPY
from tests.web.test_not_ours_pages import PAGE

pytestmark = pytest.mark.django_db

DRAFT = {
    "whom": "harrow", "what": "The exam paper", "why": "It is not out yet.", "ground": "MAN-2", "confidentiality": True, "scope": "The paper alone.",
    "less": "A talk, which was not enough.", "starts": "2026-12-20", "ends": "2027-04-30", "disclosures": "no", "union": "no",
}  # fmt: skip
PRESS = {"schools": "northgate", "asked": "About a post", "answered": "no"}
ASK = {"text": "May I blog about our trip?", "to": "line-manager"}
CHECK = {"text": "We had a lovely trip.", "author": "staff", "channel": "web-page", "audience": "public"}
FRIENDS = {"text": "Kit Okoro-Penn\nNoor Haddad-Lyle", "author": "staff"}

OPENS = {
    "ask/": [("harrow", "/ask/", ASK)],
    "press/": [("harrow", "/press/", PRESS)],
    "declare/<slug:slug>/": [
        ("harrow", "/declare/blog/", {**GIVEN["declaration"], "send": "1"}),
        ("wieczorek", "/declare/plan/", {**GIVEN["plan"], "send": "1"}),
        ("okoropenn", "/declare/interest/", {**GIVEN["interest"], "about": "Ms Mei-Lin Harrow", "send": "1"}),
        ("standish", "/declare/offer/", {**GIVEN["offer"], "send": "1"}),
        ("harrow", "/declare/department/", {"name": "History trips", "purpose": "What our trips see.", "send": "1"}),
        ("harrow", "/declare/group/", {**ART, "second": "Mr Corentin Lisle-Adeyemi", "send": "1"}),
    ],
    "remove/ask/": [("holloway", "/remove/ask/", {**LUNCH, "send": "1"})],
    "remove/save/": [("farouk", "/remove/save/", {"untagged": "yes", "numbers": "Report 4471"})],
    "do-not-post/": [("farouk", "/do-not-post/", {**ME, "send": "1"})],
    "my-data/": [("farouk", "/my-data/", {**COPY, "send": "1"})],
    "not-ours/": [("farouk", "/not-ours/", {**PAGE, "send": "1"})],
    "events/new/": [("finnis", "/events/new/", {**NATIVITY, "send": "1"})],
    "instructions/new/": [("pascoe", "/instructions/new/", {**as_form(DRAFT), "send": "1"})],
    "concern/": [("rowbotham", "/concern/", {**POST, "send": "named"}), ("", "/concern/", {**POST, "send": "unnamed"})],
}
"""Doors that open a case: who sends it, where, and what."""
KEEPS = {
    "me/away/": ("pascoe", "/me/away/", {**FOUR_DAYS, "starts": "2026-11-25", "to": "thackray"}),
    "settings-check/": ("drinkwater", "/settings-check/", {}),
    "check/friends/family/": ("okoropenn", "/check/friends/family/", {**FRIENDS, "mark": "Kit Okoro-Penn"}),
    "by-link/": ("", "/by-link/", {"email": "tamblyn@home.example"}),
}
"""Doors that keep something and open no case."""
STORES_NOTHING = {
    "check/": ("harrow", "/check/", CHECK),
    "check/friends/": ("okoropenn", "/check/friends/", FRIENDS),
    "check/name/": ("harrow", "/check/name/", {"text": "@northgate_strollers", "author": "staff"}),
    "do-i-need-to/<str:id>/": ("harrow", "/do-i-need-to/personal-page/", {"answer": "no"}),
    "remove/": ("harrow", "/remove/", {"what": "neither", "evidence": "no", "poster": "someone-else", "link": "Facebook"}),
    "is-this-official/": ("", "/is-this-official/", {"url": "https://www.instagram.com/northgate_trips/"}),
}
ELSEWHERE = {
    "cases/<str:ref>/steps/<str:step>/": "tests/casework/test_races.py, every step of every kind",
    "cases/<str:ref>/evidence/": "tests/web/test_beside_pages.py",
    "cases/<str:ref>/evidence/<int:number>/take-away/": "tests/casework/test_taken_away.py",
    "cases/<str:ref>/pack/": "tests/web/test_pack_pages.py",
    "cases/<str:ref>/copy/": "tests/web/test_subject_copy_pages.py",
    "cases/<str:ref>/proof/": "a word put on a page, with the stories of the register",
    "cases/<str:ref>/put-right/": "a correction of what was written, with the stories of concerns",
    "check/page/": "a file each time, looked at and forgotten: tests/web/test_check_page_pages.py",
    "check/archive/": "a file each time, looked at and forgotten: tests/web/test_archive_pages.py",
    "check/photo/": "a file each time, looked at and forgotten: tests/web/test_photo_pages.py",
    "cases/<str:ref>/bundle/": "a file each time, each written down: tests/casework/test_staff_route_stories.py",
    "concern/mailbox/": "here, below",
    "by-link/<str:token>/": "here, below",
}
NO_DUTY = (
    "api/", "sign-in/", "sign-out/", "me/", "people/", "records/", "break-glass/", "procedure/", "campaigns/", "to-read/", "official-pages/", "settings/",
    "is-this-official/link/",
)  # fmt: skip
"""Signing in, the roll, disposal, emergencies, the procedure's own life and its reading, the register, settings: no duty of every day. The API is sent ten times in tests/casework/test_races.py."""


def test_every_door_that_takes_a_form_is_sent_here_or_elsewhere():
    ours = {*OPENS, *KEEPS, *STORES_NOTHING, *ELSEWHERE}
    takes_a_form = {address for address, (door, methods, _) in PATHS.items() if "POST" in methods and door != "server"}
    assert {address for address in takes_a_form - ours if not address.startswith(NO_DUTY)} == set()
    assert ours <= takes_a_form


@pytest.fixture
def comes(signed_in, browser):
    return lambda name: signed_in(name) if name else browser


def rows():
    """Every row of every table but sessions, the keys of forms that were sent, and how often an address was tried."""
    but = ("Session", "Once", "Failure")
    return {model.__name__: sorted(map(str, model._base_manager.values_list())) for model in apps.get_models() if model.__name__ not in but}


def ten_times(person, path, fields):
    """The same form, byte for byte, ten times; what each answered, and all rows after each."""
    page = person.get(path) if path != "/remove/save/" and not path.endswith("/family/") else None
    keys = [one.attrs["value"] for one in page_of(page).all(tag="input", name="once")] if page is not None else []
    given = {**fields, "once": keys[0] if keys else "7" * 32}
    answers, after = [], []
    for _ in range(10):
        answers.append(send(person, path, given))
        after.append(rows())
    return answers, after


ALL = [pytest.param(*one, id="%s %s" % (one[1], one[0] or "nobody")) for several in OPENS.values() for one in several]


@pytest.mark.parametrize(("name", "path", "fields"), ALL)
def test_a_form_that_opens_a_case_opens_one_and_tells_each_once(comes, at, name, path, fields):
    if path == "/declare/group/":
        fields = {**fields, "about_page": official_page(NORTHGATE, "2026-11-24 10:00")}
    cases, notices = Case.objects.count(), Notice.objects.count()
    person = comes(name)
    answers, after = ten_times(person, path, fields)
    assert {answer.status_code for answer in answers} <= {200, 303}, answers[0].content.decode()[:3000]
    assert len({answer.headers.get("Location") for answer in answers}) == 1
    assert Case.objects.count() == cases + 1
    told = list(Notice.objects.order_by("id").values_list("to", "kind", "case"))[notices:]
    assert len(told) == len(set(told))
    assert [one == after[0] for one in after] == [True] * 10


@pytest.mark.parametrize(("name", "path", "fields"), KEEPS.values(), ids=list(KEEPS))
def test_a_form_that_keeps_something_keeps_it_once(comes, name, path, fields):
    before = rows()
    answers, after = ten_times(comes(name), path, fields)
    assert answers[0].status_code in (200, 303), answers[0].content.decode()[:3000]
    assert after[0] != before, "the first did nothing"
    assert [one == after[0] for one in after] == [True] * 10
    assert {answer.status_code for answer in answers} <= {200, 303, 400, 429}


@pytest.mark.parametrize(("name", "path", "fields"), STORES_NOTHING.values(), ids=list(STORES_NOTHING))
def test_a_form_that_stores_nothing_stores_nothing_ten_times(comes, name, path, fields):
    person = comes(name)
    before = rows()
    answers, after = ten_times(person, path, fields)
    assert {answer.status_code for answer in answers} == {200}, answers[0].content.decode()[:3000]
    assert [one == before for one in after] == [True] * 10


def test_a_link_pressed_ten_times_lets_in_once(browser, cast, at):
    at("2026-11-25 10:00")
    link = "/by-link/%s/" % link_for(who("tamblyn-h"), at=london("2026-11-25 10:00"))
    codes = []
    for _ in range(10):
        codes.append(send(browser, link, {"to": "cases"}).status_code)
        browser.cookies.clear()
    assert codes == [303, *[410] * 9]


def test_a_message_in_the_mailbox_ten_times_is_one_message(browser, cast, at):
    """Sent again by a press more, or by a page that was loaded again: the school reads it once, and hears of it once."""
    at("2026-11-25 10:00")
    phrase = page_of(send(browser, "/concern/", {**POST, "send": "unnamed"})).one(cls="af-ref").text
    box = page_of(send(browser, "/concern/mailbox/", {"phrase": phrase}))
    message = {"phrase": phrase, "send": "1", "text": "It was on Monday.", "once": box.one(tag="input", name="once").attrs["value"]}
    pages, after = [], []
    for _ in range(10):
        pages.append(send(browser, "/concern/mailbox/", message).content.decode())
        after.append((CaseStep.objects.filter(step="add").count(), Notice.objects.count()))
    assert [page.count("It was on Monday.") for page in pages] == [1] * 10
    assert set(after) == {(1, after[0][1])}
    other = send(browser, "/concern/mailbox/", {**message, "text": "And on Tuesday."})
    assert (other.status_code, "And on Tuesday." in other.content.decode()) == (400, True)
    assert "This form was sent before with other words." in other.content.decode()


def test_ten_forms_with_keys_of_their_own_are_ten_cases(signed_in):
    """So that one case for one key is no accident: the way of counting sees more where there is more."""
    farouk = signed_in("farouk")
    for number in range(10):
        assert send(farouk, "/do-not-post/", {**ME, "send": "1", "once": "%032x" % number}).status_code == 303
    assert Case.objects.count() == 10
