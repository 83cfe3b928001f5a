"""What makes a walk quick changes nothing of it: the same answers of a file, the same cases and ways without it; and a slip would be seen."""

import pytest

from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.workflow import File, audience
from tests.casework.test_every_path import starts, walk, walk_of
from tests.cast import cast
from tests.machines import paths
from tests.machines.paths import Walk, begin
from tests.machines.quick import NAMES, Quick

__all__ = ["cast", "starts", "walk"]

pytestmark = pytest.mark.django_db

FEW = ("press", "offer", "removal", "staff-route")
KINDS = [pytest.param(kind, marks=() if kind in FEW else pytest.mark.prove) for kind in WORKFLOWS]


class Plain(Walk):
    """Every case is looked at whole, each time."""

    def facts(self, node):
        return self._facts(node)


def in_short(walk):
    return set(walk.nodes), [(edge.before, edge.act, edge.after) for edge in walk.edges]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_cases_and_the_same_ways(walk, starts, kind):
    assert in_short(Plain(WORKFLOWS[kind]).go([begin(file) for _, file in starts[kind]])) == in_short(walk(kind))


def test_a_file_answers_as_the_products_does(walk):
    steps = {"press": ("open", "owe", "consult", "respond", "never"), "removal": ("open", "poster", "route", "never")}
    for kind, asked in steps.items():
        for node in list(walk_of(kind).nodes.values())[::9]:
            plain = File(*(getattr(node.file, name) for name in NAMES))
            assert type(node.file) is Quick
            for first in asked:
                assert node.file.of(first) == plain.of(first)
                assert node.file.of("route", first) == plain.of("route", first)
                assert node.file.last(first, "route") == plain.last(first, "route")
                assert [node.file.has(first, since=number) for number in (0, 3)] == [plain.has(first, since=number) for number in (0, 3)]
            assert (node.file.turn, walk_of(kind).seen(node.file)) == (plain.turn, audience(WORKFLOWS[kind], plain))
            assert [(one.state, one.of("route")) for one in node.file.in_each(WORKFLOWS[kind].states)] == [
                (state, plain.of("route")) for state in WORKFLOWS[kind].states
            ]


def test_too_little_taken_for_all_would_be_seen(starts, monkeypatch):
    """The planted flaw: whoever took a step counts for nothing, although whoever gave an instruction does not look again."""
    begins = [begin(file) for _, file in starts["instruction"]]
    whole = len(Walk(WORKFLOWS["instruction"]).go(begins).nodes)
    named = Walk._asked_for

    def nobody(self, node):
        *others, taken = named(self, node)
        return (*others, tuple((step, of, seat) for step, _, of, _, _, seat in taken))

    monkeypatch.setattr(paths.Walk, "_asked_for", nobody)
    assert len(Walk(WORKFLOWS["instruction"]).go(begins).nodes) < whole
