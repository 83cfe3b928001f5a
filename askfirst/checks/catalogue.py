"""All checks of a text, and of a name, in one list each, and the one way to run them."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from askfirst.checks.draft import Author, Draft, Told
from askfirst.checks.finding import Check, NotChecked, Seen, always, filled
from askfirst.checks.names.brand import BRAND
from askfirst.checks.text.abuse import ABUSE
from askfirst.checks.text.asked_not_to import ASKED_NOT_TO
from askfirst.checks.text.claim import CLAIM
from askfirst.checks.text.confidential import CONFIDENTIAL
from askfirst.checks.text.date_of_birth import DATE_OF_BIRTH
from askfirst.checks.text.derogatory import DEROGATORY
from askfirst.checks.text.disclaimer import DISCLAIMER
from askfirst.checks.text.email_address import EMAIL_ADDRESS
from askfirst.checks.text.event import EVENT
from askfirst.checks.text.handle import HANDLE
from askfirst.checks.text.help import HELP
from askfirst.checks.text.names import NAMES
from askfirst.checks.text.national_insurance import NATIONAL_INSURANCE
from askfirst.checks.text.nhs_number import NHS_NUMBER
from askfirst.checks.text.number_plate import NUMBER_PLATE
from askfirst.checks.text.patterns.clued import compile_all
from askfirst.checks.text.phone import PHONE
from askfirst.checks.text.postcode import POSTCODE
from askfirst.checks.text.press import PRESS
from askfirst.checks.text.private_life import PRIVATE_LIFE
from askfirst.checks.text.protected import PROTECTED
from askfirst.checks.text.quoted import QUOTED
from askfirst.checks.text.record_number import RECORD_NUMBER
from askfirst.checks.text.street_address import STREET_ADDRESS
from askfirst.checks.text.swearing import SWEARING
from askfirst.checks.text.tone import TONE
from askfirst.checks.text.upn import UPN
from askfirst.checks.text.works_here import WORKS_HERE
from askfirst.checks.together import together
from askfirst.words import say

__all__ = ["NAME_CHECKS", "TEXT_CHECKS", "get_ready", "look_over"]

TEXT_CHECKS: tuple[Check, ...] = (
    PHONE,
    EMAIL_ADDRESS,
    POSTCODE,
    STREET_ADDRESS,
    HANDLE,
    UPN,
    NATIONAL_INSURANCE,
    NHS_NUMBER,
    NUMBER_PLATE,
    DATE_OF_BIRTH,
    RECORD_NUMBER,
    NAMES,
    ASKED_NOT_TO,
    EVENT,
    CONFIDENTIAL,
    PRIVATE_LIFE,
    PRESS,
    CLAIM,
    WORKS_HERE,
    DISCLAIMER,
    ABUSE,
    DEROGATORY,
    TONE,
    QUOTED,
    SWEARING,
    PROTECTED,
    HELP,
)

NAME_CHECKS: tuple[Check, ...] = (BRAND,)
"""Of the name or address of a page, each as a draft of its own."""

SECONDS = 5.0  # for all checks of one draft; a check not begun by then says "not checked"


def run(check: Check, draft: Draft) -> list[Seen]:
    """What one check sees, each hit with the check's own name, clause and words."""
    if check.when is not always and not draft.once(check.when):
        return []
    return [filled(check, hit) for hit in check.look(draft)]


def get_ready(told: Told) -> None:
    """Compile and read now what is else compiled and read where first needed: for a server or a file of drafts, not for one draft."""
    for check in TEXT_CHECKS:
        for example in (*check.flags, *check.passes):
            draft = Draft(example, Author.STAFF) if isinstance(example, str) else example
            look_over(replace(draft, told=told))
    compile_all()


def look_over(
    draft: Draft, *, checks: Sequence[Check] = TEXT_CHECKS, seconds: float = SECONDS, clock: Callable[[], float] = time.monotonic
) -> tuple[list[Seen], list[NotChecked]]:
    """Everything seen in the draft, in the order of the text, and what there was no time to look at. Linear in the text's length."""
    seen: list[Seen] = []
    missed: list[NotChecked] = []
    until = clock() + seconds
    for check in checks:
        if clock() > until:
            missed.append(NotChecked(check.name, say("We ran out of time. Check a shorter piece.")))
        else:
            seen += run(check, draft)
    draft.forget()
    return sorted(together(draft, seen), key=lambda one: (one.start, one.end, one.check)), missed
