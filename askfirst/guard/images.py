"""Photos opened inside the child: decoded, turned upright, stripped of what they carry, and refused with a sentence when they are not
what they say.

Empty until the issue that brings it.
"""
