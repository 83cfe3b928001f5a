"""A form that may hold a file: its fields as `bodies` has them, and the file with the name it came under. Nothing is opened here."""

from dataclasses import dataclass

from django.http import HttpRequest

from askfirst.web.bodies import Form, read_form
from askfirst.words import say

__all__ = ["WITH_FILE", "Sent", "read_any", "read_upload"]

WITH_FILE = "multipart/form-data"
LOST = "\ufffd"
BROKEN = say("Some of the text did not arrive as letters. We show those places as “\ufffd”: put them right, then send again.")


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent. `data` is None where no file was chosen; `several`: more files than one."""

    form: Form
    name: str = ""
    data: bytes | None = None
    several: bool = False


def read_upload(request: HttpRequest) -> Sent:
    """The form and its file "file". Raises what Django raises for a body that is no form at all, which is answered with 400 or 413."""
    if request.content_type != WITH_FILE:
        return Sent(read_form(request))
    fields = {name: tuple(str(one) for one in request.POST.getlist(name)) for name in request.POST}
    broken = any(LOST in one for values in fields.values() for one in values)
    files = request.FILES.getlist("file")
    form = Form(fields, BROKEN if broken else None)
    if not files:
        return Sent(form)
    return Sent(form, str(files[0].name), files[0].read(), several=len(files) > 1)


def read_any(request: HttpRequest) -> Form:
    """The fields of a form of either sort: to give the words back where nothing else can be done with them."""
    return read_upload(request).form
