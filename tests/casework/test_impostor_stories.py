"""Pages that pretend to be ours: told, looked at, reported, looked at again (workflows.md 3.19, HYB-1, rulings 3 and 4)."""

import pytest

from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case, CaseAccess, CaseBar, CaseCall
from askfirst.people.calendar import london_day
from askfirst.trail import chain
from tests.cast import who

pytestmark = pytest.mark.django_db

PAGE = {"address": "https://www.instagram.com/northgate_prizes", "what": "school", "children": "no"}
REPORTED = {"reported_on": "2026-11-25", "number": "4471", "check_on": "2026-12-02"}


def tells(someone, **details):
    return someone.tells("impostor", **{**PAGE, **details})


@pytest.fixture
def told_by_amina(as_):
    return tells(as_("farouk", "2026-11-25 10:00"))


def state(ref):
    return Case.objects.get(ref=ref).state


def test_it_goes_to_communications_and_only_they_and_whoever_told_us_see_it(as_, told_by_amina):
    assert as_("adelakun", "2026-11-25 10:10").has_to() == [(told_by_amina, "look", "")]
    assert set(CaseAccess.objects.filter(case__ref=told_by_amina).values_list("scope", flat=True)) == {"comms", "person:" + who("farouk")}
    for name in ("devlin", "whitlam", "standish", "wells-p", "sethuraman", "wieczorek", "achterberg", "braithwaite", "kit"):
        with pytest.raises(Missing):
            as_(name, "2026-11-25 10:20").opens(told_by_amina)


def test_not_ours_reported_looked_at_again_still_up_and_down(as_, told, told_by_amina, time_comes):
    comms, amina = as_("adelakun", "2026-11-25 11:00"), as_("farouk", "2026-11-25 12:00")
    comms.takes(told_by_amina, "not-ours", **REPORTED)
    assert (state(told_by_amina), ("farouk", "news") in told(told_by_amina)) == ("not-ours", True)
    assert "4471" in str(amina.opens(told_by_amina).papers)
    call = CaseCall.objects.get(case__ref=told_by_amina, ended_at=None)
    assert (call.step, london_day(call.due_at).isoformat()) == ("look-again", "2026-12-02")
    time_comes("2026-12-02 09:00")
    assert told(told_by_amina)[-1] == ("adelakun", "reminder")
    later = as_("adelakun", "2026-12-02 10:00")
    later.takes(told_by_amina, "still-up", check_on="2026-12-09")
    assert state(told_by_amina) == "still-up"
    assert london_day(CaseCall.objects.get(case__ref=told_by_amina, ended_at=None).due_at).isoformat() == "2026-12-09"
    as_("adelakun", "2026-12-09 10:00").takes(told_by_amina, "down")
    assert str(amina.opens(told_by_amina).workflow.states[state(told_by_amina)]) == "not ours, and down now"


def test_the_site_leaves_it_up_and_later_it_is_down_and_back_again(as_, told, told_by_amina, time_comes):
    comms, amina = as_("adelakun", "2026-11-25 11:00"), as_("farouk", "2026-11-25 12:00")
    comms.takes(told_by_amina, "not-ours", **REPORTED)
    as_("adelakun", "2026-12-02 10:00").takes(told_by_amina, "site-refused", check_on="2026-12-09", note="They see nothing wrong in it.")
    assert (state(told_by_amina), told(told_by_amina).count(("farouk", "news"))) == ("refused", 2)
    assert "They see nothing wrong in it." in str(amina.opens(told_by_amina).papers)
    assert london_day(CaseCall.objects.get(case__ref=told_by_amina, ended_at=None).due_at).isoformat() == "2026-12-09"
    as_("adelakun", "2026-12-09 10:00").takes(told_by_amina, "down")
    assert CaseCall.objects.filter(case__ref=told_by_amina, ended_at=None).count() == 0
    back = as_("adelakun", "2027-01-11 10:00")
    for missing in ("reported_on", "check_on"):
        given = {name: held for name, held in {"reported_on": "2027-01-11", "check_on": "2027-01-18"}.items() if name != missing}
        with pytest.raises(BadField) as wrong:
            back.takes(told_by_amina, "is-back", **given)
        assert (wrong.value.field, state(told_by_amina)) == (missing, "down")
    back.takes(told_by_amina, "is-back", reported_on="2027-01-11", check_on="2027-01-18")
    assert (state(told_by_amina), told(told_by_amina).count(("farouk", "news"))) == ("back-again", 4)
    assert [task[:2] for task in as_("adelakun", "2027-01-11 11:00").has_to()] == [(told_by_amina, "look-again")]
    case = Case.objects.get(ref=told_by_amina)
    assert case.closes_at is None, "nothing of it goes while it is looked after again"
    with pytest.raises(Refused):
        back.takes(told_by_amina, "is-back", reported_on="2027-01-11", check_on="2027-01-18")


@pytest.mark.parametrize("missing", ["reported_on", "check_on"])
def test_it_is_not_said_before_the_site_was_told_and_a_day_was_chosen(as_, told_by_amina, missing):
    given = {name: held for name, held in REPORTED.items() if name != missing}
    with pytest.raises(BadField) as wrong:
        as_("adelakun", "2026-11-25 11:00").takes(told_by_amina, "not-ours", **given)
    assert (wrong.value.field, state(told_by_amina)) == (missing, "told")


@pytest.mark.parametrize(("field", "day"), [("reported_on", "2026-11-26"), ("check_on", "2026-11-24")])
def test_a_day_on_the_wrong_side_of_today(as_, told_by_amina, field, day):
    with pytest.raises(BadField) as wrong:
        as_("adelakun", "2026-11-25 11:00").takes(told_by_amina, "not-ours", **{**REPORTED, field: day})
    assert wrong.value.field == field


@pytest.mark.parametrize(("step", "says"), [("ours", "it is ours"), ("not-known", "we do not know")])
def test_the_other_answers(as_, told_by_amina, step, says):
    as_("adelakun", "2026-11-25 11:00").takes(told_by_amina, step, note="Thank you for asking.")
    held = as_("farouk", "2026-11-25 12:00").opens(told_by_amina)
    assert str(held.workflow.states[held.case.state]) == says
    assert "Thank you for asking." in str(held.papers)


def test_an_answer_cannot_be_given_twice_nor_a_page_come_down_before_it_was_looked_at(as_, told_by_amina):
    comms = as_("adelakun", "2026-11-25 11:00")
    with pytest.raises(Refused):
        comms.takes(told_by_amina, "down")
    comms.takes(told_by_amina, "ours")
    with pytest.raises(Refused):
        comms.takes(told_by_amina, "not-ours", **REPORTED)
    assert state(told_by_amina) == "ours"


def test_whoever_told_us_answers_nothing_themselves(as_, told_by_amina):
    with pytest.raises(Refused):
        as_("farouk", "2026-11-25 11:00").takes(told_by_amina, "ours")


def test_ruling_4_the_communications_officers_own_goes_to_the_executive_headteacher(as_):
    ref = tells(as_("adelakun", "2026-11-25 10:00"))
    assert as_("achterberg", "2026-11-25 10:10").has_to() == [(ref, "look", "")]


def test_nobody_is_named_as_its_maker_and_nobody_is_barred_but_whoever_told_us(as_):
    """A page in Ms Harrow's name: she is no party, hears nothing, and no case about her is made."""
    ref = tells(as_("tolland", "2026-11-25 10:00"), what="staff", text="It says it is Ms Harrow.")
    as_("adelakun", "2026-11-25 11:00").takes(ref, "not-ours", **REPORTED)
    assert {one.step for one in Case.objects.get(ref=ref).steps.all()} == {"open", "page-at", "route", "not-ours", "check-on"}
    assert set(CaseBar.objects.filter(case__ref=ref).values_list("person_id", flat=True)) == {who("tolland")}
    assert Case.objects.count() == 1
    assert as_("harrow", "2026-11-25 12:00").sees() == []


BAD = [
    "javascript:alert(1)",
    " JaVaScRiPt :alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "ftp://files.example/a",
    "file:///etc/hosts",
    "https://page.example/" + "a" * 8_000,
    "page.example/us",
    "the page with the prizes",
    "https://",
    "https://page.example/\u202egpj",
    "",
]


@pytest.mark.parametrize("address", BAD)
def test_what_is_no_address_of_the_web_is_refused_in_a_sentence(as_, address):
    with pytest.raises(BadField) as wrong:
        tells(as_("farouk", "2026-11-25 10:00"), address=address)
    assert (wrong.value.field, str(wrong.value.sentence).endswith(".")) == ("address", True)
    assert not Case.objects.exists()


@pytest.mark.parametrize("address", ["http://page.example", "https://northgate.example/news", "HTTPS://page.example/a?b=c#d"])
def test_an_address_is_kept_as_it_is_and_ours_is_taken_like_any_other(as_, address):
    ref = tells(as_("farouk", "2026-11-25 10:00"), address=address)
    assert as_("farouk", "2026-11-25 10:10").opens(ref).papers["details"]["address"] == address
    assert state(ref) == "told"


def test_no_word_stands_in_the_trail(as_):
    ref = tells(as_("farouk", "2026-11-25 10:00"), text="zanzibar")
    as_("adelakun", "2026-11-25 11:00").takes(ref, "not-ours", note="zanzibar", **REPORTED)
    assert "zanzibar" not in repr(list(chain.events(ref)))
    assert "instagram" not in repr(list(chain.events(ref)))
