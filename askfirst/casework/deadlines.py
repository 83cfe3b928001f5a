"""What is due, who is reminded and who is told next, worked out from the table and the calendar.

Empty until the issue that brings it.
"""
