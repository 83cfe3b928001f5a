"""One question about the school's good name, only beside an Important attack and only where the school can be known (PRI-1, SNS-5)."""

import re

from askfirst.checks.draft import Draft
from askfirst.checks.finding import Level, Seen
from askfirst.words import say

__all__ = ["reputation"]

ATTACKS = frozenset({"abuse", "derogatory"})


def reputation(draft: Draft, seen: list[Seen]) -> list[Seen]:
    """At most one question. Lawful criticism, beliefs and plain bad news never bring it: only an attack does."""
    attacks = [one for one in seen if one.kind in ATTACKS and one.level is Level.IMPORTANT and not one.noticed]
    if not attacks or not school_known(draft):
        return []
    first = min(attacks, key=lambda one: (one.start, one.end))
    profile = say("This might make people think less of the school. Your profile names it.")
    text = say("This might make people think less of the school. Your text names it.")
    return [
        Seen(
            check="reputation",
            kind="reputation",
            clause="PRI-1",
            also=("SNS-5", "INT-6"),
            level=Level.TIP,
            start=first.start,
            end=first.end,
            target=None,
            title=say("The school's good name"),
            why=profile if draft.profile_names_school else text,
            fix=None,
            doubt=say("This is only a question. You may say what you think of how things are run."),
            noticed=False,
            about=first.about,
        )
    ]


def school_known(draft: Draft) -> bool:
    """Whether the profile or the text names the school. A name that is a word or place too is not enough by itself."""
    if draft.profile_names_school:
        return True
    low = draft.folded.text
    return any(
        not brand.ambiguous and re.search(r"(?<!\w)" + re.escape(brand.term.lower()) + r"(?!\w)", low) for brand in draft.told.brands
    )
