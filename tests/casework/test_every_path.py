"""Every path of every kind of case, walked from its table alone; then a sample of them taken for real, and both compared.

How a kind may begin stands in the rows of the access matrix, which every kind must join: there is no list of kinds here.
"""

from collections import defaultdict
from dataclasses import replace

import pytest
from django.db import transaction

from askfirst.casework import filed
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.models import Case
from askfirst.casework.page_listing import AT
from askfirst.casework.workflow import ROUTE, Hat, Minutes, Want
from askfirst.web.record import KEPT
from tests.access.cells import ROWS
from tests.access.world import begun
from tests.machines.by_hand import LAWS
from tests.machines.paths import ASKER, TIME, Walk, begin
from tests.machines.taken_for_real import Real
from tests.proved import part

MOST = 8
"""Ways of one kind that are taken for real in `make test`."""
GATES = {(kind, step.id, need.id) for kind, workflow in WORKFLOWS.items() for step in workflow.steps for need in step.needs}
NAMED = [pytest.param(*gate, id="-".join(gate)) for gate in sorted(GATES)]


# ---------------------------------------------------------------- the walk

begun_before: dict[str, list] = {}
walked: dict[str, Walk] = {}


def cases_begun():
    """The rows of each kind that begin differently, and the files they begin with."""
    found = defaultdict(dict)
    for row in ROWS:
        with transaction.atomic():
            case = Case.objects.get(ref=begun(row))
            file = file_of(case)
            key = Walk(WORKFLOWS[row.kind]).facts(begin(file))
            found[row.kind].setdefault(key, (row, file))
            transaction.set_rollback(True)
    return {kind: list(each.values()) for kind, each in found.items()}


def starts_of(kind):
    """Needs the cast the first time."""
    if not begun_before:
        begun_before.update(cases_begun())
    return begun_before[kind]


def walk_of(kind):
    if kind not in walked:
        walked[kind] = Walk(WORKFLOWS[kind]).go([begin(file) for _, file in starts_of(kind)])
    return walked[kind]


@pytest.fixture
def starts(request):
    if not begun_before:
        request.getfixturevalue("cast")
    return {kind: starts_of(kind) for kind in WORKFLOWS}


@pytest.fixture
def walk(starts):
    return walk_of


def fresh(kind, starts):
    """With the table as it stands now, a planted flaw included."""
    return Walk(filed.WORKFLOWS[kind]).go([begin(file) for _, file in starts[kind]])


def ends(workflow):
    """The states after which nothing comes by itself."""
    return workflow.over - set(workflow.closes)


def skipped(walk):
    """Steps taken although what must come before them had not happened."""
    kind = walk.workflow.kind
    return {gate for edge in walk.edges for gate in GATES if gate[0] == kind and skips(walk, edge, gate)}


def skips(walk, edge, gate):
    """Whether this is the gate's own step, taken although what must come before it had not happened."""
    before = walk.nodes[edge.before]
    step = walk.brought(before, edge.act)
    return step is not None and gate[1] == step.id and not LAWS[gate[2]](before.file)


@pytest.mark.parametrize("kind", WORKFLOWS)
def test_each_state_is_reached_and_each_step_is_taken_somewhere(walk, kind):
    walk, workflow = walk(kind), WORKFLOWS[kind]
    assert {node.file.state for node in walk.nodes.values()} == set(workflow.states)
    taken = {step.id for edge in walk.edges if (step := walk.brought(walk.nodes[edge.before], edge.act))}
    taken |= walk.followed
    assert taken | own_moves(walk) == {step.id for step in workflow.steps} | own_moves(walk)


def own_moves(walk):
    """Steps of the table that the machine records by itself at the beginning."""
    return {one.step for node in walk.nodes.values() for one in node.file.taken if not one.by and walk.workflow.step(one.step)}


@pytest.mark.parametrize("kind", WORKFLOWS)
def test_there_is_no_dead_end_and_all_ends_are_kept_for_a_time_that_is_written_down(walk, kind):
    walk, workflow = walk(kind), WORKFLOWS[kind]
    assert ends(workflow)
    before = defaultdict(set)
    for edge in walk.edges:
        before[edge.after].add(edge.before)
    reach = [key for key, node in walk.nodes.items() if node.file.state in ends(workflow)]
    ending = set(reach)
    while reach:
        more = before[reach.pop()] - ending
        ending |= more
        reach += more
    assert [walk.nodes[key].file.state for key in set(walk.nodes) - ending] == []
    assert workflow.retention in KEPT


@pytest.mark.parametrize("kind", WORKFLOWS)
def test_whatever_is_wanted_can_be_done_by_whoever_was_asked(walk, kind):
    """A gate may stand before one step that answers, never before all of them."""
    walk = walk(kind)
    can = defaultdict(set)
    for edge in walk.edges:
        step = walk.brought(walk.nodes[edge.before], edge.act)
        if step is not None and edge.act.who != TIME:
            can[edge.before] |= {(step.meets, edge.act.of), (step.id, "")}
    for key, node in walk.nodes.items():
        for wanted, _ in node.calls:
            want, _, of = wanted.partition(":")
            assert (want, of) in can[key] or (want, "") in can[key], (node.file.state, wanted)


@pytest.mark.parametrize("kind", WORKFLOWS)
def test_what_is_nobodys_to_take_is_brought_by_time_alone(walk, kind):
    workflow = WORKFLOWS[kind]
    brought = {closing.step for closing in workflow.closes.values()} | ({workflow.leaver} - {""})
    brought |= walk(kind).followed | {edge.act.step for edge in walk(kind).edges if edge.act.who == TIME}
    assert {step.id for step in workflow.steps if step.by == {Hat.ASKFIRST}} <= brought
    by_id = {step.id: step for step in workflow.steps}
    for state, closing in workflow.closes.items():
        step = by_id[closing.step]
        assert (
            state in step.start,
            Hat.ASKFIRST in step.by,
            [bool(closing.days), bool(closing.months), bool(closing.on)].count(True) == 1,
        ) == (True, True, True)
    if workflow.leaver:
        assert set(workflow.states) - by_id[workflow.leaver].start == ends(workflow)


@pytest.mark.parametrize("kind", WORKFLOWS)
def test_nobody_does_in_their_own_matter_what_somebody_else_is_asked_for(walk, kind):
    walk = walk(kind)
    for edge in walk.edges:
        step, before = walk.brought(walk.nodes[edge.before], edge.act), walk.nodes[edge.before]
        if edge.act.who == ASKER and step.answers:
            assert ("%s:%s" % (step.meets, edge.act.of) if edge.act.of else step.meets, before.file.asker_seat) in before.calls


@pytest.mark.parametrize("kind", WORKFLOWS)
def test_what_is_somebodys_alone_is_done_by_nobody_asked_after_them(walk, kind):
    walk, own = walk(kind), {Hat.ASKER, Hat.ASKFIRST}
    for edge in walk.edges:
        step = walk.brought(walk.nodes[edge.before], edge.act)
        if step is not None and step.by <= own:
            assert edge.act.who in (ASKER, TIME, *walk.marked(walk.nodes[edge.before])), (step.id, edge.act.who)


# ---------------------------------------------------------------- gates


def test_each_gate_has_its_law_here():
    assert {need for _, _, need in GATES} == set(LAWS), "write down in tests/machines/by_hand.py what must have happened before"


@pytest.mark.parametrize("kind", WORKFLOWS)
def test_no_gate_is_skipped(walk, kind):
    assert skipped(walk(kind)) == set()


def open_gate(workflow, step, need):
    steps = (
        replace(one, needs=tuple(other for other in one.needs if other.id != need)) if one.id == step else one for one in workflow.steps
    )
    return replace(workflow, steps=tuple(steps))


def without_other_gates(workflow, step):
    """The locks beside it open too: an agreement is not to be had before the reading, so that one of the two gates is never alone shut."""
    return replace(workflow, steps=tuple(replace(one, needs=()) if one.id == step else one for one in workflow.steps))


def wanted_all_along(workflow, step):
    """A second lock open too: the step is asked for in each of its states, not only once its turn has come."""
    row = next(one for one in workflow.steps if one.id == step)

    def wants(file):
        found = workflow.wants(file)
        asked = file.state in row.start and row.answers and row.meets not in {want.step for want in found}
        return (*found, Want(row.meets, of="early", first="comms", clock=Minutes(30, 60))) if asked else found

    return replace(workflow, wants=wants)


@pytest.mark.parametrize(("kind", "step", "need"), NAMED)
def test_a_gate_taken_away_is_noticed(starts, monkeypatch, kind, step, need):
    """In one of these tables, the most likely first: asked for all along, as it stands, with no other gate. A walk ends where it is seen."""
    flawed = open_gate(WORKFLOWS[kind], step, need)
    begins = [begin(file) for _, file in starts[kind]]
    alone = without_other_gates(flawed, step)
    for table in (wanted_all_along(alone, step), wanted_all_along(flawed, step), flawed, alone):
        monkeypatch.setitem(filed.WORKFLOWS, kind, table)
        walk = Walk(table).go(begins, until=lambda walk, edge: skips(walk, edge, (kind, step, need)))
        if skips(walk, walk.edges[-1], (kind, step, need)):
            return
    raise AssertionError("nobody noticed")


# ---------------------------------------------------------------- the walk itself is shown to fail


def without(workflow, *steps):
    return replace(workflow, steps=tuple(step for step in workflow.steps if step.id not in steps))


def test_a_dead_end_a_lost_state_and_a_want_that_nobody_can_meet_are_noticed(starts, monkeypatch):
    offer = WORKFLOWS["offer"]
    monkeypatch.setitem(filed.WORKFLOWS, "offer", without(offer, "accept", "decline", "ask-again", "reopen", "left"))
    flawed = fresh("offer", starts)
    for law in (
        test_there_is_no_dead_end_and_all_ends_are_kept_for_a_time_that_is_written_down,
        test_whatever_is_wanted_can_be_done_by_whoever_was_asked,
    ):
        with pytest.raises(AssertionError):
            law(lambda kind: flawed, "offer")
    monkeypatch.setitem(filed.WORKFLOWS, "offer", without(offer, "withdraw"))
    unreached = fresh("offer", starts)
    with pytest.raises(AssertionError):
        test_each_state_is_reached_and_each_step_is_taken_somewhere(lambda kind: unreached, "offer")


# ---------------------------------------------------------------- the same steps taken for real


def sample(walk):
    """The shortest way to take each step in each state, without those that are the beginning of another."""
    ways = {}
    for edge in walk.edges:
        number, acts = walk.how[edge.before]
        ways.setdefault((walk.nodes[edge.before].file.state, edge.act.step, edge.act.who == TIME), (number, (*acts, edge.act)))
    found = sorted(set(ways.values()), key=lambda way: (way[0], repr(way[1])))
    return [
        (number, acts)
        for number, acts in found
        if not any(other[0] == number and other[1][: len(acts)] == acts and other[1] != acts for other in found)
    ]


@pytest.mark.parametrize("kind", WORKFLOWS)
def test_the_walk_and_the_running_code_agree(cast, walk, starts, kind):
    walk = walk(kind)
    ways = sample(walk)
    assert len(ways) > 2
    for number, acts in part(ways, MOST):
        row, file = starts[kind][number]
        with transaction.atomic():
            real = Real(Case.objects.get(ref=begun(row)), walk, row.opened)
            node = begin(file_of(real.case))
            moved = False  # the walk knows no address: once one is set, what hangs on there being one is not its to say
            for act in (real.named(act, file.asker) for act in acts):
                node = walk.after(node, act)
                real.does(act)
                moved |= act.step == "set-address"
                there, meant = ((state, {key for key in keys if not (moved and key.startswith("prove:"))}, steps)
                                for state, keys, steps in (real.stands(), stands(node)))  # fmt: skip
                assert there == meant, (kind, row.id, [one.step for one in acts], act)
            transaction.set_rollback(True)


def stands(node):
    """State, what is wanted, and every step in order but for whom the chain found, and the mark of a page, which is made of its address."""
    steps = [one.step for one in node.file.taken if one.step not in (ROUTE, "inform", "remind", AT)]
    return node.file.state, {key for key, _ in node.calls}, steps
