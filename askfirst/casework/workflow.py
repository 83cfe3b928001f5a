"""A workflow is one table: its steps, who takes them, what they need, by which clause, by when, and who sees what. Pure.

A `File` is what rules may know of a case: the steps taken, by refs and ids. No words: nothing here could leak them.
What a case owes, whom it has reached and who may see it are read from the steps taken and from nothing else.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum

from askfirst.casework.clocks import Clock, Days, Minutes, Until
from askfirst.casework.fields import Field
from askfirst.people.hats import own
from askfirst.words import Sentence

__all__ = [
    "INFORM", "OPEN", "OPEN_TO", "OWE", "ROUTE", "SHUT_TO", "Clock", "Closing", "Days", "File", "Hat", "Minutes", "Move",
    "Need", "Part", "Step", "Taken", "Until", "Want", "Workflow", "audience", "by_machine", "outstanding",
]  # fmt: skip


class Hat(StrEnum):
    """What somebody is to one case."""

    ASKER = "asker"  # whose matter it is
    LOGGER = "logger"  # who wrote it down for them
    ASKED = "asked"  # whoever the case has reached with something to do
    HANDLED = "handled"  # whoever sits where the case once reached somebody, in a seat and not by name
    DECIDER = "decider"  # whoever sits where it was decided last, or above
    MANAGER = "manager"  # whoever manages the one it is about
    COMMUNICATIONS = "communications"
    HR = "hr"  # who sits in HR, where the case is open to them
    HEAD = "head"  # the Headteacher, where the case is open to them
    SAFEGUARDING = "safeguarding"  # a safeguarding lead or deputy, where the case is open to them
    SUBJECT = "subject"  # whom it is about, once told, or where they take part in it by name
    TARGET = "target"  # whom it hurt
    FAMILY = "family"  # a parent or carer of a student it is about, once told
    ASKFIRST = "askfirst"  # the machine: it routes, reminds and closes; it never decides


class Part(IntEnum):
    """How much of a case somebody sees; more holds less."""

    STATUS = 1  # that it exists and where it has got to; no words
    OWN = 2  # one's own matter
    ALL = 3


# The machine's own moves, recorded like any step, so that whatever changes who sees a case stands in its trail.
OPEN = "open"
OWE = "owe"  # a consultation is owed, of = whose
ROUTE = "route"  # reached somebody with something to do: of = which want, seat = whom
OPEN_TO = "open-to"  # sees all of it, with nothing to do
INFORM = "inform"  # sees the status
SHUT_TO = "shut-to"  # sees it no more
LETS_IN = frozenset({OPEN_TO, INFORM, ROUTE})


@dataclass(frozen=True, slots=True)
class Taken:
    """One step that was taken."""

    sequence: int
    step: str
    at: datetime
    of: str = ""
    by: str = ""  # a person; nobody where the machine moved
    acting_for: str = ""
    seat: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A step the machine is to record."""

    step: str
    of: str = ""
    seat: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """What rules may know of one case."""

    kind: str
    state: str
    asker: str
    logger: str
    opened_at: datetime
    taken: tuple[Taken, ...]
    school: str = ""
    capacity: str = ""  # in which the asker asks

    @property
    def asker_seat(self) -> str:
        """By name, in the capacity in which they ask: what a parent asks is no business of theirs as staff."""
        return own(self.asker, self.capacity)

    def of(self, *steps: str) -> tuple[Taken, ...]:
        """The steps of these ids, in the order taken."""
        return tuple(taken for taken in self.taken if taken.step in steps)

    def has(self, step: str, *, of: str = "", since: int = 0) -> bool:
        """Whether the step was taken (of that one), later than the sequence `since`."""
        return any(taken.step == step and taken.of == of and taken.sequence > since for taken in self.taken)

    def last(self, *steps: str) -> Taken | None:
        found = self.of(*steps)
        return found[-1] if found else None

    @property
    def turn(self) -> Taken:
        """The step that last said who is to act: the opening, passing on, asking again. It holds the first seat to ask."""
        return next(taken for taken in reversed(self.taken) if taken.step == OPEN or (taken.by and taken.seat))

    @property
    def owed(self) -> tuple[str, ...]:
        """Whose consultation is owed, in the order they came in."""
        return tuple(dict.fromkeys(taken.of for taken in self.of(OWE)))


@dataclass(frozen=True, slots=True)
class Want:
    """Something the case still needs from somebody: the step, of whom or what, and the first seat to ask."""

    step: str
    of: str
    first: str  # a seat
    clock: Clock
    passed: tuple[str, ...] = ()  # seats that had their turn before
    alone: bool = False  # asked of somebody by name, and of nobody after them

    @property
    def key(self) -> str:
        return ":".join((self.step, self.of)) if self.of else self.step


@dataclass(frozen=True, slots=True)
class Closing:
    """A state that ends by itself: after how many school days, or calendar months, by which step."""

    step: str
    days: int = 0
    months: int = 0
    on: str = ""  # else on the evening of the day that this mark of the case holds
    since: tuple[str, ...] = ()  # counted from the last of these steps, where that is not the one which brought it here
    morning: bool = False  # from eight on that day instead
    evening: bool = False  # and where that has passed when it came here, on the evening of that day


Names = Callable[[str], Sentence]
"""What a person reads for the `of` of a step: a school's Headteacher, the Trust's Executive Headteacher."""


@dataclass(frozen=True, slots=True)
class Need:
    """A gate: `missing` returns whom or what is missing, so that the refusal can say so; nothing missing means it is open."""

    id: str
    clause: str
    missing: Callable[[File], Collection[str]]
    says: Callable[[str, Sentence], Sentence]  # given who is missing, and words for them


@dataclass(frozen=True, slots=True)
class Step:
    """Its id never changes: it is in the trail, the API's path and the tests. Its words are beside it."""

    id: str
    says: Sentence  # what the button says
    done: Sentence  # what the timeline says
    start: frozenset[str]
    end: str | None  # None: the state stays
    by: frozenset[Hat]
    clause: str = ""
    fields: tuple[Field, ...] = ()
    needs: tuple[Need, ...] = ()
    paper: str = ""  # offered only while this paper of the case is there
    answers: bool = False  # answers a want, once each
    want: str = ""  # of this id, where several steps answer one want; else of the step's own
    ends: Mapping[str, str] = field(default_factory=dict)  # by the outcome chosen: the state, where that decides it
    until: str = ""  # the mark of the case that holds the last day on which it may be taken
    beside: bool = False  # taken meanwhile, it makes nobody's open page stale
    tells: bool = True  # the asker hears of it
    shown: frozenset[Hat] = frozenset()  # who reads its words where only the status is theirs; see `shown`
    only: frozenset[Hat] = frozenset()  # nobody else reads its words, whatever of the case is theirs, but whoever wrote them
    opens: str = ""  # the kind of case that it opens, for each it is about; see `onward.open_onward`
    erases: bool = False  # every word of the case but its own is destroyed
    back: bool = False  # whoever was asked last hears of it
    gives: bool = False  # out of hand: whoever was asked before sees the case no more, and reads so where they are at it still

    @property
    def meets(self) -> str:
        """The id of the want it answers."""
        return self.want or self.id

    def leads(self, words: Mapping[str, object]) -> str:
        """The state it ends in, given what was filled in; "" where the state stays."""
        return self.ends.get(str(words.get("outcome", "")), self.end or "")


def nowhere(file: File, step: str, words: Mapping[str, object]) -> str:
    """A step that sends the case to nobody in particular."""
    return ""


def nobody_more(file: File, taken: Taken) -> tuple[Move, ...]:
    """A kind in which nothing follows from a step by itself."""
    return ()


def nothing_outside(file: File) -> tuple[Move, ...]:
    """A kind to which nothing happens outside its cases."""
    return ()


def nothing(step: str, words: Mapping[str, object]) -> tuple[Move, ...]:
    """A step of whose words nothing stands in the clear."""
    return ()


def none_named(file: File) -> frozenset[str]:
    """A kind in which no paper is kept from whoever it is about; and one in which nobody decides."""
    return frozenset()


@dataclass(frozen=True, slots=True)
class Workflow:
    """The whole of one kind of case."""

    kind: str
    says: Sentence  # the kind in a person's words
    first: str
    over: frozenset[str]  # states in which nothing is wanted
    states: Mapping[str, Sentence]
    steps: tuple[Step, ...]
    wants: Callable[[File], tuple[Want, ...]]  # what the case needs now; derived, never stored
    retention: str
    follows: Callable[[File, Taken], tuple[Move, ...]] = nobody_more  # what the machine records after a step; a step of its own, too
    shows: Mapping[str, Part] = field(default_factory=dict)  # by step wanted, or mark that lets in: what they see, where not all
    logger_part: Part = Part.OWN
    closes: Mapping[str, Closing] = field(default_factory=dict)  # by state
    opening: tuple[Field, ...] = ()  # what the one who opens it fills in, one question a page
    sends: Callable[[File, str, Mapping[str, object]], str] = nowhere  # the seat that is to act after a step, where it says so
    marks: Callable[[str, Mapping[str, object]], tuple[Move, ...]] = (
        nothing  # what of a step's words stands in the clear: a day, never a word
    )
    outside: Callable[[File], tuple[Move, ...]] = nothing_outside  # marks that may come from outside; `outside.py` knows whether one is due
    lives_on: frozenset[str] = frozenset()  # states in `over` in which something may still come from outside
    leaver: str = ""  # the step by which it ends once the asker has left
    leaves: str = ""  # the mark that names whose leaving it is, where that is not the asker's
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)  # papers for the holders of some roles at the case's school alone
    board: tuple[str, ...] = ()  # fields whose latest words everybody at the case's school may read
    kept_as: Callable[[File], str] | None = None  # the class of how long it is kept, where what came of it decides that, not the kind
    asker_part: Part = Part.OWN
    told: str = ""  # a paper that whoever was asked reads where the status is theirs; then no name of the case is: see `shown`
    hats: Mapping[str, Hat] = field(default_factory=dict)  # by mark: what whoever comes in by the seat it holds is to the case
    keeper: Callable[[File], str] | None = None  # the seat by name whose matter it is now, where it can be handed on; else the asker's
    keeps_from_subject: Callable[[File], frozenset[str]] = none_named  # papers that are for the others alone
    gone: str = ""  # the step by which somebody says that the file it is kept with elsewhere is gone
    decides: Callable[[File], frozenset[str]] = none_named  # the seats that decided it last; see `reopened`
    fits: Callable[[File, Step], Step] = lambda file, step: step  # a step with what of it is open to this case
    evidence: bool = False  # whether links, pictures and PDFs may be put beside it

    @property
    def confidential(self) -> bool:
        """Whether somebody may know of it who may know nobody's name in it but those in the words that are shown to them."""
        return bool(self.told) or any(step.shown for step in self.steps)

    def step(self, id: str) -> Step | None:
        return next((step for step in self.steps if step.id == id), None)


def by_machine(step: Step | None) -> bool:
    """Whether a step is the machine's own, so that a move of this id is that step, with its end."""
    return step is not None and step.by == {Hat.ASKFIRST}


def outstanding(workflow: Workflow, file: File) -> tuple[Want, ...]:
    """What the case still needs from somebody."""
    return () if file.state in workflow.over else workflow.wants(file)


def audience(workflow: Workflow, file: File) -> dict[str, Part]:
    """Each seat that may see the case, and how much: the asker their own, whoever was let in what that gives. Linear in the steps taken."""
    seen: dict[str, Part] = {}
    for taken in file.taken:
        if taken.step == SHUT_TO:
            seen.pop(taken.seat, None)
        elif taken.step in LETS_IN:
            part = Part.STATUS if taken.step == INFORM else workflow.shows.get(taken.of.partition(":")[0], Part.ALL)
            seen[taken.seat] = max(part, seen.get(taken.seat, part))
    if file.asker:
        seen[file.asker_seat] = workflow.asker_part
    if file.logger and file.logger != file.asker:
        seen["person:" + file.logger] = workflow.logger_part
    return seen
