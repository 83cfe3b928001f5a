"""The demo trust at work: its cases and campaigns are made through the same functions as everybody's, at times shortly before now."""

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from askfirst.casework.deadlines import run_due
from askfirst.casework.demo.campaigns import load_campaigns
from askfirst.casework.evidence import add_evidence
from askfirst.casework.filed import file_of
from askfirst.casework.models import Case
from askfirst.casework.onward import WENT_ON
from askfirst.casework.steps import open_case, take
from askfirst.casework.taken_away import take_away
from askfirst.people.calendar import london_day
from askfirst.people.demo import load_people
from askfirst.people.hats import Standing
from askfirst.people.standing import standing
from askfirst.people.who import by_username

__all__ = ["details_of", "load", "went_on", "words_at"]

CASES = Path(__file__).with_name("cases.toml")


def load(*, at: datetime) -> int:
    """Loads the people, then their cases and campaigns; how many cases. Raises what `load_people` raises where people are there already."""
    today = london_day(at)
    load_people(monday=today - timedelta(days=today.weekday()))
    cases = tomllib.loads(CASES.read_text("utf-8"))["case"]
    told: dict[str, str] = {}
    for case in sorted(cases, key=lambda case: -case["ago"]):
        told[case.get("label", "")] = _tell(case, at, told)
    run_due(at=at)
    load_campaigns(at=at)
    return Case.objects.count()


def _tell(case: Mapping[str, Any], now: datetime, told: Mapping[str, str]) -> str:
    """One case, opened and carried on as the story has it; its reference."""
    at = now - timedelta(hours=case["ago"])
    ref = open_case(kind=case["kind"], by=_as(case["by"], at), details=words_at(at, details_of(case, told)), at=at)
    for step in case.get("step", ()):
        _takes(ref, step, now)
    for step in case.get("then", ()):
        _takes(went_on(ref), step, now)
    return ref


def _takes(ref: str, step: Mapping[str, Any], now: datetime) -> None:
    at = now - timedelta(hours=step["ago"])
    given = words_at(at, {name: value for name, value in step.items() if name not in ("by", "ago", "step", "of")})
    if step["step"] == "beside":
        add_evidence(ref, by=_as(step["by"], at), at=at, given=given)
        return
    if step["step"] == "take-away":
        thing = int(str(given.pop("thing")))
        take_away(ref, thing, by=_as(step["by"], at), at=at, given=given, held=lambda case: False)
        return
    take(ref=ref, step=step["step"], by=_as(step["by"], at), given=given, at=at, of=step.get("of", ""))


def went_on(ref: str) -> str:
    """The case that this one opened last, for what the story tells under `then`. Raises IndexError where there is none."""
    return file_of(Case.objects.get(ref=ref)).of(WENT_ON)[-1].of


def details_of(case: Mapping[str, Any], told: Mapping[str, str]) -> dict[str, object]:
    """What a case is opened with; `told`: references by label, for a case that speaks of one told before it."""
    known = {name: value for name, value in case.items() if name not in ("kind", "by", "ago", "step", "then", "label")}
    before = {name: told[value["case"]] for name, value in known.items() if isinstance(value, Mapping) and "case" in value}
    return {**known, **before}


def words_at(at: datetime, given: Mapping[str, Any]) -> dict[str, object]:
    """The words of an opening or a step at that time: a day that stands as so many days after it becomes that day."""
    days = {name: value["in_days"] for name, value in given.items() if isinstance(value, Mapping) and "in_days" in value}
    return {**given, **{name: (london_day(at) + timedelta(days=many)).isoformat() for name, many in days.items()}}


def _as(username: str, at: datetime) -> Standing:
    person = by_username(username)
    if person is None:
        raise LookupError(username)
    return standing(person.ref, on=london_day(at))
