"""docs/workflows.md says what the tables say; what it should say is written here by hand, from the issue and the domain's own page."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.kinds.question import QUESTION
from gates.workflows import document, workflows

ROOT = Path(__file__).parents[2]


def row(step, kind):
    """The cells of a step in the section of its kind."""
    section = next(part for part in document(workflows()).split("\n## ") if "(`%s`)" % kind in part.splitlines()[0])
    line = next(line for line in section.splitlines() if line.startswith("| `%s`:" % step))
    return [cell.strip() for cell in line.strip("|").split(" | ")]


def test_every_kind_has_its_diagram_and_a_row_for_every_step():
    said = document(workflows())
    assert [workflow.kind for workflow in workflows()] == sorted(WORKFLOWS)
    assert said.count("stateDiagram-v2") == len(WORKFLOWS)
    assert [line.split("`")[1] for line in said.splitlines() if line.startswith("| `")] == [
        step.id for kind in sorted(WORKFLOWS) for step in WORKFLOWS[kind].steps
    ]


@pytest.mark.parametrize("step", ["respond", "decline", "hand-over"])
def test_no_response_before_every_consultation(step):
    _, start, _, _, clause, needs, _, _ = row(step, "press")
    assert (start, clause) == ("consultation pending", "SNS-12")
    assert needs == "`heads-consulted` (SNS-12) looks for whose consultation is still owed"


def test_an_answer_needs_words_a_strength_and_a_clause_or_none():
    _, _, end, who, _, _, fields, time = row("answer", "question")
    assert (end, who) == ("answered", "somebody who was asked")
    assert fields == "`text`; `strength` (Must, Must not, Should, Should not, Advice, You may, Good to know); `clause` or `outside`"
    assert time == "reminder after 1 school day, due after 2, the next person too after 3"


def test_a_school_named_later_leads_back_to_the_gate():
    edges = [line.strip() for line in document(workflows()).splitlines() if line.endswith(": name-school")]
    assert edges == ["%s --> pending: name-school" % state for state in ("pending", "responded", "declined", "handed_over")]


def test_a_step_that_nothing_asks_for_stops_the_document():
    silent = replace(QUESTION, wants=lambda file: ())
    with pytest.raises(ValueError, match=r"question: nothing in SITUATIONS asks for answer"):
        document([silent])


def test_it_is_written_without_a_database_or_django():
    code = "import sys\nfrom gates.workflows import document, workflows\ndocument(workflows())\nprint([n for n in sys.modules if n.split('.')[0] == 'django'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False, text=True)
    assert done.stdout.strip() == "[]", done.stderr
