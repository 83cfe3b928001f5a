"""How long each kind of record is kept, counted from what, and what is due to go.

Empty until the issue that brings it.
"""
