"""Signed packs of editions on the command line: opened with their signature checked. Loaded only where a pack is named."""

from pathlib import Path

from askfirst.cli.main import Cannot
from askfirst.procedure.clause import Edition
from askfirst.procedure.exports.pack import NotAPack, edition_of
from askfirst.words import say

__all__ = ["opened"]


def opened(path: Path) -> Edition:
    """Raises Cannot for what is no whole pack, OSError where it cannot be read."""
    try:
        return edition_of(path.read_bytes())
    except NotAPack as problem:
        raise Cannot(say("{file}: {why}", file=path.name, why=problem.sentence)) from None
