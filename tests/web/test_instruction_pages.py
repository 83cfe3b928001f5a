"""The pages of an instruction about somebody's blog: the form keeps what was written, and those it is for read what stays free (MAN-1)."""

from urllib.parse import urlencode

import pytest

from tests.access.world import FORM, enter
from tests.casework.conftest import as_, time_comes
from tests.casework.test_instruction_stories import FIRST, MARKS, active, queried
from tests.cast import cast
from tests.clock import london

__all__ = ["as_", "cast", "time_comes"]


def as_form(details):
    return {name: "yes" if value is True else value for name, value in details.items()}


def test_s43_s44_drafted_refused_given_and_read(as_, time_comes, settings):
    manager = enter("rainsford", london("2026-11-24 09:00"))
    assert "Constance Averill" in manager.get("/instructions/new/").content.decode()
    refused = manager.post("/instructions/new/", urlencode({**as_form(FIRST), "send": "1"}), content_type=FORM)
    assert refused.status_code == 409
    said = refused.content.decode()
    assert "cannot stop whistleblowing or union matters" in said and "cannot start in the past" in said and FIRST["why"] in said
    ref = active(as_, time_comes)
    for name, heading in (("averill", "about your blog"), ("braithwaite", "Averill’s blog"), ("rainsford", "Averill’s blog")):
        said = enter(name, london("2026-11-25 09:00")).get("/cases/%s/" % ref).content.decode()
        assert heading in said and "Given on 24 November 2026" in said and "It is active." in said
        assert "Whoever manages them can see this" in said and "we have still to reach" not in said
        assert "other topics stay free (MAN-1)" in said and MARKS["what"] in said
        assert ref in enter(name, london("2026-11-25 09:00")).get("/instructions/").content.decode()
    assert ref not in enter("abernethy", london("2026-11-25 09:00")).get("/instructions/").content.decode()


@pytest.mark.parametrize("name", ["averill", "harrow"])
def test_nobody_else_is_told_of_any(cast, name):
    assert "There is none for you." in enter(name, london("2026-11-25 09:00")).get("/instructions/").content.decode()


def test_a_manager_finds_them_from_home_and_everybody_who_works_here_from_my_things(cast):
    for name, manages in (("rainsford", True), ("averill", False)):
        browser = enter(name, london("2026-11-25 09:00"))
        assert ('href="/instructions/"' in browser.get("/").content.decode()) is manages
        assert 'href="/instructions/"' in browser.get("/me/").content.decode()
    for name in ("farouk", "blenkinsop-g"):
        browser = enter(name, london("2026-11-25 09:00"))
        assert "/instructions/" not in browser.get("/").content.decode() + browser.get("/me/").content.decode()


def test_a_talk_that_ends_in_an_instruction_leads_to_the_form(as_):
    ref = as_("harrow", "2026-11-23 10:00").tells("interest", text="My sister runs the print shop.")
    as_("pascoe", "2026-11-24 10:00").takes(ref, "talk", how="by-message")
    thought = dict.fromkeys(("impartiality", "confidentiality", "conflict", "commercial"), True)
    as_("pascoe", "2026-11-24 10:05").takes(ref, "settle", outcome="instruction", note="Nothing on the print shop.", **thought)
    for name, link in (("pascoe", "/instructions/new/"), ("harrow", "/instructions/")):
        assert 'href="%s"' % link in enter(name, london("2026-11-24 11:00")).get("/cases/%s/" % ref).content.decode()


def test_s43_the_query_and_the_explanation_are_on_the_page_and_hrs_advice_is_for_the_manager(as_):
    ref = queried(as_)
    words = ("May I write of the switchboard museum?", "Yes. Leave out how ours works.", "Say which part of it.")
    for name, reads in (("wieczorek", words[:2]), ("siddiqui", words), ("braithwaite", words)):
        page = enter(name, london("2026-11-24 12:00")).get("/cases/%s/" % ref).content.decode()
        assert [one for one in words if one in page] == list(reads), name
