"""An edition is drafted, consulted on, approved and comes into force; one edition holds on any day.

Empty until the issue that brings it.
"""
