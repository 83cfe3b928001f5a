"""Applies a written mutant to a copy of the tree and runs the tests that must die of it."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["ROOT", "copied_tree", "died", "stands"]

ROOT = Path(__file__).parents[3]
CARRIED = ("askfirst", "bench", "gates", "tests", "pyproject.toml")
LONGEST = 120  # seconds


def stands(mutant):
    """How often the old text stands in its file."""
    return (ROOT / "askfirst" / mutant.file).read_text(encoding="utf-8").count(mutant.old)


@contextmanager
def copied_tree() -> Iterator[Path]:
    """A copy to be spoiled: nothing of it is left."""
    with tempfile.TemporaryDirectory(prefix="askfirst-mutants-") as folder:
        for name in CARRIED:
            whole = ROOT / name
            if whole.is_dir():
                shutil.copytree(whole, Path(folder) / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy2(whole, folder)
        yield Path(folder)


def died(tree, mutant):
    """The first test that died of it, as pytest names it; "" where it lives on. Raises where no test ran at all.

    A page that never ends is a death too.
    """
    path = tree / "askfirst" / mutant.file
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace(mutant.old, mutant.new), encoding="utf-8")
    try:
        return _first_dead(tree, mutant.dies)
    finally:
        path.write_text(whole, encoding="utf-8")


def _first_dead(tree, tests):
    told = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1", "PROFILE": "askfirst"}
    told.pop("ASKFIRST_DATA", None)
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--nomigrations", "--tb=no", "-m", "not prove", tests]
    try:
        done = subprocess.run(command, cwd=tree, env=told, capture_output=True, text=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return "%s (never ended)" % tests
    if done.returncode == 0:
        return ""
    dead = re.search(r"^(?:FAILED|ERROR) (\S+::\S+)", done.stdout, re.MULTILINE)  # a file that could not be read is no death
    if dead is None:
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
    return dead.group(1)
