"""People, seats and delegations as rows, each with the dates between which it holds.

Empty until the issue that brings it.
"""
