"""Private facts of somebody the school would know: health, special needs, care, family, results, being sent home, pay, capability.

A fact alone is nothing; it needs a person, named or described, and it must be told of that person.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from askfirst.checks.draft import Draft
from askfirst.checks.late import late
from askfirst.checks.text.clued import Clued, searched
from askfirst.checks.text.names import people
from askfirst.checks.text.names_by_form import pair_before
from askfirst.checks.text.people_words import POST
from askfirst.checks.text.reading import Mention, Reading

__all__ = ["Fact", "private_facts"]

HEALTH = (
    r"gender (?:clinic|identity)|transitioning|hearing voices|allergic to|on the waiting list|hip replacement|mastectomy|having tests|off"
    r" long[- ]term|off with|lost the baby|insulin|nits|head lice|scabies|threadworms|(?:with|covered in|more|new|had) bruises|bruised|seizures?|epilep\w+|diabet\w+|cancer|tumou?rs?"
    r"|leukaemia|lymphoma|chemo\w*|radiotherapy"
    r"|biopsy|(?:his|her|their|the|a) scan\b"
    r"|diagnos\w+"
    r"|assess(?:ed|ment) for|miscarr\w+|pregnan\w+|ivf|abortion|depression|depressed|anxiety|panic attacks?|self[- ]?harm\w*|cuts"
    r" (?:herself|himself)"
    r"|overdos\w+|suicid\w+|eating disorder|for (?:her|his|their) eating|anorexi\w+|bulimi\w+|counsell?(?:or|ing)|therap(?:y|ist)"
    r"|psychiatr\w+"
    r"|psychologist|camhs|medication|antidepressants|ritalin|(?:her|his|their) (?:meds|tablets|medicine|inhaler|condition|illness)|adhd"
    r"|autis\w+|aspergers?"
    r"|dyslexi\w+|dyspraxi\w+|dyscalculi\w+|tourettes?|bipolar|schizo\w+|ehcps?|ehc plan|selective mut\w+|speech therapy|stammer\w*"
    r"|learning (?:disability|difficulties|difficulty|support)|(?:reduced|part[- ]time) timetable|hearing aids?|cochlear|wheelchair user"
    r"|stoma|catheter"
    r"|incontinen\w+|wets? (?:herself|himself|themselves|the bed)|wetting|signed off|off (?:sick )?with (?:stress|her|his|their)|long[-"
    r" ]term sick"
    r"|sick note|(?:nervous|mental|had a) breakdown|rehab|alcoholic|drink(?:ing)? problem|hiv|hysterectomy|surgery|(?:an?|his|her|their|another|more)"
    r" operations?\b|(?:has|having|had) (?:another |more )?(?:tests|scans|treatment|surgery)"
    r"|(?:goes|going|sent) to the (?:special|nurture|learning|inclusion) (?:room|unit|base)|only (?:comes|coming|in) (?:in )?(?:\w+ )?(?:days?|mornings?|afternoons?) a week"
    r"|had a (?:stroke|fit|heart attack)|dementia|terminal(?:ly)? |hospice|in(?:to)? hospital|in (?:the|his|her) (?:liver|lungs?|kidneys?"
    r"|brain)"
    r"|transplant|dialysis|sectioned|ward \d|sickle cell|crohn'?s|colitis|cystic fibrosis|eczema|muscular dystrophy|cerebral palsy"
    r"|down'?s syndrome"
    r"|insulin|kill (?:herself|himself|themselves)|(?:her|his|their) heart|heart condition|takes (?:tablets|pills|meds|medicine)|feeding"
    r" tube|nappies|learning support|sees (?:a|the) (?:psych\w+|nurse|doctor)|special needs|sen (?:register|support|list|plan)|send"
    r" (?:register|support|list|plan|review|reading)|gone blind|going blind|going deaf"
)
FAMILY = (
    r"(?:been |got |getting |was )deported|(?:isn't|is not|not|isnt) allowed (?:to see|near|home)|contact order|taken (?:away )?from"
    r" (?:his|her|their) (?:mum|dad|mother|father|parents|family)|kicked out (?:by|of) (?:his|her|their) (?:mum|dad|parents|home|house)"
    r"|lives (?:with|in) (?:a |his |her |their )?(?:foster|carers?|hostel|refuge)|on the streets|sofa[- ]surfing|foster\w*|looked[-"
    r" ]after|(?:in|into|out of) care\b|been adopted|was adopted|is adopted|social (?:workers?|services|care)"
    r"|child protection|cp plan|child in need|domestic (?:abuse|violence)|women's refuge|a refuge|in prison|in jail|inside for|(?:got"
    r"|been|was|were|gets) arrested"
    r"|divorc\w+|(?:mum|dad|parents|mother|father) (?:have |has |are |is |'s |'ve )?(?:split\w*|separat\w+|left|walked out|died|dying"
    r"|drinks?|on drugs|deported|unemployed)"
    r"|(?:mum|dad|mother|father|brother|sister)(?:'s| is| has been| has| was)? (?:inside(?= again| for|[.,!]|$)|in prison|in jail|banged up|an addict|sectioned|ill"
    r"|dying|dead)"
    r"|evict\w+|homeless|(?:temporary|emergency) accommodation|food ?bank|pupil premium|free school meals|fsm|asylum|young carer"
    r"|custody|court order|restraining order|neglected|at risk of harm|safeguarding (?:file|referral|plan|concern|log)|benefits|bailiffs"
    r"|a caution for|criminal record|on probation|on tag|court for|convicted|charged with|youth offending|the police (?:came|were|told"
    r"|took)"
)
SENT_HOME = (
    r"on report for|moved to another school|(?:been|was|got) caught (?:stealing|vaping|with|cheating)|on a behaviour (?:plan|contract)"
    r"|(?:permanently |perm |temporarily |fixed[- ]term )?exclu(?:ded|sions?)|(?:got|been|was|were|is|gets|'s) (?:perm ?ex|pexed|kicked"
    r" out|chucked out|expelled|suspended)"
    r"|expelled|managed move|suspended (?:for|pending|after|from|until)|suspensions?|final warning|(?:the|a) pru\b|alternative provision"
    r"|isolation for"
)
RESULTS = (
    r"(?:got|gets|only got|scored) (?:an? |another )?(?:grade )?(?:[d-gu]|[1-3]) in (?:french|spanish|german|history|geography|physics"
    r"|chemistry|biology|art|music|drama|pe|computing|maths|english|science)|(?:got|gets|getting|scored|only got|managed|has|had) (?:just"
    r" |only |a |an |another |like |about )*(?:\d{1,3} ?%|\d+ ?(?:/|out of)"
    r" ?\d+|\d+ per ?cent"
    r"|\d+ [a-gu]'?s\b|all [d-gu]'?s\b|straight [d-gu]'?s\b|(?:[d-gu]|[1-3]) (?:in|on|for) (?:his|her|their|the|maths|english|science|\w+"
    r" mock))"
    r"|(?:failed|fails|failing|flunked|bombed) (?:all|every|her|his|their|the|maths|english|science|physics|\d|\w+ (?:gcse|mock|a[-"
    r" ]level))"
    r"|(?:went|gone|goes|going|moved|moving|jumped|climbed|improved|rose|risen|slipped|dropped|fell|fallen|slid|up|down) (?:up |down |right )?from"
    r" (?:an? |the )?(?:grade |level )?(?:[1-9]|[a-gu])[*+-]? (?:up |down |right )?to (?:an? |the )?(?:grade |level )?(?:[1-9]|[a-gu])[*+-]?"
    r"(?:(?: in| on| for) (?:her|his|their|the) (?:[a-z]+ )?(?:mocks?|gcses?|tests?|exams?|papers?|assessments?|maths|english|science|report|coursework))?"
    r"|predicted (?:all |only |just |mostly |straight |a |an )*(?:ones?|twos?|threes?|fours?|fails?|[1-4]s|[d-gu]'?s)\b|on track (?:for|to get) (?:a |an |all |only )?(?:fails?|ones?|twos?|threes?|[1-3]s?|[d-gu]s?)\b"
    r"|(?:got|gets|scored|managed) (?:only |just |a )?\w+ out of (?:\d+|ten|twenty|thirty|forty|fifty|sixty|eighty|a hundred)\b|(?:kept back|held back|moved down|put down) (?:a )?(?:year|set)"
    r"|\d{1,3} ?% (?:on|in) (?:the|her|his|their)|reading age|spelling age|standardised score|cat score|sats? (?:score|result)s?"
    r"|below (?:the )?expected|working (?:below|towards)|well below|p[- ]?scales?|predicted (?:an? )?(?:[1-9]|[a-gu])\b"
    r"|(?:her|his|their) (?:mock|gcse|a[- ]level|test|reading|exam|screening|btec|assessment|maths|english) (?:result|score|grade|mark)s?"
    r"|(?:came|is|was) (?:bottom|last) (?:of|in) (?:the )?(?:class|year|set)|ungraded|bottom \d+ ?%"
)
AT_WORK = (
    r"capability|disciplinary|(?:been |being )?asked to leave|shown the door|under investigation|being investigated|investigation|allegations?|gross misconduct|sacked|dismissed"
    r"|(?:final )?written warning"
    r"|(?:informal |formal )?support plan|failed (?:his|her|their) (?:probation|induction|ect|observation|appraisal)|probation"
    r" (?:extended|failed)"
    r"|settlement|earns|on £ ?\d|paid £ ?\d|£ ?\d[\d,k.]* (?:a year|salary)|salary|payslip|pay rise|tlr|grievance|tribunal"
    r"|(?:got|given|scored|a) (?:an? )?(?:[1-5]|inadequate|ri|good|poor|fail) (?:for|in|on) (?:her|his|their|the) (?:\w+ )?(?:observation"
    r"|obs|appraisal|learning walk)"
    r"|(?:observation|lesson) (?:was )?(?:graded|rated|judged)|(?:graded|rated|judged) (?:inadequate|requires improvement|a? ?[34])\b"
    r"|requires improvement"
    r"|(?:was|were|got|been) (?:pushed|forced|managed|eased) out|did not resign|didn't resign|gardening leave|turned down for|passed over for|on a (?:warning|last chance|improvement plan)"
    r"|sick (?:leave|pay|record)|occupational health|made redundant|redundancy|sickness record|threshold|performance management"
)
FACTS = {
    sort: Clued(r"(?<!\w)(?:" + told + r")(?!\w)")
    for sort, told in {"health": HEALTH, "family": FAMILY, "home": SENT_HOME, "results": RESULTS, "work": AT_WORK}.items()
}

# Somebody described so that the school would know: "one of my Year 8s", "the only girl in Year 2 with …", "the Year 7 twins".
CHILD = r"(?:boy|girl|kid|child|lad|lass|pupil|student|twins?|wheelchair user|brothers?|sisters?|siblings|family|tutee|year \d{1,2}|newcomer|learner|son|daughter)"
OURS = r"(?:my|our|the|this|that)"
PLACE = r"(?:my|our|year|yr|y\d|reception|nursery|[7-9][a-z]|1[0-3][a-z]|the (?:front|back|choir|team|corner|nurture|unit|base|sixth))"
DESCRIBED = late(
    r"(?<!\w)(?:(?:one|two|three"
    r"|another|both) of " + OURS + r" (?:\w+ ){0,2}(?:(?:year|yr) ?\d+'?s?|y\d+s?|tutor group|form|tutees|class|pupils|students"
    r"|children|kids|set|boys|girls|team|tas|department|colleagues|teaching assistants|cleaners)"
    r"|(?:there's |there is )?(?:a|the|this|that|my|our|another) (?:(?:\w+"
    r"|[\w-]+) ){0,3}?"
    + CHILD
    + r" (?:\w+ ){0,2}?(?:in|from|of|on|at) "
    + PLACE
    + r"|(?:my|our|the) (?:one|only) (?:[\w'-]+ ){1,3}(?:in|from|with|on)\b"
    + r"|(?:the|my|our|a|that|this|one|another) (?:new |little |wee |poor )?(?:year|yr) ?\d+ (?:[\w-]+ )?"
    + CHILD
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
HOLDER = r"(?:our|the) (?:new |old |lovely |poor )?" + POST + r".*"
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
                if not OWN.search(between) and not self._general(described, between, sort):
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
