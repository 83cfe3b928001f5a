"""The copy of what AskFirst holds about one person, for whoever answers their request: gathered, looked through, and made as a file.

It holds what is that person's to read, in every capacity: the facts and ties of their record, what they asked and told, what they were
told, the notices; of a case that hurt them, what was told of it. Of a case that safeguarding keeps nothing is read: the safeguarding lead
is asked for that part each time, so nothing shows by it. What was only checked is not kept, and not counted. No copy is made while a name,
an account, an address or a number of somebody else stands in it of which nobody has said that it is left out, or may stay, and why. Each
reading stands in the trail of its case, each making in that of the request; the copy is not kept. Source: S51, workflows.md 3.19, A32.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from askfirst.casework import access
from askfirst.casework.access import Found, Missing
from askfirst.casework.corrected import MENDS, RIGHT
from askfirst.casework.fields import Field
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.data_request import ABOUT, last_day
from askfirst.casework.kinds.data_request_gates import COPY, LEAD_PART, OUT, REDACT
from askfirst.casework.kinds.data_request_words import PART, STAYS, WHY, WORDS
from askfirst.casework.reading import OpenFile, for_a_copy, open_file
from askfirst.casework.refused import tried
from askfirst.casework.whose import hats_of
from askfirst.casework.workflow import OPEN, Hat, Taken, Workflow
from askfirst.people.calendar import london
from askfirst.people.hats import Capacity, Standing, own, role, subjects
from askfirst.people.held import Tie, held
from askfirst.people.who import names, on_the_roll
from askfirst.records.dates import day_said
from askfirst.records.others import LEFT_OUT, Others
from askfirst.trail import chain, outbox
from askfirst.words import say

__all__ = ["MADE", "Decided", "Gathered", "copy_of", "gather_copy", "may_copy"]

MADE = "copy-made"
"""What the trail calls the making of one."""
SEALED = {
    "concern": frozenset({"screen", "locked", "passed-outside"}),
    "staff-route": frozenset({"paused"}),
    "student-route": frozenset({"waiting-for-lead", "held-by-lead", "passed-on"}),
}
"""By kind: where it stands while safeguarding keeps it."""
OF_WHOM_IT_HURT = frozenset({"where", "when", "what", "about", "name"})
"""Of what somebody told, the answers that are about whom it hurt too; never who told it."""
UNLISTED = {
    "question": (Field("text", say("The question"), say("Write the question.")),),
    "press": (Field("asked", say("What the journalist asked"), say("Write what they asked.")),),
}
"""Of kinds whose opening lists no fields, what was written."""
NOTICES = {"to-do": say("They were asked to do something"), "reminder": say("They were reminded")}
NEWS = say("There was news for them")
ASKED, YES, TIE, DRAFT = say("What was asked or told"), say("Yes"), say("A post, a duty or a tie"), say("The draft")
CHECKS = say("We do not keep these.")
LEAD_ASKED = say("The safeguarding lead was asked for their part. They have not seen to it yet.")
LEAD_DONE = say("The safeguarding lead has seen to their part. Where there is something to give, they give it themselves.")
HOW_TO_COMPLAIN = (
    say("Is something wrong with your data, or with this copy? You can make a data protection complaint."),
    say("Open “Ask about your data” and choose “To say that something went wrong with the data”. You need no account."),
    say("You are told within 30 days that it was read."),
    say("You can also ask the ICO, who look after data protection."),
)
Data = dict[str, object]


@dataclass(frozen=True, slots=True)
class Decided:
    """Words, or a part by its reference, of which somebody said last why they are left out, or that they stay."""

    of: str
    why: str
    who: str
    at: datetime
    part: bool = False

    @property
    def stays(self) -> bool:
        return self.why == STAYS


@dataclass(frozen=True, slots=True)
class Gathered:
    """The copy as it stands now. `open`: names and the like that nobody has said may stay. `decided`: what was said, the last first."""

    copy: Data
    open: tuple[str, ...]
    decided: tuple[Decided, ...]


def may_copy(opened: OpenFile, by: Standing) -> bool:
    """Whether this is a request for a copy that is theirs to answer."""
    wanted = any(key.partition(":")[0] == "give" for key in hats_of(opened.found, by)[1])
    return opened.case.kind == "data-request" and bool(opened.file.of(COPY)) and wanted


def gather_copy(ref: str, *, by: Standing, at: datetime) -> Gathered:
    """What the copy would hold now. Raises Missing for everybody but whoever is to answer the request."""
    return _Copy(_open(ref, by, at), by, at).gathered()


def copy_of(ref: str, *, by: Standing, at: datetime) -> Data:
    """The copy as plain values, after its making was written into the trail. Raises Missing, and Refused while something is undecided."""
    opened = _open(ref, by, at)
    gathered = _Copy(opened, by, at).gathered()
    if gathered.open:
        undecided = say("{count} names or addresses wait. Leave each one out, or say that it may stay.", count=len(gathered.open))
        raise Refused((Refusal(undecided, "CON-12"),))
    with transaction.atomic():
        chain.append(chain=opened.case.ref, what=MADE, who=by.person, acting_for=_acting(opened), at=at, edition=opened.case.edition)
    return gathered.copy


def _open(ref: str, by: Standing, at: datetime) -> OpenFile:
    """Raises Missing for everybody but whoever is to answer the request, as for a reference never used."""
    opened = open_file(ref, by=by, at=at)
    if not may_copy(opened, by):
        tried(ref, by=by, at=at)
        raise Missing
    return opened


def _acting(opened: OpenFile) -> str:
    return next((acting for acting in opened.found.seats.values() if acting), "")


def _theirs(ref: str, by: Standing) -> Standing:
    """The seats of somebody by name, in every capacity, also of one who has left."""
    return Standing(ref, Capacity.OUTSIDE, {own(ref, capacity): "" for capacity in Capacity}, by.on)


@dataclass(slots=True)
class _Copy:
    opened: OpenFile
    by: Standing
    at: datetime

    def gathered(self) -> Gathered:
        about = subjects(self.opened.file.of(ABOUT)[-1].seat)[0]
        who = names([about])[about]
        theirs, words, parts = _theirs(about, self.by), self._said(REDACT, WORDS), self._said(OUT, PART)
        out = {of.upper(): one.why for of, one in parts.items() if not one.stays}
        kept, facts = self._held(about)
        cases = [_left_out(one, out[one.case.ref]) if one.case.ref in out else self._part(one, theirs) for one in self._cases(theirs)]
        said = {one.of: one.why for one in words.values()}
        others = Others(who, on_the_roll(), said, frozenset(fact.casefold() for fact in facts))
        copy: Data = {
            "reference": self.opened.case.ref,
            "copy_for": who.name,
            "made_on": _moment(self.at),
            "made_by": names([self.by.person])[self.by.person].name,
            "due": last_day(self.opened.file).isoformat(),
            "held": _swapped(kept, others),
            "cases": _swapped(cases, others),
            "notices": [{"on": _moment(one.made_at), "what": str(NOTICES.get(one.kind, NEWS))} for one in outbox.told(about)],
            "private_checks": str(CHECKS),
            "safeguarding": str(LEAD_DONE if self.opened.file.of(LEAD_PART) else LEAD_ASKED),
            "complaints": [str(one) for one in HOW_TO_COMPLAIN],
        }
        decided = sorted((*words.values(), *parts.values()), key=lambda one: one.at, reverse=True)
        return Gathered(copy, others.undecided(_written([copy["held"], copy["cases"]])), tuple(decided))

    def _cases(self, theirs: Standing) -> Iterator[Found]:
        """Every case that is theirs to read by name, the newest first: none that safeguarding keeps, and none of theirs as family alone."""
        after = ""
        while lines := access.page(theirs, after=after):
            for line in lines:
                one = access.find(line.ref, theirs)
                own = Hat.ASKER in hats_of(one, theirs)[0] or any(role(seat) != "parent" for seat in one.seats)
                if own and line.state not in SEALED.get(line.kind, ()) and line.ref != self.opened.case.ref:
                    yield one
            after = lines[-1].ref

    def _said(self, step: str, field: str) -> dict[str, Decided]:
        """By words or part, what was said of it last."""
        said: dict[str, Decided] = {}
        for taken in self.opened.file.of(step):
            words = self.opened.papers.get("step-%d" % taken.sequence, {})
            if of := " ".join(str(words.get(field, "")).split()):
                said[of.casefold()] = Decided(of, str(words[WHY]), taken.by, taken.at, part=step == OUT)
        return said

    def _held(self, about: str) -> tuple[list[Data], list[str]]:
        """The facts of their record and its ties in each capacity; and the facts alone, which lead to nobody else."""
        each = [held(about, capacity=capacity, on=self.by.on) for capacity in Capacity]
        facts = [(str(one.says), str(one.value)) for one in each[0].facts]
        ties = dict.fromkeys(_tie(one) for kept in each for one in kept.ties)
        rows: list[Data] = [{"asked": asked, "answer": answer} for asked, answer in (*facts, *((str(TIE), one) for one in ties))]
        return rows, [answer for _, answer in facts]

    def _part(self, found: Found, theirs: Standing) -> Data:
        """One case, as far as it is theirs."""
        workflow, file = WORKFLOWS[found.case.kind], file_of(found.case)
        hurt_alone = hats_of(found, theirs)[0] & {Hat.TARGET, Hat.ASKER, Hat.LOGGER} == {Hat.TARGET}
        papers = for_a_copy(found, theirs=theirs, by=self.by, acting_for=_acting(self.opened), at=self.at)
        says = []
        for taken in file.taken:
            words = papers.get("step-%d" % taken.sequence) or (papers.get(workflow.told) if taken.step == OPEN else None)
            fields = [field for field in _fields(workflow, taken) if not (hurt_alone and taken.step == OPEN) or field.id in OF_WHOM_IT_HURT]
            if words and (answers := _answers(fields, words)):
                says.append({"on": _moment(taken.at), "what": _what(workflow, taken), "says": answers})
        if draft := str(papers.get("draft", {}).get("text", "")):
            says.append({"on": _moment(found.case.opened_at), "what": str(ASKED), "says": [{"asked": str(DRAFT), "answer": draft}]})
        return {**_head(found), "left_out": None, "says": says}


def _head(found: Found) -> Data:
    workflow = WORKFLOWS[found.case.kind]
    return {
        "reference": found.case.ref,
        "kind": str(workflow.says),
        "opened_on": _moment(found.case.opened_at),
        "stands": str(workflow.states[found.case.state]),
    }


def _left_out(found: Found, why: str) -> Data:
    """That there is such a part, and why it is left out; nothing of it is read."""
    return {**_head(found), "left_out": str(LEFT_OUT[why]), "says": []}


def _fields(workflow: Workflow, taken: Taken) -> tuple[Field, ...]:
    if taken.step in MENDS:
        return RIGHT
    row = workflow.step(taken.step)
    return (workflow.opening or UNLISTED[workflow.kind]) if taken.step == OPEN else row.fields if row else ()


def _what(workflow: Workflow, taken: Taken) -> str:
    row = workflow.step(taken.step)
    return str(ASKED if taken.step == OPEN else row.done if row else MENDS.get(taken.step, ASKED))


def _answers(fields: list[Field], words: Mapping[str, object]) -> list[Data]:
    """Each field that was answered, in its own words."""
    found: list[Data] = []
    for field in fields:
        answer = words.get(field.id)
        if answer:
            chosen = next((str(choice.says) for choice in field.choices if choice.value == answer), None)
            lines = "\n".join(map(str, answer)) if isinstance(answer, list) else YES if answer is True else str(answer)
            found.append({"asked": str(field.says), "answer": chosen or str(lines)})
    return found


def _tie(tie: Tie) -> str:
    if tie.starts is None:
        return str(tie.says)
    starts, ends = day_said(tie.starts.isoformat()), day_said(tie.ends.isoformat()) if tie.ends else ""
    if not ends:
        return str(say("{what}, since {starts}", what=tie.says, starts=starts))
    return str(say("{what}, from {starts} to {ends}", what=tie.says, starts=starts, ends=ends))


def _moment(at: datetime) -> str:
    return london(at).strftime("%Y-%m-%d %H:%M")


def _swapped(made: object, others: Others) -> object:
    """What somebody wrote, without what is left out."""
    if isinstance(made, dict):
        return {name: others.without(one) if name == "answer" else _swapped(one, others) for name, one in made.items()}
    return [_swapped(one, others) for one in made] if isinstance(made, list) else made


def _written(made: object) -> Iterator[str]:
    if isinstance(made, dict):
        for name, one in made.items():
            yield from [str(one)] if name == "answer" else _written(one)
    for one in made if isinstance(made, list) else ():
        yield from _written(one)
