"""What hangs on each reading of an unclear clause: what AskFirst does by it, a page that it changes, and its number if any. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from askfirst.procedure.clause import Strength
from askfirst.procedure.here import SHIPPED
from askfirst.procedure.page import Page

__all__ = ["Hang", "hangs"]


@dataclass(frozen=True, slots=True)
class Hang:
    """`says` is for staff; `months` is the default of a number that a Trust may set itself, None where there is none."""

    id: str
    says: str
    page: str
    months: int | None = None
    strength: Strength | None = None  # it is read so only where an edition has its clause as this; None: of any strength


@cache
def hangs() -> Mapping[str, Hang]:
    """By the id of the reading. Raises BadPack."""
    page = Page(SHIPPED / "hangs.toml")
    page.fields(None, page.held, {"hang": list})
    found = {}
    for line, table in page.tables("hang", page.held["hang"]):
        page.fields(line, table, {"id": str, "staff": str, "page": str}, {"months": int, "strength": str})
        row: Mapping[str, Any] = table
        strength = Strength(page.one_of(line, "strength", row["strength"], list(Strength))) if "strength" in row else None
        found[row["id"]] = Hang(row["id"], row["staff"], row["page"], row.get("months"), strength)
    return found
