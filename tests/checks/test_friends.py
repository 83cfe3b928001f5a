"""The friend-list check by itself (S10): how a list is read, how a name is met, what is said, and that time grows with the list alone."""

import copy
import logging
import pickle
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.checks.friends.look import look_through
from askfirst.checks.friends.pasted import Pasted, names_in
from askfirst.checks.friends.table import Link, Listed, Table, from_roll, table_of
from askfirst.checks.text.people.roll import read_roll

NOOR = Listed("Noor Haddad-Lyle", Link.STUDENT, "Noor")
KIT = Listed("Kit Okoro-Penn", Link.STUDENT, "Kit")
OTTILIE = Listed("Ottilie Grange", Link.LEFT, "Ottilie", under_18=True, lately=12)
MRS_ROWBOTHAM = Listed("Mrs Jacinta Rowbotham", Link.COLLEAGUE, "Mrs Rowbotham")
MS_DEVLIN = Listed("Ms Bronagh Devlin-Shaw", Link.COLLEAGUE, "Ms Devlin-Shaw")
HERE = (NOOR, KIT, OTTILIE, MRS_ROWBOTHAM, MS_DEVLIN)
ROLL = "person_id,given_name,family_name,known_as,role,school,year\n"


def met(text, people=HERE, family=()):
    return [(seen.clause, text[seen.start : seen.end]) for seen in look_through(Pasted(text), table_of(people, family=family))]


def read(text):
    return [text[name.start : name.end] for group in names_in(Pasted(text)) for name in group[:1]]


@pytest.mark.parametrize(
    "written",
    [
        "Noor Haddad-Lyle",
        "noor haddad-lyle",
        "NOOR HADDAD LYLE",
        "Noor  Haddadlyle",
        "Haddad-Lyle, Noor",
        "Haddad-Lyle Noor",
        "Nóor Haddâd‑Lyle",
        "Noor Amal Haddad-Lyle",
        "Miss Noor Haddad-Lyle",
        "@noor.haddadlyle",
        "noor_haddad_lyle11",
        "Noor Haddad-Lyle · 12 mutual friends",
        "Noor Haddad-Lyle • Northgate",
        "Noor Haddad-Lyle 12 mutual friends",
        "Noor Haddad-Lyle (14 mutual)",
        "Noor Haddad-Lyle\tFriends since 2024",
        "Noor Haddad-Lyle and 3 others",
        "Noor Haddad-Lyle - works at a shop",
        "Noor Haddad-Lyle Add friend",
        "12. Noor Haddad-Lyle",
        "* Noor Haddad-Lyle",
        '"Noor Haddad-Lyle"',
        "\ufeffNoor Haddad-Lyle",
        "Ann Reed, Noor Haddad-Lyle, Sam Poe",
        "Ann Reed\r\nNoor Haddad-Lyle\r\n12 mutual friends\r\nMessage\r\n",
    ],
)
def test_a_name_is_met_however_it_is_written(written):
    assert [clause for clause, _ in met(written)] == ["SNS-6"]


@pytest.mark.parametrize(
    "written",
    [
        "Noor",
        "Haddad-Lyle",
        "Mrs Haddad-Lyle",
        "Noor Haddad",
        "Noor Haddad-Lyles",
        "Eleanor Haddad-Lyle",
        "Rowbotham",
        "Jacinta",
        "12 mutual friends",
        "Message",
        "Grange Road",
        "Noor Haddad\nLyle",
        "People you may know: everyone who ever met Noor Haddad-Lyle at a party",
    ],
)
def test_part_of_a_name_or_a_sentence_meets_nobody(written):
    assert met(written) == []


def test_colleagues_are_met_by_title_and_last_name_too():
    assert met("Mrs Rowbotham\nMs. Devlin-Shaw\nMr Ann Reed") == [("SNS-9", "Mrs Rowbotham"), ("SNS-9", "Ms. Devlin-Shaw")]


def test_s10_what_weighs_most_comes_first_and_a_name_is_told_once():
    text = "Mrs Rowbotham\nOttilie Grange\nNoor Haddad-Lyle\nHaddad-Lyle, Noor\nnoor haddad-lyle"
    assert met(text) == [("SNS-6", "Noor Haddad-Lyle"), ("SNS-11", "Ottilie Grange"), ("SNS-9", "Mrs Rowbotham")]


@pytest.mark.parametrize(
    ("under_18", "lately", "reason"),
    [
        (True, 12, "under 18 and left less than 12 months ago"),
        (True, 0, "still under 18"),
        (False, 12, "left less than 12 months ago"),
        (False, 0, "might be a former student."),
    ],
)
def test_s10_a_former_student_is_always_a_tip_and_a_stronger_one_with_its_reason(under_18, lately, reason):
    """A26: tip always; stronger when under 18 or left less than 12 months ago."""
    one = Listed("Ottilie Grange", Link.LEFT, "Ottilie", under_18=under_18, lately=lately)
    (seen,) = look_through(Pasted("Ottilie Grange"), table_of([one]))
    assert (seen.clause, seen.level.value, seen.noticed) == ("SNS-11", "Tip", False)
    assert reason in str(seen.why)
    assert (seen.about == "stronger") is (under_18 or lately > 0)
    assert ("may be stricter" in str(seen.why)) is (under_18 or lately > 0)


def test_two_people_of_one_name_are_one_line_and_the_student_leads():
    both = (Listed("Mr Kit Okoro-Penn", Link.COLLEAGUE, "Mr Okoro-Penn"), KIT)
    assert met("Kit Okoro-Penn", both) == [("SNS-6", "Kit Okoro-Penn")]
    assert met("Mr Okoro-Penn", both) == [("SNS-9", "Mr Okoro-Penn")]


def test_a_name_somebody_goes_by():
    one = Listed("Jacqueline Anne Tamblyn", Link.STUDENT, "Jackie")
    for written in ("Jackie Tamblyn", "Tamblyn, Jackie", "Jacqueline Tamblyn", "Jacqueline Anne Tamblyn", "Tamblyn Jacqueline Anne"):
        assert met(written, (one,)) == [("SNS-6", written)], written
    assert met("Anne Tamblyn", (one,)) == []


def test_s10_family_is_left_out_by_any_way_to_write_the_name():
    for written in ("Kit Okoro-Penn", "Okoro-Penn, Kit", "KIT OKORO PENN · 4 mutual friends"):
        assert met("Kit Okoro-Penn\nNoor Haddad-Lyle", family=[written]) == [("SNS-6", "Noor Haddad-Lyle")], written
    assert met("Mrs Rowbotham", family=["Jacinta Rowbotham"]) == []
    assert len(met("Kit Okoro-Penn\nNoor Haddad-Lyle", family=["Sam Poe", "", "\0"])) == 2


def test_a_roll_of_ones_own_knows_students_and_staff():
    lines = ROLL + "1,Noor,Haddad-Lyle,,student,Northgate School,11\n2,Jacinta,Rowbotham,Jess,staff,Northgate School,\n"
    table = from_roll(read_roll(lines.splitlines()))
    text = "Haddad-Lyle, Noor\nJess Rowbotham\nMrs Rowbotham\nSam Poe"
    assert [seen.clause for seen in look_through(Pasted(text), table)] == ["SNS-6", "SNS-9"]


def test_how_a_list_is_read():
    text = "Ann Reed, Sam Poe ,, 12 mutual friends\n\n  3. Zoë Lum (Zo)\r\nK|Message;%%%"
    assert read(text) == ["Ann Reed", "Sam Poe", "Zoë Lum", "K", "Message"]
    assert read("") == read("%%% 12 34\n\t\r\n") == []


@given(st.text(max_size=300))
def test_every_name_lies_in_the_list(text):
    for group in names_in(Pasted(text)):
        for name in group:
            assert 0 <= name.start < name.end <= len(text)
            assert name.words and all(name.words)
    for seen in look_through(Pasted(text), table_of(HERE)):
        assert text[seen.start : seen.end].strip() == text[seen.start : seen.end] != ""


def test_an_empty_table_meets_nobody():
    assert look_through(Pasted("Noor Haddad-Lyle"), Table()) == ()


def test_a_list_cannot_be_shown_or_kept_by_accident(caplog):
    pasted = Pasted("CANARY Noor")
    with caplog.at_level(logging.INFO):
        logging.getLogger("any").info("looking at %s and %r", pasted, [pasted])
    shown = "%s %r {} {!r}".format(pasted, pasted) % (pasted, pasted) + caplog.text + repr(KIT) + repr(table_of([KIT]))
    assert "CANARY" not in shown
    assert "Kit" not in shown
    for keep in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError, match="never stored"):
            keep(pasted)


UNKIND = ("a,", ",", " ", "1. ", "- ", "a ", "\n", "·", "(", "Noor Haddad-Lyle, ", "1 mutual ", "\u200d", "Mr ", "“", "12", "a 1 ", "a\t")


def spent(text, table):
    """The quickest of three, in processor time."""
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        look_through(Pasted(text), table)
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("family", UNKIND, ids=repr)
def test_time_grows_with_the_list_and_no_faster(family):
    table = table_of(HERE)
    half, whole = ((family * (size // len(family) + 1))[:size] for size in (20_000, 40_000))
    assert spent(whole, table) <= 2.5 * spent(half, table) + 0.02


def test_five_thousand_friends_against_two_thousand_names_take_a_blink():
    people = [Listed("Ada%d Number%d" % (one, one % 97), Link.STUDENT, "Ada%d" % one) for one in range(2000)]
    text = "\n".join("Ada%d Number%d · 12 mutual friends" % (one, one % 97) for one in range(0, 10_000, 2))
    begun = time.process_time()
    found = look_through(Pasted(text), table_of(people))
    assert len(found) == 1000
    assert time.process_time() - begun < 3
