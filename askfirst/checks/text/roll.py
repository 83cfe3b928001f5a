"""The caller's own roll of names, loaded to be looked for in a text."""


class Roll:
    """Names to look for. An empty place until the names check fills it."""
