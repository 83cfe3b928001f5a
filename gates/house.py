"""The house is whole: every room a contract names is there, and says what it is for."""

import ast
import tomllib
from pathlib import Path
from typing import Any

from gates.gate import Gate, module, python_files, where

__all__ = ["HOUSE"]


def _named(root: Path) -> list[str]:
    """Every module of ours that a contract names, wildcards aside."""
    contracts: list[dict[str, Any]] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    names: set[str] = set()
    for contract in contracts:
        names |= {"askfirst." + room.strip() for layer in contract.get("layers", []) for room in layer.split("|")}
        names |= {name for key in ("source_modules", "forbidden_modules") for name in contract.get(key, []) if name.startswith("askfirst")}
    return sorted(name for name in names if "*" not in name)


def house(root: Path) -> list[str]:
    wrong = []
    for name in _named(root):
        place = root.joinpath(*name.split("."))
        if not place.with_suffix(".py").is_file() and not (place / "__init__.py").is_file():
            wrong.append("a contract names %s, and there is no such module" % name)
    for path in python_files(root):
        if path.name != "__init__.py" and not ast.get_docstring(module(path)):
            wrong.append("%s does not say what it is for" % where(root, path))
    return wrong


HOUSE = Gate(
    "whole-house",
    "Every module a contract names is there, and each file says what it is for.",
    house,
    "write the module, or one honest paragraph in it",
)
