"""Is this page ours? One look into the register by a keyed hash, the same work whatever the answer is; nothing is written.

The name of an official page stands beside it, as whoever made it official gave it for everybody to read (docs/decisions/0017).
What is not in it is not known, be it made up or somebody's own page that they have told of: the answer is one and the same (ruling 3).
Source: workflows.md 3.4 and 3.19, HYB-1, BLG-5.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from hashlib import sha256
from pathlib import Path

from askfirst.people.holding import todays_trust
from askfirst.sites.addresses import BadAddress, note_on, one_spelling
from askfirst.sites.models import Listing, PublicName, Spelled
from askfirst.trail import keyfile
from askfirst.words import Sentence, say

__all__ = [
    "Answer",
    "BadAddress",
    "Found",
    "Listed",
    "answer_json",
    "call",
    "called",
    "drop",
    "forget",
    "known_as",
    "look_up",
    "mark_of",
    "mark_of_name",
    "marked_by",
    "marks_are",
    "put",
    "rows",
    "spelling",
    "word_of",
]

KEY = "register.key"
BYTES = 24
SPELLS = tuple(Path(__file__).with_name(name) for name in ("addresses.py", "services.py"))
"""Where spellings are told."""
STAFF = say("A member of staff")


class Answer(StrEnum):
    """What can be said of a page. The order is which wins, where two rows name one page."""

    NOT_OURS = "not-ours"
    OFFICIAL = "official"
    PAST = "past"
    UNKNOWN = "unknown"

    @property
    def says(self) -> Sentence:
        return SAYS[self]


SAYS: Mapping[Answer, Sentence] = {
    Answer.OFFICIAL: say("Official"),
    Answer.PAST: say("Official, no longer in use"),
    Answer.NOT_OURS: say("Not ours"),
    Answer.UNKNOWN: say("We don’t know this page. It may still be real."),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """What a case says of a page. `page`: as `mark_of` gives it; `school` and `keeper`: their references, "" for the Trust and nobody."""

    page: str
    answer: Answer
    school: str = ""
    keeper: str = ""
    checked_on: date | None = None
    ended_on: date | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An answer. `page`: its one spelling, "" where we do not know it; `role`: of whoever keeps it, never a name."""

    answer: Answer
    page: str = ""
    school: str = ""
    role: str = ""
    checked_on: date | None = None
    ended_on: date | None = None
    name: str = ""
    note: Sentence | None = None  # of the address that was typed, and of nothing that is known of it


NOT_KNOWN = Found(Answer.UNKNOWN)
HELD = ("answer", "school_id", "school__name", "keeper__title", "checked_on", "ended_on", "name")
"""What an answer needs of a row."""


def mark_of(address: str) -> str:
    """The keyed hash by which a page is known here. Raises BadAddress, NoKey."""
    return _mark(one_spelling(address))


def _mark(page: str) -> str:
    return hmac.digest(keyfile.key(KEY), b"askfirst.sites.register.1" + page.encode(), "sha256")[:BYTES].hex()


@cache
def spelling() -> str:
    """A digest of the table and the rules by which an address gets its one spelling: another wherever one of them is changed."""
    return sha256(b"".join(path.read_bytes() for path in SPELLS)).hexdigest()[:16]


def marked_by() -> str:
    """The digest of the table by which the pages of cases are marked; "" where none was ever written down."""
    return next(iter(Spelled.objects.values_list("table", flat=True)), "")


def marks_are(table: str, *, at: datetime) -> None:
    """The pages of cases are marked by that table from now on."""
    Spelled.objects.update_or_create(pk=1, defaults={"table": table, "at": at})


def mark_of_name(name: str) -> str:
    """The keyed hash by which a case knows under which name its page is shown. Raises NoKey."""
    return hmac.digest(keyfile.key(KEY), b"askfirst.sites.name.1" + name.encode(), "sha256")[:BYTES].hex()


def word_of(case: str) -> str:
    """The word that shows, where it stands on the page of a case, that its keeper runs it. Raises NoKey."""
    return "askfirst-" + hmac.digest(keyfile.key(KEY), b"askfirst.sites.word.1" + case.encode(), "sha256").hex()[:20]


def look_up(address: str) -> Found:
    """What the register says of an address, an @name and its app, or a share link. Raises BadAddress, NoKey.

    The same two queries whatever the answer is: how long it takes says nothing of a page.
    """
    page = one_spelling(address)
    note = note_on(page)
    rows = Listing.objects.filter(page=_mark(page)).order_by("id").values_list(*HELD)
    found, trust = list(rows), todays_trust()
    if not found:
        return replace(NOT_KNOWN, note=note) if note else NOT_KNOWN
    order = list(Answer)
    answer, school_id, school_name, title, checked_on, ended_on, name = min(found, key=lambda one: order.index(Answer(one[0])))
    said = Answer(answer)
    if said is Answer.NOT_OURS:
        return Found(said, page, note=note)
    place = trust.school(school_id) if school_id else None
    school = place.name if place else school_name or trust.name
    if said is Answer.PAST:
        return Found(said, page, school, ended_on=ended_on, name=name, note=note)
    return Found(said, page, school, title or str(STAFF), checked_on, name=name, note=note)


def answer_json(found: Found) -> dict[str, str | None]:
    """The same for every face; what there is not is null."""
    return {
        "answer": found.answer.value,
        "says": str(found.answer.says),
        "page": found.page or None,
        "name": found.name or None,
        "school": found.school or None,
        "role": found.role or None,
        "last_checked": found.checked_on.isoformat() if found.checked_on else None,
        "ended_on": found.ended_on.isoformat() if found.ended_on else None,
        "note": str(found.note) if found.note else None,
    }


def known_as(page: str, *, but: str) -> frozenset[Answer]:
    """What cases other than `but` say of a page."""
    return frozenset(Answer(one) for one in Listing.objects.filter(page=page).exclude(case=but).values_list("answer", flat=True))


def put(case: str, listed: Listed) -> None:
    """What a case says now, in the caller's transaction."""
    held = _fields(listed)
    if not Listing.objects.filter(case=case, **held).exists():
        Listing.objects.update_or_create(case=case, defaults=held)


def drop(case: str) -> None:
    """A case says nothing of a page any more. The name that it was shown under is kept, for when it does again."""
    Listing.objects.filter(case=case).delete()


def forget(case: str) -> None:
    """Nothing of a case is known here any more."""
    drop(case)
    PublicName.objects.filter(case=case).delete()


def call(case: str, name: str) -> None:
    """Under which name everybody reads the page of a case from now on, in the caller's transaction."""
    PublicName.objects.update_or_create(case=case, defaults={"name": name})


def called(case: str) -> str:
    """The name that a page is, or was, shown under; "" where nobody has given one."""
    return next(iter(PublicName.objects.filter(case=case).values_list("name", flat=True)), "")


def _fields(listed: Listed) -> dict[str, object]:
    return {
        "page": listed.page,
        "answer": listed.answer.value,
        "school_id": listed.school or None,
        "keeper_id": listed.keeper or None,
        "checked_on": listed.checked_on,
        "ended_on": listed.ended_on,
        "name": listed.name,
    }


def rows() -> dict[str, Listed]:
    """Every row, by the case's reference. Linear in the register."""
    return {
        one.case: Listed(one.page, Answer(one.answer), one.school_id or "", one.keeper_id or "", one.checked_on, one.ended_on, one.name)
        for one in Listing.objects.order_by("id")
    }
