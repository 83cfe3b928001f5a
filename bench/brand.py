"""How many look-alikes of a school's name are met, how many ordinary handles are left alone, and how quickly beside all-pairs matching.

Usage: python bench/brand.py. Look-alikes are made of short and of whole names of the Trust, and of schools that the finder was not written
with; the generator (brand_names.py) shares nothing with the finder. Wanted: recall 0.95 at 0.5 % false alarms on 10,000 ordinary handles.
The naive way is difflib's ratio of each name with each handle: no library for edit distance is installed.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher

from brand_names import look_alikes, ordinary

from askfirst.advice.trust import told_by
from askfirst.checks.draft import Brand, Told
from askfirst.checks.names.brand import find, signs_of
from askfirst.checks.names.signs import Signs
from askfirst.procedure.trust import load_trust

WANTED, MOST_FALSE, HANDLES, EACH, SEED, NAIVE, RATIO = 0.95, 0.005, 10_000, 12, 2018, 500, 0.8
OTHERS = Told(
    brands=(
        Brand("Castlebrook High School"), Brand("Castlebrook", ambiguous=True), Brand("Oakmere Community College"),
        Brand("Oakmere", ambiguous=True),        Brand("Thornlea Primary School"), Brand("Thornlea"),
        Brand("Harrowdown Academy"), Brand("Harrowdown"),
        Brand("Wrenbury Learning Trust"),        Brand("Wrenbury", ambiguous=True), Brand("WLT"),
    ),
)  # fmt: skip


def measured(label: str, names: list[str], signs: Signs) -> tuple[int, int, Counter[str], Counter[str]]:
    met, made = Counter[str](), Counter[str]()
    for _, way, one in look_alikes(names, EACH, SEED):
        made[way] += 1
        met[way] += find(one, signs) is not None
    print("%s: recall %.3f (%d of %d)" % (label, met.total() / made.total(), met.total(), made.total()))
    return met.total(), made.total(), met, made


def per_second(act: Callable[[str], object], handles: list[str]) -> float:
    begun = time.process_time()
    for one in handles:
        act(one)
    return len(handles) / (time.process_time() - begun)


def naive(names: list[str]) -> Callable[[str], bool]:
    """The usual way to do it by hand: each name against each handle."""
    matchers = [SequenceMatcher(b=name) for name in names]

    def look(handle: str) -> bool:
        found = False
        for one in matchers:
            one.set_seq1(handle)
            found |= one.ratio() >= RATIO
        return found

    return look


def main() -> int:
    told = told_by(load_trust())
    trust, others = signs_of(told), signs_of(OTHERS)
    rows, met, made = [], Counter[str](), Counter[str]()
    for label, brands, signs in (("the Trust", told.brands, trust), ("schools it was not written with", OTHERS.brands, others)):
        terms = [brand.term for brand in brands if len(brand.term) > 4]
        for sort, those in (
            ("short names", [one for one in terms if " " not in one]),
            ("whole names", [one for one in terms if " " in one]),
        ):
            one = measured("%s, %s" % (label, sort), those, signs)
            rows.append(one[0] / one[1])
            met, made = met + one[2], made + one[3]
    for way in sorted(made, key=lambda one: met[one] / made[one])[:8]:
        print("  %-28s %.3f" % (way, met[way] / made[way]))
    handles = ordinary(HANDLES, SEED)
    worst = 0.0
    for label, signs in (("the Trust", trust), ("other schools", others)):
        said = [one for one in handles if find(one, signs) is not None]
        worst = max(worst, len(said) / len(handles))
        print(
            "%s: %d of %d ordinary handles flagged, %.2f %%: %s"
            % (label, len(said), len(handles), 100 * len(said) / len(handles), said[:12])
        )
    terms = [sign.bare for sign in trust.those]
    ours, theirs = per_second(lambda one: find(one, trust), handles), per_second(naive(terms), handles[:NAIVE])
    print("%d names a second, difflib with all pairs %d: x %.1f" % (ours, theirs, ours / theirs))
    return int(min(rows) < WANTED or worst > MOST_FALSE)


if __name__ == "__main__":
    sys.exit(main())
