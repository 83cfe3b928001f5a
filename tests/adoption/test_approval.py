"""Mrs Pritchard-Lowe writes, somebody else agrees, and the edition begins on its day (S46; workflows 3.17)."""

from datetime import date

import pytest

from askfirst.adoption import approval, comments, drafting
from askfirst.adoption.editions import begin_due, changed_in_meaning, in_force, known, name_in_force, named
from askfirst.adoption.models import Edition, EditionComment
from askfirst.adoption.states import Refused
from askfirst.casework import reading, steps
from askfirst.people.models import Holding, Person
from askfirst.procedure.changes import Class, Reader
from askfirst.procedure.clause import Strength
from askfirst.procedure.load import the_edition
from askfirst.trail import chain
from askfirst.trail.models import Notice
from tests.adoption.conftest import NOW, by
from tests.adoption.drafts import accepted, approved, begin, classed, consulted, looked_over, s46, submitted, write
from tests.cast import MONDAY, who
from tests.clock import london

FIRST = date(2027, 1, 5)
BEFORE = date(2027, 1, 4)


def refused(act):
    """(sentence, clause) of each refusal; nothing of any edition may have changed by it."""
    tables = (Edition, EditionComment)
    before = [list(table.objects.order_by("pk").values_list()) for table in tables]
    with pytest.raises(Refused) as why:
        act()
    assert [list(table.objects.order_by("pk").values_list()) for table in tables] == before
    return [(str(one.sentence), one.clause) for one in why.value.refusals]


def states(on):
    return {one.name: one.state.value for one in known(on=on)}


# ---------------------------------------------------------------- S46
def test_s46_submission_is_refused_while_a_changed_clause_has_no_class(cast):
    ref = s46()
    looked_over(ref)
    drafting.classify(ref=ref, id="SNS-6", change=Class.WORDING, by=by("pritchard"), at=NOW, sure=True)
    drafting.classify(ref=ref, id="INT-4", change=Class.WORDING, by=by("pritchard"), at=NOW)
    assert refused(lambda: approval.submit(ref=ref, by=by("pritchard"), at=NOW)) == [
        ("Say of CON-12 if the change is one of wording or of meaning.", "CON-12")
    ]
    classed(ref)
    approval.submit(ref=ref, by=by("pritchard"), at=NOW)
    assert drafting.draft(ref=ref).state == "approval_pending"


def test_s46_the_record_holds_role_name_day_and_version_and_a_title_does_not_alter_the_role(cast):
    Person.objects.filter(pk=who("achterberg")).update(title="CEO")
    approved(s46(), starts_on=FIRST)
    (record,) = [one for one in known(on=MONDAY) if one.name == "v2"]
    assert (record.approver_role, record.approver_name, record.approved_on, record.number) == (
        "Executive Headteacher", "Dr Philippa Achterberg", MONDAY, 2,
    )  # fmt: skip
    assert named(name="v2").approved_by == "Executive Headteacher"


def test_s46_version_1_is_in_force_until_5_january_and_then_superseded(cast):
    approved(s46(), starts_on=FIRST)
    assert states(MONDAY) == {"v2": "scheduled", "2018-11": "in_force"}
    assert in_force(on=BEFORE) == the_edition()
    assert in_force(on=FIRST).clause("SNS-6").strength is Strength.MUST_NOT and name_in_force(on=FIRST) == "v2"
    assert states(BEFORE) == {"v2": "scheduled", "2018-11": "in_force"}
    assert states(FIRST) == {"v2": "in_force", "2018-11": "superseded"}
    assert begin_due(at=london("2027-01-04 23:59")) == 0
    assert begin_due(at=london("2027-01-05 00:01")) == 1 and begin_due(at=london("2027-01-05 00:02")) == 0
    assert Edition.objects.get(name="v2").state == "in_force"
    assert states(FIRST) == {"v2": "in_force", "2018-11": "superseded"}
    assert states(BEFORE) == {"v2": "scheduled", "2018-11": "in_force"}, "what held on an earlier day stays so"


def test_s46_only_sns_6_is_put_to_people_again(cast):
    approved(s46(), starts_on=FIRST)
    asked = changed_in_meaning(since="2018-11", on=FIRST, reader=Reader.STAFF)
    assert [one.id for one in asked] == ["SNS-6"]
    old, new = asked[0].old, asked[0].new
    assert old is not None
    assert new is not None
    assert (old.strength, new.strength) == (Strength.ADVICE, Strength.MUST_NOT)
    assert changed_in_meaning(since="2018-11", on=FIRST, reader=Reader.STUDENT) == ()
    assert changed_in_meaning(since="2018-11", on=BEFORE, reader=Reader.STAFF) == ()
    assert changed_in_meaning(since="v2", on=FIRST, reader=Reader.STAFF) == ()


def test_s46_case_c31_still_opens_with_the_version_1_text(cast):
    c31 = steps.open_case(kind="question", by=by("harrow"), details={"text": "May I?", "to": "line-manager", "clause": "SNS-6"}, at=NOW)
    approved(s46(), starts_on=FIRST)
    later = london("2027-01-06 09:00")
    begin_due(at=later)
    opened = reading.open_file(c31, by=by("harrow", on=date(2027, 1, 6)), at=later)
    assert opened.case.edition == "2018-11"
    assert named(name=opened.case.edition).clause("SNS-6") == the_edition().clause("SNS-6")
    new = steps.open_case(
        kind="question", by=by("harrow", on=date(2027, 1, 6)), details={"text": "And now?", "to": "line-manager"}, at=later
    )
    assert reading.open_file(new, by=by("harrow", on=date(2027, 1, 6)), at=later).case.edition == "v2"


# ---------------------------------------------------------------- two people
def test_no_author_approves_not_even_for_the_one_whose_role_it_is(cast):
    Holding.objects.create(person_id=who("achterberg"), seat="governance", starts=MONDAY)
    ref = s46()
    write(ref, "PRI-1", name="achterberg", plain="You must not do anything online that brings our schools into disrepute.")
    drafting.classify(ref=ref, id="PRI-1", change=Class.WORDING, by=by("pritchard"), at=NOW)
    submitted(ref)
    assert refused(lambda: approval.approve(ref=ref, by=by("achterberg"), at=NOW)) == [
        ("Whoever wrote in a draft cannot agree to it. Somebody else must.", "")
    ]
    Holding.objects.create(person_id=who("pritchard"), seat="trust-lead", starts=MONDAY)
    assert refused(lambda: approval.approve(ref=ref, by=by("pritchard"), at=NOW)) != []


@pytest.mark.parametrize("name", ["pritchard", "devlin", "quarshie", "wieczorek", "harrow"])
def test_only_the_role_of_the_scheme_of_delegation_approves(cast, name):
    ref = submitted(s46())
    assert refused(lambda: approval.approve(ref=ref, by=by(name), at=NOW)) == [("Only the Executive Headteacher can do this.", "")]
    assert refused(lambda: approval.send_back(ref=ref, why="No.", by=by(name), at=NOW)) != []


# ---------------------------------------------------------------- lint, comments, days
def test_lint_is_mended_or_accepted_with_a_reason_each(cast):
    ref = s46()
    said = refused(lambda: approval.look_over(ref=ref, by=by("pritchard"), at=NOW))
    assert ("Twitter is now X. Mend it, or say why it stays.", "INT-4") in said
    assert not [sentence for sentence, _ in said if "Bebo" in sentence or "1988" in sentence], "what was mended is not found any more"
    found = approval.found_in(named(name="v2"), on=MONDAY)
    assert len(found) == len(said)
    assert [one.key for one in found] == [one.key for one in approval.found_in(named(name="v2"), on=BEFORE)], "the same on another day"
    assert refused(lambda: approval.accept(ref=ref, reasons={found[0].key: " "}, by=by("pritchard"), at=NOW)) != []
    assert refused(lambda: approval.accept(ref=ref, reasons={"0" * 64: "So."}, by=by("pritchard"), at=NOW)) != []
    accepted(ref)
    assert approval.look_over(ref=ref, by=by("pritchard"), at=NOW) == "lint_accepted"
    write(ref, "INT-4", plain="Staff and students may use Facebook, X and the like. You choose.")
    assert drafting.draft(ref=ref).state == "drafting", "new words are looked over again"


def test_a_clause_that_is_not_whole_cannot_be_accepted(cast):
    ref = begin()
    write(ref, "PRI-1", plain="Do nothing like that.", plain_student="")
    accepted(ref)
    said = refused(lambda: approval.look_over(ref=ref, by=by("pritchard"), at=NOW))
    assert said == [
        ("PRI-1 reaches students but has no words for them. Add the field student.", "PRI-1"),
        ("PRI-1 never says “must not”. Its strength must be heard in its words.", "PRI-1"),
    ]


def test_staff_and_unions_comment_and_each_reads_their_own(cast):
    ref = consulted(s46())
    comments.comment(ref=ref, clause="SNS-6", words="What of a school team?", by=by("harrow"), at=NOW)
    comments.comment(ref=ref, words="We ask for a longer period.", by=by("thackray"), at=NOW)
    row = drafting.draft(ref=ref)
    assert [(one.clause, one.words, one.name, one.union) for one in comments.comments(row, by("pritchard"))] == [
        ("SNS-6", "What of a school team?", Person.objects.get(pk=who("harrow")).name, False),
        ("", "We ask for a longer period.", Person.objects.get(pk=who("thackray")).name, True),
    ]
    assert [one.words for one in comments.comments(row, by("harrow"))] == ["What of a school team?"]
    assert comments.comments(row, by("pascoe")) == []
    comments.answer(
        ref=ref, id=comments.comments(row, by("harrow"))[0].id, words="A team is a group for learning.", by=by("pritchard"), at=NOW
    )
    assert [one.answer for one in comments.comments(row, by("harrow"))] == ["A team is a group for learning."]
    for name in ("maisie", "blenkinsop-g", "grange", "quarshie"):
        assert refused(lambda name=name: comments.comment(ref=ref, words="No.", by=by(name), at=NOW)) != []
    assert not [one for one in chain.events("procedure") if one.what == "comment" and one.words], "no word of it is in the trail"


def test_students_are_asked_where_the_owner_wants_it(cast):
    ref = looked_over(s46())
    comments.consult(ref=ref, by=by("pritchard"), at=NOW, students=True)
    comments.comment(ref=ref, clause="INT-4", words="Where is Discord?", by=by("maisie"), at=NOW)
    assert len(comments.comments(drafting.draft(ref=ref), by("achterberg"))) == 1


def test_who_reads_a_draft(cast):
    ref = s46()
    row = drafting.draft(ref=ref)
    assert [
        name for name in ("pritchard", "achterberg", "harrow", "thackray", "maisie", "quarshie") if comments.may_see(row, by(name))
    ] == ["pritchard", "achterberg"]
    consulted(ref)
    row = drafting.draft(ref=ref)
    assert [
        name for name in ("pritchard", "achterberg", "harrow", "thackray", "maisie", "quarshie") if comments.may_see(row, by(name))
    ] == ["pritchard", "achterberg", "harrow", "thackray"]


def test_comments_go_a_year_after_the_edition_began(cast):
    ref = consulted(s46())
    comments.comment(ref=ref, words="Fine.", by=by("harrow"), at=NOW)
    classed(ref)
    approval.submit(ref=ref, by=by("pritchard"), at=NOW)
    approval.approve(ref=ref, by=by("achterberg"), at=NOW, starts_on=FIRST)
    begin_due(at=london("2027-01-05 08:00"))
    assert comments.forget_old(at=london("2028-01-04 08:00")) == 0
    assert comments.forget_old(at=london("2028-01-05 08:00")) == 1
    assert not EditionComment.objects.exists()


def test_the_first_day_is_never_in_the_past_and_may_be_moved_until_it_comes(cast):
    ref = submitted(s46())
    assert refused(lambda: approval.approve(ref=ref, by=by("achterberg"), at=NOW, starts_on=date(2026, 11, 22))) == [
        ("The first day cannot lie in the past. Choose today or a later day.", "")
    ]
    approval.approve(ref=ref, by=by("achterberg"), at=NOW)
    assert states(MONDAY)["v2"] == "approved" and in_force(on=FIRST) == the_edition()
    approval.schedule(ref=ref, starts_on=FIRST, by=by("pritchard"), at=NOW)
    approval.schedule(ref=ref, starts_on=date(2027, 1, 12), by=by("pritchard"), at=NOW)
    assert name_in_force(on=FIRST) == "2018-11" and name_in_force(on=date(2027, 1, 12)) == "v2"


def test_one_approved_for_today_holds_today(cast):
    approved(s46(), starts_on=MONDAY)
    assert name_in_force(on=MONDAY) == "v2" and Edition.objects.get(name="v2").state == "in_force"


def test_one_withdrawn_never_begins_and_its_number_is_not_given_again(cast):
    ref = approved(s46(), starts_on=FIRST)
    approval.withdraw(ref=ref, by=by("pritchard"), at=NOW)
    assert states(FIRST) == {"v2": "withdrawn", "2018-11": "in_force"} and name_in_force(on=FIRST) == "2018-11"
    assert begin_due(at=london("2027-01-05 08:00")) == 0
    begin()
    assert states(MONDAY) == {"v3": "review_open", "v2": "withdrawn", "2018-11": "in_force"}


def test_one_in_force_is_neither_edited_nor_withdrawn(cast):
    ref = approved(s46(), starts_on=MONDAY)
    for act in (
        lambda: write(ref, "PRI-1", plain="You must not."),
        lambda: approval.withdraw(ref=ref, by=by("pritchard"), at=NOW),
        lambda: approval.schedule(ref=ref, starts_on=FIRST, by=by("pritchard"), at=NOW),
        lambda: approval.submit(ref=ref, by=by("pritchard"), at=NOW),
    ):
        assert "cannot be" in refused(act)[0][0]


def test_a_third_edition_counts_its_changes_from_the_second(cast):
    approved(s46(), starts_on=MONDAY)
    ref = begin()
    write(ref, "SNS-6", plain="Staff must not have students as friends on a site like Facebook. Ask if in doubt.")
    looked_over(ref)
    drafting.classify(ref=ref, id="SNS-6", change=Class.WORDING, by=by("pritchard"), at=NOW)
    approval.submit(ref=ref, by=by("pritchard"), at=NOW)
    approval.approve(ref=ref, by=by("achterberg"), at=NOW, starts_on=FIRST)
    assert [one.id for one in changed_in_meaning(since="2018-11", on=FIRST, reader=Reader.STAFF)] == ["SNS-6"], (
        "the meaning is another since then"
    )
    assert changed_in_meaning(since="v2", on=FIRST, reader=Reader.STAFF) == ()
    assert states(FIRST) == {"v3": "in_force", "v2": "superseded", "2018-11": "superseded"}
    assert [name_in_force(on=day) for day in (date(2026, 11, 22), MONDAY, BEFORE, FIRST)] == ["2018-11", "v2", "v2", "v3"]


def test_what_was_sent_back_says_why_and_the_owner_is_told(cast):
    ref = submitted(s46())
    assert list(Notice.objects.filter(to=who("achterberg")).values_list("kind", flat=True)) == ["to-do"]
    assert refused(lambda: approval.send_back(ref=ref, why=" ", by=by("achterberg"), at=NOW)) != []
    approval.send_back(ref=ref, why="Say it more kindly.", by=by("achterberg"), at=NOW)
    row = drafting.draft(ref=ref)
    assert row.state == "drafting" and [one.words for one in comments.comments(row, by("pritchard"))] == ["Say it more kindly."]
    assert list(Notice.objects.filter(to=who("pritchard")).values_list("kind", flat=True)) == ["to-do"]
    looked_over(ref)
    approval.submit(ref=ref, by=by("pritchard"), at=NOW)
    approval.take_back(ref=ref, by=by("pritchard"), at=NOW)
    assert drafting.draft(ref=ref).state == "drafting"


def test_the_trail_tells_the_whole_life_and_is_whole(cast):
    approved(s46(), starts_on=MONDAY)
    assert [
        (one.what, one.of, one.before, one.after) for one in chain.events("procedure") if not one.what.startswith(("edit", "classify"))
    ] == [
        ("open", "v2", "", "review_open"),
        ("accept", "v2", "drafting", "drafting"),
        ("lint-accept", "v2", "drafting", "lint_accepted"),
        ("submit", "v2", "lint_accepted", "approval_pending"),
        ("approve", "v2", "approval_pending", "approved"),
        ("schedule", "v2", "approved", "scheduled"),
        ("supersede", "2018-11", "in_force", "superseded"),
        ("begin", "v2", "scheduled", "in_force"),
    ]
    assert chain.verify() == ()
    assert [one.words for one in chain.events("procedure") if one.what == "approve"] == [Edition.objects.get(name="v2").digest]
