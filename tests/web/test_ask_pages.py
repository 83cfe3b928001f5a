"""Asking in doubt, through the pages: who could answer, what is sent, what is kept, and what is said when it cannot be sent."""

import re
from urllib.parse import urlencode

import pytest

from askfirst.casework.deadlines import run_due
from askfirst.casework.models import Case, CaseCall
from askfirst.people.models import Session
from askfirst.trail.models import Notice
from tests.cast import who
from tests.web.pages import FORM, look_over, page_of, send, token_of
from tests.web.test_words_of_pages import too_hard

QUESTION = "Can I blog about the timetable cuts talked about in our closed department meeting?"
DRAFT = "They are cutting history.\r\nAgain, and nobody says so."


def form_of(browser):
    return page_of(browser.get("/ask/")).one(tag="form", id="ask")


def asks(browser, text=QUESTION, to="someone-else", **more):
    """Open the form, fill it in, press the button."""
    once = form_of(browser).one(tag="input", name="once").attrs["value"]
    return send(browser, "/ask/", {"once": once, "text": text, "to": to, **more}, opened="/ask/")


def ref_of(response):
    assert response.status_code == 303, page_of(response).text
    found = re.fullmatch(r"/cases/(\w{8})/\?sent=1", response.headers["Location"])
    assert found is not None
    return found[1]


def summary(page):
    return [one.text for one in page.one(cls="govuk-error-summary__list").all(tag="li")]


def choices(page, name):
    """Each choice: its value, its label, its hint."""
    found = []
    for radio in page.all(tag="input", name=name, type="radio"):
        label = page.one(tag="label", **{"for": radio.attrs["id"]}).text
        hint = [one.text for one in page.all(tag="div", id=radio.attrs["id"] + "-hint")]
        found.append((radio.attrs["value"], label, *hint))
    return found


def test_the_line_manager_is_there_by_name_and_so_is_someone_else(signed_in):
    page = page_of(signed_in("harrow").get("/ask/"))
    assert choices(page, "to") == [
        ("line-manager", "Dr Anselm Pascoe", "Your line manager, Head of History"),
        ("someone-else", "Someone else", "You do not have to say why. Dr Pascoe is not told."),
    ]
    assert not any("checked" in one.attrs for one in page.all(tag="input", type="radio"))
    text = page.text
    assert text.index("You and the person who answers can see this.") < text.index("What would you like to know?")
    assert "By Monday 30 November" in text  # Friday is an INSET day
    assert "No answer on Tuesday 1 December?" in text


def test_no_reason_is_asked_for_and_none_can_be_given(signed_in):
    form = form_of(signed_in("harrow"))
    asked = {one.attrs.get("name") for one in form.walk() if one.tag in ("input", "textarea", "select")}
    assert asked == {"csrfmiddlewaretoken", "once", "text", "draft", "to"}


def test_an_absent_line_manager_is_shown_with_whoever_acts(signed_in, at):
    browser = signed_in("obuya")
    at("2026-11-25 10:10")
    assert choices(page_of(browser.get("/ask/")), "to")[0][:2] == ("line-manager", "Ms Bronagh Devlin-Shaw")


def test_somebody_with_two_posts_says_which_one_it_is_about(signed_in):
    browser = signed_in("standish")
    page = page_of(browser.get("/ask/"))
    assert choices(page, "post") == [
        ("", "Northgate School", "Your line manager there: Dr Pascoe"),
        ("eastfield", "Eastfield Academy", "Your line manager there: Mr Amadi-Cole acting for Mrs Loxley"),
    ]
    assert choices(page, "to")[1][2] == "You do not have to say why. Your line manager is not told."
    ref = ref_of(asks(browser, to="line-manager", post="eastfield"))
    assert CaseCall.objects.get(case__ref=ref).seat == "line-manager-of:%s:eastfield" % who("standish")
    assert "Mr Amadi-Cole acting for Mrs Loxley answers" in page_of(browser.get("/cases/%s/" % ref)).text
    assert signed_in("pascoe").get("/cases/%s/" % ref).status_code == 404


def test_a_student_chooses_among_three_and_reads_short_words(signed_in):
    page = page_of(signed_in("farouk").get("/ask/"))
    assert page.one(tag="html").attrs["data-mode"] == "student"
    assert choices(page, "to") == [
        ("tutor", "Mr Kofi Standish", "Your tutor"),
        ("head-of-year", "Ms Farah Qureshi-Dale", "Your Head of Year"),
        ("safeguarding-lead", "Mrs Saoirse Whitlam", "The safeguarding lead. They help keep you safe."),
    ]
    assert "line manager" not in page.text
    assert too_hard(page, "student") == []


def test_a_student_without_a_tutor_reads_each_name_once(signed_in):
    """Kit's group has no tutor on record: the Head of Year would answer for both, and is no tutor."""
    assert choices(page_of(signed_in("kit").get("/ask/")), "to") == [
        ("head-of-year", "Ms Farah Qureshi-Dale", "Your Head of Year"),
        ("safeguarding-lead", "Mrs Saoirse Whitlam", "The safeguarding lead. They help keep you safe."),
    ]


def test_s11_someone_else_instead_of_the_line_manager(signed_in, at):
    harrow = signed_in("harrow")
    sent = asks(harrow, draft=DRAFT)
    ref = ref_of(sent)
    receipt = page_of(harrow.get(sent.headers["Location"]))
    assert receipt.one(tag="h1").text == "Sent to Ms Devlin-Shaw"
    assert receipt.one(cls="af-ref").text == ref
    assert "Pascoe" not in receipt.text
    assert "We remind them on Thursday 26 November." in receipt.text

    page = page_of(harrow.get("/cases/%s/" % ref))
    rules = {one.attrs["id"]: one.text for one in page.one(tag="ul", cls="af-clauses").all(tag="li") if "id" in one.attrs}
    assert {"BLG-1", "BLG-2", "BLG-3"} <= set(rules)
    assert "talks held inside the school" in rules["BLG-2"]
    assert "What is published is not confidential." in rules["BLG-2"]
    assert "Pascoe" not in page.text
    assert "Ms Devlin-Shaw answers" in page.text and "By Monday 30 November" in page.text

    pascoe = signed_in("pascoe")
    assert pascoe.get("/cases/%s/" % ref).status_code == 404
    assert Notice.objects.filter(to=who("pascoe")).count() == 0

    at("2026-11-30 08:31")
    page = page_of(signed_in("obuya").get("/cases/%s/" % ref))
    assert page.one(cls="is-now").text == "Now:You answer, acting for Ms Devlin-ShawBy today"
    page = page_of(signed_in("harrow").get("/cases/%s/" % ref))
    assert page.one(cls="is-now").text == "Now:Mr Obuya acting for Ms Devlin-Shaw answersBy today"

    run_due(at=at("2026-12-01 08:05"))
    page = page_of(signed_in("harrow").get("/cases/%s/" % ref))
    assert page.one(cls="is-now").text == "Now:Mr Obuya acting for Ms Devlin-Shaw answersIt was due Monday 30 November"
    asked = [one.text for one in page.one(tag="section", **{"aria-labelledby": "asked"}).all(tag="li")]
    assert asked == ["Mr Obuya acting for Ms Devlin-ShawIt was due Monday 30 November", "Dr AchterbergBy Thursday 3 December"]
    assert page.all(tag="section", **{"aria-labelledby": "answer"}) == []  # no answer is ever filled in
    assert signed_in("pascoe").get("/cases/%s/" % ref).status_code == 404


def test_s12_a_student_asks_her_tutor_and_nobody_else_sees_it(signed_in):
    amina = signed_in("farouk")
    found = page_of(look_over(amina, "I have accounts on Discord and on TikTok. Can we start a chess club server?", author="student"))
    assert "not covered" not in found.text.lower()
    assert Case.objects.count() == 0
    ref = ref_of(asks(amina, "Can we start a Discord server for the chess club?", to="tutor"))
    page = page_of(amina.get("/cases/%s/" % ref))
    rules = {one.attrs["id"]: one.text for one in page.one(tag="ul", cls="af-clauses").all(tag="li") if "id" in one.attrs}
    assert "You should follow the same rules on those too." in rules["INT-2"]
    assert "the way your school asks you to act in class" in rules["INT-5"]
    assert too_hard(page, "student") == []
    assert signed_in("standish").get("/cases/%s/" % ref).status_code == 200
    for other in ("qureshi", "whitlam", "pascoe", "devlin", "obuya", "harrow"):
        assert signed_in(other).get("/cases/%s/" % ref).status_code == 404, other
    assert {notice.to for notice in Notice.objects.all()} == {who("standish")}


def test_the_same_form_ten_times_is_one_question(signed_in):
    browser = signed_in("harrow")
    once = form_of(browser).one(tag="input", name="once").attrs["value"]
    sent = {ref_of(send(browser, "/ask/", {"once": once, "text": QUESTION, "to": "line-manager"}, opened="/ask/")) for _ in range(10)}
    assert len(sent) == Case.objects.count() == 1
    assert Notice.objects.count() == 1


def test_the_same_form_with_other_words_is_shown_again_with_them(signed_in):
    browser = signed_in("harrow")
    once = form_of(browser).one(tag="input", name="once").attrs["value"]
    send(browser, "/ask/", {"once": once, "text": QUESTION, "to": "line-manager"}, opened="/ask/")
    changed = send(browser, "/ask/", {"once": once, "text": "Another question", "to": "line-manager"}, opened="/ask/")
    assert changed.status_code == 409
    page = page_of(changed)
    assert summary(page) == ["This form was sent before with other words. Open the page again, then send it."]
    assert page.one(tag="textarea", id="text").raw.strip() == "Another question"
    assert page.one(tag="form", id="ask").one(tag="input", name="once").attrs["value"] != once
    assert Case.objects.count() == 1


BAD = {
    "nothing": ({"text": "", "to": "line-manager"}, "Write your question first."),
    "blanks": ({"text": " \r\n ", "to": "line-manager"}, "Write your question first."),
    "nobody": ({"text": QUESTION}, "Choose who should answer."),
    "a cat": ({"text": QUESTION, "to": "cat"}, "Choose who should answer."),
    "a tutor": ({"text": QUESTION, "to": "tutor"}, "Choose who should answer."),
    "a long draft": ({"text": QUESTION, "to": "line-manager", "draft": "d" * 20_001}, "This is 20,001 characters long; we take 20,000. Please shorten it."),
    "a megabyte": ({"text": "q" * 1_000_000, "to": "line-manager"}, "This is 1,000,000 characters long; we take 10,000. Please shorten it."),
    "a NUL": ({"text": "Is this\0 OK", "to": "line-manager"}, "There is a character here that cannot be kept. Take it out, then send again."),
    "no such rule": ({"text": QUESTION, "to": "line-manager", "clause": "ZZZ-9"}, "We do not know this clause. Leave it out, or name one such as BLG-3."),
    "no such post": ({"text": QUESTION, "to": "line-manager", "post": "atlantis"}, "You have no second post there. Leave this out to ask about your main post."),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_sent_is_said_in_a_sentence_and_the_words_stay(signed_in, name):
    fields, sentence = BAD[name]
    browser = signed_in("harrow")
    answer = asks(browser, **{"to": "", **fields})
    assert answer.status_code == 400
    page = page_of(answer)
    assert summary(page) == [sentence]
    assert page.one(tag="title").text.startswith("Error:")
    assert page.one(tag="textarea", id="text").raw[1:] == fields["text"].replace("\0", "\u2400")
    assert (Case.objects.count(), Notice.objects.count()) == (0, 0)


RAW = {"broken": (b"Is+this+%FF+OK", "Is this \ufffd OK"), "half a character": (b"Is+this+%ED%A0%80+OK", "Is this \ufffd OK")}


@pytest.mark.parametrize("name", RAW)
def test_broken_bytes_are_said_and_shown_where_they_are(signed_in, name):
    sent, shown = RAW[name]
    browser = signed_in("harrow")
    token = token_of(page_of(browser.get("/ask/")))
    body = b"csrfmiddlewaretoken=" + token.encode() + b"&to=line-manager&text=" + sent
    answer = browser.post("/ask/", body, content_type=FORM)
    assert answer.status_code == 400
    page = page_of(answer)
    assert len(summary(page)) == 1
    assert page.one(tag="textarea", id="text").raw[1:] == shown
    assert Case.objects.count() == 0


def test_a_form_of_another_make_is_refused_in_a_sentence(signed_in):
    browser = signed_in("harrow")
    token = token_of(page_of(browser.get("/ask/")))
    answer = browser.post("/ask/", {"text": QUESTION, "to": "line-manager"}, headers={"X-CSRFToken": token})
    assert answer.status_code == 400
    assert summary(page_of(answer)) == ["The form was sent in a way we do not read. Write your words here, then send them."]


def test_without_the_token_nothing_is_asked_and_the_words_come_back(signed_in):
    browser = signed_in("harrow")
    answer = browser.post("/ask/", urlencode({"text": QUESTION, "to": "line-manager"}), content_type=FORM)
    assert answer.status_code == 403
    assert QUESTION in page_of(answer).one(tag="textarea").raw
    assert Case.objects.count() == 0


def test_signed_out_the_form_asks_to_sign_in_and_gives_the_words_back(browser, cast):
    assert browser.get("/ask/").headers["Location"] == "/sign-in/?next=%2Fask%2F"
    answer = send(browser, "/ask/", {"text": QUESTION, "to": "line-manager"})
    assert answer.status_code == 403
    assert QUESTION in page_of(answer).one(tag="textarea").raw
    assert Case.objects.count() == 0


def test_a_parent_is_told_where_to_turn_and_keeps_their_words(signed_in):
    browser = signed_in("okoropenn")
    assert send(browser, "/me/hat/", {"capacity": "parent"}, opened="/").status_code == 302
    page = page_of(browser.get("/ask/"))
    assert page.one(tag="h1").text == "This page is for staff and students"
    assert too_hard(page, "staff") == []
    answer = send(browser, "/ask/", {"text": QUESTION, "to": "line-manager"}, opened="/ask/")
    assert answer.status_code == 409
    assert QUESTION in page_of(answer).one(tag="textarea").raw
    assert Case.objects.count() == 0


def sessions():
    return [one.get_decoded() for one in Session.objects.all()]


def test_from_a_check_only_what_is_ticked_goes_along_and_nothing_is_kept(signed_in):
    browser = signed_in("harrow")
    found = page_of(look_over(browser, "Ring me on 07700 900455"))
    carry = found.one(tag="form", id="carry")
    tick = carry.one(tag="input", name="draft")
    assert tick.attrs["type"] == "checkbox" and "checked" not in tick.attrs
    assert tick.attrs["value"] == "Ring me on 07700 900455"
    sent = {one.attrs["name"] for one in carry.walk() if one.tag in ("input", "textarea") and one.attrs.get("type") == "hidden"}
    assert sent == {"csrfmiddlewaretoken", "carried"}
    chosen = [one.attrs["value"] for one in carry.all(tag="input", name="clause") if "checked" in one.attrs]
    assert chosen == [""]

    before = sessions()
    bare = send(browser, "/ask/", {"carried": "1", "clause": ""}, opened="/check/")
    page = page_of(bare)
    assert bare.status_code == 200
    assert page.one(tag="textarea", id="draft").raw.strip() == ""
    assert page.all(tag="input", name="clause") == []

    full = page_of(send(browser, "/ask/", {"carried": "1", "clause": "SNS-3", "draft": tick.attrs["value"]}, opened="/check/"))
    assert full.one(tag="textarea", id="draft").raw.strip() == "Ring me on 07700 900455"
    rule = full.one(tag="input", name="clause")
    assert (rule.attrs["value"], rule.attrs["type"], "checked" in rule.attrs) == ("SNS-3", "checkbox", True)
    assert Case.objects.count() == 0
    assert sessions() == before


def test_the_check_offers_asking_in_the_hat_one_wears(signed_in, browser):
    def button(page):
        return [one.text for form in page.all(tag="form", id="carry") for one in form.all(tag="button")]

    assert button(page_of(look_over(signed_in("harrow"), "A lovely day."))) == ["Ask my line manager"]
    assert button(page_of(look_over(signed_in("farouk"), "A lovely day.", author="student"))) == ["Ask someone at school"]
    out = page_of(look_over(browser, "A lovely day."))
    assert button(out) == []
    assert "You need to sign in for that." in out.text
    assert "A lovely day." in out.one(tag="textarea", id="text").raw


def test_a_rule_carried_over_leads_the_case(signed_in):
    browser = signed_in("harrow")
    ref = ref_of(asks(browser, "Is this OK?", clause="SNS-3"))
    assert Case.objects.get(ref=ref).clauses.split()[0] == "SNS-3"


@pytest.mark.parametrize("name", ["harrow", "standish", "devlin", "quarshie", "farouk", "osei", "elowen"])
def test_everybody_who_may_ask_finds_a_form_that_reads_easily(signed_in, name):
    page = page_of(signed_in(name).get("/ask/"))
    assert too_hard(page, "student" if page.one(tag="html").attrs["data-mode"] == "student" else "staff") == []
    assert len(choices(page, "to")) >= 2


def test_nothing_but_getting_and_posting(signed_in):
    browser = signed_in("harrow")
    token = token_of(page_of(browser.get("/ask/")))
    answer = browser.put("/ask/", headers={"X-CSRFToken": token})
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, POST")
