"""Saving one's own list from “Get something taken down”: the only way anything of it is kept, and for that person alone."""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from askfirst.casework.fields import BadField
from askfirst.casework.kinds.steps import FIELDS
from askfirst.web.bodies import Form, read_form
from askfirst.web.kept import typed
from askfirst.web.plain import not_this_way, plain_page
from askfirst.web.questions import NotSent, opened
from askfirst.web.session import SignedIn, signed_in
from askfirst.words import Sentence, say

__all__ = ["remove_save"]


@signed_in
def remove_save(request: HttpRequest) -> HttpResponse:
    """POST: keep the ticks and numbers; then the list."""
    here = cast(SignedIn, request)
    if request.method != "POST":
        return not_this_way(request, allow="POST")
    form = read_form(request)
    details = {field.id: form.one(field.id) for field in FIELDS if form.one(field.id)}
    try:
        ref = opened(here, form, kind="steps", details=details)
    except BadField as problem:
        return _not_saved(here, form, problem.sentence, 400)
    except NotSent as why:
        return _not_saved(here, form, why.says[0][0], 409)
    response = HttpResponseRedirect("/cases/{}/".format(ref))
    response.status_code = 303
    return response


def _not_saved(here: SignedIn, form: Form, why: Sentence, status: int) -> HttpResponse:
    """Nothing was kept, and what was written is given back."""
    next = say("Go back, and try again.")
    return plain_page(here, status=status, heading=say("This was not saved"), body=why, next=next, words=typed(form))
