"""Posts and seats of one person: what stands, what the file says, and the rows between; pure.

A post that changes ends the day before, and another begins: what somebody was stays readable.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from askfirst.people import hats
from askfirst.people.hats import Seat
from askfirst.people.roster.known import PlainRow
from askfirst.people.roster.ops import HOLDING, POST, Op

__all__ = ["Post", "ended", "posts", "seats"]

ONE_DAY = timedelta(days=1)
WHOLE = Decimal("1.00")


@dataclass(frozen=True, slots=True)
class Post:
    """A post as the file has it. None: the file does not say, and what stands stays."""

    school: str | None
    manager: str | None
    says_manager: bool
    share: Decimal | None
    main: bool
    starts: date | None
    ends: date | None
    says_ends: bool


def posts(key: str, stand: Sequence[PlainRow], wanted: Sequence[Post], on: date) -> Iterator[Op]:
    """The rows between the posts that stand and those of the file: whoever is in a file is there with all their posts."""
    left = {row["school"]: row for row in stand}
    for post in wanted:
        row = left.pop(post.school, None)
        if post.ends is not None and post.ends < on:  # over already: nothing begins, and what stands ends then
            yield from ended(POST, row, post.ends) if row is not None else ()
            continue
        if row is None:
            yield Op(POST, "", None, _fresh(key, post, post.starts or on))
            continue
        after = {
            "line_manager": post.manager if post.says_manager else row["line_manager"],
            "fte": row["fte"] if post.share is None else post.share,
            "main": post.main,
        }
        if post.says_ends or row["ends"] is not None:
            after["ends"] = post.ends
        changed = {name: value for name, value in after.items() if row[name] != value}
        if changed.keys() <= {"ends"} or row["starts"] >= on:
            if changed:
                yield Op(POST, str(row["id"]), {name: row[name] for name in changed}, changed)
            continue
        yield from ended(POST, row, on - ONE_DAY)
        yield Op(POST, "", None, {**_fresh(key, post, on), **after, "ends": post.ends})
    for row in left.values():
        yield from ended(POST, row, on - ONE_DAY)


def _fresh(key: str, post: Post, starts: date) -> dict[str, Any]:
    return {
        "person": key,
        "school": post.school,
        "line_manager": post.manager,
        "fte": post.share or WHOLE,
        "main": post.main,
        "starts": starts,
        "ends": post.ends,
    }


def ended(table: str, row: PlainRow, last: date) -> Iterator[Op]:
    """The row with its last day; one that had not begun is removed."""
    if row["starts"] > last:
        yield Op(table, str(row["id"]), {name: value for name, value in row.items() if name != "id"}, None)
    elif row["ends"] is None or row["ends"] > last:
        yield Op(table, str(row["id"]), {"ends": row["ends"]}, {"ends": last})


def seats(
    key: str,
    stand: Sequence[PlainRow],
    wanted: Sequence[Seat],
    *,
    tutor: bool,
    others: bool,
    on: date,
    starts: date,
    order: Mapping[Seat, int],
) -> Iterator[Op]:
    """Seats gained and lost. `tutor`, `others`: which of them the file speaks of at all."""

    def spoken_of(seat: Seat) -> bool:
        return tutor if hats.role(seat) == "tutor" else others

    held = {row["seat"] for row in stand}
    for seat in wanted:
        if seat not in held:
            yield Op(HOLDING, "", None, {"seat": seat, "person": key, "order": order.get(seat, 0), "starts": starts, "ends": None})
    for row in stand:
        if spoken_of(row["seat"]) and row["seat"] not in wanted:
            yield from ended(HOLDING, row, on - ONE_DAY)
