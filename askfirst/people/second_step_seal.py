"""Secrets of second steps are sealed before django-allauth keeps them: whoever reads the database reads no secret.

The key lies in `keys/second-step.key`. To change it: move it to `keys/second-step-old.key` and put a new one; what the old one sealed still
opens. Without either, everybody sets their second step up again, and nothing else is lost.
"""

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from secrets import token_bytes

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.contrib.auth.base_user import AbstractBaseUser

from askfirst.trail import keyfile
from askfirst.words import Sentence, say

__all__ = ["Sealed", "Unreadable"]

NEW, OLD = "second-step.key", "second-step-old.key"
NONCE = 12
BOUND = b"askfirst.people.second_step.1"


class Unreadable(RuntimeError):
    """A second step that no key of ours opens. `sentence` is for the person."""

    def __init__(self) -> None:
        self.sentence: Sentence = say("We cannot check your code: our key for it is gone. Ask IT to reset your second step.")
        super().__init__(str(self.sentence))


class Sealed(DefaultMFAAdapter):  # type: ignore[misc]
    """What django-allauth asks us: how a secret is kept, and what an app shows beside its codes."""

    def encrypt(self, text: str) -> str:
        """Raises NoKey."""
        key, nonce = keyfile.key(NEW), token_bytes(NONCE)
        sealed = AESGCM(key).encrypt(nonce, text.encode(), BOUND)
        return ".".join((_id(key), urlsafe_b64encode(nonce + sealed).decode()))

    def decrypt(self, encrypted_text: str) -> str:
        """Raises Unreadable."""
        name, _, sealed = encrypted_text.partition(".")
        for file in (NEW, OLD):
            try:
                key = keyfile.key(file)
            except keyfile.NoKey:
                continue
            if _id(key) == name:
                return _opened(key, sealed)
        raise Unreadable

    def get_totp_issuer(self) -> str:
        return "AskFirst"

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        return user.get_username()


def _id(key: bytes) -> str:
    return hashlib.sha256(BOUND + key).hexdigest()[:8]


def _opened(key: bytes, sealed: str) -> str:
    try:
        raw = urlsafe_b64decode(sealed)
        return AESGCM(key).decrypt(raw[:NONCE], raw[NONCE:], BOUND).decode()
    except (InvalidTag, ValueError):
        raise Unreadable from None
