"""The drawings of what posts give away: each says what its table says, fits the smallest phone, and is drawn for what is there alone."""

import math
from datetime import date

import pytest

from askfirst.advice import archives_drawn
from askfirst.advice.archives import about_archive
from askfirst.advice.archives_drawn import WIDE, drawings_of
from askfirst.advice.archives_gives import LEADS, ONE, SHORT, gives
from askfirst.advice.archives_opened import Opened
from askfirst.advice.archives_report import report_of
from askfirst.advice.archives_said import KINDS
from askfirst.checks.archives.collate import WHATS, Brief, Fact, Spot
from askfirst.checks.archives.twitter import TWITTER
from askfirst.checks.draft import Author
from askfirst.procedure.load import the_edition

COUNTS = dict.fromkeys(("posts", "messages", "odd", "others", "private", "passed", "broken", "unread"), 0)
DAYS = ("2024-11-05", "2025-03-01", "2026-11-24")


def fact(what, days=DAYS, values=("Alder Row",)):
    posts = tuple(Brief(day, "words", "", "post", "X") for day in days)
    return Fact(what, values, "likely", len(posts), posts, 1 if what == "routine" else -1, 375 if what == "routine" else -1)


def drawn(*facts, spots=(), author=Author.STAFF):
    opened = Opened({TWITTER: 9}, COUNTS, date(2024, 11, 5), date(2026, 11, 24), tuple(facts), tuple(spots), help=False)
    said = about_archive(opened, the_edition(readings=False), author)
    return {one.id: one for one in drawings_of(said)}, said


SPOTS = (
    Spot(53.8, -1.5, 6, 5, "2025-03-07", "2026-11-20"), Spot(53.81, -1.52, 2, 0, "2026-10-03", "2026-10-10"), Spot(41.38, 2.17, 1, 0, "2026-08-03", "2026-08-03"),
)  # fmt: skip


@pytest.mark.parametrize("what", WHATS)
def test_every_kind_has_a_sentence_a_short_name_and_something_it_leads_to(what):
    assert what in ONE and what in KINDS and len(str(SHORT[what])) <= 16
    assert "1" not in str(gives(what, (), 1)) and "These 3 posts give away" in str(gives(what, (), 3))
    assert any(what in adds for _, _, _, adds in LEADS)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        (("Alder Row",), "your street"), (("Haddon", "12 Alder Row"), "your street"), (("Haddon",), "where you live"), ((), "where you live"),
        (("Park Road Academy",), "where you live"),
    ],
)  # fmt: skip
def test_a_street_is_called_a_street(values, says):
    assert str(gives("home", values, 3)) == "These 3 posts give away %s." % says


def test_nothing_is_drawn_of_nothing():
    assert drawn()[0] == {}


def test_when_has_a_line_for_each_fact_and_a_dot_for_each_day():
    found, _ = drawn(fact("car"), fact("home", ("2025-03-01", "2025-03-01", "")))
    when = found["when"]
    assert [[str(cell) for cell in row] for row in when.rows] == [
        ["1. Your car", "3", "2024-11-05", "2026-11-24"], ["2. Your home", "3", "2025-03-01", "2025-03-01"],
    ]  # fmt: skip
    assert len([one for one in when.marks if one.look == "dot"]) == 4
    assert [one.says for one in when.marks if one.look == "middle"] == ["2025", "2026"]


def test_a_fact_without_a_day_has_no_line():
    assert "when" not in drawn(fact("car", ("", "")))[0]


def test_where_has_the_place_of_most_posts_in_the_middle_and_no_degree_in_words():
    found, said = drawn(fact("car"), spots=SPOTS)
    where = found["where"]
    assert [[str(cell) for cell in row] for row in where.rows] == [
        ["A, at night and weekends", "6", "–", "2026-11-20"], ["B", "2", "1.7 km", "2026-10-10"], ["C", "1", "1400 km", "2026-08-03"],
    ]  # fmt: skip
    places = {mark.says: (mark.x, mark.y - 4) for mark in where.marks if mark.look == "number"}
    assert places["A"] == (160, 160) and places["B"][0] < 160 and places["B"][1] < 160, "north is up, west is left"
    assert math.dist(places["C"], (160, 160)) > math.dist(places["B"], (160, 160))
    assert "53.8" not in report_of(said).decode()


def test_what_leads_to_what_joins_kinds_of_fact():
    found, _ = drawn(fact("home"), fact("away"), fact("phone"))
    assert [[str(cell) for cell in row] for row in found["leads"].rows] == [
        ["A stranger could find your door.", "Your home"], ["A stranger could know that nobody is at home.", "Your home; Being away"],
        ["A stranger could write to you or ring you.", "A phone number"],
    ]  # fmt: skip
    assert len([one for one in found["leads"].marks if one.look == "strong"]) == 2


def test_a_home_alone_does_not_say_that_it_is_empty():
    assert "nobody is at home" not in str(drawn(fact("home"))[0]["leads"].rows)


@pytest.mark.parametrize("facts", [[fact(what) for what in WHATS], [fact("car")] * 40, [fact("routine", ("1991-01-01", "2026-11-24"))]])
def test_every_mark_lies_in_its_drawing(facts):
    spots = [Spot(89.9, 179.9, 900, 0, DAYS[0], DAYS[2]), *(Spot(-80.0 + 8 * n, 17.0 * n, n + 1, 0, DAYS[0], DAYS[1]) for n in range(19))]
    for one in drawn(*facts, spots=spots)[0].values():
        for mark in one.marks:
            assert mark.x - mark.r >= 0 and mark.x + mark.r <= WIDE and mark.y - mark.r >= 0 and mark.y + mark.r <= one.height, (
                one.id,
                mark,
            )
        assert all(len(row) == len(one.heads) for row in one.rows)


def test_the_report_has_each_drawing_with_words_for_who_does_not_see_it_and_a_table():
    report = report_of(drawn(fact("home"), fact("away"), spots=SPOTS)[1]).decode()
    assert report.count("<svg ") == report.count('role="img"') == report.count("</table>") == report.count("<title id=") == 3
    assert "These 3 posts give away your street." in report and "<script" not in report
    assert "1. " in report and "X: " in report


def test_marks_out_of_their_drawing_would_be_seen(monkeypatch):
    """The planted flaw: rings that are too wide."""
    monkeypatch.setattr(archives_drawn, "OUTER", 200)
    with pytest.raises(AssertionError):
        test_every_mark_lies_in_its_drawing([fact("car")])
