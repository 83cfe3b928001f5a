"""One row of the table brought about: the case is opened and carried on as the row says, a mail goes out, and everybody has a browser."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import urlencode

from click.testing import CliRunner
from django.conf import settings
from django.test import Client

from askfirst.casework import bars, deadlines, reading, refused, steps
from askfirst.casework.code_phrase import tell_without_a_name
from askfirst.casework.models import Case, CaseAccess, CaseCall
from askfirst.cli.main import askfirst
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity
from askfirst.people.models import Conflict, Person, Relative
from askfirst.people.standing import standing
from tests.access.cast_roles import NOBODY, ROLES
from tests.access.table import Row
from tests.cast import who
from tests.clock import london
from tests.onward import ONWARD, sent_on

__all__ = [
    "CANARY",
    "FORM",
    "NEVER_USED",
    "World",
    "begun",
    "build",
    "command",
    "details_of",
    "enter",
    "page_before",
    "records_a_tie",
    "somebody",
]

FORM = "application/x-www-form-urlencoded"
CANARY = "zanzibar"  # stands in every word that is written in a case
NEVER_USED = "BBBBBBBB"
LONGEST_DRAFT = "A draft of mine about the zanzibar trip."


@dataclass
class World:
    """What the cells look at: the case, its row, and a browser each."""

    row: Row
    ref: str
    browsers: dict = field(default_factory=dict)
    never: dict = field(default_factory=dict)  # what a reference never used gets, by person and channel
    got: dict = field(default_factory=dict)  # pages that were asked for, by person and address

    @property
    def version(self):
        return Case.objects.values_list("version", flat=True).get(ref=self.ref)

    def browser(self, viewer):
        if viewer not in self.browsers:
            self.browsers[viewer] = enter(viewer, london(self.row.now))
        return self.browsers[viewer]


def enter(viewer, at):
    """A browser in which they have just pressed their name. Whoever has left still holds a session from before: it must open nothing."""
    settings.CLOCK = lambda: at
    browser = Client(HTTP_HOST="localhost")
    if viewer == NOBODY:
        return browser
    name, _, hat = viewer.partition("/")
    found = Person.objects.filter(username=name)
    left = found.values_list("left_on", flat=True).get()
    found.update(left_on=None)
    assert browser.post("/sign-in/", urlencode({"person": name}), content_type=FORM).status_code == 302
    if hat:
        assert browser.post("/me/hat/", urlencode({"capacity": hat}), content_type=FORM).status_code == 302
    found.update(left_on=left)
    return browser


def command(*arguments, words=""):
    """A command of the command line, in this process: (exit code, what it said)."""
    done = CliRunner().invoke(askfirst, list(arguments), input=words, standalone_mode=False)
    if done.exception is None:
        return done.return_value or 0, done.output
    if hasattr(done.exception, "format_message"):
        return 2, done.exception.format_message()
    raise done.exception


def somebody(name, at):
    """Somebody at a moment; "okoropenn/parent" in another hat."""
    name, _, hat = name.partition("/")
    return standing(who(name), on=london_day(at), capacity=Capacity(hat) if hat else None)


def records_a_tie(tie):
    """("left", who, last day), ("conflict", who, about whom), ("relative", one, other): as HR would record it."""
    what, one, other = tie
    if what == "left":
        Person.objects.filter(username=one).update(left_on=date.fromisoformat(other))
        return
    if what == "conflict":
        Conflict.objects.create(person_id=who(one), about_id=who(other), since=date(2026, 11, 1))
    else:
        Relative.objects.create(person_id=who(one), other_id=who(other), how="cousin of", starts=date(2020, 1, 1))
    bars.bar_again({who(one), who(other)}, on=date(2026, 11, 25))


def details_of(row):
    if row.kind == "question":
        return {"text": "May I write about zanzibar?", "draft": LONGEST_DRAFT, **row.details}
    if row.kind != "press":
        return row.details
    reporter = {"name": "Zanzibar Calloway", "outlet": "The zanzibar Courier", "contact": "zanzibar on 07700 900742"}
    return {"asked": "What I wrote of zanzibar.", "reporter": reporter, **row.details}


def begun(row):
    """The row's case, just opened."""
    at = london(row.opened)
    for tie in row.before:
        records_a_tie(tie)
    if row.by == NOBODY:
        tell_without_a_name(row.details, at=at)
        return Case.objects.latest("id").ref
    by, details = somebody(row.by, at), details_of(row)
    if row.kind in ONWARD:
        words = {name: held for name, held in details.items() if name not in ("about", "hurt", "alone")}
        return sent_on(
            row.kind, details["about"], by=by, at=at, hurt=details.get("hurt", ()), words=words, alone=details.get("alone", False)
        )
    if row.page:
        details = {**details, "about_page": page_before(by, at - timedelta(minutes=5))}
    return steps.open_case(kind=row.kind, by=by, details=details, at=at)


def page_before(by, at, state="official"):
    """A page that nobody but whoever began it can see, official all the same; its reference."""
    ref = steps.open_case(kind="page", by=by, details={"name": "A page", "purpose": "What we do."}, at=at)
    Case.objects.filter(ref=ref).update(state=state)
    CaseAccess.objects.filter(case__ref=ref).update(state=state)
    return ref


def build(row):
    """Raises whatever a step of the row's own story is refused with: then the row tells of something that cannot come about."""
    at = london(row.opened)
    for name, to in (("rainsford", "line-manager"),):  # a case beside it, so that a count of one is no accident
        other = steps.open_case(
            kind="question", by=somebody(name, at), details={"text": "Another matter.", "to": to}, at=at - timedelta(minutes=9)
        )
        CaseCall.objects.filter(case__ref=other).update(
            climb_at=london("2099-01-01 08:00")
        )  # it reaches nobody else, however long the row waits
    ref = begun(row)
    for then in row.then:
        when = london(then.when)
        if then.tie:
            records_a_tie(then.tie)
        elif not then.who:
            deadlines.run_due(at=when)
        else:
            steps.take(ref=ref, step=then.step, by=somebody(then.who, when), given=then.given, at=when, of=then.of)
    now = london(row.now)
    settings.CLOCK = lambda: now
    world = World(row, ref)
    reader = next((name for name, part in row.sees.items() if part == "all"), None)
    if reader:
        reading.open_file(ref, by=somebody(reader, now), at=now - timedelta(minutes=2))
    refused.tried(ref, by=somebody("wieczorek", now), at=now - timedelta(minutes=1))
    assert set(row.sees) | set(row.stands) | set(row.told) <= set(ROLES), "a row names somebody who is not in the list of people"
    return world
