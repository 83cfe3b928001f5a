"""How large, how deep, how long: the figures each kind of upload is held to, in bytes, pixels, pages and seconds, in one table that the
refusals quote. Sources: trust.md ("Bad input") and media.md 3.4. Pure.
"""

from dataclasses import dataclass

__all__ = ["AT_ONCE", "CHILD", "MILLION", "PAGES", "PAGE_SIDE", "PIXELS", "UPLOAD", "VIEW_PIXELS", "Limits"]

MILLION = 1_000_000
UPLOAD = 20 * MILLION
"""Bytes of one file."""
PIXELS = 50 * MILLION
"""Of one picture, read from its header before anything is decoded."""
VIEW_PIXELS = 16 * MILLION
"""Of the copy for viewing; a larger picture is made smaller."""
PAGES = 50
"""Of one PDF."""
PAGE_SIDE = 1_400
"""Pixels of a page's longer side in the copy for viewing: 120 to the inch for A4."""
AT_ONCE = 2
"""Children that open files at one time, so that a rush takes no more memory than these."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one child may use: bytes of address space, seconds of processor, seconds by the clock, bytes of what it gives back."""

    memory: int
    cpu: int
    wall: int
    output: int


CHILD = Limits(memory=1_000 * MILLION, cpu=20, wall=30, output=25 * MILLION)
