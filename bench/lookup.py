"""Whether the public look-up stays quick as the register grows: its 95th percentile with 1,000 names and with NAMES, as a ratio.

Usage: python bench/lookup.py [NAMES]; 1,000,000 unless said otherwise. Wanted is 2.0. Known pages, unknown ones and share links are
looked up in turn, each with its spelling made one, its keyed hash and its query. What somebody told of a page of their own is not in the
register, so that such a page and a made-up one are the same work; how long a known one takes beside an unknown one is shown, and no limit.
The database is a file in a folder that is removed again, with the settings a server has.
"""

import statistics
import sys
import time
from collections.abc import Sequence

from database import MONDAY, database, ref

from askfirst.sites.models import Listing
from askfirst.sites.register import Answer, look_up, mark_of

FEW, MANY, AT_ONCE, TIMES, WORST = 1_000, 1_000_000, 5_000, 400, 2.0
ANSWERS = (Answer.OFFICIAL, Answer.PAST, Answer.NOT_OURS)


def fill(names: int, *, start: int) -> None:
    """Rows of pages that were made up, each with its school and whoever keeps it."""
    keeper = ref("harrow")
    for begin in range(start, names, AT_ONCE):
        Listing.objects.bulk_create(
            Listing(
                case="%08d" % number,
                page=mark_of("instagram.com/page_%d" % number),
                answer=ANSWERS[number % 3],
                school_id="northgate",
                keeper_id=keeper,
                checked_on=MONDAY,
                ended_on=MONDAY,
            )
            for number in range(begin, min(begin + AT_ONCE, names))
        )


def took(addresses: Sequence[str], answer: bool) -> list[float]:
    """Milliseconds for each; every one is, or is not, in the register."""
    found = []
    for address in addresses:
        begun = time.perf_counter()
        said = look_up(address)
        found.append((time.perf_counter() - begun) * 1000)
        assert (said.answer is not Answer.UNKNOWN) is answer
    return found


def measured(names: int) -> tuple[float, float, float]:
    """The 95th percentile of all, and the medians of what is known and of what is not."""
    some = [number * 7919 % names for number in range(TIMES)]
    known = ["https://www.instagram.com/Page_%d/?igsh=%d" % (number, number) for number in some]
    unknown = ["@stranger_%d on Instagram" % number for number in some]
    took(known[:20], answer=True), took(unknown[:20], answer=False)
    yes, no = took(known, answer=True), took(unknown, answer=False)
    return statistics.quantiles(yes + no, n=20)[-1], statistics.median(yes), statistics.median(no)


def main() -> int:
    names = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with database():
        fill(FEW, start=0)
        few = measured(FEW)
        fill(names, start=FEW)
        many = measured(names)
    ratio = many[0] / few[0]
    print("look-up: p95 %.2f ms with %d names, %.2f ms with %d, x %.2f (wanted %.1f)" % (few[0], FEW, many[0], names, ratio, WORST))
    print("median: a known page %.2f ms, an unknown one %.2f ms" % many[1:])
    return int(ratio > WORST)


if __name__ == "__main__":
    sys.exit(main())
