"""Somebody's own archive becomes an answer: what a stranger could put together, which of their posts give it away, and what to do.

Pure but for the child that opens the file: no database, no clock, no memory. Page, API and command line all come through here.
Source: SNS-1, SNS-2, SNS-3, SNS-8, PRI-4; rulings 10 to 14.
"""

import json
from dataclasses import dataclass
from datetime import date
from typing import IO

from askfirst.advice.answer import ALLOWED, TAGS, Answer, Finding, Permission, as_json
from askfirst.advice.archives_said import COUNTED, KINDS, REFUSED, SURE, Kind, weekly
from askfirst.advice.asked import BadDraft
from askfirst.checks.archives.collate import MOST_FACTS, MOST_SHOWN, QUOTE, Brief, Fact
from askfirst.checks.archives.service import Service as Reader
from askfirst.checks.archives.services import SERVICES
from askfirst.checks.archives.told import asked_of
from askfirst.checks.draft import Author, Told
from askfirst.checks.finding import Hit, Level, NotChecked, Seen, filled
from askfirst.checks.text.help import HELP
from askfirst.guard import child
from askfirst.procedure.clause import Edition
from askfirst.procedure.dated import PlatformFact, Section
from askfirst.procedure.guides import Guide, UnknownService, guide, service
from askfirst.words import Sentence, say

__all__ = ["AboutArchive", "Brief", "Opened", "ShownFact", "about_archive", "archive_as_json", "open_archive"]

MODULE = "askfirst.checks.archives.child"
GATHER = say("Sites are open. So a stranger can put many small facts about you together.")
FRIENDS_ONLY = say("Check your settings, so that only your friends can see what you post.")
FRIENDS_ONLY_STUDENT = say("Check your settings. Choose who can see what you post.")
UNSAID = say("The file does not say who can see your posts. So we looked as if anyone can.")
SEEN_BY = {
    "public": say("Public, says the file"),
    "friends": say("Friends, says the file"),
}
NOT_CHECKED = (
    NotChecked("pictures", say("We opened no picture and no film. They may show more.")),
    NotChecked("messages", say("We read no messages, and no lists of friends or likes.")),
    NotChecked("others", say("We cannot see what other people post about you.")),
)
ALLOWED_TO = {Author.STAFF: ("WEB-1", "INT-7"), Author.STUDENT: ("INT-4", "INT-7")}
COUNTS = ("posts", "messages", "odd", "others", "private", "passed", "broken", "unread")


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """What the child found: by which reader, counts by name, the first and last day, and the facts."""

    reader: Reader
    counts: dict[str, int]
    first: date | None
    last: date | None
    facts: tuple[Fact, ...]
    help: bool  # words of somebody who may be hurt stand in newer posts

    def __repr__(self) -> str:
        return "<Opened>"


@dataclass(frozen=True, slots=True)
class ShownFact:
    """A fact as a person reads it, with the finding that stands for it."""

    finding: Finding
    what: str
    joined: bool
    says: Sentence | None
    sure: Sentence
    count: int
    posts: tuple[Brief, ...]

    @property
    def more(self) -> int:
        """Posts that are not shown one by one."""
        return max(0, self.count - len(self.posts))

    def seen_by(self, post: Brief) -> Sentence | None:
        """Only what the archive says itself; where it does not, a note says so once."""
        return SEEN_BY.get(post.seen_by)


@dataclass(frozen=True, slots=True, repr=False)
class AboutArchive:
    """`answer` as for a text, with places in `text`, which is the facts, one a line. `steps` are what the service's guide knows."""

    answer: Answer
    text: str
    service: str  # as it is named to a person
    guide: str  # the id of its guide, "" where there is none
    opened: Opened
    facts: tuple[ShownFact, ...]
    to_do: tuple[Permission, ...]
    steps: tuple[PlatformFact, ...]
    student: bool

    @property
    def joined(self) -> tuple[ShownFact, ...]:
        """Facts that need more than one post and are worth changing."""
        return tuple(one for one in self.facts if one.finding.level is Level.WORTH)

    @property
    def others(self) -> tuple[ShownFact, ...]:
        """Smaller things."""
        return tuple(one for one in self.facts if one.finding.level is not Level.WORTH)

    def __repr__(self) -> str:
        return "<AboutArchive>"


def open_archive(file: IO[bytes], told: Told, *, left_out: int = 0) -> Opened:
    """Opens an archive in a child, in memory or where it lies. Raises BadDraft about "file". Up to a minute; outside any transaction.

    `left_out`: message files that the person's own browser left out before it sent the rest.
    """
    try:
        said = child.run_opened(MODULE, file, asked_of(told))
    except child.Died:
        raise BadDraft("file", REFUSED["too-much"]) from None
    except child.Busy:
        raise BadDraft("file", REFUSED["busy"]) from None
    refused = said.head.get("refused")
    if refused is not None:
        raise BadDraft("file", REFUSED[refused if isinstance(refused, str) and refused in REFUSED else "broken"])
    try:
        opened = _opened(said)
    except (KeyError, TypeError, ValueError, RecursionError):
        raise BadDraft("file", REFUSED["broken"]) from None
    opened.counts["messages"] += left_out
    return opened


def _opened(said: child.Said) -> Opened:
    """A child that was taken over may say anything: it is held to its form. Raises KeyError, TypeError and ValueError."""
    head, rows = said.head, json.loads(said.body)
    if not isinstance(rows, list) or len(rows) > MOST_FACTS:
        raise TypeError
    counts = {name: int(str(head[name])) for name in COUNTS}
    first, last = (date.fromisoformat(str(head[name])) if head[name] else None for name in ("first", "last"))
    return Opened(_reader(head["service"]), counts, first, last, tuple(_fact(row) for row in rows), head.get("help") is True)


def _reader(name: object) -> Reader:
    for one in SERVICES:
        if one.name == name:
            return one
    raise ValueError


def _guide(reader: Reader) -> Guide | None:
    try:
        return guide(service(reader.id))
    except UnknownService:
        return None


def _fact(row: object) -> Fact:
    match row:
        case [str(what), list(values), str(sure), int(count), list(posts), int(weekday), int(minute)] if (
            what in KINDS and sure in SURE and len(posts) <= MOST_SHOWN and -1 <= weekday < 7 and -1 <= minute < 1440
        ):
            return Fact(what, tuple(_line(one) for one in values[:4]), sure, count, tuple(_brief(one) for one in posts), weekday, minute)
    raise ValueError


def _brief(row: object) -> Brief:
    match row:
        case [str(on), str(quote), str(seen_by), str(kind)] if seen_by in {"", *SEEN_BY}:
            return Brief(date.fromisoformat(on).isoformat() if on else "", _line(quote)[:QUOTE], seen_by, kind)
    raise ValueError


def _line(text: object) -> str:
    """One line of letters that can be shown."""
    return " ".join("".join(one if one.isprintable() else " " for one in str(text)[:QUOTE]).split())


def about_archive(opened: Opened, edition: Edition, author: Author) -> AboutArchive:
    """Everything AskFirst says about an archive. Nothing of it outlives the answer."""
    at, lines, facts = 0, [], []
    for fact in opened.facts:
        says = weekly("".join(fact.values), fact.weekday, fact.minute) if fact.what == "routine" else None
        line = str(says) if says else ", ".join(fact.values)
        finding = _finding(fact, at, line, edition)
        shown = says or (say("{values}", values=line) if line else None)
        facts.append(ShownFact(finding, fact.what, fact.joined, shown, SURE[fact.sure], fact.times, fact.posts))
        lines.append(line)
        at += len(line) + 1
    facts.sort(key=lambda one: one.finding.level.rank)
    known, student = _guide(opened.reader), author is Author.STUDENT
    answer = Answer(
        allowed=tuple(
            Permission(clause, TAGS[edition.clause(clause).strength], says)
            for clause, says in ALLOWED[author]
            if clause in ALLOWED_TO[author]
        ),
        findings=tuple(one.finding for one in facts),
        noticed=(Finding(filled(HELP, Hit(0, 0)), TAGS[edition.clause(HELP.clause).strength], ""),) if opened.help else (),
        not_checked=NOT_CHECKED,
        notes=_notes(opened),
        good_to_know=(Permission("SNS-2", TAGS[edition.clause("SNS-2").strength], GATHER),),
    )
    return AboutArchive(
        answer=answer,
        text="\n".join(lines),
        service=opened.reader.name,
        guide=known.service.id if known else "",
        opened=opened,
        facts=tuple(facts),
        to_do=_to_do(facts, edition, student=student),
        steps=known.part(Section.SEE).facts if known else (),
        student=student,
    )


def _finding(fact: Fact, at: int, line: str, edition: Edition) -> Finding:
    kind: Kind = KINDS[fact.what]
    seen = Seen(
        check="-".join(("collation", fact.what)), kind="collation", clause=kind.clause, also=(),
        level=kind.joined if fact.joined else kind.once, start=at, end=at + len(line), target=None, title=kind.title, why=kind.why,
        fix=kind.fix, doubt=kind.doubt, noticed=False,
    )  # fmt: skip
    return Finding(seen, TAGS[edition.clause(kind.clause).strength], line)


def _notes(opened: Opened) -> tuple[Sentence, ...]:
    told = [says(opened.counts[name]) for name, says in COUNTED.items() if opened.counts[name] or name == "messages"]
    if any(not post.seen_by for fact in opened.facts for post in fact.posts):
        told.append(UNSAID)
    return tuple(told)


def _to_do(facts: list[ShownFact], edition: Edition, *, student: bool) -> tuple[Permission, ...]:
    """What each fact worth changing asks for, each once, then the settings."""
    wanted = [(one.finding.seen.clause, one.finding.seen.fix) for one in facts if one.finding.level is Level.WORTH]
    wanted.append(("SNS-1", FRIENDS_ONLY_STUDENT) if student else ("SNS-8", FRIENDS_ONLY))
    once = dict.fromkeys((clause, fix) for clause, fix in wanted if fix is not None)
    return tuple(Permission(clause, TAGS[edition.clause(clause).strength], fix) for clause, fix in once)


def archive_as_json(said: AboutArchive, *, everything: bool = False) -> dict[str, object]:
    """The answer as API and command line give it: that of a text, and the facts with the days of the posts that give them away.

    Where help comes first they wait, unless `everything`.
    """
    opened, shows = said.opened, everything or said.answer.shows_findings
    return as_json(said.answer, everything=everything) | {
        "text": said.text if shows else "",
        "service": opened.reader.id,
        "posts": opened.counts["posts"],
        "first": None if opened.first is None else opened.first.isoformat(),
        "last": None if opened.last is None else opened.last.isoformat(),
        "messages_not_opened": opened.counts["messages"],
        "facts": [
            {
                "what": one.what,
                "says": None if one.says is None else str(one.says),
                "level": one.finding.level.value,
                "sure": str(one.sure),
                "posts": [{"on": post.on or None, "quote": post.quote, "seen_by": post.seen_by or None} for post in one.posts],
                "more_posts": one.more,
            }
            for one in (said.facts if shows else ())
        ],
        "to_do": [{"clause": one.clause, "says": str(one.says)} for one in (said.to_do if shows else ())],
    }
