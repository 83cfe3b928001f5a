"""Every path through the table of a kind, from the table alone: who may do what, what follows, who is asked. Pure.

The rows of cases are nowhere here: a case is its `File` and the calls that stand. What the product writes down in one change is worked out
again from the table, so that the running code can be held against it.
"""

from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from askfirst.casework.fields import BadField, Day
from askfirst.casework.gates import Asking, Refused, refusals
from askfirst.casework.kinds.press import TRUST
from askfirst.casework.onward import ABOUT, DEALT_WITH, WENT_ON
from askfirst.casework.workflow import (
    INFORM,
    OPEN,
    OPEN_TO,
    OWE,
    ROUTE,
    SHUT_TO,
    Hat,
    Move,
    Taken,
    Workflow,
    audience,
    by_machine,
    outstanding,
)  # fmt: skip
from askfirst.people import hats
from askfirst.words import say
from tests.access.channels import GIVEN
from tests.machines.quick import Looked, Quick, Unread, quick

__all__ = ["ASKER", "LOGGER", "SUBJECT", "TIME", "Act", "Edge", "Node", "Walk", "begin", "fill"]

ASKER, LOGGER, TIME, SUBJECT = "asker", "logger", "time", "subject"
BY_NAME = {ASKER: Hat.ASKER, LOGGER: Hat.LOGGER, SUBJECT: Hat.SUBJECT}
PASSED_TO = {"dpo": hats.DPO, "hr": hats.HR, "comms": hats.COMMS, "safeguarding": hats.dsl("northgate")}
CLIMBS, CLOSES, LEAVES = "climbs", "closes", "leaves"
AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
SEATED = {"hr": Hat.HR, "head": Hat.HEAD}
OPENED_AGAIN = "release"
MOVES = {OPEN, OPEN_TO, OWE, ROUTE, INFORM, SHUT_TO}
UNDONE = (
    ("second-adult", "second-gone"), ("page-official", "page-not-official"), ("old-enough", "too-young"), ("messages-safe", "messages-open"),
    ("check-speech", "informal", "hand-off", "to-agency", "to-chair"),
    ("record-talk", "find", "to-head", "followed-up"), ("student-data", "no-student-data"),
)  # fmt: skip
"""Marks that undo each other: what makes two cases alike is which of them came last, not that there was another before."""
OF_NO_EFFECT = {"came-of-it", "left-out", "picked", "release-told", "speech", "went-on"}
"""Marks after which nothing goes another way: they say how long it is kept, what a gate asks of them already, or which case it opened."""
OTHERS = MOVES.union(OF_NO_EFFECT, *UNDONE)
SAYS = say("them")
WORDS = "Words."


@dataclass(frozen=True, slots=True)
class Act:
    """Something that may happen to a case: a step by somebody, or what time brings (`who` is TIME)."""

    step: str
    who: str  # ASKER, LOGGER, the seat that was asked, or TIME
    of: str = ""
    seat: str = ""
    choices: tuple = ()


@dataclass(frozen=True)
class Node:
    """A case at one moment: its file, and the calls that stand (key of the want, seat)."""

    file: Quick
    calls: tuple = ()


@dataclass(frozen=True)
class Edge:
    before: tuple
    act: Act
    after: tuple


def fill(step, choices, on):
    """Words with which a step can be taken: each field that is asked, these of its choices, and text as the access matrix has it."""
    held, fields = dict(choices), step.fields
    texts = GIVEN[step.id][0] if step.id in GIVEN else {}
    instead = {one.instead for one in fields if one.instead}
    for one in fields:
        if one.id in held or not one.asked(held) or one.instead or one.choices or not (one.needed or one.lines == 0 or one.id in instead):
            continue
        if one.lines == 0:
            held[one.id] = True
        elif one.day is not None:
            held[one.id] = (on + timedelta(days=-1 if one.day is Day.PAST else 20)).isoformat()
        else:
            held[one.id] = texts.get(one.id, WORDS)
    return held


def choices_of(fields):
    """Every way to choose, as far as one choice opens another."""
    ways = [{}]
    for one in fields:
        if one.choices:
            more = []
            for way in ways:
                values = [choice.value for choice in one.choices] if one.asked(way) else []
                more += [{**way, one.id: value} for value in values] + ([way] if not values or not one.needed else [])
            ways = more
    return [tuple(way.items()) for way in ways]


def alike_of(fields):
    """Of a step after which nothing goes another way: all first choices, all second ones, and so on."""
    most = max((len(one.choices) for one in fields), default=0)
    return [
        tuple((one.id, one.choices[min(turn, len(one.choices) - 1)].value) for one in fields if one.choices) for turn in range(most or 1)
    ]


@dataclass
class _Writing:
    """One change, written as the product writes it."""

    workflow: Workflow
    file: Quick
    calls: tuple
    followed: set  # steps of the table that followed by themselves

    def write(self, step, *, by="", of="", seat="", end=""):
        taken = Taken(len(self.file.taken) + 1, step, AT, of=of, by=by, seat=seat)
        self.file = self.file.after(taken, end)
        self.moves(self.workflow.follows(self.file, taken))

    def moves(self, moves):
        for move in moves:
            row = self.workflow.step(move.step)
            self.followed |= {move.step} if by_machine(row) else set()
            self.write(move.step, of=move.of, seat=move.seat, end=(row.end or "") if row is not None and by_machine(row) else "")

    def reach(self, want):
        """Whoever is first, then one person above them, then governance."""
        asked = [taken.seat for taken in self.file.of(ROUTE) if taken.of == want.key]
        passed = (*want.passed, *asked)
        seat = want.first if want.first not in passed else "above:%d" % len(passed)
        if len(asked) > 1:
            self.write(INFORM, of=want.key, seat=hats.GOVERNANCE)
        else:
            self.write(ROUTE, of=want.key, seat=seat)
            self.calls = (*self.calls, (want.key, seat))

    def settled(self):
        wanted = {want.key: want for want in outstanding(self.workflow, self.file)}
        stand = {key for key, _ in self.calls}
        self.calls = tuple(call for call in self.calls if call[0] in wanted)
        for key, want in wanted.items():
            if key not in stand:
                self.reach(want)
        return Node(self.file, self.calls)


def begin(file):
    """A case as the product opened it, with the calls that stand since."""
    return Node(quick(file), tuple((taken.of, taken.seat) for taken in file.of(ROUTE)))


@dataclass
class Walk:
    """All that can come of the ways a kind is opened. `nodes` by their facts; `edges` between them; `how` the shortest way to each."""

    workflow: Workflow = field(repr=False)
    nodes: dict = field(default_factory=dict, repr=False)
    edges: list = field(default_factory=list, repr=False)
    how: dict = field(default_factory=dict, repr=False)
    followed: set = field(default_factory=set, repr=False)

    def __post_init__(self):
        self.ways = {step.id: (choices_of if step.ends or not step.beside else alike_of)(step.fields) for step in self.workflow.steps}
        self.filled = {(step.id, way): fill(step, way, AT.date()) for step in self.workflow.steps for way in self.ways[step.id]}
        self.marked_by = {(id, way): self.workflow.marks(id, words) for (id, way), words in self.filled.items()}
        self.known, self.asked = {}, set()
        self.may_be_left = OF_NO_EFFECT | {step.id for step in self.workflow.steps}
        self.same = {}
        """By step and way: whom it sends the case to, of those that say so without a look at the case."""
        for step, way in self.filled:
            with suppress(Looked):
                self.same[step, way] = self._sent(Unread(), step, way)

    def go(self, starts, most=6000, until=None):
        """Every path; with `until`, no further than the first edge of which it is so."""
        queue = deque()
        for number, start in enumerate(Node(quick(one.file, self.asked), one.calls) for one in starts):
            key = self.facts(start)
            if key not in self.nodes:
                self.nodes[key], self.how[key] = start, (number, ())
                queue.append(key)
        while queue:
            key = queue.popleft()
            number, acts = self.how[key]
            for act in self.acts(self.nodes[key]):
                after = self.after(self.nodes[key], act)
                facts = self.facts(after)
                self.edges.append(Edge(key, act, facts))
                if until is not None and until(self, self.edges[-1]):
                    return self
                if facts not in self.nodes:
                    self.nodes[facts], self.how[facts] = after, (number, (*acts, act))
                    queue.append(facts)
            assert len(self.nodes) < most, "%s never comes to an end" % self.workflow.kind
        return self

    # ------------------------------------------------------------ what makes two cases alike

    def facts(self, node):
        """What makes two cases alike, worked out once for all whose steps differ in nothing that was ever asked for."""
        if node.file.asked is not self.asked:  # of no walk, or another
            return self._facts(node)
        known = self.known.get(self._asked_for(node))
        if known is None:
            known = self._facts(node)
            self.known[self._asked_for(node)] = known  # what is asked for the first time stays from now on
        return known

    def _asked_for(self, node):
        """The steps of the file but those of the table, and marks of no effect, of which no function of the table has asked so far. A step
        that says who is to act next stays, since `File.turn` looks for it. A function asks by `File.of`, `last` and `has`."""
        file, left, asked = node.file, self.may_be_left, self.asked
        taken = [
            (one.step, one.at, one.of, one.by, one.acting_for, one.seat)
            for one in file.taken
            if one.step not in left or one.step in asked or (one.by and one.seat)
        ]
        return file.state, file.asker, file.logger, node.calls, tuple(taken)

    def _facts(self, node):
        """State, and whatever the table's own functions answer about the file, in this state and in any other. Of a case that rests, only
        what comes of it: nothing at all, or what it is once it is looked into after all."""
        workflow, file = self.workflow, node.file
        if (rests := self._rests(node)) is not None:
            return rests
        wants = [[self._want(want) for want in workflow.wants(moved)] for moved in file.in_each(workflow.states)]
        shut = [tuple(need.missing(file)) for step in workflow.steps for need in step.needs]
        sends = [self._sent(file, *worded) for worded in self.filled if worded not in self.same]
        own = frozenset(
            taken.step for taken in file.taken if not taken.by and taken.step not in OTHERS and workflow.step(taken.step) is None
        )
        calls = tuple((_plain(key), seat) for key, seat in node.calls)
        known = repr(
            (
                file.state,
                wants,
                shut,
                sends,
                sorted(own),
                calls,
                file.turn.seat,
                bool(file.logger),
                hats.COMMS in self.seen(file),
                bool(self.handled(file)),
                sorted(self.deciders(file)),
                bool(self.keepers(file)),
                sorted(self.seated(file)),
                self.comes_back(file),
                [last.step for marks in UNDONE if (last := file.last(*marks)) is not None],
                self.left(file),
            )
        )
        return known.replace(file.asker, "ASKER") if file.asker else known

    def _rests(self, node):
        """The facts of a case that is over and from which at most one step goes on, of those who were ever asked; None of any other."""
        state = node.file.state
        if state not in self.workflow.over or state in self.workflow.closes or self.workflow.lives_on:
            return None
        left = [step for step in self.workflow.steps if state in step.start and (step.id == self.workflow.leaver or not by_machine(step))]
        if len(left) > 1:
            return None
        if not left:
            return repr((state, "it is over"))
        (step,) = left
        if step.by not in ({Hat.HANDLED}, {Hat.DECIDER}) or len(self.ways[step.id]) != 1:
            return None
        handled = sorted(self.handled(node.file) if step.by == {Hat.HANDLED} else self.workflow.decides(node.file))
        if not handled or any(need.missing(node.file) for need in step.needs):
            return repr((state, "nobody was asked"))
        return repr((state, self.facts(self.after(node, Act(step.id, handled[0], choices=self.ways[step.id][0])))))

    def _want(self, want):
        return (want.step, _plain(want.of), want.first, type(want.clock).__name__, bool(want.passed))

    def sent(self, file, step, way):
        """The seat a step sends the case to; None where these words cannot be."""
        return self.same[step.id, way] if (step.id, way) in self.same else self._sent(file, step.id, way)

    def _sent(self, file, step, way):
        try:
            return self.workflow.sends(file, step, self.filled[step, way])
        except (BadField, Refused):
            return None

    def seen(self, file):
        return file.kept("seen", lambda: audience(self.workflow, file))

    # ------------------------------------------------------------ who may do what

    def left(self, file):
        """Whether the one it belongs to has left: they do nothing any more."""
        return bool(self.workflow.leaver) and bool(file.of(self.workflow.leaver))

    def handled(self, file):
        """The seats that were ever asked, where a step of the table is theirs to take later."""
        if not any(Hat.HANDLED in step.by for step in self.workflow.steps):
            return frozenset()
        return frozenset(taken.seat for taken in file.of(ROUTE) if not taken.seat.startswith(("person:", "parent:")))

    def deciders(self, file):
        """The seats that decided it last, where they may open it again; however far up, it is somebody above."""
        again = any(Hat.DECIDER in step.by and file.state in step.start for step in self.workflow.steps)
        return {"above" if seat.startswith("above:") else seat for seat in self.workflow.decides(file)} if again else set()

    def keepers(self, file):
        """The seats of safeguarding leads that see it, where a step of the table is theirs to take."""
        if not any(Hat.SAFEGUARDING in step.by for step in self.workflow.steps):
            return frozenset()
        seats = {hats.role(seat): seat for seat in self.seen(file)}
        return frozenset(seats[role] for role in ("deputy-dsl", "dsl-trust") if role in seats)  # the lead may be the one who asks

    def seated(self, file):
        """The seats of HR and of Headteachers that see it, where a step of the table is theirs to take."""
        asked = {hat for step in self.workflow.steps for hat in step.by}
        return frozenset(seat for seat in self.seen(file) if SEATED.get(hats.role(seat)) in asked)

    def comes_back(self, file):
        """Where it would stand once safeguarding opened it again, of which its state says nothing while they keep it."""
        if self.workflow.step(OPENED_AGAIN) is None:
            return ()
        opened = Taken(len(file.taken) + 1, OPENED_AGAIN, AT, by="the lead")
        follow = self.workflow.follows(file.after(opened, ""), opened)
        return tuple(move.step for move in follow if by_machine(self.workflow.step(move.step)))

    def marked(self, node):
        """By seat of somebody by name who is let in: what a mark of the case makes them (whom it is about, whoever drafted it)."""
        found, seen = defaultdict(set), self.seen(node.file)
        for mark, hat in self.workflow.hats.items():
            last = node.file.last(mark)
            if last is not None and last.seat.startswith("person:") and last.seat in seen:
                found[ASKER if last.seat == node.file.asker_seat else last.seat].add(hat)
        return found

    def people(self, node):
        """Everybody who may act, with their hats and the wants that have reached them."""
        found = defaultdict(set)
        for key, seat in node.calls:
            found[ASKER if seat == node.file.asker_seat else seat].add(key)
        found[ASKER] |= set()
        for seat in self.handled(node.file) | self.workflow.decides(node.file):
            found[seat] |= set()
        if node.file.logger:
            found[LOGGER] |= set()
        if node.file.has(INFORM, of=SUBJECT):
            found[SUBJECT] |= set()
        if hats.COMMS in self.seen(node.file):
            found[hats.COMMS] |= set()
        for seat in self.keepers(node.file) | self.seated(node.file):
            found[seat] |= set()
        marked = self.marked(node)
        for who in marked:
            found[who] |= set()
        if (self.left(node.file) and not self.workflow.leaves) or not node.file.asker:
            del found[ASKER]
        for who, keys in found.items():
            worn = {Hat.ASKED} if keys else set()
            worn |= {BY_NAME[who]} if who in BY_NAME else set()
            worn |= {Hat.COMMUNICATIONS} if who == hats.COMMS else set()
            worn |= {Hat.SAFEGUARDING} if who in self.keepers(node.file) else set()
            worn |= {SEATED[hats.role(who)]} if who in self.seated(node.file) else set()
            worn |= {Hat.HANDLED} if who in self.handled(node.file) else set()
            worn |= {Hat.DECIDER} if who in self.workflow.decides(node.file) else set()
            worn |= marked[who]
            yield who, Asking(frozenset(worn), frozenset(keys), names=lambda of: SAYS, asked=lambda key: SAYS)

    def acts(self, node) -> Iterator[Act]:
        stands = [(step, list(self._worded(node.file, step))) for step in self.workflow.steps if node.file.state in step.start]
        for who, asking in self.people(node):
            for step, ways in stands:
                for act in self._aimed(node.file, step, ways, who, asking):
                    if not refusals(self.workflow, step, node.file, asking, of=act.of):
                        yield act
        yield from self._time(node)

    def _aimed(self, file, step, ways, who, asking):
        for way, sent in ways:
            if step.answers:
                for key in asking.reached:
                    want, _, of = key.partition(":")
                    if want == step.meets:
                        yield Act(step.id, who, of, sent, way)
            elif step.id == "pass-on":
                to = dict(way)["who"]
                yield Act(step.id, who, to, PASSED_TO[to], way)
            elif step.id == "name-school":
                for of in ("northgate", "eastfield", TRUST):
                    if of not in file.owed and not file.has("name-school", of=of):
                        yield Act(step.id, who, of, "", way)
            else:
                yield Act(step.id, who, "", file.turn.seat if step.id == "ask-again" else sent, way)

    def _worded(self, file, step):
        """The ways to fill in a step, and where each sends the case; of ways after which nothing differs the first stands for all."""
        alike = set()
        for way in self.ways[step.id]:
            comes = self.sent(file, step, way), self.marked_by[step.id, way]
            if comes[0] is None or comes in alike:
                continue
            if step.beside and not step.ends:
                alike.add(comes)
            yield way, comes[0]

    def _time(self, node):
        if node.file.state in self.workflow.closes:
            yield Act(CLOSES, TIME)
        if (ended := self.workflow.step(DEALT_WITH)) is not None and node.file.state in ended.start:
            yield Act(DEALT_WITH, TIME)
        if node.file.state not in self.workflow.over:
            for move in self.workflow.outside(node.file):
                yield Act(move.step, TIME, move.of, move.seat)
        leaver = self.workflow.step(self.workflow.leaver)
        if leaver is not None and node.file.state in leaver.start:
            yield Act(LEAVES, TIME)
        alone = {want.key for want in outstanding(self.workflow, node.file) if want.alone}
        for key in dict.fromkeys(key for key, _ in node.calls if key not in alone):
            if sum(key == one for one, _ in node.calls) == 1:
                yield Act(CLIMBS, TIME, key)

    # ------------------------------------------------------------ what comes of it

    def brought(self, node, act):
        """The step that an act writes: its own, or the one that time brings; None where somebody is only asked."""
        if act.who != TIME:
            return self.workflow.step(act.step)
        if act.step == DEALT_WITH:
            return self.workflow.step(DEALT_WITH)
        if act.step not in (CLOSES, LEAVES):
            return None
        return self.workflow.step(self.workflow.closes[node.file.state].step if act.step == CLOSES else self.workflow.leaver)

    def after(self, node, act):
        writing = _Writing(self.workflow, node.file, node.calls, self.followed)
        step = self.brought(node, act)
        if step is None and act.step != CLIMBS:
            self.followed |= {act.step} if self.workflow.step(act.step) else set()
            writing.write(act.step, of=act.of, seat=act.seat)
            return writing.settled()
        if step is None:
            writing.reach(next(want for want in outstanding(self.workflow, node.file) if want.key == act.of))
            return Node(writing.file, writing.calls)
        if act.who == TIME:
            writing.write(step.id, end=step.end or "")
            return writing.settled()
        words = fill(step, act.choices, AT.date())
        by = {ASKER: node.file.asker, LOGGER: node.file.logger}.get(act.who, act.who)
        writing.write(step.id, by=by, of=act.of, seat=act.seat, end=step.leads(words))
        writing.moves(self.workflow.marks(step.id, words))
        writing.settled()
        writing.moves([Move(WENT_ON, of=one.seat) for one in node.file.of(ABOUT) if step.opens])
        return writing.settled()


def _plain(of):
    """Without the number of the turn."""
    return ":".join("#" if part.isdigit() else part for part in of.split(":"))
