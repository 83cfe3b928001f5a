"""Settings and their changes as data: one shape for the API and the command line."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from askfirst.adoption.settings_all import differs, find, groups, shown_by
from askfirst.people.hats import Standing
from askfirst.people.holding import what_holds
from askfirst.people.settings.held import Held
from askfirst.people.settings.history import Change, NoSetting, in_force, may_see
from askfirst.people.settings.known import Setting

__all__ = ["change_json", "setting_json", "settings_json"]


def _json(setting: Setting, held: Held, set_by: Mapping[str, Change]) -> dict[str, object]:
    change = set_by.get(setting.name)
    return {
        "name": setting.name,
        "says": str(setting.says),
        "hangs": str(setting.hangs),
        "page": setting.page,
        "takes_two": setting.weight,
        "stays": str(setting.stays) if setting.stays else None,
        "set_here": setting.name in held.values,
        "value": shown_by(setting, held),
        "change": change.ref if change else None,
        "since": change.starts_on.isoformat() if change else None,
        "why": change.why if change else None,
        "asked_by": change.by if change else None,
        "agreed_by": change.agreed_by or None if change else None,
    }


def setting_json(name: str, *, on: date, by: Standing, at: datetime) -> dict[str, object]:
    """One setting and what it holds on a day, part by part, and who set it so. Raises NoSetting."""
    if not may_see(by):
        raise NoSetting
    setting = find(name, on=on)
    return _json(setting, what_holds(on), in_force(on=on, by=by, at=at))


def settings_json(*, on: date, by: Standing, at: datetime) -> dict[str, object]:
    """Every setting and what it holds on a day; of what schools add to a rule, those that hold. Raises NoSetting."""
    if not may_see(by):
        raise NoSetting
    held, set_by = what_holds(on), in_force(on=on, by=by, at=at)
    every: Sequence[Setting] = [one for several in groups(on=on).values() for one in several]
    return {"on": on.isoformat(), "settings": [_json(one, held, set_by) for one in (*every, *_added(held, on))]}


def _added(held: Held, on: date) -> list[Setting]:
    found = []
    for name in sorted(held.values):
        if name.startswith("variation."):
            try:
                found.append(find(name, on=on))
            except NoSetting:
                continue  # of a rule that is not in force any more
    return found


def change_json(one: Change, *, on: date, by: Standing) -> dict[str, object]:
    """One change: who asked and who agreed by reference, its first day, and each part before and after."""
    parts: Mapping[str, object] = {blank.id: {"before": old, "after": new} for blank, old, new in differs(one, on=on, by=by)}
    return {
        "ref": one.ref,
        "name": one.name,
        "state": one.state,
        "starts_on": one.starts_on.isoformat(),
        "why": one.why,
        "asked_by": one.by,
        "asked_at": one.at.isoformat(),
        "agreed_by": one.agreed_by or None,
        "agreed_at": one.agreed_at.isoformat() if one.agreed_at else None,
        "undoes": one.undoes or None,
        "digest": one.digest,
        "parts": parts,
    }
