"""Everything that communications may show to an app or site, or to the police, about a page that pretends to be ours.

Where it is and whose it pretends to be, how the site is told, the letter, each day on which somebody looked and what came of it, and what
lies beside the case with its SHA-256. Nobody is named in it but who made it: not who told us, and nobody as the page's maker.
Source: workflows.md 3.19, reading A55.
"""

from collections.abc import Mapping

from askfirst.casework.kinds.impostor import CHECK_ON, OPENING
from askfirst.casework.kinds.impostor_letter import letter_of
from askfirst.casework.kinds.impostor_route import route_of
from askfirst.casework.reading import OpenFile
from askfirst.casework.whose import hats_of
from askfirst.casework.workflow import Hat, Taken
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing
from askfirst.people.holding import todays_trust
from askfirst.procedure.impostor_routes import ImpostorRoute
from askfirst.records.pack_parts import Data, answers, moment
from askfirst.sites.addresses import BadAddress, one_spelling
from askfirst.words import say

__all__ = ["COPY_FOR", "may_pack", "parts_of"]

COPY_FOR = say("Whoever helps: the app or site, or the police")
NOT_CONFIRMED = say("We could not confirm these steps, so look for yourself.")
MAY = frozenset({Hat.ASKED, Hat.HANDLED, Hat.COMMUNICATIONS})
TOLD = ("what", "children")
"""Of what was answered at the beginning, what helps whoever reads the pack; the address has a place of its own, and words name people."""
LOOKED = ("not-ours", "still-up", "site-refused", "down", "is-back")
KEPT = frozenset({"reported_on", "number", "check_on"})


def may_pack(opened: OpenFile, by: Standing) -> bool:
    """Whether this reader looks after it."""
    return opened.case.kind == "impostor" and bool(hats_of(opened.found, by)[0] & MAY)


def parts_of(opened: OpenFile) -> Data:
    """What such a pack holds beside its head and the things that lie there."""
    told, look = opened.papers.get("details", {}), opened.file.last(CHECK_ON)
    address = str(told.get("address", ""))
    route = route_of(address)
    return {
        "account": _account(address),
        "told": answers(tuple(field for field in OPENING if field.id in TOLD), told),
        "links": [
            {
                "number": 1,
                "link": address,
                "stands": str(opened.workflow.states[opened.case.state]),
                "looked_at": [{"on": moment(one.at), "stands": _stood(opened, one)} for one in opened.file.of(*LOOKED)],
            }
        ],
        "route": _route(route),
        "look_again_on": look.of if look is not None and opened.case.closes_at is None else None,
        "letter": _letter(opened, told, route),
        "came": [_came(opened, one) for one in opened.file.of(*LOOKED) if one.step != "down"],
    }


def _account(address: str) -> str | None:
    """The page in one spelling, which holds the account's name; None for what has none."""
    try:
        return one_spelling(address)
    except BadAddress:
        return None


def _letter(opened: OpenFile, told: Mapping[str, object], route: ImpostorRoute | None) -> str:
    day = london_day(opened.case.opened_at).isoformat()
    return letter_of(told, trust=todays_trust().name, told_on=day, rule=route.rule if route else "")


def _route(route: ImpostorRoute | None) -> list[Data]:
    """How the app or site is told, with where it says so and as of when; empty for a site of its own."""
    if route is None:
        return []
    return [
        {
            "says": list(route.says),
            "note": str(NOT_CONFIRMED) if route.to_confirm else None,
            "at": route.at or None,
            "checked_on": route.checked_on.isoformat(),
            "seen_in": route.source,
            "link": route.link,
        }
    ]


def _stood(opened: OpenFile, taken: Taken) -> str:
    row = opened.workflow.step(taken.step)
    return str(row.done) if row else ""


def _came(opened: OpenFile, taken: Taken) -> Data:
    """The days and the number of the report. A note is for whoever told us, and stays here."""
    row = opened.workflow.step(taken.step)
    words: Mapping[str, object] = opened.papers.get("step-%d" % taken.sequence, {})
    return {"on": moment(taken.at), "says": answers(tuple(one for one in row.fields if one.id in KEPT) if row else (), words)}
