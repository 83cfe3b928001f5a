"""A group only for learning, on the page: the door, the advice, what must be in place, and what is missing (S34, S35)."""

import re

import pytest

from askfirst.casework import deadlines
from askfirst.casework.models import Case
from askfirst.people.models import Person
from gates.words import convicting
from tests.access.world import enter
from tests.clock import london
from tests.groups import ART, EASTFIELD, NORTHGATE, active, agreed_and_noted, official_page, proposes, takes
from tests.web.pages import ours, page_of, send
from tests.web.test_words_of_pages import too_hard

pytestmark = pytest.mark.django_db

DOOR = "/declare/group/"


def version(ref):
    return str(Case.objects.get(ref=ref).version)


def main(answer):
    return page_of(answer).one(tag="main").text


def case_page(browser, ref):
    return browser.get("/cases/%s/" % ref)


def test_s34_from_the_door_to_a_group_that_is_begun(signed_in):
    page = official_page(EASTFIELD, "2026-11-24 10:00")
    averill = signed_in("averill")
    first = page_of(averill.get(DOOR))
    text = first.one(tag="main").text
    assert text.index("Only you see it until you have recorded the reading.") < text.index("Which page is the group part of?")
    assert [node.attrs["value"] for node in first.all(tag="input", type="radio")] == [page]
    answers = {"about_page": page, **ART, "second": "Mr Gethin Sallow"}
    check = page_of(send(averill, DOOR, {**answers, "page": "messages"}))
    assert check.one(tag="h1").text == "Check your answers"
    assert "official" in check.one(tag="dl").text
    assert "What happens next" in check.one(tag="main").text
    assert Case.objects.filter(kind="exemption").count() == 0
    sent = send(averill, DOOR, {**answers, "page": "messages", "send": "1"})
    assert sent.status_code == 303
    begun = averill.get(sent["Location"])
    assert "Your group is begun" in main(begun)
    assert too_hard(page_of(begun), "staff") == []


def test_s34_the_page_links_to_the_replacement_and_shows_when_the_old_link_failed(signed_in):
    ref = proposes(EASTFIELD, "2026-11-24 10:00")
    shown = page_of(case_page(signed_in("averill"), ref))
    links = [node.attrs["href"] for node in shown.all(tag="a")]
    assert "https://ret.example/advice/groups-for-learning" in links
    assert "http://www.heppell.net/facebook_in_school/" not in links
    text = shown.one(tag="main").text
    assert "That link failed its last check, on 16 November 2026: http://www.heppell.net/facebook_in_school/" in text


def test_s34_active_is_refused_on_the_page_and_by_a_direct_request_and_sns_7_is_named(signed_in):
    ref = proposes(EASTFIELD, "2026-11-24 10:00")
    averill = signed_in("averill")
    assert re.search(r"Make it active\s*First read the advice, then record here that you have\. SNS-7", main(case_page(averill, ref)))
    answer = send(averill, "/cases/%s/steps/go-live/" % ref, {"version": version(ref)})
    assert (answer.status_code, Case.objects.get(ref=ref).state) == (409, "proposed")
    assert "First read the advice, then record here that you have." in main(answer)
    answer = enter("averill", london("2026-11-25 10:00")).post(
        "/api/v1/cases/%s/steps/go-live" % ref, "{}", content_type="application/json"
    )
    assert (answer.status_code, "SNS-7" in [one["clause"] for one in answer.json()["refusals"]]) == (409, True)
    assert Case.objects.get(ref=ref).state == "proposed"


def test_s34_active_until_a_year_on(signed_in):
    ref = active(EASTFIELD, "2026-11-24 10:00")
    text = main(case_page(signed_in("averill"), ref))
    assert "Active until 24 November 2027." in text
    assert "A student on your own list of friends is another matter" in text


def test_s35_her_page_says_what_is_missing_and_how_to_mend_it(cast, at):
    at("2026-12-19 10:00")
    ref = active(NORTHGATE, "2026-11-24 10:00")
    deadlines.run_due(at=london("2026-12-19 08:00"))
    harrow = enter("harrow", london("2026-12-19 10:00"))
    text = main(case_page(harrow, ref))
    assert "What is missing, and how to mend it" in text
    assert "A second adult must run it too. Name somebody employed here." in text
    assert "Nobody has done anything wrong." in text
    assert "Name a second adult for your group" in main(harrow.get("/me/"))


def test_s35_ending_it_without_a_reason_keeps_it_and_names_man_1(signed_in):
    ref = active(NORTHGATE, "2026-11-24 10:00")
    deadlines.run_due(at=london("2026-12-19 08:00"))
    pascoe = signed_in("pascoe")
    answer = send(pascoe, "/cases/%s/steps/end/" % ref, {"version": version(ref), "reason": ""})
    assert (answer.status_code, "Give the reason (MAN-1)." in main(answer)) == (400, True)
    assert Case.objects.get(ref=ref).state == "review"


PUBLIC = (
    "/",
    "/procedure/",
    "/procedure/clauses/SNS-6/",
    "/procedure/clauses/HYB-1/",
    "/what-we-keep/",
    "/guides/facebook/",
    "/api/v1/procedure",
)


def test_s35_nothing_public_mentions_it_before_or_after(signed_in, browser):
    """No public answer changes by a byte when a group is begun, active, or looked at again."""

    def answers():
        return {path: re.sub(rb'csrfmiddlewaretoken" value="[^"]*', b"", browser.get(path).content) for path in PUBLIC}

    page = official_page(NORTHGATE, "2026-11-24 10:00")
    before = answers()
    ref = active(NORTHGATE, "2026-11-24 10:00", page=page)
    assert answers() == before
    deadlines.run_due(at=london("2026-12-19 08:00"))
    assert Case.objects.get(ref=ref).state == "review"
    assert answers() == before


@pytest.mark.parametrize("name", ["adelakun", "devlin", "lisle", "maisie", "wieczorek", "braithwaite"])
def test_whoever_has_no_part_in_it_finds_nothing(signed_in, name):
    ref = active(NORTHGATE, "2026-11-24 10:00")
    other = signed_in(name)
    answer, never = case_page(other, ref), case_page(other, "BBBBBBBB")
    strip = re.compile(rb'csrfmiddlewaretoken" value="[^"]*')
    assert answer.status_code == 404
    assert strip.sub(b"", answer.content).replace(ref.encode(), b"BBBBBBBB") == strip.sub(b"", never.content)


def test_without_a_page_there_is_a_way_to_one(signed_in):
    shown = page_of(signed_in("harrow").get(DOOR))
    assert shown.one(tag="h1").text == "First, a page of your department"
    assert "/declare/department/" in [node.attrs["href"] for node in shown.all(tag="a")]


@pytest.mark.parametrize("name", ["osei", "vasquez-thorne"])
def test_a_student_and_a_trustee_are_asked_nothing(signed_in, name):
    answer = signed_in(name).get(DOOR)
    assert "Which page" not in main(answer)


def test_every_state_of_it_reads_easily(signed_in):
    ref = proposes(NORTHGATE, "2026-11-24 10:00", second="", messages="open")
    people = {name: signed_in(name) for name in ("harrow", "pascoe", "whitlam")}

    def look(*names):
        for name in names:
            shown = page_of(case_page(people[name], ref))
            assert too_hard(shown, "staff") == [], (name, Case.objects.get(ref=ref).state)
            assert convicting(" ".join(ours(shown))) == []

    look("harrow")
    takes("harrow", ref, "second", "2026-11-24 11:00", second="lisle")
    takes("harrow", ref, "set-up", "2026-11-24 11:00", login="club@northgate.example", ages="yes", messages="off")
    takes("harrow", ref, "advice-read", "2026-11-24 11:00", read_on="2026-11-24", both=True)
    look("harrow", "pascoe")
    agreed_and_noted(ref, NORTHGATE, "2026-11-24 11:00")
    look("harrow", "pascoe", "whitlam")
    takes("harrow", ref, "go-live", "2026-11-24 11:00")
    look("harrow", "pascoe", "whitlam")
    Person.objects.filter(username="lisle").update(left_on="2026-11-24")
    deadlines.run_due(at=london("2026-11-25 08:00"))
    look("harrow", "pascoe")
    takes("pascoe", ref, "end", "2026-11-25 09:00", reason="The exams are over.")
    look("harrow", "pascoe")
