"""An app for sign-in codes on a phone, written from RFC 6238 and nothing of ours."""

import base64
import hashlib
import hmac

__all__ = ["shows"]


def shows(key, at):
    """The six figures for a key as it stands on the page, at a moment."""
    secret = base64.b32decode(key.replace(" ", ""))
    digest = hmac.new(secret, (int(at.timestamp()) // 30).to_bytes(8, "big"), hashlib.sha1).digest()
    start = digest[-1] & 15
    return "%06d" % ((int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF) % 1_000_000)
