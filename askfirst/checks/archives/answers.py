"""Answers that sites ask for to know somebody again: a maiden name, a first car, the street of one's childhood (PRI-4).

A trigger says that the post speaks of it, of oneself; the nearest name is the answer. Bounded around each trigger: linear in the post.
"""

import re
from collections.abc import Iterator
from itertools import islice

from askfirst.checks.archives.clue import Clue
from askfirst.checks.archives.post import Post
from askfirst.checks.archives.proper_names import NO_NAMES, RUN
from askfirst.checks.draft import Draft

__all__ = ["look_for_answers"]

START = r"(?:^|[.!?:] )"
KIN = r"(?:mum|mam|mom|mother|nana?|nanna|gran(?:ny)?|grandma)"
TRIGGERS = tuple(
    (sort, re.compile(pattern))
    for sort, pattern in (
        (
            "maiden name",
            r"\b(?:my|our) (?:" + KIN + r"['’]?s )?maiden name|\b" + KIN + r"['’]?s maiden name|\bnée\b"
            r"|\b" + KIN + r" was an? (?=\w+ before she married)",
        ),
        ("first car", r"\bmy (?:very )?first (?:ever )?car\b|\bjust like my first (?:one|car)\b|" + START + r"first car:"),
        (
            "childhood street",
            r"\bi grew up\b|\b(?:we|i) lived (?:on|in)\b(?=[^.!?]{3,40}\bwhen i was\b)|" + START + r"(?:my )?childhood was\b",
        ),
        (
            "place of birth",
            r"\bi was born (?:and (?:raised|bred) )?in\b|" + START + r"born (?:and (?:raised|bred) )?in\b|\bborn (?:and|&) bred\b",
        ),
        (
            "first school",
            r"\bmy old (?:primary|infants?|junior|first) school\b|\bmy first school\b(?! (?:trip|assembly|run|photo|day|class|job|play"
            r"|disco|fair|holiday))|" + START + r"first school:"
            r"|\bi started school\b",
        ),
        ("first pet", r"\bmy (?:very )?first (?:ever )?pet\b(?! (?:hate|peeve|project))|" + START + r"first pet:"),
        ("favourite teacher", r"\bmy (?:old )?favourite teacher\b|" + START + r"favourite teacher\b|\bbest teacher i (?:ever )?had\b"),
    )
)  # fmt: skip
NOT_MINE = re.compile(r"\b(?:he|she|they|your|his|their) (?:was |were |is )?(?:\w+ )?(?:born|grew)\b|\bdid you\b")
AHEAD, BEHIND, MOST = 45, 70, 5


def look_for_answers(post: Post, draft: Draft) -> Iterator[Clue]:
    """Each sort once."""
    del post
    low = draft.text.lower()
    for sort, pattern in TRIGGERS:
        for match in islice(pattern.finditer(low), MOST):
            start, end = draft.sentences.around(match.start())
            if NOT_MINE.search(low, max(start, match.start() - BEHIND), end):
                continue
            answer = _ahead(draft.text, match.end()) or _behind(draft.text, match.start())
            if answer:
                yield Clue("answer", sort, answer, match.start())
                break


def _ahead(text: str, at: int) -> str:
    for match in RUN.finditer(text, at, at + AHEAD + 20):
        name = _whole(match["name"])
        if match.start() <= at + AHEAD and name:
            return name
    return ""


def _behind(text: str, at: int) -> str:
    """The last name before it; a single word that begins a sentence is one only right before what is said of it."""
    found = ""
    for match in RUN.finditer(text, max(0, at - BEHIND), at):
        first = not text[: match.start()].strip() or text[: match.start()].rstrip()[-1] in ".!?"
        name = _whole(match["name"])
        if name and (" " in name or not first or match.end() + 1 == at):
            found = name
    return found


def _whole(name: str) -> str:
    """Without words that have a capital for another reason, at its start."""
    words = name.split(" ")
    while words and (words[0] in NO_NAMES or len(words[0]) < 2):
        words.pop(0)
    return " ".join(words)
