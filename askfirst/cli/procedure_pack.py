"""Signed packs of editions on the command line: opened with their signature checked. Loaded only where a pack is named."""

from pathlib import Path

from askfirst.cli.main import Cannot
from askfirst.cli.procedure_import import as_edition
from askfirst.procedure.clause import Edition
from askfirst.procedure.exports.pack import NotAPack, edition_of
from askfirst.procedure.importing.as_json import is_export
from askfirst.words import say

__all__ = ["opened"]


def opened(path: Path) -> Edition:
    """A pack; JSON of another sort is taken for proposals that were exported. Raises Cannot, and OSError where it cannot be read."""
    raw = path.read_bytes()
    if is_export(raw):
        return as_edition(str(path))
    try:
        return edition_of(raw)
    except NotAPack as problem:
        raise Cannot(say("{file}: {why}", file=path.name, why=problem.sentence)) from None
