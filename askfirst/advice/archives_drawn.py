"""Three drawings of what posts give away, each with a table that says the same: when, where, and what leads to what. Pure.

A drawing is 320 wide, so that it can be read on the smallest phone; who renders it turns its marks into shapes. No map service is asked.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from askfirst.advice.archives import AboutArchive, ShownFact
from askfirst.advice.archives_gives import LEADS, SHORT
from askfirst.checks.archives.collate import WHATS, Spot
from askfirst.checks.photos.distance import near_to
from askfirst.checks.photos.plot import far, rounded
from askfirst.words import Sentence, say

__all__ = ["WIDE", "Drawing", "Mark", "drawings_of"]

WIDE, EDGE = 320, 12
MOST_ROWS, ROW, MOST_YEARS = 15, 36, 6
LEFT, RIGHT, STEP = 128, 200, 30
MIDDLE, OUTER = 160, 140
RINGS = (100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)  # metres; no place is further
CLEAR = 24  # a smaller ring would lie under the middle
LETTERS = "ABCDEFGHIJKLMNOPQRST"


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape: a "circle" of radius `r` around (x, y), a "line" to (x2, y2), or a "text" at (x, y). `look` is how it is drawn."""

    shape: str
    look: str
    x: int
    y: int
    r: int = 0
    x2: int = 0
    y2: int = 0
    says: Sentence | str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """`title` is what stands above, `told` what somebody hears who does not see it; the table has a head and rows; a date is ISO 8601."""

    id: str
    title: Sentence
    told: Sentence
    height: int
    marks: tuple[Mark, ...]
    heads: tuple[Sentence, ...]
    rows: tuple[tuple[Sentence | str | date, ...], ...]
    note: Sentence | None = None


def drawings_of(said: AboutArchive) -> tuple[Drawing, ...]:
    """Those there is something to draw for."""
    return tuple(one for one in (_when(said), _where(said), _leads(said)) if one is not None)


def _days(fact: ShownFact) -> list[date]:
    return sorted({date.fromisoformat(post.on) for post in fact.posts if post.on})


def _when(said: AboutArchive) -> Drawing | None:
    """A line for each fact, from the first day of all posts to the last."""
    dated = [(number, fact, days) for number, fact in enumerate(said.facts, 1) if (days := _days(fact))][:MOST_ROWS]
    if not dated:
        return None
    first, last = min(days[0] for _, _, days in dated), max(days[-1] for _, _, days in dated)
    whole = max(1, (last - first).days)

    def across(day: date) -> int:
        return EDGE + (WIDE - 2 * EDGE) * (day - first).days // whole

    marks: list[Mark] = []
    bottom = ROW * len(dated) + 6
    years = [date(year, 1, 1) for year in range(first.year + 1, last.year + 1)]
    for day in years if len(years) <= MOST_YEARS else years[:: -(-len(years) // MOST_YEARS)]:
        marks.append(Mark("line", "ring", across(day), 0, x2=across(day), y2=bottom))
        marks.append(Mark("text", "middle", min(max(across(day), 16), WIDE - 16), bottom + 14, says=str(day.year)))
    for place, (number, fact, days) in enumerate(dated):
        y = ROW * place
        marks.append(Mark("text", "label", EDGE - 6, y + 14, says=say("{n}. {what}", n=number, what=SHORT[fact.what])))
        marks.append(Mark("line", "axis", EDGE, y + 25, x2=WIDE - EDGE, y2=y + 25))
        marks += [Mark("circle", "dot", across(day), y + 25, r=5) for day in days]
    return Drawing(
        "when", say("When you gave it away"),
        say("A line for each fact, with a dot for each day of a post. The table says the same."), bottom + 20,
        tuple(marks), (say("Fact"), say("Posts"), say("First"), say("Last")),
        tuple((say("{n}. {what}", n=number, what=SHORT[fact.what]), str(fact.count), days[0], days[-1]) for number, fact, days in dated),
    )  # fmt: skip


def _radius(metres: float, outer: int) -> float:
    """Each ring is ten times as far as the one inside it."""
    return 0.0 if metres <= 0 else OUTER * math.log10(1 + metres / RINGS[0]) / math.log10(1 + outer / RINGS[0])


def _where(said: AboutArchive) -> Drawing | None:
    """The place of most posts in the middle, the others where they lie from it."""
    spots = said.opened.spots
    if not spots:
        return None
    middle = (spots[0].north, spots[0].east)
    named = [(letter, one.north, one.east) for letter, one in zip(LETTERS, spots, strict=False)]
    lies = {one.school: (one.metres, one.bearing) for one in near_to(middle, named)}
    furthest = max(metres for metres, _ in lies.values())
    outer = next(one for one in RINGS if one >= furthest)
    marks = [mark for one in RINGS if one <= outer and _radius(one, outer) > CLEAR for mark in _ring(one, outer)]
    for letter, one in reversed(list(zip(LETTERS, spots, strict=False))):
        metres, bearing = lies[letter]
        angle, radius = math.radians(bearing), _radius(metres, outer)
        x, y = round(MIDDLE + radius * math.sin(angle)), round(MIDDLE - radius * math.cos(angle))
        marks.append(Mark("circle", "place", x, y, r=min(16, 9 + int(math.log2(one.times)))))
        marks.append(Mark("text", "number", x, y + 4, says=letter))
    return Drawing(
        "where", say("Where you posted from"),
        say("A plain drawing of places that your posts name by degrees. North is up. The table says the same."), 2 * MIDDLE, tuple(marks),
        (say("Place"), say("Posts"), say("Far from A"), say("Last")),
        tuple(_place_row(letter, one, lies[letter][0]) for letter, one in zip(LETTERS, spots, strict=False)),
        say("We worked this out here. No map site was asked."),
    )  # fmt: skip


def _ring(metres: int, outer: int) -> Iterator[Mark]:
    radius = round(_radius(metres, outer))
    yield Mark("circle", "ring", MIDDLE, MIDDLE, r=radius)
    yield Mark("text", "label", MIDDLE + 4, MIDDLE - radius + 13, says=far(metres))


def _place_row(letter: str, one: Spot, metres: float) -> tuple[Sentence | str | date, ...]:
    """Most posts at night and at weekends: a stranger takes it for a home."""
    home = 2 * one.nights > one.times and one.times > 2
    named = say("{letter}, at night and weekends", letter=letter) if home else letter
    return named, str(one.times), far(rounded(metres)) if metres >= 1 else "–", date.fromisoformat(one.last)


def _leads(said: AboutArchive) -> Drawing | None:
    """Kinds of fact on the left, what a stranger could do with them on the right."""
    found = [what for what in WHATS if any(fact.what == what for fact in said.facts)]
    led = [
        (short, says, [what for what in found if what in adds]) for short, says, needed, adds in LEADS if set(needed.split()) & set(found)
    ]
    if not led:
        return None
    height = STEP * max(len(found), len(led)) + 6
    left = {what: round(height * (place + 0.5) / len(found)) for place, what in enumerate(found)}
    right = [round(height * (place + 0.5) / len(led)) for place in range(len(led))]
    marks = [
        Mark("line", "strong" if len(whats) > 1 else "axis", LEFT, left[what], x2=RIGHT, y2=y)
        for (_, _, whats), y in zip(led, right, strict=True)
        for what in whats
    ]
    for what, y in left.items():
        marks += [Mark("circle", "dot", LEFT, y, r=6), Mark("text", "end", LEFT - 12, y + 4, says=SHORT[what])]
    for (short, _, _), y in zip(led, right, strict=True):
        marks += [Mark("circle", "place", RIGHT, y, r=6), Mark("text", "label", RIGHT + 12, y + 4, says=short)]
    return Drawing(
        "leads", say("What leads to what"),
        say("Lines from each kind of fact to what a stranger could do with it. The table says the same."), height,
        tuple(marks), (say("A stranger could"), say("From")), tuple(_lead_row(says, whats) for _, says, whats in led),
    )  # fmt: skip


def _lead_row(says: Sentence, whats: list[str]) -> tuple[Sentence | str | date, ...]:
    return says, _together([SHORT[one] for one in whats])


def _together(named: list[Sentence]) -> Sentence:
    """At most four kinds lead to one thing."""
    match named:
        case [one]:
            return one
        case [one, two]:
            return say("{one}; {two}", one=one, two=two)
        case [one, two, three]:
            return say("{one}; {two}; {three}", one=one, two=two, three=three)
        case _:
            one, two, three, four = named[:4]
            return say("{one}; {two}; {three}; {four}", one=one, two=two, three=three, four=four)
