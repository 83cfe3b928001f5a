"""The last lines of S37, S53, S55 and S60 on their pages: what is shown, to whom, and what is not there for anybody else."""

import pytest

from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.models import Case
from askfirst.people.models import Holding
from askfirst.procedure.load import the_edition
from tests.access.channels import masked
from tests.access.world import NEVER_USED, enter
from tests.casework.conftest import Someone
from tests.casework.test_concern_stories import POST, TOLD, WEIGHED
from tests.cast import who
from tests.clock import london
from tests.web.pages import page_of, send

pytestmark = pytest.mark.django_db
JORAH = {**POST, "about": "student", "name": "Jorah Blenkinsop", "hurt": "somebody", "hurt_name": "Kit Okoro-Penn"}


def as_(name, when="10:00"):
    return Someone(name, london("2026-11-25 " + when))


def text_of(browser, address):
    answer = browser.get(address)
    return answer.status_code, page_of(answer).text


def weighed(told, triager, **given):
    as_("whitlam", "09:10").takes(told, "clear", triage="usual")
    as_(triager, "09:20").takes(told, "weigh", **{**WEIGHED, **given})


def test_s37_what_whoever_tells_is_answerable_for_refuses_nobody_help(browser, signed_in):
    """The WEB-4 line is no clause of any step or gate here, and stands on no page on which somebody tells or asks for help."""
    for kind in ("concern", "removal"):
        steps = WORKFLOWS[kind].steps
        assert "WEB-4" not in {one.clause for one in steps} | {need.clause for one in steps for need in one.needs}
    line = the_edition().clause("WEB-4").plain
    told = as_("rowbotham", "09:00").tells("concern", **{**POST, "about": "parent", "name": "Mr Padraig Wells"})
    weighed(told, "obuya")
    pages = [text_of(browser, one) for one in ("/concern/", "/concern/mailbox/", "/remove/", "/get-help/")]
    pages += [text_of(signed_in(name), "/cases/%s/" % told) for name in ("rowbotham", "whitlam", "obuya")]
    assert [(status, line in text, "personally responsible" in text) for status, text in pages] == [(200, False, False)] * len(pages)
    assert line in text_of(browser, "/procedure/clauses/WEB-4/")[1]
    shown = {page for page in ("blog", "plan", "interest", "offer") if line in text_of(signed_in("harrow"), "/declare/%s/" % page)[1]}
    assert shown == {"blog", "plan"}, "for information, on the pages of staff’s own blogs"


def test_s37_the_dated_fact_and_the_ways_there_are_against_a_parent(signed_in):
    told = as_("rowbotham", "09:00").tells("concern", **{**POST, "about": "parent", "name": "Mr Padraig Wells"})
    weighed(told, "obuya")
    for name in ("whitlam", "obuya", "rowbotham"):
        text = text_of(signed_in(name), "/cases/%s/" % told)[1]
        assert ("This is not legal advice." in text, "Checked on" in text) == (True, True), name
    page = page_of(signed_in("obuya").get("/cases/%s/" % told))
    assert "Use the complaint procedure, the site or the police" in page.text
    ways = {form.attrs["action"].rsplit("/", 2)[1] for form in page.all(tag="form") if "/steps/" in form.attrs.get("action", "")}
    assert ("complaint" in ways, ways & {"to-staff-route", "to-student-route", "hr-and-agency"}) == (True, set())


def test_s53_insults_open_a_concern_about_nobody_known_and_jokes_open_nothing(signed_in):
    """Ms Adelakun finds the way to a concern on the page of the account; saying that it is not ours opens none by itself."""
    page = as_("blenkinsop-g", "09:00").tells(
        "impostor", address="https://x.example/northgate_confessions", what="school", children="no", text="Most are jokes about lunch."
    )
    comms = signed_in("adelakun")
    assert page_of(comms.get("/cases/%s/" % page)).all(tag="a", href="/concern/")
    as_("adelakun", "09:10").takes(page, "not-ours", reported_on="2026-11-25", check_on="2026-12-02")
    assert not Case.objects.filter(kind="concern").exists()
    sent = send(comms, "/concern/", {**POST, "about": "account", "name": "", "where": "northgate_confessions", "send": "named"})
    told = Case.objects.get(kind="concern")
    assert (sent["Location"], told.clauses.split()) == ("/cases/%s/?sent=1" % told.ref, ["PRI-2", "CON-10"])
    text = text_of(signed_in("whitlam"), "/cases/%s/" % told.ref)[1]
    assert ("Whom it is about: not known" in text, "HYB-3" in text) == (True, False)
    parent = page_of(signed_in("blenkinsop-g").get("/cases/%s/" % page)).text
    assert [name for name in ("Standish", "Jorah", "Kit", "Whitlam") if name in parent] == []


def test_s55_as_staff_no_search_link_or_list_and_as_parent_the_status_line_alone(signed_in, at):
    """Mrs Okoro-Penn helps in Year 8; Kit, her child, was hurt. Another concern is about another child."""
    told = as_("rowbotham", "09:00").tells("concern", **JORAH)
    other = as_("rowbotham", "09:01").tells("concern", **{**JORAH, "hurt_name": "Amina Farouk-Wells"})
    for one in (told, other):
        as_("whitlam", "09:10").takes(one, "clear", triage="usual")
    staff = signed_in("okoropenn")
    for listed in ("/", "/cases/", "/cases/?kind=concern", "/me/", "/me/record/", "/people/", "/api/v1/cases"):
        assert told not in staff.get(listed).content.decode(), listed
    for form in ("/cases/%s/", "/cases/%s/?sent=1", "/cases/%s/opened/", "/cases/%s/receipt/", "/api/v1/cases/%s"):
        hidden, never = staff.get(form % told), staff.get(form % NEVER_USED)
        assert (hidden.status_code, masked(hidden, told)) == (404, masked(never)), form
    parent = enter("okoropenn/parent", london("2026-11-25 10:00"))
    status, text = text_of(parent, "/cases/%s/" % told)
    assert (status, "Being weighed" in text, "Jorah" in text, "dimmest" in text) == (200, True, False, False)
    listed = parent.get("/cases/").content.decode()
    assert (told in listed, other in listed, parent.get("/cases/%s/" % other).status_code) == (True, False, 404)


@pytest.fixture
def mocked(cast):
    """S60: Luca tells of Ms Harrow; Mrs Makoni weighs it, in the seat of the alternate pastoral lead."""
    Holding.objects.filter(seat="alternate-pastoral:northgate").update(person=who("makoni"))
    told = as_("brannigan", "09:00").tells("concern", **{**POST, "name": "Ms Mei-Lin Harrow"})
    weighed(told, "makoni")
    return told


def test_s60_malicious_is_offered_to_hr_and_the_headteacher_and_never_to_mrs_makoni(signed_in, mocked):
    says = "Record that somebody meant to deceive"
    offered = {name: says in text_of(signed_in(name), "/cases/%s/" % mocked)[1] for name in ("makoni", "braithwaite", "kerrigan")}
    assert offered == {"makoni": False, "braithwaite": True, "kerrigan": True}
    chosen = as_("rowbotham", "09:30").tells("concern", **POST)
    as_("whitlam", "09:40").takes(chosen, "clear", triage="head")
    as_("devlin", "09:50").takes(chosen, "weigh", **WEIGHED)
    assert says in text_of(signed_in("devlin"), "/cases/%s/" % chosen)[1]


def test_s60_false_is_in_no_bundle_and_harrow_reads_what_came_of_it_and_not_who_told(signed_in, mocked):
    as_("makoni", "09:25").takes(mocked, "no-action", reason="The picture was made up.")
    as_("braithwaite", "09:30").takes(mocked, "record-outcome", outcome="false", reason="The picture was made up.")
    as_("braithwaite", "09:35").takes(mocked, "tell-subject", **{**TOLD, "summary": "It was false, and is closed."})
    as_("makoni", "09:40").takes(mocked, "tell-reporter", note="It was looked into.")
    assert not Case.objects.exclude(ref=mocked).exists(), "no conduct case about anybody, Luca included"
    assert signed_in("braithwaite").get("/cases/%s/bundle/" % mocked).status_code == 404
    harrow, luca = (text_of(signed_in(name), "/cases/%s/" % mocked)[1] for name in ("harrow", "brannigan"))
    assert ("It was false, and is closed." in harrow, "Brannigan" in harrow, "Luca" in harrow) == (True, False, False)
    assert ("It was looked into." in luca, "false" in luca.casefold(), "picture" in luca) == (True, False, False)
    opened = as_("braithwaite", "09:50").opens(mocked)
    assert opened.workflow.kept_as(opened.file) == "R4"


def test_to_merge_is_to_choose_among_those_that_one_may_read(signed_in):
    first, second, hidden = (as_(name, "09:00").tells("concern", **POST) for name in ("rowbotham", "harrow", "tolland"))
    for one in (first, second):
        as_("whitlam", "09:10").takes(one, "clear", triage="usual")
    page = page_of(signed_in("obuya").get("/cases/%s/" % second))
    form = next(form for form in page.all(tag="form") if form.attrs.get("action", "").endswith("/merge/"))
    assert [one.attrs["value"] for one in form.all(tag="input", name="case")] == [first, "elsewhere"]
    assert (hidden in page.raw, form.all(tag="textarea"), form.all(tag="input", type="text")) == (False, [], [])
    sent = send(signed_in("obuya"), "/cases/%s/steps/merge/" % second, {"case": "gone", "version": form.one(name="version").attrs["value"]})
    assert "Choose one of the concerns on this page." in page_of(sent).text


def test_every_message_is_shown_to_both_in_the_order_in_which_it_was_written(signed_in):
    told = as_("rowbotham", "08:00").tells("concern", **POST)
    talk = (
        ("whitlam", "note", "Which day was it?"),
        ("rowbotham", "text", "On Monday."),
        ("whitlam", "note", "At what time?"),
        ("rowbotham", "text", "At noon."),
    )
    for minute, (name, field, says) in enumerate(talk):
        as_(name, "08:1%d" % minute).takes(told, "ask-reporter" if field == "note" else "add", **{field: says})
    for name in ("whitlam", "rowbotham"):
        text = text_of(signed_in(name), "/cases/%s/" % told)[1]
        places = [text.find(says) for _, _, says in talk]
        assert (min(places) > 0, places) == (True, sorted(places)), name
    assert "We asked you something" in text
