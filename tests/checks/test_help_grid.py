"""Need is met whoever does it and whatever is done, and everyday talk in the same frames is not: every sentence of a grid, made here.

No sign is written for any one of these sentences. What is asked for is a part of each grid, since some of their sentences mean little.
"""

from itertools import product

import pytest

from askfirst.checks.draft import Author, Draft
from askfirst.checks.text import help as help_module
from askfirst.checks.text.help import HELP

KIN = (
    "dad",
    "mum",
    "mam",
    "stepdad",
    "step-mum",
    "brother",
    "uncle",
    "auntie",
    "cousin",
    "grandad",
    "carer",
    "boyfriend",
    "mum's boyfriend",
    "ex",
)
ADULTS = ("teacher", "football coach", "tutor", "youth leader", "neighbour", "TA", "driving instructor", "imam", "pastor", "boss")
FRIENDS = ("friend", "mate", "bestie", "cousin", "sister", "brother")
GAMES = ("chess", "fifa", "tennis", "monopoly", "cards", "darts", "pool", "uno", "bowling", "golf")

NEED = {
    "hits": (
        ("my {0} {1} me", "my {0} {1} me when hes drunk", "my {0} always {1} me", "my {0} {1} my mum", "my {0} {1} me if i get it wrong"),
        KIN,
        "hits punches kicks slaps beats chokes strangles batters smacks burns bites belts headbutts".split(),
    ),
    "hit": (
        ("my {0} {1} me last night", "my {0} {1} me again", "{0} {1} me in the face"),
        KIN,
        "hit punched kicked slapped beat choked strangled battered smacked burned bit".split(),
    ),
    "hitting": (
        ("my {0} keeps {1} me", "my {0} is {1} me", "my {0} wont stop {1} me"),
        KIN,
        "hitting punching kicking slapping hurting touching beating choking threatening".split(),
    ),
    "touches": (
        ("my {0} {1} me", "my {0} {1} my bum", "my {0} {1} my thigh", "my {0} {1} me and tells me not to tell"),
        ("dad", "stepdad", "uncle", "cousin", "grandad", "teacher", "coach", "tutor", "priest", "babysitter"),
        "touches touched kisses kissed gropes groped".split(),
    ),
    "contact": (
        ("my {0} {1}",),
        ADULTS,
        (
            "texts me at night",
            "keeps messaging me",
            "keeps touching me",
            "asked for my snap",
            "wants to meet me alone",
            "sends me pictures of himself",
            "told me to keep it secret",
            "says i'm special and not to tell anyone",
            "wants me to send him pics",
            "says i'm beautiful and sexy",
        ),
    ),
    "online": (
        ("{0} {1}", "{0} online {1}"),
        ("a man", "some guy", "a stranger", "an older boy", "some random guy", "this bloke"),
        (
            "keeps asking me for pics",
            "asked me for nudes",
            "wants to meet up with me in secret",
            "sent me a picture of his willy",
            "wants my address",
            "told me to keep it secret",
            "is blackmailing me",
            "says he will share my pictures",
            "keeps messaging me at night",
        ),
    ),
    "self": (
        ("i {0} {1}", "sometimes i {0} {1}"),
        ("want to", "wanna", "am going to", "might"),
        ("kill myself", "die", "end it all", "end my life", "hurt myself", "cut myself", "overdose", "jump off a bridge", "hang myself"),
    ),
    "fear": (
        ("i am {0} of my {1}", "im {0} to go home cos of my {1}", "im {0} of what my {1} will do", "i dont feel safe with my {1}"),
        ("scared", "frightened", "terrified", "afraid"),
        ("dad", "mum", "stepdad", "brother", "boyfriend", "carer"),
    ),
    "neglect": (
        ("{0} {1}", "at home {0} {1}"),
        ("mum", "dad", "my carer"),
        (
            "leaves me alone all night",
            "never feeds us",
            "is always drunk",
            "is always off his face on drugs",
            "forgets to pick me up and goes out drinking",
            "leaves us with no food",
            "wont take me to the doctor",
        ),
    ),
    "bullied": (
        ("{0} {1}",),
        ("they", "some boys", "the girls in my class", "a gang"),
        (
            "beat me up every day",
            "keep hitting me",
            "tell me to kill myself",
            "push me down the stairs",
            "jumped me after school",
            "keep touching my bum",
            "took my clothes and filmed me",
            "say they will kill me",
            "throw stones at me",
            "threatened to stab me",
        ),
    ),
    "gang": (
        ("{0} {1}",),
        ("they", "some older boys", "a man", "olders"),
        (
            "make me sell drugs",
            "want me to carry a knife",
            "make me hold drugs for them",
            "say i owe them money and will hurt me",
            "make me deliver packages",
            "said they will stab me if i stop",
            "took me to another town to sell",
        ),
    ),
    "told": (
        ("A {0} told me {1}", "A {0} wrote that {1}"),
        ("pupil", "student", "child", "girl", "boy"),
        (
            "her dad hits her",
            "he wants to die",
            "her uncle touches her",
            "she is self-harming",
            "he is scared to go home",
            "there is no food at home",
            "a man online asked for pictures",
            "her mum locks her in a room",
        ),
    ),
    "friend": (
        ("my {0} {1}", "i think my {0} {1}"),
        FRIENDS,
        (
            "wants to kill herself",
            "is self harming",
            "is cutting",
            "is being hit by his dad",
            "is being abused",
            "is being groomed",
            "wants to die",
            "took an overdose",
            "has been raped",
            "is not eating",
            "is being blackmailed",
            "is scared to go home",
        ),
    ),
}
TALK = {
    "killing": (
        ("this {0} is killing me", "that {0} nearly killed me", "this {0} will be the death of me", "i would rather die than do {0} again"),
        "exam homework maths heat queue assembly headache song hill workout shift marking photocopier".split(),
        ("",),
    ),
    "food": (
        ("i could murder a {0}", "id die for a {0}", "dying for a {0}", "starving, need a {0}", "my {0} is to die for"),
        "pizza burger kebab cuppa curry pasty roast kitkat".split(),
        ("",),
    ),
    "trifles": (
        ("my {0} will kill me if i {1}", "{0} is going to kill me when she sees i {1}", "my {0} is gonna murder me, i {1}"),
        ("dad", "mum", "sister", "nan", "coach", "teacher"),
        ("forgot my PE kit", "lost my tie", "broke the plate", "ate the last biscuit", "am late", "failed my mock"),
    ),
    "games": (
        ("my {0} beat me at {1}", "my {0} battered me at {1}", "{0} destroyed me at {1}", "i beat my {0} at {1}"),
        ("dad", "mum", "brother", "cousin", "grandad", "mate", "coach"),
        GAMES,
    ),
    "kind": (
        ("my {0} {1}", "last night my {0} {1}"),
        ("dad", "mum", "stepdad", "uncle", "cousin", "grandad", "nan", "teacher"),
        (
            "makes me laugh",
            "buys me chips after swimming",
            "teaches me guitar",
            "tells the worst jokes",
            "messages the family group chat",
            "calls me champ",
            "takes photos of birds",
            "shouts at the telly",
            "sent me a picture of the garden",
        ),
    ),
}


def part_met(grid):
    frames, first, second = grid
    sentences = {frame.format(*pair) for frame in frames for pair in product(first, second)}
    return sum(any(True for _ in HELP.look(Draft(one, Author.STUDENT))) for one in sentences) / len(sentences)


@pytest.mark.parametrize("name", sorted(NEED))
def test_need_is_met_whoever_does_it_and_whatever_is_done(name):
    assert part_met(NEED[name]) >= 0.95


@pytest.mark.parametrize("name", sorted(TALK))
def test_everyday_talk_in_the_same_frames_is_left_alone(name):
    assert part_met(TALK[name]) <= 0.02


def test_without_what_is_put_together_the_grids_have_holes(monkeypatch):
    """The planted flaw: exact wordings alone."""
    monkeypatch.setattr(help_module, "composed", lambda tokens: iter(()))
    assert min(part_met(NEED[name]) for name in ("contact", "touches", "friend")) < 0.8
