"""Why a step cannot be taken: the one place where buttons, API and the step itself ask. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from askfirst.casework.workflow import File, Hat, Names, Step, Workflow, outstanding
from askfirst.words import Sentence, say

__all__ = ["HATS", "Asking", "Refusal", "Refused", "refusals"]

HATS = {
    Hat.ASKER: say("the person whose matter it is"),
    Hat.LOGGER: say("the person who wrote it down"),
    Hat.ASKED: say("somebody who was asked"),
    Hat.HANDLED: say("somebody who was asked about it"),
    Hat.DECIDER: say("whoever decided it, or somebody above them"),
    Hat.SUBJECT: say("the person it is about"),
    Hat.MANAGER: say("their line manager"),
    Hat.COMMUNICATIONS: say("the communications officer"),
    Hat.HR: say("HR"),
    Hat.HEAD: say("the Headteacher"),
    Hat.SAFEGUARDING: say("the safeguarding lead"),
    Hat.TARGET: say("the person it hurt"),
    Hat.FAMILY: say("a parent or carer"),
    Hat.ASKFIRST: say("AskFirst itself"),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not, in one sentence, with the clause it stands on."""

    sentence: Sentence
    clause: str


class Refused(ValueError):
    """Something that cannot be done now, with every reason."""

    def __init__(self, refused: tuple[Refusal, ...]) -> None:
        super().__init__("refused")
        self.refusals = refused


@dataclass(frozen=True, slots=True)
class Asking:
    """Who wants to take a step: their hats here, what they were reached with, and words for whoever is missing."""

    hats: frozenset[Hat]
    reached: frozenset[str]  # keys of wants that have reached them
    names: Names  # of = whose consultation -> words
    asked: Callable[[str], Sentence]  # want key -> who was asked
    on: date | None = None  # the day it is; not known where a table is only walked
    kept: Callable[[], date | None] = lambda: None  # the last day on which a case that has ended is kept, where one is known


def refusals(workflow: Workflow, step: Step, file: File, asking: Asking, *, of: str = "") -> tuple[Refusal, ...]:
    """Why the step cannot be taken; nothing means it can. Buttons, API and the step itself ask here, and only after the case was found."""
    clause = step.clause
    if file.state not in step.start:
        return (Refusal(say("This cannot be done now. It stands at: {state}.", state=workflow.states[file.state]), clause),)
    shut = _shut(step, file, asking)
    if step.answers:
        key = ":".join((step.meets, of)) if of else step.meets
        if key not in {want.key for want in outstanding(workflow, file)}:
            return shut or (Refusal(say("This is done already, or nobody was asked for it."), clause),)
        if key not in asking.reached:
            return (Refusal(say("Only {who} can do this.", who=asking.asked(key)), clause),)
    if not step.by & asking.hats:
        return (Refusal(say("Only {who} can do this.", who=HATS[min(step.by)]), clause),)
    return _past_its_time(workflow, step, file, asking) or shut


def _past_its_time(workflow: Workflow, step: Step, file: File, asking: Asking) -> tuple[Refusal, ...]:
    """What is to be removed lives no more, whether it was removed yet or a hold keeps it: opened again only within its time (3.0)."""
    ends = {step.end, *step.ends.values()} - {None, *workflow.over}
    until = asking.kept() if asking.on and ends and file.state in workflow.over else None
    if asking.on is None or until is None or asking.on <= until:
        return ()
    last = say("{day} {month}", day=until.day, month=format(until, "%B %Y"))
    says = say("It was kept until {last}, so it stays closed now. If it matters again, begin a new one.", last=last)
    return (Refusal(says, step.clause),)


def _too_late(step: Step, file: File, on: date | None) -> tuple[Refusal, ...]:
    """The day up to which it could be taken has passed."""
    last = file.last(step.until) if step.until and on is not None else None
    if last is None or on is None or on <= date.fromisoformat(last.of):
        return ()
    return (Refusal(say("The last day for this has passed."), step.clause),)


def _shut(step: Step, file: File, asking: Asking) -> tuple[Refusal, ...]:
    """Each gate of the step that is not open, with whom or what is missing."""
    missing = (Refusal(need.says(who, asking.names(who)), need.clause) for need in step.needs for who in need.missing(file))
    return (*_too_late(step, file, asking.on), *missing)
