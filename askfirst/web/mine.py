"""What is a person's own: things to do, cases that are theirs by name, and who is handling each. Read, never unsealed."""

from dataclasses import dataclass
from datetime import datetime

from askfirst.casework import access, reading
from askfirst.casework.access import Line, ToDo
from askfirst.casework.by_role import BY_NAME, KINDS, with_roles
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.kinds.press import TRUST, WHICH_SCHOOL
from askfirst.casework.reading import Reached
from askfirst.casework.whose import place
from askfirst.casework.workflow import Part
from askfirst.people import hats
from askfirst.people.hats import Capacity, Standing
from askfirst.people.who import Named, names
from askfirst.web.cases_student_route import STANDS
from askfirst.web.in_words import moment_in_words, together
from askfirst.web.when import by_when
from askfirst.words import Sentence, say

__all__ = ["Mine", "Task", "by_name", "case_words", "mine", "tasks", "told_of"]

TOLD_OF = frozenset({"concern", "staff-route", "student-route"})
"""Kinds of which somebody may be told by name how it stands, without a word of it being theirs."""

ASKED = {
    ("question", "answer"): say("Answer a question"),
    ("press", "consult"): say("Give advice: a journalist has asked"),
    ("press", "advise"): say("Give advice: a journalist has asked about something else"),
    ("press", "name-school"): say("Say which school a journalist asked about"),
    ("declaration", "settle"): say("Talk about a page somebody told us of"),
    ("plan", "settle"): say("Talk about a blog somebody plans"),
    ("interest", "settle"): say("Talk about a possible conflict of interest"),
    ("page", "agree"): say("Talk about a page a department would like"),
    ("page", "comms-check"): say("Look at a department’s new page"),
    ("page", "dpo-look"): say("Look at what a page shows of students"),
    ("page", "make-official"): say("Decide if a department’s page is official"),
    ("page", "prove"): say("Show that you run an official page"),
    ("page", "review"): say("Look if an official page is still in order"),
    ("page", "plan"): say("Say how a mixed page will be put in order"),
    ("page", "mended"): say("Put a mixed page in order"),
    ("page", "look-again"): say("Look again at a page that was mixed"),
    ("page", "name-successor"): say("Name who takes over a page"),
    ("page", "take-over"): say("Take over an official page"),
    ("exemption", "agree"): say("Say if a group with students is only for learning"),
    ("exemption", "note"): say("Look at a group with students"),
    ("exemption", "go-on"): say("Look if a group with students may go on"),
    ("exemption", "second"): say("Name a second adult for your group"),
    ("exemption", "second-read"): say("Record that the second adult has read the advice"),
    ("exemption", "set-up"): say("Put right how your group is run"),
    ("offer", "settle"): say("Talk about an offer to pay for a post"),
    ("offer", "decide"): say("Say if you accepted the offer"),
    ("declaration", "still-so"): say("Say if your page is still as you told us"),
    ("plan", "still-so"): say("Say if your page is still as you told us"),
    **{(kind, "renamed"): say("Take a school’s name out of your page’s address") for kind in ("declaration", "plan")},
    **{(kind, "confirm"): say("Do what you agreed on, then say that it is done") for kind in ("declaration", "plan", "interest")},
    **{(kind, "hand-on"): say("Hand a talk on to the Chair") for kind in ("declaration", "plan", "interest", "offer")},
    ("do-not-post", "acknowledge"): say("Read a request not to be in posts"),
    ("data-request", "acknowledge"): say("Read a request about personal data"),
    ("data-request", "give"): say("Answer a request about personal data"),
    ("data-request", "lead-part"): say("See to your part of a copy of somebody’s data"),
    ("data-request", "tell-us"): say("Answer what we asked about your request"),
    ("impostor", "look"): say("Look at a page that may not be ours"),
    ("impostor", "look-again"): say("Look again at a page that is not ours"),
    ("instruction", "look"): say("Look at a draft of an instruction"),
    ("instruction", "advise-again"): say("Look at an instruction that was renewed"),
    ("instruction", "issue"): say("Give an instruction: HR has looked"),
    ("instruction", "receive"): say("Read an instruction about your blog"),
    ("instruction", "explain"): say("Explain an instruction: somebody asks what it means"),
    ("instruction", "review"): say("Decide a challenge to an instruction"),
    ("concern", "screen"): say("Look at a concern"),
    ("concern", "weigh"): say("Weigh a concern"),
    ("concern", "decide"): say("Say how a concern goes on"),
    ("concern", "leaver"): say("Say if a concern goes on, since somebody has left"),
    ("concern", "support"): say("Record the support for a colleague whom it hurt"),
    ("concern", "support-student"): say("Record the support for a student whom it hurt"),
    ("concern", "tell-reporter"): say("Tell whoever told us of a concern"),
    ("concern", "second-look"): say("Look again at a concern"),
    ("staff-route", "check-speech"): say("Check if it is lawful speech"),
    ("staff-route", "decide"): say("Say how a concern about a member of staff goes on"),
    ("staff-route", "tell-subject"): say("Tell somebody that a concern is about them"),
    ("staff-route", "support"): say("Record the support for a colleague whom it hurt"),
    ("staff-route", "talk"): say("Talk with somebody about a concern"),
    ("staff-route", "store-outcome"): say("Store what was decided about a concern"),
    ("staff-route", "let-go-on"): say("Say if a concern may go on"),
    ("student-route", "let-talk"): say("Say if a concern about a student may go on"),
    ("student-route", "record-talk"): say("Talk with a student"),
    ("student-route", "find"): say("Say what was found about a student"),
    ("student-route", "act"): say("Say what follows for a student"),
    ("student-route", "head-decides"): say("Decide on what was sent to you about a student"),
    ("student-route", "close-record"): say("Finish a concern about a student"),
    ("student-route", "take-account"): say("Write down a student’s own account"),
    ("student-route", "write-summary"): say("Write what a family reads"),
    ("student-route", "tell-parent"): say("Tell a parent or carer"),
    ("student-route", "not-told"): say("Say why nobody at home is told"),
    ("student-route", "tell-social-worker"): say("Tell a social worker"),
    ("student-route", "tell-carer"): say("Tell a carer"),
    ("student-route", "tell-virtual-school"): say("Tell the virtual school head"),
    ("removal", "say-what"): say("Somebody asks you to take something down"),
    ("removal", "pass-to-them"): say("Help somebody to have something taken down"),
    ("removal", "remind-them"): say("Remind somebody of a request to take something down"),
    ("removal", "what-came"): say("Say what came of your request"),
    ("removal", "still-gone"): say("Look again at what came down"),
}


@dataclass(frozen=True, slots=True)
class Task:
    """One line of "Things to do"."""

    ref: str
    says: Sentence
    when: Sentence
    late: bool
    acting_for: Sentence | None
    next_up: bool  # the first one asked has not done it, so this person may too


@dataclass(frozen=True, slots=True)
class Mine:
    """A case that is this person's by name, and who has it now."""

    ref: str
    says: Sentence
    state: Sentence
    opened: Sentence
    when: Sentence | None
    late: bool
    with_: Sentence | None
    ended: bool


def by_name(by: Standing) -> Standing:
    """The same person with nothing but their own name in hand: no seat, nobody they act for."""
    own = hats.own(by.person, by.capacity)
    return Standing(by.person, by.capacity, {own: ""} if by.holds(own) else {}, by.on)


def case_words(kind: str, state: str) -> tuple[Sentence, Sentence]:
    """A kind and a state as people say them."""
    workflow = WORKFLOWS[kind]
    return workflow.says, workflow.states[state]


def tasks(by: Standing, *, at: datetime) -> list[Task]:
    """The soonest due first."""
    found = access.to_do(by, at=at)
    known = names([todo.acting_for for todo in found if todo.acting_for])
    return [_task(todo, known, at) for todo in found]


def _task(todo: ToDo, known: dict[str, Named], at: datetime) -> Task:
    acting = say("You act for {name}", name=known[todo.acting_for].short) if todo.acting_for else None
    return Task(todo.ref, _asked(todo), by_when(todo.due_at, now=at), todo.late, acting, todo.rank > 0)


def _asked(todo: ToDo) -> Sentence:
    if todo.step == "consult" and todo.of != TRUST:
        return say("Give advice: a journalist has asked about {place}", place=place(todo.of))
    if (todo.kind, todo.step) in ASKED:
        return ASKED[todo.kind, todo.step]
    step = WORKFLOWS[todo.kind].step(todo.step)
    return step.says if step else WORKFLOWS[todo.kind].says


def mine(by: Standing, *, at: datetime, limit: int = 25) -> list[Mine]:
    """The newest of this person's own."""
    own = by_name(by)
    lines = access.page(own, limit=limit, least=Part.OWN)
    reached = reading.handling(access.find_each([line.ref for line in lines if not line.ended], own), by=own)
    roles: frozenset[str] = frozenset() if by.capacity in BY_NAME else KINDS  # these are their own
    known = names({who for calls in reached.values() for call in calls for who in (call.person, call.acting_for) if who})
    found = []
    for line in lines:
        says, state = case_words(line.kind, line.state)
        told = with_roles(known, but=by.person) if line.kind in roles else known
        handlers = {str(who): who for who in (_handled(call, told, by) for call in reached.get(line.ref, ()))}
        with_ = say("With {who}", who=together(list(handlers.values()))) if handlers else None
        when = by_when(line.due_at, now=at) if line.due_at and with_ else None
        opened = moment_in_words(line.opened_at, now=at)
        found.append(Mine(line.ref, says, state, opened, when, bool(when and line.due_at and line.due_at < at), with_, line.ended))
    return found


def told_of(by: Standing, *, at: datetime, limit: int = 25) -> list[Mine]:
    """The newest of which this person is told how it stands, by their own name: a concern, a talk, what a family reads."""
    lines = [one for one in access.page(by_name(by), limit=limit) if one.kind in TOLD_OF and one.part is Part.STATUS]
    return [_told(line, by, at) for line in lines]


def _told(line: Line, by: Standing, at: datetime) -> Mine:
    says, state = case_words(line.kind, line.state)
    if line.kind == "student-route":
        says = say("About your child") if by.capacity is Capacity.PARENT else say("Something you posted")
        state = STANDS.get(line.state, state)
    return Mine(line.ref, says, state, moment_in_words(line.opened_at, now=at), None, False, None, line.ended)


def _handled(call: Reached, known: dict[str, Named], by: Standing) -> Sentence:
    """Who would act today, for whom, and of which school where each school's own is asked."""
    if not call.person:
        return say("somebody we have still to reach")
    who = say("you") if call.person == by.person else say("{name}", name=known[call.person].short)
    if call.acting_for:
        who = say("{who}, acting for {name}", who=who, name=known[call.acting_for].short)
    if call.step == "consult" and call.of not in (TRUST, WHICH_SCHOOL):
        return say("{who} ({place})", who=who, place=place(call.of))
    return who
