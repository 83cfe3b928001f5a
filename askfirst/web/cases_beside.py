"""What lies beside a case, as lines of a page: what it shows, who put it there by the names of that page, when, what kind, how large."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from askfirst.casework.access import Found
from askfirst.casework.by_role import names_in
from askfirst.casework.evidence import LEFT, Gone, Thing, may_add, may_look, shown_to, things_of
from askfirst.casework.evidence_words import GROUND
from askfirst.casework.taken_away import why_not
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Standing
from askfirst.web.cases_people import called
from askfirst.web.in_words import moment_in_words, the_day
from askfirst.web.step_forms import mended
from askfirst.words import Sentence, say

__all__ = ["Line", "beside_words", "lines"]

KINDS = {
    "words": say("Words"),
    "png": say("PNG picture"),
    "jpeg": say("JPEG picture"),
    "webp": say("WebP picture"),
    "gif": say("GIF picture"),
}
THOUSAND, MILLION = 1_000, 1_000_000


@dataclass(frozen=True, slots=True)
class Away:
    """That a thing was taken away: when, and for whoever sees all of the case who, what was wrong and why, the last in their own words."""

    at: Sentence
    who: Sentence | None
    ground: Sentence | None
    reason: str
    digest: str  # of its file as it came, in hex


@dataclass(frozen=True, slots=True)
class Line:
    """One thing. `about`, `link` and `name` are somebody's own words; `name` is what its file was called. Not `whole`: it does not open.

    `taken`: that it was taken away, and then nothing else of it is here; `takes`: whether this reader may take it away.
    """

    number: int
    about: str
    link: str
    seen: Sentence | None
    who: Sentence
    at: Sentence
    kind: Sentence
    size: Sentence | None
    name: str
    picture: bool
    file: bool
    moves: bool
    whole: bool
    taken: Away | None
    takes: bool


def beside_words(found: Found, *, by: Standing, now: datetime) -> dict[str, object]:
    """For the page of the case: the list, and whether there is a way to add to it. Nothing for whoever may not look."""
    if not may_look(found, by):
        return {}
    things = lines(things_of(found, by=by, at=now), found, by=by, now=now)
    takes = any(one.takes for one in things)
    return {"beside_things": things, "may_look_beside": True, "may_add_beside": may_add(found, by), "takes_beside": takes}


def lines(things: Sequence[Thing], found: Found, *, by: Standing, now: datetime) -> list[Line]:
    """Each as this reader may have it. Raises access.Missing."""
    signed: list[Thing | Gone] = [*things, *(one.gone for one in things if one.gone)]
    known = names_in(found.case.ref, {who for one in signed for who in (one.by, one.acting_for) if who}, by=by)
    student = by.capacity is Capacity.STUDENT
    takes = {row.number for row in shown_to(found, by) if not why_not(found, row, by)}

    def who(one: Thing | Gone) -> Sentence:
        if one.by == by.person:
            return say("You")
        if one.by not in known:
            return say("Somebody we no longer hold")
        name = called(known[one.by], student=student)
        other = known.get(one.acting_for)
        return say("{name} acting for {other}", name=name, other=called(other, student=False)) if other else name

    def away(gone: Gone, digest: object) -> Away:
        ground = next((choice.says for choice in GROUND.choices if choice.value == gone.ground), None)
        at = moment_in_words(gone.at, now=now)
        return Away(at, who(gone), ground, mended(gone.reason), str(digest or "")) if gone.by else Away(at, None, None, "", "")

    return [
        _line(one, who(one), away(one.gone, one.words.get(LEFT)) if one.gone else None, takes=one.number in takes, now=now)
        for one in things
    ]


def _line(one: Thing, who: Sentence, taken: Away | None, *, takes: bool, now: datetime) -> Line:
    held = one.words
    seen = str(held.get("seen_on") or "")
    return Line(
        number=one.number,
        about=mended(str(held.get("about") or "")),
        link=mended(str(held.get("link") or "")),
        seen=the_day(date.fromisoformat(seen), today=london_day(now)) if seen else None,
        who=who,
        at=moment_in_words(one.at, now=now),
        kind=_kind(one),
        size=_size(held.get("size")),
        name=mended(str(held.get("name") or "")),
        picture=one.copy_kind in ("png", "jpeg"),
        file=one.file,
        moves=bool(held.get("moves")),
        whole=bool(held) or taken is not None,
        taken=taken,
        takes=takes,
    )


def _kind(one: Thing) -> Sentence:
    pages = one.words.get("pages")
    if one.kind == "pdf":
        return say("PDF, 1 page") if pages == 1 else say("PDF, {pages} pages", pages=pages or "?")
    return KINDS.get(one.kind, say("A file"))


def _size(size: object) -> Sentence | None:
    """In the unit people know, never as nothing."""
    if not isinstance(size, int):
        return None
    if size >= MILLION:
        return say("{size} MB", size=format(size / MILLION, ".1f"))
    return say("{size} kB", size=max(1, round(size / THOUSAND)))
