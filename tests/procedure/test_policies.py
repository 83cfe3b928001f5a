"""Policies of five invented trusts in Markdown, tables and prose: how many of their rules are read right with nobody's help (DOC-1; 3.17).

The first three were written before the reader was mended for them, the other two after it; what each was read as at first stands in none of
the files, but no rule that is read right today may be lost again.
"""

import time
from contextlib import suppress

import pytest

from askfirst.procedure.importing import statements, tables
from askfirst.procedure.importing.reading import NotRead, read_in
from askfirst.procedure.load import the_edition
from tests.procedure.policies_read import NAMES, score

RIGHT = {"corrowby.md": 17, "hollowbeck.docx.txt": 20, "marlfield.odt.txt": 20, "orrin.html": 13, "thistlewick.md": 22}
EDITION = the_edition(readings=False)


def read(text, name="a.md"):
    return [(one.exact, one.addressee.value, one.strength.value, one.lead) for one in read_in(name, text.encode(), EDITION).proposals]


@pytest.mark.parametrize("name", NAMES)
def test_rules_are_read_by_line_addressee_and_strength(name):
    found = score(name)
    print("%s: %d of %d rules right, %d on their line" % (name, found.right, found.rules, found.lines))
    assert found.rules >= 16 and found.lines >= found.rules - 2
    assert found.right >= RIGHT[name], found.wrong


def test_without_columns_a_table_would_not_be_understood(monkeypatch):
    monkeypatch.setattr(statements, "rows_of", lambda cells: [tables.Row(tuple(cells))])
    assert score("hollowbeck.docx.txt").right < 13


def test_no_sign_of_markdown_stays_in_the_words():
    written = (
        "# **Rules** #\n\nStaff **must** _not_ share a `key` with [the \\*lodge\\*](https://lodge.example/a_b_c).\n"
        "Ask ~~her~~ <https://ask.example/>.\n\n<!-- a note\nof two lines -->\n> Pupils *may* ask.\n\n***\n\n![a map](m.png)\n"
    )
    assert [one for one, *_ in read(written)] == [
        "Staff must not share a key with the *lodge* (https://lodge.example/a_b_c).",
        "Ask her https://ask.example/.",
        "Pupils may ask.",
    ]
    assert [one.line for one in read_in("a.md", written.encode(), EDITION).proposals] == [3, 3, 8]


def test_plain_text_is_no_markdown():
    """A star, a dash and a bar in a letter are what they are."""
    written = "Staff must not use * or | in a name.\n\nPupils must write 5 - 3 as 2*1.\n"
    assert [one for one, *_ in read(written, "a.txt")] == ["Staff must not use * or | in a name.", "Pupils must write 5 - 3 as 2*1."]


def test_a_row_is_a_rule_of_its_column_and_of_its_row():
    written = "| Pupils | Staff |\n|---|---|\n| Must not swim. | May swim. |\n\n| Who | Must not |\n|---|---|\n| Tutors | lend a raft |\n| | sell a raft |\n"
    assert [one[:3] for one in read(written)] == [
        ("Must not swim.", "student", "Must not"),
        ("May swim.", "staff", "You may"),
        ("lend a raft", "staff", "Must not"),
        ("sell a raft", "staff", "Must not"),
    ]
    assert [lead for *_, lead in read(written)] == ["Pupils", "Staff", "Tutors; Must not", "Must not"]


def test_a_table_that_lays_out_a_page_is_no_table_of_rules():
    page = "<table><tr><td>Menu</td><td><h1>Rafts</h1><p>Staff must not sail.</p><h2>Oars</h2><p>Pupils may row.</p></td></tr></table>"
    assert [one[:3] for one in read(page, "a.html")] == [
        ("Staff must not sail.", "staff", "Must not"),
        ("Pupils may row.", "student", "You may"),
    ]


def test_a_rule_of_several_sentences_is_one_and_a_pronoun_has_what_it_stands_for_beside_it():
    written = "# Rafts\n\nStaff must not lend a raft. This includes a raft of their own. It applies at night too. They may lend an oar.\n"
    assert read(written) == [
        ("Staff must not lend a raft. This includes a raft of their own. It applies at night too.", "staff", "Must not", ""),
        (
            "They may lend an oar.",
            "staff",
            "You may",
            "Staff must not lend a raft. This includes a raft of their own. It applies at night too.",
        ),
    ]


HOSTILE = {
    "stars": "# A\n\n" + "*" * 200_000, "open brackets": "# A\n\n" + "[" * 200_000, "links that never end": "# A\n\n" + "[a](" * 50_000, "bars": "# A\n|-|\n" + "|" * 20_000,
    "dashes": "# A\n\n| a |\n|" + "-" * 100_000, "spaces": "# A" + " " * 200_000 + "x", "comments": "# A\n\n" + "<!--" * 50_000, "quotations": "> " * 90_000 + "# A",
    "half-open words": "# A\n\n" + "**a " * 50_000,
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_markdown_made_to_be_slow_is_read_or_refused(case):
    begun = time.monotonic()
    with suppress(NotRead):
        read_in("a.md", HOSTILE[case].encode(), EDITION)
    assert time.monotonic() - begun < 20
