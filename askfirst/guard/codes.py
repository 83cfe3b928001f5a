"""Square codes and bar codes that stand in a picture, read inside the child by zxing-cpp. What they say is shown; nothing is followed.

Only the child imports this. Codes of goods in a shop (EAN, UPC, ISBN) say nothing of anybody and are left out.
"""

import zxingcpp
from PIL import Image

from askfirst.guard.hidden.found import BAR, SQUARE

__all__ = ["codes_in"]

MOST = 20
LONGER_SIDE = 3_000
"""Dots of the longer side that codes are looked for in. A code of 30 dots each way in the picture as it came may then be missed."""
LINEAR = tuple(zxingcpp.barcode_formats_list(zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.AllLinear)))
GOODS = tuple(zxingcpp.barcode_formats_list(zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.AllRetail)))


def codes_in(held: Image.Image) -> list[tuple[str, str]]:
    """Each code once, as (SQUARE or BAR, what it says). `held` is loaded, and left as it is. About 0.5 s for 6 million dots."""
    grey = held.convert("L")
    times = -(-max(grey.size) // LONGER_SIDE)
    if times > 1:
        grey = grey.reduce(times)
    found = [one for one in zxingcpp.read_barcodes(grey) if one.text.strip() and one.format not in GOODS]
    return list(dict.fromkeys((BAR if one.format in LINEAR else SQUARE, one.text) for one in found))[:MOST]
