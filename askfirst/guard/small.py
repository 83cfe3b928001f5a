"""Small pictures inside a file against the picture itself: a crop can leave the whole scene in them.

Only the child imports this. Bars that a camera puts round a small picture are no difference.
"""

from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageOps

__all__ = ["unlike"]

MOST_SIDE = 2_000  # a "small" picture that says it is larger is not opened
BAR = 24  # how dark a bar may be, of 255
SHAPE = 0.03
GRID = 8
FAR = 14  # of 64 signs; a picture and its own small one differ in a few, another crop of the scene in about half
LIGHT = 20  # of 255, between fields on the average
SHOWN = 480
SAMPLE = 640


def unlike(held: Image.Image, thumbs: list[bytes]) -> bytes:
    """The first small picture that shows something else than `held`, made anew as a PNG; else nothing."""
    for data in thumbs:
        small = _opened(data)
        if small is not None and _differs(held, small):
            fresh = Image.new("RGB", small.size)
            fresh.paste(small)
            fresh.thumbnail((SHOWN, SHOWN))
            out = BytesIO()
            fresh.save(out, "PNG")
            return out.getvalue()
    return b""


def _opened(data: bytes) -> Image.Image | None:
    try:
        small = Image.open(BytesIO(data), formats=("JPEG",))
        if max(small.size) > MOST_SIDE:
            return None
        small.load()
        return small.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None


def _without_bars(small: Image.Image) -> Image.Image:
    box = small.convert("L").point([255 * (one > BAR) for one in range(256)]).getbbox()
    return small.crop(box) if box else small


def _differs(held: Image.Image, small: Image.Image) -> bool:
    whole = held.convert("RGB") if held.mode in ("P", "1", "I;16") else held
    few = whole.resize((min(whole.width, SAMPLE), min(whole.height, SAMPLE)), Image.Resampling.NEAREST)  # no need to average millions
    large = few.resize((GRID * 8, GRID * 8), Image.Resampling.BOX)
    for tried in (small, _without_bars(small)):
        shape = (tried.width / tried.height) / (held.width / held.height)
        # A few dots more or less are no other shape: of a small picture one line is a hundredth already.
        if abs(shape - 1) <= max(SHAPE, 1.5 / min(tried.size)) and _alike(large, tried):
            return False
    return True


def _fields(picture: Image.Image) -> list[int]:
    """How light it is, in eight rows of nine fields."""
    return list(ImageOps.autocontrast(picture.convert("L").resize((GRID + 1, GRID), Image.Resampling.BOX)).tobytes())


def _signs(fields: list[int]) -> list[bool]:
    """Where it grows darker from one field of a row to the next."""
    rows = [fields[row * (GRID + 1) : (row + 1) * (GRID + 1)] for row in range(GRID)]
    return [left > right + 1 for row in rows for left, right in pairwise(row)]


def _alike(one: Image.Image, other: Image.Image) -> bool:
    """Light in the same places: a flat scene has few signs, and a busy one hardly another mean."""
    left, right = _fields(one), _fields(other)
    apart = sum(abs(a - b) for a, b in zip(left, right, strict=True)) / len(left)
    signs = sum(a != b for a, b in zip(_signs(left), _signs(right), strict=True))
    return apart <= LIGHT and signs <= FAR
