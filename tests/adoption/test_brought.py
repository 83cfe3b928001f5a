"""Mrs Pritchard-Lowe brings a document: it is looked through beside its own words, and only then is there a draft, or exact words (3.17)."""

from pathlib import Path

import pytest

from askfirst.adoption import brought, drafting, models
from askfirst.adoption.editions import as_edition, in_force
from askfirst.adoption.states import Refused, State
from askfirst.procedure.clause import Addressee, Sort, Strength
from askfirst.procedure.importing.mentions import mentions_in
from askfirst.procedure.load import the_edition
from askfirst.trail.models import Event
from tests import documents
from tests.adoption.conftest import NOW, by
from tests.cast import MONDAY

DOCUMENT = Path(__file__).parents[3] / "shared" / "procedure" / "ridgeway-personal-use-of-internet-2018-11.txt"
FRIENDS = (
    "# Social Networking sites",
    "Staff are advised not to have pupils or students as friends unless the page, profile or group is for educational purposes.",
    "Staff must tell the games lead of any raft.",
)


@pytest.fixture
def clerk(cast):
    return by("pritchard")


def bring(clerk, data=None, name="rules.docx"):
    return brought.bring(name=name, data=documents.docx() if data is None else data, by=clerk, at=NOW)


def decide_all(ref, clerk, but=()):
    """Yes to each as it is proposed, `but` left out."""
    for one in brought.brought(ref=ref, by=clerk).considered:
        seen = brought.brought(ref=ref, by=clerk).changes
        if one.proposal.id in but:
            brought.leave_out(ref=ref, id=one.proposal.id, seen=seen, by=clerk, at=NOW)
        elif not one.decided:
            c = one.clause
            brought.confirm(ref=ref, id=c.id, addressee=c.addressee, strength=c.strength, plain=c.plain, student=c.plain_student or "", seen=seen, by=clerk, at=NOW)  # fmt: skip


def said(problem):
    return [str(one.sentence) for one in problem.value.refusals]


def lines():
    return list(Event.objects.filter(chain="procedure").order_by("sequence").values_list("what", flat=True))


def test_a_document_is_looked_through_before_anything_changes(clerk):
    ref = bring(clerk)
    whole = brought.brought(ref=ref, by=clerk)
    assert [one.ref for one in brought.listed(by=clerk)] == [ref]
    assert (whole.found.front.title, len(whole.considered), len(whole.open)) == ("Staying Kind Online", 15, 15)
    assert in_force(on=MONDAY) == the_edition() and not models.Edition.objects.exists()
    assert lines() == ["bring"]


def test_what_asks_nothing_is_confirmed_at_once_and_the_rest_one_by_one(clerk):
    ref = bring(clerk, documents.docx(FRIENDS))
    assert [one.asks for one in brought.brought(ref=ref, by=clerk).considered] == [(), ("plain",)]
    assert brought.confirm_plain(ref=ref, seen=0, by=clerk, at=NOW) == 1
    left = brought.brought(ref=ref, by=clerk)
    assert [(one.proposal.id, one.decided) for one in left.considered] == [("SNS-6", "yes"), ("SNS-13", "")]
    brought.confirm(
        ref=ref,
        id="SNS-13",
        addressee=Addressee.STAFF,
        strength=Strength.SHOULD,
        plain="You should tell.",
        student="",
        seen=1,
        by=clerk,
        at=NOW,
    )
    clause = brought.brought(ref=ref, by=clerk).considered[1].clause
    assert (clause.strength, clause.plain, clause.exact) == (Strength.SHOULD, "You should tell.", FRIENDS[2])


def take_as(clerk, ref, id, clause):
    return brought.take_as(ref=ref, id=id, clause=clause, seen=brought.brought(ref=ref, by=clerk).changes, by=clerk, at=NOW)


def test_which_rule_some_words_are_can_be_said_by_hand(clerk):
    ref = bring(clerk, documents.docx(FRIENDS))
    new = next(one.proposal for one in brought.brought(ref=ref, by=clerk).considered if not one.proposal.known)
    assert take_as(clerk, ref, new.id, "INT-1") == "INT-1"
    whole = brought.brought(ref=ref, by=clerk)
    one, theirs = whole.one("INT-1"), the_edition(readings=False).by_id["INT-1"]
    assert one
    assert (one.proposal.known, one.decided, one.clause.plain, one.clause.exact) == (True, "", theirs.plain, new.exact)
    assert "INT-1" not in whole.found.missing and whole.one(new.id) is None
    decide_all(ref, clerk)
    assert brought.as_exact(ref=ref, by=clerk, at=NOW) == 2
    now = in_force(on=MONDAY)
    assert now.by_id["INT-1"].exact == new.exact and now.by_id["INT-1"].plain == theirs.plain


def test_what_stood_as_that_rule_becomes_one_of_its_own_and_is_decided_again(clerk):
    ref = bring(clerk, documents.docx(FRIENDS))
    before = {one.proposal.exact for one in brought.brought(ref=ref, by=clerk).considered}
    new = next(one.proposal.id for one in brought.brought(ref=ref, by=clerk).considered if not one.proposal.known)
    decide_all(ref, clerk)
    assert take_as(clerk, ref, new, "SNS-6") == "SNS-6"
    whole = brought.brought(ref=ref, by=clerk)
    assert {one.proposal.exact for one in whole.considered} == before and len(whole.open) == 2, "no words are lost, and both wait"
    assert [one.proposal.known for one in whole.considered if one.proposal.id != "SNS-6"] == [False]
    with pytest.raises(Refused):
        brought.as_draft(ref=ref, by=clerk, at=NOW)
    own = take_as(clerk, ref, "SNS-6", "own")
    assert own not in the_edition().by_id and "SNS-6" in brought.brought(ref=ref, by=clerk).found.missing
    assert take_as(clerk, ref, own, "own") == own, "it is one already"
    assert lines()[-2:] == ["bring-take-as", "bring-take-as"]


@pytest.mark.parametrize(("id", "clause", "seen"), [("SNS-6", "NO-1", 0), ("NO-1", "INT-1", 0), ("SNS-6", "INT-1", 7), ("SNS-6", "", 0)])
def test_by_hand_no_rule_is_made_up(clerk, id, clause, seen):
    ref = bring(clerk, documents.docx(FRIENDS))
    before = models.BroughtDocument.objects.get(ref=ref).found
    with pytest.raises(Refused):
        brought.take_as(ref=ref, id=id, clause=clause, seen=seen, by=clerk, at=NOW)
    assert models.BroughtDocument.objects.get(ref=ref).found == before


def test_a_whole_document_can_be_confirmed_at_once(clerk):
    """More clauses than a line of the trail has room for."""
    many = documents.docx([line for number in range(80) for line in ("# Part %d" % number, "Staff must sign sheet %d." % number)])
    ref = bring(clerk, many)
    row = models.BroughtDocument.objects.get(ref=ref)
    for one in row.found["clauses"]:
        one["asks"] = []
    row.save()
    assert brought.confirm_plain(ref=ref, seen=0, by=clerk, at=NOW) == 80
    assert lines() == ["bring", "bring-confirm"]


def test_what_was_confirmed_is_kept_as_a_draft(clerk):
    ref = bring(clerk)
    decide_all(ref, clerk, but=("DRO-4",))
    draft = brought.as_draft(ref=ref, by=clerk, at=NOW)
    row = drafting.draft(ref=draft)
    now = as_edition(row)
    assert (row.state, now.title, now.sections[1]) == (State.DRAFTING, "Staying Kind Online", ("WHY", "Why we have this"))
    assert [clause.id for clause in now.clauses] == [
        "DOC-1", "DOC-2", "WHY-1", "WHY-2", "GAM-1", "GAM-2", "GAM-3", "GAM-4", "GAM-5", "GAM-6", "DRO-1", "DRO-2", "DRO-3", "MON-1",
    ]  # fmt: skip
    assert now.clause("DRO-2").exact == "Visitors:\nmust hand a drone in at reception;"
    assert row.rows.filter(removed=True).count() == 63, "what stood in the edition before is to be seen as taken out"
    assert in_force(on=MONDAY) == the_edition()
    assert not models.BroughtDocument.objects.exists()
    assert lines() == ["bring", *["bring-confirm"] * 13, "bring-leave-out", "bring-confirm", "open", "bring-in", "bring-draft"]


def test_not_before_each_is_decided(clerk):
    ref = bring(clerk)
    for keep in (brought.as_draft, brought.as_exact):
        with pytest.raises(Refused) as problem:
            keep(ref=ref, by=clerk, at=NOW)
        assert said(problem) == ["15 are not decided yet. The first is DOC-1."]
    assert not models.Edition.objects.exists() and models.BroughtDocument.objects.exists()


def test_an_edition_under_way_is_never_written_over(clerk):
    drafting.open_review(by=clerk, at=NOW)
    ref = bring(clerk)
    decide_all(ref, clerk)
    with pytest.raises(Refused) as problem:
        brought.as_draft(ref=ref, by=clerk, at=NOW)
    assert "under way already" in said(problem)[0]
    assert len(brought.brought(ref=ref, by=clerk).considered) == 15, "nothing was lost"


def test_the_exact_words_stand_beside_the_plain_ones_to_the_letter(clerk):
    ref = bring(clerk, documents.docx(FRIENDS))
    decide_all(ref, clerk)
    assert brought.as_exact(ref=ref, by=clerk, at=NOW) == 1
    now = in_force(on=MONDAY)
    assert now.clause("SNS-6").exact == FRIENDS[1]
    assert [clause.plain for clause in now.clauses] == [clause.plain for clause in the_edition().clauses]
    assert "SNS-13" not in now.by_id


def test_the_trusts_own_document_gives_every_clause_its_words(clerk):
    if not DOCUMENT.exists():
        pytest.skip("the reference folder is not beside this checkout: %s" % DOCUMENT.name)
    ref = bring(clerk, DOCUMENT.read_bytes(), DOCUMENT.name)
    decide_all(ref, clerk)
    assert brought.as_exact(ref=ref, by=clerk, at=NOW) == 65
    text = " ".join(DOCUMENT.read_text(encoding="utf-8").split())
    now = in_force(on=MONDAY)
    assert [clause.id for clause in now.clauses if not clause.exact or any(line not in text for line in clause.exact.split("\n"))] == []
    assert "Data Protection Act 1988" in now.clause("CON-12").exact
    same = {clause.id: clause.mentions for clause in the_edition().clauses}
    assert [clause.id for clause in now.clauses if clause.mentions != same[clause.id]] == []


def test_nobody_else_brings_looks_or_keeps(clerk, cast):
    ref = bring(clerk)
    decide_all(ref, clerk)
    for name in ("sethuraman", "achterberg", "harrow", "farouk", "wieczorek"):
        other = by(name)
        for act in (
            lambda who: brought.bring(name="a.txt", data=b"Be kind.", by=who, at=NOW),
            lambda who: brought.listed(by=who),
            lambda who: brought.brought(ref=ref, by=who),
            lambda who: brought.leave_out(ref=ref, id="DOC-1", seen=15, by=who, at=NOW),
            lambda who: brought.confirm_plain(ref=ref, seen=15, by=who, at=NOW),
            lambda who: brought.put_away(ref=ref, by=who, at=NOW),
            lambda who: brought.as_draft(ref=ref, by=who, at=NOW),
            lambda who: brought.as_exact(ref=ref, by=who, at=NOW),
        ):
            with pytest.raises(Refused) as problem:
                act(other)
            assert said(problem) == ["Only the governance professional can do this."]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b" ", "There are no words"), ("a.pdf", documents.pdf(password="tide"), "This file has a password."), ("a.zip", documents.packed(a="b"), "This file holds other files."),
        ("a.pdf", documents.docx(), "Its name says one thing"), ("a.json", b'{"format": "askfirst-import-1"}', "This export"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_read_leaves_nothing(clerk, name, data, says):
    with pytest.raises(Refused) as problem:
        bring(clerk, data, name)
    assert said(problem)[0].startswith(says)
    assert not models.BroughtDocument.objects.exists() and lines() == []


def test_who_looks_at_older_decisions_is_told(clerk):
    ref = bring(clerk)
    brought.leave_out(ref=ref, id="DOC-1", seen=0, by=clerk, at=NOW)
    with pytest.raises(Refused) as problem:
        brought.leave_out(ref=ref, id="DOC-2", seen=0, by=clerk, at=NOW)
    assert said(problem)[0].startswith("Somebody decided something here")
    assert [one.decided for one in brought.brought(ref=ref, by=clerk).considered][:2] == ["no", ""]


def test_bounds_of_what_is_written(clerk):
    ref = bring(clerk)
    for plain, says in (("a" * 4_001, "4000 characters"), ("a\0b", "NUL")):
        with pytest.raises(Refused) as problem:
            brought.confirm(
                ref=ref, id="DOC-1", addressee=Addressee.TRUST, strength=Strength.KNOW, plain=plain, student="", seen=0, by=clerk, at=NOW
            )
        assert says in said(problem)[0]
    with pytest.raises(Refused):
        brought.leave_out(ref=ref, id="PRI-1", seen=0, by=clerk, at=NOW)
    with pytest.raises(Refused):
        brought.brought(ref="BBBBBBBB", by=clerk)


def test_ten_at_a_time_and_one_put_away_makes_room(clerk):
    refs = [bring(clerk, b"Staff should be kind.", "a.txt") for _ in range(brought.MOST_AT_ONCE)]
    with pytest.raises(Refused):
        bring(clerk, b"Staff should be kind.", "a.txt")
    brought.put_away(ref=refs[0], by=clerk, at=NOW)
    assert bring(clerk, b"Staff should be kind.", "a.txt")


def test_what_a_clause_names_is_seen_in_its_words():
    known = the_edition().clause("CON-12")
    assert mentions_in("Staff know the Data Protection Act 1988.", known) == known.mentions
    assert mentions_in("Staff know the Data Protection Act 2018.", known) != known.mentions
    found = mentions_in("Ask on Bebo, or read http://tide.example/rules/.")
    assert {(one.sort, one.name) for one in found} >= {(Sort.SERVICE, "Bebo"), (Sort.LINK, "http://tide.example/rules/")}
