"""How each of those who are asked stands, and who is outstanding: names and states for line managers, never a time, never a score."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from askfirst.adoption import models
from askfirst.adoption.campaigns import asking
from askfirst.adoption.editions import changed_in_meaning, named
from askfirst.adoption.members import away_on, members
from askfirst.adoption.understood import (
    OUTSTANDING,
    Asked,
    Kept,
    Member,
    Span,
    State,
    addressees,
    clauses_for,
    in_audience,
    own_span,
    state_of,
)  # fmt: skip
from askfirst.adoption.variations import fresh_since
from askfirst.people import hats
from askfirst.people.hats import Standing
from askfirst.people.who import names, the_calendar
from askfirst.procedure.changes import Reader
from askfirst.procedure.clause import Addition, Clause, Edition

__all__ = ["LastRead", "Line", "Stand", "asks", "fresh_for", "gone_for", "last_read", "manages", "news", "stands", "team"]

Seen = dict[tuple[str, bool], frozenset[str]]
Fresh = Mapping[date, tuple[Addition, ...]]


@dataclass(frozen=True, slots=True)
class LastRead:
    """What somebody acknowledged last: the edition, the day, and for whom its clauses were."""

    edition: str
    on: date
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stand:
    """How somebody stands in a campaign, and in which days they are asked; None while nobody knows."""

    state: State
    span: Span | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a manager's list: a name and how they stand, and nothing else."""

    ref: str
    name: str
    state: State

    @property
    def outstanding(self) -> bool:
        return self.state in OUTSTANDING


def asks(member: Member, open_ones: Iterable[Asked]) -> Asked | None:
    """The newest campaign that is for this person: an older one asks them no more."""
    return next((asked for asked in open_ones if in_audience(asked, member)), None)


def last_read(refs: Collection[str], asked: Asked) -> dict[str, LastRead]:
    """What each of them acknowledged last, before this campaign. One query."""
    rows = models.Shown.objects.filter(person_id__in=refs, state=State.ACKNOWLEDGED).exclude(campaign__ref=asked.ref).order_by("on", "pk")
    found = rows.values_list("person_id", "edition", "on", "of")
    return {str(ref): LastRead(edition, on, frozenset(of.split())) for ref, edition, on, of in found}


def news(
    edition: Edition, last: LastRead | None, member: Member, *, on: date, fresh: Fresh, seen: Seen | None = None
) -> frozenset[str] | None:
    """Ids of what is new for somebody in an edition; None where all of it is. Clauses of a role taken on since are new to them.

    So are those to which a school of theirs adds something since: `fresh`, by the day on which somebody last read.
    `seen` remembers what changed since an edition, for whoever asks for many people.
    """
    if last is None:
        return None
    known = {} if seen is None else seen
    key = (last.edition, member.student)
    if key not in known:
        reader = Reader.STUDENT if member.student else Reader.TRUST
        known[key] = frozenset(one.id for one in changed_in_meaning(since=last.edition, on=on, reader=reader) if one.new is not None)
    own = addressees(member)
    added = {one.clause for one in fresh[last.on] if one.school in member.schools and one.words(student=member.student)}
    return known[key] | added | {one.id for one in edition.clauses if one.addressee in own and one.addressee.value not in last.of}


def fresh_for(last: Mapping[str, LastRead], *, on: date) -> Fresh:
    """What schools add since each of those who read did so. At most three queries."""
    return fresh_since({one.on for one in last.values()}, on=on)


def gone_for(edition: Edition, last: LastRead | None, member: Member, *, on: date) -> tuple[Clause, ...]:
    """Clauses that somebody read, and that ask nothing of them any more: taken out, or for others now; as they last read them."""
    if last is None:
        return ()
    own = addressees(member)
    reader = Reader.STUDENT if member.student else Reader.TRUST
    left = {one.id for one in edition.clauses if one.addressee in own}
    found = changed_in_meaning(since=last.edition, on=on, reader=reader)
    return tuple(one.old for one in found if one.old is not None and one.old.addressee in own and one.id not in left)


def stands(asked: Asked, people: Iterable[Member], *, on: date) -> dict[str, Stand]:
    """How each of these people stands in a campaign on that day. A fixed number of queries, however many they are."""
    those = list(people)
    refs = [member.ref for member in those]
    rows = models.Shown.objects.filter(campaign__ref=asked.ref, person_id__in=refs, on__lte=on)
    kept = {str(ref): Kept(state, asked=question) for ref, state, question in rows.values_list("person_id", "state", "asked")}
    last, calendar, edition = last_read(refs, asked), the_calendar(), named(name=asked.edition, readings=False)
    seen: Seen = {}
    fresh = fresh_for(last, on=on)
    found = {}
    for member in those:
        changed = news(edition, last.get(member.ref), member, on=on, fresh=fresh, seen=seen)
        anything = bool(clauses_for(edition, member, changed=changed))
        span = own_span(asked, member, calendar)
        state = state_of(kept.get(member.ref), span, away=away_on(member, on), news=anything, on=on)
        found[member.ref] = Stand(state, span)
    return found


def manages(by: Standing) -> frozenset[str]:
    """Whom this person manages today, as their own or standing in."""
    return frozenset(hats.subjects(seat)[0] for seat in by.seats if hats.role(seat) == "line-manager-of")


def team(by: Standing, *, on: date) -> tuple[Line, ...]:
    """How those one manages stand today, who is outstanding first, then by name. Whoever is asked nothing is not in it."""
    those, open_ones = members(on=on, refs=manages(by)), asking(on=on)
    by_campaign: dict[Asked, list[Member]] = {}
    for member in those.values():
        asked = asks(member, open_ones)
        if asked is not None:
            by_campaign.setdefault(asked, []).append(member)
    known = names(list(those))
    lines = [
        Line(ref, known[ref].name, stand.state) for asked, some in by_campaign.items() for ref, stand in stands(asked, some, on=on).items()
    ]
    return tuple(sorted(lines, key=lambda line: (not line.outstanding, known[line.ref].name.rpartition(" ")[2], line.name)))
