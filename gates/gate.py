"""What a gate is, and how it sees the files of the tree."""

import ast
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Gate", "kept_files", "module", "python_files", "where"]

SKIPPED = {"var", "build", "dist", "node_modules", "__pycache__"}


@dataclass(frozen=True, slots=True)
class Gate:
    """`look` takes the root of a tree and gives one line for each thing wrong there; none means the gate is open."""

    name: str
    promise: str
    look: Callable[[Path], list[str]]
    do: str  # what to do when it is shut


def python_files(root: Path, folder: str = "askfirst") -> list[Path]:
    return sorted((root / folder).rglob("*.py"))


def module(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def where(root: Path, path: Path, line: int | None = None) -> str:
    """A path as it is shown: from the root, with its line."""
    shown = path.relative_to(root).as_posix()
    return shown if line is None else "%s:%d" % (shown, line)


def kept_files(root: Path) -> list[Path]:
    """Every file that is or would be committed; without git, every file but the ones made by tools."""
    command = ["git", "-C", str(root), "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        return sorted(_walk(root))
    return sorted({root / name for name in listed.split("\0") if name and (root / name).is_file()})


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        hidden = path.name.startswith(".") and path.name not in (".ci", ".gitignore")
        if hidden or path.is_symlink() or path.name in SKIPPED or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path
