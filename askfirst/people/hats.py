"""Which hats a person wears on a day, worked out from dated seats; pure.

Empty until the issue that brings it.
"""
