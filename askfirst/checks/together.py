"""Rules that need more than one check's eyes: naming kindly, a missing disclaimer, words of someone who may be hurt."""

from askfirst.checks.draft import Draft
from askfirst.checks.finding import Seen

__all__ = ["together"]


def together(draft: Draft, seen: list[Seen]) -> list[Seen]:
    """The same findings after the rules that look at them side by side."""
    return seen
