"""A saved page and what somebody said of it become an answer: what its readers see, its note, whose page it seems to be, what to look at.

Pure but for the child that reads it: no database, no clock, no memory. Page, API and command line all come through here.
Source: BLG-1 to BLG-7, WEB-1 to WEB-7, HYB-1 to HYB-4, SNS-3; readings A20, A34, A35, A41; rulings 10 to 14, 16.
"""

import time
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from askfirst.advice.answer import ALLOWED, ASK_BEFORE_NAMING, NO_ROLL, TAGS, Answer, Finding, Permission, as_json
from askfirst.advice.asked import BadDraft
from askfirst.advice.cannot_see import OF_A_PAGE, cannot_see_as_json
from askfirst.advice.pages_asked import PageAsked
from askfirst.checks.draft import Audience, Author, Draft, Told, Where
from askfirst.checks.finding import NotChecked
from askfirst.checks.pages.catalogue import Looked, look_at_page
from askfirst.checks.pages.note import Note, Noted, quotes_on
from askfirst.checks.pages.page import Page, page_of
from askfirst.checks.pages.reasons import REASONS
from askfirst.checks.pages.whose import SAYS, Sign
from askfirst.guard.browser import browser_at, seen_in_browser
from askfirst.guard.door import SECONDS, SHEETS, Fetch, Fetched, NotOpen, Shut, fetch, site_of
from askfirst.guard.saved.look import NotRead, SavedBlog, SavedPage
from askfirst.guard.saved.look import look_at_page as read_saved
from askfirst.procedure.clause import Edition
from askfirst.words import Sentence, say

__all__ = [
    "AboutPage", "Note", "SavedPage", "Visited", "about_page", "browser_at", "drawn", "fetched", "one_page",
    "open_page", "page_as_json", "page_of_file",
]  # fmt: skip

NO_PICTURES = NotChecked("picture", say("We did not look at pictures, and read no words in them."))
ELSEWHERE = {
    "sheets": NotChecked("style-sheets", say("Some style sheets lie elsewhere. We did not read them: they may hide or move words.")),
    "scripts": NotChecked("scripts", say("No script ran. Words that a script writes may be missing here.")),
    "frames": NotChecked("frames", say("The page holds frames of other pages. We did not open those.")),
}
LONG = NotChecked("long", say("The page is longer than we read. We looked at its first part."))
MOST_SHEETS = 5
ONE_SHEET = say("We read 1 style sheet of its site too.")
LETTERS = say("Some signs are no letters that we can read. They are shown as “\ufffd”.")
OFFICIAL = say("We took it as a page of the school’s own. Such a page needs no note, and may show the school’s contacts.")
NOT_NEEDED = say("We saw nothing that says where you work, so no note is needed.")
BY_RULES = say("Decided by rules that read the page’s code. No browser drew it.")
BY_BROWSER = say("Proved by drawing: a browser drew the page, and we looked at the note in it.")

ANSWERS: dict[Note, Sentence] = {
    Note.SEEN: say("Seen in the page’s text"),
    Note.HIDDEN: say("Only where a reader will not see it"),
    Note.MISSING: say("Not found in what we could read"),
}


@dataclass(frozen=True, slots=True, repr=False)
class AboutPage:
    """`answer` as for a text, with places in `page.text`; `draft` holds that text, for whoever joins findings."""

    answer: Answer
    page: Page = field(repr=False)
    looked: Looked = field(repr=False)
    draft: Draft = field(repr=False)
    wording: str = ""

    @property
    def noted(self) -> Noted:
        return self.looked.noted

    @property
    def note_says(self) -> Sentence:
        return ANSWERS[self.looked.noted.note]

    @property
    def how(self) -> Sentence:
        """Which way it was decided: by a browser that drew the page, or by rules."""
        return BY_BROWSER if self.looked.noted.drawn else BY_RULES

    @property
    def reasons(self) -> tuple[Sentence, ...]:
        """Why a reader does not see the note, in words."""
        return tuple(REASONS[one] for one in self.looked.noted.reasons)

    @property
    def needs_note(self) -> bool:
        return self.looked.works is not None

    @property
    def signs(self) -> tuple[Sentence, ...]:
        return tuple(SAYS[Sign(one)] for one in self.looked.signs)

    def __repr__(self) -> str:
        return "<AboutPage>"


@dataclass(frozen=True, slots=True)
class Visited:
    """A page of one's own that was opened at its address, and the door through which its style sheets come."""

    page: Fetched
    door: Fetch


def open_page(given: bytes | Visited) -> SavedPage | SavedBlog:
    """What a page shows, or the posts of a whole blog, read in a child; of a page that was opened, with style sheets of the same site.

    Raises BadDraft about "file".
    """
    data = given if isinstance(given, bytes) else given.page.body
    sheets: dict[str, bytes] = {}
    try:
        saved = read_saved(data)
        if isinstance(given, Visited) and isinstance(saved, SavedPage) and saved.sheets:
            sheets = sheets_of(saved.sheets, given.page.address, given.door)
            again = read_saved(data, sheets) if sheets else saved
            saved = replace(again, dressed=len(sheets)) if isinstance(again, SavedPage) else saved
    except NotRead as problem:
        raise BadDraft("file", problem.sentence) from None
    return replace(saved, source=data, worn=sheets) if isinstance(saved, SavedPage) else saved


def sheets_of(named: tuple[str, ...], address: str, door: Fetch) -> dict[str, bytes]:
    """Style sheets that lie on the site of the page itself, by what the page calls them; one that does not come is left out.

    At most MOST_SHEETS are asked for, in SECONDS together; none of another site is.
    """
    found: dict[str, bytes] = {}
    until = time.monotonic() + SECONDS
    for name in named[:MOST_SHEETS]:
        left = until - time.monotonic()
        if left <= 0:
            break
        try:
            where = urljoin(address, name)
            if site_of(where) == site_of(address):
                found[name] = door(where, kinds=SHEETS, seconds=left, stay=True).body
        except (NotOpen, Shut, ValueError):
            continue
    return found


def one_page(saved: SavedPage | SavedBlog) -> SavedPage:
    """Where a whole blog will not do. Raises BadDraft about "file"."""
    if isinstance(saved, SavedBlog):
        raise BadDraft("file", NotRead("blog").sentence)
    return saved


def fetched(address: str, *, door: Fetch = fetch) -> Visited:
    """A page of one's own, opened once through the one door. Raises BadDraft about "address"."""
    try:
        return Visited(door(address), door)
    except (NotOpen, Shut) as problem:
        raise BadDraft("address", problem.sentence) from None


def page_of_file(saved: SavedPage, asked: PageAsked, told: Told, *, official: bool = False) -> tuple[Page, Draft]:
    """The page as its checks read it, and its words as a draft. `official`: whether the Trust's register has it as official."""
    page = page_of(saved, author=asked.author, official=official or asked.school, address=asked.address)
    return page, Draft(page.text, asked.author, Where.WEB_PAGE, Audience.PUBLIC, told=told)


def drawn(page: Page, draft: Draft, saved: SavedPage, *, browser: str) -> Page:
    """The page with what a browser shows of its notes, where one is here (`browser_at`) and all its style sheets are.

    Takes about a second; call it outside any transaction. The page as it was where it holds no note, or could not be drawn.
    """
    if page.author is Author.STUDENT or page.official or "sheets" in page.notes:
        return page
    return replace(page, drawn=seen_in_browser(saved.source, quotes_on(page, draft.told), browser=browser, sheets=saved.worn))


def about_page(page: Page, draft: Draft, edition: Edition) -> AboutPage:
    """Everything AskFirst says about a page. `draft` may have been told of events since. Nothing of it outlives the answer."""
    looked = look_at_page(page, draft)
    said = [Finding(one, TAGS[edition.clause(one.clause).strength], page.text[one.start : one.end]) for one in looked.seen]
    allowed = [(clause, says) for clause, says in ALLOWED[page.author] if clause != "WEB-1" or not (looked.works or page.official)]
    missed = [*looked.missed, NO_PICTURES, *(ELSEWHERE[key] for key in page.notes if key in ELSEWHERE), *([LONG] if page.cut else [])]
    if draft.told.roll is None:
        missed.append(NO_ROLL)
    answer = Answer(
        allowed=tuple(Permission(clause, TAGS[edition.clause(clause).strength], says) for clause, says in allowed),
        findings=tuple(
            sorted((one for one in said if not one.seen.noticed), key=lambda one: (one.level.rank, one.seen.start, one.seen.end))
        ),
        noticed=tuple(one for one in said if one.seen.noticed),
        not_checked=tuple(missed),
        notes=_notes(page, looked),
    )
    return AboutPage(answer, page, looked, draft, draft.told.disclaimer)


def _notes(page: Page, looked: Looked) -> tuple[Sentence, ...]:
    asks = say("Its address holds “{term}”. Ask the check of names whether that may stay.", term=looked.asks)
    wanted = (
        ("letters" in page.notes, LETTERS),
        (page.dressed == 1, ONE_SHEET),
        (page.dressed > 1, say("We read {count} style sheets of its site too.", count=page.dressed)),
        (page.official, OFFICIAL),
        (bool(looked.asks), asks),
        (any(one.kind == "roster-name" for one in looked.seen), ASK_BEFORE_NAMING),
    )
    return tuple(says for holds, says in wanted if holds)


def page_as_json(said: AboutPage, *, everything: bool = False) -> dict[str, object]:
    """The answer as API and command line give it: that of a text, and what there is of a page besides."""
    page, noted = said.page, said.noted
    return as_json(said.answer, everything=everything) | {
        "text": page.text,
        "title": page.title,
        "posts": list(page.posts),
        "official": page.official,
        "works_here": said.needs_note,
        "note": {
            "answer": noted.note.value,
            "says": str(said.note_says),
            "reasons": [{"id": key, "says": str(REASONS[key])} for key in noted.reasons],
            "quote": noted.quote,
            "wording": said.wording,
            "decided_by": "browser" if noted.drawn else "rules",
        },
        "signs": [{"id": one.value, "says": str(SAYS[one])} for one in said.looked.signs],
        **cannot_see_as_json(OF_A_PAGE),
    }
