"""Get something taken down, walked by the cast. Answers travel in the page; nothing stands in an address, nothing is kept, nobody is told.

What a case does (asking in somebody's name, a saved list, one shared with the tutor) is not here.
"""

import re

import pytest
from django.db import connection

from askfirst.casework.models import Case
from askfirst.procedure.take_down import Poster
from askfirst.trail.models import Notice
from tests.casework.test_removal_stories import RACE
from tests.web.pages import page_of, send
from tests.web.tables import asks_which_edition_alone
from tests.web.test_procedure_pages import words
from tests.web.test_trees_pages import every_row
from tests.web.test_words_of_pages import too_hard

INSTAGRAM = "https://www.instagram.com/p/abc123/"


class Walk:
    """Somebody answering one question after another, as the forms on the page send it."""

    def __init__(self, browser, path="/remove/"):
        self.browser, self.path = browser, path
        self.answer = browser.get(path)

    @property
    def page(self):
        return page_of(self.answer)

    @property
    def said(self):
        return words(self.answer.content.decode()).replace("&#x27;", "'")

    @property
    def asked(self):
        return [node.attrs["value"] for node in self.page.all(tag="input", name="asked")]

    @property
    def steps(self):
        return [node.text.partition(". ")[2] for node in self.page.all(tag="h2") if node.attrs.get("id", "").startswith("step-")]

    @property
    def letters(self):
        return [node.attrs["data-copy"] for node in self.page.all(tag="button") if "data-copy" in node.attrs]

    def form(self, holds):
        """The fields of the form that has this button."""
        forms = [one for one in self.page.all(tag="form") if any(holds in node.text for node in one.all(tag="button"))]
        assert len(forms) == 1, holds
        return {
            one.attrs["name"]: one.attrs["value"]
            for one in forms[0].all(tag="input", type="hidden")
            if one.attrs["name"] != "csrfmiddlewaretoken"
        }

    def press(self, button, **fields):
        self.answer = send(self.browser, self.path, {**self.form(button), **fields}, opened="/check/")
        return self

    def say(self, answer, **more):
        return self.press("Carry on", **{self.asked[0]: answer}, **more)


def test_s28_amina_does_not_know_who_posted_it(signed_in):
    amina = Walk(signed_in("farouk"))
    assert amina.page.one(tag="legend").text == "Is anyone in danger, or is it a sexual picture?"
    assert "Childline 0800 1111" in amina.said
    assert "Mrs Saoirse Whitlam" in amina.said  # the safeguarding lead
    amina.say("neither").say("no").say("unknown", link=INSTAGRAM)
    assert amina.steps[:3] == ["Untag, hide or block", "Tell the app", "Ask the school to help"]
    assert "Take your name off it. That does not delete the picture." in amina.said
    section = amina.page.all(tag="section")[0]
    assert "Under 18, only people you follow can tag or mention you.Checked on 1 November 2026." in section.text
    facts = re.findall(r"Checked on [^.]*\.|We have not checked this", section.text)
    assert facts and all(re.fullmatch(r"Checked on \d+ \w+ \d{4}\.|We have not checked this", one) for one in facts)
    said_of_each = amina.page.all(tag="section")[0].all(tag="li")
    told = [one.text for one in said_of_each if not re.search(r"Checked on \d+ \w+ \d{4}\.|We have not checked this", one.text)]
    assert told == [], "each fact about the app says on which day somebody looked"
    edition = {node.all(tag="a")[0].text: node.one(tag="p").text for node in amina.page.one(tag="ul", cls="af-clauses").all(tag="li")}
    assert edition["CON-7"] == "Others may post a photo and name you. It is best to think about any photo you are in."
    assert edition["CON-8"] == "You may untag yourself from a photo. The photo stays up."
    leave = next(node for node in amina.page.all(tag="a") if node.text == "Exit this page")
    assert leave.attrs["href"].startswith("https://www.bbc.co.uk/")
    assert "It does not clear this device’s history." in amina.said
    assert INSTAGRAM in amina.letters[0]


def test_s29_miss_drinkwater_does_not_feel_safe(signed_in):
    walked = Walk(signed_in("drinkwater"))
    assert walked.asked == ["what"]
    walked.say("neither").say("no").say("someone-else")
    assert "Ask whoever runs the account" in walked.steps
    assert any("Please take it down, and let me know when you have." in one for one in walked.letters)
    walked.press("I do not feel safe contacting them")
    assert "Ask whoever runs the account" not in walked.steps
    assert [one for one in walked.letters if "let me know" in one] == []
    said = walked.said
    for name in ("101", "999", "StopNCII", "Professionals Online Safety Helpline (POSH)"):
        assert re.search(re.escape(name) + r".{0,260}?Checked on 1 November 2026\.", said), name
    assert re.search(r"Braithwaite-Ogle ?, HR Checked on 25 November 2026\.", said)
    assert "Report Remove" not in said
    assert "allow one month" in said
    assert "You need not do that before you go to the police." in said
    assert "Your line manager is not told unless you say so." in said


def test_s28_s29_nothing_is_stored_and_nobody_is_told_until_save_is_pressed(signed_in):
    """Amina's steps and Miss Drinkwater's: what they tick and the numbers they type are kept when they say so, and then for them alone."""
    ways = [("farouk", ("neither", "no", "unknown")), ("drinkwater", ("neither", "no", "not-safe"))]
    browsers = {name: signed_in(name) for name, _ in ways}
    before = every_row()
    walks = {name: Walk(browsers[name]) for name, _ in ways}
    for name, answers in ways:
        for answer in answers:
            walks[name].say(answer)
    assert every_row() == before
    saved = send(browsers["drinkwater"], "/remove/save/", {**walks["drinkwater"].form("Save"), "numbers": "Police 101, log 88"})
    assert saved.status_code == 303
    where = saved["Location"]
    assert "Police 101, log 88" in browsers["drinkwater"].get(where).content.decode()
    assert not Notice.objects.exists(), "nobody is told, Mrs Rainsford included"
    for other in ("rainsford", "braithwaite", "farouk"):
        assert signed_in(other).get(where).status_code == 404


def test_s26_a_colleague_is_asked_in_neutral_words(signed_in):
    walked = Walk(signed_in("holloway"))
    walked.say("neither")
    assert walked.page.one(tag="h1").text == "Is this evidence of something wrong?"
    walked.say("no").say("staff", link="Facebook")
    assert walked.steps[0] == "Ask them to take it down"
    assert walked.letters[0].splitlines()[:2] == ["Hi. I am in a post of yours.", "It is on Facebook."]
    assert "Holloway" not in walked.letters[0]
    assert "That is not misconduct by itself. DIS-1 does not list it." in walked.said


def test_s27_before_she_sends_it_she_reads_that_he_may_guess(signed_in):
    maisie = signed_in("maisie")
    given = {name: held for name, held in RACE.items() if name != "how"}
    answers = page_of(send(maisie, "/remove/ask/", {**given, "page": "name", "checked": "1"})).one(tag="main")
    assert answers.one(tag="h1").text == "Check your answers"
    assert "They may guess that it is you. You are alone in it. We leave your name out." in answers.text
    assert not Case.objects.exists(), "nothing is sent yet"
    among_others = page_of(send(maisie, "/remove/ask/", {**given, "alone": "no", "page": "name", "checked": "1"})).one(tag="main")
    assert "They may guess that it is you." not in among_others.text


def test_s28_the_button_says_with_whom_it_is_shared(signed_in):
    amina = signed_in("farouk")
    where = send(amina, "/remove/save/", {"numbers": "Report 4471", "untagged": "yes"})["Location"]
    buttons = [one.text for one in page_of(amina.get(where)).all(tag="button")]
    assert "Share with my tutor" in buttons


def test_s27_maisie_is_offered_no_way_to_write_to_a_member_of_staff(signed_in):
    walked = Walk(signed_in("maisie"))
    walked.say("neither").say("no").say("staff", link="https://facebook.com/coach")
    assert walked.steps[0] == "Ask the school to help"
    assert "You never have to write to someone who works at school." in walked.said
    assert "Do not write to a member of staff about it yourself." in walked.said
    assert [one for one in walked.letters if not one.startswith("This post shows or names me.")] == []
    assert "I do not feel safe" not in walked.said


@pytest.mark.parametrize("reader", ["/remove/", "/remove/?as=student"])
def test_the_stop_comes_before_everything(browser, reader):
    walked = Walk(browser, reader).say("sexual").say("under-18")
    assert walked.page.one(tag="h1").text == "Stop here. There is help for this"
    assert "Do not send it, save it, show it or upload it. Not to us, and not to a teacher." in walked.said
    assert walked.letters == []
    assert sorted(walked.steps) == ["Report Remove can help take it down", "Talk to a safeguarding lead", "Tell the police"]
    assert (walked.steps[0] == "Report Remove can help take it down") is reader.endswith("student")
    for name in ("Mrs Saoirse Whitlam", "Ms Beatrix Omondi", "Miss Aoife Langtree"):
        assert name in walked.said


def test_danger_leads_to_999_at_once(browser):
    walked = Walk(browser, "/remove/?as=student").say("danger")
    assert walked.page.one(tag="h1").text == "Get help now"
    assert walked.steps == ["Ring 999", "Talk to a safeguarding lead"]


def test_a_parent_without_an_account_has_the_schools_numbers(browser):
    walked = Walk(browser).say("neither").say("parent").say("no").say("student", link="https://www.tiktok.com/@someone/video/1")
    assert walked.steps[0] == "Ask the school to help"
    assert "Northgate School 01632 960110" in walked.said
    assert "Please do not write to a student yourself." in walked.said
    assert "StopNCII" not in walked.said


def test_what_a_school_put_on_its_own_page_is_asked_of_the_school(browser):
    walked = Walk(browser).say("neither").say("other-18-or-over").say("no").say("unknown", link="https://www.eastfield.example/sports-day")
    assert walked.steps[0] == "Ask the school to take it off its page"
    assert walked.letters[0].splitlines()[:2] == [
        "Hello. I am shown or named on a page of the school.",
        "It is here: https://www.eastfield.example/sports-day",
    ]


def test_hr_is_named_to_staff_who_are_signed_in_and_to_nobody_else(browser, signed_in):
    out = Walk(browser).say("neither").say("staff").say("no").say("not-safe")
    assert "Sign in to see who that is today." in out.said
    assert "Braithwaite" not in out.said


# ---------------------------------------------------------------- one question a page


def test_whoever_is_signed_in_is_not_asked_who_they_are(signed_in):
    assert Walk(signed_in("harrow")).say("neither").asked == ["evidence"]
    assert Walk(signed_in("farouk")).say("neither").asked == ["evidence"]


@pytest.mark.parametrize(("name", "harmful", "stopncii"), [("farouk", True, False), ("osei", True, True)])
def test_a_students_age_follows_the_roll(signed_in, name, harmful, stopncii):
    walked = Walk(signed_in(name), "/remove/").say("neither").say("no").say("unknown")
    assert ("reportharmfulcontent.com" in walked.said) is harmful
    walked = Walk(signed_in(name), "/remove/").say("neither").say("no").say("not-safe")
    assert ("StopNCII" in walked.said) is stopncii


def test_a_claim_to_be_somebody_else_counts_for_nothing(signed_in):
    browser = signed_in("farouk")
    answer = send(browser, "/remove/", {"what": "neither", "asker": "staff", "evidence": "no", "poster": "student"}, opened="/check/")
    assert "Do not write to the student" not in words(answer.content.decode())
    assert "POSH" not in words(answer.content.decode())


def test_back_takes_the_last_answer_away_and_keeps_the_link(browser):
    walked = Walk(browser).say("neither").say("staff").say("no").say("staff", link=INSTAGRAM)
    walked.press("Back", back="1")
    assert walked.asked == ["poster"]
    assert walked.page.one(tag="input", id="link").attrs["value"] == INSTAGRAM
    seen = []
    for _ in range(3):
        walked.press("Back", back="1")
        seen += walked.asked
    assert seen == ["evidence", "asker", "what"]


def test_back_skips_what_was_never_asked(signed_in):
    walked = Walk(signed_in("harrow")).say("neither").say("no")
    assert walked.asked == ["poster"]
    assert walked.press("Back", back="1").asked == ["evidence"]
    assert walked.press("Back", back="1").asked == ["what"]


def test_no_answer_is_asked_for_at_the_top_and_at_the_field(browser):
    walked = Walk(browser).press("Carry on")
    assert walked.answer.status_code == 400
    assert walked.said.count("Choose an answer first.") == 2
    assert walked.page.one(tag="title").text.startswith("Error:")


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("javascript:alert(document.cookie)", "This is not a link to a page."),
        ("https://a.example/" + "a" * 8_192, "This is 8,210 characters long. We take 2,000 at most."),
        ("https://[", "We cannot read this address."),
        ("nul \0 here", "This holds marks that no link has."),
    ],
)
def test_a_link_we_cannot_use_is_one_sentence_and_stays_in_its_field(browser, link, says):
    walked = Walk(browser).say("neither").say("staff").say("no").say("staff", link=link)
    assert walked.answer.status_code == 400
    assert walked.said.count(says) == 2
    assert walked.page.one(tag="input", id="link").attrs["value"] == link
    assert [one.attrs["value"] for one in walked.page.all(tag="input", name="poster") if "checked" in one.attrs] == ["staff"]
    assert walked.say("staff", link="").steps[0] == "Ask them to take it down"


@pytest.mark.parametrize(
    "fields", [{"what": "<b>"}, {"what": "neither", "asker": "head"}, {"poster": "x" * 5_000}, {"what": "sexual", "picture": "\0"}]
)
def test_answers_that_are_none_of_ours_are_asked_again(browser, fields):
    answer = send(browser, "/remove/", fields, opened="/check/")
    assert answer.status_code in (200, 400)
    assert page_of(answer).all(tag="fieldset")


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_another_method_is_told_so(browser, method):
    assert getattr(browser, method)("/remove/").status_code in (403, 405)


# ---------------------------------------------------------------- nothing is kept


def rows():
    with connection.cursor() as cursor:
        found = {}
        for name in connection.introspection.table_names():
            if not name.startswith(("django_session", "people_session")):
                cursor.execute('SELECT COUNT(*) FROM "%s"' % name)
                found[name] = cursor.fetchone()[0]
        return found


def test_a_walk_leaves_no_row_no_address_and_nothing_to_cache(signed_in, caplog):
    browser = signed_in("harrow")
    before, session = rows(), dict(browser.session)
    walked = Walk(browser).say("neither").say("yes").say("someone-else", link="https://canary7391.example/post")
    assert any("canary7391" in one for one in walked.letters)
    assert walked.answer["Cache-Control"] == "no-store"
    assert "canary7391" not in str(walked.answer.headers)
    assert rows() == before
    assert len(before) > 20
    assert dict(browser.session).keys() == session.keys()
    assert "canary7391" not in str(dict(browser.session)) + caplog.text


def test_signed_out_it_asks_no_table_but_which_edition_is_in_force(db, browser):
    browser.get("/check/")
    with asks_which_edition_alone(times=5, pages=9):
        Walk(browser).say("neither").say("staff").say("no").say("not-safe", link=INSTAGRAM)


def test_a_link_is_shown_as_words_and_never_as_a_link(browser):
    sent = '"><script>alert(1)</script>'
    walked = Walk(browser).say("neither").say("staff").say("no").say("staff", link=sent)
    assert "<script>alert" not in walked.answer.content.decode()
    walked = Walk(browser).say("neither").say("staff").say("no").say("staff", link=INSTAGRAM)
    assert INSTAGRAM not in [node.attrs.get("href") for node in walked.page.all(tag="a")]


# ---------------------------------------------------------------- words


@pytest.mark.parametrize("reader", ["student", "staff"])
@pytest.mark.parametrize("poster", list(Poster))
def test_each_answer_reads_easily(browser, reader, poster):
    path, asker = ("/remove/?as=student", "student-13-to-17") if reader == "student" else ("/remove/", "staff")
    fields = {"what": "not-sure", "asker": asker, "evidence": "yes", "poster": poster, "link": "Instagram"}
    answer = send(browser, path, fields, opened="/check/")
    assert answer.status_code == 200
    assert too_hard(page_of(answer), reader) == []
