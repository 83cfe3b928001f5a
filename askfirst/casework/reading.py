"""The only door to the words of a case: found, written into the trail as read, and only then unsealed.

No line in the trail, no words on the screen; but for what was put up for a whole school (`on_the_board`), whose readers nobody counts.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from askfirst.casework import access
from askfirst.casework.access import Found, Missing, PassedOn
from askfirst.casework.corrected import MENDS, first_of, row_of
from askfirst.casework.evidence_boxes import FOR_A_COPY
from askfirst.casework.evidence_words import TOOK_AWAY
from askfirst.casework.filed import WORKFLOWS, file_of, read_steps
from askfirst.casework.gates import Refusal
from askfirst.casework.models import Case
from askfirst.casework.refused import tried
from askfirst.casework.seated import passed_over, sitting
from askfirst.casework.shown import shown, unnamed
from askfirst.casework.steps import may_with
from askfirst.casework.whose import hats_of, unnamed_to
from askfirst.casework.workflow import OPEN, OPEN_TO, ROUTE, File, Hat, Part, Step, Taken, Workflow
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import Standing, role, subjects
from askfirst.people.resolve import Skip
from askfirst.people.would_handle import reads_reasons
from askfirst.trail import chain
from askfirst.vault import seal

__all__ = [
    "Offer",
    "OpenFile",
    "Reached",
    "beside",
    "beside_unread",
    "for_a_copy",
    "handling",
    "on_the_board",
    "open_file",
    "set_aside",
    "unsigned",
]

UNSIGNED = frozenset({OPEN, "add"})
"""Steps whose words are there although nobody signed them: what somebody told without a name, and what one case wrote into another."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A step that could be taken in this state, of what, and why not where it cannot. `mine`: it is this reader's to take, now or later."""

    step: Step
    of: str
    refusals: tuple[Refusal, ...]
    mine: bool


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody the case has asked for something: who would act there today, or who did. Newest rank last."""

    step: str
    of: str
    rank: int
    person: str  # "" where nobody sits there now
    acting_for: str
    asked_at: datetime
    due_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A case as one person may read it. `papers`: words by name ("details", "draft", "step-3"); none where only the status is theirs.

    Of a kind that is told without names, whoever was asked and may see the status reads as "details" what is asked, and nobody's name.
    """

    found: Found
    file: File
    workflow: Workflow
    papers: Mapping[str, Mapping[str, object]]
    offers: tuple[Offer, ...]
    reached: tuple[Reached, ...]
    passed_over: tuple[Skip, ...] = ()  # today, and why: for HR and the Data Protection Officer alone

    @property
    def case(self) -> Case:
        """The row itself: reference, state, version, days, clauses. Nothing on it may be changed."""
        return self.found.case

    @property
    def words(self) -> bool:
        return self.found.part > Part.STATUS


def open_file(ref: str, *, by: Standing, at: datetime) -> OpenFile:
    """The case, its words as far as they are this person's, and what they may do. Raises Missing, after the try was written down; PassedOn
    of it, where it was theirs until somebody passed it on: that is no try.
    """
    try:
        with transaction.atomic():
            found = access.find(ref, by)
            workflow, file = WORKFLOWS[found.case.kind], file_of(found.case)
            acting = next((acting for acting in found.seats.values() if acting), "")
            chain.append(chain=found.case.ref, what="read", who=by.person, acting_for=acting, at=at, edition=found.case.edition)
            hats, _ = hats_of(found, by)
            names = _papers_of(found, file, workflow, hats, by)
            papers = dict(seal.unseal(case=found.case.ref, names=names)) if names else {}
    except Missing:
        gone = access.gone_from(ref, by)
        if not isinstance(gone, PassedOn):
            tried(ref, by=by, at=at)
        raise gone from None
    for name in {"step-1", workflow.told} & set(papers):
        papers["details"] = papers.pop(name)
    offers, reached = tuple(_offers(found, file, workflow, by, papers)), tuple(_reached(found, by, TheDirectory()))
    if unnamed_to(found):
        mine = tuple(offer for offer in offers if offer.mine)
        return OpenFile(found, unnamed(workflow, file, found.seats, hats=hats, by=by.person), workflow, papers, mine, reached)
    return OpenFile(found, file, workflow, papers, offers, reached, _passed_over(found, file, by))


def _papers_of(found: Found, file: File, workflow: Workflow, hats: frozenset[Hat], by: Standing) -> list[str]:
    """Which papers of a case are theirs to read."""
    signed = [taken for taken in file.taken if taken.by or taken.step in UNSIGNED]
    read = [taken for taken in signed if not (_beside_others(found, file, taken) or _for_others(workflow, file, taken, hats, by))]
    names = [] if found.part is Part.STATUS else ["draft", *("step-%d" % taken.sequence for taken in read)]
    if unnamed_to(found) and any(taken.seat in found.seats for taken in file.of(ROUTE)):
        names = [workflow.told] if workflow.told else []
    if unnamed_to(found):
        names += ["step-%d" % taken.sequence for taken in shown(workflow, file, hats) if not workflow.told]
    names += _apart(found, workflow, by)
    kept = workflow.keeps_from_subject(file) if _as_subject(found, file, workflow) else frozenset()
    kept |= {"step-%d" % one.sequence for one in file.of(*MENDS) if "step-%d" % first_of(file, one).sequence in kept}
    return [name for name in names if name not in kept]


def for_a_copy(found: Found, *, theirs: Standing, by: Standing, acting_for: str, at: datetime) -> dict[str, Mapping[str, object]]:
    """The words of a case that are this person's to read, for a copy of their data that somebody else makes: `step-1` of one that hurt
    them too. Who read it, and for a copy, is written into the trail first; the caller has asked who may. Raises Gone, NoKey, Damaged.
    """
    workflow, file = WORKFLOWS[found.case.kind], file_of(found.case)
    hats, _ = hats_of(found, theirs)
    names = _papers_of(found, file, workflow, hats, theirs)
    with transaction.atomic():
        chain.append(
            chain=found.case.ref, what="read", of=FOR_A_COPY, who=by.person, acting_for=acting_for, at=at, edition=found.case.edition
        )
        return dict(seal.unseal(case=found.case.ref, names=[*names, *({"step-1"} - set(names) if Hat.TARGET in hats else ())]))


def unsigned(case: Case, *, names: Collection[str], at: datetime) -> Mapping[str, Mapping[str, object]]:
    """What of a case is meant for whoever told of it without a name; the caller has seen their phrase. Raises Gone, NoKey, Damaged.

    Written into the trail as read by nobody; only then are the words unsealed.
    """
    with transaction.atomic():
        chain.append(chain=case.ref, what="read", who="", at=at, edition=case.edition)
        return seal.unseal(case=case.ref, names=names) if names else {}


def set_aside(ref: str, *, name: str, by: Standing, at: datetime) -> dict[str, object]:
    """A paper that lies with a case and is in no part of it: why it is held. The caller has asked who may. Raises Gone, NoKey, Damaged.

    Written into the trail of the case, and in no list of who opened it: those of the case are not told of a hold.
    """
    with transaction.atomic():
        chain.append(chain=ref, what="read-" + name.partition("-")[0], who=by.person, at=at)
        return seal.unseal(case=ref, names=[name]).get(name, {})


def beside(found: Found, names: Collection[str], *, of: str, by: Standing, at: datetime) -> Iterator[Mapping[str, object]]:
    """Boxes beside the case's own papers, one at a time in the order of their names given; `of` says in the trail what was opened.

    The caller has found that they are this reader's. Raises NotInChange outside a transaction, Damaged; a box that is gone is left out.
    """
    acting = next((acting for acting in found.seats.values() if acting), "")
    chain.append(chain=found.case.ref, what="read", of=of, who=by.person, acting_for=acting, at=at, edition=found.case.edition)
    return beside_unread(found.case.ref, names)


def beside_unread(ref: str, names: Collection[str]) -> Iterator[Mapping[str, object]]:
    """The same for a check by the machine alone, of which nobody reads a word."""
    for name in names:
        yield from seal.unseal(case=ref, names=[name]).values()


def on_the_board(cases: Collection[Case]) -> dict[str, dict[str, str]]:
    """By reference the latest words of the fields that a kind of case shows to everybody at its school (ruling 7); nothing of any other
    field, and nothing of a case whose words were erased.

    Only reads. Who reads a notice is written down nowhere. The caller sees to it that the reader is of that school. Three queries.
    """
    shown = [case for case in cases if WORKFLOWS[case.kind].board]
    read_steps(shown)
    papers = {case.ref: ["step-%d" % taken.sequence for taken in file_of(case).taken if taken.by] for case in shown}
    held = seal.unseal_each(papers)
    return {case.ref: _latest(WORKFLOWS[case.kind].board, papers[case.ref], held[case.ref]) for case in shown if case.ref in held}


def _latest(names: Collection[str], papers: Collection[str], held: Mapping[str, Mapping[str, object]]) -> dict[str, str]:
    return {name: str(held[paper][name]) for paper in papers if paper in held for name in names if name in held[paper]}


def _as_subject(found: Found, file: File, workflow: Workflow) -> bool:
    """Whether they came in as the one it is about, and by no other seat."""
    marks = [mark for mark, hat in workflow.hats.items() if hat is Hat.SUBJECT]
    return bool(marks) and found.seats.keys() <= {taken.seat for taken in file.of(*marks)}


def _apart(found: Found, workflow: Workflow, by: Standing) -> list[str]:
    """Papers for some roles at the case's school: for whoever comes in by such a seat or one it was released to, and for the asker."""
    own = found.case.asker_id == by.person and found.part > Part.STATUS
    seats = {seat for seat in (by.seats if own else found.seats) if subjects(seat)[:1] == (found.case.school_id,)}
    released = {(taken.of, taken.seat) for taken in file_of(found.case).of(OPEN_TO)} if workflow.apart else set()
    return [
        paper
        for paper, roles in workflow.apart.items()
        if any(role(seat) in roles for seat in seats) or any((paper, seat) in released for seat in found.seats)
    ]


def _beside_others(found: Found, file: File, taken: Taken) -> bool:
    """Whether it says why something beside the case was taken away, or puts that right: for whoever sees all of it."""
    return found.part is not Part.ALL and first_of(file, taken).step == TOOK_AWAY


def _for_others(workflow: Workflow, file: File, taken: Taken, hats: frozenset[Hat], by: Standing) -> bool:
    """Whether the words of a step, or of what it puts right, are for some hats alone, and not for whoever reads."""
    row = row_of(workflow, file, taken)
    return row is not None and bool(row.only) and not row.only & hats and taken.by != by.person


def _passed_over(found: Found, file: File, by: Standing) -> tuple[Skip, ...]:
    """Who stands before whoever is asked, and may not act; nobody in an empty seat."""
    first = file.turn.seat
    return passed_over(found.case, first, directory=TheDirectory(), on=by.on) if first and reads_reasons(by) else ()


def _reached(found: Found, by: Standing, directory: TheDirectory) -> list[Reached]:
    """One line a call, in the order made; where names are not for them, their own alone."""
    lines = []
    own_alone = unnamed_to(found)
    for call in sorted(found.case.calls.all(), key=lambda call: call.pk):
        if own_alone and call.seat not in found.seats:
            continue
        sits = sitting(found.case, call.seat, directory=directory, on=by.on)
        person, acting = (sits.person, sits.acting_for) if sits else ("", "")
        lines.append(Reached(call.step, call.of, call.rank, person, acting, call.asked_at, call.due_at, call.ended_at))
    return lines


def _offers(found: Found, file: File, workflow: Workflow, by: Standing, papers: Mapping[str, object]) -> list[Offer]:
    hats, reached = hats_of(found, by)
    offers = []
    for step in workflow.steps:
        if file.state not in step.start or (step.paper and step.paper not in papers):
            continue
        wanted = found.case.calls.filter(ended_at=None, step=step.meets).order_by("id").values_list("of", flat=True)
        for of in dict.fromkeys(wanted) if step.answers else [""]:
            mine = ":".join((step.meets, of) if of else (step.meets,)) in reached if step.answers else bool(step.by & hats)
            offers.append(Offer(workflow.fits(file, step), of, may_with(hats, reached, found, file, step, by=by, of=of), mine))
    return offers


def handling(cases: Mapping[str, Found], *, by: Standing) -> dict[str, list[Reached]]:
    """Of each of these cases who is asked for something now and would act today. Nothing is unsealed, so nothing is written into the trail.

    A query or two for each case that somebody has who may be too close to it; the rest is asked once.
    """
    directory = TheDirectory()
    return {ref: [one for one in _reached(found, by, directory) if one.ended_at is None] for ref, found in cases.items()}
