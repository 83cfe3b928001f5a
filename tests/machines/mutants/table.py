"""Written mutants: small wrong patches, each with what it would mean and the tests that must die of it.

(file under askfirst/, the lines as they stand, the lines as they would stand, what it would mean, the tests that die)
"""

from typing import NamedTuple

from tests.machines.mutants import of_archives, of_composition, of_kinds, of_machinery, of_texts, of_the_rest

__all__ = ["MUTANTS", "Mutant"]


class Mutant(NamedTuple):
    """One patch. `old` stands exactly once in the file."""

    file: str
    old: str
    new: str
    means: str
    dies: str


MUTANTS = [Mutant(*row) for rows in (of_archives, of_composition, of_kinds, of_machinery, of_texts, of_the_rest) for row in rows.ROWS]
