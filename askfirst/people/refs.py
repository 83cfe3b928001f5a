"""Short random references: eight capitals and digits, no vowels, so that no word and no count can be read out of one; pure."""

import re
import secrets

__all__ = ["REF", "new_ref"]

ALPHABET = "BCDFGHJKLMNPQRSTVWXZ23456789"
LENGTH = 8
REF = re.compile("[%s]{%d}" % (ALPHABET, LENGTH))


def new_ref() -> str:
    """A reference never given before, as far as chance goes (28 to the power of 8); the table's own key refuses a second one."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
