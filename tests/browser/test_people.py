"""People on a phone: who would handle this, a file of people, contacts that wait; with scripts and without, light and dark."""

import io

import pytest

from askfirst.people import roll
from askfirst.people.models import Conflict, HeldContact, Person
from tests.browser.test_every_page_is_in_reach import SMALL
from tests.cast import MONDAY, who
from tests.clock import london
from tests.people.roll_files import as_file, cast_lines, line
from tests.people.test_roll_plan import changed

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
SIZES = pytest.mark.parametrize(("width", "dark"), [(320, False), pytest.param(390, True, marks=pytest.mark.prove)])
NOW = london("2026-11-25 10:00")


def brought_in():
    """Everybody of the cast is known by id."""
    raw = as_file(cast_lines())
    looked = roll.look(io.BytesIO(raw), full=False, on=MONDAY)
    ref = roll.keep(raw, looked=looked, full=False, by="", at=NOW)
    roll.apply(ref, by=None, digest=looked.plan.digest, at=NOW)


def a_file(*, gains=True):
    lines = cast_lines(without=("farrant",))
    if gains:
        lines = changed(lines, "harrow", line_manager_id="obuya", seats="deputy-dsl")
    lines.append(line(id="e77", name="Mr Kofi Standish", kind="staff", school="eastfield", email="k.standish@eastfield.example"))
    lines.append(line(id="c1", name="Mr Owen Rusk", kind="parent", email="o.rusk@mail.example", contact_of="rusk"))
    lines.append(line(id="s1", name="=Ada New", kind="student", school="northgate", year="9"))
    return as_file(lines)


def send_file(journey, raw, *, full=True):
    journey.open("/people/import/")
    journey.page.set_input_files("#file", {"name": "people.csv", "mimeType": "text/csv", "buffer": raw})
    if full:
        journey.page.get_by_label("It names everybody").check(force=True)
    journey.press("See what would change")


def fine(journey, where):
    assert journey.axe() == [], where
    assert not journey.wide(), where
    assert journey.page.evaluate(SMALL) == [], where


@BOTH
def test_a_file_from_the_it_manager_to_hr_and_back(signed_in, script):
    it = signed_in("wieczorek", script=script)
    brought_in()
    it.open("/me/")
    it.follow("Go to people")
    it.follow("Go to files of people")
    send_file(it, a_file())
    where = it.page.url.removeprefix(it.base)
    assert it.page.inner_text("h1") == "What this file would do"
    it.page.get_by_label("One person with two posts").check(force=True)
    it.press("Save who they are")
    it.press("Ask a second person")
    assert it.page.inner_text("[role=status]") == "This waits for a second person now."
    assert it.page.get_by_role("button", name="I have looked: confirm").count() == 0
    it.sign_in("kerrigan")
    it.open(where)
    it.press("I have looked: confirm")
    assert it.page.inner_text("h1") == "What this file did"
    assert Person.objects.filter(name="=Ada New").exists()
    it.sign_in("wieczorek")
    it.open(where)
    it.press("Put it back as it was")
    assert it.page.inner_text("[role=status]") == "Undone. The roll is as it was before."
    assert not Person.objects.filter(name="=Ada New").exists()


@BOTH
def test_the_safeguarding_lead_finds_the_contact_that_waits(signed_in, script):
    it = signed_in("omondi", script=script)
    brought_in()
    HeldContact.objects.create(
        student_id=who("rusk"), roll_id="c1", username="c1", name="Mr Owen Rusk", short="Mr Rusk", kind="parent", held_at=NOW
    )
    it.open("/me/")
    it.follow("Go to people")
    it.follow("See who waits")
    it.page.get_by_label("They have parental responsibility").check(force=True)
    it.press("Accept")
    assert it.page.inner_text("[role=status]") == "Accepted. They are a contact from now on."


@SIZES
def test_axe_finds_nothing_on_any_page_of_people(signed_in, width, dark):
    it = signed_in("wieczorek", width=width, dark=dark)
    it.expected = {400}
    brought_in()
    fine(it, it.open("/people/"))
    send_file(it, a_file())
    fine(it, "the plan")
    where = it.page.url.removeprefix(it.base)
    it.press("Ask a second person")
    fine(it, "waits")
    send_file(it, b"id,name\n1,Ada\n")
    fine(it, "problems")
    it.open("/people/import/")
    it.press("See what would change")
    fine(it, "no file")
    Conflict.objects.create(person_id=who("pascoe"), about_id=who("harrow"), since=MONDAY)
    it.sign_in("kerrigan")
    it.open("/people/")
    it.page.fill("#who", "harrow")
    it.press("Show who")
    fine(it, "the answer")
    it.page.fill("#who", "blenkinsop")
    it.press("Show who")
    fine(it, "several people")
    it.open(where)
    it.press("I have looked: confirm")
    fine(it, "applied")
    it.sign_in("wieczorek")
    fine(it, it.open(where))
    it.sign_in("omondi")
    fine(it, it.open("/people/contacts/"))


def choose(journey, kept, gone):
    journey.open("/people/merge/")
    journey.page.fill("#kept", kept)
    journey.page.fill("#gone", gone)
    journey.press("See what would move")


@BOTH
def test_two_records_become_one_by_the_it_manager_and_hr(signed_in, script):
    it = signed_in("wieczorek", script=script)
    it.open("/me/")
    it.follow("Go to people")
    it.follow("Go to two records")
    choose(it, "pascoe", "lisle")
    assert "This cannot be undone. Be sure that both are the same person." in it.page.inner_text("main")
    it.press("Ask a second person")
    hr = signed_in("braithwaite", script=script)
    hr.open("/people/merge/")
    hr.follow("lisle into pascoe")
    hr.press("I have looked: merge them for good")
    assert "Done. The two records are one." in hr.page.inner_text("main")
    assert str(Person.objects.get(username="lisle").merged_into_id) == who("pascoe")


@SIZES
def test_every_state_of_a_merge_is_in_reach(signed_in, width, dark):
    it = signed_in("wieczorek", width=width, dark=dark)
    it.expected = {400}
    it.open("/people/merge/")
    fine(it, "form")
    choose(it, "nobody", "pascoe")
    fine(it, "nobody of that name")
    choose(it, "pascoe", "harrow")
    fine(it, "plan")
    plan = it.page.url.removeprefix(it.base)
    it.press("Ask a second person")
    fine(it, "asked")
    it.open(plan)
    fine(it, "waits")
    hr = signed_in("braithwaite", width=width, dark=dark)
    hr.open("/people/merge/")
    fine(hr, "what waits")
    hr.open(plan)
    fine(hr, "to confirm")
