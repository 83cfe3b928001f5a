"""A name as it can be read: its parts, its letters in a row as they are, and the letters it is read for. Pure.

A name is a handle, what a page is called, or an address. Nothing of it outlives the look.
"""

import re
from dataclasses import dataclass, field

from askfirst.checks.late import late
from askfirst.checks.names.look_alikes import SHAPES, letters, one_shape, read_as
from askfirst.checks.names.sounds import outline, sounded

__all__ = ["Row", "Spelled", "bare", "rough", "words_of"]

HUMP = late(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")
PART = re.compile(r"[^\s._\-/:~,;#?=&%()'’‘\"“”\[\]*–—]+")
AROUND = re.compile(r"^[@!|+$£€]+|[@!|+$£€]+$")
NOT_PLAIN = re.compile(r"[^a-z0-9]+")
RUNS = re.compile(r"(.)\1+")


def words_of(text: str) -> list[str]:
    """Whole words as they are written, parted at signs, humps and figures. No figure is read as a letter."""
    return [AROUND.sub("", "".join(map(letters, word))) for part in PART.findall(text) for word in HUMP.split(part)]


def bare(text: str) -> str:
    """Letters and figures in a row as they are, in small letters. A letter that is none of ours parts what stands beside it."""
    if text.isascii():
        return NOT_PLAIN.sub("", text.lower())
    return "".join(one if one.isascii() else "\0" for one in text.lower() if one.isalnum())


def rough(read: str) -> str:
    """Letters of nearly one shape made one."""
    return RUNS.sub(r"\1", read.translate(SHAPES))


VOWELS = str.maketrans("", "", "aeiou")


@dataclass(slots=True)
class Row:
    """Letters of all parts in a row, and where parts start and end in it; the parts themselves too."""

    text: str = ""
    starts: set[int] = field(default_factory=set)
    ends: set[int] = field(default_factory=set)
    parts: list[str] = field(default_factory=list)

    def add(self, part: str) -> None:
        self.starts.add(len(self.text))
        self.parts.append(part)
        self.text += part
        self.ends.add(len(self.text))


class Spelled:
    """`soft`: its letters; `bones`: that without vowels; `read`: what is drawn alike is one letter too; no letter twice in a row.

    `outline`: consonants that tell what cannot sound alike.
    """

    __slots__ = ("_sounds", "bare", "bones", "outline", "parts", "read", "rough", "soft")

    def __init__(self, text: str) -> None:
        self.bare = bare(text)
        self.parts = PART.findall(text.lower() if text.isascii() else "".join(map(letters, text)))
        self.soft, self.read, self.rough = Row(), Row(), Row()
        for part in self.parts:
            soft = read_as(part)
            self.soft.add(RUNS.sub(r"\1", NOT_PLAIN.sub("", soft)))
            read = RUNS.sub(r"\1", one_shape(NOT_PLAIN.sub("", soft)))
            self.read.add(read)
            self.rough.add(rough(read))
        self.bones = self.soft.text.translate(VOWELS)
        self.outline = outline(self.bones)
        self._sounds: Row | None = None

    @property
    def sounds(self) -> Row:
        """The name as it sounds; worked out once, where somebody asks."""
        if self._sounds is None:
            self._sounds = Row()
            for part in self.parts:
                self._sounds.add(sounded(NOT_PLAIN.sub("", read_as(part))))
        return self._sounds
