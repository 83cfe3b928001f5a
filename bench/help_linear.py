"""What a small linear model would add to the rules of help: trained on our own lists, counted on batches set apart and on harmless posts.

Usage: python bench/help_linear.py [--write FILE]. Nothing of it is in the product (docs/decisions/0025). Words, beginnings of words and
pairs of words within three get whole numbers. It may ask, where a sentence's sum passes a bar that at most 2 in 100 near-copies pass, of
lists that it was not trained on just then; it may hold back what the rules find, where the sum is below another. It never reads the
batches set apart. `--write` writes the numbers, a line each, to look at.
"""

import argparse
import json
import math
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import fresh

from askfirst.checks.draft import Author, Draft
from askfirst.checks.text.help import HELP
from askfirst.checks.text.need.composed import by_ear
from askfirst.checks.text.words.tokens import Tokens

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
READ = ("help", "help_again", "help_third", "help_fourth", "help_fifth", "help_sixth", "help_seventh")
APART = "help_set_apart"
BELOW = (-96, -80, -64, -48)  # bars for holding back
TIMES, FOLDS, STEP, KEEP = 12, 4, 0.25, 1e-5  # looks at each row, parts, how far a step goes, how much each weight is drawn to nothing
SCALE, LEAST, MOST = 16, 3, 210_000  # whole numbers are sixteenths; below three they are left out; bytes as they would be written
WRONG = 0.02
Row = tuple[Draft, bool]


def rows(name: str) -> Iterator[Row]:
    """The drafts of one list, and whether each needs help."""
    for line in (HERE / "said" / (name + ".txt")).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            author, sort, text = line.split("|", 2)
            yield Draft(text, Author(author)), sort == "h"


def sentences(draft: Draft) -> list[list[str]]:
    """The words of each sentence, what is written by ear as it is meant."""
    tokens, ear = draft.once(Tokens), by_ear()
    return [[ear.get(token.word, token.word) for token in tokens.all[first : last + 1]] for first, last in tokens.sentences.values()]


def features(words: Sequence[str]) -> set[str]:
    some = ["^", *words, "$"]
    found = set(some) | {word[:4] + "~" for word in some if len(word) > 3}
    for far in (1, 2, 3):
        between = " " if far == 1 else " .. "
        found |= {one + between + other for one, other in zip(some, some[far:], strict=False)}
    return found


def trained(some: Sequence[tuple[set[str], bool]]) -> dict[str, float]:
    """Weights by logistic regression, a row at a time, in an order drawn the same way each time; both sorts count alike."""
    weights: dict[str, float] = {}
    draw = random.Random(7)
    order = [(sorted(found), wanted) for found, wanted in some]
    for look in range(TIMES):
        draw.shuffle(order)
        step = STEP / (1 + look)
        for found, wanted in order:
            total = sum(weights.get(one, 0.0) for one in found)
            wrong = float(wanted) - 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            for one in found:
                held = weights.get(one, 0.0)
                weights[one] = held + step * (wrong - KEEP * held)
    return weights


def whole(weights: dict[str, float]) -> dict[str, int]:
    """The weights as whole numbers, the heaviest that fit."""
    kept: dict[str, int] = {}
    size = 0
    for word, weight in sorted(weights.items(), key=lambda one: (-abs(one[1]), one[0])):
        number = round(weight * SCALE)
        size += len("%s\t%d\n" % (word, number))
        if abs(number) < LEAST or size > MOST:
            break
        kept[word] = number
    return kept


def scored(weights: dict[str, int], draft: Draft) -> int:
    """The most that a sentence of this draft comes to."""
    return max((sum(weights.get(one, 0) for one in features(words)) for words in sentences(draft)), default=-1000)


def unseen(lists: Sequence[Row], model: Sequence[tuple[set[str], bool]]) -> list[int]:
    """The score of each row by a model that was not trained on its part of the lists."""
    scores: list[int] = []
    for part in range(FOLDS):
        begin, end = len(lists) * part // FOLDS, len(lists) * (part + 1) // FOLDS  # neighbours stay together
        weights = whole(trained([*model[:begin], *model[end:]]))
        scores += [scored(weights, draft) for draft, _ in lists[begin:end]]
    return scores


def harmless() -> Iterator[tuple[str, list[Draft]]]:
    """Posts in which nobody is in need, where the shared folder is there."""
    if (SHARED / "corpus").is_dir():
        lines = (SHARED / "corpus" / "open.jsonl").read_text(encoding="utf-8").splitlines()
        yield "school posts, all", [Draft(row["text"], Author(row["author"])) for row in map(json.loads, lines)]
        lines = (SHARED / "data" / "text" / "davidson2017" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
        yield "tweets, neither", [Draft(row["text"], Author.STUDENT) for row in map(json.loads, lines) if row["label"] == "neither"]


def met(draft: Draft) -> bool:
    return any(True for _ in HELP.look(draft))


def counted(name: str, some: Sequence[Row], scores: Sequence[int], height: int) -> None:
    """What rules, model and both say of one set, of those in need and of the others."""
    for sort, need in (("found", True), ("wrongly", False)):
        both = [(met(draft), score) for (draft, wanted), score in zip(some, scores, strict=True) if wanted is need]
        rules, asks = [one for one, _ in both], [score > height for _, score in both]
        either = sum(one or other for one, other in zip(rules, asks, strict=True))
        print("%-10s %-8s rules %4d, model asks %4d, either %4d of %d" % (name, sort, sum(rules), sum(asks), either, len(both)))
        held = ("%d: %d" % (below, sum(one and score >= below for one, score in both)) for below in BELOW)
        print("%-10s %-8s rules, but held back below " % (name, sort) + ", ".join(held))


def main() -> int:
    options = argparse.ArgumentParser(description="A linear model beside the rules of help.")
    options.add_argument("--write", type=Path, help="write the numbers here")
    write = options.parse_args().write
    lists = [row for name in READ for row in rows(name)]
    calm = [words for row in fresh.rows() for words in sentences(Draft(row["text"], Author(row["author"])))]
    model = [({one for words in sentences(draft) for one in features(words)}, wanted) for draft, wanted in lists]
    weights = whole(trained([*model, *((features(words), False) for words in calm)]))  # and everyday sentences, nobody in need
    if write:
        write.write_text("".join("%s\t%d\n" % one for one in weights.items()), encoding="utf-8")
    scores = unseen(lists, model)
    calmest = sorted((score for (_, need), score in zip(lists, scores, strict=True) if not need), reverse=True)
    height = calmest[int(WRONG * len(calmest))]
    size = sum(len("%s\t%d\n" % one) for one in weights.items())
    print("%d rows, %d weights, %d bytes, asks above %d" % (len(lists), len(weights), size, height))
    apart = list(rows(APART))
    counted("read", lists, scores, height)
    counted("set apart", apart, [scored(weights, draft) for draft, _ in apart], height)
    for name, drafts in harmless():
        rules, asked = sum(map(met, drafts)), sum(scored(weights, draft) > height for draft in drafts)
        print("%-20s rules %3d, model %3d of %d" % (name, rules, asked, len(drafts)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
