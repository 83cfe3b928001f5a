"""A unique pupil number singles one pupil out in every school record (PRI-4)."""

from collections.abc import Iterator

from stdnum.gb import upn

from askfirst.checks.draft import Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.contact.published import before, coded
from askfirst.checks.text.words.spoken_digits import figures, written
from askfirst.words import say

__all__ = ["UPN"]

# A letter, eleven digits, and a digit or (for a number lent for a while) a letter; people put spaces where they like.
SHAPE = late(r"(?<![a-z\d])([a-hj-np-rt-z])[\s.\-]?(?:\d[\s.\-]?){11}[\da-z](?![a-z\d])")
CUE = late(
    r"\bupns?\b|\bu\.p\.n\b|unique pupil|pupil (?:number|no|ref|id)|student (?:number|no)|census|\bctf\b|exam slip|school record|\bsims\b|arbor|bromcom"
)

SCHOOL = late(
    r"\b(?:pupils?|students?|child|children|kid|register|roll|class|form|transfer|leaver|exams?|year \d{1,2}|records?|database|spreadsheet|sheet|list)\b"
)


def look(draft: Draft) -> Iterator[Hit]:
    if draft.once(written) < 11:
        return
    text = draft.folded.text
    for match in SHAPE.finditer(text):
        bare = "".join(c for c in match.group() if c.isalnum())
        words = before(text, match.start())
        cued = CUE.search(text, max(0, match.start() - 90), min(len(text), match.end() + 60)) is not None
        school = bare[1] in "23456789" and SCHOOL.search(words) is not None  # the first figures say which authority: 201 and up
        if cued or (len(match.group()) == 13 and (school or upn.is_valid(bare.upper())) and not coded(words)):
            yield Hit(*draft.folded.span(*match.span()))


UPN = Check(
    name="upn",
    kind="identifier",
    clause="PRI-4",
    level=Level.WORTH,
    title=say("A pupil number"),
    why=say("This number points to one pupil in school records."),
    fix=say("[number removed]"),
    doubt=say("If it is made up for a lesson, leave it in."),
    look=look,
    when=figures,
    flags=("my slip says UPN T801400019012", "missing from the census file: P820432118031", "upn t 8014 0001 9012 is wrong"),
    passes=("Parcel A123456789012 is late", "B207 not B702", "candidate 4471"),
    also=("SNS-1",),
)
