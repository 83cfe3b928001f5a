"""The cast stands in every folder of stories about people."""

from tests.cast import cast

__all__ = ["cast"]
