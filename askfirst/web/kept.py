"""The words somebody typed into a form that could not be taken: shown back once, to copy, and kept nowhere."""

import re
from collections import defaultdict

from askfirst.casework.filed import WORKFLOWS
from askfirst.web.bodies import Form

__all__ = ["typed"]

NOT_TYPED = {
    *("csrfmiddlewaretoken", "key", "once", "version", "of", "next", "person", "capacity", "page", "checked", "step", "as", "digest"),
    *("school", "schools", "kind"),
}
NEVER_SHOWN = {"password", "current", "new", "again", "code", "proof"}
MACHINE = re.compile(
    r"(yes|no|on|[a-z0-9]+(-[a-z0-9]+)+|[BCDFGHJKLMNPQRSTVWXZ2-9]{8}|[0-9a-f]{32,})", re.ASCII
)  # choices, references, keys


def _choices() -> dict[str, set[str]]:
    """By field: what somebody can choose there. It was pressed, and its words stand on the page and not in the form."""
    found: dict[str, set[str]] = defaultdict(set, {"about": {"post", "else"}})  # as a journalist's call is told
    for workflow in WORKFLOWS.values():
        for field in (*workflow.opening, *(field for step in workflow.steps for field in step.fields)):
            found[field.id] |= {choice.value for choice in field.choices}
    return dict(found)


CHOICES = _choices()


def typed(form: Form) -> str:
    """Each field's words in the form's order, a blank line between; choices, references, keys and passwords are left out."""
    kept = []
    for name, values in form.fields.items():
        if name not in NOT_TYPED | NEVER_SHOWN:
            pressed = CHOICES.get(name, set())
            kept += [value for value in values if value.strip() and value not in pressed and not MACHINE.fullmatch(value)]
    return "\n\n".join(kept)
