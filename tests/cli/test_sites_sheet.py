"""`askfirst sites table | look | apply`: the official pages as a file, by the calls of the page; exit codes 0, 1 and 2 (HYB-1, HYB-2)."""

import json

import pytest

from askfirst.casework.models import Case
from askfirst.sites.register import look_up
from tests.casework.test_page_sheet_new import ALL_WRONG, NEW, written
from tests.cli.test_editions import at, cast, run
from tests.groups import EASTFIELD, official_page, takes

__all__ = ["at", "cast", "run"]

NOON, ART, ME = "2026-11-24 12:00", "instagram.com/eastfield_art", ("--as", "adelakun")


@pytest.fixture
def page(run, at):
    at(NOON)
    ref = official_page(EASTFIELD)
    takes("adelakun", ref, "set-address", address=ART)
    return ref


@pytest.fixture
def kept(tmp_path):
    def keep(raw):
        path = tmp_path / "pages.csv"
        path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
        return str(path)

    return keep


def test_saved_changed_looked_at_and_done(run, page, kept):
    code, text, _ = run("sites", "table", *ME)
    assert (code, text.splitlines()[0][:22]) == (0, "reference,name,address")
    assert run("sites", "look", kept(text), *ME) == (0, "This file changes nothing: all of it is so already.\n", "")
    file = kept(text.replace("Our department", "Eastfield art") + written(NEW).decode().partition("\r\n")[2])
    code, said, _ = run("sites", "look", file, *ME)
    assert code == 1 and "%s · name: Our department → Eastfield art\n" % page in said
    assert "New: Northgate history trips · %s · Ms Mei-Lin Harrow\n" % NEW["address"] in said
    assert "Would change: 1. Would begin: 1. Nothing has changed yet.\n" in said
    assert (look_up(ART).name, Case.objects.filter(kind="page").count()) == ("Our department", 1)
    way = said.strip().rpartition("To do all of it: askfirst ")[2].split()
    assert run(*way) == (0, "Changed: 1. Begun: 1.\n", "")
    assert (look_up(ART).name, Case.objects.filter(kind="page").count()) == ("Eastfield art", 2)
    code, _, wrong = run(*way)
    assert (code, "We have this page already." in wrong) == (2, True)
    assert Case.objects.filter(kind="page").count() == 2


def test_as_data(run, page, kept):
    pages = json.loads(run("sites", "table", *ME, "--json")[1])["pages"]
    assert [one["reference"] for one in pages] == [page]
    file = kept(written(NEW))
    looked = json.loads(run("sites", "look", file, *ME, "--json")[1])
    assert (looked["changes"], [one["owner"] for one in looked["begun"]]) == ([], ["Ms Mei-Lin Harrow"])
    assert json.loads(run("sites", "apply", file, "--digest", looked["digest"], *ME, "--json")[1]) == {"changed": 0, "begun": 1}


def test_every_wrong_cell_is_a_line_and_the_last_says_that_nothing_was_done(run, page, kept):
    file = kept(written(NEW, {**NEW, **ALL_WRONG}))
    for command in (("look", file), ("apply", file, "--digest", "0" * 64)):
        code, said, wrong = run("sites", *command, *ME)
        *places, last = wrong.splitlines()
        assert (code, said, len(places)) == (2, "", 15)
        assert places[0] == "Line 3, column “name”: Give the page a name."
        assert last == "askfirst: 15 places in the file are wrong, so nothing was changed. Mend them, then send the file again."
        code, said, wrong = run("sites", *command, *ME, "--json")
        assert (code, len(json.loads(said)["problems"]), wrong) == (2, 15, "")
    assert Case.objects.filter(kind="page").count() == 1


def test_what_was_not_shown_is_not_done(run, page, kept):
    file = kept(run("sites", "table", *ME)[1].replace("Our department", "Eastfield art"))
    digest = json.loads(run("sites", "look", file, *ME, "--json")[1])["digest"]
    takes("adelakun", page, "set-address", NOON, address="instagram.com/eastfield_art_new")
    code, _, wrong = run("sites", "apply", file, "--digest", digest, *ME)
    assert (code, "Look again at what it would do." in wrong, look_up(ART).name) == (2, True, "")


@pytest.mark.parametrize("name", ["harrow", "devlin", "wieczorek"])
def test_nobody_else_has_the_table(run, page, kept, name):
    for command in (("table",), ("look", kept(written(NEW))), ("apply", kept(written(NEW)), "--digest", "0" * 64)):
        assert run("sites", *command, "--as", name) == (2, "", "askfirst: Only communications keep the official pages. Sign in as them.\n")


@pytest.mark.parametrize(
    ("raw", "says"),
    [(None, "cannot be read"), (b"x" * 2_500_001, "too large"), (b"", "One place in the file is wrong"), (b"\xff\xfe\x00", "wrong")],
)
def test_a_file_that_is_none(run, page, kept, raw, says):
    code, _, wrong = run("sites", "look", kept(raw) if raw is not None else "never-made", *ME)
    assert (code, says in wrong, "Traceback" in wrong) == (2, True, False)
