"""What a new trust's first hour says: what to set up first, who can agree, what a line of its terms looks like, and no day that cannot be read."""

from askfirst.adoption.models import Edition
from tests.clock import at
from tests.web.fellbrook import CENTRAL, SCHOOLS, fellbrook
from tests.web.pages import page_of, send
from tests.web.test_second_trust import draft_from_the_document, in_force_from, ours, people_of_the_schools, shown, step

__all__ = ["at", "fellbrook"]
FIRST = "What to set up first"


def test_the_settings_say_what_comes_first_until_it_is_there(fellbrook):
    fellbrook.brings(CENTRAL)
    clerk = fellbrook.browser("adeyinka")
    begins = shown(clerk.get("/settings/"))
    assert [words in begins for words in (FIRST, "Add each school", "Set the terms", "Bring your own procedure")] == [True] * 4
    for school in SCHOOLS.values():
        ours(fellbrook, "school.new", school)
    ours(fellbrook, "year.terms", "Autumn 2026, 2/9/2026, 18/12/2026, 26/10/2026, 30/10/2026")
    later = shown(clerk.get("/settings/"))
    assert [words in later for words in (FIRST, "Add each school", "Set the terms", "Bring your own procedure")] == [
        True,
        False,
        False,
        True,
    ]
    people_of_the_schools(fellbrook)
    in_force_from(fellbrook, draft_from_the_document(fellbrook), "2026-11-23")
    assert FIRST not in shown(clerk.get("/settings/"))
    assert FIRST not in shown(fellbrook.browser("larkham").get("/settings/"))


def test_whoever_asks_reads_by_name_who_can_agree_and_no_empty_before(fellbrook):
    fellbrook.brings(CENTRAL)
    clerk, path = fellbrook.browser("adeyinka"), "/settings/one/school.new/"
    done = send(clerk, path, {**next(iter(SCHOOLS.values())), "starts_on": "", "why": "So it is here."}, opened=path)
    page = shown(clerk.get(done["Location"]))
    assert "Dr " in page.partition("Any of these can:")[2] and "Larkham" in page.partition("Any of these can:")[2]
    assert ("Adeyinka" in page.partition("Any of these can:")[2], "Before:" in page, "Executive Headteacher" in page) == (
        False,
        False,
        False,
    )


def test_a_role_without_a_reason_is_told_by_its_line(fellbrook):
    """Planted: with its reason it goes in."""
    fellbrook.brings(CENTRAL)
    clerk, path = fellbrook.browser("adeyinka"), "/settings/one/trust.standing_reasons/"
    for value, status in (
        ("IT technician: looks after accounts\nTutor", 400),
        ("Tutor:", 400),
        (": why", 400),
        ("Tutor: talks with families", 303),
    ):
        answer = send(clerk, path, {"value": value, "starts_on": "", "why": "So it is here."}, opened=path)
        assert answer.status_code == status, shown(answer)
        if status == 400:
            assert "Write the role, a colon, and why." in shown(answer)


def test_a_draft_has_the_review_of_its_document_and_a_day_is_read_as_everywhere(fellbrook):
    fellbrook.brings(CENTRAL)
    for school in SCHOOLS.values():
        ours(fellbrook, "school.new", school)
    ref = draft_from_the_document(fellbrook).partition("?")[0]
    assert str(Edition.objects.get(open=True).review_due) == "2029-10-31", "so it says of itself"
    clerk, lead = fellbrook.browser("adeyinka"), fellbrook.browser("larkham")
    assert "Nothing for you today." in shown(lead.get("/me/"))
    found = [one.attrs["value"] for one in page_of(clerk.get(ref)).all(tag="input", name="findings")]
    step(clerk, ref, "accept", findings=found, why="It is so in our document.")
    step(clerk, ref, "lint")
    step(clerk, ref, "submit")
    waits = shown(lead.get("/me/"))
    assert ("A draft waits for you" in waits, "Nothing for you today." in waits) == (True, False)
    version = page_of(lead.get(ref)).all(tag="input", name="version")[0].attrs["value"]
    bad = send(lead, ref + "steps/approve/", {"starts_on": "31/11/2026", "version": version}, opened=ref)
    assert (bad.status_code, "We cannot read this date. Write it as in 23/11/2026." in shown(bad)) == (400, True)
    step(lead, ref, "approve", starts_on="30/11/2026", version=version)
    assert str(Edition.objects.get(name="v1").starts_on) == "2026-11-30"
    fellbrook.at("2026-12-01 10:00")
    assert page_of(fellbrook.browser("larkham").get(ref)).one(tag="h1").text == "Version 1"
