"""A file of people turned into rows, and the difference to what is known turned into a plan; pure.

`lines` reads letters, `read` reads people, `plan` compares, `ops` is what would be written. Nothing here knows a table.
"""
