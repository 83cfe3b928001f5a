"""Editions of the procedure, and who was shown which, as rows.

Empty until the issue that brings it.
"""
