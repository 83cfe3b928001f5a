"""Everything a person can read, gathered from where it is written: say(), commands, templates, packs."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gates.gate import module, python_files, where
from gates.sentences import said

__all__ = ["Shown", "clauses", "pack_words", "packs", "shown_to_people"]

TAGS = re.compile(
    r"\{#.*?#\}|\{% comment.*?endcomment %\}|<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)>|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", re.DOTALL
)
READ_ALOUD = re.compile(r"\b(?:alt|title|aria-label|placeholder|content)=\"([^\"{<]*)\"")


@dataclass(frozen=True, slots=True)
class Shown:
    """Words, where they stand, and whom they are for: "staff", "student", or "any"."""

    at: str
    words: str
    to: str = "any"


def packs(root: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every pack: where, and what it holds. A pack that is not TOML is another gate's matter (types of load)."""
    for path in sorted((root / "askfirst" / "procedure" / "packs").rglob("*.toml")):
        yield where(root, path), tomllib.loads(path.read_text(encoding="utf-8"))


def clauses(pack: dict[str, Any]) -> list[dict[str, Any]]:
    found = pack.get("clause", [])
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


# A scenario says itself for whom it is: its id ends in the reader and a number.
ASKED = ("ask", "choices", "reason")
# `student` and `staff` may be one text or a list of sentences, read one after the other.
FIELDS = {"plain": "staff", "reading": "staff", "problem": "staff", "staff": "staff", "student": "student"}


def pack_words(root: Path) -> Iterator[Shown]:
    """The words of packs; what a clause mentions is left out, for laws and links are named as they are named."""
    for at, pack in packs(root):
        for table in pack.values():
            for one in table if isinstance(table, list) else []:
                if isinstance(one, dict):
                    yield from _fields("%s %s" % (at, one.get("id", "?")), one)


def _fields(at: str, one: dict[str, Any]) -> Iterator[Shown]:
    asked = dict.fromkeys(ASKED, "student" if "-student-" in str(one.get("id", "")) else "staff") if "choices" in one else {}
    for field, to in {**FIELDS, **asked}.items():
        words = one.get(field, "")
        text = " ".join(str(part) for part in words) if isinstance(words, list) else str(words)
        if text:
            yield Shown("%s %s" % (at, field), text, to)


def _commands(root: Path) -> Iterator[Shown]:
    """Every string of the command line but its docstrings: help reaches people too."""
    for path in python_files(root, "askfirst/cli"):
        tree = module(path)
        documented = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and node.body and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
                yield Shown(where(root, path, node.lineno), node.value)


def _templates(root: Path) -> Iterator[Shown]:
    """What a page shows, line by line, and what it says aloud."""
    for path in sorted((root / "askfirst").rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        for aloud in READ_ALOUD.finditer(text):
            yield Shown(where(root, path, text.count("\n", 0, aloud.start()) + 1), aloud.group(1))
        bare = TAGS.sub(lambda found: "\n" * found.group().count("\n") or " ", text)
        for number, line in enumerate(bare.splitlines(), 1):
            if line.strip():
                yield Shown(where(root, path, number), line.strip())


def shown_to_people(root: Path) -> Iterator[Shown]:
    for path in python_files(root):
        for one in said(path):
            yield Shown(where(root, one.path, one.line), one.words)
    yield from _commands(root)
    yield from _templates(root)
    yield from pack_words(root)
