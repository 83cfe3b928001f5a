"""What small archives of our own should give away, and what is said of them: recall, and facts that nobody should have been told.

Usage: PYTHONPATH=. python bench/collation.py [--json | --missed]. The archives stand in bench/said/archives*.txt; the first says how they
are written, each what was told of it at first reading. Promises: of lists that were mended for, nine in ten facts are told and one in
twenty told is wrong at most; of the list that nothing was mended for, no fewer than at first, and one in ten told is wrong at most.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from askfirst.checks.archives.collate import Collation
from askfirst.checks.archives.post import Post
from askfirst.checks.draft import Brand, Told

SAID = Path(__file__).resolve().parent / "said"
MENDED, FRESH = ("archives.txt", "archives_again.txt", "archives_third.txt"), ("archives_fourth.txt",)
TOLD = Told(brands=(Brand("Northgate School"), Brand("Northgate", ambiguous=True)))
POST = re.compile(r"(?P<on>\d{4}-\d\d-\d\d \d\d:\d\d)\|(?:(?P<service>[a-z]+)\|)?(?P<words>.+)")
RECALL, WRONG = 0.90, 0.05
FRESH_RECALL, FRESH_WRONG = 0.35, 0.10


@dataclass(slots=True)
class Small:
    """One small archive: kinds of fact that should be told and the words each must hold, kinds that may be, and its posts."""

    wanted: dict[str, str]
    may: set[str]
    posts: list[tuple[Post, str]] = field(default_factory=list)


def small(names: tuple[str, ...] = MENDED) -> list[Small]:
    """Every archive of these files. Raises ValueError at a line that cannot be read."""
    found: list[Small] = []
    for line in "\n".join((SAID / name).read_text(encoding="utf-8") for name in names).splitlines():
        if line.startswith("="):
            kinds = [one.strip() for one in line[1:].split(",") if one.strip() != "-"]
            wanted = {kind: words for kind, _, words in (one.partition(":") for one in kinds if not one.startswith("?"))}
            found.append(Small(wanted, {one[1:] for one in kinds if one.startswith("?")}))
        elif line and not line.startswith("#"):
            if (post := POST.fullmatch(line)) is None:
                raise ValueError("This line is no post: " + line)
            on = datetime.strptime(post["on"], "%Y-%m-%d %H:%M")  # noqa: DTZ007
            found[-1].posts.append((Post(post["words"], on), post["service"] or "twitter"))
    return found


def judged(archives: list[Small]) -> Iterator[tuple[Small, set[str], set[str], dict[str, tuple[str, ...]]]]:
    """Each archive, the kinds that were met, those told that should not have been, and all that was told."""
    for one in archives:
        collation = Collation(TOLD)
        for post, service in one.posts:
            collation.add(post, service)
        told = {fact.what: fact.values for fact in collation.facts()}
        met = {what for what, words in one.wanted.items() if what in told and (not words or _holds(told[what], words))}
        yield one, met, set(told) - set(one.wanted) - one.may, told


def _holds(values: tuple[str, ...], words: str) -> bool:
    return any(words.lower() in value.lower() for value in values)


def figures(archives: list[Small]) -> dict[str, int]:
    wanted = met = wrong = told = 0
    for one, found, false, said in judged(archives):
        wanted, met, wrong, told = wanted + len(one.wanted), met + len(found), wrong + len(false), told + len(said)
    return {"archives": len(archives), "wanted": wanted, "met": met, "told": told, "wrong": wrong}


def rows() -> Iterator[dict[str, object]]:
    """A row for what is told and one for what is wrong, of each sort of list."""
    for sort, names, least, most in (("mended for", MENDED, RECALL, WRONG), ("fresh", FRESH, FRESH_RECALL, FRESH_WRONG)):
        of = figures(small(names))
        told, wrong = of["met"] / of["wanted"], of["wrong"] / of["told"]
        about = "collation: %s archives, " % sort
        yield {"bench": about + "facts told of those wanted", "ratio": round(told, 3), "at least": least, "holds": told >= least, **of}
        yield {"bench": about + "wrong of what is told", "ratio": round(wrong, 3), "at most": most, "holds": wrong <= most, **of}


def main() -> None:
    if "--missed" in sys.argv:
        for one, met, wrong, told in judged(small(MENDED + FRESH)):
            if missing := set(one.wanted) - met:
                print("MISSED", sorted(missing), one.wanted, told, [post.text for post, _ in one.posts])
            if wrong:
                print("WRONG", {what: told[what] for what in wrong}, [post.text for post, _ in one.posts])
        return
    found = list(rows())
    print(json.dumps(found) if "--json" in sys.argv else "\n".join(map(str, found)))
    sys.exit(not all(row["holds"] for row in found))


if __name__ == "__main__":
    main()
