"""The answer about an archive as one page to save: it opens from disk, and asks nothing of any address. Pure.

Nobody but the person has it: it is made out of the answer and given back inside it.
"""

from collections.abc import Callable, Iterator
from datetime import date
from html import escape

from askfirst.advice.archives import AboutArchive, Brief, ShownFact
from askfirst.advice.archives_drawn import WIDE, Drawing, Mark, drawings_of
from askfirst.advice.cannot_see import OF_AN_ARCHIVE
from askfirst.words import Sentence, say

__all__ = ["REPORT_NAME", "day_of", "line_of", "no_steps", "report_of"]

REPORT_NAME = "what-a-stranger-could-tell.html"
STYLE = (
    "body{font:1.05rem/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}"
    "h1{line-height:1.2}section{border-top:1px solid #767676;margin-top:1.5rem}li{margin:.3rem 0}.small{font-size:.9rem;color:#444}"
    "svg{display:block;width:100%;max-width:26rem;height:auto;border:1px solid #767676}svg text{fill:#111;font-size:13px}"
    ".number,.middle{text-anchor:middle}.end{text-anchor:end}.ring{fill:none;stroke:#767676}.axis{stroke:#767676}"
    ".strong{stroke:#111;stroke-width:2}.dot{fill:#111}.place{fill:#fff;stroke:#111;stroke-width:2}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:bold}"
    "th,td{text-align:left;vertical-align:top;padding:.3rem .5rem .3rem 0;border-bottom:1px solid #767676}"
    "@media(prefers-color-scheme:dark){body{color:#eee;background:#111}.small{color:#bbb}svg text,.dot{fill:#eee}"
    ".place{fill:#111;stroke:#eee}.strong{stroke:#eee}}"
)
HEAD = (
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    '<meta name="referrer" content="no-referrer">'
)
TITLE = say("What a stranger could tell from my posts")
MONTHS = (
    say("January"), say("February"), say("March"), say("April"), say("May"), say("June"), say("July"), say("August"), say("September"),
    say("October"), say("November"), say("December"),
)  # fmt: skip


SHORT_MONTHS = (
    say("Jan"), say("Feb"), say("Mar"), say("Apr"), say("May"), say("Jun"), say("Jul"), say("Aug"), say("Sep"), say("Oct"), say("Nov"),
    say("Dec"),
)  # fmt: skip


def day_of(on: str, translate: Callable[[Sentence], str] = str, months: tuple[Sentence, ...] = MONTHS) -> str:
    """ "2026-11-24" as "24 November 2026"; a word for it where there is no day."""
    if not on:
        return translate(say("no date"))
    day = date.fromisoformat(on)
    return " ".join((str(day.day), translate(months[day.month - 1]), str(day.year)))


def line_of(said: AboutArchive, fact: ShownFact, post: Brief, translate: Callable[[Sentence], str] = str) -> Sentence:
    """A post that gives something away, in one line; with its service where there are several."""
    day, seen_by = day_of(post.on, translate), fact.seen_by(post)
    if len(said.services) > 1:
        if seen_by is None:
            return say("{day}, {service}: “{quote}”", day=day, service=post.service, quote=post.quote)
        return say("{day}, {service}: “{quote}” ({seen_by})", day=day, service=post.service, quote=post.quote, seen_by=seen_by)
    if seen_by is None:
        return say("{day}: “{quote}”", day=day, quote=post.quote)
    return say("{day}: “{quote}” ({seen_by})", day=day, quote=post.quote, seen_by=seen_by)


def no_steps(service: str) -> Sentence:
    """Of a service of which no step is known here."""
    return say("Nobody has checked the steps of {name} yet. Look in its own settings.", name=service)


def report_of(said: AboutArchive, translate: Callable[[Sentence], str] = str) -> bytes:
    """UTF-8. `translate` gives a sentence in the reader's language."""
    return "".join(_Page(said, translate).parts()).encode()


class _Page:
    def __init__(self, said: AboutArchive, translate: Callable[[Sentence], str]) -> None:
        self._said, self._translate = said, translate

    def _in(self, tag: str, sentence: Sentence | str, kind: str = "") -> str:
        words = sentence if isinstance(sentence, str) else self._translate(sentence)
        mark = ' class="%s"' % kind if kind else ""
        return "<%s%s>%s</%s>" % (tag, mark, escape(words), tag)

    def parts(self) -> Iterator[str]:
        """The page, piece by piece."""
        said, opened = self._said, self._said.opened
        yield HEAD
        yield self._in("title", TITLE)
        yield "<style>" + STYLE + "</style></head><body><main>"
        yield self._in("h1", TITLE)
        if opened.first and opened.last:
            days = (day_of(one.isoformat(), self._translate) for one in (opened.first, opened.last))
            first, last = days
            yield self._in(
                "p",
                say("{count} posts on {service}, from {first} to {last}.", count=opened.counts["posts"], service=said.service,
                    first=first, last=last),
            )  # fmt: skip
        for one in said.answer.good_to_know:
            yield self._in("p", say("{tag} · {clause}: {says}", tag=one.strength, clause=one.clause, says=one.says))
        for heading, facts in (
            (say("What your posts give away together"), said.joined),
            (say("Smaller things"), said.others),
        ):
            if facts:
                yield self._in("h2", heading)
                for fact in facts:
                    yield from self._fact(fact)
        yield from self._to_do()
        for drawing in drawings_of(said):
            yield from self._drawn(drawing)
        yield self._in("h2", say("Not looked at"))
        yield "<ul>"
        for missed in said.answer.not_checked:
            yield self._in("li", missed.reason)
        for note in said.answer.notes:
            yield self._in("li", note)
        yield "</ul>"
        yield self._in("h2", say("What this check cannot see"))
        yield "<ul>"
        for line in OF_AN_ARCHIVE:
            yield self._in("li", line)
        yield "</ul>"
        yield self._in("p", say("This page is yours. AskFirst kept nothing, and told nobody."), "small")
        yield "</main></body></html>\n"

    def _fact(self, fact: ShownFact) -> Iterator[str]:
        seen = fact.finding.seen
        yield "<section>"
        number = next(number for number, one in enumerate(self._said.facts, 1) if one is fact)
        yield self._in("h3", say("{n}. {title}", n=number, title=seen.title))
        if fact.says is not None:
            yield self._in("p", fact.says)
        yield self._in("p", say("{level} · {tag} · {clause}", level=seen.level, tag=fact.finding.strength, clause=seen.clause), "small")
        for words in (seen.why, fact.sure, seen.fix, seen.doubt):
            if words is not None:
                yield self._in("p", words)
        yield self._in("p", fact.gives)
        yield "<ul>"
        for post in fact.posts:
            yield self._in("li", line_of(self._said, fact, post, self._translate))
        yield "</ul>"
        if fact.more:
            yield self._in("p", say("There are {count} more.", count=fact.more), "small")
        yield "</section>"

    def _to_do(self) -> Iterator[str]:
        yield self._in("h2", say("What you can do"))
        yield "<ul>"
        for one in self._said.to_do:
            yield self._in("li", say("☐ {says} ({clause})", says=one.says, clause=one.clause))
        yield "</ul>"
        if self._said.steps or self._said.no_steps:
            yield self._in("h3", say("What is known of {service}", service=self._said.service))
            yield "<ul>"
            for step in self._said.steps:
                words = (self._said.student and step.student) or step.fact
                day = day_of(step.checked_on.isoformat(), self._translate)
                yield self._in("li", say("{service}: {fact} Checked on {day}.", service=step.platform, fact=words, day=day))
            for name in self._said.no_steps:
                yield self._in("li", no_steps(name))
            yield "</ul>"

    def _drawn(self, drawing: Drawing) -> Iterator[str]:
        """The picture, and the table that says the same."""
        yield self._in("h2", drawing.title)
        yield '<svg viewBox="0 0 %d %d" role="img" aria-labelledby="d-%s">' % (WIDE, drawing.height, drawing.id)
        yield '<title id="d-%s">%s</title>' % (drawing.id, escape(self._translate(drawing.told)))
        for mark in drawing.marks:
            yield self._mark(mark)
        yield "</svg><table>"
        yield self._in("caption", drawing.title)
        yield "<thead><tr>"
        for head in drawing.heads:
            yield '<th scope="col">%s</th>' % escape(self._translate(head))
        yield "</tr></thead><tbody>"
        for first, *rest in drawing.rows:
            yield '<tr><th scope="row">%s</th>%s</tr>' % (self._cell(first), "".join("<td>%s</td>" % self._cell(one) for one in rest))
        yield "</tbody></table>"
        if drawing.note is not None:
            yield self._in("p", drawing.note, "small")

    def _cell(self, cell: Sentence | str | date) -> str:
        if isinstance(cell, date):
            return escape(day_of(cell.isoformat(), self._translate, SHORT_MONTHS))
        return escape(cell if isinstance(cell, str) else self._translate(cell))

    def _mark(self, mark: Mark) -> str:
        if mark.shape == "circle":
            return '<circle class="%s" cx="%d" cy="%d" r="%d"></circle>' % (mark.look, mark.x, mark.y, mark.r)
        if mark.shape == "line":
            return '<line class="%s" x1="%d" y1="%d" x2="%d" y2="%d"></line>' % (mark.look, mark.x, mark.y, mark.x2, mark.y2)
        return '<text class="%s" x="%d" y="%d">%s</text>' % (mark.look, mark.x, mark.y, self._cell(mark.says))
