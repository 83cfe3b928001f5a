"""What a pack tells about its trust: names, brand words, schools, who to ring. Facts that are public anyway.

A trust that begins with nothing needs its id, its name, its domain and whom to ring; the rest comes through its settings.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from askfirst.procedure.here import TRUST, pack
from askfirst.procedure.page import BadPack, Page, shown
from askfirst.words import say

__all__ = [
    "CHAIR_TITLE",
    "HEAD_OF_YEAR",
    "LEAD_TITLE",
    "STUDENT",
    "BrandWord",
    "Linked",
    "School",
    "Tried",
    "Trust",
    "load_trust",
    "names_as_brands",
    "of_pack",
    "read_trust",
]

HEAD_OF_YEAR, STUDENT = "Head of Year", "student"
LEAD_TITLE, CHAIR_TITLE = "Executive Headteacher", "Chair of Trustees"


@dataclass(frozen=True, slots=True)
class BrandWord:
    """A name of the trust or a school. Ambiguous: an ordinary word or a place as well."""

    term: str
    ambiguous: bool
    motto: bool = False  # words that the school goes by: met in the name of a page alone


@dataclass(frozen=True, slots=True)
class Linked:
    """A school's own document, as somebody last looked at it: its version in their words, and the day (INT-3, DIS-2)."""

    id: str
    version: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class School:
    id: str
    name: str
    phase: str
    phone: str
    domain: str
    student_word: str = STUDENT  # what a student is called there
    safeguarding_lead: str = ""
    checked_on: date | None = None  # when the lead and the phone were last looked at
    acceptable_use: str = ""  # address of the school's own Acceptable Use guidelines
    disciplinary: str = ""  # address of the Disciplinary Procedure on the school's page of policies (DIS-2)
    behaviour: str = ""  # address of the school's behaviour policy, on which its power over conduct at home rests (A50)
    latitude: float | None = None  # where it stands, in degrees, so that a photo's place can be told from it; None: not said
    longitude: float | None = None
    pastoral_lead_title: str = HEAD_OF_YEAR  # what a Head of Year is called there
    versions: tuple[Linked, ...] = ()  # of the documents above, as somebody last looked at them

    def linked(self, id: str) -> Linked:
        """What is known of one of its documents: acceptable_use, disciplinary or behaviour."""
        return next((one for one in self.versions if one.id == id), Linked(id))


@dataclass(frozen=True, slots=True)
class Tried:
    """A link the procedure gives, as somebody at the Trust last tried it, and what is read instead (A18)."""

    clause: str
    link: str
    tried_on: date
    opened: bool
    instead: str  # an address that the Trust has named
    instead_says: str  # its title
    named_on: date


@dataclass(frozen=True, slots=True)
class Trust:
    id: str
    name: str
    domain: str
    duty_phone: str
    duty_email: str
    disclaimer: str = ""  # the wording to copy
    data_protection_officer: str = ""
    register_of_interests: str = ""  # address of the statutory register, which lies elsewhere (WEB-5)
    secondary_employment: str = ""  # address of HR's own rule on paid work beside a post (WEB-6)
    schools: tuple[School, ...] = ()
    brands: tuple[BrandWord, ...] = ()
    tried: tuple[Tried, ...] = ()
    approver_seat: str = "trust-lead"  # who agrees to an edition of the procedure, by the scheme of delegation (A54)
    approver_role: str = ""  # what that role is called there, whatever its holder's title is; "" by the title of the seat
    lead_title: str = LEAD_TITLE  # of whoever leads the trust, as everybody reads it
    duty_label: str = "Duty contact"
    values: str = ""  # what the schools stand for, a line each (INT-5)
    policies: str = ""  # address at which policies are published: what stands there is not confidential (BLG-2)
    standing_reasons: str = ""  # roles so sensitive that a rule may be needed, and why, a line each (MAN-4)

    def reading_for(self, clause: str) -> Tried | None:
        """What is known of the link of a clause; None where nobody at the Trust has tried it."""
        return next((one for one in self.tried if one.clause == clause), None)

    @property
    def domains(self) -> tuple[str, ...]:
        """Its own, and its schools', in order of the alphabet."""
        return tuple(sorted({self.domain, *(school.domain for school in self.schools)}))

    @property
    def approver(self) -> str:
        """What whoever agrees to an edition is called: in the trust's own words, else by the title of their seat."""
        return self.approver_role or (self.lead_title if self.approver_seat == "trust-lead" else CHAIR_TITLE)

    def school(self, id: str) -> School | None:
        return next((one for one in self.schools if one.id == id), None)


WORDS = dict.fromkeys(("id", "name", "domain", "duty_phone", "duty_email"), str)
MAY = {field.name: str for field in fields(Trust) if field.type in (str, "str") and field.name not in WORDS}
LISTS = dict.fromkeys(("schools", "brands", "tried"), list)
SCHOOL = dict.fromkeys(("id", "name", "phase", "phone", "domain"), str)
OF_SCHOOL = {field.name: str for field in fields(School) if field.type in (str, "str") and field.name not in SCHOOL}
PLACE = {"checked_on": date, "latitude": float, "longitude": float}
BRAND = {"term": str, "ambiguous": bool}
TRIED = {"clause": str, "link": str, "tried_on": date, "opened": bool, "instead": str, "instead_says": str, "named_on": date}


def read_trust(path: Path) -> Trust:
    """A trust's own facts. Raises BadPack, and OSError where there is no such file."""
    page = Page(path)
    held = page.held
    page.fields(None, held, WORDS, {**MAY, **LISTS})
    schools: dict[str, School] = {}
    for line, table in page.tables("schools", held.get("schools", [])):
        page.fields(line, table, SCHOOL, {**OF_SCHOOL, **PLACE})
        row: Mapping[str, Any] = table  # its types were just looked at
        if row["id"] in schools:
            page.refuse(line, say("{id} stands twice. Give each school its own id.", id=shown(row["id"])))
        schools[row["id"]] = School(**row)
    brands = []
    for line, table in page.tables("brands", held.get("brands", [])):
        page.fields(line, table, BRAND, {"motto": bool})
        brand: Mapping[str, Any] = table
        brands.append(BrandWord(**brand))
    tried = []
    for line, table in page.tables("tried", held.get("tried", [])):
        page.fields(line, table, TRIED)
        link: Mapping[str, Any] = table
        tried.append(Tried(**link))
    words = {name: held[name] for name in (*WORDS, *MAY) if name in held}
    words.setdefault("disclaimer", str(say("These are my personal views and not those of {trust}.", trust=held["name"])))
    own = tuple(brands) or names_as_brands(held["name"], schools.values())
    return Trust(**words, schools=tuple(schools.values()), brands=own, tried=tuple(tried))


def names_as_brands(trust: str, schools: Iterable[School]) -> tuple[BrandWord, ...]:
    """Where nobody has listed names that a page may not borrow: those of the trust and of its schools."""
    return tuple(BrandWord(name, ambiguous=False) for name in dict.fromkeys([trust, *(school.name for school in schools)]))


@cache
def of_pack(folder: Path) -> Trust:
    """The trust of a folder. Raises BadPack, also where it has no trust.toml."""
    path = folder / "trust.toml"
    if not path.is_file():
        raise BadPack(path, 1, say("There is no such file. Write one, or mend {name}.", name=TRUST))
    return read_trust(path)


def load_trust() -> Trust:
    """The trust's facts as its pack has them, before any setting. Raises BadPack."""
    return of_pack(pack())
