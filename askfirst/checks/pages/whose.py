"""What makes a reader take a page for a school's: each sign alone says little, two together say that it is not clear whose it is (HYB-1).

Source: HYB-1, HYB-3. Pure; nothing is looked up, no picture is opened.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from askfirst.checks.draft import Told
from askfirst.checks.late import late
from askfirst.checks.names.brand import LONGEST, How, find, signs_of
from askfirst.checks.pages.page import Page
from askfirst.checks.text.people.school_words import brand_pattern
from askfirst.checks.text.words.fold import fold
from askfirst.words import Sentence, say

__all__ = ["ENOUGH", "SAYS", "Sign", "address_of", "signs"]

ENOUGH = 2
CREST = late(r"\b(?:(?:school|trust|academy|official)[ _-]?(?:logo|badge|emblem|crest)|crest|coat[ _-]of[ _-]arms|emblem)\b", re.IGNORECASE)
BADGE = late(r"\b(?:logo|badge|banner)\b", re.IGNORECASE)
OWN_WORDS = late(
    r"\b(?:official (?:page|site|website|blog|account|channel)|our (?:school|academy)(?:'s)? (?:website|site|page|office))\b", re.IGNORECASE
)
PERSONAL = late(r"\b(?:personal|unofficial|not (?:an |the )?official|my own)\b", re.IGNORECASE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://(?:[^/@\s]*@)?", re.IGNORECASE)


class Sign(StrEnum):
    CREST = "crest"
    TITLE = "title"
    CONTACT = "contact"
    ADDRESS = "address"
    WORDS = "words"


SAYS: dict[Sign, Sentence] = {
    Sign.CREST: say("It seems to show a school’s crest or badge."),
    Sign.TITLE: say("A school’s name stands in its title."),
    Sign.CONTACT: say("It gives a school’s own phone or mail."),
    Sign.ADDRESS: say("A school’s name stands in its address."),
    Sign.WORDS: say("It calls itself official, or speaks as the school."),
}


def address_of(page: Page) -> str:
    """Its address as a name that can be looked through: no scheme, no question behind it."""
    return SCHEME.sub("", page.address).partition("?")[0].partition("#")[0].rstrip("/")[:LONGEST]


def signs(page: Page, told: Told) -> tuple[Sign, ...]:
    """Every sign that the page is a school's, in order. Linear."""
    return tuple(_signs(page, told))


def _signs(page: Page, told: Told) -> Iterator[Sign]:
    named = re.compile(brand_pattern(tuple(one for one in told.brands if not one.ambiguous)))
    if any(_crest(one.alt + " " + one.name, named) for one in page.pictures if one.seen):
        yield Sign.CREST
    heads = [page.title, *(one.block.shown for one in page.stretches if one.block.heading == 1 and not one.block.post)]
    if any(_headed(one, named) for one in heads):
        yield Sign.TITLE
    digits = re.sub(r"(?<=\d)[ ().-]+(?=\d)", "", page.text)
    low = page.text.lower()
    if any(phone in digits for phone in told.published_phones if phone) or any("@" + one in low for one in told.published_domains):
        yield Sign.CONTACT
    found = find(address_of(page), signs_of(told)) if address_of(page) else None
    if found is not None and not found.sign.ambiguous and found.how is How.HOLDS:
        yield Sign.ADDRESS
    official = OWN_WORDS.search(page.text)
    if official and not PERSONAL.search(page.text, max(0, official.start() - 40), official.end()):
        yield Sign.WORDS


def _crest(said: str, named: re.Pattern[str]) -> bool:
    return bool(CREST.search(said)) or bool(BADGE.search(said) and named.search(said.lower().replace("-", " ").replace("_", " ")))


def _headed(head: str, named: re.Pattern[str]) -> bool:
    """A title that is the school's, not one of somebody who works there."""
    return bool(named.search(fold(head[:LONGEST]).text)) and not PERSONAL.search(head)
