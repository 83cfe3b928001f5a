"""Archives of posts opened inside the child, entry by entry, never unpacked to disk.

Empty until the issue that brings it.
"""
