"""What differs between two editions, told to a reader and to whoever edits: two laws and a table."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.procedure.changes import Kind, Reader, applied, changes, for_reader, word_changes
from askfirst.procedure.clause import Addressee, Strength
from askfirst.procedure.load import the_edition

PACK = the_edition(readings=False)
TEXTS = st.text("ab c.’-\n", max_size=30)


@st.composite
def later(draw, old=PACK):
    """An edition made from the pack's: clauses changed, taken out, added, moved, said to others."""
    kept = [clause for clause in old.clauses if draw(st.integers(0, 9))]
    made = [
        replace(
            clause,
            plain=draw(st.sampled_from((clause.plain, "You must not.", "You may."))),
            addressee=draw(st.sampled_from((clause.addressee, *Addressee))),
            strength=draw(st.sampled_from((clause.strength, *Strength))),
        )
        if draw(st.integers(0, 3)) == 0
        else clause
        for clause in kept
    ]
    new = [replace(PACK.clauses[0], id="DOC-%d" % number) for number in range(7, 7 + draw(st.integers(0, 2)))]
    return replace(old, edition="later", clauses=tuple(draw(st.permutations(made + new)) if draw(st.booleans()) else made + new))


@given(later(), later(), st.sampled_from(Reader))
def test_what_changed_for_a_reader_applied_to_what_they_last_read_gives_the_edition_in_force(old, new, reader):
    read, now = for_reader(old, reader), for_reader(new, reader)
    assert applied(read.clauses, changes(read, now)) == now.clauses


def test_the_law_can_fail():
    now = replace(PACK, clauses=(replace(PACK.clauses[0], plain="Other."), *PACK.clauses[1:]))
    assert applied(PACK.clauses, changes(PACK, PACK)) != now.clauses
    with pytest.raises(ValueError):
        applied(now.clauses, changes(PACK, now))
    with pytest.raises(ValueError):
        applied(PACK.clauses, changes(PACK, now)[1:])


@given(TEXTS, TEXTS)
def test_runs_of_words_give_both_texts_back(old, new):
    pieces = word_changes(old, new)
    assert "".join(piece.text for piece in pieces if piece.what != "new") == old
    assert "".join(piece.text for piece in pieces if piece.what != "gone") == new


def test_words_not_letters_are_compared():
    pieces = [(piece.what, piece.text) for piece in word_changes("It is the Act of 1988.", "It is the Act of 2018.")]
    assert pieces == [("same", "It is the Act of "), ("gone", "1988"), ("new", "2018"), ("same", ".")]


def test_changes_with_no_word_between_them_are_one():
    pieces = [(piece.what, piece.text) for piece in word_changes("It is best not to go.", "Staff must not go.")]
    assert pieces == [("gone", "It is best"), ("new", "Staff must"), ("same", " not "), ("gone", "to "), ("same", "go.")]


def test_every_clause_is_listed_the_unchanged_ones_too():
    now = changes(PACK, PACK)
    assert len(now) == 65 and {one.kind for one in now} == {Kind.SAME}


def test_one_taken_out_is_listed_where_it_stood_and_the_first_before_all():
    gone = {PACK.clauses[0].id, PACK.clauses[9].id, PACK.clauses[10].id}
    now = [one.id for one in changes(PACK, replace(PACK, clauses=tuple(one for one in PACK.clauses if one.id not in gone)))]
    assert now == [clause.id for clause in PACK.clauses]


def test_a_clause_said_to_others_comes_for_them_and_goes_for_the_rest():
    first = next(one for one in PACK.clauses if one.addressee is Addressee.STAFF)
    new = replace(PACK, clauses=tuple(replace(one, addressee=Addressee.STUDENT) if one is first else one for one in PACK.clauses))

    def seen(reader):
        return [(one.id, one.kind) for one in changes(for_reader(PACK, reader), for_reader(new, reader)) if one.kind is not Kind.SAME]

    assert seen(Reader.STUDENT) == [(first.id, Kind.ADDED)] and seen(Reader.STAFF) == [(first.id, Kind.REMOVED)]
