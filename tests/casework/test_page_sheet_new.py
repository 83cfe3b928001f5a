"""New pages come in by a file: each begun for whoever keeps it, with its list filled in, by the gates of one begun by hand; all or none."""

import csv
import io
import random

import pytest

from askfirst.casework import page_sheet, steps
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case
from askfirst.casework.page_begun import MOST_NEW
from askfirst.casework.page_sheet import COLUMNS, BadSheet
from askfirst.sites.register import Answer, look_up
from askfirst.trail import chain
from askfirst.trail.models import Notice, Once
from tests.cast import who
from tests.groups import EASTFIELD, official_page, takes, tells

NOON = "2026-11-24 12:00"
ART, TRIPS = "instagram.com/eastfield_art", "https://www.Instagram.com/Northgate_Trips/?hl=en"
NEW = {
    "name": "Northgate history trips", "address": TRIPS, "purpose": "What our trips see.", "owner": "Ms Mei-Lin Harrow",
    "second owner": "makoni", "successor": "pascoe", "login": "trips@northgate.example", "recovery": "office@northgate.example",
    "photos": "agreed", "comments": "Off", "students": "No",
}  # fmt: skip


@pytest.fixture
def comms(as_, cast):
    return as_("adelakun", NOON)


def written(*rows, separator=",", columns=COLUMNS):
    out = io.StringIO(newline="")
    writing = csv.DictWriter(out, columns, restval="", extrasaction="ignore", delimiter=separator)
    writing.writeheader()
    writing.writerows(rows)
    return out.getvalue().encode()


def sends(comms, raw):
    return page_sheet.apply_sheet(raw, by=comms.by, at=comms.at)


def wrong(comms, raw):
    """(line, column, sentence) of each bad place; and nothing was begun, told or changed."""
    before = sorted(Case.objects.values_list("ref", "version")), Notice.objects.count()
    for act in (page_sheet.look_at_sheet, page_sheet.apply_sheet):
        with pytest.raises(BadSheet) as bad:
            act(raw, by=comms.by, at=comms.at)
    assert (sorted(Case.objects.values_list("ref", "version")), Notice.objects.count()) == before
    return [(one.line, one.column, str(one.says)) for one in bad.value.places]


def begun():
    return Case.objects.filter(kind="page").latest("id")


def test_a_page_is_begun_for_ms_harrow_who_sends_it_and_it_becomes_official_as_any_other(comms, as_):
    looked = page_sheet.look_at_sheet(written(NEW), by=comms.by, at=comms.at)
    assert ([(one.name, one.owner) for one in looked.begun], looked.changed) == ([(NEW["name"], "Ms Mei-Lin Harrow")], ())
    assert not Case.objects.filter(kind="page").exists()
    assert sends(comms, written(NEW)) == (0, 1)
    ref, case = begun().ref, begun()
    assert (case.asker_id, case.logger_id, case.state, case.school_id) == (who("harrow"), who("adelakun"), "draft", "northgate")
    assert list(Notice.objects.filter(case=ref).values_list("to", "kind")) == [(who("harrow"), "news")]
    done = [(event.what, event.who) for event in chain.events(ref)]
    assert [what for what, by in done if by == who("adelakun")][:4] == ["open", "people", "account", "rules"]
    assert look_up(TRIPS).answer is Answer.UNKNOWN
    takes("harrow", ref, "submit", NOON)
    for name, step, given in (
        ("pascoe", "talk", {"how": "by-message"}), ("pascoe", "agree", {}), ("adelakun", "comms-check", {"note": "Clear."}),
        ("sethuraman", "dpo-look", {"note": "Names are left out."}), ("devlin", "make-official", {"called": "Northgate history trips"}),
    ):  # fmt: skip
        assert look_up(TRIPS).answer is Answer.UNKNOWN
        takes(name, ref, step, NOON, **given)
    assert (look_up("@northgate_trips on Instagram").answer, look_up(TRIPS).name) == (Answer.OFFICIAL, "Northgate history trips")
    (row,) = page_sheet.sheet(by=comms.by, at=comms.at).values()
    assert {column: row[column] for column in NEW if column not in ("address", "comments", "students")} == {
        column: said for column, said in NEW.items() if column not in ("address", "comments", "students")
    }
    assert (row["comments"], row["students"], row["review"]) == ("off", "no", "2027-11-24")


def test_whoever_only_wrote_it_down_takes_no_step_of_it_and_the_owner_takes_each(comms, as_):
    sends(comms, written(NEW))
    ref = begun().ref
    for step in ("submit", "people", "account", "rules", "withdraw"):
        with pytest.raises(Refused):
            takes("adelakun", ref, step, NOON)
    mine = {offer.step.id for offer in as_("harrow", NOON).opens(ref).offers if offer.mine and not offer.refusals}
    assert {"submit", "people", "account", "rules", "withdraw"} <= mine


def test_names_change_and_pages_begin_by_one_file_and_sent_again_it_begins_nothing(comms):
    ref = official_page(EASTFIELD)
    takes("adelakun", ref, "set-address", address=ART)
    raw = written({"reference": ref, "name": "Eastfield art", "address": ART}, NEW, columns=("reference", *NEW))
    once = steps.Once("k" * 32, raw)
    for _ in range(10):
        assert page_sheet.apply_sheet(raw, by=comms.by, at=comms.at, once=once) == (1, 1)
    assert (Case.objects.filter(kind="page").count(), look_up(ART).name) == (2, "Eastfield art")
    assert Once.objects.count() == 1
    here = begun().ref
    says = "We have this page already. Write %s under “reference”, or take the line out." % here
    assert wrong(comms, raw) == [(3, "address", says)]


@pytest.mark.parametrize(
    ("file", "what"),
    [
        (lambda: written(NEW).decode().encode("utf-8-sig"), "a mark of its letters"), (lambda: written(NEW).decode().encode("utf-16"), "UTF-16"),
        (lambda: written(NEW, separator=";"), "semicolons"), (lambda: written(NEW, separator="\t"), "tabs"),
        (lambda: written({**NEW, "purpose": "What our trips see.\n\nAnd, where “we” go; a\tday."}), "a line break in a cell"),
        (lambda: written({**NEW, "name": "Northgate\nhistory trips"}), "a line break in a name"),
        (lambda: written(NEW, columns=("students", "reference", *[one for one in NEW if one != "students"])), "another order"),
    ],
)  # fmt: skip
def test_a_file_is_read_however_a_spreadsheet_saves_it(comms, file, what):
    assert sends(comms, file()) == (0, 1), what
    papers = comms.opens(begun().ref).papers
    assert (papers["details"]["name"], papers["details"]["purpose"][:19]) == ("Northgate history trips", "What our trips see.")


@pytest.mark.parametrize(
    ("column", "said", "says"),
    [
        ("name", "", "Give the page a name."), ("purpose", "", "what it is for"), ("owner", "", "Name who keeps the page."),
        ("second owner", "", "Name a second person"), ("successor", "", "Say who takes over"), ("recovery", "", "Give the address"),
        ("login", "", "Give the address"), ("photos", "", "Choose a rule"), ("comments", "", "Choose a rule"), ("students", "", "Say if it shows"),
        ("address", "", "begun by hand"), ("address", "javascript:alert(1)", "not the address of a page"),
        ("address", "a page on the web somewhere", "cannot read this address"), ("address", "http://[::1", "cannot read this address"),
        ("address", "https://instagram.com/" + "x" * 300, "we take 200"), ("owner", "Nobody Known", "called so"),
        ("owner", "farrant", "not through an agency"), ("second owner", "farrant", "not through an agency"), ("second owner", "harrow", "called so"),
        ("second owner", "farouk", "not through an agency"), ("successor", "harrow", "called so"),
        ("recovery", "northgate.trips@mail.example", "school-owned"), ("login", "harrow@northgate.example.evil.example", "school-owned"),
        ("photos", "all of them", "none, agreed"), ("comments", "=cmd|'/C calc'!A0", "off, first, daily"), ("students", "maybe", "yes, no, unsure"),
        ("status", "official", "makes no page official"), ("status", "mixed", "nothing mixed is official"), ("role", "Art teacher", "Leave this empty"),
        ("last checked", "2026-11-24", "Leave this empty"), ("review", "2027-01-01", "Leave this empty"), ("school", "Eastfield Academy", "works at"),
        ("school", "Hogsmill", "works at"), ("name", "n" * 201, "we take 200"),
    ],
)  # fmt: skip
def test_each_wrong_cell_of_a_new_page_is_named_and_nothing_is_begun(comms, column, said, says):
    """Planted: the same file with that one cell as it was goes in."""
    good = {**NEW, "address": "trips.example/other", "name": "Another"}
    ((line, where, sentence),) = wrong(comms, written(good, {**NEW, column: said}))
    assert ((line, where), says in sentence) == ((3, column), True), sentence
    assert sends(comms, written(good, NEW)) == (0, 2)


ALL_WRONG = {
    "name": "", "address": "javascript:alert(1)", "school": "Hogsmill", "role": "Art teacher", "status": "official", "last checked": "2026-11-24",
    "review": "2027-01-01", "purpose": "", "owner": "Nobody Known", "second owner": "farrant", "successor": "farouk",
    "login": "harrow@mail.example", "recovery": "", "photos": "all of them", "comments": "loud", "students": "",
}  # fmt: skip
NOT_TOLD = ("school",)
"""Where nobody knows who keeps it, nobody knows where they work."""


def test_every_wrong_cell_of_every_row_is_shown_and_each_once(comms):
    """Planted: with all of them mended the same file goes in."""
    good = {**NEW, "address": "trips.example/other", "name": "Another"}
    seen = [column for column in COLUMNS if column in ALL_WRONG and column not in NOT_TOLD]
    found = wrong(comms, written(good, {**NEW, **ALL_WRONG}, {**NEW, **ALL_WRONG, "owner": "harrow"}))
    assert [place[:2] for place in found] == [(3, column) for column in seen] + [
        (4, column) for column in COLUMNS if column in ALL_WRONG and column != "owner"
    ]
    assert sends(comms, written(good, NEW)) == (0, 2)


@pytest.mark.parametrize("seed", range(12))
def test_any_cells_gone_wrong_are_all_shown_and_no_other(comms, seed):
    drawn = random.Random(seed)
    lines = [[column for column in ALL_WRONG if column != "owner" and drawn.random() < 0.4] for _ in range(4)]
    rows = [
        {**NEW, "address": "trips.example/%d" % number, **{column: ALL_WRONG[column] for column in columns}}
        for number, columns in enumerate(lines)
    ]
    wanted = [(line, column) for line, columns in enumerate(lines, 2) for column in COLUMNS if column in columns]
    assert [place[:2] for place in (wrong(comms, written(*rows)) if wanted else [])] == wanted


def test_an_address_of_8_kb_is_told_at_its_place(comms):
    found = wrong(comms, written({**NEW, "address": "https://instagram.com/" + "x" * 8_192}))
    assert found == [(2, "address", "This is 8,214 characters long; we take 2,000. Paste the address alone.")]


@pytest.mark.parametrize(
    "spelled", ["instagram.com/northgate_trips", "@Northgate_Trips on Instagram", "http://m.instagram.com/northgate_trips/", "'" + TRIPS]
)
def test_one_page_is_one_page_however_its_address_is_spelled(comms, spelled):
    if not spelled.startswith("'"):
        found = wrong(comms, written(NEW, {**NEW, "address": spelled}))
        assert found == [(3, "address", "Line 2 has this address too. Two pages cannot share one.")]
    sends(comms, written(NEW))
    ((line, column, says),) = wrong(comms, written({**NEW, "address": spelled.lstrip("'")}))
    assert (line, column, "We have this page already" in says) == (2, "address", True)


def test_a_host_in_punycode_is_one_page_with_its_letters(comms):
    sends(comms, written({**NEW, "address": "https://xn--bcher-kva.example/trips"}))
    ((_, column, says),) = wrong(comms, written({**NEW, "address": "https://Bücher.example/trips/"}))
    assert (column, "already" in says) == ("address", True)


def test_s18_a_mixed_page_is_not_begun_anew_by_a_file(comms):
    ref = official_page(EASTFIELD)
    takes("adelakun", ref, "set-address", address=ART)
    comms.takes(ref, "mixed-found", note="It sells commissions.")
    ((line, column, says),) = wrong(comms, written({**NEW, "address": "https://instagram.com/Eastfield_Art"}))
    assert (line, column, says.startswith("This page is mixed, and nothing mixed is official (HYB-2).")) == (2, "address", True)


def test_a_page_that_stands_as_not_ours_is_not_begun(comms):
    ref = tells(
        "farouk", "impostor", {"address": TRIPS, "what": "school", "children": "no", "text": "It takes our crest."}, "2026-11-24 10:00"
    )
    comms.takes(ref, "not-ours", reported_on="2026-11-24", check_on="2026-12-02")
    ((_, column, says),) = wrong(comms, written(NEW))
    assert (column, says) == ("address", "This page stands on our list as not ours. Look at it again.")


def test_what_somebody_fills_in_for_themselves_is_told_to_nobody(comms):
    """Ms Harrow's own draft is hers: that a page of this address was begun is no business of whoever sends a file."""
    tells("harrow", "page", {"name": "Trips", "purpose": "Ours.", "address": TRIPS}, "2026-11-24 10:00")
    assert sends(comms, written(NEW)) == (0, 1)


def test_two_pages_at_one_address_are_not_both_on_the_list(comms):
    """Whoever looks second, be it at one begun by hand or by a file, is told that it is there."""
    ref = official_page(EASTFIELD)
    takes("adelakun", ref, "set-address", address=ART)
    second = official_page(EASTFIELD, NOON, until="agree")
    with pytest.raises(BadField) as refused:
        takes("adelakun", second, "comms-check", NOON, note="Clear.", address="https://instagram.com/Eastfield_Art/")
    assert str(refused.value.sentence).startswith("A page at this address is official already.")
    takes("adelakun", second, "comms-check", NOON, note="Clear.", address="https://instagram.com/eastfield_art_two")


def test_more_than_a_hundred_new_pages_come_in_parts(comms):
    rows = [{**NEW, "address": "trips.example/%d" % number} for number in range(MOST_NEW + 1)]
    assert wrong(comms, written(*rows)) == [(MOST_NEW + 2, "reference", "A file may begin 100 new pages. Send it in parts.")]


@pytest.mark.parametrize("name", ["harrow", "pascoe", "devlin", "siddiqui"])
def test_nobody_but_communications_begins_a_page_for_somebody(as_, cast, name):
    details = {"owner": "harrow", **{one: NEW[one] for one in ("name", "purpose", "address")}}
    with pytest.raises(Refused) as refused:
        tells(name, "page", details, NOON)
    assert str(refused.value.refusals[0].sentence).startswith("Communications begin a page for somebody else.")
