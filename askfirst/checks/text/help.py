"""Words of someone who may be hurt or may hurt themselves: met first, never judged, nobody told (ruling 12).

A manner of speaking ("this essay makes me want to die lol") is left alone where the sentence shows what it is about.
"""

from collections.abc import Iterator
from itertools import chain, pairwise

from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.lists import listed
from askfirst.checks.text.groups.said_of import said
from askfirst.checks.text.need.composed import composed
from askfirst.checks.text.need.help_signs import signs
from askfirst.checks.text.need.told_of_others import OTHERS, told_of_others
from askfirst.checks.text.patterns.phrases import Sections, may_stand, phrases
from askfirst.checks.text.words.tokens import Tokens
from askfirst.words import Sentence, say

__all__ = ["HELP"]

SECTIONS = Sections("help", "self_harm", "hurt", "contact")
NEAR = 40  # tokens either way
LAUGH = frozenset("😂🤣💀😭🙃😹😆☠")
OFFERS = frozenset("childline samaritans shout papyrus helpline helplines 116 0800".split())
# Said outright, these are never a manner of speaking.
PLAIN = frozenset(
    "suicidal suicide self-harm selfharm self-harming self-harmed selfharming overdose overdosed raped molested groped nudes paracetamol wrists wrist".split()
)


def look(draft: Draft) -> Iterator[Hit]:
    tokens = draft.once(Tokens)
    here = may_stand(SECTIONS, draft)
    met: set[int] = set()  # tokens of what was met already
    for section in (one for one in SECTIONS.names if one in here):
        for found in phrases("help", section).find(tokens, None, here[section]):
            if not (_manner_of_speaking(tokens, found.first, found.last, section) or _said_of_a_group(draft, tokens, found.first)):
                met.update(range(found.first, found.last + 1))
                yield Hit(*tokens.span(found.first, found.last), why=_why(tokens, found.first, found.last), about=section)
    for first, last, section, sure in (
        *((*one, True) for one in chain(composed(tokens), told_of_others(tokens))),
        *((*one, False) for one in signs(tokens)),
    ):
        other = _offers(tokens, first) if sure else _manner_of_speaking(tokens, first, last, section)
        if not (other or _said_of_a_group(draft, tokens, first)) and met.isdisjoint(range(first, last + 1)):
            met.update(range(first, last + 1))
            yield Hit(*tokens.span(first, last), why=_why(tokens, first, last), about=section)


def _why(tokens: Tokens, first: int, last: int) -> Sentence | None:
    """None: the writer's own, in the words of the check. Of a child in a class, a friend, a sister in others."""
    words = {token.word for token in tokens.all[first : last + 1]}
    return OF_ANOTHER if words.isdisjoint(FIRST) and not words.isdisjoint(OTHERS) else None


def _said_of_a_group(draft: Draft, tokens: Tokens, begin: int) -> bool:
    """Whether this stands in "If I woke up as a ..., I would kill myself": said of a group, nobody's own need. "If I was gay, ..." may be one."""
    first, last = tokens.sentences[tokens.all[begin].sentence]
    near = range(max(first, begin - NEAR), min(last, begin + NEAR) + 1)
    if not any(tokens.all[at].word == "if" and tokens.all[at + 1].word == "i" for at in near[:-1]):
        return False
    words, harms = draft.once(said)
    return words is not None and any(words.numbers[one] <= begin <= words.numbers[end] for _, (one, end) in harms)


def _offers(tokens: Tokens, begin: int) -> bool:
    """Whether the sentence of this token names a helpline: it offers help, or thanks for it."""
    first, last = tokens.sentences[tokens.all[begin].sentence]
    return any(token.word in OFFERS for token in tokens.all[max(first, begin - NEAR) : min(last, begin + NEAR) + 1])


def _manner_of_speaking(tokens: Tokens, begin: int, end: int, section: str) -> bool:
    """Whether the sentence shows that it is only a way to talk, or that it offers help or teaches."""
    first, last = tokens.sentences[tokens.all[begin].sentence]
    first, last = max(first, begin - NEAR), min(last, end + NEAR)
    words = [token.word for token in tokens.all[first : last + 1]]
    said = {token.word for token in tokens.all[begin : end + 1]}
    if any(word in OFFERS for word in words) or (first <= begin and words[0] in ("if", "anyone", "anybody") and not said & FIRST):
        return True
    if said & PLAIN or ("life" in said and not said.isdisjoint(ENDS)):
        begins = tokens.all[max(first, begin - 3) : begin]
        a_thing = said == {"suicidal"} and any(token.word in listed("help", "jest") for token in begins)  # "the wifi is suicidal"
        return a_thing or bool(TEACHES & set(words))
    if said & {"beat", "beats", "beating"} and any(pair in BEATEN_TO for pair in pairwise(words)):
        return True
    if section == "contact":  # met in a game, or with a laugh: it is no jest
        return bool(TEACHES & set(words)) or not PLAYED.isdisjoint(words)
    every_day = EVERY_DAY if section == "hurt" else frozenset[str]()
    jest = listed("help", "jest")
    return any((word in jest and word not in every_day) or word in LAUGH for word in words) or bool(TEACHES & set(words))


BEATEN_TO = frozenset({("me", "to"), ("us", "to"), ("me", "at"), ("us", "at")})  # the door, chess
ENDS = frozenset("end ending take taking".split())
# What is part of a day in which somebody is hurt: "he hits me when I get my homework wrong" is no jest.
EVERY_DAY = frozenset(
    "bus homework revision lesson lessons uniform monday mondays gym party hob kettle bread toast scissors english maths science detention test exam exams pe"
    " book film oven hair bed fell tripped training pool traffic chips pizza cake sandwich straighteners wood".split()
)
PLAYED = frozenset(
    "bbq barbecue script novel film chapter poem character team squad rehearsal fixture parents everyone revision surprise party present ending recipe ingredient handshake gloves guard emergency notes".split()
)
FIRST = frozenset("i me my myself im 'm".split())
TEACHES = frozenset(
    "awareness training workshop policy research statistics charity fundraiser fundraising leaflet lesson assembly webinar prevention course".split()
)

OF_ANOTHER = say("Somebody you wrote about may be hurt. You do not have to carry it alone.")

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
