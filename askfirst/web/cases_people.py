"""Whoever takes part in one case, as this reader may name them: who is asked, who sees it, who has looked, who did what."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from askfirst.casework.by_role import reads_roles, with_roles
from askfirst.casework.reading import OpenFile
from askfirst.casework.who_looked import looked_at
from askfirst.casework.whose import sits
from askfirst.casework.workflow import Part, audience
from askfirst.people import hats
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Standing
from askfirst.people.who import Named, names
from askfirst.web.in_words import day_in_words, moment_in_words, together
from askfirst.words import Sentence, say

__all__ = ["Asked", "Look", "People", "called"]


def called(named: Named, *, student: bool) -> Sentence:
    """Staff by their short name; a student by full name to staff, and by first name to students."""
    return say("{name}", name=named.name if named.kind == Capacity.STUDENT and not student else named.short)


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who is asked for something now, or was."""

    step: str
    of: str
    who: Sentence
    mine: bool
    for_whom: Sentence | None  # whom they act for
    by: Sentence  # the day it is due
    late: bool
    open: bool


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody who has looked, and when last."""

    who: Sentence
    at: Sentence


@dataclass(slots=True)
class People:
    """Names for one page about one case; each is looked up once."""

    opened: OpenFile
    by: Standing
    now: datetime
    _named: dict[str, Named] = field(default_factory=dict)
    _seated: dict[tuple[str, date], tuple[str, str]] = field(default_factory=dict)

    @property
    def by_role(self) -> bool:
        """Whether this reader is told of the others by their roles alone."""
        return reads_roles(self.opened.file, self.opened.found.seats)

    @property
    def today(self) -> date:
        return london_day(self.now)

    def know(self, refs: Collection[str]) -> None:
        """Look these up in one go."""
        missing = set(refs) - set(self._named) - {""}
        if missing:
            found = names(missing)
            self._named |= with_roles(found, but=self.by.person) if self.by_role else found

    def name(self, person: str, acting_for: str = "") -> Sentence:
        """ "Mr Obuya", or "Mr Obuya acting for Ms Devlin-Shaw"; never "you"."""
        self.know({person, acting_for})
        found = self._named.get(person)
        if found is None:
            return say("AskFirst")
        said = called(found, student=self.by.capacity is Capacity.STUDENT)
        other = self._named.get(acting_for)
        return said if other is None else say("{name} acting for {other}", name=said, other=called(other, student=False))

    def or_you(self, person: str, acting_for: str = "") -> Sentence:
        """The same, with "You" for whoever reads, as a sentence begins."""
        if person != self.by.person:
            return self.name(person, acting_for)
        return say("You, acting for {other}", other=self.name(acting_for)) if acting_for else say("You")

    def _or_you_within(self, person: str, acting_for: str) -> Sentence:
        return say("you") if person == self.by.person else self.name(person, acting_for)

    def seated(self, seat: str, *, on: date | None = None) -> tuple[str, str]:
        """Who would act in a seat in this case on that day, and for whom; ("", "") where nobody may."""
        key = (seat, on or self.today)
        if key not in self._seated:
            by_name = hats.subjects(seat)[0] if hats.role(seat) in hats.BY_NAME else ""
            sitting = None if by_name else sits(self.opened.case, seat, on=key[1])
            self._seated[key] = (sitting.person, sitting.acting_for) if sitting else (by_name, "")
        return self._seated[key]

    def in_seat(self, seat: str, *, on: date | None = None) -> Sentence:
        """Words for whoever sits there; somebody we have still to reach where nobody does. A seat that is managing is named by that."""
        person, acting = self.seated(seat, on=on)
        if not person and hats.role(seat) == "line-manager-of":
            return say("Whoever manages them")
        return self.name(person, acting) if person else say("somebody we have still to reach")

    def seen_by(self, *, status: bool = False) -> Sentence:
        """ "you and Ms Devlin-Shaw": who sees the words today; with `status`, who sees only how far it has got. Nobody: empty."""
        found: dict[tuple[str, str], None] = {}
        for seat, part in audience(self.opened.workflow, self.opened.file).items():
            if (part is Part.STATUS) is status:
                found[self.seated(seat)] = None
        found.pop(("", ""), None)
        others = [pair for pair in found if pair[0] != self.by.person]
        mine = [pair for pair in found if pair[0] == self.by.person][:1]
        self.know({ref for pair in found for ref in pair})
        return together([self._or_you_within(*pair) for pair in (*mine, *others)]) if found else say("")

    def asked(self) -> list[Asked]:
        """Everybody asked for something, in the order asked."""
        found = []
        for one in self.opened.reached:
            who = self.or_you(one.person, one.acting_for) if one.person else say("Somebody we have still to reach")
            due = day_in_words(london_day(one.due_at), today=self.today)
            mine = one.person == self.by.person
            acting = self.name(one.acting_for) if one.acting_for else None
            found.append(Asked(one.step, one.of, who, mine, acting, due, late=one.due_at < self.now, open=one.ended_at is None))
        return found

    def looks(self) -> list[Look]:
        """Who else has looked, each once with their last time; the newest first."""
        met: dict[tuple[str, str], datetime] = {}
        for look in looked_at(self.opened):
            if look.who != self.by.person:
                met.setdefault((look.who, look.acting_for), look.at)
        self.know({ref for pair in met for ref in pair})
        return [Look(self.name(*pair), moment_in_words(at, now=self.now)) for pair, at in met.items()]
