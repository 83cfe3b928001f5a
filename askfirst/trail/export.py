"""The whole trail as lines of JSON, references and digests only, so that it can be kept outside and looked through there.

One line a record, in its chain's order; after each chain its head; a last line that counts and seals all before it. Lines are numbered.
Whoever has the trail's key can say which line is the first that is not as it was written. Whoever has not still reads from it who did what,
and when: keep it as carefully as the database.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction

from askfirst.trail.chain import COLUMNS, KEY, START, TrailBroken, coded_mac, event_mac, events, export_mac, head_mac, heads, same, verify
from askfirst.trail.keyfile import key
from askfirst.trail.models import Coded
from askfirst.words import Sentence, say

__all__ = ["LONGEST_LINE", "BadLine", "export", "verify_export"]

LONGEST_LINE = 10_000  # bytes; a record has a tenth of it
RECORD = ("line", "chain", "sequence", "at", *COLUMNS, "previous", "mac")
CODED = (*RECORD, "coded")  # codes stand for people in it: see `trail.coded`
END_OF_CHAIN = ("line", "head", "sequence", "mac")
END = ("line", "end", "mac")


@dataclass(frozen=True, slots=True)
class BadLine:
    """The first line that is not as it was written, and the record that should stand there where that is known ("" and 0 where not)."""

    line: int
    chain: str
    sequence: int
    why: Sentence


def _written(held: Mapping[str, object]) -> bytes:
    return json.dumps(held, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def export() -> Iterator[bytes]:
    """Every line, in order. Raises TrailBroken, before the first, where a chain is not whole, and NoKey."""
    with transaction.atomic():
        if broken := verify():
            raise TrailBroken(broken[0])
        digest, number = hashlib.sha256(), 0
        for number, held in enumerate(_held(), start=1):
            line = _written({"line": number, **held})
            digest.update(line)
            yield line
        yield _written({"line": number + 1, "end": number, "mac": export_mac(key(KEY), number, digest.hexdigest())})


def _held() -> Iterator[dict[str, object]]:
    for chain, sequence, mac in sorted(heads()):
        coded = dict(Coded.objects.filter(chain=chain).values_list("sequence", "mac"))
        for event in events(chain):
            yield {
                "chain": chain,
                "sequence": event.sequence,
                "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
                **{name: getattr(event, name) for name in (*COLUMNS, "previous", "mac")},
                **({"coded": coded[event.sequence]} if event.sequence in coded else {}),
            }
        yield {"head": chain, "sequence": sequence, "mac": mac}


@dataclass(slots=True)
class _Walk:
    """Where one is: the lines seen, and the chain that is open."""

    secret: bytes
    line: int = 0
    chain: str = ""
    last: int = 0
    mac: str = START
    done: str = ""  # the chain before: chains come in order, each once
    ended: bool = False

    def bad(self, chain: str = "", sequence: int = 0) -> BadLine:
        if chain:
            why = say("Line {line} is not as it was written: record {number} of {chain}.", line=self.line, number=sequence, chain=chain)
        else:
            why = say("Line {line} is not as it was written.", line=self.line)
        return BadLine(self.line, chain, sequence, why)

    def record(self, held: Mapping[str, object]) -> bool:
        chain, values = str(held["chain"]), [held[name] for name in COLUMNS]
        if not self.chain and self.done < chain:
            self.chain, self.last, self.mac = chain, 0, START
        if chain != self.chain or held["sequence"] != self.last + 1 or held["previous"] != self.mac:
            return False
        try:
            at = datetime.fromisoformat(str(held["at"]))
        except ValueError:
            return False
        if at.tzinfo is None or not all(isinstance(value, str) for value in values):
            return False
        self.last += 1
        before, self.mac, told = self.mac, str(held["mac"]), [str(value) for value in values]
        if "coded" in held:
            whole = same(held["coded"], coded_mac(self.secret, chain, self.last, at, *told, before, self.mac))
        else:
            whole = same(self.mac, event_mac(self.secret, chain, self.last, at, *told, before))
        return whole and at.isoformat(timespec="microseconds") == held["at"]

    def head(self, held: Mapping[str, object]) -> bool:
        chain, sequence = self.chain, self.last
        self.chain, self.done = "", chain
        return (
            bool(chain)
            and (held["head"], held["sequence"]) == (chain, sequence)
            and same(held["mac"], head_mac(self.secret, chain, sequence, self.mac))
        )

    def end(self, held: Mapping[str, object], digest: str) -> bool:
        self.ended = True
        return not self.chain and held["end"] == self.line - 1 and same(held["mac"], export_mac(self.secret, self.line - 1, digest))


def verify_export(lines: Iterable[bytes]) -> BadLine | None:
    """The first bad line of an export, or None where it is whole. Linear; one line in memory. Raises NoKey."""
    walk, digest = _Walk(key(KEY)), hashlib.sha256()
    for line in lines:
        walk.line += 1
        held = _read(line)
        due, number = walk.chain, walk.last + 1
        if walk.ended or held is None or held["line"] != walk.line or not _stands(walk, held, digest.hexdigest()):
            known = due or (str(held["chain"]) if held and "chain" in held else "")
            return walk.bad(known, number if due else int(bool(known)))
        digest.update(line)
    if walk.ended:
        return None
    walk.line += 1
    return walk.bad(walk.chain, walk.last + 1 if walk.chain else 0)


def _stands(walk: _Walk, held: Mapping[str, object], digest: str) -> bool:
    names = tuple(held)
    if names in (RECORD, CODED):
        return walk.record(held)
    if names == END_OF_CHAIN:
        return walk.head(held)
    return walk.end(held, digest)


def _read(line: bytes) -> Mapping[str, object] | None:
    """The line as data, only if we would have written it so, byte for byte."""
    if len(line) > LONGEST_LINE:
        return None
    try:
        held = json.loads(line)
        known = isinstance(held, dict) and tuple(held) in (RECORD, CODED, END_OF_CHAIN, END) and _written(held) == line
    except (ValueError, RecursionError):
        return None
    return held if known else None
