"""Mrs Pritchard-Lowe writes an edition, clause by clause (S46, first half; workflows 3.17)."""

from datetime import date

import pytest

from askfirst.adoption import drafting, exact
from askfirst.adoption.editions import as_edition, changed_in_meaning, in_force, known, name_in_force, named
from askfirst.adoption.models import Edition, EditionAuthor
from askfirst.adoption.states import Refused
from askfirst.procedure.changes import Class, Kind, Reader, changes
from askfirst.procedure.clause import Addressee, Clause, Strength
from askfirst.procedure.load import the_edition
from askfirst.trail import chain
from tests.adoption.conftest import NOW, by
from tests.adoption.drafts import begin, s46, write
from tests.cast import MONDAY, who

NEW = Clause("SNS-13", "SNS", Addressee.STAFF, Strength.MAY, "You may ask for help with your settings.", None)


def stands(ref):
    return as_edition(drafting.draft(ref=ref))


def why(act):
    """The sentences of a refusal; nothing of the draft may have changed by it."""
    before = [list(table.objects.order_by("pk").values_list()) for table in (Edition, EditionAuthor)]
    with pytest.raises(Refused) as refused:
        act()
    assert [list(table.objects.order_by("pk").values_list()) for table in (Edition, EditionAuthor)] == before
    return [str(refusal.sentence) for refusal in refused.value.refusals]


def test_with_no_edition_of_its_own_a_trust_has_the_pack_on_any_day(cast):
    for day in (date(2010, 1, 1), MONDAY, date(2099, 1, 1)):
        assert in_force(on=day) == the_edition() and name_in_force(on=day) == "2018-11"
    assert [(one.name, one.number, one.state) for one in known(on=MONDAY)] == [("2018-11", 1, "in_force")]


def test_a_review_begins_with_the_words_in_force_and_changes_nothing_for_readers(cast):
    ref = begin()
    assert stands(ref).clauses == the_edition().clauses
    assert in_force(on=MONDAY) == the_edition()
    assert [(one.name, one.state) for one in known(on=MONDAY)] == [("v2", "review_open"), ("2018-11", "in_force")]
    assert why(begin) == ["An edition is under way already: v2. Finish or withdraw it first."]


@pytest.mark.parametrize("name", ["achterberg", "harrow", "wieczorek", "maisie", "quarshie", "adelakun"])
def test_only_the_governance_professional_writes(cast, name):
    assert why(lambda: drafting.open_review(by=by(name), at=NOW)) == ["Only the governance professional can do this."]
    ref = begin()
    assert why(lambda: write(ref, "CON-12", name=name, plain="Staff must not.")) == ["Only the governance professional can do this."]
    assert why(lambda: drafting.classify(ref=ref, id="CON-12", change=Class.WORDING, by=by(name), at=NOW)) == [
        "Only the governance professional can do this."
    ]


def test_s46_the_draft_differs_in_three_clauses_and_the_rest_are_unchanged(cast):
    now = changes(the_edition(readings=False), stands(s46()))
    assert [one.id for one in now if one.kind is Kind.CHANGED] == ["INT-4", "SNS-6", "CON-12"]
    assert len([one for one in now if one.kind is Kind.SAME]) == 62 and len(now) == 65


def test_s46_wording_is_doubted_where_the_strength_word_changed(cast):
    ref = s46()
    asked = drafting.classify(ref=ref, id="SNS-6", change=Class.WORDING, by=by("pritchard"), at=NOW)
    assert str(asked) == "The strength word has changed, from “Advice” to “Must not”. Is it wording alone?"
    assert drafting.draft(ref=ref).rows.get(clause="SNS-6").change == "", "a question writes nothing down"
    assert drafting.classify(ref=ref, id="CON-12", change=Class.WORDING, by=by("pritchard"), at=NOW) is None
    assert drafting.classify(ref=ref, id="SNS-6", change=Class.WORDING, by=by("pritchard"), at=NOW, sure=True) is None
    assert drafting.draft(ref=ref).rows.get(clause="SNS-6").change == "wording"


def test_a_class_is_for_the_words_that_were_classed(cast):
    ref = s46()
    drafting.classify(ref=ref, id="CON-12", change=Class.WORDING, by=by("pritchard"), at=NOW)
    write(ref, "INT-4", plain="Staff and students may use these. You choose.")
    assert drafting.draft(ref=ref).rows.get(clause="CON-12").change == "wording"
    write(ref, "CON-12", plain="Staff must not share anything.")
    assert drafting.draft(ref=ref).rows.get(clause="CON-12").change == ""


def test_what_did_not_change_has_no_class(cast):
    ref = begin()
    assert why(lambda: drafting.classify(ref=ref, id="PRI-1", change=Class.WORDING, by=by("pritchard"), at=NOW)) == [
        "PRI-1 says what it said before. There is nothing to class."
    ]


def test_a_new_clause_stands_at_the_end_of_its_section_and_one_taken_out_is_seen_to_be(cast):
    ref = begin()
    drafting.put_clause(ref=ref, clause=NEW, by=by("pritchard"), at=NOW)
    drafting.take_out(ref=ref, id="WEB-3", by=by("pritchard"), at=NOW)
    ids = [clause.id for clause in stands(ref).clauses]
    assert ids[ids.index("SNS-12") + 1] == "SNS-13" and "WEB-3" not in ids
    assert [(one.id, one.kind.value) for one in changes(the_edition(), stands(ref)) if one.kind is not Kind.SAME] == [
        ("SNS-13", "added"), ("WEB-3", "removed"),
    ]  # fmt: skip
    assert drafting.classify(ref=ref, id="WEB-3", change=Class.WORDING, by=by("pritchard"), at=NOW) is not None, "it is asked"
    assert drafting.classify(ref=ref, id="WEB-3", change=Class.MEANING, by=by("pritchard"), at=NOW) is None
    drafting.put_back(ref=ref, id="WEB-3", by=by("pritchard"), at=NOW)
    drafting.take_out(ref=ref, id="SNS-13", by=by("pritchard"), at=NOW)
    assert stands(ref).clauses == the_edition().clauses


def test_many_clauses_at_once_as_a_document_has_them_all_or_nothing(cast):
    ref = begin()
    old = the_edition().clauses
    wanted = (old[3], NEW, *old[5:])
    drafting.bring_in(ref=ref, clauses=wanted, by=by("pritchard"), at=NOW)
    assert stands(ref).clauses == wanted
    twice = (*wanted, NEW)
    assert why(lambda: drafting.bring_in(ref=ref, clauses=twice, by=by("pritchard"), at=NOW)) != []
    astray = (*wanted[:-1], Clause("XYZ-1", "XYZ", Addressee.STAFF, Strength.MAY, "You may.", None))
    assert why(lambda: drafting.bring_in(ref=ref, clauses=astray, by=by("pritchard"), at=NOW)) == [
        "XYZ-1 belongs to no section of this draft. Begin it as its section does."
    ]
    assert stands(ref).clauses == wanted


def test_the_name_and_the_next_review_are_changed_and_never_into_the_past(cast):
    ref = begin()
    drafting.put_head(ref=ref, title=" Our  procedure ", review_due=date(2029, 11, 30), by=by("pritchard"), at=NOW)
    assert (stands(ref).title, stands(ref).review_due) == ("Our procedure", date(2029, 11, 30))
    for title, day in (("", date(2029, 11, 30)), ("x" * 201, date(2029, 11, 30)), ("Ours", MONDAY), ("Ours", date(2999, 1, 1))):
        assert why(lambda title=title, day=day: drafting.put_head(ref=ref, title=title, review_due=day, by=by("pritchard"), at=NOW)) != []


BAD = [
    ("con-12", "CON", "Staff must not.", "is no id"),
    ("CON-1 OR 1", "CON", "Staff must not.", "is no id"),
    ("ABC-1", "ABC", "Staff must not.", "no section"),
    ("CON-99", "CON", "x" * 4001, "4000 characters"),
    ("CON-99", "CON", "Staff\0 must not.", "NUL"),
]


@pytest.mark.parametrize(("id", "section", "plain", "said"), BAD)
def test_what_no_draft_can_hold_gets_one_sentence(cast, id, section, plain, said):
    ref = begin()
    clause = Clause(id, section, Addressee.STAFF, Strength.MUST_NOT, plain, None)
    (sentence,) = why(lambda: drafting.put_clause(ref=ref, clause=clause, by=by("pritchard"), at=NOW))
    assert said in sentence


def test_whoever_sends_words_to_a_draft_that_moved_on_is_told(cast):
    ref = begin()
    seen = drafting.draft(ref=ref).changes
    write(ref, "PRI-1", plain="You must not do it.")
    clause = the_edition().clause("PRI-2")
    assert why(lambda: drafting.put_clause(ref=ref, clause=clause, by=by("pritchard"), at=NOW, seen=seen)) == [
        "Somebody changed this draft since you read it. Look at it again, then send your words."
    ]


def test_each_change_is_a_line_of_the_trail_without_a_word_of_it(cast):
    ref = s46()
    drafting.classify(ref=ref, id="CON-12", change=Class.WORDING, by=by("pritchard"), at=NOW)
    lines = [(one.what, one.who, one.of, one.before, one.after, one.clauses) for one in chain.events("procedure")]
    me = who("pritchard")
    assert lines == [
        ("open", me, "v2", "", "review_open", ""),
        ("edit", me, "v2", "review_open", "drafting", "CON-12"),
        ("edit", me, "v2", "drafting", "drafting", "INT-4"),
        ("edit", me, "v2", "drafting", "drafting", "SNS-6"),
        ("classify-wording", me, "v2", "drafting", "drafting", "CON-12"),
    ]
    assert chain.verify() == ()


def test_a_trail_that_cannot_be_written_undoes_the_change(cast, monkeypatch):
    ref = begin()

    def full(**_):
        raise OSError

    monkeypatch.setattr(chain, "append", full)
    with pytest.raises(OSError):
        write(ref, "PRI-1", plain="You must not do it.")
    assert stands(ref).clauses == the_edition().clauses
    assert drafting.draft(ref=ref).changes == 0 and not EditionAuthor.objects.exists()


def test_exact_words_stand_beside_the_plain_ones_and_change_none(cast):
    said = "Staff should be aware of their obligations under the Data Protection Act 1988."
    exact.exact_words(words={"CON-12": said}, by=by("pritchard"), at=NOW)
    now = in_force(on=MONDAY)
    assert now.clause("CON-12").exact == said and now.clause("CON-11").exact == ""
    assert [clause.plain for clause in now.clauses] == [clause.plain for clause in the_edition().clauses]
    assert (now.edition, now.approved_by, now.approved_on, now.readings) == (
        "2018-11",
        "Executive Headteacher",
        date(2018, 11, 1),
        the_edition().readings,
    )
    exact.exact_words(words={"CON-12": said, "CON-11": "As it was."}, by=by("pritchard"), at=NOW)
    assert in_force(on=MONDAY).clause("CON-11").exact == "As it was.", "what was read before is not what holds"
    assert [(one.name, one.number, one.state) for one in known(on=MONDAY)] == [("2018-11", 1, "in_force")]
    assert why(lambda: exact.exact_words(words={"XYZ-1": "No."}, by=by("pritchard"), at=NOW)) == [
        "XYZ-1 is no clause of the edition in force."
    ]
    assert begin() and named(name="v2").clause("CON-12").exact == said


def refuses_other_exact_words():
    exact.exact_words(words={"CON-12": "To the letter."}, by=by("pritchard"), at=NOW)
    before = in_force(on=MONDAY)
    assert why(lambda: exact.exact_words(words={"CON-11": "New.", "CON-12": "Another."}, by=by("pritchard"), at=NOW)) == [
        "CON-12 shows other exact words already. Keep this as a draft, so that somebody else approves it."
    ]
    assert in_force(on=MONDAY) == before, "none of them, all or nothing"


def test_exact_words_that_stand_are_never_made_others_by_one_person(cast):
    refuses_other_exact_words()


def test_and_one_person_who_could_would_be_seen(cast, monkeypatch):
    monkeypatch.setattr(exact, "MOST_NAMED", 0)
    with pytest.raises(AssertionError):
        refuses_other_exact_words()


def test_exact_words_that_come_while_a_draft_is_written_are_no_change_of_it(cast):
    ref = begin()
    write(ref, "CON-11", exact="Our own new sentence.")
    exact.exact_words(words={"CON-12": "To the letter.", "CON-11": "As it was."}, by=by("pritchard"), at=NOW)
    assert stands(ref).clause("CON-12").exact == "To the letter." and stands(ref).clause("CON-11").exact == "Our own new sentence."
    assert [one.id for one in changes(in_force(on=MONDAY), stands(ref)) if one.kind is not Kind.SAME] == ["CON-11"]


def test_whoever_never_read_any_is_to_read_what_is_for_them(cast):
    ids = [one.id for one in changed_in_meaning(since="", on=MONDAY, reader=Reader.STUDENT)]
    assert "PRI-1" in ids and not [id for id in ids if id.startswith(("BLG", "MAN"))]
    assert changed_in_meaning(since="2018-11", on=MONDAY, reader=Reader.STAFF) == ()
