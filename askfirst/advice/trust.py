"""What a check may be told about the Trust, from its pack: names, brand words, published contacts. Pure; no database."""

from collections.abc import Iterable

from askfirst.checks.draft import Brand, Told
from askfirst.checks.text.people.roll import BadRoll, Roll, read_roll
from askfirst.procedure.trust import Trust

__all__ = ["BadRoll", "Roll", "read_roll", "told_by"]


def _digits(phone: str) -> str:
    return "".join(c for c in phone if c.isdigit())


def told_by(trust: Trust, *, roll: Iterable[str] | None = None) -> Told:
    """`roll`: lines of a CSV of names (the caller's own file); raises BadRoll."""
    phones = [school.phone for school in trust.schools] + [trust.duty_phone]
    return Told(
        trust=trust.name,
        brands=tuple(Brand(brand.term, brand.ambiguous) for brand in trust.brands if not brand.motto),
        mottos=tuple(brand.term for brand in trust.brands if brand.motto),
        published_phones=frozenset(_digits(phone) for phone in phones),
        published_domains=frozenset([school.domain for school in trust.schools] + [trust.domain]),
        disclaimer=trust.disclaimer,
        roll=None if roll is None else read_roll(roll),
        own_list=roll is not None,
    )
