"""Somebody named here has asked not to be in posts (CON-5). Who may know that, and by name, is settled before the draft is looked at.

Told of nobody, it says nothing: for whoever may not know, a draft reads the same with a request and without one (ruling 10).
"""

import re
from collections.abc import Iterator

from askfirst.checks.draft import AskedNotTo, Author, Draft, Told
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.text.words.fold import fold
from askfirst.words import say

__all__ = ["ASKED_NOT_TO"]

UNNAMED = say("Someone here has asked not to be in posts")
SHORTEST = 3  # letters of a first name that says who is meant


def _told_of_somebody(draft: Draft) -> bool:
    return bool(draft.told.asked_not_to)


def _places(draft: Draft, name: str) -> Iterator[tuple[int, int]]:
    """Where the whole name stands in any letters, or the first name with a capital."""
    folded = fold(name).text
    words = folded.split()
    found = [(match.span(), True) for match in re.finditer(r"(?<!\w)" + re.escape(folded) + r"(?!\w)", draft.folded.text)]
    if len(words) > 1 and len(words[0]) >= SHORTEST:
        first = re.finditer(r"(?<!\w)" + re.escape(words[0]) + r"(?!\w)", draft.folded.text)
        found += [(match.span(), False) for match in first]
    last = -1
    for span, whole in sorted(found, key=lambda one: (one[0][0], -one[0][1])):
        start, end = draft.folded.span(*span)
        if start >= last and (whole or draft.text[start].isupper()):
            last = end
            yield start, end


def look(draft: Draft) -> Iterator[Hit]:
    """A named finding for each place; else one for the whole draft, which marks no word, so that nobody can tell which name it is."""
    unnamed = False
    for one in draft.told.asked_not_to:
        for start, end in _places(draft, one.name):
            if not one.shown:
                unnamed = True
                break
            yield Hit(start, end, title=say("{name} has asked not to be in posts", name=one.name))
    if unnamed:
        yield Hit(0, len(draft.text), title=UNNAMED, about="profile")


_BRIONY = Told(asked_not_to=(AskedNotTo("Briony Salter", False),))
_NAMED = Told(asked_not_to=(AskedNotTo("Briony Salter", True),))


def _staff(text: str, told: Told = _BRIONY) -> Draft:
    return Draft(text, Author.STAFF, told=told)


ASKED_NOT_TO = Check(
    name="asked-not-to",
    kind="asked-not-to",
    clause="CON-5",
    level=Level.WORTH,
    title=UNNAMED,
    why=say("You should not post about people who have asked you not to. You do not need to know why."),
    fix=None,
    doubt=say("A first name can be somebody else’s too. Ask the office if you are not sure."),
    look=look,
    flags=(_staff("Briony's lantern won the Year 4 prize!"), _staff("well done briony salter", _NAMED)),
    passes=("Briony's lantern won the Year 4 prize!", _staff("The Year 4 lanterns were lovely."), _staff("Brionyville is on no map.")),
    when=_told_of_somebody,
)
