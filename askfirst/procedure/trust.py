"""What a pack tells about its trust: names, brand words, schools, who to ring. Facts that are public anyway."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["BrandWord", "School", "Trust", "load_trust"]

PACKS = Path(__file__).parent / "packs"


@dataclass(frozen=True, slots=True)
class BrandWord:
    """A name of the trust or a school. Ambiguous: an ordinary word or a place as well."""

    term: str
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class School:
    id: str
    name: str
    phase: str
    phone: str
    domain: str
    student_word: str
    safeguarding_lead: str
    acceptable_use: str  # address of the school's own Acceptable Use guidelines


@dataclass(frozen=True, slots=True)
class Trust:
    id: str
    name: str
    domain: str
    disclaimer: str  # the wording to copy
    duty_phone: str
    duty_email: str
    data_protection_officer: str
    schools: tuple[School, ...]
    brands: tuple[BrandWord, ...]


@cache
def load_trust(trust: str = "ridgeway") -> Trust:
    """The trust's own facts. Raises FileNotFoundError for a trust without a pack."""
    held = tomllib.loads((PACKS / trust / "trust.toml").read_text(encoding="utf-8"))
    schools = tuple(School(**school) for school in held.pop("schools"))
    brands = tuple(BrandWord(**brand) for brand in held.pop("brands"))
    return Trust(**held, schools=schools, brands=brands)
