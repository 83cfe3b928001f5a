"""Names known by their form alone: a title and a surname, or a name beside a class. No roll is needed, so it is never sure who is meant."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from askfirst.checks.draft import Brand
from askfirst.checks.late import late
from askfirst.checks.text.people.people_words import CHARACTER, FICTION, NOT_A_SURNAME, ORDINARY, TITLE
from askfirst.checks.text.words.reading import Mention, Reading, Word

__all__ = ["by_form", "pair_before"]

TITLED = late(r"(?<!\w)(?P<title>" + TITLE + r")\.?\s+(?:[a-z]\.?\s)?(?=[^\W\d_])")
SURE_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor"})
PLURAL = late(r"\w+(?:day|days|s'|ness|ment|tion|ing|ings|ies)$")
TO_CLASS = late(r"(?:\s?\(|,?\s(?:who's |who is )?(?:in|from|of)\s)(?:(?:my|our|the)\s)?$")
# Taught, not met: in a sentence of these a pair of capitals beside a class is what the class reads.
TAUGHT = late(
    r"\b(?:unit|topic|scheme of work|play|novel|poem|poems|the text|texts|lessons? on|history|history month|hero of|wrote|written by|by heart|essay|studying|study|reading|read|set text|chapter)\b"
)
KNOWN = late(
    r"\b(?:rosa parks|anne frank|mary seacole|florence nightingale|nelson mandela|marie curie|jane eyre|oliver twist|lady macbeth|julius"
    r" caesar|guy fawkes|charles dickens|william blake"
    r"|wilfred owen|simon armitage|emmeline pankhurst|alan turing|ada lovelace|greta thunberg|malala yousafzai|marcus rashford|taylor"
    r" swift|harry potter|charles darwin|isaac newton"
    r"|mary shelley|emily bronte|charlotte bronte|jane austen|william shakespeare|bob cratchit|tiny tim|big ben|winston churchill|roald"
    r" dahl|michael rosen|david walliams|jacqueline wilson)\b"
)
# Pairs of capitals that are things, not people.
THING = frozenset(
    "academy award awards board book bank bridge britain bus cafe castle centre centres church city class club college common council"
    " court cup day"
    " department duke education england english equality europe fair fest festival field fields foundation games gate government grade"
    " green"
    " group hall head high hill holiday house island kingdom lane language learning library light literature london manchester mark"
    " national"
    " network north office open park parade party people premier primary prize project park queen report road room royal saint school"
    " science season secondary show society south sports station street studies summer sunday team test theatre times tower town trip"
    " trust union"
    " united university village wales week west winter world year zoo ridgeway teacher tutor leader assistant new good great happy big well"
    " little best last first second third next proud year our my the all some both many most every lovely gold silver bronze".split()
)


@lru_cache(maxsize=16)
def _brand_words(brands: tuple[Brand, ...]) -> frozenset[str]:
    return frozenset(part for brand in brands for part in brand.term.lower().replace("'s", "").split())


class Shapes:
    """What looks like a name in one text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.low = reading.low
        self.brands = _brand_words(reading.draft.told.brands)

    def titled(self) -> Iterator[Mention]:
        if self.reading.draft.words.isdisjoint(SURE_TITLES):
            return
        words = {word.start: number for number, word in enumerate(self.reading.words)}
        for match in TITLED.finditer(self.low):
            number = words.get(match.end())
            if number is None or match["title"] not in SURE_TITLES:
                continue
            word = self.reading.words[number]
            if not word.capital or word.core in NOT_A_SURNAME or word.core in FICTION or word.core in self.brands or len(word.core) < 2:
                continue
            if match["title"] == "miss" and not self.reading.capital(match.start()) and word.core in ORDINARY:
                continue
            if match["title"] + "." + word.core in CHARACTER:
                continue
            yield Mention(match.start(), self._whole(number).end, "form", "someone", frozenset({word.core}))

    def _whole(self, number: int) -> Word:
        """ "Mr Desmond Quarshie", "Mrs De Luca": the last capital word that still belongs to the name."""
        words = self.reading.words
        last = words[number]
        if number + 1 < len(words):
            after = words[number + 1]
            if self.low[last.end : after.start] == " " and after.capital and self._name(after):
                return after
        return last

    def _name(self, word: Word) -> bool:
        return word.capital and len(word.core) > 1 and not (word.core in NOT_A_SURNAME or word.core in THING or word.core in self.brands)

    def by_class(self) -> Iterator[Mention]:
        """ "Jorah B in 8Q", "Skye Robertson (Year 11)": a capital pair close before a form or year."""
        for start, _, _ in self.reading.years:
            link = TO_CLASS.search(self.low[max(0, start - 14) : start])
            number = self.reading.ending_at(start - len(link.group())) if link else None
            if number is None or number == 0:
                continue
            given, other = self.reading.words[number - 1], self.reading.words[number]
            if self.low[given.end : other.start] != " " or not self._given(given):
                continue
            initial = len(other.core) <= 2 and other.capital and other.core not in ("i", "a", "ok", "tv", "pe", "re", "it", "uk")
            initial = len(other.core) <= 2 and other.capital and other.core not in ("i", "a", "ok", "tv", "pe", "re", "it", "uk")
            if (initial and other.core not in NOT_A_SURNAME) or (
                len(other.core) > 2 and self._name(other) and not self._taught(given, start)
            ):
                yield Mention(given.start, other.end, "form", "student", frozenset({given.core, other.core}))

    def _taught(self, given: Word, pointer: int) -> bool:
        begin, end = self.reading.sentence(given.start)
        here = max(begin, given.start - 120), min(end, pointer + 120)
        return TAUGHT.search(self.low, *here) is not None or KNOWN.match(self.low, given.start) is not None

    def named(self, word: Word) -> bool:
        """Whether this word could be part of a name: a capital, two letters or more, no ordinary word."""
        return self._name(word) and not PLURAL.match(word.core) and word.core not in ORDINARY

    def _given(self, word: Word) -> bool:
        return self._name(word) and len(word.core) > 2 and not PLURAL.match(word.core)


def by_form(reading: Reading) -> list[Mention]:
    """Everything with the form of a name. Linear in the text."""
    shapes = Shapes(reading)
    return [*shapes.titled(), *shapes.by_class()]


def pair_before(reading: Reading, place: int) -> Mention | None:
    """The capital pair ("Jorah Blenkinsop") at most three words before this folded place; None where the words are things or famous."""
    shapes = Shapes(reading)
    words = reading.words
    last = bisect_right(words, place, key=lambda word: word.end) - 1
    for number in range(last, max(0, last - 4), -1):
        given, family = words[number - 1], words[number]
        if reading.low[given.end : family.start] != " " or not re.fullmatch(
            r"(?:'s)?(?:\s[\w']+){0,3}\s?", reading.low[family.end : place]
        ):
            continue
        if given.capital and shapes.named(given) and shapes.named(family) and not KNOWN.match(reading.low, given.start):
            return Mention(given.start, family.end, "form", "someone", frozenset({given.core, family.core}))
    return None
