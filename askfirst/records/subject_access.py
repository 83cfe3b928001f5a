"""Everything AskFirst holds about one person, gathered for that person.

Empty until the issue that brings it.
"""
