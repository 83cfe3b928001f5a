"""A roster file turned into people and seats, and the difference to what is known; pure.

Empty until the issue that brings it.
"""
