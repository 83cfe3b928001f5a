"""One word of a draft, or one emoji, as every rule about words reads it."""

from typing import NamedTuple

__all__ = ["Token"]


class Token(NamedTuple):
    """A word or an emoji: places in the folded text, the word undone, the sentence it stands in, what stands between it and the one before."""

    start: int
    end: int
    word: str
    capital: bool
    sentence: int
    gap: str

    @property
    def emoji(self) -> bool:
        return len(self.word) == 1 and ord(self.word) >= 0x2600
