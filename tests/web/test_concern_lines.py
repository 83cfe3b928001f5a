"""Lines of S36, S39, S53 and S56 that are about whole screens: nothing of the sender is kept, and nothing moves for whom it is about."""

import re
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client

from askfirst.casework.models import Case
from tests.access.doors import PATHS
from tests.access.world import FORM, NEVER_USED
from tests.casework.conftest import Someone
from tests.casework.test_concern_stories import POST, TOLD, WEIGHED
from tests.clock import london
from tests.web.pages import page_of, send
from tests.web.people_at_work import bare, text_of

pytestmark = pytest.mark.django_db
ADDRESS, DEVICE, SESSION = "203.0.113.77", "CanaryPhone 8.1", "canarysession8125"
SCREENS = [
    *sorted("/" + address for door, methods, address in PATHS.values() if "GET" in methods and "{" not in address and "sign-out" not in address),
    "/cases/?kind=concern", "/cases/?open=yes", "/procedure/?q=Standish", "/procedure/?q=Abernethy", "/api/v1/cases?kind=concern",
]  # fmt: skip


def as_(name, when="10:00"):
    return Someone(name, london("2026-11-25 " + when))


def screens(browser):
    """Every page, list, count, report and export there is for somebody, with what differs each time taken out."""
    found = {}
    for path in SCREENS:
        answer = browser.get(path)
        text = b"" if answer.streaming else re.sub(rb'name="once" value="[^"]*"', b"", bare(answer))
        found[path] = answer.status_code, text
    return found


def moved(before, after):
    return [path for path in SCREENS if before[path] != after[path] and "second-step" not in path]


def everything():
    """Every row of every table, sealed boxes too, as one text."""
    with connection.cursor() as cursor:
        rows = []
        for name in connection.introspection.table_names(cursor):
            cursor.execute('SELECT * FROM "%s"' % name)
            rows += [repr(row) for row in cursor.fetchall()]
    return "\n".join(rows)


def test_s36_nothing_of_whoever_told_is_kept_with_the_concern(browser, cast, at, caplog):
    at("2026-11-25 10:00")
    seen_by = Client(HTTP_HOST="localhost", HTTP_USER_AGENT=DEVICE, REMOTE_ADDR=ADDRESS, HTTP_X_FORWARDED_FOR=ADDRESS)
    seen_by.cookies["sessionid"] = SESSION
    with caplog.at_level(0):
        answer = seen_by.post("/concern/", urlencode({**POST, "send": "unnamed"}), content_type=FORM)
    phrase = page_of(answer).one(cls="af-ref").text
    kept = everything() + caplog.text
    assert [one for one in (ADDRESS, DEVICE, SESSION, phrase) if one in kept] == []
    case = Case.objects.get(kind="concern")
    assert (case.asker, case.logger, case.capacity, case.ref in kept) == (None, None, "", True)
    assert "sessionid" not in answer.cookies and case.ref not in answer.content.decode()


def test_s36_the_six_words_open_the_mailbox_and_nothing_else(browser, cast, at):
    at("2026-11-25 10:00")
    phrase = page_of(send(browser, "/concern/", {**POST, "send": "unnamed"})).one(cls="af-ref").text
    ref = Case.objects.get(kind="concern").ref
    before = screens(browser)
    box = send(browser, "/concern/mailbox/", {"phrase": phrase})
    text = page_of(box).text
    assert (box.status_code, ref in box.content.decode(), "dimmest" in text, "Standish" in text, "Whitlam" in text) == (200, *[False] * 4)
    assert "sessionid" not in browser.cookies and moved(before, screens(browser)) == []
    for path in ("/cases/%s/" % ref, "/cases/%s/evidence/" % ref, "/cases/%s/opened/" % ref, "/api/v1/cases/%s" % ref):
        there, never = browser.get(path), browser.get(path.replace(ref, NEVER_USED))
        assert (there.status_code, bare(there).replace(ref.encode(), b"")) == (
            never.status_code,
            bare(never).replace(NEVER_USED.encode(), b""),
        )


def test_s36_mr_standishs_screens_show_no_case_no_count_and_no_change(signed_in):
    """From before it was told until it was weighed; then he is told, and it shows: the screens could have changed."""
    him = signed_in("standish")
    before = screens(him)
    assert len([path for path in SCREENS if before[path][0] == 200]) > 30
    send(signed_in("kit"), "/concern/", {**POST, "send": "unnamed"})
    told = Case.objects.get(kind="concern").ref
    assert moved(before, screens(him)) == []
    as_("whitlam", "09:10").takes(told, "clear", triage="usual")
    obuya = as_("obuya", "09:20")
    obuya.takes(told, "weigh", **WEIGHED)
    obuya.takes(told, "other-evidence", evidence="I read the post today.")
    assert moved(before, screens(him)) == []
    there, never = him.get("/cases/%s/" % told), him.get("/cases/%s/" % NEVER_USED)
    assert (there.status_code, bare(there).replace(told.encode(), NEVER_USED.encode())) == (404, bare(never))
    obuya.takes(told, "tell-subject", **TOLD)
    assert {"/cases/", "/me/", "/api/v1/cases"} <= set(moved(before, screens(him)))


def about_the_head():
    told = as_("tolland", "09:00").tells(
        "concern", **{**POST, "name": "Mr Stellan Abernethy", "school": "eastfield", "hurt": "somebody", "hurt_name": "Ms Beatrix Omondi"}
    )
    as_("sallow", "09:10").takes(told, "clear", triage="usual")
    as_("achterberg", "09:20").takes(told, "weigh", **WEIGHED)
    return told


def test_s56_mr_abernethys_search_lists_counts_and_reports_are_as_if_there_were_none(signed_in):
    head = signed_in("abernethy")
    before = screens(head)
    assert before["/reports/counts/"][0] == 200 and b"Abernethy" in before["/procedure/?q=Abernethy"][1]
    told = about_the_head()
    assert moved(before, screens(head)) == []
    as_("achterberg", "09:30").takes(told, "tell-subject", **TOLD)
    text = text_of(head, "/cases/%s/" % told)
    assert [said for said in TOLD.values() if said not in text] == []
    assert [name for name in ("Tolland", "Omondi", "Sallow") if name in text] == []


def test_s56_for_mr_wieczorek_it_is_an_address_never_used_and_the_try_is_read(signed_in):
    told = about_the_head()
    him = signed_in("wieczorek")
    there, never = him.get("/cases/%s/" % told), him.get("/cases/%s/" % NEVER_USED)
    assert (there.status_code, bare(there).replace(told.encode(), NEVER_USED.encode())) == (404, bare(never))
    text = text_of(signed_in("sethuraman"), "/reports/tries/")
    assert told in text and "Mr Tomasz Wieczorek" in text


def test_s39_that_nothing_lowers_the_duty_for_supply_staff_stands_where_it_is_weighed(signed_in):
    told = as_("braithwaite", "09:00").tells("concern", **{**POST, "name": "Mr Ludovic Farrant"})
    as_("whitlam", "09:10").takes(told, "clear", triage="usual")
    text = text_of(signed_in("kerrigan"), "/cases/%s/" % told)
    assert "Nothing here lowers the duty to keep children safe, whoever somebody works for." in text
    status = text_of(signed_in("braithwaite"), "/cases/%s/" % told)
    assert "being weighed" in status and "Nothing here lowers" not in status and "They asked for it" not in status


def test_s53_no_tool_to_guess_match_or_unmask_whoever_runs_the_account(signed_in):
    """Neither the page of the account nor the concern about it asks, guesses or offers who it is, nor opens or looks up its address."""
    address = "https://x.example/northgate_confessions"
    page = as_("blenkinsop-g", "09:00").tells("impostor", address=address, what="school", children="no", text="Most are jokes about lunch.")
    told = as_("blenkinsop-g", "09:05").tells("concern", **{**POST, "about": "account", "name": "", "where": address})
    as_("whitlam", "09:10").takes(told, "clear", triage="usual")
    for name, ref in (("adelakun", page), ("whitlam", told), ("obuya", told)):
        found = page_of(signed_in(name).get("/cases/%s/" % ref))
        asked = {one.attrs.get("name", "") for tag in ("input", "select", "textarea") for one in found.all(tag=tag)}
        assert not asked & {"name", "owner", "who", "handle", "account", "person", "match"}, name
        assert [one.attrs["href"] for one in found.all(tag="a") if "x.example" in one.attrs.get("href", "")] == [], name
