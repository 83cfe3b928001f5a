"""What a door asks somebody, a page at a time, with what was answered so far: carried in the page alone. And what every form that opens a
case has in common: sent once and on to the case, or told why not. Stores nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.http import HttpResponse, HttpResponseRedirect

from askfirst.casework.fields import BadField, Field, read
from askfirst.casework.gates import Refused
from askfirst.casework.steps import open_case
from askfirst.trail.once import Reused
from askfirst.web.bodies import Form
from askfirst.web.cases_talk import Row, rows
from askfirst.web.session import SignedIn
from askfirst.web.step_forms import Entry, entries, mended, once_of
from askfirst.words import Sentence, say

__all__ = ["NotSent", "Questions", "Said", "kept_nowhere", "on_to", "opened"]

Said = list[tuple[Sentence, str, str]]
"""What is wrong, by which clause, and where on the page."""
UNDER = "ask"
"""What the ids of all fields begin with."""


@dataclass(frozen=True, slots=True)
class Questions:
    """`opening`: whatever may be asked of this person, in order. `together`: what stands on one page; all else has a page of its own."""

    opening: Sequence[Field]
    given: Mapping[str, str]
    together: Sequence[Collection[str]] = ()
    seen: bool = False  # whether all the answers were looked at once: a question changed since leads back to them
    settled: Collection[str] = ()  # what is sent though nobody is asked for it: where there is one answer alone
    known: Mapping[str, Field] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", {one.id: one for one in self.opening})

    @property
    def asked(self) -> list[Field]:
        """The questions that are asked, given the answers."""
        return [one for one in self.opening if one.asked(self.given)]

    @property
    def pages(self) -> list[tuple[Field, ...]]:
        """A page with nothing to ask is not there. What hangs on an answer stands beside it."""
        found: list[tuple[Field, ...]] = []
        done: set[str] = set()
        for one in self.opening:
            if one.id not in done:
                ids = next((ids for ids in self.together if one.id in ids), (one.id,))
                done |= set(ids)
                found.append(tuple(other for other in self.opening if other.id in ids and self._asked_with(other, ids)))
        return [page for page in found if page]

    def _asked_with(self, one: Field, ids: Collection[str]) -> bool:
        return all((other in ids and other in self.known) or self.given.get(other) in values for other, values in one.where.items())

    def page_of(self, id: str) -> int | None:
        """The page on which this is asked."""
        return next((number for number, page in enumerate(self.pages) if id in {one.id for one in page}), None)

    def answers(self) -> dict[str, object]:
        """What is sent: only what is asked, or settled without asking."""
        ids = [*(one.id for one in self.asked), *(id for id in self.settled if id not in self.known)]
        return {id: self.given[id] for id in ids if id in self.given}

    def missing(self, *, on: date, until: int | None = None) -> tuple[int, BadField] | None:
        """The first page, up to `until`, with an answer that cannot be used, and why."""
        for number, page in enumerate(self.pages if until is None else self.pages[: until + 1]):
            try:
                self._held(page, on=on)
            except BadField as problem:
                return number, problem
        return None

    def _held(self, fields: Sequence[Field], *, on: date) -> Mapping[str, object]:
        asked = [replace(one, where={}) for one in fields if one.asked(self.given)]
        return read(asked, {one.id: self.given[one.id] for one in asked if one.id in self.given}, on=on)

    def after(self, number: int, *, on: date) -> int | None:
        """The page to ask next; None where all is answered. One that was answered elsewhere is passed over."""
        late = self.missing(on=on)
        first_late = late[0] if late else None
        later = () if self.seen else range(number + 1, len(self.pages))
        return next((page for page in later if page == first_late or not self._answered(page)), first_late)

    def _answered(self, number: int) -> bool:
        return any(one.id in self.given for one in self.pages[number])

    def entries(self, number: int, problem: BadField | None = None) -> tuple[Entry, ...]:
        """The questions of a page as form fields."""
        page = self.pages[number]
        here = {one.id for one in page}
        shown = [replace(one, where={id: values for id, values in one.where.items() if id in here}) for one in page]
        made = entries(shown, under=UNDER, given=self.given, problem=problem)
        return tuple(replace(entry, optional=_may_stay_empty(one)) for entry, one in zip(made, page, strict=True))

    def rows(self, *, on: date) -> list[Row]:
        """Every answer in words, with the question where it is changed; `value` None where it was left empty. All must be answered."""
        return [_in_words(one, row) for one, row in zip(self.asked, rows(self.asked, self._as_held(on), empty=True), strict=True)]

    def _as_held(self, on: date) -> Mapping[str, object]:
        """The answers as they would be kept, beside what decides which are asked."""
        return {**self.given, **self._held(self.asked, on=on)}

    def carried(self, *, but: int | None = None) -> list[tuple[str, str]]:
        """Every answer but those of one page, for the page to carry on."""
        here = {one.id for one in self.pages[but]} if but is not None else set()
        return [(id, mended(value)) for id, value in self.given.items() if id not in here]


def _may_stay_empty(one: Field) -> bool:
    return not one.needed and one.lines > 0 and all(choice.value for choice in one.choices)


def _in_words(one: Field, row: Row) -> Row:
    """What an empty answer means, where it means something: the choice that stands for it, or a tick that is not there."""
    if row.value is not None:
        return row
    meant = say("No") if one.lines == 0 else next((choice.says for choice in one.choices if not choice.value), None)
    return replace(row, value=meant)


class NotSent(Exception):
    """It was refused, or its key was used for something else: nothing was kept. `says` is for the page, which answers 409."""

    def __init__(self, says: Said) -> None:
        super().__init__()
        self.says = says


def opened(here: SignedIn, form: Form, *, kind: str, details: Mapping[str, object]) -> str:
    """The reference of the case that the form opens, the same however often it is sent. Raises BadField and NotSent."""
    try:
        return open_case(kind=kind, by=here.standing, details=details, at=here.now, once=once_of(form, address=here.path))
    except Refused as refused:
        raise NotSent([(one.sentence, one.clause, "") for one in refused.refusals]) from None
    except Reused as reused:
        raise NotSent([(reused.sentence, "", "")]) from None


def on_to(ref: str) -> HttpResponse:
    """303, to the page that says that it was sent."""
    response = HttpResponseRedirect("/cases/{}/?sent=1".format(ref))
    response.status_code = 303
    return response


def kept_nowhere(response: HttpResponse) -> HttpResponse:
    """So that no browser and nothing between keeps the page."""
    response["Cache-Control"] = "no-store"
    return response
