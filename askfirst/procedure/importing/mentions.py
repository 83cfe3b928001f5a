"""What a clause of a document names outside itself: links; laws, services and documents of the facts; terms that lint asks after.

A known clause keeps what it is known to name as far as its words still name it; what it is known to mean (a term, a list of people,
what can follow) stays with it. Pure.
"""

import re
from collections.abc import Iterable
from functools import cache

from askfirst.procedure.clause import Clause, Mention, Sort
from askfirst.procedure.dated import Rule, the_facts

__all__ = ["mentions_in", "without"]

LINK = re.compile(r"\bhttps?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]]")
ITSELF = re.compile(r"\bthis (?:procedure|policy|document|guidance)\b")
MEANT = frozenset({Sort.TERM, Sort.PEOPLE, Sort.CONSEQUENCE})
LOOKED_FOR = frozenset(set(Sort) - MEANT)
ASKED_AFTER = frozenset({Rule.DATED, Rule.UNDEFINED, Rule.SPELLING, Rule.SAME_MATTER, Rule.SILENT})
ORDINARY = frozenset({"vine", "periscope", "threads", "mixer", "discord", "mastodon", "x"})
Names = tuple[tuple[Mention, re.Pattern[str]], ...]


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).casefold()


def _sign(name: str, *, begins: bool = False) -> re.Pattern[str]:
    """A name as a whole word, or as the beginning of one."""
    return re.compile(r"(?<!\w)" + re.escape(_plain(name)) + ("" if begins else r"(?!\w)"))


@cache
def _names() -> Names:
    """Every name that a fact is about."""
    found = {Mention(fact.sort, name) for fact in the_facts() if fact.sort in LOOKED_FOR for name in fact.names if not name.endswith("//")}
    return tuple((one, _sign(one.name)) for one in sorted(found, key=str))


@cache
def _terms() -> Names:
    """Every term that a fact asks after; what a document may be silent on is heard in the beginning of a word already."""
    facts = [fact for fact in the_facts() if fact.sort is None and fact.rule in ASKED_AFTER]
    found = {Mention(Sort.TERM, name): fact.rule is Rule.SILENT for fact in facts for name in fact.names}
    return tuple((one, _sign(one.name, begins=begins)) for one, begins in sorted(found.items(), key=str))


def _as_a_name(name: str, words: str) -> bool:
    """A service that is called by an ordinary word is meant where it has a capital letter."""
    return name.casefold() not in ORDINARY or re.search(r"(?<!\w)%s(?!\w)" % re.escape(name), words) is not None


def without(words: str, named: Iterable[Mention]) -> str:
    """The words without the names in them: "Friends Reunited" says nothing of friends."""
    for one in sorted((one.name for one in named), key=len, reverse=True):
        words = re.sub(r"(?<!\w)%s(?!\w)" % re.escape(one), " ", words, flags=re.IGNORECASE)
    return words


def mentions_in(words: str, known: Clause | None = None) -> tuple[Mention, ...]:
    """In the order of the known clause, then links, then names and, for a new clause, terms; none twice."""
    plain = _plain(words)
    kept = [one for one in (known.mentions if known else ()) if one.sort in MEANT or _plain(one.name) in plain]
    links = [Mention(Sort.LINK, link.group()) for link in LINK.finditer(words)]
    named = [one for one, sign in _names() if sign.search(plain) and _as_a_name(one.name, words)]
    rest = without(plain, named)
    named += [one for one, sign in (() if known else _terms()) if sign.search(rest)]
    itself = [] if known else [Mention(Sort.TERM, found.group()) for found in ITSELF.finditer(plain)]
    return tuple({(one.sort, _plain(one.name)): one for one in (*kept, *links, *named, *itself)[::-1]}.values())[::-1]
