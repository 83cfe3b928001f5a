"""Other names for a page of one's own: what is left of its name without the school's, and a plain word. Pure.

Nothing is looked up: whether a name is free, nobody here knows. Each is looked at as the first was, and none that holds a brand is given.
"""

import re
from collections.abc import Iterator

from askfirst.checks.names.brand import find
from askfirst.checks.names.signs import GENERIC, Signs
from askfirst.checks.names.spelled import words_of

__all__ = ["suggested"]

MOST = 2
SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://(?:[^/@\s]*@)?(?:www\.)?", re.IGNORECASE)
HOSTED = re.compile(r"\.(?:blogspot|wordpress|substack|tumblr|wixsite|weebly|ghost|medium)\.[a-z.]{2,6}$", re.IGNORECASE)
ENDING = re.compile(r"(?:\.(?:co|org|me|ac|sch|gov))?\.[a-z]{2,12}$", re.IGNORECASE)
PLAIN = re.compile(r"[a-z0-9]{2,20}")
OF_SCHOOLS = frozenset(way for ways in GENERIC.values() for way in ways if way) | {"official", "dept", "department", "staff", "class"}
BEHIND, ALONE = ("writes", "notes", "makes", "thinks", "pages"), ("my-own-notes", "after-hours-notes", "a-page-of-mine", "notes-from-home")


def suggested(text: str, signs: Signs) -> tuple[str, ...]:
    """Two names at most, dressed as the first was: with its @, its sign between words, its ending. Linear in the name."""
    name = SCHEME.sub("", text.strip()).partition("/")[0].partition("?")[0]
    at = "@" if name.startswith("@") else ""
    ending = HOSTED.search(name) or ENDING.search(name)
    end = ending[0] if ending and not at else ""
    core = name.removeprefix("@").removesuffix(end)
    between = next((sign for sign in ("_", "-", ".") if sign in core), "-" if end else "_")
    found: list[str] = []
    for words in _ways(_left(core, signs)):
        made = at + between.join(words) + end
        if made not in found and find(made, signs) is None:
            found.append(made)
        if len(found) == MOST:
            break
    return tuple(found)


def _left(core: str, signs: Signs) -> list[str]:
    """Words of the name that are neither a school's nor any school's."""
    words = [word.lower() for word in words_of(core)]
    return [word for word in words if PLAIN.fullmatch(word) and word not in OF_SCHOOLS and find(word, signs) is None][:3]


def _ways(left: list[str]) -> Iterator[list[str]]:
    for word in BEHIND if left else ():
        yield [*left, word]
    for names in ALONE:
        yield names.split("-")
