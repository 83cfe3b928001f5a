"""What holds on a day: the pack of this trust, with every change that two people or one agreed to laid over it. The one place that answers.

Commands without a database read the pack alone. A change waits for no daily run: it holds from its first day on. Within a request each
question is asked once (asked_once).
"""

from collections.abc import Collection, Mapping
from datetime import date

from django.conf import settings

from askfirst.people.asked_once import once
from askfirst.people.calendar import london_day
from askfirst.people.models import InsetDay, SettingChange, Term
from askfirst.people.settings.held import Held, held_by
from askfirst.people.settings.values import Term as Lasts
from askfirst.procedure.trust import Trust, load_trust

__all__ = ["today", "todays_trust", "trust_on", "values_on", "values_on_each", "what_holds"]


def values_on(on: date) -> dict[str, Mapping[str, str]]:
    """Each setting that was changed, as it is on that day; what went back to the pack is not among them. One query."""
    return dict(once(("values", on), lambda: values_on_each((on,))[on]))


def values_on_each(days: Collection[date]) -> dict[date, dict[str, Mapping[str, str]]]:
    """The same of several days. One query."""
    rows = SettingChange.objects.filter(state="agreed", starts_on__lte=max(days)) if days else SettingChange.objects.none()
    changes = list(rows.order_by("starts_on", "agreed_at").values_list("starts_on", "name", "value"))
    return {day: _values(changes, day) for day in days}


def _values(changes: Collection[tuple[date, str, Mapping[str, str] | None]], on: date) -> dict[str, Mapping[str, str]]:
    """`changes`: the day from which on each holds, its name and its value, in their order."""
    found: dict[str, Mapping[str, str]] = {}
    for starts, name, value in changes:
        if starts > on:
            break
        found.pop(name, None)
        if value is not None:
            found[name] = value
    return found


def what_holds(on: date, *, instead: Mapping[str, Mapping[str, str] | None] | None = None) -> Held:
    """The trust, its year and its settings on that day. Three queries.

    `instead`: settings that are taken to hold something else; None stands for the pack.
    """
    terms, inset = once(("year",), _year)
    laid = {**values_on(on), **(instead or {})}
    values = {name: value for name, value in laid.items() if value is not None}
    return held_by(load_trust(), terms, inset, values)


def _year() -> tuple[tuple[Lasts, ...], frozenset[date]]:
    """Terms and days without lessons as they came with the roll. Two queries."""
    terms = Term.objects.order_by("starts").values_list("name", "starts", "ends", "half_term_starts", "half_term_ends")
    return tuple(Lasts(*row) for row in terms), frozenset(InsetDay.objects.values_list("day", flat=True))


def trust_on(on: date) -> Trust:
    """The trust alone on that day. One query."""
    return once(("trust", on), lambda: held_by(load_trust(), (), frozenset(), values_on(on)).trust)


def today() -> date:
    """The London day it is now, for whoever has no day of its own."""
    return london_day(settings.CLOCK())


def todays_trust() -> Trust:
    """The trust as it is at this moment. One query."""
    return trust_on(today())
