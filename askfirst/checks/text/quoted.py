"""Hurtful words that are told of or spoken against: noticed, never a problem. Telling someone is right."""

from collections.abc import Iterator

from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.text.unkind.harms import harms
from askfirst.words import say

__all__ = ["QUOTED"]


def look(draft: Draft) -> Iterator[Hit]:
    targets, found = draft.once(harms)
    for harm in found:
        if harm.excused:
            yield Hit(*targets.tokens.span(harm.first, harm.last))


QUOTED = Check(
    name="quoted",
    kind="claim",
    clause="PRI-2",
    level=Level.TIP,
    title=say("Words you tell of"),
    why=say("You seem to tell of these words, or to speak against them. That is fine."),
    fix=None,
    doubt=say("If these are your own words at someone, please think again."),
    look=look,
    flags=(
        Draft("someone called me a fat cow today and I told my tutor", Author.STUDENT),
        'A pupil was called a "dirty pikey" on the bus. Report it.',
    ),
    passes=(
        "Mrs Rainsford is a lazy, clueless cow and the whole staffroom knows it.",
        "What a good assembly.",
    ),
    noticed=True,
)
