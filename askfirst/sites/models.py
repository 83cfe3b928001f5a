"""Pages of the Trust, personal pages that were declared, and impostors, as rows.

Empty until the issue that brings it.
"""
