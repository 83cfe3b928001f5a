"""Our own labelled posts as the corpus's scorer reads them, and how sure a figure is: an interval over posts drawn again and again.

Usage of its parts: bench/corpus.py. The posts stand in bench/said/posts.txt, which says how a span is marked.
"""

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

SAID = Path(__file__).resolve().parent / "said"
# Each set of our own, with the roll of its people.
AGAIN = ("posts_again", "posts_third", "posts_fourth", "posts_fifth", "posts_sixth", "posts_seventh", "posts_eighth")
OWN = {"posts": "roll.csv", **dict.fromkeys(AGAIN, "roll_again.csv")}
KINDS = {"c": "contact", "i": "identifier", "n": "roster-name", "a": "abuse", "d": "derogatory", "f": "confidential"}
KINDS |= {"w": "works-here", "x": "disclaimer"}
NO_FAULT = ("works-here", "disclaimer")
MARK = re.compile(r"\{([cinadfwx]):|\}")
DRAWS = 1000


def unmarked(text: str) -> tuple[str, list[dict[str, Any]]]:
    """The text without its marks, and the spans they held, in code points. Raises ValueError where a mark is left open."""
    bare, last, opened, spans = "", 0, [], []
    for mark in MARK.finditer(text):
        bare += text[last : mark.start()]
        last = mark.end()
        if mark[1]:
            opened.append((KINDS[mark[1]], len(bare)))
        else:
            kind, start = opened.pop()
            spans.append({"start": start, "end": len(bare), "kind": kind})
    if opened:
        raise ValueError("a mark is left open in: " + text)
    return bare + text[last:], spans


def rows(name: str = "posts") -> Iterator[dict[str, Any]]:
    """Each post of the set as a labelled row of the corpus."""
    lines = (line for line in (SAID / (name + ".txt")).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    for number, line in enumerate(lines, 1):
        author, channel, marked = line.split("|", 2)
        text, spans = unmarked(marked)
        faults = {span["kind"] for span in spans} - {*NO_FAULT, *(("roster-name",) if author == "student" else ())}
        yield {"id": "f%03d" % number, "author": author, "channel": channel, "text": text, "spans": spans, "clean": not faults}


def written(folder: Path, name: str = "posts") -> Path:
    """A folder with these posts and their roll, laid out like the corpus."""
    (folder / "open.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows(name)), encoding="utf-8")
    (folder / "roll.csv").write_text((SAID / OWN[name]).read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def _found(gold: tuple[int, int], guess: tuple[int, int]) -> int:
    return max(0, min(gold[1], guess[1]) - max(gold[0], guess[0]))


def counts(gold: Sequence[tuple[int, int]], guess: Sequence[tuple[int, int]]) -> tuple[int, int, int, int]:
    """Of one kind in one post, as the corpus's scorer counts: wanted, said, wanted ones met, said ones right."""
    tight = [[0 < said[1] - said[0] <= 4 * _found(one, said) for said in guess] for one in gold]
    met = sum(
        any(fits and 2 * _found(one, said) >= one[1] - one[0] for said, fits in zip(guess, row, strict=True))
        for one, row in zip(gold, tight, strict=True)
    )
    right = sum(any(row[at] for row in tight) for at in range(len(guess)))
    return len(gold), len(guess), met, right


def f1(sums: Sequence[int]) -> float:
    wanted, said, met, right = sums
    if not wanted or not said or not met or not right:
        return 1.0 if not wanted and not said else 0.0
    return 2 * (right / said) * (met / wanted) / (right / said + met / wanted)


def _of(kind: str, spans: Sequence[Mapping[str, Any]]) -> list[tuple[int, int]]:
    return [(one["start"], one["end"]) for one in spans if one["kind"] == kind]


def intervals(folder: Path, guesses: Path) -> Iterator[str]:
    """F1 of each kind with the middle 95 in 100 of draws of as many posts, with replacement. Drawn the same way each time."""
    said: Mapping[str, list[dict[str, Any]]] = {
        row["id"]: [*row.get("findings", ()), *row.get("noticed", ())]
        for row in map(json.loads, guesses.read_text(encoding="utf-8").splitlines())
    }
    gold = [json.loads(line) for line in (folder / "open.jsonl").read_text(encoding="utf-8").splitlines()]
    for kind in KINDS.values():
        spans = [counts(_of(kind, row["spans"]), _of(kind, said.get(row["id"], []))) for row in gold]
        draw = random.Random(7)
        many = sorted(f1([sum(column) for column in zip(*draw.choices(spans, k=len(spans)), strict=True)]) for _ in range(DRAWS))
        middle = f1([sum(column) for column in zip(*spans, strict=True)])
        yield "%-14s F1 %.3f  95%% interval %.3f to %.3f" % (kind, middle, many[DRAWS // 40], many[-DRAWS // 40 - 1])
