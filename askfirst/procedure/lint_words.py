"""What makes a document hard to follow, read out of its own sentences: what is written two ways, who has no second, duties without a time
or a way, clauses that clash, words above the reader's grade. Pure, and only of clauses that have their exact words.

Each look gives the clauses a finding stands at, and what fills the gaps of its fact. Linear in the text, but for clashes, which compare
clauses that share a rare word.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from askfirst.procedure.clause import Clause, Strength, Tag
from askfirst.procedure.grade import grade, sentences, words

__all__ = [
    "At", "by_word", "clashes", "hard", "letters", "no_second", "no_time", "no_way", "said_what_it_means", "two_ways", "with_a_year",
]  # fmt: skip

At = tuple[list[Clause], dict[str, object]]

LINK = re.compile(r"\bhttps?://\S+|\S+@\S+")
COMPOUND = re.compile(r"(?<![\w-])[A-Za-z]+(?:[-\u2010\u2011][A-Za-z]{3,})?(?![\w-])")
ORDINARY = frozenset("anyone someone everyone everyday into onto today cannot without within however therefore sometimes somebody".split())
SHORTEST, HYPHENED = 7, 5  # letters of a word that is written as two, or with a hyphen
ENDS = ((re.compile("iz(?=e|ing|ation)"), "is"), (re.compile("yz(?=e|ing)"), "ys"), (re.compile("our(?=s?$|al|ed|ing)"), "or"))
"""How one word ends in Britain and in America."""
SPELT = 6  # letters of a word that is looked at for its end
ROLES = re.compile(
    r"\b(head ?teacher|principal|chair of (?:the )?(?:governors|trustees|board)|head of (?:year|department|school|house|sixth form)|"
    r"(?:(?!(?:the|an?|their|his|her|your|our|any|each|of|to|with|by|from|and|or|every|that|this|your|school's|academy's)\b)[\w-]+ ){1,2}"
    r"(?:manager|lead|leader|officer|co-?ordinator|director|secretary|administrator))\b(?!s)",
    re.IGNORECASE,
)
SECOND = re.compile(
    r"\b(?:or (?:the|a|their|another|somebody)|deputy|in (?:the|their) absence|if .{0,40}(?:away|absent|unavailable)|next manager)\b"
)
TOWARDS = re.compile(r"\b(?:consult|inform|tell|report|notify|contact|discuss|speak|ask|seek|remove)(?:ed|s)?\b", re.IGNORECASE)
TIME = re.compile(
    r"\b(?:before|within|by the end|as soon as|immediately|at once|straight away|same day|hours?|days?|weeks?|without delay|first)\b",
    re.IGNORECASE,
)
WAY = re.compile(
    r"\b(?:e-?mail|telephone|phone|ring|form|in writing|web ?site|page|online|meeting|letter|address)\b|https?://|@", re.IGNORECASE
)
DUTY = frozenset({Tag.MUST, Tag.SHOULD})
SMALL = frozenset(
    "the a an of to in on and or not be is are that this it as for with by from which who their they any all have has will may must should "
    "when if at about do does in into such these them his her our your you we can could would been being was were than other others staff "
    "students school schools trust ridgeway education internet individual member members "
    "advised expected allowed permitted free never always also".split()
)
SHARED = 0.5  # of the words of the shorter clause
RARE = 6  # clauses in which a word stands at most, to bring two together
CAPITALS = re.compile(r"(?<![\w-])([A-Z]{3,6})s?(?![\w-])(?! [A-Z]{3})")
HARD_GRADE = 12
WORST = 5  # clauses that a finding about hard words stands at


def _own(clauses: Sequence[Clause]) -> list[Clause]:
    return [clause for clause in clauses if clause.exact]


def two_ways(clauses: Sequence[Clause]) -> Iterator[At]:
    """One word, or two words in a row, hyphenated, joined or apart."""
    met: dict[str, dict[str, list[Clause]]] = defaultdict(lambda: defaultdict(list))
    joined = set()
    for clause in _own(clauses):
        told = LINK.sub(" ", clause.exact)
        found = [one.group().casefold().replace("\u2010", "-").replace("\u2011", "-") for one in COMPOUND.finditer(told)]
        for one in found:
            met[one.replace("-", "")][one].append(clause)
            joined.add(one.replace("-", ""))
        for pair in re.finditer(r"(?<![\w-])([A-Za-z]{3,}) ([A-Za-z]{3,})(?![\w-])", told):
            _apart(met, pair, clause)
        for pair in re.finditer(r"(?<= )([A-Za-z]{3,}) ([A-Za-z]{3,})(?![\w-])", told):
            _apart(met, pair, clause)
    for key, ways in met.items():
        least = HYPHENED if key in ways and any("-" in way for way in ways) else SHORTEST
        if key in joined and len(ways) > 1 and len(key) >= least and key not in ORDINARY:
            yield _at(clauses, ways)
    yield from (_at(clauses, ways) for ways in _ends(met).values() if len(ways) > 1)


def _at(clauses: Sequence[Clause], ways: Mapping[str, Sequence[Clause]]) -> At:
    at = {clause.id for held in ways.values() for clause in held}
    return [clause for clause in clauses if clause.id in at], {"names": ", ".join(sorted(ways))}


def _ends(met: Mapping[str, Mapping[str, Sequence[Clause]]]) -> dict[str, dict[str, Sequence[Clause]]]:
    """Words by what they are where an American end is a British one."""
    found: dict[str, dict[str, Sequence[Clause]]] = defaultdict(dict)
    for key, ways in met.items():
        if len(key) >= SPELT and key in ways:
            plain = key
            for end, other in ENDS:
                plain = end.sub(other, plain)
            found[plain][key] = ways[key]
    return found


def _apart(met: dict[str, dict[str, list[Clause]]], pair: re.Match[str], clause: Clause) -> None:
    one, other = pair[1].casefold(), pair[2].casefold()
    met[one + other][one + " " + other].append(clause)


def no_second(clauses: Sequence[Clause]) -> Iterator[At]:
    """A role that is to be asked, where no clause says who comes next."""
    asked: dict[str, list[Clause]] = {}
    for clause in _own(clauses):
        if TOWARDS.search(clause.exact) and not SECOND.search(clause.exact):
            for role in dict.fromkeys(one[1].casefold().replace("head teacher", "headteacher") for one in ROLES.finditer(clause.exact)):
                asked.setdefault(role, []).append(clause)
    for role, at in asked.items():
        yield at, {"name": role}


def _towards(clauses: Sequence[Clause]) -> list[Clause]:
    return [one for one in _own(clauses) if one.strength.tag in DUTY and TOWARDS.search(one.exact)]


def no_time(clauses: Sequence[Clause]) -> Iterator[At]:
    """Duties towards somebody that say no time."""
    at = [clause for clause in _towards(clauses) if not TIME.search(clause.exact)]
    if at:
        yield at, {"count": len(at)}


def no_way(clauses: Sequence[Clause]) -> Iterator[At]:
    """Duties to tell or ask somebody that say no way to do it."""
    at = [clause for clause in _towards(clauses) if not WAY.search(clause.exact)]
    if at:
        yield at, {"count": len(at)}


def _stems(clause: Clause) -> frozenset[str]:
    """Words that carry the matter, shortened so that endings do not part them."""
    return frozenset(word[:6] for word in (one.casefold() for one in words(clause.exact)) if word not in SMALL and len(word) > 3)


def clashes(clauses: Sequence[Clause]) -> Iterator[At]:
    """Two clauses that say much the same with another strength, or one that bids what the other leaves free."""
    own = [one for one in _own(clauses) if one.strength is not Strength.KNOW]
    stems = {clause.id: _stems(clause) for clause in own}
    having: dict[str, list[Clause]] = defaultdict(list)
    for clause in own:
        for stem in stems[clause.id]:
            having[stem].append(clause)
    near = {(one.id, other.id): (one, other) for held in having.values() if len(held) <= RARE for one, other in combinations(held, 2)}
    for one, other in near.values():
        same = stems[one.id] & stems[other.id]
        least = min(len(stems[one.id]), len(stems[other.id]))
        if one.strength.tag is not other.strength.tag and len(same) >= min(3, max(2, least)) and len(same) >= SHARED * least:
            yield [one, other], {"names": "%s, %s" % (one.strength, other.strength)}


def hard(clauses: Sequence[Clause]) -> Iterator[At]:
    """Sentences far above what their readers take in at once."""
    graded = [(grade(sentence), clause) for clause in _own(clauses) for sentence in sentences(clause.exact) if len(words(sentence)) > 9]
    over = sorted((one for one in graded if one[0] > HARD_GRADE), key=lambda one: -one[0])
    if over:
        at = {clause.id for _, clause in over[:WORST]}
        yield [clause for clause in clauses if clause.id in at], {"count": len(over), "name": over[0][1].id}


def said_what_it_means(clauses: Sequence[Clause], names: Sequence[str]) -> bool:
    """Whether the document says itself what one of these words means."""
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    quoted = r"[\"'“‘]?(?:%s)[\"'”’]?" % words
    sign = re.compile(
        r"\bby (?:the (?:word|term) )?%s,? (?:we|this \w+) means?\b|%s,? (?:here )?(?:means?|is defined as|is taken to mean|refers to)\b|"
        r"\b(?:definition|meaning) of %s" % (quoted, quoted, quoted),
        re.IGNORECASE,
    )
    return any(sign.search(clause.exact) for clause in _own(clauses))


def with_a_year(clauses: Sequence[Clause], names: Sequence[str]) -> Iterator[tuple[Clause, str, int]]:
    """Where one of these is named beside a year, in the same sentence: the clause, the name as given here, the year."""
    for clause in _own(clauses):
        for name in names:
            near = re.search(r"(?<!\w)%s(?!\w)[^.;]{0,60}?\b(20\d\d)\b" % re.escape(name), clause.exact, re.IGNORECASE)
            if near:
                yield clause, name, int(near[1])


def by_word(clauses: Sequence[Clause], names: Sequence[str]) -> dict[str, list[Clause]]:
    """For each of these words that is used, the clauses that use it, one or many."""
    found = {
        name: [one for one in _own(clauses) if re.search(r"(?<![\w-])%ss?(?![\w-])" % re.escape(name), one.exact, re.I)] for name in names
    }
    return {name: at for name, at in found.items() if at}


def letters(clauses: Sequence[Clause]) -> Iterator[At]:
    """Capitals that stand for words, where the document nowhere says which: "DSL", but not "the safeguarding lead (DSL)"."""
    met: dict[str, list[Clause]] = {}
    for clause in _own(clauses):
        for one in dict.fromkeys(CAPITALS.findall(LINK.sub(" ", clause.exact))):
            met.setdefault(one, []).append(clause)
    whole = " ".join(clause.exact for clause in _own(clauses))
    for one, at in met.items():
        if not re.search(r"\(%ss?\)|\b%ss? \(|\b%ss? (?:means|stands for)\b" % (one, one, one), whole):
            yield at, {"name": one, "names": one}
