"""Every setting there is on a day, also those that hang on the procedure: how each unclear clause is read, what is settled where it is
silent, and what a school adds."""

from collections.abc import Mapping
from datetime import date, datetime

from askfirst.adoption.editions import in_force
from askfirst.adoption.readings import as_given, reading_settings, reading_shown
from askfirst.adoption.rulings import ruling_settings, ruling_shown
from askfirst.adoption.variations import variation_setting
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing
from askfirst.people.holding import trust_on
from askfirst.people.settings import changes, history
from askfirst.people.settings.held import Held, shown
from askfirst.people.settings.history import Change, NoSetting
from askfirst.people.settings.known import NEW_SCHOOL, Setting, new_school, of_the_school, of_the_trust, of_the_year
from askfirst.people.settings.values import Blank

__all__ = ["ask", "differs", "find", "groups", "shown_by", "undo"]


def groups(*, on: date) -> dict[str, tuple[Setting, ...]]:
    """What a person can change, by what it is of: trust, year, each school by its id, reading, ruling.

    What schools add has names of its own.
    """
    trust = trust_on(on)
    schools = {"school.%s" % one.id: of_the_school(one) for one in trust.schools}
    settled = {"reading": reading_settings(trust.lead_title), "ruling": ruling_settings(trust.lead_title)}
    return {"trust": of_the_trust(trust.lead_title), "year": of_the_year, **schools, **settled}


def find(name: str, *, on: date) -> Setting:
    """A setting by its name; a school as it came is the setting of a new one. Raises NoSetting."""
    sort, _, rest = name.partition(".")
    if sort == "school" and rest and "." not in rest:
        return new_school
    if sort == "variation":
        return _variation(*rest.partition(".")[::2], on=on)
    found = next((one for several in groups(on=on).values() for one in several if one.name == name), None)
    if found is None:
        raise NoSetting
    return found


def _variation(school: str, clause: str, *, on: date) -> Setting:
    place, rule = trust_on(on).school(school), in_force(on=on, readings=False).by_id.get(clause)
    if place is None or rule is None:
        raise NoSetting
    return variation_setting(place, rule)


def shown_by(setting: Setting, held: Held) -> dict[str, str]:
    """What a setting holds, part by part, as a form shows it."""
    own = {"reading": reading_shown, "ruling": ruling_shown}.get(setting.part, shown)
    return own(setting, held)


def differs(change: Change, *, on: date, by: Standing) -> list[tuple[Blank, str, str]]:
    """Each part that is another before and after a change, with both; all of them where none is. None for a setting there is no more."""
    try:
        setting = find(change.name, on=on)
    except NoSetting:
        return []
    before, after = changes.held_before(change.ref, by=by)
    old, new = _whole(setting, change.name, before), _whole(setting, change.name, after)
    found = [(blank, old[blank.id], new[blank.id]) for blank in setting.blanks]
    return [row for row in found if row[1] != row[2]] or found


def _whole(setting: Setting, name: str, held: Held) -> Mapping[str, str]:
    """A school as it came has the parts of a new one."""
    if setting.name != NEW_SCHOOL:
        return shown_by(setting, held)
    return {**{blank.id: "" for blank in setting.blanks}, **held.values.get(name, {})}


def ask(name: str, given: Mapping[str, object], *, starts_on: object, why: object, by: Standing, at: datetime) -> str:
    """A setting as it is to be: the change's reference. Raises NoSetting, BadSetting."""
    setting = find(name, on=london_day(at))
    if setting.part == "reading":
        given = as_given(setting, given, lead=trust_on(london_day(at)).lead_title)
    return changes.ask(setting, given, starts_on=starts_on, why=why, by=by, at=at)


def undo(ref: str, *, why: object, by: Standing, at: datetime) -> str:
    """What held before holds again. Raises NoSetting, NotNow, BadSetting."""
    name = history.change(ref, by=by, at=at).name
    return changes.undo(ref, find(name, on=london_day(at)), why=why, by=by, at=at)
