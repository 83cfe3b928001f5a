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

__all__ = ["Note", "Noted", "note_on", "quotes_on"]


class Note(StrEnum):
    """What can be said of the note, as it is kept and sent."""

    SEEN = "seen"
    HIDDEN = "hidden"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Noted:
    """`reasons`: keys of REASONS; `quote`: the note's words; `place`: where it is shown in the text, else None.

    `drawn`: whether a browser showed so; else rules say it.
    """

    note: Note
    reasons: tuple[str, ...] = ()
    quote: str = ""
    place: tuple[int, int] | None = None
    drawn: bool = False


def _hits(text: str, told: Told) -> list[tuple[int, int]]:
    draft = Draft(text, Author.STAFF, Where.WEB_PAGE, told=told)
    if not draft.once(DISCLAIMER.when):
        return []
    return [(hit.start, hit.end) for hit in DISCLAIMER.look(draft)]


def _under(stretches: Iterable[Stretch], start: int, end: int) -> list[Stretch]:
    return [one for one in stretches if one.start < end and start < one.end]


def quotes_on(page: Page, told: Told) -> tuple[str, ...]:
    """The words of every note that stands in the page, seen or not: what a browser is asked about."""
    shown, unseen = (tuple(text[start:end] for start, end in _hits(text, told)) for text in (page.text, page.whole))
    return tuple(dict.fromkeys((*shown, *unseen)))


def note_on(page: Page, told: Told) -> Noted:
    """The best place it has. Linear in the page, for each time that it stands there.

    Where a browser drew the page, what it showed holds.
    """
    shown = [_shown(page, place) for place in _hits(page.text, told)]
    if shown:
        return min(shown, key=lambda one: len(one.reasons))
    unseen = [_unseen(page, place) for place in _hits(page.whole, told)]
    return min(unseen, key=lambda one: len(one.reasons), default=Noted(Note.MISSING))


def _shown(page: Page, place: tuple[int, int]) -> Noted:
    """One that is seen, as far as rules can tell."""
    quote, under = page.text[place[0] : place[1]], _under(page.stretches, *place)
    drawn = (page.drawn or {}).get(quote)
    if drawn is None or any("head" in one.block.hard for one in under):  # a title stands on no page
        drawn, keys = None, tuple(key for one in under for key in (*one.below(), *one.block.hard))
    else:
        keys = drawn.why or (*drawn.hard, *(key for one in under for key in one.below(drawn.top)))
    return _decided(keys, quote, place, drawn=drawn is not None)


def _unseen(page: Page, place: tuple[int, int]) -> Noted:
    """One that is not seen, as far as rules can tell: they say why, unless a browser shows it after all."""
    quote, under = page.whole[place[0] : place[1]], _under(page.everything, *place)
    drawn = (page.drawn or {}).get(quote)
    if drawn is None or drawn.why:
        keys = tuple(key for one in under for key in one.block.why)
        return Noted(Note.HIDDEN, first_of(keys), quote, drawn=page.drawn is not None)
    return _decided((*drawn.hard, *(key for one in under for key in one.below(drawn.top))), quote, None, drawn=True)


def _decided(keys: tuple[str, ...], quote: str, place: tuple[int, int] | None, *, drawn: bool) -> Noted:
    reasons = first_of(keys)
    return Noted(Note.HIDDEN if reasons else Note.SEEN, reasons, quote, place, drawn=drawn)
