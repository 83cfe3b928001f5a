"""How large, how deep, how long: the figures each kind of upload is held to, in bytes, pixels, pages and seconds, in one table that the
refusals quote.

Empty until the issue that brings it.
"""
