"""Who acts when the first person is absent, has left or is in conflict; pure.

Empty until the issue that brings it.
"""
