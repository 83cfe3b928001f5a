"""What somebody asks of a page: who they are, whose it is, where it stands, and whether it may be opened. Pure; every face comes here."""

from collections.abc import Mapping
from dataclasses import dataclass

from askfirst.advice.asked import AUTHORS, HALF, BadDraft, choice
from askfirst.checks.draft import Author
from askfirst.words import say

__all__ = ["FIELDS", "LONGEST_ADDRESS", "LONGEST_PASTED", "MINE", "OWNERS", "PageAsked", "html_from", "may_open", "page_from"]

FIELDS = ("author", "whose", "address", "mine")
OWNERS = ("own", "school")
LONGEST_ADDRESS, LONGEST_PASTED = 2_000, 2_000_000
MINE = say("This is my page, or one I run")
NO_PAGE = say("There is no page yet. Choose the saved file, or paste its code.")
NOT_SAID = say("First say that it is your page, or one you run. Tick that, then look again.")
STUDENTS = say("We do not open addresses for students. Save the page and choose the file.")
ODD = say("This holds something that is not text. Type the address again.")


@dataclass(frozen=True, slots=True, repr=False)
class PageAsked:
    """`school`: a page of the school's own, as they say; `mine`: their own page or one they run, so that it may be opened."""

    author: Author
    school: bool = False
    address: str = ""
    mine: bool = False

    def __repr__(self) -> str:
        return "<PageAsked>"


def page_from(fields: Mapping[str, object]) -> PageAsked:
    """`fields` as in the API: author, whose, address and mine. Raises BadDraft."""
    address = fields.get("address") or ""
    if not isinstance(address, str) or "\0" in address or HALF.search(address):
        raise BadDraft("address", ODD)
    if len(address) > LONGEST_ADDRESS:
        raise BadDraft(
            "address",
            say("This address is too long: we take {limit} characters. Paste the address alone.", limit=format(LONGEST_ADDRESS, ",")),
        )
    mine = fields.get("mine") or ""
    if mine not in ("", "yes", "no", "true", "false", True, False):
        raise BadDraft("mine", say("Say yes or no for mine."))
    return PageAsked(
        author=Author(choice(fields, "author", AUTHORS, None)),
        school=choice(fields, "whose", OWNERS, "own") == "school",
        address=address.strip(),
        mine=mine in ("yes", "true", True),
    )


def html_from(text: object) -> bytes:
    """What was pasted, as a file would hold it. Raises BadDraft about "html"."""
    if text is None or text == "" or (isinstance(text, str) and not text.strip()):
        raise BadDraft("file", NO_PAGE)
    if not isinstance(text, str):
        raise BadDraft("html", say("The page must be text. Send it as one string."))
    if len(text) > LONGEST_PASTED:
        limit = format(LONGEST_PASTED, ",")
        raise BadDraft("html", say("This is too long to paste: we take {limit} characters. Choose the file instead.", limit=limit))
    return b"\xef\xbb\xbf" + text.encode("utf-8", "replace")


def may_open(asked: PageAsked) -> str:
    """The address to open, once. Raises BadDraft where nobody said that it is theirs, and for a student (ruling 16)."""
    if not asked.address:
        raise BadDraft("file", NO_PAGE)
    if asked.author is Author.STUDENT:
        raise BadDraft("address", STUDENTS)
    if not asked.mine:
        raise BadDraft("mine", NOT_SAID)
    return asked.address if "://" in asked.address else "https://" + asked.address
