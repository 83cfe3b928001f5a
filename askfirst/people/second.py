"""A second look: steps that need two different people, and who may be the second.

Empty until the issue that brings it.
"""
