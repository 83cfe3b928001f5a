"""A file somebody brings becomes proposals: a document of a kind that is read, or proposals that were exported; else one sentence."""

from askfirst.guard.text.look import Unread, look
from askfirst.procedure.clause import Edition
from askfirst.procedure.importing.as_json import NotWhole, from_json, is_export
from askfirst.procedure.importing.proposals import Imported, bring
from askfirst.words import Sentence, say

__all__ = ["MOST", "NotRead", "read_in"]

MOST = 3_000
"""Clauses that one document may be proposed as."""
SIGNED = b'"askfirst-edition-'
A_PACK = say("This is an edition as data, with its signature. Send its document, such as the Word file, to bring it in.")
TOO_MANY = say("This document has more than {most} sentences. Send the procedure alone.", most=MOST)


class NotRead(ValueError):
    """A file that is not taken; `sentence` says why, and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def read_in(name: str, data: bytes, edition: Edition) -> Imported:
    """Raises NotRead. A document is opened in the child: up to seconds, so call it outside any transaction."""
    if SIGNED in data[:200] and data.lstrip()[:1] == b"{":
        raise NotRead(A_PACK)
    try:
        found = from_json(data) if is_export(data) else bring(look(name, data), edition)
    except (NotWhole, Unread) as problem:
        raise NotRead(problem.sentence) from None
    if len(found.proposals) > MOST:
        raise NotRead(TOO_MANY)
    return found
