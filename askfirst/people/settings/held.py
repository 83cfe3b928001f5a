"""What holds on a day: a pack, with every setting that was changed laid over it, and each setting's value as a form shows it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from askfirst.people.calendar import date_text
from askfirst.people.settings.known import DOCUMENTS, PLAIN, VALUE, Setting, named, school_of
from askfirst.people.settings.values import Blank, Kind, Term, brands_in, brands_text, days_in, days_text, terms_in, terms_text
from askfirst.procedure.trust import Linked, School, Trust, names_as_brands

__all__ = ["Held", "held_by", "shown"]

Values = Mapping[str, Any]  # text by part, as it was read in


@dataclass(frozen=True, slots=True)
class Held:
    """What holds on a day: the trust as its pack and its settings have it, its terms and days without lessons, and each setting's value."""

    trust: Trust
    terms: tuple[Term, ...]
    inset: frozenset[date]
    holidays: frozenset[date]
    values: Mapping[str, Values]


def held_by(pack: Trust, terms: tuple[Term, ...], inset: frozenset[date], values: Mapping[str, Values]) -> Held:
    """The pack and the calendar that came with it, with every setting that holds laid over them."""
    own: dict[str, Any] = {name.removeprefix("trust."): value[VALUE] for name, value in values.items() if name.startswith("trust.")}
    listed = own.pop("brands", None)
    new = (School(**value) for name, value in sorted(values.items()) if name.startswith("school.") and not school_of(name))
    schools = tuple(_school(one, values) for one in (*pack.schools, *new))
    trust = replace(pack, **own, schools=schools)
    if listed is not None:
        trust = replace(trust, brands=brands_in(listed))
    elif pack.brands == names_as_brands(pack.name, pack.schools):
        trust = replace(trust, brands=names_as_brands(trust.name, schools))
    of_year = {name: value[VALUE] for name, value in values.items() if name.startswith("year.")}
    return Held(
        trust=trust,
        terms=terms_in(of_year["year.terms"]) if "year.terms" in of_year else terms,
        inset=days_in(of_year["year.inset"]) if "year.inset" in of_year else inset,
        holidays=days_in(of_year.get("year.holidays", "")),
        values=values,
    )


def _put(school: School, field: str, text: str) -> School:
    changed: dict[str, Any] = {field: text}
    return replace(school, **changed)


def _school(school: School, values: Mapping[str, Values]) -> School:
    for id in PLAIN:
        if (value := values.get(named(school.id, id))) is not None:
            school = _put(school, id, value[VALUE])
    if (lead := values.get(named(school.id, "lead"))) is not None:
        school = replace(school, safeguarding_lead=lead["name"], checked_on=date.fromisoformat(lead["checked_on"]))
    linked = []
    for id in DOCUMENTS:
        if (value := values.get(named(school.id, id))) is not None:
            school = _put(school, id, value["address"])
            looked = value["checked_on"]
            linked.append(Linked(id, value["version"], date.fromisoformat(looked) if looked else None))
    return replace(school, versions=tuple(linked)) if linked else school


def shown(setting: Setting, held: Held) -> dict[str, str]:
    """What a setting holds, part by part, as a form shows it; "" where it holds nothing."""
    sort, _, rest = setting.name.partition(".")
    found: Mapping[str, str]
    if sort == "trust":
        trust, called = held.trust, {"brands": brands_text(held.trust.brands), "approver_role": held.trust.approver}
        found = {VALUE: called[rest] if rest in called else str(getattr(trust, rest))}
    elif sort == "year":
        days = {"inset": held.inset, "holidays": held.holidays}
        found = {VALUE: terms_text(held.terms) if rest == "terms" else days_text(days[rest])}
    elif (school := held.trust.school(school_of(setting.name))) is not None:
        found = _of_school(school, rest.partition(".")[2])
    else:
        found = held.values.get(setting.name, {})
    return {blank.id: _typed(blank, found.get(blank.id, "")) for blank in setting.blanks}


def _of_school(school: School, id: str) -> dict[str, str]:
    if id == "lead":
        return {"name": school.safeguarding_lead, "checked_on": school.checked_on.isoformat() if school.checked_on else ""}
    if id in DOCUMENTS:
        linked = school.linked(id)
        looked = linked.checked_on.isoformat() if linked.checked_on else ""
        return {"address": str(getattr(school, id)), "version": linked.version, "checked_on": looked}
    return {VALUE: str(getattr(school, id))}


def _typed(blank: Blank, value: str) -> str:
    return date_text(date.fromisoformat(value)) if blank.kind is Kind.DAY and value else value
