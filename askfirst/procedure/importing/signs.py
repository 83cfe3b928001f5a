"""By what the clauses of a known edition are known again: key terms from `signs.toml` beside it, and its own plain words. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import log, sqrt
from typing import Any

from askfirst.procedure.clause import Edition, Strength
from askfirst.procedure.load import PACKS
from askfirst.procedure.page import Page
from askfirst.procedure.search import SMALL, stem
from askfirst.words import say

__all__ = ["Known", "Signs", "known_of", "stems"]

WORD = re.compile(r"[a-z0-9]+(?:[-'][a-z]+)*")
TERMS, PLAIN = 0.75, 0.25
"""What key terms and our own plain words weigh."""


def stems(text: str) -> frozenset[str]:
    """The words of a text by their stems; joined words count whole and apart."""
    found = set()
    for word in WORD.findall(text.lower().replace("’", "'").replace("‘", "'")):
        found.add(stem(word))
        found.update(stem(part) for part in word.split("-") if part != word)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Signs:
    """Key terms of one clause with their weights, its plain words with theirs, and what its own words say."""

    terms: tuple[tuple[frozenset[str], float], ...]
    total: float
    plain: Mapping[str, float]
    size: float
    heard: Strength


@dataclass(frozen=True, slots=True)
class Known:
    """An edition whose clauses can be known again."""

    edition: Edition
    signs: Mapping[str, Signs]
    rarity: Mapping[str, float]

    def alike(self, words: frozenset[str], clause: str) -> float:
        """From 0 to 1: how much of the clause's key terms is there, and how like its plain words the words are."""
        one = self.signs[clause]
        shared = sum(weight * self.rarity.get(word, 0.0) for word, weight in one.plain.items() if word in words)
        size = sqrt(sum(self.rarity.get(word, 0.0) ** 2 for word in words))
        plain = shared / (one.size * size) if size and one.size else 0.0
        if not one.terms:
            return plain
        return TERMS * sum(weight for term, weight in one.terms if term <= words) / one.total + PLAIN * plain


def _rarity(texts: list[frozenset[str]]) -> dict[str, float]:
    often: dict[str, int] = {}
    for words in texts:
        for word in words:
            often[word] = often.get(word, 0) + 1
    return {word: log(1 + len(texts) / times) for word, times in often.items()}


def _read(edition: Edition) -> tuple[Mapping[str, list[str]], Mapping[str, str]]:
    """Nothing where the pack has no signs. Raises BadPack."""
    path = PACKS / edition.trust / "signs.toml"
    if not path.is_file():
        return {}, {}
    page = Page(path)
    page.fields(None, page.held, {"trust": str, "signs": dict, "heard": dict})
    held: Mapping[str, Any] = page.held
    for name in ("signs", "heard"):
        for id, value in held[name].items():
            line = page.line_of(id)
            page.one_of(line, "clause", id, [clause.id for clause in edition.clauses])
            if name == "heard":
                page.one_of(line, "strength", value, list(Strength))
            elif not isinstance(value, list) or not value:
                page.refuse(line, say("The field {name} is of the wrong kind. Write it as the other packs do.", name=id))
            else:
                page.texts(line, id, value)
    return held["signs"], held["heard"]


@cache
def known_of(edition: Edition) -> Known:
    """What an edition is known by: without signs, by its plain words alone. Raises BadPack."""
    terms, heard = _read(edition)
    split = {id: [stems(term) for term in listed] for id, listed in terms.items()}
    words = {clause.id: stems(clause.plain) - SMALL for clause in edition.clauses}
    together = {id: frozenset().union(*split.get(id, []), words[id]) for id in words}
    rarity = _rarity(list(together.values()))
    signs = {}
    for clause in edition.clauses:
        weighed = tuple((term, sum(rarity.get(word, 0.0) for word in term)) for term in split.get(clause.id, []))
        plain = {word: rarity[word] for word in words[clause.id]}
        signs[clause.id] = Signs(
            terms=weighed,
            total=sum(weight for _, weight in weighed) or 1.0,
            plain=plain,
            size=sqrt(sum(weight**2 for weight in plain.values())),
            heard=Strength(heard.get(clause.id, clause.strength)),
        )
    return Known(edition, signs, rarity)
