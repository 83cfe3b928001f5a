"""Files we carry and did not write: each on one list with version, source, licence and digest."""

import hashlib
import re
import tomllib
from pathlib import Path

from gates.gate import Gate, where

__all__ = ["VENDORED"]

STATIC = Path("askfirst", "web", "static")
LIST = "vendored.toml"
FIELDS = ("version", "source", "licence", "sha256")
FOREIGN = re.compile(r"\.min\.(?:js|css)$|(?:^|/)vendor/|(?:^|/)govuk[^/]*$", re.IGNORECASE)


def vendored(root: Path) -> list[str]:
    """The list is TOML: `[[file]]` with path (from the static folder), version, source, licence, sha256."""
    static = root / STATIC
    here = [path for path in sorted(static.rglob("*")) if path.is_file()]
    foreign = {path.relative_to(static).as_posix() for path in here if FOREIGN.search(path.relative_to(static).as_posix())}
    if not (static / LIST).is_file():
        return ["%s is missing, and these are not ours: %s" % (where(root, static / LIST), ", ".join(sorted(foreign)))] if foreign else []
    listed = tomllib.loads((static / LIST).read_text(encoding="utf-8")).get("file", [])
    wrong = [line for one in listed for line in _wrong(static, one)]
    return wrong + ["%s is not ours and not on the list" % name for name in sorted(foreign - {one.get("path") for one in listed})]


def _wrong(static: Path, one: dict[str, str]) -> list[str]:
    name = one.get("path", "a row without a path")
    missing = [field for field in FIELDS if not one.get(field)]
    if missing:
        return ["%s: no %s" % (name, ", ".join(missing))]
    if not (static / name).is_file():
        return ["%s is on the list and not there" % name]
    digest = hashlib.sha256((static / name).read_bytes()).hexdigest()
    return [] if digest == one["sha256"] else ["%s has changed: its sha256 is %s" % (name, digest)]


VENDORED = Gate(
    "vendored", "Every file we carry is the one we say it is.", vendored, "mend askfirst/web/static/vendored.toml, or put the file back"
)
