"""What the linter cannot see: other doors out, modules loaded by name, imports hidden in functions."""

import ast
from collections.abc import Iterator
from pathlib import Path

from gates.gate import Gate, module, python_files, where

__all__ = ["BY_NAME", "DOORS", "LATE"]

WAYS_OUT = {"urllib.request", "http.client", "smtplib", "asyncio", "django.core.mail", "socket"}
LOADERS = {"import_module", "__import__", "import_string"}
MAY_LOAD = "askfirst/cli/main.py"  # the group of commands, so that a command loads only what it needs


def imported(node: ast.AST) -> Iterator[str]:
    """Every dotted name an import could bring in: `from http import client` gives http and http.client."""
    if isinstance(node, ast.Import):
        for name in node.names:
            yield name.name
    elif isinstance(node, ast.ImportFrom):
        base = "." * node.level + (node.module or "")
        yield base
        for name in node.names:
            yield base + "." + name.name


def _may_leave(shown: str) -> bool:
    return shown.startswith("askfirst/guard/") or shown == "askfirst/people/notify.py"


def doors(root: Path) -> list[str]:
    wrong = []
    for path in python_files(root):
        if _may_leave(where(root, path)):
            continue
        for node in ast.walk(module(path)):
            for name in imported(node):
                if any(name == way or name.startswith(way + ".") for way in WAYS_OUT):
                    wrong.append("%s imports %s" % (where(root, path, getattr(node, "lineno", 0)), name))
                    break
    return wrong


def by_name(root: Path) -> list[str]:
    wrong = []
    for path in python_files(root):
        if where(root, path) == MAY_LOAD:
            continue
        for node in ast.walk(module(path)):
            named = {name.rpartition(".")[2] for name in imported(node)}
            named |= {node.id} if isinstance(node, ast.Name) else {node.attr} if isinstance(node, ast.Attribute) else set()
            wrong += ["%s uses %s" % (where(root, path, getattr(node, "lineno", 0)), loader) for loader in sorted(named & LOADERS)]
    return wrong


def late(root: Path) -> list[str]:
    """Ours alone: ruff's PLC0415 sees the others, and cannot be silenced for ours because this looks too."""
    wrong = []
    for path in python_files(root):
        for outer in ast.walk(module(path)):
            if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                for node in ast.walk(outer):
                    ours = [name for name in imported(node) if name.startswith((".", "askfirst"))]
                    if ours:
                        wrong.append("%s imports %s inside a function" % (where(root, path, getattr(node, "lineno", 0)), ours[0]))
    return sorted(set(wrong))


DOORS = Gate(
    "one-door-out",
    "Only guard and people.notify can open a connection.",
    doors,
    "fetch through askfirst.guard.door, tell through people.notify",
)
BY_NAME = Gate("loaded-by-name", "Only the command line loads modules by name.", by_name, "import it at the top")
LATE = Gate(
    "late-imports",
    "Our own modules are imported at the top.",
    late,
    "move the import to the top; if it goes round in a circle, move the code",
)
