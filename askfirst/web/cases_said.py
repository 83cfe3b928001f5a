"""What whoever was asked has said in a case, and why it is "not now": for whoever asked, and whoever else reads the words."""

from collections.abc import Collection
from dataclasses import dataclass

from askfirst.casework.reading import OpenFile
from askfirst.web.cases_people import People
from askfirst.web.cases_talk import Row, rows
from askfirst.web.in_words import moment_in_words
from askfirst.words import Sentence

__all__ = ["Said", "said"]


@dataclass(frozen=True, slots=True)
class Said:
    """What was answered, in its own words, by whom and when."""

    says: Sentence
    rows: tuple[Row, ...]
    by: Sentence
    at: Sentence


def said(opened: OpenFile, people: People, *, steps: Collection[str]) -> list[Said]:
    """Each of these steps that was taken with words this reader may read, the newest first."""
    found = []
    for taken in reversed(opened.file.of(*steps)):
        row = opened.workflow.step(taken.step)
        words = rows(row.fields, opened.papers.get("step-%d" % taken.sequence, {})) if row else []
        if row is not None and words:
            by = people.or_you(taken.by, taken.acting_for)
            found.append(Said(row.done, tuple(words), by, moment_in_words(taken.at, now=people.now)))
    return found
