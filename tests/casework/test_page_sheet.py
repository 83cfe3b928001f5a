"""Official pages out as a table and back in: all or nothing, each bad place by line and column, and no mixed page made official (HYB-1, HYB-2)."""

import csv
import io

import pytest

from askfirst.casework import page_sheet
from askfirst.casework.access import Missing
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.kinds.page import LIVE, NOT_IN_ORDER
from askfirst.casework.kinds.page_gates import MENDED
from askfirst.casework.models import Case
from askfirst.casework.page_sheet import COLUMNS, BadSheet
from askfirst.casework.workflow import Hat
from askfirst.sites.register import Answer, look_up
from askfirst.trail import chain
from tests.cast import who
from tests.groups import EASTFIELD, NORTHGATE, official_page, takes

NOON = "2026-11-24 12:00"
ART, TRIPS = "instagram.com/eastfield_art", "trips.example/northgate"


@pytest.fixture
def pages(cast):
    """Eastfield's page and Northgate's, both official, each with its address."""
    refs = official_page(EASTFIELD), official_page(NORTHGATE)
    for ref, address in zip(refs, (ART, TRIPS), strict=True):
        takes("adelakun", ref, "set-address", address=address)
    return refs


@pytest.fixture
def comms(as_):
    return as_("adelakun", NOON)


def saved(comms):
    return page_sheet.as_csv(page_sheet.sheet(by=comms.by, at=comms.at))


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def written(rows, columns=COLUMNS):
    out = io.StringIO(newline="")
    writing = csv.DictWriter(out, columns, extrasaction="ignore")
    writing.writeheader()
    writing.writerows(rows)
    return out.getvalue().encode()


def sends(comms, raw):
    """The references that changed: how many is what it says too, and what was shown before it was done."""
    raw = raw if isinstance(raw, bytes) else raw.encode()
    looked = page_sheet.look_at_sheet(raw, by=comms.by, at=comms.at)
    assert page_sheet.apply_sheet(raw, by=comms.by, at=comms.at) == (len(looked.changed), len(looked.begun))
    return looked.changed


def wrong(comms, raw):
    """(line, column, sentence) of each bad place; and nothing has changed."""
    before = list(Case.objects.order_by("id").values_list("ref", "version"))
    with pytest.raises(BadSheet) as bad:
        page_sheet.apply_sheet(raw if isinstance(raw, bytes) else raw.encode(), by=comms.by, at=comms.at)
    assert list(Case.objects.order_by("id").values_list("ref", "version")) == before
    return [(one.line, one.column, str(one.says)) for one in bad.value.places]


def test_the_table_holds_what_the_public_reads_and_sent_back_it_changes_nothing(comms, pages):
    art, trips = pages
    text = saved(comms)
    assert rows_of(text)[1] == {
        "reference": art, "name": "Our department", "address": ART, "school": "Eastfield Academy", "role": "Art teacher", "status": "official",
        "last checked": "2026-11-23", "review": "2027-11-23", "purpose": "What we do.", "owner": "Ms Constance Averill",
        "second owner": "holloway", "successor": "rainsford", "login": "page@eastfield.example", "recovery": "office@eastfield.example",
        "photos": "none", "comments": "off", "students": "no",
    }  # fmt: skip
    assert [row["reference"] for row in rows_of(text)] == [trips, art]
    assert sends(comms, text) == ()
    assert sends(comms, text.encode("utf-16")) == ()  # as some spreadsheets save it
    assert [(event.what, event.who) for event in chain.events(art)][-1] == ("read", who("adelakun"))


def test_names_and_addresses_change_together(comms, pages):
    art, trips = pages
    rows = rows_of(saved(comms))
    rows[0] |= {"name": "Northgate history trips", "address": "@northgate_trips on Instagram"}
    rows[1]["name"] = "Eastfield art"
    assert sends(comms, written(rows)) == (trips, art)
    found = look_up("instagram.com/northgate_trips")
    assert (found.answer, found.name, look_up(TRIPS).answer) == (Answer.OFFICIAL, "Northgate history trips", Answer.UNKNOWN)
    assert look_up(ART).name == "Eastfield art"


def test_one_bad_line_and_nothing_applies(comms, pages):
    """Planted: the same file with that one line mended goes in."""
    rows = rows_of(saved(comms))
    rows[0] |= {"name": "Northgate history trips"}
    rows[1] |= {"address": "javascript:alert(1)"}
    assert wrong(comms, written(rows)) == [(3, "address", "This is not the address of a page. Paste one that starts with https://.")]
    assert look_up(TRIPS).name == "Our department"
    rows[1]["address"] = ART
    assert len(sends(comms, written(rows))) == 1


@pytest.mark.parametrize("name", ["=HYPERLINK(A1)", "+44 trips", "-1 club", "@home art", "'tis art"])
def test_a_cell_that_looks_like_a_formula_goes_out_guarded_and_comes_back_as_it_was(comms, pages, name):
    art, _ = pages
    takes("adelakun", art, "set-address", address=ART, called=name)
    text = saved(comms)
    assert {row["reference"]: row["name"] for row in rows_of(text)}[art] == "'" + name
    assert sends(comms, text) == ()
    assert look_up(ART).name == name


def test_each_bad_place_is_named_by_line_and_column(comms, pages):
    _, trips = pages
    rows = rows_of(saved(comms))
    one = {**rows[1]}
    found = wrong(
        comms,
        written(
            [
                {**rows[0], "status": "mixed"}, {**one, "name": ""}, {**one, "reference": "BBBBBBBB"}, {**one, "name": "Ms Averill’s art"},
                {**one, "reference": trips, "address": "x" * 3_000},
            ]
        ),
    )  # fmt: skip
    assert [(line, column) for line, column, _ in found] == [
        (2, "status"), (3, "name"), (4, "reference"), (4, "address"), (5, "reference"), (5, "name"),
        (6, "reference"), (6, "address"), (6, "school"), (6, "role"), (6, "owner"), (6, "second owner"),
        (6, "successor"), (6, "login"), (6, "recovery"),
    ]  # fmt: skip
    said = [words for _, _, words in found]
    assert said[0] == "This cannot be changed by a file. Put back: official"
    assert "Line 3 has this address too." in said[3]
    assert "leave the person out" in said[5]


def test_every_wrong_cell_of_a_row_is_shown_and_each_once(comms, pages):
    """Planted: with each mended but one, that one alone is shown; with all mended the file goes in."""
    art, _ = pages
    good = {**rows_of(saved(comms))[1], "name": "Eastfield art"}
    bad = {
        "name": "Ms Averill’s art", "address": "javascript:alert(1)", "school": "Hogsmill", "role": "Head", "status": "mixed",
        "purpose": "Another.", "owner": "Nobody", "login": "a@b.example", "photos": "all",
    }  # fmt: skip
    assert [place[:2] for place in wrong(comms, written([{**good, **bad}]))] == [(2, column) for column in COLUMNS if column in bad]
    for column, said in bad.items():
        assert [place[:2] for place in wrong(comms, written([{**good, column: said}]))] == [(2, column)]
    assert sends(comms, written([good])) == (art,)


def test_a_line_with_cells_amiss_hides_no_other(comms, pages):
    rows = rows_of(saved(comms))
    head, first, second = written([{**rows[0], "status": "mixed"}, {**rows[1], "name": ""}]).decode().splitlines()
    found = wrong(comms, "\n".join([head, first, "one,cell too few", second + ",,", second.partition(",")[0] + ',"x" y']))
    assert [place[:2] for place in found] == [(2, "status"), (3, ""), (4, "name"), (5, "name")]
    assert found[-1][2].endswith("Nothing below it could be read.")


@pytest.mark.parametrize(
    ("raw", "line", "column", "says"),
    [
        (b"", 1, "", "no page in this file"), (b"\n\n", 1, "", "no page in this file"), (b"reference,name\n", 1, "", "no page in this file"),
        (b"name,address\na,b\n", 1, "", "no column"), (b"reference,colour\na,b\n", 1, "colour", "do not know this heading"),
        (b"reference,name,name\na,b,c\n", 1, "name", "stands twice"), (b"reference,name\nBBBBBBBB\n", 2, "", "1 cells"),
        (b'reference,name\n"BBBBBBBB,x\n', 2, "reference", ""), (b"\xff\xfe\x00", 1, "1", ""),
    ],
)  # fmt: skip
def test_what_is_no_table_is_said_at_its_place(comms, pages, raw, line, column, says):
    (found,) = wrong(comms, raw)
    assert (found[:2], says in found[2]) == ((line, column), True)


def test_s18_no_file_makes_a_mixed_page_official_and_it_gets_a_plan(comms, pages, as_):
    art, _ = pages
    text = saved(comms)
    comms.takes(art, "mixed-found", note="It sells commissions.")
    assert art not in saved(comms)
    found = wrong(comms, text)
    assert [(line, column) for line, column, _ in found] == [(3, "reference")]
    assert (
        found[0][2] == "This page is mixed, and nothing mixed is official (HYB-2). Its keeper makes a plan first: split, rename or close."
    )
    plan = next(offer.step for offer in as_("averill", NOON).opens(art).offers if offer.step.id == "plan")
    assert [choice.value for choice in plan.fields[0].choices] == ["split", "rename", "close"]


def test_s18_no_step_leads_from_mixed_to_official_but_one_that_needs_the_mix_to_have_ended():
    """A law over the table: whoever adds a step that makes a mixed page official sees this."""
    ways = [
        step
        for step in WORKFLOWS["page"].steps
        if step.start & NOT_IN_ORDER and ({step.end} | set((step.ends or {}).values())) & LIVE and Hat.ASKFIRST not in step.by
    ]
    assert [(step.id, step.needs) for step in ways] == [("clean", (MENDED,))]


@pytest.mark.parametrize("name", ["harrow", "pascoe", "devlin", "sethuraman", "wieczorek", "kit", "achterberg"])
def test_nobody_else_has_the_table(as_, pages, name):
    somebody = as_(name, NOON)
    for act in (lambda: page_sheet.sheet(by=somebody.by, at=somebody.at), lambda: sends(somebody, b"reference\nBBBBBBBB\n")):
        with pytest.raises(Missing):
            act()
