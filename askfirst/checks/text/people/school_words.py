"""The Trust's and schools' names as patterns over folded text, from what a check was told."""

import re
from functools import lru_cache

from askfirst.checks.draft import Brand
from askfirst.checks.text.words.fold import fold

__all__ = ["SCHOOLISH", "brand_pattern", "squashed_brands"]

# Names of schools and other ways to say "my employer", in the languages heard most.
SCHOOLISH = (
    r"(?:my (?:\w+ )?(?:employer'?s?|school'?s?|academy'?s?|work|workplace|place of work|job|bosses?|boss|trust|head)|the (?:\w+"
    r" )?(?:schools?|trust|academy|employer)|(?:any|our|its) (?:schools?|employer|trust)"
    r"|(?:school|trust|academy|employer|work)'s|where i work|who(?:ever)? (?:i work for|employs me|pays me)|fy (?:ysgol|nghyflogwr)|yr"
    r" ysgol|ymddiriedolaeth"
    r"|szkoly|szkola|pracodawcy|mon ecole|l'ecole|mon employeur|mi (?:escuela|colegio|empleador)|la escuela|el colegio|meiner schule|der"
    r" schule|meines arbeitgebers"
    r"|minha escola|meu empregador|la mia scuola|della scuola|mo scoile?|na scoile|the schuil|ma schuil|school ki|school ke|iskuulka)"
)
# A brand followed by one of these is some other place.
ELSEWHERE = (
    r"(?!\s(?:street|st|road|rd|lane|avenue|close|library|tesco|sainsbury'?s|co-?op|aldi|station|surgery|dental|hospital|market|park"
    r"|shopping|leisure|united|fc|town|rovers|theatre"
    r"|cinema|estate|bell|repair|caf[e]|bus|church|chapel|arms|inn|golf|cricket club|rugby club|running club|choral|w\.?i\.?|allotments?"
    r"|skate|museum|council|ward|hall)(?!\w))"
)


@lru_cache(maxsize=64)
def brand_pattern(brands: tuple[Brand, ...]) -> str:
    """Any brand, longest first, as a pattern; one that matches nothing where no brand was told. Initials ask for a capital elsewhere."""
    terms = sorted({fold(brand.term).text for brand in brands}, key=len, reverse=True)
    if not terms:
        return r"(?!x)x"
    return (
        r"(?:(?<!\w)(?:"
        + "|".join(re.escape(term).replace("'", "'?") for term in terms)
        + r")(?!\w)(?:\s(?:primary|school|academy|trust))?"
        + ELSEWHERE
        + r")"
    )


@lru_cache(maxsize=64)
def squashed_brands(brands: tuple[Brand, ...]) -> tuple[str, ...]:
    """Brands as they stand in handles and addresses: letters only, six or more, "school" and the like left off too."""
    found = set()
    for brand in brands:
        whole = "".join(c for c in fold(brand.term).text if c.isalnum())
        found |= {whole, re.sub(r"(?:primary|school|academy)$", "", whole)}
    return tuple(sorted(one for one in found if len(one) >= 6 and one != "ridgeway"))
