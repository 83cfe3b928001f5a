"""Laws of routing over any directory: it ends, it never returns somebody who may not act, and it never comes back to somebody."""

import random
from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.people import hats
from askfirst.people.resolve import HEADTEACHER, LINE_MANAGER, Matter, chain, covers, route

ON = date(2026, 11, 23)
PEOPLE = ("anna", "bela", "cleo", "dora", "emil", "finn", "gwen", "hugo")
SEATS = (
    *(hats.tutor("northgate", "9S"), hats.year_lead("northgate", 9), hats.alternate_pastoral("northgate"), hats.deputy_head("northgate")),
    *(hats.head("northgate"), hats.TRUST_LEAD, hats.CHAIR, hats.VICE_CHAIR, hats.HR, hats.DPO, hats.DEPUTY_DPO, hats.DATA_TRUSTEE),
    hats.COMMS,
    *(hats.GOVERNANCE, hats.dsl("northgate"), hats.deputy_dsl("northgate"), hats.DSL_TRUST, hats.IT, hats.office("northgate")),
    *(hats.union("northgate"), hats.person("anna"), hats.parent("anna")),
    *(hats.line_manager_of(one) for one in PEOPLE),
    hats.line_manager_of("anna", "eastfield"),
)


@dataclass
class Imagined:
    """A directory made up whole: anybody may hold anything, manage anybody, be away, be gone."""

    held: dict
    given: list
    away: frozenset
    gone: frozenset
    close: dict
    asked: list = field(default_factory=list)

    def holders(self, seat, on):
        self.asked.append(seat)
        return self.held.get(seat, ())

    def delegates(self, person, seat, on):
        heads = {one for seat, people in self.held.items() if seat.startswith("head:") for one in people}
        return [to for giver, to, matters in self.given if giver == person and covers(matters, seat, to=to, giver_is_head=person in heads)]

    def has_left(self, person, on):
        return person in self.gone

    def is_away(self, person, on):
        return person in self.away

    def too_close(self, to, on):
        return {one: reason for (one, other), reason in self.close.items() if other in to}

    def school_of(self, person):
        return "northgate" if person < "g" else ""

    def year_of(self, school, class_name):
        return 9


def imagine(seed):
    """Crowded on purpose: most seats are held, several people are away with a delegation, few are free to act."""
    dice = random.Random(seed)
    pairs = [(one, other) for one in PEOPLE for other in PEOPLE if one != other]
    return Imagined(
        held={seat: tuple(dice.sample(PEOPLE, dice.choice([0, 1, 1, 2]))) for seat in SEATS},
        given=[(*pair, dice.choice([HEADTEACHER, LINE_MANAGER])) for pair in dice.sample(pairs, 30)],
        away=frozenset(dice.sample(PEOPLE, dice.choice([2, 3, 4]))),
        gone=frozenset(dice.sample(PEOPLE, dice.choice([0, 1]))),
        close={pair: dice.choice(["relative", "conflict"]) for pair in dice.sample(pairs, 3)},
    )


directories = st.integers(0, 2**32).map(imagine)
person = st.sampled_from(PEOPLE)
firsts = st.sampled_from(SEATS) | st.sampled_from([hats.head("northgate"), *map(hats.line_manager_of, PEOPLE)])
matters = st.builds(Matter, asker=person, parties=st.frozensets(person, max_size=2), unwanted=st.frozensets(person, max_size=1))


def may_act(one, matter, directory):
    close = directory.too_close({matter.asker, *matter.parties}, ON)
    return one not in {matter.asker} | matter.parties | matter.unwanted | directory.away | directory.gone | set(close)


@given(directories, matters, firsts, st.lists(st.sampled_from(SEATS), max_size=4))
def test_whoever_is_asked_may_act_and_holds_the_seat_or_acts_for_its_absent_holder(directory, matter, first, passed):
    found = route(first, matter=matter, directory=directory, on=ON, passed=passed)
    seats = list(chain(first, directory=directory, on=ON))
    if found is None:
        free = [seat for seat in seats if seat not in passed]
        reached = {one for seat in passed for one in directory.holders(seat, ON)}
        reached |= {to for seat in passed for one in directory.holders(seat, ON) for to in directory.delegates(one, seat, ON)}
        left_over = [one for seat in free for one in directory.holders(seat, ON) if may_act(one, matter, directory) and one not in reached]
        assert left_over == []
        return
    assert may_act(found.person, matter, directory)
    assert found.seat in seats
    assert found.seat not in passed
    if found.acting_for:
        assert found.acting_for in directory.holders(found.seat, ON)
        assert found.acting_for in directory.away
        assert found.person in directory.delegates(found.acting_for, found.seat, ON)
        assert found.person not in hats.subjects(found.seat)
    else:
        assert found.person in directory.holders(found.seat, ON)


@given(directories, matters, firsts)
def test_every_skip_says_true(directory, matter, first):
    found = route(first, matter=matter, directory=directory, on=ON)
    close = directory.too_close({matter.asker, *matter.parties}, ON)
    true = {
        "asker": lambda one: one == matter.asker,
        "party": lambda one: one in matter.parties,
        "relative": lambda one: close.get(one) == "relative",
        "conflict": lambda one: close.get(one) == "conflict",
        "unwanted": lambda one: one in matter.unwanted,
        "left": lambda one: one in directory.gone,
        "absent": lambda one: one in directory.away,
        "nobody": lambda one: one == "",
    }
    for skip in found.skipped if found else ():
        assert true[skip.reason](skip.person), skip
        assert skip.seat == first or skip.seat in list(chain(first, directory=directory, on=ON))


@given(directories, matters, firsts)
def test_climbing_ends_and_asks_nobody_twice(directory, matter, first):
    passed: list[str] = []
    people: list[str] = []
    while (found := route(first, matter=matter, directory=directory, on=ON, passed=passed)) is not None:
        passed.append(found.seat)
        people.append(found.person)
        assert len(passed) <= len(SEATS) + len(PEOPLE)
    assert len(set(passed)) == len(passed)
    assert len(set(people)) == len(people)


@given(directories, firsts)
def test_a_chain_gives_each_seat_once(directory, first):
    seats = list(chain(first, directory=directory, on=ON))
    assert seats[0] == first
    assert len(set(seats)) == len(seats)


@pytest.mark.parametrize("first", [hats.COMMS, hats.HR, hats.DPO, hats.GOVERNANCE, hats.head("northgate"), hats.line_manager_of("anna")])
def test_these_chains_end_with_the_trustees(first):
    nobody = Imagined({}, [], frozenset(), frozenset(), {})
    assert list(chain(first, directory=nobody, on=ON))[-2:] == [hats.CHAIR, hats.VICE_CHAIR]
    assert route(first, matter=Matter("anna"), directory=nobody, on=ON) is None
