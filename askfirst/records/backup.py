"""Backups that hold no key, restored and looked at before they are counted as backups.

Empty until the issue that brings it.
"""
