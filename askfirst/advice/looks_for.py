"""What each check of a post looks for, with the examples that it is tested by. Pure; the same for everybody."""

from dataclasses import dataclass

from askfirst.checks.catalogue import TEXT_CHECKS
from askfirst.checks.draft import Draft
from askfirst.words import Sentence

__all__ = ["LOOKS_FOR", "LooksFor"]


@dataclass(frozen=True, slots=True)
class LooksFor:
    """A check in its own words. `flags`: what it marks or, where `noticed`, what it sees and finds fine; `passes`: what it leaves alone."""

    name: str
    title: Sentence
    why: Sentence
    doubt: Sentence
    noticed: bool
    of_need: bool  # somebody may be in need of help: the way to it stands with it
    flags: tuple[str, ...]
    passes: tuple[str, ...]


def _texts(examples: tuple[str | Draft, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one if isinstance(one, str) else one.text for one in examples))


LOOKS_FOR = {
    one.name: LooksFor(one.name, one.title, one.why, one.doubt, one.noticed, one.kind == "help", _texts(one.flags), _texts(one.passes))
    for one in TEXT_CHECKS
}
