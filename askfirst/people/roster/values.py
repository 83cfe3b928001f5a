"""What stands in a cell, by its column: an id, a day, a mail address, a share; pure."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from askfirst.people.roster.columns import KINDS, YEARS
from askfirst.words import Sentence, say

__all__ = ["BadCell", "a_class", "a_day", "a_kind", "a_mail", "a_share", "a_username", "a_year", "an_id", "several"]

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@/-]{0,79}", re.ASCII)
MAIL = re.compile(r"[^@\s<>,;:\"\\()\[\]]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", re.ASCII)
CLASS = re.compile(r"[^:;\s]([^:;]{0,18}[^:;\s])?")
WRITTEN_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
BRITISH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
OLDEST, NEWEST = date(1900, 1, 1), date(2200, 1, 1)


class BadCell(ValueError):
    """A cell we cannot use. `sentence` is for the person."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


def several(text: str) -> list[str]:
    return [one for part in text.split(";") if (one := part.strip())]


def an_id(text: str) -> str:
    if not ID.fullmatch(text):
        raise BadCell(say("An id has letters, digits, dots and dashes only, at most 80. Mend it."))
    return text


def a_username(text: str) -> str:
    if any(one.isspace() for one in text) or len(text) > 150:
        raise BadCell(say("A username has no spaces, and at most 150 characters. Mend it."))
    return text


def a_kind(text: str) -> str:
    if text.casefold() not in KINDS:
        raise BadCell(say("This is none of: staff, student, trustee, parent, outside. Choose one."))
    return text.casefold()


def a_mail(text: str) -> str:
    if not MAIL.fullmatch(text):
        raise BadCell(say("This is no mail address. Mend it, or leave it empty."))
    return text


def a_day(text: str) -> date:
    found = WRITTEN_DAY.fullmatch(text)
    british = BRITISH_DAY.fullmatch(text)
    try:
        if found:
            day = date(*(int(part) for part in found.groups()))
        elif british:
            day = date(*(int(part) for part in reversed(british.groups())))
        else:
            raise ValueError
    except ValueError:
        raise BadCell(say("This is no day. Write it like 2026-09-01 or 01/09/2026.")) from None
    if not OLDEST <= day < NEWEST:
        raise BadCell(say("This day is too far away to be right. Mend the year."))
    return day


def a_year(text: str) -> int:
    if text.casefold() in ("r", "reception"):
        return 0
    number = text.casefold().removeprefix("year").strip()
    if not (number.isascii() and number.isdigit() and int(number[:4]) in YEARS):
        raise BadCell(say("This is no year. Write 0 for Reception, or 1 to 13."))
    return int(number)


def a_class(text: str) -> str:
    if not CLASS.fullmatch(text):
        raise BadCell(say("A class has at most 20 characters and no colon. Mend it."))
    return text


def a_share(text: str) -> Decimal:
    try:
        share = Decimal(text)
    except InvalidOperation:
        share = Decimal(0)
    if not (share.is_finite() and 0 < share <= 1 and share == share.quantize(Decimal("0.01"))):
        raise BadCell(say("A share of full time is a number from 0.01 to 1, like 0.6. Mend it."))
    return share.quantize(Decimal("0.01"))
