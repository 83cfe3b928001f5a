"""A campaign: an edition is to be read by whom, where, and in which days. Planned by the governance professional (workflows 3.18).

Who may not plan finds none: a campaign of whatever reference is not there for them. Each change stands beside its line in the trail.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from askfirst.adoption import models
from askfirst.adoption.editions import known, name_in_force, named
from askfirst.adoption.states import State as EditionState
from askfirst.adoption.understood import CENTRAL, MARKS, Asked, Audience
from askfirst.people.calendar import london_day
from askfirst.people.hats import GOVERNANCE, Standing
from askfirst.people.settings.values import read_day
from askfirst.people.who import schools
from askfirst.procedure.clause import Addressee
from askfirst.procedure.scenarios import forgotten, the_scenarios
from askfirst.trail import chain
from askfirst.words import Sentence, say

__all__ = [
    "AUDIENCE", "CHAIN", "PHASES", "TRUST_WIDE", "BadPlan", "Campaign", "NoCampaign", "asking", "campaign", "campaigns", "drop",
    "may_plan", "open_campaign", "places", "plan", "readable_editions", "without_scenarios",
]  # fmt: skip

CHAIN = "campaigns"
LEAST, MOST = MARKS[-1] + 1, 182  # days that a campaign lasts: long enough for every reminder, half a year at most
TRUST_WIDE = "trust"  # in forms: the whole Trust; "central" is its central team
IN_FORMS = "central"
AUDIENCE: Mapping[str, Sentence] = {
    Audience.STAFF: say("All staff"),
    Audience.MANAGER: say("Line managers alone"),
    Audience.STUDENT: say("Students"),
}
AT_WORK = frozenset({Addressee.STAFF, Addressee.MANAGER})
READERS = {Audience.STAFF: AT_WORK, Audience.MANAGER: AT_WORK, Audience.STUDENT: frozenset({Addressee.STUDENT})}
PHASES: Mapping[str, Sentence] = {
    "planned": say("Planned, not opened"),
    "waiting": say("Opens by itself on its first day"),
    "open": say("Open"),
    "closed": say("Closed"),
    "dropped": say("Called off"),
}


class NoCampaign(LookupError):
    """There is none of that reference for this person."""

    def __init__(self) -> None:
        self.sentence = say("There is no such campaign for you. Check the reference.")
        super().__init__(str(self.sentence))


class BadPlan(ValueError):
    """Something of the plan cannot be so: which field, and what to do."""

    def __init__(self, field: str, sentence: Sentence) -> None:
        self.field, self.sentence = field, sentence
        super().__init__(str(sentence))


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign as lists show it on a day. `phase` is a key of PHASES."""

    asked: Asked
    phase: str

    @property
    def ref(self) -> str:
        return self.asked.ref


def may_plan(by: Standing) -> bool:
    return by.holds(GOVERNANCE)


def campaigns(by: Standing) -> tuple[Campaign, ...]:
    """Every campaign, the newest first. Raises NoCampaign for whoever plans none. One query."""
    if not may_plan(by):
        raise NoCampaign
    return tuple(_told(row, by.on) for row in models.Campaign.objects.order_by("-opens", "-pk"))


def campaign(ref: str, *, on: date) -> Campaign:
    """One campaign, for whoever has been found to have something to do with it. Raises NoCampaign."""
    row = models.Campaign.objects.filter(ref=ref).first()
    if row is None:
        raise NoCampaign
    return _told(row, on)


def _told(row: models.Campaign, on: date) -> Campaign:
    asked = Asked(row.ref, row.edition, frozenset(map(Audience, row.audience)), frozenset(row.schools), row.opens, row.closes)
    if row.dropped_on:
        return Campaign(asked, "dropped")
    if not row.opened_at:
        return Campaign(asked, "planned")
    return Campaign(asked, "waiting" if on < row.opens else "open" if on <= row.closes else "closed")


def asking(*, on: date) -> tuple[Asked, ...]:
    """The campaigns that ask somebody on that day, the newest first: opened, begun, not called off, of the edition in force. Two queries.

    One that has closed is among them still: whoever was away then is asked when they are back, and may read it later all the same.
    """
    name = name_in_force(on=on)
    rows = models.Campaign.objects.filter(opened_at__isnull=False, dropped_on=None, opens__lte=on, edition=name).order_by("-opens", "-pk")
    return tuple(_told(row, on).asked for row in rows)


def readable_editions(*, on: date) -> tuple[str, ...]:
    """Names of the editions a campaign may be planned for: the one in force, and one with a day set."""
    return tuple(one.name for one in known(on=on) if one.state in (EditionState.IN_FORCE, EditionState.SCHEDULED))


def places() -> dict[str, str]:
    """Every place a campaign can name, as forms send it, with its name; the central team last."""
    return {**{school.id: school.name for school in schools()}, IN_FORMS: str(say("The central team"))}


def without_scenarios(*, edition: str, audience: Collection[str]) -> tuple[str, ...]:
    """The Must and Should clauses of an edition that have fewer than two scenarios for one of those a campaign asks."""
    readers = frozenset[Addressee]().union(*(READERS[Audience(one)] for one in audience))
    found = forgotten(named(name=edition, readings=False), the_scenarios())
    return tuple(dict.fromkeys(clause for clause, reader in found if reader in readers))


def plan(by: Standing, *, edition: str, audience: Iterable[str], at_schools: Iterable[str], opens: str, closes: str, at: datetime) -> str:
    """Plans a campaign; its reference. Nobody is asked before it is opened.

    Words as a form sends them: `at_schools` ids of schools or "central", none or "trust" for the whole Trust; days as 2027-01-11.
    Raises NoCampaign for whoever plans none, and BadPlan.
    """
    if not may_plan(by):
        raise NoCampaign
    on = london_day(at)
    given = _planned(edition=edition, audience=tuple(audience), at_schools=tuple(at_schools), opens=opens, closes=closes, on=on)
    with transaction.atomic():
        row = models.Campaign.objects.create(**given, planned_by_id=by.person, planned_at=at)
        _wrote(row, "plan", by, at)
    return row.ref


def _planned(
    *, edition: str, audience: tuple[str, ...], at_schools: tuple[str, ...], opens: str, closes: str, on: date
) -> dict[str, object]:
    if not audience or not set(audience) <= set(AUDIENCE):
        raise BadPlan("audience", say("Choose who is asked to read it."))
    where = set(at_schools) - {TRUST_WIDE}
    if not where <= set(places()):
        raise BadPlan("schools", say("Choose schools from the list, or the whole Trust."))
    first, last = _day("opens", opens), _day("closes", closes)
    if first < on:
        raise BadPlan("opens", say("The first day has gone by. Choose today or a later day."))
    if not LEAST <= (last - first).days <= MOST:
        raise BadPlan(
            "closes", say("The last day comes {least} to {most} days after the first. Choose another day.", least=LEAST, most=MOST)
        )
    _in_force(edition, first)
    everywhere = TRUST_WIDE in at_schools
    return {
        "edition": edition,
        "audience": sorted(set(audience)),
        "schools": [] if everywhere else sorted(CENTRAL if one == IN_FORMS else one for one in where),
        "opens": first,
        "closes": last,
    }


def _in_force(edition: str, first: date) -> None:
    if edition != name_in_force(on=first):
        raise BadPlan("edition", say("That edition is not in force on the first day. Choose the one that is, or another day."))


def _day(field: str, value: str) -> date:
    """As people write it. Raises BadPlan."""
    day = read_day(value)
    if day is None:
        raise BadPlan(field, say("We cannot read this date. Write it as in 23/11/2026."))
    return day


def open_campaign(by: Standing, *, ref: str, at: datetime) -> bool:
    """Opens it: people are asked from its first day on. False where it was open already. Raises NoCampaign and BadPlan.

    Where its first day has gone by meanwhile, it begins today and lasts as many days as planned.
    """
    on = london_day(at)
    with transaction.atomic():
        row = _row(by, ref)
        if row.dropped_on:
            raise BadPlan("", say("This campaign was called off. Plan a new one."))
        if row.opened_at:
            return False
        late = max(on - row.opens, timedelta())
        _in_force(row.edition, row.opens + late)
        row.opens, row.closes = row.opens + late, row.closes + late
        row.opened_by_id, row.opened_at = by.person, at
        row.save(update_fields=["opens", "closes", "opened_by", "opened_at"])
        _wrote(row, "open", by, at)
    return True


def drop(by: Standing, *, ref: str, at: datetime) -> bool:
    """Calls it off: nobody is asked or reminded any more. What people did stays. False where it was. Raises NoCampaign."""
    with transaction.atomic():
        row = _row(by, ref)
        if row.dropped_on:
            return False
        row.dropped_on = london_day(at)
        row.save(update_fields=["dropped_on"])
        _wrote(row, "drop", by, at)
    return True


def _row(by: Standing, ref: str) -> models.Campaign:
    row = models.Campaign.objects.select_for_update().filter(ref=ref).first() if may_plan(by) else None
    if row is None:
        raise NoCampaign
    return row


def _wrote(row: models.Campaign, what: str, by: Standing, at: datetime) -> None:
    chain.append(chain=CHAIN, what=what, who=by.person, acting_for=by.acting_for(GOVERNANCE), of=row.ref, edition=row.edition, at=at)
