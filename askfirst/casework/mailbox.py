"""What waits for a person today.

Empty until the issue that brings it.
"""
