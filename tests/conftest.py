"""How the tests run: hypothesis takes the same 50 examples each time, so that a red run is red again."""

import os

from hypothesis import settings

settings.register_profile("askfirst", max_examples=50, derandomize=True, deadline=None)
settings.register_profile("prove", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("PROFILE", "askfirst"))
