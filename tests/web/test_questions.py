"""Every door that opens a case by questions: who can see it first, a few questions a page, a look at the answers with a way back to each,
and what happens next. Nothing is kept before it is sent, and on an error nobody's words are lost. Without scripts.

The doors and what is sent there are those of test_sent_ten_times.py; a door that asks everything on one long page is named below, with why.
"""

from dataclasses import replace

import pytest

from askfirst.casework.fields import Field
from askfirst.casework.models import Case, CaseStep
from askfirst.people.links import link_for
from askfirst.web.questions import Questions
from askfirst.words import say
from tests.cast import who
from tests.clock import london
from tests.groups import NORTHGATE, official_page
from tests.web.pages import send
from tests.web.test_sent_ten_times import OPENS, comes, rows
from tests.web.test_words_of_pages import too_hard
from tests.web.walks import Walk, walked

__all__ = ["comes"]

pytestmark = pytest.mark.django_db

ONE_PAGE = {
    "/ask/": "words of one's own and whom to send them to: a very short form",
    "/press/": "a journalist waits: everything that is asked stands on one page (people.md, P4)",
    "/concern/": "told in one go, with help beside it, and without a name too (people.md, P2)",
    "/remove/save/": "ticks on the page of what to do now",
}
"""Doors that open a case and ask no question a page."""
READERS = {"farouk": "student"}
DOORS = [
    pytest.param(name, path, fields, id="%s %s" % (path, name))
    for several in OPENS.values()
    for name, path, fields in several
    if path not in ONE_PAGE
]
MOST = 5
"""Questions on a page that must be answered, at most."""


def told(path, fields):
    """What is filled in at this door, without what a page carries itself."""
    more = {"about_page": official_page(NORTHGATE, "2026-11-24 10:00")} if path == "/declare/group/" else {}
    return {name: value for name, value in {**fields, **more}.items() if name != "send"}


def test_every_door_is_walked_here_or_said_why_not():
    paths = {path for several in OPENS.values() for _, path, _ in several}
    assert set(ONE_PAGE) <= paths
    assert paths == set(ONE_PAGE) | {one.values[1] for one in DOORS}


@pytest.mark.parametrize(("name", "path", "fields"), DOORS)
def test_questions_then_the_answers_then_what_happens_next(comes, at, name, path, fields):
    given = told(path, fields)
    person, before, asked = comes(name), rows(), {}

    def looks(walk):
        assert too_hard(walk.page, READERS.get(name, "staff")) == [], walk.heading
        if walk.heading != "Check your answers":
            named = walk.asks()
            assert len(named & set(given)) <= MOST, (walk.heading, named)
            asked[len(asked)] = named

    walk = walked(Walk(person, path), given, looks=looks)
    assert set(given) <= set().union(*asked.values())
    assert rows() == before, "something was kept before it was sent"
    page = walk.text
    assert page.index("What happens next") < page.index(walk.page.one(tag="button", name="send").text), "before it is sent"
    lines = {one.one(tag="button").attrs["value"]: one for one in walk.page.all(tag="div", cls="govuk-summary-list__row")}
    assert set(given) <= set(lines)
    for field in lines:
        back = walk.change(field)
        assert field in back.asks()
        back.press("Continue")
        assert back.heading == "Check your answers", (field, back.heading)
    assert rows() == before
    button = walk.page.one(tag="button", name="send").text
    assert button not in ("Send", "Submit", "Continue")
    walk.press(button)
    assert Case.objects.count() == len(before["Case"]) + 1
    assert "What happens next" in walk.text
    assert len(walk.page.all(cls="af-ref")) == 1


@pytest.mark.parametrize(("name", "path", "fields"), DOORS)
def test_what_was_written_is_there_again_after_an_error(comes, at, name, path, fields):
    """A field that must be filled in is left out, one after the other: the page it is on says so, and every other answer is still there."""
    given = told(path, fields)
    walk = walked(Walk(comes(name), path), given)
    cases = Case.objects.count()
    for field in given:
        held = {**given, field: ""}
        answer = send(walk.browser, path, {**held, "send": "1"})
        if answer.status_code == 303:
            assert Case.objects.count() == cases + 1  # it may stay empty
            cases += 1
            continue
        assert answer.status_code in (400, 409), (field, answer.status_code)
        text = answer.content.decode()
        assert "This was not sent yet" in text
        assert [one for one in held.values() if one and _in_page(one) not in text] == [], field
        assert Case.objects.count() == cases


def _in_page(value):
    return str(value).replace("&", "&amp;").replace("'", "&#x27;").replace('"', "&quot;")


def test_back_leads_to_the_question_before_with_its_answer(signed_in):
    walk = Walk(signed_in("harrow"), "/declare/offer/")
    walk.press("Continue", payer="A shop")
    walk.press("Back")
    assert walk.page.one(tag="input", id="ask-payer").attrs["value"] == "A shop"


def test_a_form_of_somebody_signed_out_meanwhile_gives_the_words_back(signed_in, at):
    amina = signed_in("farouk")
    walk = Walk(amina, "/not-ours/")
    at("2026-11-25 13:00")
    walk.press("Continue", address="https://page.example/my-own-words")
    assert (walk.status, "https://page.example/my-own-words" in walk.text) == (403, True)
    assert not Case.objects.exists()


@pytest.mark.parametrize(("door", "given"), [
    ("remove", {"evidence": "no", "links": "https://www.northgate.example/sports-day", "who": "staff", "ask": "me-out", "name": "yes"}),
    ("do-not-post", {"scope": "photos", "until": "21/7/2027"}),
    ("my-data", {"want": "copy"}),
    ("not-ours", {"address": "https://page.example/a", "what": "school", "children": "no"}),
])  # fmt: skip
@pytest.mark.parametrize("name", ["tamblyn-h", "grange"])
def test_by_a_link_the_same_questions_lead_to_the_same_end(browser, cast, at, name, door, given):
    """A mother and a former student, without an account: two pages of questions at most, the answers, and it is sent."""
    at("2026-11-25 10:00")
    came = Walk(browser, "/by-link/%s/" % link_for(who(name), at=london("2026-11-25 10:00")))
    (words,) = [one.text for one in came.page.all(tag="button", value=door)]
    pages = []
    walk = walked(came.press(words), given, looks=lambda walk: pages.append(walk.heading))
    assert len(pages) <= 3
    assert not CaseStep.objects.exists()
    walk.press(walk.page.one(tag="button", name="send").text)
    assert walk.path.startswith("/cases/"), walk.text
    assert Case.objects.get().asker_id == who(name)


# ---------------------------------------------------------------- the questions themselves


def a_field(id, **more):
    return Field(id, say("What is it?"), say("Say what it is."), lines=1, **more)


FIELDS = (a_field("a"), a_field("b", where={"a": ("yes",)}), a_field("c", needed=False), a_field("d"))


def test_a_page_is_passed_over_only_when_it_was_answered():
    on = london("2026-11-25 10:00").date()
    asking = Questions(FIELDS, {"a": "no", "d": "x"})
    assert [[one.id for one in page] for page in asking.pages] == [["a"], ["c"], ["d"]]
    assert (asking.after(-1, on=on), asking.after(0, on=on), asking.after(1, on=on)) == (1, 1, None)
    assert replace(asking, seen=True).after(0, on=on) is None
    opened = Questions(FIELDS, {"a": "yes", "d": "x"}, seen=True)
    assert opened.after(0, on=on) == 1, "an answer that was changed asks one question more"


def test_what_hangs_on_an_answer_of_its_own_page_stands_beside_it():
    together = Questions(FIELDS, {}, [("a", "b")])
    assert [[one.id for one in page] for page in together.pages] == [["a", "b"], ["c"], ["d"]]
    assert [entry.where for entry in together.entries(0)] == [None, ("a", "yes")]


def test_an_answer_to_what_is_not_asked_any_more_is_not_sent():
    assert Questions(FIELDS, {"a": "no", "b": "x", "d": "y"}).answers() == {"a": "no", "d": "y"}
