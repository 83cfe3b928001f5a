"""Unkind words on public sets that nobody here wrote: the check's own figures, with counts, one line each.

Usage: python bench/abuse.py [--json] [--data FOLDER] [--half look|held] [--wrong SET]. FOLDER holds a folder for each set, default
../shared/data/text; a set that is not there is left out, in a sentence. `--half` keeps one half of the groups: rules are written with the
`look` half in view and judged on the `held` one. `--wrong` prints what is wrong in one set's `look` half, never in the other.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from askfirst.checks.catalogue import TEXT_CHECKS, run
from askfirst.checks.draft import Author, Draft

HERE = Path(__file__).resolve().parent.parent
UNKIND = tuple(check for check in TEXT_CHECKS if check.kind in ("abuse", "derogatory"))
# What counts as said about a span: a finding, or strong words that are only noticed, told of or not.
STRONG = tuple(check for check in TEXT_CHECKS if check.name in ("abuse", "derogatory", "swearing", "quoted"))
SPELLING = ("spell_char_swap_h", "spell_char_del_h", "spell_space_del_h", "spell_space_add_h", "spell_leet_h")
AIMED_ANYWAY = ("target_indiv_nh", "target_group_nh")  # an individual or a group of no protected sort: ours to find all the same
ALIGNED = 0.5  # the share of words aligned with African-American English from which on a post counts as aligned

Row = dict[str, Any]
Line = tuple[str, float, str]


def flagged(text: str) -> bool:
    """Whether anything is found about a person or a group."""
    draft = Draft(text, Author.STUDENT)
    found = any(run(check, draft) for check in UNKIND)
    draft.forget()
    return found


def said(text: str) -> set[int]:
    """Every code point that is found or noticed as strong."""
    draft = Draft(text, Author.STUDENT)
    places = {at for check in STRONG for one in run(check, draft) for at in range(one.start, one.end)}
    draft.forget()
    return places


class Judge(NamedTuple):
    """Who says so: whether a text is flagged, and which code points are meant."""

    flagged: Callable[[str], bool]
    said: Callable[[str], set[int]]


OURS = Judge(flagged, said)


def share(rows: list[Row], wanted: Callable[[Row], bool]) -> tuple[float, str]:
    """How many of the rows, as a share and as counts."""
    met = sum(wanted(row) for row in rows)
    return (met / len(rows) if rows else 0.0), "%d of %d" % (met, len(rows))


def f1(pairs: list[tuple[bool, bool]], value: bool) -> float:
    """F1 of one answer over (wanted, said)."""
    both = sum(wanted == said == value for wanted, said in pairs)
    either = sum(wanted == value for wanted, _ in pairs) + sum(said == value for _, said in pairs)
    return 2 * both / either if either else 1.0


def hatecheck(rows: list[Row], judge: Judge = OURS) -> Iterator[Line]:
    by: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        row["should"] = row["label"] == "hateful" or row["functionality"] in AIMED_ANYWAY
        row["said"] = judge.flagged(row["text"])
        by[row["functionality"]].append(row)
    pairs = [(row["should"], row["said"]) for row in rows]
    yield "macro F1", (f1(pairs, True) + f1(pairs, False)) / 2, "%d rows" % len(rows)
    yield "specificity", *share([row for row in rows if not row["should"]], lambda row: not row["said"])
    tricks = [share(by[name], _right)[0] for name in SPELLING]
    yield "mean of five spelling tricks", sum(tricks) / len(tricks), "5 shares"
    for name, some in sorted(by.items()):
        yield name, *share(some, _right)


def _right(row: Row) -> bool:
    return bool(row["should"] == row["said"])


def by_label(rows: list[Row], judge: Judge = OURS) -> Iterator[Line]:
    """Sets whose label is hateful or not, toxic or not."""
    for row in rows:
        row["should"] = row["label"] in ("hateful", "toxic")
        row["said"] = judge.flagged(row["text"])
    yield "accuracy", *share(rows, _right)
    yield "recall", *share([row for row in rows if row["should"]], lambda row: row["said"])
    yield "false-positive rate", *share([row for row in rows if not row["should"]], lambda row: row["said"])
    by: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by[row.get("functionality", "")].append(row)
    for name, some in sorted(by.items() if len(by) > 1 else ()):
        yield name, *share(some, _right)


def davidson(rows: list[Row], dialect: dict[str, Row], judge: Judge = OURS) -> Iterator[Line]:
    """False flags on calm posts ("neither"), by the dialect that their words lean to."""
    calm = [row for row in rows if row["label"] == "neither"]
    for row in calm:
        row["should"], row["said"] = False, judge.flagged(row["text"])
    aligned: list[Row] = []
    rest: list[Row] = []
    for row in calm:
        (aligned if dialect.get(row["id"], {}).get("aa", 0.0) >= ALIGNED else rest).append(row)
    theirs, others = share(aligned, lambda row: row["said"]), share(rest, lambda row: row["said"])
    yield "false flags, AAE-aligned", *theirs
    yield "false flags, the rest", *others
    yield "gap", theirs[0] - others[0], "difference"


def toxic_spans(rows: list[Row], judge: Judge = OURS) -> Iterator[Line]:
    """Mean over posts of the F1 over characters, as the set's authors score it."""
    total = 0.0
    for row in rows:
        gold = {at for span in row["spans"] for at in range(span["start"], span["end"])}
        mine = judge.said(row["text"])
        both = len(gold & mine)
        row["should"], row["said"] = True, bool(mine)
        row["f1"] = float(gold == mine) if not gold or not mine else 2 * both / (len(gold) + len(mine))
        total += row["f1"]
    yield "character F1", total / len(rows), "%d rows" % len(rows)


SETS: dict[str, Callable[..., Iterator[Line]]] = {
    "hatecheck": hatecheck,
    "hatemojicheck": by_label,
    "hatemojibuild": by_label,
    "identity_templates": by_label,
    "wiki_toxicity": by_label,
    "davidson2017": davidson,  # asked with its dialect file
    "toxic_spans": toxic_spans,
}


def read(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def dialect_of(file: Path) -> dict[str, Row]:
    """How far the words of each post of the set lean to a dialect, by its id."""
    return {row["id"]: row for row in read(file.with_name("dialect_dev.jsonl"))}


def half(row: Row) -> str:
    """Which half a row's group is in: a coin that falls the same way each time."""
    return "look" if sha256(("two halves:" + str(row["group"])).encode()).digest()[0] % 2 else "held"


def main(argv: list[str] | None = None) -> int:
    options = argparse.ArgumentParser(description="Score the unkind words that are found on public sets.")
    options.add_argument("--json", action="store_true")
    options.add_argument("--data", type=Path, default=HERE.parent / "shared" / "data" / "text")
    options.add_argument("--half", choices=("look", "held"))
    options.add_argument("--wrong", choices=tuple(SETS))
    options.add_argument("--only", choices=tuple(SETS), action="append")
    chosen = options.parse_args(argv)
    if chosen.wrong:
        chosen.half, chosen.only = "look", [chosen.wrong]
    for name, score in SETS.items():
        if chosen.only and name not in chosen.only:
            continue
        file = chosen.data / name / "dev.jsonl"
        if not file.is_file():
            print("No %s here, so it is not measured. Name the folder of the sets with --data." % name)
            continue
        rows = [row for row in read(file) if chosen.half in (None, half(row))]
        for measure, value, counts in score(rows, dialect_of(file)) if name == "davidson2017" else score(rows):
            row: Row = {"bench": "abuse", "set": name, "measure": measure, "value": round(value, 3), "counts": counts}
            print(json.dumps(row) if chosen.json else "{set:<20} {measure:<30} {value:6.3f}   {counts}".format(**row))
        for row in (one for one in rows if chosen.wrong and "said" in one and not (_right(one) and one.get("f1", 1.0) > 0.5)):
            print(row.get("functionality", ""), "missed" if row["should"] else "false", row["text"], sep=" | ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
