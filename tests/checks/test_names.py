"""Who is named: with a roll however it is written, without one by the form of a name; and everything that only looks like one."""

import io

import pytest

from askfirst.checks.draft import Author, Draft, Told, Where
from askfirst.checks.text.names import NAMES
from askfirst.checks.text.people.roll import BadRoll, read_roll

# The cast's students and staff, with two whose names are ordinary words.
PEOPLE = """person_id,given_name,family_name,known_as,role,school,year
S1,Jorah,Blenkinsop,,student,Northgate School,8
S2,Maisie,Blenkinsop,,student,Northgate School,11
S3,Amina,Farouk-Wells,Mina,student,Northgate School,9
S4,Callie,Rusk,,student,Eastfield Academy,9
S5,Noor,Haddad-Lyle,,student,Northgate School,11
S6,Mark,Day,,student,Northgate School,10
T1,Nkechi,Rainsford,,staff,Eastfield Academy,
T2,Tomasz,Wieczorek,,staff,Northgate School,
T3,Summer,Lane,,staff,Northgate School,
"""
ROLL = read_roll(io.StringIO(PEOPLE))


def named(text, *, roll=ROLL, author=Author.STUDENT, where=Where.TWEET):
    draft = Draft(text, author, where, told=Told(roll=roll))
    return [text[hit.start : hit.end] for hit in NAMES.look(draft)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jorah Blenkinsop scored twice", ["Jorah Blenkinsop"]),
        ("JORAH BLENKINSOP!!!", ["JORAH BLENKINSOP"]),
        ("jorah blenkinsop's boots", ["jorah blenkinsop"]),
        ("BLENKINSOP, Jorah left a bag", ["BLENKINSOP, Jorah"]),
        ("j.o.r.a.h  b.l.e.n.k.i.n.s.o.p knows", ["j.o.r.a.h  b.l.e.n.k.i.n.s.o.p"]),
        ("Jor\u200bah Blen\u200bkinsop", ["Jor\u200bah Blen\u200bkinsop"]),
        ("J0rah Bl3nkinsop lol", ["J0rah Bl3nkinsop"]),
        ("#Jorah_Blenkinsop what a goal", ["Jorah_Blenkinsop"]),
        ("credit to @callie.rusk_07 for this", ["callie.rusk_07"]),
        ("Jorah Blenkinsopp won", ["Jorah Blenkinsopp"]),
        ("Mina F-W in yr9 has new glasses", ["Mina F-W"]),
        ("N. Haddad-Lyle brought a lasagne", ["N. Haddad-Lyle"]),
        ("Maisie in 11B did a backflip", ["Maisie"]),
        ("Jorah, Callie and Mina from Year 8", ["Jorah", "Callie", "Mina"]),
        ("Jorah Blenkinsop read. Jorah was brave.", ["Jorah Blenkinsop", "Jorah"]),
        ("Mrs Rainsford's assembly", ["Mrs Rainsford"]),
        ("Mr Blenkinsop was at the gate", ["Mr Blenkinsop"]),
        ("Mr Tomasz Wieczorek fixed it", ["Mr Tomasz Wieczorek"]),
        ("Томаш Вечорек fixed it", ["Томаш Вечорек"]),
        ("Нкечи Раинсфорд", ["Нкечи Раинсфорд"]),
    ],
)
def test_a_name_on_the_roll_is_seen_however_it_is_written(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Jorah says hi",
        "mark day one in your diary",
        "Is there a mark? Day two is worse.",
        "we met on Summer Lane after tea",
        "Mark Day the newsreader is on telly",
        "Mark Day is a character in our drama script, he is not real",
        "My name is Jorah Blenkinsop and this is my page",
        "That is all from me!\n- Jorah Blenkinsop",
        "write to jorah.blenkinsop@mail.example",
        "Maisie in 7B did a backflip",
        "the summer was long",
    ],
)
def test_what_only_looks_like_a_name_is_left_alone(text):
    assert named(text) == []


def test_ones_own_profile_names_nobody_else():
    assert named("Nkechi Rainsford. Deputy head. Tea.", author=Author.STAFF, where=Where.PROFILE_BIO) == []
    assert named("Deputy to Nkechi Rainsford", author=Author.STAFF, where=Where.PROFILE_BIO) == ["Nkechi Rainsford"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jorah B in 8Q got the lead in the play.", ["Jorah B"]),
        ("Elowen Tamblyn in Year 4 drew a heron", ["Elowen Tamblyn"]),
        ("Thank you Mrs Rainsford", ["Mrs Rainsford"]),
        ("Mr Desmond Quarshie came to lunch", ["Mr Desmond Quarshie"]),
        ("Mr Darcy would hate this", []),
        ("Miss World is still on?", []),
        ("I miss March", []),
        ("Anne Frank (Year 9) is the unit I love", []),
        ("Maths in Year 7 starts with place value", []),
        ("Big Ben in Year 3 was made of boxes", []),
        ("my Year 9s ran a trial of Richard III", []),
    ],
)
def test_without_a_roll_the_form_of_a_name_is_enough(text, expected):
    assert named(text, roll=None, author=Author.STAFF) == expected


def test_no_answer_says_whether_a_name_is_on_the_roll():
    """Staff are told the same of a name on the roll and of one off it, word for word."""
    on, off = "Thank you Mrs Rainsford for today", "Thank you Mrs Quillington for today"
    answers = []
    for text in (on, off):
        (hit,) = NAMES.look(Draft(text, Author.STAFF, told=Told(roll=ROLL)))
        answers.append((hit.level, hit.clause, hit.also, hit.title, hit.why, hit.fix, hit.doubt))
    assert answers[0] == answers[1]


def test_two_rolls_give_equal_answers_where_neither_is_loaded():
    text = "Jorah B in 8Q and Mrs Rainsford"
    assert named(text, roll=None) == named(text, roll=None, author=Author.STAFF) == ["Jorah B", "Mrs Rainsford"]


@pytest.mark.parametrize(
    ("lines", "line", "word"),
    [
        ([], "line 1", "heading"),
        (["name,year"], "line 1", "given_name"),
        ([PEOPLE.splitlines()[0]], "line 2", "no names"),
        ([PEOPLE.splitlines()[0], "S1,,Rusk,,student,X,8"], "line 2", "missing"),
        ([PEOPLE.splitlines()[0], "S1,Callie,Rusk,,pupil,X,8"], "line 2", "role"),
        ([PEOPLE.splitlines()[0], "S1,Callie,Rusk,,student,X,eight"], "line 2", "year"),
        ([PEOPLE.splitlines()[0], "S1,Callie,Rusk,,student,X,8,more"], "line 2", "cells"),
    ],
)
def test_a_bad_roll_says_which_line_and_what_next(lines, line, word):
    with pytest.raises(BadRoll) as bad:
        read_roll(lines)
    assert str(bad.value).startswith(line)
    assert word in str(bad.value)


def test_a_roll_prints_no_name():
    assert "Blenkinsop" not in repr(ROLL)
    assert "Blenkinsop" in PEOPLE
