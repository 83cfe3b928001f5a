"""Everything a person reads starts here: `say` keeps the words and the values apart until a face shows them.

Pure, standard library only. Faces translate (`sentence.shown(gettext)`) at the last moment, so one rule serves page, API and command line.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from string import Formatter
from types import MappingProxyType

__all__ = ["Sentence", "say"]


def _as_written(msgid: str) -> str:
    return msgid


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with named gaps, and what fills them. `str()` gives the English."""

    msgid: str
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def shown(self, translate: Callable[[str], str] = _as_written) -> str:
        """The sentence as a person reads it; values that are sentences are translated too."""
        filled = {name: value.shown(translate) if isinstance(value, Sentence) else value for name, value in self.values.items()}
        return translate(self.msgid).format_map(filled)

    def __str__(self) -> str:
        return self.shown()

    def __hash__(self) -> int:
        return hash((self.msgid, tuple(sorted((name, str(value)) for name, value in self.values.items()))))


def say(msgid: str, **values: object) -> Sentence:
    """A sentence for a person. Raises ValueError where gaps and values do not agree, so that a slip shows at import."""
    gaps = {name for _, name, _, _ in Formatter().parse(msgid) if name is not None}
    if gaps != set(values):
        raise ValueError("say(%r): the gaps are %s, the values %s" % (msgid, sorted(gaps), sorted(values)))
    return Sentence(msgid, MappingProxyType(dict(values)))
