"""Needs put together of signs, and signs of families of words: who, does what, to whom; what may stand between; what makes it another matter.

Every gap is bounded: the search is linear. The tables are read by `help_tables`.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from askfirst.checks.late import late
from askfirst.checks.lists import entries
from askfirst.checks.text.need import help_tables
from askfirst.checks.text.need.help_tables import END, Need, Part, Sign, families
from askfirst.checks.text.patterns.needed import Needed
from askfirst.checks.text.words.heard import heard
from askfirst.checks.text.words.tokens import Tokens

__all__ = ["by_ear", "composed"]

SCORE = late(r"\d+-\d+")  # "3-0": a result


@cache
def by_ear() -> Mapping[str, str]:
    """How words are written by ear, and the words meant."""
    spoken = dict(line.split() for line in entries("help_words", "spoken"))
    slipped = entries("help_words", "misspelt")
    return heard({word for line in slipped for word in line.split()}, spoken, frozenset(" ".join(entries("help_words", "real")).split()))


@cache
def _otherwise() -> frozenset[str]:
    """Words that are heard as others."""
    return frozenset(by_ear())


def _stands(parts: Sequence[Part], words: Sequence[str], here: int, last: int, more: int = 0) -> int | None:
    """The word after the sign whose parts stand from word `here` on, or None. `more`: the gap before a part that was left out."""
    if not parts:
        return here
    one, rest = parts[0], parts[1:]
    if one.words >= END and here > last:
        return here
    if one.never:
        return None if here <= last and words[here] in one.words else _stands(rest, words, here, last)
    for at in range(here, min(here + one.gap + more, last) + 1):
        if words[at] in one.words:
            end = _stands(rest, words, at + 1, last)
            if end is not None:
                return end
        if one.own and words[at] in families()["others"]:
            break
    return _stands(rest, words, here, last, more + one.gap) if one.optional else None


Places = list[tuple[int, int]]


@cache
def _needed() -> Needed[Sign]:
    return Needed((sign, sign.needs) for sign in help_tables.signs())


@cache
def _by_sign() -> Mapping[str, tuple[Need, ...]]:
    """Needs by the signs of their first item that words alone do not fill; every need has such a one."""
    found: dict[str, list[Need]] = {}
    for need in help_tables.needs():
        for name in next(signs for signs, words in need.items if signs and not words):
            found.setdefault(name, []).append(need)
    return {name: tuple(needs) for name, needs in found.items()}


def _met(needs: Sequence[frozenset[str]], here: frozenset[str]) -> bool:
    for need in needs:  # noqa: SIM110 - asked very often: a loop is twice as quick as all(...)
        if need.isdisjoint(here):
            return False
    return True


def _may_stand(bags: Sequence[frozenset[str]]) -> tuple[list[Sign], list[Need]]:
    """The signs and needs that could stand in a text of these bags of words, in whatever order: in most texts none. A sign stands in one bag."""
    by_sign = _by_sign()
    some = {id(sign): sign for bag in bags for sign in _needed().stand(bag)}
    names = {sign.name for sign in some.values()}
    asked = {need.line: need for name in names & by_sign.keys() for need in by_sign[name]}
    if not asked:
        return [], []
    every = frozenset[str]().union(*bags)
    lines = [asked[line] for line in sorted(asked)]  # as the table has them, whatever order a set has today
    needs = [need for need in lines if all(not one.isdisjoint(names) or not words.isdisjoint(every) for one, words in need.items)]
    wanted = {name for need in needs for one, _ in need.items for name in one} | {name for need in needs for name in need.never}
    return [sign for sign in some.values() if sign.name in wanted], needs


def _found(signs: Sequence[Sign], words: Sequence[str], first: int, last: int, places: dict[str, Places]) -> None:
    """Adds the places of these signs in one sentence."""
    here = frozenset(words[first : last + 1])
    for sign in signs:
        if not _met(sign.needs, here):
            continue
        for at in range(first, last + 1):
            if words[at] in sign.begins:
                end = _stands(sign.parts, words, at, last)
                if end is not None:
                    places.setdefault(sign.name, []).append((at, end - 1))


def _together(need: Need, places: Mapping[str, Places], where: Mapping[str, list[int]]) -> Iterator[tuple[int, int]]:
    """Stretches of words in which something for every item of a need stands, each in words of its own order."""
    events: list[tuple[int, int, int]] = []
    for number, (signs, words) in enumerate(need.items):
        some = [place for sign in signs for place in places.get(sign, ())]
        some += [(at, at) for word in words & where.keys() for at in where[word]]
        if not some:
            return
        events += [(start, end, number) for start, end in some]
    latest: dict[int, tuple[int, int]] = {}
    for start, end, number in sorted(events):
        latest[number] = (start, end)
        if len(latest) == len(need.items):
            begin = min(one for one, _ in latest.values())
            finish = max(one for _, one in latest.values())
            starts = [one for one, last in latest.values() if last > one]
            if len(set(starts)) == len(starts) and finish - begin <= need.near:
                yield begin, finish


def _as_heard(bag: frozenset[str], ear: Mapping[str, str]) -> frozenset[str]:
    other = bag & _otherwise()
    return bag.difference(other).union([ear[word] for word in other]) if other else bag


def _heard(tokens: Tokens, ear: Mapping[str, str]) -> list[str]:
    words = [ear.get(token.word, token.word) for token in tokens.all]
    if not any("-" in word for word in tokens.vocabulary):
        return words
    return ["nil" if word[0].isdigit() and SCORE.fullmatch(word) else word for word in words]


TURNED = frozenset({"ma", "the", "night"})


@cache
def _mine() -> frozenset[str]:
    """What stands after a "my"."""
    return families()["kin"] | families()["skin"] | families()["clothes"] | {"the"}


def _in_place(words: list[str]) -> list[str]:
    """Words that mean another by what stands beside them: "ma maw" and "me da" (read as "me the"), of Scots and Ulster; "last night" is no hour."""
    held = [(at, word) for at, word in enumerate(words) if word in TURNED]
    if not held:
        return words
    mine, blows = _mine(), families()["harm"]
    for at, word in held:
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        if word == "ma" and after in mine and before not in families()["whose"]:
            words[at] = "my"
        elif word == "the" and (before == "my" or (before == "me" and after in blows)):
            words[at] = "dad"
        elif word == "night" and before == "last":
            words[at] = "yesterday"
    return words


def composed(tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    """Needs as (first token, last token, section), one for each line of the table that stands."""
    ear = by_ear()
    bags = [_as_heard(bag, ear) for bag in tokens.bags]
    signs, needs = _may_stand(bags)
    if not needs:
        return
    words = _in_place(_heard(tokens, ear))
    places: dict[str, Places] = {}
    for first, last in tokens.sentences.values():
        _found(signs, words, first, last, places)
    where: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        where.setdefault(word, []).append(at)
    for need in needs:
        for first, last in _together(need, places, where):
            begin = tokens.sentences[tokens.all[first].sentence][0]
            end = tokens.sentences[tokens.all[last].sentence][1]
            begin, end = max(begin, first - 20), min(end, last + 20)
            elsewhere = any(begin <= at <= end for sign in need.never for at, _ in places.get(sign, ()))
            if not elsewhere and need.unless.isdisjoint(words[begin : end + 1]):
                yield first, last, need.section
                break
