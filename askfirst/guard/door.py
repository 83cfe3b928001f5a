"""The one door out: every web address AskFirst fetches goes through here, after its owner has said it is theirs.

Empty until the issue that brings it.
"""
