"""Matters of a life beside the one they are told of: illness, a death, love, money, the law, shame; somebody's, or one's own.

A matter alone is nothing: the nearest words before it that can be a person say whose it is. Some are told without anybody: "twelve years sober".
"""

import re
from collections.abc import Iterator

from askfirst.checks.draft import Author, Draft
from askfirst.checks.late import late
from askfirst.checks.text.names import people
from askfirst.checks.text.patterns.clued import Clued, searched
from askfirst.checks.text.people.people_words import ORDINARY
from askfirst.checks.text.private.life_words import ANOTHER_S, ANYBODY_S
from askfirst.checks.text.words.reading import Reading

__all__ = ["near_life", "of_our_family"]

KIN = (
    r"(?:mum|mam|mom|mother|dad|father|parents|sisters?|brothers?|sons?|daughters?|boys?|girls?|lads?|kids?|child|eldest|youngest|middle one|twins?|baby|wife|husband|partner"
    r"|boyfriend|girlfriend|fella|fiancee?|friends?|mates?|bestie|flatmate|housemate|cousins?|uncle|aunt|auntie|nan|nana|gran|granny|grandma|grandad|grandpa|niece|nephew"
    r"|neighbours?|ex|boss|landlord|landlady|lodger|stepdad|stepmum|stepson|stepdaughter|colleague|manager|teacher|godson|goddaughter|family)(?:[- ]in[- ]law)?"
)
# Whose it is: the last of these before the matter.
WHO = late(
    r"(?<![\w'])(?:(?P<kin>(?:my|our|his|her|their|[a-z]{3,15}'?s) (?:(?:little|big|older|younger|best|teenage|own|poor|old|other|new|dear|lovely|middle) ){0,2}"
    + KIN
    + r"|(?<!the )(?:mum|mam|dad|nan|gran|grandad))|(?P<they>he|she|they)|(?P<me>i|im|ive|we|weve|me|myself))(?!\w)"
)
_LOVES = r"(?:gay|lesbian|bi|bisexual|trans|queer|pregnant|ace|non[- ]binary)"
# Anybody's, one's own too.
ANYBODY = Clued(
    r"(?<!\w)(?:(?:had|having|needs?|awaiting|waiting (?:on|for)) (?:a |my |his |her |their |the )?(?:biopsy|smear|mammogram|colonoscopy|scan results)\b|chemo(?:therapy)?|radiotherapy|on dialysis"
    r"|in(?:to)? (?:a |the )?(?:hospice|icu|intensive care|psych ward|detox)|on life support|panic attacks?|(?:on|takes?|taking) antidepressants|(?:tablets|pills|meds|medication) for (?:anxiety|depression|his|her|my|their)\b"
    r"|waiting list (?:for (?:camhs|therapy|counselling)|is)|(?:took an |has |have |had )?overdos(?:e|ed)(?! on (?!pills|tablets|paracetamol|drugs|meds|heroin|pain))|(?:has|have|'s|'ve|had) relapsed|stopped eating(?=[.,!]|$| and| again| since| at| when| because| properly)|mak(?:es|ing) (?:him|her|my)self sick"
    r"|remortgag(?:ed|ing)|bailiffs|gambl(?:ed|es|ing) (?:away|all|our|my|his|her|their|problem|debts?)|payday loans?|debt collectors|(?:have|has|had|having) (?:to use )?(?:the )?food ?bank|behind with the (?:rent|mortgage)"
    r"|(?:have|has|had|'ve|'s|are|is|been|got|getting|be) (?:now |just |finally |all )?(?:separated|divorced|divorcing)(?! (?:the|into|by|from the))|adoption (?:has )?f(?:ell|allen) through|missed (?:my|her) period"
    r"|(?:done|got done|banned|caught|nicked|arrested|stopped) (?:for|from) (?:drink[- ]?driving|driving drunk|shoplifting|drugs|dealing|theft|fraud|benefit fraud|gbh|abh|assault)|young offenders"
    r"|on (?:tag|bail|remand|probation)(?!\w)|restraining order|(?:been |being |get |got |was |gets )?deported|overstayed (?:his|her|their|my|our) visas?"
    r"|(?:told|tell|telling) (?:my |his |her |their |the )?(?:parents|mum|dad|family|folks|nan|husband|wife) (?:that )?(?:i am|i'm|im|he's|she's|he is|she is|they're) "
    + _LOVES
    + r"|came out (?:as|to (?:my|his|her|their))|(?<!nearly )(?<!almost )(?:wet|soiled|pooed|peed) (?:my|him|her)self(?! laughing)|lost (?:my|his|her|their) virginity|(?:had sex|slept together|hooked up|one[- ]night stand)"
    r"|(?:tried|smoked|smoking|smokes|doing|taking|took|sells?|selling|snorted|snorting) (?:some |a bit of )?(?:weed|coke|ket|mdma|acid|spice|a spliff|a joint|balloons|shrooms|pills)"
    r"|(?:was|were|been|being|got) bullied (?:out of|at work|by (?:my|his|her) (?:boss|manager|head))|(?:had a |having a )?miscarriage|ivf|(?:was|were|been|got|getting) (?:made redundant|laid off|repossessed|evicted))(?!\w)"
)
# Somebody else's alone: of oneself it is one's own to tell.
OTHERS = Clued(
    r"(?<!\w)(?:(?:moved|walked|stormed|kicked (?:him|her|them)) out(?! (?:of the|in style))|left (?:him|her|them|us)(?= (?:for|after|and)|[.,!]|$)|(?:went|gone|going|goes) back to (?:him|her)(?!self)"
    r"|cheat(?:ed|ing|s) on (?:him|her|them|his|their|me)|(?:fancies|likes|into|dating|seeing) (?:other )?(?:girls|boys|lads|women|men|a married man|a teacher)(?!')"
    r"|(?:been |got |getting |was |made )?(?:laid off|redundant)|lost (?:his|her|their) (?:job|licence|house|home)|(?:is|are|'s|been|on) (?:on )?(?:benefits|universal credit)|(?:free|free school) (?:dinners|meals)"
    r"|owes? (?:\w+ ){1,4}(?:to|money|thousands|grand|quid|pounds)|(?:is|'s|was) (?:a |an )?(?:(?:drug )?dealer|escort|stripper|illegal|illegal immigrant|alcoholic|addict|junkie)(?!\w)|onlyfans|(?:a|the) (?:sperm )?donor"
    r"|(?:isn't|is not|isnt|not) (?:his|her|their) (?:real|actual|biological) (?:dad|mum|father|mother|parents?)|(?:hasn't|hasnt|hasn't got|hasnt got|got no|has no) (?:a )?(?:real )?(?:dad|father|papers|visa)"
    r"|(?:wears?|wearing) (?:a )?(?:wig|nappies|incontinence \w+|catheter|stoma bag)|hair (?:fell|is falling|'s falling|falling|has fallen) out|sleeps? with (?:the|a) (?:light|night ?light|nightlight|teddy) on|sleeps? with (?:a|his|her) (?:teddy|blankie|dummy|mum)"
    r"|sucks? (?:his|her|their) thumb|(?:wets?|wetting|still wets) (?:the bed|herself|himself)|(?:doesn't|doesnt|does not|didn't|didnt|did not) (?:know|recognise|remember) (?:me|who i am|us|her own|his own|my name)"
    r"|(?:is|'s|are|was) (?:on|taking) (?:the pill|tablets|meds|steroids|medication)|takes (?:tablets|meds|pills|medication)|(?:hits?|beats?|punch(?:es|ed)|slap(?:s|ped)|batters) (?:his|her|their) (?:wife|husband|girlfriend|boyfriend|kids|partner)"
    r"|(?:got|been|was) (?:stabbed|shot|sectioned|arrested|evicted|excluded(?: again)?|expelled|sent down|caught (?:shoplifting|stealing))|in (?:and out of )?(?:prison|jail|rehab|a coma|foster care)"
    r"|(?:died|passed away|passed)(?= (?:this|last|on|yesterday|today|of|from|in (?:his|her|hospital))|\s?[,.!]|$)|(?:is|are|'s) dying|(?:has|'s got|got|with|have) (?:a )?(?:brain )?(?:tumou?r|dementia|alzheimer'?s|parkinson'?s|cirrhosis|hepatitis)"
    r"|(?:is|'s|are) (?:getting|going through) (?:a |an )?(?:\w+ )?divorced?|an? open marriage|swingers?|(?:can't|cant|cannot|couldn't) (?:afford|pay)(?: \w+){0,2} (?:rent|mortgage|bills|heating|uniform|food|trip))(?!\w)"
)
# Nobody need be named: whoever writes it tells of their own home.
ALONE = Clued(
    r"(?<!\w)(?:(?:years|months|weeks|days|year) (?:sober|clean(?= (?:today|now)|[.,!]|$))|rounds? of chemo\w*|(?:my|the) (?:biopsy|smear|mammogram|hiv test) (?:came|results?|was|is)|(?:my|the|our) (?:bailiffs?|debts?) (?:rang|came|knocked|are)"
    r"|(?:has|had) spread to (?:the|my|his|her|their) (?:bones?|liver|lungs?|brain)|after the (?:stillbirth|miscarriage)|police (?:took|raided|searched|seized) (?:my|our) \w+|the lump (?:is|was)(?= [^.!?\n]{0,20}(?:cyst|cancer|benign|malignant))"
    r"|(?:buy|bought|took|taking|do|did|doing) a (?:pregnancy )?test[.!?,]|(?:my|our|the) (?:adoption|ivf|marriage|divorce) (?:has )?(?:fell through|failed|is over|came through|ended))"
)
FIRST_TIME = Clued(r"(?<!\w)(?:did it|done it) (?:for the first time|together|last night)(?!\w)")
EMPTY = Clued(
    r"(?<!\w)(?:we're|we are|i'm|i am|we|all) (?:all )?(?:off|away|going|go|gone|in|abroad)(?: away| on holiday| to| in)?[^.!?\n]{0,25}? (?:until|till|til|for) (?:the )?(?:a |two |three |\w+day|\w+th\b|\w+ weeks?|\d+\w*)[^.!?\n]{0,30}"
    r"\b(?:house|home|flat|alone|empty|silver|key|nobody|no one|unlocked|alarm)\b"
)
# A death is told of another's family: of one's own it is grief. Of homes, a partner's or a parent's going is nobody's news but theirs.
DEATH = late(r"died|passed|is dying|are dying|'s dying")
OUR_OWN = late(r"(?:my|our) |mum|mam|dad|nan|gran|grandad")
GONE = late(r"(?:moved|walked|stormed) out")
PARTNER = late(r"\b(?:wife|husband|partner|boyfriend|girlfriend|fella|fiancee?|mum|mam|mom|mother|dad|father|ex)$")
NEAREST = 70  # letters between whom it is told of and the matter
CUT = late(r"[.!?;:\n]|\bwhile (?:my|the)\b")


def _name_before(draft: Draft, reading: Reading, begin: int, start: int) -> bool:
    """Whether somebody on the roll, or a student's friend by a given name alone, stands right before the matter."""
    if any(begin <= one.start and one.end <= start for one in people(draft)):
        return True
    words = reading.low[begin:start].split()
    told = words and words[-1] in ("told", "us", "me", "is", "has", "was", "got", "still", "been", "and", "gets", "just", "he", "she")
    first = words[0].removesuffix("'s").strip(",") if words else ""
    fit = first.isalpha() and 3 <= len(first) <= 12 and first not in ORDINARY and first not in NOT_NAMES
    fit = fit and ADVERB.search(first) is None
    return bool(told or len(words) == 1) and fit and draft.author is Author.STUDENT and begin == reading.sentence(start)[0]


NOT_NAMES = frozenset(
    "the this that there which what who everyone everybody people nobody some many most all any one two three thousands they them she you your our its then than with from about for into and but because"
    " when while after before where how why not never being been just honestly literally imagine sir miss ngl tbh omg lol today tomorrow yesterday school class maths english year life".split()
)


ADVERB = late(r"\w\w(?:al|nt|re|te|ed|en|ous|ing|ful)ly$")  # "finally came out": no name is made so
# Whom one loves and who one is: told of oneself it is plain news, often glad; so is one's own divorce.
OWN_NEWS = late(r"divorc|^came out|^t(?:old|ell|elling) [^.]*\b(?:gay|lesbian|bi|bisexual|trans|queer|ace|non[- ]binary)$")


def _whose(draft: Draft, reading: Reading, start: int) -> tuple[str, str]:
    """ "other", "me" or "" (nobody), and the words for them: of whom a matter at this place of the folded text is told."""
    begin = max(reading.sentence(start)[0], start - NEAREST)
    cut = 0
    for match in CUT.finditer(reading.low, begin, start):
        cut = match.end()
    begin = max(begin, cut)
    last = None
    for match in WHO.finditer(reading.low, begin, start):
        last = match
    if last is not None and last["me"] is None:
        return "other", last.group()
    if last is None and _name_before(draft, reading, begin, start):
        return "other", ""
    return ("", "") if last is None else ("me", "")


HOUSEHOLD = late(
    r"(?:(?:my|our) (?:\w+ ){0,2}(?:mum|mam|mom|mother|dad|father|parents|sisters?|brothers?|sons?|daughters?|boys?|girls?|lads?|kids?|child|eldest|youngest|twins?|baby|wife|husband|partner|nan|nana|gran|granny"
    r"|grandma|grandad|grandpa|stepdad|stepmum|stepson|stepdaughter|family)|mum|mam|dad|nan|gran|grandad)$"
)


def of_our_family(reading: Reading, start: int) -> bool:
    """Whether a matter at this place of the folded text is told of the writer's own family: they may tell it, and it is not theirs alone."""
    begin = max(reading.sentence(start)[0], start - NEAREST)
    last = None
    for match in WHO.finditer(reading.low, begin, start):
        last = match
    return last is not None and HOUSEHOLD.match(last.group()) is not None


def _told_of(draft: Draft, reading: Reading, start: int) -> bool:
    """Whether a matter that is only another's to tell is told of another."""
    whose, words = _whose(draft, reading, start)
    if DEATH.match(reading.low, start) and (not words or OUR_OWN.match(words) or words in ("he", "she", "they")):
        return False
    return whose == "other" and (GONE.match(reading.low, start) is None or PARTNER.search(words) is not None)


def _alone(low: str, match: re.Match[str]) -> bool:
    """Whether what is told of nobody is somebody's own: "did it for the first time" only of the writer and another."""
    return match.re is not FIRST_TIME.pattern or "me and " in low[max(0, match.start() - 25) : match.start()]


def near_life(draft: Draft) -> Iterator[tuple[int, int, bool]]:
    """Folded places of each matter, and whether it is the writer's own. Linear: each looks at most at the words just before it."""
    reading, whole = draft.once(Reading), draft.once(searched)
    for match in (one for pattern in (ANYBODY, ANYBODY_S) for one in whole.finditer(pattern)):
        whose, _ = _whose(draft, reading, match.start())
        if whose == "other" or (whose == "me" and OWN_NEWS.search(match.group()) is None):
            yield *match.span(), whose == "me"
    for match in (one for pattern in (OTHERS, ANOTHER_S) for one in whole.finditer(pattern)):
        if _told_of(draft, reading, match.start()):
            yield *match.span(), False
    for match in (one for pattern in (ALONE, EMPTY, FIRST_TIME) for one in whole.finditer(pattern)):
        if _alone(reading.low, match):
            yield *match.span(), True
