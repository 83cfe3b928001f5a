"""A concern about a member of staff, on the page: HR's, the safeguarding lead's, the person's it is about, and the copies (3.14, S38, S59)."""

import json

import pytest
from django.test import Client

from askfirst.casework import steps
from askfirst.casework.models import Case
from tests.access.table_staff_route import CHECKED, GOES_ON, HANDED, TELLS, TOLD_HIM
from tests.access.world import somebody
from tests.casework.conftest import as_
from tests.casework.test_concern_stories import TOLD as TOLD_OF_IT
from tests.casework.test_concern_stories import WEIGHED, tells
from tests.casework.test_staff_route_stories import told_and_worked
from tests.clock import london
from tests.onward import sent_on
from tests.web.pages import page_of, send
from tests.web.test_words_of_pages import too_hard

__all__ = ["as_"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def ref(cast):
    at = london("2026-11-20 10:00")
    return sent_on(
        "staff-route", "holloway", by=somebody("tolland", at), at=at, hurt=("omondi",), words={"summary": "Three posts on a blog."}
    )


def carried_on(ref, *thens):
    at = london("2026-11-20 11:00")
    for then in thens:
        steps.take(ref=ref, step=then.step, by=somebody(then.who, at), given=then.given, at=at)


def test_s38_the_page_says_it_will_be_considered_with_the_link_of_the_school(signed_in, ref):
    hr = signed_in("braithwaite")
    page = page_of(hr.get("/cases/%s/" % ref))
    text = page.one(tag="main").text
    assert "will be considered under the Disciplinary Procedure of Eastfield Academy" in text and "will face" not in text
    assert "https://eastfield.example/policies/disciplinary-procedure" in hr.get("/cases/%s/" % ref).content.decode()
    assert too_hard(page, "staff") == []
    sent = send(hr, "/cases/%s/steps/check-speech/" % ref, {**GOES_ON, "con_10": "yes"})
    assert sent.status_code == 303
    later = page_of(hr.get("/cases/%s/" % ref))
    assert "CON-10" in later.one(tag="main").text and too_hard(later, "staff") == []


def test_s39_nothing_lowers_the_duty_for_supply_staff_and_the_agency_is_named(signed_in):
    at = london("2026-11-20 10:00")
    ref = sent_on("staff-route", "farrant", by=somebody("braithwaite", at), at=at)
    text = page_of(signed_in("kerrigan").get("/cases/%s/" % ref)).one(tag="main").text
    assert "Nothing here lowers the duty to keep children safe" in text
    assert "Beacon Lane Supply" in text and "duty@beaconlane.example" in text
    assert "Mr Braithwaite-Ogle: they asked for it to be looked at." in text
    assert "Disciplinary Procedure of" not in text


def test_s56_he_reads_what_hr_told_him_and_answers(signed_in, ref):
    carried_on(ref, CHECKED, HANDED)
    him = signed_in("holloway")
    assert him.get("/cases/%s/" % ref).status_code == 404
    carried_on(ref, TOLD_HIM)
    page = page_of(him.get("/cases/%s/" % ref))
    text = page.one(tag="main").text
    assert all(said in text for said in TELLS.values()) and "Please do not try to find out who told us" in text
    assert "Tolland" not in text and "Omondi" not in text and too_hard(page, "staff") == []
    said = send(him, "/cases/%s/steps/own-account/" % ref, {"text": "I was tired.", "version": Case.objects.get(ref=ref).version})
    assert said.status_code == 303, page_of(said).one(tag="main").text
    assert "I was tired." in page_of(him.get("/cases/%s/" % ref)).one(tag="main").text


def test_s59_hr_makes_both_copies_as_files(signed_in, ref):
    carried_on(ref, CHECKED, HANDED, TOLD_HIM)
    hr, where = signed_in("kerrigan"), "/cases/%s/bundle/" % ref
    page = page_of(hr.get(where))
    assert "None yet." in page.one(tag="main").text and too_hard(page, "staff") == []
    made = send(hr, where, {"copy": "hand-off", "as": "json"})
    assert made["Content-Type"] == "application/json" and json.loads(made.content)["reference"] == ref
    pdf = send(hr, where, {"copy": "subject", "as": "pdf"})
    assert pdf["Content-Type"] == "application/pdf" and pdf.content.startswith(b"%PDF-") and pdf["Cache-Control"] == "no-store"
    text = page_of(hr.get(where)).one(tag="main").text
    assert "For the hand-off: Ms Odette Kerrigan" in text and "For the person it is about: Ms Odette Kerrigan" in text
    wrong = send(hr, where, {"copy": "everything", "as": "pdf"})
    assert wrong.status_code == 400 and "Nothing was made" in wrong.content.decode()
    for name in ("holloway", "abernethy", "wieczorek"):
        assert signed_in(name).get(where).status_code == 404


def test_s38_whom_it_hurt_reads_dealt_with_where_help_is_and_no_outcome(at, as_):
    told, ref = told_and_worked(as_, "final-warning")
    at("2026-12-01 12:00")
    hr, her = signed_in_at("kerrigan"), signed_in_at("omondi")
    page = page_of(her.get("/cases/%s/" % told))
    text = page.one(tag="main").text
    assert "Dealt with" in text and "You need not be alone with this" in text and too_hard(page, "staff") == []
    assert not [word for word in ("warning", "Holloway", "Tolland", "parasite", "Cover", "did not want", ref) if word in text]
    assert her.get("/cases/%s/" % ref).status_code == 404
    case = page_of(hr.get("/cases/%s/" % ref))
    assert "Support for whom it hurt" in case.one(tag="main").text and "They did not want it" in case.one(tag="main").text
    assert too_hard(case, "staff") == []


def test_whom_a_concern_is_about_reads_that_it_is_about_them(signed_in, as_):
    ref = tells(as_("rowbotham", "2026-11-25 09:00"))
    as_("whitlam", "2026-11-25 09:10").takes(ref, "clear", triage="usual")
    as_("obuya", "2026-11-25 09:20").takes(ref, "weigh", **WEIGHED)
    as_("obuya", "2026-11-25 09:30").takes(ref, "tell-subject", **TOLD_OF_IT)
    page = page_of(signed_in("standish").get("/cases/%s/" % ref))
    text = page.one(tag="main").text
    assert "A concern about you" in text and "A post of yours." in text and "You can see how far" not in text
    assert "Rowbotham" not in text and "You need not be alone" not in text and too_hard(page, "staff") == []


def signed_in_at(name):
    """Signed in on the day it is by the clock of the test."""
    one = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    assert send(one, "/sign-in/", {"person": name}).status_code == 302
    return one
