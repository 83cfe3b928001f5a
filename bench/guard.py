"""What the child costs: one picture through the guard against the same reading in this process, as a ratio.

Usage: python bench/guard.py. Prints a line a size: the ratio, and both times in seconds. The start of a process is most of a small one's.
"""

import sys
import time
from collections.abc import Callable
from io import BytesIO

from PIL import Image

from askfirst.guard import files, images

SIZES = ((400, 300), (1_280, 960), (4_000, 3_000))


def seconds(look: Callable[[], object], times: int = 3) -> float:
    """The quickest of a few, by the clock: the child's time is not this process's."""
    best = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        look()
        best = min(best, time.perf_counter() - begun)
    return best


def main() -> int:
    for size in SIZES:
        out = BytesIO()
        Image.effect_noise(size, 40).convert("RGB").save(out, "JPEG")
        data = out.getvalue()
        guarded, bare = seconds(lambda data=data: files.look("a.jpg", data)), seconds(lambda data=data: images.read(data))  # type: ignore[misc]
        print("%d x %d  ratio %.1f  %.3f s in the child, %.3f s here" % (*size, guarded / bare, guarded, bare))
    return 0


if __name__ == "__main__":
    sys.exit(main())
