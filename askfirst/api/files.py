"""A file that comes as a form, alone or with some fields beside it."""

from collections.abc import Mapping
from typing import Any

from rest_framework.request import Request

from askfirst.api.problems import BadField
from askfirst.words import say

__all__ = ["WITH_FILE", "one_file"]

WITH_FILE = "multipart/form-data"


def one_file(request: Request, *beside: str) -> tuple[str, bytes, Mapping[str, str]]:
    """The name and the bytes of the one file of a form, and its other fields, each of which is one of `beside`. Raises BadField."""
    if (request.content_type or "").partition(";")[0].strip().lower() != WITH_FILE:
        raise BadField("file", say("Send the file as a form, with one file."))
    visit: Any = request._request
    fields, files = visit.POST, visit.FILES
    for other in sorted((set(fields) - {"csrfmiddlewaretoken", *beside}) | (set(files) - {"file"})):
        raise BadField(other, say("There is a field we do not take. Use only: {known}.", known=", ".join(sorted(("file", *beside)))))
    several = files.getlist("file")
    if len(several) != 1:
        raise BadField("file", say("Send one file at a time.") if several else say("No file came along. Choose one."))
    return str(several[0].name), several[0].read(), {name: str(fields[name]) for name in beside if name in fields}
