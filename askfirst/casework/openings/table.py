"""What opening a case of each kind means: its details read, whom it goes to first, what the machine records at once."""

from collections.abc import Callable, Mapping

from askfirst.casework.openings.concern import open_concern
from askfirst.casework.openings.data_request import open_data_request
from askfirst.casework.openings.do_not_post import open_do_not_post
from askfirst.casework.openings.event import open_event
from askfirst.casework.openings.exemption import open_exemption
from askfirst.casework.openings.impostor import open_impostor
from askfirst.casework.openings.instruction import open_instruction
from askfirst.casework.openings.opened import Opened, from_a_concern
from askfirst.casework.openings.page import open_page
from askfirst.casework.openings.press import open_press
from askfirst.casework.openings.question import open_question
from askfirst.casework.openings.removal import open_removal
from askfirst.casework.openings.steps import open_steps
from askfirst.casework.openings.talks import OPEN_TALKS

__all__ = ["BY_HAND", "GOES_ON", "OPENERS"]

GOES_ON = ("staff-route", "student-route")
"""Kinds that no form opens: a concern that goes on opens them."""

OPENERS: Mapping[str, Callable[..., Opened]] = {
    "question": open_question,
    "press": open_press,
    "page": open_page,
    "exemption": open_exemption,
    "removal": open_removal,
    "do-not-post": open_do_not_post,
    "steps": open_steps,
    "data-request": open_data_request,
    "impostor": open_impostor,
    "event": open_event,
    "instruction": open_instruction,
    "concern": open_concern,
    **dict.fromkeys(GOES_ON, from_a_concern),
    **OPEN_TALKS,
}
BY_HAND = tuple(kind for kind in OPENERS if kind not in GOES_ON)
