"""A whole blog, as a feed or as WordPress and Blogger give it out, becomes an answer: of its public posts those with something to look at.

Pure but for the child that reads it. Each post is looked over as a draft for a blog; what is not got through in time is said.
Source: media.md 5.4; BLG-1 to BLG-7, WEB-1 to WEB-7; rulings 10 to 14.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from askfirst.advice.answer import NO_ROLL, Answer, answer, as_json
from askfirst.advice.cannot_see import OF_A_BLOG, cannot_see_as_json
from askfirst.advice.pages_asked import PageAsked
from askfirst.checks.draft import LONGEST, Audience, Draft, Told, Where
from askfirst.checks.finding import NotChecked
from askfirst.guard.saved.look import Post, SavedBlog
from askfirst.procedure.clause import Edition
from askfirst.words import Sentence, say

__all__ = ["AboutBlog", "AboutPost", "SavedBlog", "about_blog", "blog_as_json"]

SECONDS = 8.0
NO_NOTE = NotChecked("note", say("A file of posts does not show the page round them. Check its first page for your note."))
NO_PICTURES = NotChecked("picture", say("We did not look at pictures, and read no words in them."))
LONG = NotChecked("long", say("There is more than we read. We looked at its first part."))
SELDOM = say("We have not seen many files of this form. We may have missed posts.")
OTHERS = say("Some posts are in other people’s words. We left them out.")
NEWEST = say("A feed often holds the newest posts alone. We looked at what is in the file.")


@dataclass(frozen=True, slots=True, repr=False)
class AboutPost:
    """One post with something to look at. `draft` holds its title and text, in which findings have their places."""

    post: Post = field(repr=False)
    answer: Answer = field(repr=False)
    draft: Draft = field(repr=False)

    def __repr__(self) -> str:
        return "<AboutPost>"


@dataclass(frozen=True, slots=True, repr=False)
class AboutBlog:
    """`posts`: those with something to look at. `looked_at`, `left_out`, `late`: posts looked at, not public, not got through in time."""

    title: str
    posts: tuple[AboutPost, ...]
    looked_at: int
    left_out: int
    late: int
    not_checked: tuple[NotChecked, ...]
    notes: tuple[Sentence, ...]

    @property
    def help(self) -> bool:
        """Whether somebody may be hurt: then findings wait (ruling 12)."""
        return any(one.answer.help for one in self.posts)

    @property
    def count(self) -> int:
        return sum(len(one.answer.findings) for one in self.posts)

    def __repr__(self) -> str:
        return "<AboutBlog>"


def about_blog(
    saved: SavedBlog,
    asked: PageAsked,
    told: Told,
    edition: Edition,
    *,
    seconds: float = SECONDS,
    clock: Callable[[], float] = time.monotonic,
) -> AboutBlog:
    """Everything AskFirst says of a blog. Linear in it; nothing outlives the answer."""
    until, found, looked_at = clock() + seconds, [], 0
    for post in saved.posts:
        if clock() > until:
            break
        looked_at += 1
        one = _about(post, asked, told, edition)
        if one.answer.to_look_at:
            found.append(one)
    late = len(saved.posts) - looked_at
    missed = [NO_NOTE, NO_PICTURES, *([LONG] if "long" in saved.notes else []), *([NO_ROLL] if told.roll is None else [])]
    if late:
        missed.append(NotChecked("late", say("We ran out of time. Posts not looked at: {count}.", count=late)))
    notes = tuple(says for key, says in (("seldom", SELDOM), ("others", OTHERS)) if key in saved.notes) or (NEWEST,)
    return AboutBlog(saved.title, tuple(found), looked_at, saved.left_out, late, tuple(missed), notes)


def _about(post: Post, asked: PageAsked, told: Told, edition: Edition) -> AboutPost:
    text = (post.title + "\n" + post.text if post.title else post.text)[:LONGEST] or "-"
    draft = Draft(text, asked.author, Where.BLOG, Audience.PUBLIC, told=told)
    said = answer(draft, edition)
    # A note stands on the page round the posts, not in each of them.
    dropped = {"missing-disclaimer"} | ({"works-here"} if asked.school else set())
    return AboutPost(post, replace(said, findings=tuple(one for one in said.findings if one.seen.check not in dropped)), draft)


def blog_as_json(said: AboutBlog, *, everything: bool = False) -> dict[str, object]:
    """The answer as API and command line give it."""
    return {
        "blog": said.title,
        "looked_at": said.looked_at,
        "left_out": said.left_out,
        "late": said.late,
        "posts": [
            {"title": one.post.title, "where": one.post.where, "day": one.post.day, "text": one.draft.text}
            | as_json(one.answer, everything=everything)
            for one in said.posts
        ],
        "notes": [str(one) for one in said.notes],
        "not_checked": [{"check": one.check, "reason": str(one.reason)} for one in said.not_checked],
        **cannot_see_as_json(OF_A_BLOG),
    }
