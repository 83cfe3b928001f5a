"""Bad input by page and by API, as people send it: one sentence each, their words given back, nothing lost and nothing half done."""

import json
from html import unescape
from urllib.parse import urlencode

import pytest

from askfirst.casework.models import Case
from askfirst.casework.reading import open_file
from askfirst.people.models import Person
from askfirst.trail.models import Event
from tests.access.world import FORM, enter
from tests.casework.test_one_change import everything
from tests.cast import who
from tests.clock import london

NOW = "2026-11-23 12:00"
FACTORS = dict.fromkeys(("impartiality", "confidentiality", "conflict", "commercial"), True)
SETTLE = {"outcome": "no-conflict", "note": "All is well.", **FACTORS}
TALK = {"how": "by-message"}
BLOG = {"what": "blog", "topic": "Trenches", "says": "no"}
MEGABYTE, LINK = "x" * 1_000_000, "https://blog.example/" + "a" * 8_000
STANDS = "This cannot be done now. It stands at: settled."
SOMEBODY_CHANGED = "Somebody changed this while your page was open. Read what is new, then send yours again."
TOO_LATE = "Somebody changed this while your page was open. Yours was not sent, and is not needed any more."
NO_LINK = "This is not a link to a page. Paste one that starts with https://, or type the app’s name."


@pytest.fixture(autouse=True)
def clock(settings):
    settings.STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    settings.CLOCK = settings.CLOCK


@pytest.fixture
def told(as_):
    """A blog of Ms Harrow's that was talked about, and the version Mr Pascoe's page shows."""
    ref = as_("harrow", "2026-11-23 10:00").tells("declaration", **BLOG)
    as_("pascoe", "2026-11-23 10:30").takes(ref, "talk", **TALK)
    return ref, Case.objects.get(ref=ref).version


def by_page(browser, path, fields):
    answer = browser.post(path, urlencode({name: "yes" if held is True else held for name, held in fields.items()}), content_type=FORM)
    return answer.status_code, unescape(answer.content.decode())


def by_api(browser, path, fields):
    answer = browser.post("/api/v1" + path, json.dumps(fields), content_type="application/json")
    return answer.status_code, answer.json()


def but_reading(rows):
    """Whoever is refused sees the case again, and that they looked stands in its trail."""
    return {name: held for name, held in rows.items() if name not in ("Event", "Head")}


def reads():
    return Event.objects.exclude(what="read").count()


def says(answer):
    return [answer["detail"], *(one["sentence"] for one in answer.get("refusals", ()))]


@pytest.mark.parametrize("step", [("settle", SETTLE), ("talk", TALK)])
def test_a_step_sent_again_out_of_order(as_, told, step):
    ref, _ = told
    as_("pascoe", "2026-11-23 11:00").takes(ref, "settle", **SETTLE)
    before, happened = but_reading(everything()), reads()
    name, words = step
    now, pascoe = Case.objects.get(ref=ref).version, enter("pascoe", london(NOW))
    code, page = by_page(pascoe, "/cases/%s/steps/%s/" % (ref, name), {**words, "version": now, "once": "a" * 32})
    assert (code, STANDS in page) == (409, True)
    code, answer = by_api(pascoe, "/cases/%s/steps/%s" % (ref, name), words)
    assert (code, STANDS in says(answer)) == (409, True)
    assert (but_reading(everything()), reads()) == (before, happened)


def test_a_page_that_somebody_changed_meanwhile_gives_the_words_back(as_, told):
    ref, seen = told
    as_("harrow", "2026-11-23 11:00").takes(ref, "withdraw")
    before, happened = but_reading(everything()), reads()
    pascoe = enter("pascoe", london(NOW))
    mine = {**SETTLE, "note": "We agreed on a line at the top."}
    code, page = by_page(pascoe, "/cases/%s/steps/settle/" % ref, {**mine, "version": seen, "once": "b" * 32})
    assert (code, TOO_LATE in page, mine["note"] in page) == (409, True, True)
    code, answer = by_api(pascoe, "/cases/%s/steps/settle" % ref, {**mine, "version": seen})
    assert (code, SOMEBODY_CHANGED in says(answer)) == (409, True)
    assert [one["step"] for one in answer["timeline"]] == ["withdraw"]
    assert (but_reading(everything()), reads()) == (before, happened)


def test_a_note_of_a_megabyte_is_given_back_whole(told):
    ref, seen = told
    before, happened = but_reading(everything()), reads()
    pascoe, sentence = enter("pascoe", london(NOW)), "This is 1,000,000 characters long; we take 10,000. Please shorten it."
    code, page = by_page(pascoe, "/cases/%s/steps/settle/" % ref, {**SETTLE, "note": MEGABYTE, "version": seen, "once": "c" * 32})
    assert (code, sentence in page, MEGABYTE in page) == (400, True, True)
    code, answer = by_api(pascoe, "/cases/%s/steps/settle" % ref, {**SETTLE, "note": MEGABYTE})
    assert (code, answer["detail"], answer["field"]) == (400, sentence, "note")
    assert (but_reading(everything()), reads()) == (before, happened)


BAD_ADDRESSES = [
    (LINK, "This is 8,021 characters long; we take 200. Please shorten it."),
    ("javascript:alert(document.cookie)", NO_LINK),
    (" JaVaScRiPt :alert(1)", NO_LINK),
    ("data:text/html,<script>alert(1)</script>", NO_LINK),
]


@pytest.mark.parametrize(("address", "sentence"), BAD_ADDRESSES)
def test_an_address_that_is_none(cast, address, sentence):
    before, harrow = everything(), enter("harrow", london(NOW))
    code, page = by_page(harrow, "/declare/blog/", {**BLOG, "address": address, "send": "yes", "once": "d" * 32})
    assert (code, sentence in page, address in page) == (400, True, True)
    assert ('value="Trenches"' in page, 'href="javascript' in page.lower()) == (True, False)
    code, answer = by_api(harrow, "/cases", {"kind": "declaration", "details": {**BLOG, "address": address}})
    assert (code, answer["detail"], answer["field"]) == (400, sentence, "address")
    assert everything() == before


@pytest.mark.parametrize("address", ["https://trenches.example/2026?a=b", "trenches.example", "a stall at the fair", ""])
def test_an_address_that_is_one_or_plain_words(cast, address):
    harrow = enter("harrow", london(NOW))
    code, answer = by_api(harrow, "/cases", {"kind": "declaration", "details": {**BLOG, "address": address}})
    assert (code, answer["kind"]) == (201, "declaration")


def test_whoever_left_yesterday_is_told_to_sign_in_with_their_words_still_there(as_, told):
    ref, seen = told
    pascoe = enter("pascoe", london(NOW))
    Person.objects.filter(pk=who("pascoe")).update(left_on="2026-11-22")
    before = everything()
    code, page = by_page(pascoe, "/cases/%s/steps/settle/" % ref, {**SETTLE, "version": seen, "once": "e" * 32})
    assert (code, "Sign in" in page, "All is well." in page) == (403, True, True)
    code, answer = by_api(pascoe, "/cases/%s/steps/settle" % ref, SETTLE)
    assert (code, bool(answer["detail"])) == (401, True)
    assert everything() == before


def test_a_page_of_somebody_who_left_yesterday_still_finds_its_manager(as_, told, time_comes):
    ref, _ = told
    Person.objects.filter(pk=who("harrow")).update(left_on="2026-11-22")
    time_comes("2026-11-23 12:00")
    pascoe = as_("pascoe", "2026-11-23 12:30")
    assert (open_file(ref, by=pascoe.by, at=pascoe.at).case.state, pascoe.has_to()) == ("ended", [])
    code, answer = by_api(enter("pascoe", london("2026-11-23 12:30")), "/cases/%s/steps/settle" % ref, SETTLE)
    assert (code, says(answer)[-1]) == (409, "This cannot be done now. It stands at: ended.")
