"""Strong words that hit nobody one could name: noticed, never a problem. Swearing at a printer is no fault."""

from collections.abc import Iterator
from functools import cache

from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.lists import entries, listed
from askfirst.checks.text.unkind.harms import harms
from askfirst.checks.text.words.tokens import Tokens
from askfirst.words import say

__all__ = ["SWEARING"]

NEAR = 20  # words either way in which harmless company is looked for


@cache
def _unless() -> dict[str, frozenset[str]]:
    """Words that are strong but in harmless company, and that company."""
    lines = [line.split() for line in entries("insults", "strong_unless")]
    return {line[0]: frozenset(line[1:]) for line in lines}


@cache
def _strong() -> frozenset[str]:
    return listed("insults", "strong") | _unless().keys()


def look(draft: Draft) -> Iterator[Hit]:
    """One hit for each run of strong words that no finding holds already."""
    tokens = draft.once(Tokens)
    if tokens.vocabulary.isdisjoint(_strong()):
        return
    targets, found = draft.once(harms)
    held = {at for harm in found for at in range(*targets.tokens.span(harm.first, harm.last))}
    last, start, end = -2, 0, 0
    for at in _places(tokens):
        first, final = tokens.span(at, at)
        if first in held:
            continue
        if at == last + 1 and tokens.all[at].gap == " ":
            end = final
        else:
            if end:
                yield Hit(start, end)
            start, end = first, final
        last = at
    if end:
        yield Hit(start, end)


def _places(tokens: Tokens) -> list[int]:
    """Every token that is strong, in order."""
    places = set(tokens.places_of(listed("insults", "strong")))
    for at in () if places else tokens.places_of(_unless().keys()):
        first, last = tokens.sentences[tokens.all[at].sentence]
        near = tokens.all[max(first, at - NEAR) : min(last, at + NEAR) + 1]
        if _unless()[tokens.all[at].word].isdisjoint(token.word for token in near):
            places.add(at)
    return sorted(places)


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
