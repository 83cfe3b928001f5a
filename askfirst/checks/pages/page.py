"""A page as its readers see it: one text, a stretch a line, each stretch with where it stands; and what stands there unseen.

Like a draft it cannot be printed, logged or pickled.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, NoReturn

from askfirst.checks.draft import LONGEST, Author
from askfirst.guard.browser import Drawn
from askfirst.guard.saved.found import SCREEN, Block, Picture
from askfirst.guard.saved.look import SavedPage

__all__ = ["Page", "Stretch", "page_of"]

DOWN, FAR_DOWN = SCREEN * 1.25, SCREEN * 2.5
"""Pixels from the top beyond which somebody must scroll: past posts, and past anything."""


class Stretch(NamedTuple):
    """A block of the page with its place in a text, end left out."""

    start: int
    end: int
    block: Block

    def below(self, top: int | None = None) -> tuple[str, ...]:
        """Whether a reader must scroll to it, and past what. `top`: how far down it is, where that is known better than by counting."""
        down = self.block.top if top is None else top
        if self.block.passed and down > DOWN:
            return ("past-posts",)
        return ("far-down",) if down > FAR_DOWN else ()


@dataclass(frozen=True, slots=True, repr=False)
class Page:
    """`text`: what is seen, at most LONGEST code points of it, with its stretches. `whole`: all that stands there, seen or not, likewise.

    `drawn`: what a browser shows of notes that stand here, by their words; None where none drew the page.
    `official`: a page of the school's own, by its register or by whoever asks. `address`: where it stands, "" where nobody said.
    """

    title: str
    address: str
    author: Author
    official: bool
    text: str
    stretches: tuple[Stretch, ...]
    whole: str
    everything: tuple[Stretch, ...]
    pictures: tuple[Picture, ...]
    posts: tuple[str, ...]
    cut: bool = False
    notes: tuple[str, ...] = field(default=())
    dressed: int = 0  # style sheets of its site that were read too
    drawn: Mapping[str, Drawn] | None = None

    def at(self, place: int) -> Stretch | None:
        """The stretch of `text` that holds a place."""
        return next((one for one in self.stretches if one.start <= place < max(one.end, one.start + 1)), None)

    def __repr__(self) -> str:
        return "<Page>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A page is never stored.")


def _joined(rows: list[tuple[str, Block]], most: int) -> tuple[str, tuple[Stretch, ...], bool]:
    """The text, its stretches, and whether some did not fit."""
    made: list[Stretch] = []
    lines: list[str] = []
    at = 0
    for words, block in rows:
        if at + len(words) > most:
            return "\n".join(lines), tuple(made), True
        made.append(Stretch(at, at + len(words), block))
        lines.append(words)
        at += len(words) + 1
    return "\n".join(lines), tuple(made), False


def page_of(saved: SavedPage, *, author: Author, official: bool, address: str = "") -> Page:
    """`address` is what somebody typed; without it, what the page says of itself."""
    seen = [(one.shown, one) for one in saved.blocks if one.shown]
    if saved.title and not any(words.strip() == saved.title for words, _ in seen):
        seen.insert(0, (saved.title, Block(saved.title, saved.title, hard=("head",), place="header")))
    text, stretches, cut = _joined(seen, LONGEST)
    unseen = [(one.whole, one) for one in saved.blocks if one.why]
    whole, everything, _ = _joined(unseen, LONGEST)
    return Page(
        saved.title, address or saved.address, author, official, text, stretches, whole, everything, saved.pictures, saved.posts,
        cut or "long" in saved.notes, saved.notes, saved.dressed,
    )  # fmt: skip
