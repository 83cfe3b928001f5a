"""What the words of a step name must be so in the tables: somebody who is employed here, and not the asker."""

from collections.abc import Collection, Mapping
from datetime import date

from askfirst.casework.access import Found
from askfirst.casework.concern_merge import check_same
from askfirst.casework.families import family_words
from askfirst.casework.fields import BadField
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.kinds.page_words import own_addresses
from askfirst.casework.kinds.student_route import STUDENT_ROUTE
from askfirst.casework.models import Case
from askfirst.casework.seated import by_name
from askfirst.casework.workflow import Step
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import Standing
from askfirst.people.holding import trust_on
from askfirst.people.who import works_at
from askfirst.people.would_handle import employed, who_is_called
from askfirst.words import say

__all__ = ["check_named", "employee"]

NAMED = {
    ("page", "people"): ("second", "successor"),
    ("page", "name-successor"): ("successor",),
    ("exemption", "second"): ("second",),
    ("event", "hand-event"): ("organiser",),
}
"""By kind and step: the fields that name somebody who is employed here."""
OWN = {("page", "account"): ("login", "recovery"), ("exemption", "set-up"): ("login",)}
"""By kind and step: the fields that hold an address of the Trust's or a school's own."""
MERGED = ("concern", "merge")
"""A step that says which case it is the same as: one that they may read themselves."""
DECIDED = ("staff-route", "store-outcome")
"""A step that names who decided: somebody who is not shut out of the case."""
THERE = frozenset({("event", "hand-event")})
"""By kind and step: whoever is named works at the case's own school."""
APART = {("exemption", "second"): ("agree", "note")}
"""By kind and step: whoever took one of these steps is not the one who may be named (ruling 6)."""


def employee(field: str, text: str, *, but: Collection[str], on: date) -> str:
    """The reference of the one who is employed here on that day and is called so, none of `but`.

    Raises BadField for a name that is nobody's here, several people's, or not an employee's (ruling 6); who has left is nobody here.
    """
    left = TheDirectory().has_left
    people = [one for one in who_is_called(text) if one.ref not in but and not left(one.ref, on)]
    employees = [one for one in people if employed(one.ref, on=on)]
    if len(employees) > 1:
        raise BadField(field, say("Several people here have that in their name. Write the whole name, or their username."))
    if people and not employees:
        raise BadField(field, say("Name somebody who is employed here, not through an agency."))
    if not employees:
        raise BadField(field, say("Nobody else who works here is called so. Check the name."))
    return employees[0].ref


def _decider(field: str, text: str, *, but: Collection[str]) -> str:
    """The reference of the member of staff or trustee who is called so and decided. Raises BadField, also for whoever is shut out."""
    people = [one for one in who_is_called(text) if one.kind in ("staff", "trustee")]
    if len(people) > 1:
        raise BadField(field, say("Several people here have that in their name. Write the whole name, or their username."))
    if not people:
        raise BadField(field, say("Nobody who works here is called so. Check the name."))
    if people[0].ref in but:
        raise BadField(field, say("Name whoever decided it. This person has no part in that."))
    return people[0].ref


def _has_it(case: Case) -> str:
    """Whose matter it is now, by reference."""
    keeper = WORKFLOWS[case.kind].keeper
    return by_name(keeper(file_of(case))) if keeper is not None else case.whose


def check_named(found: Found, row: Step, words: Mapping[str, object], *, by: Standing) -> dict[str, str]:
    """Whom the words name, by field. Raises BadField as `employee` does, and for whoever decided in the case where that bars them.

    Raises it too for an address to sign in with that is not the school's own.
    """
    key = (found.case.kind, row.id)
    if key in OWN:
        own_addresses(words, trust_on(by.on).domains, *OWN[key])
    if found.case.kind == STUDENT_ROUTE.kind:
        return family_words(found.case, row, words, on=by.on)
    if key == MERGED:
        check_same(str(words.get("case", "")), by, but=found.case.ref)
    named = {}
    if key == DECIDED:
        shut = set(found.case.bars.values_list("person_id", flat=True))
        return {"decided_by": _decider("decided_by", str(words.get("decided_by", "")), but=shut)}
    for field in NAMED.get(key, ()):
        named[field] = employee(field, str(words.get(field, "")), but={_has_it(found.case)}, on=by.on)
        if key in THERE and found.case.school_id not in works_at(named[field], on=by.on):
            raise BadField(field, say("Name somebody who works at this school."))
        if key in APART and found.case.steps.filter(step__in=APART[key], by=named[field]).exists():
            raise BadField(field, say("Name somebody else. Whoever agreed to it or noted it cannot run it with you."))
    return named
