"""Word lists of our own, one TOML file each, with its licence and source in its first lines. Read once, when first asked for."""

import tomllib
from functools import cache
from pathlib import Path

__all__ = ["entries", "listed", "sections", "text_of"]

HERE = Path(__file__).parent


@cache
def _file(name: str) -> dict[str, object]:
    with (HERE / (name + ".toml")).open("rb") as lines:
        return tomllib.load(lines)


@cache
def entries(name: str, section: str) -> tuple[str, ...]:
    """The entries of one section, one a line in the file, in their order. Raises KeyError where the file has no such section."""
    written = _file(name)[section]
    if not isinstance(written, str):
        raise KeyError(section)
    return tuple(line.strip() for line in written.splitlines() if line.strip())


@cache
def listed(name: str, section: str) -> frozenset[str]:
    """The single words of one section, spaces or lines between them."""
    return frozenset(word for line in entries(name, section) for word in line.split())


@cache
def sections(name: str, group: str) -> dict[str, str]:
    """The sections of one group, as they are written, by their names in their order. Raises KeyError where the file has no such group."""
    written = _file(name)[group]
    if not isinstance(written, dict):
        raise KeyError(group)
    return written


@cache
def text_of(name: str) -> str:
    """A whole list as it is written."""
    return (HERE / (name + ".toml")).read_text(encoding="utf-8")
