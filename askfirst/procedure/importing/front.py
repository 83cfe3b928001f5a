"""What stands at the head of a procedure: its name, whose it is, who approved it and when, when it is to be looked at again. Pure."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from askfirst.procedure.importing.sentences import sentences

__all__ = ["DAY", "Front", "dates_line", "dates_lines", "front_of", "tells_of", "title_of"]

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = "(" + "|".join("%s(?:t?|%s)" % (month[:3], month[3:]) for month in MONTHS) + ")"
DAY = re.compile(
    r"\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?" + _MONTH + r"\.?,?\s+(\d{4})\b|\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b", re.IGNORECASE
)
APPROVED = re.compile(r"\b(?:approved|adopted|agreed|authorised|ratified|signed off)\b", re.IGNORECASE)
BY = re.compile(r"\bby\b:?\s*(?:the\s+)?([^:;,.\d]{3,60})", re.IGNORECASE)
REVIEW = re.compile(r"\b(?:review(?:ed|s)?|revis(?:ed|ion|it)|renewal|(?:looked at|read) again|valid until)\b", re.IGNORECASE)
WHOSE = re.compile(r"\b(?:trust|academy|academies|school|schools|college|federation)\b", re.IGNORECASE)
SORT = re.compile(r"\b(?:policy|procedure|guidance|guidelines|code|charter|agreement|rules)\b", re.IGNORECASE)
LONGEST_TITLE = 200  # letters; more than that is no name of a document
LONGEST = 16  # words of a line of dates
LABEL = 3  # words beside it, such as its number


@dataclass(frozen=True, slots=True)
class Front:
    """Empty or None where the document does not say. `review_due` is the last day of its month where only a month is named."""

    title: str = ""
    trust: str = ""
    approved_by: str = ""
    approved_on: date | None = None
    review_due: date | None = None


def _day(words: str, *, last: bool) -> date | None:
    found = DAY.search(words)
    if found is None:
        return None
    if found[6]:
        day, month, year = int(found[4]), int(found[5]), int(found[6])
    else:
        year = int(found[3])
        month = next(at for at, name in enumerate(MONTHS, 1) if name.startswith(found[2].lower()[:3]))
        day = int(found[1]) if found[1] else monthrange(max(year, 1), month)[1] if last else 1
    try:
        return date(year, month, day)
    except ValueError:
        return None


def dates_line(words: str) -> bool:
    """Whether this line tells who approved a document, or when it is looked at again, and no more."""
    return (
        len(words.split()) <= LONGEST and bool(APPROVED.search(words) or REVIEW.search(words)) and (":" in words or bool(DAY.search(words)))
    )


def dates_lines(words: str) -> list[str]:
    """A line that tells so, cut where it tells two things, as who approved it and when it is due; empty where it tells others."""
    found, before = [], ""
    for one in sentences(words):
        if not dates_line(one) and len(one.split()) > LABEL:
            return [words] if dates_line(words) else []
        before = (before + " " + one).strip()
        if dates_line(one):
            found.append(before)
            before = ""
    return [*found[:-1], (found[-1] + " " + before).strip()] if found else [words] if dates_line(words) else []


def tells_of(words: str) -> str:
    """What a line of dates tells, in the words by which it is known: "approved", "review"."""
    return " ".join(word for word, sign in (("approved", APPROVED), ("review", REVIEW)) if sign.search(words))


def title_of(lines: list[str]) -> str:
    """The line that says what sort of document it is, else the first that is no trust's or school's name; "" where none is short enough."""
    short = [one for one in lines if len(one) <= LONGEST_TITLE]
    named = [one for one in short if SORT.search(one) and ":" not in one]
    others = [one for one in short if not WHOSE.search(one)]
    return next(iter([*named, *others, *short]), "")


def front_of(lines: list[str], title: str, dated: list[str]) -> Front:
    """From the lines at the head but the title, and the lines of dates wherever they stand."""
    approved = next((one for one in dated if APPROVED.search(one)), "")
    review = next((one[found.start() :] for one in dated if (found := REVIEW.search(one))), "")
    by = BY.search(approved)
    return Front(
        title=title,
        trust=next((one for one in lines if WHOSE.search(one) and not DAY.search(one) and ":" not in one), ""),
        approved_by=" ".join(by[1].split()) if by else "",
        approved_on=_day(approved, last=False),
        review_due=_day(review, last=True),
    )
