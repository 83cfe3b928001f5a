"""Numbers about cases, with small numbers kept back so that nobody can be picked out.

Empty until the issue that brings it.
"""
