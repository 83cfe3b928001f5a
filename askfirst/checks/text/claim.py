"""A claim of fact that somebody named has done a wrong: the writer answers for it (WEB-4).

Where the one who teaches is said to have done it to a pupil, s.141F of the Education Act 2002 may forbid to name them. A prompt, never a verdict.
"""

from collections.abc import Iterator

from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Check, Hit, Level, Span
from askfirst.checks.late import late
from askfirst.checks.text.names import people
from askfirst.checks.text.words.reading import Reading
from askfirst.words import say

__all__ = ["CLAIM"]

WRONG = (
    r"(?:(?:has |have |had |been |'s |was |is |keeps |just |clearly |definitely |got caught |caught |always )*)"
    r"(?:stole|stolen|steals|stealing|nicked|nicking|robbed|robbing|embezzl\w+|defraud\w+|fiddl(?:ed|es|ing) (?:the|his|her|their"
    r"|expenses|marks|grades|coursework|results)|took (?:a bribe|bribes|the money|money from)|bribed|forged|falsified"
    r"|sold drugs|sells drugs|selling drugs|deals drugs|dealing drugs|drunk at work|drunk in (?:class|lessons?)|drink[- ]driv\w+|on drugs"
    r" at work|(?:hit|hits|slapped|slaps|punched|kicked|pushed|shoved|grabbed|groped|touched up|assaulted|abused|molested|threatened"
    r"|raped|groomed|grooming) (?!the (?:ball|road|target|nail|button|door|boat|post|bar|jackpot|gym|town|bid))"
    r"(?:a |an |the |my |our |his |her |some |one of |two |year \d+ |\w+ )*(?:pupil|student|child|kid|boy|girl|lad|teacher|wife|husband"
    r"|partner|colleague|me|him|her|us|them|someone|somebody)?|lied (?:to|about)|(?:been |was |got )?(?:arrested|charged|cautioned)(?: (?:for|with|over) [^.,!?\n]{3,40})|(?:was |been |turned up )?drunk (?:on|at|in) (?:the |a )?(?:\w+ )?(?:trip|school|class|lesson|work|assembly|prom)|messag(?:ed|ing|es) (?:girls|boys|pupils|students|kids|year \d+s?)|fak(?:ed|es|ing) (?:his|her|their) (?:degree|qualifications?|sick note|references?|cv)|stealing from|took the money|cheated (?:in|on) (?:the|his|her|their) (?:exam|gcse"
    r"|mock|test|coursework)|leaked the (?:paper|exam)|a (?:thief|fraud|paedo\w*|predator|rapist))"
)
CLAIMED = late(r"(?:'s)?(?: (?:in|from) \S+(?: \d+)?)?(?:,? (?:who|our \w+|the \w+),?)?\s(?P<what>" + WRONG + r")(?!\w)")
TO_A_CHILD = late(
    r"\b(?:hit|hits|slapped|slaps|punched|kicked|pushed|shoved|grabbed|groped|touched|assaulted|abused|molested|threatened|raped|groom\w+|touching|messag\w+|paedo\w*|predator)\b"
)
PUPIL = late(
    r"\b(?:pupils?|students?|girls|boys|child|children|kids?|boy|girl|lad|me|my (?:son|daughter|mate|friend)|year \d+|in \d{1,2}[a-z])\b"
)
# A show, a joke of praise, or something found and settled.
NOT_A_CLAIM = late(
    r"\b(?:the show|my heart|the scene|our hearts|the spotlight|a base|second base|a (?:wicket|march|glance|nap|biscuit)|my (?:seat|pen|idea|joke|biscuits?|heart|chair|mug)|in the (?:play|game|match|film)|as (?:macbeth|fagin)|role|pretend|was cleared|acquitted|lol jk|goal|penalty)\b"
)

TEACHER_WHY = say("A pupil says a teacher did this. The law may forbid naming the teacher yet.")
TEACHER_FIX = say("Tell the safeguarding lead instead of a post.")
TEACHER_DOUBT = say("This law is section 141F of the Education Act 2002. It ends if there is a charge.")


def look(draft: Draft) -> Iterator[Hit]:
    reading = draft.once(Reading)
    for mention in people(draft):
        match = CLAIMED.match(reading.low, mention.end)
        if match is None:
            continue
        begin, end = reading.sentence(mention.start)
        words = reading.low[max(begin, mention.start - 100) : min(end, match.end() + 120)]
        if NOT_A_CLAIM.search(words) or words.rstrip().endswith("?"):
            continue
        start, stop = draft.folded.span(*match.span("what"))
        stop = start + len(draft.text[start:stop].rstrip())
        target = Span(*draft.folded.span(mention.start, mention.end))
        staffish = mention.who == "staff" or (
            mention.how in ("title", "form") and reading.low[mention.start : mention.end].startswith(("mr", "ms", "miss", "dr"))
        )
        if staffish and TO_A_CHILD.search(match["what"]) and PUPIL.search(words):
            yield Hit(
                start, stop, target=target, why=TEACHER_WHY, fix=TEACHER_FIX, doubt=TEACHER_DOUBT, clause=_clause(draft), about="s.141F"
            )
        else:
            yield Hit(start, stop, target=target, clause=_clause(draft), about="wrong")


def _clause(draft: Draft) -> str:
    """WEB-4 speaks to staff; a student is asked to be mindful (SNS-1)."""
    return "WEB-4" if draft.author is Author.STAFF else "SNS-1"


CLAIM = Check(
    name="claim",
    kind="claim",
    clause="WEB-4",
    level=Level.TIP,
    title=say("A claim about somebody"),
    why=say("This says somebody did wrong. You answer for it if it is not true."),
    fix=say("I have told the school what I saw."),
    doubt=say("You may always tell the school, the police or a union. This is about posting it."),
    look=look,
    flags=(
        "Mrs Rainsford stole from the trip fund.",
        Draft("Mr Standish slapped a kid in 9L today", Author.STUDENT),
    ),
    passes=(
        "Mrs Rainsford stole the show in the staff panto.",
        "Mr Standish hit the target again, well done.",
        "Someone stole my bike.",
    ),
)
