"""What posts give away together: each kind of fact by posts that hold it and posts that only look so; how sure; and never more than was said."""

import pickle
from datetime import UTC, datetime, timedelta

import pytest

from askfirst.advice.archives_said import KINDS
from askfirst.checks.archives import collate
from askfirst.checks.archives.collate import MOST_FACTS, MOST_SHOWN, SURE, WHATS, Collation
from askfirst.checks.archives.places import visits_of
from askfirst.checks.archives.post import Kind, Post, SeenBy
from askfirst.checks.draft import Brand, Told

TOLD = Told(brands=(Brand("Northgate School"), Brand("Northgate", ambiguous=True)), published_phones=frozenset(("01632960110",)))


def clock(year, month, day, hour=0, minute=0):
    """By the clock on the wall, without a zone, as posts are read."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC).replace(tzinfo=None)


MONDAY = clock(2026, 1, 5, 18, 30)


def facts(*posts, told=TOLD):
    """Words, or (days after the Monday, words), or posts, as facts by what they are."""
    collation = Collation(told)
    for number, one in enumerate(posts):
        days, words = one if isinstance(one, tuple) else (number, one)
        collation.add(words if isinstance(words, Post) else Post(words, MONDAY + timedelta(days=days)))
    return {one.what: one for one in collation.facts()}


SAID = {
    "home": [
        "We live in Fellbrook Lane", "I've moved to Haddon", "our new house is on Alder Row", "Party at my place, 12 Alder Row", "Parcel never came to HD4 7QJ, my road again",
    ],
    "away": [
        "Off on our holidays at last", "The house will be empty for a fortnight", "Two weeks in Tenerife", "We're away until Sunday", "I fly out to Rome tomorrow, I'm flying to Rome",
        "Nobody will be home till June", "At the airport already", "Back home on Friday",
    ],
    "children": ["My daughter Elsie lost a tooth", "Elsie, my daughter, sang", "My son is 7 today", "our youngest starts at Fellbrook Primary", "My little boy Noah turned five"],
    "car": ["Washed the car, EF21 KLM", "Whose van is AB12 CDE? Mine."],
    "phone": ["Ring me on 07700 900123", "text 07700 900123"],
    "email": ["Write to paloma@home.example"],
    "birthday": ["My birthday is on Friday", "DOB 03.11.1984 apparently", "I was born on 3 November 1984", "I'm 40 today", "Thank you all for the birthday wishes", "my 30th birthday drinks"],
    "work": ["I work at Northgate School", "I teach Year 9 at Northgate", "I've started my new job at Fellbrook Garage", "I cook for Haddon Care"],
    "pet": ["My dog Biscuit again", "Biscuit the dog ate it", "our new kitten is called Marmalade", "Marmalade, our cat, is out"],
    "handle": ["Follow me on insta @paloma_elsewhere", "my old account was paloma.other"],
    "address": ["Fair at 12 Alder Row, Haddon on Saturday"],
}  # fmt: skip
NOT_SAID = {
    "home": ["They live in Paris", "Do you live in Haddon?", "Living the dream", "Moved to tears", "Live music on Friday"],
    "away": ["I would love two weeks off", "Is the house empty?", "nobody in this house can park. nobody.", "Holiday homework is done", "Fly, my pretties", "back to work"],
    "children": ["My son is great", "My Year 9 boys won", "our boys won 7 to 5", "My daughter is home", "The kids at Northgate School sang", "My son scored and is 3 times better"],
    "car": ["Room B12 at 10", "The code is AB12CDE", "Flight EZ 4512"],
    "phone": ["Ring the office on 01632 960110", "1,000,000 thanks", "Score 07 to 11"],
    "email": ["@ana look", "see you at example dot"],
    "birthday": ["Happy birthday Ana!", "Her date of birth is 9 May 2012", "happy 15th Ellie!! born 14/03/2011", "It is her birthday", "I'm 40 minutes late today"],
    "work": ["I went to Northgate once", "Work is work", "I work at night", "I work for free"],
    "pet": ["My dog is tired", "By day I'm the lab technician", "Meet my dog It's huge", "The cat sat", "A dog called the police", "My dog Today was good"],
    "handle": ["Follow me to the hall", "my old account is closed", "find me at the bar"],
    "address": ["Row 12, seat 4", "10 green bottles"],
}  # fmt: skip


@pytest.mark.parametrize(("what", "words"), [(what, words) for what, all_of_them in SAID.items() for words in all_of_them])
def test_a_post_that_gives_it_away(what, words):
    found = facts(words)
    assert what in found, found
    assert (found[what].joined, found[what].sure) == (False, "maybe")


@pytest.mark.parametrize(("what", "words"), [(what, words) for what, all_of_them in NOT_SAID.items() for words in all_of_them])
def test_a_post_that_only_looks_so(what, words):
    assert what not in facts(words)


def test_two_days_are_likely_and_three_are_sure():
    words = "Washed the car, EF21 KLM"
    assert [facts(*[words] * many)["car"].sure for many in (1, 2, 3, 9)] == ["maybe", "likely", "sure", "sure"]
    assert facts((0, words), (0, words + "!"))["car"].sure == "maybe", "two posts of one day are one day"


def test_pieces_of_one_fact_from_different_posts_stand_together():
    found = facts("My daughter Elsie sang", "My daughter is 7 today", "My daughter starts at Fellbrook Primary")["children"]
    assert (found.values, found.times, found.joined) == (("Elsie", "age 7", "Fellbrook Primary"), 3, True)


def test_two_cars_are_two_facts():
    collation = Collation(TOLD)
    for words in ("Washed the car, EF21 KLM", "Washed the car, EF21KLM", "The van is AB12 CDE"):
        collation.add(Post(words, MONDAY))
    assert [(one.values, one.times) for one in collation.facts()] == [(("EF21KLM",), 2), (("AB12CDE",), 1)]


# ---------------------------------------------------------------- passwords


def test_a_pet_in_a_joke_about_a_password():
    found = facts("My dog Biscuit ate it", "First password I ever had? biscuit1")
    assert found["password"].values == ("Biscuit",) and found["password"].times == 2 and "pet" not in found


def test_a_child_in_a_joke_about_a_password():
    found = facts("My daughter Elsie sang", "My password is Elsie2019, do not tell")
    assert found["password"].values == ("Elsie",) and "children" in found


@pytest.mark.parametrize("joke", ["I forgot my password again", "Biscuits are my passwords", "Biscuit crumbs"])
def test_a_password_without_the_name_or_a_name_without_a_password(joke):
    found = facts("My dog Marmalade ate it", joke)
    assert "password" not in found and "pet" in found


# ---------------------------------------------------------------- routines


def weekly(words, weeks=8, day=0, **more):
    return [Post(words, MONDAY + timedelta(weeks=week, days=day), **more) for week in range(weeks)]


@pytest.mark.parametrize(
    ("posts", "wanted"),
    [
        (weekly("Gym at 6.30"), ("gym", 0, 1110)),
        (weekly("Swim done at the lido"), ("lido", 0, 1110)),
        (weekly("Yoga, half past six"), ("yoga", 0, 1110)),
        (weekly("Choir every Thursday, 7pm", day=2), ("choir", 3, 1140)),
        (weekly("Choir tomorrow at 7pm"), ("choir", 1, 1140)),
        (weekly("Fellbrook park with the pram at 10.15am"), ("fellbrook park", 0, 615)),
        (weekly("Lovely", place="Haddon Lido"), ("Haddon Lido", 0, 1110)),
        (weekly("Lovely", at=(53.8, -1.5)), ("", 0, 1110)),
    ],
)
def test_a_weekly_place_and_time(posts, wanted):
    found = facts(*posts)["routine"]
    assert ("".join(found.values), found.weekday, found.minute) == wanted
    assert found.times == 8 and len(found.posts) == 8


NO_ROUTINE = {
    "twice is none": weekly("Gym at 6.30", weeks=2),
    "another day each time": [Post("Gym at 6.30", MONDAY + timedelta(days=8 * number)) for number in range(6)],
    "another hour each time": [Post("Gym", MONDAY + timedelta(weeks=week, hours=2 * week)) for week in range(6)],
    "all days alike": [Post("Gym at 6.30", MONDAY + timedelta(days=number)) for number in range(28)],
    "no day at all": [Post("Gym at 6.30") for _ in range(9)],
    "no place": weekly("At 6.30 again"),
    "one's own page": weekly("Gym at 6.30", kind=Kind.PROFILE),
    "many on one day": [Post("Gym at 6.30", MONDAY) for _ in range(9)],
}


@pytest.mark.parametrize("what", NO_ROUTINE)
def test_what_is_no_routine(what):
    assert "routine" not in facts(*NO_ROUTINE[what])


def test_a_routine_that_moves_with_the_clocks_is_one():
    """Posts in winter and in summer are at one hour by the clock on the wall: moments are read so."""
    (winter,) = visits_of(Post("Gym", clock(2026, 1, 5, 18, 30)), "gym")
    (summer,) = visits_of(Post("Gym", clock(2026, 7, 6, 18, 30)), "gym")
    assert (winter.weekday, winter.minute) == (summer.weekday, summer.minute) == (0, 1110)


def test_the_spot_where_somebody_is_at_night_is_likely_home():
    night = [Post("Film", clock(2026, 1, day, 23), at=(53.80012, -1.50003)) for day in (5, 8, 20)]
    assert facts(*night)["home"].times == 3
    day = [Post("Lunch", clock(2026, 1, day, 12), at=(53.80012, -1.50003)) for day in (5, 8, 20)]
    assert "home" not in facts(*day) and "home" not in facts(*night[:2])


# ---------------------------------------------------------------- what is kept, and how much


def test_who_can_see_a_post_is_said_only_where_the_archive_says_so():
    found = facts(Post("Car, EF21 KLM", MONDAY, SeenBy.FRIENDS), Post("My car, EF21 KLM", MONDAY))["car"]
    assert sorted(one.seen_by for one in found.posts) == ["", "friends"]


def test_no_more_is_kept_than_is_shown():
    collation = Collation(TOLD)
    for number in range(1_500):
        collation.add(Post("My car is AB%02d CDE, write to a%d@home.example" % (number % 70 + 1, number), MONDAY))
    found = collation.facts()
    assert len(found) == MOST_FACTS
    assert all(len(one.posts) <= MOST_SHOWN and all(len(post.quote) <= collate.QUOTE for post in one.posts) for one in found)


def test_every_kind_of_fact_has_its_words():
    assert set(WHATS) == set(KINDS)
    assert set(SURE) == {"maybe", "likely", "sure"}
    assert not any(kind.joined.value == "Important" or kind.once.value == "Important" for kind in KINDS.values())


def test_a_post_cannot_be_shown_logged_or_stored():
    post = Post("My car is AB12 CDE")
    assert "AB12" not in repr(post) + str(post) + format(post)
    with pytest.raises(TypeError):
        pickle.dumps(post)


@pytest.mark.parametrize(
    "family",
    [
        "my son ",
        "my dog ",
        "I live in Abc ",
        "canal path at 6.15 ",
        "A",
        "follow me on ",
        "half past six ",
        "1.",
        "a'",
        " ",
        "\n",
        "we're away for ",
        "my my ",
    ],
)
def test_a_long_post_is_read_in_time_that_grows_with_it(family):
    """20,000 letters of each: what is quadratic would not end here."""
    facts(Post((family * 20_000)[:20_000], MONDAY))


@pytest.mark.parametrize("flaw", ["WINDOW", "SHARE", "WEEKS"])
def test_the_tables_would_notice_a_rule_that_is_gone(flaw, monkeypatch):
    """The planted flaw: a routine without its hour, its share of the days or its weeks."""
    monkeypatch.setattr("askfirst.checks.archives.routine." + flaw, {"WINDOW": 2_000, "SHARE": 0.0, "WEEKS": 1}[flaw])
    assert any("routine" in facts(*posts) for posts in NO_ROUTINE.values())
