"""Telling of a blog, a plan, a conflict or an offer: one question a page, what was answered carried in the page alone. Stores nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from askfirst.advice.names import asks_about
from askfirst.casework.fields import BadField, Field, read
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.kinds.declaration import PROFILE
from askfirst.procedure.trust import load_trust
from askfirst.web.bodies import Form
from askfirst.web.questions import carried
from askfirst.web.step_forms import Entry, Option, entries
from askfirst.words import Sentence, say

__all__ = ["MATTERS", "Matter", "Pages", "advice_only"]


@dataclass(frozen=True, slots=True)
class Matter:
    """One of the things to tell of: its address, its kind of case, the words for it, and the rule it comes from."""

    slug: str
    kind: str
    says: Sentence
    hint: Sentence
    clause: str


MATTERS = (
    Matter(
        "blog",
        "declaration",
        say("I have a blog, site or channel that says where I work"),
        say("You should talk about it with your line manager."),
        "BLG-5",
    ),
    Matter("plan", "plan", say("I would like to start one"), say("Nobody approves or turns it down."), "BLG-6"),
    Matter(
        "interest",
        "interest",
        say("Something I post may clash with my work"),
        say("You must talk about it with your line manager."),
        "WEB-5",
    ),
    Matter("department", "page", say("My department would like a page"), say("A list of tasks. You can stop and come back."), "HYB-4"),
    Matter(
        "group",
        "exemption",
        say("I would like a group with students, only for learning"),
        say("As a part of your department’s page. Read the advice first."),
        "SNS-6",
    ),
    Matter("offer", "offer", say("Somebody offers to pay for a post"), say("Gifts and free things count too."), "WEB-6"),
)


def advice_only(given: Mapping[str, str]) -> bool:
    """Whether it comes to advice alone, with nothing to tell (A35)."""
    return given.get("what") == PROFILE


@dataclass(frozen=True, slots=True)
class Pages:
    """The questions of one matter for one person, with what was answered so far."""

    matter: Matter
    given: Mapping[str, str]
    options: Mapping[str, tuple[Option, ...]]  # by field: what this person has to choose from; an empty "post" is one post alone
    seen: bool = False  # whether all the answers were looked at once: a question changed since leads back to them

    @classmethod
    def of(cls, matter: Matter, form: Form, options: Mapping[str, tuple[Option, ...]]) -> "Pages":
        """What the form holds of the questions there are; all else is left aside."""
        fields = WORKFLOWS[matter.kind].opening
        return cls(
            matter,
            {field.id: form.one(field.id) for field in fields if form.one(field.id)},
            options,
            bool(form.one("checked") or form.one("change")),
        )

    @property
    def fields(self) -> list[Field]:
        """The questions that are asked, given the answers."""
        return [field for field in WORKFLOWS[self.matter.kind].opening if field.asked(self.given) and self._wanted(field)]

    def _wanted(self, field: Field) -> bool:
        if field.id == "post":
            return bool(self.options.get("post"))
        if field.id == "brand":
            return asks_about(self.given.get("address", ""), load_trust())
        return True

    def answers(self) -> dict[str, object]:
        """What is sent: only what is asked."""
        return {field.id: self.given[field.id] for field in self.fields if field.id in self.given}

    def named(self, id: str) -> Field | None:
        return next((field for field in self.fields if field.id == id), None)

    def after(self, id: str) -> Field | None:
        """The next question; None where this was the last."""
        ids = [field.id for field in self.fields]
        return self.fields[ids.index(id) + 1] if id in ids and ids.index(id) + 1 < len(ids) else None

    def before(self, id: str) -> Field | None:
        ids = [field.id for field in self.fields]
        return self.fields[ids.index(id) - 1] if id in ids and ids.index(id) else None

    def missing(self, *, on: date, until: str = "") -> tuple[Field, BadField] | None:
        """The first question, up to `until`, whose answer cannot be used, and why."""
        for field in self.fields:
            try:
                read([replace(field, where={})], {field.id: self.given.get(field.id, "")}, on=on)
            except BadField as problem:
                return field, problem
            if field.id == until:
                break
        return None

    def entry(self, field: Field, problem: BadField | None) -> Entry:
        """The question as a form field."""
        made = entries([field], under="tell", given=self.given, problem=problem)[0]
        if field.id not in self.options:
            return made
        chosen = self.given.get(field.id, "")
        options = tuple(replace(one, chosen=one.value == chosen) for one in self.options[field.id])
        return replace(made, sort="radios", options=options)

    def chosen(self, field: str) -> Sentence | None:
        """What somebody chose of what they had to choose from, in words; None where nothing is chosen."""
        return next((one.says for one in self.options.get(field, ()) if one.value == self.given.get(field)), None)

    def carried(self, *, but: str = "") -> Sequence[tuple[str, str]]:
        """Every answer but that of one question, for the page to carry on."""
        return carried(self.given, but=frozenset({but}))
