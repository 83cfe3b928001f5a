"""A phone number in a post lets a stranger make unwanted contact (SNS-3)."""

import re
from collections.abc import Iterator

from askfirst.checks.draft import Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.words import say

NUMBER = re.compile(r"(?<![\w.])(?:\+44|0)(?:[\s.()\-]{0,2}\d){9,10}(?![\w])")


def look(draft: Draft) -> Iterator[Hit]:
    for match in NUMBER.finditer(draft.folded.text):
        digits = re.sub(r"\D", "", match.group().replace("+44", "0", 1))
        if digits not in draft.told.published_phones and not digits.startswith(("0800", "0808")):
            start, end = draft.folded.span(*match.span())
            yield Hit(start, end)


PHONE = Check(
    name="phone",
    kind="contact",
    clause="SNS-3",
    level=Level.TIP,
    title=say("A phone number"),
    why=say("Anyone who reads this can ring you."),
    fix=say("[number removed]"),
    doubt=say("If this is the school office's published number, leave it in."),
    look=look,
    flags=("Ring me on 07700 900123!",),
    passes=("Meet in room 0412", "Order 20181101123456789", "Childline is on 0800 1111"),
)
