"""Photos opened inside the child: decoded, turned upright, made anew from their pixels, so that nothing they carried goes along.

Only `inside` imports this. PNG, JPEG, WebP and GIF; of a moving picture the first frame. Size is read from the header first.
"""

import warnings
from io import BytesIO
from typing import Any

from PIL import Image, ImageChops, ImageCms, ImageOps, MpoImagePlugin, TiffImagePlugin, WebPImagePlugin

from askfirst.guard.limits import CHILD, PIXELS, VIEW_PIXELS
from askfirst.guard.unfit import Unfit

__all__ = ["in_plain_colours", "read", "saved"]

Image.preinit()  # every reader is loaded before files are shut off
PLUGINS = (MpoImagePlugin, TiffImagePlugin, WebPImagePlugin)  # photos of phones hold several, and EXIF is read as TIFF is
FORMATS = ("GIF", "JPEG", "PNG", "WEBP")
SAME = 2  # of 255: nobody sees it


def read(data: bytes) -> tuple[dict[str, object], bytes]:
    """What the picture is, and its copy for viewing. Raises Unfit; whatever else it raises means broken."""
    Image.MAX_IMAGE_PIXELS = PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        held = Image.open(BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unfit("pixels") from None
    with held:
        if held.width * held.height > PIXELS:
            raise Unfit("pixels")
        moves = bool(getattr(held, "is_animated", False))
        held.load()
        kind, body = _made_anew(held)
    return {"kind": kind, "moves": moves, "pages": 1}, body


def _made_anew(held: Image.Image) -> tuple[str, bytes]:
    photo = held.format in ("JPEG", "MPO", "WEBP") and not held.has_transparency_data
    upright = ImageOps.exif_transpose(held)
    plain = in_plain_colours(upright, "RGBA" if held.has_transparency_data else "RGB", upright.info.get("icc_profile"))
    if plain.width * plain.height > VIEW_PIXELS:
        smaller = (VIEW_PIXELS / (plain.width * plain.height)) ** 0.5
        plain = plain.resize((max(1, int(plain.width * smaller)), max(1, int(plain.height * smaller))))
    fresh = Image.new(plain.mode, plain.size)  # pixels alone: no comment, profile, thumbnail or tail
    fresh.paste(plain)
    body = saved(fresh, "JPEG" if photo else "PNG")
    if len(body) > CHILD.output * 4 // 5:
        photo, body = True, saved(fresh.convert("RGB"), "JPEG")
    return ("jpeg" if photo else "png"), body


def in_plain_colours(held: Image.Image, mode: str, profile: bytes | None) -> Image.Image:
    """In sRGB, where a profile says what the colours were: phones have wider ones. `mode` is "RGB" or "RGBA"."""
    if profile and held.mode in ("RGB", "RGBA", "CMYK"):
        try:
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            if held.mode == mode and _plain_already(given):
                return held
            turned: Any = ImageCms.profileToProfile(held, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if mode == "RGBA" and held.mode == "RGBA":
                turned.putalpha(held.getchannel("A"))
            if turned.mode == mode:
                return turned  # type: ignore[no-any-return]
        except (ImageCms.PyCMSError, ValueError, OSError):
            pass  # a broken profile: the plain reading of the colours
    return held if held.mode == mode else held.convert(mode)


def _plain_already(profile: ImageCms.ImageCmsProfile) -> bool:
    """Whether the colours of this profile are those of sRGB, tried with a few hundred: most pictures say sRGB, and need no turning."""
    steps = range(0, 256, 51)
    tried = Image.new("RGB", (len(steps) ** 3, 1))
    tried.putdata([(red, green, blue) for red in steps for green in steps for blue in steps])
    turned = ImageCms.profileToProfile(tried, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
    return turned is not None and all(high <= SAME for _, high in ImageChops.difference(tried, turned).getextrema())  # type: ignore[misc]


def saved(held: Image.Image, format: str) -> bytes:
    """The picture as a file of this format, "JPEG" or "PNG"."""
    out = BytesIO()
    if format == "JPEG":
        held.save(out, "JPEG", quality=90)
    else:
        held.save(out, "PNG", compress_level=3)
    return out.getvalue()
