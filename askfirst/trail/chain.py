"""Each line of the trail holds the digest of the one before it, so that a line taken out or changed shows.

Empty until the issue that brings it.
"""
