"""Lines of S36, S39, S53 and S56 that are about whole screens: nothing of the sender is kept, nothing moves for whom it is about, no raw id."""

import re
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from askfirst.casework.models import Case
from askfirst.trail.models import Notice
from tests.access.doors import PATHS
from tests.access.world import FORM, NEVER_USED
from tests.casework.conftest import Someone
from tests.casework.test_concern_stories import POST, TOLD, WEIGHED
from tests.casework.test_staff_route_stories import SHEET
from tests.cast import who
from tests.clock import london
from tests.onward import sent_on
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


def test_s37_until_it_is_released_mr_farrant_finds_no_case_no_count_and_no_notice(signed_in):
    """Locked at once, passed over by everybody else, cleared and weighed: nothing of his moves before HR tells him."""
    him = signed_in("farrant")
    before = screens(him)
    told = as_("rowbotham", "09:00").tells("concern", **{**POST, "danger": "yes", "name": "Mr Ludovic Farrant"})
    assert moved(before, screens(him)) == []
    as_("whitlam", "09:10").takes(told, "clear", triage="usual")
    hr = as_("braithwaite", "09:20")
    hr.takes(told, "weigh", **WEIGHED)
    hr.takes(told, "hr-and-agency", summary="A post about a class.")
    assert moved(before, screens(him)) == [] and not Notice.objects.filter(to=who("farrant")).exists()
    hr.takes(told, "tell-subject", **TOLD)
    assert "/cases/" in moved(before, screens(him)) and Notice.objects.filter(case=told, to=who("farrant")).exists()


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


def asked_of_the_database(browser, path):
    """What a page does of what takes time and hangs on what there is: how often it asks the database, and for which tables."""
    with CaptureQueriesContext(connection) as found:
        browser.get(path)
    return [re.sub(r"WHERE.*|VALUES.*|SET .*|\"s\d+_x\d+\"", "", one["sql"], flags=re.DOTALL) for one in found]


LISTS = (
    "/",
    "/me/",
    "/me/record/",
    "/cases/",
    "/cases/?kind=concern",
    "/reports/counts/",
    "/instructions/",
    "/people/",
    "/api/v1/cases",
    "/api/v1/me/tasks",
)
OF_ONE = ("", "evidence/", "put-right/", "receipt/", "opened/", "bundle/")


def test_s56_no_page_takes_longer_for_whom_a_hidden_concern_is_about(signed_in):
    """The same questions to the database with and without it, and for its address as for one never used; once he is told it shows."""
    head = signed_in("abernethy")
    for path in LISTS:
        head.get(path)  # what is looked up once is looked up
    before = {path: asked_of_the_database(head, path) for path in LISTS}
    told = about_the_head()
    assert {path: asked_of_the_database(head, path) for path in LISTS} == before
    for name in ("abernethy", "wieczorek"):
        browser = signed_in(name)
        browser.get("/cases/%s/" % NEVER_USED)
        for form in (*("/cases/%s/" + one for one in OF_ONE), "/api/v1/cases/%s"):
            hidden, never = (asked_of_the_database(browser, form % ref) for ref in (told, NEVER_USED))
            assert hidden == never, (name, form)
    as_("achterberg", "09:30").takes(told, "tell-subject", **TOLD)
    assert asked_of_the_database(head, "/cases/") != before["/cases/"]
    assert asked_of_the_database(head, "/cases/%s/" % told) != asked_of_the_database(head, "/cases/%s/" % NEVER_USED)


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
    assert "Being weighed" in status and "Nothing here lowers" not in status and "They asked for it" not in status


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


def test_whoever_told_and_whoever_weighs_it_read_the_schools_name_and_no_id(signed_in):
    """Nor is a merged concern "elsewhere", nor is whoever decided a username."""
    told = as_("rowbotham", "09:00").tells("concern", **POST)
    as_("whitlam", "09:10").takes(told, "clear", triage="usual")
    as_("obuya", "09:20").takes(told, "merge", case="elsewhere")
    for name in ("rowbotham", "obuya"):
        found = page_of(signed_in(name).get("/cases/%s/" % told))
        values = [one.text.strip() for one in found.all(tag="dd")]
        assert "Northgate School" in values and not {"northgate", "elsewhere", "standish"} & set(values), name
    assert "Another, which somebody else deals with" in values


def test_who_decided_and_who_was_told_are_names_on_the_page_however_they_were_written(signed_in):
    ref = sent_on("staff-route", "holloway", by=as_("tolland").by, at=london("2026-11-25 08:00"))
    hr = as_("braithwaite", "09:00")
    hr.takes(ref, "check-speech", **{**SHEET, "con_10": True})
    hr.takes(ref, "hand-off", reason="It went on after a talk.")
    hr.takes(ref, "tell-subject", **TOLD)
    hr.takes(ref, "store-outcome", outcome="no-case", decided_by="abernethy", decided_on="2026-11-25")
    values = [one.text.strip() for one in page_of(signed_in("kerrigan").get("/cases/%s/" % ref)).all(tag="dd")]
    assert "Mr Stellan Abernethy" in values and "abernethy" not in values
    student = sent_on("student-route", "farouk", by=as_("tolland").by, at=london("2026-11-25 08:00"))
    as_("whitlam", "09:00").takes(student, "let-talk")
    year = as_("qureshi", "09:10")
    for step, given in (
        ("record-talk", {"talked_on": "2026-11-25", "notes": "We talked.", "support": "None"}),
        ("take-account", {"text": "I put it up."}),
        ("find", {"outcome": "misconduct", "reason": "So."}),
        ("write-summary", {"summary": "Amina posted a story."}),
        ("tell-parent", {"told_on": "2026-11-25", "way": "rang", "who": "wells-p"}),
    ):
        year.takes(student, step, **given)
    values = [one.text.strip() for one in page_of(signed_in("qureshi").get("/cases/%s/" % student)).all(tag="dd")]
    assert "Mr Padraig Wells" in values and "wells-p" not in values


def test_whom_it_is_about_reads_of_their_own_rights_and_hr_which_way_it_went(signed_in):
    ref = sent_on("staff-route", "holloway", by=as_("tolland").by, at=london("2026-11-25 08:00"), hurt=("omondi",))
    hr = as_("braithwaite", "09:00")
    hr.takes(ref, "check-speech", **{**SHEET, "con_10": True})
    assert "After the check it can be handed on." in text_of(signed_in("kerrigan"), "/cases/%s/" % ref)
    hr.takes(ref, "hand-off", reason="It went on after a talk.")
    page = page_of(signed_in("braithwaite").get("/cases/%s/" % ref))
    text = page.one(tag="main").text
    assert "Handed to the Disciplinary Procedure" in page.one(tag="section", **{"aria-labelledby": "goes"}).text
    assert "It is handed on. It will be considered under the Disciplinary Procedure of Eastfield Academy." in text
    assert page.one(tag="section", **{"aria-labelledby": "act"}).all(tag="h3")[0].text == "Tell the person it is about"
    hr.takes(ref, "tell-subject", **TOLD)
    hr.takes(ref, "let-decider")
    head, kerrigan = (text_of(signed_in(name), "/cases/%s/" % ref) for name in ("abernethy", "kerrigan"))
    assert ("HR sees to this." in head, "offer cover" in head) == (True, False) and "offer cover" in kerrigan
    text = text_of(signed_in("holloway"), "/cases/%s/" % ref)
    assert "What are your rights?" in text and "their rights" not in text


def test_of_a_student_nothing_is_said_of_parents_or_of_naming_a_teacher(signed_in):
    told = as_("rowbotham", "09:00").tells("concern", **{**POST, "about": "student", "name": "Jorah Blenkinsop"})
    as_("whitlam", "09:10").takes(told, "clear", triage="usual")
    for name in ("whitlam", "qureshi"):
        text = text_of(signed_in(name), "/cases/%s/" % told)
        assert "A parent is not bound" not in text and "This is not legal advice." not in text, name
