"""What is kept, where and why, as data; the document about it is generated from here.

Empty until the issue that brings it.
"""
