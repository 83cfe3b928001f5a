"""Concerns: S36, S37, S39 (how it is sent on), S53 (the concern), S55 (as parent), S56 (without break-glass) and S60."""

from datetime import date

import pytest

from askfirst.casework import code_phrase, refused
from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case, CaseAccess, CaseBar, CaseCall, CaseStep, Mailbox
from askfirst.people.calendar import london_day
from askfirst.people.models import Absence
from tests.cast import who
from tests.clock import london

pytestmark = pytest.mark.django_db

POST = {
    "danger": "no",
    "where": "https://x.example/standish/1",
    "when": "Yesterday",
    "what": "It jokes at length about the dimmest set ever taught.",
    "about": "staff",
    "name": "Mr Kofi Standish",
    "hurt": "nobody",
    "school": "northgate",
}
WEIGHED = {"safeguarding": "no", "lawful": "not-lawful", "reason": "It names a class and mocks it.", "pri_2": True}
TOLD = {"summary": "A post of yours.", "clauses": "PRI-2", "next": "A talk, by Friday.", "rights": "You may give your own account."}


def tells(someone, **details):
    return someone.tells("concern", **{**POST, **details})


def state(ref):
    return Case.objects.get(ref=ref).state


def scopes(ref):
    return set(CaseAccess.objects.filter(case__ref=ref).values_list("scope", flat=True))


@pytest.fixture
def anonymous(cast):
    """S36: a student tells with no name; the reference of the case and its phrase."""

    def told(**details):
        phrase = code_phrase.tell_without_a_name({**POST, **details}, at=london("2026-11-25 10:00"))
        return Case.objects.get(asker=None, kind="concern").ref, phrase

    return told


def weighed(as_, ref, triager, lead="whitlam", **given):
    as_(lead, "2026-11-25 11:00").takes(ref, "clear", triage="usual")
    as_(triager, "2026-11-25 12:00").takes(ref, "weigh", **{**WEIGHED, **given})


def test_s37_locked_at_once_passed_up_the_chain_and_outside(as_):
    told = tells(
        as_("rowbotham", "2026-11-25 10:00"), danger="yes", name="Mr Ludovic Farrant", what="He hurt a child in class.", about="staff"
    )
    assert (state(told), scopes(told)) == ("locked", {"person:" + who("rowbotham"), "dsl:northgate"})
    lead = as_("whitlam", "2026-11-25 10:10")
    assert lead.has_to() == [(told, "screen", "")]
    hers = {offer.step.id for offer in lead.opens(told).offers if offer.mine and not offer.refusals}
    assert hers == {"clear", "pass-outside", "ask-reporter"}, "the other steps are paused, for her too"
    for name in ("obuya", "braithwaite", "devlin", "farrant", "harrow", "sethuraman", "wieczorek", "fitzhugh"):
        with pytest.raises(Missing):
            as_(name, "2026-11-25 10:20").opens(told)
    as_("whitlam", "2026-11-25 11:00").takes(told, "pass-outside", passed_on="2026-11-25", number="L-17")
    lead = as_("whitlam", "2026-11-25 11:10").opens(told)
    assert {name: dict(held) for name, held in lead.papers.items()} == {
        "step-%d" % lead.file.last("pass-outside").sequence: {"passed_on": "2026-11-25", "number": "L-17"}
    }
    assert (state(told), str(as_("rowbotham", "2026-11-25 12:00").opens(told).papers)) == ("passed-outside", "{}")


def test_s60_false_is_for_hr_alone(as_):
    told = tells(as_("brannigan", "2026-11-25 10:00"), name="Ms Mei-Lin Harrow", hurt="somebody")
    before = Case.objects.count()
    as_("whitlam", "2026-11-25 11:00").takes(told, "clear", triage="pastoral")
    obuya = as_("obuya", "2026-11-25 12:00")
    obuya.takes(told, "weigh", **WEIGHED)
    assert obuya.may(told, "record-malicious")
    hr = as_("braithwaite", "2026-11-25 13:00")
    assert hr.may(told, "record-malicious") == []
    with pytest.raises(BadField):
        hr.takes(told, "record-malicious", reason="He lied.")
    with pytest.raises(BadField) as wrong:
        hr.takes(told, "record-outcome", outcome="false")
    assert wrong.value.field == "reason"
    hr.takes(told, "record-outcome", outcome="false", reason="The picture was made up.")
    opened = hr.opens(told)
    assert opened.workflow.kept_as(opened.file) == "R4"
    assert ([one.of for one in opened.file.of("came-of-it")], opened.file.of("record-malicious")) == (["false"], ())
    hr.takes(told, "tell-subject", **{**TOLD, "summary": "It was false."})
    harrow = as_("harrow", "2026-11-25 14:00").opens(told)
    assert ("It was false." in str(harrow.papers), who("brannigan") in str(harrow.file), "Brannigan" in str(harrow.papers)) == (
        True,
        False,
        False,
    )
    obuya.takes(told, "no-action", reason="It was false.")
    obuya.takes(told, "tell-reporter", note="It was looked into.")
    luca = as_("brannigan", "2026-11-25 15:00")
    assert ("It was looked into." in str(luca.opens(told).papers), "made up" in str(luca.opens(told).papers)) == (True, False)
    assert (Case.objects.count(), luca.sees()) == (before, [told])


def test_s36_told_without_a_name(as_, anonymous):
    """Each line of S36's `then`, in order; the label is a test of the page."""
    told, phrase = anonymous()
    case = Case.objects.get(ref=told)
    assert (case.asker, case.logger, case.capacity, CaseStep.objects.filter(case=case).exclude(by=None).count()) == (None, None, "", 0)
    assert (len(phrase.split()), phrase in str(Mailbox.objects.values())) == (6, False)
    call = CaseCall.objects.get(case=case)
    assert (call.step, call.seat, london_day(call.due_at).isoformat()) == ("screen", "dsl:northgate", "2026-11-26")
    for name in ("standish", "obuya", "devlin", "braithwaite", "pascoe"):
        with pytest.raises(Missing):
            as_(name, "2026-11-25 10:30").opens(told)
    as_("whitlam", "2026-11-25 11:00").takes(told, "clear", triage="usual")
    obuya = as_("obuya", "2026-11-25 12:00")
    with pytest.raises(Refused):
        obuya.takes(told, "no-action", reason="It is a joke.")
    for missing in ("safeguarding", "lawful", "pri_2"):
        with pytest.raises(BadField) as wrong:
            obuya.takes(told, "weigh", **{name: held for name, held in WEIGHED.items() if name != missing})
        assert wrong.value.field == missing
    obuya.takes(told, "weigh", **WEIGHED)
    for way in ("to-staff-route", "restorative"):
        with pytest.raises(Refused) as refused:
            obuya.takes(told, way, **({"summary": "A post."} if way == "to-staff-route" else {"reason": "So."}))
        assert "It was told without a name. First record what else was seen, and by whom." in [
            str(one.sentence) for one in refused.value.refusals
        ]
    obuya.takes(told, "other-evidence", evidence="I read the post today. Anybody can.")
    assert obuya.may(told, "to-staff-route") == []
    standish = as_("standish", "2026-11-25 13:00")
    assert (standish.sees(), standish.has_to()) == ([], [])


def test_the_phrase_opens_the_mailbox_both_ways_and_a_wrong_one_nothing(as_, anonymous):
    told, phrase = anonymous()
    at = london("2026-11-25 10:30")
    as_("whitlam", "2026-11-25 10:20").takes(told, "ask-reporter", note="Which day was it?")
    box = code_phrase.open_box(phrase.upper().replace(" ", " - "), at=at)
    assert (str(box.stands), [(line.ours, line.text) for line in box.lines]) == (
        "with the safeguarding lead",
        [(True, "Which day was it?")],
    )
    box = code_phrase.write(phrase, {"text": "On Monday."}, at=at)
    assert [line.text for line in box.lines] == ["Which day was it?", "On Monday."]
    assert "On Monday." in str(as_("whitlam", "2026-11-25 10:40").opens(told).papers)
    for wrong in (phrase + " acorn", " ".join(phrase.split()[:5]), "", "x" * 300):
        with pytest.raises(code_phrase.NoBox):
            code_phrase.open_box(wrong, at=at)


def test_s37_both_away_it_passes_to_the_trusts_lead_and_to_nobody_else(as_, cast):
    """And no conduct route against a parent, nor the staff route for somebody from an agency."""
    for name in ("whitlam", "dunmore"):
        Absence.objects.create(person_id=who(name), starts=date(2026, 11, 20), ends=date(2026, 12, 11))
    told = tells(as_("rowbotham", "2026-11-25 10:00"), danger="yes", name="Mr Ludovic Farrant")
    assert [seat for seat in scopes(told) if not seat.startswith("person:")] == ["dsl-trust"]
    assert as_("fitzhugh", "2026-11-25 10:05").has_to()[0][:2] == (told, "screen")
    farrant = as_("farrant", "2026-11-25 10:10")
    assert (farrant.sees(), farrant.has_to()) == ([], [])
    as_("fitzhugh", "2026-11-25 11:00").takes(told, "clear", triage="usual")
    hr = as_("braithwaite", "2026-11-25 12:00")
    hr.takes(told, "weigh", **WEIGHED)
    assert (hr.may(told, "hr-and-agency"), bool(hr.may(told, "to-staff-route"))) == ([], True)
    assert (farrant.sees(), farrant.has_to()) == ([], [])
    about = tells(as_("rowbotham", "2026-11-26 10:00"), about="parent", name="Mr Padraig Wells")
    as_("fitzhugh", "2026-11-26 11:00").takes(about, "clear", triage="usual")
    obuya = as_("obuya", "2026-11-26 12:00")
    obuya.takes(about, "weigh", **WEIGHED)
    assert (obuya.may(about, "complaint"), bool(obuya.may(about, "to-staff-route")), bool(obuya.may(about, "to-student-route"))) == (
        [],
        True,
        True,
    )


def test_s39_hr_as_reporter_is_skipped_and_sees_a_status_line(as_):
    told = tells(as_("braithwaite", "2026-11-25 10:00"), name="Mr Ludovic Farrant")
    as_("whitlam", "2026-11-25 11:00").takes(told, "clear", triage="usual")
    kerrigan, reporter = as_("kerrigan", "2026-11-25 12:00"), as_("braithwaite", "2026-11-25 12:00")
    assert (kerrigan.has_to()[0][:2], reporter.has_to()) == ((told, "weigh"), [])
    assert "asker" in [skip.reason for skip in kerrigan.opens(told).passed_over]
    assert reporter.opens(told).passed_over == ()
    kerrigan.takes(told, "weigh", **WEIGHED)
    assert (kerrigan.may(told, "hr-and-agency"), bool(kerrigan.may(told, "to-staff-route"))) == ([], True)
    opened = reporter.opens(told)
    assert (opened.words, set(opened.papers)) == (False, {"details"})


def test_s53_an_account_nobody_knows_opens_a_concern_about_nobody(as_):
    told = tells(as_("blenkinsop-g", "2026-11-25 10:00"), about="account", name="", where="https://x.example/northgate_confessions")
    case = Case.objects.get(ref=told)
    assert (
        "PRI-2" in case.clauses.split(),
        "HYB-3" in case.clauses.split(),
        CaseStep.objects.filter(case=case, step="about").exists(),
    ) == (True, False, False)
    as_("whitlam", "2026-11-25 11:00").takes(told, "clear", triage="usual")
    obuya = as_("obuya", "2026-11-25 12:00")
    obuya.takes(told, "weigh", **WEIGHED)
    assert (bool(obuya.may(told, "to-student-route")), obuya.may(told, "no-action")) == (True, [])


def test_s55_as_parent_kits_status_and_as_staff_nothing(as_):
    told = tells(
        as_("rowbotham", "2026-11-25 10:00"), about="student", name="Jorah Blenkinsop", hurt="somebody", hurt_name="Kit Okoro-Penn"
    )
    parent = as_("okoropenn/parent", "2026-11-25 12:00")
    assert parent.sees() == []
    as_("whitlam", "2026-11-25 11:00").takes(told, "clear", triage="usual")
    assert (parent.sees(), parent.opens(told).words, dict(parent.opens(told).papers)) == ([told], False, {})
    staff = as_("okoropenn", "2026-11-25 12:00")
    assert staff.sees() == []
    with pytest.raises(Missing):
        staff.opens(told)
    assert as_("qureshi", "2026-11-25 12:00").has_to()[0][:2] == (told, "weigh")


def test_s56_a_headteachers_own_matter(as_):
    told = tells(
        as_("tolland", "2026-11-25 10:00"), name="Mr Stellan Abernethy", school="eastfield", hurt="somebody", hurt_name="Ms Beatrix Omondi"
    )
    as_("sallow", "2026-11-25 11:00").takes(told, "clear", triage="usual")
    head, lead = as_("abernethy", "2026-11-25 12:00"), as_("achterberg", "2026-11-25 12:00")
    assert (lead.has_to()[0][:2], head.sees(), head.has_to()) == ((told, "weigh"), [], [])
    assert CaseBar.objects.get(case__ref=told, person=who("abernethy")).reason == "about", "skipped as subject"
    for name in ("abernethy", "wieczorek"):
        with pytest.raises(Missing):
            as_(name, "2026-11-25 12:10").opens(told)
    lead.takes(told, "weigh", **WEIGHED)
    assert head.sees() == []
    lead.takes(told, "tell-subject", **TOLD)
    opened = head.opens(told)
    assert (opened.words, [dict(one) for one in opened.papers.values()]) == (False, [TOLD])
    assert {taken.by for taken in opened.file.taken} <= {"", who("achterberg")}
    assert [one.of for one in refused.tries(by=as_("sethuraman", "2026-11-25 13:00").by) if one.who == who("wieczorek")] == [told]


def test_any_handler_gives_it_to_safeguarding_who_opens_it_again(as_):
    told = tells(as_("rowbotham", "2026-11-25 10:00"))
    weighed(as_, told, "obuya")
    obuya = as_("obuya", "2026-11-25 13:00")
    obuya.takes(told, "tell-subject", **TOLD)
    assert as_("standish", "2026-11-25 13:10").sees() == [told]
    obuya.takes(told, "flag", reason="A child may be at risk.")
    assert scopes(told) == {"person:" + who("rowbotham"), "dsl:northgate"}
    as_("whitlam", "2026-11-25 14:00").takes(told, "release", outcome="handlers")
    assert (state(told), as_("standish", "2026-11-25 14:10").sees(), obuya.has_to()[0][:2]) == ("weighed", [], (told, "decide"))


def test_it_is_taken_back_looked_into_after_all_and_asked_again(as_):
    told = tells(as_("rowbotham", "2026-11-25 10:00"))
    reporter = as_("rowbotham", "2026-11-25 12:30")
    weighed(as_, told, "obuya")
    reporter.takes(told, "withdraw")
    obuya = as_("obuya", "2026-11-25 13:00")
    obuya.takes(told, "reopen", note="We go on, since a class is named.")
    assert "We go on" in str(reporter.opens(told).papers)
    weighed(as_, told, "obuya")
    obuya.takes(told, "advice", reason="He takes it down.")
    obuya.takes(told, "tell-reporter", note="We have looked into it.")
    assert "He takes it down" not in str(reporter.opens(told).papers)
    reporter.takes(told, "ask-again", text="It is still there.")
    assert (as_("obuya", "2026-11-25 14:00").has_to(), as_("devlin", "2026-11-25 14:00").has_to()[0][:2]) == ([], (told, "second-look"))
    as_("devlin", "2026-11-25 15:00").takes(told, "second-look", outcome="stands", note="It is down now.")
    assert state(told) == "closed"


def test_sent_the_staff_way_it_hears_when_that_is_over(as_):
    told = tells(as_("rowbotham", "2026-11-25 10:00"))
    weighed(as_, told, "obuya")
    as_("obuya", "2026-11-25 12:10").takes(told, "to-staff-route", summary="A post mocks a class.")
    route = Case.objects.get(kind="staff-route")
    assert (state(told), route.whose, "Rowbotham" in str(as_("braithwaite", "2026-11-25 13:00").opens(route.ref).papers)) == (
        "routed",
        "",
        False,
    )
    for name in ("standish", "obuya", "rowbotham"):
        with pytest.raises(Missing):
            as_(name, "2026-11-25 13:00").opens(route.ref)
