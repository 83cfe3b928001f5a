"""What the child is told of the Trust, and how it gets there. Pure."""

import json
from collections.abc import Sequence

from askfirst.checks.draft import Brand, Told

__all__ = ["asked_of", "sizes_from", "told_from"]


def asked_of(told: Told, sizes: Sequence[int] = ()) -> bytes:
    """What the child is told: names that are public anyway, and the bytes of each archive where several lie one behind the other."""
    told_of = {
        "brands": [[one.term, one.ambiguous] for one in told.brands],
        "phones": sorted(told.published_phones),
        "domains": sorted(told.published_domains),
        "sizes": list(sizes),
    }
    return json.dumps(told_of).encode()


def told_from(asked: bytes) -> Told:
    """The same, in the child."""
    given = json.loads(asked)
    brands = tuple(Brand(str(term), bool(ambiguous)) for term, ambiguous in given["brands"])
    return Told(brands=brands, published_phones=frozenset(given["phones"]), published_domains=frozenset(given["domains"]))


def sizes_from(asked: bytes) -> list[int]:
    """The bytes of each archive; none where there is one alone."""
    return [int(one) for one in json.loads(asked).get("sizes", ())]
