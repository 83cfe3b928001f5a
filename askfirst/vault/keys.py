"""The Trust's key and the keys of single cases: made, wrapped, rotated, and thrown away so that what they sealed is gone.

The Trust's key lies in `keys/trust.key`, never in the database or a backup. To rotate: move it to `keys/trust-old.key`, put a new
`trust.key`, and call `rotate` until it says 0. Running servers see the new file by themselves. Then the old file may go.
"""

import hashlib
from base64 import b32decode, b32encode
from dataclasses import dataclass, field
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import transaction

from askfirst.trail import keyfile
from askfirst.vault.models import CaseKey
from askfirst.words import Sentence, say

__all__ = ["BadSheet", "Damaged", "TrustKey", "current", "from_printable", "printable", "rotate", "unwrap", "wrap"]

NEW, OLD = "trust.key", "trust-old.key"
NONCE = 12
BOUND = b"askfirst.vault.key.1\0"
CHECK = 4  # letters of the sheet's checksum


class Damaged(RuntimeError):
    """Something sealed does not open: changed, or moved to where it does not belong. `sentence` names no content."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class BadSheet(ValueError):
    """What was typed from the sheet is not the key. `sentence` says what to look at."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class TrustKey:
    """The key that wraps the keys of cases; its id tells which one wrapped what."""

    id: str
    raw: bytes = field(repr=False)


def current() -> TrustKey:
    """The key that wraps from now on. Raises NoKey."""
    return _named(NEW)


def _named(name: str) -> TrustKey:
    raw = keyfile.key(name)
    return TrustKey(hashlib.sha256(raw).hexdigest()[:8], raw)


def _by_id(id: str) -> TrustKey:
    """The new key or, while it is rotated, the old one. Raises NoKey."""
    new = current()
    if new.id == id:
        return new
    try:
        old = _named(OLD)
    except keyfile.NoKey:
        old = new
    if old.id == id:
        return old
    raise keyfile.NoKey(say("The Trust key {id} is missing. Put its file back from the sheet in the safe.", id=id))


def wrap(case: str, raw: bytes) -> tuple[bytes, str]:
    """A case's key under the Trust's, and the id of that. Bound to the case: it opens for no other. Raises NoKey."""
    trust, nonce = current(), token_bytes(NONCE)
    return nonce + AESGCM(trust.raw).encrypt(nonce, raw, BOUND + case.encode()), trust.id


def unwrap(case: str, wrapped: bytes, wrapped_by: str) -> bytes:
    """A case's key. Raises NoKey where the Trust key of that id is gone, Damaged where it does not open."""
    try:
        return AESGCM(_by_id(wrapped_by).raw).decrypt(wrapped[:NONCE], wrapped[NONCE:], BOUND + case.encode())
    except (InvalidTag, ValueError):
        raise Damaged(say("The key of {case} is damaged. Put the database back from a backup.", case=case)) from None


def rotate() -> int:
    """Wraps every case's key under the current Trust key, all or none; how many were under another. Raises NoKey, Damaged."""
    with transaction.atomic():
        now = current().id
        turned = 0
        for case in CaseKey.objects.exclude(wrapped_by=now).order_by("case").values_list("case", flat=True):
            row = CaseKey.objects.select_for_update().get(case=case)
            row.wrapped, row.wrapped_by = wrap(case, unwrap(case, bytes(row.wrapped), row.wrapped_by))
            row.save(update_fields=["wrapped", "wrapped_by"])
            turned += 1
        return turned


def printable() -> str:
    """The Trust's key for the sheet in the safe: letters and digits in groups of four, the last group a checksum. Raises NoKey."""
    letters = _letters(current().raw)
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def from_printable(typed: str) -> bytes:
    """The key from the sheet, typed with or without spaces and capitals. Raises BadSheet."""
    letters = "".join(typed.upper().split()).replace("-", "").replace("0", "O").replace("1", "I").replace("8", "B")
    try:
        raw = b32decode(letters[:-CHECK] + "=" * (-len(letters[:-CHECK]) % 8))
    except ValueError:
        raw = b""
    if len(raw) != keyfile.LENGTH:
        raise BadSheet(say("This is not the whole key: a sheet has 14 groups of four. Type each group again."))
    if _letters(raw) != letters:
        raise BadSheet(say("A letter is wrong: the check at the end does not fit. Compare each group with the sheet."))
    return raw


def _letters(raw: bytes) -> str:
    check = b32encode(hashlib.sha256(b"askfirst.vault.sheet.1\0" + raw).digest()).decode()[:CHECK]
    return b32encode(raw).decode().rstrip("=") + check
