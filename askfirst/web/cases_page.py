"""One case as one person's page: what it is, what they can do now, the words, the clauses, who is asked, what happened, who sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from askfirst.adoption.editions import named as edition_named
from askfirst.advice.need import may_need_help
from askfirst.casework.audit import of_the_case
from askfirst.casework.corrections import may_correct
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refusal
from askfirst.casework.kinds.reopened import REOPENS
from askfirst.casework.kinds.support import HELPS
from askfirst.casework.reading import Offer, OpenFile
from askfirst.casework.whose import hats_of
from askfirst.casework.workflow import Hat
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity
from askfirst.procedure.clause import UnknownClause
from askfirst.web.cases_beside import beside_words
from askfirst.web.cases_corrected import mends
from askfirst.web.cases_faces import FACES, Face
from askfirst.web.cases_people import People
from askfirst.web.cases_said import said
from askfirst.web.cases_time import Event, timeline
from askfirst.web.in_words import day_in_words
from askfirst.web.procedure import Shown, shown_clause
from askfirst.web.step_forms import StepForm, mended, step_form, what_is_wrong
from askfirst.words import Sentence, say

__all__ = ["Attempt", "NotYet", "case_context", "clauses_of"]

TO_SAFEGUARDING = frozenset({"flag", "pause"})
TOO_LATE = say("Somebody changed this while your page was open. Yours was not sent, and is not needed any more.")


@dataclass(frozen=True, slots=True)
class Attempt:
    """A step somebody sent that was not taken: their words, and why not. `seen`: the version their page showed, where that was stale."""

    step: str
    of: str
    given: Mapping[str, object]
    status: int
    refusals: tuple[Refusal, ...] = ()
    problem: BadField | None = None
    says: Sentence | None = None
    seen: int | None = None

    def matches(self, step: str, of: str, *, aimed: bool) -> bool:
        return self.step == step and (aimed or self.of in ("", of))


@dataclass(frozen=True, slots=True)
class NotYet:
    """A step that is this person's to take, later: and what it waits for."""

    says: Sentence
    refusals: tuple[Refusal, ...]


def clauses_of(opened: OpenFile, *, student: bool) -> list[Shown]:
    """The case's clauses of the edition it was opened under, as they were read that day; what they mention is on the procedure's page."""
    edition = edition_named(name=opened.case.edition, read_on=london_day(opened.case.opened_at))
    found = []
    for id in opened.case.clauses.split():
        try:
            one = shown_clause(edition, edition.clause(id), student=student)
        except UnknownClause:
            continue  # an edition that lost a clause still opens its old cases
        found.append(replace(one, clause=replace(one.clause, mentions=())))
    return found


def case_context(opened: OpenFile, people: People, attempt: Attempt | None = None) -> dict[str, object]:
    """Everything the templates of a case need. Where only the status is this person's, no word stands in it."""
    face = FACES[opened.case.kind]
    hats, _ = hats_of(opened.found, people.by)
    held: dict[str, object] = {
        "case": opened.case,
        "kind": opened.workflow.says,
        "state": opened.workflow.states[opened.case.state],
        "opened_on": day_in_words(london_day(opened.case.opened_at), today=people.today),
        "words": opened.words,
        "asker": Hat.ASKER in hats,
        "owner": bool({Hat.ASKER, Hat.LOGGER} & hats),
        "strip": face.strip(opened, people),
        **beside_words(opened.found, by=people.by, now=people.now),
    }
    if not opened.words:
        held["status"] = face.status(opened, people)
        if opened.papers or (opened.workflow.confidential and any(offer.mine for offer in opened.offers)):
            forms = _forms(opened, face, people, attempt)
            held |= {"forms": forms, **_attempted(opened, people, face, attempt, forms), **face.told(opened, people)}
            return held
        return held if attempt is None else {**held, "problems": _problems(attempt, None), "lost": _written(opened, attempt)}
    forms, quiet = _in_order(opened, face, _forms(opened, face, people, attempt))
    open_first = [form for form in forms if form.step not in face.placed | quiet]
    held |= {
        "forms": open_first,
        "folded": [form for form in forms if form.step in quiet and form.step not in face.placed],
        "by_step": {form.step.replace("-", "_"): form for form in forms},
        "not_yet": _not_yet(opened),
        "clauses": clauses_of(opened, student=people.by.capacity is Capacity.STUDENT),
        "events": timeline(opened, people, moves=face.moves),
        "asked": people.asked(),
        "open_still": _open_still(opened),
        "reopened": said(opened, people, steps=REOPENS) if opened.case.kind != "concern" else [],  # a concern says it in its own place
        "prompt": _prompt(opened),
        "mended": mends(opened, people),
        "may_correct": may_correct(opened.found, people.by),
        "seen_by": people.seen_by(),
        "status_by": people.seen_by(status=True),
        "may_know_looks": of_the_case(opened.found, people.by),
        "looks": people.looks() if of_the_case(opened.found, people.by) else [],
        **_attempted(opened, people, face, attempt, forms),
    }
    return {**held, **face.adds(opened, people)}


def _open_still(opened: OpenFile) -> bool:
    """Whether nothing was decided since it was opened again, so that what was decided before does not count now."""
    last = opened.file.last(*REOPENS)
    since = [opened.workflow.step(taken.step) for taken in opened.file.taken if last and taken.sequence > last.sequence and taken.by]
    return last is not None and not any(step and step.answers and not step.beside for step in since)


def _forms(opened: OpenFile, face: Face, people: People, attempt: Attempt | None) -> list[StepForm]:
    forms = []
    for offer in opened.offers:
        aims = face.aims(opened, offer.step)
        mine = attempt is not None and attempt.matches(offer.step.id, offer.of, aimed=bool(aims))
        if offer.refusals and not mine:
            continue
        if offer.refusals and not offer.mine:
            continue
        filled = replace(offer, step=face.fills(opened, offer.step, people))
        forms.append(_form(opened, filled, aims, attempt if mine else None, face.starts(opened, offer.step)))
    return forms


def _prompt(opened: OpenFile) -> Sentence | None:
    """What to press where words of the case may be about somebody who is hurt, and this reader can give it to safeguarding."""
    steps = [offer.step for offer in opened.offers if offer.step.id in TO_SAFEGUARDING and offer.mine and not offer.refusals]
    texts = (text for held in opened.papers.values() for text in held.values() if isinstance(text, str))
    return steps[0].says if steps and may_need_help(texts) else None


def _in_order(opened: OpenFile, face: Face, forms: list[StepForm]) -> tuple[list[StepForm], frozenset[str]]:
    """The forms, what is asked for now before the others where the kind says so; and the steps whose forms are folded."""
    if not face.wanted_first:
        return forms, face.quiet | REOPENS
    asked = {one.step for one in opened.reached if one.ended_at is None}
    wanted = frozenset(step.id for step in opened.workflow.steps if step.meets in asked)
    return sorted(forms, key=lambda form: form.step not in wanted), (face.quiet | REOPENS) - wanted


def _form(opened: OpenFile, offer: Offer, aims: Sequence[object], attempt: Attempt | None, starts: Mapping[str, object]) -> StepForm:
    return step_form(
        offer.step,
        ref=opened.case.ref,
        version=opened.case.version,
        of=attempt.of if attempt is not None and aims else offer.of,
        given=attempt.given if attempt is not None else starts,
        problem=attempt.problem if attempt is not None else None,
        aims=aims,  # type: ignore[arg-type]
    )


def _not_yet(opened: OpenFile) -> list[NotYet]:
    """What cannot be done yet, and why not; support is not waited for where there is nobody whom it is for."""
    nobody = {step for step, mark in HELPS.items() if not opened.file.of(mark)}
    later = [offer for offer in opened.offers if offer.refusals and offer.mine and offer.step.id not in nobody]
    return [NotYet(offer.step.says, offer.refusals) for offer in later]


def _attempted(opened: OpenFile, people: People, face: Face, attempt: Attempt | None, forms: Sequence[StepForm]) -> dict[str, object]:
    """What to say about a step that was not taken; `lost`: words whose form is not there any more, to copy."""
    if attempt is None:
        return {"attempt": None, "problems": [], "news": [], "lost": ""}
    form = next((form for form in forms if attempt.matches(form.step, form.of, aimed=not form.of)), None)
    news: list[Event] = timeline(opened, people, since=attempt.seen, moves=face.moves) if attempt.seen is not None else []
    lost = "" if form else _written(opened, attempt)
    return {"attempt": attempt, "problems": _problems(attempt, form), "news": news, "lost": lost}


def _problems(attempt: Attempt, form: StepForm | None) -> list[tuple[Sentence, str, str]]:
    """Each sentence with its clause, and the place on the page it speaks of."""
    problems = [(refusal.sentence, refusal.clause, "") for refusal in attempt.refusals]
    if attempt.problem is not None:
        first = next((one.id for one in form.entries if one.problem), "") if form else ""
        problems += what_is_wrong(attempt.problem, form.entries if form else (), elsewhere=first)
    if attempt.seen is not None and form is None:
        problems.append((TOO_LATE, "", ""))
    elif attempt.says is not None:
        problems.append((attempt.says, "", ""))
    return problems


def _written(opened: OpenFile, attempt: Attempt) -> str:
    """The free words of a step that cannot be sent any more."""
    row = opened.workflow.step(attempt.step)
    held = [attempt.given.get(field.id) for field in (row.fields if row else ()) if field.lines and not field.choices]
    return mended("\n\n".join(one for one in held if isinstance(one, str) and one))
