"""Ask for a copy of what the Trust holds about you, or say that something went wrong with it: one short form, or how to ask."""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from django.http import HttpRequest, HttpResponse

from askfirst.casework.fields import Choice, Field
from askfirst.casework.kinds.data_request import DATA_REQUEST
from askfirst.casework.openings.data_request import NOT_FOR_THEM, OWN, young_children
from askfirst.people.hats import Capacity, Standing
from askfirst.web.door import Door, through
from askfirst.web.session import Visit
from askfirst.words import say

__all__ = ["my_data"]


def my_data(request: HttpRequest) -> HttpResponse:
    return through(request, DOOR)


def _fields(by: Standing) -> list[Field]:
    """A parent says whom it is about; everybody else asks for themselves."""
    children = young_children(by)
    who = (Choice(OWN, say("Me")), *(Choice(one.named.username, say("{name}", name=one.named.name)) for one in children))
    asked = []
    for field in DATA_REQUEST.opening:
        if field.id != "child":
            asked.append(field)
        elif children:
            asked.append(replace(field, choices=who))
    return asked


def _adds(request: HttpRequest) -> Mapping[str, object]:
    by = cast(Visit, request).standing
    parent = by is not None and by.capacity is Capacity.PARENT
    return {"alone": NOT_FOR_THEM if parent else None}


DOOR = Door(kind=DATA_REQUEST.kind, clause="PRI-4", form="web/my-data/form.html", how="web/my-data/how.html", fields=_fields, adds=_adds)
