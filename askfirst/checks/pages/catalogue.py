"""All that is looked at on a page, and the one way to look: its words by the checks of words, its note, and whose page it seems to be."""

from dataclasses import dataclass, replace
from itertools import pairwise

from askfirst.checks.catalogue import look_over
from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Level, NotChecked, Seen, filled
from askfirst.checks.names.brand import TAKEN, How, find, signs_of
from askfirst.checks.pages.note import Note, Noted, note_on
from askfirst.checks.pages.page import Page
from askfirst.checks.pages.reasons import REASONS
from askfirst.checks.pages.whose import ENOUGH, Sign, address_of, signs
from askfirst.checks.pages.works import works_here
from askfirst.checks.text.disclaimer import WEAK, WEAK_WHY, is_weak
from askfirst.checks.text.email_address import EMAIL_ADDRESS
from askfirst.checks.text.help import HELP
from askfirst.checks.text.phone import PHONE
from askfirst.checks.together import OWN_VIEWS
from askfirst.words import say

__all__ = ["Looked", "look_at_page"]

# On a page of the school's own nobody's views are told apart from it, and its own ways to be reached are published.
NOT_OFFICIAL = frozenset({"works-here", "disclaimer"})
SHORT = 200  # code points of a stretch that may be a way to reach somebody, and no more
NO_NOTE = say("Readers can tell where you work. We found no note in what we could read.")
TITLE = say("A note that these are your own views")
DOUBT = say("Put it at the top or beside your name. The page about you should have it too.")
NOT_CLEAR = say("A reader could take this for a school page")
NOT_CLEAR_WHY = say("Things that a school’s own page has stand together here. People may not see whose page it is.")
NOT_CLEAR_FIX = say("Say at the top that it is your own page.")
NOT_CLEAR_DOUBT = say("We look at words and names of pictures alone. We open no picture.")
HOLDS = say("Its address has a school’s name in it")
HOLDS_FIX = say("Use your own name, your subject or a word you like.")
ASKED_OF = say("If the page is the school’s own, choose that, then look again.")

OF_A_PAGE = Seen(
    check="page", kind="page", clause="BLG-4", also=(), level=Level.WORTH, start=0, end=0, target=None, title=TITLE, why=NO_NOTE,
    fix=None, doubt=DOUBT, noticed=False,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Looked:
    """`asks`: a word in its address that may be a place, about which the check of names asks; "" for none."""

    seen: tuple[Seen, ...]
    missed: tuple[NotChecked, ...]
    noted: Noted
    works: tuple[int, int] | None
    signs: tuple[Sign, ...]
    asks: str = ""


def look_at_page(page: Page, draft: Draft) -> Looked:
    """`draft` holds `page.text`. Linear in the page; nothing of it outlives the look."""
    seen, missed = look_over(draft)
    seen += _by_itself(page, draft, seen)
    noted, works = note_on(page, draft.told), works_here(page, draft.told)
    kept = [one for one in seen if one.check not in ("missing-disclaimer", "disclaimer") and _in_one_piece(page, draft, one)]
    if page.official:
        kept = [one for one in kept if one.kind not in NOT_OFFICIAL]
        return Looked(tuple(kept), tuple(missed), noted, None, ())
    found = signs(page, draft.told)
    kept = _with_works(page, kept, works)
    kept += _about_the_note(page, draft, noted, works)
    kept += _about_whose(page, noted, found)
    named = find(address_of(page), signs_of(draft.told)) if address_of(page) else None
    asks = named.sign.term if named is not None and (named.sign.ambiguous or named.how is not How.HOLDS) else ""
    return Looked(tuple(kept), tuple(missed), noted, works, found, asks)


def _in_one_piece(page: Page, draft: Draft, one: Seen) -> bool:
    """A sign of need that is put together of two stretches, such as two posts, is none: one of them must hold a sign by itself."""
    under = [each for each in page.stretches if each.start < one.end and one.start < each.end]
    if one.kind != "help" or len(under) < 2:
        return True
    return any(next(iter(HELP.look(replace(draft, text=page.text[each.start : each.end]))), None) is not None for each in under)


def _by_itself(page: Page, draft: Draft, seen: list[Seen]) -> list[Seen]:
    """Ways to reach somebody in a stretch of their own: a sentence that is over, such as one that names a school, says nothing of them."""
    found: list[Seen] = []
    for before, here in pairwise(page.stretches):
        words = page.text[here.start : here.end]
        if len(words) > SHORT or not page.text[before.start : before.end].endswith((".", "!", "?")):
            continue
        alone = replace(draft, text=words)
        for check in (PHONE, EMAIL_ADDRESS):
            hits = [filled(check, hit) for hit in check.look(alone)]
            found += [replace(one, start=one.start + here.start, end=one.end + here.start) for one in hits]
    return [one for one in found if not any(one.start < other.end and other.start < one.end and one.kind == other.kind for other in seen)]


def _with_works(page: Page, seen: list[Seen], works: tuple[int, int] | None) -> list[Seen]:
    """What says where they work in the way of a profile is noticed too."""
    if works is None or any(one.kind == "works-here" and one.start <= works[0] < one.end for one in seen):
        return seen
    said = replace(
        OF_A_PAGE, level=Level.TIP, start=works[0], end=works[1], check="works-here", kind="works-here",
        title=say("Where you work"), noticed=True,
        why=say("Readers can tell which school you work for. That is fine."), doubt=say("If you do not work there, you can skip this."),
    )  # fmt: skip
    return [*seen, said]


def _about_the_note(page: Page, draft: Draft, noted: Noted, works: tuple[int, int] | None) -> list[Seen]:
    """Staff whose page says where they work: seen and fine, or what to do. Worth changing, never Important (A34)."""
    if page.author is Author.STUDENT:
        return []
    if noted.note is Note.SEEN and noted.place is None:
        return []  # a browser shows it where rules do not: there is no place in the text to point at
    if noted.note is Note.SEEN and noted.place is not None:
        why = say("It says the views are yours and not your school's. Readers see it.")
        start, end = noted.place
        said = replace(OF_A_PAGE, level=Level.TIP, start=start, end=end, check="disclaimer", kind="disclaimer", noticed=True, why=why)
        return [said]
    if works is None:
        return []
    title, why = say("No note that these are your own views"), NO_NOTE
    if noted.note is not Note.MISSING:
        title, why = say("A note that readers may not see"), REASONS[noted.reasons[0]]
    elif is_weak(draft):
        title, why = WEAK, WEAK_WHY
    start, end = noted.place or works
    return [
        replace(
            OF_A_PAGE, start=start, end=end, check="missing-disclaimer", kind="works-here", title=title, why=why,
            fix=say("{wording}", wording=draft.told.disclaimer) if draft.told.disclaimer else OWN_VIEWS,
        )
    ]  # fmt: skip


def _about_whose(page: Page, noted: Noted, found: tuple[Sign, ...]) -> list[Seen]:
    first = page.stretches[0] if page.stretches else None
    of_all = replace(OF_A_PAGE, start=first.start, end=first.end) if first else OF_A_PAGE
    told = []
    if len(found) >= ENOUGH:
        level = Level.TIP if noted.note is Note.SEEN else Level.WORTH
        clear = replace(of_all, clause="HYB-1", level=level, check="page-not-clear")
        told.append(replace(clear, title=NOT_CLEAR, why=NOT_CLEAR_WHY, fix=NOT_CLEAR_FIX, doubt=NOT_CLEAR_DOUBT))
    if Sign.ADDRESS in found and page.author is Author.STAFF:
        held = replace(of_all, clause="HYB-3", also=("HYB-1",), check="brand", kind="name")
        told.append(replace(held, title=HOLDS, why=TAKEN, fix=HOLDS_FIX, doubt=ASKED_OF))
    return told
