"""Is a name of the Trust or a school in an address? Pure. HYB-3 is asked about, never found: a name may be a place (A41)."""

import re

from askfirst.procedure.trust import BrandWord, Trust

__all__ = ["brand_in"]

LEAST = 5  # letters of a name that can be told from other letters in an address
NOT_LETTERS = re.compile(r"[^a-z0-9]+", re.ASCII)


def _bare(text: str) -> str:
    return NOT_LETTERS.sub("", text.lower())


def brand_in(address: str, trust: Trust) -> BrandWord | None:
    """The first brand word whose letters stand in the address in a row, the longest first. Linear in the address, for each brand."""
    bare = _bare(address)
    brands = sorted(trust.brands, key=lambda brand: -len(brand.term))
    return next((brand for brand in brands if len(_bare(brand.term)) >= LEAST and _bare(brand.term) in bare), None)
