"""Whom a family is in a student's matter, and what each of them reads: two households, brothers and sisters, safe contact, care, 18 and over."""

import json
from datetime import date

import pytest

from askfirst.casework import access, as_json
from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case, CaseCall
from askfirst.people.models import Care, Guardian, Holding, MayNotContact, Person
from askfirst.trail.models import Notice
from tests.cast import who
from tests.clock import london
from tests.onward import sent_on

pytestmark = pytest.mark.django_db

DAY = "2026-11-25 "
TALK = {"talked_on": "2026-11-25", "notes": "We looked at the story together.", "support": "None"}
TOLD = {"told_on": "2026-11-25", "way": "rang"}
SUMMARY = "They posted a story about somebody."


@pytest.fixture
def found(as_):
    """A record about somebody in which misconduct was found; whoever deals with it at a time of that day."""

    def story(about, *, lead="whitlam", year="qureshi", **more):
        ref = sent_on("student-route", about, by=as_("tolland", DAY + "09:00").by, at=london(DAY + "09:01"), **more)
        as_(lead, DAY + "10:00").takes(ref, "let-talk")
        as_(year, DAY + "10:10").takes(ref, "record-talk", **TALK)
        as_(year, DAY + "10:20").takes(ref, "take-account", text="I put it up.")
        as_(year, DAY + "10:30").takes(ref, "find", outcome="misconduct", reason="The story is there to see.")
        return ref

    return story


def grown_up(username, *children, kind="parent", has_pr=True):
    ref = "BCDFGH%s" % username[:2].upper().translate(str.maketrans("AEIOU01", "BCDFGHJ"))
    one = Person.objects.create_person(
        username, ref=ref, name="Mrs %s Blenkinsop" % username.title(), short="Mrs Blenkinsop", kind=kind, school_id="northgate"
    )
    for child in children:
        Guardian.objects.create(adult=one, student_id=who(child), has_pr=has_pr, may_contact=True)
    return one


def told_at_home(as_, ref, year="qureshi", **whom):
    as_(year, DAY + "11:00").takes(ref, "write-summary", summary=SUMMARY)
    as_(year, DAY + "11:10").takes(ref, "tell-parent", **TOLD, **whom)


def ends(as_, ref, year="qureshi", at="12:30"):
    as_(year, DAY + "12:00").takes(ref, "restorative", reason="They say sorry.")
    as_(year, DAY + at).takes(ref, "close-record", result="It is mended now.")


def shuts(student, adult, since="2026-11-25"):
    MayNotContact.objects.create(student_id=who(student), who_id=adult, set_by_id=who("whitlam"), starts=date.fromisoformat(since))


def no_more(as_, name, ref, when):
    someone = as_(name, when)
    with pytest.raises(Missing):
        someone.opens(ref)
    return someone.sees() == []


# ---------------------------------------------------------------- two households


def test_of_two_households_each_is_told_by_name_and_knows_nothing_of_the_other(as_, found):
    mother = grown_up("wynne", "jorah")
    ref = found("jorah", hurt=("kit",))
    as_("qureshi", DAY + "11:00").takes(ref, "write-summary", summary=SUMMARY)
    with pytest.raises(BadField) as wrong:  # which of the two?
        as_("qureshi", DAY + "11:10").takes(ref, "tell-parent", **TOLD)
    assert str(wrong.value.sentence) == "Name somebody who may be told, as this page has them."
    as_("qureshi", DAY + "11:10").takes(ref, "tell-parent", who="Mrs Wynne Blenkinsop", **TOLD)
    assert as_("wynne", DAY + "11:20").sees() == [ref] and as_("blenkinsop-g", DAY + "11:20").sees() == []
    as_("qureshi", DAY + "11:30").takes(ref, "tell-parent", who="mr gareth blenkinsop", **TOLD)
    for name, other in (("wynne", "blenkinsop-g"), ("blenkinsop-g", "wynne")):
        opened = as_(name, DAY + "11:40").opens(ref)
        all_of_it = json.dumps(as_json.case_json(opened)) + str(opened.file) + str(opened.reached)
        assert list(opened.papers.values()) == [{"summary": SUMMARY}]
        hidden = (who(other), who("kit"), who("jorah"), "Gareth", "Wynne", "rang", "person:", "year-lead")
        assert [word for word in hidden if word in all_of_it] == []
    assert mother.ref != who("blenkinsop-g")


def test_somebody_without_parental_responsibility_is_not_among_them_nor_one_who_has_left(as_, found):
    grown_up("wynne", "jorah", has_pr=False)
    gone = grown_up("odile", "jorah")
    gone.is_active = False
    gone.save()
    ref = found("jorah")
    as_("qureshi", DAY + "11:00").takes(ref, "write-summary", summary=SUMMARY)
    for name in ("Mrs Wynne Blenkinsop", "odile"):
        with pytest.raises(BadField):
            as_("qureshi", DAY + "11:10").takes(ref, "tell-parent", who=name, **TOLD)
    as_("qureshi", DAY + "11:20").takes(ref, "tell-parent", **TOLD)  # one is left, and is meant
    assert as_("blenkinsop-g", DAY + "11:30").sees() == [ref]


# ---------------------------------------------------------------- brothers and sisters, and whom it hurt


def test_brother_and_sister_have_a_record_each_and_neither_finds_the_others(as_, found):
    jorah, maisie = found("jorah", hurt=("kit",)), found("maisie", hurt=("kit",), year="makoni")
    assert as_("jorah", DAY + "11:00").sees() == [jorah] and as_("maisie", DAY + "11:00").sees() == [maisie]
    for name, other in (("jorah", maisie), ("maisie", jorah), ("kit", jorah), ("okoropenn/parent", maisie)):
        with pytest.raises(Missing):
            as_(name, DAY + "11:00").opens(other)


@pytest.mark.parametrize(
    "name",
    ["Maisie", "maisie", "MAISIE’S", "Maisie Blenkinsop", "Kit", "kit", "Okoro", "Okoro-Penn", "Penn", "Amina Farouk-Wells", "Makoni"],
)
def test_no_name_of_a_sibling_or_of_whom_it_hurt_is_in_what_a_family_reads(as_, found, name):
    ref = found("jorah", hurt=("kit", "makoni"))
    for step, field in (("write-summary", "summary"), ("close-record", "result")):
        if step == "close-record":
            told_at_home(as_, ref)
            as_("qureshi", DAY + "12:00").takes(ref, "restorative", reason="They say sorry.")
        with pytest.raises(BadField) as wrong:
            as_("qureshi", DAY + "12:10").takes(ref, step, **{field: "Jorah wrote it with %s." % name})
        said = str(wrong.value.sentence)
        assert wrong.value.field == field and not {"sister", "roll", "hurt"} & set(said.split())


def test_his_own_name_and_a_title_stay(as_, found):
    ref = found("jorah", hurt=("kit", "makoni"))
    for summary in ("Jorah Blenkinsop posted a story.", "Mr Blenkinsop was asked in. Mrs Whitlam was there."):
        as_("qureshi", DAY + "11:00").takes(ref, "write-summary", summary=summary)


def test_who_told_of_it_cannot_be_found_out_by_trying_names(as_, found):
    """A surname of somebody on the roll alone is taken or not by whom it hurt, never by who told of it."""
    ref = sent_on("student-route", "jorah", by=as_("farouk", DAY + "09:00").by, at=london(DAY + "09:01"), hurt=("kit",))
    as_("whitlam", DAY + "10:00").takes(ref, "let-talk")
    for surname in ("Wells", "Tamblyn"):
        as_("qureshi", DAY + "10:30").takes(ref, "write-summary", summary="Ring %s about Jorah." % surname)


# ---------------------------------------------------------------- safe contact that changes


def test_a_parent_who_may_be_told_no_more_reads_and_hears_nothing_from_then_on(as_, found):
    ref = found("jorah")
    told_at_home(as_, ref)
    father = who("blenkinsop-g")
    assert as_("blenkinsop-g", DAY + "11:20").sees() == [ref]
    before = Notice.objects.filter(case=ref, to=father).count()
    shuts("jorah", father)
    ends(as_, ref)  # the first step after it lets them out, before anything more is written
    assert no_more(as_, "blenkinsop-g", ref, DAY + "12:40")
    assert Notice.objects.filter(case=ref, to=father).count() == before
    assert "mended" in str(as_("jorah", DAY + "12:40").opens(ref).papers)  # the student hears of the end as ever
    assert [one for one in access.differences() if one.ref == ref] == []


def test_whoever_was_let_out_stays_out_until_they_are_told_again(as_, found, time_comes):
    """The mark is gone the next day; nobody has told him anew, and the end is none of his."""
    ref = found("jorah")
    told_at_home(as_, ref)
    shuts("jorah", who("blenkinsop-g"))
    time_comes("2026-11-25 18:00")
    MayNotContact.objects.all().delete()
    assert no_more(as_, "blenkinsop-g", ref, "2026-11-26 08:10")
    year = as_("qureshi", "2026-11-26 09:00")
    year.takes(ref, "restorative", reason="They say sorry.")
    year.takes(ref, "close-record", result="It is mended now.")
    assert no_more(as_, "blenkinsop-g", ref, "2026-11-26 09:10")


def test_a_finished_record_shuts_too_in_the_morning(as_, found, time_comes):
    ref = found("jorah")
    told_at_home(as_, ref)
    ends(as_, ref)
    assert as_("blenkinsop-g", DAY + "12:40").sees() == [ref]
    shuts("jorah", who("blenkinsop-g"))
    time_comes("2026-11-26 08:00")
    assert no_more(as_, "blenkinsop-g", ref, "2026-11-26 08:10")
    version = Case.objects.get(ref=ref).version
    time_comes("2026-11-27 08:00")
    assert (Case.objects.get(ref=ref).version, Case.objects.get(ref=ref).state) == (version, "finished")  # once


def test_what_a_lock_shuts_opens_again_but_not_to_a_parent_who_may_not(as_, found):
    grown_up("wynne", "jorah")
    ref = found("jorah")
    told_at_home(as_, ref, who="Mrs Wynne Blenkinsop")
    as_("qureshi", DAY + "11:20").takes(ref, "tell-parent", who="Mr Gareth Blenkinsop", **TOLD)
    as_("qureshi", DAY + "11:30").takes(ref, "flag", reason="He spoke of being hurt.")
    for name in ("wynne", "blenkinsop-g"):
        assert no_more(as_, name, ref, DAY + "11:40")
    shuts("jorah", who("blenkinsop-g"))
    as_("whitlam", DAY + "11:50").takes(ref, "let-talk")
    assert as_("wynne", DAY + "12:00").sees() == [ref] and no_more(as_, "blenkinsop-g", ref, DAY + "12:00")
    MayNotContact.objects.all().delete()
    as_("qureshi", DAY + "12:10").takes(ref, "tell-parent", who="Mr Gareth Blenkinsop", **TOLD)
    assert as_("blenkinsop-g", DAY + "12:20").sees() == [ref]  # told again, on a day on which he may be
    as_("qureshi", DAY + "12:30").takes(ref, "flag", reason="He spoke of it again.")
    as_("whitlam", DAY + "12:40").takes(ref, "let-talk")
    assert as_("blenkinsop-g", DAY + "12:50").sees() == [ref]


def test_a_mark_of_another_day_or_for_another_child_shuts_nothing(as_, found):
    shuts("jorah", who("blenkinsop-g"), since="2026-11-26")
    shuts("maisie", who("blenkinsop-g"))
    ref = found("jorah")
    told_at_home(as_, ref)
    assert as_("blenkinsop-g", DAY + "11:20").sees() == [ref]
    other = found("maisie", year="makoni")
    as_("makoni", DAY + "11:00").takes(other, "write-summary", summary=SUMMARY)
    with pytest.raises(BadField):
        as_("makoni", DAY + "11:10").takes(other, "tell-parent", **TOLD)
    assert as_("blenkinsop-g", DAY + "11:20").sees() == [ref]


# ---------------------------------------------------------------- 18 and over, and looked after, while it goes on


def test_a_student_who_turns_18_on_the_way_is_told_alone(as_, found):
    Person.objects.filter(pk=who("jorah")).update(born=date(2008, 11, 26))
    ref = found("jorah")
    told_at_home(as_, ref)
    with pytest.raises(Refused) as refused:
        as_("qureshi", "2026-11-26 11:00").takes(ref, "tell-parent", **{**TOLD, "told_on": "2026-11-26"})
    assert [str(one.sentence) for one in refused.value.refusals] == ["The student is 18 or over. Only the student is told."]
    as_("qureshi", "2026-11-26 12:00").takes(ref, "restorative", reason="They say sorry.")
    as_("qureshi", "2026-11-26 12:10").takes(ref, "close-record", result="It is mended now.")
    assert no_more(as_, "blenkinsop-g", ref, "2026-11-26 12:20")


def test_at_18_nothing_more_is_owed_at_home(as_, found, time_comes):
    Person.objects.filter(pk=who("jorah")).update(born=date(2008, 11, 26))
    ref = found("jorah")
    assert CaseCall.objects.filter(case__ref=ref, step="write-summary", ended_at=None).exists()
    time_comes("2026-11-26 08:00")
    assert list(CaseCall.objects.filter(case__ref=ref, ended_at=None).values_list("step", flat=True)) == ["act"]


def test_a_student_who_comes_into_care_on_the_way_has_their_carers_told_and_no_parent(as_, found, time_comes):
    ref = found("jorah")
    told_at_home(as_, ref)
    Care.objects.create(student_id=who("jorah"), who_id=who("strand"), how="social worker")
    Care.objects.create(student_id=who("jorah"), who_id=who("attwater"), how="carer")
    time_comes("2026-11-26 08:00")
    assert no_more(as_, "blenkinsop-g", ref, "2026-11-26 08:10")
    tasks = CaseCall.objects.filter(case__ref=ref, ended_at=None, step__startswith="tell-")
    assert sorted(task.step for task in tasks) == ["tell-carer", "tell-social-worker"]
    year = as_("qureshi", "2026-11-26 09:00")
    year.takes(ref, "restorative", reason="They say sorry.")
    with pytest.raises(Refused) as refused:
        year.takes(ref, "close-record", result="It is mended now.")
    assert [str(one.sentence) for one in refused.value.refusals] == ["First those who look after the student are told of this."]


def into_care(student="jorah"):
    for name, how in (("strand", "social worker"), ("attwater", "carer")):
        Care.objects.create(student_id=who(student), who_id=who(name), how=how)


def tasks_of(ref):
    return sorted(CaseCall.objects.filter(case__ref=ref, ended_at=None).values_list("step", flat=True))


def test_care_that_ends_on_the_way_brings_the_parent_back_and_asks_no_carer(as_, found, time_comes):
    """Nobody had been told yet: the next morning the parent is owed word, and is offered again."""
    into_care()
    ref = found("jorah")
    assert tasks_of(ref) == ["act", "tell-carer", "tell-social-worker"]
    Care.objects.filter(student=who("jorah")).delete()
    time_comes("2026-11-26 08:00")
    assert tasks_of(ref) == ["act", "write-summary"]
    year = as_("qureshi", "2026-11-26 09:00")
    year.takes(ref, "write-summary", summary=SUMMARY)
    year.takes(ref, "restorative", reason="They say sorry.")
    with pytest.raises(Refused) as refused:
        year.takes(ref, "close-record", result="It is mended now.")
    assert [str(one.sentence) for one in refused.value.refusals] == [
        "First a parent or carer is told, or the safeguarding lead says why not."
    ]
    year.takes(ref, "tell-parent", **TOLD)
    assert as_("blenkinsop-g", "2026-11-26 09:10").sees() == [ref]
    year.takes(ref, "close-record", result="It is mended now.")
    assert Case.objects.get(ref=ref).state == "finished"
    assert [one for one in access.differences() if one.ref == ref] == []


def test_care_that_ends_after_the_carers_were_told_owes_nobody_word_again(as_, found, time_comes):
    into_care()
    ref = found("jorah")
    for step in ("tell-social-worker", "tell-carer"):
        as_("qureshi", DAY + "11:00").takes(ref, step, **TOLD)
    Care.objects.filter(student=who("jorah")).delete()
    time_comes("2026-11-26 08:00")
    assert tasks_of(ref) == ["act"]
    year = as_("qureshi", "2026-11-26 09:00")
    year.takes(ref, "restorative", reason="They say sorry.")
    year.takes(ref, "close-record", result="It is mended now.")
    assert Case.objects.get(ref=ref).state == "finished" and as_("blenkinsop-g", "2026-11-26 09:10").sees() == []


def test_care_that_ends_with_nobody_we_may_tell_goes_to_the_lead_and_care_may_begin_again(as_, found, time_comes):
    into_care()
    ref = found("jorah")
    shuts("jorah", who("blenkinsop-g"))
    Care.objects.filter(student=who("jorah")).delete()
    time_comes("2026-11-26 08:00")
    assert tasks_of(ref) == ["act", "not-told"] and (ref, "not-told", "") in as_("whitlam", "2026-11-26 08:10").has_to()
    into_care()
    time_comes("2026-11-27 08:00")
    assert tasks_of(ref) == ["act", "tell-carer", "tell-social-worker"]
    steps = [one.step for one in Case.objects.get(ref=ref).steps.order_by("sequence")]
    assert [step for step in steps if step in ("is-looked-after", "care-is-over")] == ["is-looked-after", "care-is-over", "is-looked-after"]


# ---------------------------------------------------------------- a parent who works there


def test_a_parent_who_is_head_of_year_deals_with_nothing_and_reads_as_a_parent_alone(as_):
    Guardian.objects.create(adult_id=who("qureshi"), student_id=who("farouk"), has_pr=True, may_contact=True)
    ref = sent_on("student-route", "farouk", by=as_("tolland", DAY + "09:00").by, at=london(DAY + "09:01"))
    as_("whitlam", DAY + "10:00").takes(ref, "let-talk")
    assert no_more(as_, "qureshi", ref, DAY + "10:05")
    year = as_("obuya", DAY + "10:10")
    for step, given in (
        ("record-talk", TALK),
        ("take-account", {"text": "I put it up."}),
        ("find", {"outcome": "misconduct", "reason": "So."}),
        ("write-summary", {"summary": SUMMARY}),
    ):
        year.takes(ref, step, **given)
    as_("obuya", DAY + "11:00").takes(ref, "tell-parent", who="Ms Farah Qureshi-Dale", **TOLD)
    assert no_more(as_, "qureshi", ref, DAY + "11:10")
    mother = as_("qureshi/parent", DAY + "11:10")
    assert list(mother.opens(ref).papers.values()) == [{"summary": SUMMARY}]
    assert [offer for offer in mother.opens(ref).offers if offer.mine] == []


def test_a_safeguarding_lead_who_is_the_mother_clears_nothing(as_):
    Guardian.objects.create(adult_id=who("whitlam"), student_id=who("farouk"), has_pr=True, may_contact=True)
    ref = sent_on("student-route", "farouk", by=as_("tolland", DAY + "09:00").by, at=london(DAY + "09:01"))
    assert no_more(as_, "whitlam", ref, DAY + "09:10")
    assert (ref, "let-talk", "") in as_("dunmore", DAY + "09:10").has_to()
    assert Holding.objects.filter(seat="dsl:northgate", person_id=who("whitlam")).exists()
