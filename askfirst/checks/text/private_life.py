"""Somebody else's private life on a page: a divorce, an illness, money trouble, whom they love; told by name or relation (WEB-3, PRI-4)."""

from collections.abc import Iterator

from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.names import people
from askfirst.checks.text.patterns.clued import Clued, searched
from askfirst.checks.text.people.people_words import ORDINARY
from askfirst.checks.text.private.near_life import near_life, of_our_family
from askfirst.checks.text.words.reading import Reading
from askfirst.words import Sentence, say

__all__ = ["PRIVATE_LIFE"]

RELATION = (
    r"(?:(?:my|our) (?:ex|ex[- ](?:wife|husband|partner|boss)|neighbours?|colleague|line manager|boss|friend|mate|best mate|flatmate"
    r"|housemate|landlord|landlady|cousin|uncle|aunt(?:ie)?"
    r"|sister[- ]in[- ]law|brother[- ]in[- ]law|mother[- ]in[- ]law|father[- ]in[- ]law|sister|brother|niece|nephew|step\w+)(?:'s (?:wife"
    r"|husband|partner|son|daughter|mum|dad|marriage))?"
    r"|(?:the|a) (?:woman|man|couple|family) (?:next door|at number \d+|over the road|across the road|upstairs|downstairs))"
)
MATTER = (
    r"(?:(?:is|are|'s|was|were|has been|have been|been|has|have|just|finally|now|got|getting|going through|gone through|in the middle of"
    r"|after|through) (?:\w+ ){0,3}?)?"
    r"(?:(?:messy |nasty |second )?divorc(?:e|ed|ing)|having an affair|cheat(?:ed|ing) on (?:his|her|their)|(?:his|her|their) affair"
    r"|bankrupt\w*|in debt|(?:his|her|their) debts|repossess\w*|behind (?:on|with) (?:the|his|her|their) (?:rent|mortgage)"
    r"|sacked|an? (?:alcoholic|addict|gambler)|(?:back )?in rehab|gambl(?:ed|ing) (?:away|problem|addiction)|(?:had|having) a breakdown"
    r"|sectioned|miscarr\w+|(?:cancer|hiv|dementia|depression|bipolar|chlamydia|herpes)"
    r"|(?:secretly |really |actually |definitely )?(?:gay|lesbian|bi|bisexual|trans)|an? (?:abortion|vasectomy|std|sti)|(?:been|got)"
    r" arrested|in prison|in jail|out on bail|infertile|ivf|impoten\w+)"
)
TELLING = Clued(r"(?<!\w)(?P<who>" + RELATION + r")\s(?P<what>" + MATTER + r")(?!\w)")
# "My neighbour Gary's divorce": their name stands behind what they are.
BY_NAME = Clued(
    r"(?<!\w)" + RELATION + r",? (?P<name>[a-z][a-z-]{1,20}(?: [a-z][a-z-]{1,20})??),?(?:'s?)?\s(?P<what>" + MATTER + r")(?!\w)"
)
NAMED = late(r"(?:'s)?(?:,)?\s(?P<what>" + MATTER + r")(?!\w)")
# Matters so near to a person that any subject will do: a name, a relation, "she".
NEAR = Clued(
    r"(?<!\w)(?P<what>pregnant|on the pill|(?:having|had|has had) an? (?:abortion|miscarriage|affair|breakdown|vasectomy)|came out to me|in (?:rehab|prison|jail|a coma|foster care|a psych\w* ward)"
    r"|(?:going|gone|went|been put|taken|sent) in(?:to)? (?:rehab|prison|foster care|care|hospice)|self[- ]harms|cuts (?:him|her)self|(?:an |had an )?eating disorder|anorexic|bulimic|wets the bed"
    r"|(?:splitting|split|breaking|broken) up|left (?:his|her) (?:wife|husband|kids)|(?:being |getting |been |was |is )evicted|(?:can't|cant|cannot|couldn't) pay (?:the|their|his|her) (?:rent|mortgage|bills)"
    r"|lost (?:his|her|their|our|the) (?:job|house|home|licence|baby)|(?:was |been |got |being )(?:arrested|sectioned|sacked|dumped)|slept (?:together|with)|(?:a |massive |huge )?crush on (?:his|her) (?:\w+ )?teacher"
    r"|hits the bottle|drinks (?:every|all)|an? (?:alcoholic|addict)|(?:has|have|got|had) (?:\w+ )?(?:cancer|dementia|hiv|chlamydia|a stroke|leukaemia|an sti)|in hospital with (?:a |an )?\w+"
    r"|diagnosed with \w+(?: disease)?|adopted and|(?:two|three) times divorced|secretly (?:gay|lesbian|bi|trans)|in (?:loads|thousands|so much) of debt|on benefits|nearly (?:died|overdosed))(?!\w)"
)
KIN = (
    r"(?:mum|dad|mam|mom|mother|father|parents|sister|brother|son|daughter|kids?|child|husband|wife|partner|boyfriend|girlfriend|friend|mate|bestie|flatmate|housemate|cousin|uncle|aunt(?:ie)?|nan|gran"
    r"|grandad|niece|nephew|neighbours?|ex|boss|landlord|stepdad|stepmum|fella)"
)
SUBJECT = late(
    r"(?<![\w'])(?P<who>(?:(?:my|our|his|her|their) |(?P<of>[a-z][a-z-]{2,15})'?s )(?:little |big |older |younger |best |teenage |own |poor )?"
    + KIN
    + r"|(?P<one>[a-z][a-z-]{2,15}))(?P<is>'s| is| was| are| were| has| had| have| got| gets)?"
    r"(?: been| just| now| also| still| already| really| all| having| getting| being| definitely| at number \w+| told me (?:he|she|they)(?:'s| is| has| had| was)?){0,3}\s?(?:a |an |her |his )?$"
)
DOES = late(r"(?:has|had|have|got|was|been|slept|left|lost|hits|drinks|cuts|self|wets|came|went|gone)\b")  # what is told by its own verb
NO_SUBJECT = frozenset(
    "the this that there which what who everyone everybody people nobody some many most all any one two three thousands children students pupils teachers women men character hero heroine king queen school"
    " hamster cat dog rabbit horse cow sheep guinea pig goat phone car laptop bus homework life work world country government and but because when while after before where how why not never being been you your our its it then than with from about for into".split()
)
# One's own, and likely to be regretted.
REGRET = Clued(
    r"(?:\bi (?:was |got |am |'m )?(?:so |absolutely |completely |really )?(?:drunk|wasted|hammered|wrecked|paralytic|off my face)\b[^.!?\n]{0,40}\b(?:sick|threw up|passed out|puked|police|home|remember|saturday|friday)"
    r"|\b(?:drank|downed) a (?:whole )?bottle of (?:wine|vodka|gin|whisky)"
    r"|\bi owe (?:\w+ ){1,3}(?:thousand|grand|on (?:my )?cards?)|\b(?:pregnant|bi|gay|lesbian|trans)\b[^.!?\n]{0,40}\b(?:told (?:nobody|no one)|(?:haven't|havent|have not|not) told (?:my |anyone|anybody|mum|dad|work))"
    r"|\b(?:house|flat|place) (?:is|'s|will be|is going to be) empty\b|\bwe (?:may|might|could|are going to) lose the house\b|\buntil the court (?:decides|rules)|\bfather is not my father\b"
    r"|\bi was (?:sectioned|arrested|sacked)\b)"
)
AWAY = late(r"\b(?:house|home|flat|place|empty|alone|silver|alarm|unlocked)\b")
# Told with their blessing, in their memory, or of no single person.
FAIR = late(
    r"\b(?:with (?:his|her|their) (?:permission|blessing)|(?:he|she|they) (?:said i could|asked me to|wants me to|is happy for me|let me)"
    r"|sponsor\w*|rais(?:e|ed|ing)|fundrais\w*|charity|marathon|awareness"
    r"|in memory|rest in peace|rip|funeral|proud of (?:him|her|them)|came out to (?:us|everyone|the world)|wedding|pride"
    r"|announced|remission|beat(?:en)?|survivor|happily|novel|film|book|character)\b"
)


def _near(draft: Draft, reading: Reading) -> Iterator[tuple[int, int]]:
    """What is told of somebody close, named or pointed at."""
    low = reading.low
    for match in draft.once(searched).finditer(NEAR):
        start = match.start("what")
        subject = SUBJECT.search(low, max(0, start - 70), start)
        if subject is None or subject["one"] in NO_SUBJECT:
            continue
        one = subject["one"]
        somebody = one is None or one in ("he", "she", "they")
        named = one not in ORDINARY and (draft.author is Author.STUDENT or reading.capital(subject.start("who")))
        if somebody or (named and (subject["is"] or DOES.match(low, start))):
            yield match.span("what")


def _is_name(reading: Reading, start: int, end: int) -> bool:
    """Whether each word of it is written with a capital."""
    return all(reading.capital(start + at) for at in (0, *(n + 1 for n, one in enumerate(reading.low[start:end]) if one == " ")))


def look(draft: Draft) -> Iterator[Hit]:
    """A finding for each telling, at most one a sentence."""
    reading = draft.once(Reading)
    staff = draft.author is Author.STAFF
    spans = [(*match.span("what"), False) for match in draft.once(searched).finditer(TELLING)]
    spans += [(*match.span("what"), False) for match in draft.once(searched).finditer(BY_NAME) if _is_name(reading, *match.span("name"))]
    spans += [(*place, False) for place in _near(draft, reading)]
    spans += [(*match.span(), True) for match in draft.once(searched).finditer(REGRET)]
    spans += near_life(draft)
    for mention in people(draft):
        match = NAMED.match(reading.low, mention.end)
        if match:
            spans.append((*match.span("what"), False))
    last = -1
    for start, end, own in sorted(spans):
        begin, until = reading.sentence(start)
        if begin == last or FAIR.search(reading.low, max(begin, start - 200), min(until, end + 200)):
            continue
        last = begin
        place = draft.folded.span(start, end)
        if own:
            yield Hit(
                *place,
                level=Level.TIP,
                clause="SNS-1",
                also=(),
                title=OWN,
                why=OWN_WHY,
                fix=_own_fix(reading.low[start:end]),
                doubt=OWN_DOUBT,
                about="own",
            )
        elif of_our_family(reading, start):
            also = ("PRI-4",) if staff else ()
            ours = OUR_LOVE_FIX if LOVE.search(reading.low, start, end) else OURS_FIX
            yield Hit(*place, level=Level.TIP, clause="WEB-3" if staff else "PRI-4", also=also, title=OURS, fix=ours, about="private")
        else:
            fix = LOVE_FIX if LOVE.search(reading.low, start, end) else None
            yield Hit(*place, clause="WEB-3" if staff else "PRI-4", also=("PRI-4",) if staff else (), fix=fix, about="private")


# Whom somebody loves and who they are is no hard time, and no fix says so.
LOVE = late(r"\b(?:gay|lesbian|bi|bisexual|trans|queer|ace|non[- ]binary|came out)\b")
LOVE_FIX = say("I am lucky in the people I know.")
OUR_LOVE_FIX = say("I am proud of my family.")
OWN = say("Something of your own")
OWN_WHY = say("Once it is out, you cannot take it back.")
OWN_FIX = say("It has been quite a week.")
OURS = say("Your family's private life")
OURS_FIX = say("Things are hard at home just now.")
AWAY_FIX = say("We are back, and it was lovely.")
OWN_DOUBT = say("It is yours to tell. If you are happy for anyone to read it, leave it in.")


def _own_fix(words: str) -> Sentence:
    """What to write instead: of an empty house one tells when one is back."""
    return AWAY_FIX if AWAY.search(words) else OWN_FIX


PRIVATE_LIFE = Check(
    name="private-life",
    kind="private-life",
    clause="WEB-3",
    level=Level.WORTH,
    title=say("Somebody else's private life"),
    why=say("This is theirs to tell. It can hurt once it is out."),
    fix=say("A friend is having a hard time, and I am thinking of them."),
    doubt=say("If they are happy for you to share it, leave it in."),
    look=look,
    flags=(
        "My neighbour is going through a messy divorce.",
        "Our neighbour Gary Wickstead's divorce came through.",
        "My line manager has been having an affair.",
        Draft("my cousin is secretly gay lol", Author.STUDENT),
    ),
    passes=(
        "My sister beat cancer, and I run the marathon for her charity on Sunday.",
        "I am getting divorced and that is fine.",
        "My faith teaches that marriage is between a man and a woman.",
        "The couple next door have a new puppy.",
        "My sister never liked divorce stories.",
    ),
)
