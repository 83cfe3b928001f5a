"""A reporter has asked about one's posts: the Headteacher is asked before any answer is given (SNS-12; WEB-7 for staff blogs)."""

from collections.abc import Iterator

from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.patterns.clued import Clued, searched
from askfirst.checks.text.words.reading import Reading
from askfirst.words import say

__all__ = ["PRESS"]

WHO = (
    r"(?:(?:\w+ ){0,2}(?:journalist|reporter|journo|newspaper|the press|news desk|newsdesk|tv crew|film crew|camera crew|researcher from"
    r" (?:the )?(?:bbc|itv|sky|channel \d)|producer from (?:the )?\w+)"
    r"|(?:the |our )?(?:\w+ )?(?:gazette|courier|herald|echo|chronicle|guardian|telegraph|mail|times|mirror|express|argus|observer)"
    r"|(?:the )?bbc(?: radio(?: \w+)?| news)?|(?:the )?itv|channel (?:4|5|four|five)|(?:a |some )?freelance(?: journalist)?|(?:the )?editor of the \w+|sky news|radio \w+|local (?:news|radio|paper|rag))"
)
ASKED = (
    r"(?:(?:has |have |had |just |'s |'ve |is |was |been |keeps |kept )*(?:asked|asking|ask|emailed|emailing|messaged|messaging|dm'?e?d"
    r"|dming|rang|ringing|phoned|called|contacted|wants?|wanting|got in touch|in touch|been in touch|in my dms|in my inbox|wrote to me"
    r"|texted|found my|saw my|picked up my))"
)
ASKING = Clued(
    r"(?<!\w)(?P<words>(?:a |an |the"
    r" |some |this )?"
    + WHO
    + r"(?: (?:from|at|for|called) (?:the |bbc |radio )?\w+(?: \w+)?)? "
    + ASKED
    + r"(?: (?:me|us|my|for|to|about|if|a|the|what|whether|in|comment|quote|by|on|email|dm|message)\b)?"
    r"|(?:i(?:'ve| have)?|we(?:'ve| have)?) (?:just |been |had |have |got |also )*(?:contacted|approached|asked|emailed|messaged|rung"
    r"|phoned|called|dm'?d)(?: for \w+)? by (?:a |an |the |some )?"
    + WHO
    + r"|to the (?:\w+ )?(?:reporter|journalist|journo)s?(?: from [\w ]{2,20}?)? (?:in my|who|that|asking|messaging|emailing)(?: (?:dms?"
    r"|inbox|asked|messaged|emailed|me))?"
    + r"|(?:speaking|spoke|talking|talked|chatting|answering|replying|replied|interview(?:ed)?|(?:im|i(?:'ve| have|'m| am)?|we(?:'ve| have|'re| are)?) (?:just |already |now |being )*(?:told|telling|written|writing|wrote|emailed|emailing|interviewed)|i'll talk|giving (?:a|an) (?:quote"
    r"|interview)|gave (?:a|an) (?:quote|interview)) (?:to |with |by )?(?:a |an |the |some )?"
    + WHO
    + r"|(?:the )?"
    + WHO
    + r" (?:is |are |were |was )?(?:outside|at) (?:the |our )?(?:school|gates?)(?: gates?)?)(?!\w)"
)
# Whoever asks me has asked me, whatever it is about.
ME = late(r"\b(?:me|us|my|i|we)\b")
MINE = late(r"\b(?:i|me|my|i'm|i've|im|us|our|we)\b")
# What they ask about: a post of mine, or the school, its people and its rooms.
ABOUT = late(
    r"\b(?:my (?:\w+ ){0,2}(?:post|posts|tweet|tweets|video|videos|blog|page|account|tiktok|story|stories|status|thread|comment|photo"
    r"|photos|petition)|what i (?:posted|wrote|said|put)|school|academy|head(?:teacher)?|trust|teacher|teachers|class|pupils|students"
    r"|governors"
    r"|toilets|uniform|canteen|pool|playground|gates?|results|strike|staff|ofsted|exams?|comment|quote|interview|dms?|inbox)\b"
)
NOT_ME = late(
    r"\b(?:should go to the|press (?:office|enquiries)|i won't be commenting|media studies|wants to be a|work experience|school newspaper|as a (?:reporter|journalist)|train(?:ed|ing) as|reporter in the play|reporter's|paper round|newspaper article|in the paper|on the news)\b"
)


PRESS_WORDS = frozenset(
    "journalist journalists reporter reporters journo journos newspaper press news newsdesk crew researcher producer channel freelance editor gazette courier herald echo"
    " chronicle guardian telegraph mail times mirror express argus observer bbc itv sky radio paper rag".split()
)


def says_press(draft: Draft) -> bool:
    """Whether anybody of the press is named at all."""
    return not draft.words.isdisjoint(PRESS_WORDS)


def look(draft: Draft) -> Iterator[Hit]:
    """At most one for each sentence."""
    reading = draft.once(Reading)
    last = -1
    for match in draft.once(searched).finditer(ASKING):
        begin, end = reading.sentence(match.start())
        begin, end = max(begin, match.start() - 160), min(end, match.end() + 200)
        words = reading.low[begin:end]
        if (
            begin == last
            or NOT_ME.search(words)
            or not MINE.search(words)
            or not (ME.search(match["words"]) or ABOUT.search(reading.low, begin, min(len(reading.low), end + 120)))
        ):
            continue
        last = begin
        yield Hit(*draft.folded.span(*match.span("words")), also=("WEB-7",) if draft.author is Author.STAFF else ())


PRESS = Check(
    name="press",
    kind="press",
    clause="SNS-12",
    level=Level.IMPORTANT,
    title=say("A reporter has asked you"),
    why=say("Ask the Headteacher first, before any answer. You do not have to answer at all."),
    fix=say("I can't talk now. Please give me your name, outlet and number."),
    doubt=say("If it is not about your posts or school, this may not fit."),
    look=look,
    when=says_press,
    flags=(
        "A journalist from the Hexley Courier has asked me about my post on the canteen.",
        "To the reporter in my DMs: yes, the pool at our school is shut.",
        Draft("omg a reporter messaged me about my tiktok of the toilets", Author.STUDENT),
    ),
    passes=(
        "Press enquiries should go to the Trust office. I won't be commenting.",
        "My Year 9s wrote a newspaper article about the moon landing.",
        "She wants to be a journalist when she grows up.",
    ),
)
