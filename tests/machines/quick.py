"""A file that answers the same as the product's, each once worked out: a walk asks each of its many files some hundred times. Pure."""

from dataclasses import fields

from askfirst.casework.workflow import File

__all__ = ["Looked", "Quick", "Unread", "quick"]

NAMES = tuple(one.name for one in fields(File))
STATE, TAKEN = NAMES.index("state"), NAMES.index("taken")


class Quick(File):
    """The same answers: `tests/machines/test_quick.py` asks both. Each is worked out once for all files of the same steps taken."""

    __slots__ = ("asked", "known")
    asked: set
    known: dict

    def of(self, *steps):
        known = self._known()
        if steps not in known:
            self.asked.update(steps)
            known[steps] = tuple([taken for taken in self.taken if taken.step in steps])
        return known[steps]

    def last(self, *steps):
        found = self.of(*steps)
        return found[-1] if found else None

    def has(self, step, *, of="", since=0):
        return any(taken.of == of and taken.sequence > since for taken in self.of(step))

    def _known(self):
        try:
            return self.known
        except AttributeError:
            object.__setattr__(self, "known", {})
            return self.known

    def after(self, taken, end):
        """With one step more, and in the state where it ended; "" where that stays."""
        held = [getattr(self, name) for name in NAMES]
        held[STATE], held[TAKEN] = end or self.state, (*self.taken, taken)
        return _quick(held, self.asked)

    def kept(self, name, make):
        """What hangs on nothing but the steps taken and whose it is."""
        known = self._known()
        if name not in known:
            known[name] = make()
        return known[name]

    def in_each(self, states):
        """This file in each of these states, one after another: each is of use until the next is asked for."""
        moved = quick(self, self.asked)
        object.__setattr__(moved, "known", self._known())
        for state in states:
            object.__setattr__(moved, "state", state)
            yield moved


def quick(file, asked=None):
    """The same file, quick to ask; `asked`: which steps were ever asked for, of it and of all that come of it."""
    return _quick([getattr(file, name) for name in NAMES], set() if asked is None else asked)


def _quick(held, asked):
    made = Quick(*held)
    object.__setattr__(made, "asked", asked)
    return made


class Looked(Exception):
    """Something of a case was asked for."""


class Unread:
    """In place of a case: what is answered without a look at it is the same of every case."""

    def __getattr__(self, name):
        raise Looked(name)
