"""How the tests run: hypothesis takes the same 50 examples each time, so that a red run is red again."""

import gc
import os

from hypothesis import settings

settings.register_profile("askfirst", max_examples=50, derandomize=True, deadline=None)
settings.register_profile("prove", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("PROFILE", "askfirst"))


def pytest_collection_finish():
    """What was imported and collected stays to the end: the collector of rubbish need not walk through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
