"""What a pack tells about its trust: names, brand words, schools, who to ring. Facts that are public anyway."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from askfirst.procedure.page import Page, shown
from askfirst.words import say

__all__ = ["BrandWord", "School", "Tried", "Trust", "load_trust", "read_trust"]

PACKS = Path(__file__).parent / "packs"


@dataclass(frozen=True, slots=True)
class BrandWord:
    """A name of the trust or a school. Ambiguous: an ordinary word or a place as well."""

    term: str
    ambiguous: bool
    motto: bool = False  # words that the school goes by: met in the name of a page alone


@dataclass(frozen=True, slots=True)
class School:
    id: str
    name: str
    phase: str
    phone: str
    domain: str
    student_word: str
    safeguarding_lead: str
    checked_on: date  # when the lead and the phone were last looked at
    acceptable_use: str  # address of the school's own Acceptable Use guidelines
    disciplinary: str  # address of the Disciplinary Procedure on the school's page of policies (DIS-2)
    behaviour: str  # address of the school's behaviour policy, on which its power over conduct at home rests (A50)
    latitude: float | None = None  # where it stands, in degrees, so that a photo's place can be told from it; None: not said
    longitude: float | None = None


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
    disclaimer: str  # the wording to copy
    duty_phone: str
    duty_email: str
    data_protection_officer: str
    register_of_interests: str  # address of the statutory register, which lies elsewhere (WEB-5)
    secondary_employment: str  # address of HR's own rule on paid work beside a post (WEB-6)
    schools: tuple[School, ...]
    brands: tuple[BrandWord, ...]
    tried: tuple[Tried, ...] = ()
    approver_seat: str = "trust-lead"  # who agrees to an edition of the procedure, by the scheme of delegation (A54)
    approver_role: str = "Executive Headteacher"  # what that role is called there, whatever its holder's title is

    def reading_for(self, clause: str) -> Tried | None:
        """What is known of the link of a clause; None where nobody at the Trust has tried it."""
        return next((one for one in self.tried if one.clause == clause), None)


SCHEME = {"approver_seat": str, "approver_role": str}
WORDS = {field.name: str for field in fields(Trust) if field.type in (str, "str") and field.name not in SCHEME}
SCHOOL = {field.name: date if field.name == "checked_on" else str for field in fields(School) if field.type in (str, date, "str", "date")}
PLACE = {"latitude": float, "longitude": float}
BRAND = {"term": str, "ambiguous": bool}
TRIED = {"clause": str, "link": str, "tried_on": date, "opened": bool, "instead": str, "instead_says": str, "named_on": date}


def read_trust(path: Path) -> Trust:
    """A trust's own facts. Raises BadPack, and OSError where there is no such file."""
    page = Page(path)
    held = page.held
    page.fields(None, held, {**WORDS, "schools": list, "brands": list}, {"tried": list, **SCHEME})
    schools: dict[str, School] = {}
    for line, table in page.tables("schools", held["schools"]):
        page.fields(line, table, SCHOOL, PLACE)
        row: Mapping[str, Any] = table  # its types were just looked at
        if row["id"] in schools:
            page.refuse(line, say("{id} stands twice. Give each school its own id.", id=shown(row["id"])))
        schools[row["id"]] = School(**row)
    brands = []
    for line, table in page.tables("brands", held["brands"]):
        page.fields(line, table, BRAND, {"motto": bool})
        brand: Mapping[str, Any] = table
        brands.append(BrandWord(**brand))
    tried = []
    for line, table in page.tables("tried", held.get("tried", [])):
        page.fields(line, table, TRIED)
        link: Mapping[str, Any] = table
        tried.append(Tried(**link))
    words = {name: held[name] for name in (*WORDS, *SCHEME) if name in held}
    return Trust(**words, schools=tuple(schools.values()), brands=tuple(brands), tried=tuple(tried))


@cache
def load_trust(trust: str = "ridgeway") -> Trust:
    """The trust's own facts. Raises BadPack, and OSError for a trust without a pack."""
    return read_trust(PACKS / trust / "trust.toml")
