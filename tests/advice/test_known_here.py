"""S30 and S31 at the check: who is told that somebody has asked not to be in posts, and everybody else, for whom nothing differs (ruling 10)."""

import json
import re
import subprocess
import sys
from urllib.parse import urlencode

import pytest
from django.test import Client

from askfirst.advice import known_here
from askfirst.advice.told import reading_only
from askfirst.casework import steps
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case, CaseStep
from askfirst.checks.draft import AskedNotTo
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity
from askfirst.people.links import by_link
from askfirst.people.models import Person
from askfirst.people.standing import standing
from tests.access.world import FORM, enter
from tests.cast import who
from tests.clock import london
from tests.web.test_concern_lines import everything

pytestmark = pytest.mark.django_db

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')
NOW = "2026-11-26 10:00"
LANTERN = "Elowen's lantern won the Year 4 prize!"
WHY = "An old address must not come out."
UNNAMED = "Someone here has asked not to be in posts"
OTHERS = ("kit", "osei", "harrow", "holloway", "wieczorek", "tamblyn-h", "nobody", "elowen")
"""Students, staff of other schools, staff of no school, a parent, a visitor, and whoever it is about."""


def as_(name, when):
    name, _, hat = name.partition("/")
    return standing(who(name), on=london_day(london(when)), capacity=Capacity(hat) if hat else None)


def entry(by="langtree", office="oldroyd", when="2026-11-25 10:00", **details):
    given = {"scope": "photos", "until": "2027-07-21", "whom": "Elowen Tamblyn", "sealed": "yes", "reason": WHY, **details}
    given = {name: held for name, held in given.items() if held}
    ref = steps.open_case(kind="do-not-post", by=as_(by, when), details=given, at=london(when))
    if office:
        steps.take(ref=ref, step="acknowledge", by=as_(office, when), given={}, at=london(when))
    return ref


@pytest.fixture
def browsers(cast, settings):
    settings.CLOCK = lambda: london(NOW)

    def browser(name):
        return Client(HTTP_HOST="localhost", REMOTE_ADDR="192.0.2.9") if name == "nobody" else enter(name, london(NOW))

    return browser


def both(browser, text):
    """The answer of the page and of the API, with the token of the form taken out."""
    page = browser.post("/check/", urlencode({"text": text, "author": "staff", "channel": "blog", "audience": "public"}), content_type=FORM)
    data = browser.post("/api/v1/checks/post", {"text": text, "author": "staff"}, content_type="application/json")
    assert (page.status_code, data.status_code) == (200, 200)
    return TOKEN.sub(b"", page.content).decode(), data.content


def cited(browser, text=LANTERN):
    return [one for one in json.loads(both(browser, text)[1])["findings"] if one["clause"] == "CON-5"]


def test_s30_staff_of_her_own_school_see_one_finding_with_no_name_and_no_reason(browsers):
    entry()
    tolland = browsers("tolland")
    (found,) = cited(tolland)
    assert (found["kind"], found["start"], found["end"]) == ("asked-not-to", 0, len(LANTERN))
    says = " ".join(str(found[name]) for name in ("why", "fix", "doubt", "check"))
    assert not re.search("elowen|tamblyn|address", says.lower())
    page = both(tolland, LANTERN)[0]
    assert page.count(UNNAMED) >= 1
    assert WHY not in page


def test_s30_two_names_and_one_entry_do_not_say_which(browsers):
    entry()
    two = "Jorah and Elowen carried the lantern."
    (found,) = cited(browsers("tolland"), two)
    assert (found["start"], found["end"]) == (0, len(two))


def answers(browsers, text):
    return {name: both(browsers(name), text) for name in OTHERS}


def test_s30_everybody_else_gets_the_same_bytes_with_and_without_an_entry(browsers):
    """Two databases: one with the entry, one without it."""
    texts = (LANTERN, "Well done Elowen Tamblyn", "The lanterns", "Well done Maisie Clough")
    without = [answers(browsers, text) for text in texts]
    entry()
    assert [answers(browsers, text) for text in texts] == without


def test_the_comparison_would_notice_a_check_that_told_everybody(browsers, monkeypatch):
    """A planted flaw: without it, equal bytes would prove nothing."""
    before = answers(browsers, LANTERN)
    entry()
    mended = known_here.told_to
    flaw = mended(as_("tolland", NOW))
    monkeypatch.setattr("askfirst.web.check.told_to", lambda by: flaw)
    monkeypatch.setattr("askfirst.api.checks.told_to", lambda by: flaw)
    after = answers(browsers, LANTERN)
    assert [name for name in OTHERS if after[name] != before[name]] == list(OTHERS)


def test_s30_the_general_line_stands_for_a_student_a_visitor_and_staff_of_another_school_entry_or_not(browsers):
    line = "Before you name a student, ask the office or the organiser"
    captions = ("Well done Elowen Tamblyn in Year 4!", "Well done Maisie Clough in Year 4!")

    def said():
        return {
            (name, text): line in both(browsers(name), text)[0] for name in ("kit", "nobody", "harrow", "holloway") for text in captions
        }

    without = said()
    entry()
    assert said() == without == dict.fromkeys(without, True)


def test_s30_the_command_line_says_the_general_line_of_every_students_name(cast):
    """Entry or not: it has no way to know."""
    entry()
    for name in ("Elowen Tamblyn", "Maisie Clough"):
        command = [sys.executable, "-m", "askfirst.cli.main", "check", "post", "--as", "staff"]
        done = subprocess.run(command, input=("Well done %s in Year 4!" % name).encode(), capture_output=True, check=False)
        assert b"Before you name a student, ask the office or the organiser" in done.stdout, done.stderr


def test_s30_the_command_line_knows_no_entry(cast):
    """It looks a draft over without a database at all."""
    code = "import sys; import askfirst.cli.main; sys.exit(any(name.startswith('askfirst.casework.live') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_s30_communications_see_the_name_with_no_reason(browsers):
    entry()
    (found,) = cited(browsers("adelakun"))
    assert found["quote"] == "Elowen"
    page = both(browsers("adelakun"), LANTERN)[0]
    assert "Elowen Tamblyn has asked not to be in posts" in page
    assert WHY not in page


EVENT = {"called": "The lantern walk", "place": "The playing field", "day": "2026-12-08", "rule": "none", "notice": "No pictures, please."}


def test_s30_the_organiser_of_an_event_there_sees_the_name_with_no_reason(browsers):
    """Mr Finnis, once the notice of his event is out and until its window has closed; Mr Tolland, who organises nothing, sees none."""
    entry()
    assert "Elowen Tamblyn has asked" not in both(browsers("finnis"), LANTERN)[0]
    ref = steps.open_case(kind="event", by=as_("finnis", NOW), details=EVENT, at=london(NOW))
    assert "Elowen Tamblyn has asked" not in both(browsers("finnis"), LANTERN)[0], "before anybody can read of his event"
    steps.take(ref=ref, step="issue-notice", by=as_("finnis", NOW), given={}, at=london(NOW))
    (found,) = cited(browsers("finnis"))
    assert found["quote"] == "Elowen"
    page = both(browsers("finnis"), LANTERN)[0]
    assert "Elowen Tamblyn has asked not to be in posts" in page
    assert WHY not in page
    assert "Elowen Tamblyn has asked" not in both(browsers("tolland"), LANTERN)[0]
    late = "2026-12-23 10:00"
    assert known_here.told_to(as_("finnis", "2026-12-22 10:00")).asked_not_to == (AskedNotTo("Elowen Tamblyn", True),)
    assert known_here.told_to(as_("finnis", late)).asked_not_to == (AskedNotTo("Elowen Tamblyn", False),)


def test_s30_an_event_shows_no_name_of_another_school(browsers):
    entry()
    ref = steps.open_case(kind="event", by=as_("harrow", NOW), details=EVENT, at=london(NOW))
    steps.take(ref=ref, step="issue-notice", by=as_("harrow", NOW), given={}, at=london(NOW))
    assert known_here.told_to(as_("harrow", NOW)).asked_not_to == ()


def test_s30_nobody_is_told_that_he_checked_and_nothing_is_kept(browsers):
    entry()
    tolland = browsers("tolland")
    before = everything()
    both(tolland, LANTERN)
    assert everything() == before  # every row of every table, notices among them
    assert LANTERN not in before


def test_s30_what_is_told_is_only_read(cast):
    entry()
    with reading_only():
        assert known_here.told_to(as_("tolland", NOW)).asked_not_to == (AskedNotTo("Elowen Tamblyn", False),)


def test_s30_a_caption_with_no_name_gives_no_finding(browsers):
    entry()
    assert cited(browsers("tolland"), "The Year 4 lanterns were lovely.") == []


def test_an_entry_that_nobody_has_acknowledged_is_not_in_force(browsers):
    entry(office="")
    assert cited(browsers("tolland")) == []


def test_a_member_of_staff_in_another_hat_is_told_nothing_more(cast):
    entry(by="harrow", office="rowbotham", whom="Kit Okoro-Penn", sealed="", reason="")
    assert known_here.told_to(as_("okoropenn/parent", NOW)).asked_not_to == ()
    assert known_here.told_to(as_("okoropenn", NOW)).asked_not_to != ()


def test_s31_the_same_of_a_caption_that_names_her_with_his_form_sent_before(browsers, settings):
    """By the check itself: his request makes nothing, her own makes a finding once it is acknowledged, and none once she takes it back."""

    def seen(when):
        settings.CLOCK = lambda: london(when)
        return cited(browsers("holloway"), "Freya Osei-Lund won the art prize!")

    with pytest.raises(Refused):
        steps.open_case(
            kind="do-not-post",
            by=as_("lund-a/parent", NOW),
            details={"scope": "photos", "until": "2027-07-21", "child": "osei"},
            at=london(NOW),
        )
    assert not Case.objects.filter(kind="do-not-post").exists()
    assert seen("2026-11-30 10:00") == []
    when = "2026-12-02 10:00"
    ref = entry(by="osei", office="", when=when, whom="", sealed="", reason="")
    assert seen(when) == []
    steps.take(ref=ref, step="acknowledge", by=as_("abernethy", when), given={}, at=london(when))
    (found,) = seen(when)
    assert (found["clause"], found["kind"]) == ("CON-5", "asked-not-to")
    steps.take(ref=ref, step="withdraw", by=as_("osei", "2026-12-03 10:00"), given={}, at=london("2026-12-03 10:00"))
    assert seen("2026-12-03 10:30") == []


def test_s31_no_finding_in_his_week_then_hers_and_none_once_she_withdraws(cast):
    def told(when):
        return [one.name for one in known_here.told_to(as_("holloway", when)).asked_not_to]

    assert told("2026-11-27 10:00") == []
    when = "2026-12-02 10:00"
    ref = entry(by="osei", office="", when=when, whom="", sealed="", reason="")
    assert told(when) == []
    office = CaseStep.objects.get(case__ref=ref, step="route").seat
    holder = {"office:eastfield": "eastfield-office", "head:eastfield": "abernethy"}[office]
    steps.take(ref=ref, step="acknowledge", by=as_(holder, when), given={}, at=london(when))
    assert told(when) == ["Freya Osei-Lund"]
    steps.take(ref=ref, step="withdraw", by=as_("osei", "2026-12-03 10:00"), given={}, at=london("2026-12-03 10:00"))
    assert told("2026-12-03 10:30") == []


def of_who_has_left():
    """Ottilie Grange left Northgate in July; she asks by a link, and the office reads it."""
    by = by_link(who("grange"), at=london("2026-11-25 10:00"))
    assert by is not None
    details = {"scope": "name", "until": "2027-07-21"}
    ref = steps.open_case(kind="do-not-post", by=by, details=details, at=london("2026-11-25 10:00"))
    steps.take(ref=ref, step="acknowledge", by=as_("rowbotham", NOW), given={}, at=london(NOW))
    return ref


def test_who_has_left_is_heard_at_their_own_school_and_everybody_else_gets_the_same_bytes(browsers):
    Person.objects.filter(pk=who("grange")).update(email="ottilie@home.example")
    others = ("kit", "osei", "tolland", "holloway", "wieczorek", "blenkinsop-g", "nobody")
    caption = "Ottilie Grange came back to see our Year 11 art."
    without = {name: both(browsers(name), caption) for name in others}
    assert cited(browsers("harrow"), caption) == []
    of_who_has_left()
    (found,) = cited(browsers("harrow"), caption)
    assert not re.search("ottilie|grange|left", " ".join(str(found[part]) for part in ("why", "fix", "doubt", "check")).lower())
    assert {name: both(browsers(name), caption) for name in others} == without
