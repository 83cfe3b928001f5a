"""Photos inside the child: what they carry beside the picture, whether a small picture inside shows more, and a clean copy.

Only `inside` and `letters` import this. In: a line of JSON that says what is wanted ("copy", "codes", "blur", "crop"), then the file.
Areas are four numbers in hundredths of the upright picture: left, top, width, height.
"""

import codecs
import contextlib
import json
import warnings
from io import BytesIO
from typing import Any

from pi_heif import register_heif_opener
from PIL import AvifImagePlugin, Image, MpoImagePlugin, TiffImagePlugin, WebPImagePlugin

from askfirst.guard.clean import Areas, clean_copy, shrunk
from askfirst.guard.codes import codes_in
from askfirst.guard.hidden.found import Found, plain
from askfirst.guard.hidden.walk import kind_of, read_hidden
from askfirst.guard.limits import PIXELS
from askfirst.guard.small import unlike
from askfirst.guard.unfit import Unfit

__all__ = ["opened", "read"]

Image.preinit()  # every reader is loaded before files are shut off
register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)  # the child may start no thread
PLUGINS = (AvifImagePlugin, MpoImagePlugin, TiffImagePlugin, WebPImagePlugin)
AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # the child may start none
FORMATS = {
    "jpeg": ("JPEG", "MPO"),
    "png": ("PNG",),
    "webp": ("WEBP",),
    "gif": ("GIF",),
    "tiff": ("TIFF",),
    "heic": ("HEIF",),
    "avif": ("AVIF",),
}
LETTERS = [codecs.lookup(name) for name in ("ascii", "latin-1", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "iso2022_jp")]
MANY_SORTS = "heic"  # its boxes may hold dots in ways that its library does not know
DRAFT = 256  # dots of the longer side that are enough to compare with a small picture inside


def read(given: bytes) -> tuple[dict[str, object], bytes]:
    """What was found, and the copy and the small picture that shows more, one after the other. Raises Unfit; anything else means broken."""
    line, _, data = given.partition(b"\n")
    del given
    asked = json.loads(line)
    kind = kind_of(data)
    if not kind:
        raise Unfit("unknown")
    found = read_hidden(kind, data)
    said: dict[str, object] = {
        "kind": kind,
        "facts": [[one.group, one.what, one.text] for one in found.facts],
        "counts": found.counts,
        "more": found.more,
    }
    held = opened(kind, data)
    if held is None:
        if not found.whole:
            raise Unfit("broken")
        return said | {"opens": False, "width": 0, "height": 0, "moves": False, "sizes": [0, 0]}, b""
    with held:
        return _looked_at(held, found, said, asked)


def opened(kind: str, data: bytes) -> Image.Image | None:
    """The picture, its size held to the limit before a dot is decoded; None for a HEIC whose notes can be read and its dots cannot."""
    Image.MAX_IMAGE_PIXELS = PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        held = Image.open(BytesIO(data), formats=[one for one in FORMATS[kind] if one in Image.OPEN or one == "MPO"])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unfit("pixels") from None
    except (OSError, ValueError):
        if kind == MANY_SORTS:
            return None
        raise
    if held.width * held.height > PIXELS:
        raise Unfit("pixels")
    if kind == MANY_SORTS:
        with contextlib.suppress(OSError, ValueError, RuntimeError, EOFError):
            held.load()
            return held
        return None
    return held


def _looked_at(held: Image.Image, found: Found, said: dict[str, object], asked: dict[str, Any]) -> tuple[dict[str, object], bytes]:
    turned = found.orientation >= 5 and held.format != "HEIF"  # its library turns a HEIC by itself
    upright = held.size[::-1] if turned else held.size
    said |= {
        "opens": True,
        "width": upright[0],
        "height": upright[1],
        "moves": bool(getattr(held, "is_animated", False)) and held.format != "MPO",
    }
    wanted, codes = bool(asked.get("copy")), bool(asked.get("codes"))
    smaller = wanted and shrunk(held)
    if not wanted and not codes:
        held.draft("L", (DRAFT, DRAFT))
    if not found.whole and said["kind"] != "jpeg":  # a JPEG may lack its end and be whole: loading it tells
        raise Unfit("broken")
    if wanted or codes or found.thumbs or not found.whole or held.format != "JPEG":
        held.load()
    if codes:
        said["codes"] = [[what, plain(text)] for what, text in codes_in(held)]
    small = unlike(held, found.thumbs)
    copy = b""
    if wanted:
        kind, copy = clean_copy(held, Areas.of(asked))
        left = read_hidden(kind, copy)
        said["copy"] = {"kind": kind, "left": left.counts, "smaller": smaller, "codes": _codes_left(copy) if said.get("codes") else 0}
    return said | {"thumbs": len(found.thumbs), "sizes": [len(copy), len(small)]}, copy + small


def _codes_left(copy: bytes) -> int:
    """How many codes can still be read in the copy: whoever covered one sees that it is gone."""
    with Image.open(BytesIO(copy)) as again:
        return len(codes_in(again))
