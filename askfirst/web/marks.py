"""A person's own words cut into runs, each marked for at most one thing to look at. Pure; linear in text and spans."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from askfirst.advice.items import Item

__all__ = ["Run", "runs"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the text from code point `start`.

    `item` is whose mark it bears; `ends` is true where one of that item's spans ends here; `whole` where the run is exactly one span;
    `others` are items that end here and have no mark of their own.
    """

    start: int
    text: str
    item: Item | None = None
    ends: bool = False
    whole: bool = False
    others: tuple[Item, ...] = ()


def _owners(length: int, items: Sequence[Item]) -> Iterator[tuple[int, int, Item | None]]:
    """Stretches between cuts with the first item (by number) that covers them; neighbours of one owner are joined."""
    starts: dict[int, list[Item]] = {}
    stops: dict[int, list[Item]] = {}
    for item in items:
        for start, end in item.spans:
            starts.setdefault(start, []).append(item)
            stops.setdefault(end, []).append(item)
    cuts = sorted({0, length, *starts, *stops})
    active: dict[int, list[Item]] = {}
    begun, owner = 0, None
    for at in cuts:
        for item in stops.get(at, ()):
            active[item.number].pop()
            if not active[item.number]:
                del active[item.number]
        for item in starts.get(at, ()):
            active.setdefault(item.number, []).append(item)
        now = active[min(active)][0] if active else None
        if now is not owner:
            if at > begun:
                yield begun, at, owner
            begun, owner = at, now
    if length > begun:
        yield begun, length, owner


def runs(text: str, items: Sequence[Item]) -> tuple[Run, ...]:
    """The whole text in order: joined together, the runs' texts are the text."""
    stretches = list(_owners(len(text), items))
    marked = {owner.number for _, _, owner in stretches if owner is not None}
    last_of: dict[int, int] = {}
    for _, end, owner in stretches:
        if owner is not None:
            last_of[owner.number] = end
    hidden: dict[int, list[Item]] = {}
    ends = [end for _, end, _ in stretches]
    for item in items:
        if item.number not in marked and ends:
            at = max(end for _, end in item.spans)
            hidden.setdefault(next((end for end in ends if end >= at), ends[-1]), []).append(item)
    made = []
    for start, end, owner in stretches:
        spans = () if owner is None else owner.spans
        closes = owner is not None and (any(stop == end for _, stop in spans) or last_of[owner.number] == end)
        made.append(Run(start, text[start:end], owner, closes, (start, end) in spans, tuple(hidden.get(end, ()))))
    return tuple(made)
