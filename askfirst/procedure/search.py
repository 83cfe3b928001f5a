"""Search in ordinary words: "friend", "pic", "reporter", "untag". No index, no log, no memory: one pass over the clauses and tiles.

Ranking, in full: each word of the query earns a clause the best of 4 points (the very word, whatever its ending), 3 (it begins a word
there), 2 (an everyday name for a word there) or 1 (a tile with the clause has it). Points are added; at a draw the order of the best
tile decides, then the document's.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from askfirst.procedure.clause import Clause, Edition
from askfirst.procedure.topics import Topic
from askfirst.words import Sentence, say

__all__ = ["LONGEST", "Found", "search", "stem"]

LONGEST = 200
"""Code points of a query that are looked at."""
SHORTEST_BEGINNING = 4
"""Letters a word needs before it may stand for a longer one."""

WHOLE = frozenset({"news"})
"""Words that only look like a plural."""

WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
CLAUSE_ID = re.compile(r"\b([a-z]{3})[- ]?(\d{1,2})\b")

_SMALL = (
    "a about allowed am an and any anyone are as at be been but by can could do does for from get had has have he her him his how i if "
    "in is it its just me my new no not of okay on or our please said she should so some someone something that the their them there "
    "they this to up us want was we what when where which who will with would you your"
)
SMALL = frozenset(_SMALL.split())
"""Words that ask for nothing in particular. "no" and "not" are among them: a rule is found by what it is about."""

EVERYDAY: Mapping[str, tuple[str, ...]] = {
    "ad": ("payment", "paid"),
    "admin": ("manager",),
    "advert": ("payment", "paid"),
    "boss": ("manager",),
    "bully": ("cyber-bullying", "abuse", "attack"),
    "ceo": ("executive",),
    "child": ("student",),
    "cyberbullying": ("cyber-bullying", "bullying"),
    "dm": ("friend", "message"),
    "expel": ("exclusion", "excluded"),
    "fired": ("disciplinary",),
    "follower": ("friend",),
    "gdpr": ("data", "protection"),
    "gift": ("payment", "paid", "offered"),
    "head": ("headteacher",),
    "image": ("photo",),
    "influencer": ("payment", "paid"),
    "insta": ("social", "photo", "instagram"),
    "instagram": ("social", "photo"),
    "insult": ("offensive", "derogatory", "abuse"),
    "journalist": ("press",),
    "kid": ("student", "child"),
    "mate": ("friend", "colleague"),
    "media": ("press",),
    "mobile": ("phone",),
    "money": ("payment", "paid"),
    "mum": ("parent",),
    "dad": ("parent",),
    "newspaper": ("press",),
    "news": ("press",),
    "nasty": ("offensive", "abuse"),
    "parent": ("guardian", "carer"),
    "pic": ("photo", "picture"),
    "picture": ("photo",),
    "pupil": ("student",),
    "reporter": ("press",),
    "rude": ("offensive", "derogatory", "abuse"),
    "sack": ("disciplinary",),
    "selfie": ("photo",),
    "snap": ("photo", "friend"),
    "snapchat": ("social", "photo", "friend"),
    "sponsor": ("payment", "paid"),
    "suspend": ("exclusion", "suspension"),
    "swear": ("offensive",),
    "tagged": ("untag", "tag"),
    "teen": ("student",),
    "tiktok": ("social", "video"),
    "url": ("address",),
    "username": ("address", "handle"),
    "vid": ("video",),
    "vlog": ("blog",),
    "website": ("site", "page", "blog"),
    "whatsapp": ("social", "group"),
    "youtube": ("social", "video"),
}
"""What people say, and the words that the clauses and tiles have for it."""


@dataclass(frozen=True, slots=True)
class Found:
    """Best first. `says` is one sentence about the result, for the top of the page."""

    topics: tuple[Topic, ...]
    clauses: tuple[Clause, ...]
    says: Sentence


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """The word without plural, -ing, -ed: enough for "photos", "tagged", "blogging"; not a dictionary."""
    word = word.removesuffix("'s")
    if word in WHOLE:
        return word
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= (2 if ending == "s" else 3) and not word.endswith("ss"):
            word = word[: -len(ending)]
            if ending in ("ing", "ed") and len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    return word.removesuffix("e") if len(word) > 3 else word


def _words(text: str) -> tuple[str, ...]:
    """Lower-case words of a text; accents and odd characters fall away, a lone surrogate too."""
    plain = unicodedata.normalize("NFKD", text).replace("\u2019", "'").casefold()
    return tuple(WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for text in texts for word in _words(text))


_EVERYDAY = {stem(word): frozenset(stem(part) for name in names for part in _words(name)) for word, names in EVERYDAY.items()}


def _points(asked: str, words: frozenset[str]) -> int:
    """What one word of the query earns in a text: 4, 3, 2 or 0."""
    if asked in words:
        return 4
    if _begins(asked, words):
        return 3
    names = _EVERYDAY.get(asked, frozenset())
    return 2 if names & words or any(_begins(name, words) for name in names) else 0


def _begins(asked: str, words: frozenset[str]) -> bool:
    return len(asked) >= SHORTEST_BEGINNING and any(word.startswith(asked) for word in words)


def _clause_words(edition: Edition, clause: Clause, *, student: bool) -> frozenset[str]:
    plain = clause.plain_student if student and clause.plain_student else clause.plain
    added = (one.words(student=student) for one in edition.additions_to(clause.id))
    return _stems([plain, *(mention.name for mention in clause.mentions), *added])


def _named(query: str, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Clauses asked for by id: "con-12", "CON 12"."""
    ids = set(CLAUSE_ID.findall(query.casefold()))
    return tuple(clause for clause in clauses if tuple(clause.id.casefold().split("-")) in ids)


def search(query: str, edition: Edition, topics: Sequence[Topic], *, student: bool = False) -> Found:
    """What the query is about, best first. A student gets the clauses addressed to students. Linear in edition and query; keeps nothing."""
    clauses = tuple(clause for clause in edition.clauses if not student or clause.addressee.reaches_students)
    looked_at = query[:LONGEST]
    asked = tuple(dict.fromkeys(stem(word) for word in _words(looked_at) if word not in SMALL))
    if not asked:
        return Found((), (), say('Type a word or two, such as "photo" or "friend".'))
    named = _named(looked_at, clauses)
    tile_words = {topic.id: _stems([topic.title, *topic.words]) for topic in topics}
    tile_points = {topic.id: [_points(word, tile_words[topic.id]) for word in asked] for topic in topics}
    tiles = sorted((topic for topic in topics if sum(tile_points[topic.id])), key=lambda topic: -sum(tile_points[topic.id]))
    in_tiles = {id: place for place, id in enumerate(dict.fromkeys(id for topic in tiles for id in topic.clauses))}
    earned: dict[str, int] = {}
    for clause in clauses:
        words = _clause_words(edition, clause, student=student)
        around = [tile_points[topic.id] for topic in tiles if clause.id in topic.clauses]
        earned[clause.id] = sum(_points(word, words) or int(any(tile[at] for tile in around)) for at, word in enumerate(asked))
    ranked = sorted(
        (clause for clause in clauses if earned[clause.id] and clause not in named),
        key=lambda clause: (-earned[clause.id], in_tiles.get(clause.id, len(in_tiles))),
    )
    found = (*named, *ranked)
    return Found(tuple(tiles), found, _says(found, tiles, cut=len(query) > LONGEST))


def _says(clauses: Sequence[Clause], topics: Sequence[Topic], *, cut: bool) -> Sentence:
    if not clauses and not topics:
        return say('We found nothing for that. Try one plain word, such as "photo" or "friend".')
    found = say("Topics found: {topics}. Rules found: {rules}.", rules=len(clauses), topics=len(topics))
    return say("{found} We looked at the first {limit} letters.", found=found, limit=LONGEST) if cut else found
