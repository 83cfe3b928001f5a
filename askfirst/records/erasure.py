"""Erasing as a function: everything about a person or a case, gone on purpose and never by cascade.

Empty until the issue that brings it.
"""
