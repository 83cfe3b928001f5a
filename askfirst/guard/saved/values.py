"""Colours and lengths as style sheets write them, as numbers. None for what is not read. Only the child reads by it. Pure."""

import re
from collections.abc import Mapping

__all__ = ["Colour", "alpha_over", "colour_in", "contrast", "length", "with_variables"]

Colour = tuple[float, float, float, float]
"""Red, green, blue from 0 to 255; how much of it is there from 0 to 1."""

NAMED = {
    "black": 0x000000, "white": 0xFFFFFF, "red": 0xFF0000, "green": 0x008000, "blue": 0x0000FF, "yellow": 0xFFFF00, "gray": 0x808080,
    "grey": 0x808080, "silver": 0xC0C0C0, "navy": 0x000080, "teal": 0x008080, "maroon": 0x800000, "purple": 0x800080, "lime": 0x00FF00,
    "olive": 0x808000, "aqua": 0x00FFFF, "cyan": 0x00FFFF, "fuchsia": 0xFF00FF, "magenta": 0xFF00FF, "orange": 0xFFA500, "pink": 0xFFC0CB,
    "brown": 0xA52A2A, "gold": 0xFFD700, "beige": 0xF5F5DC, "ivory": 0xFFFFF0, "snow": 0xFFFAFA, "whitesmoke": 0xF5F5F5, "linen": 0xFAF0E6,
    "lightgray": 0xD3D3D3, "lightgrey": 0xD3D3D3, "gainsboro": 0xDCDCDC, "darkgray": 0xA9A9A9, "darkgrey": 0xA9A9A9, "dimgray": 0x696969,
    "dimgrey": 0x696969, "ghostwhite": 0xF8F8FF, "floralwhite": 0xFFFAF0, "aliceblue": 0xF0F8FF, "azure": 0xF0FFFF, "mintcream": 0xF5FFFA,
    "honeydew": 0xF0FFF0, "seashell": 0xFFF5EE, "lavender": 0xE6E6FA, "cornsilk": 0xFFF8DC, "lightyellow": 0xFFFFE0, "tomato": 0xFF6347,
    "crimson": 0xDC143C, "indigo": 0x4B0082, "darkblue": 0x00008B, "darkgreen": 0x006400, "darkred": 0x8B0000, "slategray": 0x708090,
    "slategrey": 0x708090, "midnightblue": 0x191970, "steelblue": 0x4682B4, "skyblue": 0x87CEEB, "lightblue": 0xADD8E6, "salmon": 0xFA8072,
    "khaki": 0xF0E68C, "tan": 0xD2B48C, "violet": 0xEE82EE, "coral": 0xFF7F50, "chocolate": 0xD2691E, "turquoise": 0x40E0D0,
}  # fmt: skip
HEX = re.compile(r"#([0-9a-f]{3,8})\b")
CALLED = re.compile(r"(rgba?|hsla?)\(([^()]*)\)")
WORD = re.compile(r"[a-z]+")
NUMBER = re.compile(r"(-?\d*\.?\d+)(px|pt|pc|em|rem|%|vw|vh|ch|ex|cm|mm|in|)?")
EACH = {"px": 1.0, "": 1.0, "pt": 4 / 3, "pc": 16.0, "cm": 37.8, "mm": 3.78, "in": 96.0, "vw": 12.8, "vh": 8.0, "rem": 16.0}
OF_FONT = {"em": 1.0, "ch": 0.5, "ex": 0.5}
VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
SUM = re.compile(r"calc\(([^()]*)\)")


def with_variables(value: str, known: Mapping[str, str]) -> str:
    """The value with the page's own variables put in, a few deep."""
    for _ in range(4):
        if "var(" not in value:
            break
        value = VARIABLE.sub(lambda met: known.get(met[1], met[2] or ""), value)[:2_000]
    return value


def colour_in(value: str) -> Colour | None:
    """The first colour in a value, which may say more than a colour."""
    met = HEX.search(value)
    if met and len(met[1]) in (3, 4, 6, 8):
        digits = met[1] if len(met[1]) > 4 else "".join(one * 2 for one in met[1])
        red, green, blue, *more = (int(digits[at : at + 2], 16) for at in range(0, len(digits), 2))
        return red, green, blue, more[0] / 255 if more else 1.0
    called = CALLED.search(value)
    if called:
        return _called(called[1], called[2])
    if "url(" in value or "gradient(" in value:
        return None
    for word in WORD.findall(value):
        if word == "transparent":
            return 0, 0, 0, 0.0
        if word in NAMED:
            number = NAMED[word]
            return number >> 16, number >> 8 & 255, number & 255, 1.0
    return None


def _called(how: str, inside: str) -> Colour | None:
    numbers = [one for one in re.split(r"[\s,/]+", inside.strip()) if one]
    try:
        said = [float(one.rstrip("%").removesuffix("deg")) for one in numbers]
    except ValueError:
        return None
    if len(said) not in (3, 4):
        return None
    alpha = (said[3] / 100 if numbers[3].endswith("%") else said[3]) if len(said) == 4 else 1.0
    if how.startswith("rgb"):
        red, green, blue = (one * 2.55 if text.endswith("%") else one for one, text in zip(said[:3], numbers, strict=False))
        return red, green, blue, alpha
    return (*_of_hue(said[0], said[1] / 100, said[2] / 100), alpha)


def _of_hue(hue: float, strength: float, light: float) -> tuple[float, float, float]:
    def one(at: int) -> float:
        turned = (at + hue / 30) % 12
        return 255 * (light - strength * min(light, 1 - light) * max(-1.0, min(turned - 3, 9 - turned, 1.0)))

    return one(0), one(8), one(4)


def alpha_over(front: Colour, back: Colour) -> Colour:
    """What is seen of one colour on another that covers all behind it."""
    red, green, blue = (one * front[3] + other * (1 - front[3]) for one, other in zip(front[:3], back[:3], strict=True))
    return red, green, blue, 1.0


def _light(colour: Colour) -> float:
    red, green, blue = ((one / 255 / 12.92) if one <= 10 else ((one / 255 + 0.055) / 1.055) ** 2.4 for one in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """From 1, the same, to 21, black on white. Source: WCAG 2.2, relative luminance."""
    lighter, darker = sorted((_light(one), _light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def length(value: str, font: float, *, whole: float = 0.0) -> float | None:
    """In pixels, of the first length in a value. `font`: the size letters have there; `whole`: what a percentage is of."""
    called = SUM.search(value)
    if called:
        return _summed(called[1], font, whole)
    met = NUMBER.match(value.strip())
    if met is None:
        return None
    number, unit = float(met[1]), met[2] or ""
    if unit == "%":
        return number * whole / 100
    return number * (EACH[unit] if unit in EACH else OF_FONT[unit] * font)


def _summed(inside: str, font: float, whole: float) -> float | None:
    total, sign = 0.0, 1.0
    for word in inside.split():
        if word in ("+", "-"):
            sign = 1.0 if word == "+" else -1.0
            continue
        one = length(word, font, whole=whole)
        if one is None:
            return None
        total += sign * one
    return total
