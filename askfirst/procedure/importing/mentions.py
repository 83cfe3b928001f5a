"""What a clause of a document names outside itself: links, and the laws, services and other names that facts are about. Pure.

A known clause keeps what it is known to name as far as its words still name it; what it is known to mean (a term, a list of people,
what can follow) stays with it.
"""

import re
from functools import cache

from askfirst.procedure.clause import Clause, Mention, Sort
from askfirst.procedure.dated import the_facts

__all__ = ["mentions_in"]

LINK = re.compile(r"\bhttps?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]]")
MEANT = frozenset({Sort.TERM, Sort.PEOPLE, Sort.CONSEQUENCE})
LOOKED_FOR = frozenset({Sort.LAW, Sort.SERVICE, Sort.LINK, Sort.DOCUMENT})


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).casefold()


@cache
def _names() -> tuple[tuple[Mention, re.Pattern[str]], ...]:
    """Every name that a fact is about, as a whole word."""
    found = {Mention(fact.sort, name) for fact in the_facts() if fact.sort in LOOKED_FOR for name in fact.names}
    return tuple((one, re.compile(r"(?<!\w)" + re.escape(_plain(one.name)) + r"(?!\w)")) for one in sorted(found, key=str))


def mentions_in(words: str, known: Clause | None = None) -> tuple[Mention, ...]:
    """In the order of the known clause, then links, then the names of facts; none twice."""
    plain = _plain(words)
    kept = [one for one in (known.mentions if known else ()) if one.sort in MEANT or _plain(one.name) in plain]
    links = [Mention(Sort.LINK, link.group()) for link in LINK.finditer(words)]
    named = [one for one, sign in _names() if sign.search(plain)]
    return tuple({(one.sort, _plain(one.name)): one for one in [*named, *links, *kept][::-1]}.values())
