"""What the child is told of the Trust, and how it gets there. Pure."""

import json

from askfirst.checks.draft import Brand, Told

__all__ = ["asked_of", "told_from"]


def asked_of(told: Told) -> bytes:
    """What the child is told: names that are public anyway."""
    told_of = {
        "brands": [[one.term, one.ambiguous] for one in told.brands],
        "phones": sorted(told.published_phones),
        "domains": sorted(told.published_domains),
    }
    return json.dumps(told_of).encode()


def told_from(asked: bytes) -> Told:
    """The same, in the child."""
    given = json.loads(asked)
    brands = tuple(Brand(str(term), bool(ambiguous)) for term, ambiguous in given["brands"])
    return Told(brands=brands, published_phones=frozenset(given["phones"]), published_domains=frozenset(given["domains"]))
