"""A concern on its pages: danger first, no name kept, the mailbox, and what each person reads."""

import pytest

from askfirst.casework.models import Case
from tests.casework.test_concern_stories import POST
from tests.web.pages import page_of, send
from tests.web.test_words_of_pages import too_hard

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("name", "reader"), [(None, "staff"), ("kit", "student"), ("rowbotham", "staff"), ("wells-p", "staff")])
def test_s36_added_by_askfirst_and_help_the_stop_and_who_sees_it_stand_before_the_first_field(browser, signed_in, name, reader):
    answer = (signed_in(name) if name else browser).get("/concern/")
    text = answer.content.decode()
    places = [text.index(one) for one in ("Exit this page", "0800 1111", "Never send or copy", "sees this first", 'name="where"')]
    assert (places, "Added by AskFirst" in text) == (sorted(places), True)
    assert too_hard(page_of(answer), reader) == []


def test_without_a_name_six_words_and_the_mailbox(browser, signed_in):
    sent = send(browser, "/concern/", {**POST, "send": "unnamed"})
    page = page_of(sent)
    phrase = page.one(cls="af-ref").text
    assert (len(phrase.split()), Case.objects.get().asker, sent.cookies.get("sessionid")) == (6, None, None)
    box = send(browser, "/concern/mailbox/", {"phrase": phrase})
    assert (box.status_code, "with the safeguarding lead" in box.content.decode(), phrase in box.headers.get("Location", "")) == (
        200,
        True,
        False,
    )
    box = send(browser, "/concern/mailbox/", {"phrase": phrase, "send": "1", "text": "It was on Monday."})
    assert "It was on Monday." in box.content.decode()
    assert "These words open nothing." in send(browser, "/concern/mailbox/", {"phrase": "one two"}).content.decode()
    lead = signed_in("whitlam").get("/cases/%s/" % Case.objects.get().ref)
    assert ("It was told without a name" in lead.content.decode(), "It was on Monday." in lead.content.decode()) == (True, True)


def test_a_sexual_picture_of_a_child_stops_it(browser):
    sent = send(browser, "/concern/", {**POST, "picture": "yes"})
    assert ("Do not copy, send or show the picture." in sent.content.decode(), Case.objects.count()) == (True, 0)
    assert POST["where"] not in sent.content.decode()


def test_whoever_told_reads_their_own_words_and_the_status(signed_in):
    kit = signed_in("kit")
    sent = send(kit, "/concern/", {**POST, "send": "named"})
    answer = kit.get(sent["Location"])
    text = answer.content.decode()
    assert ("dimmest set" in text, "With the safeguarding lead" in text, "Whitlam" in text) == (True, True, False)
    assert page_of(answer).one(role="status").text == "Sent. It is saved."
    assert "It is saved." not in kit.get(sent["Location"].partition("?")[0]).content.decode()
    assert too_hard(page_of(answer), "student") == []


def test_a_mailbox_that_stays_shut_says_why_and_where_to_go(browser):
    """A Year 8 student mistyped one word: the page is still in her words, and says what to do with none."""
    answer = send(browser, "/concern/mailbox/?as=student", {"phrase": "counter yacht lisp granite"})
    page = page_of(answer)
    assert (answer.status_code, "yacht" in answer.content.decode()) == (400, False)
    assert page.one(id="es").text == "We could not open it"
    assert page.one(id="phrase-error").text == "Error: These words open nothing. Check each word and their order, then try again."
    assert (page.one(tag="html").attrs["data-mode"], too_hard(page, "student")) == ("student", [])
    assert {"/?as=student", "/concern/?as=student"} <= {one.attrs["href"] for one in page.all(tag="a")}


def test_where_to_sign_in_stands_before_the_first_field_so_that_no_words_are_lost(browser):
    text = browser.get("/concern/").content.decode()
    assert 0 < text.index("Sign in first, to give your name") < text.index('name="where"')
