"""Topic tiles: what people come to ask, in their own words, each with what to do, the clauses and one button.

A trust's tiles are `topics.toml` in its pack, else those that AskFirst brings. Pure; a file that is not whole is refused with its name and
line.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from askfirst.procedure.clause import Clause, Edition
from askfirst.procedure.here import SHIPPED, pack
from askfirst.words import Sentence, say

__all__ = ["PATHS", "BadTopics", "Topic", "load_topics", "the_topics", "topic"]

PATHS = re.compile(r"/check/(?:name/)?|/ask/|/press/|/procedure/|/put-it-right/|/remove/|/guides/|/do-i-need-to/[a-z-]+/")
"""Where a tile's button may lead."""

KNOWN = frozenset({"id", "title", "words", "staff", "student", "clauses", "label", "path", "label_student", "path_student"})


class BadTopics(ValueError):
    """A file of topics that is not whole; says file, line and reason."""

    def __init__(self, file: str, line: int, why: Sentence) -> None:
        self.sentence = say("{file}:{line}: {why}", file=file, line=line, why=why)
        super().__init__(str(self.sentence))


@dataclass(frozen=True, slots=True)
class Topic:
    """One tile. `words` are for search only; `staff` and `student` are lines of what to do."""

    id: str
    title: str
    words: tuple[str, ...]
    staff: tuple[str, ...]
    student: tuple[str, ...]
    clauses: tuple[str, ...]
    label: str
    path: str
    label_student: str = ""
    path_student: str = ""

    def lines(self, *, student: bool) -> tuple[str, ...]:
        return self.student if student else self.staff

    def button(self, *, student: bool) -> tuple[str, str]:
        """The label and the path of the one button; a student's own where there is one."""
        return (self.label_student, self.path_student) if student and self.path_student else (self.label, self.path)

    def clauses_in(self, edition: Edition, *, student: bool) -> tuple[Clause, ...]:
        """The tile's clauses, in its order, without those taken out; for a student those addressed to students. Raises UnknownClause."""
        gone = {one.id for one in (*edition.former, *edition.elsewhere)}
        clauses = (edition.clause(id) for id in self.clauses if id in edition.by_id or id not in gone)
        return tuple(clause for clause in clauses if not student or clause.addressee.reaches_students)


class _Row:
    """One [[topic]], asked for by field; every complaint knows its line."""

    def __init__(self, file: str, line: int, values: Mapping[str, object]) -> None:
        self.file, self.line, self.values = file, line, values
        unknown = set(values) - KNOWN
        if unknown:
            raise self.bad(say("{fields} is not a field we know", fields=", ".join(sorted(unknown))))

    def bad(self, why: Sentence) -> BadTopics:
        return BadTopics(self.file, self.line, why)

    def text(self, field: str) -> str:
        value = self.values.get(field)
        if not isinstance(value, str) or not value.strip():
            raise self.bad(say("{field} is missing or holds no words", field=field))
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        listed = self.values.get(field)
        if not isinstance(listed, list) or not listed or not all(isinstance(item, str) and item.strip() for item in listed):
            raise self.bad(say("{field} is missing or is not a list of words", field=field))
        return tuple(listed)

    def path(self, field: str) -> str:
        path = self.text(field)
        if not PATHS.fullmatch(path):
            raise self.bad(say("{path} is not a page a button may lead to", path=path))
        return path


def _topic(row: _Row) -> Topic:
    own_button = "label_student" in row.values or "path_student" in row.values
    return Topic(
        id=row.text("id"),
        title=row.text("title"),
        words=row.texts("words"),
        staff=row.texts("staff"),
        student=row.texts("student"),
        clauses=row.texts("clauses"),
        label=row.text("label"),
        path=row.path("path"),
        label_student=row.text("label_student") if own_button else "",
        path_student=row.path("path_student") if own_button else "",
    )


def load_topics(path: Path) -> tuple[Topic, ...]:
    """Every topic of the file, in order. Raises BadTopics (not whole, or an id twice), OSError."""
    try:
        text = path.read_text(encoding="utf-8")
        read = tomllib.loads(text)
    except UnicodeDecodeError:
        raise BadTopics(path.name, 1, say("this file is not UTF-8")) from None
    except tomllib.TOMLDecodeError as problem:
        at = re.search(r"line (\d+)", str(problem))
        raise BadTopics(path.name, int(at[1]) if at else 1, say("{why}", why=problem)) from None
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.strip() == "[[topic]]"]
    listed = read.pop("topic", [])
    if read or not isinstance(listed, list) or len(lines) != len(listed):
        raise BadTopics(path.name, 1, say("write each topic under its own [[topic]], and nothing else"))
    found: dict[str, Topic] = {}
    for line, values in zip(lines, listed, strict=True):
        one = _topic(_Row(path.name, line, values))
        if one.id in found:
            raise BadTopics(path.name, line, say("{id} is here twice", id=one.id))
        found[one.id] = one
    return tuple(found.values())


@cache
def _read(path: Path) -> tuple[Topic, ...]:
    return load_topics(path)


def the_topics() -> tuple[Topic, ...]:
    own = pack() / "topics.toml"
    return _read(own if own.is_file() else SHIPPED / "topics.toml")


def topic(id: str, topics: tuple[Topic, ...]) -> Topic:
    """Raises LookupError."""
    for one in topics:
        if one.id == id:
            return one
    raise LookupError(id)
