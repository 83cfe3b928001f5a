"""The demo trust reads its procedure: a campaign that is finished and one that runs, through the same calls as everybody's."""

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from askfirst.adoption import shown
from askfirst.adoption.campaigns import open_campaign, plan
from askfirst.adoption.editions import name_in_force
from askfirst.adoption.understood import State
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing
from askfirst.people.standing import standing
from askfirst.people.who import by_username

__all__ = ["CAMPAIGNS", "load_campaigns"]

CAMPAIGNS = Path(__file__).with_name("campaigns.toml")
PLANS = "pritchard"
ACTS = ("read", "copy", "access")
OPEN = (State.NOT_STARTED, State.READ)
"""Whoever was away on such a day pressed nothing."""


def load_campaigns(*, at: datetime) -> int:
    """How many. For an installation whose people and schools are the demo's."""
    told = tomllib.loads(CAMPAIGNS.read_text("utf-8"))["campaign"]
    for one in told:
        _tell(one, at)
    return len(told)


def _tell(one: Mapping[str, Any], now: datetime) -> None:
    opens = now - timedelta(days=one["ago"])
    first = london_day(opens)
    clerk = _as(PLANS, opens)
    ref = plan(
        clerk, edition=name_in_force(on=first), audience=one["audience"], at_schools=one["schools"], opens=first.isoformat(),
        closes=(first + timedelta(days=one["lasts"])).isoformat(), at=opens,
    )  # fmt: skip
    open_campaign(clerk, ref=ref, at=opens)
    for act in ACTS:
        for username, after in one.get(act, {}).items():
            _press(username, act, opens + timedelta(days=after))


def _press(username: str, act: str, at: datetime) -> None:
    me = _as(username, at)
    asked = shown.show(me, at=at)
    if asked is not None and asked.state in OPEN:
        shown.press(me, what=act, digest=asked.digest, at=at)


def _as(username: str, at: datetime) -> Standing:
    person = by_username(username)
    if person is None:
        raise LookupError(username)
    return standing(person.ref, on=london_day(at))
