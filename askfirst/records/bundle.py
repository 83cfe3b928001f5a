"""The copy of a staff case that is handed on, and the copy for the person it is about: the same facts, in one shape for PDF and JSON.

Facts, dates, who acted, clauses with their edition, and the lawful-speech check. A remark is left out, and that one was left out is said;
of safeguarding only that a reference exists; no student's name; no outcome, and nothing of where the case came from. What lies beside the
case stands there with its SHA-256, each looked at again: what is not as it came is named, and its words are left out. The copy for the
person holds no note of anybody's either, since a witness may be known by what they saw, and nothing from beside the case.
Each making is a line in the trail. Source: S59.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from askfirst.adoption.editions import named as edition_named
from askfirst.casework.access import Missing
from askfirst.casework.bars import REQUESTER
from askfirst.casework.corrected import MENDS, RIGHT, WHY, first_of
from askfirst.casework.evidence import LEFT, Thing, evidence_of
from askfirst.casework.evidence_whole import verify_evidence
from askfirst.casework.evidence_words import AWAY, SAID, TOOK_AWAY
from askfirst.casework.evidence_words import FIELDS as EVIDENCE
from askfirst.casework.fields import Field
from askfirst.casework.kinds.staff_route import EMPLOYED, about
from askfirst.casework.kinds.staff_route_words import CLAUSES, REMARK
from askfirst.casework.kinds.support import SUPPORT
from askfirst.casework.reading import OpenFile, open_file
from askfirst.casework.refused import tried
from askfirst.casework.whose import hats_of
from askfirst.casework.workflow import OPEN, Hat, Part, Taken
from askfirst.people.calendar import london
from askfirst.people.hats import Standing
from askfirst.people.holding import todays_trust
from askfirst.people.who import Named, names, on_the_roll, today_as
from askfirst.procedure.clause import UnknownClause
from askfirst.records.without_names import WithoutNames
from askfirst.trail import chain
from askfirst.words import say

__all__ = ["COPIES", "HAND_OFF", "SUBJECT", "Made", "bundle_of", "made_before"]

HAND_OFF, SUBJECT = "hand-off", "subject"
COPIES = {HAND_OFF: "bundle", SUBJECT: "subject-copy"}
"""What the trail calls the making of each copy."""
LEFT_OUT = frozenset({"store-outcome", "pause", "let-go-on", "add-note", "let-decider", SUPPORT})
"""Steps whose words are in no copy; a note that is a fact is in the copy to hand on."""
WRITTEN = frozenset({"answer", "name"})
"""What of a copy somebody wrote: the answers, and the names of files."""
Data = dict[str, object]


@dataclass(frozen=True, slots=True)
class Made:
    """A copy that was made."""

    what: str
    at: datetime
    who: str


def _open(ref: str, by: Standing, at: datetime) -> OpenFile:
    """Raises Missing for whoever is not HR in this case, as for a reference never used."""
    opened = open_file(ref, by=by, at=at)
    hats, _ = hats_of(opened.found, by)
    if opened.case.kind != "staff-route" or Hat.HR not in hats or opened.found.part is not Part.ALL or not opened.file.of("check-speech"):
        tried(ref, by=by, at=at)
        raise Missing
    return opened


def made_before(ref: str, *, by: Standing, at: datetime) -> list[Made]:
    """Every copy that was made, newest first. Raises Missing."""
    opened = _open(ref, by, at)
    events = [event for event in chain.events(opened.case.ref) if event.what in COPIES.values()]
    kept = today_as({event.who for event in events})
    return [Made(event.what, event.at, kept.get(event.who, event.who)) for event in reversed(events)]


def bundle_of(ref: str, *, copy: str, by: Standing, at: datetime) -> Data:
    """The copy as plain values, after its making was written into the trail. Raises Missing, also for a copy of no known kind."""
    opened = _open(ref, by, at)
    if copy not in COPIES:
        raise Missing
    with transaction.atomic():
        chain.append(chain=opened.case.ref, what=COPIES[copy], who=by.person, at=at, edition=opened.case.edition)
    bundle = _Bundle(opened, copy, by, at)
    things = evidence_of(ref, by=by, at=at) if copy == HAND_OFF else []
    changed = {one.number: one.name for one in verify_evidence(opened.case.ref)} if things else {}
    return bundle.without_names(bundle.whole(things, changed))


@dataclass(slots=True)
class _Bundle:
    opened: OpenFile
    copy: str
    by: Standing
    at: datetime

    def whole(self, things: Sequence[Thing], changed: Mapping[int, str]) -> Data:
        """`changed`: by number, the name of a thing that is not as it came."""
        case, file = self.opened.case, self.opened.file
        acted = {ref for taken in file.taken for ref in (taken.by, taken.acting_for) if ref}
        acted |= {ref for thing in things for ref in (thing.by, thing.acting_for) if ref}
        people = names(acted | {about(file), self.by.person})
        of = people[about(file)]
        return {
            "reference": case.ref,
            "copy_for": str(say("The person it is about") if self.copy == SUBJECT else say("The hand-off")),
            "made_on": _moment(self.at),
            "made_by": people[self.by.person].name,
            "about": of.name,
            "post": of.title,
            "stands": str(self.opened.workflow.states[case.state]),
            "procedure": case.edition,
            "considered_under": self._procedure(of),
            "clauses": self._clauses(),
            "facts": [self._fact(taken, people) for taken in self._told()],
            "lawful_speech_check": self._check(),
            "who_acted": [self._acted(taken, people) for taken in file.taken if taken.by and not self._private(taken)],
            "left_out": [*self._left_out(people)],
            "safeguarding": str(say("A safeguarding reference exists.")) if file.of("pause", "let-go-on") else None,
            "beside": [_beside(one, changed.get(one.number, ""), people) for one in things],
        }

    def _private(self, taken: Taken) -> bool:
        """What was done for somebody else, or with what lies beside the case, is no matter of the person's."""
        return self.copy == SUBJECT and first_of(self.opened.file, taken).step in (SUPPORT, TOOK_AWAY)

    def _procedure(self, of: Named) -> str | None:
        """In the words of reading A7; None for whoever is not employed here."""
        school = todays_trust().school(of.school)
        if school is None or not school.disciplinary or not self.opened.file.of(EMPLOYED):
            return None
        says = say(
            "This will be considered under the Disciplinary Procedure of {school}: {link}", school=school.name, link=school.disciplinary
        )
        return str(says)

    def _words(self, taken: Taken) -> Mapping[str, object]:
        return self.opened.papers.get("details" if taken.step == OPEN else "step-%d" % taken.sequence, {})

    def _told(self) -> list[Taken]:
        """The steps whose words are facts of the case."""
        return [taken for taken in self.opened.file.taken if self._is_fact(taken)]

    def _is_fact(self, taken: Taken) -> bool:
        first = first_of(self.opened.file, taken)
        if first.step == "add-note":
            return self.copy == HAND_OFF and self._words(first).get("sort", REMARK) != REMARK
        if first.step == TOOK_AWAY and self.copy == SUBJECT:
            return False
        return bool(self._words(taken)) and first.step not in LEFT_OUT and taken.step != "check-speech"

    def _fields(self, taken: Taken) -> tuple[Field, ...]:
        if taken.step in MENDS:
            return RIGHT if self.copy == SUBJECT else (*RIGHT, WHY)
        if taken.step == TOOK_AWAY:
            return AWAY
        row = self.opened.workflow.step(taken.step)
        return self.opened.workflow.opening if taken.step == OPEN else row.fields if row else ()

    def _answers(self, taken: Taken) -> list[Data]:
        """Each field in its own words; a tick has none."""
        words = self._words(taken)
        return [
            {"asked": str(field.says), "answer": _said(field, words[field.id])}
            for field in self._fields(taken)
            if field.lines and words.get(field.id)
        ]

    def _fact(self, taken: Taken, people: Mapping[str, Named]) -> Data:
        return {**self._acted(taken, people), "says": self._answers(taken)}

    def _acted(self, taken: Taken, people: Mapping[str, Named]) -> Data:
        row = self.opened.workflow.step(taken.step)
        return {
            "on": _moment(taken.at),
            "who": people[taken.by].name if taken.by in people else "",
            "acting_for": people[taken.acting_for].name if taken.acting_for in people else "",
            "what": str(row.done if row else SAID.get(taken.step, say("Sent this way"))),
        }

    def _check(self) -> Data | None:
        taken = self.opened.file.last("check-speech")
        if taken is None:
            return None
        people = names([taken.by])
        return {"on": _moment(taken.at), "by": people[taken.by].name, "says": self._answers(taken)}

    def _clauses(self) -> list[dict[str, str]]:
        """As HR picked them, in the edition the case was opened under."""
        taken, edition = self.opened.file.last("check-speech"), edition_named(name=self.opened.case.edition)
        held = self._words(taken) if taken else {}
        picked = [clause for field, clause in CLAUSES.items() if held.get(field)] or self.opened.case.clauses.split()
        found = []
        for id in picked:
            try:
                found.append({"id": id, "edition": edition.edition, "plain": edition.clause(id).plain})
            except UnknownClause:
                continue
        return found

    def _left_out(self, people: Mapping[str, Named]) -> Iterator[str]:
        """That something was left out, by whom it was written and when; never what. Of what lies beside the case only that it does."""
        if self.copy == SUBJECT and self.opened.case.evidence.exists():
            yield str(say("What lies beside the case was left out."))
        for taken in self.opened.file.of("add-note"):
            remark = self._words(taken).get("sort") == REMARK
            if remark or self.copy == SUBJECT:
                who, on = people[taken.by].name, _moment(taken.at)
                yield str(
                    say("A remark was left out. {who} wrote it on {on}.", who=who, on=on)
                    if remark
                    else say("A note was left out. {who} wrote it on {on}.", who=who, on=on)
                )

    def without_names(self, made: Data) -> Data:
        """No student’s name; in the copy for the person, no name of whoever told of it either."""
        roll = on_the_roll()
        hidden: dict[str, str] = {}
        if self.copy == SUBJECT:
            told = set(self.opened.case.bars.filter(reason=REQUESTER).values_list("person_id", flat=True))
            for one in roll:
                if one.ref in told:
                    hidden |= dict.fromkeys((one.name, one.short), str(say("Somebody")))
        swap = WithoutNames(
            {one.ref: one.name for one in roll if one.kind == "student" and one.name not in hidden},
            kept=[name for one in roll if one.kind != "student" for name in {one.name, one.short} - set(hidden)],
            hidden=hidden,
        )
        swap.read(_texts(made))
        return _swapped(made, swap)  # type: ignore[return-value]


def _moment(at: datetime) -> str:
    return london(at).strftime("%Y-%m-%d %H:%M")


def _said(field: Field, held: object) -> str:
    chosen = next((str(choice.says) for choice in field.choices if choice.value == held), None)
    return chosen or str(held)


def _beside(one: Thing, changed: str, people: Mapping[str, Named]) -> Data:
    """One thing beside the case. Of one that is not as it came nothing but that it was there."""
    held: Data = {
        "on": _moment(one.at),
        "who": people[one.by].name if one.by in people else "",
        "acting_for": people[one.acting_for].name if one.acting_for in people else "",
        "checked": str(say("Changed since it came. It is not in this copy.") if changed else say("The same as when it came.")),
    }
    if changed:
        return {**held, "name": changed}
    if one.gone:
        checked = str(say("Taken away on {day}. It is not in this copy.", day=_moment(one.gone.at)))
        return {**held, "checked": checked, "file": {"name": "", "sha256": str(one.words[LEFT])} if one.words.get(LEFT) else None}
    says = [{"asked": str(field.says), "answer": str(one.words[field.id])} for field in EVIDENCE if one.words.get(field.id)]
    file = {"name": str(one.words.get("name", "")), "sha256": str(one.words.get("sha256", ""))} if one.file else None
    return {**held, "says": says, "file": file}


def _texts(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict):
        for name, one in held.items():
            if name in WRITTEN or not isinstance(one, str):
                yield from _texts(one)
    elif isinstance(held, list):
        for one in held:
            yield from _texts(one)


def _swapped(held: object, swap: WithoutNames) -> object:
    """Names taken out of whatever somebody wrote; what AskFirst itself says names no student."""
    if isinstance(held, dict):
        return {name: swap.swap(one) if name in WRITTEN and isinstance(one, str) else _swapped(one, swap) for name, one in held.items()}
    return [_swapped(one, swap) for one in held] if isinstance(held, list) else held
