"""A form sent twice changes something once: digests of the keys seen in the last day.

Empty until the issue that brings it.
"""
