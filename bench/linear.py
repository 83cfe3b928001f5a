"""Whether the whole text check stays linear on text made to be slow: time for twice the length, from 1,000 characters to 1,000,000.

Usage: python bench/linear.py [FAMILY ...]. Prints a line a family: the ratio at each size and the longest time. 2.0 is linear.
The faces take 100,000 characters and say so; here the checks are asked for ten times that, so a few families take minutes together.
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
    "my mum's brother is ",
    "i got drunk and died ",
    "the governors have decided ",
    "kit is ",
    "gate is 12 ",
    "a reporter asked ",
    "find me on a.b ",
    "go to hell ",
    "cold attention seeker ",
    "@a_b.c you ",
    "if you are old grumpy ",
)
SIZES = (1_000, 10_000, 100_000, 500_000)  # and twice as many
WORST = 2.5
ENOUGH = 0.05  # seconds: what takes less is looked at more often, for a ratio that means something


def seconds(checks: tuple[Check, ...], text: str, times: int = 1) -> float:
    """The quickest of a few looks at a text, in processor time: a busy machine does not bend the ratio."""
    best = float("inf")
    for _ in range(times):
        draft = Draft(text, Author.STAFF)
        begun = time.process_time()
        for check in checks:
            list(check.look(draft))
        best = min(best, time.process_time() - begun)
    return best


def ratio(family: str, size: int) -> tuple[float, float]:
    """How much longer twice the size takes, and how long; a ratio that is too high is measured again before it is believed."""
    half, whole = ((family * (many // len(family) + 1))[:many] for many in (size, 2 * size))
    times = 1
    while True:
        one, other = seconds(TEXT_CHECKS, half, times), seconds(TEXT_CHECKS, whole, times)
        if (other / one <= WORST and other >= ENOUGH) or times >= 9:
            return other / one, other
        times += 4


def main(families: tuple[str, ...] = FAMILIES) -> int:
    get_ready(Told())
    gc.collect()
    gc.freeze()  # as a server does at its start: a walk through all our tables takes as long as a look at a text
    worst = 0.0
    for family in families:
        ratios = [ratio(family, size) for size in SIZES]
        worst = max(worst, *(one for one, _ in ratios))
        print("%-32r %s  %7.3f s" % (family, "  ".join("%.2f" % one for one, _ in ratios), ratios[-1][1]), flush=True)
    print("worst ratio %.2f, at most %.1f is wanted" % (worst, WORST))
    return 0 if worst <= WORST else 1


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:]) or FAMILIES))
