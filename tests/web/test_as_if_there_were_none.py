"""Whom a concern is about, their family, and whoever is kept out of it: lists, numbers, search and downloads do the same work and say the same.

Pages are compared by the byte and by what they ask of the database, which is what takes time and hangs on what there is. Every page, by the
byte, for everybody, is the leak oracle's (`tests/access/test_leak_oracle.py`).
"""

from io import BytesIO

import pytest
from PIL import Image

from askfirst.casework.evidence import add_evidence
from askfirst.casework.models import Case
from askfirst.people.models import Conflict
from tests.access.world import NEVER_USED
from tests.casework.test_concern_stories import POST, TOLD, WEIGHED
from tests.casework.test_staff_route_stories import SHEET
from tests.casework.test_support_student import KIT
from tests.cast import MONDAY, who
from tests.web.pages import page_of, send
from tests.web.people_at_work import bare
from tests.web.test_concern_lines import LISTS, as_, asked_of_the_database

pytestmark = pytest.mark.django_db
SOUGHT = ("/procedure/?q=Standish", "/procedure/?q=Jorah", "/reports/", "/reports/tries/", "/records/", "/concern/mailbox/", "/get-help/")
OF_ONE = (
    "/cases/%s/", "/cases/%s/?sent=1", "/cases/%s/opened/", "/cases/%s/receipt/", "/cases/%s/receipt.json", "/cases/%s/bundle/",
    "/cases/%s/pack/", "/cases/%s/copy/", "/cases/%s/put-right/", "/cases/%s/evidence/", "/cases/%s/evidence/1/",
    "/cases/%s/evidence/1/original/", "/cases/%s/evidence/1/view/", "/cases/%s/evidence/1/take-away/",
    "/api/v1/cases/%s", "/api/v1/cases/%s/opened", "/api/v1/cases/%s/copy", "/api/v1/cases/%s/evidence", "/api/v1/cases/%s/evidence/1/original",
)  # fmt: skip


def a_picture(ref, name):
    """A screenshot beside it, by whoever told of it or deals with it."""
    out = BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, "PNG")
    given = {"seen_on": "2026-11-24", "confirmed": True, "about": "The post."}
    someone = as_(name, "09:05")
    add_evidence(ref, by=someone.by, at=someone.at, given=given, name="one.png", data=out.getvalue())


def without_a_name(signed_in):
    """About Mr Standish; Mr Braithwaite-Ogle has said that he takes no part in what is his."""
    send(signed_in("kit"), "/concern/", {**POST, "send": "unnamed"})
    told = Case.objects.get(kind="concern").ref
    as_("whitlam", "09:10").takes(told, "clear", triage="usual")
    a_picture(told, "whitlam")
    as_("obuya", "09:20").takes(told, "weigh", **WEIGHED)
    as_("obuya", "09:30").takes(told, "other-evidence", evidence="I read the post today.")
    return (told,), lambda: as_("obuya", "09:40").takes(told, "tell-subject", **TOLD)


def about_a_student(signed_in):
    told = as_("rowbotham", "09:00").tells("concern", **{**POST, **KIT})
    a_picture(told, "rowbotham")
    as_("whitlam", "09:10").takes(told, "clear", triage="usual")
    as_("qureshi", "09:20").takes(told, "weigh", **WEIGHED)
    as_("qureshi", "09:25").takes(told, "to-student-route", summary="A story mocks a student.")
    route = Case.objects.get(kind="student-route").ref
    as_("whitlam", "09:30").takes(route, "let-talk")
    talk = {"talked_on": "2026-11-25", "notes": "We talked.", "support": "None."}
    return (told, route), lambda: as_("qureshi", "09:40").takes(route, "record-talk", **talk)


def the_staff_way(signed_in):
    told = as_("tolland", "09:00").tells("concern", **{**POST, "name": "Mr Jarek Holloway-Finch", "school": "eastfield"})
    a_picture(told, "tolland")
    as_("omondi", "09:10").takes(told, "clear", triage="hr")
    hr = as_("braithwaite", "09:20")
    hr.takes(told, "weigh", **WEIGHED)
    hr.takes(told, "to-staff-route", summary="Three posts call a colleague a name.")
    route = Case.objects.get(kind="staff-route").ref
    as_("braithwaite", "09:30").takes(route, "check-speech", **{**SHEET, "con_10": True})
    as_("braithwaite", "09:35").takes(route, "hand-off", reason="It went on after a talk.")
    return (told, route), lambda: as_("braithwaite", "09:40").takes(route, "tell-subject", **TOLD)


def work_of(browser):
    """By page: its bytes without what differs each time, and what it asks of the database."""
    found = {}
    for path in (*LISTS, *SOUGHT):
        answer = browser.get(path)
        found[path] = answer.status_code, bare(answer), asked_of_the_database(browser, path)
    return found


@pytest.mark.parametrize(
    ("happens", "viewer", "hears"),
    [
        (without_a_name, "standish", True),
        (without_a_name, "braithwaite", False),
        (without_a_name, "kit", False),
        (about_a_student, "jorah", True),
        (about_a_student, "blenkinsop-g", False),
        (about_a_student, "maisie", False),
        (the_staff_way, "holloway", True),
        (the_staff_way, "amadi", False),
    ],
    ids=[
        "subject",
        "takes no part",
        "told without a name",
        "student",
        "parent",
        "sister",
        "colleague",
        "manager",
    ],
)
def test_the_same_bytes_and_the_same_work_with_it_and_without(signed_in, happens, viewer, hears):
    Conflict.objects.create(person_id=who("braithwaite"), about_id=who("standish"), since=MONDAY)
    browser = signed_in(viewer)
    work_of(browser)  # what is looked up once is looked up
    before = work_of(browser)
    refs, tells = happens(signed_in)
    after = work_of(browser)
    assert [path for path in before if before[path] != after[path]] == []
    for form in OF_ONE:
        never, work = browser.get(form % NEVER_USED), asked_of_the_database(browser, form % NEVER_USED)
        for ref in refs:
            hidden = browser.get(form % ref)
            assert (hidden.status_code, bare(hidden).replace(ref.encode(), b"")) == (
                never.status_code, bare(never).replace(NEVER_USED.encode(), b""),
            ), form  # fmt: skip
            assert asked_of_the_database(browser, form % ref) == work, form
    meanwhile = work_of(browser)
    assert [path for path in before if before[path] != meanwhile[path]] == ["/me/record/"], "which says what addresses they tried"
    tells()
    moved = work_of(browser)
    assert bool([path for path in before if meanwhile[path] != moved[path]]) is hears, (
        "once they hear of it, it shows: it could have before"
    )


def test_a_phrase_that_opens_nothing_is_answered_the_same_with_a_mailbox_and_without(browser, signed_in):
    """Nobody who guesses learns whether there is any mailbox at all."""
    wrong = {"phrase": "acorn acorn acorn acorn acorn acorn"}
    none = send(browser, "/concern/mailbox/", wrong)
    without_a_name(signed_in)
    some = send(browser, "/concern/mailbox/", wrong)
    assert (some.status_code, page_of(some).text) == (none.status_code, page_of(none).text)
    assert "These words open nothing." in page_of(some).text
