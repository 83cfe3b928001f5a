"""From stored rows to the `File` that rules read, and the table each kind of case follows."""

from collections.abc import Collection

from askfirst.casework.kinds.concern import CONCERN
from askfirst.casework.kinds.data_request import DATA_REQUEST
from askfirst.casework.kinds.declaration import DECLARATION
from askfirst.casework.kinds.do_not_post import DO_NOT_POST
from askfirst.casework.kinds.event import EVENT
from askfirst.casework.kinds.exemption import EXEMPTION
from askfirst.casework.kinds.impostor import IMPOSTOR
from askfirst.casework.kinds.instruction import INSTRUCTION
from askfirst.casework.kinds.interest import INTEREST
from askfirst.casework.kinds.offer import OFFER
from askfirst.casework.kinds.page import PAGE
from askfirst.casework.kinds.plan import PLAN
from askfirst.casework.kinds.press import PRESS
from askfirst.casework.kinds.question import QUESTION
from askfirst.casework.kinds.removal import REMOVAL
from askfirst.casework.kinds.staff_route import STAFF_ROUTE
from askfirst.casework.kinds.steps import STEPS
from askfirst.casework.kinds.student_route import STUDENT_ROUTE
from askfirst.casework.models import Case, CaseStep
from askfirst.casework.workflow import File, Taken, Workflow

__all__ = ["WORKFLOWS", "file_of", "read_steps"]

KINDS = (
    QUESTION, PRESS, DECLARATION, PLAN, INTEREST, OFFER, PAGE, EXEMPTION, REMOVAL, DO_NOT_POST, STEPS, DATA_REQUEST, IMPOSTOR, EVENT,
    INSTRUCTION,
    CONCERN, STAFF_ROUTE, STUDENT_ROUTE,
)  # fmt: skip
WORKFLOWS: dict[str, Workflow] = {workflow.kind: workflow for workflow in KINDS}


def file_of(case: Case) -> File:
    """What rules may know of a case. Steps are only added, each under a version of its own: one query a version, linear in its steps."""
    if case.taken is None or case.taken[0] != case.version:
        case.taken = case.version, tuple(_taken(row) for row in case.steps.order_by("sequence"))
    return File(case.kind, case.state, case.whose, case.logger_id or "", case.opened_at, case.taken[1], case.school_id or "", case.capacity)


def read_steps(cases: Collection[Case]) -> None:
    """Reads the steps of these cases, for `file_of` to find them read: one query, however many."""
    taken: dict[int, list[Taken]] = {case.pk: [] for case in cases}
    for row in CaseStep.objects.filter(case__in=taken).order_by("sequence"):
        taken[row.case_id].append(_taken(row))
    for case in cases:
        case.taken = case.version, tuple(taken[case.pk])


def _taken(row: CaseStep) -> Taken:
    return Taken(row.sequence, row.step, row.at, of=row.of, by=row.by_id or "", acting_for=row.acting_for_id or "", seat=row.seat)
