"""Pets, passwords and answers to security questions: lists scored whole, and what a rule must never do."""

from datetime import UTC, datetime, timedelta

import pytest

from askfirst.checks.archives.collate import Collation
from askfirst.checks.archives.post import Post
from askfirst.checks.draft import Told
from tests.checks import clues

MONDAY = datetime(2026, 1, 5, 18, 30, tzinfo=UTC).replace(tzinfo=None)
PET = {"PETS": "Biscuit", "LATER_PETS": "Pickle", "LAST_PETS": "Tilly"}


def values(what, *posts):
    """What is known of one kind of fact, in small letters, most often said first."""
    collation = Collation(Told())
    for number, words in enumerate(posts):
        collation.add(Post(words, MONDAY + timedelta(days=number)))
    return [one.casefold() for fact in collation.facts() if fact.what == what for one in fact.values]


def share(table, least):
    """At least so many hundredths of a table are found."""
    found = [ok for ok in table if ok]
    assert len(found) * 100 >= least * len(table), "%d of %d" % (len(found), len(table))


def posts_of(table):
    return [(name, words) for name, all_of_them in table.items() for words in all_of_them]


@pytest.mark.parametrize(("name", "posts"), [(name, posts) for table in PET for name, posts in getattr(clues, table).items()])
def test_a_pet_that_is_posted_about_is_known_by_name(name, posts):
    assert values("pet", *posts) == [name.casefold()]


@pytest.mark.parametrize("table", ["NO_PETS", "LATER_NO_PETS", "LAST_NO_PETS"])
def test_no_friend_and_no_film_is_a_pet(table):
    assert values("pet", *getattr(clues, table)) == []


@pytest.mark.parametrize(("table", "least"), [("PETS", 48), ("LATER_PETS", 25), ("LAST_PETS", 15)])
def test_one_post_alone_gives_a_pet_away_where_it_says_so(table, least):
    share([name.casefold() in values("pet", words) for name, words in posts_of(getattr(clues, table))], least)


@pytest.mark.parametrize(("table", "pet"), [("PASSWORDS", "Biscuit"), ("LATER_PASSWORDS", "Pickle"), ("LAST_PASSWORDS", "Tilly")])
def test_a_password_with_the_pet_in_it(table, pet):
    share([values("password", "My dog %s ate it" % pet, words) == [pet.casefold()] for words in getattr(clues, table)], 75)
    false = [words for words in getattr(clues, table.replace("PASS", "NO_PASS")) if values("password", "My dog %s ate it" % pet, words)]
    assert len(false) <= (table == "LAST_PASSWORDS"), false


@pytest.mark.parametrize(("table", "least", "most_false"), [("ANSWERS", 100, 0), ("LATER_ANSWERS", 80, 1), ("LAST_ANSWERS", 60, 2)])
def test_answers_that_sites_ask_for(table, least, most_false):
    share([any(name.casefold() in one for one in values("answer", words)) for name, words in posts_of(getattr(clues, table))], least)
    assert len([words for words in getattr(clues, table.replace("ANS", "NO_ANS")) if values("answer", words)]) <= most_false


@pytest.mark.parametrize(
    "words",
    [
        "He is Fellbrook born and bred",
        "They were Penfold born and bred",
        "She was Haddon born and bred, my nan",
        "Did you know I grew up on Alder Row?",
    ],
)
def test_where_somebody_else_comes_from_is_no_answer_of_ones_own(words):
    assert values("answer", words) == []


@pytest.mark.parametrize(("table", "least"), [("FRIENDS", 100), ("LAST_FRIENDS", 50)])
def test_friends_are_known_by_name_where_a_post_says_that_they_are_friends(table, least):
    share([name.casefold() in values("friends", words) for name, words in posts_of(getattr(clues, table))], least)
    false = [words for words in getattr(clues, table.replace("FRIENDS", "NO_FRIENDS")) if values("friends", words)]
    assert false == []


@pytest.mark.parametrize(
    "words", ["Letter from school", "Photos from football", "Straight from choir", "Kids in my class", "Lunch with Year 9 in maths"]
)
def test_what_begins_a_post_is_no_friend(words):
    assert values("friends", words) == []


def test_friends_of_many_posts_are_one_fact():
    assert values("friends", *clues.FRIENDS["Ella"])[:1] == ["ella"] and set(values("friends", *clues.FRIENDS["Ella"])) >= {
        "ella",
        "mia",
        "zoe",
    }


def test_one_friend_in_talk_of_animals_is_no_pet_however_often():
    posts = ["Chat with Priya about the vet", "The cat loves Priya", "Fed the dog with Priya", "Priya has a puppy", "Treats from Priya"]
    assert values("pet", *posts) == []


@pytest.mark.parametrize(
    "family",
    [
        "Vet Anna ",
        "my mum's maiden name ",
        "I grew up ",
        "Abc1 ",
        "our dog a ",
        "born in ",
        "Aaa Bbb Ccc ",
        "vet with A",
        "my best friend ",
        "and Ella, ",
        "Ella from ",
    ],
)
def test_a_long_post_is_read_in_time_that_grows_with_it(family):
    values("pet", (family * 20_000)[:20_000])


@pytest.mark.parametrize("flaw", [("ENOUGH", 1), ("NO_SMALL", frozenset())])
def test_the_lists_would_notice_a_rule_that_is_gone(flaw, monkeypatch):
    """The planted flaw: one mention is enough; any small word is a name."""
    monkeypatch.setattr("askfirst.checks.archives." + ("collate" if flaw[0] == "ENOUGH" else "pets") + "." + flaw[0], flaw[1])
    assert values("pet", *clues.NO_PETS, *clues.LATER_NO_PETS, "my cat food is late, and my dog lead was cut")
