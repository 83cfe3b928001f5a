"""Where a photo was taken, as a plain plot: the photo in the middle, rings of so many metres, schools where they lie. Numbers alone."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from askfirst.checks.photos.distance import Near

__all__ = ["MIDDLE", "Plot", "Point", "plot_of", "rounded"]

MIDDLE, OUTER = 150, 130  # of a drawing 300 wide and high
SPARE = 1.15
KILOMETRE = 1_000


@dataclass(frozen=True, slots=True)
class Point:
    """A school: its number on the plot, its name, how far it is in rounded metres, and where it is drawn (None: further than the rings)."""

    number: int
    school: str
    metres: int
    at: tuple[int, int] | None

    @property
    def far(self) -> str:
        """How far it is, to be read: "350 m", "3.9 km"."""
        return far(self.metres)


@dataclass(frozen=True, slots=True)
class Plot:
    """Rings as (radius in the drawing, metres). `facing`: where a line from the middle in the camera's direction ends."""

    points: tuple[Point, ...]
    rings: tuple[tuple[int, int], ...]
    facing: tuple[int, int] | None

    @property
    def circles(self) -> tuple[tuple[int, str], ...]:
        """The rings as (radius in the drawing, how far that is, to be read)."""
        return tuple((radius, far(metres)) for radius, metres in self.rings)


def far(metres: int) -> str:
    """In metres below a kilometre; in kilometres, with a tenth below ten, from there on."""
    if metres < KILOMETRE:
        return "%d m" % metres
    return "%.1f km" % (metres / KILOMETRE) if metres < 10 * KILOMETRE else "%d km" % round(metres / KILOMETRE)


def rounded(metres: float) -> int:
    """To two figures, and to ten metres at the finest: a camera knows no better."""
    step = max(10, 10 ** (int(math.log10(max(metres, 1))) - 1))
    return int(round(metres / step) * step)


def _ring(metres: float) -> int:
    """The next of 100, 200, 500, 1,000 … metres."""
    size = 100
    for factor in range(1, 30):
        if size >= metres:
            break
        size = size * 5 // 2 if factor % 3 == 2 else size * 2
    return size


def _drawn(bearing: float, radius: float) -> tuple[int, int]:
    angle = math.radians(bearing)
    return round(MIDDLE + radius * math.sin(angle)), round(MIDDLE - radius * math.cos(angle))


def plot_of(near: Sequence[Near], facing: float | None = None) -> Plot | None:
    """None where no school says where it stands."""
    if not near:
        return None
    outer = _ring(near[0].metres * SPARE)
    points = tuple(
        Point(number, one.school, rounded(one.metres), _drawn(one.bearing, OUTER * one.metres / outer) if one.metres <= outer else None)
        for number, one in enumerate(near, 1)
    )
    return Plot(points, ((OUTER, outer), (OUTER // 2, outer // 2)), None if facing is None else _drawn(facing, OUTER / 3))
