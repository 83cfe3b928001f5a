"""The secret with which this server signs the packs it gives out; drawn from the trail's key, so that there is no file more to keep."""

import hmac

from askfirst.trail import keyfile

__all__ = ["signing_seed"]


def signing_seed() -> bytes:
    """32 bytes, the same as long as the key is. Raises NoKey."""
    return hmac.digest(keyfile.key("trail.key"), b"askfirst.procedure.pack.1", "sha256")
