"""What a page shows of settings and of their changes: each as a row, its values in words, and what is asked of whoever changes one."""

from collections.abc import Mapping, Sequence
from datetime import date

from askfirst.adoption import settings_all
from askfirst.adoption.readings import STATUSES
from askfirst.people.calendar import date_text, london_day
from askfirst.people.holding import what_holds
from askfirst.people.settings import history
from askfirst.people.settings.held import Held
from askfirst.people.settings.history import Change, NoSetting
from askfirst.people.settings.known import NEW_SCHOOL, Setting
from askfirst.people.settings.values import BadSetting, Blank, Kind, Term, terms_in
from askfirst.people.who import names
from askfirst.web.in_words import moment_in_words
from askfirst.web.session import SignedIn
from askfirst.web.step_forms import Entry, Option, mended
from askfirst.web.when import date_in_full
from askfirst.words import Sentence, say

__all__ = ["by_itself", "change_rows", "entry_of", "in_full", "setting_rows", "stands", "value_in_words"]

STATES = {
    "waits": say("Waits for a second person"),
    "lapsed": say("Nobody agreed in three days, so nothing was changed"),
    "agreed": say("Agreed"),
    "dropped": say("Taken back"),
    "undone": say("Undone before its first day"),
}
RULED = {"default": say("As it came with AskFirst"), "adopted": say("Adopted as it is"), "changed": say("Set in our own way")}


def change_rows(here: SignedIn, found: Sequence[Change]) -> list[dict[str, object]]:
    known = names({ref for one in found for ref in (one.by, one.agreed_by) if ref})
    return [
        {
            "ref": one.ref,
            "says": _called(one, here),
            "state": STATES[one.state],
            "starts": date_in_full(one.starts_on),
            "holds": one.state == "agreed",
            "by": known[one.by].name if one.by in known else "",
            "agreed_by": known[one.agreed_by].name if one.agreed_by in known else "",
            "when": moment_in_words(one.at, now=here.now),
            "why": mended(one.why),
        }
        for one in found
    ]


def _called(one: Change, here: SignedIn) -> Sentence:
    """The setting's own words; its name where there is no such setting any more."""
    try:
        setting = settings_all.find(one.name, on=london_day(here.now))
    except NoSetting:
        return say("{name}", name=one.name)
    if setting.name == NEW_SCHOOL:
        return say("A new school: {name}", name=(one.value or {}).get("name", one.name))
    return in_full(setting, here)


def in_full(setting: Setting, here: SignedIn) -> Sentence:
    """With its school, where it is of one."""
    if setting.part != "school" or setting.name == NEW_SCHOOL:
        return setting.says
    school = what_holds(london_day(here.now)).trust.school(setting.name.split(".")[1])
    return say("{school}: {what}", school=school.name if school else "", what=setting.says)


def setting_rows(here: SignedIn, found: Sequence[Setting], held: Held) -> list[dict[str, object]]:
    """What each holds; where it was changed, also who asked, who agreed, since when and why."""
    set_by = history.in_force(on=london_day(here.now), by=here.standing, at=here.now)
    changed = {setting.name: set_by[setting.name] for setting in found if setting.name in set_by and setting.name in held.values}
    last = {change.name: row for change, row in zip(changed.values(), change_rows(here, list(changed.values())), strict=True)}
    return [{**_holds(setting, held), "last": last.get(setting.name)} for setting in found]


def _holds(setting: Setting, held: Held) -> dict[str, object]:
    values = settings_all.shown_by(setting, held)
    return {
        "name": setting.name,
        "says": setting.says,
        "hangs": setting.hangs,
        "stays": setting.stays,
        "values": [(blank.says, value_in_words(blank, values[blank.id])) for blank in setting.blanks if blank.id != "status"],
        "status": values.get("status", ""),
        "weight": setting.weight,
        "own": setting.name in held.values,
    }


def stands(part: str) -> Mapping[str, Sentence]:
    """How the Trust can stand to each of a part, in words."""
    return RULED if part == "ruling" else STATUSES


def value_in_words(blank: Blank, value: str) -> str:
    """A choice and a term in words; everything else as it is."""
    if blank.kind is Kind.TERMS:
        return "\n".join(str(_term(one)) for one in terms_in(value))
    if blank.kind is not Kind.CHOICE:
        return value
    return next((str(says) for one, says in (*blank.choices, *STATUSES.items()) if one == value), value)


def _term(one: Term) -> Sentence:
    first, last, half, end = (date_text(day) for day in (one.starts, one.ends, one.half_starts, one.half_ends))
    return say("{name}: {first} to {last}, half-term {half} to {end}", name=one.name, first=first, last=last, half=half, end=end)


def by_itself(setting: Setting, held: Held, on: date) -> list[tuple[Blank, str]]:
    """What it would hold had nobody changed it; nothing where that is what it holds."""
    if setting.name not in held.values:
        return []
    values = settings_all.shown_by(setting, what_holds(on, instead={setting.name: None}))
    return [(blank, values[blank.id]) for blank in setting.blanks]


def entry_of(blank: Blank, value: str, problem: BadSetting | None) -> Entry:
    wrong = problem.sentence if problem is not None and problem.field == blank.id else None
    if blank.choices:
        options = tuple(
            Option(blank.id if number == 1 else "{}-{}".format(blank.id, number), one, says, chosen=one == value)
            for number, (one, says) in enumerate(blank.choices, 1)
        )
        return Entry(blank.id, blank.id, "radios", blank.says, blank.hint, options=options, problem=wrong)
    return Entry(blank.id, blank.id, "area" if blank.kind.tall else "line", blank.says, blank.hint, value, problem=wrong)
