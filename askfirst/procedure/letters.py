"""Finished messages to copy: neutral words that ask, blame nobody and name nobody, made from what the person chose.

Pure; a message is never sent and never kept. Source: workflows.md 3.8 (which item, the request, neutral words), rulings.md 14.
"""

from askfirst.procedure.links import Link
from askfirst.procedure.take_down import Asked, Asker, Poster, Route, What
from askfirst.words import Sentence, say

__all__ = ["Letter", "letter"]

Letter = tuple[Sentence, ...]
"""Its lines, one after the other."""

THANKS = say("Thank you.")


def _where(link: Link) -> Letter:
    """Where it is, in a line of its own; nothing where nobody said."""
    if link.is_web or (link.text and link.service is None):
        return (say("It is here: {link}", link=link.text),)
    return (say("It is on {app}.", app=link.service.name),) if link.service else ()


def letter(route: Route, asked: Asked) -> Letter:
    """The message for this way; empty where there is none to send."""
    child = asked.asker is Asker.PARENT
    match route:
        case Route.PEER:
            return (say("Hi. I am in a post of yours."), *_where(asked.link), *PEER, THANKS)
        case Route.OWNER:
            start = (
                say("Hello. My child is shown or named in a post of yours.")
                if child
                else say("Hello. I am shown or named in a post of yours.")
            )
            return (
                start,
                *_where(asked.link),
                say("Nobody asked us first, and it should not be there.") if child else UNASKED,
                *OWNER,
                THANKS,
            )
        case Route.SITE:
            return (*_to_the_site(asked, child=child), THANKS)
        case Route.SCHOOL if asked.on_our_page:
            start = (
                say("Hello. My child is shown or named on a page of the school.")
                if child
                else say("Hello. I am shown or named on a page of the school.")
            )
            return (start, *_where(asked.link), *SCHOOL, THANKS)
        case _:
            return ()


PEER = (
    say("Please could you take it down? I would like not to be in it."),
    say("If you would rather keep it up, please tell me why."),
)
UNASKED = say("Nobody asked me first, and I would like not to be there.")
OWNER = (say("Please take it down, and let me know when you have."),)
SCHOOL = (say("Please take it off the page, and let me know when it is done."),)
TRIED = {
    Poster.ME: say("I can no longer get into the account."),
    Poster.NOT_SAFE: say("I do not feel safe asking the person who posted it."),
    Poster.UNKNOWN: say("I do not know who posted it."),
    Poster.ELSE: say("I have asked the person who posted it, or I am not able to."),
}


def _to_the_site(asked: Asked, *, child: bool) -> Letter:
    tried = TRIED.get(asked.poster) if asked.poster else None
    if asked.poster is Poster.ME:
        start = say("I posted this myself, and would like it to be gone.")
    elif asked.what is What.SEXUAL:
        start = say("This is a private sexual picture of me. I am 18 or over, and I did not agree to it.")
    elif child:
        start = say("This post shows or names my child, who is under 18. I did not agree to it.")
    elif asked.asker is not None and asked.asker.is_young:
        start = say("This post shows or names me. I am under 18, and I did not agree to it.")
    else:
        start = say("This post shows or names me. I did not agree to it.")
    return (start, *_where(asked.link), *((tried,) if tried else ()), say("Please take it down."))
