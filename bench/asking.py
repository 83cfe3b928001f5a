"""Would a small model that asks find unkind posts that the rules miss? Each of our own sets in turn: rules, model, and a peer's model.

Usage: python bench/asking.py [--corpus FOLDER], in the environment of the benches (scikit-learn, alt-profanity-check). A logistic
regression on words, pairs of words and letters, trained on the school posts and all our own sets but the one asked about. Never shipped.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from abuse import HERE, flagged, read
from counter import sentences
from fresh import OWN, rows
from profanity_check import predict_prob
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union

UNKIND = ("abuse", "derogatory")
ASKED = (0.02, 0.05, 0.1)  # the share of harmless posts that may be asked about
Post = tuple[str, bool]


def sets(corpus: Path) -> Iterator[tuple[str, list[Post]]]:
    """Each set as posts, and whether something unkind is marked in them."""
    yield "corpus", [(row["text"], any(one["kind"] in UNKIND for one in row["spans"])) for row in read(corpus / "open.jsonl")]
    for name in OWN:
        yield name, [(row["text"], any(one["kind"] in UNKIND for one in row["spans"])) for row in rows(name)]
    yield "counter", [(text, hurts) for hurts, text in sentences()]


def likely(train: list[Post], asked: list[Post]) -> list[float]:
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
    model = make_pipeline(make_union(words, letters), LogisticRegression(C=10, class_weight="balanced", max_iter=1000))
    model.fit([text for text, _ in train], [bad for _, bad in train])
    return [float(one) for one in model.predict_proba([text for text, _ in asked])[:, 1]]


def above(chances: list[float], asked: list[Post], share: float) -> list[bool]:
    """Which posts are asked about where this share of the harmless ones may be."""
    calm = sorted((one for one, (_, bad) in zip(chances, asked, strict=True) if not bad), reverse=True)
    bar = calm[int(share * len(calm))]
    return [one > bar for one in chances]


def main(argv: list[str] | None = None) -> int:
    options = argparse.ArgumentParser(description="Score a model that asks beside the rules.")
    options.add_argument("--corpus", type=Path, default=HERE.parent / "shared" / "corpus")
    chosen = options.parse_args(argv)
    if not (chosen.corpus / "open.jsonl").is_file():
        print("No labelled corpus here, so nothing is measured. Name its folder with --corpus.")
        return 0
    every = dict(sets(chosen.corpus))
    for name in ("posts_third", "posts_fifth", "posts_seventh", "counter"):
        asked = every[name]
        train = [post for other, posts in every.items() if other != name for post in posts]
        ours = [flagged(text) for text, _ in asked]
        bad = [hurts for _, hurts in asked]
        found = sum(one and hurts for one, hurts in zip(ours, bad, strict=True))
        false = sum(one and not hurts for one, hurts in zip(ours, bad, strict=True))
        print("%-13s %d unkind, %d not; rules find %d and flag %d" % (name, sum(bad), len(bad) - sum(bad), found, false))
        for who, chances in (("model", likely(train, asked)), ("peer", [float(one) for one in predict_prob([text for text, _ in asked])])):
            for share in ASKED:
                asks = above(chances, asked, share)
                alone = sum(one and hurts for one, hurts in zip(asks, bad, strict=True))
                more = sum(one and hurts and not rule for one, hurts, rule in zip(asks, bad, ours, strict=True))
                print(
                    "    %-6s asking about %2d%% of harmless posts: finds %3d, of them %3d that the rules miss"
                    % (who, 100 * share, alone, more)
                )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
