"""Mrs Okoro-Penn looks through her friends on a phone (S10), with scripts and without; a student and a visitor read general words."""

import pytest

from tests.browser.test_every_page_is_in_reach import SMALL

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
SIZES = pytest.mark.parametrize("width", [390, 320])
LIST = "Kit Okoro-Penn\nNoor Haddad-Lyle · 12 mutual friends\nOttilie Grange\nMrs Rowbotham\nNeville Strand\nVerity Calloway"


def fine(journey, where):
    assert journey.axe() == [], where
    assert not journey.wide(), where
    assert journey.page.evaluate(SMALL) == [], where


def says(journey):
    return journey.page.inner_text("main")


def look_through(journey, who="I work here", text=LIST, path="/check/friends/"):
    journey.open(path)
    journey.page.fill("#text", text)
    journey.page.get_by_label(who, exact=True).check(force=True)
    journey.press("Look through")


@BOTH
def test_s10_from_home_to_family_and_back(signed_in, script):
    dilys = signed_in("okoropenn", script=script)
    dilys.open("/check/")
    dilys.follow("Look through my friends")
    dilys.page.fill("#text", LIST)
    assert dilys.page.get_by_label("I work here", exact=True).is_checked()
    dilys.press("Look through")
    assert dilys.page.inner_text("h1") == "3 names to think about. You decide."
    assert "Noor Haddad-Lyle might be a student here" in says(dilys)
    assert "under 18 and left less than 12 months ago" in says(dilys)
    assert "This might be a colleague: Mrs Rowbotham" in says(dilys)
    dilys.press("This is family")  # the first: Kit
    assert dilys.page.inner_text("h1") == "2 names to think about. You decide."
    assert "Kit Okoro-Penn might be" not in says(dilys)
    assert "Marked as family. Only you can read this." in says(dilys)
    dilys.press("Look again")
    assert dilys.page.inner_text("h1") == "2 names to think about. You decide."
    dilys.open("/me/record/")
    assert "You marked Kit Okoro-Penn as family" in says(dilys)
    dilys.follow("Undo a family mark")
    dilys.press("Undo")
    assert "Undone. We have forgotten that name." in says(dilys)
    assert "Kit Okoro-Penn" not in says(dilys)


@SIZES
def test_every_state_of_the_page_is_in_reach(signed_in, width):
    dilys = signed_in("okoropenn", width=width)
    dilys.expected = {400}
    look_through(dilys)
    fine(dilys, "found")
    dilys.press("This is family")
    fine(dilys, "marked")
    dilys.open("/check/friends/")
    fine(dilys, "the form, with a mark")
    look_through(dilys, text="Neville Strand")
    assert dilys.page.inner_text("h1") == "Nobody to think about"
    fine(dilys, "nobody")
    look_through(dilys, who="I’m a parent or carer")
    fine(dilys, "as a parent")
    look_through(dilys, text="")
    fine(dilys, "no list")
    dilys.open("/me/record/")
    fine(dilys, "the record")


@SIZES
def test_a_student_and_a_visitor_read_what_holds_for_everybody(signed_in, walk, width):
    kit = signed_in("kit", width=width)
    look_through(kit, who="I’m a student")
    assert "You can say no to anyone." in says(kit)
    assert "might be" not in says(kit)
    fine(kit, "a student")
    visitor = walk(width=width)
    look_through(visitor)
    assert "We did not compare your list with any list of names." in says(visitor)
    assert "might be" not in says(visitor)
    fine(visitor, "a visitor")
