"""Archives of one person are opened in the child, one alone or several joined; what the child says is held to its form.

No database, no clock, no memory. What is made of it stands in archives.py.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import IO

from askfirst.advice.archives_said import KINDS, REFUSED, SEEN_BY, SURE
from askfirst.advice.asked import BadDraft
from askfirst.checks.archives.collate import MOST_FACTS, MOST_SHOWN, MOST_SPOTS, QUOTE, Brief, Fact, Spot
from askfirst.checks.archives.service import Service as Reader
from askfirst.checks.archives.services import SERVICES
from askfirst.checks.archives.told import asked_of
from askfirst.checks.draft import Told
from askfirst.guard import child
from askfirst.guard.limits import BY_WIRE

__all__ = ["Opened", "open_archive", "open_archives", "reader_of"]

MODULE = "askfirst.checks.archives.child"
COUNTS = ("posts", "messages", "odd", "others", "private", "passed", "broken", "unread")


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """What the child found: by which readers with the posts of each, counts by name, the first and last day, and the facts."""

    readers: dict[Reader, int]
    counts: dict[str, int]
    first: date | None
    last: date | None
    facts: tuple[Fact, ...]
    spots: tuple[Spot, ...]
    help: bool  # words of somebody who may be hurt stand in newer posts

    def __repr__(self) -> str:
        return "<Opened>"


def open_archive(file: IO[bytes], told: Told, *, left_out: int = 0) -> Opened:
    """Opens an archive in a child, in memory or where it lies. Raises BadDraft about "file". Up to a minute; outside any transaction.

    `left_out`: message files that the person's own browser left out before it sent the rest.
    """
    return _looked_into(file, asked_of(told), left_out)


def open_archives(files: Sequence[IO[bytes]], told: Told, *, left_out: int = 0) -> Opened:
    """The same with several archives of one person, joined: they are laid one behind the other in memory that has no name."""
    if len(files) == 1:
        return open_archive(files[0], told, left_out=left_out)
    with child.unnamed() as held:
        return _looked_into(held, asked_of(told, _laid(files, held)), left_out)


def _laid(files: Sequence[IO[bytes]], held: IO[bytes]) -> list[int]:
    """The bytes of each. Raises BadDraft."""
    sizes = []
    for file in files:
        file.seek(0)
        sizes.append(0)
        while piece := file.read(1 << 20):
            sizes[-1] += len(piece)
            if sum(sizes) > BY_WIRE:
                raise BadDraft("file", REFUSED["large-together"])
            held.write(piece)
    return sizes


def _looked_into(file: IO[bytes], asked: bytes, left_out: int) -> Opened:
    try:
        said = child.run_opened(MODULE, file, asked)
    except child.Died:
        raise BadDraft("file", REFUSED["too-much"]) from None
    except child.Busy:
        raise BadDraft("file", REFUSED["busy"]) from None
    refused = said.head.get("refused")
    if refused is not None:
        raise BadDraft("file", REFUSED[refused if isinstance(refused, str) and refused in REFUSED else "broken"])
    try:
        opened = _opened(said)
    except (KeyError, TypeError, ValueError, RecursionError):
        raise BadDraft("file", REFUSED["broken"]) from None
    opened.counts["messages"] += left_out
    return opened


def _opened(said: child.Said) -> Opened:
    """A child that was taken over may say anything: it is held to its form. Raises KeyError, TypeError and ValueError."""
    head, (rows, spots) = said.head, json.loads(said.body)
    if not isinstance(rows, list) or len(rows) > MOST_FACTS or not isinstance(spots, list) or len(spots) > MOST_SPOTS:
        raise TypeError
    counts = {name: int(str(head[name])) for name in COUNTS}
    first, last = (date.fromisoformat(str(head[name])) if head[name] else None for name in ("first", "last"))
    named = head["services"]
    if not isinstance(named, dict) or not named:
        raise TypeError
    readers = {reader_of(name): int(str(many)) for name, many in named.items()}
    return Opened(readers, counts, first, last, tuple(map(_fact, rows)), tuple(map(_spot, spots)), head.get("help") is True)


def reader_of(name: object) -> Reader:
    """The reader of the service of that name. Raises ValueError."""
    for one in SERVICES:
        if one.name == name:
            return one
    raise ValueError


def _fact(row: object) -> Fact:
    match row:
        case [str(what), list(values), str(sure), int(count), list(posts), int(weekday), int(minute)] if (
            what in KINDS and sure in SURE and len(posts) <= MOST_SHOWN and -1 <= weekday < 7 and -1 <= minute < 1440
        ):
            return Fact(what, tuple(_line(one) for one in values[:4]), sure, count, tuple(_brief(one) for one in posts), weekday, minute)
    raise ValueError


def _brief(row: object) -> Brief:
    match row:
        case [str(on), str(quote), str(seen_by), str(kind), str(service)] if seen_by in {"", *SEEN_BY}:
            return Brief(date.fromisoformat(on).isoformat() if on else "", _line(quote)[:QUOTE], seen_by, kind, reader_of(service).name)
    raise ValueError


def _spot(row: object) -> Spot:
    match row:
        case [float(north) | int(north), float(east) | int(east), int(times), int(nights), str(first), str(last)] if (
            abs(north) <= 90 and abs(east) <= 180 and 0 <= nights <= times
        ):
            return Spot(
                float(north), float(east), times, nights, date.fromisoformat(first).isoformat(), date.fromisoformat(last).isoformat()
            )
    raise ValueError


def _line(text: object) -> str:
    """One line of letters that can be shown."""
    return " ".join("".join(one if one.isprintable() else " " for one in str(text)[:QUOTE]).split())
