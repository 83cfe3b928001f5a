"""Cases, the steps taken in them and the rows that say who may see what.

Empty until the issue that brings it.
"""
