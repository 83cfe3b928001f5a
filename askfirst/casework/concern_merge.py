"""Which other concerns one may be the same as: the open ones that whoever weighs it may read, and no reference out of the air."""

from askfirst.casework.access import Line, page
from askfirst.casework.fields import BadField
from askfirst.casework.workflow import Part
from askfirst.people.hats import Standing
from askfirst.words import say

__all__ = ["ELSEWHERE", "check_same", "same_as"]

ELSEWHERE = "elsewhere"
"""Another that somebody else deals with: there is one, and its reference is not for this person."""
MOST = 25


def same_as(by: Standing, *, but: str) -> list[Line]:
    """The newest open concerns that this person may read, without the one at hand."""
    return [line for line in page(by, kind="concern", open_only=True, limit=MOST + 1, least=Part.ALL) if line.ref != but][:MOST]


def check_same(said: str, by: Standing, *, but: str) -> None:
    """Raises BadField for whatever is not on offer; it never says whether such a case is there."""
    if said != ELSEWHERE and said not in {line.ref for line in same_as(by, but=but)}:
        raise BadField("case", say("Choose one of the concerns on this page."))
