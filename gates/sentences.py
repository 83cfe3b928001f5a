"""Words that reach a person are written whole, with named gaps: `say("Ask {who} first.", who=...)`."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gates.gate import Gate, module, python_files, where

__all__ = ["FSTRINGS", "SAID_WHOLE", "Said", "is_say", "said"]

# Where the words are data: the file, and the argument that brings them.
FROM_DATA = {
    ("askfirst/procedure/lint.py", "words"),  # a fact's words stand in procedure/facts/*.toml
    ("askfirst/procedure/lint.py", "MONTHS[day.month - 1]"),  # names of months, in a table of plain words
    ("askfirst/procedure/lint.py", "MONTHS[due.month - 1]"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """Words written in a call of say(), and where."""

    path: Path
    line: int
    words: str


def is_say(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    return (isinstance(node.func, ast.Name) and node.func.id == "say") or (isinstance(node.func, ast.Attribute) and node.func.attr == "say")


def said(path: Path) -> Iterator[Said]:
    """Every sentence a file says."""
    for node in ast.walk(module(path)):
        if isinstance(node, ast.Call) and is_say(node) and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield Said(path, node.lineno, first.value)


def _is_pattern(node: ast.AST) -> bool:
    """`re.compile(...)`: a pattern may be built of parts, for no person reads it."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    return node.func.attr == "compile" and isinstance(node.func.value, ast.Name) and node.func.value.id == "re"


def _fstrings(node: ast.AST) -> Iterator[ast.JoinedStr]:
    if _is_pattern(node):
        return
    if isinstance(node, ast.JoinedStr):
        yield node
        return
    for child in ast.iter_child_nodes(node):
        yield from _fstrings(child)


def fstrings(root: Path) -> list[str]:
    return ["%s has an f-string" % where(root, path, node.lineno) for path in python_files(root) for node in _fstrings(module(path))]


def said_whole(root: Path) -> list[str]:
    wrong = []
    for path in python_files(root):
        for node in ast.walk(module(path)):
            if isinstance(node, ast.Call) and is_say(node):
                first = node.args[0] if len(node.args) == 1 else None
                plain = isinstance(first, ast.Constant) and isinstance(first.value, str)
                if not plain and (first is None or (where(root, path), ast.unparse(first)) not in FROM_DATA):
                    wrong.append("%s: say() wants one plain string first, and values by name" % where(root, path, node.lineno))
    return wrong


FSTRINGS = Gate(
    "no-f-strings", "No f-string can reach a person.", fstrings, 'write say("Ask {who} first.", who=who), or %-formatting for machines'
)
SAID_WHOLE = Gate(
    "said-whole", "say() is given its words whole.", said_whole, "write the words out in the call, with a named gap for each value"
)
