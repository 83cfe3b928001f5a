"""Whether words may be about somebody who is hurt, or may hurt themselves, or an adult's private contact with a child (ruling 12).

Asked of what stands in a case, for whoever reads it, each time: a prompt, and no finding. Nothing of it is kept, and nobody is told.
"""

from collections.abc import Iterable

from askfirst.checks.draft import LONGEST, Author, Draft
from askfirst.checks.text.help import HELP

__all__ = ["may_need_help"]


def may_need_help(texts: Iterable[str]) -> bool:
    """Whether one of these texts has such a sign. Linear in them; of one that is too long, its first part."""
    return any(next(iter(HELP.look(Draft(text=text[:LONGEST], author=Author.STUDENT))), None) is not None for text in texts)
