"""School days, holidays and the lengths counted in them; pure.

Empty until the issue that brings it.
"""
