"""What every form that opens a case has in common: sent once and on to the case, or told why not; answers carried in the page alone."""

from collections.abc import Mapping

from django.http import HttpResponse, HttpResponseRedirect

from askfirst.casework.gates import Refused
from askfirst.casework.steps import open_case
from askfirst.trail.once import Reused
from askfirst.web.bodies import Form
from askfirst.web.session import SignedIn
from askfirst.web.step_forms import mended, once_of
from askfirst.words import Sentence

__all__ = ["NotSent", "Said", "carried", "kept_nowhere", "on_to", "opened"]

Said = list[tuple[Sentence, str, str]]
"""What is wrong, by which clause, and where on the page."""


class NotSent(Exception):
    """It was refused, or its key was used for something else: nothing was kept. `says` is for the page, which answers 409."""

    def __init__(self, says: Said) -> None:
        super().__init__()
        self.says = says


def opened(here: SignedIn, form: Form, *, kind: str, details: Mapping[str, object]) -> str:
    """The reference of the case that the form opens, the same however often it is sent. Raises BadField and NotSent."""
    try:
        return open_case(kind=kind, by=here.standing, details=details, at=here.now, once=once_of(form, address=here.path))
    except Refused as refused:
        raise NotSent([(one.sentence, one.clause, "") for one in refused.refusals]) from None
    except Reused as reused:
        raise NotSent([(reused.sentence, "", "")]) from None


def on_to(ref: str) -> HttpResponse:
    """303, to the page that says that it was sent."""
    response = HttpResponseRedirect("/cases/{}/?sent=1".format(ref))
    response.status_code = 303
    return response


def carried(given: Mapping[str, str], *, but: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Every answer but those of some questions, for the page to carry on."""
    return [(id, mended(value)) for id, value in given.items() if id not in but]


def kept_nowhere(response: HttpResponse) -> HttpResponse:
    """So that no browser and nothing between keeps the page."""
    response["Cache-Control"] = "no-store"
    return response
