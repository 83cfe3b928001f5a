"""What lies beside a case, as lines of a page: what it shows, who put it there by the names of that page, when, what kind, how large."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from askfirst.casework.access import Found
from askfirst.casework.by_role import names_in
from askfirst.casework.evidence import Thing, may_add, may_look, things_of
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
class Line:
    """One thing. `about`, `link` and `name` are somebody's own words; `name` is what its file was called. Not `whole`: it does not open."""

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


def beside_words(found: Found, *, by: Standing, now: datetime) -> dict[str, object]:
    """For the page of the case: the list, and whether there is a way to add to it. Nothing for whoever may not look."""
    if not may_look(found, by):
        return {}
    things = lines(things_of(found, by=by, at=now), ref=found.case.ref, by=by, now=now)
    return {"beside_things": things, "may_look_beside": True, "may_add_beside": may_add(found, by)}


def lines(things: Sequence[Thing], *, ref: str, by: Standing, now: datetime) -> list[Line]:
    """Each as this reader may have it. Raises access.Missing."""
    known = names_in(ref, {who for one in things for who in (one.by, one.acting_for) if who}, by=by)
    student = by.capacity is Capacity.STUDENT

    def who(one: Thing) -> Sentence:
        if one.by == by.person:
            return say("You")
        if one.by not in known:
            return say("Somebody we no longer hold")
        name = called(known[one.by], student=student)
        other = known.get(one.acting_for)
        return say("{name} acting for {other}", name=name, other=called(other, student=False)) if other else name

    return [_line(one, who(one), now=now) for one in things]


def _line(one: Thing, who: Sentence, *, now: datetime) -> Line:
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
        whole=bool(held),
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
