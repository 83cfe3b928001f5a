"""What may be said: unions and strikes, pay, politics, speaking up, lawful criticism. Noticed, so that nobody stops for fear.

Beliefs are left out on purpose: nothing is ever marked in words about what somebody believes.
"""

from collections.abc import Iterator

from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.text.patterns.phrases import Sections, may_stand, phrases
from askfirst.checks.text.words.tokens import Tokens
from askfirst.words import Sentence, say

__all__ = ["PROTECTED"]

TITLE: dict[str, Sentence] = {
    "union": say("You may speak about unions and strikes"),
    "pay": say("You may speak about pay and funding"),
    "politics": say("You may speak about politics"),
    "speaking_up": say("You may speak up about wrong things"),
    "criticism": say("You may say how things should be run"),
}
SECTIONS = Sections("protected", *TITLE)


def look(draft: Draft) -> Iterator[Hit]:
    """One hit for each matter, at its first words."""
    tokens = draft.once(Tokens)
    here = may_stand(SECTIONS, draft)
    for section in (one for one in SECTIONS.names if one in here):
        for found in phrases("protected", section).find(tokens, None, here[section]):
            yield Hit(*tokens.span(found.first, found.last), title=TITLE[section], about=section)
            break


PROTECTED = Check(
    name="protected",
    kind="claim",
    clause="INT-7",
    level=Level.TIP,
    title=say("You may speak about this"),
    why=say("The law lets you speak about this. So does the school."),
    fix=None,
    doubt=say("Names and private facts of others still need care."),
    look=look,
    flags=(
        "On the picket line at 7am with the kettle.",
        "Eight per cent real-terms cut to school budgets since I started teaching.",
        "I raised my concern with the governors and nothing was done.",
    ),
    passes=(
        "My faith teaches that marriage is between a man and a woman.",
        Draft("netball at 4, bring oranges", Author.STUDENT),
    ),
    noticed=True,
)
