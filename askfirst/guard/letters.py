"""Words that stand in a picture, read inside a child of their own by RapidOCR, whose weights lie in its package. Nothing is fetched.

Only the child imports this, and only where the extra "ocr" is installed. In: a photo. Out: its lines from top to bottom.
"""

import numpy
from PIL import Image, ImageDraw, ImageFont, ImageOps
from rapidocr import RapidOCR
from rapidocr.utils.output import RapidOCROutput

from askfirst.guard.hidden.found import plain
from askfirst.guard.hidden.walk import kind_of
from askfirst.guard.images import in_plain_colours
from askfirst.guard.photos import opened
from askfirst.guard.unfit import Unfit

__all__ = ["read"]

LONGER_SIDE = 1_600
"""Dots of the longer side that are read."""
AGAIN = 960
"""The same, a second time: large letters that stand alone are lost at full size, and found in a smaller picture."""
LEAST = 0.7  # how sure the reader must be of a line, from 0 to 1
MOST = 60
ALONE = {"EngineConfig.onnxruntime.intra_op_num_threads": 1, "EngineConfig.onnxruntime.inter_op_num_threads": 1}  # it may start no thread
READER = RapidOCR(params={**ALONE, "Global.use_cls": False, "Global.log_level": "critical"})
WORD = Image.new("RGB", (320, 96), "white")
ImageDraw.Draw(WORD).text((16, 16), "larch", fill="black", font=ImageFont.load_default(48))
READER(numpy.asarray(WORD))  # a word to read: all that reads is loaded before files are shut off


def read(data: bytes) -> tuple[dict[str, object], bytes]:
    """The lines as text, at most MOST. Raises Unfit; anything else means broken. 4 to 8 s of processor, and 0.6 to 0.8 GB of memory."""
    kind = kind_of(data)
    if not kind:
        raise Unfit("unknown")
    held = opened(kind, data)
    if held is None:
        raise Unfit("broken")
    with held:
        held.draft("RGB", (LONGER_SIDE, LONGER_SIDE))
        held.load()
        small = held.copy()
        small.thumbnail((LONGER_SIDE, LONGER_SIDE), reducing_gap=2.0)
        upright = ImageOps.exif_transpose(small)
    lines = _lines(upright)
    upright.thumbnail((AGAIN, AGAIN), reducing_gap=2.0)
    for line in _lines(upright):
        known, words = set(" ".join(lines).split()), line.split()
        whole = [other for other in lines if other not in line]  # read whole, it takes the place of what was read in parts
        if len(whole) < len(lines) and line not in lines:
            lines = [*whole, line]
        elif 2 * sum(word in known for word in words) < len(words):
            lines.append(line)
    return {}, "\n".join(lines[:MOST]).encode()


def _lines(picture: Image.Image) -> list[str]:
    """Raises Unfit."""
    found = READER(numpy.asarray(_flat(picture))[:, :, ::-1])
    if not isinstance(found, RapidOCROutput):
        raise Unfit("broken")
    lines = zip(found.txts or (), found.scores or (), strict=True)
    return [plain(text) for text, sure in lines if sure >= LEAST]


def _flat(held: Image.Image) -> Image.Image:
    """Without colours of its own and without holes: what is clear is white."""
    if not held.has_transparency_data:
        return in_plain_colours(held, "RGB", None)
    white = Image.new("RGBA", held.size, "white")
    return Image.alpha_composite(white, held.convert("RGBA")).convert("RGB")
