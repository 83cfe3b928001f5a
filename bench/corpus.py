"""How well the checks of a post do on the labelled open corpus, or on sets of our own: `askfirst check post`, scored.

Usage: python bench/corpus.py [--json] [--own [SET]] [--corpus FOLDER]. FOLDER holds open.jsonl, roll.csv and score.py,
the corpus's own scorer; default ../shared/corpus. --own scores a set of our own posts (see fresh.py) by the same scorer instead.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from fresh import OWN, intervals, written

HERE = Path(__file__).resolve().parent.parent
GIVEN = ("id", "text", "author", "channel")  # all a check may see of a row


def predicted(corpus: Path, folder: Path) -> Path:
    """Runs the command over the unlabelled rows; the file of predictions. Raises CalledProcessError where the command fails."""
    rows, out = folder / "rows.jsonl", folder / "predicted.jsonl"
    with (corpus / "open.jsonl").open(encoding="utf-8") as lines, rows.open("w", encoding="utf-8") as bare:
        for line in lines:
            row = json.loads(line)
            bare.write(json.dumps({key: row[key] for key in GIVEN}) + "\n")
    with out.open("w", encoding="utf-8") as target:
        command = [str(Path(sys.executable).parent / "askfirst"), "check", "post", "--jsonl", str(rows), "--roll", str(corpus / "roll.csv")]
        subprocess.run(command, stdout=target, check=True, cwd=HERE)
    return out


def main(argv: list[str] | None = None) -> int:
    options = argparse.ArgumentParser(description="Score the checks on the open corpus.")
    options.add_argument("--json", action="store_true", help="the scorer's figures as JSON")
    options.add_argument("--own", nargs="?", const="posts", choices=tuple(OWN), help="two hundred posts of our own instead of the corpus")
    options.add_argument("--corpus", type=Path, default=HERE.parent / "shared" / "corpus")
    chosen = options.parse_args(argv)
    if not (chosen.corpus / "open.jsonl").is_file():
        print("No labelled corpus here, so nothing is measured. Name its folder with --corpus.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        posts = written(Path(folder), chosen.own) if chosen.own else chosen.corpus
        guess = predicted(posts, Path(folder))
        score = [sys.executable, str(chosen.corpus / "score.py"), str(posts / "open.jsonl"), str(guess)]
        code = subprocess.run(score + (["--json"] if chosen.json else []), check=False).returncode
        if not chosen.json:
            print("\n".join(intervals(posts, guess)))
        return code


if __name__ == "__main__":
    sys.exit(main())
