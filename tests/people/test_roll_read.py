"""A file of people as a stranger may send it: what is wrong is named with line and column, what can be read is read."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.people.roster.columns import COLUMNS
from askfirst.people.roster.lines import LONGEST_CELL
from askfirst.people.roster.read import read
from tests.people.roll_files import HEADINGS, as_file, line

HEAD = "id,name,kind,school,born,email,line manager id,starts,ends\n"
ADA = "n1,Ada Lund,staff,northgate,,,,,\n"


def read_text(text, encoding="utf-8"):
    return read(io.BytesIO(text.encode(encoding)))


def wrong(found):
    return [str(place.whole) for place in found.problems]


@pytest.mark.parametrize(
    ("encoding", "says"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 with a mark"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_four_encodings_are_read_and_named(encoding, says, ends):
    found = read_text((HEAD + ADA.replace("Ada", "Zoë")).replace("\n", ends), encoding)
    assert (found.encoding, [row.name for row in found.rows], wrong(found)) == (says, ["Zoë Lund"], [])


def test_unicode_text_as_a_spreadsheet_saves_it_has_tabs():
    found = read_text((HEAD + ADA).replace(",", "\t"), "utf-16")
    assert [(row.id, row.school) for row in found.rows] == [("n1", "northgate")]


LONG = "x" * 5_000_000
BAD = {
    "wrong encoding": (
        (HEAD + ADA).encode() + b"n2,Zo\x81,staff,northgate,,,,,\n",
        "Line 3, column “name”: These bytes are not text in UTF-8, UTF-16 or Windows-1252. Save the file as “CSV UTF-8”.",
    ),
    "half of UTF-16": ((HEAD + ADA).encode("utf-16") + b"\x00", "Line 3, column “id”: These bytes are not text"),
    "not text at all": (bytes(range(256)) * 8, "Line 2, column “1”: These bytes are not text"),
    "nothing": (b"", "Line 1: There is nobody in this file. Put the headings on its first line, and people under them."),
    "headings alone": (HEAD.encode(), "Line 1: There is nobody in this file."),
    "two headers": ((HEAD + ADA + HEAD).encode(), "Line 3: The headings stand here again. Take this line out."),
    "one heading twice": (b"id,name,kind,name\nn1,Ada,staff,Ada\n", "Line 1, column “name”: This column is there twice. Keep one."),
    "a heading we do not know": (
        b"id,name,kind,shoe size\nn1,Ada,staff,5\n",
        "Line 1, column “shoe size”: We do not know this column. Take it out, or see the guide for its name.",
    ),
    "a heading that is missing": (
        b"id,name\nn1,Ada\n",
        "Line 1, column “kind”: This column is missing, and every person needs it. Add it.",
    ),
    "a short row": (
        (HEAD + "n1,Ada,staff\n").encode(),
        "Line 2, column “school”: This line has 3 cells, the first has 9. A comma is amiss here.",
    ),
    "a long row": ((HEAD + ADA.strip() + ",x\n").encode(), "Line 2, column “10”: This line has 10 cells, the first has 9."),
    "a day that is none": (
        (HEAD + "n1,Ada,staff,northgate,31/02/2010,,,,\n").encode(),
        "Line 2, column “born”: This is no day. Write it like 2026-09-01 or 01/09/2026.",
    ),
    "dates reversed": (
        (HEAD + "n1,Ada,staff,northgate,,,,2026-09-02,2026-09-01\n").encode(),
        "Line 2, column “ends”: The last day is before the first day. Turn them round, or mend one.",
    ),
    "two people with one id": (
        (HEAD + ADA + "n1,Bea Moss,staff,eastfield,,,,,\n").encode(),
        "Line 3, column “id”: “n1” is somebody else on line 2. One id is one person: give one of them another.",
    ),
    "one post twice": (
        (HEAD + ADA + ADA).encode(),
        "Line 3, column “id”: “n1” stands on line 2 already. A second line is for a post at another school.",
    ),
    "a cell of 5 MB": (
        (HEAD + "n1,%s,staff,northgate,,,,,\n" % LONG).encode(),
        "Line 2, column “name”: This cell is longer than 2,000 characters. Shorten it.",
    ),
    "a cell of 5 MB in quotation marks": (
        (HEAD + 'n1,"%s",staff,northgate,,,,,\n' % LONG.replace("xx", "x\n")).encode(),
        "Line 2, column “name”: This cell is longer than 2,000 characters. Shorten it.",
    ),
    "a quotation mark nobody closes": (
        (HEAD + ADA + 'n2,"Bea,staff,northgate,,,,,\n').encode(),
        "Line 3, column “name”: A quotation mark opens a cell and nothing closes it. Close it, or take it out.",
    ),
    "quotation marks in a cell": (
        (HEAD + 'n1,Ada "Ace" Lund,staff,northgate,,,,,\n').encode(),
        "Line 2, column “name”: A quotation mark stands inside this cell. Put the whole cell in marks and double those in it.",
    ),
    "a formula for an id": ((HEAD + '"=1+1",Ada,staff,northgate,,,,,\n').encode(), "Line 2, column “id”: An id has letters, digits"),
    "a name too long": ((HEAD + "n1,%s,staff,northgate,,,,,\n" % LONG[:201]).encode(), "Line 2, column “name”: This is longer than 200"),
    "a NUL": ((HEAD + "n1,A\0da,staff,northgate,,,,,\n").encode(), "Line 2, column “name”: There is a character here that is no letter."),
    "no kind of ours": ((HEAD + "n1,Ada,robot,northgate,,,,,\n").encode(), "Line 2, column “kind”: This is none of: staff, student"),
    "no mail address": ((HEAD + "n1,Ada,staff,northgate,,ada at home,,,\n").encode(), "Line 2, column “email”: This is no mail address."),
    "their own manager": ((HEAD + "n1,Ada,staff,northgate,,,n1,,\n").encode(), "Line 2, column “line manager id”: Nobody is their own"),
    "a student's manager": ((HEAD + "n1,Ada,student,northgate,,,n2,,\n").encode(), "Line 2, column “line manager id”: This is for staff"),
    "a student nowhere": ((HEAD + "n1,Ada,student,,,,,,\n").encode(), "Line 2, column “school”: A student is at a school"),
    "a contact of nobody": ((HEAD + "n1,Ada,parent,,,,,,\n").encode(), "Line 2, column “contact of”: This person is no student’s contact."),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_is_named_with_line_and_column(name):
    raw, says = BAD[name]
    found = read(io.BytesIO(raw))
    assert wrong(found)[:1] and wrong(found)[0].startswith(says), wrong(found)[:3]
    assert len(wrong(found)) == 1, wrong(found)


def test_one_bad_line_among_twenty_thousand_is_found():
    lines = ["p%d,Ada Number%d,student,northgate,2012-01-0%d,,,,\n" % (one, one, one % 9 + 1) for one in range(20_000)]
    lines[13_205] = "p13205,Ada,student,northgate,2012-13-01,,,,\n"
    found = read_text(HEAD + "".join(lines))
    assert wrong(found) == ["Line 13207, column “born”: This is no day. Write it like 2026-09-01 or 01/09/2026."]


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "+44 Ada", "@Ada", "-2+3", "=1+1"])
def test_a_formula_stays_the_text_it_is_and_is_pointed_at(name):
    found = read_text(HEAD + '"%s"' % "n1" + ',"%s",staff,northgate,,,,,\n' % name)
    assert ([row.name for row in found.rows], wrong(found)) == ([name], [])
    assert [str(note.whole) for note in found.notes] == [
        "Line 2, column “name”: A spreadsheet would take this for a formula. We keep it as text."
    ]


@pytest.mark.parametrize("name", ["-Smith", "Ada -Smith", "O'Brien", "Ms X Æ A-12", "李 小龙", "José", "N’Dour"])
def test_names_that_only_look_odd_are_kept_without_a_word(name):
    found = read_text(HEAD + "n1,%s,staff,northgate,,,,,\n" % name)
    assert ([row.name for row in found.rows], found.notes, wrong(found)) == ([name], (), [])


def test_every_cell_is_read_as_what_it_is():
    cells = {column.heading.replace(" ", "_"): column.example for column in COLUMNS}
    found = read(
        io.BytesIO(
            as_file([line(**cells), line(id="s1", name="Kit", kind="Student", school="northgate", year="Reception", born="04/03/2012")])
        )
    )
    assert wrong(found) == []
    row, student = found.rows
    assert (row.tutor_of, row.seats, row.contact_of) == (
        ("9S", "9T"),
        ("deputy-dsl:northgate", "year-lead:northgate:9"),
        ("S2041", "S2042"),
    )
    assert (row.starts, row.ends, row.share) == (date(2026, 9, 1), date(2027, 7, 21), Decimal("0.60"))
    assert (student.kind, student.year, student.born) == ("student", 0, date(2012, 3, 4))


def test_a_line_break_and_marks_inside_a_cell_and_empty_lines():
    found = read_text(HEAD + '\nn1,"Ada ""Ace"" Lund","staff",northgate,,,,,\n,,,,,,,,\n' + "n2,Bea,staff,northgate,,,,,,,\n")
    assert ([(row.line, row.name) for row in found.rows], wrong(found)) == ([(3, 'Ada "Ace" Lund'), (5, "Bea")], [])
    broken = read_text(HEAD + 'n1,"Ada\nLund",staff,northgate,,,,,\nn2,Bea,staff,northgate,xx,,,,\n')
    assert [place.line for place in broken.problems] == [2, 4]


@given(st.binary(max_size=400))
def test_no_bytes_at_all_make_it_fall_over(raw):
    for start in (b"", HEAD.encode(), HEAD.encode() + ADA.encode()):
        found = read(io.BytesIO(start + raw))
        assert found.problems or found.rows


@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=30), min_size=1, max_size=5))
def test_what_a_spreadsheet_writes_is_read_back(names):
    clean = [" ".join(name.split()) or "Ada" for name in names]
    found = read(io.BytesIO(as_file([line(id="n%d" % at, name=name, kind="staff") for at, name in enumerate(clean)])))
    assert [row.name for row in found.rows] == clean


def test_limits_stand_above_what_a_roll_needs():
    assert LONGEST_CELL >= 400 and len(HEADINGS) == len(set(HEADINGS))


def test_the_example_of_the_guide_is_read():
    text = Path(__file__).parents[2].joinpath("docs", "roll.md").read_text(encoding="utf-8").split("```")[1]
    found = read_text(text.lstrip())
    assert (wrong(found), [row.id for row in found.rows]) == ([], ["T0007", "T0412", "T0412", "S2041", "C0088"])
    assert found.columns == {column.heading for column in COLUMNS}
