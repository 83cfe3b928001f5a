"""Lint reads what clauses mention and holds dated facts against it; an earlier date gives an earlier answer."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.procedure.clause import Addressee, Clause, Edition, Mention, Sort, Strength
from askfirst.procedure.dated import Rule, the_facts
from askfirst.procedure.lint import LintFinding, lint
from askfirst.procedure.load import the_edition

TODAY = date(2026, 11, 23)
EARLY = date(2019, 1, 1)
WHOLE = tuple(Mention(Sort.DOCUMENT, fact.names[0]) for fact in the_facts() if fact.rule is Rule.SILENT)
"""One mention for everything a document could be silent on; each with a link, so that only the planted thing is wrong."""
LINKED = Mention(Sort.LINK, "/our/own/page")


def clause(id: str, *mentions: tuple[Sort, str], addressee: Addressee = Addressee.BOTH) -> Clause:
    return Clause(id, id[:3], addressee, Strength.SHOULD, "Words.", "Words.", tuple(Mention(sort, name) for sort, name in mentions))


def edition(*clauses: Clause, title: str = "A small procedure", review_due: date = date(2035, 6, 30)) -> Edition:
    """Another trust's document, silent on nothing and wrong in nothing but what is planted."""
    whole = replace(clause("TOP-1"), mentions=(*WHOLE, LINKED))
    return Edition("small", "1", title, "Headteacher", date(2018, 1, 1), review_due, (), (whole, *clauses))


def found(on: date, *clauses: Clause, **header: object) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.clause, one.also, str(one.says)) for one in lint(replace(edition(*clauses), **header), the_facts(), on)]  # type: ignore[arg-type]


def test_a_document_with_nothing_wrong_has_no_finding() -> None:
    assert found(TODAY) == []


# One planted thing a line: the mentions, the day, and the words of the one finding.
PLANTED = [
    ([clause("ABC-1", (Sort.LAW, "Data Protection Act 1988"))], TODAY, "ABC-1", (), "Data Protection Act 1988 is an Irish Act"),
    ([clause("ABC-1", (Sort.LAW, "Data Protection Act 1988"))], EARLY, "ABC-1", (), "Data Protection Act 1988 is an Irish Act"),
    ([clause("ABC-1", (Sort.LAW, "Data Protection Act 1998"))], TODAY, "ABC-1", (), "Data Protection Act 1998 has been replaced"),
    (
        [clause("ABC-1", (Sort.LINK, "http://page.example/"))],
        TODAY,
        "ABC-1",
        (),
        "http://page.example/ is plain http, a third party's page, and not checked (looked at on 23 November 2026)",
    ),
    (
        [clause("ABC-1", (Sort.LINK, "https://page.example/"))],
        TODAY,
        "ABC-1",
        (),
        "https://page.example/ is a third party's page, and not checked (looked at on 23 November 2026)",
    ),
    ([clause("ABC-1", (Sort.DOCUMENT, "Staff code"))], TODAY, "ABC-1", (), "Staff code is named without a link"),
    ([clause("ABC-1", (Sort.TERM, "exclusion"))], TODAY, "ABC-1", (), 'The bare word "exclusion" can mean two things'),
    (
        [clause("ABC-1", (Sort.TERM, "disrepute")), clause("DEF-2", (Sort.TERM, "disrepute"))],
        TODAY,
        "ABC-1",
        ("DEF-2",),
        '"disrepute" is used and never said what it means',
    ),
    (
        [clause("ABC-1", (Sort.TERM, "cyber-bullying")), clause("DEF-2", (Sort.TERM, "cyber bullying"))],
        TODAY,
        "ABC-1",
        ("DEF-2",),
        "One thing is spelt in two ways: cyber-bullying, cyber bullying",
    ),
    (
        [
            clause("ABC-1", (Sort.TERM, "press"), (Sort.ROLE, "Headteacher")),
            clause("DEF-2", (Sort.TERM, "press"), (Sort.ROLE, "head teacher")),
        ],
        TODAY,
        "ABC-1",
        ("DEF-2",),
        "Two rules about the press differ",
    ),
    (
        [
            clause("ABC-1", (Sort.TERM, "cyber-bullying"), (Sort.CONSEQUENCE, "might follow")),
            clause("DEF-2", (Sort.TERM, "cyber-bullying"), (Sort.CONSEQUENCE, "will follow")),
            clause("GHI-3", (Sort.CONSEQUENCE, "something else")),
        ],
        TODAY,
        "ABC-1",
        ("DEF-2",),
        "One act has consequences of different strength: might follow, will follow",
    ),
    (
        [
            clause("ABC-1", (Sort.PEOPLE, "students, colleagues")),
            clause("DEF-2", (Sort.PEOPLE, "students")),
            clause("GHI-3", (Sort.PEOPLE, "colleagues or students")),
        ],
        TODAY,
        "ABC-1",
        ("DEF-2", "GHI-3"),
        "The lists of people who are protected differ: ABC-1 colleagues, students; DEF-2 students; GHI-3 colleagues, students",
    ),
    (
        [clause("ABC-1", (Sort.TERM, "this policy")), clause("DEF-2", (Sort.TERM, "this document"))],
        TODAY,
        "ABC-1",
        ("DEF-2",),
        "The document has 3 names for itself: procedure, policy, document",
    ),
]


@pytest.mark.parametrize(("clauses", "on", "at", "also", "says"), PLANTED)
def test_one_planted_thing_is_one_finding(clauses: list[Clause], on: date, at: str, also: tuple[str, ...], says: str) -> None:
    assert found(on, *clauses) == [(at, also, says)]


# The same shapes, with nothing wrong in them on that day.
CLEAN = [
    ([clause("ABC-1", (Sort.LAW, "Data Protection Act 2018"))], TODAY),
    ([clause("ABC-1", (Sort.LAW, "Data Protection Act 1998"))], date(2018, 5, 24)),
    ([clause("ABC-1", (Sort.TERM, "exclusion"))], date(2023, 8, 31)),
    ([clause("ABC-1", (Sort.LINK, "/policies/page"))], TODAY),
    ([clause("ABC-1", (Sort.DOCUMENT, "Staff code"), (Sort.LINK, "/code"))], TODAY),
    ([clause("ABC-1", (Sort.TERM, "cyber-bullying")), clause("DEF-2", (Sort.TERM, "cyber-bullying"))], TODAY),
    (
        [
            clause("ABC-1", (Sort.TERM, "press"), (Sort.ROLE, "Headteacher")),
            clause("DEF-2", (Sort.TERM, "press"), (Sort.ROLE, "Headteacher")),
        ],
        TODAY,
    ),
    ([clause("ABC-1", (Sort.PEOPLE, "students, colleagues")), clause("DEF-2", (Sort.PEOPLE, "colleagues and students"))], TODAY),
    ([clause("ABC-1", (Sort.TERM, "this procedure"))], TODAY),
]


@pytest.mark.parametrize(("clauses", "on"), CLEAN)
def test_the_same_shape_with_nothing_wrong(clauses: list[Clause], on: date) -> None:
    assert found(on, *clauses) == []


@pytest.mark.parametrize("silent", [fact for fact in the_facts() if fact.rule is Rule.SILENT], ids=lambda fact: fact.id)
def test_silence_is_heard_for_each_thing_alone(silent: object) -> None:
    whole = edition()
    top = whole.clauses[0]
    for fact in the_facts():
        if fact is silent:
            less = replace(top, mentions=tuple(mention for mention in top.mentions if mention.name != fact.names[0]))
            (one,) = lint(replace(whole, clauses=(less,)), the_facts(), TODAY)
            assert str(one.says) == fact.says


def test_services_that_have_gone_or_changed_and_the_ones_left_out() -> None:
    listed = clause("ABC-1", *((Sort.SERVICE, name) for name in ("Facebook", "Twitter", "Tumblr", "Pinterest", "Bebo", "MySpace")))
    assert [says for _, _, says in found(TODAY, listed)] == [
        "Bebo has closed",
        "Twitter is now X",
        "MySpace is nearly dead",
        "The list does not mention Instagram, TikTok, Snapchat, WhatsApp, YouTube, LinkedIn, Bluesky, Mastodon, Discord, Threads",
    ]
    early = [says for _, _, says in found(EARLY, listed)]
    assert "Bebo has closed" not in early and "Twitter is now X" not in early and "MySpace is nearly dead" not in early
    assert early[-1] == "The list does not mention Instagram, TikTok, Snapchat, WhatsApp, YouTube, LinkedIn, Mastodon, Discord"


def test_a_list_that_names_them_all_is_left_alone() -> None:
    names = [fact.names[0] for fact in the_facts() if fact.rule is Rule.SILENT_SERVICE]
    assert len(names) == 10
    assert found(TODAY, clause("ABC-1", *((Sort.SERVICE, name) for name in names))) == []


@pytest.mark.parametrize(
    ("day", "overdue"), [(date(2021, 11, 29), False), (date(2021, 11, 30), False), (date(2021, 12, 1), True), (TODAY, True)]
)
def test_a_review_is_overdue_from_the_day_after(day: date, overdue: bool) -> None:
    dated = clause("ABC-1", (Sort.DATE, "November 2021"))
    expected = [("ABC-1", (), "The review is overdue: it was due by 30 November 2021")] if overdue else []
    assert found(day, dated, review_due=date(2021, 11, 30)) == expected


@given(early=st.dates(date(2010, 1, 1), TODAY), late=st.dates(date(2010, 1, 1), TODAY))
def test_no_finding_tells_of_a_day_to_come(early: date, late: date) -> None:
    """`since` is never after the day asked, but for the day the edition itself was approved."""
    whole = the_edition()
    for on in (early, late):
        for one in lint(whole, the_facts(), on):
            assert one.since is None or one.since <= max(on, whole.approved_on)


# ---- S45: the first lint of the real procedure, on 23 November 2026 ----


def at(id: str, on: date = TODAY) -> list[LintFinding]:
    return [one for one in lint(the_edition(), the_facts(), on) if one.clause == id]


def saying(words: str, on: date = TODAY) -> list[LintFinding]:
    return [one for one in lint(the_edition(), the_facts(), on) if words in str(one.says)]


def test_s45_the_irish_act() -> None:
    (one,) = saying("Data Protection Act 1988")
    assert one.clause == "CON-12"
    assert "Irish" in str(one.fact) and "No. 25 of 1988" in str(one.fact)
    assert "Data Protection Act 2018" in str(one.propose) and "UK GDPR" in str(one.propose)
    assert one.since == date(2018, 5, 25)


def test_s45_the_review_is_overdue_and_the_document_in_force() -> None:
    (one,) = saying("overdue")
    assert one.clause == "DOC-2"
    assert "November 2021" in str(one.says)
    assert one.since == the_edition().review_due == date(2021, 11, 30)
    assert "stays in force" in str(one.fact)


def test_s45_services() -> None:
    says = [str(one.says) for one in at("INT-4")]
    assert {"Bebo has closed", "Twitter is now X", "MySpace is nearly dead"} <= set(says)
    (silent,) = [words for words in says if "does not mention" in words]
    for name in ("Instagram", "TikTok", "Snapchat", "WhatsApp", "YouTube", "LinkedIn", "Bluesky", "Mastodon", "Discord", "Threads"):
        assert name in silent
    everything = " ".join(str(one.says) for one in lint(the_edition(), the_facts(), TODAY))
    for name in ("Facebook", "Tumblr", "Pinterest"):
        assert "%s has closed" % name not in everything and "%s is" % name not in everything


def test_s45_the_link() -> None:
    (one,) = [one for one in at("SNS-7") if "http" in str(one.says)]
    for words in ("plain http", "third party", "not checked", "23 November 2026"):
        assert words in str(one.says)
    assert "Bebo" in str(one.fact)


def test_s45_the_bare_word() -> None:
    (one,) = saying("exclusion")
    assert (one.clause, one.since) == ("DIS-5", date(2023, 9, 1))
    assert "suspension or permanent exclusion" in str(one.propose)


def test_s45_pairs_and_groups_are_reported_once() -> None:
    groups = [{one.clause, *one.also} for one in lint(the_edition(), the_facts(), TODAY)]
    assert groups.count({"SNS-12", "WEB-7"}) == 1
    assert groups.count({"PRI-2", "CON-10", "WEB-2", "DIS-1"}) == 1
    consequences = saying("consequences of different strength")
    assert [{one.clause, *one.also} for one in consequences] == [{"CON-11", "DIS-1"}]


def test_s45_documents_without_a_link_version_spellings_and_names() -> None:
    assert [one.clause for one in saying("named without a link")] == ["INT-3", "DIS-2"]
    assert len(saying("no version number")) == 1
    (spelt,) = saying("spelt in two ways")
    assert "cyber-bullying" in str(spelt.says) and "cyber bullying" in str(spelt.says)
    (names,) = saying("4 names for itself")
    for name in ("procedure", "policy", "document", "guidance"):
        assert name in str(names.says)


def test_s45_words_never_defined_and_what_it_is_silent_on() -> None:
    undefined = {str(one.says).split('"')[1] for one in saying("never said what it means")}
    assert undefined == {"disrepute", "derogatory", "sensitive", "friends"}
    says = " ".join(str(one.says) for one in lint(the_edition(), the_facts(), TODAY))
    for words in ("volunteers", "supply", "governors", "contractors", "parents", "second instance", "deadline", "looked at again"):
        assert words in says
    for words in ("records are kept", "raise a concern", "support for a person"):
        assert words in says


DOCUMENT = Path(__file__).parents[3] / "shared" / "procedure" / "ridgeway-personal-use-of-internet-2018-11.txt"


@pytest.mark.skipif(not DOCUMENT.exists(), reason="the Trust's document is not in this checkout")
def test_s45_what_is_called_silent_is_silent_in_the_document_itself() -> None:
    """Lint hears silence in the mentions; here the words are looked for in the text. "employees" and "bebo" show that the looking works."""
    text = " ".join(DOCUMENT.read_text(encoding="utf-8").casefold().split())
    assert "employees" in text and "bebo" in text
    spoken = [word for fact in the_facts() if fact.rule is Rule.SILENT for word in fact.names if word.casefold() in text]
    assert spoken == []
    services = [fact.names[0] for fact in the_facts() if fact.rule is Rule.SILENT_SERVICE and fact.names[0].casefold() in text]
    assert services == []


def test_s45_nothing_of_the_edition_changes() -> None:
    before = the_edition()
    lint(before, the_facts(), TODAY)
    assert the_edition() == before


def test_an_earlier_date_gives_an_earlier_answer() -> None:
    early = [str(one.says) for one in lint(the_edition(), the_facts(), EARLY)]
    assert "Data Protection Act 1988 is an Irish Act" in early
    for words in ("overdue", "has closed", "is now X", "nearly dead", "exclusion", "Bluesky", "Threads"):
        assert not [says for says in early if words in says], words
    (act,) = saying("Data Protection Act 1988", EARLY)
    assert "UK GDPR" not in str(act.propose) and "2018" in str(act.propose)
