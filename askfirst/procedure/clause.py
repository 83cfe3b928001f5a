"""What a trust's procedure is made of: clauses with their strength, readings that settle them, editions that hold both.

Pure values. Ids, addressees and strengths are the procedure's; the words are AskFirst's own plain words for each clause.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from askfirst.words import say

__all__ = ["Addition", "Addressee", "Clause", "Edition", "Mention", "Reading", "Sort", "Strength", "Tag", "UnknownClause"]


TAKEN_OUT = say("This was taken out of the procedure. It asks nothing of you now.")
NOT_HERE = say("Our procedure has no rule on this. It is good to know.")


class Tag(StrEnum):
    """How strength is shown beside a finding: five tags."""

    MUST = "Must"
    SHOULD = "Should"
    ADVICE = "Advice"
    MAY = "You may"
    KNOW = "Good to know"


class Strength(StrEnum):
    """What the clause's own words ask for."""

    MUST = "Must"
    MUST_NOT = "Must not"
    SHOULD = "Should"
    SHOULD_NOT = "Should not"
    ADVICE = "Advice"
    MAY = "You may"
    KNOW = "Good to know"

    @property
    def tag(self) -> Tag:
        return {Strength.MUST_NOT: Tag.MUST, Strength.SHOULD_NOT: Tag.SHOULD}.get(self) or Tag(self.value)


class Addressee(StrEnum):
    STAFF = "staff"
    STUDENT = "student"
    BOTH = "both"
    MANAGER = "manager"
    TRUST = "trust"

    @property
    def reaches_students(self) -> bool:
        return self in (Addressee.STUDENT, Addressee.BOTH)


class Sort(StrEnum):
    """What kind of thing a clause mentions."""

    LAW = "law"
    SERVICE = "service"
    LINK = "link"
    ROLE = "role"
    DOCUMENT = "document"
    TERM = "term"
    DATE = "date"
    PEOPLE = "people"  # a list of protected people
    CONSEQUENCE = "consequence"


NAMED = frozenset({Sort.LAW, Sort.SERVICE, Sort.LINK, Sort.ROLE, Sort.DOCUMENT, Sort.DATE})


@dataclass(frozen=True, slots=True)
class Mention:
    """Something outside the procedure that a clause names, as the clause names it (a name, a link, a term: a fact, never a sentence)."""

    sort: Sort
    name: str


@dataclass(frozen=True, slots=True)
class Clause:
    id: str
    section: str
    addressee: Addressee
    strength: Strength
    plain: str
    plain_student: str | None
    mentions: tuple[Mention, ...] = ()
    exact: str = ""  # the Trust's own sentence, to the letter; "" until its document was brought in

    @property
    def names(self) -> tuple[str, ...]:
        """What it names outside itself: laws, services, links, roles, documents, dates. Its own terms are for lint alone."""
        return tuple(mention.name for mention in self.mentions if mention.sort in NAMED)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a clause is read where its text is unclear or silent. `status` is default, adopted or changed."""

    id: str
    clauses: tuple[str, ...]
    problem: str
    reading: str
    status: str = "default"
    reading_student: str | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """What one school adds to a clause, beside the Trust's text. `student`: the same for students, "" where the rule is not for them."""

    school: str
    name: str  # what the school is called
    clause: str
    plain: str
    student: str

    def words(self, *, student: bool) -> str:
        """As this reader is told it; "" where it is not for them."""
        return self.student if student else self.plain


class UnknownClause(LookupError):
    """No clause of that id in the edition."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a trust's procedure. `review_due` is the last day before the review is overdue."""

    trust: str
    edition: str
    title: str
    approved_by: str
    approved_on: date
    review_due: date
    sections: tuple[tuple[str, str], ...]  # (id prefix such as "SNS", heading)
    clauses: tuple[Clause, ...]
    readings: tuple[Reading, ...] = ()
    additions: tuple[Addition, ...] = ()  # what schools add, by school
    former: tuple[Clause, ...] = field(default=(), repr=False, compare=False)  # of an earlier edition, and taken out since
    elsewhere: tuple[Clause, ...] = field(default=(), repr=False, compare=False)  # that AskFirst knows; this trust never had some of them
    by_id: dict[str, Clause] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {clause.id: clause for clause in self.clauses})

    def clause(self, id: str) -> Clause:
        """The clause as something else names it: of one that is not here, that it asks nothing of anybody. Raises UnknownClause."""
        found = self.by_id.get(id)
        if found is not None:
            return found
        for says, clauses in ((TAKEN_OUT, self.former), (NOT_HERE, self.elsewhere)):
            known = next((one for one in clauses if one.id == id), None)
            if known is not None:
                student = None if known.plain_student is None else str(says)
                return replace(known, strength=Strength.KNOW, plain=str(says), plain_student=student, exact="", mentions=())
        raise UnknownClause(id)

    def standing(self, id: str) -> Clause:
        """A clause of this edition itself. Raises UnknownClause, for one that was taken out too."""
        try:
            return self.by_id[id]
        except KeyError:
            raise UnknownClause(id) from None

    def readings_of(self, clause_id: str) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.readings if clause_id in reading.clauses)

    def additions_to(self, clause_id: str) -> tuple[Addition, ...]:
        return tuple(one for one in self.additions if one.clause == clause_id)

    def overdue_on(self, day: date) -> bool:
        return day > self.review_due
