"""Gates that other people's tools keep: layout, lint, types, layers, migrations."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from gates.gate import Gate

__all__ = ["FORMAT", "LAYERS", "LINT", "MIGRATIONS", "TYPES"]


def _says(root: Path, *command: str, more: dict[str, str] | None = None) -> list[str]:
    """What a tool complains of: nothing when it leaves with 0."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("ASKFIRST_", "DJANGO_"))}
    environment |= {"NO_COLOR": "1", "PYTHONPATH": str(root)} | (more or {})
    done = subprocess.run([sys.executable, *command], cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    return [line for line in (done.stdout + done.stderr).splitlines() if line.strip()] or ["left with %d and no words" % done.returncode]


def layout(root: Path) -> list[str]:
    return _says(root, "-m", "ruff", "format", "--check", ".")


def lint(root: Path) -> list[str]:
    return _says(root, "-m", "ruff", "check", "--quiet", "--output-format", "concise", ".")


def types(root: Path) -> list[str]:
    return _says(root, "-m", "mypy", "--no-error-summary")


def layers(root: Path) -> list[str]:
    """The broken contracts; the tool's banner and the kept ones are left out."""
    run = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    said = _says(root, "-c", run)
    start = next((number for number, line in enumerate(said) if line.startswith("Broken contracts")), 0)
    drawn = set("╔╗╚╝║═╦╩╠╣╬─▶◀▲┌┐└┘│- ")
    return [line for line in said[start:] if set(line) - drawn]


def migrations(root: Path) -> list[str]:
    with tempfile.TemporaryDirectory() as data:
        (Path(data) / "db").mkdir()
        more = {"DJANGO_SETTINGS_MODULE": "askfirst.config.settings", "ASKFIRST_DATA": data}
        return _says(root, "-m", "django", "makemigrations", "--check", "--dry-run", more=more)


FORMAT = Gate("format", "Every file is laid out by ruff.", layout, "make format")
LINT = Gate("lint", "Nothing ruff warns of.", lint, "mend each line; most mend themselves with: make format")
TYPES = Gate("types", "mypy is content: strict for askfirst, bench and gates.", types, "mend each line; never with a bare ignore")
LAYERS = Gate(
    "layers", "Arrows point down, and the five promises hold.", layers, "move the code down a layer, or ask through the layer between"
)
MIGRATIONS = Gate("migrations", "Every model has its migration.", migrations, ".venv/bin/python -m django makemigrations")
