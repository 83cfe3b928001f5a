"""The machine: people come, go, move, are away, act for each other and turn out to be related, while cases of every kind are opened and carried on."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from askfirst.casework import access, bars, deadlines, reading, steps
from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.gates import Refused
from askfirst.casework.merged import merge_people
from askfirst.casework.models import Case, CaseBar, CaseCall
from askfirst.casework.workflow import Hat
from askfirst.people.calendar import london_day
from askfirst.people.models import Absence, Conflict, Delegation, Holding, Person, Post, Relative
from askfirst.people.standing import standing
from askfirst.trail import chain
from askfirst.trail.models import Event, Notice
from tests.access.cells import ROWS
from tests.cast import who
from tests.clock import london
from tests.machines.by_hand import NOTHING, Glance, close_to, managers_of
from tests.machines.paths import Walk, fill
from tests.onward import ONWARD

__all__ = ["ALWAYS", "BY_HAND", "CAST", "OTHERS", "Work", "done"]

LONDON = ZoneInfo("Europe/London")
BEGINS = london("2026-11-23 09:00")
STAFF = (
    "harrow", "pascoe", "devlin", "obuya", "achterberg", "adelakun", "sethuraman", "pritchard", "braithwaite", "standish", "abernethy", "dunmore",
    "barrowman",
)  # fmt: skip
CAST = (*STAFF, "quarshie", "vasquez-thorne", "farouk", "osei")
SEATS = (
    "head:northgate", "head:eastfield", "deputy-head:northgate", "trust-lead", "chair", "vice-chair", "dpo", "deputy-dpo", "data-trustee",
    "hr", "comms", "governance",
    "tutor:northgate:9S", "year-lead:northgate:9", "year-lead:eastfield:13", "dsl:northgate",
)  # fmt: skip
SCHOOLS = ("northgate", "eastfield")
STEPS = {kind: [step.id for step in workflow.steps] for kind, workflow in WORKFLOWS.items()}
WALKS = {kind: Walk(workflow) for kind, workflow in WORKFLOWS.items()}
OTHERS = sorted(set(WORKFLOWS) - {"question", "press"})
BY_HAND = [kind for kind in OTHERS if kind not in ONWARD]
OPENINGS = {kind: [row.details for row in ROWS if row.kind == kind] for kind in BY_HAND}  # as the access matrix has them
MOST_CASES = 7
SCHOOLS = ("northgate", "eastfield")
STUDENTS = (("farouk", "northgate", "whitlam", "qureshi"), ("osei", "eastfield", "omondi", "barrowman"))
"""A student, where, the safeguarding lead there and who leads the year."""
WORRY = {"danger": "no", "where": "https://x.example/1", "when": "Now", "what": "A post.", "about": "student", "hurt": "nobody"}
WEIGHED = {"safeguarding": "no", "lawful": "not-lawful", "reason": "It names somebody.", "pri_2": True}

people = st.integers(0, 10_000)
some = st.integers(0, 10_000)
lengths = st.integers(0, 9)
done: Counter[str] = Counter()


class Work(RuleBasedStateMachine):
    """One history, in a transaction that is rolled back. `done` counts what happened in all of them."""

    def __init__(self):
        super().__init__()
        self.atom = transaction.atomic()
        self.atom.__enter__()
        self.at = BEGINS
        self.cast = [who(name) for name in CAST]
        self.named = {name: who(name) for row in STUDENTS for name in row if name not in SCHOOLS}  # names change on the way
        self.shut: dict[str, set] = {}
        self.about: dict[str, set] = {}  # whose matter a case is, and whom else it is about
        self.looks = 0
        self.viewers: list[str] = []
        self.versions: dict[str, int] = {}
        self.morning = False
        self.glanced = self.looked = self.compared = None
        self.standings: dict[tuple, object] = {}

    def teardown(self):
        transaction.set_rollback(True)
        self.atom.__exit__(None, None, None)

    # ------------------------------------------------------------ what the rules need

    @property
    def on(self) -> date:
        return london_day(self.at)

    def one(self, number):
        return self.cast[number % len(self.cast)]

    def by(self, ref):
        """Asked anew after every change to people and on every day; a change to a case alone changes nobody's seats."""
        if (ref, self.on) not in self.standings:
            self.standings[ref, self.on] = standing(ref, on=self.on)
        return self.standings[ref, self.on]

    def glance(self):
        if self.glanced is None:
            self.glanced = Glance(self.on, self.shut)
        return self.glanced

    def moved(self, what, *viewers):
        """Something changed, and these people are looked at closely after it."""
        done[what] += 1
        self.glanced = None
        if not what.startswith(("opened", "took")):
            self.standings = {}
        self.viewers = [ref for ref in viewers if ref]
        self.at += timedelta(minutes=1)

    # ------------------------------------------------------------ people

    @rule(manager=people, school=st.sampled_from(SCHOOLS))
    @precondition(lambda self: len(self.cast) < len(CAST) + 3)
    def somebody_is_hired(self, manager, school):
        number = Person.objects.count()
        new = Person.objects.create_person("hired-%d" % number, name="Hired %d" % number, short="Hired", kind="staff", school_id=school)
        Post.objects.create(person=new, school_id=school, line_manager_id=self.one(manager), starts=self.on)
        self.cast.append(new.ref)
        self.moved("hired", new.ref, self.one(manager))

    @rule(person=people, days=lengths)
    def somebody_leaves(self, person, days):
        Person.objects.filter(ref=self.one(person)).update(left_on=self.on + timedelta(days=days - 5))
        self.moved("left", self.one(person))

    @rule(person=people)
    def somebody_comes_back_to_work(self, person):
        Person.objects.filter(ref=self.one(person), left_on__isnull=False, is_active=True).update(left_on=None)
        self.moved("back", self.one(person))

    @rule(person=people, manager=people, school=st.sampled_from(SCHOOLS))
    def somebody_moves_post_or_gets_another_manager(self, person, manager, school):
        ref, new = self.one(person), self.one(manager)
        if ref == new or Person.objects.get(ref=ref).kind != "staff":
            return
        Post.objects.filter(person=ref, main=True, ends=None, starts__gte=self.on).delete()
        Post.objects.filter(person=ref, main=True, ends=None).update(ends=self.on - timedelta(days=1))
        Post.objects.create(person_id=ref, school_id=school, line_manager_id=new, starts=self.on)
        self.moved("moved post", ref, new)

    @rule(person=people, seat=st.sampled_from(SEATS), days=lengths)
    def a_seat_is_gained(self, person, seat, days):
        ends = self.on + timedelta(days=days) if days < 5 else None
        Holding.objects.get_or_create(seat=seat, person_id=self.one(person), starts=self.on, defaults={"ends": ends})
        self.moved("seat gained", self.one(person))

    @rule(seat=st.sampled_from(SEATS))
    def a_seat_is_lost_by_whoever_had_it_longest(self, seat):
        row = Holding.objects.filter(seat=seat, starts__lt=self.on, ends=None).order_by("starts", "pk").first()
        if row is not None:
            Holding.objects.filter(pk=row.pk).update(ends=self.on - timedelta(days=1))
            self.moved("seat lost", row.person_id)

    @rule(person=people, days=lengths)
    def somebody_is_away(self, person, days):
        Absence.objects.create(person_id=self.one(person), starts=self.on, ends=self.on + timedelta(days=days))
        self.moved("away", self.one(person))

    @rule(giver=people, to=people, matters=st.sampled_from(["headteacher", "line-manager"]), days=lengths)
    def somebody_acts_for_somebody(self, giver, to, matters, days):
        if self.one(giver) == self.one(to):
            return
        ends = self.on + timedelta(days=days)
        Delegation.objects.create(person_id=self.one(giver), to_id=self.one(to), matters=matters, starts=self.on, ends=ends)
        self.moved("delegation", self.one(giver), self.one(to))

    @rule(school=st.sampled_from(SCHOOLS), to=people, days=lengths, asked=st.booleans())
    def a_head_is_away_and_whoever_acts_is_asked_by_a_journalist(self, school, to, days, asked):
        ends, to = self.on + timedelta(days=days), self.one(to)
        heads = [row.person_id for row in self.glance().holdings if row.seat == "head:" + school and row.person_id != to]
        for head in heads:
            Absence.objects.create(person_id=head, starts=self.on, ends=ends)
            Delegation.objects.create(person_id=head, to_id=to, matters="headteacher", starts=self.on, ends=ends)
        self.moved("head away", to)
        if asked and len(self.shut) < MOST_CASES:
            self.opens("press", to, {"asked": "About a post", "schools": [school]})

    @rule(days=lengths, all_of_them=st.booleans())
    def the_top_of_the_trust_is_away(self, days, all_of_them):
        seats = ("trust-lead", "chair", "vice-chair") if all_of_them else ("trust-lead",)
        for row in [row for row in self.glance().holdings if row.seat in seats]:
            Absence.objects.create(person_id=row.person_id, starts=self.on, ends=self.on + timedelta(days=days))
        self.moved("top away")

    def tie(self, one, other):
        """As whoever records it does: the doors shut at once."""
        bars.bar_again({one, other}, on=self.on)
        for ref, about in self.about.items():
            if about & {one, other}:
                self.shut[ref] |= {one, other} & self.close(about)

    def close(self, about):
        return set().union(*(close_to(ref, self.on) for ref in about))

    @rule(one=people, other=people)
    def two_turn_out_to_be_related(self, one, other):
        one, other = self.one(one), self.one(other)
        if one == other or Relative.objects.filter(person=one, other=other).exists():
            return
        Relative.objects.create(person_id=one, other_id=other, how="cousin of", starts=self.on)
        self.tie(one, other)
        self.moved("relatives", one, other)

    @rule(case=some, one=some)
    @precondition(lambda self: self.shut)
    def whoever_was_asked_declares_a_conflict(self, case, one):
        case = self.case(case)
        asked = self.sitting(case)
        person = asked[one % len(asked)][0] if asked else self.one(one)
        if case.asker_id and person != case.asker_id:
            Conflict.objects.create(person_id=person, about_id=case.asker_id, since=self.on)
            self.tie(person, case.asker_id)
            self.moved("conflict", person)

    @rule(person=people, number=some)
    def somebody_is_renamed(self, person, number):
        Person.objects.filter(ref=self.one(person)).update(name="New %d" % number, short="New", username="new-%s" % self.one(person))
        self.moved("renamed", self.one(person))

    @rule(gone=people, into=people)
    @precondition(lambda self: len(self.cast) > len(CAST) - 3 and self.shut)
    def two_records_are_one_person(self, gone, into):
        gone, into = self.one(gone), self.one(into)
        kinds = [Person.objects.get(ref=ref).kind for ref in (gone, into)]
        if gone == into or kinds[0] != kinds[1]:
            return
        merge_people(gone=gone, into=into, by=self.by(into), at=self.at)
        for case in self.shut:
            shut = self.shut[case] = {into if ref == gone else ref for ref in self.shut[case]}
            about = self.about[case] = {into if ref == gone else ref for ref in self.about[case]}
            if into in about | self.close(about):
                shut |= {into} | (close_to(into, self.on) if into in about else set())
        self.cast.remove(gone)
        self.moved("merged", into, gone)

    # ------------------------------------------------------------ cases

    def case(self, number):
        return Case.objects.get(ref=list(self.shut)[number % len(self.shut)])

    def opens(self, kind, ref, details, *, unwanted=(), named=()):
        if kind == "exemption":  # part of a page of their own, which need not be official yet
            page = self.opens("page", ref, next(row for row in OPENINGS["page"] if "owner" not in row))
            details = {**details, "about_page": page or "none"}
        try:
            new = steps.open_case(kind=kind, by=self.by(ref), details=details, at=self.at)
        except (BadField, Refused):
            return ""  # a student has no line manager to ask, nor staff a tutor; whoever has left asks nobody
        self.opened(new, unwanted=unwanted, named=named)
        return new

    def opened(self, ref, *, unwanted=(), named=()):
        case = Case.objects.get(ref=ref)
        about = {case.asker_id, *named}
        assert set(case.bars.filter(reason="about").values_list("person_id", flat=True)) >= about, "whom it is about is not barred"
        self.about[ref] = about | set(CaseBar.objects.filter(case=case, reason="about").values_list("person_id", flat=True))
        passed = (
            CaseBar.objects.filter(case=case, reason="unwanted").values_list("person_id", flat=True) if case.kind in OTHERS else unwanted
        )
        self.shut[ref] = {*self.about[ref], *self.close(self.about[ref]), *passed}
        self.moved("opened " + case.kind, case.asker_id)

    @initialize(
        first=st.sampled_from(["harrow", "standish", "farouk", "devlin"]),
        second=st.sampled_from(["harrow", "osei", "achterberg", "obuya"]),
        third=st.sampled_from(["harrow", "standish", "obuya", "vasquez-thorne"]),
        row=some,
    )
    def cases_are_there(self, first, second, third, row):
        asked = {"text": "May I?", "to": "tutor" if first == "farouk" else "line-manager"}
        self.opened(steps.open_case(kind="question", by=self.by(who(first)), details=asked, at=self.at))
        enquiry = {"asked": "About a post", "schools": ["northgate"]}
        self.opened(steps.open_case(kind="press", by=self.by(who(second)), details=enquiry, at=self.at))
        kind = BY_HAND[row % len(BY_HAND)]  # spread wider than a choice of them would be
        self.opens(kind, who(third), OPENINGS[kind][row % len(OPENINGS[kind])])

    @rule(person=people, to=st.sampled_from(["line-manager", "line-manager", "someone-else", "tutor", "head-of-year", "safeguarding-lead"]))
    @precondition(lambda self: len(self.shut) < MOST_CASES)
    def somebody_asks(self, person, to):
        ref = self.one(person)
        unwanted = managers_of(ref, self.on) if to == "someone-else" else ()
        self.opens("question", ref, {"text": "May I?", "to": to}, unwanted=unwanted)

    @rule(
        person=people,
        which=st.sampled_from(
            [{"schools": ["northgate"]}, {"schools": ["northgate"]}, {"schools": ["northgate", "eastfield"]}, {"schools": ["eastfield"]},
             {"unsure_which": True}, {"about_no_school": True}, {"about_a_post": False}]
        ),
        whose=st.none() | people,
        soon=st.booleans(),
    )  # fmt: skip
    @precondition(lambda self: len(self.shut) < MOST_CASES)
    def a_journalist_asks_somebody(self, person, which, whose, soon):
        details = {"asked": "About a post", **which}
        if whose is not None:
            details["whose"] = Person.objects.get(ref=self.one(whose)).username
        if soon:
            details["deadline"] = (self.at + timedelta(minutes=45)).isoformat()
        self.opens("press", self.one(person), details)

    @rule(person=people, row=some, named=people | st.none())
    @precondition(lambda self: len(self.shut) < MOST_CASES)
    def somebody_tells_of_something(self, person, row, named):
        """As one of the rows of the access matrix has it; whoever is named in a row is somebody else here."""
        kind = BY_HAND[(person + row) % len(BY_HAND)]
        ref, rows = self.one(person), OPENINGS[kind]
        details, other = dict(rows[row % len(rows)]), self.one(named) if named is not None else ""
        known = {name for name, value in details.items() if value in CAST}
        if kind == "interest" and other:
            known |= {"about"}
        for name in known & set(details) if not other else known:
            details[name] = Person.objects.get(ref=other or self.one(row)).username
        self.opens(kind, ref, details, named={other} if kind == "interest" and other else set())

    def sitting(self, case):
        """(person, step, of) for every open call and whoever may come in by its seat."""
        seen = self.glance()
        return [(ref, call.step, call.of) for ref in self.cast for call in seen.asked(case, ref)]

    def takes(self, ref, case, step, of, way=0):
        seen, walk = self.glance(), WALKS[case.kind]
        row, ways = next(one for one in walk.workflow.steps if one.id == step), walk.ways[step]
        way = ways[way % len(ways)]
        visible = seen.part(case, ref) != NOTHING
        allowed = visible and seen.may(case, ref, step, of) and walk.sent(file_of(case), row, way) is not None
        by_name = {call.of for call in seen.asked(case, ref) if call.seat == "person:" + ref and call.step == row.meets}
        before = case.version
        try:
            steps.take(ref=case.ref, step=step, by=self.by(ref), given=fill(row, way, self.on), at=self.at, of=of)
            took = True
        except Missing:
            assert not visible, "somebody who sees a case was told that there is none"
            took = False
        except (BadField, Refused) as problem:
            assert visible, "a refusal tells that there is a case"
            took = False
            if isinstance(problem, BadField) and case.kind in OTHERS:
                allowed = False  # somebody who is named in it may be themselves by now, or have left
        assert took == allowed, (case.kind, case.state, step, of, "was taken" if took else "was refused")
        if took and case.kind == "exemption" and step == "second":
            new = set(CaseBar.objects.filter(case=case, reason="about").values_list("person_id", flat=True)) - self.about[case.ref]
            self.about[case.ref] |= new
            self.shut[case.ref] |= new | self.close(new)
        if took:
            taken = case.steps.get(sequence=before + 1)
            if Hat.ASKED in row.by and Hat.ASKER not in row.by and taken.of not in by_name:
                shut = self.shut[case.ref]
                assert not ({case.asker_id} - {None}) & {taken.by_id, taken.acting_for_id}, "somebody decided their own matter"
                assert not {taken.by_id, taken.acting_for_id} & shut, "somebody too close, or passed over, decided"
            self.moved("took " + step, ref)
            self.went_on(case)
        else:
            done["refused" if visible else "missing"] += 1

    def went_on(self, first):
        """Whoever may not come into a case, nor whoever told of it, may come into what it opened (A45)."""
        for mark in first.steps.filter(step="went-on").exclude(of__in=self.shut):
            case = Case.objects.get(ref=mark.of)
            about = set(case.bars.filter(reason="about").values_list("person_id", flat=True))
            told = {first.asker_id, first.logger_id} - {None}
            assert about, "whom it is about is not barred"
            self.about[case.ref] = about | told
            self.shut[case.ref] = {*self.about[case.ref], *self.close(self.about[case.ref]), *self.shut[first.ref]}
            self.moved("opened " + case.kind, first.asker_id)

    @rule(person=people, which=some)
    @precondition(lambda self: len(self.shut) < MOST_CASES)
    def a_concern_goes_the_student_way(self, person, which):
        """Told by anybody about a student, cleared and weighed by whoever sits there, and sent on: as far as they are there to do it."""
        about, school, lead, year = STUDENTS[which % len(STUDENTS)]
        told = {**WORRY, "name": Person.objects.get(ref=self.named[about]).name, "school": school}
        ref = self.opens("concern", self.one(person), told)
        self.cast += [one for one in (self.named[lead], self.named[year]) if one not in self.cast]
        for name, step, given in (
            (lead, "clear", {"triage": "usual"}),
            (year, "weigh", WEIGHED),
            (year, "to-student-route", {"summary": "A post."}),
        ):
            try:
                steps.take(ref=ref or "", step=step, by=self.by(self.named[name]), given=given, at=self.at)
            except (Missing, Refused):
                return  # away, gone, or too close to somebody in it
            self.moved("took " + step, self.named[name])
        self.went_on(Case.objects.get(ref=ref))

    @rule(case=some, person=people, step=some, school=st.sampled_from(["northgate", "eastfield", "trust"]))
    @precondition(lambda self: self.shut)
    def anybody_tries_anything(self, case, person, step, school):
        case = self.case(case)
        named = STEPS[case.kind][step % len(STEPS[case.kind])]
        self.takes(self.one(person), case, named, school if named in ("consult", "name-school") else "", step)

    @rule(case=some, which=some)
    @precondition(lambda self: self.shut)
    def whoever_was_asked_answers(self, case, which):
        self.one_who_was_asked(case, which, pass_on=False)

    @rule(case=some, which=some)
    @precondition(lambda self: self.shut)
    def whoever_was_asked_advises(self, case, which):
        self.one_who_was_asked(case, which, pass_on=False)

    @rule(case=some, which=some)
    @precondition(lambda self: self.shut)
    def whoever_was_asked_passes_it_on(self, case, which):
        self.one_who_was_asked(case, which, pass_on=True)

    @rule(case=some, which=some, times=st.integers(1, 4))
    @precondition(lambda self: self.shut)
    def what_was_told_is_carried_on(self, case, which, times):
        """Talked about, settled, confirmed: one step after another, each by somebody who was asked."""
        told = [number for number, ref in enumerate(self.shut) if Case.objects.get(ref=ref).kind in OTHERS]
        for turn in range(times if told else 0):
            self.one_who_was_asked(told[case % len(told)], which + turn * 7, pass_on=False)

    def one_who_was_asked(self, case, which, *, pass_on):
        case = self.case(case)
        asked = self.sitting(case)
        if not asked:
            return
        ref, step, of = asked[which % len(asked)]
        if step == "name-school":
            of = "northgate"
        if step == "answer":
            step, of = ("pass-on" if pass_on else "answer"), ""
        elif case.kind in OTHERS:
            answers = [row.id for row in WORKFLOWS[case.kind].steps if row.answers and row.meets == step]
            step, of = (answers[(which // len(asked)) % len(answers)], of) if answers else (step, "")  # wanted, and others may do it too
        self.takes(ref, case, step, of, which)

    @rule(case=some, logger=st.booleans())
    @precondition(lambda self: self.shut)
    def whoever_it_belongs_to_goes_on(self, case, logger):
        """What brings a case on, if it may be done: a response, another question, an end."""
        case = self.case(case)
        ref = case.logger_id if logger and case.logger_id else case.asker_id
        if ref is None:
            return  # a record of a student is nobody's own
        bring_on = {"asked": "delete-draft", "answered": "ask-again" if logger else "that-helps", "pending": "respond"}
        step = bring_on.get(case.state, "finish" if case.kind == "press" else "withdraw")
        if case.kind in OTHERS:
            seen = self.glance()
            can = [step for step in STEPS[case.kind] if seen.part(case, ref) and seen.may(case, ref, step, "") and step != "withdraw"]
            step = can[self.at.minute % len(can)] if can else STEPS[case.kind][self.at.minute % len(STEPS[case.kind])]
        self.takes(ref, case, step, "", self.at.minute)

    @rule(case=some, step=some)
    @precondition(lambda self: self.shut)
    def whoever_it_belongs_to_tries_anything(self, case, step):
        case = self.case(case)
        named = STEPS[case.kind][step % len(STEPS[case.kind])]
        if case.asker_id is None:
            return
        self.takes(case.asker_id, case, named, "northgate" if named in ("consult", "name-school") else "", step)

    @rule(case=some, person=people)
    @precondition(lambda self: self.shut)
    def somebody_opens_the_page(self, case, person):
        case, ref = self.case(case), self.one(person)
        seen = self.glance().part(case, ref)
        try:
            opened = reading.open_file(case.ref, by=self.by(ref), at=self.at)
        except Missing:
            assert seen == NOTHING
            done["missing"] += 1
            return
        assert int(opened.found.part) == seen
        for offer in opened.offers:
            of = offer.of if offer.step.id != "name-school" else "brannocks"
            assert (offer.refusals == ()) == self.glance().may(case, ref, offer.step.id, of), (offer.step.id, of)
        done["read"] += 1

    # ------------------------------------------------------------ time

    @rule(minutes=st.sampled_from([20, 35, 70]))
    def minutes_pass(self, minutes):
        self.at += timedelta(minutes=minutes)
        self.the_worker_runs()

    @rule(days=st.sampled_from([1, 1, 1, 2, 3, 7]))
    def days_pass(self, days):
        self.at = datetime.combine(self.on + timedelta(days=days), time(8, 30), LONDON).astimezone(BEGINS.tzinfo)
        self.the_worker_runs()
        self.morning = True

    def the_worker_runs(self):
        before = {notice.id for notice in Notice.objects.all()}
        deadlines.run_due(at=self.at)
        told = Notice.objects.count()
        deadlines.run_due(at=self.at)
        assert Notice.objects.count() == told, "a second pass at the same moment told somebody again"
        self.moved("time", *Notice.objects.exclude(id__in=before).exclude(to="").values_list("to", flat=True)[:2])

    # ------------------------------------------------------------ what always holds

    @invariant()
    def listed_equals_counted_equals_allowed_equals_by_hand(self):
        seen = self.glance()
        if seen is self.looked:
            return  # nothing has changed
        self.looked = seen
        self.looks += 1
        for ref in dict.fromkeys([*self.viewers[:1], *([self.one(self.looks)] if self.looks % 3 == 0 else [])]):
            by = self.by(ref)
            assert dict(by.seats) == seen.seats(ref)
            allowed = seen.listed(ref)
            assert [(line.ref, int(line.part)) for line in access.page(by)] == allowed, "the list is not what is allowed"
            assert access.count(by) == len(allowed), "the count is not the length of the list"
            for case in seen.cases:
                try:
                    found = int(access.find(case.ref, by).part)
                except Missing:
                    found = NOTHING
                assert found == seen.part(case, ref), "a case is found otherwise than it is listed"
            reached = sorted(call.id for case in seen.cases for call in seen.asked(case, ref))
            assert len(access.to_do(by, at=self.at)) == len(reached), "what waits is not what was asked"
            done["looks"] += 1

    @invariant()
    def rows_are_what_the_steps_say(self):
        if self.compared is not self.glance():
            self.compared = self.glance()
            assert access.differences() == [], "a row of access is not what the steps say"

    @invariant()
    def whoever_is_asked_was_asked_by_a_step_and_may_act(self):
        seen = self.glance()
        for case in seen.cases:
            routed = [(step.of, step.seat) for step in seen.steps[case.id] if step.step == "route"]
            assert [(call.want, call.seat) for call in seen.calls[case.id]] == routed, "a call without its step"

    @invariant()
    def nobody_who_is_shut_out_is_told(self):
        """A notice of something to do goes to whoever may do it."""
        latest = Notice.objects.filter(kind="to-do", made_at__gte=self.at - timedelta(minutes=1)).exclude(to="")
        for notice in latest:
            own = CaseCall.objects.filter(case__ref=notice.case, seat="person:" + notice.to).exists()
            assert own or notice.to not in self.shut.get(notice.case, set()), "somebody was asked who must not know of it"

    @invariant()
    def every_trail_is_whole_and_tells_every_step(self):
        seen = self.glance()
        for case in seen.cases:
            if self.versions.get(case.ref) != case.version:
                assert chain.verify(case.ref) == ()
                told = Event.objects.filter(chain=case.ref).exclude(what="read").order_by("sequence").values_list("what", flat=True)
                assert list(told) == [step.step for step in seen.steps[case.id]], "a step without its line in the trail"
                self.versions[case.ref] = case.version

    @invariant()
    def nothing_waits_unseen(self):
        """From the morning on: whatever is wanted was asked of somebody who may act, or the governance professional was told."""
        if not self.morning:
            return
        self.morning = False
        seen = self.glance()
        for case in seen.cases:
            assert seen.stuck(case) == [], "nobody was told of what is wanted"


ALWAYS = [name for name, law in vars(Work).items() if hasattr(law, "hypothesis_stateful_invariant")]
assert len(ALWAYS) > 5, "what always holds is found by its mark"
