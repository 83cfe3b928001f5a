"""Tell us of a page that pretends to be ours: one short form, or how to tell. Nothing here says what any page is."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse

from askfirst.casework.fields import Field
from askfirst.casework.kinds.impostor import IMPOSTOR
from askfirst.people.hats import Standing
from askfirst.web.door import Door, through
from askfirst.web.help import helpers
from askfirst.web.house import student_reads

__all__ = ["not_ours"]


def not_ours(request: HttpRequest) -> HttpResponse:
    return through(request, DOOR)


def _fields(by: Standing) -> tuple[Field, ...]:
    return IMPOSTOR.opening


def _adds(request: HttpRequest) -> Mapping[str, object]:
    """Who can help, before anything is asked."""
    return helpers(student=student_reads(request))


DOOR = Door(kind=IMPOSTOR.kind, clause="HYB-1", form="web/not-ours/form.html", how="web/not-ours/how.html", fields=_fields, adds=_adds)
