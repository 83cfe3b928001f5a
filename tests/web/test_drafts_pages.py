"""Pages of the procedure's life: Mrs Pritchard-Lowe edits, Dr Achterberg approves, Ms Harrow reads what changed (S46)."""

import re
from datetime import date
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from django.test import Client

from askfirst.adoption import drafting
from askfirst.adoption.editions import as_edition, begin_due, known, named
from askfirst.adoption.models import Edition, EditionComment
from askfirst.procedure.changes import Class, Kind, changes
from askfirst.procedure.exports.pack import edition_of
from askfirst.procedure.load import the_edition
from tests.adoption.conftest import by
from tests.adoption.drafts import accepted, approved, begin, consulted, looked_over, s46, submitted
from tests.cast import MONDAY, who
from tests.clock import london
from tests.web.pages import page_of

NOW = "2026-11-23 09:00"


@pytest.fixture
def work(cast, at):
    """Everybody, on the stories' Monday morning; `work("pritchard")` is her browser."""
    at(NOW)

    def press(name):
        one = Client(HTTP_HOST="localhost")
        assert post(one, "/sign-in/", {"person": name}).status_code == 302
        return one

    return press


def post(browser, path, given=()):
    return browser.post(
        path, urlencode({"csrfmiddlewaretoken": "as a browser sends it", **dict(given)}), content_type="application/x-www-form-urlencoded"
    )


def shown(answer):
    """The page without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def step(browser, ref, id, **given):
    return post(browser, "/procedure/drafts/%s/steps/%s/" % (ref, id), given)


def first(browser):
    (ref,) = set(re.findall(r"/procedure/drafts/([A-Z0-9]{8})/", browser.get("/procedure/drafts/").content.decode()))
    return ref


def test_s46_from_the_review_to_what_changed_for_a_teacher(work, at):
    clerk, head, teacher = work("pritchard"), work("achterberg"), work("harrow")
    assert post(clerk, "/procedure/drafts/").status_code == 303
    ref = first(clerk)
    page = clerk.get("/procedure/drafts/%s/clauses/SNS-6/" % ref)
    assert page.status_code == 200
    sent = {
        "clause": "SNS-6",
        "for": "staff",
        "strength": "Must not",
        "plain": "Staff must not have students as friends.",
        "student": "",
        "exact": "",
        "mentions": "",
    }
    assert post(clerk, "/procedure/drafts/%s/clauses/SNS-6/" % ref, sent).status_code == 303
    said = shown(clerk.get("/procedure/drafts/%s/" % ref))
    assert "1 clause is changed" in said and "64 clauses are unchanged" in said

    assert "Choose one for SNS-6: wording, meaning." in shown(step(clerk, ref, "classify", clause="SNS-6", change=""))
    asked = step(clerk, ref, "classify", clause="SNS-6", change="wording")
    assert asked.status_code == 200 and "The strength word has changed, from “Advice” to “Must not”. Is it wording alone?" in shown(asked)
    assert step(clerk, ref, "lint").status_code == 409
    accepted(ref)
    assert step(clerk, ref, "lint").status_code == 303
    refused = step(clerk, ref, "submit")
    assert refused.status_code == 409 and "Say of SNS-6 if the change is one of wording or of meaning." in shown(refused)
    assert step(clerk, ref, "classify", clause="SNS-6", change="meaning").status_code == 303
    assert step(clerk, ref, "submit").status_code == 303

    assert "A draft waits for you" in shown(head.get("/me/"))
    assert step(head, ref, "approve", starts_on="soon").status_code == 400
    assert step(head, ref, "approve", starts_on="2027-01-05", version=str(drafting.draft(ref=ref).changes)).status_code == 303
    assert "Approved on 23 November 2026 by Dr Philippa Achterberg, Executive Headteacher" in shown(head.get("/procedure/drafts/%s/" % ref))
    assert "Superseded" not in shown(teacher.get("/procedure/editions/"))

    at("2027-01-05 09:00")
    begin_due(at=london("2027-01-05 09:00"))
    teacher = work("harrow")
    assert "Superseded" in shown(teacher.get("/procedure/editions/"))
    told = shown(teacher.get("/procedure/changes/"))
    assert "1 is different." in told and "SNS-6 – Changed" in told and "Staff must not have students as friends." in told
    assert "Staff must not have students as friends." in shown(teacher.get("/procedure/"))
    assert "Nothing changed for you." in shown(work("maisie").get("/procedure/changes/"))


def test_who_has_no_part_in_it_finds_no_draft(work):
    ref = s46()
    for name in ("harrow", "wieczorek", "maisie", "devlin", "quarshie"):
        browser = work(name)
        for path in ("/procedure/drafts/", "/procedure/drafts/%s/" % ref, "/procedure/drafts/%s/clauses/PRI-1/" % ref):
            assert browser.get(path).status_code == 404, (name, path)
        assert step(browser, ref, "submit").status_code == 404
        assert "The next edition" not in shown(browser.get("/me/"))
    assert work("achterberg").get("/procedure/drafts/%s/clauses/PRI-1/" % ref).status_code == 404, "the approver does not write"


def test_words_that_cannot_be_taken_come_back(work):
    clerk, ref = work("pritchard"), begin()
    sent = {
        "clause": "PRI-1",
        "for": "both",
        "strength": "Must not",
        "plain": "My careful words",
        "student": "",
        "exact": "",
        "mentions": "law 2018",
    }
    answer = post(clerk, "/procedure/drafts/%s/clauses/PRI-1/" % ref, sent)
    assert answer.status_code == 400 and "My careful words" in answer.content.decode() and "law 2018" in answer.content.decode()
    answer = post(clerk, "/procedure/drafts/%s/clauses/PRI-1/" % ref, {**sent, "mentions": "", "version": "7"})
    assert answer.status_code == 409 and "My careful words" in answer.content.decode()
    assert "Somebody changed this draft since you read it." in shown(answer)
    answer = step(clerk, ref, "accept", findings="0" * 64, why="Because we say so")
    assert answer.status_code == 409 and "Because we say so" in answer.content.decode()


@pytest.mark.parametrize("version", ["-1", "x", "9" * 30, "٣"])
@pytest.mark.parametrize("id", ["classify", "take-out", "put-back", "approve"])
def test_what_no_form_of_ours_sends_gets_a_sentence(work, version, id):
    clerk, ref = work("pritchard"), s46()
    answer = step(clerk, ref, id, clause="CON-12", change="wording", version=version, starts_on="2027-13-40")
    assert answer.status_code in (400, 409)
    assert clerk.get("/procedure/drafts/%s/clauses/%s/" % (ref, "x" * 300)).status_code == 404
    assert clerk.get("/procedure/drafts/%00/").status_code == 404


def test_staff_and_their_union_comment_on_a_draft_that_is_out(work):
    ref = consulted(s46())
    rep = work("thackray")
    assert "Read the draft and say what you think" in shown(rep.get("/procedure/editions/"))
    assert "What was found" not in shown(rep.get("/procedure/drafts/%s/" % ref))
    assert step(rep, ref, "comment", clause="SNS-6", words="What of a school team?").status_code == 303
    assert "What of a school team?" in shown(rep.get("/procedure/drafts/%s/" % ref))
    assert "What of a school team?" not in shown(work("harrow").get("/procedure/drafts/%s/" % ref))
    said = shown(work("pritchard").get("/procedure/drafts/%s/" % ref))
    assert "What of a school team?" in said and "for the union" in said
    id = EditionComment.objects.get().pk
    assert step(work("pritchard"), ref, "answer", comment=str(id), words="It is a group for learning.").status_code == 303
    assert "It is a group for learning." in shown(rep.get("/procedure/drafts/%s/" % ref))
    empty = step(rep, ref, "comment", clause="", words=" ")
    assert empty.status_code == 409


def test_a_comment_sent_ten_times_is_one_and_other_words_under_its_key_come_back(work):
    ref = consulted(s46())
    teacher, key = work("harrow"), "a" * 32
    for _ in range(10):
        assert step(teacher, ref, "comment", clause="", words="Once is enough.", once=key).status_code == 303
    assert EditionComment.objects.count() == 1
    other = step(teacher, ref, "comment", clause="", words="Quite other words.", once=key)
    assert other.status_code == 409 and "Quite other words." in other.content.decode() and EditionComment.objects.count() == 1
    (given,) = re.findall(r'name="once" value="([^"]+)"', teacher.get("/procedure/drafts/%s/" % ref).content.decode())
    assert step(teacher, ref, "comment", clause="", words="And another.", once=given).status_code == 303
    assert EditionComment.objects.count() == 2


def test_the_approver_sends_back_and_the_author_has_no_button_to_approve(work):
    ref = submitted(s46())
    assert "Approve it" not in shown(work("pritchard").get("/procedure/drafts/%s/" % ref))
    assert step(work("pritchard"), ref, "approve").status_code == 409
    assert step(work("achterberg"), ref, "send-back", why="Say it kindly.").status_code == 303
    assert "Say it kindly." in shown(work("pritchard").get("/procedure/drafts/%s/" % ref))


def test_a_bad_day_of_review_comes_back_as_it_was_written(work):
    clerk, ref = work("pritchard"), begin()
    answer = step(clerk, ref, "head", title="Our procedure", review_due="next year")
    assert (
        answer.status_code == 400 and 'value="next year"' in answer.content.decode() and 'value="Our procedure"' in answer.content.decode()
    )
    assert step(clerk, ref, "head", title="Our procedure", review_due="2029-11-30").status_code == 303
    assert "Our procedure" in shown(clerk.get("/procedure/drafts/%s/" % ref))


def test_two_reviews_at_once_are_one(work):
    looked_over(s46())
    answer = post(work("pritchard"), "/procedure/drafts/")
    assert answer.status_code == 409 and "An edition is under way already: v2." in shown(answer)
    page = page_of(answer)
    assert "Version 2 is under way. Finish it, or withdraw it, before the next review begins." in page.text
    assert [one.text for one in page.all(tag="button") if "Begin" in one.text] == [], "no button that would be refused"
    assert Edition.objects.count() == 1


def test_editions_are_public_and_drafts_are_not_among_them(work, browser):
    s46()
    said = shown(browser.get("/procedure/editions/"))
    assert "Version 1" in said and "Version 2" not in said
    assert browser.get("/procedure/editions/2018-11/").status_code == 200
    for name in ("v2", "v9", "..", "x" * 300):
        assert browser.get("/procedure/editions/%s/" % name).status_code == 404
    assert "We do not know that edition." in shown(browser.get("/procedure/changes/?since=v2"))


def test_an_edition_is_given_out_in_four_ways_and_a_draft_in_none(work, browser):
    s46()
    for sort, begins in (("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF"), ("docx", b"PK"), ("json", b"{")):
        answer = browser.get("/procedure/editions/2018-11/as/%s/" % sort)
        assert answer.status_code == 200 and answer.content.startswith(begins) and "attachment" in answer["Content-Disposition"]
        assert browser.get("/procedure/editions/v2/as/%s/" % sort).status_code == 404
    assert edition_of(browser.get("/procedure/editions/2018-11/as/json/").content) == the_edition()
    assert browser.get("/procedure/editions/2018-11/as/exe/").status_code == 404


def test_the_feed_is_atom_and_names_each_edition_that_is_public(work, browser):
    approved(s46(), starts_on=MONDAY)
    answer = browser.get("/procedure/feed.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)
    atom = {"a": "http://www.w3.org/2005/Atom"}
    titles = [node.text for node in feed.findall("a:entry/a:title", atom)]
    assert titles == ["Personal Use of Internet Procedure, version 2", "Personal Use of Internet Procedure, version 1"]
    ids = [node.text for node in feed.findall("a:entry/a:id", atom)]
    assert len(ids) == len(set(ids)) == 2 and all(feed.find("a:" + part, atom) is not None for part in ("id", "title", "updated"))
    assert who("achterberg") not in answer.content.decode() and "Achterberg" not in answer.content.decode()
    assert [one.name for one in known(on=MONDAY)] == ["v2", "2018-11"]


def test_the_feed_says_days_in_words_and_nothing_moved_on_a_day_to_come(work, browser):
    """Approved on the story's Monday, in force in January: no entry and no feed is of January."""
    approved(s46(), starts_on=date(2027, 1, 5))
    feed = ElementTree.fromstring(browser.get("/procedure/feed.atom").content)
    atom = {"a": "http://www.w3.org/2005/Atom"}
    assert {(node.text or "")[:4] for node in feed.iter("{http://www.w3.org/2005/Atom}updated")} <= {"2018", "2026"}
    assert feed.findtext("a:entry/a:summary", None, atom) == (
        "Approved, with a day set. First day: 5 January 2027. Approved by the Executive Headteacher."
    )


def test_until_its_first_day_an_edition_says_what_it_will_change_and_the_old_one_that_it_still_holds(work, browser, at):
    approved(s46(), starts_on=date(2027, 1, 5))
    listed = shown(browser.get("/procedure/editions/"))
    assert "In force – since 1 November 2018. Another takes its place on 5 January 2027." in listed
    assert "took its place" not in listed + shown(browser.get("/procedure/editions/2018-11/"))
    assert "One edition has been in force so far." in shown(browser.get("/procedure/changes/"))
    told = shown(browser.get("/procedure/changes/?to=v2&as=student"))
    assert "What will change for you This begins on 5 January 2027. Until then what you know holds." in told
    assert "INT-4 – Changed Now:" in told and "From then:" in told and "SNS-6" not in told.partition("clauses are as they were")[0]
    for unknown in ("v9", "2018-11", "%00", "x" * 4000):
        assert "What will change" not in shown(browser.get("/procedure/changes/?to=%s" % unknown)).partition("Read the whole")[0][:60]
    at("2027-01-06 09:00")
    begin_due(at=london("2027-01-06 09:00"))
    assert "until another took its place on 5 January 2027" in shown(browser.get("/procedure/editions/"))
    assert "What will change for you" not in shown(browser.get("/procedure/changes/?to=v2"))


def test_what_stays_advice_is_not_said_of_a_rule_that_is_none(work, browser):
    """A22 says that SNS-6 stays advice: so it does in the edition of 2018, and not in v2, where it is a Must not."""
    approved(s46(), starts_on=MONDAY)
    reads = [{one.id for one in named(name=name).readings_of("SNS-6")} for name in ("2018-11", "v2")]
    assert reads == [{"A21", "A22", "A23", "A24"}, {"A21", "A23", "A24"}]
    assert "stays advice" not in shown(browser.get("/procedure/clauses/SNS-6/"))


EVERYWHERE = (
    "/", "/procedure/", "/procedure/?q=photo", "/procedure/lint/", "/procedure/topics/photos/", "/procedure/editions/v2/", "/guides/instagram/",
    "/do-i-need-to/start-a-blog/", "/remove/", "/concern/", "/events/", "/instructions/", "/settings-check/", "/declare/plan/", "/ask/?clause=WEB-3",
    "/do-not-post/", "/press/", "/api/v1/procedure", "/api/v1/procedure/lint", "/check/",
)  # fmt: skip


@pytest.mark.parametrize("name", ["harrow", "maisie", ""])
def test_an_edition_that_lost_most_of_its_clauses_breaks_no_page(work, name):
    ref = s46()
    clauses = [clause for clause in as_edition(drafting.draft(ref=ref)).clauses if clause.id in ("PRI-1", "CON-12", "INT-4", "SNS-6")]
    drafting.bring_in(ref=ref, clauses=clauses, by=by("pritchard"), at=london(NOW))
    for line in changes(the_edition(), as_edition(drafting.draft(ref=ref))):
        if line.kind is Kind.REMOVED:
            drafting.classify(ref=ref, id=line.id, change=Class.MEANING, by=by("pritchard"), at=london(NOW))
    approved(ref, starts_on=MONDAY)
    browser = work(name) if name else Client(HTTP_HOST="localhost")
    for path in EVERYWHERE:
        assert browser.get(path).status_code in (200, 302, 404), path
    assert "This was taken out of the procedure." in shown(browser.get("/procedure/clauses/SNS-12/"))
    looked = post(
        browser, "/check/", {"text": "Ring me on 07700 900123! Our new maths plan is not out yet.", "author": "staff", "channel": "blog"}
    )
    assert looked.status_code == 200
    assert "This was taken out of the procedure." in shown(browser.get("/do-not-post/" if name == "harrow" else "/concern/"))
