"""S32 and S33 at the check: who is told of a private event and its photo rule, and everybody else, for whom nothing differs (rulings 1, 7, 10)."""

import json
import re
import subprocess
import sys
from urllib.parse import urlencode

import pytest
from django.test import Client

from askfirst.advice import known_here
from askfirst.advice.asked import draft_from
from askfirst.advice.told import reading_only, told
from askfirst.casework import steps
from askfirst.casework.models import Case, CaseStep
from askfirst.people.calendar import london_day
from askfirst.people.standing import standing
from askfirst.trail.models import Event as Line
from askfirst.trail.models import Notice
from tests.access.world import FORM, enter
from tests.cast import who
from tests.clock import london

pytestmark = pytest.mark.django_db

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')
SHEPHERDS = "Front row for the nativity rehearsal last night, those shepherds!"
PIE = "Our shepherd's pie recipe"
NATIVITY = {
    "called": "The nativity dress rehearsal",
    "place": "The hall",
    "day": "8/12/2026",
    "rule": "none",
    "notice": "No pictures, please.",
}
QUIZ = {"called": "Staff quiz night", "place": "The library", "day": "24/11/2026", "rule": "not-recorded"}
OTHERS = ("kit", "osei", "harrow", "holloway", "wieczorek", "adelakun", "tamblyn-h", "nobody")
"""Students and staff of other schools, staff of none, a parent of this school, a visitor."""


def as_(name, when):
    return standing(who(name), on=london_day(london(when)))


def event(by="finnis", issue=True, when="2026-12-01 10:00", **details):
    given = {**(NATIVITY if by == "finnis" else QUIZ), **details}
    ref = steps.open_case(kind="event", by=as_(by, when), details=given, at=london(when))
    if issue:
        steps.take(ref=ref, step="issue-notice", by=as_(by, when), given={}, at=london(when))
    return ref


@pytest.fixture
def browsers(cast, settings):
    def browser(name, when="2026-12-09 10:00"):
        settings.CLOCK = lambda: london(when)
        return Client(HTTP_HOST="localhost", REMOTE_ADDR="192.0.2.9") if name == "nobody" else enter(name, london(when))

    return browser


def both(browser, text, photo=""):
    """The answer of the page and of the API, with the token of the form taken out."""
    form = {"text": text, "author": "staff", "channel": "facebook", "audience": "public"}
    data = {"text": text, "author": "staff", "channel": "facebook"}
    if photo:
        form, data = {**form, "photo_taken": photo}, {**data, "photo_taken": photo}
    page = browser.post("/check/", urlencode(form), content_type=FORM)
    answer = browser.post("/api/v1/checks/post", data, content_type="application/json")
    assert (page.status_code, answer.status_code) == (200, 200)
    return TOKEN.sub(b"", page.content).decode(), answer.content


def cited(browser, text=SHEPHERDS, photo=""):
    return [one for one in json.loads(both(browser, text, photo)[1])["findings"] if one["clause"] == "CON-3"]


def test_s32_the_finding_names_the_event_its_date_and_its_rule(browsers):
    event()
    tolland = browsers("tolland")
    (found,) = cited(tolland, photo="2026-12-08")
    assert (found["kind"], found["level"], found["quote"]) == ("event", "Worth changing", "nativity rehearsal")
    assert found["why"] == "“The nativity dress rehearsal” was on 8 December 2026. Its photo rule is: no photos."
    page = both(tolland, SHEPHERDS, "8/12/2026")[0]
    for words in ("The nativity dress rehearsal", "8 December 2026", "no photos", "Worth changing", "CON-3"):
        assert words in page


def test_s32_con_1_is_good_to_know_and_never_a_finding(browsers):
    event()
    tolland = browsers("tolland")
    page, data = both(tolland, SHEPHERDS, "2026-12-08")
    said = json.loads(data)
    assert [(one["clause"], one["strength"]) for one in said["good_to_know"]] == [("CON-1", "Good to know")]
    for one in (*said["findings"], *said["noticed"]):
        assert "CON-1" not in (one["clause"], *one["also"])
    assert re.search(r"Good to know</span>[^<]*thousands of people[^<]*<span[^>]*>CON-1", page)


def test_s32_the_finding_offers_to_ask_the_organiser_and_tells_him_nothing(browsers):
    ref = event()
    tolland = browsers("tolland")
    before = (Notice.objects.count(), Line.objects.count(), CaseStep.objects.count(), Case.objects.count())
    page = both(tolland, SHEPHERDS, "2026-12-08")[0]
    (link,) = re.findall(r'<a class="govuk-link" href="(/ask/[^"]*)">Ask the organiser', page)
    assert link == "/ask/?event=" + ref
    form = tolland.get(link).content.decode()
    assert (Notice.objects.count(), Line.objects.count(), CaseStep.objects.count(), Case.objects.count()) == before
    (chosen,) = re.findall(r'<input[^>]*value="organiser"[^>]*>', form)
    assert "checked" in chosen
    assert "Mr Finnis" in chosen
    assert "shepherds" not in form
    sent = tolland.post("/ask/", urlencode({"text": "May I?", "to": "organiser", "event": ref, "clause": "CON-3"}), content_type=FORM)
    assert sent.status_code == 303
    assert [notice.to for notice in Notice.objects.order_by("id")][before[0] :] == [who("finnis")]


def test_s32_a_pie_recipe_gives_no_finding(browsers):
    event()
    tolland = browsers("tolland", "2026-12-10 10:00")
    assert cited(tolland, PIE, "2026-12-10") == []
    assert cited(tolland, PIE, "2026-12-08") == []
    assert cited(tolland, SHEPHERDS, "2026-12-10") == []


def test_s32_no_face_is_matched_and_no_picture_is_taken(browsers):
    event()
    tolland = browsers("tolland")
    said = json.loads(both(tolland, SHEPHERDS, "2026-12-08")[1])
    assert "We did not look at a picture. We never match a face to anybody." in [one["reason"] for one in said["not_checked"]]
    assert "Elowen" not in json.dumps(said)
    refused = tolland.post("/api/v1/checks/post", {"text": "Hi", "author": "staff", "photo": "AAAA"}, content_type="application/json")
    assert refused.status_code == 400


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Nativity last night!", True),
        ("The nativity rehearsal yesterday", True),
        ("The nativity on 8 December", True),
        ("December 8th: the nativity", True),
        ("The nativity, 8/12", True),
        ("The nativity on Tuesday", True),
        ("Dress rehearsal on 8th December 2026", True),
        ("In the hall for the rehearsal last night", True),
        ("The nativity rehearsal", False),
        ("The nativity rehearsal tonight", False),
        ("The nativity on 8 December 2025", False),
        ("The nativity on 7 December", False),
        ("A long rehearsal with my own choir last night", False),
        ("I was in the hall last night", False),
        ("A lovely dress for last night", False),
    ],
)
def test_words_of_the_event_and_its_day_are_met_together(browsers, words, found):
    event()
    assert bool(cited(browsers("tolland"), words)) is found


def test_after_the_window_it_is_still_a_tip(browsers):
    """Ruling 1: fourteen calendar days, the last of them within."""
    event()
    words = "The nativity on 8 December was the best"
    assert [one["level"] for one in cited(browsers("tolland", "2026-12-22 10:00"), words)] == ["Worth changing"]
    assert [one["level"] for one in cited(browsers("tolland", "2026-12-23 10:00"), words)] == ["Tip"]
    (old,) = cited(browsers("tolland", "2027-03-01 10:00"), words)
    assert (old["level"], "no photos" in old["why"]) == ("Tip", True)


def test_the_school_community_only_is_worth_changing_and_public_is_nothing(browsers):
    ref = event(rule="school")
    (found,) = cited(browsers("tolland"))
    assert (found["level"], "school community only" in found["why"]) == ("Worth changing", True)
    at = "2026-12-09 09:00"
    change = {"rule": "public", "notice": "Welcome.", "why": "All agreed."}
    steps.take(ref=ref, step="change-rule", by=as_("finnis", at), given=change, at=london(at))
    assert cited(browsers("tolland")) == []


def test_a_rule_counts_before_its_notice_is_out_and_not_once_it_is_called_off(browsers):
    ref = event(issue=False)
    assert len(cited(browsers("tolland"))) == 1
    steps.take(ref=ref, step="call-off", by=as_("finnis", "2026-12-09 09:00"), given={"why": "Cancelled."}, at=london("2026-12-09 09:00"))
    assert cited(browsers("tolland")) == []


def test_s33_no_rule_is_recorded_for_the_quiz_night(browsers):
    event(by="rowbotham", issue=False, when="2026-11-20 10:00")
    harrow = browsers("harrow", "2026-11-25 10:00")
    (found,) = cited(harrow, "What a quiz night that was last night!")
    assert (found["level"], found["kind"]) == ("Tip", "event")
    assert found["why"] == "“Staff quiz night” was on 24 November 2026. It has no photo rule yet."
    assert "Worth changing" not in [
        one["level"] for one in json.loads(both(harrow, "What a quiz night that was last night!")[1])["findings"]
    ]


def answers(browsers, text, photo=""):
    return {name: both(browsers(name), text, photo) for name in OTHERS}


def test_everybody_else_gets_the_same_bytes_with_and_without_an_event(browsers):
    """Two databases: one with the event, one without it."""
    asked = ((SHEPHERDS, ""), (SHEPHERDS, "2026-12-08"), (PIE, "2026-12-10"))
    without = [answers(browsers, *one) for one in asked]
    event()
    assert [answers(browsers, *one) for one in asked] == without


def test_the_comparison_would_notice_a_check_that_told_everybody(browsers, monkeypatch):
    """A planted flaw: without it, equal bytes would prove nothing."""
    before = answers(browsers, SHEPHERDS)
    event()
    real, tolland = known_here.with_events, as_("tolland", "2026-12-09 10:00")
    for face in ("askfirst.web.check", "askfirst.api.checks"):
        monkeypatch.setattr(face + ".with_events", lambda draft, by: real(draft, tolland))
    after = answers(browsers, SHEPHERDS)
    assert [name for name in OTHERS if after[name] != before[name]] == list(OTHERS)


def test_the_command_line_knows_no_event(cast):
    code = "import sys; import askfirst.cli.check; sys.exit(any(name.startswith('askfirst.casework.board') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_is_told_is_only_read_and_only_of_the_days_the_draft_names(cast, django_assert_num_queries):
    event()
    tolland = as_("tolland", "2026-12-09 10:00")
    with reading_only():
        draft = known_here.with_events(draft_from({"text": SHEPHERDS, "author": "staff"}, told()), tolland)
    assert [one.name for one in draft.told.events] == ["The nativity dress rehearsal"]
    plain = draft_from({"text": "Those shepherds at the nativity!", "author": "staff"}, told())
    with django_assert_num_queries(0):
        assert known_here.with_events(plain, tolland) is plain


def test_a_student_of_the_school_is_told_and_whoever_registered_it_asks_nobody(browsers):
    ref = event()
    (found,) = cited(browsers("elowen"))
    assert found["level"] == "Worth changing"
    page = both(browsers("finnis"), SHEPHERDS)[0]
    assert "8 December 2026" in page
    assert ref not in page


@pytest.mark.parametrize("wrong", ["soon", "31/2/2026", "2026-13-01", "8", 8, "8/12/2026\x00"])
def test_a_day_that_is_none_is_said_and_the_words_stand(browsers, wrong):
    tolland = browsers("tolland")
    data = tolland.post("/api/v1/checks/post", {"text": "Hi", "author": "staff", "photo_taken": wrong}, content_type="application/json")
    assert (data.status_code, data.json()["errors"][0]["field"] if "errors" in data.json() else "photo_taken") == (400, "photo_taken")
    form = {"text": SHEPHERDS, "author": "staff", "photo_taken": str(wrong)}
    page = tolland.post("/check/", urlencode(form), content_type=FORM)
    assert page.status_code == 400
    assert "We could not read this day." in page.content.decode()
    assert "those shepherds!" in page.content.decode()
