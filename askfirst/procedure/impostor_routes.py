"""How each service is told of a page that pretends to be ours: the steps, where, which of its own rules, who says so and as of when. Pure.

The table is facts/impostors.toml, dated as every fact is. Where nobody could confirm the steps, `to_confirm` is set and every face says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from askfirst.procedure.dated import FACTS
from askfirst.procedure.dated_rows import Row, rows
from askfirst.words import say

__all__ = ["ImpostorRoute", "load_routes", "the_routes"]

HTTPS = "https://"


@dataclass(frozen=True, slots=True)
class ImpostorRoute:
    """`id`: the service's, as the register and the guides know it. `says`: the steps in order. `rule`: what the letter says of its rules.

    `at`: its own page for this, "" where none is known; `link`: where a person reads what `source` names. Both start with https://.
    """

    id: str
    name: str
    says: tuple[str, ...]
    rule: str
    source: str
    link: str
    checked_on: date
    at: str = ""
    to_confirm: bool = False


def load_routes(path: Path) -> Mapping[str, ImpostorRoute]:
    """Every route of the file, by its service. Raises BadFacts: not whole, a service twice, no step, or a link that is no https://."""
    found: dict[str, ImpostorRoute] = {}
    for row in rows(path, "route"):
        one = _route(row)
        if one.id in found:
            raise row.bad(say("{id} is here twice", id=one.id))
        found[one.id] = one
    return found


def _route(row: Row) -> ImpostorRoute:
    one = ImpostorRoute(
        id=row.take("id", str),
        name=row.take("name", str),
        says=row.names("says"),
        rule=row.take("rule", str),
        source=row.take("source", str),
        link=row.take("link", str),
        checked_on=row.take("checked_on", date),
        at=row.take("at", str, ""),
        to_confirm=row.take("to_confirm", bool, False),
    )
    row.done()
    if not one.says:
        raise row.bad(say("{id} has no step", id=one.id))
    for address in filter(None, (one.link, one.at)):
        if not address.startswith(HTTPS):
            raise row.bad(say("{address} does not start with https://", address=address))
    return one


@cache
def the_routes() -> Mapping[str, ImpostorRoute]:
    """The routes that come with AskFirst."""
    return load_routes(FACTS / "impostors.toml")
