"""Somebody else's private life on a page: a divorce, an illness, money trouble, whom they love; told by name or relation (WEB-3, PRI-4)."""

from collections.abc import Iterator

from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.clued import Clued, searched
from askfirst.checks.text.names import people
from askfirst.checks.text.reading import Reading
from askfirst.words import say

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
NAMED = late(r"(?:'s)?(?:,)?\s(?P<what>" + MATTER + r")(?!\w)")
# Told with their blessing, in their memory, or of no single person.
FAIR = late(
    r"\b(?:with (?:his|her|their) (?:permission|blessing)|(?:he|she|they) (?:said i could|asked me to|wants me to|is happy for me|let me)"
    r"|sponsor\w*|rais(?:e|ed|ing)|fundrais\w*|charity|marathon|awareness"
    r"|in memory|rest in peace|rip|funeral|proud of (?:him|her|them)|so proud|came out to (?:us|everyone|the world)|wedding|pride"
    r"|announced|remission|beat(?:en)?|survivor|happily|novel|film|book|character)\b"
)


def look(draft: Draft) -> Iterator[Hit]:
    """A finding for each telling, at most one a sentence."""
    reading = draft.once(Reading)
    staff = draft.author is Author.STAFF
    spans = [match.span("what") for match in draft.once(searched).finditer(TELLING)]
    for mention in people(draft):
        match = NAMED.match(reading.low, mention.end)
        if match:
            spans.append(match.span("what"))
    last = -1
    for start, end in sorted(spans):
        begin, until = reading.sentence(start)
        if begin == last or FAIR.search(reading.low, max(begin, start - 200), min(until, end + 200)):
            continue
        last = begin
        yield Hit(*draft.folded.span(start, end), clause="WEB-3" if staff else "PRI-4", also=("PRI-4",) if staff else (), about="private")


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
        "My line manager has been having an affair.",
        Draft("my cousin is secretly gay lol", Author.STUDENT),
    ),
    passes=(
        "My sister beat cancer, and I run the marathon for her charity on Sunday.",
        "I am getting divorced and that is fine.",
        "My faith teaches that marriage is between a man and a woman.",
        "The couple next door have a new puppy.",
    ),
)
