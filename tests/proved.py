"""What `make prove` does whole, `make test` does in part: the same part each time."""

import os
from collections.abc import Sequence

__all__ = ["PROVED", "part"]

PROVED = os.environ.get("PROFILE") == "prove"


def part(items: Sequence, most: int) -> list:
    """All of them under `make prove`; else at most so many, evenly spread from the first to the last."""
    if PROVED or len(items) <= most:
        return list(items)
    return [items[number * (len(items) - 1) // (most - 1)] for number in range(most)]
