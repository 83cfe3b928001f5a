"""Whole lines about people, slurs in two parts, words written as one, strong words in harmless company: each turned round as well.

Written from the rules and not from any public set.
"""

import pytest

from askfirst.checks.catalogue import run
from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Level
from askfirst.checks.text.abuse import ABUSE
from askfirst.checks.text.derogatory import DEROGATORY
from askfirst.checks.text.swearing import SWEARING
from askfirst.checks.text.words.tokens import Tokens


def found(text):
    draft = Draft(text, Author.STUDENT)
    return [text[one.start : one.end] for check in (ABUSE, DEROGATORY) for one in run(check, draft)]


def noticed(text):
    return [text[one.start : one.end] for one in run(SWEARING, Draft(text, Author.STUDENT))]


def read_as(text):
    return [token.word for token in Draft(text, Author.STUDENT).once(Tokens).all]


@pytest.mark.parametrize(
    "text",
    [
        "gay people give me the creeps",
        "I have zero respect for immigrants",
        "I wouldn't touch a gypsy",
        "disabled people are a drain on the rest of us",
        "trans women are just men in wigs",
        "Muslims only care about benefits",
        "I'd sooner trust a rat than a Muslim",
        "a goldfish is cleverer than any immigrant",
        "the only good Muslim is a dead Muslim",
        "if I woke up as a woman I would hang myself",
        "Hitler was right about the Jews",
        "immigrants should be put back on the first boat home",
        "women should learn to know their place",
        "these gays should shut their mouths",
        "let those refugees drown",
        "ban all Muslims from our club",
        "why do we let gypsies live here?",
        "how could anybody like immigrants?",
        "who actually wants disabled people around?",
        "since when do immigrants have rights?",
        "being gay is a disease",
        "nobody likes black people",
        "Romanians will never be real people",
        "I am so done with these immigrants",
        "call me racist but black people stink",
        "am I the only one who thinks Muslims are vermin",
    ],
)
def test_a_line_that_puts_people_down_is_found(text):
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "racists give me the creeps",
        "he says gay people give him the creeps and I left",
        "I have nothing but respect for immigrants",
        "I would never say that disabled people are a drain on us",
        "trans women are women",
        "Muslims care about their neighbours",
        "I'd sooner ask a teacher than a stranger",
        "immigrants should lead the music club",
        "why do we let racists speak here?",
        "how could anybody hurt immigrants?",
        "who actually wants to help disabled people at the fair?",
        "being gay is not a disease",
        "I believe that being gay is sinful",
        "nobody hates black people here",
        "in those days women were not allowed to vote",
        "it is disgusting that immigrants are called names",
        "no Muslim should ever have to feel afraid here",
        "Muslims are vermin, he claims, and the whole room walked out",
        "I did not come here for the money",
        "he can go to the office",
        "a total of forty immigrants have been killed at sea",
        "I am going to smash your record on that track",
        "we are not finished with the immigrants",
        "some people cant bear the sight of gay people",
        "politicians should never be shot",
        "old women run the best charity shops",
        "the bakers are like bees in there",
    ],
)
def test_kind_told_and_lawful_words_near_such_lines_are_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "my uncle told me that gay people are vermin",
        "teachers must act when a pupil says refugees are scum",
        "hating Muslims because of who they are is pathetic",
        "wishing death on immigrants is not an opinion",
        "you hate Muslims? get help",
        "so you think women are inferior? grow up",
        "your hatred of immigrants is sickening",
        "hatred of gay people is sickening",
        "the killing of Muslims was evil",
        "if you want refugees to leave, you can leave first",
        "the far right wants refugees dead",
        "whoever hits gay people should go to jail",
        "I hate that immigrants are treated like dirt",
        "Muslims should not have to put up with being called rats",
        "women deserve better than this filth",
        "women are scum, according to a paper nobody should buy",
        "attacking immigrants for fun, how brave of you",
        "your jokes about women are disgusting",
        "hate towards Muslims has to stop",
        "how is hating gay people going to help?",
        "I refuse to hate immigrants",
        "there is no reason to believe that women are inferior",
        "women don't deserve this abuse",
        "I don't believe that refugees are dangerous",
    ],
)
def test_what_others_think_do_and_want_is_laid_at_their_door(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "you should all hate Muslims",
        "you should kill all Muslims",
        "I told you that immigrants are scum",
        "they say women are inferior",
        "I think gay people are vermin",
        "it has to be said: immigrants are scum",
        "don't you think refugees are scum?",
        "my hatred of immigrants grows",
        "I love hating Muslims",
        "I don't think refugees are human",
        "I want refugees dead",
        "putting a woman in charge is the biggest mistake",
    ],
)
def test_what_the_author_thinks_and_wants_is_the_authors(text):
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Miss Hughes is a washed up old witch",
        "Mr Ali is a tired ginger muppet",
        "\U0001f437\U0001f437 when maisie walks past",
        "everyone spam Noor in 9C till she cries",
        "that lad with the blue bag in 9C is such a melt",
        "poll: who is uglier, Ellie Hart or Tom Reid",
        "Mr Day could not teach a fish to swim",
    ],
)
def test_more_ways_to_mock_somebody_are_found_as_abuse(text):
    assert run(ABUSE, Draft(text, Author.STUDENT))


@pytest.mark.parametrize(
    "text",
    [
        "old people should just die",
        "Muslims do not want to fit in",
        "they send us the dregs of the earth",
        "the SEN lot drag everyone down",
        "thats so gay why do we need a slip",
    ],
)
def test_more_ways_to_put_many_down_are_found(text):
    assert run(DEROGATORY, Draft(text, Author.STUDENT))


@pytest.mark.parametrize(
    "text",
    [
        "old people should get free buses",
        "\U0001f437\U0001f437 when the farm trip starts",
        "everyone text Noor a happy birthday",
        "Mr Day could not teach us today, he was ill",
        "she is a kind and lovely old friend",
        "everyone pull down the blinds",
    ],
)
def test_near_them_harmless_words_are_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["bankers are like 🐖", "bakers 🐷"])
def test_a_sign_beside_a_trade_is_a_joke(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["all politicians should be shot", "estate agents are vermin"])
def test_nobody_of_any_trade_is_vermin(text):
    assert found(text)


@pytest.mark.parametrize(
    "text", ["what a raghead", "that rag-head again", "a rag head moved in", "those camel jockeys", "one more carpet muncher"]
)
def test_a_slur_with_a_hyphen_or_a_gap_is_the_same_slur(text):
    assert found(text)


@pytest.mark.parametrize("text", ["look at that slag over there", "these stupid sluts", "a slag like her"])
def test_a_word_thrown_at_somebody_pointed_at_is_a_slur(text):
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "a slag heap by the old mine",
        "that cunt of a printer",
        "a nip of brandy in the sauce",
        "the chink in the armour",
        "a ford tranny van",
        "we took the carpet up",
        "a head for figures",
    ],
)
def test_things_and_other_senses_are_no_slur(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["if you are a liar you will be found out", "when you look like trash and feel great"])
def test_if_you_is_said_to_nobody(text):
    assert found(text) == []
    assert found(text.partition(" ")[2])


@pytest.mark.parametrize("text", ["go kill yourself", "just go and hang yourself", "nobody likes you", "you should never have been born"])
def test_the_worst_that_is_thrown_at_anybody_is_asked_about(text):
    (one,) = run(ABUSE, Draft(text, Author.STUDENT))
    assert one.level is Level.TIP


@pytest.mark.parametrize(
    "text", ["don't kill yourself over it", "be kind to yourself", "my friend said go kill yourself and I told my tutor"]
)
def test_yourself_is_no_insult(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("arenothing", ["are", "nothing"]),
        ("betterplace", ["better", "place"]),
        ("makeme", ["make", "me"]),
        ("immigrantshave", ["immigrants", "have"]),
        ("gaypeople", ["gay", "people"]),
    ],
)
def test_words_written_as_one_are_read_where_somebody_may_be_meant(written, words):
    text = "all Muslims " + written
    assert read_as(text)[2:] == words
    assert read_as("lunch " + written)[1:] in ([written], words)


@pytest.mark.parametrize(
    "written", ["swarm", "screw", "understanding", "managed", "thinker", "weakness", "overlooked", "goldfish", "tstop", "slife"]
)
def test_one_word_stays_one(written):
    assert read_as("all Muslims " + written)[2:] == [written]


def test_what_follows_a_mark_is_read():
    assert read_as("Muslims can'tstop")[1:] == ["can", "not", "stop"]
    assert read_as("a Muslim'slife")[1:] == ["muslim", "'s", "life"]


@pytest.mark.parametrize("text", ["the troll under the bridge in our play", "paper snowflakes on the window"])
def test_harmless_company_makes_a_word_harmless(text):
    assert noticed(text) == []


def test_strong_words_in_a_row_are_noticed_once_and_the_milder_only_alone():
    assert noticed("what a stupid bloody idiotic thing") == ["stupid bloody idiotic"]
    assert noticed("internet trolls") == ["trolls"]
    assert noticed("trolls write shit") == ["shit"]
