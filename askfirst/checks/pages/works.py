"""Where a page says, in any way, that its author works for the Trust or a school (BLG-4, BLG-5): in a sentence or as profiles do. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from askfirst.checks.draft import Author, Draft, Told, Where
from askfirst.checks.pages.page import Page
from askfirst.checks.text.words.fold import fold
from askfirst.checks.text.works_here import WORKS_HERE

__all__ = ["works_here"]

LONGEST, MOST = 300, 400  # code points of a piece of a profile, and how many pieces are looked at


def _pieces(page: Page) -> Iterator[tuple[int, str]]:
    """What stands outside posts, and the title: there somebody says who they are."""
    found = ((one.start, page.text[one.start : one.end]) for one in page.stretches if not one.block.post and one.block.place != "menu")
    yield from ((start, words) for _, (start, words) in zip(range(MOST), ((s, w) for s, w in found if len(w) <= LONGEST), strict=False))


def works_here(page: Page, told: Told) -> tuple[int, int] | None:
    """The first place that says so, in the page's text; None where nothing does, and for a student. A school's name alone says nothing."""
    if page.author is Author.STUDENT:
        return None
    draft = Draft(page.text, page.author, Where.WEB_PAGE, told=told)
    found = [(hit.start, hit.end) for hit in WORKS_HERE.look(draft)]
    names = {fold(brand.term).text for brand in told.brands}
    for start, words in _pieces(page):
        piece = replace(draft, text=words, where=Where.PROFILE_BIO)
        for hit in WORKS_HERE.look(piece):
            if fold(words[hit.start : hit.end]).text.strip() not in names:
                found.append((start + hit.start, start + hit.end))
    return min(found, default=None)
