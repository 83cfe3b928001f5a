"""The words somebody typed into a form that could not be taken: shown back once, to copy, and kept nowhere. Pure."""

import re

from askfirst.web.bodies import Form

__all__ = ["typed"]

NOT_TYPED = {"csrfmiddlewaretoken", "key", "once", "version", "of", "next", "person", "capacity"}
NEVER_SHOWN = {"password", "current", "new", "again", "code", "proof"}
MACHINE = re.compile(
    r"(yes|no|on|[a-z0-9]+(-[a-z0-9]+)+|[BCDFGHJKLMNPQRSTVWXZ2-9]{8}|[0-9a-f]{32,})", re.ASCII
)  # choices, references, keys


def typed(form: Form) -> str:
    """Each field's words in the form's order, a blank line between; choices, references, keys and passwords are left out."""
    kept = []
    for name, values in form.fields.items():
        if name not in NOT_TYPED | NEVER_SHOWN:
            kept += [value for value in values if value.strip() and not MACHINE.fullmatch(value)]
    return "\n\n".join(kept)
