"""The only lists of cases: `page`, `count` and `find`, each for one person at one time.

Empty until the issue that brings it.
"""
