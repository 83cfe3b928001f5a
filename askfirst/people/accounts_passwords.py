"""Which new password will do: long enough, not one that everybody tries first, and not the account's own name. No other rules: a line of
plain words is a good password.
"""

from functools import lru_cache
from string import digits

from django.contrib.auth.password_validation import CommonPasswordValidator

from askfirst.words import Sentence, say

__all__ = ["BadPassword", "look_at_new", "storable"]

SHORTEST, LONGEST = 12, 200
FEWEST = 5  # different characters
SHORT_NAME = 4  # a name of fewer letters is in too many words by chance
ENDINGS = digits + "!?.,-_*#$@ "


class BadPassword(ValueError):
    """A password that will not do. `sentence` is for the person."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


def storable(words: str) -> bool:
    """Whether a database and a hasher take these words: no NUL, no half of a character."""
    return "\0" not in words and not any("\ud800" <= letter <= "\udfff" for letter in words)


def look_at_new(password: str, *, username: str) -> None:
    """Raises BadPassword."""
    if not storable(password):
        raise BadPassword(say("That password holds a character we cannot keep, so nothing was changed. Choose another."))
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadPassword(
            say("A password needs {least} to {most} characters, so nothing was changed. Choose another.", least=SHORTEST, most=LONGEST)
        )
    if _holds(password.casefold(), username.casefold()):
        raise BadPassword(say("The password holds the account’s name, so nothing was changed. Choose another."))
    if _tried_first(password.casefold()):
        raise BadPassword(say("Many people use that password, so it is tried first. Nothing was changed. Choose another."))


def _holds(password: str, username: str) -> bool:
    return password == username or (len(username) >= SHORT_NAME and username in password)


def _tried_first(password: str) -> bool:
    """A common password, also with digits or signs round it or written twice; or nearly always the same letter."""
    core = password.strip(ENDINGS)
    half, odd = divmod(len(core), 2)
    once = core[:half] if not odd and core[:half] == core[half:] else core
    return len(set(password)) < FEWEST or not core or any(word in _common() for word in (password, core, once, once.strip(ENDINGS)))


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Django's list of 20,000, read when the first password is chosen."""
    return frozenset(CommonPasswordValidator().passwords)
