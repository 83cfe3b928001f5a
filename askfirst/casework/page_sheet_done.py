"""What a file of official pages did, or would do, and why one was not applied: as values, and as API and command line give it. Pure."""

import hashlib
import json
from dataclasses import dataclass

from askfirst.people.roster.read import Place
from askfirst.words import Sentence, say

__all__ = ["BadSheet", "Begun", "Change", "Done", "Moved", "looked_json"]


class BadSheet(ValueError):
    """Why a file was not applied: every place in it that is wrong. Nothing has changed."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        self.places = places
        super().__init__(str(len(places)))

    @property
    def sentence(self) -> Sentence:
        count = len(self.places)
        if count == 1:
            return say("One place in the file is wrong, so nothing was changed. Mend it, then send the file again.")
        return say("{count} places in the file are wrong, so nothing was changed. Mend them, then send the file again.", count=count)


class Moved(RuntimeError):
    """What the file would do is no more what was shown; nothing has changed. `sentence` is for the person."""

    def __init__(self) -> None:
        self.sentence = say("This file would do something else by now: a page was changed meanwhile. Look again at what it would do.")
        super().__init__(str(self.sentence))


@dataclass(frozen=True, slots=True)
class Change:
    """A name or an address of a page that becomes another."""

    ref: str
    column: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Begun:
    """A page that is begun for whoever keeps it, as its line says."""

    ref: str
    name: str
    address: str
    owner: str


@dataclass(frozen=True, slots=True)
class Done:
    """What a file did, or would do: in the order of its lines. `file`: a digest of it."""

    changes: tuple[Change, ...] = ()
    begun: tuple[Begun, ...] = ()
    file: str = ""

    @property
    def changed(self) -> tuple[str, ...]:
        """The references that changed, each once."""
        return tuple(dict.fromkeys(one.ref for one in self.changes))

    @property
    def digest(self) -> str:
        """Of exactly this: whoever has it done sends it back."""
        each = [[one.ref, one.column, one.was, one.now] for one in self.changes]
        new = [[one.name, one.address, one.owner] for one in self.begun]
        return hashlib.sha256(json.dumps([self.file, each, new]).encode()).hexdigest()


def looked_json(done: Done) -> dict[str, object]:
    """What a file would do, with the digest that has it done."""
    return {
        "changes": [{"reference": one.ref, "column": one.column, "was": one.was, "now": one.now} for one in done.changes],
        "begun": [{"name": one.name, "address": one.address, "owner": one.owner} for one in done.begun],
        "digest": done.digest,
    }
