"""Who holds what, who sees what and who may do what, worked out slowly and by hand: workflows.md 3.0, 3.1, 3.7 and 3.21, rulings 4, 5 and 7.

Every row is read as it stands in the tables of people and of steps taken. The rows of access, the bars, the seats and the refusals of the
product are what is looked at, so nothing of them is used here. Of a kind's table only its rows are taken: in which states a step is taken,
by which hats, and what is wanted; questions and enquiries stand here in full.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q

from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.models import Case, CaseCall, CaseStep
from askfirst.casework.workflow import Hat
from askfirst.people.models import Conflict, Delegation, Guardian, Holding, Person, Post, Relative

__all__ = ["ANSWERED_PRESS", "LAWS", "Glance", "close_to", "managers_of"]

NOTHING, STATUS, ALL = 0, 1, 3
TRUSTEES = ("chair", "vice-chair", "data-trustee")


def talked(file):
    """Since it was told or sent, handed on, changed or asked again (MAN-3, HYB-4)."""
    after = [one.step for one in file.taken]
    while set(after) & {"submit", "ask-again", "changed", "hand-on", "reopen"}:
        after = after[1:]
    return "talk" in after


def all_were_asked(file):
    """Each Headteacher of a school that was named, before any response (SNS-12)."""
    if any(one.step == "advice-only" for one in file.taken):
        return True
    owed, asked = ({one.of for one in file.taken if one.step == step} for step in ("owe", "consult"))
    return bool(owed) and owed <= asked


def known_who_posted_it(file):
    """Somebody here, by name, before anything is sent to them (CON-6)."""
    return any(one.step == "poster" and one.seat.startswith("person:") for one in file.taken)


def tasks_done(file):
    """People, account and rules (HYB-4)."""
    return {"people", "account", "rules"} <= {one.step for one in file.taken}


def data_looked_at(file):
    """By the Data Protection Officer, where it shows student data as its rules stand now."""
    steps = [one.step for one in file.taken]
    shown = [step for step in steps if step in ("student-data", "no-student-data")]
    return "dpo-look" in steps or shown[-1:] != ["student-data"]


def mix_ended(file):
    """The plan carried out since it was last found mixed (HYB-2)."""
    steps = [one.step for one in file.taken if one.step in ("mixed-found", "still-mixed", "mended")]
    return not steps or steps[-1] == "mended"


def has_a_tutor(file):
    """Somebody to share it with."""
    return any(one.step == "tutor-of" for one in file.taken)


def copy_asked_for(file):
    """A copy, where two months are added: the law gives them for nothing else."""
    return any(one.step == "copy" for one in file.taken)


def not_longer_yet(file):
    """Once only, each time it is asked."""
    steps = [one.step for one in file.taken if one.step in ("open", "ask-again", "extend", "reopen")]
    return steps[-1] != "extend"


def rule_is_recorded(file):
    """A photo rule (CON-3)."""
    return any(one.step == "rule" and one.of in ("public", "school", "none") for one in file.taken)


def _marks(file, *marks):
    """The last of marks that undo each other; "" where none was made."""
    return ([one.step for one in file.taken if one.step in marks] or [""])[-1]


def has_read(file):
    """Whoever proposes it has read the advice (SNS-7)."""
    return "advice-read" in [one.step for one in file.taken]


def has_a_second_adult(file):
    """Named, and not gone since (SNS-6, A23, ruling 6)."""
    return _marks(file, "second-adult", "second-gone") == "second-adult"


def second_adult_has_read(file):
    """After they were named (SNS-7); where nobody is named, nobody is waited for by this gate."""
    return not has_a_second_adult(file) or _marks(file, "second-adult", "second-read") == "second-read"


def manager_agreed(file):
    """Agreed, and not turned down since, nor asked about one level up."""
    return _marks(file, "agree", "turn-down", "ask-again") == "agree"


def not_challenged_before(file):
    """Once, each time it is given or renewed (3.0: one level up)."""
    return _marks(file, "challenge", "renew") != "challenge"


def handed_over(file):
    """To the Disciplinary Procedure, the agency or the Chair, and not checked again since (DIS-2, A2)."""
    return _marks(file, "check-speech", "informal", "hand-off", "to-agency", "to-chair") in ("hand-off", "to-agency", "to-chair")


def _since(file, *marks):
    """The steps after the last of these marks, in order; all of them where none was made."""
    steps = [one.step for one in file.taken]
    last = max((place for place, step in enumerate(steps) if step in marks), default=-1)
    return steps[last + 1 :]


def cared_for(file):
    """Looked after now: care that is over counts no more, unless it began again."""
    return [one.step for one in file.taken if one.step in ("is-looked-after", "care-is-over")][-1:] == ["is-looked-after"]


def carers_told(file):
    """Of a looked-after student in whom misconduct was found: social worker and carer, of a reference the virtual school head too (A47)."""
    steps = {one.step for one in file.taken}
    if "misconduct" not in steps or not cared_for(file) or "is-adult" in steps:
        return True
    asked = {"tell-social-worker", "tell-carer"} | ({"tell-virtual-school"} if "reference-set" in steps else set())
    return asked <= set(_since(file, "misconduct", "reference-set"))


def home_knows(file):
    """A parent or carer was told, or the safeguarding lead has said why not, of any misconduct of a student under 18 (DIS-4, A47)."""
    steps = {one.step for one in file.taken}
    if "misconduct" not in steps or {"is-adult", "not-told"} & steps:
        return True
    return carers_told(file) if cared_for(file) else "tell-parent" in steps


def _has(*steps):
    return lambda file: any(one.step in steps for one in file.taken)


def _has_not(*steps):
    return lambda file: not any(one.step in steps for one in file.taken)


def seen_otherwise(file):
    """Told by name, or what else was seen is written down (A51)."""
    return file.asker != "" or _marks(file, "other-evidence") != ""


def _anew(file):
    """What was done since it was last looked into after all."""
    taken = list(file.taken)
    while any(one.step == "reopen" for one in taken):
        taken = taken[1:]
    return taken


def not_lawful(file):
    """As it was weighed last, since it was last looked into after all (A6)."""
    speech = [one.of for one in _anew(file) if one.step == "speech"]
    return speech[-1:] == ["not-lawful"]


WAYS_ON = (
    "close-leaver", "no-action", "advice", "restorative", "removal", "data-breach", "hr-and-agency", "complaint", "to-staff-route", "to-student-route",
)  # fmt: skip


def support_recorded(file):
    """For a student whom it hurt, and for a colleague (CON-10); what goes the staff way has a colleague's there."""
    ways = [one.step for one in _anew(file) if one.step in WAYS_ON]
    steps = {one.step for one in file.taken}
    colleague = "hurts-colleague" not in steps or "support" in steps or ways[-1:] == ["to-staff-route"]
    return colleague and ("hurts-student" not in steps or "support-student" in steps)


LAWS = {
    "still-here": _has_not("left"),
    "challenged-once": not_challenged_before,
    "support-first": support_recorded,
    "seen-otherwise": lambda file: _has_not("told-without-name")(file) or _has("other-evidence")(file),
    "heard-first": lambda file: _has("record-talk")(file) and _has("take-account", "own-account")(file),
    "finding-first": lambda file: _has("record-talk")(file) and _has("misconduct")(file),
    "home-told": lambda file: home_knows(file) and carers_told(file),
    "summary-first": _has("write-summary"),
    "not-adult": _has_not("is-adult"),
    "not-looked-after": lambda file: not cared_for(file),
    "not-alone": seen_otherwise,
    "not-lawful-speech": not_lawful,
    "employed": lambda file: _marks(file, "employed") != "",
    "agency": lambda file: _marks(file, "through-agency") != "",
    "student": lambda file: _marks(file, "a-student") != "",
    "staff": lambda file: _marks(file, "employed", "through-agency") != "",
    "cleared": lambda file: any(one.step == "clear" for one in _anew(file)),
    "colleague": _has("hurts-colleague"),
    "student-hurt": _has("hurts-student"),
    "known": lambda file: _marks(file, "about") != "",
    "handed-over": handed_over,
    "person-told": lambda file: _marks(file, "tell-subject") != "",
    "by-agency": lambda file: _marks(file, "through-agency") != "",
    "by-no-agency": lambda file: _marks(file, "through-agency") == "",
    "copy-asked": copy_asked_for,
    "copy-to-make": copy_asked_for,
    "lead-seen-to": lambda file: not copy_asked_for(file) or _has("lead-part")(file),
    "not-extended": not_longer_yet,
    "rule-recorded": rule_is_recorded,
    "advice-read": has_read,
    "second-there": has_a_second_adult,
    "second-has-read": second_adult_has_read,
    "account-owned": lambda file: _marks(file, "school-account") != "",
    "page-official": lambda file: _marks(file, "page-official", "page-not-official") == "page-official",
    "old-enough": lambda file: _marks(file, "old-enough", "too-young") == "old-enough",
    "messages-safe": lambda file: _marks(file, "messages-safe", "messages-open") == "messages-safe",
    "manager-agreed": manager_agreed,
    "lead-noted": lambda file: _marks(file, "note", "ask-again") == "note",
    "ended-by-another": lambda file: _marks(file, "end", "stop") != "stop",
    "tutor-there": has_a_tutor,
    "talk-recorded": talked,
    "heads-consulted": all_were_asked,
    "about-a-school": lambda file: not any(one.step == "advice-only" for one in file.taken),
    "tasks-done": tasks_done,
    "data-looked-at": data_looked_at,
    "mix-ended": mix_ended,
    "poster-known": known_who_posted_it,
}
ONE_UP, ASKED_AGAIN = ("ask-again", "changed", "hand-on"), ("ask-again",)
DECIDES = {
    **{(kind, ""): ((("settle",),), ONE_UP) for kind in ("declaration", "plan", "interest", "offer")},
    ("question", ""): ((("answer",),), ("pass-on", "ask-again")),
    ("exemption", "not-now"): ((("agree", "go-on"),), ASKED_AGAIN),
    ("exemption", "ended"): ((("agree", "go-on"), ("note",)), ASKED_AGAIN),
    ("page", "not-now"): ((("agree",),), ASKED_AGAIN),
    ("page", "held-back"): ((("make-official",),), ("ask-above",)),
    ("impostor", ""): ((("look", "look-again"),), ()),
    ("removal", ""): ((("pass-to-them",),), ("back-again", "ask-school")),
    ("data-request", ""): ((("give",),), ASKED_AGAIN),
}
"""Who may open it again, by kind and state: whoever was asked last for one of these, since one of those sent it to somebody else."""
ANSWERED_PRESS = ("responded", "declined", "handed-over")


def runs(row, on):
    return row.starts <= on and (row.ends is None or on <= row.ends)


def close_to(person, on):
    """Everybody too close to this person today: family both ways, and whoever has said that they should not handle their matters."""
    near = set()
    for tie in Relative.objects.filter(Q(person=person) | Q(other=person)):
        if tie.starts is None or tie.starts <= on:
            near |= {tie.person_id, tie.other_id}
    for family in Guardian.objects.filter(Q(adult=person) | Q(student=person)):
        near |= {family.adult_id, family.student_id}
    for said in Conflict.objects.filter(about=person):
        if said.since <= on and (said.ended is None or on <= said.ended):
            near.add(said.person_id)
    return near - {person}


def managers_of(person, on):
    """Who manages the main post today; the newest row counts."""
    rows = [row for row in Post.objects.filter(person=person, main=True).order_by("-starts") if runs(row, on) and row.line_manager_id]
    return [row.line_manager_id for row in rows[:1]]


@dataclass
class Glance:
    """The tables at one moment, and the questions of the machine to them. `shut` holds, by case, who must never come in by a seat."""

    on: object
    shut: dict
    people: dict = field(default_factory=dict)
    cases: list = field(default_factory=list)
    steps: dict = field(default_factory=lambda: defaultdict(list))
    calls: dict = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self):
        self.people = {one.ref: one for one in Person.objects.all()}
        self.cases = list(Case.objects.order_by("-id"))
        for step in CaseStep.objects.order_by("sequence"):
            self.steps[step.case_id].append(step)
        for call in CaseCall.objects.order_by("id"):
            self.calls[call.case_id].append(call)
        self.holdings = [row for row in Holding.objects.all() if runs(row, self.on)]
        self.posts = [row for row in Post.objects.exclude(line_manager=None) if runs(row, self.on)]
        self.delegations = [row for row in Delegation.objects.order_by("starts", "pk") if runs(row, self.on)]
        self._seats = {}

    # ------------------------------------------------------------ who is here, and in which seats

    def here(self, ref):
        one = self.people[ref]
        return one.is_active and (one.left_on is None or self.on <= one.left_on)

    def _by_record(self, ref):
        held = [row.seat for row in self.holdings if row.person_id == ref]
        for row in self.posts:
            if row.line_manager_id == ref:
                held.append("line-manager-of:" + row.person_id + ("" if row.main else ":" + (row.school_id or "")))
        return held

    def seats(self, ref):
        """Each seat with whom one acts for in it, "" for oneself: in the hat one comes in with."""
        if ref not in self._seats:
            self._seats[ref] = self._work_out(ref, self.people[ref].kind)
        return self._seats[ref]

    def _work_out(self, ref, kind):
        if not self.here(ref):
            return {}
        seats = {"%s:%s" % (kind if kind in ("parent", "outside") else "person", ref): ""}
        if kind not in ("staff", "trustee"):
            return seats
        for row in self.delegations:
            if row.to_id == ref and self.here(row.person_id):
                given = self._by_record(row.person_id)
                is_head = any(seat.startswith("head:") for seat in given)
                for seat in given:
                    manages = seat.startswith("line-manager-of:") and seat.split(":")[1] != ref
                    if row.matters == "headteacher" and (seat.startswith("head:") or (manages and is_head)):
                        seats.setdefault(seat, row.person_id)
                    if row.matters == "line-manager" and manages:
                        seats.setdefault(seat, row.person_id)
        for seat in self._by_record(ref):
            if seat.startswith("line-manager-of:") or (seat in TRUSTEES) == (kind == "trustee"):
                seats[seat] = ""
        return seats

    # ------------------------------------------------------------ who sees what

    def usable(self, case, ref):
        """The seats by which this person may come into this case: none for the one it is about, for whoever is too close or was passed
        over, and none by acting for such a person."""
        return self._let_in(case, ref, self.seats(ref))

    def _let_in(self, case, ref, seats):
        shut = self.shut[case.ref]
        return {seat for seat, acting in seats.items() if not seat.startswith("person:") and ref not in shut and acting not in shut}

    def part(self, case, ref):
        """How much of the case this person sees."""
        if not self.here(ref):
            return NOTHING
        let_in, table = {}, WORKFLOWS[case.kind]
        for step in self.steps[case.id]:
            if step.step in ("route", "open-to"):
                shows = table.shows.get(step.of.partition(":")[0], ALL)
                let_in[step.seat] = max(int(shows), let_in.get(step.seat, NOTHING))
            elif step.step == "inform":
                let_in[step.seat] = max(STATUS, let_in.get(step.seat, STATUS))
            elif step.step == "shut-to":
                let_in.pop(step.seat, None)
        by_name = let_in.get("person:" + ref, NOTHING)
        if ref in (case.asker_id, case.logger_id):
            by_name = int(table.asker_part if ref == case.asker_id else table.logger_part)
        return max([by_name, *(let_in[seat] for seat in self.usable(case, ref) & set(let_in))])

    def listed(self, ref):
        """Everything this person may see, newest first."""
        return [(case.ref, part) for case in self.cases if (part := self.part(case, ref))]

    # ------------------------------------------------------------ who may do what

    def of(self, case, *steps):
        return [step.of for step in self.steps[case.id] if step.step in steps]

    def missing(self, case):
        """Whose consultation is still owed before any response (SNS-12)."""
        if self.of(case, "advice-only"):
            return []
        owed = self.of(case, "owe")
        return [of for of in dict.fromkeys(owed) if of not in self.of(case, "consult")] if owed else ["which-school"]

    def asked(self, case, ref):
        """The open calls that have reached this person."""
        usable = self.usable(case, ref) | ({"person:" + ref} if self.here(ref) else set())
        return [call for call in self.calls[case.id] if call.ended_at is None and call.seat in usable]

    def may(self, case, ref, step, of):
        """Whether this person may take this step now; to be asked of whoever sees the case."""
        owner = self.here(ref) and ref in (case.asker_id, case.logger_id)
        asker = self.here(ref) and ref == case.asker_id
        asked = self.asked(case, ref)
        comms = "comms" in self.usable(case, ref)
        if case.kind == "question":
            return {
                "reopen": case.state in ("answered", "closed") and self.decided(case, ref),
                "answer": case.state == "asked" and bool(asked),
                "pass-on": case.state == "asked" and bool(asked),
                "withdraw": case.state == "asked" and asker,
                "ask-again": case.state == "answered" and asker,
                "that-helps": case.state == "answered" and asker,
                "delete-draft": asker,
            }[step]
        if case.kind != "press":
            return self._may_by_the_table(case, ref, step, of)
        pending, missing = case.state == "pending", self.missing(case)
        responds = pending and owner and not missing
        return {
            "consult": pending and of in missing and any((call.step, call.of) == ("consult", of) for call in asked),
            "advise": pending and any(call.step == "advise" for call in asked),
            "name-school": (pending or case.state in ANSWERED_PRESS)
            and (owner or bool(asked) or comms)
            and of not in self.of(case, "owe", "name-school")
            and not self.of(case, "advice-only"),
            "own-up": pending and owner,
            "respond": responds,
            "decline": responds,
            "hand-over": responds,
            "withdraw": pending and owner,
            "finish": case.state in ANSWERED_PRESS and (owner or comms),
        }[step]

    def _may_by_the_table(self, case, ref, step, of):
        """In its states, by its hats, once asked, and not before what must come first."""
        row = next(one for one in WORKFLOWS[case.kind].steps if one.id == step)
        asked = self.asked(case, ref)
        mine = {Hat.ASKER: ref == case.asker_id, Hat.LOGGER: ref == case.logger_id}
        worn = {hat for hat, wears in mine.items() if wears and self.here(ref)} | ({Hat.ASKED} if asked else set())
        worn |= {Hat.COMMUNICATIONS} if "comms" in self.usable(case, ref) else set()
        worn |= {Hat.HR} if "hr" in self.usable(case, ref) else set()
        let_in = {one.seat for one in self.steps[case.id] if one.step in ("route", "open-to")} & self.usable(case, ref)
        worn |= {Hat.HEAD} if any(seat.startswith("head:") for seat in let_in) else set()
        worn |= self._told(case, ref)
        worn |= {Hat.HANDLED} if {call.seat for call in self.calls[case.id]} & self.usable(case, ref) else set()
        worn |= {Hat.DECIDER} if self.decided(case, ref) else set()
        worn |= self._marked(case, ref)
        worn -= {Hat.ASKER} if self._handed_on(case, ref) else set()
        reached = any(call.step == row.meets and of in ("", call.of) for call in asked)
        file = file_of(case)
        return (
            case.state in row.start
            and bool(row.by & worn)
            and (reached or not row.answers)
            and all(LAWS[need.id](file) for need in row.needs)
            and self._in_time(case, row)
        )

    def decided(self, case, ref):
        """Whether they were asked for what decides it, the last time, since it went to somebody else: 3.0, "the deciding role or above"."""
        steps, mine = self.steps[case.id], self.usable(case, ref) | ({"person:" + ref} if self.here(ref) else set())
        wants, elsewhere = DECIDES.get((case.kind, case.state)) or DECIDES.get((case.kind, ""), ((), ()))
        for want in wants:
            asked = []
            for one in steps:
                asked = [] if one.step in elsewhere else asked
                if one.step == "route" and one.of.split(":")[0] in want:
                    asked = [*(before for before in asked if before.of == one.of), one]
            if mine & {one.seat for one in asked}:
                return True
        return False

    def _handed_on(self, case, ref):
        """Whether somebody else organises an event that was theirs."""
        had = [step.seat for step in self.steps[case.id] if step.step == "new-organiser"]
        return case.kind == "event" and bool(had) and had[-1] != "person:" + ref

    def _marked(self, case, ref):
        """Who took over a page or an event. Whom an instruction is for, who drafted it, and whoever manages them by a seat that is open to them."""
        if case.kind in ("page", "event"):
            kept = [step.seat for step in self.steps[case.id] if step.step in ("new-owner", "new-organiser")]
            return {Hat.ASKER} if "person:" + ref in kept and self.here(ref) else set()
        if case.kind != "instruction":
            return set()
        marks = {step.step: step.seat for step in self.steps[case.id] if step.step in ("about", "manages", "drafter")}
        worn = {Hat.SUBJECT} if self.here(ref) and marks["about"] == "person:" + ref else set()
        manages = marks["manages"] in self.usable(case, ref) or (self.here(ref) and marks["drafter"] == "person:" + ref)
        return worn | ({Hat.MANAGER} if manages else set())

    def _told(self, case, ref):
        """Whom it is about, since they were told."""
        told = [step for step in self.steps[case.id] if step.step == "inform" and step.of == "subject" and step.seat == "person:" + ref]
        return {Hat.SUBJECT} if told and self.here(ref) else set()

    def _in_time(self, case, row):
        """Up to the day that was written down last, where the step has one."""
        last = self.of(case, row.until)[-1:] if row.until else []
        return not last or str(self.on) <= last[0]

    # ------------------------------------------------------------ nothing waits unseen

    def stuck(self, case):
        """What is wanted, where nobody who may act was asked and the governance professional was not told either."""
        table = WORKFLOWS[case.kind]
        if case.state in table.over:
            return []
        if case.kind == "question":
            wants = ["answer:%d" % len(self.of(case, "open", "pass-on", "ask-again", "reopen"))]
        elif case.kind != "press":
            wants = [want.key for want in table.wants(file_of(case)) if not want.alone]
        elif self.of(case, "advice-only"):
            wants = [] if self.of(case, "advise") or case.state != "pending" else ["advise"]
        else:
            wants = [("name-school" if of == "which-school" else "consult") + ":" + of for of in self.missing(case)]
        return [want for want in wants if not self._waits_with_somebody(case, want)]

    def _waits_with_somebody(self, case, want):
        if any((one.step, one.seat, one.of) == ("inform", "governance", want) for one in self.steps[case.id]):
            return True
        seats = {call.seat for call in self.calls[case.id] if call.ended_at is None and call.want == want}
        if any("person:" + ref in seats and self.here(ref) for ref in self.people):
            return True
        return any(seats & self._let_in(case, ref, self._work_out(ref, hat)) for ref in self.people for hat in ("staff", "trustee"))
