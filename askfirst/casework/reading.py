"""The only way to read a case's words: each reading is a line in the trail, and without the line no words are shown.

Empty until the issue that brings it.
"""
