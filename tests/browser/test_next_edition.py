"""The next edition, on a phone: the clerk edits, the head approves, a teacher reads what changed (S46), with axe and nothing to push sideways."""

from datetime import date

from askfirst.adoption.editions import begin_due
from tests.adoption.drafts import accepted, approved, s46
from tests.browser.test_declare import BOTH
from tests.clock import london

FIRST = date(2027, 1, 5)


def main(journey):
    return " ".join(journey.page.inner_text("main").split())


def fine(journey):
    assert not journey.script or journey.axe() == []
    assert not journey.wide()


@BOTH
def test_s46_the_clerk_edits_the_head_approves_a_teacher_reads(signed_in, script):
    clerk = signed_in("pritchard", script=script)
    clerk.expected = {409}
    clerk.open("/me/")
    clerk.follow("Work on the next edition")
    fine(clerk)
    clerk.press("Begin the review")
    where = "/procedure/drafts/" + clerk.page.url.rstrip("/").rpartition("/")[2] + "/"
    ref = where.split("/")[3]
    fine(clerk)
    clerk.open(where + "clauses/SNS-6/")
    fine(clerk)
    clerk.page.get_by_label("How strong is it?").select_option("Must not")
    clerk.page.get_by_label("Plain words").fill("Staff must not have students as friends on a site like Facebook.")
    clerk.press("Save the clause")
    assert "1 clause is changed" in main(clerk) and "64 clauses are unchanged" in main(clerk)
    clerk.page.get_by_role("group", name="What sort of change is it?").get_by_label("Wording").check(force=True)
    clerk.press("Save the class of SNS-6")
    assert "The strength word has changed, from “Advice” to “Must not”. Is it wording alone?" in main(clerk)
    fine(clerk)
    clerk.press("It is one of meaning")
    clerk.press("Look it over")
    assert "Mend it, or say why it stays." in main(clerk)
    fine(clerk)
    accepted(ref, london("2026-11-25 10:00"))
    clerk.open(where)
    clerk.press("Look it over")
    clerk.press("Send it for approval")

    head = signed_in("achterberg", script=script)
    head.open("/me/")
    head.follow("A draft waits for you")
    fine(head)
    head.page.get_by_label("From which day is it in force?").fill("2026-11-25")
    head.press("Approve it")
    assert "Approved on 25 November 2026 by Dr Philippa Achterberg, Executive Headteacher" in main(head)

    teacher = signed_in("harrow", script=script)
    teacher.open("/procedure/")
    teacher.follow("Editions, and what changed for you")
    assert "Superseded" in main(teacher)
    fine(teacher)
    teacher.follow("What changed for you")
    assert "SNS-6 – Changed" in main(teacher) and "Staff must not have students as friends on a site like Facebook." in main(teacher)
    fine(teacher)


def test_the_clerk_plans_who_reads_it_and_a_teacher_reads_answers_and_presses(signed_in, at):
    """On from there, to the end: three questions, each answer with its reason, and a press that her manager sees."""
    approved(s46(), starts_on=FIRST, at=london("2026-11-25 10:00"))
    begin_due(at=london("2027-01-05 00:05"))
    at("2027-01-08 09:00")
    clerk, teacher, manager = (signed_in(name) for name in ("pritchard", "harrow", "pascoe"))
    clerk.open("/campaigns/new/")
    fine(clerk)
    clerk.page.get_by_label("All staff", exact=True).check(force=True)
    clerk.page.locator("[name=opens]").fill("8/1/2027")
    clerk.page.locator("[name=closes]").fill("12/2/2027")
    clerk.press("Plan it")
    clerk.press("Open it")
    teacher.open("/me/")
    teacher.follow("Something to read")
    fine(teacher)
    assert "Staff must not have students as friends on a site like Facebook." in main(teacher)
    for group in teacher.page.locator("fieldset").all():
        group.locator("input").first.check(force=True)
    teacher.press("See what we would do")
    assert main(teacher).count("Why:") == 3
    fine(teacher)
    teacher.press("I have read this")
    assert "You have said that you have read it." in main(teacher)
    fine(teacher)
    manager.open("/to-read/team/")
    assert "Ms Mei-Lin Harrow – has read it" in main(manager)
