"""One change to one case, written down: steps, sealed words, calls, who sees it, notices, and last of all the trail. In one transaction.

Nothing else writes a case. Whatever fails on the way undoes the whole change.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from askfirst.casework import access, page_listing
from askfirst.casework.bars import matter_of
from askfirst.casework.families import may_hear
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.models import Case, CaseCall, CaseStep
from askfirst.casework.seated import by_name, sitting
from askfirst.casework.times import WORKING_DAY, moments
from askfirst.casework.workflow import INFORM, OPEN_TO, ROUTE, File, Move, Taken, Want, Workflow, by_machine, outstanding
from askfirst.people.calendar import Calendar, at_eight, london_day, months_after
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import GOVERNANCE, Seat
from askfirst.people.resolve import Route, route
from askfirst.people.who import duty_contact, the_calendar
from askfirst.trail import chain, outbox
from askfirst.vault import seal

__all__ = ["NEWS", "Pen"]

TO_DO, NEWS, DUTY, REMINDER = "to-do", "news", "duty", "reminder"


@dataclass(slots=True)
class Pen:
    """Writes one change. `settle` ends it; nothing is written after."""

    case: Case
    at: datetime
    directory: TheDirectory = field(default_factory=TheDirectory)
    entries: list[dict[str, object]] = field(default_factory=list)
    told: set[tuple[str, str]] = field(default_factory=set)  # (person, kind of notice)
    duty: list[str] = field(default_factory=list)
    calendar: Calendar | None = None

    @property
    def workflow(self) -> Workflow:
        return WORKFLOWS[self.case.kind]

    def write(
        self,
        step: str,
        *,
        by: str = "",
        acting_for: str = "",
        of: str = "",
        seat: Seat = "",
        words: Mapping[str, object] | None = None,
        end: str = "",
    ) -> Taken:
        """One step, its words sealed under its sequence, and whatever the table says follows from it."""
        case, before = self.case, self.case.state
        so_far = file_of(case).taken
        case.version += 1
        case.state = end or before
        digest = ""
        if words:
            seal.seal(case=case.ref, name="step-%d" % case.version, words=words, at=self.at)
            digest = seal.digest(case.ref, words)
        CaseStep.objects.create(
            case=case, sequence=case.version, step=step, of=of, seat=seat, by_id=by or None, acting_for_id=acting_for or None, at=self.at
        )
        self.entries.append(
            {
                "what": step,
                "who": by,
                "acting_for": acting_for,
                "of": of,
                "before": before,
                "after": case.state,
                "words": digest,
                "seat": seat,
            }
        )
        taken = Taken(case.version, step, self.at, of=of, by=by, acting_for=acting_for, seat=seat)
        case.taken = case.version, (*so_far, taken)
        self.moves(self.workflow.follows(file_of(case), taken))
        return taken

    def moves(self, moves: Collection[Move]) -> None:
        """The machine's own steps; whoever is let in by one hears that there is something to know, and the asker of one that says so.

        A parent or carer who may not be told of the student is let in by none.
        """
        for move in moves:
            if not may_hear(self.case, move, on=london_day(self.at)):
                continue
            row = self.workflow.step(move.step)
            own = row if by_machine(row) else None
            self.write(move.step, of=move.of, seat=move.seat, end=(own.end or "") if own else "")
            if own and own.tells:
                self.tell(self.case.whose, NEWS)
            if move.step in (INFORM, OPEN_TO) and not move.seat.startswith("head:"):
                self.tell_holder(move.seat)

    def tell(self, person: str, kind: str) -> None:
        if person:
            self.told.add((person, kind))

    def tell_holder(self, seat: Seat) -> None:
        """Whoever sits there today, or acts for them; a seat that only this case bars is passed over in silence."""
        found = sitting(self.case, seat, directory=self.directory, on=london_day(self.at))
        if found is not None:
            self.tell(found.person, NEWS)

    def reach(self, want: Want, file: File) -> bool:
        """Ask the next person on the chain for what is wanted; False at the end of it, where somebody only routes and nobody decides."""
        asked = [taken.seat for taken in file.of(ROUTE) if taken.of == want.key]
        found = self._next(want, asked)
        if found is None and want.alone:
            return False
        self._wake_duty_contact(want, found)
        if found is None:
            if not file.has(INFORM, of=want.key):
                self.moves([Move(INFORM, of=want.key, seat=GOVERNANCE)])
            return False
        self.write(ROUTE, of=want.key, seat=found.seat)
        self.calendar = self.calendar or the_calendar()
        times = moments(want.clock, asked=self.at, deadline=self.case.deadline_at, calendar=self.calendar)
        CaseCall.objects.create(
            case=self.case, want=want.key, step=want.step, of=want.of, rank=len(asked), seat=found.seat, asked_at=self.at,
            remind_at=times.remind, due_at=times.due, climb_at=times.climb,
        )  # fmt: skip
        self.tell(found.person, TO_DO)
        return True

    def _next(self, want: Want, asked: list[Seat]) -> Route | None:
        """Whoever is asked by name first, then along the chain."""
        on = london_day(self.at)
        if by_name(want.first) and want.first not in asked:
            found = sitting(self.case, want.first, directory=self.directory, on=on)
            if found is not None:
                return found
        if want.alone:
            return None
        return route(want.first, matter=matter_of(self.case), directory=self.directory, on=on, passed=(*want.passed, *asked))

    def _wake_duty_contact(self, want: Want, found: Route | None) -> None:
        """A Headteacher away with nobody acting for them: the Trust's duty contact hears of it, and decides nothing (A12)."""
        skipped = found.skipped if found else ()
        away = {skip.seat for skip in skipped if skip.reason == "absent" and skip.seat.startswith("head:")}
        stood_in = {
            skip.seat for skip in skipped if skip.seat in away and self.directory.delegates(skip.person, skip.seat, london_day(self.at))
        }
        if found is None or away - stood_in:
            self.duty.append(want.key)

    def settle(self) -> None:
        """Calls as the case now wants them, who sees it, when it is due, the notices, and the trail."""
        file = file_of(self.case)
        wanted = {want.key: want for want in outstanding(self.workflow, file)}
        stand = set(self.case.calls.filter(ended_at=None).values_list("want", flat=True))
        self.case.calls.filter(ended_at=None).exclude(want__in=wanted).update(ended_at=self.at)
        for key, want in wanted.items():
            if key not in stand:
                self.reach(want, file)
        file = file_of(self.case)
        if self.case.state in self.workflow.over and self.case.ended_at is None:
            self.case.ended_at = self.at
        elif self.case.state not in self.workflow.over:
            self.case.ended_at = None
        first = self.case.calls.filter(ended_at=None).order_by("due_at").values_list("due_at", flat=True).first()
        self.case.due_at = self.case.deadline_at if first and self.case.deadline_at else first
        self._closing()
        self.case.save()
        access.rewrite(self.case, self.workflow, file)
        page_listing.rewrite(self.case, file)
        self._notices()
        for entry in self.entries:
            self._trail(entry)

    def _closing(self) -> None:
        """When it closes by itself, counted from the change that brought it here."""
        closing = self.workflow.closes.get(self.case.state)
        if closing is None:
            self.case.closes_at = None
        elif closing.morning and (mark := file_of(self.case).last(closing.on)) is not None:
            morning = at_eight(date.fromisoformat(mark.of))
            came = self.case.closes_at is None or any(entry["before"] != self.case.state for entry in self.entries)
            if morning > self.at:
                self.case.closes_at = morning
            elif came:
                self.case.closes_at = at_eight(london_day(self.at)) + WORKING_DAY if closing.evening else self.at
        elif self.case.closes_at is None or any(entry["before"] != self.case.state for entry in self.entries):
            self.calendar = self.calendar or the_calendar()
            mark = file_of(self.case).last(closing.on) if closing.on else None
            since = file_of(self.case).last(*closing.since) if closing.since else None
            began = london_day(since.at if since else self.at)
            day = months_after(self.calendar.add_school_days(began, closing.days), closing.months)
            day = date.fromisoformat(mark.of) if mark else day
            self.case.closes_at = at_eight(day) + WORKING_DAY

    def _notices(self) -> None:
        """One notice a person and change; something to do outweighs something to know."""
        do = {person for person, kind in self.told if kind != NEWS}
        for person, kind in sorted(self.told):
            if kind == NEWS and person in do:
                continue
            key = ":".join((self.case.ref, str(self.case.version), person, kind))
            outbox.queue(key=key, to=person, kind=kind, case=self.case.ref, at=self.at)
        contact = duty_contact() if self.duty else None
        for want in self.duty if contact else ():
            key = ":".join((self.case.ref, DUTY, want))
            outbox.queue(key=key, to="", address=contact.email if contact else "", kind=DUTY, case=self.case.ref, at=self.at)

    def _trail(self, entry: Mapping[str, object]) -> None:
        held = {name: str(value) for name, value in entry.items() if name != "seat"}
        held["of"] = held["of"] or str(entry["seat"])
        chain.append(chain=self.case.ref, at=self.at, clauses=tuple(self.case.clauses.split()), edition=self.case.edition, **held)
