"""What stories of campaigns do again and again: v2 comes into force, Mrs Pritchard-Lowe plans and opens, somebody reads and presses."""

from datetime import date
from typing import Any

from askfirst.adoption import models
from askfirst.adoption.campaigns import open_campaign, plan
from askfirst.adoption.editions import as_edition, digest_of
from askfirst.adoption.outstanding import team
from askfirst.adoption.reminders import remind_due
from askfirst.adoption.shown import press, show, to_read
from askfirst.adoption.states import State
from askfirst.people.models import Person
from askfirst.trail.models import Notice
from tests.adoption.conftest import by
from tests.adoption.drafts import classed, s46
from tests.cast import who
from tests.clock import london

__all__ = ["OPENS", "asked", "in_force_from", "line", "reads", "rounds", "task", "told_on", "v2"]

OPENS, CLOSES = date(2027, 1, 11), date(2027, 2, 12)


def in_force_from(ref, starts):
    """A draft that was agreed to and has its first day, whoever agreed."""
    row = models.Edition.objects.get(ref=ref)
    models.Edition.objects.filter(ref=ref).update(
        state=State.SCHEDULED,
        approved_on=date(2026, 12, 1),
        approver_role="trust-lead",
        digest=digest_of(as_edition(row)),
        starts_on=starts,
    )


def v2(starts=date(2027, 1, 4)):
    """The edition of S46, in force from then: SNS-6 changed in meaning, CON-12 and INT-4 in wording. Its name."""
    ref = s46()
    classed(ref)
    in_force_from(ref, starts)
    return models.Edition.objects.get(ref=ref).name


def asked(edition, audience=("staff",), schools=(), opens=OPENS, closes=CLOSES, at="2027-01-08 09:00"):
    """A campaign that is planned and opened; its reference."""
    when = london(at)
    clerk = by("pritchard", on=when.date())
    ref = plan(clerk, edition=edition, audience=audience, at_schools=schools, opens=opens.isoformat(), closes=closes.isoformat(), at=when)
    assert open_campaign(clerk, ref=ref, at=when)
    return ref


def reads(name, at, what="read"):
    """Somebody opens the page and presses; what they were shown."""
    when = london(at)
    me = by(name, on=when.date())
    shown: Any = show(me, at=when)
    return press(me, what=what, digest=shown.digest, at=when)


def task(name: str, on: date) -> Any:
    """What somebody is asked to read on that day."""
    return to_read(by(name, on=on), on=on)


def rounds(*days):
    """The worker's round on each of these days, at nine."""
    for day in days:
        remind_due(at=london("%s 09:00" % day))


def told_on(name):
    """The days on which somebody was told that there is something to read, and as what."""
    rows = Notice.objects.filter(to=who(name), key__startswith="campaign:").order_by("made_at")
    return [(row.made_at.date().isoformat(), row.kind) for row in rows]


def line(manager, name, on):
    """The line of somebody on their manager's list; None where there is none."""
    full = Person.objects.get(username=name).name
    return next((str(one.state) for one in team(by(manager, on=on), on=on) if one.name == full), None)
