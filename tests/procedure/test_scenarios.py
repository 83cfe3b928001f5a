"""What would you do? At least two scenarios for each Must and Should clause and reader, in words each can read, and none forgotten."""

import re
from dataclasses import replace

import pytest

from askfirst.procedure.clause import Addressee, Edition, Strength, Tag
from askfirst.procedure.load import BadPack, editions, the_edition
from askfirst.procedure.scenarios import READERS, Scenario, forgotten, load_scenarios, owed, the_scenarios
from gates.words import convicting
from tests.procedure.test_pack import SHARED, document, needs, shingles
from tests.readability import grade, longest_sentence

EDITION = the_edition()
ALL = the_scenarios()
EACH = pytest.mark.parametrize("one", ALL, ids=[one.id for one in ALL])
LIMITS = {Addressee.STUDENT: (15, 6.0)}
GOOD = """[[scenario]]
id = "PRI-1-staff-1"
ask = "You want to post."
choices = ["Post.", "Wait."]
better = 2
reason = "It can wait."
"""


def read(one: Scenario) -> tuple[str, ...]:
    return (one.ask, *one.choices, one.reason)


def test_no_clause_and_no_reader_is_forgotten() -> None:
    """Table: 54 pairs by hand (20 clauses for both, 18 for staff, 3 for managers, 2 each for the Trust and students)."""
    assert len(owed(EDITION)) == 20 * 2 + 18 + 3 + 2 + 2
    assert forgotten(EDITION, ALL) == ()


def stronger(strength: Strength) -> Edition:
    """A next edition that makes of each advice a rule of that strength."""
    clauses = [replace(one, strength=strength) if one.strength is Strength.ADVICE else one for one in EDITION.clauses]
    return replace(EDITION, clauses=tuple(clauses))


def test_it_can_fail_a_scenario_taken_away_is_missed() -> None:
    strict = stronger(Strength.MUST)
    for gone in ALL:
        assert forgotten(strict, [one for one in ALL if one.id != gone.id]) == ((gone.clause, gone.reader),)


@pytest.mark.parametrize("name", editions())
def test_every_edition_that_is_shipped_has_scenarios_of_its_own_strengths(name) -> None:
    assert forgotten(the_edition(name, readings=False), ALL) == ()


@pytest.mark.parametrize("strength", [Strength.MUST, Strength.MUST_NOT, Strength.SHOULD, Strength.SHOULD_NOT])
def test_advice_that_a_next_edition_makes_a_rule_has_its_scenarios(strength) -> None:
    """Five clauses are advice today: SNS-3, SNS-6, SNS-11, CON-2 and CON-7, three of them for staff and students."""
    edition = stronger(strength)
    assert len(owed(edition)) == len(owed(EDITION)) + 2 + 3 * 2
    assert forgotten(edition, ALL) == ()


def test_a_rule_whose_strength_changes_lacks_what_was_said_of_the_old_one() -> None:
    """SNS-12 as a Should: all its reasons say "must". As it is today nothing lacks."""
    weaker = [replace(one, strength=Strength.SHOULD) if one.id == "SNS-12" else one for one in EDITION.clauses]
    found = forgotten(replace(EDITION, clauses=tuple(weaker)), ALL)
    assert found == (("SNS-12", Addressee.STAFF), ("SNS-12", Addressee.STUDENT))


def test_a_reason_that_names_a_strength_is_kept_to_it_and_says_that_of_its_clause() -> None:
    for one in ALL:
        named = {tag for word, tag in (("must", Tag.MUST), ("should", Tag.SHOULD)) if re.search(r"\b%s\b" % word, one.reason.lower())}
        assert named <= {one.says}, one.id
        assert one.says in (None, EDITION.clause(one.clause).strength.tag), one.id


def test_a_new_clause_without_scenarios_is_missed() -> None:
    new = replace(EDITION.clause("PRI-4"), id="PRI-9")
    edition = replace(EDITION, clauses=(*EDITION.clauses, new))
    assert forgotten(edition, ALL) == (("PRI-9", Addressee.STAFF), ("PRI-9", Addressee.STUDENT))


def test_the_better_answer_is_not_always_in_the_same_place() -> None:
    for reader in READERS:
        places = [one.better for one in ALL if one.reader is reader]
        assert 0.35 < sum(places) / len(places) < 0.65, reader


@EACH
def test_words_are_short_and_plain_and_do_not_convict(one: Scenario) -> None:
    longest, hardest = LIMITS.get(one.reader, (20, 8.0))
    for words in read(one):
        assert longest_sentence(words) <= longest, words
        assert words.endswith((".", "?"))
        assert not convicting(words)
    assert grade(" ".join(read(one))) <= hardest, (one.id, grade(" ".join(read(one))))


def test_the_words_are_our_own_and_name_nobody() -> None:
    """No eight words in a row of the Trust's document, and no name of the cast."""
    theirs = shingles(document())
    assert theirs & shingles(document()[:4000]), "the search would find what is there"
    names = set(re.findall(r"name: (?:Dr |Mrs? |Ms |Miss )?([^,]+),", needs(SHARED / "scenarios" / "cast.yaml")))
    family = {part for name in names for part in re.split(r"[ -]", name) if len(part) > 3} - {"School", "Academy", "Primary", "Northgate"}
    for one in ALL:
        words = " ".join(read(one))
        assert not theirs & shingles(words), one.id
        assert not family & set(re.findall(r"\w+", words)), one.id


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("PRI-1-staff-1", "PRI-1", "PRI-1 is no id of a scenario"),
        ("PRI-1-staff-1", "PRI-99-staff-1", "the edition does not have"),
        ("PRI-1-staff-1", "SNS-6-student-1", "does not reach"),
        ("PRI-1-staff-1", "PRI-1-both-1", "is no id of a scenario"),
        ("better = 2", "better = 3", "names no choice"),
        ("better = 2", "better = 0", "names no choice"),
        ("better = 2", 'better = 2\nsays = "Perhaps"', "strength"),
        ("better = 2", "better = true", "wrong kind"),
        ('["Post.", "Wait."]', '["Post."]', "two or three choices"),
        ('["Post.", "Wait."]', '["Post.", "Post."]', "two or three choices"),
        ('["Post.", "Wait."]', '["Post.", 3]', "not words"),
        ('reason = "It can wait."', "", "reason is missing"),
        ('reason = "It can wait."', 'reason = " "', "reason is empty"),
        ('reason = "It can wait."', 'reason = "Wait."\nscore = 3', "do not know the field score"),
        ("[[scenario]]", "[[scenarios]]", "scenario"),
        ('id = "PRI-1-staff-1"', 'id = "PRI-1-staff-1', "not TOML"),
    ],
)
def test_a_file_that_is_not_whole_is_refused_with_file_line_and_reason(tmp_path, before, after, says) -> None:
    path = tmp_path / "scenarios-x.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert [one.id for one in load_scenarios(path, EDITION)] == ["PRI-1-staff-1"]
    path.write_text(GOOD.replace(before, after), encoding="utf-8")
    with pytest.raises(BadPack) as refused:
        load_scenarios(path, EDITION)
    assert says in str(refused.value)
    assert re.match(r"scenarios-x\.toml:\d+: ", str(refused.value))


def test_an_id_that_stands_twice_is_refused(tmp_path) -> None:
    path = tmp_path / "scenarios-x.toml"
    path.write_text(GOOD + "\n" + GOOD, encoding="utf-8")
    with pytest.raises(BadPack) as refused:
        load_scenarios(path, EDITION)
    assert "stands twice" in str(refused.value)
    assert "scenarios-x.toml:9" in str(refused.value)
