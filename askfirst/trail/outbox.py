"""Notices waiting to be sent, written in the transaction of the change they tell of.

Empty until the issue that brings it.
"""
