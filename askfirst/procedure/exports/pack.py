"""An edition as a signed pack of JSON, and the pack read again: equal, or refused with a reason. Pure.

The signature is Ed25519 over canonical JSON. The pack carries the public key, so it shows that nothing was altered since; whose key it is,
a reader compares with the one the Trust's own server gives.
"""

import base64
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from askfirst.procedure.clause import Addition, Addressee, Clause, Edition, Mention, Reading, Sort, Strength
from askfirst.words import Sentence, say

__all__ = ["NotAPack", "edition_of", "key_of", "signed_pack"]

FORMAT = "askfirst-edition-1"
LARGEST = 5_000_000  # bytes


class NotAPack(ValueError):
    """Bytes that are no whole pack; one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def _canonical(held: Mapping[str, Any]) -> bytes:
    return json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _data(edition: Edition) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "trust": edition.trust,
        "edition": edition.edition,
        "title": edition.title,
        "approved_by": edition.approved_by,
        "approved_on": edition.approved_on.isoformat(),
        "review_due": edition.review_due.isoformat(),
        "sections": [list(section) for section in edition.sections],
        "clauses": [
            {
                "id": one.id,
                "section": one.section,
                "for": one.addressee.value,
                "strength": one.strength.value,
                "plain": one.plain,
                "student": one.plain_student,
                "exact": one.exact,
                "mentions": [[mention.sort.value, mention.name] for mention in one.mentions],
            }
            for one in edition.clauses
        ],
        "readings": [[one.id, list(one.clauses), one.problem, one.reading, one.status, one.reading_student] for one in edition.readings],
        "additions": [[one.school, one.name, one.clause, one.plain, one.student] for one in edition.additions],
    }


def signed_pack(edition: Edition, *, seed: bytes) -> bytes:
    """The pack, as UTF-8. `seed`: 32 secret bytes. The same bytes for the same edition and seed."""
    secret = Ed25519PrivateKey.from_private_bytes(seed)
    data = _data(edition)
    public = secret.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    signature = base64.b64encode(secret.sign(_canonical(data))).decode()
    return json.dumps({"pack": data, "key": public.hex(), "signature": signature}, ensure_ascii=False, indent=1).encode() + b"\n"


def key_of(raw: bytes) -> str:
    """The public key a pack carries, in hexadecimal. Raises NotAPack."""
    return str(_held(raw)["key"])


def _held(raw: bytes) -> dict[str, Any]:
    if len(raw) > LARGEST:
        raise NotAPack(say("That is too large for a pack of an edition."))
    try:
        held = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NotAPack(say("This is no whole JSON. Fetch the pack again.")) from None
    if not isinstance(held, dict) or not isinstance(held.get("pack"), dict) or held["pack"].get("format") != FORMAT:
        raise NotAPack(say("This is no pack of an edition."))
    return held


def edition_of(raw: bytes) -> Edition:
    """The edition in a pack, its signature checked. Raises NotAPack: altered, cut, or no pack at all."""
    held = _held(raw)
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(str(held["key"])))
        public.verify(base64.b64decode(str(held["signature"]), validate=True), _canonical(held["pack"]))
    except (KeyError, ValueError, InvalidSignature):
        raise NotAPack(say("This pack was altered since it was signed. Fetch it again.")) from None
    try:
        return _edition(held["pack"])
    except (KeyError, TypeError, ValueError):
        raise NotAPack(say("This pack is not whole. Fetch it again.")) from None


def _edition(pack: dict[str, Any]) -> Edition:
    return Edition(
        trust=str(pack["trust"]),
        edition=str(pack["edition"]),
        title=str(pack["title"]),
        approved_by=str(pack["approved_by"]),
        approved_on=date.fromisoformat(pack["approved_on"]),
        review_due=date.fromisoformat(pack["review_due"]),
        sections=tuple((str(prefix), str(heading)) for prefix, heading in pack["sections"]),
        clauses=tuple(
            Clause(
                id=str(one["id"]),
                section=str(one["section"]),
                addressee=Addressee(one["for"]),
                strength=Strength(one["strength"]),
                plain=str(one["plain"]),
                plain_student=None if one["student"] is None else str(one["student"]),
                mentions=tuple(Mention(Sort(sort), str(name)) for sort, name in one["mentions"]),
                exact=str(one["exact"]),
            )
            for one in pack["clauses"]
        ),
        readings=tuple(
            Reading(id, tuple(clauses), problem, reading, status, student)
            for id, clauses, problem, reading, status, student in pack["readings"]
        ),
        additions=tuple(Addition(*map(str, one)) for one in pack.get("additions", [])),  # packs of before had none
    )
