"""Sealing and unsealing words and files. Only `casework.reading` may unseal, and each unsealing is a line in the trail.

Every case has a key of its own. A box is AES-256-GCM over canonical JSON with a fresh 96-bit nonce, bound to its case and its name; what is
sealed is lengthened to a multiple of 256 bytes, so that a box's length tells little.
"""

import hmac
import json
from collections.abc import Collection, Mapping
from datetime import datetime
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import transaction

from askfirst.vault.keys import NONCE, Damaged, unwrap, wrap
from askfirst.vault.models import CaseKey, Sealed
from askfirst.words import Sentence, say

__all__ = ["Damaged", "Gone", "NotWords", "destroy", "digest", "erase", "new_case", "seal", "unseal", "unseal_each"]

LAYOUT = b"\x01"  # the first byte of a box: how the rest is made
BLOCK = 256
KEY_BYTES = 32


class Gone(LookupError):
    """A case has no key: it never had one, or its words were destroyed."""

    def __init__(self, case: str) -> None:
        self.sentence: Sentence = say("The words of {case} were erased. They cannot be brought back.", case=case)
        super().__init__(str(self.sentence))


class NotWords(ValueError):
    """What was to be sealed is no JSON in UTF-8."""

    def __init__(self) -> None:
        super().__init__(str(say("These words hold something that cannot be kept. Nothing was sealed.")))


def new_case(case: str, *, at: datetime) -> None:
    """Draws a case's key, wrapped by the Trust's. Raises IntegrityError for a case that has one, NoKey."""
    wrapped, wrapped_by = wrap(case, token_bytes(KEY_BYTES))
    CaseKey.objects.create(case=case, wrapped=wrapped, wrapped_by=wrapped_by, made_at=at)


def seal(*, case: str, name: str, words: Mapping[str, object], at: datetime) -> None:
    """Puts words into a new box of a case. Raises IntegrityError for a name that is taken, Gone, NotWords, NoKey, Damaged (the key)."""
    plain = _canonical(words)
    padded = plain.ljust(-(-len(plain) // BLOCK) * BLOCK)  # JSON may end in spaces
    nonce = token_bytes(NONCE)
    box = LAYOUT + nonce + AESGCM(_key(case)).encrypt(nonce, padded, _bound(case, name))
    Sealed.objects.create(case=case, name=name, box=box, made_at=at)


def unseal(*, case: str, names: Collection[str]) -> dict[str, dict[str, object]]:
    """The words in the boxes of these names; an erased one is left out. Raises Gone, Damaged, NoKey."""
    cipher = AESGCM(_key(case))
    boxes = Sealed.objects.filter(case=case, name__in=names).values_list("name", "box")
    return {name: _open(cipher, case, name, bytes(box)) for name, box in boxes}


def unseal_each(wanted: Mapping[str, Collection[str]]) -> dict[str, dict[str, dict[str, object]]]:
    """The same of several cases, each with the names wanted of it; a case whose words were erased is left out. Two queries, however many.

    Raises Damaged, NoKey.
    """
    keys = CaseKey.objects.filter(case__in=wanted).values_list("case", "wrapped", "wrapped_by")
    ciphers = {case: AESGCM(unwrap(case, bytes(wrapped), wrapped_by)) for case, wrapped, wrapped_by in keys}
    found: dict[str, dict[str, dict[str, object]]] = {case: {} for case in ciphers}
    names = {name for some in wanted.values() for name in some}
    for case, name, box in Sealed.objects.filter(case__in=ciphers, name__in=names).values_list("case", "name", "box"):
        if name in wanted[case]:
            found[case][name] = _open(ciphers[case], case, name, bytes(box))
    return found


def erase(*, case: str, name: str) -> bool:
    """Removes one box; False where there was none."""
    return Sealed.objects.filter(case=case, name=name).delete()[0] == 1


def destroy(case: str) -> None:
    """Removes a case's key and all its boxes: what a copy still holds cannot be opened, and the case's digests say nothing any more."""
    with transaction.atomic():
        CaseKey.objects.filter(case=case).delete()
        Sealed.objects.filter(case=case).delete()


def digest(case: str, words: Mapping[str, object]) -> str:
    """What the trail keeps of words: an HMAC-SHA256 under a key drawn from the case's. Raises Gone, NotWords, NoKey, Damaged."""
    under = hmac.digest(_key(case), b"askfirst.vault.digest.1", "sha256")
    return hmac.digest(under, _canonical(words), "sha256").hex()


def _key(case: str) -> bytes:
    row = CaseKey.objects.filter(case=case).first()
    if row is None:
        raise Gone(case)
    return unwrap(case, bytes(row.wrapped), row.wrapped_by)


def _open(cipher: AESGCM, case: str, name: str, box: bytes) -> dict[str, object]:
    try:
        if box[:1] != LAYOUT:
            raise InvalidTag
        plain = cipher.decrypt(box[1 : 1 + NONCE], box[1 + NONCE :], _bound(case, name))
    except (InvalidTag, ValueError):
        raise Damaged(say("A paper of {case} is damaged and does not open. Put it back from a backup.", case=case)) from None
    words: dict[str, object] = json.loads(plain)
    return words


def _bound(case: str, name: str) -> bytes:
    """Case and name, each after its length: a box moved to another of either does not open."""
    return b"askfirst.vault.box.1" + b"".join(len(part).to_bytes(4) + part for part in (case.encode(), name.encode()))


def _canonical(words: Mapping[str, object]) -> bytes:
    try:
        return json.dumps(dict(words), sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    except (TypeError, ValueError):
        raise NotWords from None
