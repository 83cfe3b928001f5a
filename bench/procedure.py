"""What lint and diff of an edition cost, in seconds, and as a ratio against an edition of ten times the size.

Usage: python bench/procedure.py [--json]. The edition is the pack's, each clause with its words as exact words too. Promises: each under
1 s, and ten times the clauses take at most 15 times as long.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from askfirst.procedure.changes import Kind, changes, word_changes
from askfirst.procedure.clause import Clause, Edition
from askfirst.procedure.dated import the_facts
from askfirst.procedure.lint import lint
from askfirst.procedure.load import the_edition

DAY = date(2026, 11, 23)
ROUNDS, MOST_SECONDS, MOST_RATIO, TIMES = 5, 1.0, 15.0, 10


def sized(times: int) -> Edition:
    """The pack's edition so many times over; clauses of each copy have ids of their own, and words that no other copy has."""
    first = the_edition(readings=False)
    return replace(first, clauses=tuple(_copy(clause, number) for number in range(times) for clause in first.clauses))


def _copy(clause: Clause, number: int) -> Clause:
    words = " ".join(word + ("q%d" % number if number and len(word) > 3 else "") for word in clause.plain.split())
    return replace(clause, id="%s%02d" % (clause.id, number), plain=words, exact=words)


def compared(edition: Edition) -> int:
    """Every clause with one word changed, told clause by clause and word by word."""
    later = replace(edition, clauses=tuple(replace(one, plain=one.plain + " Ask first.") for one in edition.clauses))
    told = [one for one in changes(edition, later) if one.kind is Kind.CHANGED and one.old and one.new]
    return sum(len(word_changes(one.old.plain, one.new.plain)) for one in told if one.old and one.new)


def seconds(act: Callable[[], object]) -> float:
    """The quickest of a few."""
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.process_time()
        act()
        best = min(best, time.process_time() - begun)
    return best


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    one, ten, facts = sized(1), sized(TIMES), the_facts()
    acts: dict[str, Callable[[Edition], object]] = {"lint": lambda edition: lint(edition, facts, DAY), "diff": compared}
    whole = True
    for name, act in acts.items():
        once, often = seconds(lambda act=act: act(one)), seconds(lambda act=act: act(ten))  # type: ignore[misc]
        row = {
            "bench": "%s of an edition of %d clauses" % (name, len(one.clauses)),
            "seconds": round(once, 4),
            "ratio": round(often / once, 1),
            "against": "itself at %d times the size" % TIMES,
            "holds": once < MOST_SECONDS and often / once < MOST_RATIO,
        }
        whole = whole and bool(row["holds"])
        print(
            json.dumps(row) if chosen.json else "%(bench)s: %(seconds).4f s, ratio %(ratio).1f against %(against)s, holds: %(holds)s" % row
        )
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
