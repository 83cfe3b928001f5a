"""Names of the roll however they are written, and what only looks like one: two words side by side, initials, a letter off, two of one name."""

import pytest

from askfirst.checks.draft import Author, Draft, Told
from askfirst.checks.text.names import NAMES
from askfirst.checks.text.people.roll import read_roll

ROLL = read_roll(
    """person_id,given_name,family_name,known_as,role,school,year
1,Jorah,Blenkinsop,,student,Northgate School,8
2,Maisie,Blenkinsop,,student,Northgate School,11
3,Amina,Farouk-Wells,,student,Northgate School,9
4,Rose,Tarrant,,student,Northgate School,7
5,Summer,Field,,student,Northgate School,9
6,Grace,Mbeki,,student,Northgate School,8
7,Noor,Haddad-Lyle,,student,Northgate School,11
8,Kofi,Standish,,staff,Northgate School,
9,Anna,Williams,,student,Northgate School,10""".splitlines()
)
TOLD = Told(roll=ROLL, own_list=True)

NAMED = (
    ("AF in 9S is so quick", ["AF"]),
    ("AFW (9S) scored twice", ["AFW"]),
    ("Jora Blenkinsop's painting", ["Jora Blenkinsop"]),
    ("Blenkinsop J won again", ["Blenkinsop J"]),
    ("Blenkinsop, J is in goal", ["Blenkinsop, J"]),
    ('Jorah "Jo" Blenkinsop sang', ['Jorah "Jo" Blenkinsop']),
    ("jorah t blenkinsop came first", ["jorah t blenkinsop"]),
    ("The winner was called Jorah Blenkinsop", ["Jorah Blenkinsop"]),
    ("Grace Mbeki sat by Grace Field the newsreader", ["Grace Mbeki"]),
    ("Grace Mbeki and Noor in 11D", ["Grace Mbeki", "Noor"]),
    ("Grace Mbeki read. Then Grace sang.", ["Grace Mbeki", "Grace"]),
    ("Mrs Williams was at the gate", ["Mrs Williams"]),
)
NOBODY = (
    "PE in Year 9 was cold",
    "AF on the camera in 9 minutes",
    "AF in 8Q was late",
    "We live at ZZ99 8QA and Rose lives next door",
    "A book called Summer Field",
    "my dog is called Grace",
    "Dr William Miller spoke",
    "Mr Standis Hall",
    "Grace Field read the news",
)
OTHERS = (
    ("Grace Mbeki sat with Grace Quillington", ["Grace Mbeki"]),
    ("Anna Williams beat Debra Williams in the final", ["Anna Williams"]),
    ("Yesterday Anna Williams won. Today Williams rested.", ["Anna Williams", "Williams"]),
)


def named(text, told=TOLD):
    return [text[hit.start : hit.end] for hit in NAMES.look(Draft(text, Author.STUDENT, told=told))]


@pytest.mark.parametrize(("text", "who"), [*NAMED, *OTHERS])
def test_whoever_is_meant_is_seen_and_nobody_else_of_the_same_name(text, who):
    assert named(text) == who


@pytest.mark.parametrize("text", NOBODY)
def test_what_only_looks_like_a_name_is_left_alone(text):
    assert named(text) == []


def test_initials_that_two_share_point_at_nobody():
    """Two of one year with the same initials: a reader could not tell either."""
    lines = ["person_id,given_name,family_name,known_as,role,school,year", "1,Anna,Field,,student,N,9", "2,Ada,Frost,,student,N,9"]
    assert named("AF in 9S is quick", Told(roll=read_roll(lines))) == []


def test_ones_own_list_of_names_is_all_that_is_looked_for():
    """A list given by hand says whom to look for; the roll of a Trust is told no more of than a stranger may know."""
    text = "Thank you Mrs Quillington and Mrs Williams"
    for own, seen in ((True, ["Mrs Williams"]), (False, ["Mrs Quillington", "Mrs Williams"])):
        draft = Draft(text, Author.STAFF, told=Told(roll=ROLL, own_list=own))
        assert [text[hit.start : hit.end] for hit in NAMES.look(draft)] == seen
