"""Is this page ours? The public look-up and the few changes the register knows.

Empty until the issue that brings it.
"""
