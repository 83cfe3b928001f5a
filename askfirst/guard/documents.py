"""Documents opened inside the child: their text comes out, nothing in them runs.

Empty until the issue that brings it.
"""
