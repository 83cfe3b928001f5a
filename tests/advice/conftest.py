"""The cast, for what depends on who is signed in."""

from tests.cast import cast

__all__ = ["cast"]
