"""How many look-alikes of a school's name are met, how many ordinary handles are left alone, and how quickly beside all-pairs matching.

Usage: python bench/brand.py. Look-alikes are made of short and of whole names of the Trust, and of schools that the finder was not written
with; the generator (brand_names.py) shares nothing with the finder. Wanted: recall 0.95 at 0.5 % false alarms on 10,000 ordinary handles.
Two naive ways beside it: the edit distance of each name with each handle (letter by letter, as in Wagner and Fischer 1974), and
difflib's ratio of each pair. Wanted too: more names a second than either.
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

WANTED, MOST_FALSE, HANDLES, EACH, SEED, NAIVE, RATIO, EDITS, NTH = 0.95, 0.005, 10_000, 12, 2018, 500, 0.8, 2, 7
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


def distance(one: str, other: str) -> int:
    """Letters to add, leave out or change to make one of the other: a whole table, row by row."""
    above = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        row = [at]
        for column, beside in enumerate(other, 1):
            row.append(min(above[column] + 1, row[-1] + 1, above[column - 1] + (letter != beside)))
        above = row
    return above[-1]


def all_pairs(names: list[str]) -> Callable[[str], bool]:
    """Each name against each handle by how many edits are between them; no pair is left out."""

    def look(handle: str) -> bool:
        low = handle.lower()
        return min([distance(name, low) for name in names]) <= EDITS

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
    ours = per_second(lambda one: find(one, trust), handles)
    edits, ratios = per_second(all_pairs(terms), handles[:NAIVE]), per_second(naive(terms), handles[:NAIVE])
    print("%d names a second; all pairs by edit distance %d: x %.1f" % (ours, edits, ours / edits))
    print("%d names a second; all pairs by difflib %d: x %.1f" % (ours, ratios, ours / ratios))
    whole = [brand.term.lower() for brand in told.brands]
    made_of = [one for _, _, one in look_alikes([brand.term for brand in told.brands if len(brand.term) > 4], EACH, SEED)][::NTH]
    met_by_edits = sum(map(all_pairs([name.replace(" ", "").replace("'", "") for name in whole]), made_of))
    print(
        "of every %dth look-alike, edit distance meets %.3f, AskFirst %.3f"
        % (NTH, met_by_edits / len(made_of), sum(find(one, trust) is not None for one in made_of) / len(made_of))
    )
    return int(min(rows) < WANTED or worst > MOST_FALSE or ours < max(edits, ratios))


if __name__ == "__main__":
    sys.exit(main())
