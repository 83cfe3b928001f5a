"""A path of the walk taken by the running code: each step by whoever really sits there, and time by the worker's pass."""

from dataclasses import replace
from datetime import timedelta

from askfirst.casework import deadlines, steps
from askfirst.casework.bars import matter_of
from askfirst.casework.filed import file_of
from askfirst.casework.kinds.page_handover import keeper
from askfirst.casework.models import Case, CaseStep
from askfirst.casework.onward import DEALT_WITH, WENT_ON, end_first
from askfirst.casework.outside import look_outside
from askfirst.casework.page_listing import AT, NAMED
from askfirst.casework.seated import sitting
from askfirst.casework.workflow import ROUTE, Hat
from askfirst.people import hats
from askfirst.people.calendar import at_eight, london_day
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import Capacity, Standing
from askfirst.people.models import Person
from askfirst.people.resolve import route
from askfirst.people.standing import standing
from tests.clock import london
from tests.machines.paths import ASKER, CLIMBS, CLOSES, LEAVES, LOGGER, SUBJECT, TIME, fill

__all__ = ["Real"]


class Real:
    """One case of the product, carried on as the acts of a path say."""

    def __init__(self, case, walk, opened):
        self.case, self.walk, self.at = case, walk, london(opened)

    def named(self, act, asker):
        """The act, with the asker of this case where the walk had another's reference."""
        return replace(
            act,
            **{
                name: getattr(act, name).replace(asker, self.case.asker_id) if asker else getattr(act, name)
                for name in ("who", "of", "seat")
            },
        )

    def does(self, act):
        self.at += timedelta(minutes=1)
        if act.who == TIME:
            self.time_brings(act)
        else:
            step = self.walk.workflow.step(act.step)
            words = fill(step, act.choices, london_day(self.at))
            steps.take(ref=self.case.ref, step=act.step, by=self.somebody(act), given=words, at=self.at, of=act.of)
        self.case.refresh_from_db()

    def time_brings(self, act):
        if act.step == CLIMBS:
            self.at = self.case.calls.filter(ended_at=None, want=act.of).latest("id").climb_at
            if any(closing.evening for closing in self.walk.workflow.closes.values()):  # its days come by acts of their own
                deadlines._climb(self.at)
                return
        elif act.step == CLOSES:
            self.at = self.case.closes_at
        elif act.step == DEALT_WITH:
            self.what_it_opened_is_over()
            return
        elif act.step not in (LEAVES, CLIMBS, CLOSES):
            self.happens_outside(act)
            return
        else:
            leaves = file_of(self.case).last(self.walk.workflow.leaves)
            leaver = hats.subjects(leaves.seat)[0] if leaves else self.case.asker_id
            Person.objects.filter(pk=leaver).update(left_on=london_day(self.at))
            self.at = at_eight(london_day(self.at) + timedelta(days=1))
        deadlines.run_due(at=self.at)

    def happens_outside(self, act):
        """A page changes for good; whoever left is back the day after, so that the same path may name them again."""
        marks, today = file_of(self.case), london_day(self.at)
        if act.step == "drafter-left":
            self.is_gone_for_a_day(marks.asker, today)
            return
        if act.step in ("owner-leaves", "owner-stays"):
            Person.objects.filter(pk=hats.subjects(keeper(marks))[0]).update(
                left_on=today + timedelta(days=200 + len(marks.taken)) if act.step == "owner-leaves" else None
            )
            look_outside(at=self.at)
            return
        if act.step in ("subject-left", "new-organiser"):
            meant = marks.of("about")[-1:] if act.step == "subject-left" else ()
            self.is_gone_for_a_day(hats.subjects(meant[0].seat)[0] if meant else marks.asker, today)
            return
        seconds, page = marks.of("second-adult")[-1:], marks.of("about-page")[0].of
        gone = Person.objects.filter(pk__in=[hats.subjects(one.seat)[0] for one in seconds if act.step == "second-gone"])
        state = {"page-official": "official", "page-not-official": "mixed"}.get(act.step)
        if state:
            Case.objects.filter(ref=page).update(state=state)
        gone.update(left_on=today)
        self.at = at_eight(today + timedelta(days=1))
        deadlines.run_due(at=self.at)
        gone.update(left_on=None)

    def what_it_opened_is_over(self):
        """Each case that it opened ends; the last of them says so here."""
        for ref in [mark.of for mark in file_of(self.case).of(WENT_ON)]:
            Case.objects.filter(ref=ref).update(ended_at=self.at)
            end_first(Case.objects.get(ref=ref), at=self.at)

    def is_gone_for_a_day(self, ref, today):
        """At four in the morning, when nothing but that is looked at; back at once."""
        Person.objects.filter(pk=ref).update(left_on=today - timedelta(days=1))
        look_outside(at=self.at)
        Person.objects.filter(pk=ref).update(left_on=None)

    def somebody(self, act) -> Standing:
        on = london_day(self.at)
        if act.who == ASKER:
            return standing(self.case.asker_id, on=on, capacity=Capacity(self.case.capacity) if not self.case.logger_id else None)
        if act.who == SUBJECT:
            return standing(hats.subjects(file_of(self.case).of("about")[0].seat)[0], on=on)
        if act.who == LOGGER:
            return standing(self.case.logger_id, on=on)
        return standing(self.sits(act, on), on=on)

    def sits(self, act, on):
        """Who sits in the seat; for somebody further up, in the seat the chain really found."""
        seat, row = act.who, self.walk.workflow.step(act.step)
        if row is not None and row.by == {Hat.DECIDER}:  # the last of the seats that decided is the one further up
            file = file_of(self.case)
            decided = [taken.seat for taken in file.of(ROUTE) if taken.seat in self.walk.workflow.decides(file)]
            seat = decided[-1] if seat.startswith("above:") else decided[0]
        elif seat.startswith("above:"):
            step = self.walk.workflow.step(act.step)
            call = self.case.calls.filter(ended_at=None, step=step.meets if step.answers else self.case.calls.latest("id").step).latest(
                "id"
            )
            seat = call.seat
        elif hats.role(seat) in ("person", "line-manager-of", "dsl"):  # the walk may have the references of another day’s cast
            step = self.walk.workflow.step(act.step)
            call = self.case.calls.filter(ended_at=None, step=step.meets, of=act.of).order_by("id").first() if step.answers else None
            seat = call.seat if call else seat
        if seat.startswith("person:") and seat != "person:" + self.case.asker_id and self.walk.workflow.hats:
            marks = [mark for mark, hat in self.walk.workflow.hats.items() if hat in (Hat.SUBJECT, Hat.ASKER)]
            let_in = file_of(self.case).of(*marks)
            seat = let_in[-1].seat if let_in else seat
        found = sitting(self.case, seat, directory=TheDirectory(), on=on)
        if found is None and hats.role(seat) == "year-lead":  # barred here: whoever the chain really found
            found = route(seat, matter=matter_of(self.case), directory=TheDirectory(), on=on)
        assert found is not None, "nobody sits there: %s" % seat
        return found.person

    def stands(self):
        wanted = set(self.case.calls.filter(ended_at=None).values_list("want", flat=True))
        taken = CaseStep.objects.filter(case=self.case).exclude(step__in=(ROUTE, "inform", "remind", AT, NAMED)).order_by("sequence")
        return file_of(self.case).state, wanted, list(taken.values_list("step", flat=True))
