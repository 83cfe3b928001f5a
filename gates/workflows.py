"""docs/workflows.md, from the tables themselves: for each kind of case a diagram and a table. `python -m gates.workflows` prints it."""

import inspect
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib import import_module

from askfirst.casework import kinds
from askfirst.casework.clocks import Clock, Days, Legal, Until
from askfirst.casework.fields import Field
from askfirst.casework.gates import HATS
from askfirst.casework.kinds.concern_gates import GONE
from askfirst.casework.kinds.data_request_gates import COPY
from askfirst.casework.kinds.page_gates import PUPILS
from askfirst.casework.kinds.page_handover import LEAVES, NEXT
from askfirst.casework.kinds.press import ADVICE_ONLY
from askfirst.casework.kinds.staff_route_steps import TELL
from askfirst.casework.kinds.student_route_home import CARED, MISCONDUCT, NOBODY, REFERENCE
from askfirst.casework.kinds.support import COLLEAGUE, PUPIL
from askfirst.casework.kinds.talks import BY_GOVERNANCE
from askfirst.casework.kinds.yearly import RENAME_OWED
from askfirst.casework.workflow import OPEN, OWE, File, Need, Part, Step, Taken, Workflow
from askfirst.people.hats import person

__all__ = ["document", "workflows"]

# What may have happened when something is first wanted. A step that none of these asks for stops the document: add how it comes about.
SITUATIONS = (
    (OPEN,),
    (OPEN, COPY),
    (OPEN, OWE),
    (OPEN, ADVICE_ONLY),
    (OPEN, BY_GOVERNANCE),
    (OPEN, RENAME_OWED),
    (OPEN, PUPILS),
    (OPEN, "mixed-found"),
    (OPEN, "year-on"),
    (OPEN, LEAVES),
    (OPEN, LEAVES, NEXT),
    (OPEN, "issue", "renew"),
    (OPEN, TELL),
    (OPEN, COLLEAGUE),
    (OPEN, PUPIL),
    (OPEN, "record-talk", "take-account"),
    (OPEN, MISCONDUCT),
    (OPEN, GONE),
    (OPEN, MISCONDUCT, "write-summary"),
    (OPEN, MISCONDUCT, NOBODY),
    (OPEN, MISCONDUCT, CARED, REFERENCE),
)
ABOUT = {OWE: "a", LEAVES: "2100-01-01"}
"""What a step is about, where what is wanted hangs on it: a school, a last day."""
SEES = {Part.STATUS: "that it is there and how far it has got", Part.OWN: "it as their own", Part.ALL: "all of it"}
HEAD = """# Workflows

Written by `make docs` from `askfirst/casework/kinds/`. Each kind of case is one table, and nothing moves a case but its steps.
A step's id never changes: it is in the record, in the address of the API and in the tests.

Besides people's steps AskFirst records moves of its own: `open`, `owe` (a consultation is owed), `route` (somebody is asked),
`open-to`, `inform` and `shut-to` (who sees it from now on). It asks, reminds and asks the next person too. It never decides.
A step about one school says which (`for` in the API). "The next person too" is whoever comes next on the chain of those who may act.
"""


def workflows() -> Iterator[Workflow]:
    """Every table under casework/kinds, by its name, so that a new one cannot be forgotten."""
    for found in sorted(pkgutil.iter_modules(kinds.__path__), key=lambda module: module.name):
        module = import_module("%s.%s" % (kinds.__name__, found.name))
        for _, value in inspect.getmembers(module, lambda value: isinstance(value, Workflow)):
            if value.kind == found.name.replace("_", "-"):
                yield value


def _clocks(workflow: Workflow) -> dict[str, Clock]:
    """How long each want leaves, by its id."""
    at, found = datetime(2026, 11, 23, tzinfo=UTC), dict[str, Clock]()
    for steps in SITUATIONS:
        taken = tuple(Taken(number, step, at, of=ABOUT.get(step, ""), seat=person("A")) for number, step in enumerate(steps, 1))
        for state in workflow.states:
            found = {want.step: want.clock for want in workflow.wants(File(workflow.kind, state, "A", "", at, taken))} | found
    timeless = [step.id for step in workflow.steps if step.answers and step.meets not in found]
    if timeless:
        raise ValueError("%s: nothing in SITUATIONS asks for %s" % (workflow.kind, ", ".join(timeless)))
    return found


def _time(clock: Clock | None) -> str:
    if clock is None:
        return ""
    if isinstance(clock, Until):
        return "reminder on the day that was agreed, the next person too %s later" % _school_days(clock.climb)
    if isinstance(clock, Legal):
        return "%s from the day it was asked, holidays included; reminder %d days before, the next person too %d days before" % (
            _calendar(clock),
            clock.remind,
            clock.climb,
        )
    if isinstance(clock, Days):
        return "reminder after %s, due after %d, the next person too after %d" % (_school_days(clock.remind), clock.due, clock.climb)
    return "reminder after %d minutes, the next person too after %d; sooner before somebody's deadline" % (clock.remind, clock.climb)


def _school_days(count: int) -> str:
    return "1 school day" if count == 1 else "%d school days" % count


def _calendar(clock: Legal) -> str:
    months = "" if not clock.months else "1 calendar month" if clock.months == 1 else "%d calendar months" % clock.months
    return months or "%d calendar days" % clock.days


def _state(id: str) -> str:
    return id.replace("-", "_")


def _ends(step: Step) -> tuple[str, ...]:
    """The states it may lead to; none where the state stays."""
    return tuple(dict.fromkeys(step.ends.values())) or ((step.end,) if step.end else ())


def _diagram(workflow: Workflow) -> Iterator[str]:
    yield from ("```mermaid", "stateDiagram-v2")
    for id, says in workflow.states.items():
        yield '    state "%s" as %s' % (says, _state(id))
    yield "    [*] --> %s" % _state(workflow.first)
    for step in workflow.steps:
        for start in (id for id in workflow.states if id in step.start):
            for end in _ends(step) or (start,):
                yield "    %s --> %s: %s" % (_state(start), _state(end), step.id)
    left = {id for step in workflow.steps for end in _ends(step) for id in step.start if end != id}
    for id in workflow.states:
        if id not in left:
            yield "    %s --> [*]" % _state(id)
    yield "```"


def _field(field: Field) -> str:
    shown = "`%s`" % field.id
    if field.choices:
        shown += " (%s)" % ", ".join(choice.value for choice in field.choices)
    if field.instead:
        return "%s or `%s`" % (shown, field.instead)
    return shown if field.needed else "%s, if wanted" % shown


def _fields(step: Step) -> str:
    instead = {field.instead for field in step.fields}
    return "; ".join(_field(field) for field in step.fields if field.id not in instead)


def _needs(step: Step) -> str:
    last = ["not after the day of `%s`" % step.until] if step.until else []
    return "; ".join([*("`%s` (%s) looks for %s" % (need.id, need.clause, _looked_for(need)) for need in step.needs), *last])


def _looked_for(need: Need) -> str:
    """What the gate's own function says it returns, up to the first stop."""
    says = (inspect.getdoc(need.missing) or "").partition(".")[0].partition(";")[0]
    return says[:1].lower() + says[1:]


def _row(workflow: Workflow, step: Step, clocks: dict[str, Clock]) -> str:
    cells = (
        "`%s`: %s" % (step.id, step.says),
        ", ".join(str(says) for id, says in workflow.states.items() if id in step.start),
        ", or ".join(str(workflow.states[end]) for end in _ends(step)) or "as it was",
        ", ".join(str(HATS[hat]) for hat in HATS if hat in step.by),
        step.clause,
        _needs(step),
        _fields(step),
        _time(clocks.get(step.meets) if step.answers else None),
    )
    return "| %s |" % " | ".join(cell.replace("|", "\\|") for cell in cells)


def _section(workflow: Workflow) -> Iterator[str]:
    yield from ("## %s (`%s`)" % (workflow.says, workflow.kind), "")
    yield from _diagram(workflow)
    yield from ("", "| step | from | to | who | clause | needs first | asks for | time |", "|---|---|---|---|---|---|---|---|")
    clocks = _clocks(workflow)
    yield from (_row(workflow, step, clocks) for step in workflow.steps)
    yield ""
    seen = ["Whoever it belongs to sees it as their own; whoever wrote it down for them sees %s." % SEES[workflow.logger_part]]
    seen += ["Whoever is asked to `%s` sees %s." % (step, SEES[part]) for step, part in workflow.shows.items()]
    yield " ".join([*seen, "Kept as retention class %s." % workflow.retention])


def document(tables: Iterable[Workflow]) -> str:
    """The whole document. Raises ValueError for a step whose deadline cannot be found."""
    return "\n".join([HEAD, *("\n".join([*_section(workflow), ""]) for workflow in tables)])


if __name__ == "__main__":
    sys.stdout.write(document(workflows()))
