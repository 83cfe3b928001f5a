"""The department's pages that somebody runs, as choices on a form. Read, never unsealed: a page is told by its reference and its state."""

from datetime import datetime

from askfirst.casework import access
from askfirst.casework.fields import Choice
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.workflow import Part
from askfirst.people.hats import Standing
from askfirst.web.in_words import moment_in_words
from askfirst.web.mine import by_name
from askfirst.words import say

__all__ = ["own_pages"]

KIND = "page"
GONE = frozenset({"archived", "withdrawn"})


def own_pages(by: Standing, *, at: datetime) -> tuple[Choice, ...]:
    """The newest pages of this person that are still there."""
    found = [line for line in access.page(by_name(by), kind=KIND, least=Part.OWN) if line.state not in GONE]
    return tuple(
        Choice(
            line.ref,
            say("{ref}: {state}", ref=line.ref, state=WORKFLOWS[KIND].states[line.state]),
            say("Begun {when}", when=moment_in_words(line.opened_at, now=at)),
        )
        for line in found
    )
