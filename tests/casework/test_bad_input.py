"""Bad input to casework: one sentence each, the field named, and nothing half done."""

import pytest

from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.handover import go_away
from askfirst.casework.models import Case
from askfirst.casework.steps import UnknownKind, UnknownStep, open_case
from askfirst.people.models import Person
from tests.access.channels import DRAFT
from tests.casework.test_one_change import everything
from tests.clock import london
from tests.groups import NORTHGATE, proposes

QUESTION = {"text": "Is this OK?", "to": "line-manager"}
PRESS = {"schools": ["northgate"], "asked": "About a post"}

BAD_OPENINGS = [
    ("harrow", "question", {"text": ""}, "text", "Write your question first."),
    ("harrow", "question", {"text": "  \n "}, "text", "Write your question first."),
    ("harrow", "question", {"text": 7}, "text", "This must be text. Send it as text."),
    ("harrow", "question", {"text": "x" * 10_001}, "text", "This is 10,001 characters long; we take 10,000. Please shorten it."),
    ("harrow", "question", {"text": "a\0b"}, "text", "There is a character here that cannot be kept. Take it out, then send again."),
    ("harrow", "question", {"text": "a\ud800b"}, "text", "There is a character here that cannot be kept. Take it out, then send again."),
    ("harrow", "question", {"to": "tutor"}, "to", "Choose who should answer."),
    ("farouk", "question", {"to": "line-manager"}, "to", "Choose who should answer."),
    ("harrow", "question", {"clause": "XYZ-1"}, "clause", "We do not know this clause. Leave it out, or name one such as BLG-3."),
    ("harrow", "question", {"post": "eastfield"}, "post", "You have no second post there. Leave this out to ask about your main post."),
    ("harrow", "question", {"reason": "none"}, "reason", "There is a field here we do not take. We take: clause, draft, event, post, text, to."),
    ("harrow", "press", {"schools": []}, "schools", "Say which schools it is about, or that it is about none, or that you are not sure."),
    ("harrow", "press", {"schools": ["hogfield"]}, "schools", "We do not know one of these schools. Choose from the Trust’s own."),
    ("harrow", "press", {"schools": 5}, "schools", "Send a list of names here."),
    ("harrow", "press", {"about_no_school": True}, "schools", "You named a school and also said it is about none. Choose one of the two."),
    ("harrow", "press", {"unsure_which": True}, "schools", "You named a school and also said you are not sure. Name those you know: you can add a school later."),
    ("harrow", "press", {"deadline": "2026-11-22T10:00+00:00"}, "deadline", "This time has passed. Give one that is still to come, or leave it empty."),
    ("harrow", "press", {"deadline": "soon"}, "deadline", "We could not read this time. Write it as in 15:00, or 2026-11-23T15:00+00:00."),
    ("harrow", "press", {"deadline": "9999-12-31T23:59:59-14:00"}, "deadline", "We could not read this time. Write it as in 15:00, or 2026-11-23T15:00+00:00."),
    ("harrow", "press", {"unsure_which": "perhaps"}, "unsure_which", "Say yes or no here."),
    ("harrow", "press", {"reporter": "Calloway"}, "reporter", "A reporter has a name, an outlet and a contact, each of them text."),
    ("harrow", "press", {"reporter": {"name": "x" * 201}}, "reporter", "This is 201 characters long; we take 200. Please shorten it."),
    ("harrow", "press", {"whose": "nobody"}, "whose", "We do not know this person. Leave this empty, and say in what they asked whose post it is."),
    ("farouk", "press", {"whose": "harrow"}, "whose", "We do not know this person. Leave this empty, and say in what they asked whose post it is."),
    ("harrow", "press", {"whose": "grange"}, "whose", "This person is not here as staff or student now. Leave this empty."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "changed", "field", "sentence"), BAD_OPENINGS)
def test_a_bad_opening_gets_one_sentence_and_leaves_nothing(as_, name, kind, changed, field, sentence):
    before = everything()
    good = QUESTION if kind == "question" else PRESS
    someone = as_(name, "2026-11-23 10:00")
    with pytest.raises(BadField) as problem:
        open_case(kind=kind, by=someone.by, details={**good, **changed}, at=someone.at)
    assert (problem.value.field, str(problem.value.sentence)) == (field, sentence)
    assert everything() == before


ANSWER = {"text": "Yes.", "strength": "Should", "clause": "BLG-3"}
BAD_STEPS = [
    ({"text": "x" * 1_000_000}, "text", "This is 1,000,000 characters long; we take 10,000. Please shorten it."),
    ({"strength": "Maybe"}, "strength", "That is not one of the choices. Choose one from the list."),
    ({"clause": ""}, "clause", "Name the clause your answer rests on, or tick “outside the procedure”."),
    ({"clause": "XYZ-99"}, "clause", "We do not know this clause. Leave it out, or name one such as BLG-3."),
    ({"outside": "maybe"}, "outside", "Say yes or no here."),
    ({"secret": "x"}, "secret", "There is a field here we do not take. We take: clause, outside, strength, text."),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "field", "sentence"), BAD_STEPS)
def test_a_bad_answer_gets_one_sentence_and_changes_nothing(as_, changed, field, sentence):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    before = everything()
    with pytest.raises(BadField) as problem:
        as_("pascoe", "2026-11-23 11:00").takes(ref, "answer", **{**ANSWER, **changed})
    assert (problem.value.field, str(problem.value.sentence)) == (field, sentence)
    assert everything() == before


def test_steps_that_should_have_been_done_by_yesterday_cannot_be_agreed(as_):
    ref = as_("harrow", "2026-11-23 10:00").tells("declaration", what="blog", topic="Trenches", says="no")
    as_("pascoe", "2026-11-23 11:00").takes(ref, "talk", how="by-message")
    before = everything()
    four = dict.fromkeys(("impartiality", "confidentiality", "conflict", "commercial"), True)
    with pytest.raises(BadField) as problem:
        as_("pascoe", "2026-11-23 11:05").takes(
            ref, "settle", outcome="managed", note="Agreed.", steps="A line on each page.", confirm_by="22/11/2026", **four
        )
    assert (problem.value.field, str(problem.value.sentence)) == (
        "confirm_by",
        "This day has passed. Give one that is still to come.",
    )
    assert everything() == before


def test_a_step_out_of_order_is_refused_by_where_it_stands(as_):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    before = everything()
    with pytest.raises(Refused) as refused:
        as_("harrow", "2026-11-23 10:05").takes(ref, "that-helps")
    assert [str(refusal.sentence) for refusal in refused.value.refusals] == [
        "This cannot be done now. It stands at: waiting for an answer."
    ]
    with pytest.raises(UnknownStep):
        as_("harrow", "2026-11-23 10:05").takes(ref, "approve")
    with pytest.raises(UnknownKind):
        open_case(kind="no-such-kind", by=as_("harrow", "2026-11-23 10:00").by, details={}, at=as_("harrow", "2026-11-23 10:00").at)
    assert everything() == before


@pytest.mark.parametrize("ref", ["", "K7M2QXRD", "k7m2qxrd", "..", "A" * 8, "x" * 10_000, "K7M2QXR\0", "１２３４５６７８"])
def test_what_was_never_a_case_is_missing(as_, ref):
    with pytest.raises(Missing):
        as_("harrow", "2026-11-23 10:05").opens(ref)
    with pytest.raises(Missing):
        as_("harrow", "2026-11-23 10:05").takes(ref, "withdraw")
    assert Case.objects.count() == 0


@pytest.mark.parametrize("of", ["hogfield", "northgate", "", "x" * 10_000])
def test_a_school_that_is_not_there_or_named_before(as_, of):
    ref = as_("harrow", "2026-11-23 10:00").logs("northgate", asked="About a post")
    before = everything()
    with pytest.raises(BadField) as problem:
        as_("harrow", "2026-11-23 10:05").takes(ref, "name-school", of=of)
    assert problem.value.field == "for"
    assert everything() == before


def test_a_parent_is_told_which_hat_to_wear(as_):
    with pytest.raises(Refused) as refused:
        as_("blenkinsop-g", "2026-11-23 10:00").asks()
    says = "You are here as a parent. This is for staff and students: change your hat first, or ring the school."
    assert [str(refusal.sentence) for refusal in refused.value.refusals] == [says]


# ---------------------------------------------------------------- whoever left yesterday is named


NOBODY_CALLED_SO = "Nobody else who works here is called so. Check the name."
FOUR_DAYS = {"starts": "2026-11-23", "ends": "2026-11-27"}


def as_second_of_a_page(as_):
    ref = as_("harrow", "2026-11-23 09:00").tells("page", name="Northgate history", purpose="Trips.")
    return lambda: as_("harrow", "2026-11-23 10:00").takes(ref, "people", second="lisle", successor="thackray")


def as_successor_of_a_page(as_):
    ref = as_("harrow", "2026-11-23 09:00").tells("page", name="Northgate history", purpose="Trips.")
    return lambda: as_("harrow", "2026-11-23 10:00").takes(ref, "people", second="thackray", successor="Mr Corentin Lisle-Adeyemi")


def as_second_of_a_group(as_):
    ref = proposes(NORTHGATE, "2026-11-23 09:00", second="")
    return lambda: as_("harrow", "2026-11-23 10:00").takes(ref, "second", second="lisle")


def as_organiser_of_an_event(as_):
    event = {"called": "The trip", "place": "The hall", "day": "2026-12-08", "rule": "not-recorded"}
    ref = as_("harrow", "2026-11-23 09:00").tells("event", **event)
    return lambda: as_("harrow", "2026-11-23 10:00").takes(ref, "hand-event", organiser="lisle")


def as_who_acts_for_them(as_):
    return lambda: go_away(as_("pascoe", "2026-11-23 10:00").by, {**FOUR_DAYS, "to": "lisle"}, at=london("2026-11-23 10:00"))


def as_whom_an_instruction_is_for(as_):
    return lambda: as_("pascoe", "2026-11-23 10:00").tells("instruction", whom="lisle", what="The exam paper", **DRAFT)


def as_whom_it_is_about(as_):
    return lambda: as_("harrow", "2026-11-23 10:00").tells("interest", text="My blog.", about="lisle")


@pytest.mark.parametrize(
    ("names", "field", "sentence"),
    [
        (as_second_of_a_page, "second", NOBODY_CALLED_SO),
        (as_successor_of_a_page, "successor", NOBODY_CALLED_SO),
        (as_second_of_a_group, "second", NOBODY_CALLED_SO),
        (as_organiser_of_an_event, "organiser", NOBODY_CALLED_SO),
        (as_who_acts_for_them, "to", "Nobody else who is employed here is called so. Check the name, or leave it empty."),
        (as_whom_an_instruction_is_for, "whom", "You manage nobody of that name today. Check the name, or ask whoever manages them."),
        (as_whom_it_is_about, "about", "Nobody who works here is called so. Check the name, or leave this empty."),
    ],
)
def test_whoever_left_yesterday_can_be_named_nowhere(as_, names, field, sentence):
    """Mr Lisle-Adeyemi, a day after he has left; until then he may be named everywhere, so that the refusal is about nothing else."""
    attempt = names(as_)
    Person.objects.filter(username="lisle").update(left_on="2026-11-22")
    before = everything()
    with pytest.raises(BadField) as refused:
        attempt()
    assert (refused.value.field, str(refused.value.sentence)) == (field, sentence)
    assert everything() == before
    Person.objects.filter(username="lisle").update(left_on="2026-11-23")
    attempt()
