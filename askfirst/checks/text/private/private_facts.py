"""Private facts of somebody the school would know: health, special needs, care, family, results, being sent home, pay, capability.

A fact alone is nothing; it needs a person, named or described, and it must be told of that person.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from askfirst.checks.draft import Author, Draft
from askfirst.checks.late import late
from askfirst.checks.text.names import people
from askfirst.checks.text.patterns.clued import searched
from askfirst.checks.text.people.names_by_form import pair_before
from askfirst.checks.text.people.people_words import ORDINARY, POST
from askfirst.checks.text.private.fact_words import FACTS
from askfirst.checks.text.words.reading import Mention, Reading

__all__ = ["Fact", "private_facts"]

# Somebody described so that the school would know: "one of my Year 8s", "the only girl in Year 2 with …", "the Year 7 twins".
CHILD = r"(?:boy|girl|kid|child|lad|lass|pupil|student|twins?|wheelchair user|brothers?|sisters?|siblings|family|tutee|year \d{1,2}|newcomer|learner|son|daughter|father|mother|parent|carer)"
OURS = r"(?:my|our|the|this|that)"
PLACE = r"(?:my|our|year|yr|y\d|reception|nursery|[7-9][a-z]|1[0-3][a-z]|the (?:front|back|choir|team|corner|nurture|unit|base|sixth))"
DESCRIBED = late(
    r"(?<!\w)(?:(?:one|two|three"
    r"|another|both) of " + OURS + r" (?:\w+ ){0,2}(?:(?:year|yr) ?\d+'?s?|y\d+s?|tutor group|form|tutees|class|pupils|students"
    r"|children|kids|set|boys|girls|team|tas|department|colleagues|teaching assistants|cleaners|caretakers|teachers|cooks|technicians|governors|dinner ladies|office staff|staff)"
    r"|(?:there's |there is )?(?:a|the|this|that|my|our|another) (?:(?:\w+"
    r"|[\w-]+) ){0,3}?"
    + CHILD
    + r" (?:\w+ ){0,2}?(?:in|from|of|on|at) "
    + PLACE
    + r"|(?:my|our|the) (?:one|only) (?:[\w'-]+ ){1,3}(?:in|from|with|on)\b"
    + r"|(?:the|my|our|a|that|this|one|another) (?:new |little |wee |poor )?(?:year|yr) ?\d+ (?:[\w-]+ )?"
    + CHILD
    + r"|(?:one|two|three|four|five|a couple of|some) (?:people|kids|girls|boys|lads|students|pupils|children)? ?(?:in|from) (?:the )?(?:[7-9][a-z]|1[0-3][a-z])\b"
    + r"|some (?:kid|girl|boy|lad) (?:in|from) (?:[7-9][a-z]|1[0-3][a-z]|year \d+)\b|(?:a|the|one|that) (?:family|father|mother|mum|dad) (?:at our gate|in my class(?: list)?|at drop[- ]off)|both (?:cleaners|caretakers|technicians|tas|cooks)"
    + r"|(?:one|two|three|a couple of|a few of our|my|our) (?:year|yr) ?\d+s|(?:twins?|brothers|sisters|siblings) in (?:my|our|year|yr|y\d)"
    + r"|(?:the|that|my|our|this) (?:[\w-]+ ){0,2}?"
    + CHILD
    + r" (?:who|whose|with (?:the|a|an|two|his|her))\b|(?:one|two|some) of mine|(?:(?:one|two|three) colleagues|an? colleague) in \w+|(?:my|our) (?:\w+ )?(?:head of \w+|line manager|colleague)"
    + r"|(?:our|the) (?:new |old |lovely |poor )?"
    + POST
    + r"|sir(?:'?s)?(?= (?:is |has |was |been |being |got ))"
    + r"(?: in (?:year|yr) \d+| (?:at|in) (?:our|the) school)?)(?!\w)"
)
# What a capital pair needs no roll to be told of: only a school says these of people.
AT_SCHOOL = frozenset({"home", "results", "work"})
HOLDER = r"(?:our|the) (?:new |old |lovely |poor )?" + POST + r"\b.*"
PRONOUN = late(r"\b(?:he|she|they|he's|she's|they're|hes|shes|his|her|their|him|them|who|who's|whose)\b")
OWN = late(r"\b(?:i|i'm|im|i've|ive|i'd|my|me|we|we're|we've|our own)\b")
# The same words when they are told of no person's own life.
NOT_THEIRS = late(
    r"\b(?:awareness|fundrais\w*|raising|raised|raise|charity|charities|sponsor\w*|assembl(?:y|ies) (?:on|about|was|were)|research|race"
    r" for|marathon|a talk|training|cpd|inset|course"
    r"|podcast|documentary|novel|poem|play about|essay|poster|campaign\w*|debate|debating|project|workshop|in memory of|lesson on|lessons"
    r" on|speaker|policy"
    r"|volunteer\w*|donat\w+|collect\w+ for|knitted|adopted (?:a|the) (?:dog|cat|puppy|kitten|donkey)|foster (?:a )?(?:love|curiosity"
    r"|independence|resilience|creativity)"
    r"|congrat\w*|well done|so proud|proud of|passed|top marks|best in|brilliant|amazing|full marks|(?:100|9\d) ?%|spelling bee|quiz"
    r"|kahoot|rockstars|bowling|hundred per ?cent)\b"
)
CLAUSE_START = late(r"(?:[,;:.!?\n]|\b(?:and|so|but|because|cos|that|apparently|omg|yes))\s*$")
HERE_OF_MINE = late(r"\b(?:my|our) (?:door|room|desk|class|form|lessons?|list|set|lab|corridor|table|stage|bus|team|club)\b")
GIVEN = late(r"(?<![\w'@#])(?P<name>[a-z][a-z-]{2,20})(?=['\s])")
# Between a given name and what is told of them there stand few words, and none that speaks of somebody else.
NEXT = late(
    r"(?:'s|s')?(?:\s(?:is|was|has|had|have|got|gets|been|just|now|also|only|apparently|really|still|getting|having|being|on|in|with|to|the|a|an|his|her|their|another|for|goes|going|did|didn't|doesn't|not|has to|that|room|cos|because|he's|she's|he|she|they|put|cant|can't|do|pe|games|of|school|in trouble|told|us|me|everyone|said|now|again)){0,9}\s?"
)
INTRO = late(
    r"(?:'s?\s)?(?:[\s,;:.()\-–—\"]+|(?:who|and|so|because|bc|cos|coz|apparently|that|but|cause|since|as|omg|also|in|from|of|the|our|my"
    r"|heard|yes)\b)*"
)
STOP = late(
    r"[;(\n]|\s[-–—]\s|,?\s\b(?:so\b|which\b|but\b|stop\b|pls\b|please\b|lol\b|lmao\b|tbh\b|ngl\b|and (?:he|she|they) (?:said|says|still"
    r"|told|thinks|reckons)\b|and (?:came|comes|then|she'd|went)\b)"
    r"|,\s(?:saw|read|he is|she is|they are|he's|she's|they're) |\s(?:miss|sir|mum|someone|everyone) (?:told|said|says)\b|,?\s(?:pray|praying|thoughts|prayers) |,? \bsaw (?:it|the)\b"
    r"|,?\s(?:and|while|though|because) (?:i|i'm|i've|we|who|now|nobody|everyone|honestly)\b|,\s(?:heard|be|i|we|you|don't|dont|no one|nobody|her mother will|his mother will|everyone)\b|\s(?:his|her|their) (?:sister|brother|mum|mate|friend|cousin) (?:told|said)\b|, (?:poor|bless|sending|pray|can|could"
    r"|any)\b|[^\w\s'\",.:/%£$&@#+*()!?–—-]"
)
TAIL = late(r"(?:[\s.,!?;:\"'()\-–—]|\b(?:again|lol|x+|tho|though|too|bless (?:him|her)|apparently|so)(?=\W*$))+$")
BREAK = late(r"[;:]\s|\s[-–—]\s|,\s(?:so |and )?|\b(?:apparently|heard that|heard|that|because|knowing|says?|said)\s")


@dataclass(frozen=True, slots=True)
class Fact:
    """Folded places of the words that tell it, what sort it is, and the person's mention where there is one."""

    start: int
    end: int
    sort: str
    person: Mention | None


class Telling:
    """Looks at one fact at a time, with the people of the whole text at hand."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.reading = draft.once(Reading)
        self.low = draft.folded.text
        self.staff = draft.author is Author.STAFF
        self._no_roll = draft.told.roll is None

    def facts(self) -> Iterator[Fact]:
        after = 0
        for sort, match in self.draft.once(searched).choices(FACTS):
            if match.start() < after:
                continue
            fact = self._fact(match, sort)
            if fact is not None:
                after = fact.end
                yield fact

    def _fact(self, match: re.Match[str], sort: str) -> Fact | None:
        begin, end = self.reading.sentence(match.start())
        begin, end = max(begin, match.start() - 240), min(end, match.end() + 240)
        while begin < match.start() and self.low[begin].isspace():
            begin += 1
        if NOT_THEIRS.search(self.low, begin, min(end, match.end() + 40)):
            return None
        described = self._described(begin, end, match, sort)
        if described is not None:
            start = described.start() if described.start() <= match.start() else self._clause(begin, match.start())
            person = None
        else:
            found = self._person(begin, end, match, sort)
            if found is None:
                return None
            start, person = found
        stop = self._stop(max(match.end(), start), end)
        return None if start >= stop else Fact(start, stop, sort, person)

    def _described(self, begin: int, end: int, match: re.Match[str], sort: str) -> re.Match[str] | None:
        """The description in the sentence; for a post only what concerns work or health."""
        for described in DESCRIBED.finditer(self.low, begin, end):
            if described.start() > match.end() + 60:
                break
            if (
                described.end() <= match.start()
                or described.start() >= match.end()
                or described.start() <= match.start() <= described.end()
            ):
                between = self.low[described.end() : match.start()]
                if described.start() <= match.start() < described.end() and re.fullmatch(HOLDER, described.group()):
                    continue  # "our counsellor": the post itself is no secret
                if not OWN.search(HERE_OF_MINE.sub(" ", between)) and not self._general(described, between, sort):
                    return described
        return None

    def _general(self, described: re.Match[str], between: str, sort: str) -> bool:
        """A post that only does its work with such matters: "the counsellor", "our SENCO runs the EHCP reviews"."""
        a_post = re.fullmatch(HOLDER, described.group()) is not None
        told = re.search(r"\b(?:has|had|is|was|been|got|being|'s|off|on)\b|'s\b", self.low[described.end() : described.end() + 6] + between)
        return a_post and (sort in ("results", "family") or told is None)

    def _person(self, begin: int, end: int, match: re.Match[str], sort: str) -> tuple[int, Mention | None] | None:
        before = [m for m in people(self.draft) if begin <= m.start and m.end <= match.start()]
        if before:
            between = self.low[before[-1].end : match.start()]
            if OWN.search(between) and not PRONOUN.search(between):
                return None
            return self._predicate(before[-1], match.start()), before[-1]
        bare = self._by_given_name(begin, match.start())
        if bare is not None:
            return bare, None
        if (
            self._described_before(begin)
            and PRONOUN.search(self.low, begin, match.end())
            and not OWN.search(self.low, begin, match.start())
        ):
            return self._clause(begin, match.start()), None
        after = [m for m in people(self.draft) if match.end() <= m.start < end]
        if after and not OWN.search(self.low[begin : match.start()]):
            return self._clause(begin, match.start()), after[0]
        lead = self.low[begin : match.end()]
        shape = pair_before(self.reading, match.start()) if self._no_roll and sort in AT_SCHOOL else None
        if shape is not None and shape.start >= begin:
            return self._predicate(shape, match.start()), shape
        earlier = [m for m in people(self.draft) if begin - 160 <= m.start < begin]
        if earlier and PRONOUN.search(lead) and not OWN.search(lead):
            return self._clause(begin, match.start()), earlier[-1]
        return None

    def _by_given_name(self, begin: int, fact: int) -> int | None:
        """Where the telling begins when somebody on the roll stands right before it by a given name alone: "Kit has …", "noor's got …"."""
        roll = self.draft.told.roll
        if roll is None:
            return None
        for word in GIVEN.finditer(self.low, max(begin, fact - 60), fact):
            name = word["name"] if word["name"] in roll.given else word["name"].removesuffix("s")
            if name in ORDINARY and self.low[begin : word.start()].strip() and not CLAUSE_START.search(self.low, begin, word.start()):
                continue
            if name not in roll.given or not NEXT.fullmatch(self.low, word.end(), fact):
                continue
            if self.staff and not self.reading.capital(word.start()):
                continue
            lead = INTRO.match(self.low, word.end(), fact)
            return lead.end() if lead else word.end()
        return None

    def _described_before(self, begin: int) -> bool:
        """Whether the sentences just before speak of one child: "Tommy in my Year 2 class … He has …"."""
        return DESCRIBED.search(self.low, max(0, begin - 160), begin) is not None or bool(
            re.search(
                r"\b[A-Z][a-z]+ (?:in|from) (?:my|our) (?:Year \d+|\w+ class|class|form|tutor group)\b",
                self._written(max(0, begin - 160), begin),
            )
        )

    def _written(self, start: int, end: int) -> str:
        return self.reading.text[self.reading.folded.came_from[start] : self.reading.folded.came_from[end]]

    def _predicate(self, person: Mention, fact: int) -> int:
        """Past the name, its class and small joining words: where the telling begins."""
        start = person.end
        for one, other, _ in self.reading.years:
            if 0 <= one - start <= 8 and other <= fact:
                start = other
                break
        lead = INTRO.match(self.low, start, fact)
        start = lead.end() if lead else start
        breaks = [m.end() for m in re.finditer(r"[;:]\s|\s[-–—]\s", self.low[start:fact])]
        return start + breaks[-1] if breaks else start

    def _clause(self, begin: int, fact: int) -> int:
        breaks = [m.end() for m in BREAK.finditer(self.low, begin, fact)]
        start = breaks[-1] if breaks else begin
        lead = INTRO.match(self.low, start, fact)
        return lead.end() if lead else start

    def _stop(self, fact: int, end: int) -> int:
        stop = STOP.search(self.low, fact, end)
        whole = self.low[: stop.start() if stop else end]
        tail = TAIL.search(whole, fact)
        return tail.start() if tail else len(whole)


def private_facts(draft: Draft) -> list[Fact]:
    """Private facts told of somebody identifiable. Linear: each looks at most 240 characters to either side."""
    return list(Telling(draft).facts())
