"""Who was shown which edition and when; who still is to be.

Empty until the issue that brings it.
"""
