"""A page with its style sheets beside it, read in the child. Only `inside` runs it, by name."""

from askfirst.guard.saved.decode import read_dressed as read

__all__ = ["read"]
