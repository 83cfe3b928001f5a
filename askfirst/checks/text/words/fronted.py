"""Clauses said the other way round, as in Welsh English: "thick they are" is read as "they are thick", "a waste of money people are" too.

Only the order in which words are read changes, never their places. Questions, comparisons and clauses within clauses are left as they stand.
"""

from collections.abc import Sequence

from askfirst.checks.late import late
from askfirst.checks.lists import listed
from askfirst.checks.text.words.token import Token

__all__ = ["MAY", "turned"]

HOPES = (["i", "hope"], ["i", "wish"], ["we", "hope"])
VERBS = frozenset("do am are is was were will looks smells sounds needs".split())
AFTER = frozenset("tonight today mun see butt la lad like bruv fam pal eh always really every all".split())
MAY = late(
    r"\b(?:am|are|is|was|were|will|looks|smells|sounds|needs|do)(?= (?:tonight|today|mun|see|butt|la|lad|like|bruv|fam|pal|eh|always|really|and)\b|\s*(?:[,.!?;:\n]|$))"
)
PAUSES = frozenset(",;:()")
SUBJECTS = frozenset("i you he she we they".split())
BEFORE = frozenset("that this those these the".split())
NEVER_FIRST = frozenset(
    "who what where when how why whatever that as if because since than and or but which whose wherever whoever i you he she we they there here"
    " it this way where's what's not no yes".split()
)
NEVER_IN = frozenset(
    "is are am was were do does did can will would should could think thinks know knows say says said guess believe tell told sure hope i he she we"
    " they that which who what how than as because if where when whether like's".split()
)
NEVER_LAST = frozenset("of for to and or but like with than as in on the a an is are".split())
LONGEST = 6  # words that may be said first


def turned(tokens: Sequence[Token]) -> list[int] | None:
    """The numbers of the tokens in the order in which they are to be read, or None where that is how they stand. Linear."""
    order = list(range(len(tokens)))
    found = False
    begin = 0
    sentence = 0
    for at, (_, _, word, _, own, gap) in enumerate(tokens):
        if own != sentence or word == "and" or (gap != " " and at and not PAUSES.isdisjoint(gap)):
            begin, sentence = at + (at > 0 and word == "and"), own
        if word in VERBS and _ends(tokens, at):
            who = _subject(tokens, begin, at)
            start = begin + (tokens[begin].word in ("what", "whit") and tokens[begin + 1].word in ("a", "an"))  # "what a nuisance they are"
            if who is not None and _said_first(tokens, start, who):
                order[start : at + 1] = [*range(who, at + 1), *range(start, who)]
                found = True
            elif who is not None and who - start > 2 and [one.word for one in tokens[who - 2 : who]] in HOPES:
                order[start : at + 1] = [*range(who - 2, at + 1), *range(start, who - 2)]  # "drown I hope they do"
                found = True
    return order if found else None


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause ends with this verb, or with it and one word such as "today"."""
    if _stops(tokens, at):
        return True
    after = tokens[at + 1]
    return after.word == "and" or (after.word in AFTER and _stops(tokens, at + 1))


def _stops(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause ends with this word."""
    if at + 1 == len(tokens) or tokens[at + 1].sentence != tokens[at].sentence:
        return True
    return any(sign in tokens[at + 1].gap for sign in ",;:")


def _subject(tokens: Sequence[Token], begin: int, verb: int) -> int | None:
    """Where whoever it is said of begins: a pronoun, a group, or "that caretaker", just before the verb."""
    last = verb - 1
    if last <= begin:
        return None
    word = tokens[last].word
    if tokens[verb].word == "do" and word not in listed("whole", "many"):
        return None
    if word in SUBJECTS:
        return last
    if tokens[last - 1].word in BEFORE:
        return last - 1
    if word in listed("whole", "many"):
        return last - (last - 1 > begin and tokens[last - 1].word in BEFORE)
    if word == "people":
        return last - (tokens[last - 1].word in listed("whole", "describing"))
    return None


def _said_first(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether these words could be what is said of somebody."""
    words = [token.word for token in tokens[begin:end]]
    if not 0 < len(words) <= LONGEST or words[0] in NEVER_FIRST or words[-1] in NEVER_LAST:
        return False
    return NEVER_IN.isdisjoint(words)
