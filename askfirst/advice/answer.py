"""A draft and what we were told about the Trust become an answer: what you may do, what to look at, what we noticed, what we could not see.

Pure: no database, no clock, no memory. Page, API and command line all call `answer`, so they cannot disagree.
"""

from dataclasses import dataclass

from askfirst.checks.catalogue import look_over
from askfirst.checks.draft import Audience, Author, Draft, Where
from askfirst.checks.finding import Level, NotChecked, Seen, Span
from askfirst.procedure.clause import Edition, Strength, Tag
from askfirst.words import Sentence, say

__all__ = ["PURPOSE", "TAGS", "Answer", "Finding", "Permission", "answer", "as_json", "finding_as_json"]


@dataclass(frozen=True, slots=True)
class Permission:
    """Something the person may do, said before anything else; or something good to know."""

    clause: str
    strength: Tag
    says: Sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at (or noticed). Offsets are code points of the text as received, end left out."""

    seen: Seen
    strength: Tag
    quote: str

    @property
    def level(self) -> Level:
        return self.seen.level


@dataclass(frozen=True, slots=True)
class Answer:
    allowed: tuple[Permission, ...]
    findings: tuple[Finding, ...]
    noticed: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]
    notes: tuple[Sentence, ...]
    good_to_know: tuple[Permission, ...] = ()  # a fact of the procedure that stands beside a picture; never a finding

    @property
    def help(self) -> tuple[Finding, ...]:
        """Words of someone who may be hurt: met first and alone (ruling 12)."""
        return tuple(finding for finding in self.noticed if finding.seen.kind == "help")

    @property
    def shows_findings(self) -> bool:
        """Findings wait until they are asked for where somebody may need help."""
        return not self.help

    @property
    def to_look_at(self) -> bool:
        return bool(self.findings or self.help)


PURPOSE = say("The procedure does not stop anything lawful and fair. It shows where a problem may start.")

ALLOWED = {
    Author.STAFF: (
        ("BLG-7", say("You may talk about your work, share good practice and promote your school.")),
        ("WEB-1", say("A page that is only about you, and not about school, is normally your own business.")),
        ("INT-7", PURPOSE),
    ),
    Author.STUDENT: (
        ("INT-4", say("You may use social sites and post about your life.")),
        ("INT-7", PURPOSE),
    ),
}

UNSURE = say("You were not sure who will see it. So we looked at it as if anyone can.")
HIDDEN = say("Your text holds hidden marks. They can make words look different on another screen.")
ASK_BEFORE_NAMING = say("Before you name a student, ask the office or the organiser: some have asked not to be in posts.")
REACHES_MANY = say("A picture on a social site can reach thousands of people.")
NO_FACES = NotChecked("face", say("We did not look at a picture. We never match a face to anybody."))
NO_ROLL = NotChecked("roster-name", say("We did not compare names with a school list. We only know the look of a name."))
TAGS = {strength: strength.tag for strength in Strength}
HIDDEN_MARKS = frozenset("\u200b\u200c\u200d\u2060\ufeff\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


def _allowed(draft: Draft, edition: Edition, seen: list[Seen]) -> tuple[Permission, ...]:
    """WEB-1 only where nothing says where the author works."""
    named = draft.profile_names_school or any(one.kind == "works-here" for one in seen)
    personal = draft.where in (Where.BLOG, Where.WEB_PAGE) and not named
    return tuple(
        Permission(clause, TAGS[edition.clause(clause).strength], says)
        for clause, says in ALLOWED[draft.author]
        if clause != "WEB-1" or personal
    )


def _notes(draft: Draft, seen: list[Seen]) -> tuple[Sentence, ...]:
    notes = []
    if draft.audience is Audience.UNSURE:
        notes.append(UNSURE)
    if not draft.text.isascii() and not HIDDEN_MARKS.isdisjoint(draft.text):
        notes.append(HIDDEN)
    if any(one.kind == "roster-name" for one in seen):
        notes.append(ASK_BEFORE_NAMING)
    return tuple(notes)


def _pictured(draft: Draft, seen: list[Seen]) -> bool:
    """Whether a picture seems to go with it."""
    return draft.photo_day is not None or any(one.kind == "event" for one in seen)


def _tag(one: Seen, edition: Edition) -> Tag:
    """The clause's own strength; a note that the views are one's own is advice on a profile or in a social post (A35)."""
    advised = one.check == "missing-disclaimer" and one.level is Level.TIP
    return Tag.ADVICE if advised else TAGS[edition.clause(one.clause).strength]


def answer(draft: Draft, edition: Edition) -> Answer:
    """Everything AskFirst says about a draft. Linear in the draft's length; nothing of it outlives the answer."""
    seen, missed = look_over(draft)
    said = [Finding(one, _tag(one, edition), draft.text[one.start : one.end]) for one in seen]
    if draft.told.roll is None:
        missed.append(NO_ROLL)
    pictured = _pictured(draft, seen)
    if pictured:
        missed.append(NO_FACES)
    return Answer(
        allowed=_allowed(draft, edition, seen),
        findings=tuple(sorted((f for f in said if not f.seen.noticed), key=lambda f: (f.level.rank, f.seen.start, f.seen.end))),
        noticed=tuple(f for f in said if f.seen.noticed),
        not_checked=tuple(missed),
        notes=_notes(draft, seen),
        good_to_know=(Permission("CON-1", TAGS[edition.clause("CON-1").strength], REACHES_MANY),) if pictured else (),
    )


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def finding_as_json(finding: Finding) -> dict[str, object]:
    seen = finding.seen
    return {
        "check": seen.check,
        "kind": seen.kind,
        "clause": seen.clause,
        "strength": finding.strength.value,
        "level": seen.level.value,
        "start": seen.start,
        "end": seen.end,
        "quote": finding.quote,
        "also": list(seen.also),
        "target": _span(seen.target),
        "why": str(seen.why),
        "fix": None if seen.fix is None else str(seen.fix),
        "doubt": str(seen.doubt),
    }


def as_json(said: Answer, *, everything: bool = False) -> dict[str, object]:
    """The answer as API and command line give it. Findings wait (empty, `waiting` true) where help comes first, unless `everything`."""
    show = everything or said.shows_findings
    return {
        "allowed": [{"clause": p.clause, "strength": p.strength.value, "says": str(p.says)} for p in said.allowed],
        "findings": [finding_as_json(f) for f in said.findings] if show else [],
        "noticed": [finding_as_json(f) for f in (said.noticed if show else said.help)],
        "not_checked": [{"check": n.check, "reason": str(n.reason)} for n in said.not_checked],
        "notes": [str(note) for note in said.notes],
        "good_to_know": [{"clause": p.clause, "strength": p.strength.value, "says": str(p.says)} for p in said.good_to_know],
        "waiting": not show and bool(said.findings),
    }
