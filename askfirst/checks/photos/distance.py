"""How far a place is from each school, and which way: sums on a ball, so that no map service is ever asked."""

import math
import re
from collections.abc import Iterable
from typing import NamedTuple

from askfirst.checks.late import late

__all__ = ["CLOSE", "Near", "near_to", "place_of"]

DEGREES = late(r"-?\d{1,3}(?:\.\d+)?", re.ASCII)
EARTH = 6_371_000  # metres
CLOSE = 500  # metres: who sees such a place thinks of the school


class Near(NamedTuple):
    """A school, the metres to it, and its direction from the photo in degrees from north."""

    school: str
    metres: float
    bearing: float


def place_of(text: str) -> tuple[float, float] | None:
    """Degrees north and east out of "50.60120, -3.95080"; None for anything else."""
    north, parted, east = text.partition(", ")
    if not parted or not DEGREES.fullmatch(north) or not DEGREES.fullmatch(east):
        return None
    return float(north), float(east)


def near_to(place: tuple[float, float], schools: Iterable[tuple[str, float, float]]) -> tuple[Near, ...]:
    """Each school by its distance, the nearest first."""
    north, east = (math.radians(one) for one in place)
    found = []
    for name, latitude, longitude in schools:
        there, across = math.radians(latitude), math.radians(longitude) - east
        half = math.sin((there - north) / 2) ** 2 + math.cos(north) * math.cos(there) * math.sin(across / 2) ** 2
        up = math.cos(north) * math.sin(there) - math.sin(north) * math.cos(there) * math.cos(across)
        bearing = math.degrees(math.atan2(math.sin(across) * math.cos(there), up)) % 360
        found.append(Near(name, 2 * EARTH * math.asin(min(1.0, math.sqrt(half))), bearing))
    return tuple(sorted(found, key=lambda one: one.metres))
