"""Records that must stay for now, who said so, why, and until when.

Empty until the issue that brings it.
"""
