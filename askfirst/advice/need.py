"""Whether words of a case may be about somebody who is hurt, may hurt themselves or others, or an adult's private contact with a child.

Asked of what stands in a case, for whoever reads it, each time: a prompt, and no finding. Nothing of it is kept, and nobody is told. What
somebody says of themselves is met as in a draft (ruling 12); what is told of others has signs of its own. Source: workflows.md 3.0.
"""

from collections.abc import Iterable

from askfirst.checks.draft import LONGEST, Author, Draft
from askfirst.checks.text.help import HELP
from askfirst.checks.text.need.need_signs import needs

__all__ = ["may_need_help"]


def may_need_help(texts: Iterable[str]) -> bool:
    """Whether one of these texts has such a sign. Linear in them; of one that is too long, its first part."""
    return any(_has_a_sign(text[:LONGEST]) for text in texts)


def _has_a_sign(text: str) -> bool:
    return next(iter(HELP.look(Draft(text=text, author=Author.STUDENT))), None) is not None or needs(text)
