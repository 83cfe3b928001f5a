"""Settings on a phone: a reading is changed, a second person agrees, its day comes, it is undone; a case keeps what held when it was opened."""

import pytest

from askfirst.casework import steps
from askfirst.people import holding
from askfirst.people.models import SettingChange
from askfirst.people.settings import changes
from askfirst.people.settings.known import Setting
from askfirst.procedure.trust import LEAD_TITLE
from tests.adoption.conftest import by
from tests.browser.test_bring import fine
from tests.browser.test_next_edition import main
from tests.browser.test_people import BOTH, SIZES
from tests.clock import london

OWN = "It is a tip for two years after they left."
SHIPPED = "It is a stronger one when they are under 18 or left less than a year ago."
BEFORE, FIRST, AFTER, LAST = "2026-11-26 10:00", "2026-11-27 10:00", "2026-11-30 10:00", "2026-12-01 10:00"


def asked(when):
    """A question about the rule on former students, opened at that moment."""
    details = {"text": "May I?", "to": "line-manager", "clause": "SNS-11"}
    return steps.open_case(kind="question", by=by("harrow", on=london(when).date()), details=details, at=london(when))


def holds(reader, ref):
    """Whether the rule on the case's page is read in the Trust's own way, unfolded or not; either way it is read in some way."""
    reader.open("/cases/%s/" % ref)
    said = reader.page.text_content("main")
    assert (OWN in said) is not (SHIPPED in said)
    return OWN in said


def look(journey, where):
    """axe runs its own script, so not where a page runs none."""
    if journey.script:
        fine(journey, where)


def the_clerk_asks(clerk):
    clerk.open("/me/")
    clerk.follow("See the settings")
    look(clerk, "settings")
    clerk.follow("How we read unclear rules")
    look(clerk, "the readings")
    clerk.page.locator("summary").filter(has_text="As AskFirst reads it by itself").click()
    clerk.page.get_by_role("link", name="A26").click()
    look(clerk, "one reading")
    assert "Cases opened before keep what held then." in main(clerk)
    clerk.page.get_by_label("We read it in our own way").check(force=True)
    clerk.page.get_by_label("The words").fill(OWN)
    clerk.page.get_by_label("Months for which it counts").fill("24")
    clerk.page.get_by_label("From which day?").fill("27/11/2026")
    clerk.press("Change it")
    assert "This is empty. Fill it in: Why is it changed?" in main(clerk), "and the words stand"
    look(clerk, "a reading that was not taken")
    assert clerk.page.get_by_label("The words").input_value() == OWN
    clerk.page.get_by_label("Why is it changed?").fill("Two leavers were befriended within a term.")
    clerk.press("Change it")
    look(clerk, "a change that waits")
    assert "This waits for a second person now. Nothing is changed yet." in main(clerk), "gate: a second person"
    assert "I have looked, and I agree" not in main(clerk)


def the_head_agrees(head):
    head.open("/me/")
    look(head, "my things, where a change waits")
    head.follow("A change waits for you")
    assert OWN in main(head) and "From 27 November 2026" in main(head)
    look(head, "a change that waits for this person")
    head.press("I have looked, and I agree")
    assert "Agreed" in main(head)


def journey(signed_in, at, script):
    clerk = signed_in("pritchard", script=script)
    clerk.expected = {400}
    the_clerk_asks(clerk)
    the_head_agrees(signed_in("achterberg", script=script))
    at(BEFORE)
    early = asked(BEFORE)
    assert not holds(signed_in("harrow", script=script), early), "gate: the first day"
    at(FIRST)
    late = asked(FIRST)
    reader = signed_in("harrow", script=script)
    assert (holds(reader, early), holds(reader, late)) == (False, True), "gate: a case keeps what held when it was opened"
    reader.open("/procedure/clauses/SNS-11/")
    assert OWN in reader.page.text_content("main") and "This trust’s own reading." in reader.page.text_content("main")
    look(reader, "a rule that is read in our own way")
    at(AFTER)
    clerk = signed_in("pritchard", script=script)
    clerk.open("/settings/")
    clerk.page.get_by_role("link", name="A26").first.click()
    clerk.page.get_by_label("Why?").fill("One year is enough.")
    clerk.press("Undo this change")
    assert "This waits for a second person now." in main(clerk), "gate: undoing takes two as well"
    head = signed_in("achterberg", script=script)
    head.open("/me/")
    head.follow("A change waits for you")
    head.press("I have looked, and I agree")
    look(head, "what was undone")
    at(LAST)
    again = asked(LAST)
    reader = signed_in("harrow", script=script)
    assert [holds(reader, one) for one in (early, late, again)] == [False, True, False], "gate: undo"


@BOTH
def test_a_reading_is_changed_agreed_to_begun_and_undone(signed_in, at, script):
    journey(signed_in, at, script)
    assert SettingChange.objects.filter(state="agreed", name="reading.A26").count() == 2


def test_the_title_of_whoever_leads_the_trust_is_set_on_a_phone(signed_in):
    """Before a second person agrees everybody reads the old one; after it nobody does."""
    places = ("/settings/one/trust.approver_seat/", "/settings/part/reading/", "/settings/part/ruling/")

    def reads(clerk):
        return [(LEAD_TITLE in said, "Chief Officer" in said) for path in places for said in (clerk.open(path).text(),)]

    clerk = signed_in("pritchard")
    clerk.open("/settings/part/trust/")
    clerk.follow("The title of whoever leads the Trust")
    clerk.page.get_by_label("The title of whoever leads the Trust").fill("Chief Officer")
    clerk.page.get_by_label("Why is it changed?").fill("The board gave the post a new name.")
    clerk.press("Ask a second person")
    fine(clerk, "a title that waits")
    assert "This waits for a second person now. Nothing is changed yet." in main(clerk)
    assert reads(clerk) == [(True, False)] * 3
    head = signed_in("achterberg")
    head.open("/me/")
    head.follow("A change waits for you")
    head.press("I have looked, and I agree")
    assert reads(clerk) == [(False, True)] * 3
    clerk.open("/procedure/clauses/SNS-12/")
    said = clerk.page.text_content("main")
    assert ("The Chief Officer co-ordinates" in said, said.count(LEAD_TITLE)) == (True, 1)
    assert "Approved by the %s" % LEAD_TITLE in said, "what an old edition says of its own day stays"


def one_is_enough(monkeypatch):
    monkeypatch.setattr(Setting, "takes_two", lambda setting, value: False)


def holds_at_once(monkeypatch):
    real = holding.values_on_each
    monkeypatch.setattr(holding, "values_on_each", lambda days: dict.fromkeys(days, real((london(FIRST).date(),))[london(FIRST).date()]))


def undoes_nothing(monkeypatch):
    monkeypatch.setattr(changes, "_before", lambda row: row)


@pytest.mark.parametrize(
    ("flaw", "gate"),
    [(one_is_enough, "a second person"), (holds_at_once, "the first day"), (undoes_nothing, "undo")],
    ids=["one is enough", "it holds at once", "an undo undoes nothing"],
)
def test_a_gate_that_is_broken_is_seen(signed_in, at, monkeypatch, flaw, gate):
    flaw(monkeypatch)
    with pytest.raises(AssertionError, match="gate: %s" % gate):
        journey(signed_in, at, script=False)


@SIZES
def test_axe_finds_nothing_on_any_page_of_settings(signed_in, width, dark):
    clerk = signed_in("pritchard", width=width, dark=dark)
    pages = (
        "",
        "part/trust/",
        "part/year/",
        "part/ruling/",
        "part/reading/",
        "part/variation/",
        "part/school.northgate/",
        "one/school.new/",
    )
    for path in (*pages, "one/ruling.weighs/", "one/ruling.no-hints/", "one/trust.brands/", "one/variation.northgate.CON-3/"):
        clerk.open("/settings/" + path)
        fine(clerk, path)
