"""`askfirst sites lookup`, and `askfirst mend register`: the same answers as the page, and no address in any of them that was not asked for."""

import json

import pytest
from click.testing import CliRunner

from askfirst.casework.kinds.page import AT
from askfirst.casework.models import CaseStep
from askfirst.cli.main import askfirst
from askfirst.people.models import Person
from askfirst.sites import register
from askfirst.sites.models import Listing
from tests.cast import cast, who
from tests.groups import EASTFIELD, official_page, takes

__all__ = ["cast"]

pytestmark = pytest.mark.django_db
SCIENCE = "https://www.instagram.com/eastfield_science/"


def run(*arguments):
    """(exit code, what was said)."""
    done = CliRunner().invoke(askfirst, list(arguments), standalone_mode=False)
    if done.exception is None:
        return done.return_value or 0, done.output
    if hasattr(done.exception, "format_message"):
        return 2, done.exception.format_message()
    raise done.exception


@pytest.fixture
def page(cast):
    ref = official_page(EASTFIELD, "2026-11-03 10:00")
    takes("adelakun", ref, "set-address", "2026-11-03 10:05", address=SCIENCE)
    return ref


def test_s52_by_command(page):
    role = Person.objects.get(pk=who("averill")).title
    said = "Official\nName: Our department\nSchool: Eastfield Academy\nLooked after by: %s\nLast checked: 2026-11-03\n" % role
    assert run("sites", "lookup", "@eastfield_science on Instagram") == (0, said)
    assert run("sites", "lookup", "made-up.example") == (1, "We don’t know this page. It may still be real.\n")
    code, held = run("sites", "lookup", SCIENCE, "--json")
    assert (code, json.loads(held)["answer"]) == (0, "official")


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "office@northgate.example", "a" * 8_000, "northgate.example/\udcff"])
def test_what_is_no_address_is_one_line(db, url):
    code, said = run("sites", "lookup", url)
    assert (code, said.endswith("."), said.count("\n")) == (2, True, 0)


def test_mend_register_sees_a_row_that_is_wrong_and_shows_no_address(page):
    assert run("mend", "register", "--check") == (0, "0 to look at.\n")
    Listing.objects.update(answer="not-ours")
    code, said = run("mend", "register", "--check")
    assert (code, said) == (1, "%s stands in the register otherwise than it should.\n1 to look at.\n" % page)
    code, said = run("mend", "register", "--check", "--json")
    assert (code, [one["ref"] for one in json.loads(said)["differences"]]) == (1, [page])


def test_mend_register_marks_pages_anew_and_shows_no_address(page):
    assert run("mend", "register") == (0, "0 marked anew.\n")
    old = register.mark_of("https://www.instagram.com/as-it-was-spelled-once")
    CaseStep.objects.filter(step=AT).update(of=old)
    Listing.objects.update(page=old)
    assert run("mend", "register", "--check") == (1, "%s is marked by an older table of spellings.\n1 to look at.\n" % page)
    assert run("mend", "register", "--json") == (0, '{"marked": 1, "unread": 0}\n')
    assert run("mend", "register", "--check") == (0, "0 to look at.\n")
    assert run("sites", "lookup", SCIENCE)[1].startswith("Official\n")


def test_a_snippet_by_command():
    code, said = run("sites", "snippet", "--base", "https://askfirst.example/", "@eastfield_science on Instagram")
    assert (code, 'value="instagram.com/eastfield_science"' in said, "script" in said) == (0, True, False)
    assert run("sites", "snippet", "--base", "https://askfirst.example")[1].startswith(
        '<a href="https://askfirst.example/is-this-official/"'
    )
    assert run("sites", "snippet", "--base", "https://askfirst.example", "javascript:alert(1)")[0] == 2
