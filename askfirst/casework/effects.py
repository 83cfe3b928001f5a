"""What a step changes outside its case, one row each.

Empty until the issue that brings it.
"""
