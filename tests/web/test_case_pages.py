"""A case as its page: what each person reads there, does there, and is told when something cannot be done."""

import json
import re
from datetime import date
from urllib.parse import urlencode

import pytest

from askfirst.casework import steps
from askfirst.casework.deadlines import run_due
from askfirst.casework.models import Case, CaseStep
from askfirst.people.calendar import london_day
from askfirst.people.models import Person
from askfirst.people.standing import standing
from askfirst.trail.models import Event
from tests.cast import who
from tests.web.pages import FORM, page_of, send, token_of
from tests.web.test_words_of_pages import too_hard

QUESTION = "May I blog about the timetable?"
ANSWER = {"text": "Yes, once it is published.", "strength": "Should", "clause": "blg-2"}


@pytest.fixture
def asks(cast, at):
    """A question that somebody asked at a London time; its reference."""

    def ask(name, text=QUESTION, when="2026-11-25 10:00", to="line-manager", **details):
        moment = at(when)
        by = standing(who(name), on=london_day(moment))
        return steps.open_case(kind="question", by=by, details={"text": text, "to": to, **details}, at=moment)

    return ask


def bare(response):
    """The bytes of a page without the token that differs each time."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", response.content)


def encoded(fields):
    return urlencode(fields, doseq=True)


def forms(page):
    """The steps that can be taken on a page, in order."""
    found = [one.attrs["action"] for one in page.all(tag="form") if "/steps/" in one.attrs.get("action", "")]
    return [one.rstrip("/").rpartition("/")[2] for one in found]


def filled(browser, ref, step):
    """What the form of a step sends of itself."""
    page = page_of(browser.get("/cases/%s/" % ref))
    here = next(one for one in page.all(tag="form") if one.attrs.get("action") == "/cases/%s/steps/%s/" % (ref, step))
    return {one.attrs["name"]: one.attrs.get("value", "") for one in here.all(tag="input", type="hidden")}


def take(browser, ref, step, *, sent=None, **fields):
    """Send the form of a step as it stands on the page, or as it stood before."""
    sent = sent or filled(browser, ref, step)
    sent.pop("csrfmiddlewaretoken", None)
    return send(browser, "/cases/%s/steps/%s/" % (ref, step), {**sent, **fields}, opened="/ask/")


def summary(page):
    return [one.text for one in page.one(cls="govuk-error-summary__list").all(tag="li")]


def section(page, name):
    return page.one(tag="section", **{"aria-labelledby": name})


def people_did(ref):
    return [(step.step, step.by_id) for step in CaseStep.objects.filter(case__ref=ref, by__isnull=False).order_by("sequence")]


def test_a_case_one_may_not_see_is_word_for_word_an_address_never_used(asks, signed_in):
    ref = asks("harrow")
    other = signed_in("standish")
    never = other.get("/nowhere/at/all/")
    assert never.status_code == 404
    for path in ("/cases/%s/", "/cases/%s/receipt/", "/cases/%s/receipt.json"):
        for one in (ref, "BCDFGHJK", "no-such-thing"):
            answer = other.get(path % one)
            assert (answer.status_code, bare(answer), dict(answer.items())) == (404, bare(never), dict(never.items())), path % one
    answers = [
        send(other, "/cases/%s/steps/answer/" % one, {**ANSWER, "version": "3"}, opened="/ask/")
        for one in (ref, "BCDFGHJK", "no-such-thing")
    ]
    assert {(answer.status_code, bare(answer), tuple(answer.items())) for answer in answers} == {
        (404, bare(answers[0]), tuple(answers[0].items()))
    }
    assert page_of(answers[0]).one(tag="textarea", id="words").raw.strip().startswith(ANSWER["text"])
    assert bare(send(other, "/cases/%s/steps/answer/" % ref, {"version": "3"}, opened="/ask/")) == bare(never), (
        "with no words it is one page"
    )
    assert people_did(ref) == [("open", who("harrow"))]
    tries = Event.objects.filter(chain="tries", who=who("standish"))
    assert {event.of for event in tries} == {ref, "BCDFGHJK", ""}


def test_each_sees_what_they_can_do_now(asks, signed_in):
    ref = asks("harrow", draft="My draft of it")
    harrow, pascoe = signed_in("harrow"), signed_in("pascoe")
    assert forms(page_of(harrow.get("/cases/%s/" % ref))) == ["withdraw", "delete-draft"]
    page = page_of(pascoe.get("/cases/%s/" % ref))
    assert forms(page) == ["answer", "pass-on"]
    text = page.text
    assert (
        text.index("Ms Harrow asks")
        < text.index("What you can do now")
        < text.index("What the procedure says")
        < text.index("What has happened")
    )
    assert page.one(tag="title").text == "A question %s – AskFirst" % ref
    take(pascoe, ref, "answer", **ANSWER)
    page = page_of(harrow.get("/cases/%s/" % ref))
    assert forms(page) == ["that-helps", "ask-again", "delete-draft"]
    assert page.text.index("The answer") < page.text.index("What you can do now") < page.text.index("What you asked")
    assert forms(page_of(pascoe.get("/cases/%s/" % ref))) == ["reopen"]


NO_ANSWER = {
    "no words": ({"text": ""}, "Write your answer. It needs words, a strength, and a clause or “outside the procedure”."),
    "no strength": ({"strength": ""}, "Choose how strong your answer is, such as Should or You may."),
    "no clause": ({"clause": ""}, "Name the clause your answer rests on, or tick “outside the procedure”."),
    "a strength of its own": ({"strength": "Or else"}, "That is not one of the choices. Choose one from the list."),
    "a megabyte": ({"text": "a" * 1_000_000}, "This is 1,000,000 characters long; we take 10,000. Please shorten it."),
    "a NUL": ({"text": "Yes\0"}, "There is a character here that cannot be kept. Take it out, then send again."),
}


@pytest.mark.parametrize("name", NO_ANSWER)
def test_an_answer_that_is_not_whole_cannot_be_sent(asks, signed_in, name):
    other, sentence = NO_ANSWER[name]
    ref = asks("harrow")
    pascoe = signed_in("pascoe")
    fields = {**ANSWER, **other}
    answer = take(pascoe, ref, "answer", **fields)
    assert answer.status_code == 400
    page = page_of(answer)
    assert summary(page) == [sentence]
    assert [one.text for one in page.all(cls="govuk-error-message")] == ["Error: " + sentence]
    place = page.one(cls="govuk-error-summary__list").one(tag="a").attrs["href"][1:]
    assert [one for one in page.walk() if one.attrs.get("id") == place]
    assert page.one(tag="textarea", name="text").raw[1:] == fields["text"].replace("\0", "\u2400")
    assert page.one(tag="input", name="clause").attrs["value"] == fields["clause"]
    assert people_did(ref) == [("open", who("harrow"))]


def test_broken_bytes_in_an_answer_are_shown_where_they_are(asks, signed_in):
    ref = asks("harrow")
    pascoe = signed_in("pascoe")
    token = token_of(page_of(pascoe.get("/cases/%s/" % ref)))
    body = b"csrfmiddlewaretoken=" + token.encode() + b"&version=9&strength=Should&clause=BLG-2&text=Yes+%FF%ED%A0%80+no"
    answer = pascoe.post("/cases/%s/steps/answer/" % ref, body, content_type=FORM)
    assert answer.status_code == 400
    assert "\ufffd" in page_of(answer).one(tag="textarea", name="text").raw
    assert len(summary(page_of(answer))) == 1
    assert people_did(ref) == [("open", who("harrow"))]


def test_the_asker_keeps_a_receipt_of_everything(asks, signed_in, at):
    ref = asks("harrow", to="someone-else")
    at("2026-12-01 14:00")
    done = take(signed_in("obuya"), ref, "answer", **ANSWER)
    assert (done.status_code, done.headers["Location"]) == (303, "/cases/%s/?done=answer" % ref)
    harrow = signed_in("harrow")
    page = page_of(harrow.get("/cases/%s/" % ref))
    answer = section(page, "answer")
    assert answer.one(cls="af-strength").text == "Should"
    assert answer.one(tag="a", cls="af-clause").attrs["href"] == "/procedure/clauses/BLG-2/"
    assert "Mr Obuya acting for Ms Devlin-Shaw" in answer.text
    receipt = page_of(harrow.get("/cases/%s/receipt/" % ref))
    for words in (
        ref,
        QUESTION,
        ANSWER["text"],
        "Should",
        "BLG-2",
        "Mr Obuya acting for Ms Devlin-Shaw",
        "Tuesday 1 December 2026, 14:00",
        "Wednesday 25 November 2026, 10:00",
    ):
        assert words in receipt.text, words
    file = harrow.get("/cases/%s/receipt.json" % ref)
    assert file.headers["Content-Disposition"] == 'attachment; filename="askfirst-%s.json"' % ref
    assert file.headers["Cache-Control"] == "no-store"
    kept = json.loads(file.content)
    assert (kept["reference"], kept["question"], kept["asked_by"], kept["state"]) == (ref, QUESTION, "Ms Harrow", "answered")
    assert kept["answers"] == [
        {
            "text": ANSWER["text"],
            "strength": "Should",
            "clause": "BLG-2",
            "outside_the_procedure": False,
            "answered_by": "Mr Obuya acting for Ms Devlin-Shaw",
            "answered_at": "2026-12-01T14:00:00+00:00",
        }
    ]
    assert signed_in("obuya").get("/cases/%s/receipt/" % ref).status_code == 404


def test_an_answer_outside_the_procedure_says_so(asks, signed_in):
    ref = asks("harrow")
    take(signed_in("pascoe"), ref, "answer", text="That is not for us.", strength="Good to know", outside="yes")
    harrow = signed_in("harrow")
    assert "Outside the procedure" in section(page_of(harrow.get("/cases/%s/" % ref)), "answer").text
    assert json.loads(harrow.get("/cases/%s/receipt.json" % ref).content)["answers"][0]["outside_the_procedure"] is True


def test_of_two_who_answer_at_once_the_second_sees_what_is_new_and_keeps_their_words(asks, signed_in, at):
    ref = asks("harrow", to="someone-else")
    run_due(at=at("2026-12-01 08:05"))
    obuya, achterberg = signed_in("obuya"), signed_in("achterberg")
    late = filled(achterberg, ref, "answer")
    assert take(obuya, ref, "answer", **ANSWER).status_code == 303
    answer = take(achterberg, ref, "answer", sent=late, text="No", strength="Should", clause="BLG-1")
    assert answer.status_code == 409
    page = page_of(answer)
    assert summary(page) == ["Somebody changed this while your page was open. Yours was not sent, and is not needed any more."]
    assert ANSWER["text"] in section(page, "news").text
    assert "Mr Obuya acting for Ms Devlin-Shaw" in section(page, "news").text
    assert page.one(tag="textarea", id="lost").raw.strip() == "No\n\nBLG-1"
    assert [step for step, _ in people_did(ref)] == ["open", "answer"]


def test_a_stale_page_that_can_still_be_sent_shows_both(asks, signed_in):
    ref = asks("harrow")
    harrow, pascoe, devlin = signed_in("harrow"), signed_in("pascoe"), signed_in("devlin")
    take(pascoe, ref, "answer", **ANSWER)
    old = filled(harrow, ref, "ask-again")
    assert take(harrow, ref, "ask-again").status_code == 303
    take(devlin, ref, "answer", text="The other way round.", strength="Advice", clause="BLG-3")
    answer = take(harrow, ref, "ask-again", sent=old, text="I am still not sure.")
    assert answer.status_code == 409
    page = page_of(answer)
    assert summary(page) == ["Somebody changed this while your page was open. Read what is new, then send yours again."]
    assert "The other way round." in section(page, "news").text
    assert ANSWER["text"] not in section(page, "news").text
    again = page.one(tag="form", id="ask-again")
    assert again.one(tag="textarea", name="text").raw.strip() == "I am still not sure."
    fresh = {one.attrs["name"]: one.attrs["value"] for one in again.all(tag="input", type="hidden")}
    assert take(harrow, ref, "ask-again", sent=fresh, text="I am still not sure.").status_code == 303
    assert [step for step, _ in people_did(ref)] == ["open", "answer", "ask-again", "answer", "ask-again"]


def test_a_step_out_of_order_is_refused_with_its_clause(asks, signed_in):
    ref = asks("harrow")
    version = str(Case.objects.get(ref=ref).version)
    harrow = signed_in("harrow")
    answer = take(harrow, ref, "that-helps", sent={"version": version})
    assert answer.status_code == 409
    page = page_of(answer)
    assert summary(page) == ["This cannot be done now. It stands at: waiting for an answer. BLG-8"]
    assert page.one(tag="a", cls="af-rule").attrs["href"] == "/procedure/clauses/BLG-8/"
    answer = take(harrow, ref, "answer", sent={"version": version, "of": "1"}, **ANSWER)
    assert answer.status_code == 409
    assert summary(page_of(answer)) == ["Only Dr Pascoe can do this. BLG-3"]
    assert page_of(answer).one(tag="textarea", id="lost").raw.startswith("\n" + ANSWER["text"])
    assert bare(take(harrow, ref, "no-such-step", sent={"version": version})) == bare(harrow.get("/nowhere/"))
    assert people_did(ref) == [("open", who("harrow"))]


@pytest.mark.parametrize("version", ["", "cat", "-1", "9" * 5000, "999999999", "1.5", "²"])
def test_a_page_that_does_not_say_how_old_it_is_counts_as_old(asks, signed_in, version):
    ref = asks("harrow")
    pascoe = signed_in("pascoe")
    answer = take(pascoe, ref, "answer", sent={"version": version, "of": "1"}, **ANSWER)
    assert answer.status_code == 409
    page = page_of(answer)
    assert page.one(tag="textarea", name="text").raw.strip() == ANSWER["text"]
    assert people_did(ref) == [("open", who("harrow"))]


def test_whoever_left_yesterday_reads_nothing_and_sends_nothing(asks, signed_in, at):
    ref = asks("harrow")
    pascoe = signed_in("pascoe")
    sent = filled(pascoe, ref, "answer")
    token = token_of(page_of(pascoe.get("/ask/")))
    Person.objects.filter(pk=who("pascoe")).update(left_on=date(2026, 11, 24))
    sent["csrfmiddlewaretoken"] = token
    answer = pascoe.post("/cases/%s/steps/answer/" % ref, encoded({**sent, **ANSWER}), content_type=FORM)
    assert answer.status_code == 403
    assert ANSWER["text"] in page_of(answer).one(tag="textarea").raw
    assert pascoe.get("/cases/%s/" % ref).status_code == 302
    assert people_did(ref) == [("open", who("harrow"))]


def test_the_same_answer_ten_times_is_one_answer(asks, signed_in):
    ref = asks("harrow")
    pascoe = signed_in("pascoe")
    sent = filled(pascoe, ref, "answer")
    answers = [take(pascoe, ref, "answer", sent=dict(sent), **ANSWER) for _ in range(10)]
    assert {(one.status_code, one.headers["Location"]) for one in answers} == {(303, "/cases/%s/?done=answer" % ref)}
    assert [step for step, _ in people_did(ref)] == ["open", "answer"]
    other = take(pascoe, ref, "answer", sent=dict(sent), **{**ANSWER, "text": "No."})
    assert other.status_code == 409
    assert [step for step, _ in people_did(ref)] == ["open", "answer"]


def test_without_the_token_no_step_is_taken(asks, signed_in):
    ref = asks("harrow")
    pascoe = signed_in("pascoe")
    answer = pascoe.post("/cases/%s/steps/answer/" % ref, encoded({**ANSWER, "version": "2"}), content_type=FORM)
    assert answer.status_code == 403
    assert ANSWER["text"] in page_of(answer).one(tag="textarea").raw
    assert people_did(ref) == [("open", who("harrow"))]


def test_a_question_passed_on_while_another_answers_keeps_the_words_of_whoever_answers(asks, signed_in, at):
    """Mr Obuya passes it on; Dr Achterberg, who has written an answer meanwhile, may not see it any more, is told so, and loses no word."""
    ref = asks("harrow", to="someone-else")
    run_due(at=at("2026-12-01 08:05"))
    obuya, achterberg = signed_in("obuya"), signed_in("achterberg")
    late = filled(achterberg, ref, "answer")
    assert take(obuya, ref, "pass-on", who="dpo").status_code in (200, 303)
    answer = take(achterberg, ref, "answer", sent=late, **ANSWER)
    assert answer.status_code == 409
    page = page_of(answer)
    assert page.one(tag="h1").text == "This was passed on while you wrote"
    assert "Somebody else has it now. What you wrote was not sent." in page.text
    assert too_hard(page, "staff") == []
    assert page.one(tag="textarea", id="words").raw.strip() == ANSWER["text"]
    assert [step for step, _ in people_did(ref)] == ["open", "pass-on"]
    opened = page_of(achterberg.get("/cases/%s/" % ref))
    assert opened.one(tag="h1").text == "This was passed on"
    assert "May I blog" not in opened.text and "Sethuraman" not in opened.text
    assert not Event.objects.filter(chain="tries").exists(), "whoever had it does not try what is not theirs"


def test_nobody_else_is_told_that_a_question_was_passed_on(asks, signed_in):
    """Who never had it, and who is shut out by a bar, read what a reference never used gives them."""
    ref = asks("harrow")
    assert take(signed_in("pascoe"), ref, "pass-on", who="dpo").status_code in (200, 303)
    for name in ("devlin", "dunmore", "wieczorek"):
        other = signed_in(name)
        for path, send_it in (("/cases/%s/", None), ("/cases/%s/steps/answer/", ANSWER)):
            hidden, never = (send(other, path % one, send_it) if send_it else other.get(path % one) for one in (ref, "BBBBBBBB"))
            assert (hidden.status_code, page_of(hidden).one(tag="main").text) == (404, page_of(never).one(tag="main").text)


def test_passing_on_gives_it_out_of_hand_and_the_asker_sees_who_has_it(asks, signed_in):
    ref = asks("harrow")
    pascoe, harrow = signed_in("pascoe"), signed_in("harrow")
    sent = filled(pascoe, ref, "pass-on")
    for _ in range(2):
        done = take(pascoe, ref, "pass-on", sent=dict(sent), who="dpo")
        assert done.status_code == 200
        assert "you do not see it any more" in page_of(done).text
    assert pascoe.get("/cases/%s/" % ref).status_code == 404
    page = page_of(harrow.get("/cases/%s/" % ref))
    assert "Seen by you and Ms Sethuraman" in page.one(cls="af-bar").text
    events = [one.one(tag="h3").text for one in page.one(cls="af-time").all(tag="li")]
    assert events == ["Sent to Ms Sethuraman", "Dr Pascoe can see this no more", "Passed on", "Sent to Dr Pascoe", "Asked"]
    assert forms(page_of(signed_in("sethuraman").get("/cases/%s/" % ref))) == ["answer", "pass-on"]


def test_the_draft_goes_when_the_asker_says_so(asks, signed_in):
    ref = asks("harrow", draft="My draft of it")
    harrow, pascoe = signed_in("harrow"), signed_in("pascoe")
    assert "My draft of it" in page_of(pascoe.get("/cases/%s/" % ref)).text
    half_written = filled(pascoe, ref, "answer")  # opened before, and none the worse for it
    assert take(harrow, ref, "delete-draft").status_code == 303
    for browser in (harrow, pascoe):
        assert "My draft of it" not in page_of(browser.get("/cases/%s/" % ref)).text
    assert take(pascoe, ref, "answer", sent=half_written, **ANSWER).status_code == 303


def test_taking_it_back_and_finishing_leave_nothing_to_do(asks, signed_in):
    back, done = asks("harrow"), asks("harrow", text="And this?")
    harrow, pascoe = signed_in("harrow"), signed_in("pascoe")
    assert take(harrow, back, "withdraw").status_code == 303
    page = page_of(harrow.get("/cases/%s/?done=withdraw" % back))
    assert page.one(cls="govuk-inset-text").text == "Taken back. It is saved."
    assert forms(page) == forms(page_of(pascoe.get("/cases/%s/" % back))) == []
    take(pascoe, done, "answer", **ANSWER)
    assert take(harrow, done, "that-helps").status_code == 303
    assert page_of(harrow.get("/cases/%s/" % done)).one(cls="is-now").text.startswith("Now:Finished")


def test_the_asker_and_the_handler_see_who_has_looked_and_a_status_does_not(asks, signed_in):
    ref = asks("harrow")
    harrow, pascoe = signed_in("harrow"), signed_in("pascoe")
    assert "Nobody but you, so far." in section(page_of(harrow.get("/cases/%s/" % ref)), "sees").text
    assert "Ms Harrow" in section(page_of(pascoe.get("/cases/%s/" % ref)), "sees").text
    assert "Dr Pascoe" in section(page_of(harrow.get("/cases/%s/" % ref)), "sees").text


def test_where_only_the_status_is_ones_own_no_word_of_it_is_there(cast, at, signed_in):
    moment = at("2026-11-25 10:00")
    details = {"schools": ["eastfield"], "asked": "About exam stress", "reporter": {"name": "Ms Verity Calloway"}}
    ref = steps.open_case(kind="press", by=standing(who("osei"), on=london_day(moment)), details=details, at=moment)
    barrowman = signed_in("barrowman")
    page = page_of(barrowman.get("/cases/%s/" % ref))
    assert ref in page.text
    for word in ("exam stress", "Calloway", "Abernethy", "Adelakun"):
        assert word not in page.one(tag="main").text, word
    assert forms(page) == []
    assert page.all(tag="section", **{"aria-labelledby": "sees"}) == []
    refused = take(barrowman, ref, "withdraw", sent={"version": str(Case.objects.get(ref=ref).version)}, note="Mine to say")
    assert refused.status_code == 409
    assert len(summary(page_of(refused))) == 1


def test_the_address_of_a_step_opened_by_hand_is_the_case(asks, signed_in):
    ref = asks("harrow")
    harrow = signed_in("harrow")
    assert harrow.get("/cases/%s/steps/answer/" % ref).headers["Location"] == "/cases/%s/" % ref
    token = token_of(page_of(harrow.get("/ask/")))
    for path in ("/cases/%s/", "/cases/%s/receipt/", "/cases/%s/receipt.json", "/cases/%s/steps/answer/"):
        assert harrow.delete(path % ref, headers={"X-CSRFToken": token}).status_code == 405


def test_every_state_of_a_question_reads_easily(asks, signed_in):
    staff, student = asks("harrow"), asks("farouk", text="Can we have a server?", to="tutor")
    harrow, pascoe, farouk, standish = (signed_in(name) for name in ("harrow", "pascoe", "farouk", "standish"))

    def read():
        for browser, ref, reader in (
            (harrow, staff, "staff"),
            (pascoe, staff, "staff"),
            (farouk, student, "student"),
            (standish, student, "staff"),
        ):
            for path in ("/cases/%s/", "/cases/%s/?sent=1", "/cases/%s/receipt/"):
                answer = browser.get(path % ref)
                if answer.status_code == 200:
                    assert too_hard(page_of(answer), reader) == [], path

    read()
    for browser, ref in ((pascoe, staff), (standish, student)):
        assert take(browser, ref, "answer", text="Yes.", strength="You may", outside="yes").status_code == 303
    read()
    for browser, ref in ((harrow, staff), (farouk, student)):
        assert take(browser, ref, "that-helps").status_code == 303
    read()
