"""Whether a reader sees some words on a screen: what of it changes when their ink is taken away, line by line. Pure.

Contrast as WCAG 2.2 counts it, at the darkest dots of the letters, with the same limits as the rules of `saved.style`.
"""

from typing import Any, NamedTuple

from PIL import Image

from askfirst.guard.saved.style import FAINT, SAME, TINY, UNSEEN_OPACITY, UNSEEN_SIZE

__all__ = ["Line", "judged", "lines_of"]

PART = 0.7  # of a line's width that must hold ink: a word that is hidden leaves a gap
NARROW = 0.15  # of the size of letters, from one to the next: closer they lie on one another
FIELD = 2.0  # sizes of a letter: the width in which there must be some ink


class Line(NamedTuple):
    """One line of words, in dots of the screen. `seen_through`: from 0 to 1, how much of its ink is there by what the page says."""

    box: tuple[float, float, float, float]
    size: float
    seen_through: float
    covered: bool
    cut: bool
    scrolls: bool
    narrow: bool


def lines_of(parts: list[dict[str, Any]]) -> list[Line]:
    """From what the browser says. Raises KeyError, TypeError and ValueError."""
    made = []
    for part in parts:
        wide = sum(one["box"][2] - one["box"][0] for one in part["lines"])
        narrow = part["signs"] > 4 and wide < NARROW * float(part["size"]) * part["signs"]
        for one in part["lines"]:
            left, top, right, bottom = (float(number) for number in one["box"])
            box = (left, top, right, bottom)
            made.append(Line(box, float(part["size"]), float(part["through"]), one["covered"], one["cut"], one["scrolls"], narrow))
    return made


def judged(lines: list[Line], seen: Image.Image, without: Image.Image) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Why they are not seen, and what makes them hard to see: keys of `saved.found`."""
    if not lines or min(one.size for one in lines) < UNSEEN_SIZE:
        return ("too-small",), ()
    fields, inked, strongest = 0, 0, 1.0
    lost = lines[0]
    for one in lines:
        of, found, strong = _ink(one, seen, without)
        if found < of * PART:
            lost = one
        fields, inked, strongest = fields + of, inked + found, max(strongest, strong)
    if any(one.narrow for one in lines):
        return ("cut-off",), ()
    if not fields or inked < fields * PART:
        return (_reason(lost, seen.size),), ()
    size = min(one.size for one in lines)
    return (), tuple(key for key, holds in (("tiny", size < TINY), ("faint", strongest < FAINT)) if holds)


def _reason(line: Line, screen: tuple[int, int]) -> str:
    left, top, right, bottom = line.box
    if line.seen_through < UNSEEN_OPACITY:
        return "see-through"
    if right <= 0 or left >= screen[0] or bottom <= 0 or (top >= screen[1] and not line.scrolls):
        return "off-screen"
    if line.scrolls:
        return "far-down"
    if line.cut:
        return "cut-off"
    return "covered" if line.covered else "same-colour"


def _ink(line: Line, seen: Image.Image, without: Image.Image) -> tuple[int, int, float]:
    """Into how many fields the line is cut, how many hold ink, and the strongest contrast of any dot."""
    left, top, right, bottom = line.box
    field = max(4.0, line.size * FIELD)
    of = max(1, round((right - left) / field))
    box = (max(0, int(left)), max(0, int(top)), min(seen.width, int(right) + 1), min(seen.height, int(bottom) + 1))
    if box[0] >= box[2] or box[1] >= box[3]:
        return of, 0, 1.0
    wide = box[2] - box[0]
    one, two = _lights(seen.crop(box)), _lights(without.crop(box))
    found, strongest = set(), 1.0
    for place, (light, other) in enumerate(zip(one, two, strict=True)):
        if light != other:
            far = (max(light, other) + 0.05) / (min(light, other) + 0.05)
            if far >= SAME:
                strongest = max(strongest, far)
                found.add(min(of - 1, int((box[0] + place % wide - left) / (right - left) * of)))
    return of, len(found), strongest


LINEAR = [(dot / 255 / 12.92) if dot <= 10 else ((dot / 255 + 0.055) / 1.055) ** 2.4 for dot in range(256)]


def _lights(picture: Image.Image) -> list[float]:
    data = picture.tobytes()
    return [
        0.2126 * LINEAR[red] + 0.7152 * LINEAR[green] + 0.0722 * LINEAR[blue]
        for red, green, blue in zip(data[::3], data[1::3], data[2::3], strict=True)
    ]
