"""Orders and hard words thrown at whoever reads them, insults in two words, and who may be meant: each turned round as well."""

import pytest

from askfirst.checks.catalogue import run
from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Level
from askfirst.checks.text.abuse import ABUSE
from askfirst.checks.text.derogatory import DEROGATORY


def found(text):
    draft = Draft(text, Author.STUDENT)
    return [(one.level, text[one.start : one.end]) for check in (ABUSE, DEROGATORY) for one in run(check, draft)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("go to hell", "go to hell"),
        ("oh just piss off", "piss off"),
        ("Wow, kiss my arse", "kiss my arse"),
        ("you disgust me", "you disgust me"),
        ("i hate your guts", "i hate your guts"),
        ("you are such a fool", "fool"),
        ("youre gay", "youre gay"),
        ("shut your big fat gob", "shut your big fat gob"),
    ],
)
def test_what_is_thrown_at_nobody_by_name_is_asked_about(text, words):
    assert found(text) == [(Level.TIP, words)]


@pytest.mark.parametrize(
    "text",
    [
        "he told me to go to hell and I cried",
        "she said I should get lost",
        "get lost in a good book this summer",
        "I wish I could just go to hell and back for this team",
        "they wanted her to piss off",
        "if you say that again you are a fool",
        "haha you are such a fool love you x",
        "you suck at flappy bird",
        "I am glad you are gay",
        "if you are gay that is fine",
        "when you told me you are gay I was proud",
        "you are the 🐐",
        "it takes skill to just shut the fuck up and listen",
    ],
)
def test_what_is_told_or_meant_well_is_not_thrown(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr Okafor is an attention seeker", "attention seeker"),
        ("Mrs Tate is a grumpy old goat", "grumpy old goat"),
        ("Mrs Tate is a grumpy goat", "grumpy goat"),
        ("@deb_writes.9 crawl back under your rock", "crawl back under your rock"),
        ("mr p is a spineless creep", "spineless creep"),
        ("head of music is a pompous windbag", "pompous windbag"),
        ("our captain is a snivelling little toe-rag", "snivelling little toe-rag"),
        ("Chloe Parker is the nastiest little rat", "nastiest little rat"),
        ("nobody keep a seat for Chloe Parker", "nobody keep a seat for Chloe Parker"),
        ("Chloe Parker smells like a wet compost heap", "smells like a wet compost heap"),
        ("Chloe Parker only got picked because her mum begged", "only got picked because her mum begged"),
        ("A mother at the door this morning was thick as a brick", "thick as a brick"),
        ("opticians are morons", "morons"),
        ("bakers' assistants are failed cooks", "failed cooks"),
        ("Jews control the media", "Jews control the media"),
        ("all Poles do is drink", "do is drink"),
        ("if you see Chloe Parker shove her down the stairs", "if you see Chloe Parker shove her down the stairs"),
        ("Mr Okafor cheats at everything", "cheats at everything"),
        ("Mr Okafor has never had a single thought", "never had a single thought"),
        ("year 9s reek of feet", "reek of feet"),
        ("Judaism is a cancer", "a cancer"),
    ],
)
def test_more_words_and_more_people_are_known(text, words):
    assert words in [said for _, said in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "the goat in our school farm is old and grumpy",
        "seagulls are bullies",
        "keep a seat for Chloe Parker",
        "this song is trash",
        "my captain is a legend",
        "attention seekers need kindness too",
        "Chloe Parker smells like a rose garden, love her new perfume",
        "all Year 7 did was sing",
        "Ministers should be ashamed of what they did to our school",
        "if you see Chloe Parker give her a hug",
        "when people say girls cant code I show them my robot",
    ],
)
def test_what_looks_like_it_is_left_alone(text):
    assert found(text) == []
