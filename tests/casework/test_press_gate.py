"""SNS-12 as a law: for one to five schools, in any order, heads away or too close, schools named late, nobody reaches "responded" while a
consultation is owed, and everybody can reach an end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from askfirst.casework import access, steps
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.gates import Refused
from askfirst.people.models import Absence, Holding, Person, Relative, School
from askfirst.people.standing import standing
from tests.cast import who
from tests.clock import london
from tests.proved import PROVED

NOON = london("2026-11-23 12:00")
DAY = date(2026, 11, 23)
SCHOOLS = ("northgate", "eastfield", "brannocks", "westbrook", "southmead")
HEADS = {"northgate": "devlin", "eastfield": "abernethy", "brannocks": "nwachukwu", "westbrook": "head-w", "southmead": "head-s"}
WHO_MAY_BE_ASKED = (*HEADS.values(), "obuya", "achterberg", "quarshie", "vasquez-thorne")
ENDS = ("respond", "decline", "hand-over")


def build_two_more_schools():
    for school in SCHOOLS[3:]:
        School.objects.create(
            id=school, name=school.title(), phase="secondary", student_word="student", phone="01632 960140", domain="x.example"
        )
        head = Person.objects.create_person(HEADS[school], name="Head", short="Head", kind="staff", school_id=school)
        Holding.objects.create(person=head, seat="head:" + school, order=1, starts=date(2020, 1, 1))


def skip(school, how, asker):
    """Take the school's Headteacher out of reach in one of the ways people are."""
    head = Person.objects.get(username=HEADS[school])
    if how == "away":
        Absence.objects.create(person=head, starts=DAY, ends=DAY, reason_class="sick")
    elif how == "relative" and head.pk != asker:
        Relative.objects.create(person=head, other_id=asker, how="sibling of", starts=date(2020, 1, 1))
    elif how == "left":
        Person.objects.filter(pk=head.pk).update(left_on=DAY - timedelta(days=1))


def someone(ref):
    return standing(ref, on=DAY)


def try_to_end(ref, asker, owed):
    """Each way out is shut exactly while something is owed, and the refusal names SNS-12 once for each."""
    for step in ENDS:
        if owed:
            with pytest.raises(Refused) as refused:
                steps.take(ref=ref, step=step, by=someone(asker), given={}, at=NOON)
            assert len(refused.value.refusals) == len(owed)
            assert {refusal.clause for refusal in refused.value.refusals} == {"SNS-12"}


def consult_one(ref, school):
    """Whoever the case has reached for this school gives advice; somebody always has been."""
    for person in Person.objects.filter(username__in=WHO_MAY_BE_ASKED).order_by("username"):
        by = someone(person.pk)
        for task in access.to_do(by, at=NOON):
            if (task.ref, task.step, task.of) == (ref, "consult", school):
                steps.take(ref=ref, step="consult", by=by, given={"advice": "Take your time."}, of=school, at=NOON)
                return person.pk
    raise AssertionError("nobody was reached for a school")


plans = st.fixed_dictionaries(
    {
        "schools": st.permutations(SCHOOLS).flatmap(lambda order: st.integers(1, 5).map(lambda many: order[:many])),
        "at_once": st.integers(0, 5),
        "ways": st.fixed_dictionaries({school: st.sampled_from(["there", "there", "away", "relative", "left"]) for school in SCHOOLS}),
        "asker": st.sampled_from(["harrow", "standish", "devlin", "abernethy", "osei", "achterberg", "rowbotham"]),
        "late_after": st.lists(st.integers(0, 5), min_size=5, max_size=5),
        "end": st.sampled_from(ENDS),
    }
)


def walk_many(**chosen):
    """Every plan in a savepoint of its own; how many were walked."""
    walked = []

    @settings(**chosen)
    @given(plan=plans)
    def walk(plan):
        with transaction.atomic():
            run(plan)
            transaction.set_rollback(True)
        walked.append(plan)

    walk()
    return len(walked)


@pytest.fixture
def five_schools(cast):
    build_two_more_schools()


def without(workflow, step, **changed):
    """The table with one step changed."""
    return replace(workflow, steps=tuple(replace(row, **changed) if row.id == step else row for row in workflow.steps))


def test_a_gate_left_open_is_noticed(five_schools, monkeypatch):
    monkeypatch.setitem(WORKFLOWS, "press", without(WORKFLOWS["press"], "decline", needs=()))
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        walk_many(max_examples=5, phases=(Phase.generate,))


def test_nobody_responds_while_a_consultation_is_owed_and_all_reach_an_end(five_schools):
    walked = walk_many() if PROVED else walk_many(max_examples=25)
    print("%d plans walked" % walked)
    assert walked >= 25


def run(plan):
    asker = who(plan["asker"])
    for school, how in plan["ways"].items():
        skip(school, how, asker)
    if not someone(asker).seats:
        return  # the asker is the one who left
    now, later = plan["schools"][: plan["at_once"]], list(plan["schools"][plan["at_once"] :])
    details = {"schools": now, "unsure_which": not now, "asked": "About a post"}
    ref = steps.open_case(kind="press", by=someone(asker), details=details, at=NOON)
    own_of_the_trust_lead = plan["asker"] == "achterberg"
    owed = ["trust"] if own_of_the_trust_lead else list(now)
    consulted = 0
    while owed or later or not (consulted or own_of_the_trust_lead):
        try_to_end(ref, asker, owed or (["which"] if not consulted else []))
        if later and (not owed or consulted >= plan["late_after"][len(later) - 1]):
            school = later.pop()
            steps.take(ref=ref, step="name-school", by=someone(asker), given={}, of=school, at=NOON)
            owed += [] if own_of_the_trust_lead else [school]
            continue
        whom = consult_one(ref, owed.pop(0)) if owed else None
        assert whom != asker
        consulted += 1
    steps.take(ref=ref, step=plan["end"], by=someone(asker), given={}, at=NOON)
    steps.take(ref=ref, step="finish", by=someone(asker), given={}, at=NOON)
    assert access.find(ref, someone(asker)).case.state == "closed"


def test_a_school_named_after_the_response_shuts_the_gate_again(as_):
    ref = as_("harrow", "2026-11-23 10:00").logs("northgate", asked="About a post")
    as_("devlin", "2026-11-23 10:05").takes(ref, "consult", advice="Fine.")
    as_("harrow", "2026-11-23 10:10").takes(ref, "respond")
    as_("harrow", "2026-11-23 10:15").takes(ref, "name-school", of="eastfield")
    opened = as_("harrow", "2026-11-23 10:16").opens(ref)
    assert opened.case.state == "pending"
    assert as_("harrow", "2026-11-23 10:16").may(ref, "respond") == [
        "Ask Mr Abernethy, for Eastfield Academy, before any response is given."
    ]


def test_an_answer_given_already_is_owned_up_to_and_the_consultation_is_still_owed(as_):
    ref = as_("harrow", "2026-11-23 10:00").logs("northgate", asked="About a post", answered_already=True)
    opened = as_("harrow", "2026-11-23 10:01").opens(ref)
    assert (opened.case.state, opened.file.has("own-up")) == ("pending", True)
    assert as_("harrow", "2026-11-23 10:01").may(ref, "respond") == [
        "Ask Ms Devlin-Shaw, for Northgate School, before any response is given."
    ]
