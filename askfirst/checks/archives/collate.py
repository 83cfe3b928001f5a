"""Facts joined across posts: each with how sure a stranger could be, and the posts that give it away.

Posts come one by one and are let go; only the few lines that a fact points at are kept, under caps. Linear in the posts.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from askfirst.checks.archives.answers import look_for_answers
from askfirst.checks.archives.away import look_for_away
from askfirst.checks.archives.clue import Clue, Look
from askfirst.checks.archives.friends import look_for_friends
from askfirst.checks.archives.home import NIGHT, SATURDAY, SPOT, look_for_home, look_for_work
from askfirst.checks.archives.household import look_for_children, look_for_passwords
from askfirst.checks.archives.numbers import look_for_numbers
from askfirst.checks.archives.pets import ENOUGH, look_for_pets
from askfirst.checks.archives.places import visits_of
from askfirst.checks.archives.post import LONGEST_POST, Kind, Post
from askfirst.checks.archives.routine import Routines
from askfirst.checks.archives.stated import Stated, habits_of
from askfirst.checks.archives.streets import ENOUGH_DAYS, look_for_streets
from askfirst.checks.catalogue import run
from askfirst.checks.draft import Author, Draft, Told
from askfirst.checks.text.help import HELP

__all__ = ["MOST_FACTS", "MOST_SHOWN", "MOST_SPOTS", "QUOTE", "SURE", "WHATS", "Brief", "Collation", "Fact", "Spot"]

LOOKS: tuple[Look, ...] = (
    look_for_numbers, look_for_home, look_for_streets, look_for_work, look_for_away, look_for_children, look_for_pets, look_for_passwords,
    look_for_answers, look_for_friends,
)  # fmt: skip
WHATS = (
    "routine",
    "home",
    "away",
    "children",
    "password",
    "car",
    "birthday",
    "answer",
    "phone",
    "email",
    "work",
    "friends",
    "pet",
    "handle",
    "address",
)
"""Kinds of facts, in the order shown."""
SURE = ("maybe", "likely", "sure")
"""How sure a stranger could be: from one day's posts, from two, from more."""
MOST_KEYS, MOST_POSTS, MOST_FACTS, MOST_SHOWN, MOST_SPOTS = 2_000, 400, 60, 12, 20
QUOTE, AROUND = 140, 50
SPOT_DAYS = 3
LATELY = timedelta(days=90)
VALUES = 4


class Brief(NamedTuple):
    """What is kept of a post that gives something away: its day, the words around, who can see it, what it is, and where it stands."""

    on: str
    quote: str
    seen_by: str
    kind: str
    service: str = ""


class Fact(NamedTuple):
    """`values` are what a stranger would know, most often said first; `weekday` and `minute` are set for a routine, else -1."""

    what: str
    values: tuple[str, ...]
    sure: str
    times: int  # posts that say it
    posts: tuple[Brief, ...]
    weekday: int = -1
    minute: int = -1

    @property
    def joined(self) -> bool:
        """Whether it takes more than one post."""
        return self.times > 1


class Spot(NamedTuple):
    """A place that posts themselves name by degrees, to about a hundred metres: how often, how often at night or at a weekend, and when."""

    north: float
    east: float
    times: int
    nights: int
    first: str
    last: str


@dataclass(slots=True)
class _Held:
    """Values by how often, and posts in the order they came, each once."""

    values: Counter[str] = field(default_factory=Counter)
    posts: dict[int, Brief] = field(default_factory=dict)


class Collation:
    """Takes posts, gives facts. `told` is what the checks of words may know of the Trust."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._held: dict[tuple[str, str], _Held] = {}
        self._routines: Routines[tuple[int, Brief]] = Routines()
        self._stated: dict[tuple[str, int], tuple[Stated, dict[int, Brief]]] = {}
        self._full: Counter[str] = Counter()
        self._spots: dict[tuple[float, float], Spot] = {}
        self._number = self.count = 0
        self.first = self.last = self._hard = self._service = ""

    def add(self, post: Post, service: str = "") -> None:
        """One post more, of the service of that name."""
        self._service = service
        self._number += 1
        self.count += post.kind is not Kind.PROFILE
        if post.on is not None:
            day = post.on.date().isoformat()
            self.first = min(self.first or day, day)
            self.last = max(self.last, day)
        if len(post.text) > LONGEST_POST:
            post = replace(post, text=post.text[:LONGEST_POST])
        draft = Draft(post.text, Author.STAFF, told=self._told)
        for look in LOOKS:
            for clue in look(post, draft):
                self._take(clue, post)
        if post.on is not None and run(HELP, draft):
            self._hard = max(self._hard, post.on.date().isoformat())
        for visit in visits_of(post, post.text.lower()):
            self._routines.add(visit, (self._number, _brief(post, visit.at, self._service)))
        for habit in habits_of(post, draft):
            self._habit(habit, post)
        draft.forget()
        if post.at is not None and post.on is not None:
            self._been(post.at, post.on)

    def _habit(self, habit: Stated, post: Post) -> None:
        key = (habit.shown.casefold(), habit.weekday)
        if key in self._stated or len(self._stated) < MOST_KEYS:
            _, posts = self._stated.setdefault(key, (habit, {}))
            if len(posts) < MOST_POSTS:
                posts[self._number] = _brief(post, habit.at, self._service)

    def _been(self, at: tuple[float, float], on: datetime) -> None:
        key = (round(at[0], SPOT), round(at[1], SPOT))
        held = self._spots.get(key)
        if held is None and len(self._spots) >= MOST_KEYS:
            return
        day, night = on.date().isoformat(), on.hour in NIGHT or on.weekday() >= SATURDAY
        if held is None:
            held = Spot(*key, 0, 0, day, day)
        self._spots[key] = Spot(*key, held.times + 1, held.nights + night, min(held.first, day), max(held.last, day))

    def spots(self) -> list[Spot]:
        """Those of most posts first."""
        return sorted(self._spots.values(), key=lambda one: -one.times)[:MOST_SPOTS]

    @property
    def help(self) -> bool:
        """Whether words of somebody who may be hurt stand in posts of the last months before the newest (ruling 12)."""
        return bool(self._hard) and date.fromisoformat(self.last) - date.fromisoformat(self._hard) <= LATELY

    def _take(self, clue: Clue, post: Post) -> None:
        held = self._held.get((clue.what, clue.key))
        if held is None:
            if self._full[clue.what] >= MOST_KEYS:
                return
            self._full[clue.what] += 1
            held = self._held[clue.what, clue.key] = _Held()
        if clue.shown and len(held.values) < MOST_POSTS:
            held.values[clue.shown] += 1
        if len(held.posts) < MOST_POSTS and self._number not in held.posts:
            held.posts[self._number] = _brief(post, clue.at, self._service)

    def facts(self) -> list[Fact]:
        """In the order of WHATS, those of most posts first."""
        self._join_spots()
        self._join_pets()
        self._join_streets()
        used = set()
        found = []
        for fact, names in self._passwords():
            found.append(fact)
            used |= names
        for (what, key), held in self._held.items():
            if what in WHATS and what != "password" and not (what == "pet" and key in used):
                found.append(_fact(what, held))
        found += self._weekly()
        found.sort(key=lambda one: (not one.joined, WHATS.index(one.what), -one.times))
        return found[:MOST_FACTS]

    def _join_spots(self) -> None:
        """One spot of the map at night and at weekends, on several days, is likely home."""
        spots = [held for (what, _), held in self._held.items() if what == "spot" and len(_days(held.posts.values())) >= SPOT_DAYS]
        if spots:
            home = self._held.setdefault(("home", ""), _Held())
            home.posts |= max(spots, key=lambda one: len(one.posts)).posts

    def _join_pets(self) -> None:
        """A name that stands near animals in several posts, and that nothing is said of as of a person, is likely a pet's."""
        for (what, key), held in list(self._held.items()):
            if what == "pet-near" and len(held.posts) >= ENOUGH and ("person", key) not in self._held:
                self._held.setdefault(("pet", key), held)

    def _join_streets(self) -> None:
        """A street that several posts speak of as one's own is home; so is one that a post says so of, with every hint of it."""
        home = self._held.get(("home", ""))
        for (what, key), held in list(self._held.items()):
            said = home is not None and any(key in value.casefold() for value in home.values)
            only_named = self._held.get(("street-said", key), _Held()).posts
            if what == "street-near" and (said or len(_days((held.posts | only_named).values())) >= ENOUGH_DAYS):
                home = home or self._held.setdefault(("home", ""), _Held())
                home.values += held.values
                home.posts |= held.posts | only_named

    def _passwords(self) -> Iterator[tuple[Fact, set[str]]]:
        """Names of pets and children that stand in posts about passwords too."""
        spoken, tokens = (self._held.get(("password", key), _Held()) for key in ("", "token"))
        if not spoken.posts and not tokens.posts:
            return
        named = {key: held for (what, key), held in self._held.items() if what == "pet"}
        children = self._held.get(("children", ""), _Held())
        for value in children.values:
            if not value.startswith("age ") and " " not in value:
                named.setdefault(value.casefold(), _Held(Counter([value]), children.posts))
        joined, names = _Held(), set()
        for key, held in named.items():
            both = {number: brief for number, brief in spoken.posts.items() if key in brief.quote.casefold()}
            figure = re.compile(r"\b" + re.escape(key) + r"[_.!-]?\d")
            both |= {number: brief for number, brief in tokens.posts.items() if figure.search(brief.quote.casefold())}
            if both:
                names.add(key)
                joined.values += held.values
                joined.posts |= held.posts | both
        if names:
            yield _fact("password", joined), names

    def _weekly(self) -> Iterator[Fact]:
        """What posts show together, then what one states by itself; the same posts under two names of a place are one habit."""
        shown: list[tuple[int, set[int]]] = []
        for one in sorted(self._routines.found(), key=lambda one: (-len(one.posts), -len(one.shown))):
            numbers = {number for number, _ in one.posts}
            if any(weekday == one.weekday and numbers <= others for weekday, others in shown):
                continue
            shown.append((one.weekday, numbers))
            posts = dict(one.posts)
            sure = SURE[2] if one.said and one.weeks > 2 * SPOT_DAYS else SURE[1]
            values = (one.shown,) if one.shown else ()
            yield Fact("routine", values, sure, len(posts), _shown(posts), one.weekday, one.minute)
        for habit, posts in self._stated.values():
            if not any(weekday == habit.weekday and set(posts) & others for weekday, others in shown):
                days = len(_days(posts.values()))
                sure = SURE[max(0, min(days, len(SURE)) - 1)]
                yield Fact("routine", (habit.shown,), sure, len(posts), _shown(posts), habit.weekday, habit.minute)


def _fact(what: str, held: _Held) -> Fact:
    days = len(_days(held.posts.values()))
    values = _spelled_once(sorted(held.values, key=lambda one: -held.values[one]))[:VALUES]
    return Fact(what, values, SURE[max(0, min(days, len(SURE)) - 1)], len(held.posts), _shown(held.posts))


def _spelled_once(values: Iterable[str]) -> tuple[str, ...]:
    """ "Alder Row" and "alder row" are one value: the spelling with more capitals is shown, where the first of them stood."""
    found: dict[str, str] = {}
    for value in values:
        low = value.casefold()
        found[low] = max(found.get(low, value), value, key=lambda one: sum(map(str.isupper, one)))
    return tuple(found.values())


def _days(posts: Iterable[Brief]) -> set[str]:
    return {one.on for one in posts}


def _shown(posts: dict[int, Brief]) -> tuple[Brief, ...]:
    """By day; of many, the first and the last ones."""
    inside = sorted(posts.values())
    if len(inside) <= MOST_SHOWN:
        return tuple(inside)
    half = MOST_SHOWN // 2
    return (*inside[:half], *inside[-half:])


def _brief(post: Post, at: int, service: str) -> Brief:
    start = max(0, at - AROUND)
    words = " ".join(post.text[start : start + QUOTE].split())
    return Brief("" if post.on is None else post.on.date().isoformat(), words, post.seen_by.value, post.kind.value, service)
