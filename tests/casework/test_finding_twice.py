"""A finding of a student sent twice at once: one is taken, the other gets one sentence and keeps their words (workflows.md 3.15)."""

import pytest
from django.conf import settings
from django.db import transaction

from askfirst.casework import deadlines, steps
from askfirst.casework.models import Case, CaseCall, CaseStep
from askfirst.people.demo import load_people
from askfirst.trail import chain
from tests.access.world import enter, somebody
from tests.casework.test_one_change import together
from tests.casework.test_races import sent
from tests.cast import MONDAY
from tests.clock import london
from tests.onward import sent_on
from tests.web.pages import page_of

OPENED, LATER = london("2026-11-25 09:00"), london("2026-12-09 10:00")
TALK = {"talked_on": "2026-11-25", "notes": "We talked.", "support": "None"}


@pytest.fixture
def ref(transactional_db, settings):
    """Jorah's record, talked about; Ms Qureshi-Dale has said nothing for eight school days, so that Mr Obuya is asked as well."""
    settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    settings.CLOCK = settings.CLOCK
    load_people(monday=MONDAY)
    with transaction.atomic():
        ref = sent_on("student-route", "jorah", by=somebody("tolland", OPENED), at=OPENED)
    for name, step, given in (
        ("whitlam", "let-talk", {}), ("qureshi", "record-talk", TALK), ("qureshi", "take-account", {"text": "I put it up."}),
    ):  # fmt: skip
        steps.take(ref=ref, step=step, by=somebody(name, OPENED), given=given, at=OPENED)
    while deadlines.run_due(at=LATER):
        pass
    assert CaseCall.objects.filter(case__ref=ref, step="find", ended_at=None).count() == 2
    return ref


@pytest.mark.parametrize(("first", "second"), [("qureshi", "obuya"), ("qureshi", "qureshi")], ids=["two people", "two windows of one"])
def test_a_finding_twice_at_once_is_taken_once_and_the_other_reads_why_not_and_keeps_their_words(ref, first, second):
    browsers = [enter(name, LATER) for name in (first, second)]
    settings.CLOCK = lambda: LATER
    version = Case.objects.get(ref=ref).version
    texts = [{"outcome": "misconduct", "reason": "From window %d: the story is there to see." % number} for number in (1, 2)]
    answers = together(*(
        lambda number=number: sent(browsers[number], ref, "find", "", version, texts[number], "%031x%d" % (7, number)) for number in (0, 1)
    ))  # fmt: skip
    codes = [answer.status_code for answer in answers]
    lost = codes.index(max(codes))
    assert (codes[1 - lost], codes[lost]) == (303, 409), codes
    page = page_of(answers[lost])
    assert len(page.all(role="alert")) == 1 and texts[lost]["reason"] in answers[lost].content.decode()
    assert (
        CaseStep.objects.filter(case__ref=ref, step="find").count(),
        CaseStep.objects.filter(case__ref=ref, step="misconduct").count(),
    ) == (1, 1)
    assert Case.objects.get(ref=ref).state == "found" and chain.verify(ref) == ()
    kept = page_of(browsers[0].get("/cases/%s/" % ref)).text
    assert texts[1 - lost]["reason"] in kept and texts[lost]["reason"] not in kept
