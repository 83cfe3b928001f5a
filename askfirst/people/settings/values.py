"""What a setting may hold: each kind of value read from what somebody typed, and written out again. Pure.

Bad input is one sentence: what, why, what next. Lists stand one to a line. Days are taken as 23/11/2026 and as 2026-11-23.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from askfirst.people.calendar import date_text, read_date
from askfirst.procedure.links import BadLink, read_link
from askfirst.procedure.trust import BrandWord
from askfirst.words import Sentence, say

__all__ = [
    "BadSetting", "Blank", "Kind", "Term", "brands_in", "brands_text", "days_in", "days_text", "read_day", "read_value",
    "terms_in", "terms_text",
]  # fmt: skip

OLDEST, NEWEST = date(2000, 1, 1), date(2200, 1, 1)
MOST_LINES = 200
PHONE = re.compile(r"\+?[0-9][0-9 ()/-]{4,24}[0-9]")
MAIL = re.compile(r"[^@\s<>,;:\"\\]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}")
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")
SLUG = re.compile(r"[a-z][a-z0-9-]{1,38}[a-z0-9]")
UNSEEN = re.compile("[\\x00-\\x09\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
AMBIGUOUS, MOTTO = "ordinary word too", "motto"


class BadSetting(ValueError):
    """A value that cannot be: of which part of the setting, and why; one sentence for the person."""

    def __init__(self, field: str, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.field, self.sentence = field, sentence


class Kind(StrEnum):
    LINE = "line"
    AREA = "area"
    PHONE = "phone"
    MAIL = "mail"
    HOST = "host"
    LINK = "link"
    DAY = "day"
    NUMBER = "number"
    CHOICE = "choice"
    SLUG = "slug"
    BRANDS = "brands"
    TERMS = "terms"
    DAYS = "days"
    ROLES = "roles"

    @property
    def tall(self) -> bool:
        """Whether it takes several lines."""
        return self in (Kind.AREA, Kind.BRANDS, Kind.TERMS, Kind.DAYS, Kind.ROLES)


@dataclass(frozen=True, slots=True)
class Blank:
    """One part of a setting as it is asked for. `choices` are (value, words); `least` and `most` are for a number."""

    id: str
    says: Sentence
    kind: Kind = Kind.LINE
    hint: Sentence | None = None
    needed: bool = True
    choices: tuple[tuple[str, Sentence], ...] = ()
    longest: int = 200  # characters
    least: int = 1
    most: int = 100


@dataclass(frozen=True, slots=True)
class Term:
    """Both ends included, and its half-term."""

    name: str
    starts: date
    ends: date
    half_starts: date
    half_ends: date


def read_value(blank: Blank, given: object) -> str:
    """What was typed, as it is kept; "" for what may be empty. Raises BadSetting."""
    if given is None:
        given = ""
    if not isinstance(given, str):
        raise BadSetting(blank.id, say("Give this as text."))
    text = given.replace("\r\n", "\n").strip()
    if UNSEEN.search(text) or ("\n" in text and not blank.kind.tall):
        raise BadSetting(blank.id, say("This holds marks that cannot be seen. Type it again."))
    if len(text) > blank.longest:
        raise BadSetting(blank.id, say("This is {long} characters long. Write {most} at most.", long=len(text), most=blank.longest))
    if not text:
        if blank.needed:
            raise BadSetting(blank.id, say("This is empty. Fill it in: {what}", what=blank.says))
        return ""
    if not blank.kind.tall:
        text = " ".join(text.split())
    try:
        return READERS.get(blank.kind, _as_it_is)(blank, text)
    except BadLink as problem:
        raise BadSetting(blank.id, problem.sentence) from None


def _as_it_is(_: Blank, text: str) -> str:
    return text


def _like(pattern: re.Pattern[str], why: Sentence, *, low: bool = False) -> Callable[[Blank, str], str]:
    def read(blank: Blank, text: str) -> str:
        text = text.lower() if low else text
        if not pattern.fullmatch(text):
            raise BadSetting(blank.id, why)
        return text

    return read


def _link(blank: Blank, text: str) -> str:
    found = read_link(text)
    if not found.is_web or not text.startswith(("https://", "http://")) or " " in text:
        raise BadSetting(blank.id, say("This is no address of a page. Write one that starts with https://."))
    return text


def _choice(blank: Blank, text: str) -> str:
    if text not in {value for value, _ in blank.choices}:
        known = ", ".join(value for value, _ in blank.choices)
        raise BadSetting(blank.id, say("That is not one of the choices. Choose one of: {known}.", known=known))
    return text


def _number(blank: Blank, text: str) -> str:
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and blank.least <= int(text) <= blank.most):
        raise BadSetting(blank.id, say("Give a whole number from {least} to {most}.", least=blank.least, most=blank.most))
    return str(int(text))


def read_day(text: str) -> date | None:
    """A day as a person writes it; None for what is none."""
    day = read_date(text)
    return day if day is not None and OLDEST <= day < NEWEST else None


def _day(blank: Blank, text: str) -> str:
    day = read_day(text)
    if day is None:
        raise BadSetting(blank.id, say("We cannot read this date. Write it as in 23/11/2026."))
    return day.isoformat()


def _lines(blank: Blank, text: str) -> list[tuple[int, list[str]]]:
    """Each line that is not empty, by its number, in its parts."""
    lines = [(at, [part.strip() for part in line.split(",")]) for at, line in enumerate(text.split("\n"), 1) if line.strip()]
    if len(lines) > MOST_LINES:
        raise BadSetting(blank.id, say("These are {many} lines. Give {most} at most.", many=len(lines), most=MOST_LINES))
    return lines


def _brands(blank: Blank, text: str) -> str:
    found: dict[str, BrandWord] = {}
    for at, (term, *marks) in _lines(blank, text):
        if not term or len(term) > 100 or any(mark not in (AMBIGUOUS, MOTTO) for mark in marks):
            hint = say("“{one}” or “{other}”", one=AMBIGUOUS, other=MOTTO)
            raise BadSetting(blank.id, say("We cannot read line {line}. Write a name, and after a comma {hint}.", line=at, hint=hint))
        if term.casefold() in found:
            raise BadSetting(blank.id, say("The name on line {line} stands twice. Take one of the two out.", line=at))
        found[term.casefold()] = BrandWord(term, AMBIGUOUS in marks, MOTTO in marks)
    return brands_text(found.values())


def brands_text(brands: Iterable[BrandWord]) -> str:
    """One to a line, as they are typed."""
    return "\n".join(", ".join([one.term, *([AMBIGUOUS] * one.ambiguous), *([MOTTO] * one.motto)]) for one in brands)


def brands_in(text: str) -> tuple[BrandWord, ...]:
    """Of what `read_value` gave."""
    parts = [[part.strip() for part in line.split(",")] for line in text.split("\n") if line.strip()]
    return tuple(BrandWord(term, AMBIGUOUS in marks, MOTTO in marks) for term, *marks in parts)


def _terms(blank: Blank, text: str) -> str:
    found = []
    for at, parts in _lines(blank, text):
        days = [read_day(part) for part in parts[1:]]
        if len(parts) != 5 or not parts[0] or None in days:
            why = say("We cannot read line {line}. Write the name and four days, with commas between them.", line=at)
            raise BadSetting(blank.id, why)
        starts, ends, half_starts, half_ends = (day for day in days if day)
        if not starts <= half_starts <= half_ends <= ends:
            raise BadSetting(blank.id, say("The days on line {line} are not in order. Half-term lies inside its term.", line=at))
        found.append(Term(parts[0][:60], starts, ends, half_starts, half_ends))
    found.sort(key=lambda term: term.starts)
    for one, after in pairwise(found):
        if after.starts <= one.ends:
            raise BadSetting(blank.id, say("{one} and {after} overlap. Look at their days again.", one=one.name, after=after.name))
    return terms_text(found)


def terms_text(terms: Sequence[Term]) -> str:
    """One to a line, as they are typed."""
    rows = ((one.name, *(date_text(day) for day in (one.starts, one.ends, one.half_starts, one.half_ends))) for one in terms)
    return "\n".join(", ".join(row) for row in rows)


def terms_in(text: str) -> tuple[Term, ...]:
    """Of what `read_value` gave."""
    rows = [[part.strip() for part in line.split(",")] for line in text.split("\n") if line.strip()]
    return tuple(Term(name, *(read_day(day) or OLDEST for day in days)) for name, *days in rows)


def _days(blank: Blank, text: str) -> str:
    found = set()
    for at, parts in _lines(blank, text):
        for part in parts:
            day = read_day(part)
            if day is None:
                raise BadSetting(blank.id, say("We cannot read line {line}. Write each day as in 23/11/2026.", line=at))
            found.add(day)
    return days_text(found)


def _roles(blank: Blank, text: str) -> str:
    """A role to a line, each with its reason: a rule for a role that nobody can say why of is none (MAN-4)."""
    lines = [line.strip() for line in text.split("\n")]
    for at, (role, _, why) in enumerate((line.partition(":") for line in lines), 1):
        if bool(role.strip()) != bool(why.strip()):
            raise BadSetting(blank.id, say("Line {line} has no reason. Write the role, a colon, and why.", line=at))
    return "\n".join(line for line in lines if line)


def days_text(days: Iterable[date]) -> str:
    """One to a line, the first one first."""
    return "\n".join(date_text(day) for day in sorted(days))


def days_in(text: str) -> frozenset[date]:
    """Of what `read_value` gave."""
    return frozenset(day for day in map(read_day, text.split("\n")) if day)


READERS: Mapping[Kind, Callable[[Blank, str], str]] = {
    Kind.PHONE: _like(PHONE, say("This is no telephone number. Write it in figures, such as 01632 960100.")),
    Kind.MAIL: _like(MAIL, say("This is no mail address. Write it like office@trust.example.")),
    Kind.HOST: _like(HOST, say("This is no domain. Write it without https://, such as trust.example."), low=True),
    Kind.SLUG: _like(SLUG, say("Use small letters, figures and hyphens, such as hill-school."), low=True),
    Kind.LINK: _link,
    Kind.CHOICE: _choice,
    Kind.NUMBER: _number,
    Kind.DAY: _day,
    Kind.BRANDS: _brands,
    Kind.TERMS: _terms,
    Kind.DAYS: _days,
    Kind.ROLES: _roles,
}
