"""What would be written: one row made, changed or removed at a time, each with what stood there before, so that it can be undone; pure.

People who are not there yet are called "+ID", by the id of their line, until they are written. So one file against one state of the
tables gives one plan, and one digest.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

__all__ = ["CONTACT", "HOLDING", "PERSON", "POST", "ROLL", "Op", "digest", "from_json", "inverse", "to_json"]

PERSON, ROLL, POST, HOLDING, CONTACT = "person", "roll", "post", "holding", "contact"
DAYS = frozenset({"born", "left_on", "starts", "ends"})
SHARES = frozenset({"fte"})


@dataclass(frozen=True, slots=True)
class Op:
    """`key` is a person's reference or "+ID", an id of the roll, or a row's number ("" until it is made).

    No `before`: the row is made. No `after`: it is removed. Both: these fields change, and nothing is written where they are not as before.
    """

    table: str
    key: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


def inverse(done: Iterable[Op]) -> tuple[Op, ...]:
    """What undoes these, the last first."""
    return tuple(Op(op.table, op.key, op.after, op.before) for op in reversed(tuple(done)))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, Decimal) else value


def to_json(ops: Iterable[Op]) -> list[list[Any]]:
    """As JSON can hold them."""

    def side(fields: Mapping[str, Any] | None) -> dict[str, Any] | None:
        return None if fields is None else {name: _plain(value) for name, value in fields.items()}

    return [[op.table, op.key, side(op.before), side(op.after)] for op in ops]


def from_json(held: Iterable[list[Any]]) -> tuple[Op, ...]:
    """What `to_json` gave."""

    def value(name: str, held: Any) -> Any:
        if held is None:
            return None
        return date.fromisoformat(held) if name in DAYS else Decimal(held) if name in SHARES else held

    def side(fields: Mapping[str, Any] | None) -> dict[str, Any] | None:
        return None if fields is None else {name: value(name, one) for name, one in fields.items()}

    return tuple(Op(table, key, side(before), side(after)) for table, key, before, after in held)


def digest(ops: Iterable[Op]) -> str:
    """One plan has one digest; any other plan has another."""
    return hashlib.sha256(json.dumps(to_json(ops), sort_keys=True, ensure_ascii=True).encode()).hexdigest()
