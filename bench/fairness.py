"""Whether the check of unkind words treats people alike: false flags by dialect, by group and by school posts, and pairs of one meaning.

Usage: python bench/fairness.py [--data FOLDER] [--corpus FOLDER] [--store]. --store writes bench/measured/fairness.json, out of which
docs/fairness.md is made (`python -m gates.generated`). A set that is not there is left out, in a sentence; then nothing is stored.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from abuse import AIMED_ANYWAY, ALIGNED, flagged, read

from askfirst.checks.catalogue import look_over
from askfirst.checks.draft import Author, Draft

HERE = Path(__file__).resolve().parent
MEASURED = HERE / "measured" / "fairness.json"
PAIRS = HERE.parent / "tests" / "checks" / "pairs.txt"
VARIETIES = {"mle": "London (MLE)", "scots": "Scots", "scouse": "Scouse", "welsh": "Welsh English", "eal": "English as a new language"}
GROUPS = {
    "race and nation": "african american|african|black|white|european|hispanic|latino|latina|latinx|mexican|canadian|american|asian|indian|"
    "chinese|japanese|middle eastern",
    "faith": "christian|muslim|jewish|buddhist|catholic|protestant|sikh|taoist",
    "age": "old|older|young|younger|teenage|millenial|middle aged|elderly",
    "disability": "blind|deaf|paralyzed",
    "sexuality": "lesbian|gay|bisexual|queer|lgbt|lgbtq|homosexual|straight|heterosexual",
    "sex and gender": "transgender|trans|male|female|nonbinary",
}
Row = tuple[str, str, int, int]  # table, what, flagged, of how many


def kinds(text: str) -> frozenset[str]:
    """The kinds of what is found in a draft, help among them; who is named is left out."""
    seen, _ = look_over(Draft(text, Author.STUDENT))
    return frozenset(one.kind for one in seen if (not one.noticed or one.kind == "help") and one.kind != "roster-name")


def pairs() -> Iterator[tuple[str, str, str]]:
    """The table of pairs as (variety, standard, the same said elsewhere)."""
    standard = ""
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            standard = line[2:]
        elif line and not line.startswith("#"):
            variety, _, text = line.partition("|")
            yield variety, standard, text


def by_variety() -> Iterator[Row]:
    """Pairs in which something else is found, by variety."""
    some = list(pairs())
    for variety, name in VARIETIES.items():
        mine = [(one, other) for which, one, other in some if which == variety]
        yield "pairs", name, sum(kinds(one) != kinds(other) for one, other in mine), len(mine)
    more = sum(bool(kinds(other) - kinds(one)) for _, one, other in some)
    yield "pairs", "all, something found beside the standard", more, len(some)
    yield "pairs", "all, something found less", sum(bool(kinds(one) - kinds(other)) for _, one, other in some), len(some)


def counted(table: str, what: str, texts: Iterable[str]) -> Row:
    said = [flagged(text) for text in texts]
    return table, what, sum(said), len(said)


def by_dialect(data: Path) -> Iterator[Row]:
    aa = {row["id"]: row.get("aa", 0.0) for row in read(data / "davidson2017" / "dialect_dev.jsonl")}
    calm = [row for row in read(data / "davidson2017" / "dev.jsonl") if row["label"] == "neither"]
    yield counted("dialect", "African-American English", (row["text"] for row in calm if aa.get(row["id"], 0.0) >= ALIGNED))
    yield counted("dialect", "the rest", (row["text"] for row in calm if aa.get(row["id"], 0.0) < ALIGNED))


def by_group(data: Path) -> Iterator[Row]:
    kind = [row["text"] for row in read(data / "identity_templates" / "dev.jsonl") if row["label"] == "nontoxic"]
    for name, words in GROUPS.items():
        named = re.compile(r"\b(?:%s)\b" % words)
        yield counted("templates", name, (text for text in kind if named.search(text)))
    fair = [row for row in read(data / "hatecheck" / "dev.jsonl") if row["label"] != "hateful" and row["functionality"] not in AIMED_ANYWAY]
    for target in sorted({row["target"] for row in fair if row.get("target")}):
        yield counted("fair", target, (row["text"] for row in fair if row["target"] == target))


def by_school(corpus: Path) -> Iterator[Row]:
    rows = [row for row in read(corpus / "open.jsonl") if row["clean"]]
    for author in ("staff", "student"):
        yield counted("school", author, (row["text"] for row in rows if row["author"] == author))


def main(argv: list[str] | None = None) -> int:
    options = argparse.ArgumentParser(description="False flags by dialect and group.")
    shared = HERE.parent.parent / "shared"
    options.add_argument("--data", type=Path, default=shared / "data" / "text")
    options.add_argument("--corpus", type=Path, default=shared / "corpus")
    options.add_argument("--store", action="store_true")
    chosen = options.parse_args(argv)
    rows = list(by_variety())
    whole = True
    measures: list[tuple[Callable[[Path], Iterator[Row]], Path, Path]] = [
        (by_dialect, chosen.data, chosen.data / "davidson2017" / "dialect_dev.jsonl"),
        (by_group, chosen.data, chosen.data / "identity_templates" / "dev.jsonl"),
        (by_school, chosen.corpus, chosen.corpus / "open.jsonl"),
    ]
    for measure, folder, needs in measures:
        if needs.is_file():
            rows += measure(folder)
        else:
            whole = False
            print("No %s here, so it is not measured. Name the folders with --data and --corpus." % needs.parent.name)
    for table, what, met, of in rows:
        print("%-10s %-42s %4d of %5d   %.3f" % (table, what, met, of, met / of if of else 0.0))
    if chosen.store and whole:
        MEASURED.parent.mkdir(exist_ok=True)
        MEASURED.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
