"""How the tests run: hypothesis takes the same 50 examples each time, so that a red run is red again."""

import gc
import os

from hypothesis import settings

settings.register_profile("askfirst", max_examples=50, derandomize=True, deadline=None)
settings.register_profile("prove", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("PROFILE", "askfirst"))

# What walks through all the process holds comes while it holds little; then what takes long, so that no worker is left with it at the end.
FIRST = ("tests/promises/test_no_word_stays.py", "tests/promises/", "tests/access/", "tests/machines/", "tests/browser/")


def pytest_collection_modifyitems(items):
    """Files keep together, in this order; `--no-loadscope-reorder` leaves it to stand."""
    items.sort(key=lambda item: next((place for place, start in enumerate(FIRST) if item.nodeid.startswith(start)), len(FIRST)))


def pytest_collection_finish():
    """What was imported and collected stays to the end: the collector of rubbish need not walk through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
