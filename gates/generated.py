"""Documents that are written from the code, so that they cannot say something else. `python -m gates.generated` writes them."""

import ast
import subprocess
import sys
from pathlib import Path

from gates.fairness import dialects
from gates.gate import Gate

__all__ = ["GENERATED", "documents"]

SETTINGS = Path("askfirst", "config", "environment.py")


def _settings(root: Path) -> str:
    """The reference of settings: each field of Settings has its meaning beside it."""
    source = (root / SETTINGS).read_text(encoding="utf-8")
    lines = source.splitlines()
    rows = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and node.name == "Settings":
            for field in node.body:
                if isinstance(field, ast.AnnAssign):
                    name, _, meaning = lines[field.lineno - 1].partition("  # ")[2].partition(": ")
                    if name.startswith("ASKFIRST_"):
                        rows.append("| `%s` | %s |" % (name, meaning))
    head = [
        "# Settings",
        "",
        "Written by `make docs` from `askfirst/config/environment.py`. Read from the environment once.",
        "An unknown `ASKFIRST_...` is refused. `askfirst settings check` shows what holds.",
        "",
        "| setting | meaning |",
        "|---|---|",
    ]
    return "\n".join([*head, *rows]) + "\n"


def _workflows(root: Path) -> str:
    """The tables of that tree, read in a process of its own: a tree that is looked at may not be the one that looks."""
    return _printed(root, "gates.workflows", "docs/workflows.md")


def _roll(root: Path) -> str:
    """The columns of a file of people, read by that tree too."""
    return _printed(root, "gates.roll", "docs/roll.md")


def _printed(root: Path, module: str, document: str) -> str:
    done = subprocess.run([sys.executable, "-m", module], cwd=root, capture_output=True, check=False)
    if done.returncode:
        raise ValueError("%s: %s" % (document, done.stderr.decode(errors="replace").strip().rpartition("\n")[2]))
    return done.stdout.decode()


def documents(root: Path) -> dict[Path, str]:
    """Each generated document's path, and what it should hold now. Raises ValueError for a document that cannot be written."""
    return {
        root / "docs" / "settings.md": _settings(root),
        root / "docs" / "workflows.md": _workflows(root),
        root / "docs" / "roll.md": _roll(root),
        root / "docs" / "archives.md": _printed(root, "gates.archives", "docs/archives.md"),
        root / "docs" / "editions.md": _printed(root, "gates.editions", "docs/editions.md"),
        root / "docs" / "fairness.md": _printed(root, "gates.fairness", "docs/fairness.md"),
        root / "askfirst" / "checks" / "lists" / "dialects.toml": dialects(root),
    }


def generated(root: Path) -> list[str]:
    wrong = []
    for path, wanted in documents(root).items():
        if not path.is_file() or path.read_text(encoding="utf-8") != wanted:
            wrong.append("%s is not what the code says" % path.relative_to(root).as_posix())
    return wrong


GENERATED = Gate("generated", "Generated documents are up to date.", generated, "make docs")


if __name__ == "__main__":
    for path, text in documents(Path.cwd()).items():
        path.write_text(text, encoding="utf-8")
        sys.stdout.write("%s\n" % path.name)
