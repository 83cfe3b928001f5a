"""By what the clauses of a known edition are known again: key terms from `signs.toml` of the pack, and its own plain words. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import log, sqrt
from pathlib import Path
from typing import Any

from askfirst.procedure.clause import Edition, Strength
from askfirst.procedure.here import SHIPPED, pack
from askfirst.procedure.load import the_edition, the_model
from askfirst.procedure.page import Page
from askfirst.procedure.search import SMALL, stem
from askfirst.words import say

__all__ = ["Known", "known_of", "stems"]

ONE_WORD = (
    ("student", "pupil learner"), ("staff", "employee"), ("photograph", "photo picture"), ("phone", "telephone mobile"),
    ("email", "e-mail"), ("internet", "online web"), ("headteacher", "principal"), ("disclose", "reveal"), ("guardian", "carer"),
    ("ex-student", "ex-pupil ex-learner"),
    ("site", "website"), ("cyber-bullying", "cyberbullying"), ("school", "academy college"), ("access", "see"),
)  # fmt: skip
SAME = {stem(word): stem(one) for one, words in ONE_WORD for word in words.split()}
"""Words that guidance of one descent says for one another, by their stems."""
WORD = re.compile(r"[a-z0-9]+(?:[-'][a-z]+)*")
TERMS, PLAIN = 0.75, 0.25
"""What key terms and our own plain words weigh."""


def stems(text: str) -> frozenset[str]:
    """The words of a text by their stems; joined words count whole and apart."""
    found = set()
    for word in WORD.findall(text.lower().replace("’", "'").replace("‘", "'")):
        found.add(stem(word))
        found.update(stem(part) for part in word.split("-") if part != word)
    return frozenset(SAME.get(one, one) for one in found)


@dataclass(frozen=True, slots=True)
class Known:
    """An edition whose clauses can be known again, its signs by the words they are made of.

    `terms` are (clause by number, words needed, share of what its terms weigh); `needs` says of a word which terms need it, `plain` in
    which clauses' plain words it stands, with what it adds there; `heard` is what each clause's own words say.
    """

    edition: Edition
    heard: tuple[Strength, ...]
    terms: tuple[tuple[int, int, float], ...]
    needs: Mapping[str, tuple[int, ...]]
    plain: Mapping[str, tuple[tuple[int, float], ...]]
    rarity: Mapping[str, float]

    def alike(self, words: frozenset[str]) -> list[float]:
        """For each clause from 0 to 1: how much of its key terms is there, and how like its plain words the words are."""
        size = sqrt(sum(self.rarity.get(word, 0.0) ** 2 for word in words)) or 1.0
        found = [0.0] * len(self.heard)
        met: dict[int, int] = {}
        for word in words:
            for at, adds in self.plain.get(word, ()):
                found[at] += adds / size
            for term in self.needs.get(word, ()):
                met[term] = met.get(term, 0) + 1
        for term, times in met.items():
            at, needed, share = self.terms[term]
            found[at] += share if times == needed else 0.0
        return found


def _rarity(texts: list[frozenset[str]]) -> dict[str, float]:
    often: dict[str, int] = {}
    for words in texts:
        for word in words:
            often[word] = often.get(word, 0) + 1
    return {word: log(1 + len(texts) / times) for word, times in often.items()}


@cache
def _read(folder: Path, known: Edition) -> tuple[Mapping[str, list[str]], Mapping[str, str]]:
    """Raises BadPack, for a clause that the edition they were written for does not have too."""
    page = Page(folder / "signs.toml")
    page.fields(None, page.held, {"trust": str, "signs": dict, "heard": dict})
    held: Mapping[str, Any] = page.held
    for name in ("signs", "heard"):
        for id, value in held[name].items():
            line = page.line_of(id)
            page.one_of(line, "clause", id, [clause.id for clause in known.clauses])
            if name == "heard":
                page.one_of(line, "strength", value, list(Strength))
            elif not isinstance(value, list) or not value:
                page.refuse(line, say("The field {name} is of the wrong kind. Write it as the other packs do.", name=id))
            else:
                page.texts(line, id, value)
    return held["signs"], held["heard"]


def _signs() -> tuple[Mapping[str, list[str]], Mapping[str, str]]:
    """The trust's own, where its pack has some; else those of the clauses that AskFirst knows by itself."""
    return _read(pack(), the_edition(readings=False)) if (pack() / "signs.toml").is_file() else _read(SHIPPED, the_model())


@cache
def known_of(edition: Edition) -> Known:
    """What an edition is known by: without signs, by its plain words alone. Raises BadPack."""
    listed, heard = _signs()
    split = [[stems(term) for term in listed.get(clause.id, [])] for clause in edition.clauses]
    words = [stems(clause.plain) - SMALL for clause in edition.clauses]
    rarity = _rarity([frozenset().union(*terms, plain) for terms, plain in zip(split, words, strict=True)])
    terms: list[tuple[int, int, float]] = []
    needs: dict[str, list[int]] = {}
    plain: dict[str, list[tuple[int, float]]] = {}
    for at, (mine, said) in enumerate(zip(split, words, strict=True)):
        weights = [sum(rarity[word] for word in term) for term in mine]
        for term, weight in zip(mine, weights, strict=True):
            for word in term:
                needs.setdefault(word, []).append(len(terms))
            terms.append((at, len(term), TERMS * weight / sum(weights)))
        size = sqrt(sum(rarity[word] ** 2 for word in said)) or 1.0
        for word in said:
            plain.setdefault(word, []).append((at, (PLAIN if mine else 1.0) * rarity[word] ** 2 / size))
    return Known(
        edition=edition,
        heard=tuple(Strength(heard.get(clause.id, clause.strength)) for clause in edition.clauses),
        terms=tuple(terms),
        needs={word: tuple(found) for word, found in needs.items()},
        plain={word: tuple(found) for word, found in plain.items()},
        rarity=rarity,
    )
