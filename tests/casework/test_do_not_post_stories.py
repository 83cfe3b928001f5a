"""S30 and S31, and what else a request not to be in posts promises (workflows.md 3.10, reading A27, rulings 7 and 10)."""

import pytest

from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.models import CaseCall
from askfirst.people.models import Person
from askfirst.trail import chain
from askfirst.trail.models import Notice
from tests.cast import who

pytestmark = pytest.mark.django_db

ME = {"scope": "photos", "until": "2027-07-21"}
WHY = "An old address must not come out."


def asks(someone, **details):
    return someone.tells("do-not-post", **{**ME, **details})


@pytest.fixture
def sealed(as_):
    return asks(as_("langtree", "2026-11-25 10:00"), whom="Elowen Tamblyn", sealed="yes", reason=WHY)


def test_s30_the_office_sees_the_name_and_never_the_reason(as_, sealed):
    office = as_("oldroyd", "2026-11-25 10:10")
    assert office.has_to() == [(sealed, "acknowledge", "")]
    held = as_("langtree", "2026-11-25 10:20").opens(sealed)
    assert held.papers["details"]["whom"] == "Elowen Tamblyn"
    assert WHY not in str({name: words for name, words in held.papers.items() if name != "reason"})


@pytest.mark.parametrize("name", ["langtree", "oldroyd"])
def test_s30_the_safeguarding_lead_and_her_deputy_open_the_reason(as_, sealed, name):
    assert as_(name, "2026-11-25 10:20").opens(sealed).papers["reason"] == {"text": WHY}


@pytest.mark.parametrize(
    "name", ["nwachukwu", "wieczorek", "tolland", "finnis", "whitlam", "adelakun", "sethuraman", "tamblyn-h", "elowen"]
)
def test_s30_nobody_else_opens_it_at_all(as_, sealed, name):
    with pytest.raises(Missing):
        as_(name, "2026-11-25 10:20").opens(sealed)


def test_s30_a_headteacher_asked_in_place_of_the_office_reads_no_reason(as_, sealed, time_comes):
    """After three school days the next on the chain is asked: the name is theirs to see, the reason is not."""
    for day in ("2026-11-27 18:00", "2026-11-30 18:00", "2026-12-01 18:00", "2026-12-02 18:00"):
        time_comes(day)
    held = as_("nwachukwu", "2026-12-03 10:00").opens(sealed)
    assert held.papers["details"]["whom"] == "Elowen Tamblyn"
    assert "reason" not in held.papers


@pytest.mark.parametrize(("to", "name"), [("head", "nwachukwu"), ("it", "wieczorek"), ("comms", "adelakun")])
@pytest.mark.parametrize("by", ["langtree", "oldroyd"])
def test_s30_the_safeguarding_team_releases_the_reason(as_, sealed, by, to, name):
    as_(by, "2026-11-25 10:30").takes(sealed, "release-reason", to=to)
    assert as_(name, "2026-11-25 10:40").opens(sealed).papers["reason"] == {"text": WHY}
    for other in {"nwachukwu", "wieczorek", "adelakun", "tolland"} - {name}:
        with pytest.raises(Missing):
            as_(other, "2026-11-25 10:50").opens(sealed)
    with pytest.raises(BadField) as refused:
        as_(by, "2026-11-25 11:00").takes(sealed, "release-reason", to=to)
    assert "already" in str(refused.value.sentence)


def test_s30_nobody_else_releases_it_and_nothing_that_is_not_sealed(as_, sealed):
    as_("langtree", "2026-11-25 10:30").takes(sealed, "release-reason", to="head")
    with pytest.raises(Refused) as refused:
        as_("nwachukwu", "2026-11-25 10:40").takes(sealed, "release-reason", to="it")
    assert str(refused.value.refusals[0].sentence) == "Only the safeguarding lead can do this."
    plain = asks(as_("langtree", "2026-11-25 11:00"), whom="Elowen Tamblyn")
    with pytest.raises(BadField) as nothing:
        as_("langtree", "2026-11-25 11:10").takes(plain, "release-reason", to="head")
    assert str(nothing.value.sentence) == "There is no sealed reason here to release."


def test_s30_the_office_cannot_find_out_by_trying_whether_a_reason_is_sealed(as_):
    """Found by the access matrix: without a sealed reason they were told so, with one they were refused."""
    safeguarding, office = as_("whitlam", "2026-11-25 10:00"), as_("rowbotham", "2026-11-25 10:30")
    told = []
    for reason in ({}, {"sealed": "yes", "reason": WHY}):
        ref = asks(safeguarding, whom="Kit Okoro-Penn", **reason)
        with pytest.raises(Refused) as refused:
            office.takes(ref, "release-reason", to="head")
        told.append([str(one.sentence) for one in refused.value.refusals])
    assert told == [["Only the safeguarding lead can do this."]] * 2


def test_s30_only_the_safeguarding_team_seals(as_):
    with pytest.raises(BadField) as refused:
        asks(as_("tolland", "2026-11-25 10:00"), whom="Elowen Tamblyn", sealed="yes", reason=WHY)
    assert refused.value.field == "sealed"


def test_s30_a_sealed_entry_outlives_whoever_wrote_it_down(as_, sealed, time_comes, cast):
    from_office = as_("oldroyd", "2026-11-25 11:00")
    from_office.takes(sealed, "acknowledge")
    leaves("langtree", "2026-11-26")
    time_comes("2026-11-27 09:00")
    assert from_office.opens(sealed).case.state == "live"
    leaves("elowen", "2026-11-27")
    time_comes("2026-11-28 09:00")
    assert from_office.opens(sealed).case.state == "gone"


def leaves(name, day):
    Person.objects.filter(pk=who(name)).update(left_on=day)


def test_s30_it_ends_on_the_evening_of_its_last_day(as_, time_comes):
    ref = asks(as_("tolland", "2026-11-25 10:00"), until="2026-12-04")
    as_("oldroyd", "2026-11-25 11:00").takes(ref, "acknowledge")
    time_comes("2026-12-04 12:00")
    assert as_("tolland", "2026-12-04 12:00").opens(ref).case.state == "live"
    time_comes("2026-12-04 23:00")
    assert as_("tolland", "2026-12-05 12:00").opens(ref).case.state == "expired"


def test_s31_a_parent_alone_cannot_ask_for_somebody_grown_up(as_):
    with pytest.raises(Refused) as refused:
        asks(as_("lund-a", "2026-11-25 10:00"), child="osei")
    (one,) = refused.value.refusals
    assert str(one.sentence).startswith("A parent cannot ask this alone for someone aged 18 or over.")
    assert "they sign in, or ring the school" in str(one.sentence)


def test_s31_his_refusal_confirms_nothing(as_):
    """The same words whoever he names, and whether an entry is there or not."""

    def said(child):
        with pytest.raises(Refused) as refused:
            asks(as_("lund-a", "2026-11-25 10:00"), child=child)
        return [str(one.sentence) for one in refused.value.refusals]

    before = said("osei")
    asks(as_("osei", "2026-11-25 10:30"))
    assert said("osei") == before == said("nobody") == said("Elowen Tamblyn")
    assert as_("lund-a", "2026-11-25 11:00").sees() == []


def test_s31_freya_asks_and_withdraws_and_her_father_is_told_of_neither(as_, told):
    freya = as_("osei", "2026-12-02 10:00")
    ref = asks(freya)
    assert freya.opens(ref).case.state == "asked"
    as_(office_of(ref), "2026-12-02 11:00").takes(ref, "acknowledge")
    assert freya.opens(ref).case.state == "live"
    as_("osei", "2026-12-03 10:00").takes(ref, "withdraw")
    assert str(freya.opens(ref).workflow.states[freya.opens(ref).case.state]) == "withdrawn"
    assert who("lund-a") not in [notice.to for notice in Notice.objects.filter(case=ref)]
    with pytest.raises(Missing):
        as_("lund-a", "2026-12-03 11:00").opens(ref)


def office_of(ref):
    """Whoever sits where the request went."""
    waits = {one.seat for one in CaseCall.objects.filter(case__ref=ref)}
    return {"office:eastfield": "abernethy", "head:eastfield": "abernethy", "office:brannocks": "oldroyd"}[min(waits)]


def test_a_parent_asks_for_a_child_and_the_child_is_not_told(as_, told):
    ref = asks(as_("tamblyn-h", "2026-11-25 10:00"))
    assert told(ref) == [("?" if name != "oldroyd" else name, kind) for name, kind in told(ref)]
    assert as_("tamblyn-h", "2026-11-25 10:10").opens(ref).papers["details"]["whom"] == "Elowen Tamblyn"
    with pytest.raises(Missing):
        as_("elowen", "2026-11-25 10:10").opens(ref)


def test_a_student_asks_for_nobody_else(as_):
    with pytest.raises(BadField) as refused:
        asks(as_("kit", "2026-11-25 10:00"), whom="Maisie Clough")
    assert refused.value.field == "whom"


def test_staff_ask_for_somebody_at_their_own_school_alone(as_):
    """The same sentence for a name elsewhere and for no name at all."""

    def said(name):
        with pytest.raises(BadField) as refused:
            asks(as_("harrow", "2026-11-25 10:00"), whom=name)
        return str(refused.value.sentence)

    assert said("Elowen Tamblyn") == said("Nobody Whatever")


def test_no_word_of_a_reason_stands_in_the_trail(as_, sealed):
    assert WHY not in repr(list(chain.events(sealed)))
