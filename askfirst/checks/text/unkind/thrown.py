"""Hard words thrown at whoever reads them: "go to hell", "you disgust me". Nobody needs to be named; then they are asked about.

An order counts only where one can stand: first in a sentence, after a name, a comma, "just" or "so". "He told me to go to hell" tells of one.
"""

from collections.abc import Iterable, Iterator

from askfirst.checks.text.patterns.phrases import Found
from askfirst.checks.text.unkind.senses import jest, of_anyone
from askfirst.checks.text.unkind.targets import YOU, Targets

__all__ = ["said_to", "thrown"]

LEADS = frozenset(
    "just so please pls plz and now then also or oh lol bro mate well honestly yeah yes no nah nope ok okay ffs dude man kid boy girl why you u ya but"
    " seriously omg anyway boohoo ha haha everyone lot all hey oi go".split()
)
BEFORE_A_VERB = frozenset("to can could should would will might must i we they he she 'll didnt did let gonna".split())
ITS = frozenset(
    "that this it the a what monday day homework work exam exams laptop printer".split()
)  # "get lost in the maze", "fuck off homework"
AFTER = frozenset("in on at by with from for of to through along between somewhere while during".split())
MILD = frozenset("get drop jump play".split())  # orders that are an insult only when nothing follows that they would need
MEANT_WELL = frozenset(
    "if when because that being knowing whether glad fine ok okay proud told love loved came out still even since although".split()
)
ONESELF = frozenset("gay gayboy lesbian lesbo homo fag".split())


def thrown(targets: Targets, found: Iterable[Found]) -> Iterator[Found]:
    """The orders among these that are thrown at somebody."""
    for one in found:
        if _orders(targets, one.begin) and not _at_a_thing(targets, one) and not jest(targets, one.first):
            yield one


def said_to(targets: Targets, found: Iterable[Found]) -> Iterator[Found]:
    """What among these is said to the reader and meant."""
    for one in found:
        if jest(targets, one.first) or of_anyone(targets, one.last):
            continue
        if targets.all[one.last].word in ("suck", "sucks") and one.last + 1 < len(targets.all) and targets.all[one.last + 1].word == "at":
            continue
        words = targets.words_around(one.first)
        if targets.all[one.last].word in ONESELF and not (_ends(targets, one.last) and MEANT_WELL.isdisjoint(words)):
            continue
        yield one


def _orders(targets: Targets, at: int) -> bool:
    """Whether an order can begin at this token."""
    token = targets.all[at]
    if targets.tokens.sentences_first(token.sentence) == at or at - 1 in targets.by_last:
        return True
    before = targets.all[at - 1]
    if before.word in ("just", "go", "and", "please", "then", "now") and targets.all[at - 2].word in BEFORE_A_VERB and at > 1:
        return False
    return any(mark in token.gap for mark in ",:;\n-\u2013\u2026(") or before.word in LEADS or before.emoji or before.word in YOU


def _at_a_thing(targets: Targets, one: Found) -> bool:
    """ "get lost in a book", "fuck off, Monday": nobody is meant."""
    tokens = targets.all
    after = tokens[one.last + 1] if one.last + 1 < len(tokens) and tokens[one.last + 1].sentence == tokens[one.last].sentence else None
    if after is None:
        return False
    if tokens[one.begin].word in MILD and tokens[one.last].word not in ("stuffed", "bent", "dead"):
        return after.word in AFTER
    return after.word in ITS


def _ends(targets: Targets, at: int) -> bool:
    """Whether nothing more is said after this token in its sentence."""
    tokens = targets.all
    return at + 1 >= len(tokens) or tokens[at + 1].sentence != tokens[at].sentence or tokens[at + 1].emoji or "," in tokens[at + 1].gap
