"""Strong words that hit nobody one could name: noticed, never a problem. Swearing at a printer is no fault."""

from collections.abc import Iterator

from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.lists import listed
from askfirst.checks.text.harms import harms
from askfirst.checks.text.tokens import Tokens
from askfirst.words import say

__all__ = ["SWEARING"]


def look(draft: Draft) -> Iterator[Hit]:
    """One hit for each strong word that no finding holds already."""
    tokens = draft.once(Tokens)
    places = tokens.places_of(listed("insults", "strong")) if not tokens.vocabulary.isdisjoint(listed("insults", "strong")) else []
    if not places:
        return
    targets, found = draft.once(harms)
    held = {at for harm in found for at in range(*targets.tokens.span(harm.first, harm.last))}
    for at in places:
        start, end = tokens.span(at, at)
        if start not in held:
            yield Hit(start, end)


SWEARING = Check(
    name="swearing",
    kind="tone",
    clause="CON-4",
    level=Level.TIP,
    title=say("Strong words"),
    why=say("These words are strong. Readers may think you are angry."),
    fix=None,
    doubt=say("If no person is meant, you decide."),
    look=look,
    flags=(
        Draft("this bloody homework is a load of shit", Author.STUDENT),
        "That printer is a stupid heap of junk.",
    ),
    passes=(
        "What a good assembly.",
        Draft("silly me, I left my bag on the bus", Author.STUDENT),
    ),
    noticed=True,
)
