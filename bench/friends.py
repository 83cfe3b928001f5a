"""Whether a list of friends is looked up, not searched: 5,000 friends against 2,000 names, and each at ten times the size, as ratios.

Usage: python bench/friends.py. Ten times the friends may take ten times as long, and no more than 12.5 (linear). The same friends against
ten times the names, with the table made, may take 2.5 times as long at most: a table look-up costs the same however long the roll.
"""

import gc
import sys
import time
from collections.abc import Callable

from askfirst.checks.friends.look import look_through
from askfirst.checks.friends.pasted import Pasted
from askfirst.checks.friends.table import Link, Listed, Table, table_of

FRIENDS, NAMES, TIMES = 5_000, 2_000, 10
LINEAR, FLAT = 12.5, 2.5


def roll(names: int) -> list[Listed]:
    return [Listed("Ada%d Number-%d" % (one, one % 97), Link.STUDENT, "Ada%d" % one) for one in range(names)]


def friends(many: int) -> Pasted:
    """As a page shows them; one in ten is on the roll."""
    return Pasted("\n".join("Ada%d Number%d · %d mutual friends" % (one, one % 97 + (one % 10 > 0) * 100, one % 40) for one in range(many)))


def quickest(act: Callable[[], object], times: int = 5) -> float:
    """Processor time, so that a busy machine does not bend the ratio; without the collector of cycles, as timeit measures."""
    best = float("inf")
    gc.disable()
    for _ in range(times):
        begun = time.process_time()
        act()
        best = min(best, time.process_time() - begun)
        gc.collect()
    gc.enable()
    return best


def look(many: int, table: Table) -> float:
    pasted = friends(many)
    return quickest(lambda: look_through(pasted, table))


def main() -> int:
    small, large = roll(NAMES), roll(NAMES * TIMES)
    made, made_large = quickest(lambda: table_of(small)), quickest(lambda: table_of(large), 2)
    table, table_large = table_of(small), table_of(large)
    once, more, against = look(FRIENDS, table), look(FRIENDS * TIMES, table), look(FRIENDS, table_large)
    print("the table of %d names: %.3f s; of %d: x %.1f" % (NAMES, made, NAMES * TIMES, made_large / made))
    print("%d friends against it: %.3f s (%.1f ms a hundred)" % (FRIENDS, once, once / FRIENDS * 1e5))
    print("%d friends: x %.1f (at most %.1f is wanted)" % (FRIENDS * TIMES, more / once, LINEAR))
    print("%d names:  x %.1f (at most %.1f is wanted)" % (NAMES * TIMES, against / once, FLAT))
    return int(more > once * LINEAR or against > once * FLAT or made_large > made * LINEAR)


if __name__ == "__main__":
    sys.exit(main())
