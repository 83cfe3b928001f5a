"""The classes of records as data (`classes.toml`): what, how long after what, and who says that it may go.

Source: workflows.md 3.20; the lengths are the Trust's own setting, ours by default.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from askfirst.people.calendar import months_after, school_year_end
from askfirst.words import Sentence, say

__all__ = ["CLASSES", "Class", "Since"]

FILE = Path(__file__).with_name("classes.toml")


class Since(StrEnum):
    """From what a length counts."""

    ENDED = "ended"
    LEFT_POST = "left-post"
    LEFT_SCHOOL = "left-school"
    ELSEWHERE = "elsewhere"
    NEVER_STORED = "never-stored"


@dataclass(frozen=True, slots=True)
class Class:
    """One class. `shown` is what people call it (R1), `id` what a kind of case names. `student`, `student_keeps`: what of it students read,
    None for a class that holds nothing of theirs. `stays`: the mark of a case whose word and day stay as one line; "" where nothing does.
    """

    id: str
    shown: str
    what: Sentence
    keeps: Sentence
    since: Since
    months: int
    confirms: Sentence
    student: Sentence | None = None
    student_keeps: Sentence | None = None
    stays: str = ""

    def kept_until(self, *, ended: date, left: date | None) -> date | None:
        """The last day on which it is kept; None while nothing says so: a post that is held, a length that a person decides."""
        if self.since is Since.ENDED:
            return months_after(ended, self.months)
        if self.since is Since.LEFT_POST and left is not None:
            return max(months_after(left, self.months), ended)
        if self.since is Since.LEFT_SCHOOL and left is not None:
            return max(months_after(school_year_end(left), self.months), ended)
        return None


def _read() -> Mapping[str, Class]:
    """Raises KeyError or ValueError for a row that is not whole, so that a slip shows at import."""
    return {
        row["id"]: Class(
            id=row["id"],
            shown=row.get("shown", row["id"]),
            what=say("{words}", words=row["what"]),
            keeps=say("{words}", words=row["keeps"]),
            since=Since(row["since"]),
            months=row["months"] if row["since"] in (Since.ENDED, Since.LEFT_POST, Since.LEFT_SCHOOL) else 0,
            confirms=say("{words}", words=row["confirms"]),
            student=say("{words}", words=row["student"]) if "student" in row else None,
            student_keeps=say("{words}", words=row["student_keeps"]) if "student" in row else None,
            stays=row.get("stays", ""),
        )
        for row in tomllib.loads(FILE.read_text("utf-8"))["class"]
    }


CLASSES: Mapping[str, Class] = _read()
