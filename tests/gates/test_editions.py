"""docs/editions.md says what the table says; what it should say is written here by hand, from workflows.md 3.17."""

from askfirst.adoption.states import MOVES, State
from gates.editions import document

WAY = "open edit lint consult submit approve schedule begin supersede".split()


def test_the_way_of_3_17_stands_in_the_document_in_its_order():
    states = [MOVES[id].end for id in WAY]
    assert states == [
        State.REVIEW_OPEN, State.DRAFTING, State.LINT_OK, State.CONSULT, State.PENDING, State.APPROVED, State.SCHEDULED, State.IN_FORCE, State.SUPERSEDED,
    ]  # fmt: skip
    said = document()
    for before, id in zip([None, *states], WAY, strict=False):
        assert "    %s --> %s: %s" % (before or "[*]", MOVES[id].end, id) in said
    assert all("| `%s`: " % id in said for id in MOVES)


def test_two_people_are_needed_and_what_is_in_force_is_never_withdrawn():
    assert MOVES["submit"].by != MOVES["approve"].by
    assert not {State.IN_FORCE, State.SUPERSEDED} & (MOVES["withdraw"].start | MOVES["edit"].start)
