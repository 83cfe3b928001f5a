"""Rows of a public set, and how a check does on them: what was wanted, met, said and right."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

__all__ = ["Row", "Span", "Tally", "half", "rows"]

Span = tuple[int, int]
Row = dict[str, Any]


@dataclass
class Tally:
    """How one row of the table does: what was wanted, found and said too much, with the texts that went wrong."""

    wanted: int = 0
    met: int = 0
    said: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.met / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else 1.0

    @property
    def f1(self) -> float:
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0

    def add(self, text: str, gold: Iterable[Span], said: Iterable[Span], *, exact: bool) -> None:
        """Counts one text; without `exact` an overlap of half of the gold is enough."""
        gold, said = sorted(set(gold)), sorted(set(said))
        fits: Callable[[Span, Span], bool] = (lambda one, other: one == other) if exact else half
        missed = [one for one in gold if not any(fits(one, other) for other in said)]
        extra = [one for one in said if not any(fits(other, one) for other in gold)]
        self.wanted += len(gold)
        self.met += len(gold) - len(missed)
        self.said += len(said)
        self.right += len(said) - len(extra)
        for sign, those in (("missed", missed), ("extra", extra)):
            self.wrong += ["%s %r in %r" % (sign, text[start:end], text) for start, end in those]

    def line(self) -> str:
        counts = "met %d of %d, said %d, right %d" % (self.met, self.wanted, self.said, self.right)
        return "recall %.3f  precision %.3f  F1 %.3f  (%s)" % (self.recall, self.precision, self.f1, counts)


def half(gold: Span, said: Span) -> bool:
    """Whether what was said covers half of what was wanted."""
    return 2 * (min(gold[1], said[1]) - max(gold[0], said[0])) >= gold[1] - gold[0]


def rows(data: Path, name: str) -> list[Row]:
    path = data / name / "dev.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []
