"""Understood, not ticked, as rules: whose campaign it is, which clauses, which questions, from which day, and when a reminder is due. S48."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.adoption.understood import (
    CENTRAL,
    MARKS,
    OUTSTANDING,
    PRESS,
    STANDS,
    Asked,
    Audience,
    Kept,
    Member,
    Span,
    State,
    clauses_for,
    digest_of,
    drawn,
    in_audience,
    mark_due,
    own_span,
    signs,
    state_of,
    wording,
)  # fmt: skip
from askfirst.people.calendar import Calendar
from askfirst.procedure.clause import Addressee
from askfirst.procedure.load import the_edition
from askfirst.procedure.scenarios import the_scenarios

EDITION, SCENARIOS = the_edition(), the_scenarios()
CALENDAR = Calendar(
    terms=(
        (date(2026, 9, 3), date(2026, 12, 18), date(2026, 10, 26), date(2026, 10, 30)),
        (date(2027, 1, 5), date(2027, 3, 25), date(2027, 2, 15), date(2027, 2, 19)),
    ),
    inset=frozenset({date(2027, 1, 4), date(2026, 11, 27)}),
)
OPENS, CLOSES = date(2027, 1, 11), date(2027, 2, 12)
ASKED = Asked("BCDFGHJK", "2027-01", frozenset({Audience.STAFF}), frozenset(), OPENS, CLOSES)
TEACHER = Member("TTTTTTTT", student=False, schools=frozenset({"eastfield"}))
MANAGER = Member("MMMMMMMM", student=False, schools=frozenset({"eastfield"}), manages=True)
HEAD = Member("HHHHHHHH", student=False, schools=frozenset({"eastfield"}), manages=True, for_trust=True)
CENTRAL_TEAM = Member("CCCCCCCC", student=False, schools=frozenset({CENTRAL}))
STUDENT = Member("SSSSSSSS", student=True, schools=frozenset({"northgate"}))


@pytest.mark.parametrize(
    ("audience", "schools", "are"),
    [
        ({"staff"}, set(), {TEACHER, MANAGER, HEAD, CENTRAL_TEAM}),
        ({"manager"}, set(), {MANAGER, HEAD}),
        ({"student"}, set(), {STUDENT}),
        ({"staff", "student"}, {"northgate"}, {STUDENT}),
        ({"staff"}, {CENTRAL}, {CENTRAL_TEAM}),
        ({"staff", "student"}, {"eastfield", CENTRAL}, {TEACHER, MANAGER, HEAD, CENTRAL_TEAM}),
        ({"manager"}, {"northgate"}, set()),
    ],
)
def test_whose_campaign_it_is(audience, schools, are) -> None:
    asked = Asked("B", "e", frozenset(map(Audience, audience)), frozenset(schools), OPENS, CLOSES)
    assert {one for one in (TEACHER, MANAGER, HEAD, CENTRAL_TEAM, STUDENT) if in_audience(asked, one)} == are


@pytest.mark.parametrize(
    ("member", "whose", "how_many"),
    [
        (TEACHER, {"staff", "both"}, 29 + 25),
        (MANAGER, {"staff", "both", "manager"}, 29 + 25 + 4),
        (HEAD, {"staff", "both", "manager", "trust"}, 29 + 25 + 4 + 4),
        (STUDENT, {"student", "both"}, 29 + 3),
    ],
)
def test_only_the_clauses_for_me(member, whose, how_many) -> None:
    """By hand from the pack: 29 for both, 25 for staff alone, 4 for managers, 4 for the Trust, 3 for students."""
    mine = clauses_for(EDITION, member)
    assert {clause.addressee.value for clause in mine} == whose
    assert len(mine) == how_many


def test_only_what_changed_since_i_last_read() -> None:
    changed = {"PRI-1", "DIS-3", "MAN-1"}
    assert [clause.id for clause in clauses_for(EDITION, TEACHER, changed=changed)] == ["PRI-1"]
    assert [clause.id for clause in clauses_for(EDITION, STUDENT, changed=changed)] == ["PRI-1", "DIS-3"]
    assert clauses_for(EDITION, TEACHER, changed=set()) == ()


def test_the_words_shown_are_kept_by_their_digest() -> None:
    mine = clauses_for(EDITION, TEACHER)
    words = wording(EDITION, mine, student=False)
    assert words.endswith("I have read this") and "agree" not in str(PRESS).lower()
    assert digest_of(words) == digest_of(wording(EDITION, mine, student=False))
    assert len(digest_of(words)) == 64
    others = {digest_of(wording(EDITION, mine[:-1], student=False)), digest_of(wording(EDITION, mine, student=True))}
    assert digest_of(words) not in others and len(others) == 2
    assert "bully anyone" in wording(EDITION, clauses_for(EDITION, STUDENT), student=True)


people = st.text("BCDFGHJKLMNP", min_size=8, max_size=8)


@given(person=people, campaign=people, member=st.sampled_from([TEACHER, MANAGER, HEAD, STUDENT]))
def test_three_questions_of_my_own_clauses_the_same_each_time(person, campaign, member) -> None:
    mine = clauses_for(EDITION, member)
    three = drawn(campaign, person, mine, SCENARIOS, student=member.student)
    assert three == drawn(campaign, person, mine, tuple(reversed(SCENARIOS)), student=member.student)
    assert len(three) == len({one.clause for one in three}) == 3
    assert {one.clause for one in three} <= {clause.id for clause in mine}
    assert {one.reader is Addressee.STUDENT for one in three} == {member.student}


def test_where_one_clause_changed_its_two_questions_are_asked_and_where_none_asks_anything_none() -> None:
    one = clauses_for(EDITION, TEACHER, changed={"PRI-1"})
    assert {it.id for it in drawn("B", "P", one, SCENARIOS, student=False)} == {"PRI-1-staff-1", "PRI-1-staff-2"}
    advice = clauses_for(EDITION, TEACHER, changed={"SNS-6"})
    assert drawn("B", "P", advice, SCENARIOS, student=False) == ()


def test_questions_are_not_the_same_for_all() -> None:
    mine = clauses_for(EDITION, TEACHER)
    assert len({drawn("B", "P%d" % number, mine, SCENARIOS, student=False) for number in range(40)}) > 30


@pytest.mark.parametrize(
    ("away", "begins", "first"),
    [
        ((), None, OPENS),
        (((date(2026, 9, 3), date(2027, 3, 5)),), None, date(2027, 3, 8)),  # Ms Tarrant: until a Friday, back on the Monday
        (((date(2026, 9, 3), None),), None, None),
        (((date(2027, 1, 20), date(2027, 1, 21)),), None, OPENS),  # a short absence in between moves nothing
        (((date(2027, 1, 20), date(2027, 2, 26)),), None, date(2027, 3, 1)),  # away on the last day: asked again when back
        (((date(2027, 1, 9), date(2027, 2, 12)), (date(2027, 2, 22), date(2027, 2, 24))), None, date(2027, 2, 25)),
        (((date(2026, 12, 1), date(2027, 1, 3)),), None, OPENS),
        ((), date(2027, 1, 18), date(2027, 1, 18)),  # a new starter
        ((), date(2027, 1, 16), date(2027, 1, 18)),  # on paper from a Saturday
        ((), date(2026, 9, 3), OPENS),
    ],
)
def test_s48_from_which_day_somebody_is_asked(away, begins, first) -> None:
    member = Member("TTTTTTTT", student=False, schools=frozenset({"eastfield"}), begins=begins, away=away)
    found = own_span(ASKED, member, CALENDAR)
    assert found == (None if first is None else Span(first, first + (CLOSES - OPENS)))


def test_an_inset_day_is_a_working_day() -> None:
    asked = Asked("B", "e", ASKED.audience, frozenset(), date(2026, 12, 14), date(2027, 1, 29))
    member = Member("T", student=False, schools=frozenset({"eastfield"}), away=((date(2026, 12, 1), date(2027, 1, 2)),))
    found = own_span(asked, member, CALENDAR)
    assert found is not None and found.first == date(2027, 1, 4)


SPAN = Span(OPENS, CLOSES)


@pytest.mark.parametrize(
    ("kept", "span", "away", "news", "on", "state"),
    [
        (None, SPAN, False, True, OPENS, State.NOT_STARTED),
        (None, SPAN, False, True, OPENS - timedelta(days=1), State.NOT_YET),
        (None, SPAN, True, True, OPENS, State.LEAVE),
        (None, None, False, True, OPENS, State.LEAVE),
        (None, SPAN, False, False, OPENS, State.NOTHING_NEW),
        (Kept("read"), SPAN, False, True, OPENS, State.READ),
        (Kept("read", asked=True), SPAN, False, True, OPENS, State.QUESTION),
        (Kept("", asked=True), SPAN, False, True, OPENS, State.QUESTION),
        (Kept("acknowledged", asked=True), SPAN, False, True, OPENS, State.ACKNOWLEDGED),
        (Kept("acknowledged"), SPAN, True, False, OPENS, State.ACKNOWLEDGED),
        (Kept("copy"), SPAN, True, True, OPENS, State.COPY),
        (Kept("access"), None, True, True, OPENS, State.ACCESS),
    ],
)
def test_how_somebody_stands(kept, span, away, news, on, state) -> None:
    assert state_of(kept, span, away=away, news=news, on=on) is state


def test_s48_no_state_is_a_refusal_and_leave_is_not_outstanding() -> None:
    assert set(STANDS) == set(State)
    assert not [words for words in map(str, STANDS.values()) if "refus" in words or "minute" in words]
    assert {State.NOT_STARTED, State.READ} == OUTSTANDING
    assert str(STANDS[State.LEAVE]) == "cannot: leave"
    assert str(STANDS[State.COPY]) == "given a copy"


@pytest.mark.parametrize(
    ("day", "mark"), [(0, None), (4, None), (5, 5), (9, 5), (10, 10), (14, 10), (15, 15), (32, 15), (33, None), (-1, None)]
)
def test_reminders_on_days_five_ten_and_fifteen(day, mark) -> None:
    assert MARKS == (5, 10, 15)
    assert mark_due(SPAN, on=OPENS + timedelta(days=day)) == mark


@pytest.mark.parametrize(
    ("born", "asked"),
    [(date(2014, 1, 19), False), (date(2013, 2, 11), True), (date(2014, 1, 11), True), (date(2014, 1, 12), False), (None, False)],
)
def test_s49_a_signature_from_thirteen(born, asked) -> None:
    """Kit is 12 on 11 January 2027 and Amina 13; a birthday counts from the day."""
    assert signs(born, on=OPENS) is asked
