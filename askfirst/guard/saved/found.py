"""What a page is read into, the same in the child and here: stretches of words, where they stand, and why some are not seen. Pure."""

from dataclasses import dataclass

__all__ = ["DRAWN", "HARD", "LETTERS", "MOST_BLOCKS", "NOTES", "NOT_SEEN", "PLACES", "SCREEN", "Block", "Link", "Picture"]

NOT_SEEN = (
    "off", "folded", "same-colour", "see-through", "too-small", "off-screen", "cut-off", "no-script", "held-back", "comment", "alt", "head",
)  # fmt: skip
"""Why words of a page are not seen; `checks.pages.reasons` has the sentences."""
DRAWN = (*NOT_SEEN, "covered", "far-down")
"""Why words are not seen where a browser drew the page."""
HARD = ("tiny", "faint")
"""What makes words that are seen hard to see."""
PLACES = ("main", "header", "menu", "footer", "side")
NOTES = ("sheets", "scripts", "frames", "letters", "long", "seldom", "others")
"""What could not be read: sheets, scripts and frames that lie elsewhere, signs that are no letters, what is beyond LETTERS; a form that was
seldom seen, and posts that are other people's words."""
SCREEN = 800
"""Pixels of a screen's height, near enough."""
LETTERS = 400_000
"""Code points of a page's words, seen or not; what comes after is left out, with a note."""
MOST_BLOCKS = 20_000


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or the like. `whole` holds what is not seen too, by `why`; `shown` what is seen, maybe hard to see by `hard`.

    `post`: in which post, from 1, 0 for none; `passed`: how many posts end before it; `top`: how far down it begins, in pixels, as guessed
    for a wide screen; `heading`: 0, or 1 to 6.
    """

    shown: str
    whole: str
    why: tuple[str, ...] = ()
    hard: tuple[str, ...] = ()
    post: int = 0
    passed: int = 0
    top: int = 0
    place: str = "main"
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    where: str
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """`name`: the last part of its address."""

    alt: str
    name: str
    seen: bool
    place: str
