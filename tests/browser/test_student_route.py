"""Jorah's record on a phone: the Head of Year from the talk to the finish, the student, the parent, and whoever it hurt (S40)."""

import pytest

from askfirst.casework import onward, steps
from askfirst.casework.filed import file_of
from askfirst.casework.models import Case
from tests.access.world import somebody
from tests.browser.test_declare import BOTH, SIZES, fine, heading
from tests.clock import london
from tests.web.pages import page_of
from tests.web.test_words_of_pages import too_hard

TOLD = {
    "danger": "no", "where": "A public story", "when": "Yesterday", "what": "It mocks somebody by name.", "about": "student", "hurt": "somebody",
    "name": "Jorah Blenkinsop", "hurt_name": "Kit Okoro-Penn", "school": "northgate",
}  # fmt: skip
WEIGHED = {"safeguarding": "no", "lawful": "not-lawful", "reason": "It mocks a student by name.", "pri_2": True}


def takes(name, ref, step, when="2026-11-25 09:00", **given):
    at = london(when)
    steps.take(ref=ref, step=step, by=somebody(name, at), given=given, at=at)


@pytest.fixture
def sent(signed_in):
    """The record that a concern opened, cleared: the talk is next. `signed_in` has loaded the people."""
    at = london("2026-11-24 09:00")
    told = steps.open_case(kind="concern", by=somebody("rowbotham", at), details=TOLD, at=at)
    takes("whitlam", told, "clear", "2026-11-24 09:10", triage="usual")
    takes("qureshi", told, "weigh", "2026-11-24 09:20", **WEIGHED)
    takes("qureshi", told, "to-student-route", "2026-11-24 09:30", summary="A public story mocks somebody by name.")
    ref = file_of(Case.objects.get(ref=told)).of(onward.WENT_ON)[-1].of
    takes("whitlam", ref, "let-talk", "2026-11-24 10:00")
    return ref


def main(journey):
    return journey.page.inner_text("main")


def sends(journey, step, choice="", **given):
    """Fills in the form of a step, unfolded first where it is folded, and sends it."""
    form = journey.page.locator("form[action$='/steps/%s/']" % step)
    if not form.is_visible():
        journey.page.locator("details").filter(has=form).locator("summary").first.click()
    if choice:
        form.get_by_label(choice, exact=True).check(force=True)
    for name, words in given.items():
        form.locator("[name=%s]" % name).fill(words)
    journey.go(form.get_by_role("button"))


def refused(journey, ref, step, **given):
    """What a page answers that is sent before its turn, as from a form kept open elsewhere."""
    token = journey.page.locator("main [name=csrfmiddlewaretoken]").first.input_value()
    form = {"csrfmiddlewaretoken": token, "version": str(Case.objects.get(ref=ref).version), **given}
    address = journey.base + "/cases/%s/steps/%s/" % (ref, step)
    answer = journey.context.request.post(address, form=form, headers={"Referer": journey.base})
    assert answer.status == 409
    return answer.text()


@BOTH
def test_s40_the_head_of_year_works_it_from_the_talk_to_the_finish(signed_in, sent, script):
    ref = sent
    year = signed_in("qureshi", script=script)
    year.expected = {400}
    year.follow("Talk with a student")
    # what follows waits for the talk and the finding
    assert year.page.locator("form[action$='/steps/policy/']").count() == 0
    assert "First the talk, then what was found, then what follows." in main(year)
    assert "First the talk, then what was found, then what follows. Talk first." in refused(year, ref, "policy", number="BP-1")
    sends(year, "record-talk", notes="We looked at it together.", support="SEND support: Mr Dunmore sat with him.")
    assert "Give the day you talked." in year.page.inner_text(".govuk-error-summary") and "Mr Dunmore sat with him." in year.page.content()
    sends(year, "record-talk", talked_on="25/11/2026")
    assert "Write down the student’s own account first." in refused(year, ref, "find", outcome="misconduct", reason="So.")
    him = signed_in("jorah", script=script)
    him.open("/me/")
    him.follow("Something you posted")
    sends(him, "own-account", text="I thought it was funny. It was not.")
    assert him.page.inner_text("[role=status]") == "What you said is saved."
    assert "I thought it was funny. It was not." in main(him)
    year.open("/cases/%s/" % ref)
    assert "I thought it was funny. It was not." in main(year)
    sends(year, "find", "Misconduct", reason="The story is there to see.")
    for named in ("Jorah and Maisie made fun of somebody.", "Jorah made fun of Kit."):
        sends(year, "write-summary", summary=named)
        assert "A family reads of its own child alone." in year.page.inner_text(".govuk-error-summary")
        assert year.page.locator("[name=summary]").input_value() == named  # kept
    sends(year, "write-summary", summary="Jorah made fun of somebody in a story.")
    sends(year, "restorative", reason="He writes to say sorry.")
    # finishing waits for home
    assert year.page.locator("form[action$='/steps/close-record/']").count() == 0
    first = "First a parent or carer is told, or the safeguarding lead says why not."
    assert first in refused(year, ref, "close-record", result="It is mended.")
    sends(year, "tell-parent", "By phone", told_on="25/11/2026")
    sends(year, "close-record", result="Jorah said sorry, and it is mended.")
    assert year.page.inner_text("[role=status]") == "Finished. It is saved."
    father = signed_in("blenkinsop-g", script=script)
    father.open("/me/")
    father.follow("About your child")
    text = main(father)
    assert "Jorah made fun of somebody in a story." in text and "it is mended" in text
    assert not [word for word in ("Maisie", "Kit", "SEND", "funny", "By phone", "Qureshi") if word in text]
    him.open("/me/")
    him.follow("Something you posted")
    assert "it is mended" in main(him) and him.page.locator("main textarea").count() == 0
    kit = signed_in("kit", script=script)
    kit.open("/me/")
    kit.follow("A concern")
    assert "Dealt with" in main(kit) and "Jorah" not in main(kit)
    kit.expected = {404}
    kit.open("/cases/%s/" % ref)
    assert heading(kit) == "We can’t show you this page"


@SIZES
def test_axe_finds_nothing_on_any_page_of_it(signed_in, sent, width, dark):
    ref = sent
    year = signed_in("qureshi", width=width, dark=dark)
    year.expected = {400}
    fine(year, "the Head of Year’s home")
    where = "/cases/%s/" % ref
    year.open(where)
    fine(year, "the talk is next")
    sends(year, "record-talk")
    fine(year, "the talk without a day")
    takes("qureshi", ref, "record-talk", talked_on="2026-11-24", notes="We talked.", support="None")
    him = signed_in("jorah", width=width, dark=dark)
    him.expected = {400}
    him.open(where)
    fine(him, "the student’s")
    sends(him, "own-account")
    fine(him, "the student’s, nothing said")
    assert too_hard(page_of(Page(him.page.content())), "student") == []
    takes("jorah", ref, "own-account", text="It was me.")
    year.open(where)
    fine(year, "what was found is next")
    sends(year, "find", "Misconduct", reason="It is there.")
    fine(year, "found")
    sends(year, "write-summary", summary="Jorah and Kit.")
    fine(year, "a name is to be taken out")
    takes("qureshi", ref, "write-summary", summary="Jorah put up a story.")
    takes("qureshi", ref, "tell-parent", told_on="2026-11-24", way="met")
    father = signed_in("blenkinsop-g", width=width, dark=dark)
    father.open("/me/")
    fine(father, "the parent’s own things")
    father.open(where)
    fine(father, "the parent’s")
    takes("qureshi", ref, "to-head", reason="It is the second time.")
    head = signed_in("devlin", width=width, dark=dark)
    head.open(where)
    fine(head, "the Headteacher’s")


class Page:
    """A page as the browser has it now, for whoever counts its words."""

    def __init__(self, markup):
        self.content = markup.encode()
