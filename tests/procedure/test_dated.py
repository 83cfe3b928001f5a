"""Dated facts: whole files load, broken ones are refused with file, line and reason, and a fact holds only in its time."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.procedure.dated import BadFacts, Fact, Rule, load_contacts, load_facts, load_platforms, the_contacts, the_facts, the_platforms

GOOD = """[[fact]]
id = "a"
rule = "dated"
names = ["Bebo"]
says = "{name} has closed"
fact = "It closed."
propose = "Take it out."
source = "A newspaper"
checked_on = 2026-11-01
"""


def _file(folder: Path, text: str) -> Path:
    path = folder / "facts.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_file_loads(tmp_path: Path) -> None:
    (fact,) = load_facts(_file(tmp_path, GOOD))
    assert (fact.id, fact.rule, fact.names, fact.checked_on) == ("a", Rule.DATED, ("Bebo",), date(2026, 11, 1))


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (GOOD + "\n" + GOOD, 11, "a is here twice"),
        (GOOD.replace('source = "A newspaper"\n', ""), 1, "source is missing"),
        (GOOD.replace("A newspaper", "  "), 1, "source is not a str"),
        (GOOD.replace("2026-11-01", '"yesterday"'), 1, "checked_on is not a date"),
        (GOOD.replace("2026-11-01", "2026-11-01T10:00:00"), 1, "checked_on is not a date"),
        (GOOD.replace('"dated"', '"guessed"'), 1, "rule is guessed"),
        (GOOD.replace("{name}", "{who}"), 1, "who is not a gap"),
        (GOOD.replace('["Bebo"]', '["Bebo", 7]'), 1, "names holds something"),
        (GOOD + "colour = 'red'\n", 1, "colour is not a field"),
        (GOOD + "valid_from = 2020-01-01\nvalid_to = 2019-01-01\n", 1, "valid_to is before valid_from"),
        (GOOD + "id = 'again'\n", 10, ""),
        ("[[fact]\n", 1, ""),
        ("[[platform]]\n", 1, "only [[fact]]"),
        ("fact = [{id = 'a'}]\n", 1, "under its own [[fact]]"),
    ],
)
def test_a_broken_file_is_refused_with_file_line_and_reason(tmp_path: Path, text: str, line: int, reason: str) -> None:
    with pytest.raises(BadFacts) as refused:
        load_facts(_file(tmp_path, text))
    said = str(refused.value)
    assert said.startswith("facts.toml:%d: " % line)
    assert reason in said


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "facts.toml"
    path.write_bytes(b"[[fact]]\nid = '\xff'\n")
    with pytest.raises(BadFacts, match="not UTF-8"):
        load_facts(path)


def test_a_contact_nobody_can_reach_is_refused(tmp_path: Path) -> None:
    row = '[[contact]]\nid = "x"\nname = "X"\nsays = "Talk."\nsource = "x"\nchecked_on = 2026-11-01\n'
    with pytest.raises(BadFacts, match="neither number nor link"):
        load_contacts(_file(tmp_path, row))


@given(start=st.dates(), length=st.integers(0, 400), day=st.dates())
def test_a_fact_holds_from_its_first_day_to_its_last(start: date, length: int, day: date) -> None:
    try:
        end = start + timedelta(days=length)
    except OverflowError:
        end = date.max
    fact = Fact("a", Rule.DATED, ("x",), None, "s", "f", "p", "src", date(2026, 11, 1), valid_from=start, valid_to=end)
    assert fact.holds_on(day) == (start <= day <= end)


def test_every_shipped_fact_has_a_source_and_a_checked_date() -> None:
    facts = the_facts()
    assert len({fact.id for fact in facts}) == len(facts) >= 40
    assert all(fact.source and date(2026, 11, 1) <= fact.checked_on <= date(2026, 11, 28) for fact in facts)
    assert {fact.rule for fact in facts} == set(Rule)


def test_wordings_of_one_matter_never_hold_on_the_same_day() -> None:
    """One mention, one fact a day: else a clause would be reported twice."""
    dated = [fact for fact in the_facts() if fact.rule is Rule.DATED]
    days = {day for fact in dated for day in (fact.valid_from, fact.valid_to) if day} | {date(1999, 1, 1), date(2026, 11, 23)}
    for day in days:
        names = [name for fact in dated if fact.holds_on(day) for name in fact.names]
        assert len(names) == len(set(names)), day


def test_platforms_cover_what_the_procedure_names_and_grow_stale() -> None:
    platforms = the_platforms()
    named = {fact.platform for fact in platforms}
    assert named >= {"Facebook", "X", "Tumblr", "Pinterest", "Bebo", "MySpace", "Blogs", "Instagram", "TikTok", "Snapchat"}
    assert named >= {"WhatsApp", "YouTube", "LinkedIn", "Bluesky", "Mastodon"}
    for fact in platforms:
        assert not fact.stale_on(date(2026, 11, 23))
        assert fact.stale_on(fact.checked_on + timedelta(days=181))
        assert not fact.stale_on(fact.checked_on + timedelta(days=180))


def test_a_platform_file_is_checked_too(tmp_path: Path) -> None:
    row = '[[platform]]\nname = "X"\nsection = "gossip"\nfact = "f"\nsource = "s"\nchecked_on = 2026-11-01\n'
    with pytest.raises(BadFacts, match="section is gossip"):
        load_platforms(_file(tmp_path, row))


def test_where_to_send_people() -> None:
    contacts = the_contacts()
    assert contacts["childline"].number == "0800 1111"
    assert contacts["emergency"].number == "999"
    assert contacts["samaritans"].number == "116 123"
    assert {"report-remove", "stopncii", "report-harmful-content", "posh", "education-support", "ico", "police", "union"} <= set(contacts)
    assert all(contact.checked_on == date(2026, 11, 1) and contact.source for contact in contacts.values())
    assert not contacts["posh"].students and contacts["posh"].to_confirm
