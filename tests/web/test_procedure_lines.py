"""Lines of S46 to S49 as the pages themselves show them: what is put to people again, whose text a case keeps, who is outstanding."""

import re
from datetime import date

import pytest
from django.test import Client

from askfirst.adoption.editions import begin_due
from askfirst.casework import steps
from askfirst.people.models import Person
from askfirst.procedure.load import the_edition
from tests.adoption.campaigning import asked, task
from tests.adoption.conftest import by
from tests.adoption.drafts import approved, looked_over, s46
from tests.casework.test_concern_stories import POST
from tests.casework.test_support_student import KIT
from tests.cast import MONDAY, who
from tests.clock import london
from tests.readability import grade
from tests.web.pages import page_of, send
from tests.web.people_at_work import bare

pytestmark = pytest.mark.django_db
FIRST = date(2027, 1, 5)
NEW = "Staff must not have students as friends on a site like Facebook."


@pytest.fixture
def on(cast, at):
    """`on("2027-01-06 09:00", "harrow")`: somebody's browser at that time."""

    def come(when, name):
        at(when)
        one = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
        assert send(one, "/sign-in/", {"person": name}).status_code == 302
        return one

    return come


def main(browser, path):
    return page_of(browser.get(path)).one(tag="main").text


# ---------------------------------------------------------------- S46


def test_s46_the_diff_lists_the_three_changed_clauses_and_the_rest_as_unchanged(on):
    clerk, ref = on("2026-11-23 09:00", "pritchard"), s46()
    page = page_of(clerk.get("/procedure/drafts/%s/" % ref)).one(tag="main")
    assert "3 clauses are changed" in page.text and "62 clauses are unchanged" in page.text
    changed = {node.attrs["value"] for node in page.all(tag="input", name="clause")}
    assert {"CON-12", "INT-4", "SNS-6"} <= changed
    gone = {card.attrs["id"]: [one.text for one in card.all(tag="del")] for card in page.all(tag="li") if card.attrs.get("id") in changed}
    assert any("Data Protection Act 1988" in one for one in gone["CON-12"]) and "Bebo" in gone["INT-4"]
    assert "Advice becomes Must not" in page.text
    approved(ref, starts_on=FIRST)
    begin_due(at=london("2027-01-05 00:05"))
    told = {
        node.attrs["id"]: node.text
        for node in page_of(on("2027-01-06 09:00", "harrow").get("/procedure/changes/")).all(tag="li")
        if "id" in node.attrs
    }
    assert set(told) == {"CON-12", "INT-4", "SNS-6"}
    assert "It no longer names: Bebo" in told["INT-4"] and "It no longer names: Data Protection Act 1988" in told["CON-12"]


def test_s46_con_12_with_no_class_and_sns_6_as_wording_is_neither_sent_nor_taken(on):
    clerk, ref = on("2026-11-23 09:00", "pritchard"), s46()
    looked_over(ref)
    where = "/procedure/drafts/%s/" % ref
    doubted = send(clerk, where + "steps/classify/", {"clause": "SNS-6", "change": "wording"})
    assert "The strength word has changed, from “Advice” to “Must not”. Is it wording alone?" in page_of(doubted).text
    assert send(clerk, where + "steps/classify/", {"clause": "INT-4", "change": "wording"}).status_code == 303
    assert send(clerk, where + "steps/classify/", {"clause": "SNS-6", "change": "meaning"}).status_code == 303
    refused = send(clerk, where + "steps/submit/", {})
    said = page_of(refused).text
    assert (refused.status_code, "Say of CON-12 if the change is one of wording or of meaning." in said) == (409, True)
    assert send(clerk, where + "steps/classify/", {"clause": "CON-12", "change": "wording"}).status_code == 303
    assert send(clerk, where + "steps/submit/", {}).status_code == 303


def test_s46_the_record_on_the_page_holds_role_name_day_and_version_whatever_the_title(on):
    Person.objects.filter(pk=who("achterberg")).update(title="CEO")
    approved(s46(), starts_on=FIRST)
    said = main(on("2026-11-24 09:00", "pritchard"), "/procedure/editions/")
    assert "Executive Headteacher" in said and "CEO" not in said
    head = on("2026-11-24 09:00", "achterberg")
    (ref,) = set(
        re.findall(r"/procedure/drafts/([A-Z0-9]{8})/", on("2026-11-24 09:00", "pritchard").get("/procedure/drafts/").content.decode())
    )
    shown = main(head, "/procedure/drafts/%s/" % ref)
    assert "Approved on 23 November 2026 by Dr Philippa Achterberg, Executive Headteacher" in shown and "Version 2" in shown


def test_s46_case_c31_shows_version_1_on_its_page_after_version_2_has_begun(on):
    when = london("2026-11-23 09:00")
    details = {"text": "May I?", "to": "line-manager", "clause": "SNS-6"}
    c31 = steps.open_case(kind="question", by=by("harrow"), details=details, at=when)
    approved(s46(), starts_on=FIRST)
    old = the_edition().clause("SNS-6").plain
    harrow = on("2027-01-04 09:00", "harrow")
    assert old in main(harrow, "/procedure/") and NEW not in main(harrow, "/procedure/")
    begin_due(at=london("2027-01-05 00:05"))
    harrow = on("2027-01-06 09:00", "harrow")
    assert NEW in main(harrow, "/procedure/") and old not in main(harrow, "/procedure/")
    shown = main(harrow, "/cases/%s/" % c31)
    assert old in shown and NEW not in shown
    assert "Superseded" in main(harrow, "/procedure/editions/")


def test_s46_only_sns_6_is_put_to_people_again(on):
    """Ms Harrow read version 1 in the autumn; of version 2 her page to read holds one rule, and a student's none."""
    asked("2018-11", audience=("staff", "student"), opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")
    harrow = on("2026-11-25 10:00", "harrow")
    first = page_of(harrow.get("/to-read/"))
    assert len(first.one(cls="af-clauses").all(cls="af-clause")) > 40
    three = {one.id: "0" for one in task("harrow", date(2026, 11, 25)).scenarios}
    page = page_of(send(harrow, "/to-read/", {"what": "answers", **three}, opened="/to-read/"))
    digest = page.one(tag="input", name="digest").attrs["value"]
    assert send(harrow, "/to-read/", {"what": "read", "digest": digest}, opened="/to-read/").status_code == 303
    approved(s46(), starts_on=FIRST)
    begin_due(at=london("2027-01-05 00:05"))
    asked("v2", audience=("staff",), opens=date(2027, 1, 11), closes=date(2027, 2, 12), at="2027-01-08 09:00")
    again = page_of(on("2027-01-12 10:00", "harrow").get("/to-read/"))
    assert [one.attrs["id"] for one in again.one(cls="af-clauses").inside if getattr(one, "tag", "") == "li"] == ["SNS-6"]
    assert NEW in again.text
    assert "Nobody asks you to read anything now." in main(on("2027-01-12 10:00", "maisie"), "/to-read/")


# ---------------------------------------------------------------- S47


def test_s47_maisie_signed_in_reads_it_all_in_her_own_words(on):
    maisie = on("2026-11-23 10:00", "maisie")
    said = main(maisie, "/procedure/")
    assert "It is still in force while it is looked at again." in said
    assert "dated in the procedure" not in said and "overdue" not in said
    assert "The Executive Headteacher approved it on 1 November 2018." in said
    words = the_edition().clause("PRI-4").plain_student or ""
    assert words in main(maisie, "/procedure/clauses/PRI-4/") and words and grade(words) <= 6
    for path in ("/procedure/", "/procedure/clauses/CON-12/", "/procedure/clauses/PRI-4/"):
        answer = maisie.get(path)
        assert "<script" not in answer.content.decode() and set(answer.cookies) <= {"csrftoken"}
    assert "dated in the procedure" in main(on("2026-11-23 10:00", "pritchard"), "/procedure/")  # it can be shown


# ---------------------------------------------------------------- S48


@pytest.fixture
def january(cast):
    approved(s46(), starts_on=FIRST)
    begin_due(at=london("2027-01-05 00:05"))
    return asked("v2", audience=("staff",), opens=date(2027, 1, 11), closes=date(2027, 2, 12), at="2027-01-08 09:00")


def test_s48_ms_tarrants_line_reads_cannot_leave_and_her_own_task_opens_on_8_march(on, january):
    team = page_of(on("2027-01-20 10:00", "rainsford").get("/to-read/team/")).one(tag="main").text
    assert "Ms Sunniva Tarrant – cannot: leave" in team
    assert "Something to read" not in main(on("2027-03-05 10:00", "tarrant"), "/me/")
    hers = on("2027-03-08 10:00", "tarrant")
    assert "Something to read" in main(hers, "/me/")
    page = page_of(hers.get("/to-read/"))
    assert "v2" in page.text and NEW in page.text


def test_s48_nobody_outstanding_is_on_leave_or_was_given_a_copy(on, january):
    rainsford = on("2027-01-20 10:00", "rainsford")
    assert send(rainsford, "/to-read/team/", {"who": who("averill"), "what": "copy"}, opened="/to-read/team/").status_code == 303
    page = page_of(rainsford.get("/to-read/team/")).one(tag="main")
    open_lines = [one.text for one in page.all(tag="summary")]
    assert any("Drinkwater" in one for one in open_lines)
    assert not [one for one in open_lines if "Tarrant" in one or "Averill" in one]
    assert "Ms Constance Averill – given a copy" in page.text
    assert "Drinkwater" not in on("2027-01-20 10:00", "wieczorek").get("/to-read/team/").content.decode()


# ---------------------------------------------------------------- S49


def test_s49_the_sheet_is_to_the_byte_the_same_whatever_is_on_record_about_a_student(on):
    """Kit is named in a do-not-post entry, sealed with a reason, and is the target of a concern: nobody printing can tell."""
    asked("2018-11", audience=("student",), opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")
    path = "/to-read/sheets/northgate/8R/"
    before = bare(on("2026-11-25 10:00", "qureshi").get(path))
    at = london("2026-11-25 09:00")
    sealed = {"scope": "photos", "until": "2027-07-21", "whom": "Kit Okoro-Penn", "sealed": "yes", "reason": "An old address."}
    entry = steps.open_case(kind="do-not-post", by=by("whitlam", on=at.date()), details=sealed, at=at)
    steps.take(ref=entry, step="acknowledge", by=by("rowbotham", on=at.date()), given={}, at=at)
    steps.open_case(kind="concern", by=by("rowbotham", on=at.date()), details={**POST, **KIT}, at=at)
    hers = on("2026-11-25 10:00", "qureshi")
    assert bare(hers.get(path)) == before
    assert "Kit Okoro-Penn" in before.decode()
    Person.objects.filter(pk=who("kit")).update(left_on=date(2026, 11, 24))  # the comparison can fail
    assert bare(on("2026-11-25 10:00", "qureshi").get(path)) != before
