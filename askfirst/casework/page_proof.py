"""Proof that whoever keeps a department's page runs it: a word on the page, links both ways with a page on a school's own site, or a record
in the name system, where the site has a name of its own.

On one press, by whoever keeps it or by communications, who say that it is a page of ours. A year on it is a task of whoever keeps it:
they press again. The page is fetched once, through the one door, outside of any change. Only what came of it is kept, as a mark in the
case, which no step of anybody writes. Nothing is crawled.
The record stands under _askfirst, so that whoever holds a site's name must have put it there. Source: HYB-1; ruling 16.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from askfirst.casework import access, reading
from askfirst.casework.fields import BadField, Choice, Field, read
from askfirst.casework.kinds.page import KEPT_OR_BEFORE, MISSING, SHOWN
from askfirst.casework.page_listing import AT
from askfirst.casework.pen import Pen
from askfirst.casework.reading import OpenFile
from askfirst.casework.refused import tried
from askfirst.casework.whose import hats_of
from askfirst.casework.workflow import Hat, Move
from askfirst.guard import child
from askfirst.guard.door import Fetch, Fetched, NotOpen, Shut
from askfirst.guard.names import Ask
from askfirst.people.calendar import london_day
from askfirst.people.hats import Standing
from askfirst.people.holding import todays_trust
from askfirst.sites import register
from askfirst.sites.addresses import BadAddress, one_spelling
from askfirst.words import Sentence, say

__all__ = [
    "FIELDS",
    "Came",
    "Proof",
    "Way",
    "last_proof",
    "link_back",
    "listed_address",
    "may_prove",
    "page_to_prove",
    "prove",
    "record_of",
]


class Way(StrEnum):
    WORD = "word"
    LINKS = "links"
    RECORD = "record"


class Came(StrEnum):
    """What came of it. As it stands in the mark, after the way."""

    SHOWN = "shown"
    NO_WORD = "no-word"
    NO_LINK = "no-link"
    NO_LINK_BACK = "no-link-back"
    NO_RECORD = "no-record"
    NOT_READ = "not-read"

    @property
    def says(self) -> Sentence:
        return SAYS[self]


SAYS: Mapping[Came, Sentence] = {
    Came.SHOWN: say("The page shows that its keeper runs it."),
    Came.NO_WORD: say("The word is not on the page. Put it in the page’s own description, not in a post or a comment. Then check again."),
    Came.NO_LINK: say("The school’s page does not link to it. Ask whoever runs the school’s site to add the link. Then check again."),
    Came.NO_LINK_BACK: say(
        "The link back is missing. The school’s page links to it, but it has no link back with rel=“me”. Add one. Then check again."
    ),
    Came.NO_RECORD: say("The record is not there. A new one can take a day to be seen everywhere. Then check again."),
    Came.NOT_READ: say("We could not read the page. Nothing is said about who runs it."),
}
WAY = Field(
    "way", say("How does it show that you run it?"), say("Choose how it shows that you run it."),
    choices=(
        Choice(Way.WORD, say("By our word in the page’s description")),
        Choice(Way.LINKS, say("By links both ways with a page on a school’s own site")),
        Choice(Way.RECORD, say("By a record in the name system, for a site with a name of its own")),
    ),
)  # fmt: skip
SCHOOL_PAGE = Field(
    "school_page", say("Which page on the school’s own site links to it?"), say("Give the address of the page on the school’s own site."),
    hint=say("Only for links both ways."), lines=1, where={"way": (Way.LINKS,)},
)  # fmt: skip
OURS = Field(
    "ours", say("This is a page of ours, and may be opened once"), say("Tick that it is a page of ours. Then we open it once."), lines=0
)
FIELDS = (WAY, SCHOOL_PAGE, OURS)
NO_ADDRESS = say("The page has no address that we can open yet. Communications can add it.")
MAY = frozenset({Hat.ASKER, Hat.COMMUNICATIONS})


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of it, and the sentence of the door where a page was not read."""

    way: Way
    came: Came
    why: Sentence | None = None


def may_prove(opened: OpenFile, by: Standing) -> bool:
    """Whether this reader may have the page opened now."""
    return opened.case.kind == "page" and opened.case.state in KEPT_OR_BEFORE and bool(hats_of(opened.found, by)[0] & MAY)


def page_to_prove(ref: str, *, by: Standing, at: datetime) -> OpenFile:
    """The case, for whoever may have its page opened. Raises access.Missing for everybody else, and for a case that is about no page."""
    opened = reading.open_file(ref, by=by, at=at)
    if not may_prove(opened, by):
        tried(ref, by=by, at=at)
        raise access.Missing
    return opened


def last_proof(opened: OpenFile) -> tuple[Came, datetime] | None:
    """What came of it the last time, and when."""
    mark = opened.file.last(SHOWN, MISSING)
    return (Came(mark.of.rpartition(":")[2]), mark.at) if mark else None


def prove(ref: str, *, by: Standing, at: datetime, given: Mapping[str, object], fetch: Fetch, ask: Ask) -> Proof:
    """Open the page once, or ask for its record, and keep what came of it.

    Raises access.Missing and BadField; then nothing was opened and nothing is kept.
    """
    opened = page_to_prove(ref, by=by, at=at)
    words = read(FIELDS, given, on=london_day(at))
    page, way = listed_address(opened), Way(str(words["way"]))
    if not page:
        raise BadField("way", NO_ADDRESS)
    school = _schools(str(words["school_page"])) if way is Way.LINKS else ""
    ways = {
        Way.WORD: lambda: _by_word(page, opened.case.ref, fetch),
        Way.LINKS: lambda: _by_links(page, school, fetch),
        Way.RECORD: lambda: _by_record(page, opened.case.ref, ask),
    }
    proof = ways[way]()
    with transaction.atomic():
        found = access.find(ref, by)
        pen = Pen(found.case, at)
        pen.moves((Move(SHOWN if proof.came is Came.SHOWN else MISSING, of=":".join((way, proof.came))),))
        pen.settle()
    return proof


def listed_address(opened: OpenFile) -> str:
    """The page’s address in one spelling, as whoever gave it last wrote it: the one that is looked up. "" where this reader has none."""
    mark = opened.file.last(AT)
    for paper in reversed(list(opened.papers.values())):
        try:
            page = str(paper.get("address") or "")
            if page and mark is not None and register.mark_of(page) == mark.of:
                return one_spelling(page)
        except BadAddress:
            continue
    return ""


def _schools(given: str) -> str:
    """A page on a site of the Trust's or a school's own. Raises BadField."""
    domains = todays_trust().domains
    try:
        page = one_spelling(given)
    except BadAddress as problem:
        raise BadField("school_page", problem.sentence) from None
    host = page.partition("/")[0].partition(":")[0]
    if not any(host == one or host.endswith("." + one) for one in domains):
        raise BadField("school_page", say("Use a page on a school’s own site, such as one at {domain}.", domain=domains[0]))
    return page


def link_back(given: str) -> str:
    """The address that the link back leads to: the school's page that was given; where none was, the first site of the Trust's own."""
    try:
        return "https://" + _schools(given)
    except BadField:
        return "https://{}/".format(todays_trust().domains[0])


class _NotRead(Exception):
    def __init__(self, sentence: Sentence) -> None:
        super().__init__()
        self.sentence = sentence


def _links(page: str, fetch: Fetch) -> tuple[Fetched, Mapping[str, list[str]]]:
    """A page as it came, and what stands on it. Raises _NotRead."""
    try:
        came = fetch("https://" + page)
        return came, json.loads(child.run("page", came.body).body)
    except (NotOpen, Shut) as shut:
        raise _NotRead(shut.sentence) from None
    except (child.Died, child.Busy, ValueError):
        raise _NotRead(say("The page is not one that can be read.")) from None


def _by_word(page: str, ref: str, fetch: Fetch) -> Proof:
    try:
        _, held = _links(page, fetch)
    except _NotRead as why:
        return Proof(Way.WORD, Came.NOT_READ, why.sentence)
    return Proof(Way.WORD, Came.SHOWN if any(register.word_of(ref) in one for one in held["about"]) else Came.NO_WORD)


def _by_links(page: str, school: str, fetch: Fetch) -> Proof:
    try:
        _, there = _links(school, fetch)
        if page not in _spelled(there["links"]):
            return Proof(Way.LINKS, Came.NO_LINK)
        _, back = _links(page, fetch)
    except _NotRead as why:
        return Proof(Way.LINKS, Came.NOT_READ, why.sentence)
    return Proof(Way.LINKS, Came.SHOWN if school in _spelled(back["me"]) else Came.NO_LINK_BACK)


def record_of(page: str) -> str:
    """The name under which a page's record is looked for; "" where it has no address yet."""
    host = page.partition("/")[0].partition(":")[0]
    return "_askfirst.%s" % host if host else ""


def _by_record(page: str, ref: str, ask: Ask) -> Proof:
    try:
        found = ask(record_of(page))
    except (NotOpen, Shut) as shut:
        return Proof(Way.RECORD, Came.NOT_READ, shut.sentence)
    return Proof(Way.RECORD, Came.SHOWN if any(text.strip() == register.word_of(ref) for text in found) else Came.NO_RECORD)


def _spelled(links: list[str]) -> frozenset[str]:
    found = set()
    for one in links:
        try:
            found.add(one_spelling(one))
        except BadAddress:
            continue
    return frozenset(found)
