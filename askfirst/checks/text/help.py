"""Words of someone who may be hurt or may hurt themselves: met first, never judged, nobody told (ruling 12).

A manner of speaking ("this essay makes me want to die lol") is left alone where the sentence shows what it is about.
"""

from collections.abc import Iterator

from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.lists import listed
from askfirst.checks.text.phrases import Found, may_stand, phrases
from askfirst.checks.text.tokens import Tokens
from askfirst.words import say

__all__ = ["HELP"]

SECTIONS = ("self_harm", "hurt", "contact")
NEAR = 40  # tokens either way
LAUGH = frozenset("😂🤣💀😭🙃😹😆☠")
OFFERS = frozenset("childline samaritans shout papyrus helpline helplines 116 0800".split())
# Said outright, these are never a manner of speaking.
PLAIN = frozenset(
    "suicidal suicide self-harm selfharm self-harming self-harmed selfharming overdose overdosed raped molested groped nudes paracetamol wrists wrist".split()
)


def look(draft: Draft) -> Iterator[Hit]:
    tokens = draft.once(Tokens)
    here = may_stand("help", SECTIONS, tokens)
    for section in (one for one in SECTIONS if one in here):
        for found in phrases("help", section).find(tokens, None, here[section]):
            if not _manner_of_speaking(tokens, found):
                yield Hit(*tokens.span(found.first, found.last), about=section)


def _manner_of_speaking(tokens: Tokens, found: Found) -> bool:
    """Whether the sentence shows that it is only a way to talk, or that it offers help or teaches."""
    first, last = tokens.sentences[tokens.all[found.first].sentence]
    first, last = max(first, found.first - NEAR), min(last, found.last + NEAR)
    words = [token.word for token in tokens.all[first : last + 1]]
    said = {token.word for token in tokens.all[found.first : found.last + 1]}
    if any(word in OFFERS for word in words) or (first <= found.first and words[0] in ("if", "anyone", "anybody") and not said & FIRST):
        return True
    if said & PLAIN:
        return bool(TEACHES & set(words))
    return any(word in listed("help", "jest") or word in LAUGH for word in words) or bool(TEACHES & set(words))


FIRST = frozenset("i me my myself im 'm".split())
TEACHES = frozenset(
    "awareness training workshop policy research statistics charity fundraiser fundraising leaflet lesson assembly webinar prevention course".split()
)

HELP = Check(
    name="help",
    kind="help",
    clause="PRI-4",
    level=Level.TIP,
    title=say("This sounds hard. You can talk to someone now"),
    why=say("You wrote about being hurt. You do not have to be alone with it."),
    fix=None,
    doubt=say("If this is only a way to talk, you can go on."),
    look=look,
    flags=(
        Draft("i dont want to be here anymore", Author.STUDENT),
        Draft("my stepdad hits me when mum is out", Author.STUDENT),
        Draft("the coach keeps texting me at night", Author.STUDENT),
    ),
    passes=(
        Draft("I absolutely KILLED that chem paper", Author.STUDENT),
        Draft("kill me now, double maths", Author.STUDENT),
        Draft("if ur struggling 116 123 is samaritans they dont judge", Author.STUDENT),
    ),
    noticed=True,
)
