"""Who was shown which words of which edition, and what they pressed.

Written down is a day, an edition and the exact words by their digest. Never a time, never an answer, never how often somebody came.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from askfirst.adoption import models
from askfirst.adoption.campaigns import CHAIN, asking
from askfirst.adoption.editions import named
from askfirst.adoption.members import members
from askfirst.adoption.outstanding import asks, fresh_for, gone_for, last_read, news, stands
from askfirst.adoption.understood import Asked, Member, Span, State, addressees, at_schools, clauses_for, digest_of, drawn, signs, wording
from askfirst.people import hats
from askfirst.people.calendar import london_day, months_after, school_year_end
from askfirst.people.hats import Capacity, Seat, Standing
from askfirst.people.models import Person
from askfirst.procedure.clause import Clause, Edition
from askfirst.procedure.scenarios import Scenario, the_scenarios
from askfirst.trail import chain
from askfirst.words import Sentence, say

__all__ = [
    "ACTS",
    "KEPT_YEARS",
    "NotNow",
    "Shown",
    "ToRead",
    "ask_noted",
    "forget_left",
    "note_for",
    "press",
    "show",
    "shown_to",
    "to_read",
]

ACTS = {"read": State.ACKNOWLEDGED, "copy": State.COPY, "access": State.ACCESS}
"""What somebody may press: that they have read it, that they would rather have it on paper, that they need it in another form."""
NOTED = ("copy", "access")  # what a line manager may write down for somebody
KEPT_YEARS = 6  # after the last day of whoever worked here (R7)


class NotNow(ValueError):
    """It cannot be done now. `sentence` says why and what to do; nothing was changed."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


@dataclass(frozen=True, slots=True)
class ToRead:
    """What somebody is asked to read. `words` are what the page shows, `digest` their SHA-256; `since` what they last read, and when.

    `edition` holds what their own schools add, and no other.
    `signs`: whether they are asked to press that they have read it; under 13 nobody is.
    """

    asked: Asked
    member: Member
    edition: Edition
    clauses: tuple[Clause, ...]
    gone: tuple[Clause, ...]  # that ask nothing of them any more, as they last read them
    scenarios: tuple[Scenario, ...]
    words: str
    digest: str
    state: State
    span: Span | None
    since: str
    since_on: date | None
    signs: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What is kept of one person and one campaign, for themselves. `digest` is "" where no words were shown to them."""

    edition: str
    digest: str
    state: State | None
    asked: bool
    on: date


def to_read(by: Standing, *, on: date) -> ToRead | None:
    """What this person is asked to read on that day; None where nobody asks them, or in another hat. A fixed number of queries."""
    if by.capacity not in (Capacity.STAFF, Capacity.STUDENT):
        return None
    open_ones = asking(on=on)
    member = members(on=on, refs=[by.person]).get(by.person) if open_ones else None
    if member is None or member.student is not (by.capacity is Capacity.STUDENT):
        return None
    asked = asks(member, open_ones)
    if asked is None:
        return None
    read, edition = last_read([member.ref], asked), at_schools(named(name=asked.edition, read_on=on), member.schools)
    last = read.get(member.ref)
    clauses = clauses_for(edition, member, changed=news(edition, last, member, on=on, fresh=fresh_for(read, on=on)))
    stand = stands(asked, [member], on=on)[member.ref]
    gone = gone_for(edition, last, member, on=on)
    words = wording(edition, clauses, student=member.student, gone=gone)
    born = Person.objects.filter(pk=member.ref).values_list("born", flat=True).first() if member.student else None
    return ToRead(
        asked=asked,
        member=member,
        edition=edition,
        clauses=clauses,
        gone=gone,
        scenarios=drawn(asked.ref, member.ref, clauses, the_scenarios(), student=member.student),
        words=words,
        digest=digest_of(words),
        state=stand.state,
        span=stand.span,
        since=last.edition if last else "",
        since_on=last.on if last else None,
        signs=not member.student or signs(born, on=on),
    )


def show(by: Standing, *, at: datetime) -> ToRead | None:
    """What this person is asked to read, now shown to them: the edition and its exact words are written down, with the day.

    Somebody who has done with it, or who is not asked yet, may look all the same, and nothing is written.
    """
    on = london_day(at)
    asked = to_read(by, on=on)
    if asked is not None and asked.clauses and asked.state in (State.NOT_STARTED, State.QUESTION, State.READ):
        with transaction.atomic():
            _showed(asked, on)
    return asked


def _showed(asked: ToRead, on: date) -> None:
    """Once: who looks again on another day changes nothing, unless the words are others."""
    before = models.Shown.objects.filter(campaign__ref=asked.asked.ref, person_id=asked.member.ref).first()
    if before is None or before.wording_id != asked.digest:
        _write(asked, on, {"state": State.READ, "wording": _wording(asked)})


def press(by: Standing, *, what: str, digest: str, at: datetime) -> ToRead:
    """Writes down what somebody pressed, one of ACTS. `digest` is that of the words their page showed. Raises NotNow.

    That they have read it is their own to say: it needs the words, as they stand now, to have been shown to them.
    """
    on = london_day(at)
    asked = to_read(by, on=on)
    if asked is None or what not in ACTS or not asked.clauses:
        raise NotNow(say("Nobody asks you to read this now. There is nothing to press."))
    if asked.state is State.ACKNOWLEDGED:
        return asked
    if what == "read":
        _may_say_so(asked, digest)
    with transaction.atomic():
        _write(asked, on, {"state": ACTS[what], "noted_by": "", **({"wording": _wording(asked)} if what == "read" else {})})
        _wrote(what, by, asked.asked, asked.member.ref, at, words=asked.digest if what == "read" else "")
    return asked


def _may_say_so(asked: ToRead, digest: str) -> None:
    """Raises NotNow."""
    if not asked.signs:
        raise NotNow(say("You do not have to sign. Your tutor has a sheet for your group."))
    shown = models.Shown.objects.filter(campaign__ref=asked.asked.ref, person_id=asked.member.ref, wording=asked.digest)
    if digest != asked.digest or not shown.exists():
        raise NotNow(say("These are not the words you were shown. Here they are as they stand now: please look again."))


def ask_noted(by: Standing, *, on: date) -> None:
    """They asked a question from the page: their line says so, and it is no refusal. What they asked is a case of its own."""
    asked = to_read(by, on=on)
    if asked is not None:
        with transaction.atomic():
            _write(asked, on, {"asked": True})


def note_for(by: Standing, *, ref: str, what: str, at: datetime) -> None:
    """A line manager writes down that somebody was given a copy, or needs it in another form. No more follows from it. Raises NotNow."""
    on = london_day(at)
    seat = next(managing(by, ref), "")
    member = members(on=on, refs=[ref]).get(ref) if seat and what in NOTED else None
    asked = asks(member, asking(on=on)) if member else None
    if member is None or asked is None:
        raise NotNow(say("There is nothing to note of this person. Go back to the list."))
    if stands(asked, [member], on=on)[ref].state is State.ACKNOWLEDGED:
        raise NotNow(say("They have read it meanwhile. There is nothing to note."))
    with transaction.atomic():
        _keep(asked, member, on, {"state": ACTS[what], "noted_by": by.person})
        _wrote(what, by, asked, ref, at, acting_for=by.acting_for(seat))


def managing(by: Standing, ref: str) -> Iterator[Seat]:
    """The seats by which somebody manages this person."""
    return (seat for seat in sorted(by.seats) if hats.role(seat) == "line-manager-of" and hats.subjects(seat)[0] == ref)


def _wording(asked: ToRead) -> models.Wording:
    return models.Wording.objects.get_or_create(digest=asked.digest, defaults={"text": asked.words})[0]


def _write(asked: ToRead, on: date, fields: dict[str, object]) -> None:
    _keep(asked.asked, asked.member, on, fields)


def _keep(asked: Asked, member: Member, on: date, fields: dict[str, object]) -> None:
    of = " ".join(sorted(addressees(member)))
    campaign = models.Campaign.objects.get(ref=asked.ref)
    models.Shown.objects.update_or_create(
        campaign=campaign, person_id=member.ref, defaults={"edition": asked.edition, "of": of, "on": on, **fields}
    )


def _wrote(what: str, by: Standing, asked: Asked, of: str, at: datetime, *, words: str = "", acting_for: str = "") -> None:
    chain.append(
        chain=CHAIN, what=what, who=by.person, acting_for=acting_for, of=asked.ref, of_person=of, edition=asked.edition, words=words, at=at
    )


def shown_to(ref: str) -> tuple[Shown, ...]:
    """All that is kept of one person, the newest first. One query."""
    rows = models.Shown.objects.filter(person_id=ref).order_by("-on", "-pk")
    return tuple(Shown(row.edition, row.wording_id or "", State(row.state) if row.state else None, row.asked, row.on) for row in rows)


def shown_json(one: Shown) -> dict[str, object]:
    """The same as plain values; `words` is the SHA-256 of the exact words, null where none were shown."""
    return {
        "edition": one.edition,
        "on": one.on.isoformat(),
        "state": one.state.value if one.state else None,
        "asked": one.asked,
        "words": one.digest or None,
    }


def forget_left(*, at: datetime) -> int:
    """Forgets what was kept of whoever left: of staff after six years (R7), of students when their records go (R6). How many rows."""
    day = london_day(at)
    rows = models.Shown.objects.filter(person__left_on__lt=day).values_list("pk", "person__kind", "person__left_on")
    gone = [pk for pk, kind, left in rows if left is not None and day > _kept_until(kind, left)]
    return models.Shown.objects.filter(pk__in=gone).delete()[0] if gone else 0


def _kept_until(kind: str, left: date) -> date:
    return months_after(school_year_end(left), 12) if kind == Capacity.STUDENT else months_after(left, 12 * KEPT_YEARS)
