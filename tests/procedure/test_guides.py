"""Guides that need no case: nineteen services, five questions each, a source and a day for every fact, and an honest gap where nobody looked."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from askfirst.checks.draft import Where
from askfirst.procedure.dated import Section, the_platforms
from askfirst.procedure.guides import PARTS, UnknownService, guide, load_services, service, the_services
from askfirst.procedure.guides_as_json import guides_json
from askfirst.procedure.load import the_edition
from askfirst.procedure.page import BadPack
from tests.readability import grade, sentences, words

NAMED = ["Facebook", "X", "Tumblr", "Pinterest", "Bebo", "MySpace", "Blogs"]
ADDED = [
    "Instagram",
    "TikTok",
    "Snapchat",
    "WhatsApp",
    "YouTube",
    "LinkedIn",
    "Bluesky",
    "Mastodon",
    "Discord",
    "Threads",
    "Reddit",
    "Google Maps",
]
FIVE = [Section.SEE, Section.FRIENDS, Section.UNTAG, Section.REPORT, Section.MY_DATA]
GOOD = '[[service]]\nid = "a"\nname = "A"\nhosts = ["a.example"]\n'


def test_seven_the_procedure_names_and_twelve_added_in_that_order():
    assert [one.name for one in the_services() if one.named] == NAMED
    assert [one.name for one in the_services() if not one.named] == ADDED
    mentioned = {mention.name for clause in the_edition().clauses for mention in clause.mentions if mention.sort.value == "service"}
    assert {one.named.casefold() for one in the_services() if one.named} - {name.casefold() for name in mentioned} <= {"blogs"}


@pytest.mark.parametrize("name", [*NAMED, *ADDED])
def test_each_guide_has_the_five_parts(name):
    found = guide(service(name))
    assert [part.question.section for part in found.parts] == FIVE
    for part in found.parts:
        assert all(fact.source and fact.checked_on for fact in part.facts)
    of_it = [one for one in the_platforms() if one.platform == name]
    assert sum(len(part.facts) for part in found.parts) + len(found.ages) == len(of_it)


def test_no_fact_stands_where_no_guide_shows_it():
    assert {fact.platform for fact in the_platforms()} <= {one.name for one in the_services()}
    assert [part.facts for name in ("Discord", "Threads") for part in guide(service(name)).parts] == [()] * 10


def test_the_checks_own_channels_open_a_guide():
    """The same ids as the check's; a profile and a web page are no service of their own."""
    known = {where for where in Where if where not in (Where.PROFILE_BIO, Where.WEB_PAGE)}
    assert {service(where).name for where in known} == {"X", "Facebook", "Instagram", "TikTok", "WhatsApp", "Blogs"}


@pytest.mark.parametrize(("name", "id"), [("Twitter", "x"), ("twitter", "x"), ("X", "x"), ("BLOGS", "blog"), ("TikTok", "tiktok")])
def test_another_word_for_it_is_enough(name, id):
    assert service(name).id == id


@pytest.mark.parametrize("name", ["", "Friendster", "../facebook", "\0", "facebook "])
def test_a_name_we_do_not_know(name):
    with pytest.raises(UnknownService):
        service(name)


def stales(day):
    said = json.loads(json.dumps(guides_json(day)))
    return {fact["stale"] for one in said["services"] for part in one["parts"] for fact in part["facts"]}


def test_a_fact_is_stale_after_180_days_and_the_part_says_so():
    part = guide(service("facebook")).part(Section.SEE)
    checked = part.facts[0].checked_on
    assert not part.stale_on(checked + timedelta(days=180))
    assert part.stale_on(checked + timedelta(days=181))
    assert stales(date(2027, 6, 1)) == {True}
    assert stales(date(2026, 11, 25)) == {False}


def test_untagging_is_never_called_taking_down():
    for one in the_services():
        assert "does not delete" in str(guide(one).part(Section.UNTAG).note)
        assert [part.note for part in guide(one).parts].count(None) == (3 if one.all_public else 4)


@pytest.mark.parametrize("fact", the_platforms(), ids=lambda one: "%s %s" % (one.platform, one.section))
def test_students_read_each_fact_easily(fact):
    text = fact.student or fact.fact
    assert max(len(words(one)) for one in sentences(text)) <= 15
    assert round(grade(text), 1) <= 6
    assert round(grade(fact.fact), 1) <= 8


def test_each_part_names_clauses_there_are():
    edition = the_edition()
    named = [id for part in PARTS for id in part.clauses]
    assert [edition.clause(id).id for id in named] == named
    assert len(named) > 8


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (GOOD + GOOD, 6, "stands for two services"),
        (GOOD + GOOD.replace('"a"', '"b"').replace('"A"', '"B"'), 6, "a.example stands for two"),
        (GOOD.replace('name = "A"\n', ""), 2, "name is missing"),
        (GOOD.replace('["a.example"]', "[7]"), 2, "hosts holds something"),
        (GOOD + "colour = 'red'\n", 2, "do not know the field colour"),
        ("[[platform]]\n", 1, "do not know the field platform"),
        ("", 1, "service is missing"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, text, line, reason):
    path = tmp_path / "guides.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadPack) as refused:
        load_services(path)
    assert str(refused.value).startswith("guides.toml:%d: " % line)
    assert reason in str(refused.value)
