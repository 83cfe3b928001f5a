"""Ids for clauses that are new: a prefix by the section's heading that nobody has, and numbers after the last. Pure."""

import re
import unicodedata
from itertools import product

from askfirst.procedure.clause import Edition
from askfirst.procedure.search import SMALL

__all__ = ["Prefixes"]

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
WORD = re.compile(r"[A-Z]{3,}")


class Prefixes:
    """Prefixes and ids that are taken, beginning with an edition's own: an id of it is never given to other words."""

    def __init__(self, edition: Edition) -> None:
        self._taken = {id for id, _ in edition.sections}
        self._last: dict[str, int] = {}
        for clause in edition.clauses:
            prefix, _, number = clause.id.partition("-")
            self._last[prefix] = max(self._last.get(prefix, 0), int(number))

    def new(self, heading: str) -> str:
        """Three letters of the first word that says something, else of another, else the first that are free."""
        plain = unicodedata.normalize("NFKD", heading).upper()
        words = [word for word in WORD.findall(plain) if word.lower() not in SMALL] or ["SEC"]
        wanted = [word[:3] for word in words] + [word[:2] + letter for word in words for letter in LETTERS]
        free = next((one for one in wanted if one not in self._taken), None)
        prefix = free or next(one for one in map("".join, product(LETTERS, repeat=3)) if one not in self._taken)
        self._taken.add(prefix)
        return prefix

    def next_id(self, prefix: str) -> str:
        number = self._last.get(prefix, 0) + 1
        self._last[prefix] = number
        return "%s-%d" % (prefix, number)
