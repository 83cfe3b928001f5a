"""Lines of S17 and S18 by the pages and by direct request: who is offered what, what is refused, and what a parent reads meanwhile."""

import pytest

from askfirst.casework.models import Case
from askfirst.config.work import one_pass
from askfirst.people.models import Person
from tests.cast import who
from tests.clock import london
from tests.groups import EASTFIELD, official_page, takes, tells
from tests.web.pages import page_of, send
from tests.web.people_at_work import text_of
from tests.web.test_is_official import UNKNOWN, asks

pytestmark = pytest.mark.django_db
TUESDAY, NEXT = "2026-11-24 10:00", "2026-11-24 11:00"
TRIPS, ART = "https://www.instagram.com/northgate_trips", "https://www.instagram.com/eastfield_art"
TASKS = "First somebody must say who else looks after it, and who takes over."


def version(ref):
    return str(Case.objects.get(ref=ref).version)


def trips(by="pascoe", second=False):
    """Everything filled in but, unless `second`, the second admin."""
    ref = tells(by, "page", {"name": "Northgate history trips", "purpose": "What our trips see.", "address": TRIPS}, TUESDAY)
    if second:
        takes(by, ref, "people", TUESDAY, second="makoni", successor="makoni")
    takes(by, ref, "account", TUESDAY, login="trips@northgate.example", recovery="office@northgate.example")
    takes(by, ref, "rules", TUESDAY, photos="agreed", comments="first", students="yes")
    takes(by, ref, "submit", TUESDAY)
    return ref


def steps_on(page):
    return {form.attrs["action"].rsplit("/", 2)[1] for form in page.all(tag="form") if "/steps/" in form.attrs.get("action", "")}


def post(browser, ref, step, **given):
    return send(browser, "/cases/%s/steps/%s/" % (ref, step), {"version": version(ref), **given})


def by_api(browser, ref, step, **given):
    token = browser.cookies["csrftoken"].value
    answer = browser.post("/api/v1/cases/%s/steps/%s" % (ref, step), given, content_type="application/json", headers={"X-CSRFToken": token})
    return answer.status_code, str(answer.json())


# ---------------------------------------------------------------- S17


def test_s17_while_the_second_admin_is_missing_it_is_offered_to_nobody_and_refused_by_direct_request(signed_in):
    """Ms Harrow's page, so that Ms Devlin-Shaw is the Headteacher and not the line manager too."""
    ref = trips("harrow")
    takes("pascoe", ref, "talk", NEXT, how="by-message")
    takes("pascoe", ref, "agree", NEXT)
    takes("adelakun", ref, "comms-check", NEXT, note="Clear whose it is.")
    takes("sethuraman", ref, "dpo-look", NEXT, note="Agreements are kept.")
    devlin = signed_in("devlin")
    page = page_of(devlin.get("/cases/%s/" % ref))
    assert "make-official" not in steps_on(page)
    assert "Still open" in page.text and "Who runs it" in page.text
    answer = post(devlin, ref, "make-official", called="Northgate history trips")
    assert (answer.status_code, TASKS in page_of(answer).text) == (409, True)
    status, said = by_api(devlin, ref, "make-official", called="Northgate history trips")
    assert (status, TASKS in said) == (409, True)
    assert (Case.objects.get(ref=ref).state != "official", UNKNOWN in page_of(asks(devlin, TRIPS)).text) == (True, True)
    takes("harrow", ref, "people", NEXT, second="makoni", successor="makoni")
    assert "make-official" in steps_on(page_of(devlin.get("/cases/%s/" % ref)))
    assert post(devlin, ref, "make-official", called="Northgate history trips").status_code == 303


def test_s17_a_home_address_is_refused_on_the_page_and_nothing_of_it_is_kept(signed_in):
    pascoe = signed_in("pascoe")
    ref = tells("pascoe", "page", {"name": "Northgate history trips", "purpose": "What our trips see."}, TUESDAY)
    answer = post(pascoe, ref, "account", login="trips@northgate.example", recovery="pascoe@home.example")
    assert (answer.status_code, "Use a school-owned address" in page_of(answer).one(cls="govuk-error-summary").text) == (400, True)
    assert "pascoe@home.example" not in pascoe.get("/cases/%s/" % ref).content.decode()
    assert post(pascoe, ref, "account", login="trips@northgate.example", recovery="office@northgate.example").status_code == 303


def test_s17_the_talk_is_recorded_before_communications_can_start_and_the_officer_has_a_look_over(signed_in):
    ref = trips(second=True)
    comms, devlin, officer = signed_in("adelakun"), signed_in("devlin"), signed_in("sethuraman")
    assert comms.get("/cases/%s/" % ref).status_code == 404
    assert post(comms, ref, "comms-check", note="Clear.").status_code == 404
    refused = post(devlin, ref, "agree")
    assert (refused.status_code, "Record the discussion first." in page_of(refused).text) == (409, True)
    assert ref not in officer.get("/me/").content.decode()
    assert post(devlin, ref, "talk", how="by-message").status_code == 303
    assert post(devlin, ref, "agree").status_code == 303
    assert post(comms, ref, "comms-check", note="Clear.").status_code == 303
    assert ref in officer.get("/me/").content.decode()
    assert "dpo-look" in steps_on(page_of(officer.get("/cases/%s/" % ref)))


@pytest.mark.parametrize("reason", [{}, {"reason": "  "}])
def test_s17_not_now_cannot_be_saved_without_a_reason_by_page_or_api(signed_in, reason):
    ref = trips(second=True)
    takes("devlin", ref, "talk", NEXT, how="by-message")
    devlin = signed_in("devlin")
    answer = post(devlin, ref, "turn-down", **reason)
    assert (answer.status_code, "MAN-1" in page_of(answer).one(cls="govuk-error-summary").text) == (400, True)
    status, said = by_api(devlin, ref, "turn-down", **reason)
    assert (status, "MAN-1" in said) == (400, True)
    before = Case.objects.get(ref=ref).state
    assert post(devlin, ref, "turn-down", reason="Wait for the new site.").status_code == 303
    assert Case.objects.get(ref=ref).state != before


def test_s17_what_a_parent_reads_of_it_once_it_is_official(signed_in, browser):
    ref = trips(second=True)
    takes("devlin", ref, "talk", NEXT, how="by-message")
    takes("devlin", ref, "agree", NEXT)
    takes("adelakun", ref, "comms-check", NEXT, note="Clear.")
    takes("sethuraman", ref, "dpo-look", NEXT, note="Agreements are kept.")
    takes("achterberg", ref, "make-official", NEXT, called="Northgate history trips")
    said = page_of(asks(browser, TRIPS)).one(tag="main").text
    for part in (
        "Official",
        "Northgate history trips",
        "instagram.com/northgate_trips",
        "Head of History",
        "last checked 24 November 2026",
    ):
        assert part in said, part
    pascoe = Person.objects.get(pk=who("pascoe"))
    assert [name for name in (pascoe.name, pascoe.short, "Pascoe") if name in said] == []
    assert [str(one)[:10] for one in Case.objects.filter(ref=ref).values_list("closes_at", flat=True)] == ["2027-11-24"]


# ---------------------------------------------------------------- S18


@pytest.fixture
def art(cast):
    """Ms Averill's page of the art department; she leaves on 25 March 2027."""
    ref = official_page(EASTFIELD, TUESDAY)
    takes("adelakun", ref, "set-address", TUESDAY, address=ART)
    return ref


def test_s18_the_look_up_stops_at_once_official_is_refused_and_there_are_three_ways(signed_in, art, browser):
    assert "last checked 24 November 2026" in page_of(asks(browser, ART)).text
    comms = signed_in("adelakun")
    assert post(comms, art, "mixed-found", note="She sells her own commissions on it.").status_code == 303
    assert UNKNOWN in page_of(asks(browser, ART)).text
    mine = page_of(comms.get("/cases/%s/" % art))
    assert "That counts as endorsing it (HYB-2)." in mine.text and "Mixed page found" in mine.text
    refused = post(comms, art, "clean")
    status, said = by_api(comms, art, "clean")
    assert (refused.status_code, status, "HYB-2" in said, "It stands at: mixed page found. HYB-2" in page_of(refused).text) == (
        409,
        409,
        True,
        True,
    )
    assert UNKNOWN in page_of(asks(browser, ART)).text
    hers = page_of(signed_in("averill").get("/cases/%s/" % art))
    assert [one.attrs["value"] for one in hers.all(tag="input", name="outcome")] == ["split", "rename", "close"]
    assert post(signed_in("averill"), art, "plan", outcome="keep").status_code == 400


def test_s18_mrs_rainsford_is_asked_for_a_successor_before_the_last_day_and_no_record_is_made_of_ms_averill(signed_in, art):
    one_pass(at=london("2026-11-25 08:00"))
    takes("adelakun", art, "mixed-found", "2026-11-25 09:00", note="She sells her own commissions on it.")
    rainsford = signed_in("rainsford")
    assert "Name who takes over a page By Thursday 11 March." in text_of(rainsford, "/me/")
    assert art in rainsford.get("/me/").content.decode()
    assert "leaves on Thursday 25 March. Somebody takes over before that." in text_of(rainsford, "/cases/%s/" % art)
    assert set(Case.objects.values_list("kind", flat=True)) == {"page"}
    for name in ("kerrigan", "braithwaite", "abernethy"):
        assert "commissions" not in text_of(signed_in(name), "/me/"), name
