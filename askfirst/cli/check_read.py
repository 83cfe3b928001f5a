"""What a check on the command line reads: a file or standard input, as text, within limits."""

import sys
from pathlib import Path

from askfirst.cli.main import Cannot
from askfirst.words import say

__all__ = ["read_photo", "read_text", "roll_lines"]

LONGEST_FILE = 5_000_000  # bytes; a draft is far shorter, and a wrong file should not be read whole
LONGEST_PHOTO = 20_000_000


def read_bytes(source: str, most: int = LONGEST_FILE) -> bytes:
    """A file's bytes, or standard input's for "-", to one more than the most. Raises Cannot."""
    try:
        if source == "-":
            return sys.stdin.buffer.read(most + 1)
        with Path(source).open("rb") as file:
            return file.read(most + 1)
    except OSError as problem:
        raise Cannot(say("{file} cannot be read ({why}). Check the name and try again.", file=source, why=problem.strerror)) from None


def read_photo(source: str) -> bytes:
    """A photo's bytes; too many of them are refused by whoever opens it. Raises Cannot."""
    return read_bytes(source, LONGEST_PHOTO)


def read_text(source: str) -> str:
    """A file's text. Raises Cannot for too much of it and for what is not UTF-8."""
    raw = read_bytes(source)
    if len(raw) > LONGEST_FILE:
        raise Cannot(
            say("{file} is too long: we read {limit} bytes at most. Check it in parts.", file=source, limit=format(LONGEST_FILE, ","))
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise Cannot(
            say("{file} is not UTF-8 text (byte {at}). Save it as UTF-8 and try again.", file=source, at=problem.start + 1)
        ) from None


def roll_lines(roll: str) -> list[str]:
    """The lines of a roll in CSV. Raises Cannot."""
    return read_text(roll).lstrip("\ufeff").splitlines()
