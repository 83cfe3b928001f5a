"""One file inside an archive that cannot be read to its end: the others are read all the same. Pure."""

__all__ = ["Broken"]


class Broken(ValueError):
    """It is cut short, is not as its header says, or is not in the form that its name promises. What was read before it counts."""
