"""Which of very many rules could stand in a bag of words, where each needs one word out of each of several sets: in most bags none.

A word of a rule's rarest set wakes the rule. Of its next set every word knows the bit, so that one comparison for each word that wakes
some settles most; only what is left is compared set by set. Linear in the bag and in the rules woken, and it reads little memory: tables
of this size are never in the processor's cache, and to read them costs more than to compare.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

__all__ = ["Needed"]

T = TypeVar("T")
Woken = tuple[tuple[int, tuple[frozenset[str], ...], T], ...]  # rules, each with the bit of its next set and the sets after that


class Needed(Generic[T]):
    """Rules, each with the sets it needs, the rarest first: ("he hits", ({"hits", "beats"}, {"he", "she"}))."""

    def __init__(self, rules: Iterable[tuple[T, Sequence[frozenset[str]]]]) -> None:
        bits: dict[frozenset[str], int] = {}
        woken: dict[str, list[tuple[int, tuple[frozenset[str], ...], T]]] = {}
        for rule, sets in rules:
            rarest, second = sets[0], sets[min(1, len(sets) - 1)]
            bit = bits.setdefault(second, 1 << len(bits))
            one = (bit, tuple(sets[2:]), rule)  # the same for each of its words: what is read often stays small
            for word in rarest:
                woken.setdefault(word, []).append(one)
        self._wakers = frozenset(woken)
        self._woken: dict[str, tuple[int, Woken[T]]] = {}
        for word, those in woken.items():
            seconds = 0
            for bit, _, _ in those:
                seconds |= bit
            self._woken[word] = seconds, tuple(those)
        self._bits: dict[str, int] = {}
        for words, bit in bits.items():
            for word in words:
                self._bits[word] = self._bits.get(word, 0) | bit

    def stand(self, bag: frozenset[str]) -> Iterator[T]:
        """The rules for each of whose sets the bag holds a word; one may come twice."""
        wakers = self._wakers & bag
        if not wakers:
            return
        bits, met = self._bits, 0
        for word in bag:
            if word in bits:
                met |= bits[word]
        for word in wakers:
            seconds, rules = self._woken[word]
            if seconds & met:
                for bit, others, rule in rules:
                    if bit & met and _met(others, bag):
                        yield rule


def _met(needs: Sequence[frozenset[str]], bag: frozenset[str]) -> bool:
    """Whether the bag has something for every need."""
    for need in needs:  # noqa: SIM110 - asked very often: a loop is twice as quick as all(...)
        if need.isdisjoint(bag):
            return False
    return True
