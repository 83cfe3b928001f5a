"""A trust whose lead is called something else: once it has set the title, nobody there reads the one that AskFirst comes with.

Each place first shows the shipped title, so that a place which forgot to ask would be seen.
"""

import json

import pytest

from askfirst.adoption.approval import may_approve
from askfirst.adoption.models import Edition
from askfirst.procedure.trust import LEAD_TITLE
from tests.access.world import command
from tests.clock import at
from tests.web.fellbrook import CENTRAL, SCHOOLS, as_csv, fellbrook
from tests.web.pages import page_of, send
from tests.web.test_second_trust import draft_from_the_document, ours, shown, step

__all__ = ["at", "fellbrook"]
OURS = "Chief Officer"


def get(name, path):
    return lambda trust: shown(trust.browser(name).get(path))


def who_would_handle(trust):
    given = {"kind": "press", "who": "adeyinka", "school": "trust", "day": ""}
    return shown(send(trust.browser("fairlie"), "/people/", given, opened="/people/"))


def another_for_the_seat(trust, *more):
    """What a file of people would change: a second person for the seat; nothing is kept."""
    path = trust.folder / "second.csv"
    second = ("F9", "ashdown", "Mr Piers Ashdown", "staff", "", "Deputy", "p.ashdown@fellbrook.example", *[""] * 5, "trust-lead", "")
    path.write_text(as_csv((*CENTRAL, second)), encoding="utf-8")
    return command("people", "import", str(path), "--dry-run", *more)[1]


def by_the_command_line(trust):
    """The setting's choices and every reading and ruling."""
    return command("trust", "settings", "--as", "adeyinka", "--json")[1] + command("trust", "settings", "--as", "adeyinka")[1]


PLACES = {
    "who agrees, as a choice": get("adeyinka", "/settings/one/trust.approver_seat/"),
    "what the approver is called": get("adeyinka", "/settings/one/trust.approver_role/"),
    "the settings of the trust": get("adeyinka", "/settings/part/trust/"),
    "how unclear rules are read": get("adeyinka", "/settings/part/reading/"),
    "one reading, as a form": get("adeyinka", "/settings/one/reading.A10/"),
    "what is settled": get("adeyinka", "/settings/part/ruling/"),
    "the program's own door": lambda trust: trust.browser("adeyinka").get("/api/v1/settings").content.decode(),
    "what is held about the lead": get("larkham", "/me/record/"),
    "who would handle it": who_would_handle,
    "a file of people": another_for_the_seat,
    "a file of people as data": lambda trust: another_for_the_seat(trust, "--json"),
    "the command line": by_the_command_line,
}


def reads(fellbrook):
    """Of each place, whether it shows the shipped title, and whether ours."""
    return {place: (LEAD_TITLE in words, OURS in words) for place, look in PLACES.items() for words in (look(fellbrook),)}


def test_once_a_trust_has_set_the_title_nobody_reads_the_shipped_one(fellbrook):
    fellbrook.brings(CENTRAL)
    before = reads(fellbrook)
    assert {place for place, (shipped, _) in before.items() if not shipped} == set(), "each place is one that names the post"
    ours(fellbrook, "trust.lead_title", OURS)
    assert reads(fellbrook) == dict.fromkeys(PLACES, (False, True))


def test_it_takes_a_second_person_and_can_be_undone(fellbrook):
    fellbrook.brings(CENTRAL)
    clerk, path = fellbrook.browser("adeyinka"), "/settings/one/trust.lead_title/"
    done = send(clerk, path, {"value": OURS, "starts_on": "", "why": "So we say."}, opened=path)
    assert "waits" in done["Location"]
    assert LEAD_TITLE in PLACES["who agrees, as a choice"](fellbrook), "one person alone changes nothing"
    too_long = send(clerk, path, {"value": "Chief " * 20, "starts_on": "", "why": "So we say."}, opened=path)
    assert (too_long.status_code, "80" in shown(too_long)) == (400, True)


@pytest.mark.parametrize(
    ("set_before", "named"),
    [((), LEAD_TITLE), ((("trust.lead_title", OURS),), OURS), ((("trust.approver_role", "Board of Fellbrook"),), "Board of Fellbrook")],
    ids=["as it comes", "by the title", "in words of its own"],
)
def test_an_edition_names_its_approver_by_the_title_or_by_words_of_its_own(fellbrook, set_before, named):
    """Also in the refusal to whoever may not agree, in the feed, in the exports and by the program's door."""
    fellbrook.brings(CENTRAL)
    for school in SCHOOLS.values():
        ours(fellbrook, "school.new", school)
    for name, value in set_before:
        ours(fellbrook, name, value)
    ref = draft_from_the_document(fellbrook).partition("?")[0]
    clerk, lead = fellbrook.browser("adeyinka"), fellbrook.browser("larkham")
    found = [one.attrs["value"] for one in page_of(clerk.get(ref)).all(tag="input", name="findings")]
    step(clerk, ref, "accept", findings=found, why="It is so in our document.")
    step(clerk, ref, "lint")
    step(clerk, ref, "submit")
    assert str(may_approve(Edition.objects.get(open=True), fellbrook.by("adeyinka"))) == "Only the %s can do this." % named
    version = page_of(lead.get(ref)).all(tag="input", name="version")[0].attrs["value"]
    step(lead, ref, "approve", starts_on="2026-11-30", version=version)
    fellbrook.at("2026-12-01 10:00")
    reader = fellbrook.browser("larkham")
    pages = ["/procedure/editions/", "/procedure/editions/v1/", "/procedure/feed.atom", "/procedure/editions/v1/as/html/"]
    said = {path: shown(reader.get(path)) for path in pages}
    assert {path for path, words in said.items() if named not in words} == set()
    assert json.loads(reader.get("/api/v1/procedure/editions").content)["editions"][0]["approver_role"] == named
    if set_before and set_before[0][0] == "trust.lead_title":
        assert {path for path, words in said.items() if LEAD_TITLE in words} == set()
