"""What the words of a step name must be so in the tables: a second person who is employed here, and not the asker."""

from collections.abc import Mapping

from askfirst.casework.access import Found
from askfirst.casework.fields import BadField
from askfirst.casework.workflow import Step
from askfirst.people.hats import Standing
from askfirst.people.would_handle import employed, who_is_called
from askfirst.words import say

__all__ = ["check_named"]

NAMED = {("page", "people"): ("second", "successor")}
"""By kind and step: the fields that name somebody who is employed here."""


def check_named(found: Found, row: Step, words: Mapping[str, object], *, by: Standing) -> None:
    """Raises BadField for a name that is nobody's here, several people's, the asker's own, or not an employee's (ruling 6)."""
    for field in NAMED.get((found.case.kind, row.id), ()):
        people = [one for one in who_is_called(str(words.get(field, ""))) if one.ref != found.case.asker_id]
        employees = [one for one in people if employed(one.ref, on=by.on)]
        if len(employees) > 1:
            raise BadField(field, say("Several people here have that in their name. Write the whole name, or their username."))
        if people and not employees:
            raise BadField(field, say("Name somebody who is employed here, not through an agency."))
        if not employees:
            raise BadField(field, say("Nobody else who works here is called so. Check the name."))
