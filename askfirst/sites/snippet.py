"""A few lines of HTML for a page of the school's: a button or a link that opens the public look-up. Pure.

No script, no picture and nothing of ours is loaded where it stands, so that nobody is counted there; pressing it asks as anybody asks.
"""

from html import escape

from askfirst.sites.addresses import one_spelling
from askfirst.words import Sentence, say

__all__ = ["LOOK_UP", "as_button", "as_link"]

LOOK_UP = "/is-this-official/"
ASKS: Sentence = say("Is this page the school’s? Look it up.")
LINK = '<a href="{to}" rel="noreferrer">{says}</a>'
BUTTON = (
    '<form action="{to}" method="post" rel="noreferrer" accept-charset="utf-8">'
    '<input type="hidden" name="url" value="{page}"><button type="submit">{says}</button></form>'
)


def as_link(base: str) -> str:
    """A link to the look-up. `base`: where people reach AskFirst, such as https://askfirst.example."""
    return LINK.format(to=escape(base + LOOK_UP), says=escape(str(ASKS)))


def as_button(base: str, address: str) -> str:
    """A button that looks this one page up. The address travels in the form, never in an address. Raises BadAddress."""
    return BUTTON.format(to=escape(base + LOOK_UP), page=escape(one_spelling(address)), says=escape(str(ASKS)))
