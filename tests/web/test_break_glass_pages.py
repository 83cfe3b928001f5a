"""Emergency access as pages: Mr Wieczorek asks, Dr Achterberg agrees, Ms Sethuraman reads of it; nothing is learnt from asking (S56)."""

import re

import pytest

from askfirst.casework import steps
from askfirst.casework.models import Case, CaseBar
from askfirst.records.models import Emergency
from gates.words import convicting
from tests.access.world import NEVER_USED
from tests.cast import who
from tests.clock import london
from tests.web.pages import ours, page_of, send
from tests.web.people_at_work import bare, by, text_of
from tests.web.test_words_of_pages import too_hard

LIST = "/break-glass/"
WHY = "The office cannot open it. CANARYWHY"


@pytest.fixture
def ref(signed_in):
    at = "2026-11-24 10:00"
    return steps.open_case(kind="interest", by=by("harrow", at), details={"text": "CANARYTEXT", "about": "abernethy"}, at=london(at))


def asks(browser, case, **given):
    return send(browser, LIST, {"case": case, "why": WHY, "second": who("achterberg"), **given}, opened=LIST)


def newest():
    return LIST + Emergency.objects.latest("pk").ref + "/"


def same(response, *refs):
    """A page without what differs for any two requests."""
    body = bare(response)
    for one in (*refs, *(row.ref for row in Emergency.objects.all())):
        body = body.replace(one.encode(), b"REF")
    return response.status_code, re.sub(rb'(<ul class="af-list">).*?</ul>', rb"\1", body, flags=re.DOTALL)


def test_s56_asked_agreed_read_and_audited(signed_in, ref):
    it, second, dpo = signed_in("wieczorek"), signed_in("achterberg"), signed_in("sethuraman")
    assert "Emergency access" in text_of(it, "/me/")
    never = it.get("/cases/%s/" % NEVER_USED)
    assert same(it.get("/cases/%s/" % ref), ref, NEVER_USED) == same(never, ref, NEVER_USED)
    assert asks(it, ref)["Location"] == LIST + "?done=asked"
    path = newest()
    assert it.get(path + "case/").status_code == 404, "with one person it does not open"
    assert "1 request waits for you." in text_of(second, "/me/") and "waits for you" not in text_of(dpo, "/me/")
    assert "I agree" not in text_of(it, path) and "I agree" in text_of(second, path) and WHY in text_of(second, path)
    assert send(second, path, {"answer": "agree"}, opened=path)["Location"] == LIST + "?done=agreed"
    assert "waits for you" not in text_of(second, "/me/")
    assert "CANARYTEXT" in text_of(it, path + "case/") and "CANARY" not in text_of(it, LIST)
    assert not page_of(it.get(path + "case/")).all(tag="textarea") and "/steps/" not in it.get(path + "case/").content.decode()
    assert it.get("/cases/%s/" % ref).status_code == 404, "the case itself stays missing"
    for browser in (second, dpo):
        assert browser.get(path + "case/").status_code == 404
    told = text_of(dpo, LIST)
    assert "Mr Tomasz Wieczorek asks for " + ref in told and WHY in text_of(dpo, path)
    assert "/cases/%s/opened/" % ref in dpo.get(path).content.decode()
    assert "Wieczorek" in text_of(dpo, "/cases/%s/opened/" % ref)
    assert ref in text_of(dpo, "/reports/tries/")


def test_a_request_says_nothing_of_whether_there_is_such_a_case(signed_in, ref):
    """The answer, the request as each of the three reads it, and the case before it is agreed to. Planted: a form that looks."""
    it, second, dpo = signed_in("wieczorek"), signed_in("achterberg"), signed_in("sethuraman")
    seen = []
    for case in (ref, NEVER_USED):
        answer = asks(it, case)
        seen.append((answer.status_code, answer["Location"], *(same(who_.get(newest()), ref, NEVER_USED) for who_ in (it, second, dpo)),
                     same(it.get(newest() + "case/"), ref, NEVER_USED)))  # fmt: skip
    assert seen[0] == seen[1]
    CaseBar.objects.create(case=Case.objects.get(ref=ref), person_id=who("wieczorek"), reason="conflict")
    for path in [LIST + row.ref + "/" for row in Emergency.objects.all()]:
        send(second, path, {"answer": "agree"}, opened=path)
    found = [[same(one.get(LIST + row.ref + "/"), ref, NEVER_USED) for one in (it, second)] for row in Emergency.objects.order_by("pk")]
    assert found[0] == found[1], "agreed to, and he is too close to it: as if it never was"
    CaseBar.objects.filter(person=who("wieczorek")).delete()
    first, other = (it.get(LIST + row.ref + "/case/") for row in Emergency.objects.order_by("pk"))
    assert (first.status_code, other.status_code) == (200, 404), "opened, it would be noticed"


def test_what_is_wrong_comes_back_with_a_sentence_and_the_words(signed_in, ref):
    it = signed_in("wieczorek")
    for given, says in (
        ({"case": "what"}, "A reference has eight letters and digits."), ({"why": ""}, "Say why it cannot wait."), ({"second": ""}, "Name the second person."),
    ):  # fmt: skip
        page = asks(it, **{"case": ref, **given})
        assert page.status_code == 400 and says in page_of(page).text
        assert given.get("why", WHY) in page_of(page).text
    assert not Emergency.objects.exists()
    asks(it, ref)
    second, path = signed_in("achterberg"), newest()
    assert send(second, path, {"answer": "perhaps"}, opened=path).status_code == 404
    send(second, path, {"answer": "refuse"}, opened=path)
    late = send(second, path, {"answer": "agree"}, opened=LIST)
    assert late.status_code == 409 and "This waits for nobody any more." in page_of(late).text


@pytest.mark.parametrize("name", ["harrow", "pascoe", "abernethy", "farouk", "blenkinsop-g"])
def test_to_everybody_else_there_are_no_such_pages(signed_in, ref, name):
    asks(signed_in("wieczorek"), ref)
    browser = signed_in(name)
    for path in (LIST, newest(), newest() + "case/"):
        assert (browser.get(path).status_code, bare(browser.get(path))) == (404, bare(browser.get("/records/never/")))
    assert LIST not in browser.get("/me/").content.decode()


def test_the_pages_read_plainly(signed_in, ref):
    it, second = signed_in("wieczorek"), signed_in("achterberg")
    asks(it, ref)
    pages = [(it, LIST), (it, newest()), (second, newest())]
    for browser, path in pages:
        page = page_of(browser.get(path))
        assert too_hard(page, "staff") == [] and convicting(" ".join(ours(page))) == []
    send(second, newest(), {"answer": "agree"}, opened=newest())
    page = page_of(it.get(newest() + "case/"))
    assert too_hard(page, "staff") == [] and convicting(" ".join(ours(page))) == []
