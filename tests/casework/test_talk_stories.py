"""A blog, a plan, a conflict, an offer: S13, S15, S16, S19, S20 and S21, told by the cast, and what else such a matter meets."""

import json

import pytest

from askfirst.casework.access import Missing
from askfirst.casework.as_json import case_json
from askfirst.casework.fields import BadField
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.gates import Refused
from askfirst.casework.steps import open_case
from askfirst.people import hats
from askfirst.people.models import Person
from askfirst.people.standing import standing
from askfirst.people.who import names
from askfirst.words import Sentence
from tests.cast import who
from tests.clock import london

FOUR = {"impartiality": True, "confidentiality": True, "conflict": True, "commercial": True}
NONE = {"outcome": "no-conflict", "note": "All is well.", **FOUR}
PHYSICS = {"what": "blog", "topic": "Physics for everybody", "says": "yes", "disclaimer": "no"}
DAYS = {"declaration": "2026-12-08", "plan": "2026-12-08", "interest": "2026-12-01", "offer": "2026-12-01"}
GIVEN = {
    "declaration": PHYSICS,
    "plan": {"topic": "A podcast about servers", "says": "yes"},
    "interest": {"text": "My blog reviews a club I now work with."},
    "offer": {"payer": "A tutoring firm", "text": "A column on GCSE PE", "band": "under-100", "already": "no", "supplier": "no"},
}
MONDAY = "2026-11-23 10:00"


def talked(person, ref):
    person.takes(ref, "talk", how="by-message")


def settled(person, ref, **given):
    person.takes(ref, "talk", how="met", met_on="23/11/2026")
    person.takes(ref, "settle", **{**NONE, **given})


# ---------------------------------------------------------------- the scenarios


def test_s13_a_blog_begun_before_the_post(as_, time_comes, told):
    ref = as_("holloway", MONDAY).tells("declaration", **PHYSICS)
    opened = as_("holloway", "2026-11-23 10:05").opens(ref)
    assert "address" not in opened.papers["details"]
    assert opened.papers["details"]["topic"] == PHYSICS["topic"]
    assert [(one.person, one.acting_for, one.due_at.date().isoformat()) for one in opened.reached] == [
        (who("amadi"), who("loxley"), "2026-12-08")
    ]
    assert {"BLG-4", "BLG-5", "MAN-3"} == set(opened.case.clauses.split())
    assert ("amadi", "to-do") in told(ref)
    amadi = as_("amadi", "2026-11-24 09:00")
    assert amadi.may(ref, "settle") == ["Record the discussion first."]
    with pytest.raises(Refused, match="refused"):
        amadi.takes(ref, "settle", **NONE)
    with pytest.raises(BadField) as problem:
        amadi.takes(ref, "talk", how="met")
    assert problem.value.field == "met_on"
    talked(amadi, ref)
    for factor in FOUR:
        with pytest.raises(BadField) as problem:
            amadi.takes(ref, "settle", **{**NONE, factor: False})
        assert problem.value.field == factor
    with pytest.raises(BadField) as problem:
        amadi.takes(ref, "settle", **{**NONE, "outcome": "managed", "steps": "A disclaimer on each page."})
    assert problem.value.field == "confirm_by"
    amadi.takes(ref, "settle", **{**NONE, "outcome": "managed", "steps": "A disclaimer.", "confirm_by": "2026-12-01"})
    mine = as_("holloway", "2026-11-24 12:00")
    assert mine.opens(ref).papers["step-%d" % mine.opens(ref).file.last("settle").sequence]["note"] == "All is well."
    mine.takes(ref, "reply", text="Thank you; I do it tonight.")
    assert [task[1] for task in mine.has_to()] == ["confirm"]
    mine.takes(ref, "confirm")
    assert told(ref)[-1] == ("amadi", "news")
    assert mine.opens(ref).case.closes_at.date().isoformat() == "2027-11-24"
    assert as_("braithwaite", "2026-11-24 12:00").opens(ref).words


def test_s13_the_outcomes_are_these_and_no_word_of_them_approves_or_refuses():
    settle = next(step for step in WORKFLOWS["declaration"].steps if step.id == "settle")
    outcomes = next(field for field in settle.fields if field.id == "outcome")
    assert [choice.value for choice in outcomes.choices] == ["no-conflict", "managed", "instruction", "referred"]
    for kind in GIVEN:
        words = " ".join(str(one).lower() for one in every_word(WORKFLOWS[kind]))
        assert not [word for word in ("approve", "refuse", "permission") if word in words]


def every_word(workflow):
    yield workflow.says
    yield from workflow.states.values()
    fields = [*workflow.opening, *(field for step in workflow.steps for field in step.fields)]
    for one in (*workflow.steps, *fields, *(choice for field in fields for choice in field.choices)):
        yield from (
            held for held in (getattr(one, name, None) for name in ("says", "done", "missing", "hint")) if isinstance(held, Sentence)
        )


def test_s13_a_profile_is_advice_alone(as_):
    with pytest.raises(BadField) as problem:
        as_("holloway", MONDAY).tells("declaration", what="profile", topic="Physics", says="yes", disclaimer="no")
    assert "BLG-4" in str(problem.value.sentence)
    assert as_("holloway", MONDAY).sees() == []


def test_s13_it_is_a_should_and_may_be_settled_without_a_talk_for_a_reason(as_):
    ref = as_("holloway", MONDAY).tells("declaration", **PHYSICS)
    amadi = as_("amadi", "2026-11-24 09:00")
    with pytest.raises(BadField) as problem:
        amadi.takes(ref, "set-aside")
    assert problem.value.field == "reason"
    amadi.takes(ref, "set-aside", reason="We talked about it last year and nothing changed.")
    assert as_("holloway", "2026-11-24 10:00").opens(ref).case.state == "settled"


def test_s15_central_staff_go_to_their_head_of_service(as_):
    ref = as_("wieczorek", MONDAY).tells("plan", **GIVEN["plan"])
    mine = as_("wieczorek", "2026-11-23 10:05")
    opened = mine.opens(ref)
    assert opened.case.state == "planned"
    assert [(one.person, one.due_at.date().isoformat()) for one in opened.reached] == [(who("siddiqui"), "2026-12-08")]
    assert {"BLG-6", "BLG-4"} <= set(opened.case.clauses.split())
    assert [offer.step.id for offer in opened.offers if not offer.refusals] == ["withdraw"]  # nothing of the manager's side is his
    for step in ("talk", "settle", "set-aside"):
        with pytest.raises(Refused):
            mine.takes(ref, step, **(NONE if step == "settle" else {"how": "by-message"} if step == "talk" else {"reason": "Mine."}))
    settled(as_("siddiqui", "2026-11-24 09:00"), ref)
    assert mine.opens(ref).case.state == "settled"


def test_s16_the_schools_name_in_an_address_is_renamed(as_):
    idea = {"topic": "Daily life in my school", "name": "The Chalk Badger", "says": "no", "address": "chalkbadger-northgate.example"}
    ref = as_("harrow", MONDAY).tells("plan", **idea, brand="school")
    mine = as_("harrow", "2026-11-23 10:05")
    assert "HYB-3" in mine.opens(ref).case.clauses.split()
    assert [task[1] for task in mine.has_to()] == ["renamed"]
    seen_by = {name for name in ("pascoe", "braithwaite", "devlin", "dunmore", "wieczorek", "adelakun") if ref in as_(name, MONDAY).sees()}
    assert seen_by == {"pascoe", "braithwaite"}
    assert ["The Chalk Badger" in str(as_(name, MONDAY).opens(ref).papers) for name in ("pascoe", "braithwaite")] == [True, True]
    assert [offer for offer in as_("braithwaite", MONDAY).opens(ref).offers if offer.mine] == []  # HR only reads
    mine.takes(ref, "renamed")
    assert mine.has_to() == []
    place = as_("harrow", MONDAY).tells("plan", **idea, brand="place")
    assert "HYB-3" not in mine.opens(place).case.clauses.split()


def test_s16_asked_again_the_new_name_is_still_theirs_to_choose(as_, told):
    ref = as_("harrow", MONDAY).tells("plan", topic="Daily life", says="no", brand="school")
    as_("pascoe", MONDAY).takes(ref, "set-aside", reason="We talked last year.")
    mine = as_("harrow", MONDAY)
    assert mine.has_to() == []
    mine.takes(ref, "ask-again")
    assert [task[1] for task in mine.has_to()] == ["renamed"]
    assert as_("pascoe", MONDAY).has_to() == []
    mine.takes(ref, "renamed")
    assert mine.has_to() == []


def test_s19_a_manager_married_to_whom_it_is_about_is_passed_over(as_, told):
    ref = as_("okoropenn", MONDAY).tells("interest", text="My blog reviews the club of Ms Harrow.", about="Ms Mei-Lin Harrow")
    mine = as_("okoropenn", "2026-11-23 10:05").opens(ref)
    assert [(one.person, one.due_at.date().isoformat()) for one in mine.reached] == [(who("obuya"), "2026-12-01")]
    assert sorted(told(ref)) == [("braithwaite", "news"), ("obuya", "to-do")]
    for name in ("dunmore", "harrow"):
        shut = as_(name, "2026-11-23 11:00")
        assert (shut.sees(), shut.has_to()) == ([], [])
        with pytest.raises(Missing):
            shut.opens(ref)
    obuya = as_("obuya", "2026-11-24 09:00")
    assert "set-aside" not in {step.id for step in WORKFLOWS["interest"].steps}
    talked(obuya, ref)
    obuya.takes(ref, "settle", **{**NONE, "outcome": "recuse", "steps": "No reviews of the club.", "confirm_by": "2026-12-10"})
    mine = as_("okoropenn", "2026-11-24 10:00")
    assert [task[1] for task in mine.has_to()] == ["confirm"]
    assert mine.opens(ref).reached[-1].due_at.date().isoformat() == "2026-12-10"
    mine.takes(ref, "confirm")
    assert mine.opens(ref).case.state == "settled"


def test_s19_who_was_passed_over_and_why_is_for_hr_and_data_protection(as_):
    ref = as_("okoropenn", MONDAY).tells("interest", text="My blog reviews the club.", about="harrow")
    assert as_("okoropenn", MONDAY).opens(ref).passed_over == ()
    assert as_("obuya", MONDAY).opens(ref).passed_over == ()
    (skip,) = as_("braithwaite", MONDAY).opens(ref).passed_over
    assert (skip.person, skip.reason) == (who("dunmore"), "relative")


def test_s20_a_trustees_matter_is_handed_on_by_who_may_not_settle_it(as_, told):
    by = as_("vasquez-thorne", MONDAY)
    assert by.by.capacity == "trustee"
    ref = by.tells("interest", text="My blog praises Larkmoor Print, and I own a share in it.")
    assert told(ref) == [("pritchard", "to-do")]  # HR has no part in a trustee's matter
    pritchard = as_("pritchard", "2026-11-23 11:00")
    assert [task[1] for task in pritchard.has_to()] == ["hand-on"]
    with pytest.raises(Refused) as refused:
        pritchard.takes(ref, "settle", **{**NONE, "note": "Noted, no need to talk"})
    assert [str(one.sentence) for one in refused.value.refusals] == ["Record the discussion first."]
    with pytest.raises(Refused):
        pritchard.takes(ref, "talk", how="by-message")
    pritchard.takes(ref, "hand-on")
    assert pritchard.sees() == []
    quarshie = as_("quarshie", "2026-11-24 09:00")
    assert quarshie.has_to()[0][:2] == (ref, "settle")
    assert quarshie.may(ref, "settle") == ["Record the discussion first."]
    talked(quarshie, ref)
    with pytest.raises(BadField) as problem:
        quarshie.takes(ref, "settle", **{**NONE, "outcome": "referred", "refer_to": "hr"})
    assert "Chair" in str(problem.value.sentence)
    quarshie.takes(ref, "settle", **NONE)
    words = quarshie.opens(ref).papers["step-%d" % quarshie.opens(ref).file.last("settle").sequence]
    assert {factor: words[factor] for factor in FOUR} == FOUR


def choices(opened, step):
    """What the step offers, by field, as page, API and command line are given it."""
    (offered,) = [one for one in json.loads(json.dumps(case_json(opened)))["steps"] if one["id"] == step]
    return {field["id"]: set(field["choices"]) for field in offered["fields"] if field["choices"]}


@pytest.mark.parametrize("kind", GIVEN)
def test_s20_what_may_not_be_done_is_offered_by_no_door(as_, kind):
    ordinary = as_("harrow", MONDAY).tells(kind, **GIVEN[kind])
    talked(as_("pascoe", MONDAY), ordinary)
    offered = choices(as_("pascoe", MONDAY).opens(ordinary), "settle")
    assert "referred" in offered["outcome"] and offered["refer_to"] == {"hr", "head"}
    ref = as_("vasquez-thorne", MONDAY).tells(kind, **GIVEN[kind])
    as_("pritchard", MONDAY).takes(ref, "hand-on")
    quarshie = as_("quarshie", MONDAY)
    talked(quarshie, ref)
    trustees = choices(quarshie.opens(ref), "settle")
    assert trustees["outcome"] == offered["outcome"] - {"referred"} and "refer_to" not in trustees
    with pytest.raises(BadField) as problem:
        quarshie.takes(ref, "settle", **{**NONE, "outcome": "referred", "refer_to": "hr"})
    assert str(problem.value.sentence) == "A trustee’s matter stays with the Chair. Choose another outcome."
    with pytest.raises(BadField):
        quarshie.takes(ref, "settle", **NONE, refer_to="hr")
    assert quarshie.opens(ref).case.state == "talked"


@pytest.mark.parametrize("kind", GIVEN)
def test_whoever_works_at_no_school_is_referred_to_hr_and_to_no_headteacher(as_, told, kind):
    ref = as_("wieczorek", MONDAY).tells(kind, **GIVEN[kind])
    siddiqui = as_("siddiqui", MONDAY)
    talked(siddiqui, ref)
    assert choices(siddiqui.opens(ref), "settle")["refer_to"] == {"hr"}
    with pytest.raises(BadField) as problem:
        siddiqui.takes(ref, "settle", **{**NONE, "outcome": "referred", "refer_to": "head"})
    assert (problem.value.field, "Choose HR." in str(problem.value.sentence)) == ("refer_to", True)
    siddiqui.takes(ref, "settle", **{**NONE, "outcome": "referred", "refer_to": "hr"})
    assert ("braithwaite", "to-do") in told(ref)


def test_s21_the_manager_of_the_post_it_is_about_and_only_he_says_what_he_did(as_, time_comes):
    ref = as_("standish", MONDAY).tells("offer", **GIVEN["offer"])
    opened = as_("standish", MONDAY).opens(ref)
    assert [one.person for one in opened.reached] == [who("pascoe")]
    assert opened.papers["details"]["band"] == "under-100"
    assert not any("60" in str(held) for held in opened.papers["details"].values())
    assert [as_(name, MONDAY).sees() for name in ("loxley", "amadi")] == [[], []]
    for name in ("loxley", "amadi"):
        with pytest.raises(Missing):
            as_(name, MONDAY).opens(ref)
    assert "set-aside" not in {step.id for step in WORKFLOWS["offer"].steps}
    pascoe = as_("pascoe", "2026-11-24 09:00")
    talked(pascoe, ref)
    with pytest.raises(BadField) as problem:
        pascoe.takes(ref, "settle", **{**NONE, "outcome": "conflict"})
    assert problem.value.field == "reason"
    pascoe.takes(ref, "settle", **{**NONE, "outcome": "conflict"}, reason="They sell to your own students.")
    for name in ("pascoe", "braithwaite"):
        for step in ("accept", "decline"):
            with pytest.raises(Refused):
                as_(name, "2026-11-24 10:00").takes(ref, step)
    mine = as_("standish", "2026-11-24 10:00")
    words = mine.opens(ref).papers["step-%d" % mine.opens(ref).file.last("settle").sequence]
    assert words["reason"] == "They sell to your own students."
    mine.takes(ref, "decline")
    assert mine.opens(ref).case.state == "closed"
    eastfield = as_("standish", MONDAY).tells("offer", **GIVEN["offer"], post="eastfield")
    assert [(one.person, one.acting_for) for one in mine.opens(eastfield).reached] == [(who("amadi"), who("loxley"))]


@pytest.mark.parametrize(("step", "done"), [("accept", "Accepted"), ("decline", "Declined")])
def test_s21_it_closes_as_accepted_or_declined_and_by_nothing_else_he_may_do(as_, step, done):
    ref = as_("standish", MONDAY).tells("offer", **GIVEN["offer"])
    settled(as_("pascoe", "2026-11-24 09:00"), ref)
    mine = as_("standish", "2026-11-24 10:00")
    closes = {one.id: str(one.done) for one in WORKFLOWS["offer"].steps if one.end == "closed"}
    assert closes == {"accept": "Accepted", "decline": "Declined", "left": "Ended, because they have left"}
    mine.takes(ref, step)
    assert (mine.opens(ref).case.state, closes[step]) == ("closed", done)


def test_s21_whoever_hears_next_that_no_answer_came_does_not_answer_for_him(as_, time_comes, told):
    ref = as_("standish", MONDAY).tells("offer", **GIVEN["offer"])
    settled(as_("pascoe", MONDAY), ref)
    time_comes("2027-01-20 10:00")
    assert told(ref)[-2:] == [("standish", "reminder"), ("pascoe", "to-do")]
    for step in ("accept", "decline"):
        with pytest.raises(Refused) as refused:
            as_("pascoe", "2027-01-20 11:00").takes(ref, step)
        assert [str(one.sentence) for one in refused.value.refusals] == ["Only the person whose matter it is can do this."]
    as_("standish", "2027-01-20 12:00").takes(ref, "decline")


# ---------------------------------------------------------------- what every such matter meets


@pytest.mark.parametrize("kind", GIVEN)
def test_it_is_due_climbs_and_can_be_taken_back(as_, time_comes, told, kind):
    ref = as_("harrow", MONDAY).tells(kind, **GIVEN[kind])
    (reached,) = as_("harrow", MONDAY).opens(ref).reached
    assert reached.due_at.date().isoformat() == DAYS[kind]
    time_comes("2026-12-20 08:00")
    assert ("pascoe", "reminder") in told(ref)
    assert ("devlin", "to-do") in told(ref)
    assert as_("harrow", "2026-12-20 10:00").opens(ref).case.state == WORKFLOWS[kind].first
    as_("harrow", "2026-12-20 10:00").takes(ref, "withdraw")
    assert as_("pascoe", "2026-12-20 10:00").has_to() == []


@pytest.mark.parametrize("kind", GIVEN)
@pytest.mark.parametrize("name", ["osei", "okoropenn/parent"])
def test_nobody_is_asked_for_it_but_staff_and_trustees(as_, cast, kind, name):
    person, _, capacity = name.partition("/")
    by = standing(who(person), on=london(MONDAY).date(), capacity=hats.Capacity(capacity) if capacity else None)
    with pytest.raises(Refused):
        open_case(kind=kind, by=by, details=GIVEN[kind], at=london(MONDAY))


@pytest.mark.parametrize("kind", GIVEN)
def test_referred_to_hr_it_is_hrs_to_settle_without_a_second_talk(as_, told, kind):
    ref = as_("harrow", MONDAY).tells(kind, **GIVEN[kind])
    settled(as_("pascoe", MONDAY), ref, outcome="referred", refer_to="hr")
    assert ("braithwaite", "to-do") in told(ref)
    assert as_("pascoe", MONDAY).has_to() == []
    as_("braithwaite", MONDAY).takes(ref, "settle", **NONE)
    assert as_("harrow", MONDAY).opens(ref).case.state in ("settled", "decided")


@pytest.mark.parametrize("kind", GIVEN)
def test_asked_one_level_up_the_next_person_talks_anew(as_, kind):
    ref = as_("harrow", MONDAY).tells(kind, **GIVEN[kind])
    settled(as_("pascoe", MONDAY), ref)
    as_("harrow", MONDAY).takes(ref, "ask-again", text="I see it otherwise.")
    devlin = as_("devlin", MONDAY)
    assert [task[:2] for task in devlin.has_to()] == [(ref, "settle")]
    assert devlin.may(ref, "settle") == ["Record the discussion first."]
    with pytest.raises(Refused):
        as_("pascoe", MONDAY).takes(ref, "talk", how="by-message")
    settled(devlin, ref)


def test_a_conflict_that_was_settled_ends_by_itself_after_ten_school_days(as_, time_comes):
    ref = as_("harrow", MONDAY).tells("interest", **GIVEN["interest"])
    settled(as_("pascoe", MONDAY), ref)
    time_comes("2026-12-07 12:00")
    assert as_("harrow", "2026-12-07 12:00").opens(ref).case.state == "settled"
    time_comes("2026-12-08 18:00")
    assert as_("harrow", "2026-12-08 18:00").opens(ref).case.state == "closed"


@pytest.mark.parametrize("kind", ["declaration", "plan"])
def test_a_year_on_it_is_asked_whether_it_is_still_so(as_, time_comes, told, kind):
    ref = as_("harrow", MONDAY).tells(kind, **GIVEN[kind])
    settled(as_("pascoe", MONDAY), ref)
    time_comes("2027-11-22 10:00")
    assert as_("harrow", "2027-11-22 10:00").has_to() == []
    time_comes("2027-11-23 18:00")
    mine = as_("harrow", "2027-11-23 18:00")
    assert [task[:2] for task in mine.has_to()] == [(ref, "still-so")]
    assert told(ref)[-1] == ("harrow", "to-do")
    mine.takes(ref, "still-so")
    assert mine.opens(ref).case.state == "settled"
    time_comes("2028-11-24 08:00")
    again = as_("harrow", "2028-11-24 09:00")
    again.takes(ref, "changed", text="It is a podcast now.")
    assert again.opens(ref).case.state == "told"
    assert [task[:2] for task in as_("pascoe", "2028-11-24 09:00").has_to()] == [(ref, "settle")]


@pytest.mark.parametrize("kind", GIVEN)
def test_whoever_leaves_has_nothing_to_declare_any_more(as_, time_comes, kind):
    waits = as_("harrow", MONDAY).tells(kind, **GIVEN[kind])
    done = as_("harrow", MONDAY).tells(kind, **GIVEN[kind])
    settled(as_("pascoe", MONDAY), done)
    Person.objects.filter(pk=who("harrow")).update(left_on=london("2026-11-24 10:00").date())
    time_comes("2026-11-24 08:00")  # the last day itself
    assert as_("pascoe", "2026-11-24 09:00").opens(waits).case.state == WORKFLOWS[kind].first
    time_comes("2026-11-25 08:00")
    for ref in (waits, done):
        case = as_("pascoe", "2026-11-25 09:00").opens(ref).case
        assert (case.state in ("ended", "closed"), case.due_at) == (True, None)
    assert as_("pascoe", "2026-11-25 09:00").has_to() == []


def test_nobody_is_asked_in_place_of_whoever_has_left(as_, time_comes, told):
    ref, settled_late = (as_("standish", MONDAY).tells("offer", **GIVEN["offer"]) for _ in range(2))
    settled(as_("pascoe", MONDAY), ref)
    talked(as_("pascoe", MONDAY), settled_late)
    Person.objects.filter(pk=who("standish")).update(left_on=london(MONDAY).date())
    as_("pascoe", "2026-11-24 07:00").takes(settled_late, "settle", **NONE)
    assert ("standish", "to-do") not in told(settled_late)
    time_comes("2026-11-24 08:00")
    assert told(ref).count(("pascoe", "to-do")) == 1
    assert as_("pascoe", "2026-11-24 09:00").has_to() == []


@pytest.mark.parametrize("about", ["Nobody Atall", "Mr", "osei", "harrow\0", "okoropenn"])
def test_a_name_that_is_nobodys_or_several_peoples_is_asked_for_again(as_, about):
    with pytest.raises(BadField) as problem:
        as_("okoropenn", MONDAY).tells("interest", text="My blog.", about=about)
    assert problem.value.field == "about"
    assert as_("okoropenn", MONDAY).sees() == []


@pytest.mark.parametrize(
    ("day", "says"),
    [("2026-11-31", "could not read"), ("tomorrow", "could not read"), ("24/11/2026", "still to come"), ("1/1/1999", "years away")],
)
def test_a_day_that_cannot_be_is_one_sentence(as_, day, says):
    ref = as_("harrow", MONDAY).tells("offer", **GIVEN["offer"])
    with pytest.raises(BadField) as problem:
        as_("pascoe", MONDAY).takes(ref, "talk", how="met", met_on=day)
    assert (problem.value.field, says in str(problem.value.sentence)) == ("met_on", True)


def test_names_are_known_in_the_story(cast):
    assert names([who("harrow")])[who("harrow")].name == "Ms Mei-Lin Harrow"
