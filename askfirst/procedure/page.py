"""One TOML file of a pack, read whole or refused: file, line, reason and what to do, in one sentence."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

from askfirst.words import Sentence, say

__all__ = ["BadPack", "Page", "shown"]

MOST_SHOWN = 40  # characters of a value that a refusal repeats


class BadPack(ValueError):
    """A pack that is not whole: file, line, reason and what to do, in one sentence."""

    def __init__(self, file: Path, line: int, why: Sentence) -> None:
        self.sentence = say("{file}:{line}: {why}", file=file.name, line=line, why=why)
        super().__init__(str(self.sentence))


def shown(value: object) -> str:
    """A value from a file as a refusal repeats it: one short line that no terminal acts on."""
    text = " ".join("".join(mark if mark.isprintable() else " " for mark in str(value)).split())
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"


class Page:
    """A TOML file with its lines. Raises BadPack where it is no TOML, and OSError where there is no such file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        raw = path.read_bytes()
        try:
            self.text = raw.decode("utf-8-sig")  # some editors put a mark before the first letter
        except UnicodeDecodeError as problem:
            self.refuse(raw.count(b"\n", 0, problem.start) + 1, say("This is not UTF-8 text. Save the file as UTF-8."))
        if "\0" in self.text:
            self.refuse(self.text.count("\n", 0, self.text.index("\0")) + 1, say("There is an empty mark (NUL) here. Take it out."))
        self.lines = self.text.split("\n")  # as TOML counts them: other marks that end a line may stand inside a string
        try:
            self.held = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as problem:
            where = re.search(r"at line (\d+)", str(problem))
            self.refuse(int(where[1]) if where else len(self.lines), say("This is not TOML. Look at quotes and brackets here."))
        except ValueError:  # more digits than Python turns into a number
            self.refuse(self._longest_number(), say("This number is too long. Write it shorter, or as words in quotes."))
        except RecursionError:
            self.refuse(1, say("This is nested too deep to be a pack. Take brackets out."))

    def _longest_number(self) -> int:
        return 1 + max(range(len(self.lines)), key=lambda at: max(map(len, re.findall(r"\d+", self.lines[at])), default=0))

    def refuse(self, line: int, why: Sentence) -> NoReturn:
        raise BadPack(self.path, line, why) from None

    def line_of(self, field: str) -> int:
        """The line a field or heading of the file itself stands on; 1 where it stands nowhere."""
        found = re.compile(r"""\s*(?:["']?{0}["']?\s*=|\[\[?\s*{0}\s*\])""".format(re.escape(field)))
        return next((at for at, line in enumerate(self.lines, 1) if found.match(line)), 1)

    def fields(
        self, line: int | None, table: Mapping[str, object], needed: Mapping[str, type], may: Mapping[str, type] | None = None
    ) -> None:
        """Every field known, none missing, each of its own type and not empty. No line: each field's own."""
        known = {**needed, **(may or {})}
        for name in table:
            if name not in known:
                at = line or self.line_of(name)
                self.refuse(at, say("We do not know the field {name}. Take it out, or check its spelling.", name=shown(name)))
        for name in needed:
            if name not in table:
                self.refuse(line or 1, say("The field {name} is missing. Add it.", name=name))
        for name, value in table.items():
            at = line or self.line_of(name)
            if type(value) is not known[name]:  # isinstance would take a time for a date
                self.refuse(at, say("The field {name} is of the wrong kind. Write it as the other packs do.", name=name))
            if (isinstance(value, str) and not value.strip()) or (name in needed and value in ([], {})):
                self.refuse(at, say("The field {name} is empty. Fill it in.", name=name))

    def texts(self, line: int, name: str, listed: Iterable[object]) -> None:
        """Each of them words."""
        if not all(isinstance(one, str) and one.strip() for one in listed):
            self.refuse(line, say("The field {name} holds something that is not words. Put words in quotes.", name=shown(name)))

    def one_of(self, line: int, field: str, value: str, known: list[str]) -> str:
        if value not in known:
            self.refuse(
                line, say("{value} is no {field}. Choose one of: {known}.", value=shown(value), field=field, known=", ".join(known))
            )
        return value

    def tables(self, name: str, listed: list[object]) -> list[tuple[int, Mapping[str, object]]]:
        """Each `[[name]]` with the line its id stands on (its heading's where it has none)."""
        heading = re.compile(r"\s*\[\[\s*{}\s*\]\]\s*(?:#.*)?".format(name))
        heads = [at for at, line in enumerate(self.lines) if heading.fullmatch(line)]
        tables = [one for one in listed if isinstance(one, dict)]
        if not len(heads) == len(tables) == len(listed):
            self.refuse(1, say("Each {name} needs a heading of its own. Write [[{name}]] on a line above each.", name=name))
        ends = pairwise([*heads, len(self.lines)])
        ids = [next((at for at in range(head, end) if re.match(r"\s*id\s*=", self.lines[at])), head) for head, end in ends]
        return [(at + 1, table) for at, table in zip(ids, tables, strict=True)]
