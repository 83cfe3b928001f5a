"""Before I post: words looked over once, shown at once, and forgotten. No redirect, no session, no line in any log."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from askfirst.adoption.today import todays_edition
from askfirst.advice.answer import Answer, answer
from askfirst.advice.asked import BadDraft, draft_from
from askfirst.advice.cannot_see import OF_A_POST, by_dialect
from askfirst.advice.items import Item, items
from askfirst.advice.known_here import told_to, with_events
from askfirst.advice.told import reading_only
from askfirst.people.hats import Capacity, Standing
from askfirst.procedure.clause import Edition
from askfirst.web.asked import AUDIENCE, AUTHOR, PLACE, Asked, asked_by
from askfirst.web.bodies import read_form
from askfirst.web.cards import Around, Card, cards, key_of, pieces, reworded
from askfirst.web.checking import SLOW_DOWN, private, too_often
from askfirst.web.help import helpers
from askfirst.web.house import here_in, student_reads
from askfirst.web.marks import Run, runs
from askfirst.web.plain import not_this_way
from askfirst.words import Sentence, say

__all__ = ["check", "form_again"]

MOST = 200  # findings shown at once; more makes a page nobody reads
GONE = say("The text has changed, so we checked it again. That wording did not fit any more.")
USED = say("We put the wording in and checked the text again.")


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of the text, and the wording that may take its place."""

    run: Run
    fix: Sentence | None


def check(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: the form again with what is wrong, or what there is to look at."""
    if request.method in ("GET", "HEAD"):
        author = "student" if student_reads(request) else ""
        return private(_form(request, Asked(author=author)))
    if request.method != "POST":
        return private(not_this_way(request, allow="GET, HEAD, POST"))
    return private(_looked_over(request))


def form_again(request: HttpRequest, sentence: Sentence, *, status: int) -> HttpResponse:
    """The form with the words still in it, and one sentence about why there is no answer yet."""
    form = read_form(request)
    try:
        asked = asked_by(form)
    except BadDraft:
        asked = Asked(text=form.one("text"))
    return private(_form(request, asked, BadDraft("text", form.problem or sentence), status=status))


def _form(request: HttpRequest, asked: Asked, problem: BadDraft | None = None, *, status: int = 200) -> HttpResponse:
    known = {"text", "author", "channel", "audience", "profile_names_school", "photo_taken"}
    return render(
        request,
        "web/check/form.html",
        {
            "asked": asked,
            "mode": "student" if asked.student else "staff",
            "problem": problem,
            "field": problem.field if problem and problem.field in known else "text",
            "cannot_see": OF_A_POST,
            "by_dialect": by_dialect(),
            **_choices(),
        },
        status=status,
    )


def _choices() -> dict[str, object]:
    return {"authors": AUTHOR, "places": PLACE, "audiences": AUDIENCE}


def _looked_over(request: HttpRequest) -> HttpResponse:
    form = read_form(request)
    if form.problem is not None:
        return form_again(request, form.problem, status=400)
    if too_often(request):
        return form_again(request, SLOW_DOWN, status=429)
    try:
        asked = asked_by(form)
    except BadDraft as problem:
        return form_again(request, problem.sentence, status=400)
    with reading_only():
        try:
            return _result(request, asked)
        except BadDraft as problem:
            return _form(request, asked, problem, status=400)


@dataclass(frozen=True, slots=True)
class Things:
    """The answer, its findings joined (at most MOST of them), and what cards need besides."""

    said: Answer
    items: tuple[Item, ...]
    edition: Edition
    around: Around


def _things(asked: Asked, by: Standing | None) -> Things:
    """Raises BadDraft."""
    draft = with_events(draft_from(asked.fields(), told_to(by)), by)
    edition = todays_edition(readings=False)
    said = answer(draft, edition)
    return Things(said, items(draft, said.findings[:MOST]), edition, draft.sentences.around)


def _put_in(asked: Asked, by: Standing | None) -> tuple[Asked, Sentence]:
    """The text with the wording of the card asked for; unchanged where no card answers to it any more. Raises BadDraft."""
    key, _, turn = asked.use.rpartition(".")
    things = _things(asked, by)
    same = [item for item in things.items if key_of(item.lead) == key]
    at = int(turn) if turn.isascii() and turn.isdigit() and len(turn) < 4 else 0
    if at >= len(same):
        return asked, GONE
    return replace(asked, text=reworded(asked.text, pieces(asked.text, same[at], things.around))), USED


def _result(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Raises BadDraft."""
    news, here = None, here_in(request)
    if asked.use:
        asked, news = _put_in(asked, here)
    things = _things(asked, here)
    said = things.said
    if said.help and not asked.everything:
        return render(request, "web/check/help.html", _house(asked) | helpers(student=asked.student))
    left = [item for item in things.items if key_of(item.lead) not in asked.hidden]
    shown = tuple(replace(item, number=number) for number, item in enumerate(left, 1))
    made = cards(asked.text, shown, things.edition, things.around, student=asked.student)
    context = _house(asked) | {
        "said": said,
        "cannot_see": OF_A_POST,
        "by_dialect": by_dialect(),
        "cards": _with_turns(made),
        "marks": _marks(asked.text, shown, made),
        "noticed": [finding for finding in said.noticed if finding.seen.kind != "help"][:MOST],
        "count": len(shown),
        "put_away": len(things.items) - len(shown),
        "clean": not things.items and not said.help,
        "more": len(said.findings) > MOST,
        "most": MOST,
        "news": news,
        "asker": _asker(request),
        "to_ask": _to_ask(made),
        **_choices(),
    }
    if said.help:
        context |= helpers(student=asked.student)
    return render(request, "web/check/result.html", context)


def _asker(request: HttpRequest) -> str:
    """ "staff" or "student", for whoever may ask a question here; a check itself never needs to know."""
    here = here_in(request)
    if here is None or here.capacity not in (Capacity.STAFF, Capacity.TRUSTEE, Capacity.STUDENT):
        return ""
    return "student" if here.capacity is Capacity.STUDENT else "staff"


def _to_ask(made: Sequence[Card]) -> list[tuple[str, Sentence]]:
    """The rules on the page one may ask about, each once, with the title of its first card."""
    titles: dict[str, Sentence] = {}
    for card in made:
        titles.setdefault(card.item.clauses[0], card.item.lead.seen.title)
    return list(titles.items())


def _house(asked: Asked) -> dict[str, object]:
    return {"asked": asked, "mode": "student" if asked.student else "staff"}


def _with_turns(made: Sequence[Card]) -> list[tuple[Card, int]]:
    """Each card with how many of the same key came before it: together they name one card in the text."""
    turns: dict[str, int] = {}
    told_apart = []
    for card in made:
        told_apart.append((card, turns.get(card.key, 0)))
        turns[card.key] = turns.get(card.key, 0) + 1
    return told_apart


def _marks(text: str, things: Sequence[Item], made: Sequence[Card]) -> list[Mark]:
    """The text in runs; a run that a card's wording would replace exactly carries that wording."""
    fixes = {(piece.start, piece.end): piece.fix for card in made for piece in card.pieces}
    in_text = [thing for thing in things if thing.lead.seen.about != "profile"]  # the profile's own matter marks none of these words
    return [Mark(run, fixes.get((run.start, run.start + len(run.text))) if run.whole else None) for run in runs(text, in_text)]
