"""What AskFirst settles where the procedure is silent on how things are done: each with its words, and why it stays, if it must. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from askfirst.procedure.here import SHIPPED
from askfirst.procedure.page import Page

__all__ = ["Ruling", "rulings"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """`says` is its name, `words` what AskFirst does, for staff. `stays` is why no trust may turn it off; "" where it may be set."""

    id: str
    says: str
    words: str
    stays: str
    page: str


@cache
def rulings() -> Mapping[str, Ruling]:
    """By id, in the order of the file. Raises BadPack."""
    page = Page(SHIPPED / "rulings.toml")
    page.fields(None, page.held, {"ruling": list})
    found = {}
    for line, table in page.tables("ruling", page.held["ruling"]):
        page.fields(line, table, {"id": str, "problem": str, "reading": str, "page": str}, {"staff": str})
        row: Mapping[str, Any] = table
        found[row["id"]] = Ruling(row["id"], row["problem"], row["reading"], row.get("staff", ""), row["page"])
    return found
