"""The words that can be read in a picture, where the extra "ocr" is installed: a badge, a register, a door number.

Nothing is decoded here and nothing is kept. One at a time: each takes up to 0.8 GB of memory while it is read.
"""

from importlib.util import find_spec

from askfirst.guard import child
from askfirst.guard.hidden.found import LONGEST, MOST

__all__ = ["READS", "words_of"]

READS = find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None
"""Whether what reads is installed."""


def words_of(data: bytes) -> tuple[str, ...] | None:
    """The lines of words in a photo that `look_at_picture` took, from top to bottom; None where they could not be read. At most 20 s."""
    if not READS:
        return None
    try:
        said = child.run("letters", data)
    except (child.Busy, child.Died):
        return None
    if "refused" in said.head:
        return None
    lines = said.body.decode("utf-8", "replace").split("\n")
    return tuple(one[:LONGEST] for one in lines[:MOST] if one.strip())
