"""Whether the whole text check stays linear on text made to be slow: time for twice the length, as a ratio.

Usage: python bench/linear.py. Prints a line a family: the ratio of 100,000 to 50,000 characters and the longer time. 2.0 is linear.
"""

import gc
import sys
import time

from askfirst.checks.catalogue import TEXT_CHECKS, get_ready
from askfirst.checks.draft import Author, Draft, Told
from askfirst.checks.finding import Check

FAMILIES = (
    "a.b.",
    "you are a ",
    "Mr Ab is a cow. ",
    "draft policy ",
    "f u c k ",
    "hateall",
    "women are ",
    "make all women ",
    "no, Muslims should not ",
    "0",
    "07 ",
    "a.",
    "@",
    " ",
    "double ",
    "a@",
    "1 ",
    "a",
    "1",
    "a ",
    "o",
    "oil",
    "number 1 ",
    "at ",
    "dot ",
    "a dot ",
    "the ",
    "zz99 ",
    "then ",
    "@a ",
    "born ",
    "1.1.",
    "Ab ",
    "1 Ab ",
    "a-",
    "£",
    "\n",
    "07700 ",
    "my snap ",
    "the house with ",
    "staff no ",
    "1 Ab zz99 3vz ",
    "born 1/1/11 born one two 2011 ",
    "f 07 then ",
    "add @ab ",
    "he hits me ",
    "i want to ",
    "a man online gave me ",
    "cut my arms. ",
    "if i tell he said ",
    "thick they are, ",
    "women arejust ",
    "hatewomenand",
)
LONG = 100_000
WORST = 2.5


def seconds(checks: tuple[Check, ...], text: str, times: int = 2) -> float:
    """The quickest of a few looks at a text, in processor time: a busy machine does not bend the ratio."""
    best = float("inf")
    for _ in range(times):
        draft = Draft(text, Author.STAFF)
        begun = time.process_time()
        for check in checks:
            list(check.look(draft))
        best = min(best, time.process_time() - begun)
    return best


def main() -> int:
    checks = TEXT_CHECKS
    get_ready(Told())
    gc.collect()
    gc.freeze()  # as a server does at its start: a walk through all our tables takes as long as a look at a text
    worst = 0.0
    for family in FAMILIES:
        half, whole = (seconds(checks, (family * (size // len(family) + 1))[:size]) for size in (LONG // 2, LONG))
        worst = max(worst, whole / half)
        print("%-18r ratio %.2f  %6.3f s" % (family, whole / half, whole))
    print("worst ratio %.2f, at most %.1f is wanted" % (worst, WORST))
    return 0 if worst <= WORST else 1


if __name__ == "__main__":
    sys.exit(main())
