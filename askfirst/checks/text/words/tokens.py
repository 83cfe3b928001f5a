"""A text as words one after another, disguises undone (see `disguises`), each with its place, its sentence and what stands before it."""

from bisect import bisect_right
from collections.abc import Iterator, Set
from itertools import chain

from askfirst.checks.draft import Draft
from askfirst.checks.late import late
from askfirst.checks.read_once import read_once
from askfirst.checks.text.words import fronted
from askfirst.checks.text.words.disguises import (
    DIALECT,
    DRAGGED,
    EMOJI,
    LONE,
    SIGNS,
    near_keys,
    near_words,
    pierced,
    signed,
    spaced,
    undone,
)
from askfirst.checks.text.words.fold import Folded
from askfirst.checks.text.words.run_together import joined
from askfirst.checks.text.words.token import Token

__all__ = ["Tokens"]

TOKEN = late(
    r"'(?:s|re|m|ll|ve|d)(?![^\W_])|[od]'[a-z]{3,}"
    r"|[^\W_]++(?:(?![@$!|\u20ac\-*'])"  # most words end here
    r"|(?:(?:[@$!|\u20ac\-](?=[^\W_])|\*(?=[^\W_*])|\*+(?=[^\w]|$|[^\W_]))[^\W_]*)*(?:'t(?![^\W_]))?)"
    r"|[" + EMOJI + r"]|=|\$(?=[^\W_])"
)
CUT = late(r"(?<=[a-z]')[a-z]{4,}")  # what stands right after a mark: the end of "can'tstop"
STOP = late(r"[.!?]+[\"')\]]*(?=\s|$)|[.!?]{2,}|\n|[;|]\s")
NO_STOP_AFTER = frozenset("mr mrs ms dr st prof vs eg ie".split())
SURE_STOP = late(r"[.!?](?=\s)(?<=[^\W_]{5}[.!?])")  # after five letters no title and no "eg" can stand


def _stretches(low: str) -> list[list[str]]:
    """The words as written, cut where a sentence surely ends."""
    ends = [match.end() for match in SURE_STOP.finditer(low)]
    return [TOKEN.findall(low, start, end) for start, end in zip([0, *ends], [*ends, len(low)], strict=True)]


class Tokens:
    """The words of one draft. Linear in its length to build; what asks for the words alone does not wait for the rest."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.folded: Folded = draft.folded
        low = self.folded.text
        self._spaced = list(spaced(low)) if LONE.search(low) else []
        held = {at for start, end, _ in self._spaced for at in range(start, end)}
        self._spaced = sorted([*self._spaced, *(one for one in signed(low) if held.isdisjoint(range(one[0], one[1])))])
        if not self.draft.text.isascii():
            taken = {at for start, end, _ in self._spaced for at in (start, end - 1)}
            self._spaced += [one for one in pierced(low) if taken.isdisjoint(range(one[0], one[1]))]
            self._spaced.sort()
        self._written = [[word for _, _, word in self._pieces()]] if self._spaced else _stretches(low)
        dragged = DRAGGED.search(low) is not None
        written = set(chain.from_iterable(self._written))
        odd = [word for word in written if dragged or not word.isalpha()]  # of the others nothing is to be undone
        plain = {word: (undone(word) if dragged or not SIGNS.isdisjoint(word) else word).replace("'t", "t") for word in odd}
        self._undone = {word: meant for word, meant in plain.items() if word != meant}
        self._undone |= {word: near_words()[word] for word in written & near_keys()}
        self._undone |= {word: DIALECT[word] for word in written & DIALECT.keys()}
        self._joined = dict(joined(written, frozenset(CUT.findall(low))))
        self._may_be_turned = fronted.MAY.search(low) is not None

    def _pieces(self) -> Iterator[tuple[int, int, str]]:
        """Places and words as written; words in gaps as one."""
        low, at = self.folded.text, 0
        for start, end, gapped in (*self._spaced, (len(low), len(low), "")):
            for match in TOKEN.finditer(low, at, start):
                yield *match.span(), match.group()
            if gapped:
                yield start, end, gapped
            at = end

    def _placed(self) -> Iterator[tuple[int, int, str]]:
        """The same out of the words already read: each stands where it is next met, for no letter stands between two words."""
        low, end = self.folded.text, 0
        for word in chain.from_iterable(self._written):
            start = low.index(word, end)
            end = start + len(word)
            yield start, end, word

    @read_once
    def vocabulary(self) -> frozenset[str]:
        """Every word that some token is."""
        return frozenset().union(*self.bags)

    @read_once
    def stretches(self) -> tuple[list[str], ...]:
        """The words of each stretch of whole sentences: what has to stand in one sentence stands in one of them, or nowhere."""
        if self._order is not None:
            return ([token.word for token in self.all],)
        return tuple(self._meant(words) for words in self._written)

    @read_once
    def bags(self) -> tuple[frozenset[str], ...]:
        """The same stretches, each as a set of words."""
        return tuple(map(frozenset, self.stretches))

    def _meant(self, written: list[str]) -> list[str]:
        words = [self._undone.get(word, word) for word in written] if self._undone else written
        joined = self._joined
        return [one for word in words for one in joined.get(word, (word,))] if joined else words

    @read_once
    def _as_they_stand(self) -> tuple[Token, ...]:
        return tuple(self._read())

    @read_once
    def _order(self) -> list[int] | None:
        """The order in which they are to be read where that is another one: see `fronted`."""
        return fronted.turned(self._as_they_stand) if self._may_be_turned else None

    @read_once
    def all(self) -> tuple[Token, ...]:
        """Every token, in the order of reading."""
        if self._order is None:
            return self._as_they_stand
        return tuple(self._as_they_stand[number] for number in self._order)

    @read_once
    def _ends(self) -> list[int]:
        return [token.end for token in self._as_they_stand]

    @read_once
    def places(self) -> dict[str, list[int]]:
        """Which tokens a word is."""
        places: dict[str, list[int]] = {}
        for number, token in enumerate(self.all):
            places.setdefault(token.word, []).append(number)
        return places

    @read_once
    def sentences(self) -> dict[int, tuple[int, int]]:
        """The first and last token of each sentence."""
        firsts = [number for number, token in enumerate(self.all) if not number or token.sentence != self.all[number - 1].sentence]
        lasts = [first - 1 for first in firsts[1:]] + [len(self.all) - 1]
        return {self.all[first].sentence: (first, last) for first, last in zip(firsts, lasts, strict=False)}

    def _read(self) -> list[Token]:
        text, low, came_from = self.draft.text, self.folded.text, self.folded.came_from
        undone, joined, found = self._undone, self._joined, list[Token]()
        new, stop = tuple.__new__, STOP.search  # asked for each word: a named tuple's own way to be made takes three times as long
        sentence, before, last_word = 0, 0, ""
        for start, end, written in self._pieces() if self._spaced or "$" in low else self._placed():
            word = undone.get(written, written)
            gap = low[before:start]
            if gap != " " and stop(gap) and last_word not in NO_STOP_AFTER:
                sentence += 1
            capital = text[came_from[start]].isupper()
            for one in joined.get(word, (word,)):
                found.append(new(Token, (start, end, one, capital, sentence, gap)))
            before, last_word = end, word
        return found

    def places_of(self, words: Set[str]) -> list[int]:
        """Every token that is one of these words, in order."""
        return sorted(number for word in words & self.vocabulary for number in self.places[word])

    def sentences_first(self, sentence: int) -> int:
        return self.sentences[sentence][0]

    def at(self, place: int) -> int:
        """The number of the first token that ends after this folded place."""
        number = bisect_right(self._ends, place)
        return number if self._order is None or number == len(self._order) else self._read_as[number]

    @read_once
    def _read_as(self) -> dict[int, int]:
        """Where each token that stands in the text is read."""
        return {number: at for at, number in enumerate(self._order or ())}

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Tokens first to last as code points of the text as received."""
        if self._order is None:
            return self.folded.span(self.all[first].start, self.all[last].end)
        some = self.all[first : last + 1]
        return self.folded.span(min(token.start for token in some), max(token.end for token in some))

    def words(self, first: int, last: int) -> str:
        return " ".join(token.word for token in self.all[max(0, first) : last + 1])
