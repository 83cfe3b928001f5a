"""A prompt to give a case to safeguarding where its words may be about somebody who is hurt: for whoever can, and for nobody else (3.0)."""

import pytest

from askfirst.trail import chain
from askfirst.web import cases_page
from tests.casework.conftest import Someone
from tests.casework.test_concern_stories import POST, TOLD, WEIGHED
from tests.casework.test_staff_route_stories import SHEET
from tests.casework.test_student_route_stories import TALK
from tests.clock import london
from tests.onward import sent_on
from tests.web.pages import page_of

pytestmark = pytest.mark.django_db
SAYS = "Some words here may be about somebody who is hurt."


def as_(name, when="09:00"):
    return Someone(name, london("2026-11-25 " + when))


def text_of(browser, ref):
    return page_of(browser.get("/cases/%s/" % ref)).text


def concern(what):
    told = as_("rowbotham").tells("concern", **{**POST, "what": what})
    as_("whitlam", "09:10").takes(told, "clear", triage="usual")
    as_("obuya", "09:20").takes(told, "weigh", **WEIGHED)
    return told


@pytest.mark.parametrize(
    ("what", "prompts"),
    [
        ("He messages her at night and says keep it our secret.", True),
        ("She wrote: I want to kill myself.", True),
        ("He wrote: I will stab him.", True),
        ("A friend says that she cuts herself.", True),
        ("We could all kill for a coffee, he says of the staff room.", False),
        ("It jokes at length about the dimmest set ever taught.", False),
        ("This homework makes me want to die lol.", False),
    ],
)
def test_whoever_weighs_it_is_prompted_and_can_press_it_there(signed_in, what, prompts):
    told = concern(what)
    text = text_of(signed_in("obuya"), told)
    assert (SAYS in text, "press “This is about safeguarding”" in text) == (prompts, prompts)


def test_nobody_else_is_and_nothing_is_written_down(signed_in):
    told = concern("He messages her at night and says keep it our secret.")
    as_("obuya", "09:30").takes(told, "tell-subject", **TOLD)
    before = len(list(chain.events(told)))
    for name in ("rowbotham", "standish"):
        assert SAYS not in text_of(signed_in(name), told), name
    reads = list(chain.events(told))[before:]
    assert [event.what for event in reads] == ["read", "read"]


def test_what_a_student_says_in_the_talk_and_a_note_about_staff_prompt_too(signed_in):
    ref = sent_on("student-route", "jorah", by=as_("tolland", "08:00").by, at=london("2026-11-25 08:00"))
    as_("whitlam").takes(ref, "let-talk")
    as_("qureshi", "09:10").takes(ref, "record-talk", **TALK)
    assert SAYS not in text_of(signed_in("qureshi"), ref)
    as_("qureshi", "09:20").takes(ref, "take-account", text="My dad hits me at home.")
    assert SAYS in text_of(signed_in("qureshi"), ref) and SAYS not in text_of(signed_in("jorah"), ref)
    staff = sent_on("staff-route", "holloway", by=as_("tolland", "08:00").by, at=london("2026-11-25 08:00"))
    as_("braithwaite").takes(staff, "check-speech", **{**SHEET, "con_10": True})
    as_("braithwaite", "09:10").takes(staff, "add-note", sort="fact", text="He messages her at night and says keep it our secret.")
    assert "press “Pause: a safeguarding question”" in text_of(signed_in("kerrigan"), staff)


def test_a_prompt_that_never_comes_is_noticed(signed_in, monkeypatch):
    told = concern("She wrote: I want to kill myself.")
    monkeypatch.setattr(cases_page, "may_need_help", lambda texts: False)
    assert SAYS not in text_of(signed_in("obuya"), told)
