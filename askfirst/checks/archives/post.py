"""One post of somebody's own, as every reader gives it. Like a draft it cannot be printed, logged or pickled."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NoReturn

__all__ = ["LONGEST_POST", "Kind", "Post", "SeenBy"]

LONGEST_POST = 20_000  # code points; of a longer one the start is read


class SeenBy(StrEnum):
    """Who can see it, where the archive says so itself; it is never guessed."""

    PUBLIC = "public"
    FRIENDS = "friends"
    ME = "me"
    UNSAID = ""


class Kind(StrEnum):
    POST = "post"
    COMMENT = "comment"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True, repr=False)
class Post:
    """`on` is the moment in the United Kingdom's own time, None where the archive does not say; `at` is (latitude, longitude)."""

    text: str
    on: datetime | None = None
    seen_by: SeenBy = SeenBy.UNSAID
    kind: Kind = Kind.POST
    work: str = ""  # where they work, as a field of their own page says
    place: str = ""  # a place that the service itself set under it
    at: tuple[float, float] | None = None
    pictures: int = 0

    def __repr__(self) -> str:
        return "<Post>"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return "<Post>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A post is never stored.")
