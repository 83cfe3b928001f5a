"""The cast at work: `as_("harrow", "2026-11-25 10:00")` is who somebody is at that London time."""

from dataclasses import dataclass
from datetime import datetime

import pytest

from askfirst.casework import access, deadlines, reading, steps
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Standing
from askfirst.people.standing import standing
from askfirst.trail.models import Notice
from tests.cast import cast, who
from tests.clock import london

__all__ = ["cast"]


@dataclass
class Someone:
    """One person of the cast at one moment, and what they do there."""

    name: str  # "okoropenn/parent" in another hat
    at: datetime

    @property
    def by(self) -> Standing:
        name, _, hat = self.name.partition("/")
        return standing(who(name), on=london_day(self.at), capacity=Capacity(hat) if hat else None)

    def asks(self, text="Is this OK?", to="line-manager", **details):
        return steps.open_case(kind="question", by=self.by, details={"text": text, "to": to, **details}, at=self.at)

    def logs(self, *schools, **details):
        return steps.open_case(kind="press", by=self.by, details={"schools": list(schools), **details}, at=self.at)

    def tells(self, kind, **details):
        return steps.open_case(kind=kind, by=self.by, details=details, at=self.at)

    def takes(self, ref, step, of="", version=None, once=None, **given):
        return steps.take(ref=ref, step=step, by=self.by, given=given, at=self.at, of=of, version=version, once=once)

    def opens(self, ref):
        return reading.open_file(ref, by=self.by, at=self.at)

    def sees(self):
        return [line.ref for line in access.page(self.by)]

    def has_to(self):
        return [(task.ref, task.step, task.acting_for) for task in access.to_do(self.by, at=self.at)]

    def may(self, ref, step):
        """The sentences that refuse a step; an empty list means it can be taken."""
        offers = [offer for offer in self.opens(ref).offers if offer.step.id == step]
        assert offers, "the step is not offered in this state"
        return [str(refusal.sentence) for refusal in offers[0].refusals]


@pytest.fixture
def as_(cast):
    return lambda name, when: Someone(name, london(when))


@pytest.fixture
def time_comes(cast):
    """The worker's pass at a London time."""
    return lambda when: deadlines.run_due(at=london(when))


@pytest.fixture
def told(cast):
    """Who was told of a case, in the order of the notices: (username, kind)."""

    def look(ref):
        people = {who(name): name for name in NAMES}
        return [(people.get(notice.to, notice.address or "?"), notice.kind) for notice in Notice.objects.filter(case=ref).order_by("id")]

    return look


NAMES = (
    "harrow", "pascoe", "devlin", "obuya", "achterberg", "quarshie", "vasquez-thorne", "adelakun", "standish", "farouk", "osei", "abernethy", "barrowman",
    "omondi", "wieczorek", "sethuraman", "dunmore", "whitlam", "qureshi", "wren", "pritchard", "rowbotham", "nwachukwu", "okoropenn", "farrant", "amadi",
    "holloway", "loxley", "rainsford", "drinkwater", "siddiqui", "braithwaite", "kerrigan", "averill", "makoni", "maisie", "kit",
)  # fmt: skip
