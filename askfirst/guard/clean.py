"""A clean copy: the dots alone, upright, in plain colours, with areas covered or cut off, written as a new file that carries nothing.

Only the child imports this. Of a moving picture the first frame.
"""

from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageFilter

from askfirst.guard.images import in_plain_colours, saved
from askfirst.guard.limits import COPY_PIXELS, PHOTO

__all__ = ["Areas", "clean_copy", "shrunk"]

Area = tuple[float, float, float, float]
MOST = 50
CELLS = 3  # a covered area is made of this many fields each way: too few to tell a face by
LOSSY = ("JPEG", "MPO", "WEBP", "AVIF", "HEIF")
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_90,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Areas:
    """What to cover and what to keep, in hundredths of the upright picture: left, top, width, height."""

    blur: tuple[Area, ...] = ()
    crop: Area | None = None

    @staticmethod
    def of(asked: dict[str, Any]) -> "Areas":
        """From what was asked. Raises ValueError and TypeError for what is no area."""
        crop = asked.get("crop")
        return Areas(tuple(_area(one) for one in (asked.get("blur") or ())[:MOST]), None if not crop else _area(crop))


def _area(one: Any) -> Area:
    left, top, width, height = (float(number) for number in one)
    return left, top, width, height


def _box(area: Area, size: tuple[int, int]) -> tuple[int, int, int, int] | None:
    """In dots, never smaller than what was drawn; None where nothing of it lies in the picture."""
    left, top, wide, high = area
    found = (
        max(0, int(left * size[0] / 100)),
        max(0, int(top * size[1] / 100)),
        min(size[0], -int(-(left + wide) * size[0] // 100)),
        min(size[1], -int(-(top + high) * size[1] // 100)),
    )
    return found if found[0] < found[2] and found[1] < found[3] else None


def shrunk(held: Image.Image) -> bool:
    """Whether the copy has half as many dots each way. Asked before the picture is loaded, a JPEG is then loaded at half its size."""
    large = held.width * held.height > COPY_PIXELS
    if large:
        held.draft("RGB", (held.width // 2, held.height // 2))
    return large


def _flat(held: Image.Image) -> Image.Image:
    """Sixteen bits a dot become eight: converted as they are, all that is not black would be white."""
    if held.mode.startswith("I;16") or held.mode == "I":
        return held.convert("I").point(lambda dot: dot * (1 / 257)).convert("L")
    if held.mode == "F":
        return held.convert("L")
    return held


def _halved(picture: Image.Image) -> Image.Image:
    """Half as many dots each way, one channel after the other: all at once would need twice the memory."""
    return Image.merge(picture.mode, [picture.getchannel(one).reduce(2) for one in picture.getbands()])


def _covered(picture: Image.Image, area: Area) -> None:
    box = _box(area, picture.size)
    if box is not None:
        size = (box[2] - box[0], box[3] - box[1])
        few = picture.crop(box).resize((min(CELLS, size[0]), min(CELLS, size[1])), Image.Resampling.BOX)
        picture.paste(few.resize(size, Image.Resampling.BILINEAR).filter(ImageFilter.BoxBlur(1)), box)


def clean_copy(held: Image.Image, areas: Areas) -> tuple[str, bytes]:
    """The kind of the copy ("jpeg" or "png") and its bytes. `held` is loaded, and closed on the way, to save memory."""
    photo = held.format in LOSSY and not held.has_transparency_data
    mode = "RGBA" if held.has_transparency_data else "RGB"
    turn, profile = TURNS.get(held.getexif().get(ORIENTATION, 1)), held.info.get("icc_profile")
    picture: Image.Image = _flat(held)
    if held.width * held.height > COPY_PIXELS:
        picture = _halved(picture.convert(mode) if picture.mode == "P" else picture)
    if turn is not None:
        picture = picture.transpose(turn)
    if picture is not held:
        held.close()
    plain = in_plain_colours(picture, mode, profile)
    if plain is not picture:
        picture.close()
    fresh = plain._new(plain.im)  # dots alone, taken over and not copied: a picture of no file, without comment, profile or tail
    fresh.info.clear()
    for area in areas.blur:
        _covered(fresh, area)
    box = None if areas.crop is None else _box(areas.crop, fresh.size)
    if box is not None:
        fresh = fresh.crop(box)
    body = saved(fresh, "JPEG" if photo else "PNG")
    if len(body) > PHOTO.output * 3 // 5:
        photo, body = True, saved(fresh.convert("RGB"), "JPEG")
    return ("jpeg" if photo else "png"), body
