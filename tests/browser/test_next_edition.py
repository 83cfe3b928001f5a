"""The next edition, on a phone: the clerk edits, the head approves, a teacher reads what changed (S46), with axe and nothing to push sideways."""

from tests.adoption.drafts import accepted
from tests.browser.test_declare import BOTH
from tests.clock import london


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
