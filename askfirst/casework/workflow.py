"""The shape of a workflow: steps, who may take them, what they need, their clause and who sees what, as one table; pure.

Empty until the issue that brings it.
"""
