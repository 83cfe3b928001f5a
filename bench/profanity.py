"""alt-profanity-check and better-profanity on the same rows as the checks of unkind words, in one run: one line for each measure and peer.

Usage: python bench/profanity.py [--data FOLDER]. alt-profanity-check is a model that gives a likelihood: it is taken at a half, and on
Wikipedia talk also as a curve, its best recall at no more false alarms than ours. Its makers trained it on Wikipedia talk of the same
project, so rows of that set may have been among what it learned from. For spans a peer is asked word by word, which is kind to it.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from abuse import HERE, OURS, SETS, Judge, Line, Row, dialect_of, flagged, read
from better_profanity import profanity
from profanity_check import predict_prob

HALF = 0.5
KNOWN: dict[str, float] = {}  # how likely each word is by itself
WORD = re.compile(r"[^\W_][^\s]*")
SHOWN = frozenset(
    "macro F1|specificity|mean of five spelling tricks|slur_h|accuracy|recall|false-positive rate|gap|character F1".split("|")
)


def by_model(text: str) -> bool:
    return bool(predict_prob([text])[0] >= HALF)


def spans_by_model(text: str) -> set[int]:
    words = list(WORD.finditer(text))
    new = list({word.group() for word in words} - KNOWN.keys())
    KNOWN.update(zip(new, predict_prob(new), strict=True) if new else ())
    return {at for word in words if KNOWN[word.group()] >= HALF for at in range(*word.span())}


@cache
def by_list(text: str) -> bool:
    return bool(profanity.contains_profanity(text))


def spans_by_list(text: str) -> set[int]:
    return {at for word in WORD.finditer(text) if by_list(word.group()) for at in range(*word.span())}


PEERS = {
    "AskFirst": OURS,
    "alt-profanity-check": Judge(by_model, spans_by_model),
    "better-profanity": Judge(by_list, spans_by_list),
}


def curve(rows: list[Row]) -> Iterator[Line]:
    """The model's best recall on these rows at no more false alarms than ours, and our own."""
    ours = [flagged(row["text"]) for row in rows]
    likely = predict_prob([row["text"] for row in rows])
    toxic = [row["label"] == "toxic" for row in rows]
    false = sum(said and not bad for said, bad in zip(ours, toxic, strict=True))
    calm = sorted((one for one, bad in zip(likely, toxic, strict=True) if not bad), reverse=True)
    above = calm[false] if false < len(calm) else -1.0
    met = sum(one > above for one, bad in zip(likely, toxic, strict=True) if bad)
    counts = "%d toxic, %d false alarms each" % (sum(toxic), false)
    yield "our recall", sum(said and bad for said, bad in zip(ours, toxic, strict=True)) / sum(toxic), counts
    yield "the model's recall", met / sum(toxic), counts


def main(argv: list[str] | None = None) -> int:
    options = argparse.ArgumentParser(description="Score two filters of profanity on public sets beside our checks.")
    options.add_argument("--data", type=Path, default=HERE.parent / "shared" / "data" / "text")
    chosen = options.parse_args(argv)
    for name, score in SETS.items():
        file = chosen.data / name / "dev.jsonl"
        if not file.is_file():
            print("No %s here, so it is not measured. Name the folder of the sets with --data." % name)
            continue
        more = (dialect_of(file),) if name == "davidson2017" else ()
        for peer, judge in PEERS.items():
            for measure, value, counts in score(read(file), *more, judge):
                if measure in SHOWN:
                    print("%-20s %-20s %-30s %6.3f   %s" % (name, peer, measure, value, counts))
        if name == "wiki_toxicity":
            for measure, value, counts in curve(read(file)):
                print("%-20s %-20s %-30s %6.3f   %s" % (name, "at one rate", measure, value, counts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
