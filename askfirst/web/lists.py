"""The list of cases somebody may see: filtered, newest first, a page at a time. What they may not see changes nothing in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import cast
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.casework import access, refused
from askfirst.casework.access import Line
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.workflow import Part
from askfirst.people.hats import Standing
from askfirst.web.in_words import moment_in_words
from askfirst.web.mine import case_words
from askfirst.web.plain import not_this_way
from askfirst.web.session import SignedIn, signed_in
from askfirst.web.when import by_when
from askfirst.words import Sentence, say

__all__ = ["cases"]

AT_ONCE = 25


@dataclass(frozen=True, slots=True)
class Filters:
    """What was asked for, each of it known; `unknown` says that something was not, and was left out."""

    kind: str
    state: str
    open_only: bool
    unknown: bool

    def query(self, **other: str) -> str:
        """The address of the list with these filters, other than as named."""
        held = {"kind": self.kind, "state": self.state, "open": "yes" if self.open_only else "", **other}
        asked = urlencode({name: value for name, value in held.items() if value})
        return "/cases/?{}".format(asked) if asked else "/cases/"


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    says: Sentence
    chosen: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter in use, and the address of the list without it."""

    says: Sentence
    without: str


@dataclass(frozen=True, slots=True)
class Row:
    ref: str
    says: Sentence
    state: Sentence
    opened: Sentence
    when: Sentence | None
    late: bool
    status_only: bool


def _state_words(pairs: Iterable[tuple[str, str]]) -> dict[str, Sentence]:
    """Each state of these kinds once; where kinds of case call one differently, both."""
    found: dict[str, dict[str, Sentence]] = {}
    for kind, state in pairs:
        words = WORKFLOWS[kind].states[state]
        found.setdefault(state, {})[str(words)] = words
    return {state: reduce(_either, words.values()) for state, words in found.items()}


def _either(one: Sentence, other: Sentence) -> Sentence:
    return say("{one}, or {other}", one=one, other=other)


STATES = _state_words((kind, state) for kind, workflow in WORKFLOWS.items() for state in workflow.states)


def _filters(request: HttpRequest) -> Filters:
    kind, state, open_only = (request.GET.get(name, "") for name in ("kind", "state", "open"))
    unknown = (kind and kind not in WORKFLOWS) or (state and state not in STATES) or open_only not in ("", "yes")
    return Filters(kind if kind in WORKFLOWS else "", state if state in STATES else "", open_only == "yes", bool(unknown))


@signed_in
def cases(request: HttpRequest) -> HttpResponse:
    """Raises Http404 for a place in the list that is not theirs; that is written down like any other try."""
    here = cast(SignedIn, request)
    if request.method not in ("GET", "HEAD"):
        return not_this_way(request, allow="GET, HEAD")
    asked, by, after = _filters(request), here.standing, request.GET.get("after", "")
    try:
        lines = access.page(by, kind=asked.kind, state=asked.state, open_only=asked.open_only, after=after, limit=AT_ONCE + 1)
    except access.Missing:
        refused.tried(after, by=by, at=here.now)
        raise Http404 from None
    kinds, states = _offered(by, asked)
    more = lines[AT_ONCE:]
    lines = lines[:AT_ONCE]
    filled = {
        "rows": [_row(line, here) for line in lines],
        "count": access.count(by, kind=asked.kind, state=asked.state, open_only=asked.open_only),
        "older": asked.query(after=lines[-1].ref) if more else "",
        "newest": asked.query() if after else "",
        "kinds": kinds,
        "states": states,
        "asked": asked,
        "chosen": _chosen(asked),
    }
    return render(request, "web/me/cases.html", filled)


def _offered(by: Standing, asked: Filters) -> tuple[list[Choice], list[Choice]]:
    """The kinds and states that this person's own cases have, and what is asked for already; nobody picks from all there could be."""
    pairs = [(kind, state) for kind, state in access.met(by) if state in WORKFLOWS[kind].states]
    words = _state_words(pairs)
    kinds = {kind for kind, _ in pairs} | {asked.kind}
    return (
        [Choice(kind, workflow.says, kind == asked.kind) for kind, workflow in WORKFLOWS.items() if kind in kinds],
        [Choice(one, words.get(one, says), one == asked.state) for one, says in STATES.items() if one in words or one == asked.state],
    )


def _chosen(asked: Filters) -> list[Chosen]:
    found = []
    if asked.kind:
        found.append(Chosen(WORKFLOWS[asked.kind].says, asked.query(kind="")))
    if asked.state:
        found.append(Chosen(STATES[asked.state], asked.query(state="")))
    if asked.open_only:
        found.append(Chosen(say("Still open"), asked.query(open="")))
    return found


def _row(line: Line, here: SignedIn) -> Row:
    says, state = case_words(line.kind, line.state)
    when = by_when(line.due_at, now=here.now) if line.due_at and not line.ended else None
    late = bool(when and line.due_at and line.due_at < here.now)
    return Row(line.ref, says, state, moment_in_words(line.opened_at, now=here.now), when, late, line.part is Part.STATUS)
