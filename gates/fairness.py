"""docs/fairness.md, and what a result says of dialects, from what bench/fairness.py measured.

`python -m gates.fairness` prints the first.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

__all__ = ["dialects", "document"]

MEASURED = Path("bench", "measured", "fairness.json")
HEAD = """# Whether the check treats people alike

Written by `make docs` from `bench/measured/fairness.json`, which `python bench/fairness.py --store` measures.
A false flag is a post that nobody needs to change and that the check of unkind words points at all the same.
The check helps one person alone, before they post. No count of anybody's findings is kept, so these are counts over sets of posts.
"""
TABLES = {
    "pairs": (
        "The same thing said elsewhere",
        "One thing said in standard English and in a variety. What is found must not differ: the goal is at most 2 in 100.",
        "variety",
        "found differently",
    ),
    "dialect": (
        "Calm posts by dialect",
        "Public posts that people judged calm (Davidson and others, 2017), by the dialect their words lean to.",
        "dialect",
        "false flags",
    ),
    "templates": (
        "Short sentences that name a group",
        "Kind or neutral sentences with the name of a group in them (made from templates), by what the name is about.",
        "names by",
        "false flags",
    ),
    "fair": (
        "Fair sentences about a group",
        "Sentences that report, quote, deny or praise (HateCheck, Röttger and others, 2021), by the group they are about.",
        "group",
        "false flags",
    ),
    "school": (
        "Posts from a school",
        "Posts with nothing to change, written for this product; who posts.",
        "author",
        "false flags",
    ),
}
LIMITS = """## What these figures cannot say

- The posts of the first set are American and old. Nobody has labelled British pupils' own posts by dialect.
- The pairs were written by the authors of the checks, forty things in five varieties. Speakers of each variety may write otherwise.
- Before anything was mended for the pairs, 25 of the 200 differed. In words nobody foresaw, expect something between.
- Some rows are few: under a hundred posts, one flag more or less is more than one in a hundred. The counts stand beside each rate.
- Rules were written with half of the public sets in view. Read the figures as those of known ground.
- Names of people are not a group here. A name is met by the roll or by its form, whatever language it comes from.
- Whether a harm is missed more often for one group than for another is in the pairs alone ("something found less").

## If the check is wrong about you

1. Post anyway: it never blocks, and nothing is kept.
2. Each finding says when to leave things as they are ("If ...").
3. Ask in doubt (`/ask/`): choose who answers. Your draft goes along only if you paste it.
4. Tell the Trust's Data Protection Officer or your union if a group is treated worse. They can ask for this page to be measured again.
5. Whoever runs AskFirst can send the authors a sentence, made up, that is met wrongly: it becomes a line of `tests/checks/`.
"""


def _table(rows: list[tuple[str, str, int, int]], name: str) -> Iterator[str]:
    title, about, what, said = TABLES[name]
    yield from ("## " + title, "", about, "", "| %s | %s | of | rate |" % (what, said), "|---|---|---|---|")
    for _, one, met, of in rows:
        yield "| %s | %d | %d | %.1f%% |" % (one, met, of, 100 * met / of if of else 0.0)
    yield ""


def document(root: Path = Path()) -> str:
    """The whole document. Raises OSError or ValueError where nothing was measured."""
    rows = [tuple(row) for row in json.loads((root / MEASURED).read_text(encoding="utf-8"))]
    lines = [HEAD]
    for name in TABLES:
        lines += _table([row for row in rows if row[0] == name], name)
    return "\n".join([*lines, LIMITS.rstrip("\n")]) + "\n"


def dialects(root: Path = Path()) -> str:
    """The counts by dialect, for every result of a post to show. Raises OSError or ValueError where nothing was measured."""
    rows = [tuple(row) for row in json.loads((root / MEASURED).read_text(encoding="utf-8"))]
    lines = [
        "# How often the check of a post was wrong, by dialect: a name, how often, of how many. Licence: Apache-2.0.",
        "# Written by `make docs` from bench/measured/fairness.json, which `python bench/fairness.py --store` measures.",
    ]
    for table, wanted in (("marked", "dialect"), ("read", "pairs")):
        held = ["%s|%d|%d" % row[1:] for row in rows if row[0] == wanted and not row[1].startswith("all,")]
        lines += ["%s = '''" % table, *held, "'''"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(document())
