"""What people read of a blog, a plan, a conflict and an offer: the lines of S13, S15, S16, S19, S20 and S21 that stand on a page.

Who may do what, and when, is told in tests/casework/test_talk_stories.py; the whole way on a phone in tests/browser/test_declare.py.
"""

import re

import pytest

from askfirst.casework.deadlines import run_due
from askfirst.casework.models import Case
from askfirst.procedure.trust import load_trust
from askfirst.trail.models import Notice
from tests.casework.test_talk_stories import FOUR, GIVEN, NONE, PHYSICS
from tests.cast import who
from tests.clock import london
from tests.groups import takes, tells
from tests.web.pages import page_of, send
from tests.web.people_at_work import bare
from tests.web.test_sent_ten_times import rows
from tests.web.test_trees_pages import Walk
from tests.web.test_words_of_pages import too_hard

pytestmark = pytest.mark.django_db

MONDAY = "2026-11-23 10:00"
BADGER = {"topic": "Daily life in my school", "name": "The Chalk Badger", "says": "no", "address": "chalkbadger-northgate.example"}


@pytest.fixture
def monday(signed_in, at):
    """A browser on the stories' Monday, or later."""

    def start(name, when=MONDAY):
        name, _, hat = name.partition("/")
        browser = signed_in(name)
        at(when)
        send(browser, "/sign-in/", {"person": name})
        if hat:
            send(browser, "/me/hat/", {"capacity": hat})
        return browser

    return start


def main(browser, path):
    answer = browser.get(path)
    assert answer.status_code == 200, path
    return page_of(answer).one(tag="main")


def case_of(browser, ref):
    return main(browser, "/cases/%s/" % ref)


def tagged(page, clause):
    """The strength that stands beside a clause."""
    (top,) = [one for one in page.all(cls="af-clauses__top") if one.text.endswith(clause)]
    return top.text.removesuffix(clause).strip()


def steps_on(page):
    return {one.attrs["action"].split("/")[4] for one in page.all(tag="form") if "/steps/" in one.attrs.get("action", "")}


# ---------------------------------------------------------------- S13


def test_s13_blg_5_is_tagged_should_and_the_address_may_stay_his_own(monday):
    mine = monday("holloway")
    assert tagged(main(mine, "/declare/blog/"), "BLG-5") == "Should"
    answers = page_of(send(mine, "/declare/blog/", {**PHYSICS, "page": "disclaimer", "checked": "1"})).one(tag="main")
    assert answers.one(tag="h1").text == "Check your answers"
    row = next(one for one in answers.all(tag="div", cls="govuk-summary-list__row") if one.one(tag="button").attrs["value"] == "address")
    assert "Not provided" in row.text


def test_s13_the_task_is_mr_amadi_coles_acting_for_mrs_loxley_by_tuesday_8_december(monday):
    ref = tells("holloway", "declaration", PHYSICS, MONDAY)
    mine = case_of(monday("holloway"), ref)
    assert "Mr Amadi-Cole acting for Mrs Loxley" in mine.text
    assert "By Tuesday 8 December" in mine.text
    his = monday("amadi")
    assert "By Tuesday 8 December. You act for Mrs Loxley." in main(his, "/me/").text
    page = case_of(his, ref)
    assert "By Tuesday 8 December" in page.text
    assert {"talk", "set-aside"} <= steps_on(page)


def test_s13_the_outcomes_on_the_page_are_these_four_and_no_word_of_them_approves(monday):
    ref = tells("holloway", "declaration", PHYSICS, MONDAY)
    takes("amadi", ref, "talk", MONDAY, how="by-message")
    page = case_of(monday("amadi"), ref)
    (outcomes,) = [
        one for one in page.all(tag="fieldset") if [field for field in one.all(tag="input") if field.attrs.get("name") == "outcome"]
    ]
    assert [one.attrs["value"] for one in outcomes.all(tag="input")] == ["no-conflict", "managed", "instruction", "referred"]
    assert not re.search("approv|refus|permi", outcomes.text.lower())
    sent = send(
        monday("amadi"), "/cases/%s/steps/settle/" % ref, {"version": str(Case.objects.get(ref=ref).version), "outcome": "no-conflict"}
    )
    assert (sent.status_code, Case.objects.get(ref=ref).state) == (400, "talked")


def test_s13_he_reads_the_note_adds_a_reply_and_sees_the_day_a_year_on(monday):
    ref = tells("holloway", "declaration", PHYSICS, MONDAY)
    takes("amadi", ref, "talk", MONDAY, how="by-message")
    takes("amadi", ref, "settle", MONDAY, **{**NONE, "note": "A disclaimer on the first page."})
    mine = monday("holloway")
    page = case_of(mine, ref)
    assert "A disclaimer on the first page." in page.text
    assert "reply" in steps_on(page)
    assert re.search(r"We ask if it is still so\s*(\w+ )?23 November 2027", page.text)
    assert too_hard(page_of(mine.get("/cases/%s/" % ref)), "staff") == []


def test_s13_a_profile_that_names_the_trust_is_advice_with_words_to_copy(monday):
    mine = monday("holloway")
    page = page_of(send(mine, "/declare/blog/", {"what": "profile", "page": "what"})).one(tag="main")
    assert page.one(tag="h1").text == "A profile needs no talk. We kept no record."
    assert [one.text for one in page.all(cls="af-strength")] == ["Advice"]
    assert load_trust().disclaimer in page.text
    assert not Case.objects.exists()


# ---------------------------------------------------------------- S14


def test_s14_her_visit_leaves_no_row_no_event_and_no_number(monday):
    """Sourdough: three times no. A year on she is reminded of nothing, while he who declared a blog is asked whether it is still so."""
    hers = monday("drinkwater")
    ref = tells("holloway", "declaration", PHYSICS, MONDAY)
    declared = Case.objects.filter(kind="declaration", school="eastfield").count()
    assert declared == 1
    before = rows()
    walked = Walk(hers, "/do-i-need-to/personal-page/").say("no", "no", "no")
    assert "You do not need to do anything. We kept no record." in walked.said
    assert rows() == before
    assert Case.objects.filter(kind="declaration", school="eastfield").count() == declared
    takes("amadi", ref, "talk", MONDAY, how="by-message")
    takes("amadi", ref, "settle", MONDAY, **NONE)
    run_due(at=london("2027-11-23 18:00"))
    assert not Notice.objects.filter(to=who("drinkwater")).exists()
    assert Notice.objects.filter(to=who("holloway"), case=ref, kind="to-do").exists()


# ---------------------------------------------------------------- S15


def test_s15_the_page_says_that_central_staff_are_meant_too_and_blg_6_is_a_should(monday):
    says = "The procedure covers everybody who works for the Trust, central staff too (INT-1)."
    page = main(monday("wieczorek"), "/declare/plan/")
    assert says in page.text
    assert tagged(page, "BLG-6") == "Should"
    assert says not in main(monday("harrow"), "/declare/plan/").text


def test_s15_he_has_words_to_copy_before_launch_and_nothing_of_his_managers_side(monday):
    mine = monday("wieczorek")
    asked = {"topic": "A podcast about servers", "says": "yes", "page": "says"}
    words = load_trust().disclaimer
    sent = send(mine, "/declare/plan/", {**asked, "send": "1"})
    assert sent.status_code == 303
    receipt = page_of(mine.get(sent["Location"])).one(tag="main")
    assert (words in receipt.text, "BLG-4" in receipt.text, "Mr Siddiqui-Bell" in receipt.text) == (True, True, True)
    ref = Case.objects.get().ref
    page = case_of(mine, ref)
    assert words in page.text
    assert "planned, and waiting for a talk" in page.text.lower()
    assert "By Tuesday 8 December" in page.text
    assert steps_on(page) == {"withdraw"}


def test_s15_no_conflict_is_recorded_without_hr(monday):
    ref = tells("wieczorek", "plan", GIVEN["plan"], MONDAY)
    takes("siddiqui", ref, "talk", MONDAY, how="by-message")
    takes("siddiqui", ref, "settle", MONDAY, **NONE)
    assert Case.objects.get(ref=ref).state == "settled"
    assert not Notice.objects.filter(case=ref, to__in=[who("braithwaite"), who("kerrigan")], kind="to-do").exists()


# ---------------------------------------------------------------- S16


def test_s16_her_pen_name_is_on_two_pages_beside_her_own(monday):
    ref = tells("harrow", "plan", {**BADGER, "brand": "school"}, MONDAY)
    seen = {}
    for name in ("harrow", "pascoe", "braithwaite", "devlin", "dunmore", "adelakun", "sethuraman", "wieczorek"):
        answer = monday(name).get("/cases/%s/" % ref)
        seen[name] = (answer.status_code, "The Chalk Badger" in answer.content.decode())
    assert {name for name, (code, _) in seen.items() if code == 200} == {"harrow", "pascoe", "braithwaite"}
    assert {name for name, (_, named) in seen.items() if named} == {"harrow", "pascoe", "braithwaite"}
    hr = case_of(monday("braithwaite"), ref)
    assert steps_on(hr) == set(), "HR reads, and does nothing"
    mine = case_of(monday("harrow"), ref)
    assert ("HYB-3" in mine.text, "renamed" in steps_on(mine)) == (True, True)


# ---------------------------------------------------------------- S19


def raises_it():
    return tells("okoropenn", "interest", {"text": "My blog reviews the club of Ms Harrow.", "about": "Ms Mei-Lin Harrow"}, MONDAY)


def test_s19_web_5_is_a_must_and_she_sees_who_handles_it_and_not_why(monday):
    hers = monday("okoropenn")
    assert tagged(main(hers, "/declare/interest/"), "WEB-5") == "Must"
    ref = raises_it()
    page = case_of(hers, ref)
    assert ("Mr Obuya" in page.text, "By Tuesday 1 December" in page.text) == (True, True)
    assert not re.search("Dunmore|passed over|close to", page.text)


def test_s19_mr_dunmore_reads_no_task_no_title_and_no_count_of_it(monday):
    paths = ("/", "/me/", "/cases/", "/cases/?kind=interest", "/me/record/", "/api/v1/me", "/api/v1/cases")
    his = monday("dunmore")
    before = [bare(his.get(path)) for path in paths]
    ref = raises_it()
    assert [bare(his.get(path)) for path in paths] == before
    assert his.get("/cases/%s/" % ref).status_code == 404


def test_s19_why_he_was_passed_over_is_read_by_hr_and_the_data_protection_officer_alone(monday):
    ref = raises_it()
    why = "Mr Dunmore: they are close to the person"
    assert why in case_of(monday("braithwaite"), ref).text
    officer = monday("sethuraman")
    seen = main(officer, "/cases/%s/opened/" % ref)
    assert why in seen.text
    assert not re.search("Okoro|Harrow", seen.text), "whose matter it is, and whom it names, is not hers to read there"
    data = officer.get("/api/v1/cases/%s/opened" % ref).json()
    assert data["passed_over"] == [{"who": "Mr Piers Dunmore", "why": "relative"}]
    for name in ("okoropenn", "obuya"):
        one = monday(name)
        for path in ("/cases/%s/" % ref, "/cases/%s/opened/" % ref):
            assert not re.search("Dunmore|close to", main(one, path).text), (name, path)
        assert one.get("/api/v1/cases/%s/opened" % ref).json()["passed_over"] == []
    assert monday("dunmore").get("/cases/%s/opened/" % ref).status_code == 404


def test_s19_recuse_is_there_with_its_steps_and_the_day_to_confirm_them(monday):
    ref = raises_it()
    takes("obuya", ref, "talk", MONDAY, how="by-message")
    page = case_of(monday("obuya"), ref)
    values = [one.attrs["value"] for one in page.all(tag="input") if one.attrs.get("name") == "outcome"]
    assert "recuse" in values
    assert {"steps", "confirm_by"} <= {one.attrs.get("name") for tag in ("input", "textarea") for one in page.all(tag=tag)}


# ---------------------------------------------------------------- S20


def test_s20_it_opens_with_the_governance_professional_with_a_link_to_the_register_we_do_not_hold(monday):
    ref = tells("vasquez-thorne", "interest", {"text": "My blog praises Larkmoor Print, and I own a share in it."}, MONDAY)
    governance = monday("pritchard")
    page = case_of(governance, ref)
    assert "AskFirst does not hold it." in page.text
    assert page.one(tag="a", href=load_trust().register_of_interests).text == "Open the register of interests"
    assert steps_on(page) == {"hand-on"}, "she routes it, and has no control to decide it"
    sent = send(
        governance,
        "/cases/%s/steps/settle/" % ref,
        {"version": str(Case.objects.get(ref=ref).version), **NONE, **dict.fromkeys(FOUR, "yes"), "note": "Noted, no need to talk"},
    )
    assert (sent.status_code, "Record the discussion first." in page_of(sent).one(tag="main").text) == (409, True)
    takes("pritchard", ref, "hand-on", MONDAY)
    takes("quarshie", ref, "talk", MONDAY, how="by-message")
    decides = case_of(monday("quarshie"), ref)
    assert "settle" in steps_on(decides)
    offered = {one.attrs["value"] for one in decides.all(tag="input") if one.attrs.get("name") in ("outcome", "refer_to")}
    assert offered == {"no-conflict", "managed", "recuse", "instruction"}, "no route to HR, nor to any procedure for employees"
    sent = send(
        monday("quarshie"),
        "/cases/%s/steps/settle/" % ref,
        {"version": str(Case.objects.get(ref=ref).version), **NONE, **dict.fromkeys(FOUR, "yes"), "outcome": "referred", "refer_to": "hr"},
    )
    assert (sent.status_code, "A trustee’s matter stays with the Chair." in page_of(sent).one(tag="main").text) == (400, True)
    for page in (decides, case_of(monday("vasquez-thorne"), ref)):
        assert "isciplinary" not in page.text


# ---------------------------------------------------------------- S21


def test_s21_web_6_is_a_must_with_no_way_to_set_it_aside_and_a_link_to_hrs_own_rule(monday):
    mine = monday("standish")
    assert tagged(main(mine, "/declare/offer/"), "WEB-6") == "Must"
    given = {**GIVEN["offer"], "post": "", "page": "supplier", "checked": "1"}
    answers = page_of(send(mine, "/declare/offer/", given)).one(tag="main")
    ref = tells("standish", "offer", GIVEN["offer"], MONDAY)
    pages = [answers, case_of(mine, ref), case_of(monday("pascoe"), ref)]
    for page in pages:
        assert page.one(tag="a", href=load_trust().secondary_employment).text == "Read about secondary employment"
        assert "set-aside" not in steps_on(page)
    assert "Dismiss" not in "".join(page.text for page in pages)
    assert "£60" not in pages[1].text


def test_s21_allowed_with_steps_lists_the_four(monday):
    ref = tells("standish", "offer", GIVEN["offer"], MONDAY)
    takes("pascoe", ref, "talk", MONDAY, how="by-message")
    page = case_of(monday("pascoe"), ref)
    listed = [one.text for one in page.all(tag="label") if one.attrs["for"].rpartition("-")[2] in TICKS]
    assert listed == [
        "They say that it is paid",
        "They do it in their own time",
        "No school name or badge is in it",
        "No students are in it",
    ]


TICKS = ("say_it_is_paid", "own_time", "no_brand", "no_students")
