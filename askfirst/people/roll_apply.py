"""The rows of a plan, written: only what differs, and only where what stood there still stands. Inside the caller's transaction."""

import secrets
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import IntegrityError, models
from django.db.models import ProtectedError

from askfirst.people.models import HeldContact, Holding, Person, Post, RollId
from askfirst.people.refs import new_ref
from askfirst.people.roster.ops import CONTACT, HOLDING, PERSON, POST, ROLL, Op
from askfirst.words import Sentence, say

__all__ = ["Moved", "write"]

TABLES: Mapping[str, type[models.Model]] = {PERSON: Person, ROLL: RollId, POST: Post, HOLDING: Holding, CONTACT: HeldContact}
TO_PEOPLE = frozenset({"person", "line_manager", "student"})
TO_OTHERS = TO_PEOPLE | {"school"}
BATCH = 500
ONE_DAY = timedelta(days=1)


class Moved(RuntimeError):
    """Something is not as it was when the plan was made, so nothing was written. `sentence` is for the person."""

    def __init__(self) -> None:
        self.sentence: Sentence = say("Somebody changed the roll meanwhile, so nothing was written. Look at the plan again.")
        super().__init__(str(self.sentence))


def write(ops: Collection[Op], *, at: datetime, on: date) -> list[Op]:
    """Writes them and gives them back with the keys of the rows that were made. Raises Moved: then the transaction must end.

    People first, for the others name them; rows that end before rows that begin, for nobody has two main posts.
    """
    try:
        return _Writing(at, on).write(ops)
    except IntegrityError:
        raise Moved from None


class _Writing:
    def __init__(self, at: datetime, on: date) -> None:
        self.at, self.on = at, on
        self.refs: dict[str, str] = {}

    def write(self, ops: Collection[Op]) -> list[Op]:
        made = [op for op in ops if op.before is None]
        removed = [op for op in ops if op.after is None]
        changed = sorted((op for op in ops if op.before is not None and op.after is not None), key=_begins)
        done = self._people(op for op in made if op.table == PERSON)
        for table in (CONTACT, HOLDING, POST, ROLL):
            done += [self._remove(op) for op in removed if op.table == table]
        done += [self._change(op) for op in changed]
        for table in (ROLL, POST, HOLDING, CONTACT):
            done += self._make(table, [op for op in made if op.table == table])
        return done + self._forget([op for op in removed if op.table == PERSON])

    def _ref(self, key: str | None) -> str | None:
        """Somebody's reference; that of somebody new is drawn when first asked for."""
        if not key:
            return None
        return self.refs.setdefault(key, new_ref()) if key.startswith("+") else key

    def _columns(self, table: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The fields as the table's columns; people who are new by their references."""
        named = {name: self._ref(value) if name in TO_PEOPLE else value for name, value in fields.items()}
        return {"%s_id" % name if name in TO_OTHERS else name: value for name, value in named.items()}

    def _with_refs(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        return {name: self._ref(value) if name in TO_PEOPLE else value for name, value in fields.items()}

    def _people(self, ops: Iterable[Op]) -> list[Op]:
        found = [Op(PERSON, self._ref(op.key) or "", None, op.after) for op in ops]
        rows = (Person(ref=op.key, password=_no_password(), **self._columns(PERSON, op.after or {})) for op in found)
        Person.objects.bulk_create(rows, batch_size=BATCH)
        return found

    def _make(self, table: str, ops: list[Op]) -> list[Op]:
        model = TABLES[table]
        extra: dict[str, Any] = {"held_at": self.at} if table == CONTACT else {}
        rows = [model(**({"id": op.key} if table == ROLL else {}), **self._columns(table, op.after or {}), **extra) for op in ops]
        made = model._default_manager.bulk_create(rows, batch_size=BATCH)
        return [Op(table, str(row.pk), None, self._with_refs(op.after or {})) for op, row in zip(ops, made, strict=True)]

    def _change(self, op: Op) -> Op:
        """The old values stand in the question: where they do not hold any more, no row answers."""
        rows = TABLES[op.table]._default_manager.filter(pk=self._ref(op.key), **self._columns(op.table, op.before or {}))
        if rows.update(**self._columns(op.table, op.after or {})) != 1:
            raise Moved
        return Op(op.table, op.key, self._with_refs(op.before or {}), self._with_refs(op.after or {}))

    def _remove(self, op: Op) -> Op:
        rows = TABLES[op.table]._default_manager.filter(pk=op.key, **self._columns(op.table, op.before or {}))
        if op.table == CONTACT:
            rows = rows.filter(pk__in=HeldContact.objects.filter(decision="").values("pk"))
        gone, _ = rows.delete()
        if gone != 1 and op.table != CONTACT:  # a contact that was decided meanwhile stays decided
            raise Moved
        return op

    def _forget(self, ops: list[Op]) -> list[Op]:
        """People who should not have come. Whoever something is tied to by now stays as somebody who has left."""
        _in_batches([op.key for op in ops], self._forget_some)
        return ops

    def _forget_some(self, refs: list[str]) -> None:
        try:
            Person.objects.filter(pk__in=refs).delete()
        except ProtectedError:
            if len(refs) > 1:
                for ref in refs:
                    self._forget_some([ref])
            else:
                Person.objects.filter(pk__in=refs).update(is_active=False, left_on=self.on - ONE_DAY)


def _no_password() -> str:
    """As `make_password(None)` gives, drawn in one go: nobody signs in by it."""
    return UNUSABLE_PASSWORD_PREFIX + secrets.token_hex(20)


def _in_batches(refs: list[str], act: Callable[[list[str]], None]) -> None:
    for start in range(0, len(refs), BATCH):
        act(refs[start : start + BATCH])


def _begins(op: Op) -> bool:
    """Whether the change makes a post a main one without an end: those come last."""
    after = op.after or {}
    return bool(after.get("main")) or ("ends" in after and after["ends"] is None)
