"""Other people in the words of somebody's copy: found, left out with the reason, or said to be right where they stand. Pure.

Found are names on the roll of whoever is no staff, and what leads to somebody: a link, an account, an address, a number. What was said of
the same words last counts, wherever they stand, in capitals or not. Source: S51.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from askfirst.casework.kinds.data_request_words import STAYS
from askfirst.people.who import Named
from askfirst.records.without_names import WithoutNames
from askfirst.words import Sentence, say

__all__ = ["LEFT_OUT", "Others"]

LEFT_OUT: Mapping[str, Sentence] = {
    "somebody-else": say("[left out: it names somebody else]"),
    "their-account": say("[left out: it leads to somebody else]"),
    "harm": say("[left out: somebody could be hurt by it]"),
    "advice": say("[left out: it is advice of a lawyer]"),
}
LEADS = re.compile(
    r"(?:https?://|www[.])[^\s<>\"]+"  # a link
    r"|[\w.+-]+@[\w-]+(?:[.][\w-]+)+"  # an e-mail address
    r"|(?<![\w@/.])@[\w.]{2,30}"  # an account
    r"|(?<![\w/])[+]?\d[\d ()-]{8,}\d"  # a number
)
DIGITS = 10  # as a telephone number has at least; a date has fewer


@dataclass(slots=True)
class Others:
    """`roll`: everybody who has a record here. `said`: by words, why they are left out, or that they stay. `own`: what leads to `who`."""

    who: Named
    roll: Iterable[Named]
    said: Mapping[str, str]
    own: frozenset[str]
    _names: WithoutNames = field(init=False)
    _hides: tuple[tuple[re.Pattern[str], str], ...] = field(init=False)
    _stays: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        roll = [one for one in self.roll if one.ref != self.who.ref]
        staff = [name for one in roll if one.kind in ("staff", "trustee") for name in (one.name, one.short)]
        others = {one.ref: one.name for one in roll if one.kind not in ("staff", "trustee")}
        self._names = WithoutNames(others, kept=[*staff, self.who.name, self.who.short])
        hidden = sorted((words for words, why in self.said.items() if why != STAYS), key=len, reverse=True)
        self._hides = tuple((_whole(words), str(LEFT_OUT[self.said[words]])) for words in hidden)
        self._stays = frozenset(words.casefold() for words, why in self.said.items() if why == STAYS) | self.own

    def without(self, text: str) -> str:
        """The same words without what is left out, each time with the reason."""
        for pattern, stands in self._hides:
            text = pattern.sub(stands.replace("\\", r"\\"), text)
        return text

    def undecided(self, texts: Iterable[str]) -> tuple[str, ...]:
        """What is found in words from which what is left out is gone already, and of which nobody has said that it stays; each once."""
        texts = tuple(texts)
        self._names.read(texts)
        found: dict[str, str] = {}
        for text in texts:
            for words in (*self._leads(text), *self._names.found(LEADS.sub(" ", text))):
                if words.casefold() not in self._stays:
                    found.setdefault(words.casefold(), words)
        return tuple(found.values())

    def _leads(self, text: str) -> Iterator[str]:
        for hit in LEADS.finditer(text):
            words = hit.group().rstrip(".,;:!?)")
            if "@" in words or "/" in words or words.startswith("www.") or sum(map(str.isdigit, words)) >= DIGITS:
                yield words


def _whole(words: str) -> re.Pattern[str]:
    """The words as a whole, in capitals or not, however they are spaced."""
    parts = r"\s+".join(map(re.escape, words.split()))
    return re.compile(r"(?<!\w)" + parts + r"(?!\w)", re.IGNORECASE)
