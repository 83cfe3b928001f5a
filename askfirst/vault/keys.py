"""The Trust's key and the keys of single cases: made, wrapped, rotated, and thrown away so that what they sealed is gone.

Empty until the issue that brings it.
"""
