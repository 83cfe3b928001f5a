"""What the pages of each kind of case add to the one page for all of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from askfirst.casework.fields import Choice
from askfirst.casework.kinds.support import HELPS
from askfirst.casework.reading import OpenFile
from askfirst.casework.workflow import Step
from askfirst.web.cases_concern import CONCERN_MOVES, concern_fills, concern_status, concern_strip, concern_told, concern_words
from askfirst.web.cases_data_request import DATA_MOVES, data_strip, data_told, data_words
from askfirst.web.cases_department import PAGE_MOVES, page_starts, page_strip, page_words
from askfirst.web.cases_do_not_post import DO_NOT_POST_MOVES, do_not_post_strip, do_not_post_words
from askfirst.web.cases_event import EVENT_MOVES, event_strip, event_words
from askfirst.web.cases_exemption import EXEMPTION_MOVES, exemption_strip, exemption_words
from askfirst.web.cases_impostor import IMPOSTOR_MOVES, impostor_strip, impostor_words
from askfirst.web.cases_instruction import INSTRUCTION_MOVES, instruction_strip, instruction_words
from askfirst.web.cases_people import People
from askfirst.web.cases_press import PRESS_MOVES, press_aims, press_status, press_strip, press_words
from askfirst.web.cases_question import QUESTION_MOVES, question_strip, question_words
from askfirst.web.cases_removal import REMOVAL_MOVES, removal_strip, removal_told, removal_words
from askfirst.web.cases_staff_route import STAFF_ROUTE_MOVES, staff_route_strip, staff_route_told, staff_route_words
from askfirst.web.cases_steps import STEPS_MOVES, steps_words
from askfirst.web.cases_student_route import STUDENT_ROUTE_MOVES, student_route_strip, student_route_told, student_route_words
from askfirst.web.cases_talk import TALK_MOVES, talk_strip, talk_words
from askfirst.web.cases_time import Mark
from askfirst.words import Sentence

__all__ = ["FACES", "Face"]


def _nothing(opened: OpenFile, people: People) -> Mapping[str, object]:
    return {}


def _no_more(opened: OpenFile, people: People) -> Sequence[Sentence]:
    return ()


def _no_aims(opened: OpenFile, step: Step) -> Sequence[Choice]:
    return ()


def _as_it_is(opened: OpenFile, step: Step, people: People) -> Step:
    return step


def _empty(opened: OpenFile, step: Step) -> Mapping[str, object]:
    return {}


def _where_it_stands(opened: OpenFile, people: People) -> list[Mark]:
    return [Mark("now", opened.workflow.states[opened.case.state])]


@dataclass(frozen=True, slots=True)
class Face:
    """`template` extends web/cases/case.html. A form of a step in `placed` is put into the page by that template, as `by_step`;
    one of a step in `quiet` is folded until it is wanted. `aims`: the choices for a step that must say of what.
    """

    template: str
    sent: str = ""  # the template of the page right after it was opened, where there is one
    strip: Callable[[OpenFile, People], list[Mark]] = _where_it_stands
    adds: Callable[[OpenFile, People], Mapping[str, object]] = _nothing
    aims: Callable[[OpenFile, Step], Sequence[Choice]] = _no_aims
    starts: Callable[[OpenFile, Step], Mapping[str, object]] = _empty  # what a form holds at first
    fills: Callable[[OpenFile, Step, People], Step] = _as_it_is  # a step with the choices that this person has
    status: Callable[[OpenFile, People], Sequence[Sentence]] = _no_more  # for whoever sees the status alone: why they are told
    told: Callable[[OpenFile, People], Mapping[str, object]] = _nothing  # for whoever is asked, and knows no names: what they are asked
    moves: Mapping[str, Sentence] = field(default_factory=dict)
    placed: frozenset[str] = frozenset()
    quiet: frozenset[str] = frozenset({"withdraw"})
    wanted_first: bool = False  # the form that is asked for now stands first and open, quiet or not


TALK = Face(
    "web/cases/talk.html",
    sent="web/cases/talk-sent.html",
    strip=talk_strip,
    adds=talk_words,
    moves=TALK_MOVES,
    quiet=frozenset({"withdraw", "set-aside", "ask-again", "reply", "ended", "changed"}),
)

FACES: Mapping[str, Face] = {
    **dict.fromkeys(("declaration", "plan", "interest", "offer"), TALK),
    "page": Face(
        "web/cases/page.html",
        sent="web/cases/page-sent.html",
        strip=page_strip,
        adds=page_words,
        starts=page_starts,
        moves=PAGE_MOVES,
        placed=frozenset({"people", "account", "rules"}),
        quiet=frozenset({"withdraw", "changes", "turn-down", "hold-back", "archive", "set-address", "mixed-found", "still-mixed"}),
    ),
    "exemption": Face(
        "web/cases/exemption.html",
        sent="web/cases/exemption-sent.html",
        strip=exemption_strip,
        adds=exemption_words,
        moves=EXEMPTION_MOVES,
        placed=frozenset({"second", "second-read", "set-up"}),
        quiet=frozenset({"withdraw", "turn-down", "end", "stop"}),
    ),
    "question": Face(
        "web/cases/question.html",
        sent="web/cases/question-sent.html",
        strip=question_strip,
        adds=question_words,
        moves=QUESTION_MOVES,
        placed=frozenset({"delete-draft", "withdraw"}),
        quiet=frozenset({"pass-on", "ask-again"}),
    ),
    "press": Face(
        "web/cases/press.html",
        sent="web/cases/press-sent.html",
        strip=press_strip,
        adds=press_words,
        status=press_status,
        aims=press_aims,
        moves=PRESS_MOVES,
        quiet=frozenset({"withdraw", "own-up"}),
    ),
    "do-not-post": Face(
        "web/cases/do-not-post.html",
        sent="web/cases/do-not-post-sent.html",
        strip=do_not_post_strip,
        adds=do_not_post_words,
        moves=DO_NOT_POST_MOVES,
    ),
    "data-request": Face(
        "web/cases/data-request.html",
        sent="web/cases/data-request-sent.html",
        strip=data_strip,
        adds=data_words,
        told=data_told,
        moves=DATA_MOVES,
        quiet=frozenset({"withdraw", "ask-back", "extend", "refuse-part", "redact", "leave-out", "ask-again"}),
    ),
    "impostor": Face(
        "web/cases/impostor.html",
        sent="web/cases/impostor-sent.html",
        strip=impostor_strip,
        adds=impostor_words,
        moves=IMPOSTOR_MOVES,
        quiet=frozenset({"withdraw", "ours", "not-known", "still-up", "site-refused", "is-back", "not-so"}),
    ),
    "event": Face(
        "web/cases/event.html",
        sent="web/cases/event-sent.html",
        strip=event_strip,
        adds=event_words,
        moves=EVENT_MOVES,
        quiet=frozenset({"change-rule", "hand-event", "call-off"}),
    ),
    "instruction": Face(
        "web/cases/instruction.html",
        sent="web/cases/instruction-sent.html",
        strip=instruction_strip,
        adds=instruction_words,
        moves=INSTRUCTION_MOVES,
        quiet=frozenset({"withdraw", "change", "lift", "query", "challenge", "renew"}),
    ),
    "concern": Face(
        "web/cases/concern.html",
        strip=concern_strip,
        adds=concern_words,
        fills=concern_fills,
        told=concern_told,
        status=concern_status,
        moves=CONCERN_MOVES,
        quiet=frozenset({"withdraw", "flag", "merge", "reopen", "record-outcome", "record-malicious", "ask-again", "complaint", *HELPS}),
        wanted_first=True,
    ),
    "staff-route": Face(
        "web/cases/staff-route.html",
        strip=staff_route_strip,
        adds=staff_route_words,
        told=staff_route_told,
        moves=STAFF_ROUTE_MOVES,
        quiet=frozenset({"add-note", "pause", "let-decider", "check-again", "no-further"}),
    ),
    "student-route": Face(
        "web/cases/student-route.html",
        strip=student_route_strip,
        adds=student_route_words,
        told=student_route_told,
        moves=STUDENT_ROUTE_MOVES,
        quiet=frozenset({"flag", "has-left", "other-evidence", "ask-lead", "pass-outside", "take-account", "write-summary", "tell-parent"}),
        wanted_first=True,
    ),
    "steps": Face("web/cases/steps.html", adds=steps_words, moves=STEPS_MOVES, quiet=frozenset({"finish", "stop-sharing"})),
    "removal": Face(
        "web/cases/removal.html",
        sent="web/cases/removal-sent.html",
        strip=removal_strip,
        adds=removal_words,
        told=removal_told,
        moves=REMOVAL_MOVES,
        quiet=frozenset({"withdraw", "ask-school", "mark-link", "look-again", "back-again"}),
    ),
}
