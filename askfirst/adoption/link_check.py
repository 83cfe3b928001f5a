"""Do the links of the procedure still open? One link on one press, through the one door, by whoever owns the procedure.

Only links that the edition in force or the draft gives are tried, never an address that somebody types. The page is fetched outside of any
change and thrown away; what is kept is the day, and whether it opened.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from askfirst.adoption import models
from askfirst.adoption.drafting import owns
from askfirst.adoption.editions import CHAIN, as_edition, in_force
from askfirst.adoption.states import Refusal, Refused
from askfirst.guard import door
from askfirst.guard.door import Fetch, NotOpen, Shut
from askfirst.people.calendar import london_day
from askfirst.people.hats import GOVERNANCE, Standing
from askfirst.procedure.clause import Sort
from askfirst.trail import chain
from askfirst.words import say

__all__ = ["LinkAt", "Tried", "links", "tried", "try_link"]

ANSWERED = (door.NO_HTML, door.TOO_LARGE)  # there is something, if no page that we read
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Tried:
    """How a link answered. `why`: "" where it opened."""

    on: date
    opened: bool
    why: str


@dataclass(frozen=True, slots=True)
class LinkAt:
    """A link, the clauses that give it, and how it answered last; None where nobody has tried it here."""

    link: str
    clauses: tuple[str, ...]
    tried: Tried | None


def tried() -> Mapping[str, Tried]:
    """Every link that somebody tried, with how it answered last. One query."""
    return {one.link: Tried(one.on, one.opened, one.why) for one in models.LinkTried.objects.all()}


def links(*, on: date) -> list[LinkAt]:
    """Every link that the edition in force, or the draft, gives, in their order."""
    at: dict[str, list[str]] = {}
    draft = models.Edition.objects.filter(open=True).first()
    for edition in filter(None, (in_force(on=on, readings=False), as_edition(draft) if draft else None)):
        for clause in edition.clauses:
            for mention in clause.mentions:
                if mention.sort is Sort.LINK and clause.id not in at.setdefault(mention.name, []):
                    at[mention.name].append(clause.id)
    known = tried()
    return [LinkAt(link, tuple(clauses), known.get(link)) for link, clauses in at.items()]


def try_link(*, link: str, by: Standing, at: datetime, fetch: Fetch) -> Tried:
    """Tries a link now. Takes up to seconds; call it outside any change. Raises Refused for a link the procedure does not give."""
    owns(by)
    if len(link) > LONGEST or all(one.link != link for one in links(on=london_day(at))):
        raise Refused(Refusal(say("The procedure gives no such link. Choose one of the list.")))
    came = _came(link, at, fetch)
    with transaction.atomic():
        models.LinkTried.objects.update_or_create(link=link, defaults={"on": came.on, "opened": came.opened, "why": came.why[:200]})
        what = "link-opened" if came.opened else "link-shut"
        chain.append(chain=CHAIN, what=what, who=by.person, acting_for=by.acting_for(GOVERNANCE), at=at)
    return came


def _came(link: str, at: datetime, fetch: Fetch) -> Tried:
    try:
        fetch(link)
    except (NotOpen, Shut) as problem:
        opened = problem.sentence in ANSWERED
        return Tried(london_day(at), opened, "" if opened else str(problem.sentence))
    return Tried(london_day(at), opened=True, why="")
