"""A TOML file of dated facts, row by row, each with its line: what is not whole is refused with file, line and reason. Pure."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from askfirst.words import Sentence, say

__all__ = ["BadFacts", "Row", "rows"]

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class BadFacts(ValueError):
    """A file of facts that is not whole; says file, line and reason."""

    def __init__(self, file: str, line: int, why: Sentence) -> None:
        self.sentence = say("{file}:{line}: {why}", file=file, line=line, why=why)
        super().__init__(str(self.sentence))


class Row:
    """One table of a file, asked for by field; every complaint knows its line."""

    def __init__(self, file: str, line: int, values: Mapping[str, object]) -> None:
        self.file, self.line, self.values = file, line, dict(values)

    def bad(self, why: Sentence) -> BadFacts:
        return BadFacts(self.file, self.line, why)

    def take(self, field: str, of: type[T], default: T | None = None) -> T:
        value = self.values.pop(field, default)
        if value is None:
            raise self.bad(say("{field} is missing", field=field))
        if type(value) is not of or (of is str and default is None and not str(value).strip()):  # a datetime is a date too, True an int
            raise self.bad(say("{field} is not a {sort} with something in it", field=field, sort=of.__name__))
        return value

    def choice(self, field: str, of: type[E]) -> E:
        named = self.take(field, str)
        try:
            return of(named)
        except ValueError:
            raise self.bad(say("{field} is {named}; it can be {all}", field=field, named=named, all=", ".join(of))) from None

    def day(self, field: str) -> date | None:
        return self.take(field, date) if field in self.values else None

    def names(self, field: str) -> tuple[str, ...]:
        listed = self.take(field, list, [])
        if not all(isinstance(name, str) and name.strip() for name in listed):
            raise self.bad(say("{field} holds something that is not a name", field=field))
        return tuple(str(name) for name in listed)

    def done(self) -> None:
        if self.values:
            raise self.bad(say("{fields} is not a field we know", fields=", ".join(sorted(self.values))))


def rows(path: Path, table: str) -> Iterator[Row]:
    """Each `[[table]]` of the file with its line. Raises BadFacts, OSError."""
    try:
        text = path.read_text(encoding="utf-8")
        read = tomllib.loads(text)
    except UnicodeDecodeError:
        raise BadFacts(path.name, 1, say("this file is not UTF-8")) from None
    except tomllib.TOMLDecodeError as problem:
        at = re.search(r"line (\d+)", str(problem))
        raise BadFacts(path.name, int(at[1]) if at else 1, say("{why}", why=problem)) from None
    if set(read) - {table}:
        raise BadFacts(path.name, 1, say("only [[{table}]] may stand in this file", table=table))
    lines = [
        number
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip().strip("[]").strip() == table and line.strip().startswith("[[")
    ]
    listed = read.get(table, [])
    if not isinstance(listed, list) or len(lines) != len(listed):
        raise BadFacts(path.name, 1, say("write each entry under its own [[{table}]]", table=table))
    for line, values in zip(lines, listed, strict=True):
        yield Row(path.name, line, values)
