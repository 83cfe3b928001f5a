"""What was decided is opened again on a phone; an offer from one of two posts to its end; an official page goes to somebody else."""

from askfirst.casework.deadlines import run_due
from askfirst.casework.models import Case
from askfirst.people.models import Person
from tests.browser.test_declare import BOTH, form_of
from tests.browser.test_everyday_duties import looked, says
from tests.cast import who
from tests.clock import london
from tests.groups import NORTHGATE, official_page, takes, tells

MONDAY, TUESDAY = "2026-11-23 10:00", "2026-11-24 10:00"
FACTORS = dict.fromkeys(("impartiality", "confidentiality", "conflict", "commercial"), "yes")
OFFER = {
    "payer": "A tutoring company",
    "text": "A column on GCSE PE",
    "band": "under-100",
    "already": "no",
    "supplier": "no",
}


@BOTH
def test_dr_pascoe_opens_a_declaration_again_and_ms_harrow_reads_why(signed_in, script):
    ref = tells("harrow", "declaration", {"what": "blog", "topic": "Trenches", "says": "no"}, MONDAY)
    takes("pascoe", ref, "talk", MONDAY, how="by-message")
    takes("pascoe", ref, "settle", TUESDAY, outcome="no-conflict", note="All is well.", **FACTORS)
    where = "/cases/%s/" % ref
    pascoe = signed_in("pascoe", script=script)
    pascoe.expected = {400}
    pascoe.open(where)
    pascoe.page.locator("summary", has_text="Open it again").click()
    looked(pascoe, "settled, and to be opened again")
    pascoe.go(form_of(pascoe, "reopen").get_by_role("button"))
    assert "Give the reason why it opens again." in says(pascoe)
    looked(pascoe, "no reason given")
    form_of(pascoe, "reopen").get_by_label("Why does it open again?").fill("I had not seen the second page.")
    pascoe.go(form_of(pascoe, "reopen").get_by_role("button"))
    assert "Waiting for a talk" in pascoe.page.inner_text(".af-bar")
    assert "Record the discussion first." in says(pascoe)
    looked(pascoe, "opened again")
    harrow = signed_in("harrow", script=script)
    harrow.open(where)
    assert "I had not seen the second page." in says(harrow)
    assert "All is well." in says(harrow), "what was settled before stays to be read"
    looked(harrow, "what she reads")


@BOTH
def test_s21_an_offer_is_allowed_with_steps_and_mr_standish_says_no_to_it(signed_in, script):
    ref = tells("standish", "offer", OFFER, MONDAY)
    pascoe = signed_in("pascoe", script=script)
    pascoe.open("/me/")
    pascoe.follow("Talk about an offer to pay for a post")
    form_of(pascoe, "talk").get_by_label("By message").check(force=True)
    pascoe.go(form_of(pascoe, "talk").get_by_role("button"))
    form = form_of(pascoe, "settle")
    form.get_by_label("Allowed with steps").check(force=True)
    for tick in form.locator("input[type=checkbox]").all():
        tick.check(force=True)
    form.get_by_label("What you agreed").fill("In his own time.")
    looked(pascoe, "the four steps")
    pascoe.go(form.get_by_role("button"))
    standish = signed_in("standish", script=script)
    standish.open("/me/")
    standish.follow("Say if you accepted the offer")
    for line in ("They say that it is paid", "They do it in their own time", "No school name or badge is in it", "No students are in it"):
        assert line in says(standish)
    standish.go(form_of(standish, "decline").get_by_role("button"))
    assert "Finished" in standish.page.inner_text(".af-bar")
    looked(standish, "declined")
    assert Case.objects.get(ref=ref).steps.filter(step="decline").exists()


@BOTH
def test_an_official_page_goes_from_ms_harrow_to_whoever_takes_over(signed_in, at, script):
    """She is to leave; Dr Pascoe names Ms Qureshi-Dale, who says yes on her own phone."""
    ref = official_page(NORTHGATE, TUESDAY)
    Person.objects.filter(pk=who("harrow")).update(left_on="2027-01-29")
    at("2026-11-26 10:00")
    run_due(at=london("2026-11-26 08:10"))
    where = "/cases/%s/" % ref
    pascoe = signed_in("pascoe", script=script)
    pascoe.open(where)
    form = form_of(pascoe, "name-successor")
    form.locator("[name=successor]").fill("Ms Farah Qureshi-Dale")
    looked(pascoe, "who takes over?")
    pascoe.go(form.get_by_role("button"))
    qureshi = signed_in("qureshi", script=script)
    qureshi.open(where)
    looked(qureshi, "asked to take over")
    qureshi.go(form_of(qureshi, "take-over").get_by_role("button"))
    assert "Taken over" in says(qureshi)
    looked(qureshi, "hers now")
    at("2027-02-01 10:00")
    run_due(at=london("2027-02-01 08:10"))
    assert Case.objects.get(ref=ref).state == "official"
