"""The only way to change a case: `open_case` and `take` check, change, record and queue notices in one transaction.

Empty until the issue that brings it.
"""
