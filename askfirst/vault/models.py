"""Sealed words and files as rows: ciphertext, key reference and digest, never anything in the clear.

Empty until the issue that brings it.
"""
