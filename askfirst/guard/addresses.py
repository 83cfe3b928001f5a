"""Which web addresses may be fetched at all: public ones, by name and by number, checked again after each redirect.

Empty until the issue that brings it.
"""
