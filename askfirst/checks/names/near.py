"""Whether letters stand in a row with at most one lost, added, changed or turned with the next. Pure; by exact parts, never all pairs."""

from collections.abc import Iterator

__all__ = ["near_places"]


def _one_slip(wanted: str, there: str) -> Iterator[int]:
    """Each number of letters that `there` may begin with to be `wanted` but for at most one slip."""
    at = next((k for k, (one, other) in enumerate(zip(wanted, there, strict=False)) if one != other), min(len(wanted), len(there)))
    rest = wanted[at:]
    if not rest:
        yield at
        yield at + 1  # one added behind it
        return
    for lost, more in ((1, 1), (1, 0), (0, 1)):  # changed, lost, added
        if there.startswith(rest[lost:], at + more):
            yield at + more + len(rest) - lost
    if len(rest) > 1 and there[at : at + 2] == rest[1::-1] and there.startswith(rest[2:], at + 2):
        yield at + len(rest)


def near_places(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch of `text` that is `wanted` but for at most one slip, which leaves one half of it as it is.

    Linear in the text for each part met.
    """
    half = len(wanted) // 2
    left, right = wanted[:half], wanted[half:]
    at = text.find(left)
    while at >= 0:
        for took in _one_slip(right, text[at + half : at + half + len(right) + 1]):
            yield at, at + half + took
        at = text.find(left, at + 1)
    for cut in (half, half + 1):  # two letters that were turned may stand on both sides of the middle
        right = wanted[cut:]
        at = text.find(right)
        while at >= 0:
            for took in _one_slip(wanted[:cut][::-1], text[max(0, at - cut - 1) : at][::-1]):
                yield at - took, at + len(right)
            at = text.find(right, at + 1)
