"""Somebody's own archive becomes an answer: what a stranger could put together, which of their posts give it away, and what to do.

Pure but for the child that opens the file: no database, no clock, no memory. Page, API and command line all come through here.
Source: SNS-1, SNS-2, SNS-3, SNS-8, PRI-4; rulings 10 to 14.
"""

from dataclasses import dataclass

from askfirst.advice.answer import ALLOWED, TAGS, Answer, Finding, Permission, as_json
from askfirst.advice.archives_gives import gives
from askfirst.advice.archives_opened import Opened, open_archive, open_archives, reader_of
from askfirst.advice.archives_said import COUNTED, KINDS, SEEN_BY, SURE, Kind, guessed, quiet, weekly
from askfirst.advice.cannot_see import OF_AN_ARCHIVE, cannot_see_as_json
from askfirst.checks.archives.collate import Brief, Fact
from askfirst.checks.archives.service import Service as Reader
from askfirst.checks.draft import Author
from askfirst.checks.finding import Hit, Level, NotChecked, Seen, filled
from askfirst.checks.text.help import HELP
from askfirst.procedure.clause import Edition
from askfirst.procedure.dated import PlatformFact, Section
from askfirst.procedure.guides import Guide, UnknownService, guide, service
from askfirst.words import Sentence, say

__all__ = ["AboutArchive", "Brief", "Opened", "ShownFact", "about_archive", "archive_as_json", "open_archive", "open_archives"]

GATHER = say("Sites are open. So a stranger can put many small facts about you together.")
FRIENDS_ONLY = say("Check your settings, so that only your friends can see what you post.")
FRIENDS_ONLY_STUDENT = say("Check your settings. Choose who can see what you post.")
UNSAID = say("The file does not say who can see your posts. So we looked as if anyone can.")
NOT_CHECKED = (
    NotChecked("pictures", say("We opened no picture and no film. They may show more.")),
    NotChecked("messages", say("We read no messages, and no lists of friends or likes.")),
    NotChecked("others", say("We cannot see what other people post about you.")),
)
ALLOWED_TO = {Author.STAFF: ("WEB-1", "INT-7"), Author.STUDENT: ("INT-4", "INT-7")}


@dataclass(frozen=True, slots=True)
class ShownFact:
    """A fact as a person reads it, with the finding that stands for it."""

    finding: Finding
    what: str
    joined: bool
    says: Sentence | None
    gives: Sentence  # "These 3 posts give away your street."
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
    """`answer` as for a text, with places in `text`, which is the facts, one a line."""

    answer: Answer
    text: str
    guides: tuple[Guide, ...]  # of the services there is one for
    opened: Opened
    facts: tuple[ShownFact, ...]
    to_do: tuple[Permission, ...]
    student: bool

    @property
    def joined(self) -> tuple[ShownFact, ...]:
        """Facts that need more than one post and are worth changing."""
        return tuple(one for one in self.facts if one.finding.level is Level.WORTH)

    @property
    def others(self) -> tuple[ShownFact, ...]:
        """Smaller things."""
        return tuple(one for one in self.facts if one.finding.level is not Level.WORTH)

    @property
    def services(self) -> tuple[str, ...]:
        """As they are named to a person."""
        return tuple(one.name for one in self.opened.readers)

    @property
    def service(self) -> str:
        """Their names in one line."""
        return ", ".join(self.services)

    @property
    def steps(self) -> tuple[PlatformFact, ...]:
        """What the guides of the services know of who can see a post, and of how to untag, hide or delete."""
        return tuple(fact for known in self.guides for part in (Section.SEE, Section.UNTAG) for fact in known.part(part).facts)

    @property
    def no_steps(self) -> tuple[str, ...]:
        """Services of which no step is known here."""
        known = {fact.platform for fact in self.steps}
        guided = {reader.name: one.service.name for reader in self.opened.readers if (one := _guide(reader)) is not None}
        return tuple(name for name in self.services if guided.get(name) not in known)

    def __repr__(self) -> str:
        return "<AboutArchive>"


def _guide(reader: Reader) -> Guide | None:
    try:
        return guide(service(reader.id))
    except UnknownService:
        return None


def about_archive(opened: Opened, edition: Edition, author: Author) -> AboutArchive:
    """Everything AskFirst says about an archive. Nothing of it outlives the answer."""
    at, lines, facts = 0, [], []
    for fact in opened.facts:
        says = weekly("".join(fact.values), fact.weekday, fact.minute) if fact.what == "routine" else None
        line = str(says) if says else ", ".join(fact.values)
        finding = _finding(fact, at, line, edition)
        shown = says or (say("{values}", values=line) if line else None)
        facts.append(
            ShownFact(
                finding, fact.what, fact.joined, shown, gives(fact.what, fact.values, fact.times), SURE[fact.sure], fact.times, fact.posts
            )
        )
        lines.append(line)
        at += len(line) + 1
    facts.sort(key=lambda one: one.finding.level.rank)
    known, student = dict.fromkeys(filter(None, map(_guide, opened.readers))), author is Author.STUDENT
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
        guides=tuple(known),
        opened=opened,
        facts=tuple(facts),
        to_do=_to_do(facts, edition, student=student),
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
    told += [guessed(one.name) for one in opened.readers if one.guessed]
    told += [quiet(one.name) for one in opened.readers if one.quiet]
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
        "service": next(iter(opened.readers)).id,
        "services": [{"id": one.id, "posts": many} for one, many in opened.readers.items()],
        "posts": opened.counts["posts"],
        "first": None if opened.first is None else opened.first.isoformat(),
        "last": None if opened.last is None else opened.last.isoformat(),
        "messages_not_opened": opened.counts["messages"],
        "facts": [
            {
                "what": one.what,
                "says": None if one.says is None else str(one.says),
                "gives_away": str(one.gives),
                "level": one.finding.level.value,
                "sure": str(one.sure),
                "posts": [_post_as_json(post) for post in one.posts],
                "more_posts": one.more,
            }
            for one in (said.facts if shows else ())
        ],
        "to_do": [{"clause": one.clause, "says": str(one.says)} for one in (said.to_do if shows else ())],
        **cannot_see_as_json(OF_AN_ARCHIVE),
    }


def _post_as_json(post: Brief) -> dict[str, object]:
    return {"on": post.on or None, "quote": post.quote, "seen_by": post.seen_by or None, "service": reader_of(post.service).id}
