"""How old what we know is: every dated fact with the day somebody last looked, the oldest first. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from askfirst.procedure.dated import the_contacts, the_facts, the_platforms
from askfirst.procedure.impostor_routes import the_routes
from askfirst.words import Sentence, say

__all__ = ["STALE_AFTER", "Aged", "aged", "aged_json"]

STALE_AFTER = timedelta(days=180)
SERVICE = say("A service")
ROUTE = say("A page that pretends to be ours")
CONTACT = say("Where to send people")
LINT = say("What lint goes by")


@dataclass(frozen=True, slots=True)
class Aged:
    """One fact. `old`: nobody has looked for 180 days; `to_confirm`: we could not confirm it even then."""

    sort: Sentence
    about: str
    words: str
    source: str
    checked_on: date
    old: bool
    to_confirm: bool


def aged(on: date) -> list[Aged]:
    """Every fact that comes with AskFirst and still counts on that day, the longest unlooked at first."""
    return sorted(_all(on), key=lambda one: (one.checked_on, one.about))


def _all(on: date) -> Iterator[Aged]:
    for fact in the_facts():
        if fact.valid_to is None or on <= fact.valid_to:
            about = fact.names[0] if fact.names else fact.id
            yield Aged(LINT, about, fact.fact, fact.source, fact.checked_on, _old(fact.checked_on, on), fact.to_confirm)
    for one in the_platforms():
        yield Aged(SERVICE, one.platform, one.fact, one.source, one.checked_on, one.stale_on(on), one.to_confirm)
    for route in the_routes().values():
        words = " ".join(route.says)
        yield Aged(ROUTE, route.name, words, route.source, route.checked_on, _old(route.checked_on, on), route.to_confirm)
    for contact in the_contacts().values():
        words = " ".join(filter(None, (contact.says, contact.number, contact.link, contact.hours)))
        yield Aged(CONTACT, contact.name, words, contact.source, contact.checked_on, _old(contact.checked_on, on), contact.to_confirm)


def _old(checked_on: date, on: date) -> bool:
    return on > checked_on + STALE_AFTER


def aged_json(on: date) -> dict[str, object]:
    """{"on", "old", "facts": [{"sort", "about", "fact", "source", "checked_on", "old", "to_confirm"}]}; `old` counts the old ones."""
    found = aged(on)
    return {
        "on": on.isoformat(),
        "old": sum(one.old for one in found),
        "facts": [
            {
                "sort": str(one.sort),
                "about": one.about,
                "fact": one.words,
                "source": one.source,
                "checked_on": one.checked_on.isoformat(),
                "old": one.old,
                "to_confirm": one.to_confirm,
            }
            for one in found
        ],
    }
