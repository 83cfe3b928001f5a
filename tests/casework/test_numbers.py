"""Concerns by clause and how long an answer takes: no small number is told, nor given back by taking one from another; tables, bars and a file."""

import csv
import io
from collections import defaultdict
from itertools import combinations, product

import pytest

from askfirst.casework import reports
from askfirst.casework.access import Missing
from askfirst.casework.concern_counts import Ended, of_clauses, of_outcomes
from askfirst.casework.models import Case
from askfirst.casework.numbers import as_csv, as_json, numbers
from askfirst.casework.reports import Place
from askfirst.people.models import SettingChange
from askfirst.words import say
from tests.access.world import command, enter
from tests.casework.test_concern_counts import SAID, TOLD_BY
from tests.casework.test_concern_stories import POST, WEIGHED
from tests.casework.test_reports import EASTFIELD, MAY, MAY_NOT
from tests.cast import MONDAY, who
from tests.clock import at, london
from tests.web.pages import page_of
from tests.web.test_words_of_pages import too_hard

__all__ = ["at"]

pytestmark = pytest.mark.django_db
DAY, NOW = "2026-11-25 ", "2026-12-02 13:00"
HERE = Place("northgate", say("Northgate School"), frozenset())


@pytest.fixture
def ended(as_, at):
    """Told by one at nine, weighed under these clauses, ended, and whoever told of it told on a day; its reference."""
    at(NOW)

    def end(by, *clauses, way="no-action", told="2026-11-26 10:00"):
        ref = as_(by, DAY + "09:00").tells("concern", **POST)
        as_("whitlam", DAY + "10:00").takes(ref, "clear", triage="usual")
        picked = {clause.lower().replace("-", "_"): True for clause in clauses or ("PRI-2",)}
        as_("obuya", DAY + "11:00").takes(ref, "weigh", **{**WEIGHED, "pri_2": False, **picked})
        as_("obuya", DAY + "12:00").takes(ref, way, **SAID[way])
        as_("obuya", told).takes(ref, "tell-reporter", note="It was looked into.")
        return ref

    return end


def told_of(name, list_of, *key):
    """What somebody is told, by the values of these fields, of what is told at all."""
    rows = as_json(numbers(name.by))[list_of]
    value = {"clauses": "number", "times": "school_days", "concerns": "number"}[list_of]
    return {tuple(row[field] for field in key): row[value] for row in rows if row[value] is not None}


# ---------------------------------------------------------------- nothing comes back by difference


PRI, BOTH, OTHER = frozenset({"PRI-2"}), frozenset({"PRI-2", "CON-10"}), frozenset({"WEB-2"})
ONE_CLAUSE = (("no-action", PRI), ("no-action", OTHER), ("settled", PRI), ("settled", OTHER))
TWO_CLAUSES = tuple(("no-action", clauses) for clauses in (PRI, frozenset({"CON-10"}), BOTH, OTHER))


def published(groups, many, rule):
    """What is told of a school with so many concerns of each group: an end, and the clauses that were picked."""
    at = london(DAY + "09:00")
    found = [Ended("northgate", came, picked, at, at) for (came, picked), number in zip(groups, many, strict=True) for _ in range(number)]
    told = [row.number for row in of_outcomes([HERE], found)]
    return (*told, *(row.number for row in rule([HERE], found) if row.state in ("PRI-2", "CON-10")))


def cells(groups, many):
    """Every number that somebody might work out: of each group, of each two of them, and of all but one."""
    found = {str(one): many[one] for one in range(len(groups))}
    found |= {"%d and %d" % (one, other): many[one] + many[other] for one, other in combinations(range(len(groups)), 2)}
    return found | {"all but %d" % one: sum(many) - many[one] for one in range(len(groups))}


def given_back(groups, rule, most=7, look=5):
    """Of every school there could be: the many that whoever knows the rules can work out to be small and not none.

    Schools with up to `most` in each group are alike where the same is told of them. Only where one of them has up to `look` in each are
    they looked at, so that what they could be is not cut short.
    """
    alike = defaultdict(list)
    for many in product(range(most + 1), repeat=len(groups)):
        alike[published(groups, many, rule)].append(many)
    found = set()
    for told, schools in alike.items():
        if all(max(school) > look for school in schools):
            continue
        could = defaultdict(set)
        for school in schools:
            for name, number in cells(groups, school).items():
                could[name].add(number)
        found |= {(told, name) for name, some in could.items() if min(some) > 0 and max(some) < reports.LEAST}
    return found


def _told(number):
    return number if number >= reports.LEAST else None


def plainly(places, found):
    """The planted flaw: a clause is told wherever enough name it."""
    number = {clause: sum(clause in one.clauses for one in found) for clause in ("PRI-2", "CON-10")}
    return [reports.Counted("concern", clause, HERE, _told(some)) for clause, some in number.items()]


def by_all_there_are(places, found):
    """A second one: what is told is measured by how many there are, which nobody is told."""
    number = {clause: sum(clause in one.clauses for one in found) for clause in ("PRI-2", "CON-10")}
    return [
        reports.Counted("concern", clause, HERE, _told(some) if len(found) - some >= reports.LEAST else None)
        for clause, some in number.items()
    ]


@pytest.fixture
def three(monkeypatch):
    """The same with three in place of five, so that there are fewer schools to go through."""
    monkeypatch.setattr(reports, "LEAST", 3)


@pytest.mark.parametrize(("groups", "rule"), [(ONE_CLAUSE, plainly), (ONE_CLAUSE, by_all_there_are), (TWO_CLAUSES, plainly)])
def test_a_rule_that_gives_a_small_number_back_is_found(three, groups, rule):
    assert given_back(groups, rule)


@pytest.mark.parametrize("groups", [ONE_CLAUSE, TWO_CLAUSES])
def test_no_school_there_could_be_gives_a_small_number_back(three, groups):
    assert given_back(groups, of_clauses) == set()


# ---------------------------------------------------------------- by clause


def test_a_clause_is_told_where_five_name_it_and_five_others_do_not(as_, ended):
    for by in (*TOLD_BY, *TOLD_BY)[:9]:
        ended(by, "PRI-2", "CON-10")
    assert told_of(as_("pritchard", NOW), "clauses", "clause") == {}, "all of them name both"
    for by in TOLD_BY[:4]:
        ended(by, "WEB-2")
    assert told_of(as_("pritchard", NOW), "clauses", "clause") == {}, "the four others would come back: thirteen less nine"
    ended("thackray", "WEB-2")
    assert told_of(as_("pritchard", NOW), "clauses", "clause", "school") == {
        ("PRI-2", "northgate"): 9, ("CON-10", "northgate"): 9, ("WEB-2", "northgate"): 5,
    }  # fmt: skip


def test_it_is_what_was_picked_when_it_was_weighed_last(as_, ended):
    refs = [ended(by, "PRI-2") for by in (*TOLD_BY, *TOLD_BY[:4])]
    other = [ended(by, "CON-10") for by in TOLD_BY[:5]]
    assert told_of(as_("pritchard", NOW), "clauses", "clause") == {("PRI-2",): 11, ("CON-10",): 5}
    for number, ref in enumerate(refs[:2]):
        teller = as_((*TOLD_BY, *TOLD_BY)[number], "2026-11-27 09:00")
        teller.takes(ref, "ask-again", text="It is still there.")
        as_("devlin", "2026-11-30 09:00").takes(ref, "second-look", outcome="open", note="We weigh it again.")
        as_("devlin", "2026-11-30 09:10").takes(ref, "flag", reason="A name is in it.")
        as_("whitlam", "2026-11-30 09:20").takes(ref, "clear", triage="usual")
        as_("obuya", "2026-11-30 10:00").takes(ref, "weigh", **{**WEIGHED, "pri_2": False, "con_10": True})
        as_("obuya", "2026-11-30 10:10").takes(ref, "no-action", **SAID["no-action"])
        as_("obuya", "2026-11-30 10:20").takes(ref, "tell-reporter", note="It is down.")
    assert told_of(as_("pritchard", NOW), "clauses", "clause") == {("PRI-2",): 9, ("CON-10",): 7} and other


def about(ref, clauses):
    Case.objects.filter(ref=ref).update(clauses=clauses)


def test_other_kinds_are_counted_by_clause_too_where_not_all_of_a_kind_name_the_same(as_, at):
    """Questions about friends with students and about blogs; and interests, which always name the same clause."""
    at(NOW)
    officer = as_("sethuraman", NOW)
    for name in ("harrow", "standish", "pascoe", "rowbotham") * 2:
        about(as_(name, DAY + "09:00").asks(), "SNS-5 SNS-6")
    assert not [row for row in told_of(officer, "clauses", "kind") if row == ("question",)], "all of them name it"
    for name in ("harrow", "standish", "pascoe", "rowbotham"):
        about(as_(name, DAY + "09:00").asks(), "BLG-3")
    assert not [row for row in told_of(officer, "clauses", "kind") if row == ("question",)], (
        "four others would come back: twelve less eight"
    )
    about(as_("harrow", DAY + "09:00").asks(), "BLG-3")
    told = told_of(officer, "clauses", "kind", "clause", "school")
    assert (told["question", "SNS-5", "northgate"], told["question", "BLG-3", "northgate"]) == (8, 5)
    for _ in range(9):
        as_("harrow", DAY + "10:00").tells("interest", text="My sister runs the print shop.")
    assert {kind for kind, _, _ in told_of(officer, "clauses", "kind", "clause", "school")} == {"question"}, "an interest is an interest"
    for name in ("pritchard", "devlin", "thackray"):
        assert told_of(as_(name, NOW), "clauses", "kind") == {}, "who does not count questions is told nothing of their clauses"
    page = page_of(enter("sethuraman", london(NOW)).get("/reports/counts/"))
    table = next(
        one
        for one in page.all(tag="table")
        if "by clause" in one.one(tag="caption").text and "question" in one.one(tag="caption").text.lower()
    )
    assert "SNS-5" in table.text and "8" in table.text and too_hard(page, "staff") == []
    assert "A question,SNS-5,Northgate School,8,cases" in as_csv(numbers(officer.by))


# ---------------------------------------------------------------- how long an answer takes


def test_half_of_those_that_are_told_had_an_answer_by_then(as_, ended):
    for by, told in zip(TOLD_BY, ("25 17:00", "26 10:00", "26 10:00", "30 10:00", "30 10:00", "30 10:00", "30 10:00"), strict=True):
        ended(by, told="2026-11-" + told)
    assert told_of(as_("devlin", NOW), "times", "kind", "school") == {("concern", "northgate"): 2}, "the 27th is an INSET day"


def test_four_answers_and_those_too_few_to_be_told_give_no_time(as_, ended):
    for by in TOLD_BY[:4]:
        ended(by)
    for by in TOLD_BY[:4]:
        ended(by, way="advice")
    assert told_of(as_("pritchard", NOW), "times", "kind") == {}, "eight, of which nobody is told a number"


def test_only_the_first_answer_counts(as_, at):
    at(NOW)
    refs = [as_(name, DAY + "10:00").tells("interest", text="My sister runs the print shop.") for name in ("harrow", "standish") * 3]
    assert told_of(as_("pritchard", NOW), "times", "kind") == {}, "nobody has answered"
    for ref in refs:
        as_("pascoe", "2026-11-26 10:00").takes(ref, "talk", how="by-message")
    assert told_of(as_("pritchard", NOW), "times", "kind", "school") == {("interest", "northgate"): 1}
    thought = dict.fromkeys(("impartiality", "confidentiality", "conflict", "commercial"), True)
    for ref in refs:
        as_("pascoe", "2026-12-01 10:00").takes(ref, "settle", outcome="no-conflict", note="It is fine.", **thought)
    assert told_of(as_("pritchard", NOW), "times", "kind", "school") == {("interest", "northgate"): 1}


def test_four_answers_among_those_that_are_told_give_no_time(as_, at):
    """Six taken back, of which four had been talked about."""
    at(NOW)
    refs = [as_("harrow", DAY + "10:00").tells("interest", text="My sister runs the print shop.") for _ in range(6)]
    for ref in refs[:4]:
        as_("pascoe", "2026-11-26 10:00").takes(ref, "talk", how="by-message")
    for ref in refs:
        as_("harrow", "2026-11-26 11:00").takes(ref, "withdraw")
    found = as_json(numbers(as_("pritchard", NOW).by))
    assert [row["number"] for row in found["counts"] if row["number"]] == [6]
    assert told_of(as_("pritchard", NOW), "times", "kind") == {}


def test_answers_that_are_not_told_give_no_time(as_, at):
    """Six told of and not answered, four talked about and three settled: six is told, and of those there is no answer."""
    at(NOW)
    thought = dict.fromkeys(("impartiality", "confidentiality", "conflict", "commercial"), True)
    refs = [as_("harrow", DAY + "10:00").tells("interest", text="My sister runs the print shop.") for _ in range(13)]
    for ref in refs[:7]:
        as_("pascoe", "2026-11-26 10:00").takes(ref, "talk", how="by-message")
    for ref in refs[:3]:
        as_("pascoe", "2026-11-26 11:00").takes(ref, "settle", outcome="no-conflict", note="It is fine.", **thought)
    found = as_json(numbers(as_("pritchard", NOW).by))
    assert [row["number"] for row in found["counts"] if row["number"]] == [6]
    assert told_of(as_("pritchard", NOW), "times", "kind") == {}


# ---------------------------------------------------------------- who, and the file


def test_each_is_told_of_the_schools_that_are_theirs_and_nobody_else_is(as_, at):
    at(NOW)
    for name, (_, places) in MAY.items():
        found = as_json(numbers(as_(name, NOW).by))
        assert {row["school"] for row in found["clauses"]} == {row["school"] for row in found["times"]} == places, name
    for name in MAY_NOT:
        with pytest.raises(Missing):
            numbers(as_(name, DAY + "13:00").by)


def test_the_page_has_bars_beside_each_table_and_a_table_beside_each_bar(as_, ended):
    for by in (*TOLD_BY, *TOLD_BY[:3]):
        ended(by, "PRI-2" if by in TOLD_BY[:3] else "CON-10")
    for name in EASTFIELD:
        as_(name, NOW).tells("interest", text="My sister runs the print shop.")
    page = page_of(enter("pritchard", london(NOW)).get("/reports/counts/"))
    main = page.one(tag="main")
    tables, charts = main.all(tag="table"), main.all(cls="af-bars")
    assert len(tables) == len(charts) >= 3
    for table, chart in zip(tables, charts, strict=True):
        assert table.one(tag="caption").text in chart.attrs["aria-label"] and chart.attrs["role"] == "img"
        said = [one.text for one in chart.all(tag="b")]
        assert said and all(number in table.text for number in said)
        assert max(int(one.attrs["width"]) for one in chart.all(tag="rect")) in (0, 100)
    assert too_hard(page, "staff") == []
    assert "PRI-2" not in main.text or "Concerns by clause" in main.text


def test_the_file_says_what_the_page_says_and_which_are_none_or_few_is_not_said(as_, ended):
    empty = as_csv(numbers(as_("pritchard", NOW).by))
    for by in TOLD_BY[:4]:
        ended(by)
    assert as_csv(numbers(as_("pritchard", NOW).by)) == empty
    ended(TOLD_BY[4])
    browser = enter("pritchard", london(NOW))
    answer = browser.get("/reports/counts.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert answer["Content-Type"].startswith("text/csv") and "attachment" in answer["Content-Disposition"]
    assert [list(row.values()) for row in rows if row["Number"]] == [
        ["A concern", "No action", "Northgate School", "5", "cases"],
        ["A concern", "Time until an answer", "Northgate School", "1", "school days until half had an answer"],
    ]
    assert command("reports", "counts", "--csv", "--as", "pritchard")[1].strip() == answer.content.decode().replace("\r\n", "\n").strip()
    assert command("reports", "counts", "--csv", "--json", "--as", "pritchard")[0] == 2
    for name in ("harrow", "wieczorek"):
        assert enter(name, london(NOW)).get("/reports/counts.csv").status_code == 404
    assert browser.post("/reports/counts.csv").status_code == 405


def test_a_school_called_like_a_sum_is_words_in_the_file(as_, at):
    at(NOW)
    name = {"value": '=HYPERLINK("https://x.example")'}
    when = {"at": london(NOW), "agreed_at": london(NOW), "starts_on": MONDAY}
    SettingChange.objects.create(name="school.northgate.name", value=name, why="A new name.", state="agreed", by=who("pritchard"), **when)
    found = as_csv(numbers(as_("devlin", NOW).by))
    assert "'=HYPERLINK" in found and not [row for row in csv.reader(io.StringIO(found)) if any(cell.startswith("=") for cell in row)]


def test_the_numbers_of_a_concern_read_nothing_sealed(as_, ended, django_assert_max_num_queries):
    for by in TOLD_BY[:5]:
        ended(by)
    by = as_("pritchard", NOW).by
    with django_assert_max_num_queries(16) as asked:
        numbers(by)
    assert not any("vault" in one["sql"] for one in asked)
