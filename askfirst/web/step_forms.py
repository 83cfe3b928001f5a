"""A step of a workflow as a form on a page: its fields with labels, hints, what was written before and what is wrong. Stores nothing."""

import json
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from askfirst.casework.fields import BadField, Choice, Field
from askfirst.casework.steps import Once
from askfirst.casework.workflow import Step
from askfirst.web.bodies import Form
from askfirst.words import Sentence, say

__all__ = [
    "Entry",
    "Option",
    "StepForm",
    "entries",
    "given_by",
    "mended",
    "new_key",
    "once_of",
    "step_form",
    "unreadable",
    "version_of",
    "what_is_wrong",
]

HALF = re.compile("[\ud800-\udfff]")
KEY = re.compile(r"[0-9a-f]{32}", re.ASCII)
NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)
SHORT = 14  # characters of a choice that stands beside others
NOT_WORDS = frozenset({"csrfmiddlewaretoken"})
BROKEN = say("Some of the text did not arrive as letters. We show those places as “\ufffd”: put them right, then send again.")
WRONG_KIND = say("The form was sent in a way we do not read. Write your words here, then send them.")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of several, or the tick itself. `sent_to`: the name a button may say once this is chosen."""

    id: str
    value: str
    says: Sentence
    hint: Sentence | None = None
    chosen: bool = False
    sent_to: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to fill in; `sort`: "area", "line", "day", "radios" or "tick". `id`: the first control's, so that an error leads there."""

    id: str
    name: str
    sort: str
    says: Sentence
    hint: Sentence | None = None
    value: str = ""
    rows: int = 5
    options: tuple[Option, ...] = ()
    problem: Sentence | None = None
    where: tuple[str, str] | None = None  # asked only where that field has one of those values, by spaces
    optional: bool = False  # said beside it: it may stay empty

    @property
    def chips(self) -> bool:
        """Whether the choices are short enough to stand side by side."""
        return all(option.hint is None and len(str(option.says)) <= SHORT for option in self.options)


@dataclass(frozen=True, slots=True)
class StepForm:
    """One step that can be taken, ready to be sent."""

    step: str
    of: str
    action: str
    says: Sentence
    entries: tuple[Entry, ...]
    version: int
    once: str

    @property
    def id(self) -> str:
        return "-".join((self.step, self.of)) if self.of else self.step


def mended(text: str) -> str:
    """Text as a page can hold it: a NUL is drawn, half a character is the usual sign for one that is lost."""
    return HALF.sub("\ufffd", text.replace("\0", "\u2400"))


def new_key() -> str:
    """A key for one form, so that sending it twice changes something once."""
    return secrets.token_hex(16)


def unreadable(form: Form) -> Sentence | None:
    """What is wrong with the bytes a page of ours sent, or nothing."""
    if form.problem is None:
        return None
    return BROKEN if form.fields else WRONG_KIND


def given_by(form: Form, step: Step) -> dict[str, object]:
    """What was filled in for the step, by field; what the step does not ask for is left aside."""
    return {field.id: form.one(field.id) for field in step.fields if field.id in form.fields}


def once_of(form: Form, *, address: str = "") -> Once | None:
    """The form's own key, and where it was sent with what (less the token that differs from page to page); None without a good key."""
    key = form.one("once")
    if not KEY.fullmatch(key):
        return None
    kept = {name: values for name, values in sorted(form.fields.items()) if name not in NOT_WORDS}
    return Once(key, json.dumps([address, kept]).encode())


def version_of(form: Form) -> int:
    """The version the page showed; what is no number counts as the first, so that it is stale as soon as anything happened."""
    sent = form.one("version")
    return int(sent) if NUMBER.fullmatch(sent) else 0


def entries(
    fields: Sequence[Field], *, under: str, given: Mapping[str, object] | None = None, problem: BadField | None = None
) -> tuple[Entry, ...]:
    """Fields as form fields. `under` sets their ids apart from those of other forms on the page."""
    made = (_entry(field, under, given or {}, problem) for field in fields)
    return tuple(replace(entry, where=_where(field)) for entry, field in zip(made, fields, strict=True))


def what_is_wrong(problem: BadField, shown: Sequence[Entry], *, elsewhere: str = "") -> list[tuple[Sentence, str, str]]:
    """All that is wrong on a form, each with the control it leads to, for the list above it; `elsewhere`: of what is no entry."""
    places = {one.name: one.options[0].id if one.options else one.id for one in shown}
    return [(one.sentence, "", places.get(one.field, elsewhere)) for one in problem.each]


def _where(field: Field) -> tuple[str, str] | None:
    """What it hangs on, the last named of several: that one is asked nearest to it."""
    return next(((other, " ".join(field.where[other])) for other in reversed([*field.where])), None)


def _entry(field: Field, under: str, given: Mapping[str, object], problem: BadField | None) -> Entry:
    id = "-".join((under, field.id))
    held = given.get(field.id)
    value = mended(held) if isinstance(held, str) else ""
    wrong = problem.at(field.id) if problem is not None else None
    if field.lines == 0:
        tick = Option(id, "yes", field.says, field.hint, chosen=bool(value))
        return Entry(id, field.id, "tick", field.says, options=(tick,), problem=wrong)
    if field.choices:
        return Entry(id, field.id, "radios", field.says, field.hint, options=_options(id, field.choices, value), problem=wrong)
    sort = "day" if field.day is not None else "line" if field.lines == 1 else "area"
    return Entry(id, field.id, sort, field.says, field.hint, value, field.lines, problem=wrong)


def _options(id: str, choices: Sequence[Choice], value: str) -> tuple[Option, ...]:
    ids = [id, *("-".join((id, str(number))) for number in range(2, len(choices) + 1))]
    return tuple(
        Option(one, choice.value, choice.says, choice.hint, chosen=choice.value == value) for one, choice in zip(ids, choices, strict=True)
    )


def step_form(
    step: Step,
    *,
    ref: str,
    version: int,
    of: str = "",
    given: Mapping[str, object] | None = None,
    problem: BadField | None = None,
    aims: Sequence[Choice] = (),
    says: Sentence | None = None,
) -> StepForm:
    """The form of one step. `aims` are the choices for a step that must say of what (a school); then the form asks for it first."""
    under = "-".join((step.id, of)) if of else step.id
    asked = entries(step.fields, under=under, given=given, problem=problem)
    if aims:
        wrong = problem.sentence if problem is not None and problem.field in ("for", "of") else None
        id = "-".join((under, "of"))
        options = _options(id, aims, of)
        asked = (Entry(id, "of", "radios", says or step.says, options=options, problem=wrong), *asked)
    return StepForm(
        step=step.id,
        of="" if aims else of,
        action="/cases/{}/steps/{}/".format(ref, step.id),
        says=step.says,
        entries=asked,
        version=version,
        once=new_key(),
    )
