"""Our own labelled posts are read as they are marked, and counted as the corpus's scorer counts."""

import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"
sys.path.append(str(BENCH))

from fresh import KINDS, OWN, counts, f1, rows, unmarked  # noqa: E402 - it stands beside the benches


def test_marks_are_taken_out_and_their_spans_kept():
    assert unmarked("ring {c:07700 900123}, {n:Kit {a:smells}}") == (
        "ring 07700 900123, Kit smells",
        [
            {"start": 5, "end": 17, "kind": "contact"},
            {"start": 23, "end": 29, "kind": "abuse"},
            {"start": 19, "end": 29, "kind": "roster-name"},
        ],
    )


def test_a_mark_left_open_is_said():
    with pytest.raises(ValueError, match="left open"):
        unmarked("ring {c:07700 900123")


EVERY = frozenset(KINDS.values())
UNKIND = frozenset({"abuse", "derogatory", "roster-name"})


@pytest.mark.parametrize(
    ("name", "many", "clean", "kinds"),
    [
        ("posts", 200, 60, EVERY),
        ("posts_again", 200, 60, EVERY),
        ("posts_third", 117, 30, EVERY),
        ("posts_fifth", 120, 40, UNKIND),
        ("posts_seventh", 60, 20, UNKIND),
        ("posts_eighth", 60, 20, UNKIND),
    ],
)
def test_a_set_has_posts_of_every_kind_and_many_with_nothing_in_them(name, many, clean, kinds):
    all_rows = list(rows(name))
    assert name in OWN
    assert len(all_rows) == many
    assert sum(row["clean"] for row in all_rows) >= clean
    assert {span["kind"] for row in all_rows for span in row["spans"]} == kinds
    for row in all_rows:
        for span in row["spans"]:
            assert row["text"][span["start"] : span["end"]].strip() == row["text"][span["start"] : span["end"]] != ""


@pytest.mark.parametrize(
    ("gold", "said", "wanted"),
    [
        ([(0, 10)], [(0, 5)], (1, 1, 1, 1)),  # half is enough
        ([(0, 10)], [(0, 4)], (1, 1, 0, 1)),  # less is right, but finds nothing
        ([(0, 10)], [(0, 100)], (1, 1, 0, 0)),  # a blanket is neither
        ([], [(0, 3)], (0, 1, 0, 0)),
    ],
)
def test_a_span_counts_as_the_scorer_of_the_corpus_counts_it(gold, said, wanted):
    assert counts(gold, said) == wanted


def test_f1_of_nothing_wanted_and_nothing_said_is_whole():
    assert (f1((0, 0, 0, 0)), f1((2, 0, 0, 0)), f1((2, 2, 1, 1))) == (1.0, 0.0, 0.5)
