"""Why a reader does not see words that stand on a page, a sentence each. Pure."""

from collections.abc import Mapping

from askfirst.words import Sentence, say

__all__ = ["REASONS", "first_of"]

REASONS: Mapping[str, Sentence] = {
    "past-posts": say("There is a note, but people must scroll past posts to see it."),
    "far-down": say("There is a note, but people must scroll far down to see it."),
    "off": say("There is a note, but your page does not show it."),
    "folded": say("There is a note, but it shows only when somebody opens it."),
    "same-colour": say("There is a note, but its letters do not show, such as white on white."),
    "see-through": say("There is a note, but its letters are see-through."),
    "too-small": say("There is a note, but its letters are too small to see."),
    "off-screen": say("There is a note, but it stands beyond the edge of the screen."),
    "covered": say("There is a note, but something else on the page covers it."),
    "cut-off": say("There is a note, but its box has no room to show it."),
    "no-script": say("There is a note, but it shows only where scripts are turned off."),
    "held-back": say("There is a note, but it stands in a part that no browser shows."),
    "comment": say("There is a note, but only in a comment for whoever reads the code."),
    "alt": say("There is a note, but only in the words behind a picture or link."),
    "head": say("There is a note, but only in the page’s title or description."),
    "tiny": say("There is a note, but its letters are very small."),
    "faint": say("There is a note, but its letters are so pale that few will see them."),
}
"""In the order in which they are told: what a reader meets first."""


def first_of(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The same keys in that order, each once."""
    return tuple(one for one in REASONS if one in keys)
