"""Whether a page says, where a reader sees it, that its views are the author's own (BLG-4): seen, only where nobody sees it, or not found.

Three answers and no more (A34). Pure.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from askfirst.checks.draft import Author, Draft, Told, Where
from askfirst.checks.pages.page import Page, Stretch
from askfirst.checks.pages.reasons import first_of
from askfirst.checks.text.disclaimer import DISCLAIMER

__all__ = ["Note", "Noted", "note_on"]


class Note(StrEnum):
    """What can be said of the note, as it is kept and sent."""

    SEEN = "seen"
    HIDDEN = "hidden"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Noted:
    """`reasons`: keys of REASONS; `quote`: the note's words; `place`: where it is shown in the text, else None."""

    note: Note
    reasons: tuple[str, ...] = ()
    quote: str = ""
    place: tuple[int, int] | None = None


def _hits(text: str, told: Told) -> list[tuple[int, int]]:
    draft = Draft(text, Author.STAFF, Where.WEB_PAGE, told=told)
    if not draft.once(DISCLAIMER.when):
        return []
    return [(hit.start, hit.end) for hit in DISCLAIMER.look(draft)]


def _under(stretches: Iterable[Stretch], start: int, end: int) -> list[Stretch]:
    return [one for one in stretches if one.start < end and start < one.end]


def note_on(page: Page, told: Told) -> Noted:
    """The best place it has. Linear in the page, for each time that it stands there."""
    shown = []
    for start, end in _hits(page.text, told):
        under = _under(page.stretches, start, end)
        reasons = first_of(tuple(key for one in under for key in (*one.below, *one.block.hard)))
        shown.append(Noted(Note.HIDDEN if reasons else Note.SEEN, reasons, page.text[start:end], (start, end)))
    if shown:
        return min(shown, key=lambda one: len(one.reasons))
    unseen = []
    for start, end in _hits(page.whole, told):
        keys = tuple(key for one in _under(page.everything, start, end) for key in one.block.why)
        unseen.append(Noted(Note.HIDDEN, first_of(keys), page.whole[start:end]))
    return min(unseen, key=lambda one: len(one.reasons), default=Noted(Note.MISSING))
