"""Whoever told of a page that is not ours, and is no staff, reads of whoever deals with it by role: no other person's name in the answer.

Source: S53, workflows.md 3.19 and 3.21. Staff know each other by name.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from askfirst.casework import access
from askfirst.casework.filed import file_of
from askfirst.casework.workflow import File
from askfirst.people.hats import Capacity, Seat, Standing
from askfirst.people.who import Named, names
from askfirst.words import say

__all__ = ["BY_NAME", "KINDS", "in_a_sentence", "names_in", "reads_roles", "with_roles"]

KINDS = frozenset({"impostor"})
BY_NAME = frozenset({Capacity.STAFF, Capacity.TRUSTEE})
SOMEBODY = say("somebody who works here")


def in_a_sentence(title: str) -> str:
    """ "Teaching assistant" becomes "teaching assistant"; a title with capitals of its own, and Headteacher, keep theirs."""
    first, rest = title[:1], title[1:]
    return title if rest != rest.lower() or title == "Headteacher" else first.lower() + rest


def reads_roles(file: File, seats: Collection[Seat]) -> bool:
    """Whether whoever came in by these seats is the one who told, and is here as no staff."""
    return file.kind in KINDS and bool(file.asker) and file.asker_seat in seats and file.capacity not in BY_NAME


def names_in(ref: str, refs: Collection[str], *, by: Standing) -> dict[str, Named]:
    """These people as this reader of a case may have them. Raises access.Missing."""
    found, known = access.find(ref, by), names(refs)
    return with_roles(known, but=by.person) if reads_roles(file_of(found.case), found.seats) else known


def with_roles(people: Mapping[str, Named], *, but: str) -> dict[str, Named]:
    """Everybody but one with their role for a name."""
    return {ref: named if ref == but else _role(named) for ref, named in people.items()}


def _role(named: Named) -> Named:
    role = str(say("the {role}", role=in_a_sentence(named.title)) if named.title else SOMEBODY)
    return replace(named, name=role, short=role, kind=Capacity.STAFF.value)
