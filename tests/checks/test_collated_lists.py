"""Small archives of our own: what they give away is told, and no more. The lists stand beside the benchmark, which says how they came about."""

import re
import sys
from datetime import datetime
from pathlib import Path

import pytest

from askfirst.advice.archives_gives import gives
from askfirst.checks.archives.collate import Collation
from askfirst.checks.archives.post import Post
from askfirst.checks.draft import Told

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
import collation

ONE = "= home:Alder Row\n2025-03-01 10:00|We live in Alder Row\n= -\n2025-03-01 10:00|Tea\n"


def told(*posts):
    """Facts by what they are, of (day, service, words)."""
    found = Collation(Told())
    for day, service, words in posts:
        found.add(Post(words, datetime.strptime(day, "%Y-%m-%d")), service)  # noqa: DTZ007
    return {one.what: one for one in found.facts()}


def test_the_lists_hold_what_the_benchmark_promises():
    found = list(collation.rows())
    assert len(found) == 4 and all(row["holds"] for row in found), found
    assert sum(int(str(row["archives"])) for row in found[::2]) >= 200


def test_the_lists_would_notice_a_rule_that_is_gone(monkeypatch):
    """The planted flaw: no street is looked for."""
    monkeypatch.setattr("askfirst.checks.archives.streets.STREET", re.compile("(?P<name>nothing of that name)"))
    assert not all(row["holds"] for row in collation.rows())


def test_an_archive_of_a_list_that_cannot_be_read_is_no_archive(tmp_path, monkeypatch):
    monkeypatch.setattr(collation, "SAID", tmp_path)
    (tmp_path / "a.txt").write_text(ONE)
    assert collation.figures(collation.small(("a.txt",))) == {"archives": 2, "wanted": 1, "met": 1, "told": 1, "wrong": 0}
    (tmp_path / "a.txt").write_text(ONE + "no post")
    with pytest.raises(ValueError, match="no post"):
        collation.small(("a.txt",))


def test_a_street_is_joined_across_days_and_services():
    """One hint, and a second day on another service that names it: these two posts give the street away."""
    home = told(
        ("2025-03-01", "X", "Anyone else on Quarry Bank awake?"), ("2025-03-02", "Instagram", "Quarry Bank in the snow"), ("2025-03-03", "X", "Tea"),
    )["home"]  # fmt: skip
    assert (home.values, home.times, [one.service for one in home.posts]) == (("Quarry Bank",), 2, ["X", "Instagram"])
    assert str(gives("home", home.values, home.times)) == "These 2 posts give away your street."


@pytest.mark.parametrize(
    "posts",
    [
        (("2025-03-01", "X", "Anyone else on Quarry Bank awake?"),),
        (("2025-03-01", "X", "Anyone else on Quarry Bank awake?"), ("2025-03-01", "X", "Quarry Bank in the snow")),
        (
            ("2025-03-01", "X", "Fire on Quarry Bank, our thoughts are with them"),
            ("2025-03-02", "X", "Quarry Bank is closed, so is the bus"),
        ),
        (("2025-03-01", "X", "Quarry Bank in the snow"), ("2025-03-02", "X", "Quarry Bank in the rain")),
    ],
)
def test_a_street_that_is_only_spoken_of_is_no_home(posts):
    assert "home" not in told(*posts)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("I swim at Haddon Baths every Tuesday", (("Haddon Baths",), 1, -1)),
        ("Thursdays are for band practice at the Methodist Hall, 6.30", (("the Methodist Hall",), 3, 1110)),
        ("I'm at the gym on Mondays", (("gym",), 0, -1)),
    ],
)
def test_a_habit_that_one_post_states(words, wanted):
    habit = told(("2025-03-01", "X", words))["routine"]
    assert (habit.values, habit.weekday, habit.minute) == wanted and habit.sure == "maybe"


@pytest.mark.parametrize(
    "words", ["Does anyone go to the gym on Mondays?", "She is at the gym on Mondays", "The market is here every Friday"]
)
def test_what_others_do_is_no_habit_of_mine(words):
    assert "routine" not in told(("2025-03-01", "X", words))


def test_a_street_in_small_letters_is_the_same_street_and_is_shown_once():
    posts = [
        ("2026-10-01", "X", "Bins out on our road again, alder row is a mess"),
        ("2026-10-08", "X", "Power cut all along Alder Row, our street is dark"),
        ("2026-10-15", "X", "Snowed in on our road, the whole of alder row"),
    ]
    for some in (posts, posts[1:2], posts[::-1]):
        assert told(*some)["home"].values == ("Alder Row",)


def test_one_habit_under_two_names_of_a_place_is_one():
    posts = [
        ("2025-03-%02d" % day, "X", words)
        for day, words in ((3, "Pilates at Mill Hall"), (10, "Mill Hall, pilates"), (17, "Pilates. Mill Hall."))
    ]
    assert [one.what for one in _all(posts)].count("routine") == 1


def _all(posts):
    found = Collation(Told())
    for day, service, words in posts:
        found.add(Post(words, datetime.strptime(day, "%Y-%m-%d")), service)  # noqa: DTZ007
    return found.facts()


@pytest.mark.parametrize(
    ("what", "mine", "not_mine"),
    [
        ("routine", "I am at Mill Pool every Tuesday", "I hear she is at Mill Pool every Tuesday"),
        ("away", "We fly out tomorrow, two weeks in Crete", "Dreaming of two weeks in Crete, we fly out tomorrow"),
    ],
)
def test_what_another_does_and_what_is_only_wished_for_is_no_fact_of_mine(what, mine, not_mine):
    assert what in told(("2025-03-01", "instagram", mine))
    assert what not in told(("2025-03-01", "instagram", not_mine))
