"""Unkind words told of in order to condemn, report or teach, and sentences that only look like that: how often each is read as it is meant.

Usage: python bench/counter.py [--wrong]. The sentences stand in bench/said/counter*.txt; each file says how it was read at first, before
anything was mended for it. `--wrong` prints those that are read the other way.
"""

import argparse
import sys
from pathlib import Path

from abuse import flagged

SAID = Path(__file__).resolve().parent / "said"


def sentences() -> list[tuple[bool, str]]:
    """Each sentence, with whether something hurtful is said in it."""
    files = sorted(SAID.glob("counter*.txt"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(line.startswith("said|"), line.partition("|")[2]) for line in lines]


def main(argv: list[str] | None = None) -> int:
    options = argparse.ArgumentParser(description="Score what is quoted or told of in order to condemn.")
    options.add_argument("--wrong", action="store_true")
    chosen = options.parse_args(argv)
    rows = [(hurts, text, flagged(text)) for hurts, text in sentences()]
    for name, which in (("told of or condemned, left alone", False), ("said all the same, found", True)):
        some = [found for hurts, _, found in rows if hurts == which]
        print("%-36s %d of %d" % (name, sum(found == which for found in some), len(some)))
    for hurts, text, found in rows:
        if chosen.wrong and hurts != found:
            print("missed" if hurts else "false", text, sep=" | ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
