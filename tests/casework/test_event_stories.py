"""S32, and what else the register of private events promises (workflows.md 3.11, reading A31, rulings 1, 2, 7 and 8)."""

from datetime import date

import pytest

from askfirst.casework import board, live, reading
from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case, CaseStep
from askfirst.people.models import Person
from askfirst.trail import chain
from askfirst.trail.models import Event as Line
from askfirst.trail.models import Notice
from askfirst.vault import seal
from tests.cast import who

pytestmark = pytest.mark.django_db

WORDS = "Please take no pictures at the rehearsal."
NATIVITY = {"called": "The nativity dress rehearsal", "place": "The hall", "day": "8/12/2026", "rule": "none", "notice": WORDS}


def registers(someone, **details):
    given = {**NATIVITY, **details}
    return someone.tells("event", **{name: held for name, held in given.items() if held})


@pytest.fixture
def nativity(as_):
    ref = registers(as_("finnis", "2026-12-01 10:00"))
    as_("finnis", "2026-12-03 09:00").takes(ref, "issue-notice")
    return ref


def read_by(someone):
    return board.events(someone.by)


def test_s32_the_notice_and_the_day_it_was_issued_are_in_the_record(as_, nativity):
    held = as_("finnis", "2026-12-09 10:00").opens(nativity)
    assert held.papers["details"]["notice"] == WORDS
    issued = held.file.last("issue-notice")
    assert (issued.at.date(), issued.by) == (date(2026, 12, 3), who("finnis"))
    (one,) = read_by(as_("tolland", "2026-12-09 10:00"))
    assert (one.notice, one.issued_on) == (WORDS, date(2026, 12, 3))


def test_s32_everyone_at_the_school_reads_what_it_is_when_and_its_rule(as_, nativity):
    for name in ("tolland", "nwachukwu", "langtree", "elowen", "finnis"):
        (one,) = read_by(as_(name, "2026-12-04 10:00"))
        assert (one.called, one.place, one.day, one.rule) == ("The nativity dress rehearsal", "The hall", date(2026, 12, 8), "none")


@pytest.mark.parametrize(
    "name", ["harrow", "standish", "kit", "osei", "wieczorek", "adelakun", "achterberg", "tamblyn-h", "grange", "quarshie"]
)
def test_s32_another_school_the_trust_and_a_parent_read_none_of_it(as_, nativity, name):
    assert read_by(as_(name, "2026-12-04 10:00")) == []
    with pytest.raises(Missing):
        as_(name, "2026-12-04 10:10").opens(nativity)


def test_s32_the_case_itself_is_the_organisers_alone(as_, nativity):
    for name in ("tolland", "nwachukwu", "elowen"):
        with pytest.raises(Missing):
            as_(name, "2026-12-04 10:10").opens(nativity)


def test_nobody_is_watched_reading_the_list(as_, nativity):
    before = (Line.objects.count(), Notice.objects.count(), CaseStep.objects.count())
    assert read_by(as_("tolland", "2026-12-04 10:00"))
    assert (Line.objects.count(), Notice.objects.count(), CaseStep.objects.count()) == before


def test_the_board_shows_no_word_of_any_other_field_and_of_no_other_kind(as_, nativity):
    finnis = as_("finnis", "2026-12-04 09:00")
    finnis.takes(nativity, "change-rule", rule="school", notice="Keep pictures in the school.", why="A parent of one child asked.")
    case = Case.objects.get(ref=nativity)
    asked = as_("harrow", "2026-12-04 10:00").asks("May I write of the rehearsal?")
    assert reading.on_the_board([case, Case.objects.get(ref=asked)]) == {
        nativity: {"called": "The nativity dress rehearsal", "place": "The hall", "notice": "Keep pictures in the school."}
    }
    assert {kind for kind, workflow in WORKFLOWS.items() if workflow.board} == {"event"}


def test_a_rule_that_changes_counts_at_once_and_its_notice_goes_out_again(as_, nativity):
    finnis = as_("finnis", "2026-12-04 09:00")
    finnis.takes(nativity, "change-rule", rule="public", notice="Pictures are welcome.", why="Every family said yes.")
    (one,) = read_by(as_("tolland", "2026-12-04 10:00"))
    assert (one.rule, one.notice, one.issued_on) == ("public", "Pictures are welcome.", None)
    as_("finnis", "2026-12-05 09:00").takes(nativity, "issue-notice")
    (one,) = read_by(as_("tolland", "2026-12-05 10:00"))
    assert one.issued_on == date(2026, 12, 5)
    assert "Every family" not in repr(one)


def test_a_reason_is_asked_for_whatever_changes(as_, nativity):
    for step, given in (("change-rule", {"rule": "public", "notice": "Welcome."}), ("call-off", {})):
        with pytest.raises(BadField) as refused:
            as_("finnis", "2026-12-04 09:00").takes(nativity, step, **given)
        assert refused.value.field == "why"


def test_taken_off_the_list_nobody_reads_it_any_more(as_, nativity):
    as_("finnis", "2026-12-04 09:00").takes(nativity, "call-off", why="It is cancelled.")
    assert read_by(as_("tolland", "2026-12-04 10:00")) == []
    assert as_("finnis", "2026-12-04 10:00").opens(nativity).case.state == "called-off"


def test_no_notice_goes_out_before_there_is_a_rule(as_):
    finnis = as_("finnis", "2026-12-01 10:00")
    ref = registers(finnis, rule="not-recorded", notice="")
    assert finnis.may(ref, "issue-notice") == ["There is no photo rule yet. Record one first, then issue the notice."]
    finnis.takes(ref, "change-rule", rule="none", notice=WORDS, why="We have agreed it.")
    assert finnis.may(ref, "issue-notice") == []


def test_the_window_closes_by_itself_fourteen_days_after_the_day(as_, nativity, time_comes):
    time_comes("2026-12-22 12:00")
    assert as_("finnis", "2026-12-22 12:00").opens(nativity).case.state == "issued"
    time_comes("2026-12-22 23:00")
    assert as_("finnis", "2026-12-23 12:00").opens(nativity).case.state == "closed"
    (one,) = read_by(as_("tolland", "2026-12-23 12:00"))
    assert [one.in_window(date(2026, 12, day)) for day in (8, 22, 23)] == [True, True, False]


def test_an_event_of_last_month_is_registered_and_closes_at_the_next_pass(as_, time_comes):
    ref = registers(as_("finnis", "2026-12-01 10:00"), day="2/11/2026")
    time_comes("2026-12-01 10:30")
    assert as_("finnis", "2026-12-01 11:00").opens(ref).case.state == "closed"
    assert len(read_by(as_("tolland", "2026-12-01 11:00"))) == 1


def test_it_leaves_the_list_a_year_after_its_window(as_, nativity):
    assert len(read_by(as_("finnis", "2027-12-22 10:00"))) == 1
    assert read_by(as_("finnis", "2027-12-23 10:00")) == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"called": ""}, "called"),
        ({"place": ""}, "place"),
        ({"day": "30/2/2027"}, "day"),
        ({"day": "1/11/2025"}, "day"),
        ({"day": "8/12/2099"}, "day"),
        ({"rule": ""}, "rule"),
        ({"rule": "some"}, "rule"),
        ({"notice": ""}, "notice"),
        ({"school": "northgate"}, "school"),
        ({"faces": "yes"}, "faces"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_registered(as_, wrong, field):
    with pytest.raises(BadField) as refused:
        registers(as_("finnis", "2026-12-01 10:00"), **wrong)
    assert refused.value.field == field
    assert not Case.objects.exists()


@pytest.mark.parametrize("name", ["elowen", "tamblyn-h", "wieczorek", "quarshie", "okoropenn/parent", "grange"])
def test_only_staff_of_a_school_register_its_events(as_, name):
    with pytest.raises(Refused) as refused:
        registers(as_(name, "2026-12-01 10:00"))
    assert [str(one.sentence) for one in refused.value.refusals] == ["Staff of a school register its events. Ask somebody who works there."]


def test_somebody_with_two_posts_says_at_which_school_it_is(as_):
    standish = as_("standish", "2026-12-01 10:00")
    ref = registers(standish, school="eastfield")
    assert Case.objects.get(ref=ref).school_id == "eastfield"
    assert [one.ref for one in read_by(as_("holloway", "2026-12-02 10:00"))] == [ref] == [one.ref for one in read_by(standish)]
    assert read_by(as_("harrow", "2026-12-02 10:00")) == []
    assert Case.objects.get(ref=registers(standish)).school_id == "northgate"


def test_s32_a_question_goes_to_the_organiser_when_it_is_sent_and_not_before(as_, nativity, told):
    tolland = as_("tolland", "2026-12-09 10:00")
    assert Notice.objects.filter(to=who("finnis")).count() == 0
    ref = tolland.asks("May I post the shepherds?", to="organiser", event=nativity)
    assert as_("finnis", "2026-12-09 10:10").has_to() == [(ref, "answer", "")]
    answer = {"text": "Please do not.", "strength": "Should not", "clause": "CON-3"}
    as_("finnis", "2026-12-09 10:20").takes(ref, "answer", of="1", **answer)
    assert tolland.opens(ref).case.state == "answered"


def test_no_answer_and_the_organisers_manager_is_asked_too(as_, nativity, time_comes):
    ref = as_("elowen", "2026-12-09 10:00").asks("May I show my costume?", to="organiser", event=nativity)
    for day in ("2026-12-10 18:00", "2026-12-11 18:00", "2026-12-14 18:00", "2026-12-15 18:00"):
        time_comes(day)
    assert (ref, "answer", "") in as_("nwachukwu", "2026-12-15 19:00").has_to()


def test_an_organiser_is_asked_by_their_own_school_alone_and_the_words_are_the_same_for_no_event(as_, nativity):
    def said(name, event):
        with pytest.raises(BadField) as refused:
            as_(name, "2026-12-09 10:00").asks(to="organiser", event=event)
        return refused.value.field, str(refused.value.sentence)

    assert said("harrow", nativity) == said("harrow", "BBBBBBBB") == said("tolland", "BBBBBBBB") == said("finnis", nativity)
    assert said("tolland", "")[1] == "Choose who should answer."
    Person.objects.filter(username="finnis").update(left_on=date(2026, 12, 8))
    assert said("tolland", nativity) == said("tolland", "BBBBBBBB")
    assert live.organiser_of("no reference", by=as_("tolland", "2026-12-09 10:00").by) == ""


def test_no_word_of_it_stands_in_the_trail_or_in_the_clear(as_, nativity):
    kept = repr(list(chain.events(nativity))) + repr(list(CaseStep.objects.values()))
    for word in ("nativity", "hall", "pictures"):
        assert word not in kept.lower()


def test_once_its_words_are_erased_it_is_on_no_list(as_, nativity):
    seal.destroy(nativity)
    assert read_by(as_("tolland", "2026-12-09 10:00")) == []


# ---------------------------------------------------------------- it is handed to somebody else


def test_an_event_is_handed_to_somebody_else_of_the_school_who_has_it_from_then_on(as_, nativity, told):
    as_("finnis", "2026-12-04 09:00").takes(nativity, "hand-event", organiser="Mr Emrys Tolland")
    assert {one.to for one in Notice.objects.filter(case=nativity)} == {who("tolland")}
    tolland, finnis = as_("tolland", "2026-12-04 10:00"), as_("finnis", "2026-12-04 10:00")
    (one,) = read_by(as_("langtree", "2026-12-04 10:00"))
    assert one.organiser == who("tolland")
    assert live.organiser_of(nativity, by=as_("langtree", "2026-12-04 10:00").by) == who("tolland")
    assert live.organises_at(tolland.by) == {"brannocks"}
    assert live.organises_at(finnis.by) == set()
    tolland.takes(nativity, "change-rule", rule="school", notice="Keep pictures in the school.", why="Two families asked.")
    tolland.takes(nativity, "issue-notice")
    ref = as_("elowen", "2026-12-04 11:00").asks("May I show my costume?", to="organiser", event=nativity)
    assert (as_("tolland", "2026-12-04 11:10").has_to(), finnis.has_to()) == ([(ref, "answer", "")], [])


def test_whoever_handed_it_on_reads_it_still_and_does_nothing_more(as_, nativity):
    finnis = as_("finnis", "2026-12-04 09:00")
    finnis.takes(nativity, "hand-event", organiser="tolland")
    held = finnis.opens(nativity)
    assert held.papers["details"]["called"] == "The nativity dress rehearsal"
    assert [offer.step.id for offer in held.offers if not offer.refusals] == []
    for step, given in (
        ("change-rule", {"rule": "public", "notice": "Welcome.", "why": "All said yes."}),
        ("call-off", {"why": "It is cancelled."}),
        ("hand-event", {"organiser": "langtree"}),
    ):
        with pytest.raises(Refused):
            finnis.takes(nativity, step, **given)


def test_it_goes_on_from_hand_to_hand_and_back_again(as_, nativity):
    as_("finnis", "2026-12-04 09:00").takes(nativity, "hand-event", organiser="tolland")
    as_("tolland", "2026-12-04 10:00").takes(nativity, "hand-event", organiser="langtree")
    with pytest.raises(Refused):
        as_("tolland", "2026-12-04 10:30").takes(nativity, "call-off", why="It is cancelled.")
    as_("langtree", "2026-12-04 11:00").takes(nativity, "hand-event", organiser="Mr Bartholomew Finnis")
    as_("finnis", "2026-12-04 12:00").takes(nativity, "call-off", why="It is cancelled.")
    assert as_("finnis", "2026-12-04 13:00").opens(nativity).case.state == "called-off"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "Name who organises it from now on."),
        ("Mr Finnis", "Nobody else who works here is called so. Check the name."),  # it is theirs already
        ("Nobody Atall", "Nobody else who works here is called so. Check the name."),
        ("Elowen Tamblyn", "Name somebody who is employed here, not through an agency."),
        ("Mrs Hester Tamblyn", "Name somebody who is employed here, not through an agency."),
        ("farrant", "Name somebody who is employed here, not through an agency."),
        ("harrow", "Name somebody who works at this school."),
        ("wieczorek", "Name somebody who works at this school."),
        ("grange", "Nobody else who works here is called so. Check the name."),
        ("x" * 1_000_000, "This is 1,000,000 characters long; we take 200. Please shorten it."),
        ("Mr\0 Tolland", "There is a character here that cannot be kept. Take it out, then send again."),
    ],
)
def test_whom_it_cannot_be_handed_to_is_one_sentence_and_it_stays_where_it_is(as_, nativity, name, says):
    with pytest.raises(BadField) as refused:
        as_("finnis", "2026-12-04 09:00").takes(nativity, "hand-event", organiser=name)
    assert (refused.value.field, str(refused.value.sentence)) == ("organiser", says)
    (one,) = read_by(as_("langtree", "2026-12-04 10:00"))
    assert one.organiser == who("finnis")


def test_handed_on_it_falls_to_the_line_manager_of_whoever_has_it_now(as_, nativity, time_comes):
    """Mr Tolland leaves; that Mr Finnis left as well changes nothing until then."""
    as_("finnis", "2026-12-04 09:00").takes(nativity, "hand-event", organiser="tolland")
    leaves("finnis", "2026-12-05")
    time_comes("2026-12-07 08:30")
    assert not Case.objects.get().steps.filter(step="new-organiser", by=None, seat="person:" + who("nwachukwu")).exists()
    leaves("tolland", "2026-12-07")
    time_comes("2026-12-08 08:30")
    (one,) = read_by(as_("langtree", "2026-12-08 09:00"))
    assert one.organiser == who("nwachukwu"), "Mr Finnis, who manages Mr Tolland, has left too"


def test_when_its_window_closes_whoever_has_it_hears(as_, nativity, told, time_comes):
    as_("finnis", "2026-12-04 09:00").takes(nativity, "hand-event", organiser="tolland")
    time_comes("2026-12-22 23:00")
    assert [notice.to for notice in Notice.objects.filter(case=nativity)] == [who("tolland"), who("tolland")]


# ---------------------------------------------------------------- the organiser leaves


def leaves(name, on):
    Person.objects.filter(username=name).update(left_on=on)


def test_an_event_whose_organiser_has_left_is_the_line_managers(as_, nativity, time_comes, told):
    """Mr Finnis leaves on the day before; Mrs Nwachukwu, who manages him, changes the rule, and the list names her."""
    leaves("finnis", "2026-12-07")
    time_comes("2026-12-07 08:30")
    with pytest.raises(Missing):
        as_("nwachukwu", "2026-12-07 09:00").opens(nativity)
    time_comes("2026-12-08 08:30")
    head = as_("nwachukwu", "2026-12-08 09:00")
    assert ("nwachukwu", "news") in told(nativity)
    (one,) = read_by(as_("tolland", "2026-12-08 09:00"))
    assert one.organiser == who("nwachukwu")
    head.takes(nativity, "change-rule", rule="school", notice="Keep pictures in the school.", why="Two families asked.")
    head.takes(nativity, "issue-notice")
    assert live.organiser_of(nativity, by=as_("tolland", "2026-12-08 09:00").by) == who("nwachukwu")
    assert live.organises_at(head.by) == {"brannocks"}
    assert as_("finnis", "2026-12-08 10:00").sees() == []
    time_comes("2026-12-08 12:00")
    assert Case.objects.get().steps.filter(step="new-organiser").count() == 1


def test_it_falls_to_the_next_one_up_where_the_line_manager_leaves_too(as_, nativity, time_comes):
    leaves("finnis", "2026-12-07")
    time_comes("2026-12-08 08:30")
    leaves("nwachukwu", "2026-12-09")
    time_comes("2026-12-10 08:30")
    as_("achterberg", "2026-12-10 09:00").takes(nativity, "call-off", why="It is over.")
    assert as_("nwachukwu", "2026-12-10 09:00").sees() == []


def test_what_is_over_falls_to_nobody(as_, nativity, time_comes):
    as_("finnis", "2026-12-04 09:00").takes(nativity, "call-off", why="It does not take place.")
    leaves("finnis", "2026-12-07")
    time_comes("2026-12-08 08:30")
    assert not Case.objects.get().steps.filter(step="new-organiser").exists()
